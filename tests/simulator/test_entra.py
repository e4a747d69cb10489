"""The token service, asked by Microsoft's own library and by hand."""

from __future__ import annotations

import base64
import ssl
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import jwt
import msal
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from roomdisplay.simulator.entra_errors import MEANINGS
from tests.simulator.conftest import GRAPH_SCOPE, Room

SCOPES = ["https://graph.microsoft.com/Calendars.ReadWrite.Shared"]
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def certificate(*, valid_until: datetime | None = None) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "panel")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(valid_until or now + timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    return key, made


@pytest.fixture(scope="module")
def pair() -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    return certificate()


def pem(key: rsa.RSAPrivateKey) -> str:
    plain = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain).decode()


def pem_of(made: x509.Certificate) -> str:
    return made.public_bytes(serialization.Encoding.PEM).decode()


class Trusted(httpx.Client):
    """What MSAL talks through. It hands assertions over as bytes, which httpx would write out as b'…' in a form."""

    def post(self, url: Any, *, data: Any = None, **options: Any) -> httpx.Response:
        form: dict[str, Any] = data or {}
        plain = {name: value.decode() if isinstance(value, bytes) else value for name, value in form.items()}
        return super().post(url, data=plain, **options)


@pytest.fixture
def trusted(room: Room) -> Iterator[httpx.Client]:
    """A client that trusts the simulator's authority."""
    with Trusted(verify=ssl.create_default_context(cafile=room.simulator.ca_file), timeout=10) as client:
        yield client


def app_of(room: Room, trusted: httpx.Client, credential: Any) -> Any:
    return msal.ConfidentialClientApplication(
        room.simulator.client_id,
        client_credential=credential,
        authority=room.simulator.authority_https,
        instance_discovery=False,
        http_client=trusted,
    )


def public_app(room: Room, trusted: httpx.Client) -> Any:
    return msal.PublicClientApplication(
        room.simulator.client_id,
        authority=room.simulator.authority_https,
        instance_discovery=False,
        http_client=trusted,
    )


# MSAL with its own credentials


def test_msal_with_a_secret(room: Room, trusted: httpx.Client) -> None:
    answer = app_of(room, trusted, room.simulator.client_secret).acquire_token_for_client([GRAPH_SCOPE])
    assert room.get("/events", headers={"Authorization": f"Bearer {answer['access_token']}"}).status_code == 200


def test_msal_keeps_an_app_token_and_asks_once(room: Room, trusted: httpx.Client) -> None:
    app = app_of(room, trusted, room.simulator.client_secret)
    app.acquire_token_for_client([GRAPH_SCOPE])
    assert app.acquire_token_for_client([GRAPH_SCOPE])["token_source"] == "cache"


@pytest.mark.parametrize("way", ["pem", "pfx", "thumbprint"])
def test_msal_with_a_certificate(
    room: Room, trusted: httpx.Client, pair: tuple[rsa.RSAPrivateKey, x509.Certificate], way: str, tmp_path: Path
) -> None:
    key, made = pair
    thumbprint = room.control("POST", "/entra", certificate=pem_of(made))["thumbprint"]
    match way:
        case "pem":
            credential: dict[str, Any] = {"private_key": pem(key), "public_certificate": pem_of(made)}
        case "pfx":
            sealed = serialization.BestAvailableEncryption(b"open")
            (tmp_path / "panel.pfx").write_bytes(pkcs12.serialize_key_and_certificates(b"p", key, made, None, sealed))
            credential = {"private_key_pfx_path": str(tmp_path / "panel.pfx"), "passphrase": "open"}
        case _:
            credential = {"private_key": pem(key), "thumbprint": thumbprint}
    answer = app_of(room, trusted, credential).acquire_token_for_client([GRAPH_SCOPE])
    assert "access_token" in answer, answer


