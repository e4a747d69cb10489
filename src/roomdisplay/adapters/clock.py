"""The machine's clocks."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from roomdisplay.core.interval import Instant


class SystemClock:
    """CLOCK_BOOTTIME, which counts suspend, and wall time, shifted by `offset` for a demonstration on another day."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset

    def now(self) -> Instant:
        return Instant(wall=datetime.now(UTC) + self._offset, mono=time.clock_gettime(time.CLOCK_BOOTTIME))


def machine_zone() -> ZoneInfo:
    """Where the machine believes to be; UTC where it does not say."""
    try:
        with Path("/etc/localtime").open("rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return ZoneInfo("UTC")
