"""Giving up a meeting that the room attends, and what its organizer is told.

The comment is in English whatever the panel speaks: nobody knows the organizer's language, and the words have to be the
same each time the request is repeated.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Release


def released(meeting: Meeting, now: datetime, room_name: str, zone: ZoneInfo) -> Release:
    """What a person at the door asked for at `now`."""
    comment = (
        f"Somebody at the door of {room_name} released the room on its panel ({_when(now, zone)}). "
        "The meeting does not have this room any more."
    )
    return Release(interval=meeting.interval, event_id=meeting.id, comment=comment)


def _when(now: datetime, zone: ZoneInfo) -> str:
    return f"{now.astimezone(zone):%Y-%m-%d %H:%M}, {zone.key}"
