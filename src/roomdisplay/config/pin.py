"""A PIN of digits, kept as a salted hash (scrypt, RFC 7914): `scrypt:14:8:1:SALT:HASH`, both base64url.

A hash of so few digits is itself to be guarded: whoever reads it tries all PINs within days. So it stands on no page
and in no log.
"""

import hashlib
import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

SHORTEST, LONGEST = 6, 12
_DIGITS = re.compile(rf"[0-9]{{{SHORTEST},{LONGEST}}}", re.ASCII)
_HASHED = re.compile(r"scrypt:14:8:1:([A-Za-z0-9_-]{22}):([A-Za-z0-9_-]{43})", re.ASCII)
SALT_LENGTH = 16
_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
"""16 MiB and some tens of milliseconds on a workstation, about a quarter of a second on a panel."""


def is_pin(text: str) -> bool:
    return _DIGITS.fullmatch(text) is not None


def is_hashed(text: str) -> bool:
    return _HASHED.fullmatch(text) is not None


def hashed(pin: str, salt: bytes) -> str:
    """`salt`: SALT_LENGTH random bytes."""
    return f"scrypt:14:8:1:{_text(salt)}:{_text(_digest(pin, salt))}"


def is_right(pin: str, kept: str) -> bool:
    """Is `pin` the one that `kept` was made of?"""
    parts = _HASHED.fullmatch(kept)
    if parts is None:
        return False
    return hmac.compare_digest(_digest(pin, _bytes(parts[1])), _bytes(parts[2]))


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, maxmem=2**26, dklen=32)


def _text(part: bytes) -> str:
    return urlsafe_b64encode(part).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
