"""Releases small enough for a test: real wheels, real virtual environments, hardly anything in them."""

import hashlib
import json
import zipfile
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from roomdisplay.update.bundle import Manifest, pack, sha256


def wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> Path:
    """A pure Python wheel of those files."""
    described = f"{name}-{version}.dist-info"
    files = files | {
        f"{described}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{described}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{described}/RECORD"] = "".join(f"{file},,\n" for file in [*files, f"{described}/RECORD"])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return path


def payload(
    folder: Path,
    version: str,
    *,
    works: bool = True,
    starts: bool = True,
    links: bool = True,
    is_put_in_place: bool = True,
) -> Path:
    """What a bundle carries. `works`: its service stays up; `links`: and has its link; `starts`: its command does;
    `is_put_in_place`: so do its units, users and rules."""
    health = json.dumps({"ok": links})
    files = {
        "roomdisplay_test.py": f"def main():\n    {f'print({health!r})' if starts else 'raise SystemExit(1)'}\n",
        f"roomdisplay-{version}.dist-info/entry_points.txt": "[console_scripts]\nroomdisplay = roomdisplay_test:main\n",
    }
    for name in (*(["works"] if works else []), *(["is-put-in-place"] if is_put_in_place else [])):
        files[f"roomdisplay-{version}.data/data/{name}"] = ""
    wheel(folder / "wheels", "roomdisplay", version, files)
    needed = wheel(folder / "wheels", "needed", "1.0", {"needed.py": ""})
    (folder / "requirements").mkdir()
    digest = hashlib.sha256(needed.read_bytes()).hexdigest()
    (folder / "requirements" / "panel.txt").write_text(f"needed==1.0 --hash=sha256:{digest}\n")
    return folder


def listed(folder: Path, version: str, architecture: str) -> Manifest:
    files = sorted([*folder.glob("wheels/*.whl"), *folder.glob("requirements/*.txt")])
    names = {str(path.relative_to(folder)): sha256(path) for path in files}
    return Manifest(version=version, architecture=architecture, files=names)


def signed(path: Path, folder: Path, version: str, key: Ed25519PrivateKey, *, architecture: str) -> Path:
    pack(path, key, listed(folder, version, architecture), folder)
    return path


def written(path: Path, key: Ed25519PrivateKey) -> Path:
    """The public half, as PEM."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    path.write_bytes(key.public_key().public_bytes(serialization.Encoding.PEM, form))
    return path
