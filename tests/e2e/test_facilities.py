"""A room and those who look after it, through real processes: what is reported at the door reaches them once, and the
photo they upload reaches the door."""

import hashlib
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from tests.e2e.visiting import ROOM, Visitor, until
from tests.pictures import png
from tests.processes import Kiosk, Tenant, WoxServer


@pytest.fixture
def wox(tenant: Tenant, tmp_path: Path) -> Generator[WoxServer]:
    server = WoxServer(tenant.told, tmp_path, mirrors=False)
    yield server
    server.close()


def in_step(kiosk: Kiosk) -> None:
    kiosk.until(lambda state: state["freshness"]["kind"] == "live" and state["roomPage"] is not None)


def test_a_report_survives_a_server_that_is_away_and_a_panel_that_is_killed_and_arrives_once(
    start: Callable[..., Kiosk], wox: WoxServer, visitor: Visitor
) -> None:
    kiosk = start(wox=wox, room=ROOM)
    in_step(kiosk)
    wox.kill()
    kiosk.ctl("tap", "Report a problem")
    kiosk.until(lambda state: state["sheet"] is not None)
    kiosk.ctl("tap", "Sound")
    kiosk.ctl("tap", "Report it")
    kiosk.until(lambda state: state["sheet"] is not None and state["sheet"]["title"] == "Noted")
    kiosk.kill()

    again = start(wox=wox, room=ROOM)
    again.until(lambda state: [r["kind"] for r in state["reports"]] == ["audio"])
    wox.start()
    again.until(lambda state: [r["stage"] for r in state["reports"]] == ["sent"], patience=90)
    until(lambda: "Sound" in visitor.page("/problems"))
    again.kill()

    # a third start has nothing left to tell
    last = start(wox=wox, room=ROOM)
    in_step(last)
    time.sleep(1)
    assert last.ctl("state")["reports"] == []
    assert visitor.page("/problems").count(">Sound<") == 1


def test_a_photo_uploaded_on_the_portal_is_on_the_glass_and_stays_without_the_server(
    start: Callable[..., Kiosk], wox: WoxServer, visitor: Visitor, tmp_path: Path
) -> None:
    kiosk = start(wox=wox, room=ROOM)
    in_step(kiosk)
    photo = png(900, 600)
    visitor.upload(f"{visitor.room}/settings", f"{visitor.room}/photo", photo=photo)
    kept = tmp_path / "state" / "photo"
    until(lambda: (kept / f"{hashlib.sha256(photo).hexdigest()}.jpg").is_file())
    kiosk.ctl("tap", "About this room")
    shown = kiosk.until(lambda state: state["sheet"] is not None and state["sheet"]["photo"])
    assert shown["sheet"]["facts"] == {"Where it is": "2nd floor · Headquarters"}
    kiosk.kill()
    wox.kill()

    again = start(wox=wox, room=ROOM)
    again.until(lambda state: state["roomPage"] is not None)
    again.ctl("tap", "About this room")
    again.until(lambda state: state["sheet"] is not None and state["sheet"]["photo"])
