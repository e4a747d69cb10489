"""A room: its mailbox, and what people call it."""

from zoneinfo import ZoneInfo

from msgspec import Struct


class Room(Struct, frozen=True, kw_only=True):
    address: str
    """The mailbox's SMTP address."""
    name: str
    zone: ZoneInfo
    detail: str = ""
    """A line under the name: capacity, equipment, floor."""
    capacity: int | None = None
    """For how many people it is meant; None: not told."""
    equipment: tuple[str, ...] = ()
    """What is in it, in words."""
    place: str = ""
    """Where it is, for somebody who has to walk there."""
    photo: str = ""
    """The SHA-256 (hexadecimal) of its photo on WOX; empty: WOX has none."""
