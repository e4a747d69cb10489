"""script/monkey: random fingers on the real window. Whatever is pressed in whatever order, nothing is asked that nobody
confirmed, nothing is a dead end, and neither the log nor Qt complains.

It knows no page: what can be tapped is read from the screen (`roomdisplay.ui.screen`).
"""

import argparse
import json
import logging
import random
import sys
import time
from collections import Counter
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from roomdisplay.core.machine import State
from roomdisplay.core.outbox import CheckIn
from roomdisplay.core.policy import Policy
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import FIRE, STATES, state
from roomdisplay.ui import screen
from roomdisplay.ui.viewmodels.panel import Patience
from roomdisplay.ui.wording import visible

HASTE = Patience(overdue=0.02, choosing=0.2, done=0.1, held=0.1)
WORLD: tuple[State, ...] = (
    *STATES.values(),
    state("22:40"),
    state("3:10", policy=Policy(off_outside_hours=True)),
    replace(state("22:40"), emergency=FIRE),
)
"""What the panel may find itself in, from one moment to the next."""


class Monkey:
    """`tap` does one thing; it raises AssertionError where a promise is broken. `done` counts what was done."""

    def __init__(self, door: Door, dice: random.Random) -> None:
        self._door = door
        self._dice = dice
        self._touch: Any = QTest.createTouchDevice()
        self.done: Counter[str] = Counter()

    def tap(self) -> None:
        door, dice = self._door, self._dice
        if dice.random() < 0.1:
            door.show(dice.choice(WORLD))
            self.done["states"] += 1
        there = screen.tappable(door.glass)
        if not there and not self._is_no_dead_end():
            there = self._after_a_moment()
        place = self._place(there)
        before, sheet = len(door.asked), door.sheet
        size = door.glass.size()
        other = QPoint(dice.randrange(size.width()), dice.randrange(size.height()))
        gesture = dice.choices(("finger", "twice", "two fingers", "meanwhile"), (7, 1, 1, 1))[0]
        places = (place, QPointF(other)) if gesture == "two fingers" else (place,)
        aimed = self._under(places)
        match gesture:
            case "twice":
                self._twice(place)
            case "two fingers":
                self._two_fingers(place, other)
            case "meanwhile":
                self._meanwhile(place)
            case _:
                self._press(place)
        door.settle()
        if dice.random() < 0.05:
            # long enough for what closes by itself
            QTest.qWait(dice.choice((30, 250)))
        self._check(before, sheet, aimed, gesture)

    def _after_a_moment(self) -> dict[str, QQuickItem]:
        """What slides in is not there yet."""
        for _ in range(20):
            QTest.qWait(50)
            if (there := screen.tappable(self._door.glass)) or self._is_no_dead_end():
                return there
        raise AssertionError(f"a dead end: {self._seen()}")

    def _seen(self) -> str:
        shown = [
            str(i.property("text")) for i in screen.items(self._door.glass) if i.isVisible() and i.property("text")
        ]
        return f"{shown}, {self._door.json['sheet']}"

    def _is_no_dead_end(self) -> bool:
        shown = self._door.json
        working = shown["sheet"] is not None and shown["sheet"]["phase"] == "working"
        # a screen at rest, or just awake, needs but another touch
        return working or bool(shown["emergency"]) or self._door.view_model.screen.covers

    def _place(self, there: dict[str, QQuickItem]) -> QPointF:
        if there and self._dice.random() < 0.7:
            name = self._dice.choice(list(there))
            self.done["aimed"] += 1
            return screen.centre(there[name])
        size = self._door.glass.size()
        return QPointF(self._dice.randrange(size.width()), self._dice.randrange(size.height()))

    def _under(self, places: tuple[QPointF, ...]) -> list[str]:
        """The names of what a finger is put down on there, be it by a corner: what slides in is out of reach for a
        while, and can be pressed already."""
        under: list[str] = []
        for item in screen.items(self._door.glass):
            interface: Any = QAccessible.queryAccessibleInterface(item)
            if (
                interface is None
                or interface.role() not in screen.TAPPABLE
                or not (item.isVisible() and item.isEnabled())
            ):
                continue
            if any(_area(item).contains(at) for at in places):
                under.append(visible(interface.text(QAccessible.Text.Name)))
        return under

    # ── fingers ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _press(self, place: QPointF) -> None:
        screen.press(self._door.glass, place)
        self.done["taps"] += 1

    def _twice(self, place: QPointF) -> None:
        """A finger that trembles: the second half comes before anything is drawn."""
        self._press(place)
        self._press(place)
        self.done["double taps"] += 1

    def _two_fingers(self, place: QPointF, other: QPoint) -> None:
        glass, here = self._door.glass, place.toPoint()
        QTest.touchEvent(glass, self._touch).press(0, here, glass).press(1, other, glass).commit()
        QTest.touchEvent(glass, self._touch).release(0, here, glass).release(1, other, glass).commit()
        self.done["taps"] += 2
        self.done["two fingers"] += 1

    def _meanwhile(self, place: QPointF) -> None:
        """The state changes between the finger's coming down and its going up."""
        glass, here = self._door.glass, place.toPoint()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(glass, left, none, here)
        self._door.show(self._dice.choice(WORLD))
        QTest.mouseRelease(glass, left, none, here)
        self.done["taps"] += 1
        self.done["states"] += 1

    # ── promises ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _check(self, before: int, sheet: dict[str, Any] | None, aimed: list[str], gesture: str) -> None:
        asked = self._door.asked[before:]
        assert len(asked) <= 1, f"asked {len(asked)} times by one gesture: {asked}"
        if not asked:
            return
        self.done["asked"] += 1
        if isinstance(asked[0], CheckIn):
            return
        assert sheet is not None, f"asked without a sheet by pressing {aimed}: {asked}"
        asking = sheet["confirm"] if sheet["phase"] == "choosing" else sheet["undo"]
        assert visible(asking) in aimed, f"asked by pressing {aimed} ({gesture}), out of {sheet}"


