"""Signing in with Microsoft, against the simulated tenant's token service."""

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from roomdisplay.adapters.http import BlockingHttp, Network
from roomdisplay.simulator.server import Simulator, running_simulator
from roomdisplay.wox_server import people
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.portal.entra import Directory, EntraSignIn
from roomdisplay.wox_server.portal.visit import Portal
from tests.wox_server.portal.conftest import HTTPS, Browser, Clock, Open
from tests.wox_server.portal.office import Office

DONE = "/sign-in/entra/done"


@pytest.fixture(scope="module")
def tenant() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        simulator.call(lambda tenant: tenant.entra.authorizations.redirect_uris.add(HTTPS + DONE))
        yield simulator


@pytest.fixture(autouse=True)
def now(clock: Clock) -> None:
    clock.now = datetime.now(UTC)  # the token service lives in real time


Portals = Callable[..., Portal]


@pytest.fixture
def portal(tenant: Simulator) -> Iterator[Portals]:
    made: list[EntraSignIn] = []

    def build(**changed: Any) -> Portal:
        known: dict[str, Any] = {
            "tenant_id": tenant.tenant_id,
            "client_id": tenant.client_id,
            "secret": tenant.client_secret,
            "authority": tenant.authority_https,
            "ca_file": Path(tenant.ca_file),
        }
        made.append(EntraSignIn(Directory(**{**known, **changed})))
        return Portal(entra=made[-1])

    yield build
    for one in made:
        one.close()


def at_microsoft(visitor: Browser, page: str = "/sign-in", **typed: str) -> str:
    """Where the browser is sent."""
    answer = visitor.form(page, "/sign-in/entra", **typed)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def answered(tenant: Simulator, address: str, **typed: str) -> str:
    """The path and query the person's browser comes back with, having answered Microsoft's page."""
    trust = ssl.create_default_context(cafile=tenant.ca_file)
    with httpx.Client(verify=trust) as browser:
        answer = browser.post(address, data=typed)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["location"])
    return f"{back.path}?{back.query}"


def somebody(tenant: Simulator) -> tuple[str, str]:
    person = tenant.info["people"][0]
    return person["address"], person["name"]


def test_a_person_of_the_tenant_becomes_an_employee(
    browser: Open, portal: Portals, tenant: Simulator, office: Office, database: Database
) -> None:
    address, name = somebody(tenant)
    visitor = browser(portal=portal())
    at = at_microsoft(visitor, on="/mine")
    asked = dict(parse_qsl(urlsplit(at).query))
    assert (asked["code_challenge_method"], asked["response_type"]) == ("S256", "code")
    assert asked["state"]
    assert asked["nonce"]
    answer = visitor.get(answered(tenant, at, account=address))
    assert (answer.status_code, answer.headers["location"]) == (303, "/mine")
    assert name in visitor.get("/mine").text
    with database.reading() as connection:
        made = people.by_address(connection, address)
    assert made is not None
    assert (made.roles, made.is_linked, made.has_password) == ((), True, False)
    again = browser(portal=portal())
    assert again.get(answered(tenant, at_microsoft(again), account=address)).headers["location"] == "/"
    with database.reading() as connection:
        assert len(people.everybody(connection, address)) == 1


def test_the_answer_is_good_once_and_in_the_browser_that_asked(
    browser: Open, portal: Portals, tenant: Simulator, office: Office
) -> None:
    one, other, entra = browser(portal=portal()), browser(portal=portal()), somebody(tenant)[0]
    back = answered(tenant, at_microsoft(one), account=entra)
    stolen = other.get(back)
    assert stolen.status_code == 403
    assert "cannot be used" in stolen.text
    cookies = dict(one.cookies)
    assert one.get(back).status_code == 303
    for name, value in cookies.items():
        other.cookies.set(name, value)
    assert other.get(back).status_code == 403


