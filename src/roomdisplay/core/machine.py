"""The panel as one value: `step(state, event) → (state, effects)`.

Everything that happens arrives as an Event stamped with both clocks; everything that must be done leaves as an Effect.
The shell runs the effects through its ports and brings what came of them back as events.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from roomdisplay.core import booker, check_in, mirror, nearby, outbox, reports, unsent, wox_side
from roomdisplay.core.booker import FindPerson, Inquiry, Proof
from roomdisplay.core.check_in import Asking, Occurrence
from roomdisplay.core.failure import OF_ONE_MAILBOX, Access, AccessLost, Bug, Failure, Rejected, Transient
from roomdisplay.core.freshness import Freshness, Live, freshness
from roomdisplay.core.interval import Instant, Interval, day_of, days, floor_minute
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.nearby import Availability, Survey
from roomdisplay.core.outbox import Answer, Deleted, Entry, Found, Operation, Source, Stage, Written
from roomdisplay.core.policy import Policy
from roomdisplay.core.release import released
from roomdisplay.core.reports import ReportEffect, Reports
from roomdisplay.core.room import Room
from roomdisplay.core.room_state import RoomState, awaited, room_state
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.screen import Needs, Screen, falls_asleep_at, screen
from roomdisplay.core.sign_in import Code, Ending, SignIn
from roomdisplay.core.traffic import Traffic
from roomdisplay.core.tries import NONE, Tries
from roomdisplay.core.undo import undoing
from roomdisplay.core.wox import Booking, Feed, Person, ProblemReport, RoomSettings
from roomdisplay.core.wox_side import KeptWox, WoxEffect, WoxSide

LEAVING = "leaving"
"""Why a panel that is about to be unpaired takes no bookings; the screen has its own words for it."""
KEEP_OUTCOMES = timedelta(minutes=5)
"""How long a settled entry stays, so that what became of it can be told, and a late arrival of its event is noticed."""
CERTIFICATE_NOTICE = timedelta(days=30)
"""So long before its end a certificate is announced to be ending."""
KEEP_DECIDED = timedelta(days=1)
"""How long it is remembered that somebody checked in to a meeting, or that it was released."""
UNDO = timedelta(minutes=1)
"""How long a release that nobody asked for can be taken back."""
AHEAD = timedelta(hours=12)
"""A schedule that reaches less far (the wall clock jumped) is read anew at once; at midnight the next poll will do."""
SHOWN_DAYS = 2
"""Today and tomorrow: what the screen shows and offers, however far is read."""
FAR = timedelta(days=7)
"""Entries further from the window than this are looked for in a read of their own (clocks may be years wrong)."""


# ── requests: what the Calendar port is asked ─────────────────────────────────────────────────────────────────────────


class ReadCalendar(Struct, frozen=True, kw_only=True):
    """Read the meetings touching `window`; `detailed` with createdDateTime."""

    window: Interval
    detailed: bool = False


class ReadAvailability(Struct, frozen=True, kw_only=True):
    """Read when `rooms` (at most nearby.MOST_AT_ONCE) are taken in `window`."""

    rooms: tuple[Room, ...]
    window: Interval


Request = (
    ReadCalendar
    | ReadAvailability
    | outbox.CreateEvent
    | outbox.MoveEnd
    | outbox.MoveEvent
    | outbox.DeleteEvent
    | outbox.DeclineEvent
)


class InFlight(Struct, frozen=True, kw_only=True):
    number: int
    room: Room
    """Whose mailbox is asked."""
    request: Request
    entry_id: str | None
    """The outbox entry it is for; None for a poll."""
    sent: float
    """On the monotonic clock: what a read finds is this old."""
    whole: bool = False
    """A read of all there is to know."""


# ── events ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Started(Struct, frozen=True, kw_only=True):
    """The store was read: the last schedule, when it was read (UTC), the outbox in the order it was filled, and what
    WOX had told."""

    now: Instant
    schedule: Schedule | None
    read_at: datetime | None
    entries: tuple[Entry, ...] = ()
    wox: KeptWox | None = None
    reports: tuple[ProblemReport, ...] = ()
    """Those that WOX does not have yet, as far as is known."""


class Ticked(Struct, frozen=True, kw_only=True):
    """Time has passed."""

    now: Instant


class Asked(Struct, frozen=True, kw_only=True):
    """A person confirmed `operation` on the glass. `id` is a fresh UUID; for a Book it becomes the booking's id."""

    now: Instant
    id: str
    booking_id: str
    operation: Operation
    room: str | None = None
    """The address of the nearby room it is about; None: this one."""
    proof: Proof | None = None
    """Of a Book: whose it is, which WOX is asked for before anything is promised. None: that has been said, or need not
    be."""


class PersonLookedUp(Struct, frozen=True, kw_only=True):
    """What became of FindPerson."""

    now: Instant
    id: str
    outcome: booker.Answer


class InquiryDropped(Struct, frozen=True, kw_only=True):
    """Whoever wanted to book has turned away before it was known who they are: nothing comes of it."""

    now: Instant


class EntrySaved(Struct, frozen=True, kw_only=True):
    now: Instant
    id: str


class EntryNotSaved(Struct, frozen=True, kw_only=True):
    """The disk did not take the entry (full, read-only, broken)."""

    now: Instant
    id: str


class Read(Struct, frozen=True, kw_only=True):
    """What a ReadCalendar found; `skipped` events were malformed and left out."""

    meetings: tuple[Meeting, ...]
    skipped: int = 0
    told_at: datetime | None = None
    """What the other side's clock said when it answered (HTTP's Date)."""


class AvailabilityRead(Struct, frozen=True, kw_only=True):
    """What a ReadAvailability found: one answer for each room it asked about."""

    answers: tuple[Availability, ...]


Outcome = Read | AvailabilityRead | Written | Deleted | Failure


class Answered(Struct, frozen=True, kw_only=True):
    """Request `number` has come to an end. `jitter` in [0, 1) is drawn by the shell."""

    now: Instant
    number: int
    outcome: Outcome
    jitter: float = 0.5


class Refreshed(Struct, frozen=True, kw_only=True):
    """Somebody wants the truth now: read without waiting for the next poll (budgets still hold)."""

    now: Instant


