"""Windows and IANA zone names, and wall-clock time in them.

Outlook stores Windows names and accepts both; the pairs are CLDR's, as shipped with tzlocal.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tzlocal.windows_tz import tz_win, win_tz


@lru_cache(maxsize=512)
def find_zone(name: str) -> ZoneInfo | None:
    """The zone called `name` in either vocabulary, or None when Outlook would not know it either."""
    if name.casefold() in ("utc", "z", "tzone://microsoft/utc"):
        return ZoneInfo("UTC")
    try:
        return ZoneInfo(win_tz.get(name, name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def windows_name(name: str) -> str:
    """The Windows name of an IANA zone; names without one stay as they are."""
    return tz_win.get(name, name)


def to_utc(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall-clock time. A repeated hour means its first pass; a skipped one moves on by the gap."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def to_wall(instant: datetime, zone: ZoneInfo) -> datetime:
    """The wall-clock time of an instant, without a zone attached."""
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)
