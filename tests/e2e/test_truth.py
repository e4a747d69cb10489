"""What the panel says when Office 365 is away, broken, wrongly set up, or private."""

import json
import stat
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from roomdisplay.shell.control import ControlError
from tests.processes import ROOMDISPLAY, SECRET, Kiosk, Tenant

ROOM = "aurora@contoso.example"
LIVE_AGAIN = 75.0
"""Seconds within which a mended link is seen: the longest pause between two tries, and some."""


def is_live(state: dict[str, Any]) -> bool:
    return state["freshness"]["kind"] == "live"


def test_an_outlook_meeting_is_on_the_glass_after_the_next_poll(kiosk: Kiosk, tenant: Tenant) -> None:
    """The only test that waits for the poll itself; the others ask for it."""
    tenant.control("outlook/book", {"room": ROOM, "subject": "Sudden meeting", "start": "now+5m", "end": "now+25m"})
    state = kiosk.until(lambda state: state["state"] == "freeSoon", patience=40)
    assert state["next"]["subject"] == "Sudden meeting"


def test_after_a_restart_without_network_the_schedule_is_there_at_once_with_its_age(
    kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant
) -> None:
    before = kiosk.ctl("state")
    time.sleep(0.3)
    assert kiosk.close() == 0
    tenant.close()
    again = start()
    state = again.until(lambda state: state["freshness"]["kind"] == "offline")
    assert state["meetings"] == before["meetings"]
    assert state["state"] == "free"
    assert 0 < state["freshness"]["ageSeconds"] < 60


def test_an_old_schedule_never_says_plainly_free(kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant) -> None:
    kiosk.close()
    tenant.close()
    shift_back(kiosk.folder / "state" / "panel.sqlite", minutes=6)
    again = start()
    state = again.until(lambda state: state["freshness"]["kind"] == "offline")
    assert (state["state"], state["lastKnown"]) == ("unknown", "free")
    assert len(state["meetings"]) > 0


def test_a_clock_that_is_wrong_at_boot_leaves_the_schedule_without_an_age(
    kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant
) -> None:
    """No battery keeps it, and nothing has set it yet: by it, the schedule was read in an hour."""
    kiosk.close()
    tenant.close()
    shift_back(kiosk.folder / "state" / "panel.sqlite", minutes=-60)
    again = start()
    state = again.until(lambda state: state["meetings"] != [])
    assert (state["state"], state["lastKnown"]) == ("unknown", "free")
    assert state["freshness"].get("ageSeconds") is None
    health = again.ctl("health")
    assert health["scheduleAgeSeconds"] is None
    assert any("its age is not known. Check the clock." in fault for fault in health["faults"])


def shift_back(store: Path, *, minutes: int) -> None:
    """Makes the kept schedule that much older, as a long night without network would."""
    import sqlite3

    db = sqlite3.connect(store)
    with db:
        (read_at,) = db.execute("SELECT read_at FROM schedule").fetchone()
        older = datetime.fromisoformat(read_at) - timedelta(minutes=minutes)
        db.execute("UPDATE schedule SET read_at = ?", (older.isoformat(),))
    db.close()


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"client_secret": "not-the-secret"}, "secret"),
        ({"client_id": "00000000-1111-2222-3333-444444444444"}, "application"),
        ({"room": "nowhere@contoso.example"}, "room"),
    ],
)
def test_a_wrong_setting_is_named_for_whoever_can_mend_it(
    start: Callable[..., Kiosk], wrong: dict[str, str], kind: str
) -> None:
    state = start(**wrong).until(lambda state: state["problem"] is not None)
    assert state["problem"]["access"] == kind
    assert state["problem"]["employee"]
    assert state["problem"]["administrator"]
    assert state["state"] == "unknown"


def test_a_wrong_tenant_is_named(start: Callable[..., Kiosk], tenant: Tenant) -> None:
    wrong = tenant.told["authority_https"].rpartition("/")[0] + "/99999999-0000-0000-0000-000000000000"
    state = start(authority_https=wrong).until(lambda state: state["problem"] is not None)
    assert state["problem"]["access"] == "tenant"


def test_a_secret_that_is_not_there_is_asked_for_by_name_and_taken_once_it_is(
    start: Callable[..., Kiosk], tmp_path: Path, tenant: Tenant
) -> None:
    kiosk = start(client_secret="wrong-for-now")
    kiosk.until(lambda state: state["problem"] is not None)
    (tmp_path / "credentials" / SECRET).write_text(tenant.told["client_secret"])
    kiosk.until(is_live, patience=LIVE_AGAIN)  # nobody touches the panel


