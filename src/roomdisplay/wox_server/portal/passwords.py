"""Passwords of local accounts: argon2id, and the same time for whoever is not known."""

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from roomdisplay.wox_server.portal.texts import text

SHORTEST, LONGEST = 12, 200
_HASHER = PasswordHasher()
_AT_ONCE = threading.Semaphore(2)
"""Each takes 64 MiB and a core for some fifty milliseconds."""


def hashed(password: str) -> str:
    with _AT_ONCE:
        return _HASHER.hash(password)


def is_right(password: str, against: str | None) -> bool:
    """`against` None: nobody's. That takes as long."""
    with _AT_ONCE:
        try:
            _HASHER.verify(against or _nobodys(), password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
    return against is not None


def is_dated(against: str) -> bool:
    """Made by yesterday's measure: hash it again."""
    return _HASHER.check_needs_rehash(against)


def fault(password: str, email: str) -> str | None:
    """What speaks against a new password: a sentence of `texts`, or None."""
    if len(password) < SHORTEST:
        return text("The password is too short. Choose at least 12 characters; a few words do well.")
    if len(password) > LONGEST:
        return text("The password is too long. Choose at most 200 characters.")
    if password.casefold() in (email.casefold(), email.partition("@")[0].casefold()) or len(set(password)) < 5:
        return text("The password is too easy to guess. Choose another one.")
    return None


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody's")