def test_msal_may_send_one_assertion_again(
    room: Room, trusted: httpx.Client, pair: tuple[rsa.RSAPrivateKey, x509.Certificate]
) -> None:
    key, made = pair
    room.control("POST", "/entra", certificate=pem_of(made))
    app = app_of(room, trusted, {"private_key": pem(key), "public_certificate": pem_of(made)})
    app.acquire_token_for_client([GRAPH_SCOPE])
    app.remove_tokens_for_client()
    assert "access_token" in app.acquire_token_for_client([GRAPH_SCOPE])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        ({"what": "secret"}, 7000222),
        ({"what": "app"}, 7000112),
    ],
)
def test_msal_is_told_what_was_taken_away(room: Room, trusted: httpx.Client, spoil: dict[str, str], code: int) -> None:
    room.control("POST", "/revoke", **spoil)
    answer = app_of(room, trusted, room.simulator.client_secret).acquire_token_for_client([GRAPH_SCOPE])
    assert answer["error_codes"] == [code]
    room.control("POST", "/restore", **spoil)
    assert room.token().status_code == 200


def test_msal_is_told_of_a_wrong_secret(room: Room, trusted: httpx.Client) -> None:
    answer = app_of(room, trusted, "guess").acquire_token_for_client([GRAPH_SCOPE])
    assert (answer["error"], answer["error_codes"]) == ("invalid_client", [7000215])


def test_msal_finds_no_such_tenant(room: Room, trusted: httpx.Client) -> None:
    with pytest.raises(ValueError, match="tenant"):
        msal.ConfidentialClientApplication(
            room.simulator.client_id,
            client_credential="x",
            authority=room.simulator.authority_https.rpartition("/")[0] + "/nowhere.example",
            instance_discovery=False,
            http_client=trusted,
        )


def test_a_rotated_secret_replaces_the_old_one(room: Room) -> None:
    old = room.simulator.client_secret
    assert room.control("POST", "/entra", secret="fresh") == {}
    assert room.token(client_secret=old).status_code == 401
    assert room.token(client_secret="fresh").status_code == 200


# MSAL and a person


def at_once(flow: dict[str, Any]) -> bool:
    """Ends MSAL's polling after one request."""
    return bool(flow)


def test_msal_signs_a_person_in_by_device_code(room: Room, trusted: httpx.Client) -> None:
    app = public_app(room, trusted)
    flow = app.initiate_device_flow(SCOPES)
    pending = app.acquire_token_by_device_flow(flow, exit_condition=at_once)
    assert pending["error"] == "authorization_pending"
    room.control("POST", "/entra", approve=flow["user_code"], account="jonas.weber@contoso.example")
    with pytest.warns(UserWarning, match="too soon"):
        answer = app.acquire_token_by_device_flow(flow, exit_condition=at_once)
    assert answer["id_token_claims"]["preferred_username"] == "jonas.weber@contoso.example"
    assert SCOPES[0] in answer["scope"].split()
    (account,) = app.get_accounts()
    assert account["username"] == "jonas.weber@contoso.example"


def signed_in(room: Room, trusted: httpx.Client) -> tuple[Any, Any]:
    app = public_app(room, trusted)
    flow = app.initiate_device_flow(SCOPES)
    room.control("POST", "/entra", approve=flow["user_code"])
    assert "access_token" in app.acquire_token_by_device_flow(flow, exit_condition=at_once)
    return app, app.get_accounts()[0]


def test_msal_finds_its_token_again_because_the_scopes_come_back_as_sent(room: Room, trusted: httpx.Client) -> None:
    app, account = signed_in(room, trusted)
    asked = room.simulator.call(lambda tenant: tenant.ledger.count)
    assert "access_token" in app.acquire_token_silent(SCOPES, account=account)
    assert room.simulator.call(lambda tenant: tenant.ledger.count) == asked


def test_msal_refreshes(room: Room, trusted: httpx.Client) -> None:
    app, account = signed_in(room, trusted)
    answer = app.acquire_token_silent(SCOPES, account=account, force_refresh=True)
    assert "access_token" in answer


