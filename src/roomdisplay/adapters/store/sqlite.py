"""The `Store` port in one SQLite file: WAL, `synchronous=FULL`, STRICT tables, `user_version` migrations, one writer.

The schedule is a cache and may be lost; the outbox is a promise and is not. A file that SQLite calls corrupt is set
aside beside the new one, with every promise that could still be read carried over.

A release that is rolled back leaves its store behind. An older release opens it where its migrations only added: it
leaves alone the tables and columns it does not know, and the promises it does not wholly understand.
"""

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from roomdisplay import __version__
from roomdisplay.adapters.store import codec, values
from roomdisplay.core import unsent
from roomdisplay.core.outbox import Entry, Stage
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.wox import Booking, ProblemReport, RoomSettings
from roomdisplay.core.wox_side import KeptWox
from roomdisplay.ports import StoreBroken, Stored

_T = TypeVar("_T")

MIGRATIONS = (
    """
    CREATE TABLE schedule (room TEXT PRIMARY KEY, read_at TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE outbox (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      room TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE wox (room TEXT PRIMARY KEY, cursor TEXT, settings TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE wox_booking (
      room TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (room, id)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE report (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      room TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE format (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      readable_since INTEGER NOT NULL,
      written_by TEXT NOT NULL
    ) STRICT;
    INSERT INTO format (one, readable_since, written_by) VALUES (1, 4, '');
    """,
)
"""`user_version` counts those a file has had. A release that knows fewer opens it all the same if it knows
`format.readable_since` of them. So a migration only adds, tables and columns which may be left out of an INSERT; one
that does more sets `readable_since` to its own number, and no panel can be rolled back past it."""
PROMISES = ("outbox", "report")
BALLAST = 256 * 1024
"""Bytes kept in a file beside the database, given up when the disk is full: what became of a promise must still fit,
though no new promise is made then."""
SCHEDULE_AGE_STEP = timedelta(minutes=5)
"""An unchanged schedule is written again only this often, to spare the flash: after a restart it looks that much older
at most, never younger."""


