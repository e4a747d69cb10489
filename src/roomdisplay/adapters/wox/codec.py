"""JSON of the panel API ↔ the core's values. What a decision rests on is read strictly; what nobody knows is ignored.

One malformed booking, setting or command spoils nothing but itself: it is left out and counted.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from roomdisplay.config.catalogue import understood
from roomdisplay.core.interval import Interval
from roomdisplay.core.room import Room
from roomdisplay.core.wox import (
    Agreed,
    Booking,
    BookingState,
    Command,
    CommandKind,
    Feed,
    Heartbeat,
    Offer,
    Origin,
    Person,
    ProblemReport,
    Refused,
    RoomSettings,
)

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Json = dict[str, object]
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
_DIGEST = re.compile("[0-9a-f]{64}")
LONGEST_TEXT = 1000
MOST_NEARBY = 50
MOST_EQUIPMENT = 20
LARGEST_ROOM = 10_000


class Malformed(ValueError):
    """Not what the API promises; the message says where."""


# ── from WOX ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def parsed(body: bytes | str) -> Json:
    """A JSON object. Raises Malformed."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise Malformed("not JSON") from None
    return _object(value, "the body")


def feed(value: Json) -> Feed:
    """Raises Malformed where the whole of it cannot be relied on."""
    cursor, is_whole = value.get("cursor"), value.get("isWhole", False)
    if not isinstance(cursor, str) or not cursor or len(cursor) > 200 or not cursor.isprintable():
        raise Malformed("cursor")
    if not isinstance(is_whole, bool):
        raise Malformed("isWhole")
    bookings, missing = _each(_list(value, "bookings"), booking)
    commands, unknown = _each(_list(value, "commands"), _command)
    told, refused = None, 0
    if value.get("settings") is not None:
        try:
            told, refused = settings(_object(value["settings"], "settings"))
        except Malformed:
            refused = 1
    return Feed(
        cursor=cursor,
        bookings=bookings,
        settings=told,
        commands=commands,
        is_whole=is_whole,
        skipped=missing + unknown + refused,
    )


def booking(value: object) -> Booking:
    """Raises Malformed. Where it is not said that a booking is not private, it is."""
    told = _object(value, "booking")
    is_private = told.get("isPrivate") is not False
    version = told.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        raise Malformed("version")
    agreed = told.get("agreed")
    return Booking(
        id=_uuid(told.get("id")),
        interval=_interval(told),
        subject=None if is_private else _optional(told, "subject", _text),
        host=None if is_private else _optional(told, "host", _text),
        host_id=None if is_private else _optional(told, "hostId", _text),
        is_private=is_private,
        origin=_one_of(Origin, told.get("origin")),
        state=_one_of(BookingState, told.get("state")),
        agreed=None if agreed is None else _agreed(_object(agreed, "agreed"), is_private),
        refusal=_optional(told, "refusal", lambda v: _one_of(Refused, v)),
        checked_in_at=_optional(told, "checkedInAt", _instant),
        released_at=_optional(told, "releasedAt", _instant),
        version=version,
    )


def settings(value: Json) -> tuple[RoomSettings, int]:
    """With how many of the values are not understood. Raises Malformed where the room itself is not."""
    room = _described(_room(value.get("room"), None), _object(value.get("room"), "room"))
    read = understood(_object(value.get("values") or {}, "values"), room.zone)
    # rooms beyond what a person looks through
    nearby, missing = _each(_list(value, "nearby")[:MOST_NEARBY], lambda one: _room(one, room.zone))
    emergency = _optional(value, "emergency", _text)
    told = RoomSettings(
        room=room,
        policy=read.policy,
        nearby=tuple(near for near in nearby if near.address.casefold() != room.address.casefold()),
        emergency=emergency.strip() or None if emergency is not None else None,
        appearance=read.appearance,
    )
    return told, len(read.refused) + missing


def person(value: Json) -> Person:
    """Raises Malformed."""
    id, name = value.get("id"), value.get("name")
    if not isinstance(id, str | int) or isinstance(id, bool) or not str(id):
        raise Malformed("id")
    return Person(id=str(id), name=_text(name))


def offer(value: Json) -> Offer | None:
    """Of the answer to a heartbeat. Raises Malformed."""
    if value.get("offer") is None:
        return None
    told = _object(value["offer"], "offer")
    version, size, digest = told.get("version"), told.get("size"), told.get("digest")
    if not isinstance(version, str) or not re.fullmatch(r"\d[A-Za-z0-9.+-]{0,60}", version):
        raise Malformed("version")
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise Malformed("size")
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise Malformed("digest")
    return Offer(id=_uuid(told.get("id")), version=version, size=size, digest=digest)


def _command(value: object) -> Command:
    told = _object(value, "command")
    id = told.get("id")
    if not isinstance(id, str) or not re.fullmatch(r"[A-Za-z0-9-]{1,64}", id):
        raise Malformed("id")
    return Command(id=id, kind=_one_of(CommandKind, told.get("kind")))


def _agreed(value: Json, is_private: bool) -> Agreed:
    return Agreed(
        interval=_interval(value),
        subject=None if is_private else _optional(value, "subject", _text),
        as_of=_instant(value.get("asOf")),
    )


