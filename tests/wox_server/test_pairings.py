"""Pairing on the server: over real sockets with real keys, on both databases, through other processes and restarts."""

import base64
import json
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select, update

from roomdisplay.adapters.pairing import PanelKeys, fresh_keys, seal
from roomdisplay.core import pairing as core
from roomdisplay.core.pairing import CODE_LIFE, Introduction
from roomdisplay.core.wox import CommandKind
from roomdisplay.ports import Unreadable
from roomdisplay.wox_server import pairings, panels, schema
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.panels import NotPaired
from tests.wox_server.building import NOW, build
from tests.wox_server.running import Running, running

GRANT = b'{"token": "t"}'


def text(value: bytes) -> str:
    return base64.b64encode(value).decode()


class Door:
    """An unpaired panel, as far as the API sees it."""

    def __init__(self, url: str, *, nonce: int = 1, serial: str = "RD-9", keys: PanelKeys | None = None) -> None:
        self.base = f"{url}/api/panel/v1"
        self.keys = keys or fresh_keys()
        self.introduction = Introduction(
            serial=serial,
            identity_key=self.keys.identity_key,
            sealing_key=self.keys.sealing_key,
            nonce=bytes([nonce]) * 16,
        )
        self.id = ""
        self.number = 0

    def introduce(self, **changed: Any) -> httpx.Response:
        made = self.introduction
        body = {
            "serial": made.serial,
            "identityKey": text(made.identity_key),
            "sealingKey": text(made.sealing_key),
            "nonce": text(made.nonce),
            "signature": text(self.keys.sign(core.introduced(made))),
        }
        answer = httpx.post(f"{self.base}/pairings", json=body | changed, timeout=20)
        if answer.status_code in (200, 201):
            self.id = answer.json()["id"]
        return answer

    @property
    def transcript(self) -> bytes:
        return core.transcript(self.introduction, self.id)

    def poll(self, number: int | None = None, keys: PanelKeys | None = None) -> httpx.Response:
        self.number = self.number + 1 if number is None else number
        signature = (keys or self.keys).sign(core.polled(self.transcript, self.number))
        body = {"number": self.number, "signature": text(signature)}
        return httpx.post(f"{self.base}/pairings/{self.id}/poll", json=body, timeout=20)

    def feed(self, token: str) -> int:
        return httpx.get(f"{self.base}/feed", headers={"Authorization": f"Bearer {token}"}, timeout=20).status_code

    def receipt(self, token: str, certificate: str | None = None) -> httpx.Response:
        told = {} if certificate is None else {"certificate": self.signed(certificate)}
        return self.post("/pairings/receipt", token, told)

    def offer(
        self, token: str, certificate: str, *, in_use: bool = False, keys: PanelKeys | None = None
    ) -> httpx.Response:
        return self.post("/certificates", token, self.signed(certificate, keys) | {"inUse": in_use})

    def signed(self, certificate: str, keys: PanelKeys | None = None) -> dict[str, Any]:
        signature = (keys or self.keys).sign(core.certified(certificate))
        return {"certificate": certificate, "signature": text(signature)}

    def post(self, path: str, token: str, told: dict[str, Any]) -> httpx.Response:
        return httpx.post(self.base + path, json=told, headers={"Authorization": f"Bearer {token}"}, timeout=20)

    def grant(self, server: Running, *, replaces: bool = False) -> tuple[int, str]:
        """What the page does."""
        with server.database.writing() as writing:
            request = pairings.find(writing.connection, self.introduction.code)
            panel_id, token = panels.add(
                writing,
                server.building.borealis,
                serial=self.introduction.serial,
                now=server.serving.now(),
                expires_at=server.serving.now() + core.TOKEN_UNCONFIRMED,
                identity_key=self.keys.identity_key,
            )
            sealed = seal(GRANT, request.introduction.sealing_key, request.transcript)
            now = server.serving.now()
            pairings.grant(writing, request, panel_id=panel_id, sealed=sealed, replaces=replaces, now=now)
        return panel_id, token


def code_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


@pytest.fixture
def door(server: Running) -> Door:
    return Door(server.url)