class CertificateRead(Struct, frozen=True, kw_only=True):
    """The panel's certificate ends at `ends` (UTC)."""

    now: Instant
    ends: datetime


class PhotoFound(Struct, frozen=True, kw_only=True):
    """The room's photo is in the file `path`, whole; empty: there is none (any more)."""

    now: Instant
    path: str


class Leaving(Struct, frozen=True, kw_only=True):
    """The panel is about to be unpaired: it takes no more bookings, and sends those it has."""

    now: Instant


class LossTold(Struct, frozen=True, kw_only=True):
    """Facilities know what became of the entry, which nobody at this door had asked for."""

    now: Instant
    id: str


class NearbyWatched(Struct, frozen=True, kw_only=True):
    """Somebody has opened the page of the rooms near by, or (not `watched`) has left it."""

    now: Instant
    watched: bool


class Noticed(Struct, frozen=True, kw_only=True):
    """Somebody has touched the glass, or come near."""

    now: Instant


class SignInWanted(Struct, frozen=True, kw_only=True):
    """Somebody at the glass wants to sign the service account in."""

    now: Instant


class SignInUnwanted(Struct, frozen=True, kw_only=True):
    """Somebody at the glass does not."""

    now: Instant


class SignInAsked(Struct, frozen=True, kw_only=True):
    """A code has come and waits for a person."""

    now: Instant
    code: Code


class SignInEnded(Struct, frozen=True, kw_only=True):
    """What became of FetchCode."""

    now: Instant
    outcome: Ending | Failure


class FeedTold(Struct, frozen=True, kw_only=True):
    """WOX was heard: its stream, or the answer to FetchFeed. The feed's commands are not the machine's."""

    now: Instant
    feed: Feed


class FeedFailed(Struct, frozen=True, kw_only=True):
    """What became of FetchFeed. `jitter` in [0, 1)."""

    now: Instant
    failure: Failure
    jitter: float = 0.5


class StreamEnded(Struct, frozen=True, kw_only=True):
    """WOX's stream broke, or could not be opened; the next FeedTold says that it is there again."""

    now: Instant
    failure: Failure


class BookingPut(Struct, frozen=True, kw_only=True):
    """What became of PutBooking `number`: the booking as WOX has it now, or why not. `jitter` in [0, 1)."""

    now: Instant
    number: int
    outcome: Booking | Failure
    jitter: float = 0.5


class ProblemReported(Struct, frozen=True, kw_only=True):
    """Somebody at the glass says that something is wrong in the room."""

    now: Instant
    report: ProblemReport


class ReportSaved(Struct, frozen=True, kw_only=True):
    now: Instant
    id: str


class ReportNotSaved(Struct, frozen=True, kw_only=True):
    """The disk did not take it."""

    now: Instant
    id: str


class ReportSent(Struct, frozen=True, kw_only=True):
    """What became of SendReport; None: WOX has it. `jitter` in [0, 1)."""

    now: Instant
    id: str
    failure: Failure | None
    jitter: float = 0.5


Event = (
    Started
    | Ticked
    | Asked
    | PersonLookedUp
    | InquiryDropped
    | EntrySaved
    | EntryNotSaved
    | Answered
    | Refreshed
    | CertificateRead
    | PhotoFound
    | Leaving
    | LossTold
    | NearbyWatched
    | Noticed
    | SignInWanted
    | SignInUnwanted
    | SignInAsked
    | SignInEnded
    | FeedTold
    | FeedFailed
    | StreamEnded
    | BookingPut
    | ProblemReported
    | ReportSaved
    | ReportNotSaved
    | ReportSent
)


# ── effects ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Send(Struct, frozen=True, kw_only=True):
    number: int
    room: Room
    """Whose mailbox is to be asked."""
    request: Request


class SaveEntry(Struct, frozen=True, kw_only=True):
    """Write the entry to disk and answer EntrySaved or EntryNotSaved."""

    entry: Entry


class ForgetEntry(Struct, frozen=True, kw_only=True):
    id: str


class SaveSchedule(Struct, frozen=True, kw_only=True):
    schedule: Schedule
    read_at: datetime


class FetchCode(Struct, frozen=True, kw_only=True):
    """Fetch a code (SignInAsked) and wait until a person has used it, or nobody did (SignInEnded)."""


class DropCode(Struct, frozen=True, kw_only=True):
    """End what FetchCode began; nobody waits for it any more."""


Effect = Send | SaveEntry | ForgetEntry | SaveSchedule | FetchCode | DropCode | FindPerson | WoxEffect | ReportEffect


# ── state ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


