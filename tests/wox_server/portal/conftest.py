"""The Portal as a browser over https meets it, without sockets; on both databases, at a time of the test's."""

import re
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.portal.visit import Portal
from roomdisplay.wox_server.releases import Shelf
from roomdisplay.wox_server.server import NO_SHELF, application
from tests.wox_server.building import NOW
from tests.wox_server.portal.office import Office, signed_in, staffed

with warnings.catch_warnings():
    # Starlette would rather have httpx's fork, which nothing else here needs
    warnings.filterwarnings("ignore", message="Using `httpx` with")
    from starlette.testclient import TestClient

HTTPS = "https://wox.example"


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


class Browser:
    """Keeps cookies, follows no redirects, and sends forms back with what was hidden in them."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def cookies(self) -> httpx.Cookies:
        return self._client.cookies

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self._client.get(path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return self._client.post(path, **options)

    def form(self, page: str, action: str, **typed: Any) -> httpx.Response:
        """Opens `page` and sends its form to `action`."""
        return self.post(action, data={"csrf": self.csrf(page), **typed})

    def csrf(self, page: str) -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(page).text)
        return found[1] if found else ""


Open = Callable[..., Browser]


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def office(database: Database, clock: Clock) -> Office:
    return staffed(database, clock.now)


@pytest.fixture
def browser(database: Database, clock: Clock) -> Iterator[Open]:
    """`browser()` is a stranger's, `browser(person)` that of somebody signed in."""
    opened: list[Any] = []

    def open_(
        person: int | None = None, *, portal: Portal | None = None, url: str = HTTPS, shelf: Shelf = NO_SHELF
    ) -> Browser:
        app = application(database, public_url=HTTPS, now=clock, portal=portal, shelf=shelf)
        client: Any = TestClient(app, base_url=url, follow_redirects=False, client=("127.0.0.1", 50000))
        client.__enter__()
        opened.append(client)
        made = Browser(client)
        if person is not None:
            made.cookies.set("__Host-session", signed_in(database, person, clock.now))
        return made

    yield open_
    for one in opened:
        one.__exit__(None, None, None)