def test_from_the_introduction_to_the_receipt(server: Running, door: Door) -> None:
    answer = door.introduce()
    assert answer.status_code == 201
    assert answer.json() == {"id": door.id, "expiresIn": CODE_LIFE.total_seconds(), "interval": core.INTERVAL}
    assert door.poll().json() == {"state": "pending", "sealed": None}
    panel_id, token = door.grant(server)
    granted = door.poll()
    assert granted.headers["cache-control"] == "no-store"
    sealed = base64.b64decode(granted.json()["sealed"])
    assert door.keys.open(sealed, door.transcript) == GRANT
    # the answer was lost: the same again
    assert base64.b64decode(door.poll().json()["sealed"]) == sealed
    assert door.feed(token) == 200
    for _ in range(2):
        assert door.receipt(token).status_code == 204
    assert code_of(door.poll()) == (410, "expired"), "a code works once"
    with server.database.reading() as connection:
        assert panels.find(connection, panel_id).expires_at is None
        row = connection.execute(select(schema.pairing)).one()
        assert row.sealed is None, "nobody needs it any more"
        assert token not in str(row)
        assert list(panels.last_orders(connection, panel_id)) == [CommandKind.DOCTOR], "somebody looks at it at once"


def test_the_same_introduction_again_is_the_same(server: Running, door: Door) -> None:
    first = door.introduce().json()
    again = door.introduce()
    assert (again.status_code, again.json()["id"]) == (200, first["id"])
    assert again.json()["expiresIn"] <= first["expiresIn"]


def test_a_signature_has_to_be_the_panels(server: Running, door: Door) -> None:
    stranger = fresh_keys()
    wrong = text(stranger.sign(core.introduced(door.introduction)))
    assert code_of(door.introduce(signature=wrong)) == (403, "notSigned")
    assert code_of(door.introduce(serial="RD-8")) == (403, "notSigned")
    door.introduce()
    door.grant(server)
    # who has the code and the id has nothing
    assert code_of(door.poll(keys=stranger)) == (403, "notSigned")
    assert door.poll().json()["state"] == "granted"


def test_what_was_granted_opens_in_no_other_pairing(server: Running, door: Door) -> None:
    other = Door(server.url, nonce=2, keys=door.keys)
    door.introduce()
    other.introduce()
    door.grant(server)
    assert other.poll().json()["state"] == "pending", "crossed codes stay apart"
    sealed = base64.b64decode(door.poll().json()["sealed"])
    with pytest.raises(Unreadable):
        door.keys.open(sealed, other.transcript)


def test_a_poll_that_is_replayed_is_not_answered_again(server: Running, door: Door) -> None:
    door.introduce()
    door.poll(5)
    door.grant(server)
    for number in (5, 4, 1):
        assert code_of(door.poll(number)) == (409, "replayed")


def test_who_polls_too_often_is_slowed_down(door: Door) -> None:
    door.introduce()
    assert door.poll().status_code == 200
    slowed = door.poll()
    assert code_of(slowed) == (429, "slowDown")
    assert slowed.headers["retry-after"] == str(int(core.INTERVAL + core.SLOWER))


def test_denied(server: Running, door: Door) -> None:
    door.introduce()
    with server.database.writing() as writing:
        pairings.deny(writing, pairings.find(writing.connection, door.introduction.code), server.serving.now())
    assert code_of(door.poll()) == (403, "denied")
    assert code_of(door.introduce()) == (409, "codeTaken")


def test_nobody_knows_this_pairing(door: Door) -> None:
    for id in ("0b9ab2e8-6d8e-4e3b-93f0-000000000000", "x", "%00"):
        door.id = id
        assert code_of(door.poll()) == (404, "unknownPairing")


def test_panels_of_one_address_take_their_turn(server: Running) -> None:
    refused = None
    for n in range(200):
        answer = Door(server.url, nonce=n).introduce()
        if answer.status_code == 429:
            refused = n
            assert int(answer.headers["retry-after"]) >= 1
            break
        assert answer.status_code == 201
    assert refused is not None
    assert refused >= 60


@pytest.mark.parametrize(
    "wrong",
    [{"identityKey": "AAAA"}, {"nonce": "?"}, {"serial": ""}, {"serial": "x" * 101}, {"signature": None}],
)
def test_what_is_no_introduction(door: Door, wrong: dict[str, Any]) -> None:
    assert code_of(door.introduce(**wrong)) == (422, "invalid")


def test_a_code_ends_after_ten_minutes(database: Database) -> None:
    moment = [NOW]

    def now() -> datetime:
        return moment[0]

    with running(database, now=now) as first:
        door = Door(first.url)
        door.introduce()
        assert door.poll().status_code == 200
        moment[0] += CODE_LIFE - timedelta(seconds=1)
        assert door.poll().status_code == 200
        moment[0] += timedelta(seconds=1)
        assert code_of(door.poll()) == (410, "expired")
        with pytest.raises(pairings.Over):
            door.grant(first)


def test_a_grant_that_is_not_received_ends_after_a_day(database: Database) -> None:
    moment = [NOW]
    with running(database, now=lambda: moment[0]) as server:
        door = Door(server.url)
        door.introduce()
        _, token = door.grant(server)
        moment[0] += timedelta(hours=23)
        assert door.feed(token) == 200
        moment[0] += timedelta(hours=1)
        assert code_of(door.receipt(token)) == (401, "notPaired")