class State(Struct, frozen=True, kw_only=True):
    room: Room
    policy: Policy
    now: Instant
    nearby: tuple[Room, ...] = ()
    """Other rooms to send people to, nearest first."""
    horizon: int = SHOWN_DAYS
    """Days to read, today included; never fewer than are shown."""
    wox: WoxSide | None = None
    """None: not linked with WOX."""
    reports: Reports = field(default_factory=Reports)
    """What is wrong in the room, on its way to WOX."""
    survey: Survey = field(default_factory=Survey)
    started: bool = False
    schedule: Schedule | None = None
    """As Office 365 last told it, without what is pending here."""
    read_at: float | None = None
    """When that was, on the monotonic clock."""
    doubted: bool = False
    """The last read found nothing where there was something: it has to be confirmed before it is believed."""
    failure: Failure | None = None
    """What the last request to this room's calendar failed of, or the link itself; None while all is well."""
    traffic: Traffic = field(default_factory=Traffic)
    certificate_ends: datetime | None = None
    """Of the certificate the panel signs in with, where it has one."""
    in_flight: InFlight | None = None
    number: int = 0
    refresh: bool = False
    inquiry: Inquiry | None = None
    """Who is booking, where that has to be known first."""
    tries: Tries = NONE
    """Of PINs and badges that are nobody's, since the start; WOX counts them as well."""
    entries: tuple[Entry, ...] = ()
    """The outbox, oldest first: pending, and settled within KEEP_OUTCOMES."""
    unsaved: frozenset[str] = frozenset()
    """Entries whose present stage the disk has not taken."""
    settled_at: tuple[tuple[str, float], ...] = ()
    """When each settled entry was settled (id, monotonic)."""
    sign_in: SignIn | None = None
    """None: linked as an enterprise application, which no person signs in."""
    synchronised: bool = False
    """At the last read this clock and Office 365's agreed."""
    asking: Asking | None = None
    """The check-in that the screen asks for; None also where it could not be trusted to lead to a release."""
    photo: str = ""
    """The file that holds the room's photo; empty: there is none."""
    emergency: str | None = None
    """A message to everybody at the location, which comes before everything else; None: none."""
    is_leaving: bool = False
    """It is about to be unpaired."""
    noticed_at: float | None = None
    """When somebody was last noticed before the glass, on the monotonic clock."""
    vanished_at: datetime | None = None
    """When a meeting whose check-in was asked for was last found gone, by no doing of this panel."""

    @property
    def owed(self) -> tuple[Entry, ...]:
        """What people at the panel were promised and Office 365 has not answered yet."""
        return tuple(entry for entry in self.entries if unsent.is_owed(entry))

    @property
    def lost(self) -> tuple[Entry, ...]:
        """What facilities have still to hear of."""
        return tuple(entry for entry in self.entries if unsent.is_lost(entry))

    @property
    def age(self) -> timedelta | None:
        """Of the schedule."""
        return None if self.read_at is None else timedelta(seconds=max(0.0, self.now.mono - self.read_at))

    @property
    def freshness(self) -> Freshness:
        return freshness(self.age, self.failure is not None, self.policy.fresh_for)

    @property
    def promised(self) -> Schedule | None:
        """The schedule with what is pending laid over it: what the screen shows and offers are made from."""
        if self.schedule is None:
            return None
        schedule = self.schedule
        if self.horizon > SHOWN_DAYS:
            schedule = schedule.clipped(self._days(SHOWN_DAYS))
        return outbox.overlaid(schedule, self.entries_of(self.room))

    @property
    def access_lost(self) -> AccessLost | None:
        if self.sign_in is not None and self.sign_in.lost is not None:
            return self.sign_in.lost
        return self.failure if isinstance(self.failure, AccessLost) else None

    @property
    def certificate_ending(self) -> datetime | None:
        """When the certificate ends, once that is near enough to be announced."""
        ends = self.certificate_ends
        return ends if ends is not None and ends - self.now.wall <= CERTIFICATE_NOTICE else None

    @property
    def window(self) -> Interval:
        """What is read: `horizon` days in the room's zone, yesterday's last meetings included by overlap."""
        return self._days(max(SHOWN_DAYS, self.horizon))

    def _days(self, count: int) -> Interval:
        return days(day_of(self.now.wall, self.room.zone), count, self.room.zone)

    def promised_in(self, room: Room) -> Schedule | None:
        """The same of a room near by, as far as it is known and recent."""
        known = self.survey.known(room.address, self.now.mono, self.policy.fresh_for)
        return None if known is None else outbox.overlaid(known, self.entries_of(room))

    def room_of(self, entry: Entry) -> Room:
        """Whose calendar the entry is about; of a room that is configured no more only the address is left."""
        if entry.room is None:
            return self.room
        known = (r for r in self.nearby if r.address == entry.room)
        return next(known, None) or Room(address=entry.room, name=entry.room, zone=self.room.zone)

    def entries_of(self, room: Room) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries if self.room_of(e) == room)

    @property
    def decided(self) -> frozenset[Occurrence]:
        """The meetings that nobody needs to be asked about: checked in to, or released as far as that went."""
        return frozenset(
            Occurrence(event_id=e.operation.event_id, start=e.interval.start)
            for e in self.entries
            if (isinstance(e.operation, outbox.CheckIn) and e.stage is not Stage.REFUSED)
            or (isinstance(e.operation, outbox.Release) and e.is_final and e.reason is not outbox.Reason.LAPSED)
        )

    @property
    def room_state(self) -> RoomState:
        return room_state(self.now.wall, self.promised, self.freshness, self.policy, self.decided)

    @property
    def screen(self) -> Screen:
        return screen(self.now, self.room.zone, self.policy, self._needs)

    @property
    def _needs(self) -> Needs:
        return Needs(
            noticed_at=self.noticed_at,
            emergency=self.emergency is not None,
            check_in=awaited(self.room_state) is not None,
        )

    @property
    def outcomes(self) -> tuple[Entry, ...]:
        """What was asked for here and is pending, or was settled within KEEP_OUTCOMES: what there is to be told of the
        outbox. Whoever asked on WOX is told there."""
        return tuple(e for e in self.recent if e.source is Source.GLASS and e.reason is not outbox.Reason.CANCELLED)

    @property
    def recent(self) -> tuple[Entry, ...]:
        """What is pending, and what was settled within KEEP_OUTCOMES."""
        old = {id for id, at in self.settled_at if at + KEEP_OUTCOMES.total_seconds() <= self.now.mono}
        return tuple(e for e in self.entries if e.id not in old)

    @property
    def undoable(self) -> tuple[Entry, outbox.Book] | None:
        """A release that nobody asked for, within its minute, and the booking that takes the slot again. A decline
        cannot be taken back: the item is among the deleted ones, and the organizer has been told."""
        settled, schedule = dict(self.settled_at), self.promised
        for entry in reversed(self.entries):
            if not (entry.is_unasked and entry.stage is Stage.CONFIRMED) or schedule is None:
                continue
            lapses = settled.get(entry.id, float("-inf")) + UNDO.total_seconds()
            if self.now.mono < lapses and self.now.wall < entry.interval.end and not schedule.conflicts(entry.interval):
                assert isinstance(entry.operation, outbox.Release)
                subject = entry.operation.subject or self.policy.walk_up_subject
                return entry, outbox.Book(interval=entry.interval, subject=subject)
        return None

    def undoing(self, id: str) -> tuple[Operation, str | None] | None:
        """What takes back what the entry `id` has done, and to which booking that is done (None: a new one)."""
        if (released := self.undoable) is not None and released[0].id == id:
            return released[1], None
        entry, schedule = self.entry(id), self.promised
        if entry is None or schedule is None:
            return None
        operation = undoing(entry, self.now.wall, schedule, self.policy.walk_up_subject)
        match operation:
            case None:
                return None
            case outbox.Book():
                host, host_id = self._host_of(entry.booking_id)
                return replace(operation, host=host, host_id=host_id), None
            case _:
                return operation, entry.booking_id

    def _host_of(self, booking_id: str) -> tuple[str | None, str | None]:
        """Whose booking it is, as said at the glass or by WOX: name and id."""
        for entry in self.entries:
            if isinstance(entry.operation, outbox.Book) and entry.booking_id == booking_id:
                return entry.operation.host, entry.operation.host_id
        booking = None if self.wox is None else self.wox.bookings.get(booking_id)
        return (None, None) if booking is None else (booking.host, booking.host_id)

    def entry(self, id: str | None) -> Entry | None:
        return next((e for e in self.entries if e.id == id), None)


