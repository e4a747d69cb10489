"""What people asked for at the glass, from the tap until Office 365 has confirmed or refused it.

Sans-IO: an entry says which request it needs (`wants`); what came of a request moves it (`advance`). One table:

    stage      wants                      good answer                                  bad answer
    ACCEPTED   (to be written to disk)    → CHECK
    CHECK      read the calendar          own event there → as VERIFY;
                                          conflict → REFUSED; else → WRITE             transient → CHECK, later
    WRITE      create, change or delete   → VERIFY (delete, end: → CONFIRMED)          transient → CHECK, later;
                                                                                       changed → CHECK, once; no right to write, and any
                                                                                       other refusal → REFUSED
    VERIFY     detailed read              an earlier meeting overlaps → WITHDRAW;
                                          else → CONFIRMED                             transient → VERIFY, later
    WITHDRAW   delete (or shorten back)   → REFUSED                                    transient → WITHDRAW, later

A lost reply is harmless: a create is repeated with the same transactionId and an identical body, and CHECK finds an
event that carries it. CONFIRMED, REFUSED and EXPIRED are final.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval, ceil_minute
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.schedule import Schedule

RETRY_FIRST = timedelta(seconds=2)
RETRY_LONGEST = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Make a booking. `subject` is what the room's calendar will show."""

    interval: Interval
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend:
    """Move the end of a booking later, from `before` to `end`."""

    interval: Interval
    before: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """End a booking early: `interval` is what remains of it."""

    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Take a booking out of the calendar altogether."""

    interval: Interval


Operation = Book | Extend | End | Cancel


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One request of a person. `id` is unique; for a Book it is also the booking's id (its transactionId)."""

    id: str
    booking_id: str
    operation: Operation
    made_at: datetime
    stage: Stage = Stage.ACCEPTED
    attempts: int = 0
    """Transient failures in a row."""
    retry_at: datetime | None = None
    """Not before this; None: at once."""
    event_id: str = ""
    etag: str = ""
    re_decided: bool = False
    """The event had changed under us and was read again; a second time is a refusal."""
    reason: Reason | None = None

    @property
    def is_final(self) -> bool:
        return self.stage in FINAL

    @property
    def interval(self) -> Interval:
        return self.operation.interval


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCalendar:
    """Read the whole window of the schedule, and the entry's interval if that lies outside."""

    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyCalendar:
    """Read `interval` with createdDateTime."""

    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateEvent:
    booking_id: str
    interval: Interval
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEnd:
    event_id: str
    etag: str
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteEvent:
    event_id: str
    etag: str


Want = CheckCalendar | VerifyCalendar | CreateEvent | MoveEnd | DeleteEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A calendar read answered; `schedule` covers what was asked."""

    schedule: Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The event was created or changed, and this is how it stands."""

    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """The event is gone."""


Answer = Found | Written | Deleted | Failure


def wants(entry: Entry) -> Want | None:
    """The request this entry needs next; None where it is final or not yet on disk."""
    match entry.stage, entry.operation:
        case Stage.CHECK, operation:
            return CheckCalendar(interval=operation.interval)
        case Stage.WRITE, Book(interval=interval, subject=subject):
            return CreateEvent(booking_id=entry.booking_id, interval=interval, subject=subject)
        case Stage.WRITE, Extend(interval=interval) | End(interval=interval):
            return MoveEnd(event_id=entry.event_id, etag=entry.etag, end=interval.end)
        case (Stage.WRITE, Cancel()) | (Stage.WITHDRAW, Book() | End() | Cancel()):
            return DeleteEvent(event_id=entry.event_id, etag=entry.etag)
        case Stage.VERIFY, operation:
            return VerifyCalendar(interval=operation.interval)
        case Stage.WITHDRAW, Extend(before=before):
            return MoveEnd(event_id=entry.event_id, etag=entry.etag, end=before)
        case _:
            return None


def saved(entry: Entry) -> Entry:
    """The entry is on disk: from here on it is a promise."""
    return replace(entry, stage=Stage.CHECK) if entry.stage is Stage.ACCEPTED else entry


def resumed(entry: Entry) -> Entry:
    """As the entry goes on after a restart: what was being written may or may not have arrived, so look first."""
    match entry.stage:
        case Stage.ACCEPTED | Stage.WRITE:
            return replace(entry, stage=Stage.CHECK)
        case _:
            return entry


def advance(entry: Entry, answer: Answer, now: datetime, jitter: float) -> Entry:
    """Where the answer to `wants(entry)` leads. An answer that does not fit the stage leaves the entry unchanged.

    `jitter` in [0, 1) spreads the next try; `now` is the wall clock.
    """
    match answer:
        case Found(schedule=schedule):
            if entry.stage is Stage.CHECK:
                return _checked(entry, schedule, now)
            return _verified(entry, schedule) if entry.stage is Stage.VERIFY else entry
        case Written(meeting=meeting):
            return _written(entry, meeting)
        case Deleted():
            return _deleted(entry)
        case AccessLost(access=Access.PERMISSION) if entry.stage is Stage.WRITE:
            return _refused(entry, Reason.NOT_ALLOWED)
        case Transient() | AccessLost() | Bug():
            return _later(entry, now, jitter)
        case Rejected(refusal=refusal):
            return _rejected(entry, refusal)
        case _:
            assert_never(answer)


