"""The places: space, campus, location, floor, room. What a panel shows of them is touched when it changes."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from heapq import nsmallest
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import Connection, Row, Select, Table, insert, select, update

from roomdisplay.config import kinds
from roomdisplay.core.photo import Unfit
from roomdisplay.core.photo import kind as kind_of_photo
from roomdisplay.core.room import Room
from roomdisplay.wox_server import schema
from roomdisplay.wox_server.database import Writing

MOST_NEARBY = 50
"""Rooms a panel is told of besides its own."""


class NotThere(Exception):
    """The message is a sentence."""


class Unacceptable(Exception):
    """The message is a sentence: what was found, and what is accepted."""


class Space(Struct, frozen=True, kw_only=True):
    id: int
    name: str


class Campus(Struct, frozen=True, kw_only=True):
    id: int
    space_id: int
    name: str


class Location(Struct, frozen=True, kw_only=True):
    id: int
    space_id: int
    campus_id: int | None
    name: str
    time_zone: str
    first_day: int
    """Of the week; 0 is Monday."""
    emergency: str | None
    """The message every panel of the location shows; None: none."""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class Floor(Struct, frozen=True, kw_only=True):
    id: int
    location_id: int
    name: str
    level: int


class RoomFacts(Struct, frozen=True, kw_only=True):
    """What an administrator says of a room."""

    floor_id: int
    name: str
    mailbox: str
    """SMTP address in Office 365."""
    capacity: int | None = None
    equipment: tuple[str, ...] = ()
    detail: str = ""
    """A line under the name on the panel."""
    department: str | None = None
    """Only its people may book; None: everybody."""


class MeetingRoom(Struct, frozen=True, kw_only=True):
    id: int
    facts: RoomFacts
    floor: Floor
    location: Location
    photo_digest: str
    """SHA-256, hexadecimal; empty: it has no photo."""
    read_at: datetime | None
    """When its calendar was last mirrored; None: never."""

    @property
    def has_photo(self) -> bool:
        return bool(self.photo_digest)

    @property
    def room(self) -> Room:
        """As panels know it."""
        detail = self.facts.detail or self._described
        return Room(
            address=self.facts.mailbox,
            name=self.facts.name,
            zone=self.location.zone,
            detail=detail,
            capacity=self.facts.capacity,
            equipment=self.facts.equipment,
            place=f"{self.floor.name} · {self.location.name}",
            photo=self.photo_digest,
        )

    @property
    def neighbour(self) -> Room:
        """As the panels of the other rooms know it: somebody has to walk there."""
        return Room(address=self.facts.mailbox, name=self.facts.name, zone=self.location.zone, detail=self._described)

    @property
    def _described(self) -> str:
        seats = [] if self.facts.capacity is None else [str(self.facts.capacity)]
        return " · ".join([*seats, self.floor.name, *self.facts.equipment])


# ── looking ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def spaces(connection: Connection) -> list[Space]:
    rows = connection.execute(select(schema.space).order_by(schema.space.c.name))
    return [Space(id=row.id, name=row.name) for row in rows]


def campuses(connection: Connection) -> list[Campus]:
    rows = connection.execute(select(schema.campus).order_by(schema.campus.c.name))
    return [Campus(id=row.id, space_id=row.space_id, name=row.name) for row in rows]


def locations(connection: Connection) -> list[Location]:
    rows = connection.execute(select(schema.location).order_by(schema.location.c.name, schema.location.c.id))
    return [_location(row) for row in rows]


def location(connection: Connection, id: int) -> Location:
    """Raises NotThere."""
    return _location(_one(connection, schema.location, id, "location"))


def floors(connection: Connection, location_id: int) -> list[Floor]:
    """From the lowest."""
    table = schema.floor
    wanted = select(table).where(table.c.location_id == location_id).order_by(table.c.level, table.c.name)
    return [_floor(row) for row in connection.execute(wanted)]


def rooms(connection: Connection, *, location_id: int | None = None) -> list[MeetingRoom]:
    """Of one location or of all, by location, level and name."""
    wanted = _rooms()
    if location_id is not None:
        wanted = wanted.where(schema.location.c.id == location_id)
    return [_room(row) for row in connection.execute(wanted)]


def rooms_of(connection: Connection, ids: Collection[int]) -> dict[int, MeetingRoom]:
    """Those of `ids` that exist."""
    rows = connection.execute(_rooms().where(schema.room.c.id.in_(sorted(ids))))
    return {row.id: _room(row) for row in rows}


def room(connection: Connection, id: int) -> MeetingRoom:
    """Raises NotThere."""
    found = rooms_of(connection, [id])
    if not found:
        raise NotThere("There is no such room.")
    return found[id]


def room_of_mailbox(connection: Connection, mailbox: str) -> MeetingRoom:
    """Raises NotThere."""
    row = connection.execute(_rooms().where(schema.room.c.mailbox == mailbox.lower())).one_or_none()
    if row is None:
        raise NotThere(f"There is no room with the mailbox {mailbox}.")
    return _room(row)


def nearby(connection: Connection, room_id: int) -> list[MeetingRoom]:
    """The other rooms of the location: those of the same floor first, at most MOST_NEARBY. Raises NotThere."""
    here = room(connection, room_id)
    return nearest(here, rooms(connection, location_id=here.location.id))


def nearest(here: MeetingRoom, of_location: Sequence[MeetingRoom]) -> list[MeetingRoom]:
    return without(here, by_nearness(here.floor, of_location))


def by_nearness(floor: Floor, of_location: Sequence[MeetingRoom]) -> list[MeetingRoom]:
    """Seen from a floor, its own rooms first: as many as a panel there may have to know."""

    def distance(room: MeetingRoom) -> tuple[bool, int, str, str, int]:
        level = abs(room.floor.level - floor.level)
        return room.floor.id != floor.id, level, room.floor.name, room.facts.name, room.id

    return nsmallest(MOST_NEARBY + 1, of_location, key=distance)


def without(here: MeetingRoom, near: Sequence[MeetingRoom]) -> list[MeetingRoom]:
    return [other for other in near if other.id != here.id][:MOST_NEARBY]


def of_locations(connection: Connection, ids: Collection[int]) -> dict[int, list[MeetingRoom]]:
    """The rooms of several locations, by one query."""
    found: dict[int, list[MeetingRoom]] = {id: [] for id in ids}
    for row in connection.execute(_rooms().where(schema.location.c.id.in_(sorted(ids)))):
        found[row.location_id].append(_room(row))
    return found


class Marks(Struct, frozen=True, kw_only=True):
    """How far a room's feed is."""

    revision: int
    settings_revision: int
    pruned_revision: int


