"""What people asked for, at the glass or on WOX, from then until Office 365 has confirmed or refused it.

Sans-IO: an entry says which request it needs (`wants`); what came of a request moves it (`advance`). One table:

    stage      wants                      good answer                                  bad answer
    ACCEPTED   (to be written to disk)    → CHECK                                      disk full → REFUSED
    CHECK      read the calendar          own event there → as VERIFY;
                                          conflict → REFUSED; else → WRITE             any → CHECK, later
    WRITE      create, change or delete   → VERIFY (delete, end: → CONFIRMED)          transient → CHECK, later;
                                                                                       changed → CHECK (the second time
                                                                                       only to look); else → REFUSED
               or decline                 (decline: → CONFIRMED)      invalid, of a decline: as changed
                                          a check-in wants nothing: once on disk it is CONFIRMED
    VERIFY     detailed read              an earlier meeting overlaps → WITHDRAW;
                                          else → CONFIRMED                             any → VERIFY, later
    WITHDRAW   delete (or change back)    → REFUSED                                    gone → REFUSED; changed →
                                                                                       VERIFY, later; else later

Where another room's calendar is closed to the panel, CHECK leads to REFUSED too (unless a write may have arrived).

A lost reply is harmless: a create is repeated with the same transactionId and an identical body, and CHECK finds an
event that carries it. While its event may be in the calendar an entry is never given up: only an answer of the calendar
refuses it. CONFIRMED, REFUSED and EXPIRED are final, save that a refused booking whose event turns up late (a request
that was given up here and arrived after all) is taken out again: `noticed`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.failure import OF_ONE_MAILBOX, Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval, ceil_minute, gaps
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.schedule import Schedule

RETRY_FIRST = timedelta(seconds=2)
RETRY_LONGEST = timedelta(seconds=60)
MALFORMED_PATIENCE = 5
"""Tries for which a read with malformed events decides nothing that they might hide."""


class Book(Struct, frozen=True, kw_only=True):
    """Make a booking. `subject` is what the room's calendar will show."""

    interval: Interval
    subject: str
    is_private: bool = False
    host: str | None = None
    """Whose it is, for WOX; None: nobody has said."""
    host_id: str | None = None
    """The same person's id on WOX, where WOX has said who that is."""


class Extend(Struct, frozen=True, kw_only=True):
    """Move the end of a booking later, from `before` to `end`."""

    interval: Interval
    before: datetime


class Move(Struct, frozen=True, kw_only=True):
    """Change when a booking is, and what it is called, from `before` to `interval`.

    Unlike an Extend it was asked for where the booking could be seen as it was: one that is at neither place is
    somebody else's decision. `subject` and `old_subject` are None where it is not to be changed.
    """

    interval: Interval
    before: Interval
    subject: str | None = None
    old_subject: str | None = None


class End(Struct, frozen=True, kw_only=True):
    """End a booking early: `interval` is what remains of it."""

    interval: Interval
    before: datetime | None = None
    """When it would have ended, where that is known: for whoever takes it back."""


class Cancel(Struct, frozen=True, kw_only=True):
    """Take a booking out of the calendar altogether."""

    interval: Interval
    subject: str | None = None
    """The booking's: for whoever takes it back."""


class Cause(StrEnum):
    """Why a room is released."""

    ASKED_FOR = "askedFor"
    NO_CHECK_IN = "noCheckIn"
    """The panel's own decision. It is tried once, at its time: whatever comes in between, it lapses."""


class Release(Struct, frozen=True, kw_only=True):
    """Give up a meeting the room attends: decline the event `event_id`, and tell its organizer `comment`.

    `interval` is when the meeting was when it was decided: one that starts at another time now is another matter.
    """

    interval: Interval
    event_id: str
    comment: str
    cause: Cause = Cause.ASKED_FOR
    subject: str | None = None
    """The meeting's, where it may be shown: for whoever wants the room back."""


class CheckIn(Struct, frozen=True, kw_only=True):
    """Somebody has come to the meeting `event_id` that starts with `interval`. The entry itself is the record of it:
    nothing is written to Office 365."""

    interval: Interval
    event_id: str


