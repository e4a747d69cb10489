"""Instants and half-open intervals. All wall times are aware UTC datetimes; a room's zone appears only in `day_of`."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

MINUTE = timedelta(minutes=1)


class Instant(Struct, frozen=True, kw_only=True):
    """One reading of both clocks: `wall` (UTC) is the time of day, `mono` (seconds, counting suspend) how long ago."""

    wall: datetime
    mono: float


class Interval(Struct, frozen=True, order=True):
    """[start, end) in UTC. An empty interval (start == end) overlaps and contains nothing."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is not UTC or self.end.tzinfo is not UTC:
            raise ValueError("an interval's ends are UTC")
        if self.end < self.start:
            raise ValueError("an interval ends no earlier than it starts")

    @property
    def duration(self) -> timedelta:
        return self.end - self.start

    def contains(self, instant: datetime) -> bool:
        return self.start <= instant < self.end

    def covers(self, other: "Interval") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Interval") -> bool:
        return max(self.start, other.start) < min(self.end, other.end)

    def clipped(self, window: "Interval") -> "Interval | None":
        """The part inside `window`, or None where they do not overlap."""
        return Interval(max(self.start, window.start), min(self.end, window.end)) if self.overlaps(window) else None


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same instants as sorted, disjoint, non-touching, non-empty intervals."""
    merged: list[Interval] = []
    for interval in sorted(i for i in intervals if i.start < i.end):
        if merged and interval.start <= merged[-1].end:
            merged[-1] = Interval(merged[-1].start, max(merged[-1].end, interval.end))
        else:
            merged.append(interval)
    return tuple(merged)


def gaps(intervals: Iterable[Interval], window: Interval) -> tuple[Interval, ...]:
    """What `window` has beside `intervals`: together they partition it."""
    free: list[Interval] = []
    cursor = window.start
    for busy in union(c for i in intervals if (c := i.clipped(window))):
        if cursor < busy.start:
            free.append(Interval(cursor, busy.start))
        cursor = busy.end
    if cursor < window.end:
        free.append(Interval(cursor, window.end))
    return tuple(free)


def floor_minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0)


def ceil_minute(instant: datetime) -> datetime:
    floor = floor_minute(instant)
    return floor if floor == instant else floor + MINUTE


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a calendar day in `zone`, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def days(first: date, count: int, zone: ZoneInfo) -> Interval:
    """`count` calendar days of `zone` from `first`: 23, 24 or 25 hours each where clocks change."""
    return Interval(midnight(first, zone), midnight(first + timedelta(days=count), zone))


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    return instant.astimezone(zone).date()
