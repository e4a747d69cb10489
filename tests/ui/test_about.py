"""More about the room: what is in it, where it is, how it looks; by accessible name."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.machine import PhotoFound, State, step
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.photo import photo
from roomdisplay.gallery.states import STATES
from roomdisplay.ui.props import derive_props
from tests.pictures import png
from tests.ui.conftest import MakeDoor
from tests.ui.test_window import SIZES

FREE = STATES["with-page"]
KNOWN = replace(
    FREE,
    room=replace(FREE.room, capacity=8, equipment=("Screen", "Camera"), place="3rd floor · Headquarters"),
    photo=str(photo()),
)
FACTS = {"Seats": "8", "Where it is": "3rd floor · Headquarters", "Equipment": "Screen, Camera"}


def sheet(door: Door) -> dict[str, Any]:
    assert door.sheet is not None
    return door.sheet


def spoken(door: Door) -> list[str]:
    """Everything on the glass that can be read aloud."""
    found: list[str] = []

    def walk(item: Any) -> None:
        if item is None or not item.isValid() or item.state().invisible:
            return
        if name := item.text(QAccessible.Text.Name):
            found.append(name)
        for i in range(item.childCount()):
            walk(item.child(i))

    walk(QAccessible.queryAccessibleInterface(door.glass))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("low_reach", [False, True])
def test_it_opens_at_a_tap_and_closes(open_door: MakeDoor, size: tuple[int, int], low_reach: bool) -> None:
    door = open_door(KNOWN, size=size, appearance=Appearance(low_reach=low_reach, reduced_motion=True, locale="en_GB"))
    assert door.names.count("About this room") == 1
    door.tap("About this room")
    assert (sheet(door)["title"], sheet(door)["facts"], sheet(door)["photo"]) == ("Aurora", FACTS, True)
    assert door.names == ["Close"]
    assert {"Seats, 8", "Equipment, Screen, Camera", "Photo of the room", "This room on your phone"} <= {*spoken(door)}
    QTest.qWait(450)  # else it may be the second tap of a nervous double tap
    door.tap("Close")
    assert door.sheet is None


def test_where_no_more_is_known_it_is_not_offered(door: Door) -> None:
    model: Any = door.view_model
    door.show(FREE)
    assert model.room.about == ""
    door.view_model.act("about")
    assert door.sheet is None


@pytest.mark.parametrize(
    ("known", "facts"),
    [
        ({"capacity": 8}, ["Seats"]),
        ({"equipment": ("Screen", "\u202e", "")}, ["Equipment"]),
        ({"place": "3rd floor"}, ["Where it is"]),
    ],
)
def test_only_what_is_known_is_said(door: Door, known: dict[str, Any], facts: list[str]) -> None:
    door.show(replace(FREE, room=replace(FREE.room, **known)))
    door.view_model.act("about")
    assert list(sheet(door)["facts"]) == facts
    assert "\u202e" not in str(sheet(door))


def test_when_all_of_it_is_taken_away_meanwhile_that_is_said(door: Door) -> None:
    door.show(KNOWN)
    door.view_model.act("about")
    door.show(FREE)
    assert sheet(door)["sentence"] == "Nothing more is known about this room."


@pytest.mark.qt_log_ignore("Error decoding")
def test_a_damaged_photo_looks_like_none(open_door: MakeDoor, tmp_path: Path) -> None:
    file = tmp_path / "damaged.jpg"
    file.write_bytes(png()[:40])
    door = open_door(replace(KNOWN, photo=str(file)), size=(1280, 800))
    door.tap("About this room")
    damaged = door.picture()
    door.show(replace(KNOWN, photo=""))
    assert door.picture() == damaged
    assert "Photo of the room" not in spoken(door)


def test_another_photo_on_wox_takes_the_old_one_off_the_glass() -> None:
    linked = replace(KNOWN, wox=WoxSide(cursor="1"))
    found, _ = step(linked, PhotoFound(now=linked.now, path="/somewhere/new.jpg"))
    assert photo_of(found) == "/somewhere/new.jpg"


def photo_of(state: State) -> str:
    about = derive_props(state).about
    assert about is not None
    return about.photo
