"""Check-in: which meetings somebody has to claim at the door, and when one that nobody claimed may be released.

One rule guards every release: the panel has asked for this meeting, at this start, on a screen that told the truth, for
`PATIENCE` without interruption. Whatever casts doubt on that begins it anew: a restart, a schedule that is not live, a
failed request, a jump of the clock or one that differs from Office 365's, a sleep, a meeting that was moved or has only
just been learned of, another meeting in its place on screen.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from roomdisplay.core.interval import Instant
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule

PATIENCE = timedelta(minutes=2)
LONG = timedelta(hours=8)
"""A meeting of this length or more needs no check-in: people come and go."""
SHORT_NOTICE = timedelta(hours=2)
"""Whoever books this shortly before the start is as good as there."""
LEAD = timedelta(minutes=5)
"""So long before check-in opens it is found out when a meeting was made."""
WRONG = timedelta(seconds=30)
"""A clock that differs from Office 365's by more is not synchronised."""
JUMP = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(seconds=60)
"""Without a step for longer, nobody has looked after the screen."""


class Occurrence(Struct, frozen=True, kw_only=True):
    """One meeting at one time: moved, it is another."""

    event_id: str
    start: datetime


class Asking(Struct, frozen=True, kw_only=True):
    """The screen has asked for this check-in since then, without interruption."""

    occurrence: Occurrence
    since: Instant

    def release_at(self, policy: Policy) -> datetime:
        """When nobody's check-in releases the room, if nothing comes in between."""
        return max(self.occurrence.start + policy.release_after, self.since.wall + PATIENCE)


def occurrence(meeting: Meeting) -> Occurrence:
    return Occurrence(event_id=meeting.id, start=meeting.interval.start)


def awaits(meeting: Meeting, policy: Policy, decided: frozenset[Occurrence]) -> bool:
    """Has somebody to check in to it? Not where it is unknown when it was made."""
    return (
        _is_subject(meeting, policy)
        and meeting.created_at is not None
        and meeting.created_at <= meeting.interval.start - SHORT_NOTICE
        and occurrence(meeting) not in decided
    )


def lacks_creation(now: datetime, schedule: Schedule, policy: Policy) -> bool:
    """Is it time to find out when a meeting was made?"""
    return any(
        meeting.created_at is None
        and meeting.interval.start - policy.check_in_opens - LEAD <= now < meeting.interval.end
        and _is_subject(meeting, policy)
        for meeting in schedule.occupying
    )


def _is_subject(meeting: Meeting, policy: Policy) -> bool:
    return policy.check_in and meeting.is_attended and not meeting.is_all_day and meeting.interval.duration < LONG


def is_synchronised(told_at: datetime | None, sent_at: datetime, now: datetime) -> bool:
    """Does the panel's clock agree with Office 365's, which said `told_at` between `sent_at` and `now`?"""
    return told_at is not None and sent_at - WRONG <= told_at <= now + WRONG


def undisturbed(asking: Asking | None, before: Instant, now: Instant) -> Asking | None:
    """None where the clock has jumped since it began, or nothing ran for a while."""
    if asking is None:
        return None
    passed = timedelta(seconds=now.mono - asking.since.mono)
    if abs(now.wall - asking.since.wall - passed) > JUMP or now.mono - before.mono > LONGEST_PAUSE.total_seconds():
        return None
    return asking


def still_asking(asking: Asking | None, meeting: Meeting | None, now: Instant) -> Asking | None:
    """`meeting` is what the screen, which can be trusted, asks for now."""
    if meeting is None:
        return None
    asked = occurrence(meeting)
    return asking if asking is not None and asking.occurrence == asked else Asking(occurrence=asked, since=now)