def _area(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


class Complaints(logging.Handler):
    """Of the program's log and of Qt."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def qt(self, kind: Any, context: Any, text: str) -> None:
        del context
        self.lines.append(f"Qt: {kind}: {text}")


def main() -> int:
    """Prints one JSON object; exit status 1 where a promise was broken."""
    from PySide6.QtCore import qInstallMessageHandler

    from roomdisplay.core.appearance import Appearance
    from roomdisplay.ui.platform import prepare
    from roomdisplay.ui.window import close_window, create_window

    parser = argparse.ArgumentParser(prog="script/monkey", description="Random taps on the real window.")
    parser.add_argument("--taps", type=int, default=10_000, help="default: 10000")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    arguments = parser.parse_args()
    width, height = (int(side) for side in arguments.size.split("x"))
    prepare((width, height), display=False)
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    qInstallMessageHandler(complaints.qt)
    app = QGuiApplication(["monkey"])
    door = Door(STATES["free"], patience=HASTE)
    door.window = create_window(
        door.view_model, width=width, height=height, fullscreen=False, appearance=Appearance(locale="en_GB")
    )
    door.settle()
    monkey, broken, began = Monkey(door, random.Random(arguments.seed)), "", time.monotonic()
    while monkey.done["taps"] < arguments.taps and not broken and not complaints.lines:
        try:
            monkey.tap()
        except Exception as error:
            broken = f"{type(error).__name__}: {error}"
    told = {"seed": arguments.seed, "size": arguments.size, **monkey.done, "broken": broken}
    print(json.dumps(told | {"complaints": complaints.lines, "seconds": round(time.monotonic() - began, 1)}))
    close_window(door.glass)
    app.processEvents()
    return 1 if broken or complaints.lines else 0


if __name__ == "__main__":
    sys.exit(main())
