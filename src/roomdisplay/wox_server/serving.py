"""What a request is answered with."""

from collections.abc import Callable
from datetime import UTC, datetime

from msgspec import Struct
from starlette.requests import HTTPConnection

from roomdisplay.wox_server.api.streams import Streams
from roomdisplay.wox_server.hub import Hub
from roomdisplay.wox_server.limits import Allowance
from roomdisplay.wox_server.metrics import Metrics
from roomdisplay.wox_server.releases import Shelf
from roomdisplay.wox_server.transactions import Transactions

Now = Callable[[], datetime]
"""The time of day, UTC."""


def utc_now() -> datetime:
    return datetime.now(UTC)


class Serving(Struct, frozen=True, kw_only=True):
    transactions: Transactions
    hub: Hub
    streams: Streams
    metrics: Metrics
    lookups: Allowance
    """Of each panel: how often a badge or PIN may be unknown."""
    introductions: Allowance
    """Of each address: how often panels may introduce themselves."""
    shelf: Shelf
    """The bundles of releases."""
    now: Now
    public_url: str
    """Where people and panels reach the server, without a slash at its end."""


def serving(request: HTTPConnection) -> Serving:
    return request.state.serving
