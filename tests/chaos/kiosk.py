"""The kiosk as `roomdisplay` starts it, on a wall clock that can be moved while it runs.

Usage: python -m tests.chaos.kiosk SHIFT-FILE run --config …; the file holds one double, the seconds to add to the
machine's wall clock (the `Clock` port is all that is replaced). Ends with whoever started it: when standard input does.
"""

import os
import signal
import struct
import sys
import threading
from datetime import timedelta

from roomdisplay import cli
from roomdisplay.adapters.clock import SystemClock
from roomdisplay.core.interval import Instant
from roomdisplay.shell import app


class MovableClock:
    """A Clock whose wall time is shifted by what the file says at this moment."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDONLY)

    def now(self) -> Instant:
        (shift,) = struct.unpack("d", os.pread(self._file, 8, 0))
        return SystemClock(timedelta(seconds=shift)).now()


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
