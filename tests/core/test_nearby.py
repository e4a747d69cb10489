"""The rooms near by: when they are asked about, and what was told means to somebody who needs one now."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.core import offers
from roomdisplay.core.interval import Interval, floor_minute
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.nearby import (
    MOST_AT_ONCE,
    REFRESH_EVERY,
    Availability,
    FreeLater,
    FreeNow,
    NotKnown,
    Survey,
    Taken,
    best_first,
    outlook,
)
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule
from tests.core.strategies import MINUTE, NOON, WINDOW, at, instants, policies, schedules

FRESH = timedelta(minutes=5)
ROOMS = tuple(f"r{n}@example.com" for n in range(45))


# ── what a schedule means ─────────────────────────────────────────────────────────────────────────────────────────────


@given(instants(), schedules(), policies())
def test_what_is_called_free_is_free_and_long_enough(now: datetime, schedule: Schedule, policy: Policy) -> None:
    match outlook(now, schedule, policy):
        case FreeNow(until=until):
            assert schedule.current(now) is None
            start = now
        case FreeLater(start=start, until=until):
            assert start > now
        case Taken():
            assert all(g.duration < policy.shortest for g in schedule.free(Interval(floor_minute(now), WINDOW.end)))
            return
        case NotKnown():
            raise AssertionError("it is known")
    end = WINDOW.end if until is None else until
    assert schedule.free(Interval(start, end)) == (Interval(start, end),)
    assert until is None or any(m.interval.start == until for m in schedule.occupying)
    assert end - floor_minute(start) >= policy.shortest
    # and nothing as long comes before it
    before = schedule.free(Interval(floor_minute(now), start)) if start > floor_minute(now) else ()
    assert all(gap.duration < policy.shortest for gap in before if gap.end < start)


@given(instants(), schedules(), policies())
def test_what_can_be_booked_now_is_called_free_now(now: datetime, schedule: Schedule, policy: Policy) -> None:
    if offers.book_offers(now, schedule, policy):
        assert isinstance(outlook(now, schedule, policy), FreeNow)


@pytest.mark.parametrize("schedule", [None, Schedule.of(Interval(NOON - 2 * MINUTE, NOON - MINUTE), ())])
def test_what_was_not_told_is_not_known(schedule: Schedule | None) -> None:
    assert outlook(NOON, schedule, Policy()) == NotKnown()


@given(st.lists(schedules(max_size=6) | st.none(), max_size=8))
def test_the_best_come_first_and_among_equals_the_nearest(found: list[Schedule | None]) -> None:
    known = {ROOMS[n]: outlook(NOON, schedule, Policy()) for n, schedule in enumerate(found)}
    ranked = [known[address] for address in best_first(known)]
    kinds = [FreeNow, FreeLater, Taken, NotKnown]
    assert [kinds.index(type(o)) for o in ranked] == sorted(kinds.index(type(o)) for o in ranked)
    starts = [o.start for o in ranked if isinstance(o, FreeLater)]
    assert starts == sorted(starts)
    for kind in (FreeNow, Taken, NotKnown):
        same = [address for address in best_first(known) if isinstance(known[address], kind)]
        assert same == [address for address in known if address in same]
    assert sorted(best_first(known)) == sorted(known)


# ── when to ask ───────────────────────────────────────────────────────────────────────────────────────────────────────


def told(*addresses: str) -> list[Availability]:
    return [Availability(address=a, schedule=Schedule.of(WINDOW, ())) for a in addresses]


def test_nobody_wants_to_know() -> None:
    assert Survey().due_at(100.0) is None
    assert Survey().opened(100.0).closed().due_at(100.0) is None


def test_a_round_asks_about_every_room_once_and_the_next_comes_a_minute_later() -> None:
    survey = Survey().opened(100.0)
    asked: list[str] = []
    while survey.due_at(101.0) == 101.0:
        survey = survey.asking(101.0, ROOMS)
        now = survey.left[:MOST_AT_ONCE]
        asked += now
        survey = survey.answered(101.0, now, told(*now))
    assert tuple(asked) == ROOMS
    assert survey.due_at(102.0) == 101.0 + REFRESH_EVERY
    assert all(survey.known(address, 102.0, FRESH) is not None for address in ROOMS)


def test_whoever_comes_soon_after_is_told_the_same_and_later_ones_are_not() -> None:
    survey = Survey().opened(0.0).asking(0.0, ROOMS[:2]).answered(0.0, ROOMS[:2], told(*ROOMS[:2])).closed()
    assert survey.opened(30.0).due_at(30.0) == REFRESH_EVERY
    assert survey.opened(30.0).known(ROOMS[0], 30.0, FRESH) is not None
    assert survey.opened(90.0).due_at(90.0) == 90.0
    assert survey.opened(90.0).told == ()


def test_a_question_that_fails_ends_the_round_and_keeps_what_was_told() -> None:
    survey = Survey().opened(0.0).asking(0.0, ROOMS).answered(0.0, ROOMS[:20], told(*ROOMS[:20])).unanswered()
    assert survey.failing
    assert survey.due_at(1.0) == REFRESH_EVERY
    assert survey.known(ROOMS[0], 1.0, FRESH) is not None
    assert survey.known(ROOMS[20], 1.0, FRESH) is None
    assert not survey.asking(60.0, ROOMS).answered(60.0, ROOMS[:20], told(*ROOMS[:20])).failing


def test_what_is_too_old_is_not_known() -> None:
    survey = Survey().opened(0.0).asking(0.0, ROOMS[:1]).answered(0.0, ROOMS[:1], told(ROOMS[0]))
    assert survey.known(ROOMS[0], 300.0, FRESH) is not None
    assert survey.known(ROOMS[0], 300.1, FRESH) is None


def test_a_booking_changes_what_was_told_of_its_room_alone() -> None:
    survey = Survey().opened(0.0).asking(0.0, ROOMS[:2]).answered(0.0, ROOMS[:2], told(*ROOMS[:2]))
    made = Meeting(id="e", interval=Interval(at(12), at(13)), subject=None, organizer=None)
    changed = survey.changed(ROOMS[1], lambda schedule: schedule.with_meeting(made))
    assert outlook(NOON, changed.known(ROOMS[0], 1.0, FRESH), Policy()) == FreeNow(until=None)
    assert outlook(NOON, changed.known(ROOMS[1], 1.0, FRESH), Policy()) == FreeLater(start=at(13), until=None)
    assert survey.changed("elsewhere@example.com", lambda schedule: schedule.with_meeting(made)) == survey
