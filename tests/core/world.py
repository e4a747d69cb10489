"""A room's mailbox in Office 365, and panels in front of it, as far as the core can tell.

The mailbox keeps Graph's promises (transactionId replay, etags, no refusal of overlaps to direct writes, meeting
requests declined on conflict); the network between it and a panel keeps none.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from roomdisplay.core import nearby, outbox
from roomdisplay.core.booker import FindPerson
from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.machine import (
    Answered,
    Asked,
    AvailabilityRead,
    BookingPut,
    DropCode,
    EntryNotSaved,
    EntrySaved,
    Event,
    FeedFailed,
    FeedTold,
    FetchCode,
    ForgetEntry,
    NearbyWatched,
    Outcome,
    Read,
    ReadAvailability,
    ReadCalendar,
    Refreshed,
    Request,
    SaveEntry,
    SaveSchedule,
    Send,
    Started,
    State,
    StreamEnded,
    Ticked,
    step,
    wake_at,
)
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.nearby import Availability
from roomdisplay.core.outbox import Deleted, Entry, Operation, Stage, Written
from roomdisplay.core.policy import Policy
from roomdisplay.core.reports import ForgetReport, SaveReport, SendReport
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.wox import Booking, BookingState, Feed, Origin, RoomSettings
from roomdisplay.core.wox_side import FetchFeed, KeptWox, PutBooking, SaveWox, WoxSide

BEGIN = datetime(2026, 3, 10, 9, tzinfo=UTC)
ROOM = Room(address="room@example.com", name="Room", zone=ZoneInfo("Europe/Berlin"))

LOST = Transient(reason="no answer")


class World:
    """Real time. A panel's wall clock may be wrong; monotonic clocks never are."""

    def __init__(self, begin: datetime = BEGIN) -> None:
        self.begin = begin
        self.elapsed = 0.0

    @property
    def now(self) -> datetime:
        return self.begin + timedelta(seconds=self.elapsed)


