"""Stand-ins for the outside world that keep its rules: strict where it is strict, and able to misbehave on order."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import AvailabilityRead, Read
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.nearby import Availability
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.signal import Colour
from roomdisplay.core.wox import (
    PNG,
    RESULTS,
    Booking,
    BookingState,
    Command,
    CommandKind,
    Feed,
    Heartbeat,
    Offer,
    Origin,
    Person,
    ProblemReport,
    RoomSettings,
)
from roomdisplay.ports import Absent, Failed

_T = TypeVar("_T")
READ, AVAILABILITY, CREATE, MOVE_END = "read", "availability", "create", "move_end"
MOVE, DELETE, DECLINE = "move", "delete", "decline"
METHODS = frozenset({READ, AVAILABILITY, CREATE, MOVE_END, MOVE, DELETE, DECLINE})


class Call(Struct, frozen=True, kw_only=True):
    """One request that reached the calendar's near side; `failure` is how it ended, None where it went well."""

    method: str
    window: Interval | None = None
    rooms: tuple[str, ...] = ()
    detailed: bool = False
    booking_id: str = ""
    event_id: str = ""
    etag: str = ""
    interval: Interval | None = None
    subject: str = ""
    end: datetime | None = None
    comment: str = ""
    failure: Failure | None = None


@dataclass(slots=True, kw_only=True)
class _Fault:
    failure: Failure
    methods: frozenset[str]
    times: int | None
    after_the_deed: bool


