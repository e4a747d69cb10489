"""What survives a power cut: the last schedule, and every promise made at the glass."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.adapters.store import codec, sqlite, values
from roomdisplay.adapters.store.sqlite import MIGRATIONS, SqliteStore
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.outbox import (
    Book,
    Cancel,
    Cause,
    CheckIn,
    End,
    Entry,
    Extend,
    Move,
    Reason,
    Release,
    Source,
    Stage,
)
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.wox import (
    Agreed,
    Booking,
    BookingState,
    Origin,
    ProblemKind,
    ProblemReport,
    Refused,
    RoomSettings,
)
from roomdisplay.core.wox_side import KeptWox
from roomdisplay.ports import StoreBroken

ROOM = "aurora@contoso.example"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = Interval(NOON - timedelta(hours=12), NOON + timedelta(hours=36))
HALF_HOUR = Interval(NOON, NOON + timedelta(minutes=30))

instants = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda d: d.replace(tzinfo=UTC))  # noqa: DTZ001
intervals = st.tuples(instants, instants).map(lambda pair: Interval(min(pair), max(pair)))
texts = st.text(max_size=30)
operations = st.one_of(
    st.builds(Book, interval=intervals, subject=texts, is_private=st.booleans()),
    st.builds(Move, interval=intervals, before=intervals, subject=st.none() | texts, old_subject=st.none() | texts),
    st.builds(Extend, interval=intervals, before=instants),
    st.builds(End, interval=intervals),
    st.builds(Cancel, interval=intervals),
    st.builds(
        Release,
        interval=intervals,
        event_id=texts,
        comment=texts,
        cause=st.sampled_from(Cause),
        subject=st.none() | texts,
    ),
    st.builds(CheckIn, interval=intervals, event_id=texts),
)
entries = st.builds(
    Entry,
    id=st.uuids().map(str),
    booking_id=st.uuids().map(str),
    operation=operations,
    made_at=instants,
    source=st.sampled_from(Source),
    room=st.none() | texts,
    stage=st.sampled_from(Stage),
    attempts=st.integers(0, 99),
    retry_at=st.none() | instants,
    event_id=texts,
    etag=texts,
    written=st.booleans(),
    re_decided=st.booleans(),
    reason=st.none() | st.sampled_from(Reason),
)
meetings = st.builds(
    Meeting,
    id=texts,
    interval=intervals,
    subject=st.none() | texts,
    organizer=st.none() | texts,
    etag=texts,
    ical_uid=texts,
    original_start=st.none() | instants,
    series_master_id=st.none() | texts,
    booking_id=st.none() | texts,
    created_at=st.none() | instants,
    show_as=st.sampled_from(ShowAs),
    is_all_day=st.booleans(),
    is_private=st.booleans(),
    is_cancelled=st.booleans(),
    is_declined=st.booleans(),
    is_organizer=st.booleans(),
    has_attendees=st.booleans(),
)

bookings = st.builds(
    Booking,
    id=st.uuids().map(str),
    interval=intervals,
    subject=st.none() | texts,
    host=st.none() | texts,
    host_id=st.none() | texts,
    is_private=st.booleans(),
    origin=st.sampled_from(Origin),
    state=st.sampled_from(BookingState),
    agreed=st.none() | st.builds(Agreed, interval=intervals, subject=st.none() | texts, as_of=instants),
    refusal=st.none() | st.sampled_from(Refused),
    checked_in_at=st.none() | instants,
    released_at=st.none() | instants,
    version=st.integers(0),
)
ROOMS = (
    Room(address=ROOM, name="Aurora", zone=ZoneInfo("Europe/Berlin"), detail="8 seats"),
    Room(address="borealis@contoso.example", name="Borealis", zone=ZoneInfo("America/New_York")),
)
SETTINGS = RoomSettings(
    room=ROOMS[0],
    policy=Policy(durations=(timedelta(minutes=20),), check_in=True, walk_up_subject="Ad hoc"),
    nearby=ROOMS[1:],
    emergency="Leave by the north stairs.",
)


def entry(id: str = "a", **changes: object) -> Entry:
    book = Book(interval=HALF_HOUR, subject="Walk-up booking")
    made = Entry(id=id, booking_id=id, operation=book, made_at=NOON, stage=Stage.CHECK)
    return replace(made, **changes)


def schedule(*subjects: str) -> Schedule:
    return Schedule.of(DAY, [Meeting(id=s, interval=HALF_HOUR, subject=s, organizer=None) for s in subjects])


@given(entries)
def test_an_entry_comes_back_as_it_was_written(written: Entry) -> None:
    assert codec.entry_of(written.id, codec.entry_text(written)) == written


def test_an_entry_of_an_older_panel_is_this_rooms_and_may_have_been_written() -> None:
    old = json.loads(codec.entry_text(entry()))
    del old["room"], old["written"], old["source"], old["operation"]["is_private"]
    assert codec.entry_of("a", json.dumps(old)) == entry(written=True)


@given(intervals, st.lists(meetings, max_size=5), st.integers(0, 9))
def test_a_schedule_comes_back_as_it_was_written(window: Interval, known: list[Meeting], skipped: int) -> None:
    written = Schedule.of(window, known, skipped)
    assert codec.schedule_of(codec.schedule_text(written)) == written


def test_a_restart_finds_the_schedule_its_age_and_the_outbox_in_order(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "state" / "panel.sqlite")
    store.save_schedule(ROOM, schedule("Design review"), NOON)
    for id in ("b", "a", "c"):
        store.save_entry(ROOM, entry(id))
    store.save_entry(ROOM, entry("b", stage=Stage.VERIFY))
    store.forget_entry(ROOM, "a")
    store.close()

    again = SqliteStore(tmp_path / "state" / "panel.sqlite")
    stored = again.load(ROOM)
    again.close()
    assert stored.schedule == schedule("Design review")
    assert stored.read_at == NOON
    assert [(e.id, e.stage) for e in stored.entries] == [("b", Stage.VERIFY), ("c", Stage.CHECK)]
    assert stored.notes == ()


def test_another_room_finds_nothing_of_this_one(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "panel.sqlite")
    store.save_schedule(ROOM, schedule("Design review"), NOON)
    store.save_entry(ROOM, entry())
    stored = store.load("borealis@contoso.example")
    store.close()
    assert (stored.schedule, stored.entries) == (None, ())


def test_only_the_panel_may_read_the_file(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "panel.sqlite")
    store.save_entry(ROOM, entry())
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    store.close()
    assert set(modes.values()) == {0o600}, modes


def test_an_unchanged_schedule_is_not_written_at_every_poll_and_never_looks_younger(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    reads = [NOON + timedelta(seconds=30 * n) for n in range(41)]
    seen: set[datetime | None] = set()
    for read_at in reads:
        store.save_schedule(ROOM, schedule("Design review"), read_at)
        kept = store.load(ROOM).read_at
        assert kept is not None
        assert timedelta() <= read_at - kept < timedelta(minutes=5)
        seen.add(kept)
    store.save_schedule(ROOM, schedule("Sprint planning"), reads[-1])
    assert store.load(ROOM).schedule == schedule("Sprint planning")
    store.close()
    assert len(seen) == 5


@pytest.mark.parametrize("damage", ["header", "middle", "truncated", "not a database"])
def test_a_corrupt_file_is_set_aside_and_the_panel_goes_on(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_schedule(ROOM, schedule(*[f"Meeting {n} {'x' * 400}" for n in range(200)]), NOON)
    for n in range(50):
        store.save_entry(ROOM, entry(f"entry-{n}"))
    store.close()
    whole = bytearray(path.read_bytes())
    match damage:
        case "header":
            whole[16:100] = os.urandom(84)
        case "middle":
            whole[len(whole) // 2 : len(whole) // 2 + 4096] = b"\xff" * 4096
        case "truncated":
            whole = whole[: len(whole) // 2]
        case _:
            whole = bytearray(b"this is a text" * 1000)
    path.write_bytes(whole)

    again = SqliteStore(path)
    notes = again.load(ROOM).notes
    again.save_entry(ROOM, entry("new"))
    assert "new" in [e.id for e in again.load(ROOM).entries]
    again.close()
    assert any("was corrupt. It was set aside" in note for note in notes)
    assert (tmp_path / "panel.sqlite.corrupt").exists()


def test_what_can_still_be_read_of_the_outbox_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_entry(ROOM, entry("kept"))
    store.save_schedule(ROOM, schedule(*[f"Meeting {n} {'x' * 400}" for n in range(200)]), NOON)
    store.close()
    whole = bytearray(path.read_bytes())
    whole[-8192:] = b"\xff" * 8192  # the schedule's overflow pages are the file's last
    path.write_bytes(whole)

    again = SqliteStore(path)
    stored = again.load(ROOM)
    again.close()
    assert [e.id for e in stored.entries] == ["kept"]
    assert any("1 pending booking(s) and report(s) were carried over" in note for note in stored.notes)


def test_one_unreadable_entry_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_entry(ROOM, entry("good"))
    store.close()
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO outbox (id, room, body) VALUES ('bad', ?, '{\"kind\": 7')", (ROOM,))
    db.close()
    again = SqliteStore(path)
    stored = again.load(ROOM)
    again.close()
    assert [e.id for e in stored.entries] == ["good"]
    assert any("promised as bad" in note for note in stored.notes)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreBroken, match="Check the disk, or name another state folder"):
        SqliteStore(tmp_path / "file" / "panel.sqlite")


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path]:
    """A file system of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("mounting a small file system needs root")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(folder: Path) -> Path:
    """Fills the disk to the last byte."""
    filling = folder / "filling"
    with filling.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filling


