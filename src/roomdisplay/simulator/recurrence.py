"""Recurring meetings: Graph's `patternedRecurrence` and the days it names.

Semantics: Microsoft's pages "recurrencePattern" and "recurrenceRange". A day of the month that a month lacks means its
last day, as Outlook does it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Literal, cast

from dateutil import rrule
from msgspec import Struct

from roomdisplay.simulator.errors import JsonObject

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PATTERNS = ("daily", "weekly", "absoluteMonthly", "relativeMonthly", "absoluteYearly", "relativeYearly")
INDEXES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
RANGES = ("endDate", "noEnd", "numbered")
_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    "daily": rrule.DAILY,
    "weekly": rrule.WEEKLY,
    "absoluteMonthly": rrule.MONTHLY,
    "relativeMonthly": rrule.MONTHLY,
    "absoluteYearly": rrule.YEARLY,
    "relativeYearly": rrule.YEARLY,
}
_WEEKDAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


class InvalidRecurrence(ValueError):
    """The recurrence names no days; the message says why."""


class Recurrence(Struct, frozen=True, kw_only=True):
    """A rule for days; the times of day come from the meeting. Dates are wall-clock dates in `zone_name`."""

    type: str
    interval: int = 1
    days_of_week: tuple[str, ...] = ()
    day_of_month: int = 0
    month: int = 0
    index: str = "first"
    first_day_of_week: str = "sunday"
    range_type: str
    start: date
    end: date | None = None
    count: int = 0
    zone_name: str | None = None

    def days(self, first: date, last: date) -> Iterator[date]:
        """The meeting days from `first` to `last`, both included, in order."""
        for moment in _rule(self).between(_midnight(first), _midnight(last), inc=True):
            yield moment.date()

    def day_before(self, day: date) -> date | None:
        """The meeting day before `day`, if there is one."""
        found = _rule(self).before(_midnight(day))
        return None if found is None else found.date()

    def day_after(self, day: date) -> date | None:
        """The meeting day after `day`, if there is one."""
        found = _rule(self).after(_midnight(day))
        return None if found is None else found.date()

    def first_day(self) -> date:
        """The first meeting day; raises InvalidRecurrence when the range ends before there is one."""
        found = next(iter(_rule(self)), None)
        if found is None:
            raise InvalidRecurrence("The recurrence has no occurrence.")
        return found.date()

    def last_day(self) -> date | None:
        """The last meeting day, or None for a series without end."""
        if self.range_type == "noEnd":
            return None
        last: date | None = None
        for moment in _rule(self):
            last = moment.date()
        return last

    def to_json(self) -> JsonObject:
        return {
            "pattern": {
                "type": self.type,
                "interval": self.interval,
                "month": self.month,
                "dayOfMonth": self.day_of_month,
                "daysOfWeek": list(self.days_of_week),
                "firstDayOfWeek": self.first_day_of_week,
                "index": self.index,
            },
            "range": {
                "type": self.range_type,
                "startDate": self.start.isoformat(),
                "endDate": (self.end or date.min).isoformat(),
                "recurrenceTimeZone": self.zone_name or "UTC",
                "numberOfOccurrences": self.count,
            },
        }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


@lru_cache(maxsize=512)
def _rule(recurrence: Recurrence) -> rrule.rrule:
    weekdays = [_WEEKDAYS[DAYS.index(day)] for day in recurrence.days_of_week]
    month_days: list[int] | None = None
    position: int | None = None
    if recurrence.type.startswith("absolute"):
        month_days = [recurrence.day_of_month]
        if recurrence.day_of_month > 28:
            month_days = list(range(28, recurrence.day_of_month + 1))
            position = -1
    elif recurrence.type.startswith("relative"):
        position = INDEXES[recurrence.index]
    return rrule.rrule(
        _FREQUENCIES[recurrence.type],
        dtstart=_midnight(recurrence.start),
        interval=recurrence.interval,
        wkst=_WEEKDAYS[DAYS.index(recurrence.first_day_of_week)],
        count=recurrence.count if recurrence.range_type == "numbered" else None,
        until=_midnight(recurrence.end) if recurrence.range_type == "endDate" and recurrence.end else None,
        bymonth=recurrence.month if recurrence.type.endswith("Yearly") else None,
        bymonthday=month_days,
        byweekday=weekdays or None if recurrence.type not in ("daily", "absoluteMonthly", "absoluteYearly") else None,
        bysetpos=position,
        cache=True,
    )


def parse(value: Mapping[str, Any], *, default_start: date) -> Recurrence:
    """A recurrence from Graph's JSON. Raises InvalidRecurrence with a sentence for the caller."""
    pattern, extent = value.get("pattern"), value.get("range")
    if not isinstance(pattern, Mapping) or not isinstance(extent, Mapping):
        raise InvalidRecurrence("A recurrence needs both a pattern and a range.")
    pattern, extent = cast("Mapping[str, Any]", pattern), cast("Mapping[str, Any]", extent)
    kind = _enum(pattern, "type", PATTERNS, None)
    days = tuple(_one_of(day, "daysOfWeek", DAYS) for day in _list(pattern.get("daysOfWeek")))
    day_of_month = _whole(pattern, "dayOfMonth", 0)
    month = _whole(pattern, "month", 0)
    interval = _whole(pattern, "interval", 1)
    if interval < 1:
        raise InvalidRecurrence("A recurrence pattern's interval is at least 1.")
    if kind in ("weekly", "relativeMonthly", "relativeYearly") and not days:
        raise InvalidRecurrence(f"A {kind} pattern needs daysOfWeek.")
    if kind.startswith("absolute") and not 1 <= day_of_month <= 31:
        raise InvalidRecurrence(f"An {kind} pattern needs a dayOfMonth from 1 to 31.")
    if kind.endswith("Yearly") and not 1 <= month <= 12:
        raise InvalidRecurrence(f"A {kind} pattern needs a month from 1 to 12.")
    range_type = _enum(extent, "type", RANGES, None)
    start = _date(extent, "startDate") or default_start
    end = _date(extent, "endDate")
    count = _whole(extent, "numberOfOccurrences", 0)
    if range_type == "endDate" and (end is None or end < start):
        raise InvalidRecurrence("An endDate range needs an endDate on or after its startDate.")
    if range_type == "numbered" and count < 1:
        raise InvalidRecurrence("A numbered range needs a positive numberOfOccurrences.")
    zone_name = extent.get("recurrenceTimeZone")
    recurrence = Recurrence(
        type=kind,
        interval=interval,
        days_of_week=days,
        day_of_month=day_of_month,
        month=month,
        index=_enum(pattern, "index", tuple(INDEXES), "first"),
        first_day_of_week=_enum(pattern, "firstDayOfWeek", DAYS, "sunday"),
        range_type=range_type,
        start=start,
        end=end if range_type == "endDate" else None,
        count=count if range_type == "numbered" else 0,
        zone_name=zone_name if isinstance(zone_name, str) and zone_name else None,
    )
    recurrence.first_day()
    return recurrence


def _list(value: object) -> Sequence[object]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InvalidRecurrence("daysOfWeek is a list of days.")
    return cast("list[object]", value)


def _one_of(value: object, name: str, accepted: Sequence[str]) -> str:
    for candidate in accepted:
        if isinstance(value, str) and value.casefold() == candidate.casefold():
            return candidate
    raise InvalidRecurrence(f"{name} is {value!r}; accepted: {', '.join(accepted)}.")


def _enum(source: Mapping[str, Any], name: str, accepted: Sequence[str], default: str | None) -> str:
    value = source.get(name)
    if value is None and default is not None:
        return default
    return _one_of(value, name, accepted)


def _whole(source: Mapping[str, Any], name: str, default: int) -> int:
    value = source.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidRecurrence(f"{name} is a whole number.")
    return value


def _date(source: Mapping[str, Any], name: str) -> date | None:
    value = source.get(name)
    if value is None:
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(cast("str", value))
    except (TypeError, ValueError):
        raise InvalidRecurrence(f"{name} is a date such as 2026-11-22.") from None
