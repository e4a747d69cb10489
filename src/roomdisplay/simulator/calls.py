"""A request to Graph, and its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from msgspec import Struct, field

from roomdisplay.simulator.errors import JsonObject


class Call(Struct, frozen=True, kw_only=True):
    """A request to Graph. `path` is as sent, from /v1.0 on; `origin` is scheme and authority as the caller sees it."""

    method: str
    path: str
    query: str = ""
    origin: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def segments(self) -> list[str]:
        """The decoded path below the version; a key in parentheses becomes a segment of its own, and the
        namespace's alias `graph` is written out."""
        found: list[str] = []
        for raw in self.path.split("/")[2:]:
            segment = unquote(raw)
            keyed = re.fullmatch(r"(\w+)\('([^']*)'\)", segment)
            found.extend((keyed[1], keyed[2]) if keyed else (segment,))
        return [re.sub(r"^graph\.", "microsoft.graph.", segment) for segment in found if segment]


class Answer(Struct, frozen=True, kw_only=True):
    """Status, JSON body (None for empty) and headers."""

    status: int = 200
    body: JsonObject | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