class FakeCalendar:
    """A room's calendar in memory, behind the Calendar port.

    As Office 365: it accepts overlapping events, tells `created_at` in detailed reads only, refuses a stale etag, and
    creates nothing twice for one booking id, and declines only what the room attends. Unlike it: a second request while
    one is under way is an AssertionError, for the panel keeps one in flight.

    `house` are the calendars whose availability can be asked through this one, by their rooms' addresses.
    `latency` (seconds) delays every answer; half passes before the deed and half after it. `on_arrival` is called with
    the method's name just before the deed: the place for somebody else to be quicker.
    """

    def __init__(
        self,
        meetings: Iterable[Meeting] = (),
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        latency: float = 0.0,
    ) -> None:
        self.latency = latency
        self.house: dict[str, FakeCalendar] = {}
        self.on_arrival: Callable[[str], None] = lambda _: None
        self.calls: list[Call] = []
        self.skipped = 0
        self.is_closed = False
        self._clock = clock
        self._events: dict[str, Meeting] = {}
        self._bodies: dict[str, tuple[str, Interval, str, bool]] = {}
        self._faults: list[_Fault] = []
        self._serial = [0]
        self._busy = False
        for meeting in meetings:
            self._put(meeting)

    # ── the far side ──

    @property
    def events(self) -> tuple[Meeting, ...]:
        """What stands in the calendar, `created_at` included."""
        return tuple(sorted(self._events.values(), key=lambda m: m.order))

    def invite(
        self,
        subject: str,
        interval: Interval,
        *,
        organizer: str = "Mara Lindqvist",
        is_private: bool = False,
        show_as: ShowAs = ShowAs.BUSY,
        is_all_day: bool = False,
        created_at: datetime | None = None,
    ) -> Meeting:
        """Somebody's meeting the room was invited to."""
        return self._put(
            Meeting(
                id="",
                interval=interval,
                subject=None if is_private else subject,
                organizer=None if is_private else organizer,
                ical_uid=f"uid-{self._number}",
                created_at=created_at,
                show_as=show_as,
                is_all_day=is_all_day,
                is_private=is_private,
                has_attendees=True,
            )
        )

    def change(self, event_id: str, interval: Interval | None = None) -> Meeting:
        """Somebody else touches an event: its etag is another, and its times where given."""
        event = self._events[event_id]
        return self._store(replace(event, interval=interval or event.interval))

    def cancel(self, event_id: str) -> Meeting:
        """The organizer cancels; the room keeps the event, marked."""
        return self._store(replace(self._events[event_id], is_cancelled=True))

    def remove(self, event_id: str) -> None:
        del self._events[event_id]

    def share(self, other: "FakeCalendar") -> None:
        """This is another way to the same calendar."""
        self._events, self._bodies, self._serial = other._events, other._bodies, other._serial

    # ── misbehaviour, in the order it was asked for ──

    def fail(self, failure: Failure, *, times: int | None = 1, only: Iterable[str] = METHODS) -> None:
        """The next `times` calls (None: all) fail before the deed."""
        self._faults.append(_Fault(failure=failure, methods=frozenset(only), times=times, after_the_deed=False))

    def lose_requests(self, times: int | None = 1, *, only: Iterable[str] = METHODS) -> None:
        self.fail(Transient(reason="the request was lost"), times=times, only=only)

    def lose_replies(self, times: int | None = 1, *, only: Iterable[str] = METHODS) -> None:
        """The deed is done and nobody hears of it."""
        failure = Transient(reason="the reply was lost")
        self._faults.append(_Fault(failure=failure, methods=frozenset(only), times=times, after_the_deed=True))

    def revoke(self) -> None:
        """Until `restore`, nothing is permitted."""
        self.fail(AccessLost(access=Access.PERMISSION, code="ErrorAccessDenied"), times=None)

    def restore(self) -> None:
        """Ends all misbehaviour."""
        self._faults.clear()

    # ── the port ──

    async def read(self, window: Interval, *, detailed: bool) -> Read:
        def deed() -> Read:
            found = [m for m in self.events if _touches(m, window)]
            shown = found if detailed else [replace(m, created_at=None) for m in found]
            return Read(meetings=tuple(shown), skipped=self.skipped, told_at=self._clock())

        return await self._answer(Call(method=READ, window=window, detailed=detailed), deed)

    async def availability(self, rooms: Sequence[Room], window: Interval) -> AvailabilityRead:
        assert len(rooms) <= 20, "at most twenty at once"

        def told(address: str) -> Availability:
            if (calendar := self.house.get(address)) is None:
                return Availability(address=address, schedule=None, code="5016")
            bare = [
                Meeting(id=str(n), interval=m.interval, subject=None, organizer=None, show_as=m.show_as)
                for n, m in enumerate(m for m in calendar.events if not m.is_cancelled)
            ]
            return Availability(address=address, schedule=Schedule.of(window, bare))

        def deed() -> AvailabilityRead:
            return AvailabilityRead(answers=tuple(told(room.address) for room in rooms))

        asked = tuple(room.address for room in rooms)
        return await self._answer(Call(method=AVAILABILITY, window=window, rooms=asked), deed)

    async def create(self, booking_id: str, interval: Interval, subject: str, *, is_private: bool = False) -> Meeting:
        def deed() -> Meeting:
            known = self._bodies.get(booking_id)
            if known is not None and known[0] in self._events:
                if known[1:] != (interval, subject, is_private):
                    raise Failed(_rejected(Refusal.DUPLICATE))
                return self._events[known[0]]
            made = self._put(
                Meeting(
                    id="",
                    interval=interval,
                    subject=None if is_private else subject,
                    organizer=None if is_private else "The room",
                    ical_uid=f"uid-{self._number}",
                    booking_id=booking_id,
                    is_private=is_private,
                    is_organizer=True,
                )
            )
            self._bodies[booking_id] = (made.id, interval, subject, is_private)
            return made

        call = Call(method=CREATE, booking_id=booking_id, interval=interval, subject=subject)
        return await self._answer(call, deed)

    async def move_end(self, event_id: str, etag: str, end: datetime) -> Meeting:
        assert end.tzinfo is UTC, "instants are UTC"

        def deed() -> Meeting:
            event = self._current(event_id, etag)
            if end <= event.interval.start:
                raise Failed(_rejected(Refusal.INVALID))
            return self._store(replace(event, interval=Interval(event.interval.start, end)))

        return await self._answer(Call(method=MOVE_END, event_id=event_id, etag=etag, end=end), deed)

    async def move(self, event_id: str, etag: str, interval: Interval, subject: str | None) -> Meeting:
        def deed() -> Meeting:
            event = self._current(event_id, etag)
            shown = event.subject if subject is None or event.is_private else subject or None
            return self._store(replace(event, interval=interval, subject=shown))

        call = Call(method=MOVE, event_id=event_id, etag=etag, interval=interval, subject=subject or "")
        return await self._answer(call, deed)

    async def delete(self, event_id: str, etag: str) -> None:
        def deed() -> None:
            self._current(event_id, etag)
            self.remove(event_id)

        await self._answer(Call(method=DELETE, event_id=event_id, etag=etag), deed)

    async def decline(self, event_id: str, comment: str) -> None:
        def deed() -> None:
            if self._current(event_id, "").is_organizer:
                raise Failed(_rejected(Refusal.INVALID))
            self.remove(event_id)

        await self._answer(Call(method=DECLINE, event_id=event_id, comment=comment), deed)

    async def close(self) -> None:
        self.is_closed = True

    # ── how it works ──

    async def _answer(self, call: Call, deed: Callable[[], _T]) -> _T:
        assert not self._busy, f"{call.method} while another request is in flight"
        assert not self.is_closed, f"{call.method} after close"
        self._busy = True
        try:
            await asyncio.sleep(self.latency / 2)
            fault = self._struck(call.method)
            if fault is not None and not fault.after_the_deed:
                raise Failed(fault.failure)
            self.on_arrival(call.method)
            result = deed()
            await asyncio.sleep(self.latency / 2)
            if fault is not None:
                raise Failed(fault.failure)
        except Failed as failed:
            self.calls.append(replace(call, failure=failed.failure))
            raise
        finally:
            self._busy = False
        self.calls.append(call)
        return result

    def _struck(self, method: str) -> _Fault | None:
        for fault in self._faults:
            if method in fault.methods:
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times == 0:
                        self._faults.remove(fault)
                return fault
        return None

    @property
    def _number(self) -> int:
        return self._serial[0]

    @_number.setter
    def _number(self, number: int) -> None:
        self._serial[0] = number

    def _put(self, meeting: Meeting) -> Meeting:
        """A new event; what it lacks of identity and age is made up."""
        self._number += 1
        id = meeting.id or f"event-{self._number:04}"
        return self._store(replace(meeting, id=id, created_at=meeting.created_at or self._clock()))

    def _store(self, meeting: Meeting) -> Meeting:
        self._number += 1
        self._events[meeting.id] = stored = replace(meeting, etag=f'W/"{self._number:06}"')
        return stored

    def _current(self, event_id: str, etag: str) -> Meeting:
        event = self._events.get(event_id)
        if event is None:
            raise Failed(_rejected(Refusal.GONE))
        if etag and etag != event.etag:
            raise Failed(_rejected(Refusal.CHANGED))
        return event


