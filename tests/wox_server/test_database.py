"""The tables of the migrations are those of the schema; revisions rise in the order in which they are committed."""

import threading
from collections.abc import Callable
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from roomdisplay.core.wox import CommandKind
from roomdisplay.wox_server import panels, schema
from roomdisplay.wox_server.database import MOST_NAMED, Database, DatabaseBroken, Touched, Writing, heard
from tests.wox_server.building import NOW, build


def test_the_migrations_lead_to_the_schema(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": False})
        assert compare_metadata(context, schema.metadata) == []


def test_migrating_again_and_at_the_same_time_changes_nothing(database: Database) -> None:
    build(database)
    threads = [threading.Thread(target=database.migrate) for _ in range(1 if not database.is_shared else 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(schema.room)).scalar_one() == 3


def test_a_database_that_cannot_be_opened_is_answered_with_a_sentence() -> None:
    with pytest.raises(DatabaseBroken, match="cannot be opened or brought up to date"):
        Database("sqlite:////nowhere/at/all/wox.sqlite").migrate()
    with pytest.raises(DatabaseBroken, match="URL cannot be read"):
        Database("not a url")


def test_a_room_is_touched_once_a_transaction_and_told_about_after_it(database: Database) -> None:
    building = build(database)
    told: list[Touched] = []
    database.listen(told.append)
    with database.writing() as writing:
        first = writing.touch(building.aurora)
        assert writing.touch(building.aurora) == first
        writing.touch_settings([building.aurora, building.borealis])
        assert told == []
    with database.reading() as connection:
        rows = connection.execute(select(schema.room).order_by(schema.room.c.id)).all()
    assert [(row.revision, row.settings_revision) for row in rows] == [(1, 1), (1, 1), (0, 0)]
    if not database.is_shared:
        assert told == [{building.aurora, building.borealis}]


def test_what_is_rolled_back_was_never_said(database: Database) -> None:
    building = build(database)
    told: list[Touched] = []
    database.listen(told.append)

    def fail(writing: Writing) -> None:
        writing.touch(building.aurora)
        raise LookupError

    with pytest.raises(LookupError), database.writing() as writing:
        fail(writing)
    assert told == []
    with database.reading() as connection:
        assert connection.execute(select(func.max(schema.room.c.revision))).scalar_one() == 0


def test_writers_of_one_room_commit_in_the_order_of_their_revisions(database: Database) -> None:
    building = build(database)
    committed: list[int] = []
    lock = threading.Lock()

    def write() -> None:
        for _ in range(10):
            with database.writing() as writing:
                revision = writing.touch(building.aurora)
                with lock:
                    committed.append(revision)

    _all_at_once(write, write, write)
    assert committed == list(range(1, 31))


def test_writers_of_several_rooms_never_wait_for_each_other_in_a_circle(database: Database) -> None:
    building = build(database)

    def write(*rooms: int) -> Callable[[], None]:
        def run() -> None:
            for _ in range(10):
                with database.writing() as writing:
                    writing.touch_all(rooms)

        return run

    _all_at_once(write(building.aurora, building.caravel), write(building.caravel, building.aurora))
    with database.reading() as connection:
        assert connection.execute(select(schema.room.c.revision).order_by(schema.room.c.id)).scalars().all() == [
            20,
            0,
            20,
        ]


def test_a_notification_names_the_rooms_or_says_all(database: Database) -> None:
    if not database.is_shared:
        pytest.skip("SQLite tells within the process")
    import psycopg

    building = build(database)
    with psycopg.connect(database.url.set(drivername="postgresql").render_as_string(False), autocommit=True) as ear:
        ear.execute("LISTEN roomdisplay")
        with database.writing() as writing:
            writing.touch_all([building.aurora, building.caravel])
        heard_of = next(ear.notifies(timeout=5, stop_after=1))
        assert heard(heard_of.payload) == {building.aurora, building.caravel}
    assert heard("*") is None
    assert heard("nonsense") is None
    assert MOST_NAMED * 8 < 8000


def _all_at_once(*runs: Callable[[], None]) -> None:
    threads = [threading.Thread(target=run) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()


def test_each_kind_of_command_can_be_kept_and_no_other(database: Database) -> None:
    """On a database that was migrated from the beginning; checks are not among what is compared above."""
    building = build(database)
    with database.writing() as writing:
        panel, _ = panels.add(writing, building.aurora, serial="A-1", now=NOW)
        for kind in CommandKind:
            panels.order(writing, panel, kind, NOW)
    row = {"id": str(uuid4()), "panel_id": panel, "kind": "dance", "revision": 1, "made_at": NOW}
    with pytest.raises(IntegrityError), database.writing() as writing:
        writing.connection.execute(insert(schema.command).values(row))
