from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.interval import Interval, union
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.schedule import Schedule
from tests.core.strategies import NOON, WINDOW, at, instants, intervals, meeting, meetings, schedules


@given(st.lists(meetings(), max_size=8).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found * 2))))
def test_page_order_and_duplicates_never_change_the_result(lists: tuple[list[Meeting], list[Meeting]]) -> None:
    once, shuffled = lists
    assert Schedule.of(WINDOW, shuffled) == Schedule.of(WINDOW, once)
    ids = [m.id for m in Schedule.of(WINDOW, once).meetings]
    assert len(ids) == len(set(ids))


@given(schedules(), intervals())
def test_busy_and_free_partition_any_window(schedule: Schedule, window: Interval) -> None:
    pieces = sorted([*schedule.busy(window), *schedule.free(window)])
    assert union(pieces) == ((window,) if window.duration else ())
    assert sum((p.duration for p in pieces), timedelta()) == window.duration


@given(schedules(), instants())
def test_now_is_either_in_a_meeting_or_free_until_the_next(schedule: Schedule, now: datetime) -> None:
    current, until = schedule.current(now), schedule.free_until(now)
    assert (current is not None) == any(m.interval.contains(now) for m in schedule.occupying)
    assert schedule.busy_until(now) > now if current else schedule.busy_until(now) == now
    if current is None and until is not None:
        assert not schedule.busy(Interval(now, until))
    if current is not None:
        end = schedule.busy_until(now)
        assert schedule.busy(Interval(now, end)) == (Interval(now, end),)
        assert not any(m.interval.contains(end) for m in schedule.occupying)


@pytest.mark.parametrize(
    "change",
    [
        {"is_cancelled": True},
        {"is_declined": True},
        {"show_as": ShowAs.FREE},
        {"show_as": ShowAs.WORKING_ELSEWHERE},
        {"interval": Interval(at(10), at(10))},
        {"interval": Interval(at(10), at(10)), "is_all_day": True},
        {"is_all_day": True, "show_as": ShowAs.FREE},
    ],
)
def test_what_does_not_occupy(change: dict[str, object]) -> None:
    schedule = Schedule.of(WINDOW, [replace(meeting(at(10), at(11)), **change)])
    assert schedule.occupying == ()
    assert schedule.current(at(10)) is None
    assert schedule.free_until(at(9)) is None
    assert not schedule.conflicts(Interval(at(9), at(12)))


@pytest.mark.parametrize("show_as", [ShowAs.BUSY, ShowAs.TENTATIVE, ShowAs.OOF, ShowAs.UNKNOWN])
def test_what_occupies(show_as: ShowAs) -> None:
    whole_day = replace(meeting(at(0), at(0) + timedelta(days=1)), show_as=show_as, is_all_day=True)
    assert Schedule.of(WINDOW, [whole_day]).current(NOON) == whole_day


def test_a_zero_length_meeting_is_kept_for_show() -> None:
    point = meeting(at(10), at(10))
    assert Schedule.of(WINDOW, [point]).shown == (point,)


@given(schedules(), intervals(), st.lists(meetings(), max_size=4))
def test_a_narrow_read_replaces_what_touches_it_and_nothing_else(
    schedule: Schedule, window: Interval, found: list[Meeting]
) -> None:
    found = [m for m in Schedule.of(window, found).meetings if m.interval.overlaps(WINDOW)]
    after = schedule.updated(window, found)
    assert after.window == schedule.window
    for m in found:
        assert m in after.meetings  # also where it was known before, elsewhere or in another version
    ids = {m.id for m in found}
    for m in schedule.meetings:
        touches = m.interval.overlaps(window) or (not m.interval.duration and window.contains(m.interval.start))
        assert (m in after.meetings) == (m in found or (not touches and m.id not in ids))


def test_a_meeting_that_moved_into_a_narrow_read_is_not_kept_in_two_versions() -> None:
    before = replace(meeting(at(14), at(15)), etag="9")
    after = replace(meeting(at(10), at(11)), etag="10")
    known = Schedule.of(WINDOW, [before]).updated(Interval(at(10), at(11)), [after])
    assert known.meetings == (after,)


@given(schedules(), meetings())
def test_with_and_without(schedule: Schedule, one: Meeting) -> None:
    assert one in schedule.with_meeting(one).meetings or not one.interval.overlaps(WINDOW)
    assert schedule.with_meeting(one).without(one.id) == schedule.without(one.id)
    assert all(m.id != one.id for m in schedule.without(one.id).meetings)


@given(schedules(), intervals())
def test_a_booking_never_conflicts_with_itself(schedule: Schedule, interval: Interval) -> None:
    everything = schedule.conflicts(interval)
    assert all(m.occupies and m.interval.overlaps(interval) for m in everything)
    assert schedule.conflicts(interval, "b1") == tuple(m for m in everything if m.booking_id != "b1")


def test_a_cancelled_event_is_no_longer_the_booking() -> None:
    gone = replace(meeting(at(10), at(11), own="b"), is_cancelled=True)
    assert Schedule.of(WINDOW, [gone]).find("b") is None


def test_of_several_meetings_the_room_belongs_to_the_last_to_start() -> None:
    long, short = meeting(at(9), at(17), "long"), meeting(at(10), at(11), "short")
    schedule = Schedule.of(WINDOW, [short, long])
    assert schedule.current(at(9, 30)) == long
    assert schedule.current(at(10, 30)) == short
    assert schedule.current(at(11)) == long


@pytest.mark.parametrize(
    ("change", "own"),
    [
        ({}, True),
        ({"has_attendees": True}, False),
        ({"is_organizer": False}, False),
        ({"booking_id": None}, False),
        ({"is_held": True}, True),
    ],
)
def test_whose_booking_it_is(change: dict[str, object], own: bool) -> None:
    assert replace(meeting(at(10), at(11), own="b"), **change).is_own is own


@given(meetings(), meetings(), meetings())
def test_precedence_is_a_strict_order(a: Meeting, b: Meeting, c: Meeting) -> None:
    if (a.created_at, a.id) != (b.created_at, b.id):
        assert a.precedes(b) != b.precedes(a)
    else:
        assert not a.precedes(b)
    if a.precedes(b) and b.precedes(c):
        assert a.precedes(c)
