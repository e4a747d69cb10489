"""What is kept on disk so that only this panel can read it, and can tell when somebody else has touched it.

AES-256-GCM (NIST SP 800-38D) under a key derived for one purpose (HKDF, RFC 5869) from a secret kept elsewhere: the
file alone is worth nothing. What a text is bound to (the room, the application, a name) goes in as associated data, so
what was copied from another panel, or from another place of the same file, does not open.
"""

import base64
import os
import secrets as randomness
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from roomdisplay.ports import SecretMissing, Secrets

KEY_NAME = "token-cache-key"
"""The secret a SealedFile is sealed with; made at the first need, unless an administrator has given one."""
FORMAT = b"roomdisplay sealed 1\n"
NONCE = 12
KEY_BYTES = 32
"""A given key may be so many bytes of anything, or at least as many characters of text (`openssl rand -base64 32`)."""
LARGEST = 2**20


class SealBroken(Exception):
    """It is not what this panel wrote last; the message says how it shows."""


class Seal:
    """Seals and opens bytes for one `purpose`, which also tells one format from another."""

    def __init__(self, secret: bytes, *, purpose: bytes, name: str) -> None:
        """`name` is what the secret is called in errors. Raises SecretMissing where it is too short to seal with."""
        material = secret if len(secret) == KEY_BYTES else secret.strip()
        if len(material) < KEY_BYTES:
            raise SecretMissing(
                f"The secret “{name}” is too short to seal anything: give at least {KEY_BYTES} random bytes "
                "(openssl rand -base64 32)."
            )
        self._cipher = AESGCM(HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=purpose).derive(material))

    def close(self, content: bytes, bound_to: bytes) -> bytes:
        nonce = randomness.token_bytes(NONCE)
        return nonce + self._cipher.encrypt(nonce, content, bound_to)

    def open(self, sealed: bytes, bound_to: bytes) -> bytes:
        """Raises SealBroken."""
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], bound_to)
        except (InvalidTag, ValueError):
            raise SealBroken("it was changed, or sealed by another panel or under another key") from None


class SealedFile:
    """One text. `bound_to`: lines that must be the same when the file is read again. All methods block."""

    def __init__(self, path: Path, secrets: Secrets, *, bound_to: tuple[str, ...]) -> None:
        self._path = path
        self._secrets = secrets
        self._bound_to = FORMAT + "\n".join(bound_to).casefold().encode()
        self._seal: Seal | None = None

    def read(self) -> str | None:
        """The text, or None where none was kept. Raises SecretMissing without a key, SealBroken for a foreign file."""
        seal = self._opened()
        content = read_private(self._path)
        if content is None:
            return None
        if not content.startswith(FORMAT):
            raise SealBroken("it is of no known format")
        try:
            return seal.open(content[len(FORMAT) :], self._bound_to).decode()
        except UnicodeDecodeError:
            raise SealBroken("it holds no text") from None

    def write(self, text: str) -> None:
        """Replaces the file at once or not at all, readable for its owner only. Raises SecretMissing, OSError."""
        write_private(self._path, FORMAT + self._opened().close(text.encode(), self._bound_to))

    def _opened(self) -> Seal:
        if self._seal is None:
            made = base64.b64encode(randomness.token_bytes(KEY_BYTES)).decode()
            self._seal = Seal(self._secrets.kept(KEY_NAME, made), purpose=FORMAT, name=KEY_NAME)
        return self._seal


def read_private(path: Path) -> bytes | None:
    """The file's content, or None where there is none. Raises SealBroken where it cannot be read; follows no link."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            return file.read(LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SealBroken(f"it cannot be read ({error.strerror})") from None


def write_private(path: Path, content: bytes) -> None:
    """Replaces the file at once or not at all, readable for its owner only, and on the disk when this returns.

    Raises OSError. A process that ends in between leaves `unfinished(path)`.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = unfinished(path)
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with open(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def unfinished(path: Path) -> Path:
    return path.with_name(path.name + ".new")
