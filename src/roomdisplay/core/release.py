"""Giving up a meeting that the room attends, and what its organizer is told.

The comment is in English whatever the panel speaks: nobody knows the organizer's language, and the words have to be the
same each time the request is repeated.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Cause, Release


def released(
    meeting: Meeting, now: datetime, room_name: str, zone: ZoneInfo, cause: Cause = Cause.ASKED_FOR
) -> Release:
    """The release of `meeting`, decided at `now`."""
    when = f"{now.astimezone(zone):%Y-%m-%d %H:%M}, {zone.key}"
    what = {
        Cause.ASKED_FOR: f"Somebody at the door of {room_name} released the room on its panel ({when}).",
        Cause.NO_CHECK_IN: f"Nobody checked in at the door of {room_name}, so its panel released the room ({when}).",
    }[cause]
    return Release(
        interval=meeting.interval,
        event_id=meeting.id,
        comment=f"{what} The meeting does not have this room any more.",
        cause=cause,
        subject=meeting.subject,
    )
