"""Fingers on the glass, as touch events: each flow by accessible name, and what fingers do besides: tremble, come in
twos, tap while something slides, or in the very moment in which the state changes.

`tests/e2e/test_x11.py` runs this file on a real X server as well.
"""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from roomdisplay.core.outbox import Book, Cancel, CheckIn, End, Extend, Release
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import DAY, FIRE, FORECAST, HOUSE, STATES, state
from roomdisplay.ui import screen
from tests.ui.conftest import MakeDoor


class Fingers:
    """On the glass of `door`, on a touch device of its own."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._device: Any = QTest.createTouchDevice()

    def place(self, name: str) -> QPoint:
        """Of what can be tapped now and whose name begins so."""
        there = screen.tappable(self._door.glass)
        full = next((n for n in there if n == name), None) or next(n for n in there if n.startswith(name))
        return screen.centre(there[full]).toPoint()

    def down(self, place: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self._door.glass, self._device).press(finger, place, self._door.glass).commit()

    def up(self, place: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self._door.glass, self._device).release(finger, place, self._door.glass).commit()

    def tap(self, name: str) -> None:
        place = self.place(name)
        self.down(place)
        self.up(place)
        self._door.settle()

    def both(self, one: QPoint, other: QPoint) -> None:
        glass = self._door.glass
        QTest.touchEvent(glass, self._device).press(0, one, glass).press(1, other, glass).commit()
        QTest.touchEvent(glass, self._device).release(0, one, glass).release(1, other, glass).commit()
        self._door.settle()


@pytest.fixture
def touched(open_door: MakeDoor) -> Callable[..., tuple[Door, Fingers]]:
    def touched(shown: Any = STATES["free"], **options: Any) -> tuple[Door, Fingers]:
        door = open_door(shown, **options)
        return door, Fingers(door)

    return touched


Touched = Callable[..., tuple[Door, Fingers]]


# ── flows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("scene", "opens", "asked"),
    [
        ("free", "30 min", Book),
        ("own", "Extend", Extend),
        ("own", "End meeting", End),
        ("own", "Cancel booking", Cancel),
        ("invited", "Release room", Release),
        ("released", "Undo", Book),
    ],
)
@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280)], ids=["reference", "compact", "portrait"])
def test_what_takes_two_taps(touched: Touched, scene: str, opens: str, asked: type, size: tuple[int, int]) -> None:
    door, fingers = touched(STATES[scene], size=size)
    fingers.tap(opens)
    assert door.asked == []
    assert door.sheet is not None
    fingers.tap(door.sheet["confirm"])
    assert [type(operation) for operation in door.asked] == [asked]


def test_a_check_in_takes_one(touched: Touched) -> None:
    door, fingers = touched(STATES["check-in"])
    fingers.tap("Check in")
    assert [type(operation) for operation in door.asked] == [CheckIn]


def test_a_room_near_by(touched: Touched) -> None:
    door, fingers = touched(STATES["nearby"] if "nearby" in STATES else state(nearby=HOUSE))
    fingers.tap("Find")
    assert door.sheet is not None
    assert door.asked == []
    fingers.tap("Cancel" if "Cancel" in door.names else "Close")
    assert door.sheet is None


# ── fingers that do more than they mean to ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", [(1280, 800), (800, 480), (800, 1280)], ids=["reference", "compact", "portrait"])
def test_a_double_tap_opens_and_confirms_nothing(touched: Touched, size: tuple[int, int]) -> None:
    door, fingers = touched(size=size, motion=True)
    for name in ("15 min", "30 min", "45 min", "1 hour", "To 11:30"):
        place = fingers.place(name)
        for _ in range(2):
            fingers.down(place)
            fingers.up(place)
        door.settle()
        assert door.asked == [], name
        if door.sheet is not None:
            door.view_model.dismiss()
            QTest.qWait(350)


def test_a_double_tap_on_what_confirms_asks_once(touched: Touched) -> None:
    door, fingers = touched()
    fingers.tap("30 min")
    place = fingers.place("Book ")
    for _ in range(2):
        fingers.down(place)
        fingers.up(place)
    door.settle()
    assert len(door.asked) == 1


def test_while_the_sheet_slides_in_the_finger_that_opened_it_confirms_nothing(touched: Touched, qtbot: QtBot) -> None:
    door, fingers = touched(motion=True)
    confirm = place_of_confirm(touched)
    fingers.tap("30 min")
    for wait in (10, 20, 40, 60):
        fingers.down(confirm)
        fingers.up(confirm)
        qtbot.wait(wait)
    assert len(door.asked) <= 1
    for operation in door.asked:
        assert operation == Book(interval=operation.interval, subject="Walk-up booking")


def place_of_confirm(touched: Touched) -> QPoint:
    _, fingers = touched()
    fingers.tap("30 min")
    return fingers.place("Book ")


@pytest.mark.parametrize("other", ["15 min", "To 11:30", "Tomorrow"])
def test_two_fingers_at_once_ask_nothing(touched: Touched, other: str) -> None:
    door, fingers = touched()
    fingers.both(fingers.place("30 min"), fingers.place(other))
    assert door.asked == []
    assert door.names


def test_a_second_finger_beside_the_one_that_confirms_asks_at_most_once(touched: Touched) -> None:
    door, fingers = touched()
    fingers.tap("30 min")
    fingers.both(fingers.place("Book "), fingers.place("Cancel"))
    assert len(door.asked) <= 1


def test_a_finger_that_slides_off_a_button_has_not_pressed_it(touched: Touched) -> None:
    door, fingers = touched()
    place = fingers.place("30 min")
    fingers.down(place)
    fingers.up(place + QPoint(0, -300))
    door.settle()
    assert (door.sheet, door.asked) == (None, [])


# ── the very moment in which the state changes ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("scene", ["busy", "closed", "offline", "access-lost", "out-of-service"])
def test_a_room_that_is_taken_under_the_finger_opens_nothing(touched: Touched, scene: str) -> None:
    door, fingers = touched()
    place = fingers.place("30 min")
    fingers.down(place)
    door.show(STATES[scene])
    fingers.up(place)
    door.settle()
    assert door.asked == []
    if door.sheet is not None:  # what is offered there is offered in that state, too
        assert scene == "offline"


@pytest.mark.parametrize("scene", ["busy", "closed", "access-lost", "out-of-service"])
def test_what_is_not_to_be_had_any_more_is_not_asked_for(touched: Touched, scene: str) -> None:
    door, fingers = touched()
    fingers.tap("30 min")
    place = fingers.place("Book ")
    fingers.down(place)
    door.show(STATES[scene])
    fingers.up(place)
    door.settle()
    assert door.asked == []
    assert door.names, "a dead end"


def test_an_emergency_under_the_finger_takes_the_tap(touched: Touched) -> None:
    door, fingers = touched()
    fingers.tap("30 min")
    place = fingers.place("Book ")
    fingers.down(place)
    door.show(replace(door.state, emergency=FIRE))
    fingers.up(place)
    door.settle()
    assert (door.asked, door.sheet, door.names) == ([], None, [])


def test_the_minute_turns_under_the_finger_and_what_is_written_is_what_is_asked(touched: Touched) -> None:
    door, fingers = touched(state("10:02:59"))
    fingers.tap("30 min")
    place = fingers.place("Book ")
    fingers.down(place)
    door.clock("10:03:00")
    written = next(name for name in door.names if name.startswith("Book "))
    fingers.up(place)
    door.settle()
    for operation in door.asked:
        start, end = (t.astimezone(door.state.room.zone) for t in (operation.interval.start, operation.interval.end))
        assert written == f"Book {start:%H:%M} – {end:%H:%M}"


def test_the_answer_comes_under_the_finger(touched: Touched) -> None:
    door, fingers = touched()
    fingers.tap("30 min")
    place = fingers.place("Book ")
    fingers.tap("Book ")
    fingers.down(place)
    door.found(*DAY, FORECAST)
    fingers.up(place)
    door.settle()
    assert len(door.asked) == 1
    assert door.names, "a dead end"
