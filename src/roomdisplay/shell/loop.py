"""asyncio on Qt's event loop. qasync stays in this module, with its edges.

A machine may sleep longer than its timers know, so whoever waits reads the clock again; nothing here waits longer than
30 s; nothing uses qasync's slots.
"""

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Callable, Coroutine
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QGuiApplication

from roomdisplay.shell.memory import settle, tidy
from roomdisplay.shell.timers import Timers

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlEngine

UNPAIRED = -1
"""What a panel's main gives where it is not paired any more, and is to begin anew."""
SETTLED_AFTER = 3.0
"""Seconds until what the first frame did without has been imported, and the schedule has been read."""
TIDY_EVERY = 60.0
"""Seconds. Python's cyclic collector runs only here, on the GUI thread: in another it might destroy Qt's objects."""
WORKERS = 4
"""Threads for calls that block: some at the start, later the looking up of names. qasync's own ten are 1 MB."""
_WIDGETS = "PySide6.QtWidgets"


def run_until_complete(
    application: QGuiApplication, main: Callable[[], Coroutine[Any, Any, int]], engine: "QQmlEngine | None" = None
) -> int:
    """Runs `main` on the application's event loop and gives its result. `engine` is that of its window, if any."""
    qasync = _qasync()
    gc.disable()
    loop = cast("asyncio.AbstractEventLoop", qasync.QEventLoop(application))
    loop.set_default_executor(qasync.QThreadExecutor(WORKERS))
    asyncio.set_event_loop(loop)
    timers = Timers(loop)
    setattr(loop, "call_later", timers.call_later)  # noqa: B010 - in place of qasync's; call_soon and call_at go there
    try:
        for seconds in (SETTLED_AFTER, TIDY_EVERY):  # and what a slow network kept for later
            loop.call_later(seconds, settle)
        _tidy_later(loop, engine)
        return loop.run_until_complete(main())
    finally:
        timers.close()
        loop.close()


def _qasync() -> Any:
    """qasync without Qt's widgets, of which it wants nothing but the name of their application: 4 MB."""
    is_left_out = _WIDGETS not in sys.modules
    if is_left_out:
        widgets = ModuleType(_WIDGETS)
        setattr(widgets, "QApplication", QGuiApplication)  # noqa: B010 - a module's attribute
        sys.modules[_WIDGETS] = widgets
    try:
        import qasync  # pyright: ignore[reportMissingTypeStubs]
    finally:
        if is_left_out:
            del sys.modules[_WIDGETS]
    # at DEBUG it tells what threads are given and give back: secrets, among other things
    logging.getLogger("qasync").setLevel(logging.INFO)
    return qasync


def stop_on_signals(stop: Callable[[], None]) -> None:
    """SIGTERM and SIGINT end the panel in order."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)


def _tidy_later(loop: asyncio.AbstractEventLoop, engine: "QQmlEngine | None") -> None:
    def tidy_up() -> None:
        tidy(engine)
        _tidy_later(loop, engine)

    loop.call_later(TIDY_EVERY, tidy_up)
