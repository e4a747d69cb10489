"""Saying who books: by name, PIN or badge, where the room's policy wants to know."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from roomdisplay.core.failure import Transient
from roomdisplay.core.machine import State
from roomdisplay.core.outbox import Book
from roomdisplay.core.policy import Identity, Unchecked
from roomdisplay.core.wox import Person
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import DAY, FORECAST, STATES, state
from roomdisplay.ui.sheet import DIGITS, SPACE
from roomdisplay.ui.viewmodels.panel import Patience
from tests.ui.conftest import MakeDoor

PIN, BADGE = "482915", "04A3B2C1"
MARA = Person(id="7", name="Mara Lindt")
SIZES = [(800, 480), (1280, 800), (800, 1280)]


def asking(identity: str, *, offline: Unchecked = Unchecked.REFUSE, linked: bool = True, shown: str = "free") -> State:
    free = STATES[shown]
    policy = replace(free.policy, identity=Identity(identity), identity_offline=offline)
    return replace(free, policy=policy, wox=WoxSide(cursor="1") if linked else None)


def sheet(door: Door) -> dict[str, Any]:
    shown = door.sheet
    assert shown is not None
    return shown


def chosen(door: Door, identity: str, **facts: Any) -> None:
    """Somebody has tapped “Book 10:02 – 10:32”."""
    door.show(asking(identity, **facts))
    door.view_model.act("book:30")
    door.view_model.confirm()


def press(door: Door, keys: str) -> None:
    for key in keys:
        door.view_model.press(key)


def swipe(door: Door) -> None:
    for key in BADGE + "\r":
        door.view_model.type(key)


def strike(door: Door, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(door.glass, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    door.settle()


def booked(door: Door) -> Book:
    [entry] = door.state.entries
    assert isinstance(entry.operation, Book)
    return entry.operation


# ── on the glass ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", SIZES)
def test_a_pin_is_typed_and_the_booking_is_its_owners(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(asking("pin"), size=size)
    door.tap("30 min")
    door.tap("Book ")
    assert (sheet(door)["title"], sheet(door)["sentence"]) == ("Who is booking?", "Enter your PIN.")
    assert door.names == [*DIGITS, "Back"]
    for digit in PIN:
        door.tap(digit)
    assert door.tap("Book ") == "Book 10:02 – 10:32"
    assert (sheet(door)["phase"], door.state.entries) == ("working", ())
    door.answer_person(MARA)
    assert booked(door).subject == "Walk-up booking – Mara Lindt"
    assert sheet(door)["title"] != "Who is booking?"


@pytest.mark.parametrize("size", SIZES)
def test_a_name_is_typed_by_touch_or_on_a_keyboard(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(asking("name"), size=size)
    door.tap("30 min")
    door.tap("Book ")
    for key in ("M", "A", "R", "A", "Space", "L"):
        door.tap(key)
    strike(door, Qt.Key.Key_I, "i")
    strike(door, Qt.Key.Key_X, "x")
    door.tap("Erase")
    strike(door, Qt.Key.Key_Return, "\r")
    assert (booked(door).host, booked(door).subject) == ("Mara Li", "Walk-up booking – Mara Li")


def test_the_keys_have_the_letters_of_the_language(open_door: MakeDoor) -> None:
    door = open_door(asking("name"), locale="de_DE")
    door.tap("30")
    door.tap("Buchen")
    assert "".join(name for name in door.names if len(name) == 1) == "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß-'"


@pytest.mark.parametrize("size", SIZES)
def test_a_badge_is_read_wherever_the_focus_is(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(asking("badge"), size=size)
    door.tap("30 min")
    door.tap("Book ")
    assert (sheet(door)["sentence"], door.names) == ("Hold your badge to the reader.", ["Back"])
    for character in BADGE:
        strike(door, Qt.Key(ord(character)), character)
    strike(door, Qt.Key.Key_Return, "\r")
    assert len(door.inquired) == 1
    door.answer_person(MARA)
    assert booked(door).host == "Mara Lindt"


def test_whoever_came_by_keyboard_can_hold_a_badge_to_the_reader(open_door: MakeDoor) -> None:
    door = open_door(asking("badge"))
    door.view_model.act("book:30")
    door.settle()
    strike(door, Qt.Key.Key_Tab)
    door.view_model.confirm()
    door.settle()
    for character in BADGE:
        strike(door, Qt.Key(ord(character)), character)
    strike(door, Qt.Key.Key_Return, "\r")
    assert len(door.inquired) == 1


# ── what comes of it ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_nobody_is_asked_where_the_policy_does_not_want_to_know(door: Door) -> None:
    chosen(door, "none")
    assert (booked(door).host, booked(door).subject) == (None, "Walk-up booking")


def test_too_short_a_pin_and_no_name_at_all_are_not_taken(door: Door) -> None:
    chosen(door, "pin")
    press(door, PIN[:5])
    door.view_model.confirm()
    assert (door.inquired, door.state.entries) == ([], ())
    # what was typed as a PIN is nobody's name, should the policy change just now
    door.show(asking("name"))
    assert sheet(door)["title"] == "Book Aurora now"
    door.view_model.confirm()
    press(door, SPACE)
    door.view_model.confirm()
    assert door.state.entries == ()


def test_no_digit_is_told_to_anybody(door: Door) -> None:
    chosen(door, "pin")
    press(door, PIN)
    model: Any = door.view_model
    assert (model.sheet.typed, model.sheet.typedName) == ("●●●●●●", "6 digits entered")
    told = repr(door.json) + repr(door.view_model.sheet.view) + repr(door.view_model._session)  # pyright: ignore[reportPrivateUsage]
    assert PIN not in told
    door.view_model.confirm()
    assert PIN not in repr(door.state) + repr(door.inquired)


@pytest.mark.parametrize(
    ("identity", "sentence"),
    [("pin", "Nobody has this PIN. Try again."), ("badge", "Nobody has this badge. Try another one.")],
)
def test_a_wrong_one_is_said_and_may_be_tried_again(door: Door, identity: str, sentence: str) -> None:
    chosen(door, identity)
    for answer in (None, MARA):
        if identity == "pin":
            press(door, PIN)
            door.view_model.confirm()
        else:
            swipe(door)
        door.answer_person(answer)
        if answer is None:
            assert (sheet(door)["sentence"], door.state.entries) == (sentence, ())
    assert booked(door).host == "Mara Lindt"


def test_after_five_wrong_ones_there_is_a_pause(door: Door) -> None:
    chosen(door, "pin")
    for _ in range(5):
        press(door, PIN)
        door.view_model.confirm()
        door.answer_person(None)
    assert sheet(door)["sentence"] == "Too many wrong PINs. Try again in 1 min."
    press(door, PIN)
    door.view_model.confirm()
    assert len(door.inquired) == 5


@pytest.mark.parametrize(
    ("identity", "said"),
    [("pin", "Too many wrong PINs. Try again in 1 min."), ("badge", "Too many unknown badges. Try again in 1 min.")],
)
def test_a_server_that_was_asked_too_often_is_not_one_that_does_not_answer(
    door: Door, identity: str, said: str
) -> None:
    chosen(door, identity)
    if identity == "pin":
        press(door, PIN)
        door.view_model.confirm()
    else:
        swipe(door)
    door.answer_person(Transient(reason="HTTP 429 tooMany", retry_after=40.0, throttled=True))
    assert sheet(door)["sentence"] == said
    assert door.state.entries == ()


@pytest.mark.parametrize("linked", [True, False])
def test_while_nobody_can_say_who_it_is_nothing_is_booked(door: Door, linked: bool) -> None:
    chosen(door, "pin", linked=linked)
    if linked:
        press(door, PIN)
        door.view_model.confirm()
        door.answer_person(Transient(reason="no route"))
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("refused", "WOX does not answer")
    door.view_model.confirm()
    door.view_model.dismiss()
    assert (door.sheet, door.state.entries) == (None, ())


@pytest.mark.parametrize("linked", [True, False])
def test_or_it_is_booked_without_a_name_and_said_so(door: Door, linked: bool) -> None:
    chosen(door, "badge", linked=linked, offline=Unchecked.ALLOW)
    if linked:
        swipe(door)
        door.answer_person(Transient(reason="no route"))
    assert sheet(door)["sentence"].endswith("You can book without your name.")
    assert door.state.entries == ()
    door.view_model.confirm()
    assert (booked(door).host, booked(door).subject) == (None, "Walk-up booking")


def test_going_back_books_nothing_whatever_wox_says_later(door: Door) -> None:
    chosen(door, "pin")
    press(door, PIN)
    door.view_model.confirm()
    door.view_model.dismiss()
    assert sheet(door)["title"].startswith("Book Aurora")
    door.answer_person(MARA)
    assert (door.state.entries, door.state.inquiry) == ((), None)
    door.view_model.dismiss()
    assert door.sheet is None


def test_a_time_that_is_lost_meanwhile_leads_back_to_what_there_is(door: Door) -> None:
    chosen(door, "pin")
    busy = state(meetings=(*DAY, FORECAST))
    door.show(replace(asking("pin"), schedule=busy.schedule))
    assert sheet(door)["title"] == "The room has just been taken"
    assert door.state.entries == ()


def test_an_emergency_ends_it(door: Door) -> None:
    chosen(door, "pin")
    press(door, PIN)
    door.view_model.confirm()
    door.show(replace(door.state, emergency="Fire. Leave by the stairs."))
    door.answer_person(MARA)
    assert (door.sheet, door.state.entries) == (None, ())


def test_whoever_goes_away_leaves_nothing_typed(qapp: QGuiApplication, qtbot: Any) -> None:
    door = Door(asking("pin"), patience=Patience(choosing=0.1))
    door.view_model.act("book:30")
    door.view_model.confirm()
    press(door, "48")
    qtbot.waitUntil(lambda: door.sheet is None, timeout=2000)
    door.view_model.act("book:30")
    door.view_model.confirm()
    model: Any = door.view_model
    assert model.sheet.typed == ""


def test_what_is_booked_for_later_is_somebodys_too(door: Door) -> None:
    door.show(asking("name"))
    door.view_model.act("later")
    door.view_model.choose(sheet_key(door))
    door.view_model.confirm()
    press(door, "MARA")
    door.view_model.confirm()
    assert booked(door).host == "Mara"


def sheet_key(door: Door) -> str:
    return door.view_model.sheet.view.rows[0].key
