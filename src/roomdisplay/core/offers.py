"""What may be done now, and would stick: each offer fits the schedule and the policy."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from roomdisplay.core.interval import Interval, ceil_minute, floor_minute
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOffer:
    interval: Interval
    until_next: bool = False
    """The whole gap up to the next meeting, rather than one of the policy's lengths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendOffer:
    end: datetime
    by: timedelta
    until_next: bool = False


def book_offers(now: datetime, schedule: Schedule, policy: Policy) -> tuple[BookOffer, ...]:
    """Walk-ups that can start now, shortest first; empty in a busy room.

    A walk-up starts at the minute that has begun, or where the last meeting ended within it.
    """
    if not schedule.window.contains(now) or schedule.current(now) is not None:
        return ()
    begun = floor_minute(now)
    start = max((m.interval.end for m in schedule.occupying if begun < m.interval.end <= now), default=begun)
    until = schedule.free_until(now)
    known = min(schedule.window.end, until) if until is not None else schedule.window.end
    offers = [
        BookOffer(interval=Interval(start, start + length))
        for length in sorted(set(policy.durations))
        if policy.shortest <= length <= policy.longest and start + length <= known
    ]
    if policy.until_next and until is not None and policy.shortest <= until - start <= policy.longest:
        offers = [o for o in offers if o.interval.end != until]
        offers.append(BookOffer(interval=Interval(start, until), until_next=True))
    return tuple(offers)


def extend_offers(now: datetime, meeting: Meeting, schedule: Schedule, policy: Policy) -> tuple[ExtendOffer, ...]:
    """Later ends for a booking of our own that is under way; empty where none can succeed."""
    end = meeting.interval.end
    if not (meeting.is_own and meeting.interval.contains(now)):
        return ()
    others = schedule.without(meeting.id)
    if others.conflicts(meeting.interval):
        return ()
    until = min((m.interval.start for m in others.occupying if m.interval.start >= end), default=None)
    known = min(schedule.window.end, until) if until is not None else schedule.window.end
    latest = min(known, meeting.interval.start + policy.longest)
    offers = [ExtendOffer(end=end + by, by=by) for by in sorted(set(policy.extensions)) if end + by <= latest]
    if policy.until_next and until is not None and end < until <= latest:
        offers = [o for o in offers if o.end != until]
        offers.append(ExtendOffer(end=until, by=until - end, until_next=True))
    return tuple(offers)


def extension_offers(now: datetime, meeting: Meeting, schedule: Schedule, policy: Policy) -> tuple[BookOffer, ...]:
    """Bookings right behind somebody else's meeting under way, shortest first; empty where the gap is taken.

    The meeting itself cannot be made longer here: a change of the room's copy is undone by the organizer's next update.
    """
    end = meeting.interval.end
    if not (meeting.is_attended and meeting.interval.contains(now)) or schedule.busy_until(now) != end:
        return ()
    until = schedule.free_until(end)
    known = min(schedule.window.end, until) if until is not None else schedule.window.end
    lengths = [by for by in sorted(set(policy.extensions)) if policy.shortest <= by <= policy.longest]
    offers = [BookOffer(interval=Interval(end, end + by)) for by in lengths if end + by <= known]
    if policy.until_next and until is not None and policy.shortest <= until - end <= policy.longest:
        offers = [o for o in offers if o.interval.end != until]
        offers.append(BookOffer(interval=Interval(end, until), until_next=True))
    return tuple(offers)


def may_end(now: datetime, meeting: Meeting) -> bool:
    """A booking of our own that is under way, of which something remains after the next full minute."""
    return (
        meeting.is_own
        and meeting.interval.contains(now)
        and meeting.interval.start < ceil_minute(now) < meeting.interval.end
    )


def may_cancel(now: datetime, meeting: Meeting) -> bool:
    """A booking of our own that is not over."""
    return meeting.is_own and now < meeting.interval.end


def may_release(now: datetime, meeting: Meeting) -> bool:
    """Somebody else's meeting that is not over. It is the one way to end it early, too: the room's own copy could be
    shortened, but its organizer would not be told, and the next update from there would take the room again."""
    return meeting.is_attended and now < meeting.interval.end


def next_free(after: datetime, length: timedelta, schedule: Schedule, policy: Policy) -> Interval | None:
    """The first slot from `after` on that holds `length`, or at least the shortest booking where none does."""
    if after >= schedule.window.end:
        return None
    slots = schedule.free(Interval(max(after, schedule.window.start), schedule.window.end))
    for least in (length, policy.shortest):
        for slot in slots:
            if slot.duration >= least:
                return slot
    return None
