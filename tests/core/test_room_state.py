from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.freshness import Freshness, Live, Never, Offline, Stale, aged, freshness, is_trusted
from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.interval import Interval
from roomdisplay.core.policy import Policy
from roomdisplay.core.room_state import (
    Busy,
    CheckInPending,
    Closed,
    EndingSoon,
    Free,
    FreeSoon,
    Held,
    OutOfService,
    Unknown,
    current_span,
    next_change_at,
    room_state,
)
from roomdisplay.core.schedule import Schedule
from tests.core.strategies import NOON, WINDOW, at, freshnesses, instants, meeting, minutes, policies, rules, schedules

LIVE = Live(age=timedelta())
POLICY = Policy()


@given(schedules(), instants(), freshnesses(), rules(), st.lists(st.floats(0, 1, exclude_max=True), max_size=6))
def test_constant_until_the_next_change_and_different_at_it(
    schedule: Schedule, now: datetime, fresh: Freshness, policy: Policy, fractions: list[float]
) -> None:
    state = room_state(now, schedule, fresh, policy)
    change = next_change_at(now, schedule, fresh, policy)
    span = (change or WINDOW.end) - now
    for fraction in [*fractions, 0.0]:
        passed = min(span * fraction, span - datetime.resolution)
        assert room_state(now + passed, schedule, aged(fresh, passed), policy) == state
    if change is not None:
        assert change > now
        before = span - datetime.resolution
        assert room_state(now + before, schedule, aged(fresh, before), policy) == state
        assert room_state(change, schedule, aged(fresh, span), policy) != state


@given(st.one_of(st.none(), schedules()), instants(), freshnesses(), rules())
def test_never_free_from_old_data(schedule: Schedule | None, now: datetime, fresh: Freshness, policy: Policy) -> None:
    state = room_state(now, schedule, fresh, policy)
    age = None if isinstance(fresh, Never) else fresh.age
    if schedule is None or age is None or age > policy.fresh_for:
        assert isinstance(state, Unknown | Held | Closed | OutOfService)


@given(schedules(), instants(), policies())
def test_the_state_says_what_the_schedule_says(schedule: Schedule, now: datetime, policy: Policy) -> None:
    state = room_state(now, schedule, LIVE, policy)
    current = schedule.current(now)
    assert current_span(state) == (current.interval if current else None)
    match state:
        case Free(until=until):
            assert current is None
            assert until is None or until - now > policy.soon
        case FreeSoon(until=until):
            assert current is None
            assert timedelta() < until - now <= policy.soon
        case Busy(meeting=meeting, until=until):
            assert meeting == current
            assert until - now > policy.ending
        case EndingSoon(meeting=meeting, until=until):
            assert meeting == current
            assert timedelta() < until - now <= policy.ending
        case Held(meeting=meeting):
            assert meeting == current
            assert meeting.is_held
        case CheckInPending(meeting=meeting, until=until):
            assert policy.check_in
            assert meeting == current or (current is None and until == meeting.interval.start)
            assert meeting.interval.start - now <= policy.check_in_opens
            assert meeting.is_attended
            assert not meeting.is_all_day
        case Unknown():
            pytest.fail("a live schedule is known")
        case Closed() | OutOfService():
            pytest.fail("this room is always open")


@pytest.mark.parametrize("now", [WINDOW.start - minutes(1), WINDOW.end, WINDOW.end + timedelta(days=3)])
def test_outside_its_window_a_schedule_says_nothing(now: datetime) -> None:
    schedule = Schedule.of(WINDOW, [])
    assert room_state(now, schedule, LIVE, POLICY) == Unknown(last_known=None)
    if now < WINDOW.start:
        assert next_change_at(now, schedule, LIVE, POLICY) == WINDOW.start


def test_the_window_running_out_is_a_change() -> None:
    policy = Policy(fresh_for=timedelta(days=9))
    assert next_change_at(NOON, Schedule.of(WINDOW, []), LIVE, policy) == WINDOW.end


def test_a_day() -> None:
    schedule = Schedule.of(WINDOW, [meeting(at(10), at(11), "a"), meeting(at(11), at(12), "b")])

    def state(hour: int, minute: int, second: int = 0) -> str:
        return type(room_state(at(hour, minute, second), schedule, LIVE, POLICY)).__name__

    assert state(9, 44, 59) == "Free"
    assert state(9, 45) == "FreeSoon"
    assert state(10, 0) == "Busy"
    assert state(10, 58) == "Busy"  # the room is not free at 11
    assert state(11, 55) == "EndingSoon"
    assert state(12, 0) == "Free"


