"""An engine between a calendar and WOX: whatever is booked on either side, or at the glass, is on both."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.core.failure import Failure, Refusal, Transient
from roomdisplay.core.interval import Interval, floor_minute
from roomdisplay.core.machine import FeedTold, Refreshed, State, StreamEnded
from roomdisplay.core.outbox import Stage
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.wox import Booking, BookingState, Command, CommandKind, Feed, Origin, Refused, RoomSettings
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.ports import Clock, WoxServer
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.intents import GlassIntents
from roomdisplay.shell.stream import Pauses, Stream
from tests.fakes import FakeCalendar, FakeWox

ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("UTC"))
POLICY = Policy(poll_every=timedelta(seconds=0.1))
MINUTE = timedelta(minutes=1)
PAUSES = Pauses(SystemClock(), shortest=0.02, jitter=lambda: 0.0)
UNREACHABLE = Transient(reason="no connection")


class Panel:
    """A panel's engine, on a real clock and a real store."""

    def __init__(self, path: Path, calendar: FakeCalendar, wox: FakeWox) -> None:
        self.calendar, self.wox = calendar, wox
        self.clock = SystemClock()
        self._begun = floor_minute(self.clock.now().wall)
        self.store = SqliteStore(path)
        self.commands: list[Command] = []
        self.states: list[State] = []
        state = State(room=ROOM, policy=POLICY, now=self.clock.now(), wox=WoxSide(), horizon=3)
        self.engine = Engine(state=state, store=self.store, clock=self.clock, show=self.states.append)
        self.intents = GlassIntents(self.engine, self.clock)
        self._following: asyncio.Task[None] | None = None

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        self.engine.start(self.store.load(ROOM.address))
        self.engine.attach(loop, lambda _: self.calendar, wox=self.wox)
        self._following = loop.create_task(
            follow(self.engine, self.wox, self.clock, self.commands.append, pauses=PAUSES)
        )

    async def stop(self) -> None:
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError):
                await self._following
        await self.engine.close()
        self.store.close()

    async def until(self, wanted: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not wanted():
                self.engine.post(Refreshed(now=self.clock.now()))
                await asyncio.sleep(0.02)

    def slot(self, hours: float, length: float = 0.5) -> Interval:
        start = self._begun + timedelta(hours=hours)
        return Interval(start, start + timedelta(hours=length))

    def is_confirmed(self, id: str, interval: Interval) -> bool:
        booking = self.wox.bookings.get(id)
        return booking is not None and (booking.state, booking.interval) == (BookingState.CONFIRMED, interval)

    def here(self) -> list[Booking]:
        return [b for b in self.wox.bookings.values() if b.is_open]


Story = Callable[[Panel], Awaitable[None]]


@pytest.fixture
def run(tmp_path: Path) -> Callable[[Story], Panel]:
    def run(story: Story) -> Panel:
        async def main() -> Panel:
            panel = Panel(tmp_path / "panel.sqlite", FakeCalendar(), FakeWox())
            await panel.run()
            try:
                await story(panel)
            finally:
                await panel.stop()
            assert panel.wox.is_closed
            return panel

        return asyncio.run(main())

    return run


def test_a_meeting_made_in_outlook_is_on_wox_for_as_long_as_it_stands(run: Callable[[Story], Panel]) -> None:
    async def story(panel: Panel) -> None:
        meeting = panel.calendar.invite("Design review", panel.slot(1))
        await panel.until(lambda: bool(panel.here()))
        (booking,) = panel.here()
        assert (booking.subject, booking.host, booking.origin) == ("Design review", "Mara Lindqvist", Origin.OFFICE365)
        panel.calendar.change(meeting.id, panel.slot(2))
        await panel.until(lambda: panel.is_confirmed(booking.id, panel.slot(2)))
        panel.calendar.cancel(meeting.id)
        await panel.until(lambda: panel.wox.bookings[booking.id].state is BookingState.CANCELLED)

    run(story)


def test_a_booking_made_on_the_portal_is_in_the_calendar_for_as_long_as_it_stands(
    run: Callable[[Story], Panel],
) -> None:
    async def story(panel: Panel) -> None:
        id = str(uuid4())
        panel.wox.book(id, panel.slot(1), "Interview")
        await panel.until(lambda: panel.is_confirmed(id, panel.slot(1)))
        (event,) = panel.calendar.events
        assert (event.booking_id, event.interval, event.subject) == (id, panel.slot(1), "Interview")
        panel.wox.change(id, panel.slot(3), "Second interview")
        await panel.until(lambda: panel.is_confirmed(id, panel.slot(3)))
        (event,) = panel.calendar.events
        assert (event.booking_id, event.interval, event.subject) == (id, panel.slot(3), "Second interview")
        panel.wox.cancel(id)
        await panel.until(lambda: panel.wox.bookings[id].state is BookingState.CANCELLED)
        assert panel.calendar.events == ()

    panel = run(story)
    assert all(not state.outcomes for state in panel.states), "nobody at the door has asked for anything"


def test_a_private_booking_of_the_portal_is_private_in_the_calendar(run: Callable[[Story], Panel]) -> None:
    async def story(panel: Panel) -> None:
        id = str(uuid4())
        panel.wox.book(id, panel.slot(1), None, host=None, is_private=True)
        await panel.until(lambda: panel.is_confirmed(id, panel.slot(1)))
        assert [(e.is_private, e.subject) for e in panel.calendar.events] == [(True, None)]

    run(story)


def test_where_outlook_was_first_the_portal_is_told(run: Callable[[Story], Panel]) -> None:
    async def story(panel: Panel) -> None:
        id = str(uuid4())
        meeting = panel.calendar.invite("Design review", panel.slot(1))
        panel.wox.book(id, panel.slot(1))
        await panel.until(lambda: panel.wox.bookings[id].state is BookingState.REFUSED)
        assert panel.wox.bookings[id].refusal is Refused.TAKEN
        assert [e.id for e in panel.calendar.events] == [meeting.id]

    run(story)


def test_a_booking_made_at_the_glass_is_on_both_sides(run: Callable[[Story], Panel]) -> None:
    async def story(panel: Panel) -> None:
        await panel.until(lambda: panel.engine.state.schedule is not None)
        id = panel.intents.book(panel.slot(0))
        await panel.until(lambda: panel.is_confirmed(id, panel.slot(0)))
        assert panel.wox.bookings[id].origin is Origin.DISPLAY
        panel.intents.cancel(id)
        await panel.until(lambda: panel.wox.bookings[id].state is BookingState.CANCELLED)

    run(story)


def test_while_wox_is_away_the_panel_works_on_and_then_catches_up(
    run: Callable[[Story], Panel], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roomdisplay.core.wox_side.RETRY_LONGEST", 0.05)

    async def story(panel: Panel) -> None:
        await panel.until(lambda: panel.engine.state.wox is not None and panel.engine.state.wox.cursor is not None)
        panel.wox.down = UNREACHABLE
        meeting = panel.calendar.invite("Design review", panel.slot(1))
        id = panel.intents.book(panel.slot(0))
        await panel.until(lambda: bool((entry := panel.engine.state.entry(id)) and entry.stage is Stage.CONFIRMED))
        assert panel.wox.bookings == {}
        portal = str(uuid4())
        panel.wox.book(portal, panel.slot(3))
        panel.wox.down = None
        await panel.until(lambda: len(panel.here()) == 3 and panel.is_confirmed(portal, panel.slot(3)))
        assert panel.is_confirmed(id, panel.slot(0))
        assert {e.interval for e in panel.calendar.events} == {panel.slot(0), meeting.interval, panel.slot(3)}

    run(story)


def test_a_lost_reply_of_wox_writes_nothing_twice(
    run: Callable[[Story], Panel], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roomdisplay.core.wox_side.RETRY_LONGEST", 0.05)

    async def story(panel: Panel) -> None:
        panel.wox.lose_replies(2)
        panel.calendar.invite("Design review", panel.slot(1))
        panel.calendar.invite("Retrospective", panel.slot(2))
        await panel.until(lambda: len(panel.here()) == 2)
        await asyncio.sleep(0.3)

    panel = run(story)
    assert len(panel.wox.puts) == 2


def test_settings_and_commands_arrive_and_the_settings_are_there_at_the_next_start_without_wox(
    run: Callable[[Story], Panel], tmp_path: Path
) -> None:
    told = RoomSettings(
        room=replace(ROOM, name="Aurora Borealis", detail="8 seats"),
        policy=replace(POLICY, walk_up_subject="Ad hoc"),
        emergency="Leave the building.",
    )

    async def story(panel: Panel) -> None:
        panel.wox.set(told)
        panel.wox.command("c-1", CommandKind.SCREENSHOT)
        await panel.until(lambda: panel.engine.state.policy.walk_up_subject == "Ad hoc")
        await panel.until(lambda: bool(panel.commands))
        panel.calendar.invite("Design review", panel.slot(1))
        await panel.until(lambda: bool(panel.here()))

    panel = run(story)
    assert panel.commands == [Command(id="c-1", kind=CommandKind.SCREENSHOT)]
    again = Panel(tmp_path / "panel.sqlite", FakeCalendar(), FakeWox())
    again.engine.start(again.store.load(ROOM.address))
    first = again.states[0]
    assert (first.room, first.policy) == (told.room, told.policy)
    assert first.wox is not None
    assert first.wox.settings == told
    assert len(first.wox.bookings) == 1
    again.store.close()


def test_two_mirrors_make_one_booking_of_one(tmp_path: Path) -> None:
    async def main() -> None:
        calendar, there = FakeCalendar(), FakeCalendar()
        there.share(calendar)
        wox = FakeWox()
        panels = [Panel(tmp_path / "a.sqlite", calendar, wox), Panel(tmp_path / "b.sqlite", there, wox)]
        for panel in panels:
            await panel.run()
        try:
            ids = [str(uuid4()) for _ in range(3)]
            for hours, id in enumerate(ids):
                wox.book(id, panels[0].slot(1 + hours))
            calendar.invite("Design review", panels[0].slot(5))
            states = [BookingState.CONFIRMED] * 4
            await panels[0].until(lambda: [b.state for b in panels[0].here()] == states)
            await panels[1].until(lambda: [b.state for b in panels[1].here()] == states)
            await asyncio.sleep(0.3)
            assert sorted(e.booking_id for e in calendar.events if e.booking_id) == sorted(ids)
            assert len(wox.bookings) == 4
        finally:
            for panel in panels:
                await panel.stop()
                wox.is_closed = False  # each has a connection of its own

    asyncio.run(main())


def test_what_wox_will_not_take_holds_nothing_else_up(
    run: Callable[[Story], Panel], caplog: pytest.LogCaptureFixture
) -> None:
    async def story(panel: Panel) -> None:
        panel.calendar.invite("Not for WOX", panel.slot(1))
        panel.wox.refuse = lambda booking: Refusal.INVALID if booking.subject == "Not for WOX" else None
        panel.calendar.invite("Design review", panel.slot(2))
        # which of them is told first depends on their ids
        await panel.until(lambda: bool(panel.here()) and "WOX does not take the booking" in caplog.text)
        assert [b.subject for b in panel.here()] == ["Design review"]

    run(story)


async def follow(
    engine: Engine,
    wox: WoxServer,
    clock: Clock,
    commanded: Callable[[Command], None] = lambda _: None,
    *,
    pauses: Pauses | None = None,
) -> None:
    """Until it is cancelled: what WOX tells goes into the engine, its commands to `commanded`."""

    def cursor() -> str | None:
        return engine.state.wox.cursor if engine.state.wox is not None else None

    def told(feed: Feed) -> None:
        engine.post(FeedTold(now=clock.now(), feed=feed))
        for command in feed.commands:
            commanded(command)

    def lost(failure: Failure) -> None:
        engine.post(StreamEnded(now=clock.now(), failure=failure))

    await Stream(wox, pauses or Pauses(clock), cursor=cursor, told=told, lost=lost).run()