Operation = Book | Extend | Move | End | Cancel | Release | CheckIn


class Source(StrEnum):
    """Where a person asked."""

    GLASS = "glass"
    """Of this panel, where what becomes of it is told; or it is the panel's own decision."""
    WOX = "wox"
    """WOX tells whoever asked."""
    EARLIER = "earlier"
    """At this panel while it stood at another room: nobody at this door is told, facilities are where it fails."""


class Stage(StrEnum):
    ACCEPTED = "accepted"
    CHECK = "check"
    WRITE = "write"
    VERIFY = "verify"
    WITHDRAW = "withdraw"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    EXPIRED = "expired"


FINAL = frozenset({Stage.CONFIRMED, Stage.REFUSED, Stage.EXPIRED})


class Reason(StrEnum):
    """Why an entry was refused."""

    TAKEN = "taken"
    """Somebody else was first."""
    GONE = "gone"
    """The booking is no longer in the calendar."""
    CHANGED = "changed"
    """The booking was changed elsewhere, twice in a row."""
    NOT_ALLOWED = "notAllowed"
    """The link may read this calendar but not write to it."""
    FULL = "full"
    INVALID = "invalid"
    LAPSED = "lapsed"
    """A release of the panel's own accord was not carried out at its time; it may be decided anew."""
    CANCELLED = "cancelled"
    """Of a booking: whoever made it has cancelled it since. They know, so it is not told."""
    NOT_SAVED = "notSaved"
    """It could not be written to disk, so it was never promised."""


class Entry(Struct, frozen=True, kw_only=True):
    """One request of a person. `id` is unique. `booking_id` is the booking's (its transactionId); a Release or CheckIn
    is about somebody else's meeting, for which it is WOX's id of it where the panel is linked with WOX."""

    id: str
    booking_id: str
    operation: Operation
    made_at: datetime
    source: Source = Source.GLASS
    room: str | None = None
    """The address of the nearby room whose calendar it is about; None: the panel's own."""
    stage: Stage = Stage.ACCEPTED
    attempts: int = 0
    """Transient failures in a row."""
    retry_at: datetime | None = None
    """Not before this; None: at once."""
    event_id: str = ""
    etag: str = ""
    written: bool = False
    """A write has left, so it may have arrived."""
    re_decided: bool = False
    """The event had changed under us and was read again; a second time is a refusal."""
    reason: Reason | None = None
    """Why it was refused; before that, why it will be when the calendar was looked at (CHECK) or cleared (WITHDRAW)."""

    @property
    def is_final(self) -> bool:
        return self.stage in FINAL

    @property
    def interval(self) -> Interval:
        return self.operation.interval

    @property
    def is_unasked(self) -> bool:
        """The panel's own decision, which no person has asked for."""
        return isinstance(self.operation, Release) and self.operation.cause is Cause.NO_CHECK_IN


class CheckCalendar(Struct, frozen=True, kw_only=True):
    """Read the whole window of the schedule, and the entry's interval if that lies outside."""

    interval: Interval


class VerifyCalendar(Struct, frozen=True, kw_only=True):
    """Read `interval` with createdDateTime."""

    interval: Interval


class CreateEvent(Struct, frozen=True, kw_only=True):
    booking_id: str
    interval: Interval
    subject: str
    is_private: bool = False


class MoveEnd(Struct, frozen=True, kw_only=True):
    event_id: str
    etag: str
    end: datetime


class MoveEvent(Struct, frozen=True, kw_only=True):
    """Change both ends of an event, and its subject unless that is None."""

    event_id: str
    etag: str
    interval: Interval
    subject: str | None


class DeleteEvent(Struct, frozen=True, kw_only=True):
    event_id: str
    etag: str


class DeclineEvent(Struct, frozen=True, kw_only=True):
    """Decline a meeting the room attends, with a response to its organizer. Graph takes no If-Match here, which is why
    a look at the calendar comes right before it."""

    event_id: str
    comment: str


Want = CheckCalendar | VerifyCalendar | CreateEvent | MoveEnd | MoveEvent | DeleteEvent | DeclineEvent