def test_a_changed_state_is_refused(browser: Open, portal: Portals, tenant: Simulator, office: Office) -> None:
    visitor = browser(portal=portal())
    back = answered(tenant, at_microsoft(visitor), account=somebody(tenant)[0])
    assert visitor.get(back.replace("state=", "state=x")).status_code == 403
    assert visitor.get("/").status_code == 303


def test_a_sign_in_takes_a_quarter_of_an_hour_at_most(
    browser: Open, portal: Portals, tenant: Simulator, office: Office, clock: Clock
) -> None:
    visitor = browser(portal=portal())
    back = answered(tenant, at_microsoft(visitor), account=somebody(tenant)[0])
    clock.pass_by(people.FLOW)
    assert visitor.get(back).status_code == 403


def test_who_cancels_may_try_again(browser: Open, portal: Portals, tenant: Simulator, office: Office) -> None:
    visitor = browser(portal=portal())
    answer = visitor.get(answered(tenant, at_microsoft(visitor), decision="cancel"))
    assert answer.status_code == 403
    assert "You did not sign in with Microsoft." in answer.text
    assert "Sign in with Microsoft" in answer.text


def test_another_tenant_s_token_is_refused(browser: Open, portal: Portals, tenant: Simulator, office: Office) -> None:
    visitor = browser(portal=portal(tenant_id="00000000-0000-0000-0000-000000000000"))
    answer = visitor.get(answered(tenant, at_microsoft(visitor), account=somebody(tenant)[0]))
    assert answer.status_code == 403
    assert "belongs to another organization" in answer.text


def test_a_wrong_secret_is_told_as_ours(browser: Open, portal: Portals, tenant: Simulator, office: Office) -> None:
    visitor = browser(portal=portal(secret="wrong"))
    answer = visitor.get(answered(tenant, at_microsoft(visitor), account=somebody(tenant)[0]))
    assert answer.status_code == 403
    assert "Microsoft did not confirm who you are." in answer.text


def test_an_address_alone_proves_nothing(
    browser: Open, portal: Portals, tenant: Simulator, office: Office, database: Database
) -> None:
    """A local account is linked by whoever is signed in to it."""
    address, _ = somebody(tenant)
    with database.writing() as writing:
        local = people.add(writing, email=address, name="Local")
    stranger = browser(portal=portal())
    answer = stranger.get(answered(tenant, at_microsoft(stranger), account=address))
    assert answer.status_code == 403
    assert "Your address has a local account here." in answer.text
    own = browser(local.id, portal=portal())
    linked = own.get(answered(tenant, at_microsoft(own, "/account"), account=address))
    assert linked.headers["location"] == "/account"
    assert stranger.get(answered(tenant, at_microsoft(stranger), account=address)).status_code == 303
    assert "Local" in stranger.get("/account").text


def test_who_is_switched_off_stays_out(
    browser: Open, portal: Portals, tenant: Simulator, office: Office, database: Database
) -> None:
    address, _ = somebody(tenant)
    visitor = browser(portal=portal())
    visitor.get(answered(tenant, at_microsoft(visitor), account=address))
    with database.writing() as writing:
        account = people.by_address(writing.connection, address)
        assert account is not None
        people.disable(writing, account.id, disabled=True)
    answer = visitor.get(answered(tenant, at_microsoft(visitor), account=address))
    assert answer.status_code == 403
    assert "switched off" in answer.text


def test_microsoft_away_is_said(browser: Open, office: Office, tenant: Simulator) -> None:
    directory = Directory(tenant_id=tenant.tenant_id, client_id="x", secret="y", authority="https://127.0.0.1:1/t")
    entra = EntraSignIn(directory, BlockingHttp(Network(connect=1, read=1, whole=2)))
    answer = browser(portal=Portal(entra=entra)).form("/sign-in", "/sign-in/entra")
    assert answer.status_code == 503
    assert "does not answer" in answer.text
    entra.close()
