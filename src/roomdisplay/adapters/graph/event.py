"""Graph's event resource (Microsoft, "event resource type") and the panel's Meeting: pure translation, both ways.

Whatever arrives, nothing raises. A field that decides whether and when the room is taken must be readable or the event
is malformed; every other field falls back to what keeps the room taken, the meeting private and the event not ours.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from msgspec import Struct

from roomdisplay.core.interval import Interval, midnight
from roomdisplay.core.meeting import Meeting, ShowAs

FIELDS = (
    "id",
    "iCalUId",
    "subject",
    "start",
    "end",
    "isAllDay",
    "isCancelled",
    "isOrganizer",
    "organizer",
    "showAs",
    "sensitivity",
    "type",
    "seriesMasterId",
    "originalStart",
    "responseStatus",
    "changeKey",
    "transactionId",
    "attendees",
)
"""What `meeting` reads and calendarView lets one select; createdDateTime is not selectable there."""

_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.([0-9]{1,12}))?(Z|[+-]\d\d:\d\d)?"
)
_UTC_NAMES = frozenset({"utc", "etc/utc", "etc/gmt", "gmt", "coordinated universal time"})
_SHOW_AS = {show.value.casefold(): show for show in ShowAs}
_YEARS = range(1900, 9000)
"""Beyond these there is no meeting, but arithmetic that overflows."""
_LONGEST_TEXT = 255
_LONGEST_ID = 1024

Json = Mapping[str, object]


class Page(Struct, frozen=True, kw_only=True):
    """One page of a collection of events."""

    meetings: tuple[Meeting, ...]
    skipped: int
    """Malformed events left out."""
    next_link: str | None


def page(body: bytes, zone: ZoneInfo) -> Page | None:
    """What a page holds; None where the body is not a collection at all. Series masters are not meetings."""
    tree = as_object(body)
    items = tree.get("value") if tree is not None else None
    if tree is None or not isinstance(items, list):
        return None
    next_link = tree.get("@odata.nextLink")
    if next_link is not None and not isinstance(next_link, str):
        return None
    meetings: list[Meeting] = []
    skipped = 0
    for item in cast("list[object]", items):
        if _is_series_master(item):
            continue
        found = meeting(item, zone)
        if found is None:
            skipped += 1
        else:
            meetings.append(found)
    return Page(meetings=tuple(meetings), skipped=skipped, next_link=next_link)


def as_object(body: bytes) -> Json | None:
    """The body as a JSON object, or None where it is something else."""
    try:
        tree: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return json_object(tree)


def meeting(event: object, zone: ZoneInfo) -> Meeting | None:
    """The event as a Meeting, or None where it is malformed. `zone` is the room's: all-day events are days there."""
    tree = json_object(event)
    if tree is None or _is_series_master(tree):
        return None
    id = _address_part(tree.get("id"))
    is_all_day = tree.get("isAllDay") is True
    interval = interval_of(tree.get("start"), tree.get("end"), zone, is_all_day=is_all_day)
    if id is None or interval is None:
        return None
    is_private = _lower(tree.get("sensitivity")) != "normal"
    response = json_object(tree.get("responseStatus")) or {}
    return Meeting(
        id=id,
        interval=interval,
        subject=None if is_private else _text(tree.get("subject")),
        organizer=None if is_private else _organizer(tree.get("organizer")),
        etag=_etag(tree),
        ical_uid=_identifier(tree.get("iCalUId")) or "",
        original_start=_offset_moment(tree.get("originalStart")),
        series_master_id=_address_part(tree.get("seriesMasterId")),
        booking_id=_identifier(tree.get("transactionId")),
        created_at=_offset_moment(tree.get("createdDateTime")),
        show_as=show_as_of(tree.get("showAs")),
        is_all_day=is_all_day,
        is_private=is_private,
        is_cancelled=tree.get("isCancelled") is True,
        is_declined=_lower(response.get("response")) == "declined",
        is_organizer=tree.get("isOrganizer") is True,
        has_attendees=bool(tree.get("attendees")),
    )


def new_event(booking_id: str, interval: Interval, subject: str, category: str, *, is_private: bool = False) -> bytes:
    """The body of a walk-up booking: the same arguments make the same bytes, on which idempotency rests.

    No attendees: with any, Exchange would mail invitations in the room's name.
    """
    return as_bytes(
        {
            "categories": [category],
            "end": moment(interval.end),
            "showAs": ShowAs.BUSY.value,
            "start": moment(interval.start),
            "subject": subject,
            "transactionId": booking_id,
            **({"sensitivity": "private"} if is_private else {}),
        }
    )


def new_end(end: datetime) -> bytes:
    """The body that moves an event's end."""
    return as_bytes({"end": moment(end)})


