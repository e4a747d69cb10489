"""A room's day as a page shows it: what it is now, its meetings and gaps, and the next times it could be had."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from roomdisplay.core.bookable import Objection, bookable
from roomdisplay.core.interval import Interval, ceil_minute, days, union
from roomdisplay.core.policy import Policy
from roomdisplay.core.wox import BookingState
from roomdisplay.wox_server.bookings import Listed
from roomdisplay.wox_server.people import Account, Duty
from roomdisplay.wox_server.portal.texts import text

GRID = timedelta(minutes=15)
AT_ONCE = timedelta(minutes=5)
"""Somebody at the door wants the room now: the next five minutes, so that there is time to press the button."""
USUAL = timedelta(minutes=30)
"""What is filled in for somebody who has said nothing yet."""


class Standing(StrEnum):
    FREE = "free"
    BUSY = "busy"
    CLOSED = "closed"
    OUT_OF_SERVICE = "out"


class Status(Struct, frozen=True, kw_only=True):
    """What the room is now, `until` when (None: as far as is known), and the meeting it is about: the one under way,
    or the next one today."""

    standing: Standing
    until: datetime | None = None
    current: Listed | None = None
    next: Listed | None = None


class Part(Struct, frozen=True, kw_only=True):
    """Of the day: a meeting, or a time that can be booked."""

    interval: Interval
    listed: Listed | None = None


def takes_room(listed: Listed) -> bool:
    return listed.booking.is_open and listed.booking.state is not BookingState.CANCELLING


def busy(listed: Iterable[Listed], *, without: str = "") -> list[Interval]:
    return [one.booking.interval for one in listed if takes_room(one) and one.booking.id != without]


def status(listed: Sequence[Listed], policy: Policy, now: datetime, end_of_day: datetime) -> Status:
    taking = [one for one in listed if takes_room(one) and one.booking.interval.end > now]
    current = next((one for one in taking if one.booking.interval.contains(now)), None)
    following = next((one for one in taking if now < one.booking.interval.start < end_of_day), None)
    if policy.out_of_service:
        return Status(standing=Standing.OUT_OF_SERVICE, current=current, next=following)
    if current is not None:
        run = union(busy(taking))
        until = next(i.end for i in run if i.contains(now))
        return Status(standing=Standing.BUSY, until=until, current=current, next=following)
    if policy.hours is not None and not policy.hours.is_open(now):
        return Status(standing=Standing.CLOSED, until=policy.hours.opens_at(now), next=following)
    ends = [] if following is None else [following.booking.interval.start]
    if policy.hours is not None and (closes := policy.hours.closes_at(now)) is not None:
        ends.append(closes)
    until = min(ends, default=None)
    return Status(standing=Standing.FREE, until=until, next=following)


def parts(listed: Sequence[Listed], policy: Policy, window: Interval, now: datetime) -> list[Part]:
    """Meetings that touch the window, and the gaps of it in which a booking could still begin."""
    meetings = [Part(interval=one.booking.interval, listed=one) for one in listed if takes_room(one)]
    ahead = window.clipped(Interval(ceil_minute(now), max(window.end, ceil_minute(now))))
    free: Iterable[Interval] = () if ahead is None else bookable(ahead, busy(listed), policy)
    shown = [Part(interval=gap) for gap in free if gap.duration >= policy.shortest]
    return sorted([*meetings, *shown], key=lambda part: (part.interval.start, part.listed is None))


def next_slots(
    listed: Sequence[Listed],
    policy: Policy,
    after: datetime,
    horizon: datetime,
    length: timedelta,
    count: int,
    grid: timedelta = GRID,
) -> list[Interval]:
    """The first times from `after` at which `length` fits: on the grid, or right behind a meeting."""
    length = min(max(length, policy.shortest), policy.longest)
    found: list[Interval] = []
    if horizon <= after:
        return found
    for gap in bookable(Interval(ceil_minute(after), max(horizon, ceil_minute(after))), busy(listed), policy):
        start = gap.start if gap.start > ceil_minute(after) else _on_grid(gap.start, grid)
        while start + length <= gap.end:
            found.append(Interval(start, start + length))
            if len(found) == count:
                return found
            start = _on_grid(start + length, grid)
    return found


def proposal(
    listed: Sequence[Listed], policy: Policy, window: Interval, now: datetime, zone: ZoneInfo
) -> Interval | None:
    """What the form of a day is filled with; None: nothing is free on it."""
    after = max(now, window.start)
    for length in (USUAL, policy.shortest):
        slots = next_slots(listed, policy, after, window.end, length, 96, AT_ONCE)
        # nobody means the small hours of a room that never closes
        working = [slot for slot in slots if slot.start.astimezone(zone).time() >= time(7)]
        if working or slots:
            return (working or slots)[0]
    return None


def _on_grid(at: datetime, grid: timedelta) -> datetime:
    over = timedelta(seconds=at.timestamp() % grid.total_seconds())
    return at + grid - over if over else at


def day_window(day: date, zone: ZoneInfo) -> Interval:
    return days(day, 1, zone)


def instant(day: str, clock: str, zone: ZoneInfo) -> datetime | None:
    """What was typed into a date and a time field, in the room's zone; None: nothing readable, or a time the clock
    skips on that day."""
    try:
        typed = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock)).replace(second=0, microsecond=0)
    except ValueError:
        return None
    if typed.tzinfo is not None:
        return None
    try:
        at = typed.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        return None
    return at if at.astimezone(zone).replace(tzinfo=None) == typed else None


def sees(account: Account, listed: Listed, location_id: int) -> bool:
    """Whose private bookings one may read: one's own, and at a location one manages."""
    own = listed.host_id == account.id
    return not listed.booking.is_private or own or account.may(Duty.MANAGE, location_id)


def may_book(account: Account, department: str | None) -> bool:
    return not department or (account.department or "").casefold() == department.casefold()


OBJECTIONS = {
    Objection.OUT_OF_SERVICE: text("This room takes no bookings at present."),
    Objection.PAST: text("That time has passed. Choose a later one."),
    Objection.TOO_SHORT: text("That is too short: this room is booked for at least {shortest}."),
    Objection.TOO_LONG: text("That is too long: this room is booked for at most {longest}."),
    Objection.TOO_FAR_AHEAD: text("That is too far ahead: this room can be booked {days} days in advance."),
    Objection.CLOSED: text("The room is closed then. Choose a time within its open hours."),
    Objection.TAKEN: text("The room is booked then, or too near to another booking. Choose another time."),
}
