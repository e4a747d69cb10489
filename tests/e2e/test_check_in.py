"""Check-in, and a room released because nobody came, through real processes, real HTTP and two real minutes."""

import time
from collections.abc import Generator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.processes import Kiosk, Tenant

Json = dict[str, Any]
EMPTY, USED = "aurora@contoso.example", "borealis@contoso.example"
SCENARIO = f"""\
description: Two rooms, each with a meeting that began a minute ago and was booked days before.
timeZone: Europe/Berlin
rooms:
  - {{address: {EMPTY}, name: Aurora}}
  - {{address: {USED}, name: Borealis}}
people:
  - {{name: Mara Lindqvist, address: mara.lindqvist@contoso.example}}
meetings:
  - {{room: Aurora, subject: Retrospective, start: now-1m, duration: 40m, organizer: Mara Lindqvist}}
  - {{room: Borealis, subject: Planning, start: now-1m, duration: 40m, organizer: Mara Lindqvist}}
"""
SOON = "check_in: {enabled: true, release_after_minutes: 1}\n"


@pytest.fixture
def tenant(tmp_path: Path) -> Generator[Tenant]:
    scenario = tmp_path / "two-rooms.yaml"
    scenario.write_text(SCENARIO)
    tenant = Tenant(scenario=str(scenario))
    yield tenant
    tenant.close()


@pytest.fixture
def kiosks(tenant: Tenant, tmp_path: Path) -> Generator[dict[str, Kiosk]]:
    """One at each door."""
    started: dict[str, Kiosk] = {}
    for room in (EMPTY, USED):
        folder = tmp_path / room.partition("@")[0]
        folder.mkdir()
        started[room] = Kiosk(tenant.told, folder, extra=SOON, room=room)
    yield started
    for kiosk in started.values():
        kiosk.close()


def standing(tenant: Tenant, room: str) -> list[Json]:
    return [e for e in tenant.control(f"rooms/{room}/events")["events"] if not e["deleted"]]


def declined(tenant: Tenant) -> list[Json]:
    return [mail for mail in tenant.control("mail")["mail"] if mail["kind"] == "declined"]


@pytest.mark.timeout(300)
def test_an_empty_room_is_released_and_taken_back_and_one_in_use_is_left_alone(
    kiosks: dict[str, Kiosk], tenant: Tenant, tmp_path: Path
) -> None:
    empty, used = kiosks[EMPTY], kiosks[USED]
    for kiosk in (empty, used):
        kiosk.until(lambda state: state["state"] == "checkIn", patience=60)
    asked = time.monotonic()
    used.ctl("tap", "Check in")
    used.until(lambda state: state["state"] == "busy")
    time.sleep(0.3)
    used.kill()  # a check-in is not forgotten
    kiosks[USED] = again = Kiosk(tenant.told, tmp_path / "borealis", extra=SOON, room=USED)
    again.until(lambda state: state["freshness"]["kind"] == "live" and state["state"] == "busy", patience=60)

    state = empty.until(lambda state: state["checkIn"] is not None and state["checkIn"]["releaseAt"] is not None)
    release_at = datetime.fromisoformat(state["checkIn"]["releaseAt"])
    released = empty.until(lambda state: state["state"] in ("free", "freeSoon"), patience=150)
    assert time.monotonic() - asked > 115
    assert abs((datetime.fromisoformat(released["now"]) - release_at).total_seconds()) < 5
    assert standing(tenant, EMPTY) == []
    [mail] = declined(tenant)
    assert (mail["from"], mail["to"]) == (EMPTY, "mara.lindqvist@contoso.example")
    assert mail["comment"].startswith("Nobody checked in at the door of Aurora, so its panel released the room")
    state = empty.until(lambda state: state["notice"] is not None)
    assert state["notice"].startswith("Released at ")
    assert state["offers"]["undo"]

    empty.ctl("tap", "Undo")
    empty.until(lambda state: state["sheet"] is not None)
    empty.ctl("tap", "Book again")
    empty.until(lambda state: state["state"] in ("busy", "held"))
    empty.until(lambda state: all(e["stage"] == "confirmed" for e in state["outbox"]))
    [own] = standing(tenant, EMPTY)
    assert (own["subject"], own["isOrganizer"], own["attendees"]) == ("Retrospective", True, [])

    time.sleep(max(0.0, 130 - (time.monotonic() - again.began)))
    [theirs] = standing(tenant, USED)
    assert theirs["subject"] == "Planning"
    assert again.ctl("state")["state"] == "busy"
    assert len(declined(tenant)) == 1
