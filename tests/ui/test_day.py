"""Where things stand on the rail."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.core.meeting import Meeting
from roomdisplay.gallery.states import DAY, STATES, meeting, own, state
from roomdisplay.ui.day import LEAST_SHOWN, BlockRow, derive_day, side_by_side
from roomdisplay.ui.props import derive_props
from roomdisplay.ui.viewmodels.locale import known_locale, wording
from roomdisplay.ui.wording import ENGLISH


def blocks(*meetings: Meeting, clock: str = "10:02") -> list[BlockRow]:
    props = derive_props(state(clock, meetings))
    return list(derive_day(props.today, props, ENGLISH).blocks)


def test_places_are_hours_since_midnight() -> None:
    [block] = blocks(meeting("13:30", "15:00"))
    assert (block.at, block.span) == (13.5, 1.5)


def test_a_meeting_without_length_is_drawn_all_the_same() -> None:
    [block] = blocks(meeting("13:30", "13:30"))
    assert (block.at, block.span) == (13.5, 0.25)


def test_what_reaches_over_midnight_is_cut_to_the_day() -> None:
    [block] = blocks(meeting("22:00", "6:00", end_day=25))
    assert (block.at, block.span) == (22.0, 2.0)
    props = derive_props(state(meetings=(meeting("22:00", "6:00", end_day=25),)))
    [tomorrow] = derive_day(props.tomorrow, props, ENGLISH).blocks
    assert (tomorrow.at, tomorrow.span) == (0.0, 6.0)


@pytest.mark.parametrize(
    ("clock", "tones"),
    [("8:00", ["coming", "coming"]), ("9:30", ["current", "coming"]), ("12:00", ["past", "coming"])],
)
def test_past_current_coming(clock: str, tones: list[str]) -> None:
    assert [b.tone for b in blocks(meeting("9:00", "10:00"), meeting("13:00", "14:00"), clock=clock)] == tones


def test_a_private_meeting_has_a_lock_and_no_words() -> None:
    [block] = blocks(meeting("13:00", "14:00", "Secret", is_private=True))
    assert (block.title, block.detail, block.is_private) == ("Private meeting", "13:00 – 14:00", True)
    assert block.name == "Private meeting, 13:00 to 14:00"


def test_a_held_booking_says_so() -> None:
    props = derive_props(STATES["held"])
    held = next(b for b in derive_day(props.today, props, ENGLISH).blocks if b.held)
    assert held.detail == "10:02 – 10:32 · not yet confirmed"


def test_overlapping_meetings_stand_side_by_side() -> None:
    shown = blocks(
        meeting("9:00", "12:00", "a"),
        meeting("9:30", "10:00", "b"),
        meeting("10:00", "11:00", "c"),
        meeting("12:00", "13:00", "d"),
    )
    assert [(b.title, b.place, b.columns) for b in shown] == [("a", 0, 2), ("b", 1, 2), ("c", 1, 2), ("d", 0, 1)]


@given(st.lists(st.tuples(st.integers(0, 95), st.integers(0, 40)), max_size=30))
def test_nothing_is_ever_drawn_over_something_else(quarters: list[tuple[int, int]]) -> None:
    start = derive_props(state(meetings=DAY)).today.start
    made = tuple(
        own("10:00", "10:00", id=str(i)) for i in range(len(quarters))
    )  # their places are overwritten below: only ids matter
    props = derive_props(state(meetings=made)).today.meetings
    from msgspec.structs import replace

    moved = [
        replace(p, start=start + timedelta(minutes=15 * q), end=start + timedelta(minutes=15 * q + 5 * n))
        for p, (q, n) in zip(props, quarters, strict=True)
    ]
    places = side_by_side(moved, LEAST_SHOWN)
    assert set(places) == {m.id for m in moved}
    for i, a in enumerate(moved):
        assert 0 <= places[a.id][0] < places[a.id][1]
        for b in moved[i + 1 :]:
            a_end, b_end = max(a.end, a.start + LEAST_SHOWN), max(b.end, b.start + LEAST_SHOWN)
            if max(a.start, b.start) < min(a_end, b_end):
                assert places[a.id][0] != places[b.id][0]
                assert places[a.id][1] == places[b.id][1]


def test_all_day_events_stand_apart() -> None:
    props = derive_props(STATES["overlap"])
    shown = derive_day(props.today, props, ENGLISH)
    assert [r.title for r in shown.all_day] == ["Open house"]
    assert "Open house" not in [b.title for b in shown.blocks]
    assert shown.gaps == ()


def test_gaps_are_labelled() -> None:
    props = derive_props(STATES["free"])
    shown = derive_day(props.today, props, ENGLISH)
    assert [g.label for g in shown.gaps] == [
        "Free 10:02 – 11:30",
        "Free 12:30 – 13:00",
        "Free 14:00 – 15:00",
        "Free from 15:30",
    ]
    empty = derive_props(state(meetings=()))
    assert [g.label for g in derive_day(empty.tomorrow, empty, ENGLISH).gaps] == ["Free all day"]


def test_many_all_day_events_leave_room_for_the_day() -> None:
    many = [meeting("0:00", "0:00", f"No {i}", end_day=25, is_all_day=True, id=str(i)) for i in range(5)]
    props = derive_props(state(meetings=many))
    assert [r.title for r in derive_day(props.today, props, ENGLISH).all_day] == ["No 0", "No 1", "and 3 more"]


def test_hours_of_a_twelve_hour_clock_are_short() -> None:
    props = derive_props(STATES["free"])
    hours = derive_day(props.today, props, wording(known_locale("en_US"))).hours
    assert list(hours[9:14]) == ["9\u00a0AM", "10\u00a0AM", "11\u00a0AM", "12\u00a0PM", "1\u00a0PM"]
