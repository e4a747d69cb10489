"""One step: what is booked in Outlook, on the Portal or at the glass is booked everywhere, through real processes."""

import os
import random
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from roomdisplay.shell.control import ControlError
from tests.e2e.visiting import BERLIN, ROOM, Slot, Visitor, typed, until
from tests.processes import Kiosk, NeverCame, Tenant, WoxServer

STORMS = [int(seed) for seed in os.environ.get("STORM_SEEDS", "2026").split(",")]

Json = dict[str, Any]


@pytest.fixture
def wox(tenant: Tenant, tmp_path: Path) -> Generator[WoxServer]:
    """It holds the link to Office 365, and so does the panel."""
    server = WoxServer(tenant.told, tmp_path)
    yield server
    server.close()


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


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", STORMS)
def test_after_a_storm_all_sides_agree_booking_by_booking(
    tenant: Tenant, wox: WoxServer, visitor: Visitor, start: Callable[..., Kiosk], seed: int
) -> None:
    """People on all three sides, faults, and power cuts; then quiet."""
    draw = random.Random(seed)
    kiosk = start(wox=wox)
    kiosk.until(lambda state: state["freshness"]["kind"] == "live")
    booked: list[str] = []

    def on_the_portal() -> None:
        slot = _some_slot(draw)
        if booked and draw.random() < 0.5:
            page = draw.choice(booked)
            change = {} if draw.random() < 0.5 else typed(slot, "Moved on the Portal")
            visitor.tries(page, f"{page}/{'change' if change else 'cancel'}", **change)
        elif (page := visitor.tries(visitor.room, f"{visitor.room}/book", **typed(slot, "On the Portal"))) is not None:
            booked.append(page)

    def in_outlook() -> None:
        there = [e for e in _standing(tenant) if e["type"] == "singleInstance"]
        if there and draw.random() < 0.4:
            tenant.control("outlook/cancel", {"iCalUId": draw.choice(there)["iCalUId"]})
            return
        begin, end = _some_slot(draw)
        tenant.control(
            "outlook/book",
            {"room": ROOM, "subject": "In Outlook", "start": begin.isoformat(), "end": end.isoformat()},
        )

    def at_the_glass() -> None:
        with suppress(ControlError, NeverCame):
            wanted = ("15 min", "Cancel", "End", "Book ")
            if taps := [name for name in kiosk.ctl("state")["taps"] if name.startswith(wanted)]:
                kiosk.ctl("tap", draw.choice(taps))

    def fault() -> None:
        kinds: list[Json] = [{"drop": "reply"}, {"drop": "request"}, {"status": 503}, {"status": 429, "retryAfter": 1}]
        tenant.control("faults", {"path": r"^/v1\.0/", "count": draw.randint(1, 2), **draw.choice(kinds)})

    for _ in range(30):
        draw.choice((on_the_portal, on_the_portal, in_outlook, in_outlook, at_the_glass, fault))()
        if draw.random() < 0.1:
            wox.kill()
            time.sleep(draw.uniform(0, 1))
            wox.start()
        if draw.random() < 0.1:
            kiosk.kill()
            kiosk = start(wox=wox)
        time.sleep(draw.uniform(0, 0.6))

    tenant.control("faults", method="DELETE")
    until(lambda: _agreed(tenant, wox, kiosk), 150)
    ids = [e["transactionId"] for e in _standing(tenant) if e["transactionId"]]
    assert len(ids) == len(set(ids)), "nothing is written twice"
    before = _writes(tenant), wox.feed(ROOM)["cursor"]
    for _ in range(2):  # a second look at what agrees does nothing
        kiosk.ctl("refresh")
        time.sleep(2)
    assert (_writes(tenant), wox.feed(ROOM)["cursor"]) == before


def _some_slot(draw: random.Random) -> Slot:
    return tomorrow(draw.randint(7, 20), draw.choice((30, 60, 90)))


def _standing(tenant: Tenant) -> list[Json]:
    """The room's events, series as the occurrences of the days a panel shows."""
    now = datetime.now(UTC)
    window = f"{now - timedelta(days=2):%FT%TZ}/{now + timedelta(days=4):%FT%TZ}"
    events = tenant.control(f"rooms/{ROOM}/events?occurrences={window}")["events"]
    gone = ("free", "workingElsewhere")
    return [
        e
        for e in events
        if not e["deleted"] and not e["isCancelled"] and e["type"] != "seriesMaster" and e["showAs"] not in gone
    ]


def _agreed(tenant: Tenant, wox: WoxServer, kiosk: Kiosk) -> bool:
    """Whatever is still to come stands in the mailbox, on WOX as confirmed, and on the glass, and nothing else does."""
    now = datetime.now(UTC)
    shown = {slot for slot in on_glass(kiosk) if slot[1] > now}
    horizon = max((slot[1] for slot in shown), default=now)
    mail = sorted(slot for slot in map(_slot, _standing(tenant)) if now < slot[1] <= horizon)
    known = on_wox(wox)
    told = sorted(slot for slot in known if now < slot[1] <= horizon)
    kiosk.ctl("refresh")
    time.sleep(1)
    settled = all(state == "confirmed" for state in known.values())
    return settled and mail == told == sorted(shown) and all(e["settled"] for e in kiosk.ctl("state")["outbox"])


def _writes(tenant: Tenant) -> int:
    return sum(request["method"] != "GET" for request in tenant.requests())