def _room(value: object, zone: ZoneInfo | None) -> Room:
    """`zone` is what stands for an absent timeZone; None: it is needed."""
    told = _object(value, "room")
    address, name = told.get("address"), _text(told.get("name"))
    if not isinstance(address, str) or not re.fullmatch(r"[^\s@/?#%]{1,64}@[A-Za-z0-9.-]{1,255}", address):
        raise Malformed("address")
    if not name.strip():
        raise Malformed("name")
    if (key := told.get("timeZone")) is not None or zone is None:
        try:
            zone = ZoneInfo(_text(key))
        except (ValueError, OSError, KeyError):
            raise Malformed("timeZone") from None
    return Room(address=address, name=name, zone=zone, detail=_optional(told, "detail", _text) or "")


def _described(room: Room, told: Json) -> Room:
    """With what else is told of the panel's own room. It is nice to know: what cannot be read is left out."""
    capacity, photo, words = told.get("capacity"), told.get("photo"), told.get("equipment")
    equipment = cast("list[object]", words) if isinstance(words, list) else []
    return replace(
        room,
        capacity=capacity if type(capacity) is int and 0 < capacity <= LARGEST_ROOM else None,
        equipment=tuple(word[:LONGEST_TEXT] for word in equipment[:MOST_EQUIPMENT] if isinstance(word, str)),
        place=place[:LONGEST_TEXT] if isinstance(place := told.get("place"), str) else "",
        photo=photo if isinstance(photo, str) and _DIGEST.fullmatch(photo) else "",
    )


def _each(values: Iterable[object], read: Callable[[object], T]) -> tuple[tuple[T, ...], int]:
    """What can be read, and how many cannot."""
    found: list[T] = []
    missing = 0
    for value in values:
        try:
            found.append(read(value))
        except Malformed:
            missing += 1
    return tuple(found), missing


def _object(value: object, name: str) -> Json:
    if not isinstance(value, dict):
        raise Malformed(name)
    return cast("Json", value)


def _list(value: Json, name: str) -> list[object]:
    found = value.get(name)
    if found is None:
        return []
    if not isinstance(found, list):
        raise Malformed(name)
    return cast("list[object]", found)


def _optional(value: Json, name: str, read: Callable[[object], T]) -> T | None:
    found = value.get(name)
    return None if found is None else read(found)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Malformed("text")
    return value[:LONGEST_TEXT]


def _uuid(value: object) -> str:
    try:
        return str(UUID(value)) if isinstance(value, str) and len(value) == 36 else _not("id")
    except ValueError:
        raise Malformed("id") from None


def _not(name: str) -> Any:
    raise Malformed(name)


def _one_of(kind: type[E], value: object) -> E:
    try:
        return kind(value)
    except ValueError:
        raise Malformed(kind.__name__) from None


def _instant(value: object) -> datetime:
    try:
        if isinstance(value, str) and _INSTANT.fullmatch(value):
            return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Malformed("instant")


def _interval(value: Json) -> Interval:
    start, end = _instant(value.get("start")), _instant(value.get("end"))
    if end < start:
        raise Malformed("end")
    return Interval(start, end)


# ── to WOX ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def booking_json(booking: Booking) -> Json:
    """What WOX is to hold. What a private booking is about never leaves the panel."""
    if booking.is_private:
        agreed = booking.agreed and replace(booking.agreed, subject=None)
        booking = replace(booking, subject=None, host=None, host_id=None, agreed=agreed)
    agreed = booking.agreed
    # a server of before this was said need not know of it
    whose = {} if booking.host_id is None else {"hostId": booking.host_id}
    return {
        "id": booking.id,
        "start": instant_json(booking.interval.start),
        "end": instant_json(booking.interval.end),
        "subject": booking.subject,
        "host": booking.host,
        **whose,
        "isPrivate": booking.is_private,
        "origin": str(booking.origin),
        "state": str(booking.state),
        "agreed": None
        if agreed is None
        else {
            "start": instant_json(agreed.interval.start),
            "end": instant_json(agreed.interval.end),
            "subject": agreed.subject,
            "asOf": instant_json(agreed.as_of),
        },
        "refusal": None if booking.refusal is None else str(booking.refusal),
        "checkedInAt": instant_json(booking.checked_in_at),
        "releasedAt": instant_json(booking.released_at),
        "version": booking.version,
    }


def heartbeat_json(heartbeat: Heartbeat) -> Json:
    return {
        "at": instant_json(heartbeat.at),
        "version": heartbeat.version,
        "startedAt": instant_json(heartbeat.started_at),
        "link": heartbeat.link,
        "dataAgeSeconds": heartbeat.data_age,
        "certificateEnds": instant_json(heartbeat.certificate_ends),
        "pending": heartbeat.pending,
        "faults": list(heartbeat.faults),
        "architecture": heartbeat.architecture,
        "update": None
        if heartbeat.update is None
        else {
            "offer": heartbeat.update.offer,
            "stage": str(heartbeat.update.stage),
            "reason": heartbeat.update.reason,
        },
    }


def report_json(report: ProblemReport) -> Json:
    return {"id": report.id, "kind": str(report.kind), "madeAt": instant_json(report.made_at), "text": report.text}


def instant_json(instant: datetime | None) -> str | None:
    """RFC 3339 in UTC."""
    return None if instant is None else instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def dumped(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
