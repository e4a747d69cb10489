"""Tries are few: by account and by address, counted in this process."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MOST_KEPT = 20_000


@dataclass(slots=True, kw_only=True)
class Throttle:
    """At most `tries` within `per`, for each key; who is refused is told how long."""

    tries: int
    per: timedelta
    _tries: OrderedDict[str, list[datetime]] = field(default_factory=OrderedDict[str, list[datetime]])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, key: str, now: datetime) -> timedelta | None:
        """None: go ahead, this try is counted. Otherwise how long to wait."""
        with self._lock:
            recent = [at for at in self._tries.pop(key, []) if now - at < self.per]
            self._tries[key] = recent
            while len(self._tries) > MOST_KEPT:
                self._tries.popitem(last=False)
            if len(recent) >= self.tries:
                return recent[0] + self.per - now
            recent.append(now)
            return None

    def forgive(self, key: str) -> None:
        """It was the right one."""
        with self._lock:
            self._tries.pop(key, None)