def marks(connection: Connection, ids: Collection[int]) -> dict[int, Marks]:
    room = schema.room.c
    wanted = select(room.id, room.revision, room.settings_revision, room.pruned_revision)
    return {
        row.id: Marks(
            revision=row.revision, settings_revision=row.settings_revision, pruned_revision=row.pruned_revision
        )
        for row in connection.execute(wanted.where(room.id.in_(sorted(ids))))
    }


def revisions(connection: Connection, ids: Collection[int] | None = None) -> dict[int, int]:
    """How far each room is; None: of every room."""
    wanted = select(schema.room.c.id, schema.room.c.revision)
    if ids is not None:
        wanted = wanted.where(schema.room.c.id.in_(sorted(ids)))
    return {row.id: row.revision for row in connection.execute(wanted)}


def photo(connection: Connection, room_id: int) -> bytes | None:
    """JPEG or PNG."""
    return connection.execute(select(schema.room.c.photo).where(schema.room.c.id == room_id)).scalar_one_or_none()


# ── changing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_space(writing: Writing, name: str) -> int:
    """Raises Unacceptable."""
    return _add(writing, schema.space, name=_name(name))


def rename_space(writing: Writing, id: int, name: str) -> None:
    """Raises Unacceptable, NotThere."""
    _change(writing, schema.space, id, "space", name=_name(name))


def add_campus(writing: Writing, space_id: int, name: str) -> int:
    """Raises Unacceptable, NotThere."""
    _one(writing.connection, schema.space, space_id, "space")
    return _add(writing, schema.campus, space_id=space_id, name=_name(name))


def rename_campus(writing: Writing, id: int, name: str) -> None:
    """Raises Unacceptable, NotThere."""
    _change(writing, schema.campus, id, "campus", name=_name(name))


