"""A tenant and kiosks of one test, each a real process."""

import json
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.visiting import Visitor
from tests.processes import Kiosk, Tenant, WoxServer
from tests.simulator.openapi import CONTRACT_MISSING, validate_request


@pytest.fixture
def tenant() -> Generator[Tenant]:
    """Every request it got from a kiosk is held against the contract, where that is at hand."""
    tenant = Tenant()
    yield tenant
    if CONTRACT_MISSING is None and tenant.is_running:
        for request in tenant.requests():
            body = b"" if request["body"] is None else json.dumps(request["body"]).encode()
            url = f"{request['path']}?{request['query']}"
            validate_request(request["method"], url, request["headers"], body)
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


@pytest.fixture
def visitor(wox: WoxServer) -> Generator[Visitor]:
    """Of the server that the test's module starts."""
    visitor = Visitor(wox)
    yield visitor
    visitor.close()