def test_on_a_full_disk_no_promise_is_made_but_outcomes_are_kept(small_disk: Path) -> None:
    store = SqliteStore(small_disk / "panel.sqlite")
    store.save_entry(ROOM, entry("promised"))
    filling = fill(small_disk)

    def promise() -> None:
        for n in range(200):
            store.save_entry(ROOM, entry(f"new-{n}", stage=Stage.ACCEPTED))

    with pytest.raises(StoreBroken, match="is full, so nothing can be kept"):
        promise()
    store.save_entry(ROOM, entry("promised", stage=Stage.CONFIRMED))
    filling.unlink()
    store.save_entry(ROOM, entry("promised", stage=Stage.CONFIRMED))
    stages = {e.id: e.stage for e in store.load(ROOM).entries}
    store.close()
    assert stages["promised"] is Stage.CONFIRMED
    assert (small_disk / "panel.sqlite.ballast").exists()


def test_a_panel_starts_on_a_full_disk(small_disk: Path) -> None:
    store = SqliteStore(small_disk / "panel.sqlite")
    store.save_entry(ROOM, entry("promised"))
    store.close()
    fill(small_disk)
    again = SqliteStore(small_disk / "panel.sqlite")
    kept = [e.id for e in again.load(ROOM).entries]
    again.close()
    assert kept == ["promised"]


