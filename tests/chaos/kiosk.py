"""The kiosk as `roomdisplay` starts it, on a wall clock that can be moved while it runs.

Usage: python -m tests.chaos.kiosk SHIFT-FILE run --config …; the file holds one double, the seconds to add to the
machine's wall clock (the `Clock` port is all that is replaced). Ends with whoever started it: when standard input does.
"""

import asyncio
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable
from datetime import timedelta

from roomdisplay import cli
from roomdisplay.adapters.clock import SystemClock
from roomdisplay.core.interval import Instant
from roomdisplay.shell import app

LOOK_EVERY = 0.5
"""Seconds in which the panel hears that its clock was moved."""


class MovableClock:
    """A Clock whose wall time is shifted by what the file says at this moment."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDONLY)

    def now(self) -> Instant:
        return SystemClock(timedelta(seconds=self._shift)).now()

    def watch(self, loop: asyncio.AbstractEventLoop, jumped: Callable[[], None]) -> Callable[[], None]:
        async def look() -> None:
            while True:
                before = self._shift
                await asyncio.sleep(LOOK_EVERY)
                if self._shift != before:
                    jumped()

        looking = loop.create_task(look())

        def end() -> None:
            looking.cancel()

        return end

    @property
    def _shift(self) -> float:
        (shift,) = struct.unpack("d", os.pread(self._file, 8, 0))
        return shift


def _end_with_the_parent() -> None:
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> int:
    clock = MovableClock(sys.argv[1])
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    setattr(app, "SystemClock", lambda: clock)  # noqa: B010 - a name of the composition root
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
