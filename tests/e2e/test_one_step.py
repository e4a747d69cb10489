"""One step: what is booked in Outlook, on the Portal or at the glass is booked everywhere, through real processes."""

import re
import time
from collections.abc import Callable, Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import httpx
import pytest

from tests.processes import Kiosk, Tenant, WoxServer

ROOM = "aurora@contoso.example"
BERLIN = ZoneInfo("Europe/Berlin")
PASSWORD = "correct horse battery staple"
PATIENCE = 75.0

Json = dict[str, Any]
T = TypeVar("T")
Slot = tuple[datetime, datetime]


class Visitor:
    """Somebody with a browser on the Portal, who becomes its first administrator."""

    def __init__(self, wox: WoxServer) -> None:
        self._http = httpx.Client(base_url=wox.url, follow_redirects=True, timeout=20)
        welcome = wox.told["set_up"]
        self.send(welcome, welcome, name="Ada Lovelace", email="ada@contoso.example", password=PASSWORD, again=PASSWORD)
        page = self._http.get("/").text
        self.room = next(
            f"/room/{id}"
            for id, name in re.findall(r'href="/room/(\d+)"[^>]*>(.*?)</a>', page, re.S)
            if "Aurora" in name
        )

    def send(self, page: str, action: str, **typed: str) -> httpx.Response:
        """Fills in a form of `page`."""
        csrf = re.search(r'name="csrf" value="([^"]+)"', self._http.get(page).text)
        answer = self._http.post(action, data={"csrf": csrf[1] if csrf else "", **typed})
        answer.raise_for_status()
        return answer

    def book(self, slot: Slot, subject: str) -> str:
        """Returns the page of the booking."""
        start, end = (instant.astimezone(BERLIN) for instant in slot)
        typed = {"day": f"{start:%Y-%m-%d}", "start": f"{start:%H:%M}", "end": f"{end:%H:%M}", "subject": subject}
        return str(self.send(self.room, f"{self.room}/book", **typed).url)

    def page(self, path: str) -> str:
        return self._http.get(path).text

    def day(self, slot: Slot) -> str:
        """The room's page of the slot's day."""
        return self.page(f"{self.room}?day={slot[0].astimezone(BERLIN):%Y-%m-%d}")

    def close(self) -> None:
        self._http.close()


@pytest.fixture
def wox(tenant: Tenant, tmp_path: Path) -> Generator[WoxServer]:
    """It holds the link to Office 365, and so does the panel."""
    server = WoxServer(tenant.told, tmp_path)
    yield server
    server.close()


@pytest.fixture
def visitor(wox: WoxServer) -> Generator[Visitor]:
    visitor = Visitor(wox)
    yield visitor
    visitor.close()


def until(wanted: Callable[[], T | None], patience: float = PATIENCE) -> T:
    deadline = time.monotonic() + patience
    while not (found := wanted()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.1)
    return found


def tomorrow(hour: int, minutes: int = 30) -> Slot:
    """A time at which the tenant's Aurora is free."""
    day = datetime.now(BERLIN).date() + timedelta(days=1)
    start = datetime.combine(day, datetime.min.time(), BERLIN).replace(hour=hour).astimezone(UTC)
    return start, start + timedelta(minutes=minutes)


def mailbox(tenant: Tenant) -> dict[Slot, str]:
    """What stands in the room's calendar: tomorrow and today, series left aside."""
    events = tenant.control(f"rooms/{ROOM}/events")["events"]
    return {
        _slot(e): e["subject"]
        for e in events
        if not e["deleted"] and not e["isCancelled"] and e["type"] == "singleInstance" and e["showAs"] != "free"
    }


def _slot(event: Json) -> Slot:
    def at(end: str) -> datetime:
        return datetime.fromisoformat(event[end]["dateTime"]).replace(tzinfo=UTC)

    return at("start"), at("end")


def on_wox(wox: WoxServer) -> dict[Slot, str]:
    return {
        (datetime.fromisoformat(b["start"]), datetime.fromisoformat(b["end"])): b["state"]
        for b in wox.feed(ROOM)["bookings"]
        if b["state"] not in ("cancelled", "refused")
    }


def on_glass(kiosk: Kiosk) -> dict[Slot, str | None]:
    return {
        (datetime.fromisoformat(m["start"]), datetime.fromisoformat(m["end"])): m["subject"]
        for m in kiosk.ctl("state")["meetings"]
    }