class Found(Struct, frozen=True, kw_only=True):
    """A calendar read answered; `schedule` covers what was asked."""

    schedule: Schedule


class Written(Struct, frozen=True, kw_only=True):
    """The event was created or changed, and this is how it stands."""

    meeting: Meeting


class Deleted(Struct, frozen=True, kw_only=True):
    """The event is gone from the calendar: deleted, or declined."""


Answer = Found | Written | Deleted | Failure


def wants(entry: Entry) -> Want | None:
    """The request this entry needs next; None where it is final or not yet on disk."""
    match entry.stage, entry.operation:
        case Stage.CHECK, operation:
            return CheckCalendar(interval=operation.interval)
        case Stage.WRITE, Book(interval=interval, subject=subject, is_private=is_private):
            return CreateEvent(booking_id=entry.booking_id, interval=interval, subject=subject, is_private=is_private)
        case Stage.WRITE, Move(interval=interval, subject=subject):
            return MoveEvent(event_id=entry.event_id, etag=entry.etag, interval=interval, subject=subject)
        case Stage.WRITE, Extend(interval=interval) | End(interval=interval):
            return MoveEnd(event_id=entry.event_id, etag=entry.etag, end=interval.end)
        case (Stage.WRITE, Cancel()) | (Stage.WITHDRAW, Book() | End() | Cancel()):
            return DeleteEvent(event_id=entry.event_id, etag=entry.etag)
        case Stage.WRITE, Release(event_id=event_id, comment=comment):
            return DeclineEvent(event_id=event_id, comment=comment)
        case Stage.VERIFY, operation:
            return VerifyCalendar(interval=operation.interval)
        case Stage.WITHDRAW, Extend(before=before):
            return MoveEnd(event_id=entry.event_id, etag=entry.etag, end=before)
        case Stage.WITHDRAW, Move(before=before, old_subject=subject):
            return MoveEvent(event_id=entry.event_id, etag=entry.etag, interval=before, subject=subject)
        case _:
            return None


def saved(entry: Entry) -> Entry:
    """The entry is on disk: from here on it is a promise."""
    if entry.stage is not Stage.ACCEPTED:
        return entry
    return replace(entry, stage=Stage.CONFIRMED if isinstance(entry.operation, CheckIn) else Stage.CHECK)


def not_saved(entry: Entry) -> Entry:
    """The disk did not take it. Before the first save there is no promise yet, so it ends here; a later stage is saved
    again as soon as there is room (`State.unsaved`). A check-in counts
    all the same, as long as the power stays on."""
    if isinstance(entry.operation, CheckIn):
        return saved(entry)
    return _refused(entry, Reason.NOT_SAVED) if entry.stage is Stage.ACCEPTED else entry


def noticed(entries: Sequence[Entry], schedule: Schedule) -> tuple[Entry, ...]:
    """What a read means for settled entries: the change of a lost one that stands there after all is undone."""
    return tuple(
        replace(entry, stage=Stage.WITHDRAW, event_id=own.id, etag=own.etag)
        for position, entry in enumerate(entries)
        if entry.stage is Stage.EXPIRED
        or (entry.stage is Stage.REFUSED and entry.reason in (Reason.TAKEN, Reason.CANCELLED))
        if entry.written or entry.source is Source.GLASS  # else it is another mirror's, which has found it well
        if (own := schedule.find(entry.booking_id)) is not None and own.is_own
        if _arrived_late(entry, own, entries[position + 1 :], schedule)
    )


def _arrived_late(entry: Entry, own: Meeting, later: Sequence[Entry], schedule: Schedule) -> bool:
    match entry.operation:
        case Book(interval=interval):
            return own.interval == interval
        case Extend(interval=interval):
            # people may have gone to that end meanwhile, here or in Outlook: only what overlaps is undone
            return (
                own.interval.end == interval.end
                and all(e.booking_id != entry.booking_id for e in later)
                and bool(schedule.conflicts(_extension(entry.operation), entry.booking_id))
            )
        case Move(interval=interval, before=before):
            return (
                own.interval == interval != before
                and all(e.booking_id != entry.booking_id for e in later)
                and _is_claimed(entry.operation, schedule, entry.booking_id)
            )
        case End() | Cancel() | Release() | CheckIn():
            return False
        case _:
            assert_never(entry.operation)


