"""The composition root: a panel from settings to exit.

The first frame shows the kept schedule and needs neither network nor event loop: what speaks to Office 365 is imported
after it, in a worker thread.
"""

import gc
import logging
import os
import signal
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from roomdisplay import __version__
from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.config.settings import Settings
from roomdisplay.core.freshness import Live
from roomdisplay.core.machine import State
from roomdisplay.ports import Calendar, Clock, Secrets, StoreBroken, Stored
from roomdisplay.shell.control import ControlError, ControlServer, default_socket
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.intents import GlassIntents
from roomdisplay.ui import platform, screen
from roomdisplay.ui.viewmodels.panel import PanelViewModel
from roomdisplay.ui.window import create_window

if TYPE_CHECKING:
    import asyncio

    from PySide6.QtQuick import QQuickView

log = logging.getLogger(__name__)

FIRST_FRAME_PATIENCE = 5.0
SCREENSHOT_PATIENCE = 10.0
COLLECT_EVERY = 60.0
"""Seconds. Python's collector runs only here, on the GUI thread: elsewhere it might destroy Qt objects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What the command line adds to the settings."""

    socket: Path | None = None
    test_controls: bool = False
    screenshot: Path | None = None
    seconds: float | None = None
    show_timings: bool = False


def run_from_config(path: Path, options: RunOptions) -> int:
    """`roomdisplay run`: exit status 2 where the configuration is wrong, 1 where the panel cannot start."""
    from roomdisplay.config.loader import ConfigError, load

    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    try:
        settings = load(path)
    except ConfigError as error:
        print(f"roomdisplay: {error}", file=sys.stderr)
        return 2
    from roomdisplay.adapters.secrets import NamedSecrets

    return Panel(settings, secrets=NamedSecrets(), clock=SystemClock(), options=options).run()


def state_directory(settings: Settings) -> Path:
    """The configured folder, else $STATE_DIRECTORY (systemd), else the user's state folder."""
    if settings.state_directory is not None:
        return settings.state_directory
    if given := os.environ.get("STATE_DIRECTORY"):
        return Path(given.split(":")[0])
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "roomdisplay"


class Panel:
    """One room on one screen. `run` blocks until SIGTERM, SIGINT or the window's end."""

    def __init__(self, settings: Settings, *, secrets: Secrets, clock: Clock, options: RunOptions) -> None:
        self._settings = settings
        self._secrets = secrets
        self._clock = clock
        self._options = options
        self._begun = time.monotonic()
        self._timings: dict[str, float] = {}

    def run(self) -> int:
        settings, options = self._settings, self._options
        display = settings.display
        try:
            store = SqliteStore(state_directory(settings) / "roomdisplay.sqlite")
            stored = store.load(settings.room.address)
        except StoreBroken as error:
            print(f"roomdisplay: {error}", file=sys.stderr)
            return 1
        self._note("store")
        platform.prepare((display.width, display.height))
        application = QGuiApplication(["roomdisplay"])
        application.setApplicationName("roomdisplay")
        self._note("application")
        state = State(room=settings.room, policy=settings.policy, now=self._clock.now())
        engine = Engine(state=state, store=store, clock=self._clock, show=lambda state: view_model.show(state))
        view_model = PanelViewModel(GlassIntents(engine, self._clock), locale=display.locale)
        engine.start(stored)
        window = create_window(
            view_model, width=display.width, height=display.height, fullscreen=display.fullscreen, locale=display.locale
        )
        self._note("window")
        self._first_frame(application, window)
        self._note("frame")
        gc.disable()
        try:
            return self._serve(application, engine, view_model, window)
        finally:
            window.destroy()
            del window, view_model
            store.close()
            gc.collect()
