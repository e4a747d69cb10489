"""Giving back a room that somebody else has booked, through real processes and real HTTP."""

from collections.abc import Callable, Generator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.e2e.test_booking import ROOM, settled, walk_ups
from tests.processes import Kiosk, Tenant

Json = dict[str, Any]


@pytest.fixture
def tenant() -> Generator[Tenant]:
    """Nobody else has booked anything."""
    tenant = Tenant(scenario="quiet")
    yield tenant
    tenant.close()


def invite(kiosk: Kiosk, tenant: Tenant, **order: Any) -> Json:
    """Somebody books the room in Outlook, and the panel has seen it."""
    wanted = {"room": ROOM, "subject": "Retrospective", "start": "now-5m", "end": "now+40m", **order}
    booked = tenant.control("outlook/book", wanted)
    kiosk.ctl("refresh")
    kiosk.until(lambda state: state["offers"]["release"])
    return booked


def answers(tenant: Tenant, kind: str = "declined") -> list[Json]:
    return [mail for mail in tenant.control("mail")["mail"] if mail["kind"] == kind]


def copies(tenant: Tenant, subject: str = "Retrospective") -> list[Json]:
    """What stands in the room's calendar under that name."""
    events = tenant.control(f"rooms/{ROOM}/events")["events"]
    return [e for e in events if e["subject"] == subject and not e["deleted"]]


def release(kiosk: Kiosk) -> None:
    kiosk.ctl("tap", "Release room")
    kiosk.until(lambda state: state["sheet"] is not None)
    kiosk.ctl("tap", "Release now")


def test_a_meeting_is_released_and_its_organizer_is_told(kiosk: Kiosk, tenant: Tenant) -> None:
    invite(kiosk, tenant)
    release(kiosk)
    kiosk.until(settled("confirmed"))
    assert copies(tenant) == []
    [mail] = answers(tenant)
    assert mail["from"] == ROOM
    assert mail["comment"].startswith("Somebody at the door of Aurora released the room on its panel")
    kiosk.until(lambda state: state["state"] in ("free", "freeSoon"))


def test_of_a_series_only_the_meeting_at_the_door_is_released(kiosk: Kiosk, tenant: Tenant) -> None:
    today = datetime.now(ZoneInfo("Europe/Berlin")).date().isoformat()
    daily = {
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "numbered", "startDate": today, "numberOfOccurrences": 4},
    }
    invite(kiosk, tenant, recurrence=daily)
    release(kiosk)
    kiosk.until(settled("confirmed"))
    [mail] = answers(tenant)
    assert mail["occurrence"] is not None
    kiosk.ctl("refresh")
    state = kiosk.until(lambda state: state["state"] == "free")
    [tomorrow] = [m for m in state["meetings"] if m["subject"] == "Retrospective"]
    assert tomorrow["start"] > state["now"]


def test_staying_on_is_a_booking_of_its_own_right_behind_the_meeting(kiosk: Kiosk, tenant: Tenant) -> None:
    booked = invite(kiosk, tenant, end="now+10m")
    kiosk.ctl("tap", "Extend")
    kiosk.until(lambda state: state["sheet"] is not None)
    kiosk.ctl("tap", "Extend to")
    kiosk.until(settled("confirmed"))
    [own] = walk_ups(tenant)
    [theirs] = copies(tenant)
    assert own["start"] == theirs["end"]
    assert booked["iCalUId"] == theirs["iCalUId"]


def test_a_power_cut_in_the_middle_of_a_release_tells_the_organizer_once(
    kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant
) -> None:
    invite(kiosk, tenant)
    tenant.control("faults", {"method": "POST", "path": "/decline", "count": 1, "drop": "reply", "delayMs": 500})
    release(kiosk)
    kiosk.until(lambda state: any(entry["stage"] in ("write", "check") for entry in state["outbox"]))
    kiosk.kill()
    again = start()
    again.until(lambda state: state["freshness"]["kind"] == "live" and all(e["settled"] for e in state["outbox"]))
    assert copies(tenant) == []
    assert len(answers(tenant)) == 1
