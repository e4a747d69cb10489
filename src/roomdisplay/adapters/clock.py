"""The machine's clocks."""

import time
from datetime import UTC, datetime, timedelta

from roomdisplay.core.interval import Instant


class SystemClock:
    """Wall time, shifted by `offset` where a demonstration is set on another day; CLOCK_BOOTTIME, which counts suspend."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset

    def now(self) -> Instant:
        return Instant(wall=datetime.now(UTC) + self._offset, mono=time.clock_gettime(time.CLOCK_BOOTTIME))