@pytest.mark.parametrize(
    ("method", "path", "order", "code"),
    [
        ("POST", "/revoke", {"what": "refreshToken"}, 50173),
        ("POST", "/revoke", {"what": "consent"}, 65001),
        ("POST", "/entra", {"refreshTokenLifetimeSeconds": 0}, 700082),
        ("POST", "/entra", {"error": 50076}, 50076),
        ("POST", "/entra", {"error": 53003}, 53003),
    ],
)
def test_msal_is_told_why_a_refresh_fails(
    room: Room, trusted: httpx.Client, method: str, path: str, order: dict[str, Any], code: int
) -> None:
    app, account = signed_in(room, trusted)
    room.control(method, path, **order)
    time.sleep(0.01)
    answer = app.acquire_token_silent_with_error(SCOPES, account=account, force_refresh=True)
    assert answer["error_codes"] == [code]
    assert app.acquire_token_silent(SCOPES, account=account, force_refresh=True) is None


def test_a_used_refresh_token_is_followed_by_another_and_stays_good(room: Room) -> None:
    tokens = device_tokens(room)
    form = {"grant_type": "refresh_token", "client_secret": "(none)", "scope": " ".join([*SCOPES, "offline_access"])}
    second = room.token(**form, refresh_token=tokens["refresh_token"]).json()
    assert second["refresh_token"] != tokens["refresh_token"]
    assert second["scope"] == form["scope"]
    assert room.token(**form, refresh_token=tokens["refresh_token"]).status_code == 200


def device_tokens(room: Room) -> dict[str, Any]:
    flow = start_flow(room)
    room.control("POST", "/entra", approve=flow["user_code"])
    return poll(room, flow).json()


def start_flow(room: Room, **changes: str) -> dict[str, Any]:
    form = {"client_id": room.simulator.client_id, "scope": " ".join([*SCOPES, "offline_access"]), **changes}
    answer = room.http.post(f"{room.simulator.authority}/oauth2/v2.0/devicecode", data=form)
    return answer.json()


def poll(room: Room, flow: dict[str, Any]) -> httpx.Response:
    return room.token(
        grant_type="urn:ietf:params:oauth:grant-type:device_code",
        device_code=flow["device_code"],
        client_secret="(none)",
        scope="(none)",
    )


# The device flow by hand


def test_a_device_flow_tells_where_to_go_and_how_often_to_ask(room: Room) -> None:
    flow = start_flow(room)
    assert (flow["interval"], flow["expires_in"]) == (5, 900)
    assert flow["user_code"] in flow["message"]
    assert "verification_uri_complete" not in flow


def test_asking_too_soon_is_told_to_slow_down(room: Room) -> None:
    flow = start_flow(room)
    assert poll(room, flow).json()["error"] == "authorization_pending"
    assert poll(room, flow).json()["error"] == "slow_down"


def test_a_denied_sign_in_is_declined(room: Room) -> None:
    flow = start_flow(room)
    room.control("POST", "/entra", deny=flow["user_code"])
    assert poll(room, flow).json()["error"] == "authorization_declined"


def test_a_code_expires(room: Room) -> None:
    room.control("POST", "/entra", deviceCodeLifetimeSeconds=0)
    assert poll(room, start_flow(room)).json()["error"] == "expired_token"


def test_an_unknown_device_code_is_told_so(room: Room) -> None:
    assert poll(room, {"device_code": "x"}).json()["error"] == "bad_verification_code"


def test_a_device_flow_needs_public_client_flows(room: Room) -> None:
    room.control("POST", "/entra", publicClientFlows=False)
    assert poll(room, start_flow(room)).json()["error_codes"] == [7000218]


def test_a_person_approves_on_the_page(room: Room) -> None:
    flow = start_flow(room)
    page = flow["verification_uri"]
    assert "<form" in room.http.get(page).text
    asked = room.http.post(page, data={"code": flow["user_code"].lower()}).text
    assert "jonas.weber@contoso.example" in asked
    decision = {"code": flow["user_code"], "decision": "approve", "account": "jonas.weber@contoso.example"}
    assert "signed in" in room.http.post(page, data=decision).text
    assert "access_token" in poll(room, flow).json()


