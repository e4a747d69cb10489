"""Graph's getSchedule (Microsoft, "calendar: getSchedule") and the panel's Availability: pure translation, both ways.

Of the items only when and how they occupy is read: whoever may see more than free and busy is told more, and it stays
here. A room with one unreadable item is not known at all, because what is left of its day would look like free time.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import cast
from zoneinfo import ZoneInfo

from roomdisplay.adapters.graph import event
from roomdisplay.adapters.graph.event import Json
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.nearby import Availability
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule

MARGIN = timedelta(days=1)
"""Asked for beyond both ends: all-day meetings are matched as UTC midnights of their dates (observed)."""
CUSTOM_ZONE = "#microsoft.graph.customTimeZone"
_LONGEST_CODE = 100


def question(rooms: Iterable[Room], window: Interval) -> bytes:
    """The body that asks when `rooms` are taken in `window`. Graph takes up to 20 of them and less than 62 days."""
    return event.as_bytes(
        {
            "endTime": event.moment(window.end + MARGIN),
            "schedules": [room.address for room in rooms],
            "startTime": event.moment(window.start - MARGIN),
        }
    )


def answers(body: bytes, rooms: Iterable[Room], window: Interval) -> tuple[Availability, ...] | None:
    """One answer for each of `rooms`, whatever came back for it; None where nothing did that is a list of schedules."""
    tree = event.as_object(body)
    items = tree.get("value") if tree is not None else None
    if not isinstance(items, list):
        return None
    told = {_address(item): item for item in cast("list[object]", items)}
    return tuple(_availability(room, told.get(room.address.casefold()), window) for room in rooms)


def time_zone(body: bytes, room: Room) -> str | None:
    """The name of the zone of the mailbox's working hours; "" where the answer has none that can be read, None where it
    is one of the mailbox's own making, which no table of zones knows (observed)."""
    items = (event.as_object(body) or {}).get("value")
    told = (
        [item for item in cast("list[object]", items) if _address(item) == room.address.casefold()]
        if isinstance(items, list)
        else []
    )
    hours = event.json_object((event.json_object(told[0]) or {}).get("workingHours")) if told else None
    zone = event.json_object((hours or {}).get("timeZone"))
    if zone is None:
        return ""
    if zone.get("@odata.type") == CUSTOM_ZONE:
        return None
    name = zone.get("name")
    return name if isinstance(name, str) and name.isprintable() and len(name) <= _LONGEST_CODE else ""


def _address(item: object) -> str:
    address = (event.json_object(item) or {}).get("scheduleId")
    return address.casefold() if isinstance(address, str) else ""


def _availability(room: Room, item: object, window: Interval) -> Availability:
    tree = event.json_object(item)
    if tree is None:
        return Availability(address=room.address, schedule=None, code="no answer")
    error = event.json_object(tree.get("error"))
    items = tree.get("scheduleItems")
    if error is not None or not isinstance(items, list):
        return Availability(address=room.address, schedule=None, code=_code(error))
    found = [_meeting(str(n), one, room.zone) for n, one in enumerate(cast("list[object]", items))]
    meetings = [meeting for meeting in found if meeting is not None]
    if len(meetings) < len(found):
        return Availability(address=room.address, schedule=None, code="malformed")
    return Availability(address=room.address, schedule=Schedule.of(window, meetings))


def _code(error: Json | None) -> str:
    code = (error or {}).get("responseCode")
    return code[:_LONGEST_CODE] if isinstance(code, str) and code.isprintable() else ""


def _meeting(id: str, item: object, zone: ZoneInfo) -> Meeting | None:
    """The item as a meeting nobody is told anything about. An item from midnight to midnight is one of whole days: it
    says no more of itself than its dates, wherever the question came from."""
    tree = event.json_object(item)
    if tree is None:
        return None
    show_as = event.show_as_of(tree.get("status"))
    interval = event.interval_of(tree.get("start"), tree.get("end"), zone, is_all_day=True)
    return (
        None if interval is None else Meeting(id=id, interval=interval, subject=None, organizer=None, show_as=show_as)
    )
