"""Opaque Exchange identifiers.

An ordinary id names mailbox, folder and item, so it changes when the item moves; an immutable id leaves the folder
out ("Get immutable identifiers for Outlook resources"). Both are case-sensitive and useless in another mailbox.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
import uuid
from datetime import date

from msgspec import Struct

CALENDAR = 1
DELETED_ITEMS = 2
_ITEM = struct.Struct(">3s16sBQI")
_ORDINARY = b"\x00\x03\x24"
_IMMUTABLE = b"\x00\x09\x00"


class ItemKey(Struct, frozen=True, kw_only=True):
    """An item of one mailbox: its number, and for one meeting of a series the local date the pattern gives it."""

    number: int
    occurrence: date | None = None

    @property
    def master(self) -> ItemKey:
        return ItemKey(number=self.number)


class ItemId(Struct, frozen=True, kw_only=True):
    """What an id says once decoded. `folder` is None for an immutable id."""

    mailbox: bytes
    key: ItemKey
    folder: int | None


def mailbox_digest(seed: int, address: str) -> bytes:
    return hashlib.blake2b(f"{seed}:{address.casefold()}".encode(), digest_size=16).digest()


def encode(mailbox: bytes, key: ItemKey, *, folder: int = CALENDAR, immutable: bool = False) -> str:
    day = key.occurrence.toordinal() if key.occurrence else 0
    head = _IMMUTABLE if immutable else _ORDINARY
    return base64.urlsafe_b64encode(_ITEM.pack(head, mailbox, 0 if immutable else folder, key.number, day)).decode()


def decode(text: str) -> ItemId | None:
    """The parts of an id, or None when no mailbox can have issued it."""
    try:
        raw = base64.b64decode(text, altchars=b"-_", validate=True)
        head, mailbox, folder, number, day = _ITEM.unpack(raw)
    except (binascii.Error, ValueError, struct.error):
        return None
    if head not in (_ORDINARY, _IMMUTABLE):
        return None
    key = ItemKey(number=number, occurrence=date.fromordinal(day) if 0 < day < 3_652_059 else None)
    return ItemId(mailbox=mailbox, key=key, folder=folder if head == _ORDINARY else None)


def change_key(change: int) -> str:
    return base64.b64encode(b"\x0f\x00\x00\x00\x16\x00\x00\x00" + change.to_bytes(12, "big")).decode()


def etag(change: int) -> str:
    return f'W/"{change_key(change)}"'


def global_object_id(uid: str, occurrence: date | None) -> str:
    """The iCalUId. Bytes 17 to 20 carry the day of one meeting of a series (MS-OXOCAL, PidLidGlobalObjectId)."""
    day = "00000000" if occurrence is None else f"{occurrence.year:04X}{occurrence.month:02X}{occurrence.day:02X}"
    return f"040000008200E00074C5B7101A82E008{day}{uid}"


def parse_global_object_id(text: str) -> tuple[str, date | None] | None:
    """The meeting's uid and the day of an iCalUId made by `global_object_id`."""
    if len(text) < 41 or not text.upper().startswith("040000008200E00074C5B7101A82E008"):
        return None
    day = text[32:40]
    try:
        occurrence = None if day == "00000000" else date(int(day[:4], 16), int(day[4:6], 16), int(day[6:], 16))
    except ValueError:
        return None
    return text[40:], occurrence


def new_uid(seed: int, number: int) -> str:
    digest = hashlib.blake2b(f"{seed}:uid:{number}".encode(), digest_size=16).hexdigest().upper()
    return f"00000000000000000000000010000000{digest}"


def seeded_uuid(seed: int, what: str) -> str:
    return str(uuid.UUID(bytes=hashlib.blake2b(f"{seed}:{what}".encode(), digest_size=16).digest(), version=4))
