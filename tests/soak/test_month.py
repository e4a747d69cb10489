"""Hours of one panel: nothing grows that would fill a machine in a month."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.processes import ROOT
from tests.soak.month import MOST_MB, JumpingClock


@pytest.mark.timeout(300)
def test_hours_of_polls_and_bookings_leave_every_booking_settled_and_no_file_open() -> None:
    lived = subprocess.run(
        [sys.executable, "-m", "tests.soak.month", "--days", "0.2", "--bookings", "20"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    found = json.loads(lived.stdout.splitlines()[-1])
    assert (found["bookings"], found["confirmed"], found["unsettled"]) == (20, 20, 0)
    assert (found["by_finger"], found["otherwise"]) == (1, [])
    assert found["given_up"] >= 10
    assert found["requests"] >= 280
    before, after = found["descriptors"]
    assert after <= before
    assert found["growth_mb"] <= MOST_MB
    assert found["growth_blocks"] < 5_000


def test_a_soak_allocates_as_the_unit_lets_a_panel_do() -> None:
    def allocates(file: Path) -> list[str]:
        return re.findall(r"GLIBC_TUNABLES=\S+", file.read_text())

    unit = ROOT / "deploy" / "systemd" / "roomdisplay.service"
    assert allocates(unit) == allocates(ROOT / "script" / "soak") != []


def test_the_clock_goes_only_where_it_is_sent() -> None:
    clock = JumpingClock()
    before = clock.now()
    clock.go_to(before.mono + 90)
    assert clock.now().wall - before.wall == timedelta(seconds=90)
    assert clock.now() == clock.now()
