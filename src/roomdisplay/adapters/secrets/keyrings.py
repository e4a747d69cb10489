"""The machine's keyring through the `keyring` package, with an end to its patience: the desktop's (Secret Service and
the like) or, where there is none, the panel's own sealed one. What keeps plain text is no keyring.

A Secret Service that was never unlocked keeps its caller waiting for over a minute (observed), so each question is
asked in a thread of its own and given up after a while.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from roomdisplay.ports import SecretMissing

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "roomdisplay"
PATIENCE = 10.0
"""Seconds."""

_T = TypeVar("_T")
_UNLOCK = "unlock it, or give the secret as a systemd credential (LoadCredential=)"


class Keyring:
    """Asks the keyring one question at a time; while one is still open, no other is asked."""

    def __init__(self, patience: float = PATIENCE, *, state: Path | None = None) -> None:
        """`state` is the panel's state directory; None: the usual one."""
        self._patience = patience
        self._state = state
        self._open: threading.Thread | None = None
        self._turn = threading.Lock()

    def secret(self, name: str) -> bytes | None:
        """The secret, or None where the keyring has none of that name. Raises SecretMissing where none can be asked."""
        answer = self._answer(lambda: _asked(name, self._state))
        return answer.encode() if answer is not None else None

    def keep(self, name: str, value: str) -> None:
        """Raises SecretMissing where there is no keyring, or it does not take it."""
        self._answer(lambda: store_secret(name, value, self._state))

    def forget(self, name: str) -> None:
        """In every keyring there is. Raises SecretMissing where none can be asked."""
        self._answer(lambda: forget_secret(name, self._state))

    def _answer(self, question: Callable[[], _T]) -> _T:
        if not self._turn.acquire(timeout=self._patience):
            raise SecretMissing(f"The keyring does not answer: {_UNLOCK}.")
        try:
            return self._asked(question)
        finally:
            self._turn.release()

    def _asked(self, question: Callable[[], _T]) -> _T:
        if self._open is not None and self._open.is_alive():
            raise SecretMissing(f"The keyring still does not answer: {_UNLOCK}.")
        answer: Future[_T] = Future()

        def ask() -> None:
            try:
                answer.set_result(question())
            except Exception as error:
                answer.set_exception(error)

        self._open = threading.Thread(target=ask, name="keyring", daemon=True)
        self._open.start()
        self._open.join(self._patience)
        if not answer.done():
            raise SecretMissing(f"The keyring did not answer within {self._patience:g} s: {_UNLOCK}.")
        try:
            return answer.result()
        except SecretMissing:
            raise
        except Exception as error:
            raise SecretMissing(f"The keyring cannot be used ({type(error).__name__}): {_UNLOCK}.") from None


def store_secret(name: str, value: str, state: Path | None = None) -> None:
    """Keeps a secret in the keyring; blocks. Raises SecretMissing where there is none."""
    for backend in _backends(state):
        backend.set_password(SERVICE, name, value)
        return


def forget_secret(name: str, state: Path | None = None) -> None:
    """Takes a secret out of every keyring; blocks. Raises SecretMissing where there is none."""
    for backend in _backends(state):
        if backend.get_password(SERVICE, name) is not None:
            backend.delete_password(SERVICE, name)


def _asked(name: str, state: Path | None) -> str | None:
    for backend in _backends(state):
        value = backend.get_password(SERVICE, name)
        if value is not None:
            return value
    return None


def _backends(state: Path | None) -> "list[KeyringBackend]":
    """The keyrings there are, best first; those that keep plain text are none."""
    import keyring
    from keyring.backends import fail, null

    from roomdisplay.adapters.secrets.sealed_keyring import SealedKeyring

    chosen = keyring.get_keyring()
    several = cast("list[KeyringBackend]", getattr(chosen, "backends", None) or [chosen])
    others = (fail.Keyring, null.Keyring, SealedKeyring)
    sound = [b for b in several if not isinstance(b, others) and not _is_plain(b)]
    if SealedKeyring.viable:
        sound.append(SealedKeyring(state))
    if not sound:
        raise SecretMissing(
            "There is no keyring on this machine: give the secret as a systemd credential (LoadCredential=), give the "
            "panel a key to seal a keyring of its own with (LoadCredentialEncrypted=store-key), or install and unlock "
            "one (gnome-keyring)."
        )
    return sound


def _is_plain(backend: "KeyringBackend") -> bool:
    return type(backend).__module__.partition(".")[0] == "keyrings"
