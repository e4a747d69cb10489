"""getSchedule: free/busy of up to twenty mailboxes.

Source: Microsoft's page "calendar: getSchedule"; the error code 5016 for mailboxes that cannot be read was observed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from roomdisplay.simulator.errors import GraphError, JsonObject, invalid_parameter
from roomdisplay.simulator.event import Event
from roomdisplay.simulator.mailbox import Mailbox
from roomdisplay.simulator.timezones import windows_name
from roomdisplay.simulator.wire import ZonedTime, zoned

MOST_SCHEDULES = 20
LONGEST = timedelta(days=62)
_DIGITS = {"free": "0", "workingElsewhere": "0", "tentative": "1", "busy": "2", "oof": "3", "unknown": "2"}


def get_schedule(
    parameters: JsonObject,
    *,
    find: Callable[[str], tuple[Mailbox, bool] | None],
    time_zone: str,
) -> list[JsonObject]:
    """The value of the answer. `find` gives a mailbox and whether its details may be shown, or None to refuse it."""
    schedules: list[str] = parameters.get("schedules") or []
    start: ZonedTime | None = parameters.get("startTime")
    end: ZonedTime | None = parameters.get("endTime")
    interval: int = parameters.get("availabilityViewInterval") or 30
    if not schedules or start is None or end is None:
        raise invalid_parameter("schedules, startTime and endTime are required.")
    if len(schedules) > MOST_SCHEDULES:
        raise invalid_parameter(f"At most {MOST_SCHEDULES} schedules can be asked for at once.")
    if not 5 <= interval <= 1440:
        raise invalid_parameter("availabilityViewInterval is from 5 to 1440 minutes.")
    if end.instant <= start.instant:
        raise invalid_parameter("endTime must come after startTime.")
    if end.instant - start.instant > LONGEST:
        raise GraphError(400, "ErrorTimeIntervalTooBig", "The requested time interval is more than 62 days.")
    return [_one(name, find(name), start.instant, end.instant, interval, time_zone) for name in schedules]


def _one(
    name: str, found: tuple[Mailbox, bool] | None, start: datetime, end: datetime, interval: int, zone_name: str
) -> JsonObject:
    if found is None:
        return {
            "scheduleId": name,
            "availabilityView": "",
            "error": {
                "message": "The mailbox was not found, or its free/busy information cannot be read.",
                "responseCode": "5016",
            },
            "scheduleItems": None,
            "workingHours": None,
        }
    mailbox, details = found
    events = sorted(mailbox.window(start, end), key=lambda event: event.start)
    return {
        "scheduleId": name,
        "availabilityView": _view(events, start, end, interval),
        "scheduleItems": [_item(event, zone_name, details=details) for event in events],
        "workingHours": _working_hours(mailbox),
    }


def _view(events: list[Event], start: datetime, end: datetime, interval: int) -> str:
    digits: list[str] = []
    step = timedelta(minutes=interval)
    while start < end:
        taken = [_DIGITS[event.show_as] for event in events if event.overlaps(start, start + step)]
        digits.append(max(taken, default="0"))
        start += step
    return "".join(digits)


def _item(event: Event, zone_name: str, *, details: bool) -> JsonObject:
    item: JsonObject = {"status": event.show_as}
    if details:
        private = event.sensitivity == "private"
        place = event.locations[0].get("displayName") if event.locations else None
        item |= {"isPrivate": private, "subject": "" if private else event.subject, "location": place or ""}
    return item | {
        "start": zoned(event.start, zone_name, floating=event.is_all_day),
        "end": zoned(event.end, zone_name, floating=event.is_all_day),
    }


def _working_hours(mailbox: Mailbox) -> JsonObject:
    return {
        "daysOfWeek": ["monday", "tuesday", "wednesday", "thursday", "friday"],
        "startTime": "08:00:00.0000000",
        "endTime": "18:00:00.0000000",
        "timeZone": {"@odata.type": "#microsoft.graph.customTimeZone", "bias": -60, "name": "Customized Time Zone"}
        if mailbox.has_own_zone
        else {"name": windows_name(mailbox.zone_name)},
    }