def add_location(
    writing: Writing, space_id: int, *, name: str, time_zone: str, campus_id: int | None = None, first_day: int = 0
) -> int:
    """Raises Unacceptable, NotThere."""
    _one(writing.connection, schema.space, space_id, "space")
    said = _said_of_location(writing.connection, name, time_zone, campus_id, first_day)
    return _add(writing, schema.location, space_id=space_id, **said)


def change_location(
    writing: Writing, id: int, *, name: str, time_zone: str, campus_id: int | None, first_day: int
) -> None:
    """Raises Unacceptable, NotThere."""
    said = _said_of_location(writing.connection, name, time_zone, campus_id, first_day)
    _change(writing, schema.location, id, "location", **said)
    _touch_location(writing, id)


def warn(writing: Writing, location_id: int, emergency: str | None) -> None:
    """The message that every panel of the location shows at once; None takes it away. Raises Unacceptable, NotThere."""
    message = (emergency or "").strip() or None
    if message is not None and len(message) > 500:
        raise Unacceptable("The message is too long; accepted: a text of up to 500 characters.")
    _change(writing, schema.location, location_id, "location", emergency=message)
    _touch_location(writing, location_id)


def add_floor(writing: Writing, location_id: int, *, name: str, level: int = 0) -> int:
    """Raises Unacceptable, NotThere."""
    _one(writing.connection, schema.location, location_id, "location")
    return _add(writing, schema.floor, location_id=location_id, name=_name(name), level=_level(level))


def change_floor(writing: Writing, id: int, *, name: str, level: int) -> None:
    """Raises Unacceptable, NotThere."""
    _change(writing, schema.floor, id, "floor", name=_name(name), level=_level(level))
    _touch_location(writing, _one(writing.connection, schema.floor, id, "floor").location_id)


def add_room(writing: Writing, facts: RoomFacts) -> int:
    """Raises Unacceptable, NotThere."""
    floor = _one(writing.connection, schema.floor, facts.floor_id, "floor")
    said = _said_of_room(facts)
    _check_mailbox(writing.connection, said["mailbox"], None)
    id = _add(writing, schema.room, **said)
    _touch_location(writing, floor.location_id)
    return id


def change_room(writing: Writing, id: int, facts: RoomFacts) -> None:
    """Raises Unacceptable, NotThere."""
    before = room(writing.connection, id)
    floor = _one(writing.connection, schema.floor, facts.floor_id, "floor")
    said = _said_of_room(facts)
    _check_mailbox(writing.connection, said["mailbox"], id)
    for location_id in sorted({before.location.id, floor.location_id}):
        _touch_location(writing, location_id)
    _change(writing, schema.room, id, "room", **said)


def change_photo(writing: Writing, room_id: int, photo: bytes | None) -> None:
    """Raises Unacceptable, NotThere."""
    digest = ""
    if photo is not None:
        if isinstance(unfit := kind_of_photo(photo), Unfit):
            raise Unacceptable(unfit.reason)
        digest = hashlib.sha256(photo).hexdigest()
    _change(writing, schema.room, room_id, "room", photo=photo, photo_digest=digest)
    writing.touch_settings([room_id])


def mirrored(writing: Writing, room_id: int, at: datetime) -> None:
    """Its calendar was read. Touches nothing: panels are not told."""
    writing.connection.execute(update(schema.room).where(schema.room.c.id == room_id).values(read_at=at))


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _rooms() -> Select[Any]:
    room, floor, location = schema.room.c, schema.floor.c, schema.location.c
    columns = [column for column in schema.room.c if column.name != "photo"]
    return (
        select(
            *columns,
            floor.name.label("floor_name"),
            floor.level,
            location.id.label("location_id"),
            location.name.label("location_name"),
            location.space_id,
            location.campus_id,
            location.time_zone,
            location.first_day,
            location.emergency,
        )
        .select_from(schema.room.join(schema.floor).join(schema.location))
        .order_by(location.name, location.id, floor.level, floor.name, room.name, room.id)
    )


