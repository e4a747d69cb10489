"""When a room is open, week by week, in its location's zone."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from roomdisplay.core.interval import Interval, day_of, midnight, union

AHEAD = timedelta(days=8)
"""How far openings and closings are looked for: whatever a week has lies within it."""


class Opening(Struct, frozen=True, kw_only=True):
    """From `opens` to `closes` of one day, by the clock on the wall there; `closes` at 00:00 is the end of the day."""

    opens: time
    closes: time


Week = tuple[Opening | None, ...]
"""Monday first, seven of them; None: closed all day."""


class OpenHours(Struct, frozen=True, kw_only=True):
    week: Week
    zone: ZoneInfo

    def within(self, window: Interval) -> tuple[Interval, ...]:
        """The open times that touch `window`, whole, disjoint, in order; days that follow each other without a gap are
        one. A day on which the clocks change is as much shorter or longer."""
        day = day_of(window.start, self.zone) - timedelta(days=1)
        last = day_of(window.end, self.zone)
        found: list[Interval] = []
        while day <= last:
            opening = self.week[day.weekday()]
            if opening is not None:
                start = datetime.combine(day, opening.opens, self.zone).astimezone(UTC)
                if opening.closes == time():
                    end = midnight(day + timedelta(days=1), self.zone)
                else:
                    end = datetime.combine(day, opening.closes, self.zone).astimezone(UTC)
                if start < end:
                    found.append(Interval(start, end))
            day += timedelta(days=1)
        return tuple(i for i in union(found) if i.overlaps(window))

    def covers(self, interval: Interval) -> bool:
        """Is it open during all of `interval`?"""
        return any(i.covers(interval) for i in self.within(interval))

    def is_open(self, now: datetime) -> bool:
        return any(i.contains(now) for i in self.within(Interval(now, now + datetime.resolution)))

    def closes_at(self, now: datetime) -> datetime | None:
        """The end of the open time that contains `now`; None where it is closed already, or does not close for days."""
        horizon = now + AHEAD
        end = next((i.end for i in self.within(Interval(now, horizon)) if i.contains(now)), None)
        return None if end is None or end >= horizon else end

    def opens_at(self, now: datetime) -> datetime | None:
        """The first opening after `now`; None where there is none in a week."""
        return next((i.start for i in self.within(Interval(now, now + AHEAD)) if i.start > now), None)
