"""The administrator's page on a real panel, and the doctor from everywhere: ctl, the glass, the fleet page."""

import json
import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from roomdisplay.config import pin
from roomdisplay.core.wox import CommandKind
from roomdisplay.shell.control import ControlError
from roomdisplay.shell.serving import RESTART
from tests.e2e.test_wox import Paired, paired, within
from tests.processes import ROOMDISPLAY, Json, Kiosk, Tenant

__all__ = ["paired"]
PIN = "246810"
HASHED = pin.hashed(PIN, bytes(16))
WITH_PIN = f"admin: {{pin: '{HASHED}'}}\n"


def live(kiosk: Kiosk) -> Kiosk:
    kiosk.until(lambda state: state["freshness"]["kind"] == "live" and "Administration" in state["taps"])
    return kiosk


def tap(kiosk: Kiosk, *names: str) -> None:
    for name in names:
        kiosk.ctl("tap", name)


def opened(kiosk: Kiosk) -> Kiosk:
    hold(kiosk)
    enter(kiosk, PIN)
    kiosk.until(lambda state: state["administration"] is not None and not state["administration"]["asks"])
    return kiosk


def hold(kiosk: Kiosk) -> None:
    command = [ROOMDISPLAY, "ctl", "--socket", str(kiosk.socket), "tap", "--hold", "3.3", "Administration"]
    subprocess.run(command, check=True, stdout=subprocess.PIPE)
    kiosk.until(lambda state: state["administration"] is not None)


def enter(kiosk: Kiosk, digits: str) -> None:
    tap(kiosk, *digits, "Go on")


def doctor(kiosk: Kiosk, *options: str) -> tuple[int, str]:
    command = [ROOMDISPLAY, "ctl", "--socket", str(kiosk.socket), "doctor", *options]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode in (0, 1), ended.stderr
    return ended.returncode, ended.stdout


def marked(tenant: Tenant, room: str) -> list[Json]:
    """What the doctor has left in the calendar."""
    events = tenant.control(f"rooms/{room}/events")["events"]
    return [one for one in events if "Room doctor" in one["categories"] and not one["deleted"]]


def is_examined(state: Json) -> bool:
    page = state["administration"]
    return bool(page["findings"]) and not page["examining"]


@pytest.fixture
def door(start: Callable[..., Kiosk]) -> Kiosk:
    return live(start(extra=WITH_PIN))


def test_without_a_pin_nothing_leads_to_the_page(kiosk: Kiosk) -> None:
    assert "Administration" not in kiosk.ctl("state")["taps"]


def test_ctl_asks_the_doctor_of_the_running_panel(door: Kiosk, tenant: Tenant) -> None:
    signed_in = [r for r in tenant.control("requests")["requests"] if "oauth2" in r["path"]]
    _, told = doctor(door, "--write", "--json")
    report = json.loads(told)
    found = {one["id"]: one["verdict"] for one in report["findings"]}
    assert (found["token"], found["read"], found["write"], found["wox"]) == ("well", "well", "well", "unknown")
    assert report["room"] == tenant.told["rooms"][0]["address"]
    again = [r for r in tenant.control("requests")["requests"] if "oauth2" in r["path"]]
    assert again == signed_in, "by the panel's own sign-in"
    assert marked(tenant, report["room"]) == []
    tenant.control("rooms/" + report["room"], {"mailbox": "unlicensed"}, method="PATCH")
    status, text = doctor(door)
    assert status == 1
    assert "BROKEN" in text
    assert "licence" in text


def test_the_glass_the_pin_the_doctor_and_back(door: Kiosk, tenant: Tenant) -> None:
    opened(door)
    assert "15 min" not in door.ctl("state")["taps"]
    tap(door, "Run the doctor")
    state = door.until(is_examined, 40)
    assert state["administration"]["findings"]["write"] == "well"
    assert marked(tenant, tenant.told["rooms"][0]["address"]) == []
    tap(door, "Keep a picture of the screen")
    kept = door.until(lambda state: state["administration"]["status"].startswith("The picture is kept"))
    assert Path(kept["administration"]["status"].split(" as ")[1].rstrip(".")).read_bytes().startswith(b"\x89PNG")
    tap(door, "Code for the technician")
    code = door.until(lambda state: bool(state["administration"]["code"]))["administration"]["code"]
    assert f"Room: Aurora <{tenant.told['rooms'][0]['address']}>" in code
    tap(door, "Close")
    assert "15 min" in door.ctl("state")["taps"]


def test_the_restart_asks_first(door: Kiosk) -> None:
    opened(door)
    tap(door, "Restart")
    assert door.ctl("state")["administration"]["question"].startswith("Restart this panel?")
    tap(door, "Cancel", "Restart")
    with suppress(ControlError):  # it goes before it can answer
        tap(door, "Restart")
    assert door.wait(10) == RESTART


def test_guessing_is_slowed_down_and_a_restart_does_not_help(door: Kiosk, start: Callable[..., Kiosk]) -> None:
    hold(door)
    for n in range(5):
        enter(door, f"11111{n}")
        door.until(lambda state: "again" in state["administration"]["how"].lower())
    assert door.ctl("state")["administration"]["how"] == "Too many wrong PINs. Try again in 1 min."
    assert "1" not in door.ctl("state")["taps"]
    door.kill()
    again = live(start(extra=WITH_PIN))
    hold(again)
    assert again.ctl("state")["administration"]["how"] == "Too many wrong PINs. Try again in 1 min."
    told = "".join(line for kiosk in (door, again) for _, line in kiosk.log)
    assert "A wrong PIN was entered at the panel, 5 in a row" in told
    assert "111111" not in told


def test_the_pin_shows_nowhere(door: Kiosk) -> None:
    opened(door)
    shown = json.dumps([door.ctl("state"), door.ctl("health")])
    log = "".join(line for _, line in door.log)
    kept = b"".join(file.read_bytes() for file in (door.folder / "state").rglob("*") if file.is_file())
    for secret in (PIN, HASHED):
        assert secret not in shown
        assert secret not in log
        assert secret not in Path(f"/proc/{door.pid}/cmdline").read_text()
    assert PIN.encode() not in kept


def test_with_wox(paired: Paired, tenant: Tenant) -> None:
    """The PIN comes from WOX, as a hash; the doctor looks at WOX too; facilities ask for it from the fleet page."""
    paired.set(admin__pin=HASHED)
    live(paired.kiosk)
    look = paired.order(CommandKind.DOCTOR)
    took = within(30, lambda: look().answered_at is not None)
    print(f"the doctor's report on the fleet page: {took:.2f} s")
    report = json.loads(look().result or b"{}")
    found = {one["id"]: one["verdict"] for one in report["findings"]}
    assert [found[id] for id in ("wox-server", "wox-clock", "wox", "write", "read")] == ["well"] * 5
    assert marked(tenant, report["room"]) == []
    opened(paired.kiosk)
    tap(paired.kiosk, "Send a picture of the screen")
    paired.kiosk.until(lambda state: state["administration"]["status"].startswith("Facilities have the picture"))
    picture = paired.order(CommandKind.SCREENSHOT)
    within(5, lambda: picture().answered_at is not None)
    paired.set(admin__pin=None)
    paired.kiosk.until(lambda state: state["administration"] is None)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_disk_that_takes_no_count_still_slows_guessing_down(door: Kiosk) -> None:
    (door.folder / "state").chmod(0o500)
    try:
        hold(door)
        enter(door, "111111")
        door.until_logged("Wrong PINs are counted only until")
    finally:
        (door.folder / "state").chmod(0o700)