def test_a_booking_held_here_is_shown_however_old_the_schedule() -> None:
    held = Schedule.of(WINDOW, [replace(meeting(at(10), at(11), own="b"), is_held=True)])
    assert isinstance(room_state(at(10, 5), held, Offline(age=timedelta(hours=2)), POLICY), Held)
    assert room_state(at(11), held, Offline(age=timedelta(hours=2)), POLICY) == Unknown(last_known=Free(until=None))


@given(st.one_of(st.none(), st.timedeltas(timedelta(), timedelta(days=2))), st.booleans())
def test_freshness(age: timedelta | None, failing: bool) -> None:
    fresh = freshness(age, failing, POLICY.fresh_for)
    assert is_trusted(fresh, POLICY.fresh_for) == (age is not None and age <= POLICY.fresh_for)
    match fresh:
        case Never():
            assert age is None
        case Offline():
            assert failing
        case Live():
            assert not failing
            assert is_trusted(fresh, POLICY.fresh_for)
        case Stale():
            assert not failing
            assert not is_trusted(fresh, POLICY.fresh_for)


def test_without_a_schedule_nothing_changes_by_itself() -> None:
    assert room_state(NOON, None, Never(), POLICY) == Unknown(last_known=None)
    assert next_change_at(NOON, None, Never(), POLICY) is None
    assert current_span(Unknown(last_known=None)) is None
    assert Interval(NOON, NOON).duration == timedelta()


# ── open hours, and out of service ────────────────────────────────────────────────────────────────────────────────────

OFFICE = OpenHours(week=(Opening(opens=time(8), closes=time(18)),) * 5 + (None, None), zone=ZoneInfo("UTC"))
OPEN = Policy(hours=OFFICE)
EMPTY = Schedule.of(WINDOW, [])


def test_a_day_with_open_hours() -> None:
    late = Schedule.of(WINDOW, [meeting(at(17, 30), at(18, 30), "late")])
    assert room_state(at(7, 59), EMPTY, LIVE, OPEN) == Closed(until=at(8))
    assert room_state(at(8), EMPTY, LIVE, OPEN) == Free(until=at(18))
    assert room_state(at(17, 50), EMPTY, LIVE, OPEN) == FreeSoon(until=at(18))
    assert isinstance(room_state(at(18, 10), late, LIVE, OPEN), Busy)  # a meeting in progress still shows
    assert room_state(at(18, 30), late, LIVE, OPEN) == Closed(until=at(8) + timedelta(days=1))
    assert next_change_at(at(18), EMPTY, LIVE, OPEN) == at(8) + timedelta(days=1)


def test_closed_needs_no_schedule_and_no_connection() -> None:
    assert room_state(at(7), None, Never(), OPEN) == Closed(until=at(8))
    assert next_change_at(at(7), None, Never(), OPEN) == at(8)
    assert room_state(at(7), EMPTY, Offline(age=timedelta(days=3)), OPEN) == Closed(until=at(8))
    assert room_state(at(9), EMPTY, Offline(age=timedelta(days=3)), OPEN) == Unknown(last_known=Free(until=at(18)))


def test_a_room_that_never_opens() -> None:
    never = Policy(hours=OpenHours(week=(None,) * 7, zone=ZoneInfo("UTC")))
    assert room_state(at(12), EMPTY, LIVE, never) == Closed(until=None)


@given(schedules(), instants(), freshnesses(), rules())
def test_free_means_open_and_in_service(schedule: Schedule, now: datetime, fresh: Freshness, policy: Policy) -> None:
    state = room_state(now, schedule, fresh, policy)
    if isinstance(state, Free | FreeSoon):
        assert not policy.out_of_service
        assert policy.hours is None or policy.hours.is_open(now)
        closes = None if policy.hours is None else policy.hours.closes_at(now)
        assert closes is None or closes > WINDOW.end or (state.until is not None and state.until <= closes)
    assert isinstance(state, OutOfService) == bool(policy.out_of_service)
    if isinstance(state, Closed):
        assert schedule.current(now) is None
        assert policy.hours is not None
        assert not policy.hours.is_open(now)