class SqliteStore:
    """Safe to call from one thread at a time; the file is created with mode 0600."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # kept, because Python's table of names has a place for each that ever was, and doubles: 1 MB
        self._ballast = path.with_name(path.name + ".ballast")
        self._lock = threading.Lock()
        self._notes: list[str] = []
        self._saved: dict[str, tuple[Schedule, datetime]] = {}
        self._kept: dict[str, KeptWox] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not path.exists():
                path.touch(mode=0o600)
            try:
                self._db = self._opened_in_need()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._db = self._rebuilt()
            self._take_ballast()
        except (OSError, sqlite3.Error) as error:
            raise StoreBroken(_sentence(path, error)) from error

    def _take_ballast(self) -> None:
        """Real bytes, not a hole. Without room for it the panel does without."""
        if not self._ballast.exists():
            try:
                self._ballast.write_bytes(b"\xff" * BALLAST)
                self._ballast.chmod(0o600)
            except OSError:
                self._ballast.unlink(missing_ok=True)

    def _opened_in_need(self) -> sqlite3.Connection:
        try:
            return _opened(self._path)
        except sqlite3.OperationalError:
            if not self._ballast.exists():
                raise
            self._ballast.unlink()
            return _opened(self._path)

    def _rebuilt(self) -> sqlite3.Connection:
        rows = _salvaged(self._path)
        count = sum(len(found) for found in rows.values())
        aside = self._path.with_name(self._path.name + ".corrupt")
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        self._path.replace(aside)
        self._path.touch(mode=0o600)
        db = _opened(self._path)
        with db:
            for table, found in rows.items():
                db.executemany(f"INSERT OR IGNORE INTO {table} (id, room, body) VALUES (?, ?, ?)", found)  # noqa: S608
        self._notes.append(
            f"{self._path} was corrupt. It was set aside as {aside.name} and made anew; "
            f"{count} pending booking(s) and report(s) were carried over. Check the disk if this happens again."
        )
        return db

    def load(self, room_address: str) -> Stored:
        with self._reported():
            row = self._db.execute("SELECT read_at, body FROM schedule WHERE room = ?", (room_address,)).fetchone()
        schedule, read_at = None, None
        if row is not None:
            try:
                schedule, read_at = codec.schedule_of(row[1]), codec.instant_of(row[0])
            except (ValueError, KeyError, TypeError):
                self._notes.append(f"The schedule kept in {self._path} cannot be read; it will be fetched again.")
        entries, reports = self._promised(room_address, "outbox"), self._promised(room_address, "report")
        read, unread = _read(entries, codec.entry_of)
        told, untold = _read(reports, lambda _, body: values.whole_value_of(ProblemReport, body))
        for id in unread + untold:
            self._notes.append(
                f"What was promised as {id} in {self._path} cannot be read by this release. It stays there, unsent, "
                "for one that can: install the release that wrote it, or a newer one."
            )
        return Stored(
            schedule=schedule,
            read_at=read_at,
            entries=tuple(read),
            wox=self._loaded_wox(room_address),
            reports=tuple(told),
            unread=len(unread) + len(untold),
            notes=tuple(self._notes),
        )

    def _promised(self, room_address: str, table: str) -> list[tuple[str, str]]:
        """Id and body of each, in order."""
        with self._reported():
            return self._db.execute(
                f"SELECT id, body FROM {table} WHERE room = ? ORDER BY position",  # noqa: S608 - two names of our own
                (room_address,),
            ).fetchall()

    def take_along(self, room_address: str) -> int:
        """What is still owed of other rooms goes on under this one's name; how much. All at once or not at all."""
        with self._reported(), self._db:
            rows = self._db.execute("SELECT id, room, body FROM outbox WHERE room != ?", (room_address,)).fetchall()
            count = 0
            for id, room, body in rows:
                try:
                    entry = unsent.moved(codec.entry_of(id, body), room, room_address)
                except (ValueError, KeyError, TypeError):
                    continue  # it stays, for whoever can read it
                if entry is None:
                    self._db.execute("DELETE FROM outbox WHERE id = ?", (id,))
                    continue
                count += 1
                changed = (room_address, codec.entry_text(entry), id)
                self._db.execute("UPDATE outbox SET room = ?, body = ? WHERE id = ?", changed)
        return count

    def save_schedule(self, room_address: str, schedule: Schedule, read_at: datetime) -> None:
        known = self._saved.get(room_address)
        if known is not None and known[0] == schedule and abs(read_at - known[1]) < SCHEDULE_AGE_STEP:
            return
        self._write(
            "INSERT INTO schedule (room, read_at, body) VALUES (?, ?, ?)"
            " ON CONFLICT (room) DO UPDATE SET read_at = excluded.read_at, body = excluded.body",
            (room_address, codec.instant_text(read_at), codec.schedule_text(schedule)),
        )
        self._saved[room_address] = schedule, read_at

    def save_entry(self, room_address: str, entry: Entry) -> None:
        if entry.stage is not Stage.ACCEPTED:
            self._make_room()
        self._write(
            "INSERT INTO outbox (id, room, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            (entry.id, room_address, codec.entry_text(entry)),
        )

    def forget_entry(self, room_address: str, id: str) -> None:
        self._write("DELETE FROM outbox WHERE room = ? AND id = ?", (room_address, id))

    def save_report(self, room_address: str, report: ProblemReport) -> None:
        self._write(
            "INSERT INTO report (id, room, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            (report.id, room_address, values.text(report)),
        )

    def forget_report(self, room_address: str, id: str) -> None:
        self._write("DELETE FROM report WHERE room = ? AND id = ?", (room_address, id))

    def save_wox(self, room_address: str, kept: KeptWox) -> None:
        """Writes what differs from the last time, in one transaction."""
        before = self._kept.get(room_address)
        known = {b.id: b for b in before.bookings} if before is not None else {}
        changed = [(room_address, b.id, values.text(b)) for b in kept.bookings if known.get(b.id) != b]
        settings = None if kept.settings is None else values.text(kept.settings)
        with self._reported(), self._db:
            if before is None:
                self._db.execute("DELETE FROM wox_booking WHERE room = ?", (room_address,))
            self._db.executemany(
                "INSERT INTO wox_booking (room, id, body) VALUES (?, ?, ?)"
                " ON CONFLICT (room, id) DO UPDATE SET body = excluded.body",
                changed,
            )
            gone = known.keys() - {b.id for b in kept.bookings}
            self._db.executemany(
                "DELETE FROM wox_booking WHERE room = ? AND id = ?", [(room_address, id) for id in gone]
            )
            self._db.execute(
                "INSERT INTO wox (room, cursor, settings) VALUES (?, ?, ?)"
                " ON CONFLICT (room) DO UPDATE SET cursor = excluded.cursor, settings = excluded.settings",
                (room_address, kept.cursor, settings),
            )
        self._kept[room_address] = kept

    def _loaded_wox(self, room_address: str) -> KeptWox | None:
        """Where a part of it cannot be read, WOX is to tell all of it again."""
        with self._reported():
            row = self._db.execute("SELECT cursor, settings FROM wox WHERE room = ?", (room_address,)).fetchone()
            bodies = self._db.execute("SELECT body FROM wox_booking WHERE room = ?", (room_address,)).fetchall()
        if row is None:
            return None
        cursor: str | None = row[0]
        settings: RoomSettings | None = None
        bookings: list[Booking] = []
        try:
            settings = None if row[1] is None else values.value_of(RoomSettings, row[1])
            bookings = [values.value_of(Booking, body) for (body,) in bodies]
        except (ValueError, KeyError, TypeError):
            self._notes.append(f"What WOX told, as kept in {self._path}, cannot be read; it will be fetched again.")
            return KeptWox(settings=settings)
        return KeptWox(cursor=cursor, settings=settings, bookings=tuple(bookings))

    def forget_rooms(self) -> None:
        """What was read of any room, and what WOX told of it, is gone from the disk too. The outbox stays: a promise.

        Raises StoreBroken.
        """
        with self._reported():
            self._db.execute("PRAGMA secure_delete = ON")
            with self._db:
                for table in ("schedule", "wox", "wox_booking"):
                    self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - three names of our own
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._saved.clear()
        self._kept.clear()

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def _make_room(self) -> None:
        """Gives up the ballast where the disk is full, takes it again where it is not."""
        try:
            free = os.statvfs(self._path.parent)
        except OSError:
            return
        if free.f_bavail * free.f_frsize < BALLAST // 4:
            self._ballast.unlink(missing_ok=True)
        elif free.f_bavail * free.f_frsize > 2 * BALLAST:
            self._take_ballast()

    def _write(self, statement: str, values: tuple[str, ...]) -> None:
        with self._reported(), self._db:
            self._db.execute(statement, values)

    @contextmanager
    def _reported(self) -> Generator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.Error as error:
                raise StoreBroken(_sentence(self._path, error)) from error


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        if db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("quick_check failed")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS) and _readable_since(db, version) > len(MIGRATIONS):
            raise StoreBroken(
                f"{path} was written by a newer release, and this one cannot read its format ({version}). Nothing in "
                "it was changed; nothing can be booked here until that release, or a newer one, is installed again."
            )
        for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
            db.executescript(f"BEGIN; {migration}; PRAGMA user_version = {number}; COMMIT;")
        _signed(db)
    except BaseException:
        db.close()
        raise
    return db


