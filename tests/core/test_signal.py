"""What the status light says, as a table: a colour and a way of burning for each state."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.freshness import Freshness, Live, Never, Offline, Stale
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.room_state import (
    Busy,
    CheckInPending,
    Closed,
    EndingSoon,
    Free,
    FreeSoon,
    Held,
    OutOfService,
    RoomState,
    Unknown,
)
from roomdisplay.core.signal import (
    AMBER,
    BECKON,
    BLIP,
    BLUE,
    DARK,
    FLASH,
    GREEN,
    PULSE,
    RED,
    STEADY,
    WHITE,
    WINK,
    Colour,
    Pattern,
    signal,
)

TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
ELEVEN = TEN + timedelta(hours=1)
MEETING = Meeting(id="m", interval=Interval(TEN, ELEVEN), subject="Forecast", organizer=None)
LIVE, OFFLINE = Live(age=timedelta(seconds=5)), Offline(age=timedelta(minutes=2))

STATES: list[tuple[RoomState, Colour, Pattern]] = [
    (Free(until=None), GREEN, STEADY),
    (FreeSoon(until=ELEVEN), AMBER, PULSE),
    (Busy(meeting=MEETING, until=ELEVEN), RED, STEADY),
    (EndingSoon(meeting=MEETING, until=ELEVEN), RED, STEADY),
    (Held(meeting=MEETING, until=ELEVEN), RED, STEADY),
    (CheckInPending(meeting=MEETING, until=TEN), BLUE, BECKON),
    (CheckInPending(meeting=MEETING, until=ELEVEN), AMBER, BECKON),
    (Closed(until=None), DARK, STEADY),
    (OutOfService(), RED, BLIP),
    (Unknown(last_known=None), WHITE, BLIP),
    (Unknown(last_known=Free(until=None)), WHITE, BLIP),
    (Unknown(last_known=Busy(meeting=MEETING, until=ELEVEN)), WHITE, BLIP),
]
IDS = [
    *("free", "soon", "busy", "ending", "held", "check-in", "unclaimed", "closed", "out-of-service"),
    *("never-known", "unknown-free", "unknown-busy"),
]


@pytest.mark.parametrize(("state", "colour", "pattern"), STATES, ids=IDS)
def test_each_state_has_its_light(state: RoomState, colour: Colour, pattern: Pattern) -> None:
    said = signal(state, LIVE, emergency=False)
    assert (said.colour, said.pattern) == (colour, pattern)


@pytest.mark.parametrize(("state", "colour", "pattern"), STATES, ids=IDS)
def test_without_a_connection_what_burns_steadily_winks(state: RoomState, colour: Colour, pattern: Pattern) -> None:
    said = signal(state, OFFLINE, emergency=False)
    assert said.colour == colour
    assert said.pattern == (WINK if pattern is STEADY and colour != DARK else pattern)


freshnesses = st.sampled_from([LIVE, OFFLINE, Stale(age=timedelta(hours=1)), Never()])
states = st.sampled_from([state for state, _, _ in STATES])


@given(state=states, fresh=freshnesses)
def test_an_emergency_comes_first(state: RoomState, fresh: Freshness) -> None:
    said = signal(state, fresh, emergency=True)
    assert (said.colour, said.pattern) == (RED, FLASH)


@given(state=states, fresh=freshnesses)
def test_no_light_says_free_where_that_is_not_known(state: RoomState, fresh: Freshness) -> None:
    said = signal(state, fresh, emergency=False)
    assert (said.colour == GREEN) == isinstance(state, Free)


def test_states_that_are_to_be_told_apart_differ_in_how_they_burn_as_well() -> None:
    """Red and green differ in hue for everybody (the green is bluish); amber and blue differ from both by burning."""
    assert GREEN.blue > 0.3
    assert len({PULSE, BECKON, WINK, BLIP, FLASH, STEADY}) == 6
    for _, colour, pattern in STATES:
        assert pattern is not STEADY or colour in (GREEN, RED, DARK)


@pytest.mark.parametrize("pattern", [STEADY, PULSE, BECKON, WINK, BLIP])
def test_nothing_but_an_emergency_flickers(pattern: Pattern) -> None:
    """WCAG 2.3.1: at most three flashes in any second; and a corridor is to stay calm."""
    lit = [burning for burning in pattern if burning.level == 1]
    assert len(lit) / sum(burning.seconds for burning in pattern) <= 1.01


def test_an_emergency_flashes_less_than_three_times_a_second() -> None:
    assert 1 / sum(burning.seconds for burning in FLASH) < 3


def test_a_colour_can_be_fainter() -> None:
    assert replace(AMBER, red=0.5, green=AMBER.green / 2) == AMBER.dimmed(0.5)