class FakeWox:
    """One room on a WOX server in memory, behind the WoxServer port; mirrors of the room may share it.

    As the server: each change has a revision, which is the booking's version and the feed's cursor; a put with another
    version than the one there is refused, unless it changes nothing. `down` is how every request fails while it is set,
    and every stream ends of it.
    """

    def __init__(self, *, settings: RoomSettings | None = None) -> None:
        self.bookings: dict[str, Booking] = {}
        self.beats: list[Heartbeat] = []
        self.offer: Offer | None = None
        """What the answer to each heartbeat says."""
        self.bundles: dict[str, bytes] = {}
        """By digest."""
        self.picture: bytes | None = None
        """The room's photo."""
        self.reports: dict[str, ProblemReport] = {}
        self.people: dict[str, Person] = {}
        """By badge or PIN."""
        self.results: dict[str, bytes | str] = {}
        self.pictures: list[bytes] = []
        self.puts: list[Booking] = []
        """Those that changed something."""
        self.refuse: Callable[[Booking], Refusal | None] = lambda _: None
        """What is wrong with a booking that is put."""
        self.is_closed = False
        self._commands: dict[str, tuple[int, Command]] = {}
        self._revision = 0
        self._settings = (0, settings)
        self._down: Failure | None = None
        self._lost_replies = 0
        self._changed = asyncio.Event()

    # ── people on the Portal ──

    def book(self, id: str, interval: Interval, subject: str | None = "Portal", **facts: Any) -> Booking:
        booking = Booking(id=id, interval=interval, subject=subject, host="Ada Byron", origin=Origin.PORTAL)
        return self._stored(replace(booking, **facts))

    def change(self, id: str, interval: Interval, subject: str | None = None) -> Booking:
        known = self.bookings[id]
        assert known.state in (BookingState.REQUESTED, BookingState.CONFIRMED)
        wanted = replace(known, interval=interval, subject=subject or known.subject, refusal=None)
        return self._stored(replace(wanted, state=BookingState.REQUESTED))

    def cancel(self, id: str) -> Booking:
        return self._stored(replace(self.bookings[id], state=BookingState.CANCELLING, refusal=None))

    def set(self, settings: RoomSettings) -> None:
        self._settings = self._next(), settings

    def command(self, id: str, kind: CommandKind) -> None:
        self._commands[id] = self._next(), Command(id=id, kind=kind)

    # ── misbehaviour ──

    @property
    def down(self) -> Failure | None:
        return self._down

    @down.setter
    def down(self, failure: Failure | None) -> None:
        self._down = failure
        self._wake()

    def lose_replies(self, times: int = 1) -> None:
        """The next puts are done and nobody hears of it."""
        self._lost_replies = times

    # ── the port ──

    async def feed(self, cursor: str | None) -> Feed:
        await self._arrive()
        return self._since(cursor)

    async def changes(self, cursor: str | None) -> AsyncGenerator[Feed]:
        await self._arrive()
        first = True
        while True:
            changed = self._changed
            told = self._since(cursor)
            if first or told.cursor != cursor:
                first, cursor = False, told.cursor
                yield told
            await changed.wait()
            if self._down is not None:
                raise Failed(self._down)

    async def put(self, booking: Booking) -> Booking:
        await self._arrive()
        if booking.is_private and booking.agreed is not None:
            booking = replace(booking, agreed=replace(booking.agreed, subject=None))
        if not _is_uuid(booking.id):
            raise Failed(_rejected(Refusal.INVALID))
        assert not booking.is_private or (booking.subject is None and booking.host is None), "private stays private"
        if (refusal := self.refuse(booking)) is not None:
            raise Failed(_rejected(refusal))
        known = self.bookings.get(booking.id)
        if known is None or replace(known, version=0) != replace(booking, version=0):
            if booking.version != (known.version if known is not None else 0):
                raise Failed(_rejected(Refusal.CHANGED))
            known = self._stored(booking)
            self.puts.append(known)
        if self._lost_replies:
            self._lost_replies -= 1
            raise Failed(Transient(reason="the reply was lost"))
        return known

    async def bundle(self, offer: Offer, start: int) -> AsyncGenerator[bytes]:
        await self._arrive()
        if offer.digest not in self.bundles:
            raise Failed(_rejected(Refusal.GONE))
        yield self.bundles[offer.digest][start:]

    async def beat(self, heartbeat: Heartbeat) -> Offer | None:
        await self._arrive()
        self.beats.append(heartbeat)
        return self.offer

    async def photo(self) -> bytes:
        await self._arrive()
        if self.picture is None:
            raise Failed(_rejected(Refusal.GONE))
        return self.picture

    async def report(self, report: ProblemReport) -> None:
        await self._arrive()
        assert self.reports.setdefault(report.id, report) == report, "a repetition is the same"

    async def person(self, *, badge: str | None = None, pin: str | None = None) -> Person | None:
        await self._arrive()
        assert (badge is None) != (pin is None), "one of both"
        return self.people.get(badge or pin or "")

    async def done(self, command_id: str, result: bytes = b"", error: str | None = None, *, kind: str = PNG) -> None:
        await self._arrive()
        if (known := self._commands.pop(command_id, None)) is not None and result:
            assert RESULTS[known[1].kind] == kind, "what this command gives"
        self.results[command_id] = result if error is None else error

    async def show(self, picture: bytes) -> None:
        await self._arrive()
        self.pictures.append(picture)

    async def leave(self) -> None:
        await self._arrive()
        self.down = AccessLost(access=Access.SIGN_IN, code="notPaired")

    async def close(self) -> None:
        self.is_closed = True

    # ── how it works ──

    async def _arrive(self) -> None:
        assert not self.is_closed, "a request after close"
        await asyncio.sleep(0)
        if self._down is not None:
            raise Failed(self._down)

    def _since(self, cursor: str | None) -> Feed:
        since = -1 if cursor is None else int(cursor)
        is_whole = since < 0 or since > self._revision
        revision, settings = self._settings
        return Feed(
            cursor=str(self._revision),
            bookings=tuple(b for b in self.bookings.values() if is_whole or b.version > since),
            settings=settings if is_whole or revision > since else None,
            commands=tuple(c for at, c in self._commands.values() if is_whole or at > since),
            is_whole=is_whole,
        )

    def _stored(self, booking: Booking) -> Booking:
        self.bookings[booking.id] = stored = replace(booking, version=self._next())
        return stored

    def _next(self) -> int:
        self._revision += 1
        self._wake()
        return self._revision

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


