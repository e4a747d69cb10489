"""Transactions, and who is told about them: SQLite for one process, PostgreSQL for several."""

import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alembic import command as alembic
from alembic.config import Config
from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    Subquery,
    Text,
    cast,
    create_engine,
    event,
    func,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from roomdisplay.wox_server import schema

CHANNEL = "roomdisplay"
MOST_NAMED = 500
"""Rooms in one notification; beyond that it says "look at all of yours" (PostgreSQL takes at most 8000 bytes)."""
EVERY_ROOM = "*"
IMMEDIATE = "roomdisplay_immediate"
"""The execution option of a connection that is going to write."""
MIGRATION_LOCK = 0x524F4F4D
"""Any number: PostgreSQL's advisory lock under which one process at a time migrates."""

Touched = Collection[int] | None
"""Rooms that have news; None: perhaps any."""


class DatabaseBroken(Exception):
    """The message is a sentence that says what to do."""


@dataclass(slots=True)
class Writing:
    """A transaction that writes. Rooms touched in it are told about once it is committed."""

    connection: Connection
    touched: dict[int, int] = field(default_factory=dict[int, int])
    """Room → its new revision."""

    def touch(self, room_id: int) -> int:
        """Raises the room's revision, and holds its row until the end of the transaction: within a room, revisions are
        committed in order, so that a cursor never skips one. Call it before writing what carries the revision."""
        if room_id not in self.touched:
            self.touch_all([room_id])
        return self.touched[room_id]

    def touch_all(self, room_ids: Collection[int]) -> None:
        """The same for several rooms."""
        wanted = sorted(set(room_ids) - set(self.touched))
        if not wanted:
            return
        if len(wanted) > 1:
            # in one order everywhere, so that two writers never wait for each other
            locked = select(schema.room.c.id).where(schema.room.c.id.in_(wanted)).order_by(schema.room.c.id)
            self.connection.execute(locked.with_for_update())
        raised = (
            update(schema.room)
            .where(schema.room.c.id.in_(wanted))
            .values(revision=schema.room.c.revision + 1)
            .returning(schema.room.c.id, schema.room.c.revision)
        )
        self.touched.update({row.id: row.revision for row in self.connection.execute(raised)})

    def touch_settings(self, room_ids: Collection[int]) -> None:
        """The rooms' settings (or what else `RoomSettings` holds) have changed."""
        self.touch_all(room_ids)
        rooms = schema.room
        ids = sorted(set(room_ids))
        self.connection.execute(update(rooms).where(rooms.c.id.in_(ids)).values(settings_revision=rooms.c.revision))


class Database:
    """Blocking: call it from a thread, never on the event loop."""

    def __init__(self, url: str, *, pool: int = 8) -> None:
        """`url` as SQLAlchemy takes it: `sqlite:///FILE` or `postgresql://USER@HOST/NAME`. Raises DatabaseBroken."""
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise DatabaseBroken("The database's URL cannot be read. Give sqlite:///FILE or postgresql://…") from error
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.url = parsed
        self.is_shared = parsed.get_backend_name() == "postgresql"
        """Other processes may write to it."""
        options: dict[str, Any] = {"pool_size": pool, "max_overflow": 4, "pool_pre_ping": True}
        if not self.is_shared:
            options = {"connect_args": {"timeout": 30, "check_same_thread": False}, "pool_size": pool}
        self.engine = create_engine(parsed, **options)
        self._is_closed = False
        event.listen(self.engine, "checkin", self._given_back)
        self._listeners: list[Callable[[Touched], None]] = []
        self._one_writer = threading.Lock()
        self._ear: PoolProxiedConnection | None = None
        if not self.is_shared:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """A snapshot."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Generator[Writing]:
        """One transaction; rolled back where the block raises."""
        if self.is_shared:
            with self.engine.begin() as connection:
                writing = Writing(connection)
                yield writing
                if writing.touched:
                    connection.execute(select(func.pg_notify(CHANNEL, _payload(writing.touched))))
            return
        with self._one_writer, self.engine.connect().execution_options(**{IMMEDIATE: True}) as connection:
            writing = Writing(connection)
            with connection.begin():
                yield writing
        if writing.touched:
            self.tell(set(writing.touched))

    def listen(self, told: Callable[[Touched], None]) -> None:
        """`told` is called, on any thread, after each commit of this process that touched rooms (SQLite). With
        PostgreSQL the hub listens to CHANNEL instead and calls `tell`."""
        self._listeners.append(told)

    def tell(self, touched: Touched) -> None:
        for told in self._listeners:
            told(touched)

    def migrate(self, revision: str = "head") -> None:
        """Brings the tables up to that revision, this version's; several processes may do so at once. Raises
        DatabaseBroken."""
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
        try:
            with self.engine.connect() as connection:
                if self.is_shared:
                    connection.execute(text(f"SELECT pg_advisory_lock({MIGRATION_LOCK})"))
                    connection.commit()
                try:
                    config.attributes["connection"] = connection
                    alembic.upgrade(config, revision)
                finally:
                    if self.is_shared:
                        connection.execute(text(f"SELECT pg_advisory_unlock({MIGRATION_LOCK})"))
                    connection.commit()
        except SQLAlchemyError as error:
            raise DatabaseBroken(
                f"The database {self.url.render_as_string(hide_password=True)} cannot be opened or brought up to date: "
                f"{str(error).splitlines()[0]} Check that it is reachable and that this user may create tables."
            ) from error

    def file_version(self) -> int:
        """Another number whenever anybody else's connection, of whatever process, has committed to the SQLite file."""
        if self._ear is None:
            self._ear = self.engine.raw_connection()
        cursor = self._ear.cursor()
        try:
            return cursor.execute("PRAGMA data_version").fetchone()[0]
        finally:
            cursor.close()

    def _given_back(self, _connection: object, record: ConnectionPoolEntry) -> None:
        """By a thread that was still at work when the pool was given up."""
        if self._is_closed:
            record.invalidate()

    def close(self) -> None:
        self._is_closed = True
        if self._ear is not None:
            self._ear.close()
            self._ear = None
        self.engine.dispose()


def pairs(connection: Connection, wanted: Mapping[int, int]) -> Subquery:
    """A table of `key` and `value` to join with: one statement for any number of rooms, each with its own cursor."""
    given = literal(json.dumps(wanted), Text)
    if connection.dialect.name == "postgresql":
        rows = func.json_each_text(cast(given, JSON)).table_valued("key", "value")
    else:
        rows = func.json_each(given).table_valued("key", "value")
    return select(cast(rows.c.key, BigInteger).label("key"), cast(rows.c.value, BigInteger).label("value")).subquery()


def heard(payload: str) -> Touched:
    """What a notification on CHANNEL says."""
    if payload == EVERY_ROOM:
        return None
    with suppress(ValueError):
        return {int(word) for word in payload.split(",")}
    return None


def _payload(touched: Collection[int]) -> str:
    return EVERY_ROOM if len(touched) > MOST_NAMED else ",".join(str(id) for id in sorted(touched))


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `writing` says so
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 30000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(IMMEDIATE) else "BEGIN")