def _room(row: Row[Any]) -> MeetingRoom:
    return MeetingRoom(
        id=row.id,
        facts=RoomFacts(
            floor_id=row.floor_id,
            name=row.name,
            mailbox=row.mailbox,
            capacity=row.capacity,
            equipment=tuple(row.equipment),
            detail=row.detail,
            department=row.department,
        ),
        floor=Floor(id=row.floor_id, location_id=row.location_id, name=row.floor_name, level=row.level),
        location=Location(
            id=row.location_id,
            space_id=row.space_id,
            campus_id=row.campus_id,
            name=row.location_name,
            time_zone=row.time_zone,
            first_day=row.first_day,
            emergency=row.emergency,
        ),
        photo_digest=row.photo_digest,
        read_at=row.read_at,
    )


def _location(row: Row[Any]) -> Location:
    return Location(
        id=row.id,
        space_id=row.space_id,
        campus_id=row.campus_id,
        name=row.name,
        time_zone=row.time_zone,
        first_day=row.first_day,
        emergency=row.emergency,
    )


def _floor(row: Row[Any]) -> Floor:
    return Floor(id=row.id, location_id=row.location_id, name=row.name, level=row.level)


def _one(connection: Connection, table: Table, id: int, called: str) -> Row[Any]:
    row = connection.execute(select(table).where(table.c.id == id)).one_or_none()
    if row is None:
        raise NotThere(f"There is no such {called}.")
    return row


def _add(writing: Writing, table: Table, **values: object) -> int:
    return writing.connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()


def _change(writing: Writing, table: Table, id: int, called: str, **values: object) -> None:
    if not writing.connection.execute(update(table).where(table.c.id == id).values(values)).rowcount:
        raise NotThere(f"There is no such {called}.")


def _touch_location(writing: Writing, location_id: int) -> None:
    of_location = select(schema.room.c.id).join(schema.floor).where(schema.floor.c.location_id == location_id)
    writing.touch_settings(list(writing.connection.execute(of_location).scalars()))


def _check_mailbox(connection: Connection, mailbox: str, except_id: int | None) -> None:
    taken = connection.execute(select(schema.room).where(schema.room.c.mailbox == mailbox)).one_or_none()
    if taken is not None and taken.id != except_id:
        raise Unacceptable(f"The mailbox {mailbox} is the room {taken.name}'s already; each room has its own.")


def _said_of_room(facts: RoomFacts) -> dict[str, Any]:
    if kinds.MAILBOX.read(facts.mailbox) is None:
        raise Unacceptable(f"Mailbox: found {facts.mailbox!r:.60}; accepted: {kinds.MAILBOX.accepted}.")
    if facts.capacity is not None and not 1 <= facts.capacity <= 10_000:
        raise Unacceptable(f"Capacity: found {facts.capacity}; accepted: a whole number from 1 to 10000.")
    if len(facts.detail) > 500:
        raise Unacceptable("The line under the name is too long; accepted: up to 500 characters.")
    return {
        "floor_id": facts.floor_id,
        "name": _name(facts.name),
        "mailbox": facts.mailbox.lower(),
        "capacity": facts.capacity,
        "equipment": [_name(word) for word in facts.equipment],
        "detail": facts.detail.strip(),
        "department": None if facts.department is None else _name(facts.department),
    }


def _said_of_location(
    connection: Connection, name: str, time_zone: str, campus_id: int | None, first_day: int
) -> dict[str, Any]:
    if kinds.ZONE.read(time_zone) is None:
        raise Unacceptable(f"Time zone: found {time_zone!r:.60}; accepted: {kinds.ZONE.accepted}.")
    if not 0 <= first_day <= 6:
        raise Unacceptable(f"First day of the week: found {first_day}; accepted: 0 (Monday) to 6 (Sunday).")
    if campus_id is not None:
        _one(connection, schema.campus, campus_id, "campus")
    return {"name": _name(name), "time_zone": time_zone, "campus_id": campus_id, "first_day": first_day}


def _name(name: str) -> str:
    name = name.strip()
    if not name or len(name) > 200:
        raise Unacceptable("A name has 1 to 200 characters.")
    return name


def _level(level: int) -> int:
    if not -20 <= level <= 200:
        raise Unacceptable(f"Level: found {level}; accepted: a whole number from -20 to 200.")
    return level
