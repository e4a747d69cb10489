"""The server's mirror: Office 365 and the database kept alike, room by room."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pytest
from msgspec.structs import replace

from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.core.failure import Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval, floor_minute
from roomdisplay.core.machine import Read
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.wox import Booking, BookingState, Origin, Refused
from roomdisplay.ports import Failed
from roomdisplay.wox_server import bookings, rooms
from roomdisplay.wox_server.bookings import Host
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.hub import Hub
from roomdisplay.wox_server.mirror import DatabaseWox, Mirror
from roomdisplay.wox_server.transactions import Transactions
from tests.fakes import FakeCalendar
from tests.wox_server.building import Building, build

pytestmark = pytest.mark.anyio
HOUR = timedelta(hours=1)
PATIENCE = 15.0
POLICY = Policy(poll_every=timedelta(seconds=0.2))

T = TypeVar("T")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class House:
    """A building, its calendars in Office 365, and servers that mirror them."""

    database: Database
    building: Building
    folder: Path
    calendars: dict[str, FakeCalendar]

    @asynccontextmanager
    async def mirrored(self, name: str = "one") -> AsyncGenerator[Mirror]:
        """As long as the block lasts a server is up."""
        transactions = Transactions(self.database)
        hub = Hub(transactions)
        store = SqliteStore(self.folder / f"{name}.sqlite")
        async with hub.running():
            mirror = Mirror(
                calendars=self.calendar,
                store=store,
                transactions=transactions,
                hub=hub,
                clock=SystemClock(),
                policy=POLICY,
            )
            task = asyncio.create_task(mirror.run())
            try:
                yield mirror
            finally:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        store.close()

    def calendar(self, room: Room) -> FakeCalendar:
        return self.calendars[room.address]

    @property
    def aurora(self) -> FakeCalendar:
        return self.calendars["aurora@contoso.example"]

    def at(self, start: float, end: float) -> Interval:
        """Hours from the full hour."""
        hour = floor_minute(SystemClock().now().wall).replace(minute=0)
        return Interval(hour + start * HOUR, hour + end * HOUR)

    def wish(self, interval: Interval, *, private: bool = False) -> str:
        """Somebody books on the Portal."""
        id = str(uuid4())
        with self.database.writing() as writing:
            bookings.request(
                writing,
                room_id=self.building.aurora,
                id=id,
                interval=interval,
                subject="Planning",
                host=Host(person_id=self.building.ada, name="Ada Lovelace"),
                is_private=private,
                origin=Origin.PORTAL,
                now=SystemClock().now().wall,
            )
        return id

    def booking(self, id: str) -> Booking:
        with self.database.reading() as connection:
            return bookings.find(connection, id).booking

    def there(self, window: Interval) -> list[Booking]:
        with self.database.reading() as connection:
            return [b.booking for b in bookings.between(connection, [self.building.aurora], window)]

    async def until(self, wanted: Callable[[], T | None]) -> T:
        deadline = time.monotonic() + PATIENCE
        while True:
            if found := wanted():
                return found
            assert time.monotonic() < deadline, f"it never came: {self.there(self.at(-24, 48))} {self.aurora.events}"
            await asyncio.sleep(0.02)


@pytest.fixture
def house(database: Database, tmp_path: Path) -> House:
    building = build(database)
    addresses = [f"{name}@contoso.example" for name in ("aurora", "borealis", "caravel")]
    return House(database, building, tmp_path, {address: FakeCalendar() for address in addresses})


async def test_a_meeting_made_in_outlook_is_booked_on_wox_within_two_seconds_of_its_reading(house: House) -> None:
    async with house.mirrored():
        await house.until(lambda: house.aurora.calls)
        house.aurora.invite("Standup", house.at(2, 3))
        read = len(house.aurora.calls)
        await house.until(lambda: len(house.aurora.calls) > read)
        began = time.monotonic()
        (booking,) = await house.until(lambda: house.there(house.at(0, 24)))
    assert time.monotonic() - began < 2
    assert (booking.subject, booking.interval, booking.origin) == ("Standup", house.at(2, 3), Origin.OFFICE365)
    assert booking.state is BookingState.CONFIRMED


async def test_what_outlook_moves_and_cancels_moves_and_goes_on_wox(house: House) -> None:
    meeting = house.aurora.invite("Standup", house.at(2, 3))
    async with house.mirrored():
        (booking,) = await house.until(lambda: house.there(house.at(0, 24)))
        house.aurora.change(meeting.id, house.at(4, 5))
        await house.until(lambda: house.booking(booking.id).interval == house.at(4, 5))
        house.aurora.cancel(meeting.id)
        await house.until(lambda: house.booking(booking.id).state is BookingState.CANCELLED)


async def test_a_booking_made_on_the_portal_is_written_under_its_own_id(house: House) -> None:
    async with house.mirrored():
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)
    (event,) = house.aurora.events
    assert (event.booking_id, event.interval, event.subject) == (id, house.at(2, 3), "Planning")
    assert [call.method for call in house.aurora.calls].count("create") == 1


async def test_where_outlook_was_first_the_booking_is_refused(house: House) -> None:
    async with house.mirrored():
        await house.until(lambda: house.aurora.calls)
        house.aurora.on_arrival = lambda method: (
            None if house.aurora.events else house.aurora.invite("Faster", house.at(2, 3)) and None
        )
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.booking(id).state is BookingState.REFUSED)
        assert house.booking(id).refusal is Refused.TAKEN
        (there,) = await house.until(lambda: house.there(house.at(0, 24)))
    assert there.subject == "Faster"
    assert [event.subject for event in house.aurora.events] == ["Faster"]


async def test_a_change_and_a_cancellation_reach_the_calendar(house: House) -> None:
    async with house.mirrored():
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)
        with house.database.writing() as writing:
            bookings.change(writing, id, interval=house.at(5, 6.5), subject="Retro", now=SystemClock().now().wall)
        await house.until(lambda: [e.interval for e in house.aurora.events] == [house.at(5, 6.5)])
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)
        assert house.aurora.events[0].subject == "Retro"
        with house.database.writing() as writing:
            bookings.cancel(writing, id, SystemClock().now().wall)
        await house.until(lambda: house.booking(id).state is BookingState.CANCELLED)
    assert house.aurora.events == ()


async def test_a_change_to_a_time_that_is_taken_is_taken_back(house: House) -> None:
    async with house.mirrored():
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)
        house.aurora.on_arrival = lambda method: (
            None if len(house.aurora.events) > 1 else house.aurora.invite("Faster", house.at(5, 6)) and None
        )
        with house.database.writing() as writing:
            bookings.change(writing, id, interval=house.at(5, 6), subject=None, now=SystemClock().now().wall)
        booking = await house.until(lambda: found if (found := house.booking(id)).refusal else None)
    assert (booking.state, booking.interval, booking.refusal) == (BookingState.CONFIRMED, house.at(2, 3), Refused.TAKEN)


async def test_a_private_booking_stays_private_and_keeps_its_subject_for_its_host(house: House) -> None:
    async with house.mirrored():
        id = house.wish(house.at(2, 3), private=True)
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)
    (event,) = house.aurora.events
    assert event.is_private
    assert "Planning" not in repr(house.aurora.calls)
    assert house.booking(id).subject == "Planning"


async def test_while_office_365_is_down_a_booking_waits(house: House) -> None:
    house.aurora.fail(Transient(reason="down"), times=None)
    async with house.mirrored():
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.aurora.calls)
        await asyncio.sleep(0.5)
        assert house.booking(id).state is BookingState.REQUESTED
        house.aurora.restore()
    async with house.mirrored():  # with a budget that has not been used up
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)


async def test_a_server_that_ends_between_the_write_and_its_reply_books_once(house: House) -> None:
    house.aurora.lose_replies(only=["create"])
    async with house.mirrored():
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.aurora.events)
    async with house.mirrored("another"):
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)
    assert [event.booking_id for event in house.aurora.events] == [id]


async def test_a_calendar_that_is_suddenly_empty_is_looked_at_twice(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house.mirrored():
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)
        real, empty = house.aurora.read, [True]

        async def read(window: Interval, *, detailed: bool) -> Read:
            found = await real(window, detailed=detailed)
            if empty and not detailed:
                empty.clear()
                return replace(found, meetings=())
            return found

        monkeypatch.setattr(house.aurora, "read", read)
        await asyncio.sleep(1)
        assert empty == []
        assert house.booking(id).state is BookingState.CONFIRMED


async def test_when_a_calendar_was_read_is_noted(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roomdisplay.wox_server.mirror.NOTE_EVERY", 0.2)

    def read_at() -> bool:
        with house.database.reading() as connection:
            return rooms.room(connection, house.building.aurora).read_at is not None

    async with house.mirrored():
        await house.until(read_at)


async def test_of_two_servers_on_one_postgresql_one_mirrors_and_the_other_takes_over(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not house.database.is_shared:
        pytest.skip("SQLite serves one process")
    monkeypatch.setattr("roomdisplay.wox_server.lease.LEASE_EVERY", 0.1)
    async with house.mirrored("one"):
        await house.until(lambda: house.aurora.calls)
        async with house.mirrored("two"):
            # the fake allows one request in flight: two that mirror would soon be found out
            await asyncio.sleep(1)
    read = len(house.aurora.calls)
    async with house.mirrored("two"):
        await house.until(lambda: len(house.aurora.calls) > read)
        id = house.wish(house.at(2, 3))
        await house.until(lambda: house.booking(id).state is BookingState.CONFIRMED)


async def test_the_port_on_the_database_speaks_of_its_room_only(house: House) -> None:
    transactions = Transactions(house.database)
    hub = Hub(transactions)
    clock = SystemClock()
    async with hub.running():
        here = DatabaseWox(house.building.aurora, transactions, hub, lambda: clock.now().wall)
        there = DatabaseWox(house.building.borealis, transactions, hub, lambda: clock.now().wall)
        first = await here.feed(None)
        assert (first.is_whole, first.bookings) == (True, ())
        assert first.settings is not None
        assert first.settings.room.address == "aurora@contoso.example"
        id = house.wish(house.at(2, 3))
        feed = await here.feed(first.cursor)
        assert ([b.id for b in feed.bookings], feed.settings, feed.is_whole) == ([id], None, False)
        assert (await there.feed(None)).bookings == ()
        with pytest.raises(Failed) as failed:
            await there.put(replace(feed.bookings[0], interval=house.at(3, 4)))
        assert isinstance(failed.value.failure, Rejected)
        stored = await here.put(replace(feed.bookings[0], state=BookingState.REFUSED, refusal=Refused.TAKEN))
        with pytest.raises(Failed) as failed:
            await here.put(feed.bookings[0])
        assert failed.value.failure == Rejected(
            refusal=Refusal.CHANGED, reason=f"booking {id} is at version {stored.version}"
        )


async def test_the_ports_stream_tells_each_change(house: House) -> None:
    transactions = Transactions(house.database)
    hub = Hub(transactions)
    clock = SystemClock()
    async with hub.running():
        here = DatabaseWox(house.building.aurora, transactions, hub, lambda: clock.now().wall)
        stream = here.changes(None)
        assert (await anext(stream)).is_whole
        first = house.wish(house.at(2, 3))
        told = await asyncio.wait_for(anext(stream), 5)
        assert [b.id for b in told.bookings] == [first]
        second = house.wish(house.at(4, 5))
        told = await asyncio.wait_for(anext(stream), 5)
        assert [b.id for b in told.bookings] == [second]
        await stream.aclose()
