"""The colour of the stage fades from state to state, and no gradient is drawn for a moment only."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import STATES
from tests.ui.conftest import MakeDoor


def tone_of(door: Door) -> QObject:
    """That of the room."""
    assert door.window is not None
    children = door.window.rootObject().children()
    return next(child for child in children if child.property("veiled") is not None)


def gradient(tone: QObject) -> tuple[str, str]:
    return tone.property("stageTop").name(), tone.property("stageBottom").name()


def test_the_gradient_changes_once_behind_a_veil_that_comes_and_goes(open_door: MakeDoor) -> None:
    door = open_door(motion=True)
    tone = tone_of(door)
    free = gradient(tone)
    door.show(STATES["busy"])
    seen: list[tuple[str, str]] = []
    veils: list[float] = []
    for _ in range(60):
        QTest.qWait(10)
        if not seen or seen[-1] != gradient(tone):
            seen.append(gradient(tone))
            veils.append(tone.property("veiled"))
    busy = gradient(tone)
    assert seen == [free, busy]
    assert veils[1] > 0.5
    assert tone.property("veiled") == 0
    assert tone.property("foot").name() == busy[1]


@pytest.mark.parametrize("state", ["busy", "check-in"])
def test_without_motion_it_changes_at_once(open_door: MakeDoor, state: str) -> None:
    door = open_door()
    tone = tone_of(door)
    free = gradient(tone)
    door.show(STATES[state])
    assert gradient(tone) != free
    assert tone.property("veiled") == 0