def _checked(entry: Entry, schedule: Schedule, now: datetime) -> Entry:
    own = schedule.find(entry.booking_id)
    match entry.operation:
        case Book(interval=interval):
            if own is not None:
                found = replace(_good(entry), event_id=own.id, etag=own.etag, stage=Stage.VERIFY)
                return (
                    replace(found, stage=Stage.CONFIRMED) if not schedule.conflicts(interval, own.booking_id) else found
                )
            if interval.end <= now:
                return replace(_good(entry), stage=Stage.EXPIRED)
            if schedule.conflicts(interval):
                return _refused(entry, Reason.TAKEN)
        case Extend(interval=interval, before=before):
            if own is None:
                return _refused(entry, Reason.GONE)
            if own.interval.end >= interval.end:
                return replace(_good(entry), event_id=own.id, etag=own.etag, stage=Stage.VERIFY)
            if before <= now:
                return replace(_good(entry), stage=Stage.EXPIRED)
            if schedule.conflicts(interval, entry.booking_id):
                return _refused(entry, Reason.TAKEN)
        case End(interval=interval):
            if own is None or own.interval.end <= interval.end:
                return replace(_good(entry), stage=Stage.CONFIRMED)
        case Cancel():
            if own is None:
                return replace(_good(entry), stage=Stage.CONFIRMED)
        case _:
            assert_never(entry.operation)
    if own is not None:
        entry = replace(entry, event_id=own.id, etag=own.etag)
    return replace(_good(entry), stage=Stage.WRITE)


def _verified(entry: Entry, schedule: Schedule) -> Entry:
    own = schedule.find(entry.booking_id)
    if own is None:
        return _refused(entry, Reason.GONE)
    contested = entry.interval
    if isinstance(entry.operation, Extend):
        contested = Interval(entry.operation.before, entry.interval.end)
    rivals = schedule.conflicts(contested, entry.booking_id)
    entry = replace(_good(entry), event_id=own.id, etag=own.etag)
    match entry.operation:
        case Book():
            lost = any(rival.precedes(own) for rival in rivals)
        case _:
            # the event is old but the claim on its new end is not: whoever is there was first
            lost = bool(rivals)
    return replace(entry, stage=Stage.WITHDRAW if lost else Stage.CONFIRMED)


def _written(entry: Entry, meeting: Meeting) -> Entry:
    known = replace(_good(entry), event_id=meeting.id, etag=meeting.etag)
    match entry.stage, entry.operation:
        case Stage.WRITE, Book() | Extend():
            return replace(known, stage=Stage.VERIFY)
        case Stage.WRITE, End():
            return replace(known, stage=Stage.CONFIRMED)
        case Stage.WITHDRAW, Extend():
            return _refused(known, Reason.TAKEN)
        case _:
            return entry


def _deleted(entry: Entry) -> Entry:
    match entry.stage:
        case Stage.WRITE if isinstance(entry.operation, Cancel):
            return replace(_good(entry), stage=Stage.CONFIRMED)
        case Stage.WITHDRAW:
            return _refused(entry, Reason.TAKEN)
        case _:
            return entry


def _rejected(entry: Entry, refusal: Refusal) -> Entry:
    match entry.stage, refusal:
        case Stage.WRITE, Refusal.CHANGED | Refusal.DUPLICATE if not entry.re_decided:
            return replace(_good(entry), stage=Stage.CHECK, re_decided=True)
        case Stage.WRITE, Refusal.GONE if isinstance(entry.operation, Cancel | End):
            return replace(_good(entry), stage=Stage.CONFIRMED)
        case Stage.WITHDRAW, Refusal.GONE:
            return _refused(entry, Reason.TAKEN)
        case Stage.WITHDRAW, Refusal.CHANGED:
            return replace(_good(entry), stage=Stage.VERIFY)
        case Stage.CHECK | Stage.WRITE | Stage.VERIFY | Stage.WITHDRAW, _:
            return _refused(entry, _REASONS[refusal])
        case _:
            return entry


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
    ceiling = min(RETRY_LONGEST, RETRY_FIRST * 2 ** min(entry.attempts, 10))
    stage = Stage.CHECK if entry.stage is Stage.WRITE else entry.stage
    return replace(entry, stage=stage, attempts=entry.attempts + 1, retry_at=now + ceiling * jitter)


def is_due(entry: Entry, now: datetime) -> bool:
    """May its next request go out? A retry that lies further off than any back-off means the clock was set back."""
    return entry.retry_at is None or now >= entry.retry_at or entry.retry_at - now > RETRY_LONGEST


def overlaid(schedule: Schedule, entries: Iterable[Entry]) -> Schedule:
    """The schedule as it will be if everything pending is confirmed: what a person at the door has been promised."""
    for entry in entries:
        if entry.is_final or entry.stage is Stage.WITHDRAW:
            continue
        own = schedule.find(entry.booking_id)
        match entry.operation:
            case Book(interval=interval, subject=subject):
                if own is None:
                    schedule = schedule.with_meeting(_held(entry, interval, subject))
            case Extend(interval=interval) | End(interval=interval):
                if own is not None:
                    schedule = schedule.with_meeting(replace(own, interval=Interval(own.interval.start, interval.end)))
            case Cancel():
                if own is not None:
                    schedule = schedule.without(own.id)
            case _:
                assert_never(entry.operation)
    return schedule


def _held(entry: Entry, interval: Interval, subject: str) -> Meeting:
    return Meeting(
        id=f"held:{entry.booking_id}",
        interval=interval,
        subject=subject,
        organizer=None,
        booking_id=entry.booking_id,
        is_organizer=True,
        is_held=True,
    )


def remaining(meeting: Meeting, now: datetime) -> Interval:
    """What is left of a meeting that ends now, at the next full minute."""
    return Interval(meeting.interval.start, min(meeting.interval.end, ceil_minute(now)))
