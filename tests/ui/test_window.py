"""The window: found and tapped by accessible name, with real presses and real touches, at every size."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.core.machine import State
from roomdisplay.core.outbox import Book, Reason, Stage
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import CLAIMED, DAY, FORECAST, ROOM, STATES, entry, meeting, state
from roomdisplay.ui import screen
from roomdisplay.ui import window as window_module
from roomdisplay.ui.appearance import spoken
from roomdisplay.ui.props import derive_props
from roomdisplay.ui.sheet import later_key
from roomdisplay.ui.theme import load_theme
from roomdisplay.ui.window import close_window, create_window
from tests.ui.conftest import MakeDoor

SIZES = [(1280, 800), (800, 480), (1024, 600), (1920, 1080), (800, 1280)]
IDS = ["reference", "compact", "medium", "large", "portrait"]


ALWAYS = ["Language and accessibility", "Today", "Tomorrow"]


# ── what can be tapped ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("scene", "names"),
    [
        ("free", ["15 min", "30 min", "45 min", "1 hour", "To 11:30", "Book later"]),
        ("soon", ["To 11:30", "Book later"]),
        ("busy", ["Book later"]),
        ("invited", ["Extend", "Release room", "Book later"]),
        ("check-in", ["Not coming", "Check in", "Book later"]),
        ("check-in-early", ["Not coming", "Check in", "Book later"]),
        ("check-in-offline", ["Not coming", "Check in", "Book later"]),
        ("released", ["Undo", "OK", "15 min", "30 min", "45 min", "1 hour", "To 11:30"]),
        ("own", ["Extend", "End meeting", "Cancel booking", "Book later"]),
        ("access-lost", []),
    ],
)
def test_names_on_the_room_page(open_door: MakeDoor, scene: str, names: list[str]) -> None:
    there = open_door(STATES[scene]).names
    assert there[: len(names)] == names
    begun = len(names) + len(ALWAYS)
    assert there[len(names) : begun] == ALWAYS
    on_the_rail = there[begun:]
    assert all(name.startswith("Free ") for name in on_the_rail)
    assert bool(on_the_rail) == (scene != "access-lost")


def test_a_sheet_covers_what_lies_below(open_door: MakeDoor) -> None:
    door = open_door()
    door.tap("30 min")
    assert door.names == ["15 min", "30 min", "45 min", "1 hour", "To 11:30", "Cancel", "Book 10:02 – 10:32"]
    door.tap("Cancel")
    assert "Today" in door.names


def test_a_name_may_be_begun(open_door: MakeDoor) -> None:
    door = open_door()
    assert door.tap("To 1") == "To 11:30"


def test_an_unknown_name_is_an_error_that_lists_what_is_there(open_door: MakeDoor) -> None:
    door = open_door(STATES["access-lost"])
    with pytest.raises(
        screen.NotOnScreen,
        match="nothing on screen is called “Book”; there is: “Language and accessibility”, “Today”, “Tomorrow”",
    ):
        door.tap("Book")
    with pytest.raises(screen.NotOnScreen, match="“To” begins several names"):
        door.tap("To")
    with pytest.raises(screen.NotOnScreen):
        door.tap("")


def test_what_scripts_are_told_can_be_tapped_is_on_screen(open_door: MakeDoor) -> None:
    door = open_door()
    offered = [o["name"] for o in door.json["offers"]["book"]]
    assert offered
    assert set(offered) <= set(door.names)


# ── flows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_walk_up_in_two_taps(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(size=size)
    door.tap("30 min")
    door.tap("Book")
    [asked] = door.asked
    assert asked.interval.duration.total_seconds() == 1800
    assert door.sheet is not None
    assert door.sheet["phase"] == "working"
    door.found(*DAY, FORECAST)
    door.tap("OK")
    assert door.sheet is None
    assert door.json["state"] == "busy"


def test_another_length_in_the_sheet(open_door: MakeDoor) -> None:
    door = open_door()
    door.tap("30 min")
    door.tap("45 min")
    door.tap("Book 10:02 – 10:47")
    assert door.asked[0].interval.duration.total_seconds() == 2700


@pytest.mark.parametrize(
    ("taps", "operation"),
    [
        (["Extend", "+30 min", "Extend to 11:02"], "Extend"),
        (["End meeting", "End now"], "End"),
        (["Cancel booking", "Cancel booking"], "Cancel"),
    ],
)
def test_managing_a_booking(open_door: MakeDoor, taps: list[str], operation: str) -> None:
    door = open_door(STATES["own"])
    for name in taps:
        door.tap(name)
    assert [type(a).__name__ for a in door.asked] == [operation]


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_checking_in_takes_one_tap(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(STATES["check-in"], size=size)
    door.tap("Check in")
    assert [type(a).__name__ for a in door.asked] == ["CheckIn"]
    assert door.sheet is not None
    assert (door.sheet["phase"], door.sheet["title"]) == ("done", "Checked in")
    door.tap("Done")
    assert door.json["state"] == "busy"
    assert door.json["notice"] is None


def test_not_coming_after_all(open_door: MakeDoor) -> None:
    door = open_door(STATES["check-in-early"])
    for name in ("Not coming", "Release now"):
        door.tap(name)
    assert [type(a).__name__ for a in door.asked] == ["Release"]


def test_a_release_is_taken_back(open_door: MakeDoor) -> None:
    door = open_door(STATES["released"])
    assert door.json["notice"] == "Released at 10:10: nobody checked in."
    for name in ("Undo", "Book again"):
        door.tap(name)
    [asked] = door.asked
    assert isinstance(asked, Book)
    assert (asked.interval, asked.subject) == (CLAIMED.interval, "Quarterly forecast")


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_releasing_somebody_elses_meeting(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(STATES["invited"], size=size)
    for name in ("Release room", "Release now"):
        door.tap(name)
    assert [type(a).__name__ for a in door.asked] == ["Release"]


def test_a_notice_is_put_away(open_door: MakeDoor) -> None:
    door = open_door(state(entries=(entry(stage=Stage.REFUSED, reason=Reason.TAKEN),)))
    door.tap("OK")
    assert "OK" not in door.names
    assert door.json["notice"] is None


def test_tomorrow_and_back(open_door: MakeDoor) -> None:
    door = open_door()
    assert "Sprint planning, 13:00 to 14:00" in texts(door)
    door.tap("Tomorrow")
    assert "Standup, 09:00 to 10:00" in texts(door)
    door.tap("Today")
    assert "Sprint planning, 13:00 to 14:00" in texts(door)


def test_by_keyboard(open_door: MakeDoor) -> None:
    door = open_door()
    QTest.keyClick(door.glass, Qt.Key.Key_Tab)
    QTest.keyClick(door.glass, Qt.Key.Key_Tab)
    QTest.keyClick(door.glass, Qt.Key.Key_Return)
    door.settle()
    assert door.sheet is not None
    assert door.sheet["chosen"] == "30 min"
    QTest.keyClick(door.glass, Qt.Key.Key_Escape)
    assert door.sheet is None


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize(
    ("scene", "name"), [("free", "15 min"), ("free", "45 min"), ("free", "To 11:30"), ("own", "Cancel booking")]
)
def test_a_nervous_double_tap_confirms_nothing(
    open_door: MakeDoor, size: tuple[int, int], scene: str, name: str
) -> None:
    door = open_door(STATES[scene], size=size)
    place = screen.centre(screen.tappable(door.glass)[name])
    for _ in range(2):
        screen.press(door.glass, place)
        door.settle()
    assert door.sheet is not None
    assert door.asked == []


def test_a_press_that_slides_off_does_nothing(open_door: MakeDoor) -> None:
    door = open_door()
    place = screen.centre(screen.tappable(door.glass)["30 min"]).toPoint()
    QTest.mousePress(door.glass, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(door.glass, place - QPoint(0, 250))
    QTest.mouseRelease(door.glass, Qt.MouseButton.LeftButton, pos=place - QPoint(0, 250))
    assert door.sheet is None


@pytest.fixture(scope="module")
def finger() -> Any:
    return QTest.createTouchDevice()


def touch(door: Door, device: Any, *places: QPointF) -> None:
    down, up = QTest.touchEvent(door.glass, device), None
    for i, place in enumerate(places):
        down.press(i, place.toPoint(), door.glass)
    down.commit()
    up = QTest.touchEvent(door.glass, device)
    for i, place in enumerate(places):
        up.release(i, place.toPoint(), door.glass)
    up.commit()
    door.settle()


def test_a_walk_up_by_touch(open_door: MakeDoor, finger: Any) -> None:
    door = open_door()
    touch(door, finger, screen.centre(screen.tappable(door.glass)["30 min"]))
    touch(door, finger, screen.centre(screen.tappable(door.glass)["Book 10:02 – 10:32"]))
    assert len(door.asked) == 1


def test_two_fingers_at_once_open_one_sheet(open_door: MakeDoor, finger: Any) -> None:
    door = open_door()
    there = screen.tappable(door.glass)
    touch(door, finger, screen.centre(there["15 min"]), screen.centre(there["1 hour"]))
    assert door.sheet is not None
    assert door.asked == []
    there = screen.tappable(door.glass)
    touch(
        door,
        finger,
        screen.centre(there["Cancel"]),
        screen.centre(there[next(n for n in there if n.startswith("Book"))]),
    )
    assert len(door.asked) <= 1


def test_touching_the_scrim_changes_nothing(open_door: MakeDoor, finger: Any) -> None:
    door = open_door()
    door.tap("30 min")
    touch(door, finger, QPointF(640, 60))
    assert door.sheet is not None


def test_a_tap_at_the_moment_the_room_is_taken(open_door: MakeDoor) -> None:
    door = open_door()
    door.tap("30 min")
    place = screen.centre(screen.tappable(door.glass)["Book 10:02 – 10:32"])
    door.view_model.show(STATES["busy"])
    screen.press(door.glass, place)
    door.settle()
    assert door.asked == []


# ── walks ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def scenes() -> Iterator[tuple[str, State, str | None]]:
    """Every scene, and every sheet: its name, the state, and the key of the button that opens it."""
    for name, shown in STATES.items():
        yield name, shown, None
    for key in ("book:30", "book:next", "later"):
        yield key, STATES["free"], key
    for slot in derive_props(STATES["long-notice"]).slots:
        yield later_key(slot), STATES["long-notice"], later_key(slot)
    for key in ("extend", "end", "cancel"):
        yield key, STATES["own"], key
    lost = entry(stage=Stage.REFUSED, reason=Reason.TAKEN)
    yield "notice", state(entries=(lost,)), None
    yield "not-allowed", state(entries=(entry(stage=Stage.REFUSED, reason=Reason.NOT_ALLOWED),)), None


def is_a(item: Any, name: str) -> bool:
    return item.inherits(name)


def visible(door: Door) -> Iterator[tuple[QQuickItem, Any]]:
    for item in screen.items(door.glass):
        interface: Any = QAccessible.queryAccessibleInterface(item)
        if interface is not None and item.isVisible():
            yield item, interface


def texts(door: Door) -> list[str]:
    return [i.text(QAccessible.Text.Name) for _, i in visible(door)]


def place_of(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


def labels(door: Door) -> Iterator[tuple[QQuickItem, QRectF]]:
    """Visible texts with where their ink may be, clipped away ones left out."""
    for item in screen.items(door.glass):
        if not (is_a(item, "QQuickText") and item.isVisible() and item.property("text")):
            continue
        width, height = item.property("contentWidth"), item.property("contentHeight")
        if item.width() <= 0 or item.height() <= 0:
            continue
        own = QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(min(width, item.width()), height)))
        yield item, own


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_everything_that_can_be_tapped_has_a_name_and_the_size_of_a_fingertip(
    open_door: MakeDoor, size: tuple[int, int]
) -> None:
    door = open_door(size=size)
    least = load_theme(*size)["target"]
    for name, shown, key in scenes():
        door.view_model.dismiss()
        door.show(shown)
        if key is not None:
            door.view_model.act(key)
        door.picture()
        seen: list[str] = []
        for item, interface in visible(door):
            if interface.role() in screen.TAPPABLE:
                said = interface.text(QAccessible.Text.Name)
                assert said.strip(), f"{name}: an unnamed {interface.role()}"
                assert min(item.width(), item.height()) >= least, f"{name}: {said} is {item.width()}×{item.height()}"
                if item.isEnabled():
                    seen.append(said)
        assert len(seen) == len(set(seen)), f"{name}: two items of one name in {seen}"


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_nothing_overlaps_overflows_or_loses_what_matters(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(size=size)
    complaints: list[str] = []
    window = QRectF(0, 0, *size)
    for name, shown, key in scenes():
        door.view_model.dismiss()
        door.show(shown)
        if key is not None:
            door.view_model.act(key)
        door.picture()
        complaints.extend(f"{name}: {c}" for c in layout_complaints(door, window, covered=key is not None))
    assert complaints == []


def layout_complaints(door: Door, window: QRectF, *, covered: bool) -> Iterator[str]:
    stage: list[tuple[str, QRectF]] = []
    for item, own in labels(door):
        text = str(item.property("text"))
        in_rail = inside(item, "DayRail")
        if inside(item, "Sheet") != covered or inside(item, "Alarm") != (door.json["emergency"] is not None):
            continue
        if not in_rail:
            if not window.contains(own):
                yield f"“{text}” leaves the window at {own}"
            if item.property("truncated"):
                yield f"“{text}” is cut off"
            if item.property("contentWidth") > item.width() + 1 or item.property("contentHeight") > item.height() + 1:
                yield f"“{text}” does not fit its place"
            stage.append((text, own))
    for (a, where_a), (b, where_b) in combinations(stage, 2):
        common = where_a.intersected(where_b)
        # line boxes reach above and below the ink by a third
        if common.width() > 1 and common.height() > min(where_a.height(), where_b.height()) * 0.34:
            yield f"“{a}” and “{b}” overlap"


def inside(item: QQuickItem, component: str) -> bool:
    ancestor: Any = item
    while ancestor is not None:
        if ancestor.metaObject().className().startswith(component + "_"):
            return True
        ancestor = ancestor.parentItem()
    return False


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("locale", ["en_US", "de_DE"])
def test_longer_times_fit_too(open_door: MakeDoor, size: tuple[int, int], locale: str) -> None:
    door = open_door(size=size, locale=locale)
    complaints: list[str] = []
    for name, shown, key in scenes():
        door.view_model.dismiss()
        door.show(shown)
        if key is not None:
            door.view_model.act(key)
        door.picture()
        complaints.extend(f"{name}: {c}" for c in layout_complaints(door, QRectF(0, 0, *size), covered=key is not None))
    assert complaints == []


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_whatever_has_to_be_mended_fits(open_door: MakeDoor, size: tuple[int, int], locale: str) -> None:
    door = open_door(size=size, locale=locale)
    complaints: list[str] = []
    for access in Access:
        for age in (4000.0, 20.0, None):
            meetings = (*DAY, FORECAST) if age == 20.0 else DAY
            door.show(state(meetings=meetings, age=age, failure=AccessLost(access=access, code="AADSTS7000222")))
            door.picture()
            complaints.extend(
                f"{access} {age}: {c}" for c in layout_complaints(door, QRectF(0, 0, *size), covered=False)
            )
    assert complaints == []


# ── odd input ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ODD = {
    "5,000 characters": "Quarterly " * 500,
    "right-to-left override": "\u202egnihtyna\u202c invoice",
    "left-to-right override": "\u202dשבועית\u202c \u2068unended",
    "hebrew": "פגישה שבועית עם הצוות",
    "emoji": "🎉🎉🎉",
    "markup": "<b>bold</b><img src='file:///etc/passwd'> &lt;",
    "control": "a\u0000b\u0007c\u001b[31m\r\n\td",
    "marks": "e" + "\u0301" * 400,
    "empty": "",
    "one word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung",
}


@pytest.mark.parametrize("size", SIZES[:2], ids=IDS[:2])
@pytest.mark.parametrize("subject", ODD.values(), ids=ODD.keys())
def test_odd_subjects_are_shown_as_one_line_of_text(open_door: MakeDoor, subject: str, size: tuple[int, int]) -> None:
    odd = meeting("10:00", "11:00", subject, organizer=subject, id="odd")
    next = meeting("11:00", "11:15", subject, id="next")
    room = replace(ROOM, name=subject, detail=subject)
    door = open_door(state(meetings=(odd, next), room=room), size=size)
    door.picture()
    word = next_label(door, "In use")
    assert word.property("truncated") is False
    for item, own in labels(door):
        if not inside(item, "DayRail"):
            assert QRectF(0, 0, *size).contains(own)
            assert item.property("lineCount") <= 2
    said = "".join(texts(door)) + "".join(door.names) + spoken(door.view_model.room.view)
    assert not [c for c in said if unicodedata.category(c) in ("Cc", "Cs", "Co") and c != "\n"]
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e")


def test_all_text_is_plain_text() -> None:
    """Every text is a Label, and a Label never reads markup."""
    sources = {path.name: path.read_text() for path in (Path(window_module.__file__).parent / "qml").rglob("*.qml")}
    assert "textFormat: Text.PlainText" in sources.pop("Label.qml")
    for name, source in sources.items():
        assert not re.search(r"\b(Text|TextEdit|TextInput)\s*\{", source), name
        assert "textFormat" not in source, name


def next_label(door: Door, text: str) -> QQuickItem:
    return next(item for item, _ in labels(door) if item.property("text") == text)


def test_sixty_meetings_a_day_and_sixty_at_once(open_door: MakeDoor) -> None:
    packed = [
        meeting(f"{8 + i // 6}:{i % 6 * 10:02}", f"{8 + (i + 1) // 6}:{(i + 1) % 6 * 10:02}", f"No {i}")
        for i in range(60)
    ]
    door = open_door(state(meetings=packed))
    door.picture()
    heap = [meeting("10:00", "11:00", f"No {i}", id=str(i)) for i in range(60)]
    door.show(state(meetings=heap))
    door.picture()
    assert door.json["state"] == "busy"


def test_thirty_hours_and_no_time_at_all(open_door: MakeDoor) -> None:
    long = meeting("9:00", "15:00", "Hackathon", end_day=25)
    none = meeting("12:00", "12:00", "Reminder")
    door = open_door(state(meetings=(long, none)))
    door.picture()
    assert "Reminder, 12:00 to 12:00" in texts(door)
    assert next_label(door, "until tomorrow 15:00")


@pytest.mark.parametrize("locale", ["xx_YY", "", "C", "ar_EG", "ja_JP", "not a locale"])
def test_any_locale(open_door: MakeDoor, locale: str) -> None:
    door = open_door(locale=locale)
    door.picture()
    assert len(door.names) == 12


def test_mirrored_the_day_stands_on_the_left(open_door: MakeDoor) -> None:
    door = open_door(STATES["overlap"], locale="ar_EG")
    door.picture()
    assert screen.centre(screen.tappable(door.glass)["اليوم"]).x() < 640


@pytest.mark.parametrize("day", [datetime(2026, 3, 29, 9, tzinfo=UTC), datetime(2026, 10, 25, 9, tzinfo=UTC)])
def test_days_of_changing_clocks(open_door: MakeDoor, day: datetime) -> None:
    before = state()
    door = open_door(replace(before, now=replace(before.now, wall=day), schedule=None, read_at=None))
    door.picture()


# ── moving ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_tap_shows_at_once(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = open_door(motion=True)
    with qtbot.waitSignal(door.glass.frameSwapped, timeout=1000):
        screen.tap(door.glass, "30 min")
    qtbot.wait(400)
    door.tap("Book")
    assert len(door.asked) == 1


def test_the_rail_keeps_now_in_view(open_door: MakeDoor) -> None:
    door = open_door()
    flick = next(i for i in screen.items(door.glass) if is_a(i, "QQuickFlickable"))
    before = flick.property("contentY")
    door.clock("10:30")
    assert flick.property("contentY") == before
    door.clock("12:30")
    assert flick.property("contentY") > before


def test_the_window_can_be_resized(open_door: MakeDoor) -> None:
    door = open_door()
    door.glass.resize(800, 480)
    picture = door.picture()
    assert (picture.width(), picture.height()) == (800, 480)
    assert screen.tappable(door.glass)["30 min"].height() >= 48


def test_full_screen_takes_the_screens_size(qapp: QGuiApplication, open_door: MakeDoor) -> None:
    door = Door(STATES["free"])
    window = create_window(door.view_model, width=1, height=1, fullscreen=True, appearance=Appearance(locale="en_GB"))
    door.window = window
    door.settle()
    assert window.size() == window.screen().size()
    close_window(window)
