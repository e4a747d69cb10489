"""What Qt must be told before it starts: where to draw, and with what. Imports nothing of Qt."""

import atexit
import json
import os
import tempfile
from pathlib import Path

Size = tuple[int, int]


def has_display() -> bool:
    """Is there a screen somebody can look at?"""
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))


def prepare(size: Size, display: bool | None = None) -> bool:
    """Chooses Qt's platform and renderer; called once, before the QGuiApplication. True if something is drawn to see.

    `size` is the offscreen screen's, in pixels. `display` None: look whether there is one. What the environment says
    already (QT_QPA_PLATFORM, QT_QUICK_BACKEND, QV4_GC_TIMELIMIT) stays.
    """
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    # QML's garbage is collected in one go. In steps of at most 5 ms, as Qt would by itself from 6.8 on, it crashes at
    # least up to 6.10 where the machine puts the process aside as the first step begins, while a page is being made
    os.environ.setdefault("QV4_GC_TIMELIMIT", "0")
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "1")  # ms until a frame, where no compositor asks for it; else 5
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return not chosen.startswith(("offscreen", "minimal"))
    if has_display() if display is None else display:
        return True
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_offscreen_config(size)}"
    return False


def _offscreen_config(size: Size) -> Path:
    width, height = size
    screen = {"name": "panel", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    handle, name = tempfile.mkstemp(prefix="roomdisplay-screen-", suffix=".json")
    path = Path(name)
    with os.fdopen(handle, "w") as file:
        json.dump({"screens": [screen]}, file)
    _screens.append(path)
    atexit.register(started)
    return path


_screens: list[Path] = []


def started() -> None:
    """The QGuiApplication is there and has read what described its screen: nothing stays behind, even after kill -9."""
    while _screens:
        _screens.pop().unlink(missing_ok=True)
