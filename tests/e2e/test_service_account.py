"""A panel that a person signs in, through real processes: from its first start to the day its sign-in is revoked."""

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.processes import Kiosk, Tenant

Json = dict[str, Any]


@pytest.fixture
def kiosk(start: Callable[..., Kiosk], tenant: Tenant) -> Kiosk:
    tenant.control("entra", {"deviceCodeIntervalSeconds": 1})
    return start(link="service-account")


def has_code(state: Json) -> bool:
    return state["signIn"] is not None and state["signIn"]["code"] is not None


def is_live(state: Json) -> bool:
    return state["freshness"]["kind"] == "live"


def sign_in(kiosk: Kiosk, tenant: Tenant) -> Json:
    """What an administrator does with a phone; the panel's state once it shows the room's day again."""
    asked = kiosk.until(has_code)["signIn"]
    assert asked["url"].endswith("/devicelogin")
    assert 0 < asked["secondsLeft"] <= 900
    tenant.control("entra", {"approve": asked["code"]})
    return kiosk.until(is_live)


def test_from_the_first_sign_in_to_a_revoked_one_and_back_without_a_restart(kiosk: Kiosk, tenant: Tenant) -> None:
    first = kiosk.until(has_code)
    assert first["problem"]["access"] == "signIn"
    assert first["taps"][0] == "Not now"
    state = sign_in(kiosk, tenant)
    assert state["signIn"] is None
    assert state["problem"] is None
    assert len(state["meetings"]) > 0

    tenant.control("revoke", {"what": "refreshToken"})
    tenant.control("revoke", {"what": "token"})
    kiosk.ctl("refresh")
    lost = kiosk.until(has_code, patience=40)
    assert lost["problem"]["code"] == "AADSTS50173"
    assert lost["meetings"] == state["meetings"], "the schedule stays, with its age"
    assert lost["freshness"]["kind"] == "offline"
    tenant.control("restore", {"what": "token"})
    state = sign_in(kiosk, tenant)
    assert state["problem"] is None
    assert kiosk.ctl("health")["ok"]


def test_after_a_restart_it_is_still_signed_in_and_a_walk_up_is_booked(
    kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant, tmp_path: Path
) -> None:
    sign_in(kiosk, tenant)
    kiosk.close()
    cache = tmp_path / "state" / "token-cache"
    assert stat.S_IMODE(cache.stat().st_mode) == 0o600
    for readable in (b"refresh", b"secret", b"eyJ", b"contoso"):
        assert readable not in cache.read_bytes()
    asked_before = sum("devicecode" in r["path"] for r in tenant.control("requests")["requests"])

    again = start(link="service-account")
    again.until(is_live)
    again.ctl("tap", "30 min")
    again.until(lambda state: state["sheet"] is not None)
    again.ctl("tap", "Book ")
    again.until(lambda state: [entry["stage"] for entry in state["outbox"]] == ["confirmed"])
    assert sum("devicecode" in r["path"] for r in tenant.control("requests")["requests"]) == asked_before
    assert not any("delta" in r["path"] for r in tenant.requests())
    said = "".join(line for _, line in [*kiosk.log, *again.log])
    assert "eyJ" not in said
    assert "refresh_token" not in said


def test_a_blocked_sign_in_says_what_to_do_and_can_be_tried_again(kiosk: Kiosk, tenant: Tenant) -> None:
    kiosk.until(has_code)
    tenant.control("entra", {"error": 53003})
    state = kiosk.until(lambda state: state["problem"] is not None and state["signIn"] is None)
    assert (state["problem"]["access"], state["problem"]["code"]) == ("conditionalAccess", "AADSTS53003")
    assert "Conditional Access" in state["problem"]["administrator"]
    kiosk.until(lambda state: state["taps"][0] == "Sign in")
    kiosk.ctl("tap", "Sign in")
    assert sign_in(kiosk, tenant)["problem"] is None


def test_nobody_has_to_sign_in_just_now(kiosk: Kiosk, tenant: Tenant) -> None:
    code = kiosk.until(has_code)["signIn"]["code"]
    kiosk.ctl("tap", "Not now")
    kiosk.until(lambda state: state["signIn"] is None and "Sign in" in state["taps"])
    kiosk.ctl("refresh")
    again = kiosk.until(has_code)["signIn"]["code"]
    assert again != code
    assert code not in json.dumps(kiosk.log)


def test_a_tampered_cache_is_a_sign_in_and_no_crash(
    kiosk: Kiosk, start: Callable[..., Kiosk], tenant: Tenant, tmp_path: Path
) -> None:
    sign_in(kiosk, tenant)
    kiosk.close()
    cache = tmp_path / "state" / "token-cache"
    content = bytearray(cache.read_bytes())
    content[-1] ^= 1
    cache.write_bytes(content)
    again = start(link="service-account")
    assert again.until(has_code)["problem"]["access"] == "signIn"
    assert len(sign_in(again, tenant)["meetings"]) > 0