def step(state: State, event: Event) -> tuple[State, tuple[Effect, ...]]:
    """The next state, and what the shell has to do. Total: an event that does not fit changes nothing but the clock."""
    was = state.sign_in
    asking = check_in.undisturbed(state.asking, state.now, event.now)
    state, effects = _reporting(*_mirrored(*_stepped(replace(state, now=event.now, asking=asking), event)))
    sign_in = state.sign_in
    if sign_in is None or was is None:
        return state, effects
    if was.under_way and not sign_in.under_way and not isinstance(event, SignInEnded):
        effects = (*effects, DropCode())
    if sign_in.is_due(event.now.mono):
        state, effects = replace(state, sign_in=sign_in.fetching()), (*effects, FetchCode())
    return state, effects


def _stepped(state: State, event: Event) -> tuple[State, tuple[Effect, ...]]:
    match event:
        case Started(schedule=schedule, read_at=read_at, entries=entries, wox=wox):
            if state.started:
                return state, ()
            state = replace(state, reports=reports.resumed(event.reports))
            if state.wox is not None and wox is not None:
                state = replace(state, wox=wox_side.restored(wox))
                state = state if wox.settings is None else _set(state, wox.settings)
            read_mono = None
            if schedule is not None and read_at is not None and read_at <= event.now.wall:
                # read in the future: this clock or that one was wrong (no battery, no network), so the age is unknown
                read_mono = event.now.mono - (event.now.wall - read_at).total_seconds()
            told = {e.id for e in entries if e.is_final and _is_to_be_told(e, event.now.wall)}
            kept = tuple(
                outbox.resumed(e, entries[position + 1 :])
                for position, e in enumerate(entries)
                if not e.is_final
                or e.id in told
                or _is_untold(state, e)
                or unsent.is_lost(e)
                or (_is_record(e) and event.now.wall < e.interval.end + KEEP_DECIDED)
            )
            forgotten = tuple(ForgetEntry(id=e.id) for e in entries if e.is_final and e not in kept)
            state = replace(
                state,
                started=True,
                schedule=schedule,
                read_at=read_mono,
                entries=(*kept, *state.entries),
                settled_at=(
                    *(
                        (e.id, event.now.mono if e.id in told else event.now.mono - KEEP_OUTCOMES.total_seconds())
                        for e in kept
                        if e.is_final
                    ),
                    *state.settled_at,
                ),
            )
            return _dispatched(state, forgotten)
        case Ticked():
            state, forgotten = _tidied(state)
            return _dispatched(state, (*_saving_again(state), *forgotten))
        case PhotoFound(path=path):
            return replace(state, photo=path), ()
        case CertificateRead(ends=ends):
            return replace(state, certificate_ends=ends), ()
        case Leaving():
            policy = replace(state.policy, out_of_service=LEAVING)
            return _dispatched(replace(state, is_leaving=True, policy=policy), ())
        case LossTold(id=id):
            entry = state.entry(id)
            if entry is None or not unsent.is_lost(entry):
                return state, ()
            return replace(state, entries=tuple(e for e in state.entries if e.id != id)), (ForgetEntry(id=id),)
        case Refreshed():
            # where nobody is signed in, the truth takes a person
            sign_in = state.sign_in and (state.sign_in.wanted() if state.sign_in.lost else state.sign_in)
            return _dispatched(replace(state, refresh=True, sign_in=sign_in), ())
        case NearbyWatched(watched=watched):
            survey = state.survey.opened(state.now.mono) if watched else state.survey.closed()
            return _dispatched(replace(state, survey=survey), ())
        case Asked(id=id, booking_id=booking_id, operation=operation, room=room):
            if state.entry(id) is not None:
                return state, ()
            if event.proof is not None and isinstance(operation, outbox.Book):
                return _inquired(state, Inquiry(id=id, operation=operation, room=room), event.proof)
            booking_id = _wox_id(state, operation) or booking_id
            entry = Entry(id=id, booking_id=booking_id, operation=operation, room=room, made_at=event.now.wall)
            if room is None and _comes_too_late(state, operation):
                return _with_entry(
                    replace(state, entries=(*state.entries, entry)),
                    replace(entry, stage=Stage.REFUSED, reason=outbox.Reason.GONE),
                ), ()
            return replace(state, entries=(*state.entries, entry)), (SaveEntry(entry=entry),)
        case PersonLookedUp(id=id, outcome=outcome):
            return _looked_up(state, id, outcome)
        case InquiryDropped():
            return replace(state, inquiry=None), ()
        case EntrySaved(id=id):
            state = replace(state, unsaved=state.unsaved - {id})
            again = _saving_again(state)
            return _dispatched(_with_entry(state, outbox.saved(e)) if (e := state.entry(id)) else state, again)
        case EntryNotSaved(id=id):
            return _not_saved(state, id)
        case Answered():
            return _dispatched(*_answered(state, event))
        case Noticed():
            return replace(state, noticed_at=event.now.mono), ()
        case SignInWanted():
            return replace(state, sign_in=state.sign_in and state.sign_in.wanted()), ()
        case SignInUnwanted():
            return replace(state, sign_in=state.sign_in and state.sign_in.unwanted()), ()
        case SignInAsked(code=code):
            return replace(state, sign_in=state.sign_in and state.sign_in.asked(code, event.now.mono)), ()
        case SignInEnded(outcome=outcome):
            return _sign_in_ended(state, outcome)
        case FeedTold() | FeedFailed() | StreamEnded() | BookingPut():
            return _heard(state, event)
        case ProblemReported() | ReportSaved() | ReportNotSaved() | ReportSent():
            return _reported(state, event)
        case _:
            assert_never(event)


