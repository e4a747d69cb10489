"""Booking ahead: the free times of a day, and what somebody may choose within one of them, step by step.

Whatever these steps lead to may be booked by `core.bookable`, as long as the schedule and the rules stay as they are.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from roomdisplay.core.bookable import bookable
from roomdisplay.core.interval import Interval, ceil_minute, day_of, days, floor_minute
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule

GRID = timedelta(minutes=15)
"""Starts and ends are on the quarter hours, and where the free time itself begins and ends."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Slot(Struct, frozen=True, kw_only=True):
    """A free time of one day, of whole minutes, that holds a booking of at least `shortest`."""

    interval: Interval
    shortest: timedelta
    longest: timedelta
    lengths: tuple[timedelta, ...]
    """Those of the policy that it holds, shortest first."""
    usual: timedelta
    """The length most people take."""

    def holds(self, chosen: Interval) -> bool:
        return self.interval.covers(chosen) and self.shortest <= chosen.duration <= self.longest

    def fitted(self, wanted: Interval) -> Interval:
        """What comes nearest to `wanted`, its start before its length."""
        latest = self.interval.end - self.shortest
        start = min(max(wanted.start, self.interval.start), latest)
        length = min(max(wanted.duration, self.shortest), self.longest, self.interval.end - start)
        return Interval(start, start + length)

    def first(self, now: datetime) -> Interval:
        """What is chosen before anybody has: the usual length, from the beginning, or from the next quarter of an hour
        where that is now already."""
        start = self.interval.start
        if start <= now and (quarter := _above(start)) + self.usual <= self.interval.end:
            start = quarter
        return self.fitted(Interval(start, start + self.usual))

    def with_start(self, chosen: Interval, steps: int) -> Interval:
        """Starting `steps` (1 or -1) later, as long as before where that fits; the same where it cannot."""
        start = _above(chosen.start) if steps > 0 else _below(chosen.start)
        start = max(start, self.interval.start)
        if start + self.shortest > self.interval.end:
            return chosen
        return self.fitted(Interval(start, start + chosen.duration))

    def with_end(self, chosen: Interval, steps: int) -> Interval:
        """Ending `steps` (1 or -1) later; the same where it cannot."""
        end = _above(chosen.end) if steps > 0 else _below(chosen.end)
        end = min(end, self.interval.end, chosen.start + self.longest)
        end = max(end, chosen.start + self.shortest)
        return Interval(chosen.start, end)

    def with_length(self, chosen: Interval, length: timedelta) -> Interval:
        """As long as that; earlier where it would not end in time."""
        start = max(self.interval.start, min(chosen.start, self.interval.end - length))
        return self.fitted(Interval(start, start + length))


def slots(now: datetime, schedule: Schedule, policy: Policy, room: Room, day: int) -> tuple[Slot, ...]:
    """The free times of the calendar day that is `day` days from today in the room's zone, in order."""
    if day > policy.lead_days or policy.shortest > policy.longest:
        return ()
    date = day_of(now, room.zone) + timedelta(days=day)
    whole = days(date, 1, room.zone)
    begun = floor_minute(now)
    if whole.end <= begun:
        return ()
    known = Interval(max(whole.start, begun), whole.end).clipped(schedule.window)
    if known is None:
        return ()
    usual = (policy.durations[1:2] or policy.durations or (policy.shortest,))[0]
    found: list[Slot] = []
    for free in bookable(known, (m.interval for m in schedule.occupying), policy):
        start, end = ceil_minute(free.start), floor_minute(free.end)
        if start + policy.shortest > end:
            continue
        most = min(policy.longest, end - start)
        found.append(
            Slot(
                interval=Interval(start, end),
                shortest=policy.shortest,
                longest=policy.longest,
                lengths=tuple(d for d in sorted(set(policy.durations)) if policy.shortest <= d <= most),
                usual=min(max(usual, policy.shortest), most),
            )
        )
    return tuple(found)


def slot_of(chosen: Interval, among: Sequence[Slot]) -> Slot | None:
    """The free time in which `chosen` can be booked; None: it cannot."""
    return next((slot for slot in among if slot.holds(chosen)), None)


def nearest(wanted: Interval, among: Sequence[Slot]) -> Interval | None:
    """What comes nearest to what cannot be booked (any more), as long as it was where there is room; None: nothing."""
    fitting = [slot.with_length(wanted, wanted.duration) for slot in among]
    return min(fitting, key=lambda fit: (abs(fit.start - wanted.start), fit.start), default=None)


def _above(instant: datetime) -> datetime:
    """The first quarter of an hour after `instant`."""
    return instant + GRID - (instant - _EPOCH) % GRID


def _below(instant: datetime) -> datetime:
    """The last quarter of an hour before `instant`."""
    return instant - ((instant - _EPOCH) % GRID or GRID)