def _is_uuid(id: str) -> bool:
    try:
        return str(UUID(id)) == id
    except ValueError:
        return False


def _rejected(refusal: Refusal) -> Rejected:
    return Rejected(refusal=refusal, reason="as the fake has it")


def _touches(meeting: Meeting, window: Interval) -> bool:
    interval = meeting.interval
    return interval.overlaps(window) or (interval.start == interval.end and window.contains(interval.start))


class FakeDevice:
    """Hardware in memory: it is there and works, is there and refuses, or is not there."""

    def __init__(self) -> None:
        self._wrong: Exception | None = None

    def unplug(self) -> None:
        self._wrong = Absent("unplugged")

    def refuse(self) -> None:
        self._wrong = Failed(Transient(reason="it refuses"))

    def mend(self) -> None:
        self._wrong = None

    def _asked(self) -> None:
        if self._wrong is not None:
            raise self._wrong


class FakeBacklight(FakeDevice):
    """Behind the Backlight port; `told` is what it was told, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[float] = []

    @property
    def light(self) -> float:
        """The share of its power."""
        return self.told[-1] ** 2.4 if self.told else 1.0

    def shine(self, share: float) -> None:
        self._asked()
        self.told.append(share)


class FakeStatusLight(FakeDevice):
    """Behind the StatusLight port."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Colour] = []

    @property
    def colour(self) -> Colour:
        shown = self.told[-1]
        return Colour(red=shown.red**2.4, green=shown.green**2.4, blue=shown.blue**2.4)

    def burn(self, colour: Colour) -> None:
        self._asked()
        self.told.append(colour)


class FakePresence(FakeDevice):
    """Behind the Presence port."""

    def __init__(self) -> None:
        super().__init__()
        self.is_closed = False
        self._came = asyncio.Event()

    def come_near(self) -> None:
        self._came.set()

    async def noticed(self, within: float) -> bool:
        self._asked()
        try:
            async with asyncio.timeout(within):
                await self._came.wait()
        except TimeoutError:
            return False
        self._came.clear()
        return True

    def close(self) -> None:
        self.is_closed = True