def _readable_since(db: sqlite3.Connection, version: int) -> int:
    with suppress(sqlite3.OperationalError):
        for (number,) in db.execute("SELECT readable_since FROM format"):
            return number
    return version


def _signed(db: sqlite3.Connection) -> None:
    """Another release has kept of WOX's answers what it knew of; so this one asks WOX for all of them again."""
    if db.execute("SELECT 1 FROM format WHERE written_by != ?", (__version__,)).fetchone():
        with db:
            db.execute("UPDATE wox SET cursor = NULL")
            db.execute("UPDATE format SET written_by = ?", (__version__,))


def _read(rows: Sequence[tuple[str, str]], value_of: Callable[[str, str], _T]) -> tuple[list[_T], list[str]]:
    """What each promise is, and the ids of those that cannot be read."""
    read: list[_T] = []
    unread: list[str] = []
    for id, body in rows:
        try:
            read.append(value_of(id, body))
        except (ValueError, KeyError, TypeError):
            unread.append(id)
    return read, unread


def _salvaged(path: Path) -> dict[str, list[tuple[str, str, str]]]:
    """The promises that a corrupt file still gives up, in order, by table."""
    rows: dict[str, list[tuple[str, str, str]]] = {table: [] for table in PROMISES}
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=5)) as db:
        for table, found in rows.items():
            with suppress(sqlite3.Error):
                found.extend(db.execute(f"SELECT id, room, body FROM {table} ORDER BY position"))  # noqa: S608
    return rows


_UNWRITABLE = (errno.EROFS, errno.EACCES, errno.EPERM)


def _sentence(path: Path, error: Exception) -> str:
    text = str(error)
    if "full" in text or _is_full(path):
        return f"The disk that holds {path} is full, so nothing can be kept. Free some space."
    if "readonly" in text or (isinstance(error, OSError) and error.errno in _UNWRITABLE):
        return f"{path} cannot be written. Give the panel's user write access to its folder, on a writable disk."
    return f"{path} cannot be used as the panel's store ({text}). Check the disk, or name another state folder."


def _is_full(path: Path) -> bool:
    try:
        free = os.statvfs(path.parent)
    except OSError:
        return False
    return free.f_bavail * free.f_frsize < 64 * 1024