def new_times(interval: Interval, subject: str | None) -> bytes:
    """The body that moves an event, and calls it `subject` unless that is None."""
    times = {"end": moment(interval.end), "start": moment(interval.start)}
    return as_bytes(times if subject is None else {**times, "subject": subject})


def new_decline(comment: str) -> bytes:
    """The body that declines a meeting and tells its organizer why."""
    return as_bytes({"comment": comment, "sendResponse": True})


def as_bytes(tree: Json) -> bytes:
    """A body: the same tree makes the same bytes."""
    return json.dumps(tree, sort_keys=True, separators=(",", ":")).encode()


def moment(instant: datetime) -> Json:
    """A dateTimeTimeZone in UTC."""
    return {"dateTime": instant.astimezone(UTC).replace(tzinfo=None).isoformat(), "timeZone": "UTC"}


def _is_series_master(event: object) -> bool:
    tree = json_object(event)
    return tree is not None and _lower(tree.get("type")) == "seriesmaster"


def interval_of(start: object, end: object, zone: ZoneInfo, *, is_all_day: bool) -> Interval | None:
    """Two dateTimeTimeZones as an interval, or None where they are malformed. Midnights of something `is_all_day` are
    the days of those dates in `zone`."""
    first, last = _wall(start), _wall(end)
    if first is None or last is None:
        return None
    if is_all_day and first[0].time() == last[0].time() == time():
        # floating dates, whatever zone was asked for (observed): the days of those dates where the room is
        day, after = first[0].date(), last[0].date()
        return _all_day(day, after, zone) if day <= after else None
    try:
        begins, ends = _instant(*first), _instant(*last)
    except (OverflowError, ValueError):
        return None
    return Interval(begins, ends) if begins <= ends else None


def _all_day(day: date, after: date, zone: ZoneInfo) -> Interval:
    return Interval(midnight(day, zone), midnight(max(after, day + timedelta(days=1)), zone))


def _wall(value: object) -> tuple[datetime, ZoneInfo | None] | None:
    """A dateTimeTimeZone as wall time and its zone (None: UTC); an offset, never observed, is applied at once."""
    tree = json_object(value)
    if tree is None:
        return None
    zone_name = tree.get("timeZone")
    moment = _parsed(tree.get("dateTime"))
    if moment is None or not (zone_name is None or isinstance(zone_name, str)):
        return None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC).replace(tzinfo=None), None
    if zone_name is None or zone_name.casefold() in _UTC_NAMES:
        return moment, None
    try:
        return moment, ZoneInfo(zone_name)
    except (KeyError, ValueError, OSError):
        return None


def _instant(wall: datetime, zone: ZoneInfo | None) -> datetime:
    return wall.replace(tzinfo=UTC) if zone is None else wall.replace(tzinfo=zone).astimezone(UTC)


def _parsed(value: object) -> datetime | None:
    """A dateTime with up to twelve fractional digits (Graph sends seven), cut to microseconds."""
    match = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    day, clock, fraction, offset = match.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{offset or ''}")
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment.replace(microsecond=int((fraction or "0")[:6].ljust(6, "0")))


def _offset_moment(value: object) -> datetime | None:
    """A dateTimeOffset."""
    moment = _parsed(value)
    if moment is None:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _organizer(value: object) -> str | None:
    address = json_object((json_object(value) or {}).get("emailAddress")) or {}
    return _text(address.get("name")) or _text(address.get("address"))


def _etag(tree: Json) -> str:
    """For If-Match; a changeKey alone makes the same tag (Microsoft's ETags of events are weak changeKeys)."""
    etag = _address_part(tree.get("@odata.etag"))
    change_key = _address_part(tree.get("changeKey"))
    return etag or (f'W/"{change_key}"' if change_key is not None else "")


def _identifier(value: object) -> str | None:
    """An opaque id, which others may have made: kept as it is or not at all."""
    return value if isinstance(value, str) and 0 < len(value) <= _LONGEST_ID and value.isprintable() else None


def _address_part(value: object) -> str | None:
    """An opaque id of Graph's own, fit for addresses and headers."""
    id = _identifier(value)
    return id if id is not None and id.isascii() else None


def _text(value: object) -> str | None:
    """Text a person wrote, as one line that any screen and any file can hold; None where nothing is left."""
    if not isinstance(value, str):
        return None
    shown = "".join(
        " " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in value[: 4 * _LONGEST_TEXT]
    )
    return " ".join(shown.split())[:_LONGEST_TEXT] or None


def show_as_of(value: object) -> ShowAs:
    """A freeBusyStatus; what is none occupies, as far as is known."""
    return _SHOW_AS.get(_lower(value), ShowAs.UNKNOWN)


def _lower(value: object) -> str:
    return value.casefold() if isinstance(value, str) else ""


def json_object(value: object) -> Json | None:
    """The value as a JSON object, or None where it is something else."""
    return cast("Json", value) if isinstance(value, dict) else None