class Mailbox:
    """What Office 365 holds for the room. Every event of `events` occupies it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.events: dict[str, Meeting] = {}
        self.by_transaction: dict[str, Meeting] = {}
        self.touched: set[str] = set()
        """Bookings that people changed or deleted in Outlook."""
        self.declined: list[tuple[Meeting, str]] = []
        """What organizers were told."""
        self._serial = 0

    def answer(self, request: Request) -> Outcome:
        match request:
            case ReadCalendar(window=window, detailed=detailed):
                found = [e for e in self.events.values() if e.interval.overlaps(window)]
                shown = tuple(e if detailed else replace(e, created_at=None) for e in found)
                # HTTP's Date knows no fractions
                return Read(meetings=shown, told_at=self.world.now.replace(microsecond=0))
            case ReadAvailability():
                raise AssertionError("the house is asked, not one room")
            case outbox.CreateEvent(booking_id=booking_id, interval=interval, subject=subject, is_private=is_private):
                return self._create(booking_id, interval, subject, is_private)
            case outbox.MoveEvent(event_id=id, etag=etag, interval=interval, subject=subject):
                event = self._event(id, etag)
                if isinstance(event, Rejected):
                    return event
                shown = event.subject if subject is None or event.is_private else subject or None
                return Written(meeting=self.put(replace(event, interval=interval, subject=shown)))
            case outbox.MoveEnd(event_id=id, etag=etag, end=end):
                event = self._event(id, etag)
                if isinstance(event, Rejected):
                    return event
                if end < event.interval.start:
                    return Rejected(refusal=Refusal.INVALID, reason="an event ends after it starts")
                return Written(meeting=self.put(replace(event, interval=Interval(event.interval.start, end))))
            case outbox.DeleteEvent(event_id=id, etag=etag):
                event = self._event(id, etag)
                if isinstance(event, Rejected):
                    return event
                del self.events[id]
                return Deleted()
            case outbox.DeclineEvent(event_id=id, comment=comment):
                event = self.events.get(id)
                if event is None:
                    return Rejected(refusal=Refusal.GONE, reason="no such event")
                if event.is_organizer:
                    return Rejected(refusal=Refusal.INVALID, reason="the room is the organizer")
                del self.events[id]
                self.declined.append((event, comment))
                return Deleted()

    def _create(self, booking_id: str, interval: Interval, subject: str, is_private: bool) -> Outcome:
        known = self.by_transaction.get(booking_id)
        shown = None if is_private else subject or None
        if known is not None:
            if (known.interval, known.subject, known.is_private) != (interval, shown, is_private):
                return Rejected(refusal=Refusal.DUPLICATE, reason="another body")
            return Written(meeting=self.events.get(known.id, known))
        event = self.put(
            Meeting(
                id=self._next(),
                interval=interval,
                subject=shown,
                organizer=None,
                booking_id=booking_id,
                is_private=is_private,
                is_organizer=True,
                created_at=self.world.now + timedelta(microseconds=self._serial),
            )
        )
        self.by_transaction[booking_id] = event
        return Written(meeting=event)

    def _event(self, id: str, etag: str) -> Meeting | Rejected:
        event = self.events.get(id)
        if event is None:
            return Rejected(refusal=Refusal.GONE, reason="no such event")
        if event.etag != etag:
            return Rejected(refusal=Refusal.CHANGED, reason="changed since")
        return event

    def _next(self) -> str:
        self._serial += 1
        # ids in no order of time: who is first must not depend on them
        return f"{self._serial * 7919 % 10007:05d}"

    def put(self, event: Meeting) -> Meeting:
        event = replace(event, etag=self._next())
        self.events[event.id] = event
        return event

    # ── people in Outlook ─────────────────────────────────────────────────────────────────────────────────────────────

    def invite(self, interval: Interval, *, made: timedelta = timedelta(), **facts: Any) -> bool:
        """A meeting request of so long ago, accepted where the room is free."""
        if any(e.interval.overlaps(interval) for e in self.events.values()):
            return False
        id = self._next()
        created = self.world.now - made + timedelta(microseconds=self._serial)
        event = Meeting(id=id, interval=interval, subject="Rival", organizer="Eve", created_at=created)
        self.put(replace(event, **{"has_attendees": True, **facts}))
        return True

    def move(self, id: str, by: timedelta) -> None:
        """The organizer moves a meeting; the room declines it where it cannot follow."""
        event = self.events.pop(id)
        interval = Interval(event.interval.start + by, event.interval.end + by)
        self.touch(event)
        if not any(e.interval.overlaps(interval) for e in self.events.values()):
            self.put(replace(event, interval=interval))

    def delete(self, id: str) -> None:
        self.touch(self.events.pop(id))

    def shorten(self, id: str) -> None:
        event = self.events[id]
        self.touch(event)
        half = event.interval.duration / 2
        self.put(replace(event, interval=Interval(event.interval.start, event.interval.end - half)))

    def categorise(self, id: str) -> None:
        """A change that only the etag shows."""
        self.put(self.events[id])

    def touch(self, event: Meeting) -> None:
        if event.booking_id is not None:
            self.touched.add(event.booking_id)

    def of(self, booking_id: str) -> list[Meeting]:
        return [e for e in self.events.values() if e.booking_id == booking_id]


class Wox:
    """The WOX server: bookings by id, versions, a feed with a cursor. `put` is what a mirror asks, the rest is people
    on the Portal."""

    def __init__(self) -> None:
        self.bookings: dict[str, Booking] = {}
        self.revision = 0
        self.settings: RoomSettings | None = None
        self.history: list[Booking] = []

    def feed(self, cursor: str | None) -> Feed:
        since = int(cursor) if cursor is not None else -1
        is_whole = cursor is None or since > self.revision
        bookings = tuple(b for b in self.bookings.values() if is_whole or b.version > since)
        told = self.settings if is_whole else None
        return Feed(cursor=str(self.revision), bookings=bookings, settings=told, is_whole=is_whole)

    def put(self, booking: Booking) -> Booking | Rejected:
        assert str(UUID(booking.id)) == booking.id
        known = self.bookings.get(booking.id)
        if known is not None and replace(known, version=0) == replace(booking, version=0):
            return known
        if booking.version != (known.version if known is not None else 0):
            return Rejected(refusal=Refusal.CHANGED, reason="412")
        return self._stored(booking)

    def book(self, id: str, interval: Interval, subject: str | None = "Portal", **facts: Any) -> Booking:
        booking = Booking(id=id, interval=interval, subject=subject, host="Ada", origin=Origin.PORTAL)
        return self._stored(replace(booking, **facts))

    def change(self, id: str, interval: Interval, subject: str | None = None) -> Booking:
        known = self.bookings[id]
        named = known.subject if known.is_private else subject or known.subject
        return self._stored(
            replace(known, interval=interval, subject=named, state=BookingState.REQUESTED, refusal=None)
        )

    def cancel(self, id: str) -> Booking:
        return self._stored(replace(self.bookings[id], state=BookingState.CANCELLING, refusal=None))

    def _stored(self, booking: Booking) -> Booking:
        self.revision += 1
        stored = replace(booking, version=self.revision)
        self.bookings[booking.id] = stored
        self.history.append(stored)
        return stored


class House:
    """The mailboxes of several rooms, by address. Those in `closed` may not be used."""

    def __init__(self, world: World, rooms: Iterable[Room]) -> None:
        self.mailboxes = {room.address: Mailbox(world) for room in rooms}
        self.closed: set[str] = set()

    def answer(self, sent: Send) -> Outcome:
        """What comes of a request, for which the whole house may be asked."""
        if sent.room.address in self.closed:
            return AccessLost(access=Access.PERMISSION, code="ErrorAccessDenied")
        match sent.request:
            case ReadAvailability(rooms=rooms, window=window):
                assert len(rooms) <= nearby.MOST_AT_ONCE
                return AvailabilityRead(answers=tuple(self._told(room.address, window) for room in rooms))
            case request:
                return self.mailboxes[sent.room.address].answer(request)

    def _told(self, address: str, window: Interval) -> Availability:
        if address in self.closed:
            return Availability(address=address, schedule=None, code="5016")
        bare = [
            Meeting(id=str(n), interval=e.interval, subject=None, organizer=None)
            for n, e in enumerate(self.mailboxes[address].events.values())
        ]
        return Availability(address=address, schedule=Schedule.of(window, bare))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request that left a panel, as seen on the wire."""

    at: float
    room: Room
    request: Request


