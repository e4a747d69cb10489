"""A tenant and kiosks of one test, each a real process."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from tests.processes import Kiosk, Tenant


@pytest.fixture
def tenant() -> Generator[Tenant]:
    tenant = Tenant()
    yield tenant
    tenant.close()


@pytest.fixture
def start(tenant: Tenant, tmp_path: Path) -> Generator[Callable[..., Kiosk]]:
    """Starts a kiosk on the tenant's first room; the test's kiosks share one folder, as restarts do."""
    kiosks: list[Kiosk] = []

    def start(**options: Any) -> Kiosk:
        kiosks.append(Kiosk(tenant.told, tmp_path, **options))
        return kiosks[-1]

    yield start
    for kiosk in kiosks:
        kiosk.close()


@pytest.fixture
def kiosk(start: Callable[..., Kiosk]) -> Kiosk:
    """A kiosk that shows the tenant's day."""
    kiosk = start()
    kiosk.until(lambda state: state["freshness"]["kind"] == "live")
    return kiosk
