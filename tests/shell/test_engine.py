"""The engine: what is on disk before what is said, what is logged once, and how it comes and goes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.core.failure import Access, AccessLost, Transient
from roomdisplay.core.freshness import Live
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.machine import Refreshed, State
from roomdisplay.core.outbox import Entry, Reason, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.ports import StoreBroken
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.intents import GlassIntents
from tests.fakes import CREATE, DECLINE, FakeCalendar

ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("Europe/Berlin"))
BOREALIS = replace(ROOM, address="borealis@contoso.example", name="Borealis")
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HALF_HOUR = Interval(NOON, NOON + 30 * MINUTE)


class SetClock:
    """Goes only when told to."""

    def __init__(self) -> None:
        self.instant = Instant(wall=NOON, mono=1000.0)
        self.watchers: list[Callable[[], None]] = []

    def now(self) -> Instant:
        return self.instant

    def watch(self, loop: asyncio.AbstractEventLoop, jumped: Callable[[], None]) -> Callable[[], None]:
        self.watchers.append(jumped)
        return lambda: self.watchers.remove(jumped)

    def jump(self, days: float) -> None:
        """The wall clock is set; no time passes."""
        self.instant = Instant(wall=self.instant.wall + timedelta(days=days), mono=self.instant.mono)
        self._tell()

    def sleep(self, seconds: float) -> None:
        """The machine does, and its timers with it."""
        self.go(seconds)
        self._tell()

    def go(self, seconds: float) -> None:
        self.instant = Instant(wall=self.instant.wall + timedelta(seconds=seconds), mono=self.instant.mono + seconds)

    def _tell(self) -> None:
        for jumped in self.watchers:
            jumped()


class FullDisk(SqliteStore):
    """Refuses every entry."""

    def save_entry(self, room_address: str, entry: Entry) -> None:
        raise StoreBroken("The disk is full, so nothing can be kept. Free some space.")


class Bench:
    """An engine on a fake calendar and a real store."""

    def __init__(self, path: Path, store: type[SqliteStore] = SqliteStore, policy: Policy | None = None) -> None:
        self.clock = SetClock()
        self.calendar = FakeCalendar(clock=lambda: self.clock.now().wall)
        self.there = FakeCalendar(clock=lambda: self.clock.now().wall)
        self.calendar.house = {BOREALIS.address: self.there}
        self.calendars = {ROOM: self.calendar, BOREALIS: self.there}
        self.store = store(path)
        self.shown: list[State] = []
        state = State(room=ROOM, nearby=(BOREALIS,), policy=policy or Policy(), now=self.clock.now())
        self.takes = 0.0
        """Seconds until what is to be shown is drawn."""
        self.engine = Engine(state=state, store=self.store, clock=self.clock, show=self._show)
        self.intents = GlassIntents(self.engine, self.clock)

    def _show(self, state: State) -> None:
        self.shown.append(state)
        self.clock.go(self.takes)

    def run(self, story: Callable[[], Awaitable[None]]) -> None:
        async def main() -> None:
            self.engine.start(self.store.load(ROOM.address))
            self.engine.attach(asyncio.get_running_loop(), self.calendars.__getitem__)
            try:
                async with asyncio.timeout(10):
                    await self.engine.until(lambda state: state.in_flight is None)
                    await story()
            finally:
                await self.engine.close()
                self.store.close()

        asyncio.run(main())

    async def settled(self, id: str) -> Entry:
        await self.engine.until(lambda state: (entry := state.entry(id)) is not None and entry.is_final)
        entry = self.engine.state.entry(id)
        assert entry is not None
        return entry


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "panel.sqlite")


def test_the_first_read_fills_the_screen_and_the_store(bench: Bench, tmp_path: Path) -> None:
    bench.calendar.invite("Design review", HALF_HOUR)

    async def story() -> None:
        assert isinstance(bench.engine.state.freshness, Live)

    bench.run(story)
    assert bench.shown[-1].schedule is not None
    again = SqliteStore(tmp_path / "panel.sqlite")
    kept = again.load(ROOM.address).schedule
    again.close()
    assert kept == bench.shown[-1].schedule


def test_another_room_is_asked_about_through_this_one_and_booked_in_its_own_calendar(bench: Bench) -> None:
    bench.there.invite("Training", Interval(NOON + 60 * MINUTE, NOON + 90 * MINUTE))

    async def story() -> None:
        bench.intents.watch_nearby(True)
        await bench.engine.until(lambda state: state.promised_in(BOREALIS) is not None)
        known = bench.engine.state.promised_in(BOREALIS)
        assert known is not None
        assert known.free_until(NOON) == NOON + 60 * MINUTE
        bench.intents.watch_nearby(False)
        entry = await bench.settled(bench.intents.book(HALF_HOUR, BOREALIS.address))
        assert (entry.stage, entry.room) == (Stage.CONFIRMED, BOREALIS.address)

    bench.run(story)
    assert [m.interval for m in bench.there.events if m.is_own] == [HALF_HOUR]
    assert bench.calendar.events == ()
    assert [call.method for call in bench.calendar.calls] == ["read", "availability"]


def test_nothing_leaves_before_the_promise_is_on_disk(bench: Bench) -> None:
    seen: list[list[Stage]] = []

    def look(method: str) -> None:
        if method == CREATE:
            seen.append([entry.stage for entry in bench.store.load(ROOM.address).entries])

    bench.calendar.on_arrival = look

    async def story() -> None:
        await bench.settled(bench.intents.book(HALF_HOUR))

    bench.run(story)
    assert [len(kept) for kept in seen] == [1]
    assert [event.booking_id is not None for event in bench.calendar.events] == [True]


def test_a_tap_is_on_screen_before_the_call_returns(bench: Bench) -> None:
    async def story() -> None:
        id = bench.intents.book(HALF_HOUR)
        assert bench.shown[-1].entry(id) is not None

    bench.run(story)


def test_a_full_disk_refuses_instead_of_promising(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "panel.sqlite", FullDisk)

    async def story() -> None:
        entry = await bench.settled(bench.intents.book(HALF_HOUR))
        assert (entry.stage, entry.reason) == (Stage.REFUSED, Reason.NOT_SAVED)

    bench.run(story)
    assert bench.calendar.events == ()


def test_a_booking_is_extended_ended_and_cancelled_through_the_intents(bench: Bench) -> None:
    async def story() -> None:
        id = bench.intents.book(HALF_HOUR)
        await bench.settled(id)
        await bench.settled(bench.intents.extend(id, NOON + 45 * MINUTE))
        assert bench.calendar.events[0].interval.end == NOON + 45 * MINUTE
        bench.clock.go(600)
        await bench.settled(bench.intents.end_now(id))
        assert bench.calendar.events[0].interval.end == NOON + 10 * MINUTE
        assert bench.intents.cancel("no such booking") == ""
        other = bench.intents.book(Interval(NOON + 20 * MINUTE, NOON + 40 * MINUTE))
        await bench.settled(other)
        await bench.settled(bench.intents.cancel(other))

    bench.run(story)
    assert len(bench.calendar.events) == 1


def test_a_meeting_the_room_attends_is_released_through_the_intents(bench: Bench) -> None:
    invited = bench.calendar.invite("Design review", HALF_HOUR)
    later = bench.calendar.invite("Sprint planning", Interval(NOON + 60 * MINUTE, NOON + 90 * MINUTE))

    async def story() -> None:
        bench.calendar.lose_replies(only=[DECLINE])
        id = bench.intents.release(invited.id)
        await bench.engine.until(lambda state: (e := state.entry(id)) is not None and e.attempts > 0)
        bench.clock.go(5)
        bench.engine.tick()
        entry = await bench.settled(id)
        assert entry.stage is Stage.CONFIRMED
        assert bench.intents.release(invited.id) == ""

    bench.run(story)
    assert [event.id for event in bench.calendar.events] == [later.id]
    [call] = [c for c in bench.calendar.calls if c.method == DECLINE]
    assert call.comment.startswith("Somebody at the door of Aurora released the room")


def test_a_meeting_that_vanishes_while_people_are_waited_for_is_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bench = Bench(tmp_path / "panel.sqlite", policy=Policy(check_in=True))
    invited = bench.calendar.invite("Design review", HALF_HOUR, created_at=NOON - timedelta(days=2))

    async def read_again() -> None:
        bench.clock.go(31)
        bench.engine.tick()
        await bench.engine.until(lambda state: state.in_flight is None)

    async def story() -> None:
        await read_again()
        assert bench.engine.state.asking is not None
        bench.calendar.remove(invited.id)
        for _ in range(3):
            await read_again()

    bench.run(story)
    assert [r.levelname for r in caplog.records if "vanished" in r.message] == ["WARNING"]


def test_a_check_in_through_the_intents_needs_no_request(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "panel.sqlite", policy=Policy(check_in=True))
    invited = bench.calendar.invite("Design review", HALF_HOUR, created_at=NOON - timedelta(days=2))

    async def story() -> None:
        calls = len(bench.calendar.calls)
        entry = await bench.settled(bench.intents.check_in(invited.id))
        assert entry.stage is Stage.CONFIRMED
        assert len(bench.calendar.calls) == calls
        assert bench.intents.take_back("nothing was released") == ""

    bench.run(story)


def test_the_first_failure_and_the_recovery_are_logged_once_each(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    async def story() -> None:
        bench.calendar.fail(Transient(reason="503"), times=None)
        for _ in range(4):
            bench.clock.go(61)
            bench.engine.post(Refreshed(now=bench.clock.now()))
            await bench.engine.until(lambda state: state.in_flight is None)
        bench.calendar.restore()
        bench.clock.go(61)
        bench.engine.post(Refreshed(now=bench.clock.now()))
        await bench.engine.until(lambda state: state.failure is None)

    bench.run(story)
    said = [record.message for record in caplog.records if record.name == "roomdisplay.shell.engine"]
    assert len(said) == 2, said
    assert said[0].startswith("Office 365 cannot be read or written")
    assert said[1] == "Office 365 answers again"


def test_access_lost_after_an_outage_is_logged_as_its_own_thing(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        for failure in (Transient(reason="503"), AccessLost(access=Access.SECRET_EXPIRED, code="AADSTS7000222")):
            bench.calendar.fail(failure)
            bench.clock.go(61)
            bench.engine.post(Refreshed(now=bench.clock.now()))
            await bench.engine.until(lambda state: state.in_flight is None)

    bench.run(story)
    assert any("AADSTS7000222" in record.message for record in caplog.records)


def test_an_unforeseen_exception_is_a_logged_bug_and_not_the_end(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    def explode(_: str) -> None:
        raise ZeroDivisionError

    async def story() -> None:
        bench.calendar.on_arrival = explode
        bench.clock.go(61)
        bench.engine.post(Refreshed(now=bench.clock.now()))
        await bench.engine.until(lambda state: state.failure is not None)
        bench.calendar.on_arrival = lambda _: None
        bench.clock.go(61)
        bench.engine.post(Refreshed(now=bench.clock.now()))
        await bench.engine.until(lambda state: state.failure is None)

    bench.run(story)
    assert any("not foreseen" in record.message for record in caplog.records)


def test_the_engine_closes_the_calendar_and_loses_no_schedule(bench: Bench, tmp_path: Path) -> None:
    async def story() -> None:
        bench.calendar.invite("Sprint planning", HALF_HOUR)
        bench.clock.go(31)
        bench.engine.tick()
        await bench.engine.until(lambda state: len(state.schedule.meetings if state.schedule else ()) == 1)

    bench.run(story)
    assert bench.calendar.is_closed
    again = SqliteStore(tmp_path / "panel.sqlite")
    kept = again.load(ROOM.address).schedule or Schedule(window=HALF_HOUR)
    again.close()
    assert [meeting.subject for meeting in kept.meetings] == ["Sprint planning"]


@pytest.mark.parametrize("days", [1, -1, 1 / 24])
def test_a_clock_that_is_set_leaves_the_screen_right_at_once(bench: Bench, days: float) -> None:
    bench.calendar.invite("Design review", Interval(NOON + timedelta(days=days), NOON + timedelta(days=days, hours=1)))

    async def story() -> None:
        bench.clock.jump(days)
        async with asyncio.timeout(2):
            await bench.engine.until(
                lambda state: state.promised is not None and state.promised.current(state.now.wall) is not None
            )

    bench.run(story)
    assert bench.shown[-1].now.wall == NOON + timedelta(days=days)


def test_a_machine_that_slept_reads_at_once(bench: Bench) -> None:
    async def story() -> None:
        before = len(bench.calendar.calls)
        bench.clock.sleep(8 * 3600)
        async with asyncio.timeout(2):
            await bench.engine.until(lambda state: len(bench.calendar.calls) > before and state.in_flight is None)
        assert isinstance(bench.engine.state.freshness, Live)

    bench.run(story)


def test_a_minute_that_ends_while_the_screen_is_drawn_is_on_it_at_once(bench: Bench) -> None:
    """Timers fire a little early as well: the clock on the glass is then still of the minute before."""

    async def story() -> None:
        bench.clock.go(59)
        bench.engine.tick()
        await bench.engine.until(lambda state: state.in_flight is None)
        bench.clock.go(0.9995)
        bench.takes = 0.001
        bench.engine.tick()
        assert bench.engine.state.now.wall < NOON + MINUTE < bench.clock.now().wall
        async with asyncio.timeout(1):
            await bench.engine.until(lambda state: state.now.wall >= NOON + MINUTE)

    bench.run(story)
