"""Booking ahead: from a free time on the rail, or from the list of them, step by step to a booking of exactly that."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from roomdisplay.core.outbox import Book, Reason, Stage, Written
from roomdisplay.core.policy import Policy
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import DAY, OFFLINE, RULES, STATES, entry, meeting, own, span, state
from roomdisplay.ui import screen
from roomdisplay.ui.day import derive_day
from roomdisplay.ui.props import derive_props
from roomdisplay.ui.room_view import derive_actions, derive_room_view
from roomdisplay.ui.wording import ENGLISH
from tests.ui.conftest import MakeDoor
from tests.ui.test_view_model import QUICK, heard, logger, parts
from tests.ui.test_window import is_a

SIZES = [(800, 480), (1280, 800), (800, 1280)]


def sheet(door: Door) -> dict[str, Any]:
    shown = door.sheet
    assert shown is not None
    return shown


def times(door: Door) -> tuple[str, str]:
    return sheet(door)["times"]["start"], sheet(door)["times"]["end"]


# ── where it is offered ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("scene", "quiet", "action"),
    [
        ("free", "Book later", False),
        ("busy", "", True),
        ("own", "Book later", False),
        ("closed", "", True),
        ("held", "Book later", False),
        ("out-of-service", "", False),
        ("emergency", "", False),
        ("access-lost", "", False),
        ("never", "", False),
    ],
)
def test_where_it_is_offered(scene: str, quiet: str, action: bool) -> None:
    props = derive_props(STATES[scene])
    assert derive_room_view(props, ENGLISH).later == quiet
    assert any(row.key == "later" for row in derive_actions(props, ENGLISH)) == action


def test_the_free_times_of_the_rail_are_named_with_their_day() -> None:
    props = derive_props(state(policy=RULES))
    assert [gap.name for gap in derive_day(props.today, props, ENGLISH).gaps] == [
        "Free 10:02 to 11:30",
        "Free 12:30 to 13:00",
        "Free 14:00 to 15:00",
        "Free 15:30 to 18:00",
    ]
    assert [gap.name for gap in derive_day(props.tomorrow, props, ENGLISH).gaps] == [
        "Free tomorrow 08:00 to 09:00",
        "Free tomorrow 10:00 to 14:00",
        "Free tomorrow 16:00 to 18:00",
    ]


def test_what_cannot_be_booked_is_no_button() -> None:
    """The rail still says what is free as far as is known."""
    long_ones = Policy(shortest=timedelta(minutes=45), longest=timedelta(hours=1))
    for shown in (STATES["access-lost"], state(policy=long_ones)):
        props = derive_props(shown)
        gaps = {gap.label: gap.name for gap in derive_day(props.today, props, ENGLISH).gaps}
        assert gaps["Free 12:30 – 13:00"] == ""


def test_a_free_time_stays_the_same_button_while_the_clock_moves_its_beginning(door: Door) -> None:
    gaps: Any = door.view_model.today
    removed: list[str] = []
    gaps.gaps.rowsRemoved.connect(logger(removed, "gap"))
    door.clock("10:03")
    assert removed == []


# ── choosing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", SIZES)
def test_from_the_rail_in_two_taps(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(STATES["with-page"], size=size)
    door.tap("Tomorrow")
    door.tap("Free tomorrow 10:00")
    assert sheet(door)["sentence"] == "The room is free from tomorrow 10:00 to 14:00."
    assert times(door) == ("10:00", "10:30")
    assert door.tap("Book ") == "Book 10:00 – 10:30 tomorrow"
    assert door.asked == [Book(interval=span("10:00", "10:30", day=25), subject="Walk-up booking")]
    door.found(*DAY)
    made = own("10:00", "10:30", day=25, id="made")
    made = replace(made, booking_id=door.state.entries[0].booking_id)
    door.answer(Written(meeting=made))
    door.found(*DAY, made)
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("done", "Booked: tomorrow 10:00 – 10:30")


@pytest.mark.parametrize("size", SIZES)
def test_from_the_list_step_by_step(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(STATES["busy"], size=size)
    door.tap("Book later")
    assert sheet(door)["rows"][:3] == ["Free 11:00 to 11:30", "Free 12:30 to 13:00", "Free 14:00 to 15:00"]
    door.tap("Free 14:00 to 15:00")
    assert door.names == [
        *("Start later", "End earlier", "End later"),
        *("15 min", "30 min", "45 min", "1 hour", "Back", "Book 14:00 – 14:30"),
    ]
    door.tap("Start later")
    assert times(door) == ("14:15", "14:45")
    door.tap("End later")
    assert times(door) == ("14:15", "15:00")
    assert "End later" not in door.names
    door.tap("Start later")
    assert times(door) == ("14:30", "15:00")
    door.tap("1 hour")
    assert (times(door), sheet(door)["chosen"]) == (("14:00", "15:00"), "1 hour")
    door.tap("Back")
    assert sheet(door)["title"] == "Book later"
    door.tap("Close")
    assert (door.sheet, door.asked) == (None, [])


def test_what_is_booked_is_what_the_button_says(door: Door) -> None:
    door.view_model.act(_key("14:00", "15:00"))
    for step in ("start:1", "end:1", "end:-1", "length:15"):
        door.view_model.choose(step)
        start, end = times(door)
        assert sheet(door)["confirm"] == f"Book {start} – {end}"
    door.view_model.confirm()
    assert [a.interval for a in door.asked] == [span("14:15", "14:30")]


def test_a_step_announces_the_time_that_changed_and_what_follows_from_it(door: Door) -> None:
    door.view_model.act(_key("14:00", "15:00"))
    log = heard(*parts(door))
    model: Any = door.view_model.sheet
    changed: list[int] = []

    def note(index: QModelIndex) -> None:
        changed.append(index.row())

    model.steppers.dataChanged.connect(note)
    door.view_model.choose("end:1")
    assert log == ["confirmChanged"]
    assert changed == [1]
    log.clear()
    door.view_model.choose("nonsense:1")
    door.view_model.choose("start:7")
    assert log == []


def _key(start: str, end: str) -> str:
    """Of the free time of today from `start` to `end`."""
    del start
    return f"later:{span('0:00', end).end.isoformat()}"


def test_the_day_changes_underneath(door: Door) -> None:
    """The sheet says so, books nothing else, and the next step leads to what is still to be had."""
    door.view_model.act(_key("14:00", "15:00"))
    assert times(door) == ("14:00", "14:30")
    door.show(state(meetings=(*DAY, meeting("14:00", "14:20", "Call"))))
    assert sheet(door)["sentence"] == "That time has just become impossible. Please choose again."
    assert (sheet(door)["confirm"], times(door)) == ("Choose a time", ("14:00", "14:30"))
    door.view_model.confirm()
    assert door.asked == []
    door.view_model.choose("start:1")
    assert times(door) == ("14:20", "14:50")
    door.view_model.confirm()
    assert [a.interval for a in door.asked] == [span("14:20", "14:50")]


def test_a_start_that_has_passed_is_lost(door: Door) -> None:
    door.view_model.act(_key("10:02", "11:30"))
    assert times(door) == ("10:15", "10:45")
    door.clock("10:15")
    assert sheet(door)["confirm"] == "Book 10:15 – 10:45"
    door.clock("10:16")
    assert sheet(door)["confirm"] == "Choose a time"


def test_nothing_is_left(door: Door) -> None:
    door.view_model.act("later")
    door.show(replace(STATES["free"], policy=replace(STATES["free"].policy, out_of_service="It is being painted.")))
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("refused", "Booking is not possible just now")
    door.view_model.confirm()
    assert door.asked == []


def test_a_list_nobody_touches_closes(qtbot: QtBot) -> None:
    door = Door(STATES["free"], patience=QUICK)
    door.view_model.act("later")
    qtbot.waitUntil(lambda: door.sheet is None, timeout=2000)


# ── what is told of it ────────────────────────────────────────────────────────────────────────────────────────────────


def test_offline_it_is_held_for_its_own_time() -> None:
    door = Door(state(failure=OFFLINE, age=95.0))
    door.view_model.act(_key("14:00", "15:00"))
    assert sheet(door)["sentence"].startswith("There is no connection: the booking is held here")
    door.view_model.confirm()
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("held", "Held: 14:00 – 14:30")


@pytest.mark.parametrize(
    ("day", "stage", "reason", "notice"),
    [
        (24, Stage.CONFIRMED, None, "The booking 14:00 – 15:00 is confirmed now."),
        (25, Stage.CONFIRMED, None, "The booking tomorrow 14:00 – 15:00 is confirmed now."),
        (
            25,
            Stage.REFUSED,
            Reason.TAKEN,
            "The booking tomorrow 14:00 – 15:00 could not be kept: somebody else had the room first.",
        ),
    ],
)
def test_what_became_of_it(day: int, stage: Stage, reason: Reason | None, notice: str) -> None:
    operation = Book(interval=span("14:00", "15:00", day=day), subject="Walk-up booking")
    told = state(entries=(entry(stage=stage, reason=reason, operation=operation),), settled=1.0)
    assert Door(told).json["notice"] == notice
    title, _ = ENGLISH.outcome(derive_props(told).outbox[0], derive_props(told))
    assert (
        title
        == {
            (24, Stage.CONFIRMED): "Booked: 14:00 – 15:00",
            (25, Stage.CONFIRMED): "Booked: tomorrow 14:00 – 15:00",
            (25, Stage.REFUSED): "Somebody was first",
        }[day, stage]
    )


# ── on the glass ──────────────────────────────────────────────────────────────────────────────────────────────────────


def place(door: Door, name: str) -> QPoint:
    return screen.centre(screen.tappable(door.glass)[name]).toPoint()


def test_a_button_that_is_held_goes_on_stepping(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = open_door()
    door.tap("Tomorrow")
    door.tap("Free tomorrow 10:00")
    at = place(door, "Start later")
    QTest.mousePress(door.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: times(door)[0] >= "10:45", timeout=5000)
    held = times(door)
    QTest.mouseRelease(door.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert times(door) == held
    qtbot.wait(400)
    assert times(door) == held


def test_it_stops_where_it_can_go_no_further(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = open_door()
    door.tap("Free 12:30")
    at = place(door, "Start later")
    QTest.mousePress(door.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: "Start later" not in door.names, timeout=5000)
    QTest.mouseRelease(door.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    door.settle()
    assert times(door) == ("12:45", "13:00")
    door.tap("Start earlier")
    assert times(door) == ("12:30", "12:45")


def test_by_keyboard(open_door: MakeDoor) -> None:
    door = open_door()
    door.tap("Free 14:00")
    screen.tappable(door.glass)["Start later"].forceActiveFocus()
    QTest.keyClick(door.glass, Qt.Key.Key_Return)
    assert times(door) == ("14:15", "14:45")
    QTest.keyClick(door.glass, Qt.Key.Key_Minus)
    assert times(door) == ("14:00", "14:30")
    QTest.keyClick(door.glass, Qt.Key.Key_Plus)
    assert times(door) == ("14:15", "14:45")


def test_dragging_the_rail_scrolls_it_and_opens_nothing(open_door: MakeDoor) -> None:
    door = open_door()
    flick = next(i for i in screen.items(door.glass) if is_a(i, "QQuickFlickable"))
    before, at = flick.property("contentY"), place(door, "Free 12:30 to 13:00")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(door.glass, left, none, at)
    for step in range(1, 12):
        QTest.mouseMove(door.glass, at - QPoint(0, 15 * step), 10)
    QTest.mouseRelease(door.glass, left, none, at - QPoint(0, 165))
    door.settle()
    assert flick.property("contentY") > before
    assert door.sheet is None


def test_a_long_free_time_is_tapped_where_it_can_be_seen(open_door: MakeDoor) -> None:
    door = open_door(state("10:02", (own("9:00", "9:30"),)), size=(800, 480))
    [free] = [name for name in door.names if name.startswith("Free ")]
    assert free == "Free 10:02 to 00:00"
    screen.press(door.glass, QPointF(place(door, free)))
    door.settle()
    assert times(door) == ("10:15", "10:45")
