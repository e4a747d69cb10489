"""For everyone: what a screen reader finds, in every language, and what can be done by keys or a switch alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from roomdisplay.core.appearance import LANGUAGES, Appearance
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.layout import Wanted, complaints
from roomdisplay.gallery.scenes import SCENES, RoomScene
from roomdisplay.gallery.states import STATES, surveyed
from roomdisplay.ui import screen
from roomdisplay.ui.theme import load_theme
from roomdisplay.ui.viewmodels.panel import PanelViewModel
from roomdisplay.ui.window import Window, close_window, create_window, turn_to
from roomdisplay.ui.wording import visible
from tests.ui.conftest import MakeDoor

READ = frozenset(
    {QAccessible.Role.StaticText, QAccessible.Role.Heading, QAccessible.Role.AlertMessage, QAccessible.Role.Dialog}
)
"""What has no other use than to be read."""


SMALL = (800, 480)
"""Where the least room is."""
PASSING = frozenset({"pairing-making", "pairing-confirmed"})
"""What nobody need do anything about: it goes on by itself."""


def looking(language: str) -> Appearance:
    return Appearance(locale=language, reduced_motion=True)


def interfaces(glass: QQuickView) -> Iterator[tuple[QQuickItem, Any]]:
    for item in screen.items(glass):
        interface: Any = QAccessible.queryAccessibleInterface(item)
        if interface is not None and item.isVisible():
            yield item, interface


def name_of(interface: Any) -> str:
    return visible(interface.text(QAccessible.Text.Name))


def focused(glass: QQuickView) -> str:
    """The name of what has the focus."""
    item: Any = glass.activeFocusItem()
    interface: Any = None if item is None else QAccessible.queryAccessibleInterface(item)
    return "" if interface is None else name_of(interface)


def press(glass: QQuickView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(glass, key)
        QTest.qWait(5)


def walk(glass: QQuickView, key: Qt.Key, most: int = 80) -> list[str]:
    """The names that are come by until one comes again."""
    names: list[str] = []
    for _ in range(most):
        press(glass, key)
        name = focused(glass)
        if name in names:
            break
        names.append(name)
    return names


# ── what a screen reader finds ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_can_be_read_and_worked_by_everyone_in_every_language(
    qapp: Any, pseudo_language: str, name: str
) -> None:
    view_model = SCENES[name].view_model()
    glass = create_window(view_model, width=SMALL[0], height=SMALL[1], fullscreen=False, appearance=looking("en"))
    try:
        for _ in range(3):
            qapp.processEvents()
        screen.grab(glass)
        for language in (*LANGUAGES, pseudo_language):
            turn_to(glass, view_model, looking(language))
            everything_there_is_has_a_name_and_a_role(glass)
            no_two_buttons_have_one_name(glass)
            what_cannot_be_used_says_so(glass)
            nothing_is_cut_off_or_too_small_for_a_finger(glass, language)
        turn_to(glass, view_model, looking("en"))
        every_button_can_be_come_by_in_the_order_it_is_read(glass)
        what_has_the_focus_shows_it_and_is_seen(glass)
        if name not in PASSING:
            there_is_a_way_out(glass, view_model)
    finally:
        close_window(glass)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def everything_there_is_has_a_name_and_a_role(glass: QQuickView) -> None:
    for item, interface in interfaces(glass):
        role, name = interface.role(), name_of(interface)
        assert role is not QAccessible.Role.NoRole
        if role in screen.TAPPABLE or role in READ:
            assert name.strip() or not item.isVisible() or item.property("text") == "", role


def no_two_buttons_have_one_name(glass: QQuickView) -> None:
    names = [
        name_of(interface)
        for item, interface in interfaces(glass)
        if interface.role() in screen.TAPPABLE and item.isEnabled()
    ]
    assert len(names) == len(set(names)), names


def what_cannot_be_used_says_so(glass: QQuickView) -> None:
    for item, interface in interfaces(glass):
        if interface.role() in screen.TAPPABLE:
            assert bool(interface.state().disabled) is not item.isEnabled(), name_of(interface)


def every_button_can_be_come_by_in_the_order_it_is_read(glass: QQuickView) -> None:
    there = [name for name in screen.tappable(glass) if name]
    walked = walk(glass, Qt.Key.Key_Tab)
    start = walked.index(there[0]) if there and there[0] in walked else 0
    walked = walked[start:] + walked[:start]
    assert [name for name in walked if name in there] == there
    if len(there) > 1:
        back = walk(glass, Qt.Key.Key_Backtab)
        assert set(there) <= set(back)


def what_has_the_focus_shows_it_and_is_seen(glass: QQuickView) -> None:
    for _ in range(min(30, len(screen.tappable(glass)))):
        press(glass, Qt.Key.Key_Tab)
        item: Any = glass.activeFocusItem()
        assert item is not None
        if not item.property("name"):
            continue
        around = [child for child in item.childItems() if child.width() > item.width() and child.isVisible()]
        assert around, f"{focused(glass)} has no ring"
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        assert QRectF(0, 0, glass.width(), glass.height()).contains(middle), focused(glass)


def nothing_is_cut_off_or_too_small_for_a_finger(glass: Window, language: str) -> None:
    target = load_theme(*SMALL, looking(language))["target"]
    assert list(complaints(glass, Wanted(target=target))) == [], language


def there_is_a_way_out(glass: QQuickView, view_model: object) -> None:
    """By a button, or by the key that closes what is open; but for what is at work, at rest or overriding all."""
    if not isinstance(view_model, PanelViewModel):
        assert screen.tappable(glass)
        return
    is_open = [view_model.sheet, view_model.appearance, view_model.administration]
    sheet = view_model.as_json()["sheet"]
    if view_model.emergency or view_model.screen.covers or (sheet and sheet["phase"] == "working"):
        return
    assert screen.tappable(glass)
    for _ in range(3):
        press(glass, Qt.Key.Key_Escape)
    assert not any(page.isOpen for page in is_open)


@pytest.mark.parametrize(
    ("scene", "roles"),
    [
        ("free", {"Today": (QAccessible.Role.PageTab, "selected"), "30 min": (QAccessible.Role.Button, "")}),
        ("book", {"30 min": (QAccessible.Role.RadioButton, "checked"), "Cancel": (QAccessible.Role.Button, "")}),
    ],
)
def test_roles_and_states(open_door: MakeDoor, scene: str, roles: dict[str, tuple[Any, str]]) -> None:
    shown = SCENES[scene]
    assert isinstance(shown, RoomScene)
    door = open_door(shown.state)
    for step in shown.then:
        step(door)
    door.settle()
    found = screen.tappable(door.glass)
    for name, (role, state_name) in roles.items():
        interface: Any = QAccessible.queryAccessibleInterface(found[name])
        assert interface.role() == role
        if state_name:
            assert getattr(interface.state(), state_name)
    plain: Any = QAccessible.queryAccessibleInterface(found["45 min"])
    assert not plain.state().checked


def test_the_switches_of_the_appearance_page_say_whether_they_are_on(open_door: MakeDoor) -> None:
    door = open_door(appearance=Appearance(locale="en_GB", patient=True, reduced_motion=True))
    door.tap("Language and accessibility")
    found = screen.tappable(door.glass)

    def is_on(name: str) -> bool:
        interface: Any = QAccessible.queryAccessibleInterface(found[name])
        return bool(interface.state().checked)

    on = {name for name in found if name != "Done" and is_on(name)}
    assert on == {"English", "Dark", "No motion", "Wait for me"}


# ── by keys alone ─────────────────────────────────────────────────────────────────────────────────────────────────────


def tab_to(door: Door, name: str) -> None:
    for _ in range(60):
        if focused(door.glass).startswith(name):
            return
        press(door.glass, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be come by: {door.names}")


def choose(door: Door, name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    tab_to(door, name)
    press(door.glass, key)
    door.settle()
    QTest.qWait(20)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_room_is_booked_by_keys(open_door: MakeDoor, key: Qt.Key) -> None:
    door = open_door()
    choose(door, "45 min", key)
    assert focused(door.glass) == "15 min"
    choose(door, "Book 10:02 – 10:47", key)
    assert len(door.asked) == 1


@pytest.mark.parametrize(
    ("names", "operation"),
    [
        (["Extend", "+30 min", "Extend to"], "Extend"),
        (["End meeting", "End now"], "End"),
        (["Cancel booking", "Back", "Cancel booking", "Cancel booking"], "Cancel"),
    ],
)
def test_a_booking_is_managed_by_keys(open_door: MakeDoor, names: list[str], operation: str) -> None:
    door = open_door(STATES["own"])
    for name in names:
        choose(door, name)
    assert [type(asked).__name__ for asked in door.asked] == [operation]


def test_a_room_is_found_by_keys(open_door: MakeDoor) -> None:
    door = open_door(surveyed())
    choose(door, "Find a room")
    door.picture()
    choose(door, "Cirrus")
    choose(door, "Book")
    assert len(door.asked) == 1


@pytest.mark.parametrize("way_out", [Qt.Key.Key_Escape, None])
def test_the_focus_goes_into_a_sheet_and_back_to_what_opened_it(open_door: MakeDoor, way_out: Qt.Key | None) -> None:
    door = open_door()
    choose(door, "30 min")
    inside = walk(door.glass, Qt.Key.Key_Tab)
    assert "Today" not in inside
    assert "Cancel" in inside
    if way_out is None:
        choose(door, "Cancel")
    else:
        press(door.glass, way_out)
    door.settle()
    assert door.sheet is None
    assert focused(door.glass) == "30 min"


def test_the_focus_goes_into_the_appearance_page_and_back(open_door: MakeDoor) -> None:
    door = open_door()
    choose(door, "Language and accessibility")
    assert focused(door.glass) == "English"
    choose(door, "Deutsch")
    choose(door, "Hell")
    assert focused(door.glass) == "Hell"
    press(door.glass, Qt.Key.Key_Escape)
    door.settle()
    assert focused(door.glass) == "Sprache und Bedienhilfen"


def test_when_the_outcome_comes_the_focus_is_at_one_of_its_buttons(open_door: MakeDoor) -> None:
    door = open_door(STATES["offline"])
    choose(door, "30 min")
    choose(door, "Book")
    assert "OK" in door.names
    assert focused(door.glass) in door.names


def test_arrows_go_where_they_point(open_door: MakeDoor) -> None:
    door = open_door()
    tab_to(door, "15 min")
    press(door.glass, Qt.Key.Key_Right)
    assert focused(door.glass) == "30 min"
    press(door.glass, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert focused(door.glass) == "15 min"


def test_arrows_go_the_other_way_from_right_to_left(open_door: MakeDoor) -> None:
    door = open_door(locale="ar")
    first, second = door.names[:2]
    tab_to(door, first)
    press(door.glass, Qt.Key.Key_Left)
    assert focused(door.glass) == second
    press(door.glass, Qt.Key.Key_Right)
    assert focused(door.glass) == first


def test_a_finger_takes_the_ring_away(open_door: MakeDoor) -> None:
    door = open_door()
    tab_to(door, "15 min")
    screen.press(door.glass, QPointF(300, 300))
    door.settle()
    assert focused(door.glass) != "15 min"
    door.tap("30 min")
    assert focused(door.glass) != "15 min"


@pytest.mark.parametrize(
    ("change", "announcement"),
    [("busy", "In use, until 11:00"), ("held", "Held, until 10:32"), ("starting", "No schedule yet")],
)
def test_a_change_of_the_state_is_announced_once_and_a_minute_is_not(
    open_door: MakeDoor, change: str, announcement: str
) -> None:
    door = open_door()
    said: list[str] = []
    room = door.view_model.room
    room.saidChanged.connect(lambda: said.append(room.said))
    door.clock("10:03")
    assert said == []
    door.show(STATES[change])
    door.show(STATES[change])
    assert said == [announcement]