def _inquired(state: State, inquiry: Inquiry, proof: Proof) -> tuple[State, tuple[Effect, ...]]:
    """Asks WOX whose booking that is, if it may be asked now."""
    mono = state.now.mono
    if state.wox is None or state.tries.wait(mono) > 0:
        return replace(state, inquiry=replace(inquiry, stage=booker.Stage.UNCHECKED)), ()
    return replace(state, inquiry=inquiry), (FindPerson(id=inquiry.id, proof=proof),)


def _looked_up(state: State, id: str, outcome: booker.Answer) -> tuple[State, tuple[Effect, ...]]:
    """The answer to another inquiry changes nothing but the count of tries."""
    if outcome is None:
        state = replace(state, tries=state.tries.begun(state.now.mono))
    inquiry = state.inquiry
    if inquiry is None or inquiry.id != id or inquiry.stage is not booker.Stage.ASKED:
        return state, ()
    match outcome:
        case None:
            return replace(state, inquiry=replace(inquiry, stage=booker.Stage.NOBODY)), ()
        case Person() as person:
            operation = booker.named(inquiry.operation, person)
            entry = Entry(id=id, booking_id=id, operation=operation, room=inquiry.room, made_at=state.now.wall)
            state = replace(state, inquiry=None, tries=NONE, entries=(*state.entries, entry))
            return state, (SaveEntry(entry=entry),)
        case Transient(throttled=True, retry_after=seconds):
            return replace(state, inquiry=None, tries=state.tries.refused(state.now.mono, seconds)), ()
        case _:
            return replace(state, inquiry=replace(inquiry, stage=booker.Stage.UNCHECKED)), ()


def _sign_in_ended(state: State, outcome: Ending | Failure) -> tuple[State, tuple[Effect, ...]]:
    before = state.sign_in
    if before is None:
        return state, ()
    state = replace(state, sign_in=before.ended(outcome, state.now.mono))
    if outcome is not Ending.APPROVED or not before.under_way:
        return state, ()
    return _dispatched(replace(state, refresh=True, traffic=state.traffic.mended()), ())


def _is_to_be_told(entry: Entry, now: datetime) -> bool:
    """After a restart: the power may have gone before anybody read that the booking was lost. One that was made is
    in the calendar for all to see."""
    is_news = entry.stage is not Stage.CONFIRMED and entry.reason is not outbox.Reason.CANCELLED
    return is_news and now < entry.interval.end + KEEP_OUTCOMES


def _is_record(entry: Entry) -> bool:
    """Settled, it still says that nobody needs to be asked for a check-in."""
    return isinstance(entry.operation, outbox.CheckIn | outbox.Release)


def _comes_too_late(state: State, operation: Operation) -> bool:
    """A check-in while the decline of that very meeting is on its way."""
    return (
        isinstance(operation, outbox.CheckIn)
        and state.in_flight is not None
        and isinstance(state.in_flight.request, outbox.DeclineEvent)
        and state.in_flight.request.event_id == operation.event_id
    )


def _not_saved(state: State, id: str) -> tuple[State, tuple[Effect, ...]]:
    entry = state.entry(id)
    if entry is None:
        return state, ()
    if (moved := outbox.not_saved(entry)) == entry:
        return replace(state, unsaved=state.unsaved | {id}), ()
    # forgotten as well, in case it reached the disk after all: it must not rise again with the next start
    return _with_entry(state, moved), (ForgetEntry(id=id),)


def _saving_again(state: State) -> tuple[Effect, ...]:
    return tuple(SaveEntry(entry=entry) for entry in state.entries if entry.id in state.unsaved)


def _answered(state: State, event: Answered) -> tuple[State, tuple[Effect, ...]]:
    flight = state.in_flight
    if flight is None or flight.number != event.number:
        return state, ()
    state = replace(state, in_flight=None)
    effects: list[Effect] = []
    entry = state.entry(flight.entry_id)
    answer: Answer
    match flight.request, event.outcome:
        case ReadCalendar(), Read(meetings=()) if not state.doubted and _is_surprising(state, flight):
            traffic = state.traffic.succeeded(read=True)
            return replace(state, traffic=traffic, failure=None, doubted=True, refresh=True), ()
        case ReadCalendar(window=window), Read(meetings=meetings, skipped=skipped, told_at=told_at):
            if _is_ours(state, flight):
                sent_at = event.now.wall - timedelta(seconds=event.now.mono - flight.sent)
                synchronised = check_in.is_synchronised(told_at, sent_at, event.now.wall)
                state = replace(state, synchronised=synchronised)
                state = _learned(state, flight, meetings, skipped)
                if state.wox is not None and flight.whole:
                    reading = mirror.Reading(schedule=Schedule.of(window, meetings, skipped), as_of=told_at or sent_at)
                    state = replace(state, wox=wox_side.reads(state.wox, reading))
                state = replace(state, traffic=state.traffic.succeeded(read=True), failure=None)
                state = replace(state, sign_in=state.sign_in and SignIn())
                if state.schedule is not None and state.age is not None:
                    effects.append(SaveSchedule(schedule=state.schedule, read_at=event.now.wall - state.age))
            else:
                state = replace(state, traffic=state.traffic.succeeded(read=False))
            found = Schedule.of(window, meetings, skipped)
            for moved in outbox.noticed(state.entries_of(flight.room), found):
                state = _with_entry(state, moved)
                effects.append(SaveEntry(entry=moved))
            answer = Found(schedule=found)
        case outbox.CreateEvent() | outbox.MoveEnd() | outbox.MoveEvent(), Written(meeting=meeting):
            state = _changed(state, flight.room, lambda schedule: schedule.with_meeting(meeting))
            answer = event.outcome
        case outbox.DeleteEvent(event_id=id) | outbox.DeclineEvent(event_id=id), Deleted():
            state = _changed(state, flight.room, lambda schedule: schedule.without(id))
            answer = event.outcome
        case ReadAvailability(rooms=rooms), AvailabilityRead(answers=answers):
            survey = state.survey.answered(flight.sent, [room.address for room in rooms], answers)
            return replace(state, survey=survey, traffic=state.traffic.succeeded(read=False)), ()
        case _, outcome:
            answer = (
                Bug(reason="an answer to another request")
                if isinstance(outcome, Read | AvailabilityRead | Written | Deleted)
                else outcome
            )
            state = _failed(state, answer, flight, event.jitter)
    if entry is not None:
        moved = outbox.advance(entry, answer, event.now.wall, event.jitter)
        if moved != entry:
            state = _with_entry(state, moved)
            effects.append(SaveEntry(entry=moved))
        if moved.is_unasked and moved.reason is outbox.Reason.GONE:
            state = replace(state, vanished_at=event.now.wall)
        if moved.is_final and moved.written and moved.room is None and state.wox is not None:
            state = replace(state, refresh=True)  # WOX waits for how it is now
    return state, tuple(effects)