def _extension(operation: Extend) -> Interval:
    return Interval(min(operation.before, operation.interval.end), operation.interval.end)


def _is_claimed(operation: Move, schedule: Schedule, booking_id: str) -> bool:
    """Is anybody else where the booking is to be and was not before?"""
    return any(schedule.conflicts(gap, booking_id) for gap in gaps((operation.before,), operation.interval))


def _is_moved(operation: Move, own: Meeting) -> bool:
    return own.interval == operation.interval and _is_called(own, operation.subject)


def _is_called(own: Meeting, subject: str | None) -> bool:
    return subject is None or own.is_private or same_text(own.subject, subject)


def same_text(one: str | None, other: str | None) -> bool:
    """Are they one subject? A calendar keeps neither the spaces of what it was given nor all of its length."""
    return " ".join((one or "").split())[:200] == " ".join((other or "").split())[:200]


def resumed(entry: Entry, later: Iterable[Entry] = ()) -> Entry:
    """As the entry goes on after a restart, with the entries made after it: what was being written may or may not have
    arrived, so look first. The disk may have been a step behind when the power went: of a booking that was cancelled
    nothing is decided anew, it is only taken out where it stands."""
    if entry.is_unasked and not entry.is_final:
        return replace(entry, stage=Stage.CHECK, reason=Reason.LAPSED)
    is_undecided = not entry.is_final and entry.stage is not Stage.WITHDRAW
    if isinstance(entry.operation, Book) and is_undecided and any(_is_cancelled_by(entry, one) for one in later):
        return replace(entry, stage=Stage.CHECK, written=True, reason=Reason.CANCELLED)
    match entry.stage:
        case Stage.ACCEPTED:
            return replace(saved(entry), written=True)
        case Stage.CHECK | Stage.WRITE:
            return replace(entry, stage=Stage.CHECK, written=True)
        case _:
            return entry


def _is_cancelled_by(entry: Entry, later: Entry) -> bool:
    about_it = isinstance(later.operation, Cancel) and later.booking_id == entry.booking_id
    return about_it and later.stage is not Stage.REFUSED


def lapsed(entry: Entry) -> Entry:
    """An unasked release whose time is not now, and of which nothing has been sent."""
    return _refused(entry, Reason.LAPSED)


def advance(entry: Entry, answer: Answer, now: datetime, jitter: float) -> Entry:
    """Where the answer to `wants(entry)` leads. An answer that does not fit the stage leaves the entry unchanged.

    `jitter` in [0, 1) spreads the next try; `now` is the wall clock.
    """
    match answer:
        case Found(schedule=schedule):
            if _may_be_hidden(entry, schedule):
                return _later(entry, now, jitter)
            if entry.stage is Stage.CHECK:
                return _checked(entry, schedule, now)
            return _verified(entry, schedule, now) if entry.stage is Stage.VERIFY else entry
        case Written(meeting=meeting):
            return _written(entry, meeting)
        case Deleted():
            return _deleted(entry)
        case AccessLost(access=Access.PERMISSION) if entry.stage is Stage.WRITE:
            return _refused(entry, Reason.NOT_ALLOWED)
        case AccessLost(access=access) if entry.room is not None and access in OF_ONE_MAILBOX:
            return _closed_to(entry, now, jitter)
        case Transient() | AccessLost() | Bug():
            return _later(entry, now, jitter)
        case Rejected(refusal=refusal):
            return _rejected(entry, refusal, now, jitter)
        case _:
            assert_never(answer)


