"""What came in and how it was answered, without anybody's secrets."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from roomdisplay.simulator.errors import JsonObject

KEPT = 10_000
REDACTED = "(redacted)"
_SECRETS = frozenset({"client_secret", "client_assertion", "refresh_token", "password", "device_code", "code"})


@dataclass(slots=True, kw_only=True)
class Entry:
    """One request. `ms` is how long its answer took; `status` is 0 while it runs and when the connection was cut."""

    n: int
    at: datetime
    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: Any
    status: int = 0
    room: str | None = None
    fault: int | None = None
    ms: float = 0.0

    def to_json(self) -> JsonObject:
        return {
            "n": self.n,
            "at": self.at.isoformat(),
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "headers": self.headers,
            "body": self.body,
            "status": self.status,
            "room": self.room,
            "fault": self.fault,
            "ms": round(self.ms, 1),
        }


class Ledger:
    """The last 10,000 requests to Graph and Entra. Numbers go on after clearing."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self.count = 0

    def open(
        self, *, at: datetime, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes
    ) -> Entry:
        self.count += 1
        shown = {name: REDACTED if name in ("authorization", "cookie") else value for name, value in headers.items()}
        entry = Entry(
            n=self.count,
            at=at,
            method=method,
            path=path,
            query=query,
            headers=shown,
            body=_readable(body, headers.get("content-type", "")),
        )
        self._entries.append(entry)
        return entry

    def since(self, number: int) -> list[Entry]:
        return [entry for entry in self._entries if entry.n > number]

    def clear(self) -> None:
        self._entries.clear()


def _readable(body: bytes, content_type: str) -> Any:
    if not body:
        return None
    text = body.decode("utf-8", "replace")
    if "form-urlencoded" in content_type:
        return {name: REDACTED if name in _SECRETS else value for name, value in parse_qsl(text)}
    try:
        return json.loads(text)
    except ValueError:
        return text
