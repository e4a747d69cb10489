"""Somebody with a browser on the Portal, over HTTP alone, and waiting for what is to come of it."""

import re
import time
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

import httpx

from tests.processes import WoxServer

ROOM = "aurora@contoso.example"
BERLIN = ZoneInfo("Europe/Berlin")
PASSWORD = "correct horse battery staple"
PATIENCE = 75.0

T = TypeVar("T")
Slot = tuple[datetime, datetime]


class Browser:
    """Keeps cookies, follows where it is led, and sends forms back with what was hidden in them."""

    def __init__(self, url: str, *, patience: float = 20) -> None:
        self._http = httpx.Client(base_url=url, follow_redirects=True, timeout=patience)

    def send(self, page: str, action: str, **typed: str) -> httpx.Response:
        """Fills in a form of `page`."""
        answer = self._http.post(action, data={"csrf": self._csrf(page), **typed})
        answer.raise_for_status()
        return answer

    def upload(self, page: str, action: str, **files: bytes) -> None:
        self._http.post(action, data={"csrf": self._csrf(page)}, files=files).raise_for_status()

    def _csrf(self, page: str) -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', self._http.get(page).text)
        return found[1] if found else ""

    def page(self, path: str) -> str:
        return self._http.get(path).text

    def close(self) -> None:
        self._http.close()


class Visitor(Browser):
    """Somebody with a browser on the Portal, who becomes its first administrator."""

    def __init__(self, wox: WoxServer) -> None:
        super().__init__(wox.url)
        welcome = wox.told["set_up"]
        self.send(welcome, welcome, name="Ada Lovelace", email="ada@contoso.example", password=PASSWORD, again=PASSWORD)
        page = self.page("/")
        self.room = next(
            f"/room/{id}"
            for id, name in re.findall(r'href="/room/(\d+)"[^>]*>(.*?)</a>', page, re.S)
            if "Aurora" in name
        )

    def book(self, slot: Slot, subject: str) -> str:
        """Returns the page of the booking."""
        return str(self.send(self.room, f"{self.room}/book", **typed(slot, subject)).url)

    def tries(self, page: str, action: str, **typed: str) -> str | None:
        """Fills in a form that may be refused, by a server that may be away; where it leads to, or None."""
        try:
            return str(self.send(page, action, **typed).url)
        except httpx.HTTPError:
            return None

    def day(self, slot: Slot) -> str:
        """The room's page of the slot's day."""
        return self.page(f"{self.room}?day={slot[0].astimezone(BERLIN):%Y-%m-%d}")


def until(wanted: Callable[[], T | None], patience: float = PATIENCE) -> T:
    deadline = time.monotonic() + patience
    while not (found := wanted()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.1)
    return found


def typed(slot: Slot, subject: str) -> dict[str, str]:
    start, end = (instant.astimezone(BERLIN) for instant in slot)
    return {"day": f"{start:%Y-%m-%d}", "start": f"{start:%H:%M}", "end": f"{end:%H:%M}", "subject": subject}
