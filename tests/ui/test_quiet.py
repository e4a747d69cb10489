"""A panel nobody touches draws its clock, and nothing else: every second of a minute on the real window.

The machine ticks and reads the calendar as it does on a wall; only the clock is told. `script/bench frames minute`
waits for the real minute of real kiosks.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.machine import Read, State
from roomdisplay.core.pairing import Pending, Tick, Unanswered, step
from roomdisplay.core.screen import Screen
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.scenes import SCENES, PairingScene
from roomdisplay.gallery.states import OFFLINE, STATES, at, meeting, state
from roomdisplay.ui.screen_view import Hour
from roomdisplay.ui.window import close_window, create_window
from tests.ui.conftest import MakeDoor

SETTLED_MS = 400
"""Longer than any motion."""
DRAWN_MS = 9
"""Until a frame that was asked for is out."""
SECONDS = range(1, 61)
CHANGES = 30
"""The second in which the clock on the glass changes."""
RENDERER = "qt.scenegraph.softwarecontext.renderer"
"""It says which part of the window each frame has painted; a frame that painted nothing is none."""

Live = Callable[[], object]
Drawn = Callable[[Live], dict[int, int]]
"""How many frames were drawn in which second of a minute, to each of which the argument leads."""


@pytest.fixture
def drawn(qtbot: QtBot) -> Iterator[Drawn]:
    painted: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, said: str) -> None:
        about: Any = context
        if about.category != RENDERER:
            before(kind, context, said)
        elif "QRegion(null)" not in said:
            painted.append(said)

    def count(live: Live) -> dict[int, int]:
        qtbot.wait(SETTLED_MS)
        frames: dict[int, int] = {}
        for second in SECONDS:
            painted.clear()
            live()
            qtbot.wait(SETTLED_MS if second == CHANGES else DRAWN_MS)
            if painted:
                frames[second] = len(painted)
        return frames

    before: Any = qInstallMessageHandler(hear)
    QLoggingCategory.setFilterRules(f"{RENDERER}.debug=true")
    yield count
    QLoggingCategory.setFilterRules("")
    qInstallMessageHandler(before)


def half_a_minute_on(door: Door) -> Door:
    """So that a minute ends in the middle of the next sixty seconds."""
    door.tick(CHANGES)
    reads(door)
    return door


def reads(door: Door) -> None:
    """Office 365 says at once what it said before, or is not there."""
    if door.state.in_flight is None:
        return
    known = door.state.schedule
    if door.state.failure is not None or known is None:
        door.answer(OFFLINE)
    else:
        door.answer(Read(meetings=known.meetings, told_at=door.state.now.wall))


@pytest.mark.parametrize(
    "shown",
    [
        *(
            pytest.param(STATES[name], id=name)
            for name in ("free", "busy", "own", "check-in-early", "check-in", "offline", "stale", "closed", "emergency")
        ),
        pytest.param(state("22:40"), id="at rest"),
        pytest.param(state("4:31", [meeting("4:00", "5:30", "Early call")]), id="at rest, in use"),
    ],
)
def test_the_panel_of_a_room(open_door: MakeDoor, drawn: Drawn, shown: State) -> None:
    door = half_a_minute_on(open_door(shown, motion=True))
    sent = len(door.sent)

    def second() -> None:
        door.tick(1)
        reads(door)

    assert drawn(second) == {CHANGES: 1}
    assert len(door.sent) > sent, "it goes on reading the calendar meanwhile"


@pytest.mark.parametrize(
    ("name", "shines", "expected"),
    [
        ("pairing", Screen.LIT, {}),
        ("pairing-no-answer", Screen.LIT, {}),
        ("pairing", Screen.DIMMED, {CHANGES: 1}),
    ],
    ids=["waiting", "no answer", "at rest"],
)
def test_a_panel_that_is_not_paired(
    qapp: QGuiApplication, drawn: Drawn, name: str, shines: Screen, expected: dict[int, int]
) -> None:
    """It has no clock but at rest."""
    scene = SCENES[name]
    assert isinstance(scene, PairingScene)
    page = scene.view_model()
    glass = create_window(page, width=1280, height=800, fullscreen=False, appearance=Appearance(locale="en_GB"))
    began = at("22:40:30")
    pairing, passed, asked = scene.pairing, 0.0, 0

    def second() -> None:
        nonlocal pairing, passed, asked
        passed += 1
        pairing, effects = step(pairing, Tick(now=passed))
        asked += len(effects)
        if effects and scene.pairing.failure is None:
            pairing, _ = step(pairing, Pending(code=pairing.code, now=passed))
        elif effects:
            pairing, _ = step(pairing, Unanswered(code=pairing.code, now=passed, failure=OFFLINE))
        page.show(pairing, may_change=True)
        page.rest(Hour(now=began + timedelta(seconds=passed), screen=shines, dimmed_brightness=0.1))

    pairing = replace(pairing, due_at=1.0)
    second()
    passed = 0.0
    try:
        assert drawn(second) == expected
    finally:
        close_window(glass)
        page.deleteLater()
    assert asked > 1, "it goes on asking the server meanwhile"
