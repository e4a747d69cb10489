"""The screen through the day: never dark where somebody needs it, and never lit for nobody outside its hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.interval import Instant
from roomdisplay.core.machine import Noticed, Started, State, Ticked, step, wake_at
from roomdisplay.core.pairing import CODE_LIFE
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.screen import Needs, Screen, brightness, screen, unpaired_screen

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [BERLIN, *(ZoneInfo(z) for z in ("America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"))]
NEVER, ALWAYS = (None,) * 7, (Opening(opens=time(), closes=time()),) * 7

openings = st.one_of(
    st.none(),
    st.tuples(st.integers(0, 1439), st.integers(1, 1440))
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: Opening(opens=time(*divmod(pair[0], 60)), closes=time(*divmod(pair[1] % 1440, 60)))),
)
policies = st.builds(
    Policy,
    on_hours=st.tuples(*[openings] * 7),
    off_outside_hours=st.booleans(),
    brightness=st.integers(10, 100),
    dimmed_brightness=st.integers(1, 100),
    wake_for=st.integers(1, 60).map(lambda n: timedelta(minutes=n)),
)
walls = st.integers(0, 6 * 366 * 86_400).map(lambda s: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=s))
instants = st.builds(Instant, wall=walls, mono=st.floats(0, 1e7))
zones = st.sampled_from(ZONES)
needs = st.builds(Needs, noticed_at=st.none() | st.floats(0, 1e7), emergency=st.booleans(), check_in=st.booleans())


def at(text: str, zone: ZoneInfo = BERLIN) -> Instant:
    return Instant(wall=datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC), mono=1000.0)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("05:59", Screen.DIMMED), ("06:00", Screen.LIT), ("21:59", Screen.LIT), ("22:00", Screen.DIMMED)],
)
def test_by_default_it_is_lit_from_six_to_ten_and_dimmed_outside(clock: str, expected: Screen) -> None:
    assert screen(at(f"2026-11-24T{clock}"), BERLIN, Policy(), Needs()) is expected


def test_outside_it_may_be_off_instead() -> None:
    assert screen(at("2026-11-24T23:00"), BERLIN, Policy(off_outside_hours=True), Needs()) is Screen.OFF


@pytest.mark.parametrize(
    ("day", "hours_lit"),
    [("2026-03-29", 16), ("2026-10-25", 16), ("2026-11-24", 16)],
    ids=["clocks forward", "clocks back", "ordinary"],
)
def test_the_hours_are_those_of_the_clock_on_the_wall_whatever_it_does(day: str, hours_lit: int) -> None:
    midnight = datetime.fromisoformat(day).replace(tzinfo=BERLIN).astimezone(UTC)
    lit = [
        midnight + timedelta(minutes=n)
        for n in range(25 * 60)
        if screen(Instant(wall=midnight + timedelta(minutes=n), mono=0.0), BERLIN, Policy(), Needs()) is Screen.LIT
        and (midnight + timedelta(minutes=n)).astimezone(BERLIN).date().isoformat() == day
    ]
    assert lit[0].astimezone(BERLIN).time() == time(6)
    assert lit[-1].astimezone(BERLIN).time() == time(21, 59)
    assert len(lit) == hours_lit * 60


def test_an_hour_that_comes_twice_is_lit_twice() -> None:
    policy = Policy(on_hours=(Opening(opens=time(2), closes=time(3)),) * 7)
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    assert [screen(Instant(wall=t, mono=0.0), BERLIN, policy, Needs()) for t in twice] == [Screen.LIT, Screen.LIT]


@given(now=instants, zone=zones, policy=policies, needs=needs)
def test_it_is_never_dark_with_an_emergency_or_a_check_in(
    now: Instant, zone: ZoneInfo, policy: Policy, needs: Needs
) -> None:
    assert screen(now, zone, policy, replace(needs, emergency=True)) is Screen.LIT
    assert screen(now, zone, policy, replace(needs, check_in=True)) is Screen.LIT


@given(now=instants, zone=zones, policy=policies, needs=needs, ago=st.floats(0, 1))
def test_whoever_is_noticed_lights_it_at_once_and_for_a_while(
    now: Instant, zone: ZoneInfo, policy: Policy, needs: Needs, ago: float
) -> None:
    lately = now.mono - ago * policy.wake_for.total_seconds() * 0.999
    assert screen(now, zone, policy, replace(needs, noticed_at=lately)) is Screen.LIT


@given(now=instants, zone=zones, policy=policies, ago=st.floats(1, 1e6))
def test_for_nobody_it_follows_its_hours_and_nothing_else(
    now: Instant, zone: ZoneInfo, policy: Policy, ago: float
) -> None:
    long_ago = now.mono - policy.wake_for.total_seconds() - ago
    shown = screen(now, zone, policy, Needs(noticed_at=long_ago))
    assert shown is screen(now, zone, policy, Needs())
    assert (shown is Screen.LIT) == OpenHours(week=policy.on_hours, zone=zone).is_open(now.wall)
    assert shown is not (Screen.DIMMED if policy.off_outside_hours else Screen.OFF)


@given(policy=policies)
def test_dimmed_is_never_brighter_than_lit_and_only_off_is_dark(policy: Policy) -> None:
    lit, dimmed, off = (brightness(s, policy) for s in (Screen.LIT, Screen.DIMMED, Screen.OFF))
    assert 1 >= lit >= dimmed > off == 0


# ── in the machine ────────────────────────────────────────────────────────────────────────────────────────────────────


def panel(clock: str = "23:00", **facts: object) -> State:
    room = Room(address="aurora@contoso.example", name="Aurora", zone=BERLIN)
    state = State(room=room, policy=Policy(), now=at(f"2026-11-24T{clock}"))
    state, _ = step(state, Started(now=state.now, schedule=None, read_at=None))
    return replace(state, **facts)  # pyright: ignore[reportArgumentType]


def later(state: State, seconds: float) -> Instant:
    return Instant(wall=state.now.wall + timedelta(seconds=seconds), mono=state.now.mono + seconds)


def test_a_touch_wakes_it_and_it_falls_asleep_again() -> None:
    state = panel()
    assert state.screen is Screen.DIMMED
    state, effects = step(state, Noticed(now=later(state, 5)))
    assert (state.screen, effects) == (Screen.LIT, ())
    assert step(state, Ticked(now=later(state, 119)))[0].screen is Screen.LIT
    assert step(state, Ticked(now=later(state, 120)))[0].screen is Screen.DIMMED


def test_the_machine_wants_to_be_woken_when_it_falls_asleep() -> None:
    state = panel()
    state, _ = step(state, Noticed(now=later(state, 1)))
    assert wake_at(state) <= state.now.mono + 120
    state = replace(state, now=later(state, 119))
    assert wake_at(state) <= state.now.mono + 1


@pytest.mark.parametrize("policy", [Policy(on_hours=NEVER), Policy(on_hours=NEVER, off_outside_hours=True)])
def test_an_emergency_lights_it_at_once(policy: Policy) -> None:
    state = panel(policy=policy)
    assert state.screen is not Screen.LIT
    assert replace(state, emergency="Leave the building.").screen is Screen.LIT


def test_a_panel_whose_screen_is_always_on() -> None:
    assert panel(policy=Policy(on_hours=ALWAYS)).screen is Screen.LIT


@pytest.mark.parametrize("policy", [Policy(), Policy(off_outside_hours=True)])
def test_without_a_room_it_is_lit_for_as_long_as_its_code_may_be_in_use(policy: Policy) -> None:
    """Whoever has scanned it is comparing numbers, and may have to look again."""
    night = datetime(2026, 11, 24, 1, tzinfo=UTC)
    life = CODE_LIFE.total_seconds()

    def seen(after: float) -> Screen:
        now = Instant(wall=night + timedelta(seconds=after), mono=1000.0 + after)
        return unpaired_screen(now, BERLIN, policy, 1000.0)

    assert seen(0) is seen(life - 1) is Screen.LIT
    assert seen(life) is (Screen.OFF if policy.off_outside_hours else Screen.DIMMED)
    longer = replace(policy, wake_for=timedelta(minutes=20))
    assert unpaired_screen(Instant(wall=night, mono=1000.0 + life), BERLIN, longer, 1000.0) is Screen.LIT
    noon = Instant(wall=night.replace(hour=12), mono=9e9)
    assert unpaired_screen(noon, BERLIN, policy, 0.0) is Screen.LIT