def book_at_the_glass(kiosk: Kiosk) -> Slot:
    kiosk.ctl("tap", "15 min")
    kiosk.until(lambda state: state["sheet"] is not None)
    kiosk.ctl("tap", "Book ")
    state = kiosk.until(lambda state: bool(state["outbox"]))
    entry = state["outbox"][-1]
    return datetime.fromisoformat(entry["start"]), datetime.fromisoformat(entry["end"])


def test_booked_in_one_place_is_booked_everywhere(
    tenant: Tenant, wox: WoxServer, visitor: Visitor, start: Callable[..., Kiosk]
) -> None:
    kiosk = start(wox=wox)
    kiosk.until(lambda state: state["freshness"]["kind"] == "live")

    slot = tomorrow(18)
    booking = visitor.book(slot, "Booked on the Portal")
    until(lambda: mailbox(tenant).get(slot) == "Booked on the Portal")
    until(lambda: on_glass(kiosk).get(slot) == "Booked on the Portal")
    until(lambda: on_wox(wox).get(slot) == "confirmed")
    assert "Booked on the Portal" in visitor.page(booking)

    other = tomorrow(19)
    iso = {"start": other[0].isoformat(), "end": other[1].isoformat()}
    tenant.control("outlook/book", {"room": ROOM, "subject": "Booked in Outlook", **iso})
    kiosk.ctl("refresh")
    until(lambda: on_glass(kiosk).get(other) == "Booked in Outlook")
    until(lambda: on_wox(wox).get(other) == "confirmed")
    assert "Booked in Outlook" in visitor.day(other)

    tapped = book_at_the_glass(kiosk)
    until(lambda: tapped in mailbox(tenant))
    until(lambda: on_wox(wox).get(tapped) == "confirmed")
    assert "Walk-up booking" in visitor.day(tapped)


def test_where_the_panel_alone_holds_the_link_it_mirrors(
    tenant: Tenant, tmp_path: Path, start: Callable[..., Kiosk]
) -> None:
    wox = WoxServer(tenant.told, tmp_path, mirrors=False)
    visitor = Visitor(wox)
    try:
        kiosk = start(wox=wox)
        kiosk.until(lambda state: state["freshness"]["kind"] == "live")
        slot, other = tomorrow(18), tomorrow(19)
        booking = visitor.book(slot, "Booked on the Portal")
        until(lambda: mailbox(tenant).get(slot) == "Booked on the Portal")
        until(lambda: on_wox(wox).get(slot) == "confirmed")
        iso = {"start": other[0].isoformat(), "end": other[1].isoformat()}
        tenant.control("outlook/book", {"room": ROOM, "subject": "Booked in Outlook", **iso})
        kiosk.ctl("refresh")
        until(lambda: on_wox(wox).get(other) == "confirmed")
        visitor.send(booking, f"{booking}/cancel")
        until(lambda: slot not in mailbox(tenant))
        until(lambda: slot not in on_wox(wox))
        assert other in mailbox(tenant)
    finally:
        visitor.close()
        wox.close()


def test_through_faults_all_sides_agree_in_the_end(
    tenant: Tenant, wox: WoxServer, visitor: Visitor, start: Callable[..., Kiosk]
) -> None:
    kiosk = start(wox=wox)
    kiosk.until(lambda state: state["freshness"]["kind"] == "live")
    graph = {"path": r"^/v1\.0/"}
    first, second, third = tomorrow(18), tomorrow(19), tomorrow(20)

    tenant.control("faults", {**graph, "method": "POST", "count": 1, "drop": "reply"})
    visitor.book(first, "The reply was lost")
    until(lambda: first in mailbox(tenant))

    wox.kill()
    tapped = book_at_the_glass(kiosk)
    until(lambda: tapped in mailbox(tenant))
    iso = {"start": second[0].isoformat(), "end": second[1].isoformat()}
    tenant.control("outlook/book", {"room": ROOM, "subject": "While WOX was down", **iso})
    kiosk.kill()
    wox.start()
    kiosk = start(wox=wox)

    tenant.control("faults", {**graph, "count": 2, "status": 503})
    visitor.book(third, "While Office 365 was down")
    wanted = {first, second, third, tapped}
    until(lambda: wanted <= mailbox(tenant).keys())
    until(lambda: all(on_wox(wox).get(slot) == "confirmed" for slot in wanted))
    until(lambda: wanted <= on_glass(kiosk).keys())
    ids = [e["transactionId"] for e in tenant.control(f"rooms/{ROOM}/events")["events"] if not e["deleted"]]
    made = [id for id in ids if id]
    assert len(made) == len(set(made)) == 3, "nothing is written twice"
