"""The application's own keys, as an application that looks after them meets them."""

from __future__ import annotations

import base64
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import httpx
import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.simulator.conftest import Room, error_of
from tests.simulator.test_entra import ASSERTION, certificate, pem_of

DIRECTORY = "00000002-0000-0000-c000-000000000000"
READ, OWNED = "Application.Read.All", "Application.ReadWrite.OwnedBy"
MISSING = (401, "Authentication_MissingOrMalformed")


def der(made: x509.Certificate) -> str:
    return base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode()


def thumbprint(made: x509.Certificate) -> str:
    return made.fingerprint(hashes.SHA1()).hex().upper()  # noqa: S303


@dataclass(slots=True)
class Application:
    """An application that holds a registered certificate."""

    room: Room
    key: rsa.RSAPrivateKey
    own: x509.Certificate
    object_id: str = ""

    def permit(self, permission: str) -> None:
        self.room.control("POST", "/entra", directoryPermission=permission)
        self.room.authorize()

    def ask(self, method: str, path: str = "", **body: Any) -> httpx.Response:
        where = f"/applications/{self.object_id}" if self.object_id else self.by_app_id
        return self.room.request(
            method, self.room.simulator.graph + where + path, json=body or None, extensions={"unlisted": True}
        )

    @property
    def by_app_id(self) -> str:
        return f"/applications(appId='{self.room.simulator.client_id}')"

    def proof(self, **changes: Any) -> str:
        now = int(time.time())
        claims = {"aud": DIRECTORY, "iss": self.object_id, "nbf": now, "exp": now + 600} | changes
        return jwt.encode(claims, self.key, algorithm="RS256")

    def add(self, made: x509.Certificate, proof: str | None = None, **changes: Any) -> httpx.Response:
        credential = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": der(made)} | changes
        return self.ask(
            "POST", "/addKey", keyCredential=credential, passwordCredential=None, proof=proof or self.proof()
        )

    def listed(self) -> list[str]:
        """The thumbprints a read shows."""
        found = self.ask("GET", "?$select=id,keyCredentials").json()["keyCredentials"]
        return [base64.b64decode(key["customKeyIdentifier"]).hex().upper() for key in found]

    def signs_in(self, key: rsa.RSAPrivateKey, made: x509.Certificate) -> bool:
        client, now = self.room.simulator.client_id, int(time.time())
        times = {"iat": now, "nbf": now, "exp": now + 600}
        audience = f"{self.room.simulator.authority}/oauth2/v2.0/token"
        named = base64.urlsafe_b64encode(made.fingerprint(hashes.SHA256())).decode().rstrip("=")
        claims = {"aud": audience, "iss": client, "sub": client, "jti": str(uuid.uuid4()), **times}
        assertion = jwt.encode(claims, key, algorithm="PS256", headers={"x5t#S256": named})
        form = {"client_secret": "(none)", "client_assertion": assertion, "client_assertion_type": ASSERTION}
        return self.room.token(**form).status_code == 200


@pytest.fixture(scope="module")
def pairs() -> list[tuple[rsa.RSAPrivateKey, x509.Certificate]]:
    return [certificate() for _ in range(3)]


@pytest.fixture
def application(room: Room, pairs: list[tuple[rsa.RSAPrivateKey, x509.Certificate]]) -> Application:
    """May read itself, and knows its object's id."""
    key, own = pairs[0]
    room.control("POST", "/entra", certificate=pem_of(own))
    made = Application(room, key, own)
    made.permit(READ)
    made.object_id = made.ask("GET", "?$select=id").json()["id"]
    return made


def test_reading_takes_a_permission(application: Application) -> None:
    application.permit("none")
    assert error_of(application.ask("GET")) == (403, "Authorization_RequestDenied")
    application.permit(READ)
    assert application.ask("GET").status_code == 200


def test_a_token_says_what_was_permitted_when_it_was_issued(application: Application) -> None:
    application.room.control("POST", "/entra", directoryPermission="none")
    assert application.ask("GET").status_code == 200


def test_the_object_id_is_not_the_client_id(application: Application) -> None:
    shown = application.ask("GET").json()
    assert shown["appId"] == application.room.simulator.client_id != shown["id"]
    application.object_id = shown["appId"]
    assert error_of(application.ask("GET")) == (404, "Request_ResourceNotFound")


def test_certificates_come_only_where_they_are_selected(application: Application) -> None:
    assert [key["key"] for key in application.ask("GET").json()["keyCredentials"]] == [None]
    (key,) = application.ask("GET", "?$select=keyCredentials").json()["keyCredentials"]
    assert key["key"] == der(application.own)


