"""A database that an older release has filled keeps everything when this one brings it up to date."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection, MetaData, Table, insert, select

from roomdisplay.wox_server import rooms
from roomdisplay.wox_server.database import Database
from tests.pictures import png
from tests.wox_server.building import NOW
from tests.wox_server.postgres import Postgres

OLDER = ["0001", "0002", "0003", "0004", "0005"]
PHOTO = png(8, 8)
CERTIFICATE = "the panel's, in PEM"


@pytest.fixture(params=["sqlite", "postgresql"])
def unmade(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without a table."""
    server: Postgres | None = None
    name, url = f"t{uuid4().hex}", f"sqlite:///{tmp_path / 'wox.sqlite'}"
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
        assert server is not None
        url = server.create(name)
    database = Database(url)
    yield database
    database.close()
    if server is not None:
        server.drop(name)


def filled(connection: Connection) -> None:
    """A row of each table that rooms hang on, with the columns that the revision has."""
    tables = MetaData()
    tables.reflect(connection)

    def add(into: str, /, **values: Any) -> None:
        table = tables.tables[into]
        connection.execute(insert(table).values({key: value for key, value in values.items() if key in table.c}))

    add("space", id=1, name="Contoso")
    add("location", id=1, space_id=1, name="Berlin", time_zone="Europe/Berlin")
    add("floor", id=1, location_id=1, name="2nd floor")
    for id, name, photo in ((1, "aurora", PHOTO), (2, "borealis", None)):
        add("room", id=id, floor_id=1, name=name, mailbox=f"{name}@contoso.example", equipment=["TV"], photo=photo)
    add("person", id=1, email="ada@contoso.example", name="Ada Lovelace")
    add("role", id=1, person_id=1, kind="space-administrator")
    moments = {"start": NOW, "end": NOW + timedelta(hours=1), "made_at": NOW, "changed_at": NOW}
    add("booking", id=str(uuid4()), room_id=1, host_id=1, origin="portal", state="confirmed", revision=1, **moments)
    add("panel", id=1, room_id=1, serial="A-1", token_hash="h" * 64, made_at=NOW, certificate=CERTIFICATE)
    add("problem", id=str(uuid4()), room_id=1, kind="other", text="Too warm", made_at=NOW)
    add("command", id=str(uuid4()), panel_id=1, kind="screenshot", revision=1, made_at=NOW)
    add("secret", name="s", value=b"of the server")
    add("setting", id=1, panel_id=1, name="display.theme", value="light")


def rows(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    tables = MetaData()
    tables.reflect(connection)
    return {table.name: _rows(connection, table) for table in tables.sorted_tables if table.name != "alembic_version"}


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]


@pytest.mark.parametrize("revision", OLDER)
def test_every_row_of_an_older_release_is_there_after_it(unmade: Database, revision: str) -> None:
    unmade.migrate(revision)
    with unmade.writing() as writing:
        filled(writing.connection)
    with unmade.reading() as connection:
        before = rows(connection)
    assert all(before[name] for name in ("room", "booking", "panel", "problem", "command", "setting"))
    unmade.migrate()
    with unmade.reading() as connection:
        after = rows(connection)
    for name, kept in before.items():
        assert len(after[name]) == len(kept), name
        for old, new in zip(kept, after[name], strict=True):
            moved = {"certificate"} if name == "panel" else set[str]()
            assert [key for key in old if key not in moved and (key not in new or new[key] != old[key])] == [], name


@pytest.mark.parametrize("revision", OLDER)
def test_a_room_s_photo_of_before_is_known_by_its_digest(unmade: Database, revision: str) -> None:
    unmade.migrate(revision)
    with unmade.writing() as writing:
        filled(writing.connection)
    unmade.migrate()
    with unmade.reading() as connection:
        aurora = rooms.room_of_mailbox(connection, "aurora@contoso.example")
        borealis = rooms.room_of_mailbox(connection, "borealis@contoso.example")
        assert (aurora.photo_digest, borealis.photo_digest) == (hashlib.sha256(PHOTO).hexdigest(), "")
        assert rooms.photo(connection, aurora.id) == PHOTO


def test_a_panel_s_certificate_of_before_is_a_key_of_its_own(unmade: Database) -> None:
    unmade.migrate("0002")
    with unmade.writing() as writing:
        filled(writing.connection)
    unmade.migrate()
    with unmade.reading() as connection:
        [key] = rows(connection)["panel_key"]
    assert (key["panel_id"], key["certificate"]) == (1, CERTIFICATE)
