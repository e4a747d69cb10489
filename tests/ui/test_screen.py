"""The screen at rest: what is drawn, where, and what the touch that wakes it does."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from roomdisplay.core.machine import State
from roomdisplay.core.policy import Policy
from roomdisplay.core.screen import Screen
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import FIRE, STATES, state
from roomdisplay.ui import screen
from roomdisplay.ui.props import derive_props
from roomdisplay.ui.screen_view import DARKEST, SHIFTS, derive_screen
from roomdisplay.ui.viewmodels import screen as view_models
from tests.ui.conftest import MakeDoor

SIZES = [(1280, 800), (800, 480), (1024, 600), (1920, 1080), (800, 1280)]
NIGHT = state("22:40")
DARK = state("22:40", policy=Policy(off_outside_hours=True))


# ── what is derived ───────────────────────────────────────────────────────────────────────────────────────────────────


def at_minute(minute: int) -> Any:
    props = derive_props(STATES["free"])
    return replace(props, now=props.today.start + timedelta(minutes=minute), screen=Screen.DIMMED)


def test_by_day_it_is_lit_and_drawn_as_it_is() -> None:
    view = derive_screen(derive_props(STATES["free"]), has_backlight=False)
    assert (view.is_lit, view.is_off, view.shade) == (True, False, 0.0)


def test_a_backlight_dims_better_than_paint() -> None:
    props = derive_props(NIGHT)
    assert derive_screen(props, has_backlight=True).shade == 0
    assert derive_screen(props, has_backlight=False).shade == DARKEST
    brighter = replace(props, dimmed_brightness=0.8)
    assert derive_screen(brighter, has_backlight=False).shade == pytest.approx(0.2)


@given(minute=st.integers(0, 1438))
def test_nothing_jumps_from_one_minute_to_the_next(minute: int) -> None:
    here, there = (derive_screen(at_minute(n), has_backlight=True) for n in (minute, minute + 1))
    assert abs(here.shift_x - there.shift_x) + abs(here.shift_y - there.shift_y) <= 1
    assert abs(here.wander_x - there.wander_x) < 0.03
    assert abs(here.wander_y - there.wander_y) < 0.04
    assert 0 <= here.wander_x <= 1
    assert 0 <= here.wander_y <= 1


def test_nothing_stands_in_one_place_for_long() -> None:
    night = [derive_screen(at_minute(n), has_backlight=True) for n in range(8 * 60)]
    places = [(round(v.wander_x * 10), round(v.wander_y * 10)) for v in night]
    assert max(places.count(place) for place in places) <= 0.05 * len(places)
    day = [derive_screen(at_minute(n), has_backlight=True) for n in range(6 * 60, 22 * 60)]
    shifts = [(v.shift_x, v.shift_y) for v in day]
    assert set(shifts) == set(SHIFTS)
    assert all(max(abs(x), abs(y)) <= 2 for x, y in SHIFTS)


def test_the_same_minute_is_always_drawn_the_same() -> None:
    props = at_minute(700)
    later = replace(props, now=props.now + timedelta(seconds=59))
    assert derive_screen(props, has_backlight=True) == derive_screen(later, has_backlight=True)


# ── what is drawn ─────────────────────────────────────────────────────────────────────────────────────────────────────


def words(door: Door) -> list[str]:
    return [str(i.property("text")) for i in screen.items(door.glass) if i.isVisible() and i.property("text")]


def settled(door: Door, qtbot: QtBot) -> None:
    """Whoever woke the screen may tap what is on it."""
    qtbot.waitUntil(lambda: not door.view_model.screen.covers, timeout=2000)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("clock", ["22:00", "23:29", "0:17", "3:46", "5:59"])
def test_at_rest_there_is_a_clock_a_room_and_its_state_within_the_screen(
    open_door: MakeDoor, size: tuple[int, int], clock: str
) -> None:
    door = open_door(state(clock), size=size)
    door.picture()
    assert door.names == []
    hour, minute = clock.split(":")
    shown = words(door)
    assert shown[:3] == [f"{int(hour):02}:{minute}", "Aurora", "Free"]
    for item in screen.items(door.glass):
        if item.isVisible() and item.property("text"):
            corner = item.mapToScene(QPointF(item.width(), item.height()))
            place = item.mapToScene(QPointF(0, 0))
            assert place.x() >= 0
            assert place.y() >= 0
            assert corner.x() <= size[0]
            assert corner.y() <= size[1]
            assert not item.property("truncated")


def test_at_rest_the_ground_is_black_and_little_of_it_is_lit(open_door: MakeDoor) -> None:
    picture = open_door(NIGHT).picture()
    colours = [picture.pixelColor(x, y).lightness() for x in range(0, 1280, 5) for y in range(0, 800, 5)]
    assert colours.count(0) / len(colours) > 0.95
    assert max(colours) <= 255 * (1 - DARKEST) + 2


def test_off_nothing_is_drawn(open_door: MakeDoor) -> None:
    door = open_door(DARK)
    picture = door.picture()
    assert {picture.pixelColor(x, y).name() for x in range(0, 1280, 4) for y in range(0, 800, 4)} == {"#000000"}
    assert (door.names, words(door)) == ([], [])


def test_what_ctl_tells_of_the_screen(door: Door) -> None:
    assert door.json["screen"] == "lit"
    door.show(NIGHT)
    assert door.json["screen"] == "dimmed"
    door.show(DARK)
    assert door.json["screen"] == "off"


def test_at_rest_nothing_moves(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = open_door(NIGHT, motion=True)
    frames = 0

    def swapped() -> None:
        nonlocal frames
        frames += 1

    qtbot.wait(400)
    door.glass.frameSwapped.connect(swapped)
    # the colours of the state would fade, on a screen that shows none
    door.show(replace(STATES["busy"], now=NIGHT.now))
    qtbot.wait(500)
    assert frames <= 2


@pytest.mark.parametrize("scene", ["free", "check-in", "with-page"])
def test_by_day_nothing_is_drawn_while_nothing_changes(open_door: MakeDoor, qtbot: QtBot, scene: str) -> None:
    door = open_door(STATES[scene], motion=True)
    qtbot.wait(600)
    frames = 0

    def swapped() -> None:
        nonlocal frames
        frames += 1

    door.glass.frameSwapped.connect(swapped)
    door.view_model.show(STATES[scene])
    qtbot.wait(1000)
    assert frames == 0


@pytest.mark.parametrize("size", SIZES)
def test_the_page_is_shifted_by_pixels_and_loses_no_word(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(state("10:02"), size=size)
    still = {t: place for t, place in places(door) if t != "10:02"}
    door.clock("18:31")  # two pixels to the left, one down
    view = door.view_model.screen
    assert (view.shiftX, view.shiftY) == (-2, 1)
    moved = dict(places(door))
    assert moved["Aurora"] == still["Aurora"] + QPointF(-2, 1)
    for item in screen.items(door.glass):
        if item.isVisible() and item.property("text"):
            assert item.mapToScene(QPointF(0, 0)).x() >= 0
            assert item.mapToScene(QPointF(item.width(), 0)).x() <= size[0]
    picture = door.picture()
    edge = [picture.pixelColor(size[0] - 1, y) for y in range(size[1])]
    inner = [picture.pixelColor(size[0] - 4, y) for y in range(size[1])]
    differ = [1 for a, b in zip(edge, inner, strict=True) if abs(a.lightness() - b.lightness()) > 24]
    assert len(differ) < 0.02 * size[1], "the bare edge has the page's colours"


def places(door: Door) -> list[tuple[str, QPointF]]:
    door.settle()
    return [
        (str(i.property("text")), i.mapToScene(QPointF(0, 0)))
        for i in screen.items(door.glass)
        if i.isVisible() and i.property("text")
    ]


# ── the touch that wakes it ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("asleep", [NIGHT, DARK], ids=["dimmed", "off"])
def test_the_first_touch_only_wakes(open_door: MakeDoor, qtbot: QtBot, asleep: State) -> None:
    door = open_door(asleep)
    at = place_of_a_button(open_door, asleep)
    screen.press(door.glass, at)
    door.settle()
    assert (door.json["screen"], door.sheet, door.asked) == ("lit", None, [])
    settled(door, qtbot)
    assert "30 min" in door.names
    screen.press(door.glass, at)
    door.settle()
    assert door.sheet is not None


def test_nor_does_its_second_half_press_anything(open_door: MakeDoor, qtbot: QtBot) -> None:
    """A finger that taps twice, and two fingers at once."""
    door = open_door(NIGHT)
    at = place_of_a_button(open_door, NIGHT)
    screen.press(door.glass, at)
    screen.press(door.glass, at)
    door.settle()
    assert door.sheet is None
    settled(door, qtbot)
    assert door.sheet is None


def test_two_fingers_wake_it_and_press_nothing(open_door: MakeDoor, qtbot: QtBot) -> None:
    device: Any = QTest.createTouchDevice()
    door = open_door(NIGHT)
    at = place_of_a_button(open_door, NIGHT).toPoint()
    other = at + QPoint(200, 0)
    QTest.touchEvent(door.glass, device).press(0, at, door.glass).press(1, other, door.glass).commit()
    door.settle()
    assert door.json["screen"] == "lit"
    QTest.touchEvent(door.glass, device).release(0, at, door.glass).release(1, other, door.glass).commit()
    door.settle()
    settled(door, qtbot)
    assert (door.sheet, door.asked) == (None, [])


def test_a_key_wakes_it_too_and_presses_nothing(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = open_door(NIGHT)
    door.glass.requestActivate()
    qtbot.waitUntil(door.glass.isActive)
    QTest.keyClick(door.glass, Qt.Key.Key_Return)
    door.settle()
    assert (door.json["screen"], door.sheet) == ("lit", None)
    settled(door, qtbot)


def test_a_finger_that_stays_on_the_glass_while_it_wakes_presses_nothing_when_it_leaves(
    open_door: MakeDoor, qtbot: QtBot
) -> None:
    door = open_door(NIGHT)
    at = place_of_a_button(open_door, NIGHT).toPoint()
    QTest.mousePress(door.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settled(door, qtbot)
    QTest.mouseRelease(door.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    door.settle()
    assert (door.sheet, door.asked) == (None, [])


def test_by_day_a_touch_keeps_it_awake_past_closing(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = open_door(state("21:59:30"))
    door.tap("Tomorrow")
    qtbot.wait(2 * view_models.ANSWER_MS)
    door.clock("22:01")
    assert door.json["screen"] == "lit"
    door.clock("22:02")
    assert door.json["screen"] == "dimmed"


def test_what_was_open_lies_below_and_cannot_be_touched(open_door: MakeDoor) -> None:
    door = open_door(state("21:59:30"))
    door.tap("30 min")
    door.clock("22:02")
    assert door.names == []
    sheet = next(i for i in screen.items(door.glass) if i.property("title") and i.isVisible())
    assert not sheet.isEnabled()


def test_an_emergency_lights_it_at_once(open_door: MakeDoor) -> None:
    door = open_door(DARK)
    door.show(replace(DARK, emergency=FIRE))
    assert (door.json["screen"], door.view_model.emergency) == ("lit", FIRE)
    assert FIRE in words(door)
    door.show(DARK)
    assert (door.json["screen"], words(door)) == ("off", [])


def test_the_moment_after_waking_is_shorter_than_anybodys_second_thought() -> None:
    assert view_models.GRACE_MS <= 500


def place_of_a_button(open_door: MakeDoor, asleep: State) -> QPointF:
    """Where it will be once the screen is awake."""
    lit = open_door(replace(asleep, noticed_at=asleep.now.mono))
    item: QQuickItem = screen.tappable(lit.glass)["30 min"]
    return screen.centre(item)