def test_a_key_is_added_without_any_permission(application: Application, pairs: list[Any]) -> None:
    key, made = pairs[1]
    application.permit("none")
    assert not application.signs_in(key, made)
    answer = application.add(made, displayName="a panel")
    assert answer.status_code == 200
    assert answer.json()["displayName"] == "a panel"
    assert answer.json()["key"] is None
    assert application.signs_in(key, made)
    removed = application.ask("POST", "/removeKey", keyId=answer.json()["keyId"], proof=application.proof())
    assert removed.status_code == 204
    assert not application.signs_in(key, made)


def audience(application: Application) -> str:
    return application.proof(aud="00000003-0000-0000-c000-000000000000")


def issuer(application: Application) -> str:
    return application.proof(iss=application.room.simulator.client_id)


def too_long(application: Application) -> str:
    return application.proof(nbf=int(time.time()) - 700, exp=int(time.time()) + 60)


def expired(application: Application) -> str:
    return application.proof(exp=int(time.time()) - 1)


def of_another_key(application: Application) -> str:
    return replace(application, key=certificate()[0]).proof()


def no_token(application: Application) -> str:
    return "no token"


@pytest.mark.parametrize(
    "wrong",
    [
        audience,
        issuer,
        too_long,
        expired,
        of_another_key,
        no_token,
    ],
)
def test_a_wrong_proof(application: Application, pairs: list[Any], wrong: Callable[[Application], str]) -> None:
    assert error_of(application.add(pairs[1][1], wrong(application))) == MISSING
    assert application.listed() == [thumbprint(application.own)]


def test_a_removed_key_proves_nothing_any_more(application: Application, pairs: list[Any]) -> None:
    (key,) = application.ask("GET", "?$select=keyCredentials").json()["keyCredentials"]
    assert application.ask("POST", "/removeKey", keyId=key["keyId"], proof=application.proof()).status_code == 204
    assert error_of(application.add(pairs[1][1])) == MISSING


def test_removing_what_is_not_there(application: Application) -> None:
    answer = application.ask("POST", "/removeKey", keyId=str(uuid.uuid4()), proof=application.proof())
    assert error_of(answer) == (400, "Request_BadRequest")


@pytest.mark.parametrize(
    "changes",
    [{"usage": "Sign"}, {"type": "Symmetric"}, {"key": "AAAA"}, {"key": None}, {"thumbprint": "x"}],
    ids=["usage", "type", "no certificate", "nothing", "unknown property"],
)
def test_a_key_that_is_none(application: Application, pairs: list[Any], changes: dict[str, Any]) -> None:
    assert error_of(application.add(pairs[1][1], **changes)) == (400, "Request_BadRequest")


def test_the_same_certificate_twice_is_two_keys(application: Application, pairs: list[Any]) -> None:
    made = pairs[1][1]
    assert application.add(made).json()["keyId"] != application.add(made).json()["keyId"]
    assert application.listed().count(thumbprint(made)) == 2


def test_a_patch_replaces_the_whole_collection(application: Application, pairs: list[Any]) -> None:
    """Whoever sends only what they wish to add takes everybody else's keys away."""
    application.add(pairs[1][1])
    credential = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": der(pairs[2][1])}
    assert error_of(application.ask("PATCH", keyCredentials=[credential])) == (403, "Authorization_RequestDenied")
    application.permit(OWNED)
    assert application.ask("PATCH", keyCredentials=[credential]).status_code == 204
    assert application.listed() == [thumbprint(pairs[2][1])]


def test_a_patch_keeps_what_it_names(application: Application) -> None:
    application.permit(OWNED)
    kept = application.ask("GET").json()["keyCredentials"]
    assert application.ask("PATCH", keyCredentials=kept).status_code == 204
    assert application.listed() == [thumbprint(application.own)]


def test_it_takes_its_time(application: Application, pairs: list[Any]) -> None:
    """Neither reads nor the token service know of a change at once."""
    key, made = pairs[1]
    application.room.control("POST", "/entra", keyPropagationSeconds=1)
    added = application.add(made).json()
    assert application.listed() == [thumbprint(application.own)]
    assert not application.signs_in(key, made)
    time.sleep(1.1)
    assert thumbprint(made) in application.listed()
    assert application.signs_in(key, made)
    application.ask("POST", "/removeKey", keyId=added["keyId"], proof=application.proof())
    assert thumbprint(made) in application.listed()
    assert application.signs_in(key, made)


def test_there_is_room_for_so_many(application: Application, pairs: list[Any]) -> None:
    application.room.control("POST", "/entra", keyLimit=1)
    assert error_of(application.add(pairs[1][1]))[0] == 400
    assert application.listed() == [thumbprint(application.own)]


def test_faults_reach_it(application: Application, pairs: list[Any]) -> None:
    application.room.control(
        "POST", "/faults", path="addKey", status=409, code="Directory_ConcurrencyViolation", count=1
    )
    assert error_of(application.add(pairs[1][1])) == (409, "Directory_ConcurrencyViolation")
    assert application.add(pairs[1][1]).status_code == 200
