"""Faults on order: which requests they hit, and what becomes of those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DROPS = ("request", "reply")
CODES = {
    400: "BadRequest",
    401: "InvalidAuthenticationToken",
    403: "ErrorAccessDenied",
    404: "ErrorItemNotFound",
    409: "ErrorIrresolvableConflict",
    410: "SyncStateNotFound",
    412: "ErrorIrresolvableConflict",
    429: "TooManyRequests",
    500: "ErrorInternalServerError",
    501: "NotImplemented",
    502: "UnknownError",
    503: "serviceNotAvailable",
    504: "GatewayTimeout",
    507: "ErrorQuotaExceeded",
}


@dataclass(slots=True, kw_only=True)
class Fault:
    """One order. `path` is searched in path and query; the first `after` matches are spared, then `count` are hit.

    With `status` the request is answered without being processed. `drop` closes the connection: "request" before
    processing, "reply" after it. `truncate_body` sends that many bytes of the answer, then closes. `body` replaces the
    answer's body.
    """

    id: int
    method: str | None = None
    path: re.Pattern[str] | None = None
    count: int | None = None
    after: int = 0
    status: int | None = None
    code: str | None = None
    message: str | None = None
    retry_after: int | None = None
    delay_ms: int = 0
    drop: str | None = None
    truncate_body: int | None = None
    body: str | None = None
    seen: int = 0
    hits: int = 0

    def strikes(self, method: str, target: str) -> bool:
        """Whether the fault hits this request; counts it either way."""
        if self.method is not None and self.method.upper() != method.upper():
            return False
        if self.path is not None and not self.path.search(target):
            return False
        if self.count is not None and self.hits >= self.count:
            return False
        self.seen += 1
        if self.seen <= self.after:
            return False
        self.hits += 1
        return True


class Faults:
    """The orders in force, oldest first; the first that strikes decides."""

    def __init__(self) -> None:
        self._faults: dict[int, Fault] = {}
        self._last = 0

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._faults.values())

    def next_id(self) -> int:
        self._last += 1
        return self._last

    def add(self, fault: Fault) -> None:
        self._faults[fault.id] = fault

    def clear(self) -> None:
        self._faults.clear()

    def remove(self, number: int) -> bool:
        return self._faults.pop(number, None) is not None

    def strike(self, method: str, target: str) -> Fault | None:
        return next((fault for fault in self._faults.values() if fault.strikes(method, target)), None)
