"""A text kept on disk so that only this panel can read it, and can tell when somebody else has touched it.

AES-256-GCM (NIST SP 800-38D) under a key from the secret store: the file alone is worth nothing. What the text is bound
to (the room, the application) goes in as associated data, so a file copied from another panel does not open.
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
"""The secret it is sealed with; made at the first need, unless an administrator has given one."""
FORMAT = b"roomdisplay sealed 1\n"
NONCE = 12
SHORTEST_KEY = 32
"""Bytes; a given key may be binary or text (`openssl rand -base64 32`)."""
LARGEST = 2**20


class SealBroken(Exception):
    """The file is not what this panel wrote last; the message says how it shows."""


class SealedFile:
    """`bound_to`: lines that must be the same when the file is read again. All methods block."""

    def __init__(self, path: Path, secrets: Secrets, *, bound_to: tuple[str, ...]) -> None:
        self._path = path
        self._secrets = secrets
        self._bound_to = FORMAT + "\n".join(bound_to).casefold().encode()
        self._cipher: AESGCM | None = None

    def read(self) -> str | None:
        """The text, or None where none was kept. Raises SecretMissing without a key, SealBroken for a foreign file."""
        cipher = self._opened()
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
            with open(descriptor, "rb") as file:
                content = file.read(LARGEST)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SealBroken(f"it cannot be read ({error.strerror})") from None
        if not content.startswith(FORMAT):
            raise SealBroken("it is of no known format")
        nonce, sealed = content[len(FORMAT) :][:NONCE], content[len(FORMAT) + NONCE :]
        try:
            return cipher.decrypt(nonce, sealed, self._bound_to).decode()
        except (InvalidTag, ValueError):
            raise SealBroken("it was changed, or sealed by another panel or under another key") from None

    def write(self, text: str) -> None:
        """Replaces the file at once or not at all, readable for its owner only. Raises SecretMissing, OSError."""
        nonce = randomness.token_bytes(NONCE)
        sealed = FORMAT + nonce + self._opened().encrypt(nonce, text.encode(), self._bound_to)
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with open(descriptor, "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _opened(self) -> AESGCM:
        if self._cipher is None:
            made = base64.b64encode(randomness.token_bytes(32)).decode()
            secret = self._secrets.kept(KEY_NAME, made).strip()
            if len(secret) < SHORTEST_KEY:
                raise SecretMissing(
                    f"The secret “{KEY_NAME}” is too short to seal anything: give at least {SHORTEST_KEY} random bytes "
                    "(openssl rand -base64 32)."
                )
            self._cipher = AESGCM(HKDF(hashes.SHA256(), 32, salt=None, info=FORMAT).derive(secret))
        return self._cipher