def _is_ours(state: State, flight: InFlight) -> bool:
    """Was this room's own calendar asked?"""
    return flight.room == state.room and not isinstance(flight.request, ReadAvailability)


def _changed(state: State, room: Room, change: Callable[[Schedule], Schedule]) -> State:
    """A write was answered: what is known of the room's calendar changes with it."""
    state = replace(state, traffic=state.traffic.succeeded(read=False))
    if room == state.room:
        return replace(state, schedule=state.schedule and change(state.schedule))
    return replace(state, survey=state.survey.changed(room.address, change))


def _is_surprising(state: State, flight: InFlight) -> bool:
    """Nothing at all, where meetings that are not over were known? Calendars empty one by one, not all at once."""
    assert isinstance(flight.request, ReadCalendar)
    window, now = flight.request.window, state.now.wall
    if not _is_ours(state, flight) or (flight.request.detailed and not flight.whole):
        return False
    if flight.whole and state.wox is not None and state.wox.expects(window, now):
        return True
    return state.schedule is not None and any(
        meeting.interval.overlaps(window) and now < meeting.interval.end for meeting in state.schedule.meetings
    )


def _failed(state: State, failure: Failure, flight: InFlight, jitter: float) -> State:
    """Every failure counts against the budget. Which of them says anything about this room is for `_is_telling`."""
    retry_after = failure.retry_after if isinstance(failure, Transient) else None
    # a rejected token is renewed and shown once more before the adapter gives up
    requests = 2 if isinstance(failure, AccessLost) and failure.access is Access.SIGN_IN else 1
    is_read = _is_ours(state, flight) and isinstance(flight.request, ReadCalendar)
    traffic = state.traffic.failed(
        state.now.mono, read=is_read, retry_after=retry_after, jitter=jitter, requests=requests
    )
    survey = state.survey.unanswered() if isinstance(flight.request, ReadAvailability) else state.survey
    state = replace(state, traffic=traffic, survey=survey)
    if not _is_telling(state, failure, flight):
        return state
    sign_in = state.sign_in
    if sign_in is not None and isinstance(failure, AccessLost):
        sign_in = sign_in.failed(failure)
    return replace(state, failure=failure, sign_in=sign_in)


def _is_telling(state: State, failure: Failure, flight: InFlight) -> bool:
    """Does it say that this room's screen cannot be trusted, or that somebody has to mend the link?

    Of another room's mailbox only what no room would be spared does: who the panel is, and whether it can be sure whom
    it talks to. Whether there is a connection at all is for the next poll to say, half a minute later at most.
    """
    if not _is_ours(state, flight):
        return isinstance(failure, AccessLost) and failure.access not in OF_ONE_MAILBOX
    # a write that was refused: the other side works and said no, which is the entry's business and not the link's
    return not isinstance(failure, Rejected) or isinstance(flight.request, ReadCalendar)


def _learned(state: State, flight: InFlight, meetings: tuple[Meeting, ...], skipped: int) -> State:
    assert isinstance(flight.request, ReadCalendar)
    asked = flight.request.window
    if state.schedule is not None:
        # only a detailed read tells when an event was made, which never changes
        made = {m.id: m.created_at for m in state.schedule.meetings if m.created_at is not None}
        meetings = tuple(m if m.created_at else replace(m, created_at=made.get(m.id)) for m in meetings)
    if flight.whole and _has_vanished(state, meetings):
        state = replace(state, vanished_at=state.now.wall)
    if flight.whole and asked.contains(state.now.wall):
        # midnight or a jump of the clock may have moved the window meanwhile: then this is what is known for now
        window = state.window if asked.covers(state.window) else asked
        state = replace(state, doubted=False)
        return replace(state, schedule=Schedule.of(window, meetings, skipped), read_at=flight.sent)
    if state.schedule is None:
        return state
    return replace(state, schedule=state.schedule.updated(asked, meetings))


def _has_vanished(state: State, meetings: tuple[Meeting, ...]) -> bool:
    """Has a meeting gone since it began, while its check-in was asked for, neither cancelled nor released from here?
    That is what Exchange's own auto-release looks like."""
    if state.asking is None or state.asking.occurrence.start > state.now.wall:
        return False
    id = state.asking.occurrence.event_id
    ours = any(isinstance(e.operation, outbox.Release) and e.operation.event_id == id for e in state.entries)
    return not ours and all(m.id != id or (m.is_declined and not m.is_cancelled) for m in meetings)


def _with_entry(state: State, entry: Entry) -> State:
    """With the entry as it stands now, and the moment it was settled noted or forgotten."""
    settled = tuple(s for s in state.settled_at if s[0] != entry.id)
    if entry.is_final:
        settled = (*settled, (entry.id, state.now.mono))
    return replace(state, entries=tuple(entry if e.id == entry.id else e for e in state.entries), settled_at=settled)


def _tidied(state: State) -> tuple[State, tuple[Effect, ...]]:
    """Without the outcomes nobody needs any more."""
    old = {id for id, at in state.settled_at if _tidy_at(state, id, at) <= state.now.mono}
    if not old:
        return state, ()
    state = replace(
        state,
        entries=tuple(e for e in state.entries if e.id not in old),
        settled_at=tuple((id, at) for id, at in state.settled_at if id not in old),
    )
    return state, tuple(ForgetEntry(id=id) for id in sorted(old))


