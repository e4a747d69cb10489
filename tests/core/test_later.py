"""Booking ahead: whatever the steps lead to may be booked."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.bookable import objection
from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.interval import Interval
from roomdisplay.core.later import GRID, Slot, nearest, slot_of, slots
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from tests.core.strategies import WINDOW, at, instants, intervals, meeting, minutes, rules, schedules

ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("UTC"))
HALF_HOURS_OFF = replace(ROOM, zone=ZoneInfo("Asia/Kathmandu"))
POLICY = Policy()
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("start"), st.sampled_from([1, -1])),
        st.tuples(st.just("end"), st.sampled_from([1, -1])),
        st.tuples(st.just("length"), st.integers(0, 4)),
    ),
    max_size=30,
)


def stepped(slot: Slot, chosen: Interval, step: tuple[str, int]) -> Interval:
    match step:
        case "start", by:
            return slot.with_start(chosen, by)
        case "end", by:
            return slot.with_end(chosen, by)
        case _, number if slot.lengths:
            return slot.with_length(chosen, slot.lengths[number % len(slot.lengths)])
        case _:
            return chosen


@given(schedules(), instants(900), rules(), st.sampled_from([ROOM, HALF_HOURS_OFF]), st.sampled_from([0, 1]), STEPS)
def test_whatever_the_steps_lead_to_may_be_booked(
    schedule: Schedule, now: datetime, policy: Policy, room: Room, day: int, steps: Sequence[tuple[str, int]]
) -> None:
    busy = [m.interval for m in schedule.occupying]
    for slot in slots(now, schedule, policy, room, day):
        chosen = slot.first(now)
        for step in (None, *steps):
            chosen = chosen if step is None else stepped(slot, chosen, step)
            assert slot.holds(chosen)
            assert slot_of(chosen, [slot]) is slot
            assert objection(chosen, now, busy, policy, room.zone) is None


@given(schedules(), instants(900), rules(), STEPS, st.sampled_from([1, -1]))
def test_a_step_leads_where_it_says_or_nowhere(
    schedule: Schedule, now: datetime, policy: Policy, steps: Sequence[tuple[str, int]], by: int
) -> None:
    for slot in slots(now, schedule, policy, ROOM, 0):
        chosen = slot.first(now)
        for step in steps:
            chosen = stepped(slot, chosen, step)
        start, end = slot.with_start(chosen, by).start, slot.with_end(chosen, by).end
        assert timedelta() <= (start - chosen.start) * by <= GRID
        assert (end - chosen.end) * by <= GRID
        assert slot.with_end(chosen, by).start == chosen.start


@given(schedules(), instants(900), rules(), intervals())
def test_what_was_lost_is_replaced_by_what_can_be_had(
    schedule: Schedule, now: datetime, policy: Policy, wanted: Interval
) -> None:
    among = slots(now, schedule, policy, ROOM, 0)
    found = nearest(wanted, among)
    assert (found is None) == (not among)
    if found is not None:
        assert slot_of(found, among) is not None
        if slot_of(wanted, among) is not None:
            assert found == wanted


@given(schedules(), instants(900), rules())
def test_the_free_times_of_a_day_are_apart_and_in_it(schedule: Schedule, now: datetime, policy: Policy) -> None:
    for day in (0, 1):
        among = slots(now, schedule, policy, ROOM, day)
        for slot, following in pairwise(among):
            assert slot.interval.end <= following.interval.start
        assert {s.interval.start.date() for s in among} <= {(now + timedelta(days=day)).date()}


# ── by hand ───────────────────────────────────────────────────────────────────────────────────────────────────────────

OFFICE = Policy(hours=OpenHours(week=(Opening(opens=time(8), closes=time(18)),) * 7, zone=ZoneInfo("UTC")))
BUSY = (meeting(at(9), at(10, 20), "a"), meeting(at(11, 40), at(13), "b"), meeting(at(13), at(17, 50), "c"))
SCHEDULE = Schedule.of(WINDOW, BUSY)


def said(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval.start:%H:%M} {interval.end:%H:%M}"


def free(clock: tuple[int, int], policy: Policy = OFFICE, day: int = 0) -> list[str]:
    return [said(slot.interval) for slot in slots(at(*clock), SCHEDULE, policy, ROOM, day)]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ((7, 0), ["08:00 09:00", "10:20 11:40", "17:50 18:00"]),
        ((8, 56), ["10:20 11:40", "17:50 18:00"]),
        ((10, 31), ["10:31 11:40", "17:50 18:00"]),
        ((17, 56), []),
        ((19, 0), []),
    ],
)
def test_the_free_times_of_today(clock: tuple[int, int], expected: list[str]) -> None:
    assert free(clock) == expected


def test_tomorrow_is_booked_only_where_the_rules_look_so_far_ahead() -> None:
    assert free((10, 0), day=1) == ["08:00 18:00"]
    assert free((10, 0), replace(OFFICE, lead_days=0), day=1) == []
    assert free((10, 0), replace(OFFICE, out_of_service="It is being painted."), day=1) == []


def test_buffers_are_kept() -> None:
    assert free((7, 0), replace(OFFICE, buffer_after=minutes(10))) == ["08:00 08:50", "10:30 11:30"]


def slot_at(hour: int, minute: int, policy: Policy = OFFICE, now: datetime | None = None) -> Slot:
    among = slots(now or at(7), SCHEDULE, policy, ROOM, 0)
    return next(s for s in among if s.interval.contains(at(hour, minute)))


@pytest.mark.parametrize(
    ("now", "within", "expected"),
    [
        (at(7), (8, 0), "08:00 08:30"),
        (at(8, 2), (8, 30), "08:15 08:45"),  # it is free now: later begins with the next quarter of an hour
        (at(8, 50), (8, 55), "08:50 09:00"),  # for which no time is left
        (at(7), (10, 30), "10:20 10:50"),
        (at(7), (17, 55), "17:50 18:00"),
    ],
)
def test_what_is_chosen_at_first(now: datetime, within: tuple[int, int], expected: str) -> None:
    assert said(slot_at(*within, now=now).first(now)) == expected


def test_the_start_moves_along_the_quarters_and_takes_the_end_with_it() -> None:
    slot = slot_at(10, 30)
    chosen, seen = slot.first(at(7)), list[str]()
    for _ in range(6):
        chosen = slot.with_start(chosen, 1)
        seen.append(said(chosen))
    assert seen == ["10:30 11:00", "10:45 11:15", "11:00 11:30", "11:15 11:40", "11:30 11:40", "11:30 11:40"]
    assert said(slot.with_start(slot.with_start(Interval(at(10, 30), at(11)), -1), -1)) == "10:20 10:50"


def test_the_end_moves_along_the_quarters_and_never_crosses_the_start() -> None:
    slot = slot_at(10, 30)
    chosen, seen = slot.first(at(7)), list[str]()
    for by in (1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1):
        chosen = slot.with_end(chosen, by)
        seen.append(f"{chosen.end:%H:%M}")
    assert seen == ["11:00", "11:15", "11:30", "11:40", "11:40", "11:30", "11:15", "11:00", "10:45", "10:30", "10:25"]


def test_nothing_is_longer_than_the_longest() -> None:
    slot = slot_at(8, 0, replace(OFFICE, longest=minutes(40)))
    assert said(slot.with_end(slot.first(at(7)), 1)) == "08:00 08:40"
    assert slot.lengths == (minutes(15), minutes(30))


def test_a_length_that_ends_too_late_begins_earlier() -> None:
    slot = slot_at(10, 30)
    assert said(slot.with_length(Interval(at(11, 15), at(11, 30)), minutes(60))) == "10:40 11:40"


def test_the_nearest_of_what_is_left() -> None:
    among = slots(at(7), SCHEDULE, OFFICE, ROOM, 0)
    assert said(nearest(Interval(at(9), at(9, 30)), among)) == "08:30 09:00"
    assert said(nearest(Interval(at(12), at(12, 30)), among)) == "11:10 11:40"
    assert nearest(Interval(at(12), at(12, 30)), ()) is None
