"""The `Store` port in one SQLite file: WAL, `synchronous=FULL`, STRICT tables, `user_version` migrations, one writer.

The schedule is a cache and may be lost; the outbox is a promise and is not. A file that SQLite calls corrupt is set
aside beside the new one, with every outbox entry that could still be read carried over.
"""

import os
import sqlite3
import threading
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from roomdisplay.adapters.store import codec, values
from roomdisplay.core import unsent
from roomdisplay.core.outbox import Entry, Stage
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.wox import Booking, ProblemReport, RoomSettings
from roomdisplay.core.wox_side import KeptWox
from roomdisplay.ports import StoreBroken, Stored

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
)
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

    @property
    def _ballast(self) -> Path:
        return self._path.with_name(self._path.name + ".ballast")

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
        aside = self._path.with_name(self._path.name + ".corrupt")
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        self._path.replace(aside)
        self._path.touch(mode=0o600)
        db = _opened(self._path)
        with db:
            db.executemany("INSERT OR IGNORE INTO outbox (id, room, body) VALUES (?, ?, ?)", rows)
        self._notes.append(
            f"{self._path} was corrupt. It was set aside as {aside.name} and made anew; "
            f"{len(rows)} pending booking(s) were carried over. Check the disk if this happens again."
        )
        return db

    def load(self, room_address: str) -> Stored:
        notes = self._notes
        with self._reported():
            row = self._db.execute("SELECT read_at, body FROM schedule WHERE room = ?", (room_address,)).fetchone()
            rows = self._db.execute("SELECT id, body FROM outbox WHERE room = ? ORDER BY position", (room_address,))
            entries: list[Entry] = []
            for id, body in rows:
                try:
                    entries.append(codec.entry_of(id, body))
                except (ValueError, KeyError, TypeError):
                    notes.append(f"The pending booking {id} in {self._path} cannot be read and was left out.")
        schedule, read_at = None, None
        if row is not None:
            try:
                schedule, read_at = codec.schedule_of(row[1]), codec.instant_of(row[0])
            except (ValueError, KeyError, TypeError):
                notes.append(f"The schedule kept in {self._path} cannot be read; it will be fetched again.")
        return Stored(
            schedule=schedule,
            read_at=read_at,
            entries=tuple(entries),
            wox=self._loaded_wox(room_address),
            reports=self._loaded_reports(room_address),
            notes=tuple(notes),
        )

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

    def _loaded_reports(self, room_address: str) -> tuple[ProblemReport, ...]:
        with self._reported():
            rows = self._db.execute("SELECT id, body FROM report WHERE room = ? ORDER BY position", (room_address,))
            found: list[ProblemReport] = []
            for id, body in rows:
                try:
                    found.append(values.value_of(ProblemReport, body))
                except (ValueError, KeyError, TypeError):
                    self._notes.append(f"The problem report {id} in {self._path} cannot be read and was left out.")
        return tuple(found)

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
        if version > len(MIGRATIONS):
            raise sqlite3.OperationalError(f"it was written by a newer version (its format is {version})")
        for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
            db.executescript(f"BEGIN; {migration}; PRAGMA user_version = {number}; COMMIT;")
    except BaseException:
        db.close()
        raise
    return db


def _salvaged(path: Path) -> list[tuple[str, str, str]]:
    """The outbox rows that a corrupt file still gives up, in order."""
    rows: list[tuple[str, str, str]] = []
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=5)) as db:
        rows.extend(db.execute("SELECT id, room, body FROM outbox ORDER BY position"))
    return rows


def _sentence(path: Path, error: Exception) -> str:
    text = str(error)
    if "full" in text or _is_full(path):
        return f"The disk that holds {path} is full, so nothing can be kept. Free some space."
    if "readonly" in text or isinstance(error, PermissionError):
        return f"{path} cannot be written. Give the panel's user write access to it and its folder."
    return f"{path} cannot be used as the panel's store ({text}). Check the disk, or name another state folder."


def _is_full(path: Path) -> bool:
    try:
        free = os.statvfs(path.parent)
    except OSError:
        return False
    return free.f_bavail * free.f_frsize < 64 * 1024
