"""asyncio on Qt's event loop. qasync stays in this module, with its edges.

Its timers may fire up to a twentieth early or late, so whoever sleeps reads the clock again; nothing here sleeps longer
than 30 s; nothing uses its slots.
"""

import asyncio
import gc
import signal
from collections.abc import Callable, Coroutine
from typing import Any, cast

from PySide6.QtGui import QGuiApplication

UNPAIRED = -1
"""What a panel's main gives where it is not paired any more, and is to begin anew."""
COLLECT_EVERY = 60.0
"""Seconds. Python's cyclic collector runs only here, on the GUI thread: in another it might destroy Qt's objects."""


def run_until_complete(application: QGuiApplication, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Runs `main` on the application's event loop and gives its result."""
    import qasync  # pyright: ignore[reportMissingTypeStubs]

    gc.disable()
    loop = cast("asyncio.AbstractEventLoop", qasync.QEventLoop(application))
    asyncio.set_event_loop(loop)
    try:
        _collect_later(loop)
        return loop.run_until_complete(main())
    finally:
        loop.close()


def stop_on_signals(stop: Callable[[], None]) -> None:
    """SIGTERM and SIGINT end the panel in order."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)


def _collect_later(loop: asyncio.AbstractEventLoop) -> None:
    def collect() -> None:
        gc.collect()
        _collect_later(loop)

    loop.call_later(COLLECT_EVERY, collect)
