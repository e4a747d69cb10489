"""What may be done now, and would stick: each offer fits the schedule and the policy."""

from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.bookable import bookable, kept_clear
from roomdisplay.core.interval import Interval, ceil_minute, floor_minute
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class BookOffer(Struct, frozen=True, kw_only=True):
    interval: Interval
    until_next: bool = False
    """The whole gap up to the next meeting, its buffer or closing time, rather than one of the policy's lengths."""


class ExtendOffer(Struct, frozen=True, kw_only=True):
    end: datetime
    by: timedelta
    until_next: bool = False


def book_offers(now: datetime, schedule: Schedule, policy: Policy) -> tuple[BookOffer, ...]:
    """Walk-ups that can start now, shortest first; empty in a busy room, outside open hours and out of service.

    A walk-up starts at the minute that has begun, or where the last meeting (and its buffer) ended or the room opened
    within it.
    """
    if not schedule.window.contains(now) or policy.out_of_service:
        return ()
    taken = kept_clear((m.interval for m in schedule.occupying), policy)
    opened = _opened(now, policy)
    if opened is None or any(i.contains(now) for i in taken):
        return ()
    begun = floor_minute(now)
    start = max(begun, opened.start, *(i.end for i in taken if begun < i.end <= now))
    until = _first(opened.end, *(i.start for i in taken if i.start > now))
    return _bookings(start, until, schedule, policy)


def extend_offers(now: datetime, meeting: Meeting, schedule: Schedule, policy: Policy) -> tuple[ExtendOffer, ...]:
    """Later ends for a booking of our own that is under way; empty where none can succeed."""
    end = meeting.interval.end
    if not (meeting.is_own and meeting.interval.contains(now)) or policy.out_of_service:
        return ()
    others = schedule.without(meeting.id)
    opened = _opened(now, policy)
    if opened is None or others.conflicts(meeting.interval):
        return ()
    starts = (m.interval.start - policy.distance for m in others.occupying if m.interval.start >= end)
    until = _first(opened.end, *starts)
    known = min(schedule.window.end, until) if until is not None else schedule.window.end
    latest = min(known, meeting.interval.start + policy.longest)
    offers = [ExtendOffer(end=end + by, by=by) for by in sorted(set(policy.extensions)) if end + by <= latest]
    if policy.until_next and until is not None and end < until <= latest:
        offers = [o for o in offers if o.end != until]
        offers.append(ExtendOffer(end=until, by=until - end, until_next=True))
    return tuple(offers)


def extension_offers(now: datetime, meeting: Meeting, schedule: Schedule, policy: Policy) -> tuple[BookOffer, ...]:
    """Bookings right behind somebody else's meeting under way, shortest first; empty where the gap is taken, or where a
    buffer has to be kept.

    The meeting itself cannot be made longer here: a change of the room's copy is undone by the organizer's next update.
    """
    end = meeting.interval.end
    if not (meeting.is_attended and meeting.interval.contains(now)) or schedule.busy_until(now) != end:
        return ()
    opened = _opened(end, policy)
    if opened is None or policy.out_of_service or policy.distance:
        return ()
    until = _first(opened.end, *(m.interval.start for m in schedule.occupying if m.interval.start > end))
    return _bookings(end, until, schedule, replace(policy, durations=policy.extensions))


class _Opened(Struct, frozen=True, kw_only=True):
    """The open time around an instant; an end of None is none that is known of."""

    start: datetime
    end: datetime | None


def _opened(now: datetime, policy: Policy) -> _Opened | None:
    """None: it is closed at `now`."""
    if policy.hours is None:
        return _Opened(start=_LONG_AGO, end=None)
    within = Interval(now, now + datetime.resolution)
    start = next((i.start for i in policy.hours.within(within) if i.contains(now)), None)
    return None if start is None else _Opened(start=start, end=policy.hours.closes_at(now))


def _first(*instants: datetime | None) -> datetime | None:
    return min((i for i in instants if i is not None), default=None)


def _bookings(start: datetime, until: datetime | None, schedule: Schedule, policy: Policy) -> tuple[BookOffer, ...]:
    """From `start`: each of the policy's lengths that ends by `until`, and all of it."""
    known = min(schedule.window.end, until) if until is not None else schedule.window.end
    offers = [
        BookOffer(interval=Interval(start, start + length))
        for length in sorted(set(policy.durations))
        if policy.shortest <= length <= policy.longest and start + length <= known
    ]
    whole = Interval(start, until) if until is not None and start < until <= known else None
    if policy.until_next and whole is not None and policy.shortest <= whole.duration <= policy.longest:
        offers = [o for o in offers if o.interval.end != until]
        offers.append(BookOffer(interval=whole, until_next=True))
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
    """The first slot from `after` on that may be booked and holds `length`, or at least the shortest booking where none
    does."""
    if after >= schedule.window.end:
        return None
    window = Interval(max(after, schedule.window.start), schedule.window.end)
    slots = bookable(window, (m.interval for m in schedule.occupying), policy)
    for least in (length, policy.shortest):
        for slot in slots:
            if slot.duration >= least:
                return slot
    return None