class Panel:
    """A panel's shell: it performs effects, checks what must hold after every step, and can lose its power."""

    def __init__(
        self,
        world: World,
        name: str = "a",
        policy: Policy | None = None,
        room: Room = ROOM,
        nearby: tuple[Room, ...] = (),
        wox: "Wox | None" = None,
        horizon: int = 2,
    ) -> None:
        self.world, self.name, self.room, self.nearby = world, name, room, nearby
        self.wox, self.horizon = wox, horizon
        """WOX, where the panel is linked with it."""
        self.policy = policy or Policy()
        self.offset = timedelta()
        """How wrong its wall clock is."""
        self.jitter: Callable[[], float] = lambda: 0.5
        self.disk: dict[str, Entry] = {}
        self.disk_schedule: tuple[Schedule, datetime] | None = None
        self.disk_full = False
        self.unsaved: list[SaveEntry | ForgetEntry] = []
        self.disk_wox: KeptWox | None = None
        self.put: PutBooking | None = None
        """On its way to WOX."""
        self.fetch: FetchFeed | None = None
        self.wire: Send | None = None
        """The request in flight."""
        self.log: list[Sent] = []
        self.failed: list[tuple[float, int]] = []
        """When a request failed, and how many had left by then."""
        self.verdicts: dict[str, Entry] = {}
        """Every entry that a person asked for, as last seen."""
        self.asked = 0
        self.promised: set[str] = set()
        self.state = self._blank()
        self.start()

    def _blank(self) -> State:
        side = None if self.wox is None else WoxSide()
        return State(
            room=self.room, nearby=self.nearby, policy=self.policy, now=self.now, wox=side, horizon=self.horizon
        )

    @property
    def now(self) -> Instant:
        return Instant(wall=self.world.now + self.offset, mono=self.world.elapsed)

    def start(self) -> None:
        schedule, read_at = self.disk_schedule or (None, None)
        entries = tuple(self.disk.values())
        self.post(Started(now=self.now, schedule=schedule, read_at=read_at, entries=entries, wox=self.disk_wox))

    def restart(self) -> None:
        """Power cut: what was not on disk is gone, and so is whatever was on the wire for us."""
        self.unsaved.clear()
        self.wire = self.put = self.fetch = None
        for id in [e.id for e in self.state.entries if e.id not in self.disk]:
            if id not in self.promised:
                self.verdicts.pop(id, None)  # nobody was told it is held
        self.state = self._blank()
        self.start()

    def post(self, event: Event) -> None:
        self.state, effects = step(self.state, event)
        for effect in effects:
            match effect:
                case Send():
                    assert self.wire is None, "one request in flight"
                    assert self.state.in_flight is not None
                    assert effect.number == self.state.in_flight.number
                    owner = self.state.in_flight.entry_id
                    assert owner is None or owner in self.promised, "saved before sent"
                    self.wire = effect
                    self.log.append(Sent(at=self.world.elapsed, room=effect.room, request=effect.request))
                case SaveEntry() | ForgetEntry():
                    self.unsaved.append(effect)
                case SaveSchedule(schedule=schedule, read_at=read_at):
                    self.disk_schedule = schedule, read_at
                case PutBooking():
                    assert self.put is None, "one put in flight"
                    self.put = effect
                case FetchFeed():
                    assert self.fetch is None, "one fetch in flight"
                    self.fetch = effect
                case SaveReport() | SendReport() | ForgetReport():
                    pass  # nobody reports a problem here
                case SaveWox(kept=kept):
                    self.disk_wox = kept
                case FetchCode() | DropCode() | FindPerson():
                    raise AssertionError("no person signs this panel in, nor is asked who they are")
        for entry in self.state.entries:
            self.verdicts[entry.id] = entry
        assert (self.state.in_flight is None) == (self.wire is None)
        # whatever is on screen can be worked out
        assert self.state.promised is None or self.state.promised.window

    def save(self) -> None:
        """The disk catches up."""
        while self.unsaved:
            effect = self.unsaved.pop(0)
            match effect:
                case SaveEntry(entry=entry):
                    if self.disk_full:
                        self.post(EntryNotSaved(now=self.now, id=entry.id))
                    else:
                        self.disk[entry.id] = entry
                        self.promised.add(entry.id)
                        self.post(EntrySaved(now=self.now, id=entry.id))
                case ForgetEntry(id=id):
                    self.disk.pop(id, None)

    def tick(self) -> None:
        self.post(Ticked(now=self.now))

    def refresh(self) -> None:
        self.post(Refreshed(now=self.now))

    def watch(self, watched: bool = True) -> None:
        self.post(NearbyWatched(now=self.now, watched=watched))

    def ask(self, operation: Operation, booking_id: str | None = None, room: str | None = None) -> str:
        self.asked += 1
        id = f"{self.name}{self.asked}" if self.wox is None else str(UUID(int=ord(self.name) * 1000 + self.asked))
        self.post(Asked(now=self.now, id=id, booking_id=booking_id or id, operation=operation, room=room))
        return id

    @property
    def request(self) -> Request:
        assert self.wire is not None
        return self.wire.request

    def answer(self, outcome: Outcome) -> None:
        assert self.wire is not None
        number, self.wire = self.wire.number, None
        if not isinstance(outcome, Read | AvailabilityRead | Written | Deleted):
            self.failed.append((self.world.elapsed, len(self.log)))
        self.post(Answered(now=self.now, number=number, outcome=outcome, jitter=self.jitter()))

    def deliver(self, mailbox: Mailbox) -> None:
        self.answer(mailbox.answer(self.request))

    # ── WOX ───────────────────────────────────────────────────────────────────────────────────────────────────────────

    def hear(self, feed: Feed) -> None:
        self.fetch = None
        self.post(FeedTold(now=self.now, feed=feed))

    def hear_wox(self) -> None:
        """The stream brings what WOX has, or the feed that was asked for."""
        assert self.wox is not None
        assert self.state.wox is not None
        cursor = self.fetch.cursor if self.fetch is not None else self.state.wox.cursor
        self.hear(self.wox.feed(cursor))

    def lose_wox(self, failure: Failure = LOST) -> None:
        """Nothing that was on its way there is answered."""
        if self.put is not None:
            number, self.put = self.put.number, None
            self.post(BookingPut(now=self.now, number=number, outcome=failure, jitter=self.jitter()))
        if self.fetch is not None:
            self.fetch = None
            self.post(FeedFailed(now=self.now, failure=failure, jitter=self.jitter()))
        self.post(StreamEnded(now=self.now, failure=failure))

    def deliver_put(self) -> None:
        assert self.wox is not None
        assert self.put is not None
        put, self.put = self.put, None
        outcome = self.wox.put(put.booking)
        self.post(BookingPut(now=self.now, number=put.number, outcome=outcome, jitter=self.jitter()))

    @property
    def is_current(self) -> bool:
        """Has it heard all that WOX has to tell?"""
        return self.state.wox is None or self.wox is None or self.state.wox.cursor == str(self.wox.revision)

    @property
    def wakes_at(self) -> float:
        return wake_at(self.state)

    @property
    def is_settled(self) -> bool:
        return not self.unsaved and all(e.is_final for e in self.state.entries)

    def verdict(self, id: str) -> Stage:
        return self.verdicts[id].stage


def settle(world: World, mailbox: Mailbox, panels: list[Panel], seconds: float = 400.0) -> None:
    """Everything works from here on, for `seconds` and until nobody has anything pending."""
    end = world.elapsed + seconds
    for _ in range(3000):
        for panel in panels:
            panel.save()
            panel.tick()
            panel.save()
            while panel.wire is not None:
                panel.deliver(mailbox)
                panel.save()
            while panel.wox is not None and (panel.put or panel.fetch or not panel.is_current):
                if panel.put is not None:
                    panel.deliver_put()
                if panel.fetch is not None or not panel.is_current:
                    panel.hear_wox()
                panel.save()
        if world.elapsed >= end and all(p.is_settled for p in panels):
            return
        world.elapsed = max(world.elapsed + 0.001, min(p.wakes_at for p in panels))
    raise AssertionError("it never settles: " + repr([p.state.entries for p in panels]))