def _tidy_at(state: State, id: str, settled_at: float) -> float:
    entry = state.entry(id)
    if entry is not None and (_is_untold(state, entry) or unsent.is_lost(entry)):
        return float("inf")
    kept = KEEP_DECIDED if entry is not None and _is_record(entry) else KEEP_OUTCOMES
    return settled_at + kept.total_seconds()


# ── WOX ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _heard(state: State, event: FeedTold | FeedFailed | StreamEnded | BookingPut) -> tuple[State, tuple[Effect, ...]]:
    side, mono = state.wox, event.now.mono
    if side is None:
        return state, ()
    match event:
        case FeedTold(feed=feed):
            heard, effects = wox_side.told(side, feed)
            stale = side.reading is not None and heard.reading is None
            state = replace(state, wox=heard, reports=reports.heard(state.reports), refresh=state.refresh or stale)
            return (state if feed.settings is None else _set(state, feed.settings)), effects
        case FeedFailed(failure=failure, jitter=jitter):
            return replace(state, wox=wox_side.fetch_failed(side, failure, mono, jitter)), ()
        case StreamEnded(failure=failure):
            return replace(state, wox=wox_side.unheard(side, failure)), ()
        case BookingPut(number=number, outcome=outcome, jitter=jitter):
            heard, effects = wox_side.put_ended(side, number, outcome, mono, jitter)
            return replace(state, wox=heard), effects
        case _:
            assert_never(event)


def _mirrored(state: State, effects: tuple[Effect, ...]) -> tuple[State, tuple[Effect, ...]]:
    """Does what keeps Office 365 and WOX alike."""
    if state.wox is None or not state.started:
        return state, effects
    side, begun, asked = wox_side.mirrored(
        state.wox,
        room=state.room.address,
        now=state.now,
        window=state.window,
        entries=state.entries_of(state.room),
    )
    state = replace(state, wox=side, entries=(*state.entries, *begun))
    return state, (*effects, *(SaveEntry(entry=entry) for entry in begun), *asked)


def _reported(
    state: State, event: ProblemReported | ReportSaved | ReportNotSaved | ReportSent
) -> tuple[State, tuple[Effect, ...]]:
    mono, effects = event.now.mono, ()
    match event:
        case ProblemReported(report=report):
            known, effects = reports.made(state.reports, report, mono)
        case ReportSaved(id=id):
            known = reports.saved(state.reports, id, mono, kept=True)
        case ReportNotSaved(id=id):
            known = reports.saved(state.reports, id, mono, kept=False)
        case ReportSent(id=id, failure=failure, jitter=jitter):
            known, effects = reports.sent(state.reports, id, failure, mono, jitter)
        case _:
            assert_never(event)
    return replace(state, reports=known), effects


def _reporting(state: State, effects: tuple[Effect, ...]) -> tuple[State, tuple[Effect, ...]]:
    """Tells WOX what is wrong in the room."""
    if state.wox is None or not state.started:
        return state, effects
    known, asked = reports.dispatched(state.reports, state.now.mono)
    return replace(state, reports=known), (*effects, *asked)


def _set(state: State, settings: RoomSettings) -> State:
    """With WOX's settings. Which room this is stays as it is: that is the panel's identity and not a setting."""
    room = replace(settings.room, address=state.room.address)
    policy = replace(settings.policy, out_of_service=LEAVING) if state.is_leaving else settings.policy
    flight = state.in_flight
    if flight is not None and flight.room == state.room:
        flight = replace(flight, room=room)
    return replace(
        state,
        room=room,
        policy=policy,
        nearby=settings.nearby,
        emergency=settings.emergency,
        in_flight=flight,
        photo=state.photo if room.photo == state.room.photo else "",
    )


def _is_untold(state: State, entry: Entry) -> bool:
    return state.wox is not None and state.wox.is_untold(entry, state.now.wall)


def _wox_id(state: State, operation: Operation) -> str | None:
    """WOX's id of the meeting that somebody has come to, or given up."""
    if state.wox is None or state.schedule is None or not isinstance(operation, outbox.CheckIn | outbox.Release):
        return None
    meeting = state.schedule.event(operation.event_id)
    return None if meeting is None else mirror.booking_id_of(meeting, state.room.address)


# ── check-in ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _watched(state: State, effects: tuple[Effect, ...]) -> tuple[State, tuple[Effect, ...]]:
    """Keeps track of the check-in that is asked for, and releases what nobody has checked in to: the one place where
    that is decided. It comes before every request, so that a release which is under way lapses as soon as its grounds
    are gone, up to the moment it leaves."""
    asked = state.policy.check_in and state.emergency is None
    trusted = asked and isinstance(state.freshness, Live) and state.synchronised
    meeting = awaited(state.room_state) if trusted else None
    state = replace(state, asking=check_in.still_asking(state.asking, meeting, state.now))
    asking = state.asking
    due = asking.occurrence if asking is not None and asking.release_at(state.policy) <= state.now.wall else None
    for entry in state.entries:
        if entry.is_unasked and not entry.is_final and entry.reason is None and not _is_leaving(state, entry):
            assert isinstance(entry.operation, outbox.Release)
            if Occurrence(event_id=entry.operation.event_id, start=entry.interval.start) != due:
                state, moved = _with_entry(state, outbox.lapsed(entry)), outbox.lapsed(entry)
                effects = (*effects, SaveEntry(entry=moved))
    if meeting is None or due is None or any(_releases(e, meeting) for e in state.entries if not e.is_final):
        return state, effects
    now, room = state.now.wall, state.room
    id = f"{meeting.id}@{now.isoformat()}"
    operation = released(meeting, now, room.name, room.zone, outbox.Cause.NO_CHECK_IN)
    entry = Entry(id=id, booking_id=_wox_id(state, operation) or id, operation=operation, made_at=now)
    return replace(state, entries=(*state.entries, entry)), (*effects, SaveEntry(entry=entry))


def _is_leaving(state: State, entry: Entry) -> bool:
    flight = state.in_flight
    return flight is not None and flight.entry_id == entry.id and isinstance(flight.request, outbox.DeclineEvent)


