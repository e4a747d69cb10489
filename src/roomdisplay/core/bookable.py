"""Which times a room's rules let anybody book: the same at the door, on the Portal and in the App."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from roomdisplay.core.interval import Interval, day_of, floor_minute, gaps
from roomdisplay.core.policy import Policy


class Objection(StrEnum):
    """Why a time may not be booked."""

    OUT_OF_SERVICE = "outOfService"
    PAST = "past"
    TOO_SHORT = "tooShort"
    TOO_LONG = "tooLong"
    TOO_FAR_AHEAD = "tooFarAhead"
    CLOSED = "closed"
    """Not all of it lies within open hours."""
    TAKEN = "taken"
    """Another meeting overlaps it, or comes nearer than the buffers allow."""


def objection(
    wanted: Interval, now: datetime, busy: Iterable[Interval], policy: Policy, zone: ZoneInfo
) -> Objection | None:
    """What speaks against a booking of `wanted` beside the `busy` times of others; None: nothing. `zone` is the room's:
    its calendar days count for how far ahead a booking may start."""
    if policy.out_of_service:
        return Objection.OUT_OF_SERVICE
    if wanted.start < floor_minute(now):
        return Objection.PAST
    if wanted.duration < policy.shortest:
        return Objection.TOO_SHORT
    if wanted.duration > policy.longest:
        return Objection.TOO_LONG
    if day_of(wanted.start, zone) > day_of(now, zone) + timedelta(days=policy.lead_days):
        return Objection.TOO_FAR_AHEAD
    if policy.hours is not None and not policy.hours.covers(wanted):
        return Objection.CLOSED
    if any(taken.overlaps(wanted) for taken in kept_clear(busy, policy)):
        return Objection.TAKEN
    return None


def kept_clear(busy: Iterable[Interval], policy: Policy) -> tuple[Interval, ...]:
    """The times others have, with the distance on both sides that a further booking has to keep."""
    distance = policy.distance
    return tuple(Interval(i.start - distance, i.end + distance) for i in busy)


def bookable(window: Interval, busy: Iterable[Interval], policy: Policy) -> tuple[Interval, ...]:
    """The parts of `window` within open hours that keep their distance to what is `busy`; none out of service."""
    if policy.out_of_service:
        return ()
    free = gaps(kept_clear(busy, policy), window)
    if policy.hours is None:
        return free
    times = policy.hours.within(window)
    return tuple(part for gap in free for time in times if (part := time.clipped(gap)) is not None)