def _closed_to(entry: Entry, now: datetime, jitter: float) -> Entry:
    """Another room's calendar may not be used. That nobody promises to mend: it is refused while nothing can stand
    there, and where something may, it is tried again for as long as that would matter. A panel that has come from that
    room is not going to be let in again, so facilities had better know while there is time."""
    if entry.stage is Stage.CHECK and (not entry.written or entry.source is Source.EARLIER):
        return _refused(entry, Reason.NOT_ALLOWED)
    return replace(_good(entry), stage=Stage.EXPIRED) if entry.interval.end <= now else _later(entry, now, jitter)


def _may_be_hidden(entry: Entry, schedule: Schedule) -> bool:
    """Among events too malformed to be read there may be the entry's own, or an earlier one that it has to yield to.
    Asked again a few times; one event that stays malformed must not hold up the outbox for ever."""
    if not schedule.skipped or entry.attempts >= MALFORMED_PATIENCE:
        return False
    match entry.stage, entry.operation:
        case Stage.CHECK, Book():
            return False
        case Stage.CHECK, _:
            return schedule.find(entry.booking_id) is None
        case stage, _:
            return stage is Stage.VERIFY


def _cleared(entry: Entry, own: Meeting | None) -> Entry:
    """The booking that was cancelled is taken out, where it stands."""
    if own is None:
        return _refused(entry, Reason.CANCELLED)
    return replace(entry, stage=Stage.WITHDRAW, event_id=own.id, etag=own.etag)


def _checked(entry: Entry, schedule: Schedule, now: datetime) -> Entry:
    own = schedule.find(entry.booking_id)
    if entry.reason is Reason.CANCELLED:
        return _cleared(entry, own)
    match entry.operation:
        case Book(interval=interval):
            if own is not None:
                # whoever wrote it sees to it that nobody was first: on WOX's behalf that may be another mirror
                theirs = entry.source is Source.WOX and not entry.written
                alone = theirs or not schedule.conflicts(interval, entry.booking_id)
                entry = replace(_good(entry), event_id=own.id, etag=own.etag, reason=None)
                return replace(entry, stage=Stage.CONFIRMED if alone else Stage.VERIFY)
            if interval.end <= now and entry.reason is None:
                return replace(_good(entry), stage=Stage.EXPIRED)
            if schedule.conflicts(interval):
                return _refused(entry, Reason.TAKEN)
        case Extend(interval=interval) as operation:
            if own is None:
                return _refused(entry, Reason.GONE)
            if own.interval.end > interval.end:
                # somebody else went further: nothing of ours is left to do, nor to take back
                return replace(_good(entry), event_id=own.id, etag=own.etag, reason=None, stage=Stage.CONFIRMED)
            if own.interval.end == interval.end:
                return replace(_good(entry), event_id=own.id, etag=own.etag, reason=None, stage=Stage.VERIFY)
            if interval.end <= now and entry.reason is None:
                return replace(_good(entry), stage=Stage.EXPIRED)
            if schedule.conflicts(interval, entry.booking_id):
                return _refused(entry, Reason.TAKEN)
            entry = replace(entry, operation=replace(operation, before=own.interval.end))
        case Move(interval=interval, before=before) as operation:
            if own is None:
                return _refused(entry, Reason.GONE)
            if _is_moved(operation, own):
                # by our own request, of which no reply came, or by somebody who wants the same
                stage = Stage.VERIFY if entry.written else Stage.CONFIRMED
                return replace(_good(entry), event_id=own.id, etag=own.etag, reason=None, stage=stage)
            if own.interval != before or not _is_called(own, operation.old_subject):
                return _refused(entry, Reason.CHANGED)
            if own.interval.end <= now and entry.reason is None:
                return replace(_good(entry), stage=Stage.EXPIRED)
            if _is_claimed(operation, schedule, entry.booking_id):
                return _refused(entry, Reason.TAKEN)
        case End(interval=interval):
            if own is None or own.interval.end <= interval.end:
                return replace(_good(entry), stage=Stage.CONFIRMED, reason=None)
        case Cancel():
            if own is None:
                return replace(_good(entry), stage=Stage.CONFIRMED, reason=None)
        case Release(interval=interval, event_id=event_id):
            own = schedule.event(event_id)
            if own is None and entry.is_unasked and entry.reason is None:
                return _refused(entry, Reason.GONE)  # before anything was sent: somebody else's doing
            if own is None:
                return replace(_good(entry), stage=Stage.CONFIRMED, reason=None)
            if own.interval.end <= now and entry.reason is None:
                return replace(_good(entry), stage=Stage.EXPIRED)
            if own.interval.start != interval.start or not own.is_attended:
                return _refused(entry, Reason.CHANGED)
        case CheckIn():
            return entry
        case _:
            assert_never(entry.operation)
    if entry.reason is not None:
        return _refused(entry, entry.reason)
    if own is not None:
        entry = replace(entry, event_id=own.id, etag=own.etag)
    return replace(_good(entry), stage=Stage.WRITE, written=True)


