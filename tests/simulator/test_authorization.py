"""The authorization code flow, through Microsoft's own library and by hand."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import msal
import pytest

from tests.simulator.conftest import Room
from tests.simulator.test_entra import Trusted

pytestmark = pytest.mark.filterwarnings("ignore:response_mode='form_post' is recommended")
DONE = "https://wox.example/sign-in/entra/done"


@pytest.fixture
def browser(room: Room) -> Iterator[Trusted]:
    room.control("POST", "/entra", redirectUri=DONE)
    trust = ssl.create_default_context(cafile=room.simulator.ca_file)
    with Trusted(verify=trust, timeout=10) as client:
        yield client


def app_of(room: Room, browser: httpx.Client, secret: str | None = None) -> Any:
    return msal.ConfidentialClientApplication(
        room.simulator.client_id,
        client_credential=secret or room.simulator.client_secret,
        authority=room.simulator.authority_https,
        instance_discovery=False,
        http_client=browser,
    )


def person(room: Room) -> str:
    return room.simulator.info["people"][0]["address"]


def sent_back(answer: httpx.Response) -> dict[str, str]:
    """What the browser brings to the application."""
    assert answer.status_code == 302, answer.text
    assert answer.headers["location"].startswith(DONE)
    return dict(parse_qsl(urlsplit(answer.headers["location"]).query))


def test_a_person_signs_in_and_the_id_token_says_who_they_are(room: Room, browser: Trusted) -> None:
    app = app_of(room, browser)
    flow = app.initiate_auth_code_flow([], redirect_uri=DONE)
    page = browser.get(flow["auth_uri"])
    assert "Pick an account" in page.text
    assert person(room) in page.text
    back = sent_back(browser.post(flow["auth_uri"], data={"account": person(room)}))
    answer = app.acquire_token_by_auth_code_flow(flow, back)
    claims = answer["id_token_claims"]
    assert claims["preferred_username"] == person(room)
    assert claims["tid"] == room.simulator.tenant_id
    assert claims["aud"] == room.simulator.client_id
    assert claims["oid"]


def test_a_code_is_good_once_and_only_with_its_verifier(room: Room, browser: Trusted) -> None:
    app = app_of(room, browser)
    flow = app.initiate_auth_code_flow([], redirect_uri=DONE)
    back = sent_back(browser.post(flow["auth_uri"], data={"account": person(room)}))
    other = app.acquire_token_by_auth_code_flow({**flow, "code_verifier": "x" * 43}, back)
    assert "AADSTS501481" in other["error_description"]
    assert "id_token" in app.acquire_token_by_auth_code_flow(flow, back)
    assert "AADSTS54005" in app.acquire_token_by_auth_code_flow(flow, back)["error_description"]


def test_a_code_goes_to_the_application_alone(room: Room, browser: Trusted) -> None:
    app = app_of(room, browser)
    flow = app.initiate_auth_code_flow([], redirect_uri=DONE)
    back = sent_back(browser.post(flow["auth_uri"], data={"account": person(room)}))
    stolen = app_of(room, browser, "wrong").acquire_token_by_auth_code_flow(flow, back)
    assert stolen["error"] == "invalid_client"
    elsewhere = app.acquire_token_by_auth_code_flow({**flow, "redirect_uri": "https://evil.example/"}, back)
    assert "AADSTS500112" in elsewhere["error_description"]


def test_an_unknown_reply_address_is_told_nothing(room: Room, browser: Trusted) -> None:
    flow = app_of(room, browser).initiate_auth_code_flow([], redirect_uri="https://evil.example/done")
    answer = browser.get(flow["auth_uri"])
    assert answer.status_code == 400
    assert "AADSTS50011" in answer.text
    assert "location" not in answer.headers


def test_a_loopback_reply_address_may_have_any_port(room: Room, browser: Trusted) -> None:
    at = "http://localhost:4711/sign-in/entra/done"
    flow = app_of(room, browser).initiate_auth_code_flow([], redirect_uri=at)
    assert browser.get(flow["auth_uri"]).status_code == 200
    path = app_of(room, browser).initiate_auth_code_flow([], redirect_uri="http://localhost:4711/other")
    assert browser.get(path["auth_uri"]).status_code == 400


def test_who_cancels_is_sent_back_with_access_denied(room: Room, browser: Trusted) -> None:
    app = app_of(room, browser)
    flow = app.initiate_auth_code_flow([], redirect_uri=DONE)
    back = sent_back(browser.post(flow["auth_uri"], data={"decision": "cancel"}))
    assert back["error"] == "access_denied"
    assert back["state"] == flow["state"]
    assert app.acquire_token_by_auth_code_flow(flow, back)["error"] == "access_denied"


def test_an_account_of_another_organization_stays_at_the_door(room: Room, browser: Trusted) -> None:
    flow = app_of(room, browser).initiate_auth_code_flow([], redirect_uri=DONE)
    answer = browser.post(flow["auth_uri"], data={"account": "visitor@fabrikam.example"})
    assert answer.status_code == 400
    assert "AADSTS50020" in answer.text


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"scope": "User.Read"}, "invalid_scope"),
    ],
)
def test_a_wrong_request_is_refused_to_the_application(
    room: Room, browser: Trusted, changed: dict[str, str], error: str
) -> None:
    flow = app_of(room, browser).initiate_auth_code_flow([], redirect_uri=DONE)
    address, _, query = flow["auth_uri"].partition("?")
    back = sent_back(browser.get(address, params={**dict(parse_qsl(query)), **changed}))
    assert back["error"] == error
