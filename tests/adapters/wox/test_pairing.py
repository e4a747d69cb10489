"""What a server's answers mean to a panel that is not paired: every one is an event, however odd."""

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from roomdisplay.adapters.http import AsyncHttp
from roomdisplay.adapters.pairing import fresh_keys, is_signed, seal
from roomdisplay.adapters.wox.pairing import PairingClient
from roomdisplay.core.failure import Transient
from roomdisplay.core.pairing import (
    Ending,
    Event,
    Granted,
    Introduction,
    Known,
    Over,
    Pending,
    Poll,
    SlowDown,
    Ticket,
    Unanswered,
    certified,
    transcript,
)
from roomdisplay.ports import Failed

KEYS = fresh_keys()
MADE = Introduction(serial="RD-1", identity_key=KEYS.identity_key, sealing_key=KEYS.sealing_key, nonce=b"n" * 16)
ID = "0b9ab2e8-6d8e-4e3b-93f0-000000000000"
ASK = Poll(introduction=MADE, id=ID, number=1)
Answer = Callable[[httpx.Request], httpx.Response]


def client(answer: Answer) -> PairingClient:
    made = PairingClient(server="https://wox.example", now=lambda: 7.0)
    made._http = AsyncHttp(transport=httpx.MockTransport(answer))  # pyright: ignore[reportPrivateUsage]
    return made


def asked(answer: Answer, ask: Callable[[PairingClient], Any]) -> Any:
    async def run() -> Any:
        one = client(answer)
        try:
            return await ask(one)
        finally:
            await one.close()

    return asyncio.run(run())


def introduced(answer: Answer) -> Event:
    return asked(answer, lambda one: one.introduce(MADE, KEYS))


def polled(answer: Answer) -> Event:
    return asked(answer, lambda one: one.poll(ASK, KEYS))


def says(status: int, body: Any, **headers: str) -> Answer:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda _: httpx.Response(status, content=content, headers=headers)


def problem(status: int, code: str, **headers: str) -> Answer:
    return says(status, {"code": code}, **{"content-type": "application/problem+json"} | headers)


TICKET = {"id": ID, "expiresIn": 600, "interval": 2}


def test_known() -> None:
    assert introduced(says(201, TICKET)) == Known(
        code=MADE.code, ticket=Ticket(id=ID, seconds=600.0, interval=2.0), now=7.0
    )


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        {},
        TICKET | {"id": "../x"},
        TICKET | {"id": 7},
        TICKET | {"expiresIn": 0},
        TICKET | {"expiresIn": True},
        TICKET | {"expiresIn": 1e9},
        TICKET | {"interval": "2"},
        TICKET | {"interval": -1},
    ],
)
def test_a_malformed_ticket_is_none(body: Any) -> None:
    assert isinstance(introduced(says(201, body)), Unanswered)


@pytest.mark.parametrize(
    ("status", "code", "ending"),
    [
        (403, "denied", Ending.DENIED),
        (410, "expired", Ending.EXPIRED),
        (404, "unknownPairing", Ending.UNKNOWN),
        (403, "notSigned", Ending.UNKNOWN),
        (409, "codeTaken", Ending.TAKEN),
    ],
)
def test_how_a_code_ends(status: int, code: str, ending: Ending) -> None:
    assert polled(problem(status, code)) == Over(code=MADE.code, ending=ending, now=7.0)
    # without problem details it is not the server that says so
    assert isinstance(polled(says(status, {"code": code})), Unanswered)


def test_the_rest_of_the_manners() -> None:
    assert polled(says(200, {"state": "pending"})) == Pending(code=MADE.code, now=7.0)
    assert polled(problem(429, "slowDown")) == SlowDown(code=MADE.code, now=7.0)
    busy = polled(problem(429, "tooMany", **{"retry-after": "9"}))
    assert isinstance(busy, Unanswered)
    assert isinstance(busy.failure, Transient)
    assert busy.failure.retry_after == 9
    odds: tuple[object, ...] = (
        {"state": "what"},
        {"state": "granted"},
        {"state": "granted", "sealed": "?"},
        7,
        b"\xff",
    )
    for odd in odds:
        assert isinstance(polled(says(200, odd)), Unanswered)

    def gone(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    assert isinstance(polled(gone), Unanswered)
    assert isinstance(introduced(gone), Unanswered)


def test_granted_opens_here_only() -> None:
    sealed = seal(b"{}", KEYS.sealing_key, transcript(MADE, ID))
    told = {"state": "granted", "sealed": base64.b64encode(sealed).decode()}
    assert polled(says(200, told)) == Granted(code=MADE.code, grant=b"{}")
    told["sealed"] = base64.b64encode(seal(b"{}", KEYS.sealing_key, b"another")).decode()
    assert polled(says(200, told)) == Over(code=MADE.code, ending=Ending.UNREADABLE, now=7.0)


def test_the_receipt() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Bearer t"
        told = json.loads(request.content)["certificate"]
        assert told["certificate"] == "PEM"
        assert is_signed(certified("PEM"), base64.b64decode(told["signature"]), KEYS.identity_key)
        return httpx.Response(204)

    asked(answer, lambda one: one.confirm("t", "PEM", KEYS))
    with pytest.raises(Failed):
        asked(problem(401, "notPaired"), lambda one: one.confirm("t", None, KEYS))


@pytest.mark.parametrize("registered", [True, False])
def test_a_certificate_is_offered(registered: bool) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        told = json.loads(request.content)
        assert (request.url.path, told["certificate"], told["inUse"]) == ("/api/panel/v1/certificates", "PEM", True)
        return httpx.Response(200, json={"registered": registered})

    async def offered(one: PairingClient) -> None:
        assert await one.offer("t", "PEM", KEYS, in_use=True) is registered

    asked(answer, offered)
    for refusal in (problem(403, "notSigned"), says(200, [])):
        with pytest.raises(Failed):
            asked(refusal, offered)
