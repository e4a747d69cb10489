"""The machine's clocks."""

import time
from datetime import UTC, datetime, timedelta

from roomdisplay.core.interval import Instant


class SystemClock:
    """CLOCK_BOOTTIME, which counts suspend, and wall time, shifted by `offset` for a demonstration on another day."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset

    def now(self) -> Instant:
        return Instant(wall=datetime.now(UTC) + self._offset, mono=time.clock_gettime(time.CLOCK_BOOTTIME))
