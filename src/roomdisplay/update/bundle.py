"""A release as one signed file.

A tar file (uncompressed, because wheels are compressed), in this order: `manifest.json`, `manifest.sig` (64 bytes: the
manifest's Ed25519 signature, RFC 8032), and what the manifest lists: `wheels/*.whl`, `requirements/*.txt`.
"""

import hashlib
import io
import json
import re
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

FORMAT = 1
LARGEST_MANIFEST = 2**20
"""Bytes."""
_CHUNK = 2**20
_NAME = re.compile(r"(wheels/[A-Za-z0-9_.+-]+\.whl|requirements/[a-z]+\.txt)")
_VERSION = re.compile(r"\d+(\.\d+){1,3}([+.a-z0-9-]*)")


class BundleRefused(Exception):
    """The message is a sentence that says what is wrong with the bundle, or its key, and what to do."""


class Manifest(Struct, frozen=True, kw_only=True):
    """What the signature vouches for. `architecture` as `uname -m` says it; `files`: SHA-256 in hexadecimal by name."""

    version: str
    architecture: str
    files: Mapping[str, str]


def public_key(path: Path) -> Ed25519PublicKey:
    """Raises BundleRefused."""
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except FileNotFoundError:
        raise BundleRefused(
            f"There is no {path}, so nobody's signature can be trusted. Put the public key of whoever makes your "
            "releases there (PEM, Ed25519)."
        ) from None
    except (OSError, ValueError):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise BundleRefused(f"{path} is no public Ed25519 key in PEM. Replace it.")
    return key


def unpack(bundle: Path, key: Ed25519PublicKey, folder: Path) -> Manifest:
    """Puts into `folder` what the bundle carries, all of it and nothing else. Raises BundleRefused."""
    return _read(bundle, key, lambda name, content: _copied(content, folder / name))


def verified(bundle: Path, key: Ed25519PublicKey) -> Manifest:
    """Is it whole, and is all of it signed? Raises BundleRefused."""
    return _read(bundle, key, lambda _, content: hashlib.file_digest(content, "sha256").hexdigest())


def _read(bundle: Path, key: Ed25519PublicKey, digest: Callable[[str, Any], str]) -> Manifest:
    """`digest` takes each file in, and tells its SHA-256."""
    try:
        with tarfile.open(bundle, "r|") as tar:
            members = iter(tar)
            manifest = _manifest(_small(tar, members, "manifest.json"), _small(tar, members, "manifest.sig"), key)
            missing = dict(manifest.files)
            for member in members:
                expected = missing.pop(member.name, None)
                content = tar.extractfile(member) if member.isreg() else None
                if expected is None or content is None:
                    raise BundleRefused(f"The bundle carries {member.name!r}, which nobody signed. Fetch it again.")
                if digest(member.name, content) != expected:
                    raise BundleRefused(f"{member.name} is not what was signed. Fetch the bundle again.")
    except FileNotFoundError:
        raise BundleRefused(f"There is no bundle {bundle}.") from None
    except (tarfile.TarError, EOFError):
        raise BundleRefused("The bundle is damaged or only half there. Fetch it again.") from None
    except OSError as error:
        raise BundleRefused(f"The bundle cannot be unpacked ({error.strerror}). Free some space, or see why.") from None
    if missing:
        raise BundleRefused(f"The bundle is only half there: {min(missing)} is missing. Fetch it again.")
    return manifest


def pack(bundle: Path, key: Ed25519PrivateKey, manifest: Manifest, folder: Path) -> None:
    """The file that `unpack` reads, from the files of `folder` that the manifest lists."""
    told = {"format": FORMAT, "version": manifest.version, "architecture": manifest.architecture}
    text = json.dumps(told | {"files": dict(manifest.files)}, indent=1, sort_keys=True).encode()
    with tarfile.open(bundle, "w") as tar:
        for name, content in (("manifest.json", text), ("manifest.sig", key.sign(text))):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
        for name in sorted(manifest.files):
            tar.add(folder / name, name, filter=_anonymous)


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = "root"
    member.mode = 0o644
    return member


def _small(tar: tarfile.TarFile, members: Any, name: str) -> bytes:
    member = next(members, None)
    content = tar.extractfile(member) if member is not None and member.isreg() and member.name == name else None
    if member is None or content is None or member.size > LARGEST_MANIFEST:
        raise BundleRefused("This is no bundle of Room Display. Name the file that script/package made.")
    return content.read()


def _manifest(text: bytes, signature: bytes, key: Ed25519PublicKey) -> Manifest:
    try:
        key.verify(signature, text)
    except InvalidSignature:
        raise BundleRefused(
            "The bundle is not signed with the key this machine trusts, so it is not installed. Ask whoever made it."
        ) from None
    told = json.loads(text)
    if told["format"] != FORMAT:
        raise BundleRefused(f"The bundle's format is {told['format']} and {FORMAT} is known. Update in smaller steps.")
    version, files = told["version"], told["files"]
    # even who may sign may not name files outside the folder
    if not _VERSION.fullmatch(version) or not all(_NAME.fullmatch(name) for name in files):
        raise BundleRefused("The bundle's manifest names what no release has. Ask whoever made it.")
    return Manifest(version=version, architecture=told["architecture"], files=files)


def _copied(source: IO[bytes], path: Path) -> str:
    """The content's SHA-256."""
    digest = hashlib.sha256()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()
