"""The administrator's page: behind a long press and a PIN, left by itself, and leading nowhere but back to the room."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.machine import State
from roomdisplay.gallery.desk import FACTS, FINDINGS, PIN, TOUCH, UNKNOWN, WELL, WRITE, Desk
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import STATES
from roomdisplay.ui import screen, texts
from roomdisplay.ui.admin import FindingProps, Keypad, Opened, Question, card, derive_admin
from roomdisplay.ui.viewmodels.admin import AdminPatience, AdminViewModel
from roomdisplay.ui.viewmodels.locale import known_locale, wording
from roomdisplay.ui.wording import ENGLISH
from tests.ui.conftest import MakeDoor

WORDS = wording(known_locale("en_GB"))
ALL = FINDINGS
SIZES = ((800, 480), (1024, 600), (1280, 800), (1920, 1080), (800, 1280))


def offered(scene: str = "free") -> State:
    state = STATES[scene]
    return replace(state, policy=replace(state.policy, admin_pin="a hash"))


@pytest.fixture
def panel(door: Door) -> Desk:
    door.view_model.show(offered())
    return Desk(door.view_model.admin)


def within(seconds: float, wanted: Callable[[], bool]) -> None:
    patience = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < patience, "it never came"
        QGuiApplication.processEvents()
        time.sleep(0.005)


# ── in words ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("session", "wait", "how", "may_type", "may_confirm"),
    [
        (Keypad(), 0, "Enter the PIN.", True, False),
        (Keypad(typed="24681"), 0, "Enter the PIN.", True, False),
        (Keypad(typed=PIN), 0, "Enter the PIN.", True, True),
        (Keypad(is_checking=True), 0, "The PIN is being checked.", False, False),
        (Keypad(is_wrong=True), 0, "That is not the PIN. Try again.", True, False),
        (Keypad(is_wrong=True), 60, "Too many wrong PINs. Try again in 1 min.", False, False),
        (Keypad(typed=PIN), 61, "Too many wrong PINs. Try again in 2 min.", False, False),
        (Keypad(), 3600, "Too many wrong PINs. Try again in 1 h.", False, False),
    ],
)
def test_the_keys(session: Keypad, wait: float, how: str, may_type: bool, may_confirm: bool) -> None:
    view = derive_admin(session, WORDS, is_offered=True, wait=wait).view
    assert (view.how, view.may_type, view.may_confirm) == (how, may_type, may_confirm)
    assert view.dots == "●" * len(session.typed)
    assert view.typed_name == ENGLISH.count(texts.ADMIN_TYPED, len(session.typed))
    assert PIN not in repr(view)


def test_who_the_panel_is() -> None:
    page = derive_admin(Opened(), WORDS, is_offered=True, facts=FACTS)
    assert {row.label: row.value for row in page.facts} == {
        "Room": "aurora@contoso.example",
        "Version": "1.2.3",
        "Serial": "RD-2207-0815",
        "Network": "192.0.2.7\n2001:db8::7",
        "Office 365": "well",
        "Last heard of Office 365": "10:01",
        "Age of the schedule": "1 min",
        "Waiting for Office 365": "2",
        "WOX": "wox.contoso.example",
        "Last heard of WOX": "09:59",
    }
    alone = replace(FACTS, wox=None, wox_at=None, office365_at=None, age=None, addresses=(), may_unpair=False)
    page = derive_admin(Opened(), WORDS, is_offered=True, facts=replace(alone, faults=("The disk is full.",)))
    told = {row.key: row.value for row in page.facts}
    assert (told["office365"], told["age"], told["addresses"]) == ("not yet", "not yet", "no network")
    assert told["faults"] == "The disk is full."
    assert "wox" not in told
    keys = [row.key for row in page.deeds]
    assert "unpair" not in keys, "it was configured: there is no pairing to end"
    assert next(row for row in page.deeds if row.key == "picture").label == "Keep a picture of the screen"


def test_what_the_doctor_found_the_worst_first_in_word_shape_and_colour() -> None:
    page = derive_admin(Opened(findings=ALL, was_examined=True), WORDS, is_offered=True, facts=FACTS)
    assert page.view.status == "Something is broken."
    assert [(row.title, row.word, row.glyph, row.tone) for row in page.findings] == [
        ("Right to book", "Broken", "outOfService", "busy"),
        ("Touch", "To look at", "soon", "soon"),
        ("Rooms near by", "Not checked", "unknown", "unknown"),
        ("Sign-in", "Well", "done", "free"),
    ]
    running = derive_admin(Opened(findings=ALL, is_examining=True), WORDS, is_offered=True, facts=FACTS)
    assert [row.key for row in running.findings] == [f.id for f in ALL], "nothing jumps while it grows"
    assert "examine" not in [row.key for row in running.deeds], "one doctor at a time"


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ((), "All is well."),
        ((WELL, UNKNOWN), "All is well."),
        ((WELL, TOUCH), "It works, and something should be looked at."),
        ((TOUCH, WRITE), "Something is broken."),
    ],
)
def test_as_a_whole(findings: tuple[FindingProps, ...], said: str) -> None:
    session = Opened(findings=findings, was_examined=True)
    assert derive_admin(session, WORDS, is_offered=True, facts=FACTS).view.status == said


def test_the_technicians_code() -> None:
    told = card(replace(FACTS, link="secretExpired (AADSTS7000222)", faults=("The disk is full.",)))
    assert told.splitlines() == [
        "ROOM DISPLAY",
        "Room: Aurora <aurora@contoso.example>",
        "Serial: RD-2207-0815",
        "Version: 1.2.3",
        "Network: 192.0.2.7, 2001:db8::7",
        "Office 365: secretExpired (AADSTS7000222)",
        "The disk is full.",
    ]
    view = derive_admin(Opened(shows_code=True), WORDS, is_offered=True, facts=FACTS).view
    assert view.side > 20
    assert view.square_text == card(FACTS)


# ── the view model ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_a_pin_there_is_no_such_page(door: Door) -> None:
    panel = Desk(door.view_model.admin)
    panel.page.open()
    assert (panel.page.isOffered, panel.page.isOpen) == (False, False)
    door.view_model.show(offered())
    assert (panel.page.isOffered, panel.page.name) == (True, "Administration")


def test_nothing_opens_before_somebody_can_check_a_pin(door: Door) -> None:
    door.view_model.show(offered())
    assert not door.view_model.admin.isOffered
    door.view_model.admin.open()
    assert not door.view_model.admin.isOpen


def test_a_pin_is_checked_once_and_never_shown(door: Door, panel: Desk) -> None:
    panel.page.open()
    for digit in PIN:
        panel.page.press(digit)
    assert door.json["administration"] == {"asks": True, "how": "Enter the PIN.", "digits": 6}
    panel.page.confirm()
    panel.page.confirm()
    panel.page.press("1")
    assert panel.wants == [f"check {PIN}"]
    panel.page.checked(False)
    assert panel.page.how == "That is not the PIN. Try again."
    assert panel.page.dots == ""
    panel.pause = 120
    panel.page.press("1")
    panel.page.checked(False)
    assert panel.page.how == "Too many wrong PINs. Try again in 2 min."


def test_it_is_right_only_for_whoever_waits_for_it(panel: Desk) -> None:
    panel.page.open()
    panel.page.leave()
    panel.page.checked(True)
    assert not panel.page.isOpen


def test_a_wrong_pin_opens_nothing(panel: Desk) -> None:
    panel.page.open()
    panel.page.press("1")
    panel.page.confirm()
    panel.page.act("restart")
    panel.page.decide(True)
    assert panel.wants == []


@pytest.mark.parametrize("key", ["restart", "unpair"])
def test_what_changes_the_panel_asks_first(panel: Desk, key: str) -> None:
    panel.enter()
    panel.page.act(key)
    assert panel.page.question
    panel.page.act("examine")
    panel.page.decide(False)
    assert panel.wants == []
    panel.page.act(key)
    panel.page.decide(True)
    panel.page.decide(True)
    assert panel.wants == [key]


def test_the_doctor_comes_finding_by_finding(panel: Desk) -> None:
    panel.enter()
    panel.page.act("examine")
    panel.page.act("examine")
    assert panel.wants == ["examine"]
    panel.page.examined([WELL], is_over=False)
    assert panel.page.status == "The doctor is looking. This takes some seconds."
    panel.page.examined([WELL, WRITE], is_over=True)
    assert panel.page.status == "Something is broken."
    panel.page.act("refresh")
    assert panel.page.status == "The calendar is being read."
    panel.page.answer(texts.ADMIN_PICTURE_SAVED, "/var/lib/screen.png")
    assert panel.page.status == "The picture is kept as /var/lib/screen.png."


def test_it_leaves_by_itself_and_a_touch_puts_that_off(qapp: QGuiApplication) -> None:
    page = AdminViewModel(WORDS, patience=AdminPatience(untouched=0.3, every=10))
    page.offer(True)
    panel = Desk(page)
    panel.enter()
    began = time.monotonic()
    while time.monotonic() - began < 0.6:
        QGuiApplication.processEvents()
        page.touched()
        time.sleep(0.01)
    assert page.isOpen
    within(2, lambda: not page.isOpen)
    page.touched()
    assert not page.isOpen


def test_an_emergency_takes_it_away(door: Door, panel: Desk) -> None:
    panel.enter()
    door.view_model.show(replace(offered(), emergency="Fire."))
    assert not panel.page.isOpen


# ── the window ────────────────────────────────────────────────────────────────────────────────────────────────────────


def opened(open_door: MakeDoor, size: tuple[int, int], locale: str = "en_GB") -> tuple[Door, Desk]:
    door = open_door(offered(), size=size, locale=locale)
    return door, Desk(door.view_model.admin)


def hold(door: Door, seconds: float) -> None:
    lift = screen.hold(door.glass, "Administration")
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        QGuiApplication.processEvents()
        time.sleep(0.01)
    lift()
    door.settle()


def test_only_a_long_press_opens_it_and_shows_how_far_it_is(open_door: MakeDoor) -> None:
    door, panel = opened(open_door, (1280, 800))
    door.tap("Administration")
    assert not panel.page.isOpen
    held = next(item for item in screen.items(door.glass) if item.property("quiet") == 500)
    hold(door, 0.4)
    assert held.property("progress") == 0
    lift = screen.hold(door.glass, "Administration")
    within(2, lambda: held.property("progress") > 0.25)
    assert any(i.isVisible() and i.width() > 0 for i in held.childItems()[0].childItems()), "it shows"
    within(4, lambda: panel.page.isOpen)
    lift()
    assert "15 min" not in door.names


def test_in_low_reach_it_is_held_open_beside_the_choice_of_appearance(open_door: MakeDoor) -> None:
    look = Appearance(low_reach=True, reduced_motion=True, locale="en_GB")
    door = open_door(offered(), size=(800, 480), appearance=look)
    panel = Desk(door.view_model.admin)
    assert "Administration" not in door.names, "the clock is out of reach"
    door.tap("Language and accessibility")
    assert "Done" in door.names
    lift = screen.hold(door.glass, "Administration")
    within(5, lambda: panel.page.isOpen)
    lift()
    door.settle()
    assert {"1", "Erase", "Close"} <= set(door.names)
    door.tap("Close")
    assert "15 min" in door.names


def test_in_low_reach_its_buttons_are_dragged_to_scroll_what_lies_above(open_door: MakeDoor) -> None:
    look = Appearance(low_reach=True, reduced_motion=True, locale="en_GB")
    door = open_door(offered(), size=(800, 480), appearance=look)
    panel = Desk(door.view_model.admin)
    panel.enter()
    panel.page.examined(ALL, is_over=True)
    door.settle()
    items: list[Any] = [item for item in screen.items(door.glass) if item.isVisible()]
    scrolled = [item for item in items if item.inherits("QQuickFlickable")][-1]
    assert scrolled.property("contentY") == 0
    at = screen.centre(screen.tappable(door.glass)["Restart"]).toPoint()
    QTest.mousePress(door.glass, Qt.MouseButton.LeftButton, pos=at)
    for _ in range(10):
        at -= QPoint(0, 12)
        QTest.mouseMove(door.glass, at, 1)
        QGuiApplication.processEvents()
    QTest.mouseRelease(door.glass, Qt.MouseButton.LeftButton, pos=at)
    door.settle()
    assert scrolled.property("contentY") > 40
    assert panel.wants == []
    assert not panel.page.question, "a drag is no tap"


def test_by_keyboard(open_door: MakeDoor) -> None:
    door, panel = opened(open_door, (1280, 800))
    held = next(item for item in screen.items(door.glass) if item.property("quiet") == 500)
    held.forceActiveFocus()
    none = Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(door.glass, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none))
    within(5, lambda: panel.page.isOpen)
    door.settle()
    for digit in PIN:
        key = Qt.Key.Key_0.value + int(digit)
        QGuiApplication.sendEvent(door.glass, QKeyEvent(QEvent.Type.KeyPress, key, none, digit))
    assert panel.page.dots == "●" * 6
    QGuiApplication.sendEvent(door.glass, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, none))
    assert not panel.page.isOpen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_from_the_pin_to_the_doctor_and_back(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door, panel = opened(open_door, size)
    panel.page.open()
    door.settle()
    for digit in PIN:
        door.tap(digit)
    door.tap("Erase")
    assert "Go on" not in door.names
    door.tap("0")
    door.tap("Go on")
    panel.page.checked(True)
    door.settle()
    assert door.names[:2] == ["Close", "Run the doctor"]
    door.tap("Run the doctor")
    many = tuple(replace(WELL, id=f"check {n}") for n in range(20))
    panel.page.examined((*ALL, *many), is_over=True)
    door.settle()
    if size[1] >= 800:
        assert {"Code for the technician", "Restart", "Pair anew"} <= set(door.names), "together, however long the list"
    for item in screen.items(door.glass):
        text = item.property("text")
        if item.isVisible() and text and item.property("truncated"):
            pytest.fail(f"cut off: {text}")
    assert not {"15 min", "Today"} & set(door.names), "nothing of the room can be tapped through it"
    door.tap("Close")
    assert "15 min" in door.names


def test_a_question_keeps_everything_else_from_being_tapped(open_door: MakeDoor) -> None:
    door, panel = opened(open_door, (1920, 1080))
    panel.enter()
    door.settle()
    door.tap("Restart")
    assert set(door.names) == {"Cancel", "Restart"}
    door.tap("Cancel")
    assert panel.wants == []
    door.tap("Pair anew")
    assert door.view_model.admin.as_json() is not None
    door.tap("Pair anew")
    assert panel.wants == ["unpair"]
    assert Question.UNPAIR == "unpair"
    assert door.view_model.admin.as_json() is None, "what is still being sent stands on the room's page"
