"""Outlook's service limits, per application and mailbox.

Source: Microsoft's page "Microsoft Graph service-specific throttling limits": 10,000 requests in 10 minutes and 4 at
a time. Refused calls count too; Retry-After is usually there, but not always (outlook-dev-docs issue 144).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager

from msgspec import Struct

from roomdisplay.simulator.errors import GraphError


class Limits(Struct, frozen=True, kw_only=True):
    """Requests in a sliding window of seconds, and requests at the same time."""

    requests: int = 10_000
    window_seconds: float = 600.0
    concurrent: int = 4


class Throttle:
    """Counts requests by application and mailbox. `monotonic` gives seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.limits = Limits()
        self._monotonic = monotonic
        self._seen: dict[tuple[str, str], deque[float]] = {}
        self._open: dict[tuple[str, str], int] = {}
        self._refused = 0

    @contextmanager
    def admit(self, app_id: str, mailbox: str) -> Generator[None]:
        """Holds a place for one request; raises the 429 when there is none."""
        key = (app_id, mailbox.casefold())
        now = self._monotonic()
        seen = self._seen.setdefault(key, deque())
        while seen and seen[0] <= now - self.limits.window_seconds:
            seen.popleft()
        seen.append(now)
        if len(seen) > self.limits.requests:
            raise self._refusal("MailboxRequests", int(seen[0] + self.limits.window_seconds - now) + 1)
        if self._open.get(key, 0) >= self.limits.concurrent:
            raise self._refusal("MailboxConcurrency", 1)
        self._open[key] = self._open.get(key, 0) + 1
        try:
            yield
        finally:
            self._open[key] -= 1

    def _refusal(self, limit: str, seconds: int) -> GraphError:
        self._refused += 1
        silent = self._refused % 4 == 0
        return GraphError(
            429,
            "ApplicationThrottled",
            f"Application is over its {limit} limit.",
            headers={} if silent else {"Retry-After": str(seconds)},
            inner=self._refused % 2 == 1,
        )
