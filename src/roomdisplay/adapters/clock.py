"""The machine's clocks."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from roomdisplay.core.interval import Instant

if TYPE_CHECKING:
    import asyncio

_CANCEL_ON_SET = 1 << 1
"""TFD_TIMER_CANCEL_ON_SET of <sys/timerfd.h>."""
_ABSOLUTE = 1 << 0
_NEVER = 2**40
"""Seconds since 1970."""


class SystemClock:
    """CLOCK_BOOTTIME, which counts suspend, and wall time, shifted by `offset` for a demonstration on another day."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset
        self._jumped: list[Callable[[], None]] = []
        self._timer: int | None = None

    def now(self) -> Instant:
        return Instant(wall=datetime.now(UTC) + self._offset, mono=time.clock_gettime(time.CLOCK_BOOTTIME))

    def watch(self, loop: "asyncio.AbstractEventLoop", jumped: Callable[[], None]) -> Callable[[], None]:
        """The kernel says so (timerfd_create(2)), once for all who watch on the one loop. Raises OSError where it has
        no descriptor left."""
        if self._timer is None:
            self._timer = _cancelled_when_set()
            loop.add_reader(self._timer, self._tell)
        self._jumped.append(jumped)

        def end() -> None:
            self._jumped.remove(jumped)
            if not self._jumped and self._timer is not None:
                loop.remove_reader(self._timer)
                os.close(self._timer)
                self._timer = None

        return end

    def _tell(self) -> None:
        assert self._timer is not None
        with suppress(OSError):  # ECANCELED: that is what it has to say
            os.read(self._timer, 8)
        for jumped in tuple(self._jumped):
            jumped()


def _cancelled_when_set() -> int:
    """The descriptor of a timer that only ever ends because the wall clock was set, or came back from a sleep."""
    import ctypes  # 10 ms, after the first frame

    libc = ctypes.CDLL(None, use_errno=True)
    timer = libc.timerfd_create(time.CLOCK_REALTIME, os.O_NONBLOCK | os.O_CLOEXEC)
    if timer < 0:
        raise OSError(ctypes.get_errno(), "There is no timer that tells when the clock is set")
    never = (ctypes.c_long * 4)(0, 0, _NEVER, 0)
    if libc.timerfd_settime(timer, _ABSOLUTE | _CANCEL_ON_SET, ctypes.byref(never), None) < 0:
        os.close(timer)
        raise OSError(ctypes.get_errno(), "There is no timer that tells when the clock is set")
    return timer


def machine_zone() -> ZoneInfo:
    """Where the machine believes to be; UTC where it does not say."""
    try:
        with Path("/etc/localtime").open("rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return ZoneInfo("UTC")