def test_a_person_denies_on_the_page(room: Room) -> None:
    flow = start_flow(room)
    room.http.post(flow["verification_uri"], data={"code": flow["user_code"], "decision": "deny"})
    assert poll(room, flow).json()["error"] == "authorization_declined"


def test_the_page_refuses_a_code_nobody_shows(room: Room) -> None:
    answer = room.http.post(start_flow(room)["verification_uri"], data={"code": "<b>"})
    assert answer.status_code == 400
    assert "<b>" not in answer.text


# Assertions by hand


def assertion(
    room: Room, pair: tuple[rsa.RSAPrivateKey, x509.Certificate], algorithm: str = "PS256", **changes: Any
) -> str:
    key, made = pair
    now = int(time.time())
    claims: dict[str, Any] = {
        "aud": f"{room.simulator.authority}/oauth2/v2.0/token",
        "iss": room.simulator.client_id,
        "sub": room.simulator.client_id,
        "jti": str(uuid.uuid4()),
        "nbf": now,
        "exp": now + 600,
        **changes,
    }
    name, digest = ("x5t#S256", hashes.SHA256()) if algorithm == "PS256" else ("x5t", hashes.SHA1())  # noqa: S303
    mark = base64.urlsafe_b64encode(made.fingerprint(digest)).decode().rstrip("=")
    return jwt.encode(claims, key, algorithm=algorithm, headers={name: mark})


def with_assertion(room: Room, text: str) -> httpx.Response:
    return room.token(client_secret="(none)", client_assertion=text, client_assertion_type=ASSERTION)


@pytest.mark.parametrize("algorithm", ["PS256", "RS256"])
def test_both_signatures_are_taken(
    room: Room, pair: tuple[rsa.RSAPrivateKey, x509.Certificate], algorithm: str
) -> None:
    room.control("POST", "/entra", certificate=pem_of(pair[1]))
    assert with_assertion(room, assertion(room, pair, algorithm)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"aud": "https://login.microsoftonline.com/x/oauth2/v2.0/token"}, 700023),
        ({"exp": 1_000_000_000}, 700024),
        ({"nbf": 4_000_000_000}, 700024),
        ({"iss": "somebody"}, 700021),
        ({"sub": "somebody"}, 700021),
        ({"jti": None}, 50027),
    ],
)
def test_assertions_are_really_checked(
    room: Room, pair: tuple[rsa.RSAPrivateKey, x509.Certificate], changes: dict[str, Any], code: int
) -> None:
    room.control("POST", "/entra", certificate=pem_of(pair[1]))
    answer = with_assertion(room, assertion(room, pair, **changes))
    assert (answer.status_code, answer.json()["error_codes"]) == (401, [code])


def test_a_certificate_that_is_not_registered_is_refused(
    room: Room, pair: tuple[rsa.RSAPrivateKey, x509.Certificate]
) -> None:
    assert with_assertion(room, assertion(room, pair)).json()["error_codes"] == [700027]


def test_another_key_under_a_registered_name_is_refused(
    room: Room, pair: tuple[rsa.RSAPrivateKey, x509.Certificate]
) -> None:
    room.control("POST", "/entra", certificate=pem_of(pair[1]))
    forged = assertion(room, (certificate()[0], pair[1]))
    assert with_assertion(room, forged).json()["error_codes"] == [700027]


def test_an_expired_certificate_is_refused(room: Room) -> None:
    old = certificate(valid_until=datetime.now(UTC) - timedelta(days=1))
    room.control("POST", "/entra", certificate=pem_of(old[1]))
    assert with_assertion(room, assertion(room, old)).json()["error_codes"] == [700030]


def test_a_revoked_certificate_is_refused_until_restored(
    room: Room, pair: tuple[rsa.RSAPrivateKey, x509.Certificate]
) -> None:
    room.control("POST", "/entra", certificate=pem_of(pair[1]))
    room.control("POST", "/revoke", what="certificate")
    assert with_assertion(room, assertion(room, pair)).json()["error_codes"] == [700027]
    room.control("POST", "/restore", what="certificate")
    assert with_assertion(room, assertion(room, pair)).status_code == 200


