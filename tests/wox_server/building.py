"""A small building for the tests, and how to make one."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Table, insert

from roomdisplay.wox_server import schema
from roomdisplay.wox_server.database import Database, Writing

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """Ids: Berlin has Aurora and Borealis on its second floor, Lisbon has Caravel."""

    space: int
    berlin: int
    lisbon: int
    aurora: int
    borealis: int
    caravel: int
    ada: int
    """A person."""


def build(database: Database) -> Building:
    with database.writing() as writing:
        space = add(writing, schema.space, name="Contoso")
        berlin = add(writing, schema.location, space_id=space, name="Berlin", time_zone="Europe/Berlin")
        lisbon = add(writing, schema.location, space_id=space, name="Lisbon", time_zone="Europe/Lisbon")
        second = add(writing, schema.floor, location_id=berlin, name="2nd floor", level=2)
        ground = add(writing, schema.floor, location_id=lisbon, name="Ground floor", level=0)
        return Building(
            space=space,
            berlin=berlin,
            lisbon=lisbon,
            aurora=add_room(writing, second, "Aurora"),
            borealis=add_room(writing, second, "Borealis"),
            caravel=add_room(writing, ground, "Caravel"),
            ada=add(writing, schema.person, email="ada@contoso.example", name="Ada Lovelace"),
        )


def add_room(writing: Writing, floor: int, name: str) -> int:
    mailbox = f"{name.lower()}@contoso.example"
    return add(writing, schema.room, floor_id=floor, name=name, mailbox=mailbox, equipment=[], capacity=8)


def add(writing: Writing, table: Table, **values: object) -> int:
    key = writing.connection.execute(insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return key[0]
