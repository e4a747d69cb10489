"""When a request may go out. Times are monotonic seconds.

One request is in flight at a time. While all is well the panel reads every `poll_every`, shifted onto a meeting
boundary where one is near; once anything fails, at most `FAILING_BUDGET` requests leave in any minute.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

FAILING_BUDGET = 4
MINUTE = 60.0
SLACK = 0.5
"""Kept clear of the minute's edge, so that a budget holds for whoever counts at the other end of the wire."""
READ_RETRY_FIRST = 15.0
READ_RETRY_LONGEST = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    sent: tuple[float, ...] = ()
    """When the requests of the last minute left."""
    failed_at: float | None = None
    """When a request last failed."""
    failures: int = 0
    """Reads that failed in a row."""
    not_before: float | None = None
    """Retry-After."""
    read_at: float | None = None
    """When a read last left."""

    def sending(self, now: float, *, read: bool) -> "Traffic":
        recent = tuple(at for at in self.sent if now - at < MINUTE + SLACK)
        return replace(self, sent=(*recent, now), read_at=now if read else self.read_at)

    def succeeded(self, *, read: bool) -> "Traffic":
        return replace(self, failures=0, not_before=None) if read else replace(self, not_before=None)

    def failed(self, now: float, *, read: bool, retry_after: float | None) -> "Traffic":
        return replace(
            self,
            failed_at=now,
            failures=self.failures + 1 if read else self.failures,
            not_before=now + retry_after if retry_after is not None else self.not_before,
        )

    def may_send_at(self, now: float) -> float:
        """The earliest moment from `now` on at which any request may leave."""
        at = max(now, self.not_before or now)
        if self.failed_at is not None and now - self.failed_at < MINUTE + SLACK and len(self.sent) >= FAILING_BUDGET:
            at = max(at, self.sent[-FAILING_BUDGET] + MINUTE + SLACK)
        return at

    def next_read_at(self, poll_every: float, boundaries: Iterable[float]) -> float | None:
        """When the schedule is to be read again (None: at once). `boundaries` are the coming starts and ends."""
        if self.read_at is None:
            return None
        if self.failures:
            return self.read_at + min(READ_RETRY_LONGEST, READ_RETRY_FIRST * 2 ** (self.failures - 1))
        due = self.read_at + poll_every
        near = [b + 1 for b in boundaries if due < b + 1 <= due + poll_every / 2]
        return min(near, default=due)