def test_whether_an_assertion_works_twice_is_a_switch(
    room: Room, pair: tuple[rsa.RSAPrivateKey, x509.Certificate]
) -> None:
    room.control("POST", "/entra", certificate=pem_of(pair[1]))
    text = assertion(room, pair)
    assert [with_assertion(room, text).status_code for _ in range(2)] == [200, 200]
    room.behave(replayedAssertions=False)
    assert with_assertion(room, text).json()["error_codes"] == [50012]


# Refusals


@pytest.mark.parametrize(
    ("changes", "status", "error", "code"),
    [
        ({"client_id": str(uuid.UUID(int=1))}, 400, "unauthorized_client", 700016),
        ({"client_id": "(none)"}, 400, "invalid_request", 900144),
        ({"client_secret": "(none)"}, 401, "invalid_client", 7000218),
        ({"grant_type": "(none)"}, 400, "invalid_request", 900144),
        ({"grant_type": "magic"}, 400, "unsupported_grant_type", 70003),
        ({"grant_type": "password", "username": "nobody@contoso.example"}, 400, "invalid_grant", 50034),
        ({"grant_type": "password", "username": "jonas.weber@contoso.example"}, 400, "interaction_required", 50076),
        ({"grant_type": "refresh_token", "refresh_token": "x"}, 400, "invalid_grant", 70000),
        ({"scope": "(none)"}, 400, "invalid_request", 900144),
        ({"scope": "https://graph.microsoft.com/Calendars.Read"}, 400, "invalid_scope", 1002012),
        ({"scope": "https://graph.microsoft.us/.default"}, 400, "invalid_resource", 500011),
        ({"scope": "https://outlook.office365.com/.default"}, 400, "invalid_resource", 650057),
    ],
)
def test_misuse_is_named(room: Room, changes: dict[str, str], status: int, error: str, code: int) -> None:
    answer = room.token(**changes)
    assert (answer.status_code, answer.json()["error"], answer.json()["error_codes"]) == (status, error, [code])


def test_a_wrong_tenant_is_named(room: Room) -> None:
    address = room.simulator.authority.rpartition("/")[0] + "/elsewhere.example/oauth2/v2.0/token"
    answer = room.http.post(address, data={"grant_type": "client_credentials"})
    assert answer.json()["error_codes"] == [90002]


@pytest.mark.parametrize("code", sorted(MEANINGS))
def test_every_refusal_can_be_ordered_and_has_the_documented_shape(room: Room, code: int) -> None:
    room.control("POST", "/entra", error=code, count=1)
    answer = room.token().json()
    assert set(answer) - {"suberror", "claims"} == {
        "error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id", "error_uri",
    }  # fmt: skip
    assert answer["error_codes"] == [code]
    assert answer["error_description"].startswith(f"AADSTS{code}: ")
    assert room.token().status_code == 200


def test_the_tenant_answers_to_its_domain_too(room: Room) -> None:
    address = room.simulator.authority.rpartition("/")[0] + "/contoso.example/v2.0/.well-known/openid-configuration"
    assert room.http.get(address).json()["token_endpoint"].endswith("/contoso.example/oauth2/v2.0/token")


def test_published_keys_verify_the_tokens(room: Room) -> None:
    keys = room.http.get(f"{room.simulator.authority}/discovery/v2.0/keys").json()["keys"]
    token = room.token().json()["access_token"]
    key = jwt.PyJWK(keys[0]).key
    claims = jwt.decode(token, key, algorithms=["RS256"], audience="https://graph.microsoft.com")
    assert claims["appid"] == room.simulator.client_id


def test_instance_discovery_knows_the_own_host_only(room: Room) -> None:
    origin = room.simulator.authority.rpartition("/")[0]
    found = room.http.get(f"{origin}/common/discovery/instance").json()
    assert found["metadata"][0]["preferred_network"] in origin
