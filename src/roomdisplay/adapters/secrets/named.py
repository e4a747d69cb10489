"""Secrets by name: a systemd credential of that name, else the keyring's entry for service `roomdisplay`."""

import os
import re
from pathlib import Path

from roomdisplay.adapters.secrets.credentials import from_systemd
from roomdisplay.adapters.secrets.keyrings import Keyring
from roomdisplay.ports import SecretMissing

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,127}")


class NamedSecrets:
    """Reads at every call, so a mended secret needs no restart."""

    def __init__(self, *, keyring: Keyring | None = None, state: Path | None = None) -> None:
        """`state` is the panel's state directory, where a panel without a Secret Service seals its own keyring."""
        self._keyring = keyring or Keyring(state=state)

    def secret(self, name: str) -> bytes:
        """Blocks for up to ten seconds. Raises SecretMissing; a bad credential is an error, not a reason to look on."""
        value = self._found(name)
        if not value:
            raise SecretMissing(
                f"No secret named “{name}”: give it as a systemd credential (LoadCredential={name}:FILE), "
                f"or put it into the keyring (keyring set roomdisplay {name})."
            )
        return value

    def kept(self, name: str, fresh: str) -> bytes:
        """The secret of that name; where there is none yet, `fresh`, kept in the keyring from now on.

        Blocks for up to thirty seconds. Raises SecretMissing where no keyring keeps it.
        """
        value = self._found(name)
        if not value:
            self._keyring.keep(name, fresh)
            # what another panel of this machine may have put there a moment later
            value = self._keyring.secret(name)
        if not value:
            raise SecretMissing(
                f"The keyring does not keep “{name}”: give it as a systemd credential (LoadCredential=)."
            )
        return value

    def keep(self, name: str, value: str) -> None:
        """Blocks for up to ten seconds. Raises SecretMissing where no keyring keeps it."""
        self._keyring.keep(name, value)

    def forget(self, name: str) -> None:
        """The same; a credential that systemd hands over is systemd's and stays."""
        self._keyring.forget(name)

    def _found(self, name: str) -> bytes | None:
        if not _NAME.fullmatch(name):
            raise SecretMissing(f"“{name}” cannot name a secret: letters, digits, dots, dashes and underscores can.")
        directory = os.environ.get("CREDENTIALS_DIRECTORY")
        value = from_systemd(Path(directory), name) if directory else None
        return self._keyring.secret(name) if value is None else value