def _releases(entry: Entry, meeting: Meeting) -> bool:
    return isinstance(entry.operation, outbox.Release) and entry.operation.event_id == meeting.id


# ── who is next ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _dispatched(state: State, effects: tuple[Effect, ...]) -> tuple[State, tuple[Effect, ...]]:
    """Sends the next request, if one is due and may go."""
    state, effects = _watched(state, effects)
    if state.in_flight is not None or not state.started:
        return state, effects
    mono = state.now.mono
    if state.traffic.may_send_at(mono) > mono:
        return state, effects
    read_at = _next_read_at(state)
    is_read_due = read_at is None or read_at <= mono
    for entry in _next_entries(state):
        want = outbox.wants(entry)
        # a first try goes before a poll, a repeated one after it: neither may starve the other of the failing budget
        if want is not None and outbox.is_due(entry, state.now.wall) and not (entry.attempts and is_read_due):
            return _sent(state, effects, state.room_of(entry), _request(state, want), entry.id)
    if state.refresh or is_read_due:
        wall, schedule = state.now.wall, state.schedule
        detailed = schedule is not None and check_in.lacks_creation(wall, schedule, state.policy)
        return _sent(state, effects, state.room, ReadCalendar(window=state.window, detailed=detailed), None)
    survey_at = state.survey.due_at(mono)
    if state.nearby and survey_at is not None and survey_at <= mono:
        return _surveying(state, effects)
    return state, effects


def _surveying(state: State, effects: tuple[Effect, ...]) -> tuple[State, tuple[Effect, ...]]:
    """Asks about the next rooms of the round, until the end of what is known of this one."""
    survey = state.survey.asking(state.now.mono, [room.address for room in state.nearby])
    rooms = tuple(r for r in state.nearby if r.address in survey.left)[: nearby.MOST_AT_ONCE]
    window = Interval(floor_minute(state.now.wall), state.window.end)
    return _sent(replace(state, survey=survey), effects, state.room, ReadAvailability(rooms=rooms, window=window), None)


def _sent(
    state: State, effects: tuple[Effect, ...], room: Room, request: Request, entry_id: str | None
) -> tuple[State, tuple[Effect, ...]]:
    number = state.number + 1
    whole = isinstance(request, ReadCalendar) and room == state.room and request.window.covers(state.window)
    flight = InFlight(number=number, room=room, request=request, entry_id=entry_id, sent=state.now.mono, whole=whole)
    if state.wox is not None and room == state.room and not isinstance(request, ReadCalendar | ReadAvailability):
        state = replace(state, wox=wox_side.writes(state.wox))
    state = replace(
        state,
        number=number,
        in_flight=flight,
        traffic=state.traffic.sending(state.now.mono, read=whole),
        refresh=state.refresh and not whole,
    )
    return state, (*effects, Send(number=number, room=room, request=request))


def _next_entries(state: State) -> list[Entry]:
    """Who may go, in this order.

    The outbox of each room is first in, first out, because a later tap may depend on an earlier one. On a withdrawal
    nothing depends (the slot is somebody else's), so one that has to wait lets others pass.
    """
    pending: list[Entry] = []
    for entry in state.entries:
        held_up = any(p.room == entry.room and p.stage is not Stage.WITHDRAW for p in pending)
        if not entry.is_final and not held_up:
            pending.append(entry)
    return pending


def _request(state: State, want: outbox.Want) -> Request:
    match want:
        case outbox.CheckCalendar(interval=interval):
            window = state.window
            whole = Interval(min(window.start, interval.start), max(window.end, interval.end))
            return ReadCalendar(window=whole if whole.duration <= window.duration + FAR else interval)
        case outbox.VerifyCalendar(interval=interval):
            return ReadCalendar(window=interval, detailed=True)
        case _:
            return want


def _next_read_at(state: State) -> float | None:
    offset = state.now.mono - state.now.wall.timestamp()
    boundaries: list[float] = []
    if state.schedule is not None:
        now, window = state.now.wall, state.window
        if not state.schedule.window.covers(Interval(now, max(now, min(now + AHEAD, window.end)))):
            return None if not state.traffic.failures else _polled_at(state, ())
        boundaries = [
            instant.timestamp() + offset
            for meeting in state.schedule.occupying
            for instant in (meeting.interval.start, meeting.interval.end)
        ]
    return _polled_at(state, boundaries)


def _polled_at(state: State, boundaries: list[float] | tuple[float, ...]) -> float | None:
    return state.traffic.next_read_at(state.policy.poll_every.total_seconds(), boundaries)


def wake_at(state: State) -> float:
    """When (monotonic) the machine wants its next Ticked, at the latest; a request in flight wakes it by itself."""
    mono = state.now.mono
    code_at = state.sign_in.due_at if state.sign_in is not None else None
    wox_at = state.wox.wake_at(mono) if state.wox is not None else None
    sleeps_at = falls_asleep_at(state.policy, state.noticed_at)
    report_at = state.reports.retry_at if state.wox is not None else None
    others = [at for at in (code_at, wox_at, report_at) if at is not None]
    if (pause := state.tries.wait(mono)) > 0:
        others.append(mono + pause)
    if sleeps_at is not None and sleeps_at > mono:
        others.append(sleeps_at)
    if state.in_flight is not None or not state.started:
        return min([mono + 30.0, *others])
    read_at = _next_read_at(state)
    due = [mono if state.refresh or read_at is None else read_at]
    if state.nearby and (survey_at := state.survey.due_at(mono)) is not None:
        due.append(survey_at)
    for entry in _next_entries(state):
        if outbox.wants(entry) is not None:
            wait = (entry.retry_at - state.now.wall).total_seconds() if entry.retry_at is not None else 0.0
            due.append(mono + max(0.0, wait))
    send_at = max(min(due), state.traffic.may_send_at(mono))
    tidy = (_tidy_at(state, id, at) for id, at in state.settled_at)
    return min([send_at, *_release_due(state), *tidy, *others])


def _release_due(state: State) -> list[float]:
    if state.asking is None:
        return []
    wait = (state.asking.release_at(state.policy) - state.now.wall).total_seconds()
    return [state.now.mono + wait] if wait > 0 else []