def _verified(entry: Entry, schedule: Schedule, now: datetime) -> Entry:
    own = schedule.find(entry.booking_id)
    if entry.reason is Reason.CANCELLED:
        return _cleared(entry, own)
    if own is None:
        return _refused(entry, Reason.GONE)
    entry = replace(entry, event_id=own.id, etag=own.etag)
    match entry.operation:
        case Extend(interval=interval) as operation:
            if own.interval.end < interval.end:
                return _looking_again(entry, Reason.CHANGED)
            # the event is old but the claim on its new end is not: whoever is there was first
            lost = bool(schedule.conflicts(_extension(operation), entry.booking_id))
        case Move() as operation:
            if not _is_moved(operation, own):
                return _looking_again(entry, Reason.CHANGED)
            lost = _is_claimed(operation, schedule, entry.booking_id)
        case operation:
            lost = any(rival.precedes(own) for rival in schedule.conflicts(operation.interval, entry.booking_id))
    if not lost:
        return replace(_good(entry), stage=Stage.CONFIRMED, reason=None)
    # a back-off survives: withdrawing may be going round in circles, refused because the event keeps changing
    return replace(entry, stage=Stage.WITHDRAW, reason=Reason.TAKEN)


def _written(entry: Entry, meeting: Meeting) -> Entry:
    known = replace(_good(entry), event_id=meeting.id, etag=meeting.etag)
    match entry.stage, entry.operation:
        case Stage.WRITE, Book() | Extend() | Move():
            return replace(known, stage=Stage.VERIFY)
        case Stage.WRITE, End():
            return replace(known, stage=Stage.CONFIRMED)
        case Stage.WITHDRAW, Extend() | Move():
            return _withdrawn(known)
        case _:
            return entry


def _deleted(entry: Entry) -> Entry:
    match entry.stage, entry.operation:
        case Stage.WRITE, Cancel() | Release():
            return replace(_good(entry), stage=Stage.CONFIRMED)
        case Stage.WITHDRAW, Book() | End() | Cancel():
            return _withdrawn(entry)
        case _:
            return entry


def _withdrawn(entry: Entry) -> Entry:
    return _refused(entry, entry.reason) if entry.reason else replace(_good(entry), stage=Stage.EXPIRED)


def _rejected(entry: Entry, refusal: Refusal, now: datetime, jitter: float) -> Entry:
    match entry.stage, refusal:
        case Stage.WRITE, Refusal.CHANGED | Refusal.DUPLICATE:
            return _looking_again(entry, _REASONS[refusal])
        case Stage.WRITE, Refusal.GONE if entry.is_unasked:
            return _refused(entry, Reason.GONE)
        case Stage.WRITE, Refusal.GONE if isinstance(entry.operation, Cancel | End | Release):
            return replace(_good(entry), stage=Stage.CONFIRMED)
        case Stage.WRITE, Refusal.INVALID if isinstance(entry.operation, Release):
            # how Graph answers to a second decline, too
            return _looking_again(entry, Reason.INVALID)
        case Stage.WRITE, _:
            return _refused(entry, _REASONS[refusal])
        case Stage.WITHDRAW, Refusal.GONE:
            return _withdrawn(entry)
        case Stage.WITHDRAW, Refusal.CHANGED:
            return replace(_later(entry, now, jitter), stage=Stage.VERIFY)
        case _:
            return _later(entry, now, jitter)


