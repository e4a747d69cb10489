"""A real kiosk whose screen has no hours: lit for whoever started it, then at rest, and woken by a touch."""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes import NO_HARDWARE, Kiosk, Tenant, UnpairedKiosk


@pytest.mark.timeout(240)
def test_it_falls_asleep_and_the_touch_that_wakes_it_presses_nothing(
    tenant: Tenant, start: Callable[..., Kiosk]
) -> None:
    kiosk = start(extra="display: {on_hours: {}, wake_minutes: 1}\n", always_lit=False)
    shown = kiosk.until(lambda state: state["freshness"]["kind"] == "live")
    assert (shown["screen"], "30 min" in shown["taps"]) == ("lit", True)
    shown = kiosk.until(lambda state: state["screen"] == "dimmed", patience=120)
    assert (shown["taps"], shown["state"]) == ([], "free")
    # the test control wakes it first, as a person has to, and only then taps
    kiosk.ctl("tap", "30 min")
    shown = kiosk.until(lambda state: state["sheet"] is not None)
    assert (shown["screen"], shown["outbox"]) == ("lit", [])
    assert len(tenant.requests()) < 12, "an idle panel asks no more often than by day"


def test_a_panel_that_is_not_paired_looks_out_for_people_too(tmp_path: Path) -> None:
    sensor = tmp_path / "sensor"
    os.mkfifo(sensor)
    kiosk = UnpairedKiosk(tmp_path, hardware=NO_HARDWARE.replace("}", f", presence: {sensor}}}"))
    try:
        patience = time.monotonic() + 20
        while not is_read(sensor):
            assert time.monotonic() < patience, "nobody reads the sensor"
            time.sleep(0.05)
    finally:
        assert kiosk.close() == 0
    assert not is_read(sensor)


def is_read(pipe: Path) -> bool:
    """Has somebody opened it for reading?"""
    try:
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        return False
    return True