def test_a_permission_that_is_taken_away_and_given_back(kiosk: Kiosk, tenant: Tenant) -> None:
    tenant.control("revoke", {"what": "permission"})
    kiosk.ctl("refresh")
    state = kiosk.until(lambda state: state["problem"] is not None, patience=40)
    assert state["problem"]["access"] == "permission"
    assert len(state["meetings"]) > 0
    tenant.control("restore", {"what": "permission"})
    kiosk.ctl("refresh")
    state = kiosk.until(is_live, patience=LIVE_AGAIN)
    assert state["problem"] is None


def test_malformed_events_are_counted_and_the_rest_is_shown(kiosk: Kiosk, tenant: Tenant) -> None:
    begin = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    good = {
        "id": "good",
        "subject": "Design review",
        "start": {"dateTime": f"{begin.isoformat()}.0000000", "timeZone": "UTC"},
        "end": {"dateTime": f"{(begin + timedelta(hours=1)).isoformat()}.0000000", "timeZone": "UTC"},
        "sensitivity": "normal",
    }
    body: dict[str, list[Any]] = {"value": [good, {"id": 7}, None, [], {"id": "x", "start": "yesterday"}]}
    tenant.control("faults", {"method": "GET", "path": "calendarView", "body": json.dumps(body), "count": 1})
    kiosk.ctl("refresh")
    deadline = time.monotonic() + 40
    while kiosk.ctl("health")["skippedEvents"] == 0:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert kiosk.ctl("health")["skippedEvents"] == 4
    assert kiosk.ctl("health")["ok"]
    assert kiosk.ctl("state")["current"]["subject"] == "Design review"


def test_a_private_subject_is_nowhere_on_the_panel(kiosk: Kiosk, tenant: Tenant, tmp_path: Path) -> None:
    shown = json.dumps(kiosk.ctl("state"))
    events = tenant.control(f"rooms/{ROOM}/events")["events"]
    private = [event["subject"] for event in events if event["sensitivity"] == "private"]
    assert private
    time.sleep(0.3)
    kiosk.close()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "state").iterdir())
    said = "".join(line for _, line in kiosk.log)
    for subject in private:
        assert subject not in shown
        assert subject.encode() not in kept
        assert subject not in said


def test_the_secret_is_nowhere_but_in_its_place(kiosk: Kiosk, tenant: Tenant, tmp_path: Path) -> None:
    secret: str = tenant.told["client_secret"]
    shown = json.dumps([kiosk.ctl("state"), kiosk.ctl("health")])
    arguments = Path(f"/proc/{kiosk.pid}/cmdline").read_bytes()
    time.sleep(0.3)
    kiosk.close()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "state").iterdir())
    said = "".join(line for _, line in kiosk.log)
    assert secret not in shown + said
    assert secret.encode() not in arguments + kept


def test_nobody_taps_a_panel_from_outside_unless_it_was_started_so(start: Callable[..., Kiosk]) -> None:
    kiosk = start(test_controls=False)
    kiosk.until(is_live)
    with pytest.raises(ControlError, match="not started with --test-controls"):
        kiosk.ctl("tap", "30 min")
    assert stat.S_IMODE(kiosk.socket.stat().st_mode) == 0o600


def test_ctl_tells_state_health_and_takes_a_picture(kiosk: Kiosk, tmp_path: Path) -> None:
    def ctl(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [ROOMDISPLAY, "ctl", "--socket", kiosk.socket, *words], capture_output=True, text=True, check=False
        )

    assert json.loads(ctl("state").stdout)["room"]["name"] == "Aurora"
    health = ctl("health")
    assert (health.returncode, json.loads(health.stdout)["link"]) == (0, "ok")
    picture = tmp_path / "panel.png"
    assert ctl("screenshot", str(picture)).returncode == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    unwritable = ctl("screenshot", "/nowhere/panel.png")
    assert (unwritable.returncode, unwritable.stderr.count("\n")) == (1, 1)
    missing = ctl("tap", "Make coffee")
    assert missing.returncode == 1
    assert "nothing on screen is called" in missing.stderr


def test_the_panel_ends_in_order_and_at_once(kiosk: Kiosk) -> None:
    begun = time.monotonic()
    assert kiosk.close() == 0
    assert time.monotonic() - begun < 2
    assert not kiosk.socket.exists()
    assert [line for _, line in kiosk.log if "WARNING" in line or "ERROR" in line or "qml" in line] == []
