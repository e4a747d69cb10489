"""A room: its mailbox, and what people call it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    address: str
    """The mailbox's SMTP address."""
    name: str
    zone: ZoneInfo
    detail: str = ""
    """A line under the name: capacity, equipment, floor."""
