"""From the finger to the room's calendar, through real processes and real HTTP."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.processes import Kiosk, Tenant

ROOM = "aurora@contoso.example"
MINUTE = timedelta(minutes=1)


def walk_ups(tenant: Tenant) -> list[dict[str, Any]]:
    """The bookings that carry a booking's id and stand in the room's calendar."""
    events = tenant.control(f"rooms/{ROOM}/events")["events"]
    return [e for e in events if e["transactionId"] and not e["deleted"]]


def settled(stage: str) -> Callable[[dict[str, Any]], bool]:
    return lambda state: bool(state["outbox"]) and all(entry["stage"] == stage for entry in state["outbox"])


def book(kiosk: Kiosk, length: str = "30 min") -> None:
    kiosk.ctl("tap", length)
    kiosk.until(lambda state: state["sheet"] is not None)
    kiosk.ctl("tap", "Book ")


def span(event: dict[str, Any]) -> timedelta:
    def at(end: str) -> datetime:
        return datetime.fromisoformat(event[end]["dateTime"])

    return at("end") - at("start")


def test_a_walk_up_stands_in_the_rooms_calendar_as_an_appointment_without_attendees(
    kiosk: Kiosk, tenant: Tenant
) -> None:
    book(kiosk)
    state = kiosk.until(settled("confirmed"))
    (event,) = walk_ups(tenant)
    assert event["transactionId"] == state["outbox"][0]["bookingId"]
    assert event["attendees"] == []
    assert event["isOrganizer"]
    assert span(event) == 30 * MINUTE
    shown = kiosk.until(lambda state: state["state"] == "busy")
    assert shown["current"]["own"]
    assert not shown["current"]["held"]


def is_confirm(name: str) -> bool:
    return name.startswith("Book ") and "–" in name


def test_a_double_tap_books_once(kiosk: Kiosk, tenant: Tenant) -> None:
    kiosk.ctl("tap", "15 min")
    state = kiosk.until(lambda state: any(is_confirm(name) for name in state["taps"]))
    name = next(name for name in state["taps"] if is_confirm(name))
    kiosk.ctl("tap", name)
    with pytest.raises(Exception, match="Book "):
        kiosk.ctl("tap", name)
    kiosk.until(settled("confirmed"))
    assert len(walk_ups(tenant)) == 1


def test_an_own_booking_is_extended_ended_and_another_cancelled(kiosk: Kiosk, tenant: Tenant) -> None:
    book(kiosk, "15 min")
    kiosk.until(settled("confirmed"))
    kiosk.until(lambda state: "Done" in state["taps"] or "OK" in state["taps"])
    dismiss(kiosk)

    kiosk.ctl("tap", "Extend")
    kiosk.until(lambda state: state["sheet"] is not None)
    kiosk.ctl("tap", "Extend to")
    kiosk.until(lambda state: settled("confirmed")(state) and len(state["outbox"]) == 2)
    assert span(walk_ups(tenant)[0]) == 30 * MINUTE
    dismiss(kiosk)

    kiosk.ctl("tap", "Cancel booking")
    kiosk.until(lambda state: state["sheet"] is not None)
    kiosk.ctl("tap", "Cancel booking")
    kiosk.until(lambda state: settled("confirmed")(state) and len(state["outbox"]) == 3)
    assert walk_ups(tenant) == []
    kiosk.until(lambda state: state["state"] == "free")


def dismiss(kiosk: Kiosk) -> None:
    """Closes whatever the sheet says at the end."""
    state = kiosk.until(lambda state: state["sheet"] is None or bool({"Done", "OK"} & set(state["taps"])))
    for name in {"Done", "OK"} & set(state["taps"]):
        kiosk.ctl("tap", name)
    kiosk.until(lambda state: state["sheet"] is None)


def test_whoever_was_first_in_outlook_keeps_the_room_and_the_panel_says_so(kiosk: Kiosk, tenant: Tenant) -> None:
    """The meeting is accepted after the panel's check and before its write."""
    tenant.control("faults", {"method": "POST", "path": "/events", "count": 1, "delayMs": 1500})
    book(kiosk)
    kiosk.until(lambda state: any(entry["stage"] == "write" for entry in state["outbox"]))
    tenant.control("outlook/book", {"room": ROOM, "subject": "Sudden meeting", "start": "now+5m", "end": "now+25m"})
    state = kiosk.until(settled("refused"))
    assert state["outbox"][0]["reason"] == "taken"
    assert walk_ups(tenant) == []
    assert "booked a moment before you asked" in state["sheet"]["sentence"]
    assert "free again from" in state["sheet"]["sentence"]


@pytest.mark.parametrize("dropped", ["request", "reply"])
def test_a_request_that_gets_lost_makes_one_booking(kiosk: Kiosk, tenant: Tenant, dropped: str) -> None:
    tenant.control("faults", {"method": "POST", "path": "/events", "count": 1, "drop": dropped})
    book(kiosk)
    kiosk.until(settled("confirmed"), patience=40)
    assert len(walk_ups(tenant)) == 1


def test_a_power_cut_between_write_and_reply_makes_one_booking(
    kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant
) -> None:
    tenant.control("faults", {"method": "POST", "path": "/events", "count": 1, "delayMs": 3000})
    book(kiosk)
    kiosk.until(lambda state: any(entry["stage"] == "write" for entry in state["outbox"]))
    time.sleep(0.2)
    kiosk.kill()
    again = start()
    again.until(lambda state: state["freshness"]["kind"] == "live" and settled("confirmed")(state), patience=40)
    time.sleep(3)
    assert len(walk_ups(tenant)) == 1


def test_without_the_right_to_write_the_panel_says_so_and_books_nothing(kiosk: Kiosk, tenant: Tenant) -> None:
    tenant.control(
        "faults", {"method": "POST", "path": "/events", "status": 403, "code": "ErrorAccessDenied", "count": 1}
    )
    book(kiosk)
    state = kiosk.until(settled("refused"))
    assert state["outbox"][0]["reason"] == "notAllowed"
    assert walk_ups(tenant) == []


def test_a_booking_ahead_stands_in_the_rooms_calendar_at_its_time(kiosk: Kiosk, tenant: Tenant) -> None:
    offered = kiosk.until(lambda state: bool(state["offers"]["later"]))["offers"]["later"]
    tomorrow = next(slot["start"] for slot in offered if slot["start"][:10] != offered[0]["start"][:10])
    kiosk.ctl("tap", "Book later")
    rows = kiosk.until(lambda state: state["sheet"] is not None)["sheet"]["rows"]
    kiosk.ctl("tap", next(name for name in rows if name.startswith("Free tomorrow")))
    kiosk.until(lambda state: bool(state["sheet"]["times"]))
    kiosk.ctl("tap", "End earlier")
    times = kiosk.ctl("state")["sheet"]["times"]
    assert kiosk.ctl("state")["sheet"]["confirm"] == f"Book {times['start']} – {times['end']} tomorrow"
    kiosk.ctl("tap", "Book ")
    kiosk.until(settled("confirmed"))
    (event,) = walk_ups(tenant)
    for end, said in times.items():
        wanted = datetime.fromisoformat(tomorrow[:11] + said + tomorrow[16:])
        assert datetime.fromisoformat(event[end]["dateTime"]).replace(tzinfo=UTC) == wanted
    assert [m["held"] for m in kiosk.ctl("state")["meetings"] if m["own"]] == [False]
