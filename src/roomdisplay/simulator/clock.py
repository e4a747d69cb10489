"""The tenant's two clocks: real time for tokens and throttling, calendar time for everything a calendar shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class TenantClock:
    """Calendar time is real time plus an offset, so that a scenario can begin at any instant and still run on."""

    def __init__(self, starts_at: datetime | None = None) -> None:
        self.offset = timedelta() if starts_at is None else starts_at - self.real()

    def real(self) -> datetime:
        """The machine's time, in UTC."""
        return datetime.now(UTC)

    def now(self) -> datetime:
        """Calendar time, in UTC."""
        return self.real() + self.offset

    def jump_to(self, instant: datetime) -> None:
        """Makes `instant` (with an offset) the present calendar time."""
        self.offset = instant - self.real()
