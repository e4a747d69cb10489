"""Rooms by the list: a CSV file with a heading, one room a line, as an administrator exports them."""

import csv
from collections.abc import Iterable, Mapping

from msgspec import Struct

from roomdisplay.wox_server import rooms
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.rooms import NotThere, RoomFacts, Unacceptable

REQUIRED = ("mailbox", "name", "location", "time_zone", "floor")
OPTIONAL = ("level", "capacity", "equipment", "detail", "department", "campus", "space")
COLUMNS = (*REQUIRED, *OPTIONAL)
SPACE = "Workplace"
"""Of a room whose space is not named."""


class ListRefused(Exception):
    """The message is a sentence: which line, what was found, and what is accepted."""


class Imported(Struct, frozen=True, kw_only=True):
    added: int
    changed: int


def read(lines: Iterable[str]) -> list[tuple[int, dict[str, str]]]:
    """The rows with their line numbers. Raises ListRefused."""
    reader = csv.DictReader(lines, strict=True)
    try:
        heading = [name.strip().lower() for name in reader.fieldnames or ()]
        missing = [name for name in REQUIRED if name not in heading]
        unknown = [name for name in heading if name not in COLUMNS]
        if missing or unknown:
            found = ", ".join(heading) or "nothing"
            raise ListRefused(
                f"line 1: found the columns {found}; accepted: {', '.join(REQUIRED)}, and if wanted "
                f"{', '.join(OPTIONAL)}."
            )
        reader.fieldnames = heading
        rows: list[tuple[int, dict[str, str]]] = []
        for row in reader:
            if None in row or None in row.values():
                raise ListRefused(f"line {reader.line_num}: it has not as many columns as the heading.")
            rows.append((reader.line_num, {name: text.strip() for name, text in row.items()}))
    except csv.Error as error:
        raise ListRefused(f"line {reader.line_num}: this is not CSV ({error}).") from error
    return rows


def take(writing: Writing, rows: Iterable[tuple[int, Mapping[str, str]]]) -> Imported:
    """Adds the rooms, and changes those whose mailbox is known, with the places they are in; all of them or none.

    Raises ListRefused.
    """
    added = changed = 0
    for line, row in rows:
        try:
            is_new = _take(writing, row)
        except (Unacceptable, NotThere, ValueError) as error:
            raise ListRefused(f"line {line}: {error}") from error
        added, changed = added + is_new, changed + (not is_new)
    return Imported(added=added, changed=changed)


def _take(writing: Writing, row: Mapping[str, str]) -> bool:
    connection = writing.connection
    space_id = _place({s.name: s.id for s in rooms.spaces(connection)}, row.get("space") or SPACE, writing)
    location_id = _location(writing, space_id, row)
    level = _number(row, "level") or 0
    floor = next((f for f in rooms.floors(connection, location_id) if f.name == row["floor"]), None)
    floor_id = floor.id if floor else rooms.add_floor(writing, location_id, name=row["floor"], level=level)
    if floor and row.get("level") and floor.level != level:
        rooms.change_floor(writing, floor.id, name=floor.name, level=level)
    facts = RoomFacts(
        floor_id=floor_id,
        name=row["name"],
        mailbox=row["mailbox"],
        capacity=_number(row, "capacity"),
        equipment=tuple(word.strip() for word in row.get("equipment", "").split(";") if word.strip()),
        detail=row.get("detail", ""),
        department=row.get("department") or None,
    )
    try:
        known = rooms.room_of_mailbox(connection, row["mailbox"])
    except NotThere:
        rooms.add_room(writing, facts)
        return True
    if known.facts != facts:
        rooms.change_room(writing, known.id, facts)
    return False


def _location(writing: Writing, space_id: int, row: Mapping[str, str]) -> int:
    name, zone = row["location"], row["time_zone"]
    campus_id: int | None = None
    if campus := row.get("campus"):
        known = {c.name: c.id for c in rooms.campuses(writing.connection) if c.space_id == space_id}
        campus_id = known.get(campus) or rooms.add_campus(writing, space_id, campus)
    known_here = (place for place in rooms.locations(writing.connection) if place.space_id == space_id)
    here = next((place for place in known_here if place.name == name), None)
    if here is None:
        return rooms.add_location(writing, space_id, name=name, time_zone=zone, campus_id=campus_id)
    campus_id = campus_id or here.campus_id
    if (here.time_zone, here.campus_id) != (zone, campus_id):
        rooms.change_location(
            writing, here.id, name=name, time_zone=zone, campus_id=campus_id, first_day=here.first_day
        )
    return here.id


def _place(known: Mapping[str, int], name: str, writing: Writing) -> int:
    return known.get(name) or rooms.add_space(writing, name)


def _number(row: Mapping[str, str], column: str) -> int | None:
    text = row.get(column, "")
    if not text:
        return None
    if not text.lstrip("-").isdecimal():
        raise ValueError(f"{column}: found {text!r:.40}; accepted: a whole number.")
    return int(text)
