"""A real kiosk whose screen has no hours: lit for whoever started it, then at rest, and woken by a touch."""

from collections.abc import Callable

import pytest

from tests.processes import Kiosk, Tenant


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
