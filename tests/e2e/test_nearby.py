"""Find another room, through real processes and real HTTP: from Aurora's door into another room's calendar."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.e2e.test_booking import dismiss, settled, span
from tests.processes import Kiosk, Tenant

HERE, THERE = "aurora@contoso.example", "borealis@contoso.example"
NEARBY = (
    f"nearby:\n  - {{address: {THERE}, name: Borealis, detail: 2nd floor}}\n"
    "  - {address: nowhere@contoso.example, name: Nowhere}\n"
)


@pytest.fixture
def kiosk(start: Callable[..., Kiosk], tenant: Tenant) -> Kiosk:
    """Aurora's door, with Borealis free for hours."""
    for event in tenant.control(f"rooms/{THERE}/events")["events"]:
        tenant.control("outlook/cancel", {"iCalUId": event["iCalUId"]})
    kiosk = start(extra=NEARBY)
    kiosk.until(lambda state: state["freshness"]["kind"] == "live")
    return kiosk


def bookings(tenant: Tenant, room: str) -> list[dict[str, Any]]:
    events = tenant.control(f"rooms/{room}/events")["events"]
    return [e for e in events if e["transactionId"] and not e["deleted"]]


def find(kiosk: Kiosk) -> dict[str, Any]:
    kiosk.ctl("tap", "Find a room")
    return kiosk.until(lambda state: bool(state["sheet"]) and bool(state["sheet"]["rows"]))


def find_again(kiosk: Kiosk) -> None:
    """From a refusal."""
    time.sleep(0.5)  # so long a second tap in one place is taken for a nervous first one
    kiosk.ctl("tap", "Find a room")


def book_there(kiosk: Kiosk) -> None:
    find(kiosk)
    kiosk.ctl("tap", "Borealis, free")
    kiosk.until(lambda state: state["sheet"]["chosen"] == "30 min")
    kiosk.ctl("tap", "Book ")


def test_a_room_is_found_and_booked_from_another_rooms_door(kiosk: Kiosk, tenant: Tenant) -> None:
    before = kiosk.ctl("state")
    assert before["nearby"] is None
    assert not any("getSchedule" in r["path"] for r in tenant.requests())
    known = find(kiosk)["nearby"]
    assert [(r["name"], r["freeNow"], r["known"]) for r in known] == [
        ("Borealis", True, True),
        ("Nowhere", False, False),
    ]
    kiosk.ctl("tap", "Close")
    assert kiosk.until(lambda state: state["sheet"] is None)["nearby"] is None
    book_there(kiosk)
    state = kiosk.until(settled("confirmed"))
    [event] = bookings(tenant, THERE)
    assert event["transactionId"] == state["outbox"][0]["bookingId"]
    assert (event["attendees"], event["isOrganizer"], span(event)) == ([], True, timedelta(minutes=30))
    assert bookings(tenant, HERE) == []
    assert state["outbox"][0]["room"] == THERE
    told = kiosk.until(lambda state: state["sheet"]["phase"] == "done")["sheet"]
    assert told["title"].startswith("Booked: Borealis until ")
    assert told["sentence"].startswith("2nd floor. ")
    dismiss(kiosk)
    state = kiosk.ctl("state")
    assert (state["state"], state["meetings"]) == (before["state"], before["meetings"])
    # what is booked is offered to nobody, although nobody has asked Office 365 anew
    assert not find(kiosk)["nearby"][0]["freeNow"]


def test_whoever_was_first_in_the_other_room_keeps_it(kiosk: Kiosk, tenant: Tenant) -> None:
    tenant.control("faults", {"method": "POST", "path": "/events", "count": 1, "delayMs": 1500})
    book_there(kiosk)
    kiosk.until(lambda state: any(entry["stage"] == "write" for entry in state["outbox"]))
    tenant.control("outlook/book", {"room": THERE, "subject": "Sudden meeting", "start": "now+5m", "end": "now+25m"})
    state = kiosk.until(settled("refused"))
    assert state["outbox"][0]["reason"] == "taken"
    assert bookings(tenant, THERE) == []
    sheet = kiosk.until(lambda state: state["sheet"]["phase"] == "refused")["sheet"]
    assert sheet["sentence"] == "Borealis was booked a moment before you asked. Nothing was changed."
    assert sheet["confirm"] == "Find a room"
    find_again(kiosk)
    kiosk.until(lambda state: state["sheet"]["title"] == "Find a room")


def test_a_room_that_is_closed_to_the_panel_is_said_and_this_one_stays_live(kiosk: Kiosk, tenant: Tenant) -> None:
    tenant.control("behaviour", {"scheduleOutsideScope": True})
    find(kiosk)
    tenant.control("revoke", {"what": "room", "room": THERE})
    kiosk.ctl("tap", "Borealis, free")
    kiosk.until(lambda state: state["sheet"]["chosen"] == "30 min")
    kiosk.ctl("tap", "Book ")
    state = kiosk.until(settled("refused"))
    assert state["outbox"][0]["reason"] == "notAllowed"
    assert state["sheet"]["title"] == "This panel may not book Borealis"
    find_again(kiosk)
    kiosk.until(lambda state: "Borealis, cannot be booked from here" in (state["sheet"] or {}).get("rows", []))
    kiosk.ctl("refresh")
    time.sleep(1)
    state = kiosk.ctl("state")
    assert (state["freshness"]["kind"], state["problem"], state["trouble"]) == ("live", None, None)
    assert kiosk.ctl("health")["link"] == "ok"
    assert bookings(tenant, THERE) == []


def test_a_power_cut_while_another_room_is_booked_makes_one_booking(
    kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant
) -> None:
    tenant.control("faults", {"method": "POST", "path": "/events", "count": 1, "delayMs": 3000})
    book_there(kiosk)
    kiosk.until(lambda state: any(entry["stage"] == "write" for entry in state["outbox"]))
    time.sleep(0.2)
    kiosk.kill()
    again = start(extra=NEARBY)
    again.until(lambda state: state["freshness"]["kind"] == "live" and settled("confirmed")(state), patience=40)
    time.sleep(3)
    assert len(bookings(tenant, THERE)) == 1
    assert bookings(tenant, HERE) == []
