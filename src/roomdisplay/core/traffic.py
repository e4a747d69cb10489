"""When a request may go out. Times are monotonic seconds.

One request is in flight at a time. While all is well the panel reads every `poll_every`, shifted onto a meeting
boundary where one is near. From the first request that fails on, until a minute has passed without another, at most
`FAILING_BUDGET` requests leave in any minute, those that failed included.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

FAILING_BUDGET = 4
MINUTE = 60.0
SLACK = 0.5
"""Kept clear of the minute's edge, so that a budget holds for whoever counts at the other end of the wire."""
READ_RETRY_FIRST = 15.0
READ_RETRY_LONGEST = 60.0
RETRY_AFTER_LONGEST = 3600.0
"""A longer wish is a mistake somewhere (a date and a wrong clock, a proxy): it must not silence a panel for good."""


class Traffic(Struct, frozen=True, kw_only=True):
    sent: tuple[float, ...] = ()
    """When the requests of the last minute left."""
    failed_at: float | None = None
    """When a request last failed."""
    failing_from: float = 0.0
    """When the first request of this run of failures left."""
    failures: int = 0
    """Reads that failed in a row."""
    spread: float = 1.0
    """In [0, 1): drawn at the last failure, so that the panels of one building do not come back all at once."""
    not_before: float | None = None
    """Retry-After."""
    read_at: float | None = None
    """When a read last left."""

    def sending(self, now: float, *, read: bool) -> "Traffic":
        recent = tuple(at for at in self.sent if now - at < MINUTE + SLACK)
        return replace(self, sent=(*recent, now), read_at=now if read else self.read_at)

    def succeeded(self, *, read: bool) -> "Traffic":
        return replace(self, failures=0, not_before=None) if read else replace(self, not_before=None)

    def failed(
        self, now: float, *, read: bool, retry_after: float | None, jitter: float, requests: int = 1
    ) -> "Traffic":
        """The request that left last has failed; `requests` of them left under its name."""
        left = self.sent[-1] if self.sent else now
        return replace(
            self,
            sent=(*self.sent, *[left] * (requests - 1)),
            failed_at=now,
            failing_from=self.failing_from if self._is_failing(now) else left,
            failures=self.failures + 1 if read else self.failures,
            spread=jitter,
            not_before=now + min(retry_after, RETRY_AFTER_LONGEST) if retry_after is not None else self.not_before,
        )

    def mended(self) -> "Traffic":
        """Somebody has taken the reason away, so what failed before says nothing about the next request."""
        return replace(self, failed_at=None, failures=0, not_before=None)

    def may_send_at(self, now: float) -> float:
        """The earliest moment from `now` on at which any request may leave."""
        at = max(now, self.not_before or now)
        counted = [sent for sent in self.sent if sent >= self.failing_from]
        if self._is_failing(now) and len(counted) >= FAILING_BUDGET:
            at = max(at, counted[-FAILING_BUDGET] + MINUTE + SLACK)
        return at

    def _is_failing(self, now: float) -> bool:
        return self.failed_at is not None and now - self.failed_at < MINUTE + SLACK

    def next_read_at(self, poll_every: float, boundaries: Iterable[float]) -> float | None:
        """When the schedule is to be read again (None: at once). `boundaries` are the coming starts and ends."""
        if self.read_at is None:
            return None
        if self.failures:
            ceiling = min(READ_RETRY_LONGEST, READ_RETRY_FIRST * 2 ** min(self.failures - 1, 10))
            return self.read_at + ceiling * (1 + self.spread) / 2
        due = self.read_at + poll_every
        near = [b + 1 for b in boundaries if due < b + 1 <= due + poll_every / 2]
        return max(near, default=due)