def _looking_again(entry: Entry, reason: Reason) -> Entry:
    """The event is not as it was read: read and decide again, once. The second time only look, lest the change that was
    refused is our own, done by an earlier delivery of the same request."""
    return replace(_good(entry), stage=Stage.CHECK, re_decided=True, reason=reason if entry.re_decided else None)


_REASONS = {
    Refusal.GONE: Reason.GONE,
    Refusal.CHANGED: Reason.CHANGED,
    Refusal.DUPLICATE: Reason.INVALID,
    Refusal.FULL: Reason.FULL,
    Refusal.INVALID: Reason.INVALID,
}


def _good(entry: Entry) -> Entry:
    return replace(entry, attempts=0, retry_at=None)


def _refused(entry: Entry, reason: Reason) -> Entry:
    return replace(_good(entry), stage=Stage.REFUSED, reason=reason)


def _later(entry: Entry, now: datetime, jitter: float) -> Entry:
    if entry.is_final or entry.stage is Stage.ACCEPTED:
        return entry
    if entry.is_unasked and entry.reason is None:
        if entry.stage is Stage.CHECK:
            return lapsed(entry)
        entry = replace(entry, reason=Reason.LAPSED)
    ceiling = min(RETRY_LONGEST, RETRY_FIRST * 2 ** min(entry.attempts, 10))
    stage = Stage.CHECK if entry.stage is Stage.WRITE else entry.stage
    return replace(entry, stage=stage, attempts=entry.attempts + 1, retry_at=now + ceiling * jitter)


def is_due(entry: Entry, now: datetime) -> bool:
    """May its next request go out? A retry that lies further off than any back-off means the clock was set back."""
    return entry.retry_at is None or now >= entry.retry_at or entry.retry_at - now > RETRY_LONGEST


def overlaid(schedule: Schedule, entries: Iterable[Entry]) -> Schedule:
    """The schedule as it will be if everything pending is confirmed: what a person at the door has been promised."""
    for entry in entries:
        if entry.is_final or entry.stage is Stage.WITHDRAW or entry.reason is Reason.CANCELLED:
            continue
        own = schedule.find(entry.booking_id)
        match entry.operation:
            case Book() as operation:
                if own is None:
                    schedule = schedule.with_meeting(_held(entry, operation))
            case Move(interval=interval, subject=subject):
                if own is not None:
                    shown = own.subject if subject is None or own.is_private else subject
                    schedule = schedule.with_meeting(replace(own, interval=interval, subject=shown))
            case Extend(interval=interval):
                if own is not None and own.interval.end < interval.end:
                    schedule = schedule.with_meeting(replace(own, interval=Interval(own.interval.start, interval.end)))
            case End(interval=interval):
                if own is not None and own.interval.start <= interval.end < own.interval.end:
                    schedule = schedule.with_meeting(replace(own, interval=Interval(own.interval.start, interval.end)))
            case Cancel():
                if own is not None:
                    schedule = schedule.without(own.id)
            case CheckIn() | Release(cause=Cause.NO_CHECK_IN):
                pass  # the room is not free before it is
            case Release(interval=interval, event_id=event_id):
                attended = schedule.event(event_id)
                if attended is not None and attended.interval.start == interval.start:
                    schedule = schedule.without(event_id)
            case _:
                assert_never(entry.operation)
    return schedule


def _held(entry: Entry, operation: Book) -> Meeting:
    return Meeting(
        id=f"held:{entry.booking_id}",
        interval=operation.interval,
        subject=None if operation.is_private else operation.subject,
        organizer=None,
        booking_id=entry.booking_id,
        is_private=operation.is_private,
        is_organizer=True,
        is_held=True,
    )


def ending(meeting: Meeting, now: datetime) -> End:
    """Of a booking that is to be over now."""
    return End(interval=remaining(meeting, now), before=meeting.interval.end)


def remaining(meeting: Meeting, now: datetime) -> Interval:
    """What is left of a meeting that ends now, at the next full minute."""
    start, end = meeting.interval.start, meeting.interval.end
    return Interval(start, min(end, max(start, ceil_minute(now))))
