"""Signing in as an enterprise application by certificate, through its whole life."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding

from tests.adapters.entra.identity import certificate, pem, rsa_key
from tests.processes import SECRET, Kiosk, Tenant


def registered(tenant: Tenant, number: int, days: int) -> str:
    """A key and certificate in PEM that the tenant knows, ending in so many days."""
    key = rsa_key(number)
    own = certificate(key, datetime.now(UTC) + timedelta(days=days))
    tenant.control("entra", {"certificate": own.public_bytes(Encoding.PEM).decode()})
    return pem(key, own).decode()


def is_live(state: dict[str, Any]) -> bool:
    return state["freshness"]["kind"] == "live"


def test_a_certificate_that_ends_soon_works_and_is_announced(start: Callable[..., Kiosk], tenant: Tenant) -> None:
    kiosk = start(proof="certificate_pem", certificate_pem=registered(tenant, 0, days=10))
    state = kiosk.until(lambda state: is_live(state) and state["certificateEnds"] is not None)
    ends = datetime.now(UTC) + timedelta(days=10)
    assert abs((datetime.fromisoformat(state["certificateEnds"]).date() - ends.date()).days) <= 1
    kiosk.until_logged("certificate ends on")
    assert kiosk.ctl("health")["certificateEnds"] is not None


def test_a_certificate_with_a_year_to_go_is_not_mentioned(start: Callable[..., Kiosk], tenant: Tenant) -> None:
    kiosk = start(proof="certificate_pem", certificate_pem=registered(tenant, 0, days=365))
    kiosk.until(is_live)
    deadline = time.monotonic() + 5
    while kiosk.ctl("health")["certificateEnds"] is None:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert kiosk.ctl("state")["certificateEnds"] is None


def test_a_certificate_is_rolled_over_without_a_restart(
    start: Callable[..., Kiosk], tenant: Tenant, tmp_path: Path
) -> None:
    """The new one is registered, the old one taken away, and the file replaced under the same name."""
    kiosk = start(proof="certificate_pem", certificate_pem=registered(tenant, 0, days=10))
    kiosk.until(is_live)
    tenant.control("revoke", {"what": "certificate"})
    tenant.control("revoke", {"what": "token"})
    kiosk.ctl("refresh")
    state = kiosk.until(lambda state: state["problem"] is not None)
    assert state["problem"]["access"] == "certificate"

    tenant.control("restore", {"what": "certificate"})
    (tmp_path / "credentials" / SECRET).write_text(registered(tenant, 1, days=365))
    kiosk.ctl("refresh")
    kiosk.until(is_live, patience=75)


def test_a_secret_that_expires_is_named_and_its_successor_taken_up(
    kiosk: Kiosk, tenant: Tenant, tmp_path: Path
) -> None:
    tenant.control("revoke", {"what": "secret"})
    tenant.control("revoke", {"what": "token"})
    kiosk.ctl("refresh")
    state = kiosk.until(lambda state: state["problem"] is not None)
    assert state["problem"]["access"] in ("secretExpired", "secret")
    tenant.control("restore", {"what": "secret"})
    tenant.control("entra", {"secret": "the-next-secret"})
    (tmp_path / "credentials" / SECRET).write_text("the-next-secret")
    kiosk.ctl("refresh")
    kiosk.until(is_live, patience=75)
