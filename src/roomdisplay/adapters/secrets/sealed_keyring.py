"""A keyring for machines without a Secret Service: one sealed file, opened by a key that systemd hands over.

The key is the credential `store-key` in $CREDENTIALS_DIRECTORY, best bound to the host or its TPM (`systemd-creds
encrypt`, `LoadCredentialEncrypted=`). Without it this keyring does not exist; there is no plain one to fall back on.

The file: `HEADER`, then JSON `{"entries": [[service, name, base64 of nonce and sealed text], …]}`. Every entry is bound
to the header, its service and its name, so none can be passed off as another.
"""

import base64
import binascii
import fcntl
import json
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import KeyringError, PasswordDeleteError

from roomdisplay.adapters.sealed import Seal, SealBroken, read_private, unfinished, write_private
from roomdisplay.adapters.secrets.credentials import from_systemd
from roomdisplay.adapters.secrets.modes import FILE, FOLDER, wrong_modes
from roomdisplay.config.folders import state_directory
from roomdisplay.ports import SecretMissing

KEY_NAME = "store-key"
HEADER = b"roomdisplay keyring 1\n"

_Entries = dict[tuple[str, str], bytes]


class SealedKeyringBroken(SecretMissing, KeyringError):
    """The keyring cannot be opened or written; the message is a sentence that says what to do."""


class SealedKeyring(KeyringBackend):
    """`state` is the panel's state directory; None: the usual one (see `config.folders`)."""

    def __init__(self, state: Path | None = None) -> None:
        super().__init__()
        self._state = state

    @properties.classproperty
    def priority(self) -> float:  # pyright: ignore[reportIncompatibleVariableOverride, reportIncompatibleMethodOverride]
        """Below the Secret Service's 5. Raises RuntimeError where no key was handed over."""
        directory = os.environ.get("CREDENTIALS_DIRECTORY")
        if not directory or not os.path.lexists(Path(directory) / KEY_NAME):
            raise RuntimeError(f"no systemd credential {KEY_NAME}")
        return 4

    def get_password(self, service: str, username: str) -> str | None:
        """Raises SealedKeyringBroken, or SecretMissing where the key itself cannot be used."""
        with self._locked():
            sealed = self._entries().get((service, username))
        return None if sealed is None else self._opened(sealed, service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """On the disk when it returns. Raises as `get_password`."""
        with self._locked():
            entries = self._entries()
            for (other, name), sealed in entries.items():
                # what another key sealed is not silently kept beside what this one seals
                self._opened(sealed, other, name)
            entries[service, username] = self._seal().close(password.encode(), _bound(service, username))
            self._write(entries)

    def delete_password(self, service: str, username: str) -> None:
        with self._locked():
            entries = self._entries()
            if entries.pop((service, username), None) is None:
                raise PasswordDeleteError(f"There is no secret “{username}” of the service “{service}”.")
            self._write(entries)

    def _opened(self, sealed: bytes, service: str, name: str) -> str:
        try:
            return self._seal().open(sealed, _bound(service, name)).decode()
        except (SealBroken, UnicodeDecodeError) as broken:
            raise self._broken(str(broken)) from None

    @property
    def _folder(self) -> Path:
        return state_directory(self._state) / FOLDER

    @property
    def _path(self) -> Path:
        return self._folder / FILE

    def _seal(self) -> Seal:
        directory = os.environ.get("CREDENTIALS_DIRECTORY", "")
        key = from_systemd(Path(directory), KEY_NAME) if directory else None
        if key is None:
            raise SealedKeyringBroken(
                f"The key of the panel's own keyring is missing: give the systemd credential {KEY_NAME} "
                f"(LoadCredentialEncrypted={KEY_NAME})."
            )
        return Seal(key, purpose=HEADER, name=KEY_NAME)

    @contextmanager
    def _locked(self) -> Generator[None]:
        """One process at a time, and only while nobody else can get at the folder."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError as error:
            raise SealedKeyringBroken(
                f"The folder {self._folder} cannot be used ({error.strerror}): make it a folder of the panel's user."
            ) from None
        try:
            for complaint in wrong_modes([self._folder, self._path]):
                raise SealedKeyringBroken(complaint)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            with suppress(OSError):  # of a process that was killed: it may hold what is to be forgotten
                unfinished(self._path).unlink()
            yield
        finally:
            os.close(descriptor)

    def _entries(self) -> _Entries:
        try:
            content = read_private(self._path)
        except SealBroken as broken:
            raise self._broken(str(broken)) from None
        if content is None:
            return {}
        if not content.startswith(HEADER):
            raise self._broken("it is of no known format")
        try:
            rows = json.loads(content[len(HEADER) :])["entries"]
            return {(str(service), str(name)): base64.b64decode(text, validate=True) for service, name, text in rows}
        except (ValueError, TypeError, KeyError, RecursionError, binascii.Error):
            raise self._broken("its entries cannot be read") from None

    def _write(self, entries: _Entries) -> None:
        rows = [[*key, base64.b64encode(sealed).decode()] for key, sealed in sorted(entries.items())]
        try:
            write_private(self._path, HEADER + json.dumps({"entries": rows}).encode())
        except OSError as error:
            raise SealedKeyringBroken(
                f"The keyring {self._path} cannot be written ({error.strerror}): free some space, or give the folder "
                "to the panel's user."
            ) from None

    def _broken(self, reason: str) -> SealedKeyringBroken:
        return SealedKeyringBroken(
            f"The keyring {self._path} cannot be opened: {reason}. Bring back the key it was made with, or delete the "
            "file and store the panel's secrets again."
        )


def _bound(service: str, name: str) -> bytes:
    return HEADER + json.dumps([service, name]).encode()
