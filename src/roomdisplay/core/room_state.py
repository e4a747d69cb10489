"""The room's state: exactly one at any instant, and unchanged until a known instant."""

from datetime import datetime
from typing import assert_never

from msgspec import Struct

from roomdisplay.core.check_in import Occurrence, awaits
from roomdisplay.core.freshness import Freshness, Live, Never, Offline, Stale, aged, is_trusted
from roomdisplay.core.hours import AHEAD
from roomdisplay.core.interval import Interval, union
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule


class Free(Struct, frozen=True, kw_only=True):
    until: datetime | None
    """The start of the next meeting, or closing time; None where neither is known today or tomorrow."""


class FreeSoon(Struct, frozen=True, kw_only=True):
    """Free, but a meeting starts, or the room closes, within the policy's `soon`."""

    until: datetime


class Busy(Struct, frozen=True, kw_only=True):
    meeting: Meeting
    until: datetime
    """When the room becomes free: the end of the unbroken run of meetings."""


class EndingSoon(Struct, frozen=True, kw_only=True):
    """Busy, and free again within the policy's `ending`."""

    meeting: Meeting
    until: datetime


class Held(Struct, frozen=True, kw_only=True):
    """A booking made here covers this instant and Office 365 has not confirmed it yet."""

    meeting: Meeting
    until: datetime


class CheckInPending(Struct, frozen=True, kw_only=True):
    """Somebody has to check in to this meeting, which is in the room or next in it."""

    meeting: Meeting
    until: datetime
    """Before its start: that start. Then when the room becomes free, should it stay."""


class Closed(Struct, frozen=True, kw_only=True):
    """Outside open hours, and nobody is in the room as far as is known."""

    until: datetime | None
    """When it opens; None where it does not within a week."""


class OutOfService(Struct, frozen=True, kw_only=True):
    """Nobody is to use the room, whatever stands in its calendar."""


Occupancy = Free | FreeSoon | Busy | EndingSoon | Held | CheckInPending | Closed | OutOfService
NOTHING: frozenset[Occurrence] = frozenset()


class Unknown(Struct, frozen=True, kw_only=True):
    """Too little is known to state occupancy. `last_known` is what the old schedule says; None: nothing about now."""

    last_known: Occupancy | None


RoomState = Occupancy | Unknown


def occupancy(now: datetime, schedule: Schedule, policy: Policy, decided: frozenset[Occurrence] = NOTHING) -> Occupancy:
    """What the schedule says of the room at `now`. Of the `decided` meetings nobody needs to be asked any more."""
    if policy.out_of_service:
        return OutOfService()
    meeting = schedule.current(now)
    if meeting is None:
        following = schedule.following(now)
        until = following.interval.start if following is not None else None
        if following is not None and _is_open(now, following, policy) and awaits(following, policy, decided):
            return CheckInPending(meeting=following, until=following.interval.start)
        if (closed := _closed(now, policy)) is not None:
            return closed
        closes = None if policy.hours is None else policy.hours.closes_at(now)
        if closes is not None and closes <= schedule.window.end:
            until = closes if until is None else min(until, closes)
        return FreeSoon(until=until) if until is not None and until - now <= policy.soon else Free(until=until)
    until = schedule.busy_until(now)
    if meeting.is_held:
        return Held(meeting=meeting, until=until)
    if awaits(meeting, policy, decided):
        return CheckInPending(meeting=meeting, until=until)
    return (EndingSoon if until - now <= policy.ending else Busy)(meeting=meeting, until=until)


def _closed(now: datetime, policy: Policy) -> Closed | None:
    if policy.hours is None or policy.hours.is_open(now):
        return None
    return Closed(until=policy.hours.opens_at(now))


def _is_open(now: datetime, meeting: Meeting, policy: Policy) -> bool:
    return meeting.interval.start - now <= policy.check_in_opens


def room_state(
    now: datetime,
    schedule: Schedule | None,
    fresh: Freshness,
    policy: Policy,
    decided: frozenset[Occurrence] = NOTHING,
) -> RoomState:
    """The one state of the room at `now`. That it is closed or out of service is known whatever the schedule's age."""
    if policy.out_of_service:
        return OutOfService()
    if schedule is None or not schedule.window.contains(now):
        return _closed(now, policy) or Unknown(last_known=None)
    known = occupancy(now, schedule, policy, decided)
    if is_trusted(fresh, policy.fresh_for) or isinstance(known, Held | Closed):
        return known
    return Unknown(last_known=known)


def next_change_at(
    now: datetime,
    schedule: Schedule | None,
    fresh: Freshness,
    policy: Policy,
    decided: frozenset[Occurrence] = NOTHING,
) -> datetime | None:
    """The first instant after `now` at which `room_state` will differ, all else equal; None if it never will."""
    changes: set[datetime] = set()
    if policy.hours is not None:
        for opened in policy.hours.within(Interval(now, now + AHEAD)):
            changes |= {opened.start, opened.end - policy.soon, opened.end}
    if schedule is None:
        return _first_change(now, changes, schedule, fresh, policy, decided)
    changes |= {schedule.window.start, schedule.window.end}
    changes |= {
        instant
        for meeting in schedule.occupying
        for instant in (
            meeting.interval.start - policy.soon,
            meeting.interval.start - policy.check_in_opens,
            meeting.interval.start,
            meeting.interval.end,
        )
    }
    changes |= {run.end - policy.ending for run in union(m.interval for m in schedule.occupying)}
    match fresh:
        case Live(age=age) | Stale(age=age) | Offline(age=age):
            # trusted up to and including this age, so the change comes the smallest step after it
            changes.add(now + (policy.fresh_for - age) + datetime.resolution)
        case Never():
            pass
        case _:
            assert_never(fresh)
    return _first_change(now, changes, schedule, fresh, policy, decided)


def _first_change(
    now: datetime,
    changes: set[datetime],
    schedule: Schedule | None,
    fresh: Freshness,
    policy: Policy,
    decided: frozenset[Occurrence],
) -> datetime | None:
    state = room_state(now, schedule, fresh, policy, decided)
    coming = (at for at in sorted(changes) if at > now)
    return next(
        (at for at in coming if room_state(at, schedule, aged(fresh, at - now), policy, decided) != state), None
    )


def awaited(state: RoomState) -> Meeting | None:
    """The meeting that somebody has to check in to, as far as is known."""
    match state:
        case CheckInPending(meeting=meeting):
            return meeting
        case Unknown(last_known=CheckInPending(meeting=meeting)):
            return meeting
        case _:
            return None


def current_span(state: RoomState) -> Interval | None:
    """The meeting in the room, as an interval, where there is one."""
    match state:
        case CheckInPending(meeting=meeting, until=until):
            return meeting.interval if until > meeting.interval.start else None
        case Busy(meeting=meeting) | EndingSoon(meeting=meeting) | Held(meeting=meeting):
            return meeting.interval
        case Unknown(last_known=known) if known is not None:
            return current_span(known)
        case _:
            return None