def test_a_full_disk_from_the_start_is_said_as_such(small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(StoreBroken, match="is full, so nothing can be kept"):
        SqliteStore(small_disk / "panel.sqlite")


def test_what_was_saved_is_there_after_kill_9(tmp_path: Path) -> None:
    """The process saves entries and prints each id once it is saved; every printed id must be found again."""
    program = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from test_sqlite import ROOM, entry
from roomdisplay.adapters.store.sqlite import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
for n in range(100000):
    store.save_entry(ROOM, entry(f"entry-{n}"))
    print(f"entry-{n}", flush=True)
"""
    path = tmp_path / "panel.sqlite"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(path), str(Path(__file__).parent)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    printed = [process.stdout.readline().strip() for _ in range(40)]
    process.send_signal(signal.SIGKILL)
    printed += [line.strip() for line in process.stdout.readlines() if line.endswith("\n")]
    process.stdout.close()
    process.wait(timeout=10)
    store = SqliteStore(path)
    kept = {e.id for e in store.load(ROOM).entries}
    store.close()
    assert set(printed) <= kept


# ── what WOX told ─────────────────────────────────────────────────────────────────────────────────────────────────────


@given(bookings)
def test_a_booking_comes_back_as_it_was_written(written: Booking) -> None:
    assert values.value_of(Booking, values.text(written)) == written


def test_settings_come_back_as_they_were_written() -> None:
    assert values.value_of(RoomSettings, values.text(SETTINGS)) == SETTINGS


def test_a_setting_that_is_missing_has_its_default_and_an_unknown_one_is_ignored() -> None:
    kept = json.loads(values.text(SETTINGS))
    del kept["policy"]["check_in"]
    kept["policy"]["of_tomorrow"] = 7
    assert values.value_of(RoomSettings, json.dumps(kept)).policy == replace(SETTINGS.policy, check_in=False)


@pytest.mark.parametrize("damage", ["[]", "{}", "null", '{"room": 7}', "7", "{", '{"id": 7, "interval": [1, 2]}'])
def test_what_is_no_booking_is_said_so(damage: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        values.value_of(Booking, damage)


def booked(number: int, **facts: object) -> Booking:
    return replace(Booking(id=f"b{number}", interval=HALF_HOUR, subject="Plan", version=number), **facts)


def test_a_restart_finds_what_wox_told(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "panel.sqlite")
    assert store.load(ROOM).wox is None
    first = KeptWox(cursor="2", settings=SETTINGS, bookings=(booked(1), booked(2)))
    store.save_wox(ROOM, first)
    assert store.load(ROOM).wox == first
    then = KeptWox(cursor="4", settings=SETTINGS, bookings=(booked(2, subject="Review"), booked(3)))
    store.save_wox(ROOM, then)
    store.close()
    again = SqliteStore(tmp_path / "panel.sqlite")
    assert again.load(ROOM).wox == then
    assert again.load("borealis@contoso.example").wox is None
    again.save_wox(ROOM, KeptWox(cursor="5", bookings=(booked(3),)))
    assert again.load(ROOM).wox == KeptWox(cursor="5", bookings=(booked(3),)), "written by an earlier start, too"
    again.close()


def test_a_file_from_before_wox_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"BEGIN; {MIGRATIONS[0]}; PRAGMA user_version = 1; COMMIT;")
        body = codec.entry_text(entry())
        db.execute("INSERT INTO outbox (id, room, body) VALUES ('a', ?, ?)", (ROOM, body))
        db.commit()
    store = SqliteStore(path)
    assert store.load(ROOM).entries == (entry(),)
    store.save_wox(ROOM, KeptWox(cursor="1", bookings=(booked(1),)))
    assert store.load(ROOM).wox == KeptWox(cursor="1", bookings=(booked(1),))
    store.close()


def test_where_a_booking_cannot_be_read_wox_tells_all_of_it_again(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_wox(ROOM, KeptWox(cursor="2", settings=SETTINGS, bookings=(booked(1), booked(2))))
    store.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE wox_booking SET body = '{}' WHERE id = 'b1'")
        db.commit()
    again = SqliteStore(path)
    stored = again.load(ROOM)
    again.close()
    assert stored.wox == KeptWox(settings=SETTINGS)
    assert any("What WOX told" in note for note in stored.notes)


# ── reports ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def problem(id: str, text: str = "") -> ProblemReport:
    return ProblemReport(id=id, kind=ProblemKind.AUDIO, made_at=NOON, text=text)


def test_reports_wait_in_the_order_they_were_made_until_they_are_forgotten(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "panel.sqlite")
    for id in ("b", "a", "c"):
        store.save_report(ROOM, problem(id))
    store.save_report(ROOM, problem("b", "again"))
    store.save_report("other@contoso.example", problem("d"))
    store.forget_report(ROOM, "a")
    store.forget_report(ROOM, "a")
    store.close()
    again = SqliteStore(tmp_path / "panel.sqlite")
    assert again.load(ROOM).reports == (problem("b", "again"), problem("c"))
    again.close()


def test_a_report_that_cannot_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_report(ROOM, problem("good"))
    store.save_report(ROOM, problem("bad"))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE report SET body = '{' WHERE id = 'bad'")
    stored = store.load(ROOM)
    assert stored.reports == (problem("good"),)
    assert any("promised as bad" in note for note in stored.notes)
    store.close()


def test_what_is_owed_of_another_room_goes_on_under_this_one(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_entry("old@example.com", entry("owed"))
    store.save_entry("old@example.com", entry("of wox", source=Source.WOX))
    store.save_entry("old@example.com", entry("done", stage=Stage.CONFIRMED))
    store.save_entry(ROOM, entry("here"))
    assert store.take_along(ROOM) == 1
    assert store.take_along(ROOM) == 0, "once"
    store.close()
    again = SqliteStore(path)
    kept = {e.id: e for e in again.load(ROOM).entries}
    assert again.load("old@example.com").entries == ()
    again.close()
    assert kept == {
        "owed": entry("owed", source=Source.EARLIER, room="old@example.com"),
        "here": entry("here"),
    }


def test_what_cannot_be_read_of_another_room_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_entry("old@example.com", entry("odd"))
    store.close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE outbox SET body = '{}'")
    again = SqliteStore(path)
    assert again.take_along(ROOM) == 0
    again.close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT room FROM outbox").fetchall() == [("old@example.com",)]


def test_reports_are_carried_over_from_a_corrupt_file(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_report(ROOM, problem("kept"))
    store.save_schedule(ROOM, schedule(*[f"Meeting {n} {'x' * 400}" for n in range(200)]), NOON)
    store.close()
    whole = bytearray(path.read_bytes())
    whole[-8192:] = b"\xff" * 8192
    path.write_bytes(whole)
    again = SqliteStore(path)
    assert again.load(ROOM).reports == (problem("kept"),)
    again.close()


# ── roll-back ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ADDING = """
    CREATE TABLE visitor (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
    INSERT INTO visitor VALUES ('v', 'Ada');
    ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 3;
    ALTER TABLE wox ADD COLUMN colour TEXT;
"""
BREAKING = "ALTER TABLE outbox RENAME TO promise; UPDATE format SET readable_since = 5;"


@contextmanager
def newer_release(migration: str = ADDING) -> Generator[None]:
    """The store as the next release has it, with one migration more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "MIGRATIONS", (*MIGRATIONS, migration))
        patch.setattr(sqlite, "__version__", "99.0.0")
        yield


def left_by_a_newer_release(path: Path, migration: str = ADDING) -> None:
    with newer_release(migration):
        SqliteStore(path).close()


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(statement).fetchall()


def put_in_the_outbox(path: Path, id: str, body: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO outbox (id, room, body) VALUES (?, ?, ?)", (id, ROOM, body))


def test_after_a_roll_back_the_outbox_goes_on_in_a_store_that_was_only_added_to(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    with newer_release():
        newer = SqliteStore(path)
        newer.save_entry(ROOM, entry("before", stage=Stage.WRITE))
        newer.save_report(ROOM, problem("before"))
        newer.save_schedule(ROOM, schedule("Design review"), NOON)
        newer.close()

    older = SqliteStore(path)
    stored = older.load(ROOM)
    assert stored.entries == (entry("before", stage=Stage.WRITE),)
    assert stored.reports == (problem("before"),)
    assert stored.schedule == schedule("Design review")
    assert stored.notes == ()
    older.save_entry(ROOM, entry("before", stage=Stage.CONFIRMED))
    older.save_entry(ROOM, entry("after"))
    older.close()
    assert rows(path, "SELECT * FROM visitor") == [("v", "Ada")]
    assert rows(path, "SELECT id, priority FROM outbox") == [("before", 3), ("after", 3)]

    with newer_release():
        again = SqliteStore(path)
        assert again.load(ROOM).entries == (entry("before", stage=Stage.CONFIRMED), entry("after"))
        again.close()
    assert rows(path, "SELECT * FROM visitor") == [("v", "Ada")], "and its migration did not run twice"


def of_a_newer_release(operation: Mapping[str, object] | None = None, **changes: object) -> str:
    body: codec.Json = json.loads(codec.entry_text(entry()))
    return json.dumps({**body, "operation": {**body["operation"], **(operation or {})}, **changes})


@pytest.mark.parametrize(
    "body",
    [
        of_a_newer_release(operation={"kind": "invite", "guests": ["ada@contoso.example"]}),
        of_a_newer_release(operation={"guests": ["ada@contoso.example"]}),
        of_a_newer_release(stage="paused"),
        of_a_newer_release(after="another-entry"),
    ],
    ids=["operation", "field of an operation", "stage", "field"],
)
def test_a_promise_that_is_not_wholly_understood_is_not_acted_upon_and_stays_as_it_is(
    tmp_path: Path, body: str
) -> None:
    path = tmp_path / "panel.sqlite"
    left_by_a_newer_release(path)
    put_in_the_outbox(path, "strange", body)
    older = SqliteStore(path)
    older.save_entry(ROOM, entry("own"))
    assert older.take_along("borealis@contoso.example") == 1, "only what it understands goes to another room"
    assert older.take_along(ROOM) == 1
    older.forget_rooms()
    stored = older.load(ROOM)
    older.close()
    assert [e.id for e in stored.entries] == ["own"]
    assert stored.unread == 1
    assert any("strange" in note and "stays there, unsent" in note for note in stored.notes)
    assert rows(path, "SELECT room, body FROM outbox WHERE id = 'strange'") == [(ROOM, body)]


def test_a_report_that_is_not_wholly_understood_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_report(ROOM, problem("strange"))
    body = json.dumps({**json.loads(values.text(problem("strange"))), "picture": "…"})
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE report SET body = ?", (body,))
    stored = store.load(ROOM)
    store.close()
    assert stored.reports == ()
    assert stored.unread == 1
    assert any("strange" in note and "stays there, unsent" in note for note in stored.notes)
    assert rows(path, "SELECT body FROM report") == [(body,)]


def test_after_a_change_of_release_wox_tells_everything_once_more_and_is_known_until_then(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    with newer_release():
        newer = SqliteStore(path)
        newer.save_wox(ROOM, KeptWox(cursor="7", settings=SETTINGS, bookings=(booked(1),)))
        newer.close()
    older = SqliteStore(path)
    assert older.load(ROOM).wox == KeptWox(settings=SETTINGS, bookings=(booked(1),))
    older.save_wox(ROOM, KeptWox(cursor="8", settings=SETTINGS, bookings=(booked(1),)))
    older.close()
    restarted = SqliteStore(path)
    assert restarted.load(ROOM).wox == KeptWox(cursor="8", settings=SETTINGS, bookings=(booked(1),))
    restarted.close()
    with newer_release():
        again = SqliteStore(path)
        assert again.load(ROOM).wox == KeptWox(settings=SETTINGS, bookings=(booked(1),))
        again.close()


@pytest.mark.parametrize("version", [5, 99])
def test_a_store_that_was_changed_beyond_reading_is_left_alone_with_a_sentence(tmp_path: Path, version: int) -> None:
    path = tmp_path / "panel.sqlite"
    store = SqliteStore(path)
    store.save_entry(ROOM, entry())
    store.close()
    left_by_a_newer_release(path, BREAKING)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(StoreBroken, match=rf"cannot read its format \({version}\)\. Nothing in it was changed"):
        SqliteStore(path)
    assert rows(path, "SELECT id FROM promise") == [("a",)]
    assert {p.name for p in tmp_path.iterdir()} >= {"panel.sqlite", "panel.sqlite.ballast"}
    assert not (tmp_path / "panel.sqlite.corrupt").exists()


def test_a_newer_store_that_does_not_say_who_may_read_it_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreBroken, match=r"cannot read its format \(99\)"):
        SqliteStore(path)


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_a_store_of_every_older_release_is_taken_over(tmp_path: Path, version: int) -> None:
    path = tmp_path / "panel.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"{''.join(MIGRATIONS[:version])} PRAGMA user_version = {version};")
    if version:
        put_in_the_outbox(path, "a", codec.entry_text(entry()))
    store = SqliteStore(path)
    assert store.load(ROOM).entries == ((entry(),) if version else ())
    store.close()
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