def test_a_new_device_replaces_the_old_one_once_it_is_there(database: Database) -> None:
    """Which is asked to leave, so that it can send what it owes; its token ends soon, whatever it does."""
    moment = [NOW]
    with running(database, now=lambda: moment[0]) as server:
        door = Door(server.url)
        door.introduce()
        _, token = door.grant(server, replaces=True)
        assert server.borealis.feed()["commands"] == [], "until then the room has a panel"
        assert door.receipt(token).status_code == 204
        (asked,) = server.borealis.feed()["commands"]
        assert asked["kind"] == "unpair"
        moment[0] += panels.TO_LEAVE - timedelta(seconds=1)
        assert server.borealis.http.get("/feed").status_code == 200
        moment[0] += timedelta(seconds=1)
        assert server.borealis.http.get("/feed").status_code == 401
        assert server.aurora.http.get("/feed").status_code == 200


def test_a_replaced_device_that_has_left_is_nobody(server: Running, door: Door) -> None:
    door.introduce()
    _, token = door.grant(server, replaces=True)
    door.receipt(token)
    (asked,) = server.borealis.feed()["commands"]
    assert server.borealis.http.post(f"/commands/{asked['id']}/result", json={}).status_code == 204
    assert server.borealis.http.get("/feed").status_code == 401
    assert door.feed(token) == 200


def test_a_panel_that_shows_a_code_is_in_no_room_any_more(database: Database) -> None:
    """It was paired anew at the glass, say, while the server could not be told."""
    moment = [NOW]
    with running(database, now=lambda: moment[0]) as server:
        first = Door(server.url)
        first.introduce()
        _, token = first.grant(server)
        first.receipt(token)
        moment[0] += timedelta(hours=1)
        again, other = Door(server.url, nonce=2, keys=first.keys), Door(server.url, nonce=3)
        again.introduce()
        assert first.feed(token) == 200, "an introduction may be somebody else's, sent a second time"
        other.introduce()
        other.poll()
        assert first.feed(token) == 200
        moment[0] += timedelta(seconds=5)
        _, next_token = again.grant(server)
        assert again.poll().json()["state"] == "granted"
        assert first.feed(token) == 401
        assert again.feed(next_token) == 200, "what it is granted with this very code stays"
        assert server.borealis.http.get("/feed").status_code == 200


def test_a_code_is_confirmed_once(server: Running, door: Door) -> None:
    door.introduce()
    door.grant(server)
    with pytest.raises(pairings.Over):
        door.grant(server)
    with server.database.writing() as writing, pytest.raises(pairings.Over):
        pairings.deny(writing, pairings.find(writing.connection, door.introduction.code), server.serving.now())


def test_old_codes_are_swept_up(database: Database) -> None:
    build(database)
    keys = fresh_keys()

    def made(n: int) -> Introduction:
        return Introduction(
            serial="x", identity_key=keys.identity_key, sealing_key=keys.sealing_key, nonce=bytes([n]) * 16
        )

    with database.writing() as writing:
        pairings.introduce(writing, made(1), NOW)
        pairings.introduce(writing, made(2), NOW + timedelta(hours=1))
        assert len(writing.connection.execute(select(schema.pairing)).all()) == 1
        writing.connection.execute(update(schema.pairing).values(denied_at=NOW))
        with pytest.raises(pairings.CodeTaken):
            pairings.introduce(writing, made(2), NOW + timedelta(hours=1))


def test_an_unpaired_panel_is_revoked_once_it_has_answered(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        panel, token = panels.add(writing, building.aurora, serial="A", now=NOW)
        picture = panels.order(writing, panel, CommandKind.SCREENSHOT, NOW)
        panels.answer(writing, panel, picture, result=None, error=None, now=NOW)
        failed = panels.order(writing, panel, CommandKind.UNPAIR, NOW)
        panels.answer(writing, panel, failed, result=None, error="It could not.", now=NOW)
        assert panels.authenticate(writing.connection, token, NOW)
        unpair = panels.order(writing, panel, CommandKind.UNPAIR, NOW)
        panels.answer(writing, panel, unpair, result=None, error=None, now=NOW)
        with pytest.raises(NotPaired):
            panels.authenticate(writing.connection, token, NOW)


def test_the_description_says_that_these_need_no_token(server: Running) -> None:
    told = json.loads(httpx.get(f"{server.url}/api/panel/v1/openapi.json").text)
    assert told["paths"]["/pairings"]["post"]["security"] == []
    assert "401" not in told["paths"]["/pairings"]["post"]["responses"]
    assert "security" not in told["paths"]["/pairings/receipt"]["post"]
