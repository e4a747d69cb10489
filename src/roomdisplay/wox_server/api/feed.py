"""What panels have to learn: for many at once, by a handful of queries, each from where it was.

A room's revision is read before what it stands for: what is committed in between is told now and told again.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy import Connection

from roomdisplay.wox_server import bookings, panels, rooms, settings
from roomdisplay.wox_server.api import wire
from roomdisplay.wox_server.rooms import Marks, MeetingRoom
from roomdisplay.wox_server.settings import Heir, Level

PAGE = "portal.room_url"
_encoder = msgspec.json.Encoder()


class Asked(Struct, frozen=True, kw_only=True):
    panel_id: int
    room_id: int
    since: int | None
    """The revision up to which the panel knows its room; None: it knows nothing."""


class Told(Struct, frozen=True, kw_only=True):
    revision: int
    feed: bytes
    """JSON, on one line."""


def revision(cursor: str | None) -> int | None:
    """A cursor that is none begins anew, as an old one does."""
    if cursor is None or not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18:
        return None
    return int(cursor)


def feeds(connection: Connection, asked: Sequence[Asked], *, now: datetime, public_url: str) -> list[Told | None]:
    """One answer each, in order; None where the panel is not paired (any more)."""
    marks = rooms.marks(connection, {one.room_id for one in asked})
    gone = panels.no_longer_paired(connection, {one.panel_id for one in asked}, now)
    valid = [one for one in asked if one.panel_id not in gone and one.room_id in marks]
    whole = {one for one in valid if _begins_anew(one, marks[one.room_id])}
    since = _lowest((one.room_id, one.since or 0) for one in valid if one not in whole)
    changed = bookings.since_each(connection, since) if since else {}
    all_open = bookings.whole_of(connection, {one.room_id for one in whole}, now) if whole else {}
    orders = panels.open_orders(connection, {one.panel_id for one in valid})
    shown = _settings(
        connection,
        [one for one in valid if one in whole or marks[one.room_id].settings_revision > (one.since or 0)],
        public_url,
    )

    def tell(one: Asked) -> Told:
        if one in whole:
            told = all_open[one.room_id]
        else:
            told = [booking for booking in changed[one.room_id] if booking.version > (one.since or 0)]
        feed = wire.Feed(
            cursor=str(marks[one.room_id].revision),
            is_whole=one in whole,
            bookings=[wire.booking(booking) for booking in told],
            settings=shown.get(one),
            commands=[wire.Command(id=order.id, kind=order.kind) for order in orders.get(one.panel_id, ())],
        )
        return Told(revision=marks[one.room_id].revision, feed=_encoder.encode(feed))

    return [tell(one) if one.panel_id not in gone and one.room_id in marks else None for one in asked]


def _begins_anew(one: Asked, marks: Marks) -> bool:
    """A cursor beyond the room's revision is another room's, or the database was set back."""
    return one.since is None or not marks.pruned_revision <= one.since <= marks.revision


def _lowest(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    lowest: dict[int, int] = {}
    for key, value in pairs:
        lowest[key] = min(value, lowest.get(key, value))
    return lowest


def _settings(connection: Connection, asked: Sequence[Asked], public_url: str) -> dict[Asked, wire.Settings]:
    if not asked:
        return {}
    places = rooms.rooms_of(connection, {one.room_id for one in asked})
    asked = [one for one in asked if one.room_id in places]
    near = _Near(connection, places.values())
    heirs = [
        Heir(location_id=places[one.room_id].location.id, room_id=one.room_id, panel_id=one.panel_id) for one in asked
    ]
    found: dict[Asked, wire.Settings] = {}
    for one, values in zip(asked, settings.effective_of(connection, heirs), strict=True):
        here = places[one.room_id]
        plain = {name: effective.value for name, effective in values.items()}
        if values[PAGE].level is Level.DEFAULT:
            plain[PAGE] = f"{public_url}/room/{one.room_id}"
        found[one] = wire.Settings(
            room=wire.own_room(here.room),
            values=plain,
            origins={name: effective.level.value for name, effective in values.items()},
            nearby=near.to(here),
            emergency=here.location.emergency,
        )
    return found


class _Near:
    """The rooms near to others, ordered once for each floor."""

    def __init__(self, connection: Connection, places: Iterable[MeetingRoom]) -> None:
        self._of_location = rooms.of_locations(connection, {place.location.id for place in places})
        self._by_floor: dict[int, list[tuple[int, wire.Room]]] = {}

    def to(self, here: MeetingRoom) -> list[wire.Room]:
        near = self._by_floor.get(here.floor.id)
        if near is None:
            ordered = rooms.by_nearness(here.floor, self._of_location[here.location.id])
            near = self._by_floor[here.floor.id] = [(room.id, wire.room(room.neighbour)) for room in ordered]
        return [room for id, room in near if id != here.id][: rooms.MOST_NEARBY]
