"""script/bench frames: how long a frame takes while the day is scrolled, sheets open and colours fade, at 1280 × 800
with the software renderer, on the panel's real window in this process.

A frame is measured from the moment Qt begins with it to the moment it is out: layout, rendering and flush. `ms` is what
a person waits for; `cpu_ms` is what the same frames take of the processor, which a busy machine does not change.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from roomdisplay.core.appearance import Appearance
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.scenes import SCENES, RoomScene
from roomdisplay.gallery.states import STATES
from roomdisplay.ui import screen
from tests.bench import minute

SIZE = (1280, 800)
MINUTE = "minute"
"""No motion: what is drawn in a minute in which nobody touches the glass (tests.bench.minute)."""
MEDIAN, WORST = 16.0, 33.0
"""Milliseconds: of the median, and of 99 frames in 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Milliseconds each."""

    wall: float
    cpu: float


class Stopwatch(QObject):
    """Of one window's frames."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self.frames: list[Frame] = []
        self._began: tuple[float, float] | None = None
        self._window = window
        window.installEventFilter(self)
        window.frameSwapped.connect(self._swapped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.UpdateRequest:
            self._began = time.perf_counter(), time.thread_time()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        self._window.removeEventFilter(self)
        self._window.frameSwapped.disconnect(self._swapped)

    def _swapped(self) -> None:
        if self._began is not None:
            wall, cpu = self._began
            self._began = None
            frame = Frame(wall=(time.perf_counter() - wall) * 1000, cpu=(time.thread_time() - cpu) * 1000)
            self.frames.append(frame)


def opened(scene: str) -> Door:
    """The panel of a scene with its motion."""
    from roomdisplay.ui.window import create_window

    shown = SCENES[scene]
    door = Door(shown.state if isinstance(shown, RoomScene) else STATES["free"])
    door.window = create_window(
        door.view_model, width=SIZE[0], height=SIZE[1], fullscreen=False, appearance=Appearance(locale="en_GB")
    )
    QTest.qWait(300)
    return door


def measured(door: Door, doing: Callable[[], None], times: int) -> list[Frame]:
    stopwatch = Stopwatch(door.glass)
    for _ in range(times):
        doing()
    stopwatch.stop()
    return stopwatch.frames


def scrolling(door: Door) -> Callable[[], None]:
    """A finger drags the day up and down, and lets it run out."""
    device: Any = QTest.createTouchDevice()
    glass, at = door.glass, _on_the_day(door)

    def drag(by: int) -> None:
        place = QPoint(at)
        QTest.touchEvent(glass, device).press(0, place, glass).commit()
        for _ in range(20):
            place += QPoint(0, by)
            QTest.touchEvent(glass, device).move(0, place, glass).commit()
            QTest.qWait(8)
        QTest.touchEvent(glass, device).release(0, place, glass).commit()
        QTest.qWait(500)

    def there_and_back() -> None:
        drag(-14)
        drag(14)

    return there_and_back


def _on_the_day(door: Door) -> QPoint:
    flickable: Any = next(i for i in screen.items(door.glass) if i.property("flickDeceleration") and i.isVisible())
    found: QQuickItem = flickable
    return screen.centre(found).toPoint()


def opening(door: Door) -> Callable[[], None]:
    """A sheet slides in, and is put away."""

    def open_and_close() -> None:
        screen.tap(door.glass, "30 min")
        QTest.qWait(350)
        door.view_model.dismiss()
        QTest.qWait(150)

    return open_and_close


def changing(door: Door) -> Callable[[], None]:
    """The room is taken, and free again: the colours fade."""

    def there_and_back() -> None:
        for name in ("busy", "free"):
            door.view_model.show(STATES[name])
            QTest.qWait(400)

    return there_and_back


MOTIONS: dict[str, tuple[str, Callable[[Door], Callable[[], None]]]] = {
    "scrolling": ("full-day", scrolling),
    "sheets": ("free", opening),
    "states": ("free", changing),
}


def figures(motion: str, times: int) -> dict[str, Any]:
    from roomdisplay.ui.window import close_window

    scene, doing = MOTIONS[motion]
    door = opened(scene)
    frames = measured(door, doing(door), times)
    close_window(door.glass)
    wall, cpu = _spread([f.wall for f in frames]), _spread([f.cpu for f in frames])
    is_met = cpu["median"] <= MEDIAN and cpu["p99"] <= WORST
    return {"figure": f"frames, {motion}", "frames": len(frames), "ms": wall, "cpu_ms": cpu, "met": is_met}


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    at = {"median": statistics.median(ordered), "p95": _quantile(ordered, 0.95), "p99": _quantile(ordered, 0.99)}
    return {name: round(value, 2) for name, value in at.items()} | {"longest": round(ordered[-1], 2)}


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> int:
    from roomdisplay.ui.platform import prepare

    parser = argparse.ArgumentParser(
        prog="script/bench frames", description="One JSON object for each motion, or for each state of a quiet minute."
    )
    parser.add_argument("motions", nargs="*", choices=[[], *MOTIONS, MINUTE], help=f"default: all but {MINUTE}")
    parser.add_argument("--times", type=int, default=20, help="each motion so often (default: 20)")
    arguments = parser.parse_args()
    prepare(SIZE, display=False)
    application = QGuiApplication(["frames"])
    told: list[dict[str, Any]] = []
    for motion in arguments.motions or MOTIONS:
        told += minute.figures() if motion == MINUTE else [figures(motion, arguments.times)]
    for one in told:
        print(json.dumps(one), flush=True)
    application.processEvents()
    return 0 if all(one["met"] for one in told) else 1


if __name__ == "__main__":
    sys.exit(main())
