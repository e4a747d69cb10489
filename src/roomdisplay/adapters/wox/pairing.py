"""The panel API as a panel meets it that is not paired: what it asks, and what the answers mean."""

import base64
import binascii
import time
from collections.abc import Callable
from typing import Protocol

from roomdisplay.adapters.http import AsyncHttp, Network, Reply
from roomdisplay.adapters.wox import codec
from roomdisplay.adapters.wox.client import BASE
from roomdisplay.adapters.wox.codec import Json, Malformed
from roomdisplay.adapters.wox.errors import failure_of, problem_of
from roomdisplay.core import pairing
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
)
from roomdisplay.ports import Failed, Unreadable

LARGEST = 256 * 1024
LONGEST = 3600.0
"""Seconds: no code lives longer, no interval is."""
_ENDINGS = {
    "codeTaken": Ending.TAKEN,
    "denied": Ending.DENIED,
    "expired": Ending.EXPIRED,
    "unknownPairing": Ending.UNKNOWN,
    "notSigned": Ending.UNKNOWN,
}


class Keys(Protocol):
    """The panel's own."""

    def sign(self, message: bytes) -> bytes: ...

    def open(self, sealed: bytes, bound_to: bytes) -> bytes:
        """Raises Unreadable."""
        ...


class PairingClient:
    """Asks one server. Every answer is an event of `core.pairing`; none is an exception."""

    def __init__(
        self, *, server: str, network: Network | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        """`now` gives monotonic seconds."""
        self._base = server + BASE
        self._now = now
        self._http = AsyncHttp(network or Network(largest=LARGEST))

    async def introduce(self, introduction: Introduction, keys: Keys) -> Event:
        code = introduction.code
        body: Json = {
            "serial": introduction.serial,
            "identityKey": _text(introduction.identity_key),
            "sealingKey": _text(introduction.sealing_key),
            "nonce": _text(introduction.nonce),
            "signature": _text(keys.sign(pairing.introduced(introduction))),
        }
        try:
            reply = await self._send("/pairings", body)
            if reply.status not in (200, 201):
                return self._refused(code, reply)
            return Known(code=code, ticket=_ticket(codec.parsed(reply.body)), now=self._now())
        except Failed as failed:
            return Unanswered(code=code, now=self._now(), failure=failed.failure)
        except Malformed as malformed:
            return self._malformed(code, malformed)

    async def poll(self, poll: Poll, keys: Keys) -> Event:
        code, transcript = poll.introduction.code, pairing.transcript(poll.introduction, poll.id)
        signature = keys.sign(pairing.polled(transcript, poll.number))
        try:
            reply = await self._send(
                f"/pairings/{poll.id}/poll", {"number": poll.number, "signature": _text(signature)}
            )
            if reply.status != 200:
                return self._refused(code, reply)
            told = codec.parsed(reply.body)
            match told.get("state"):
                case "pending":
                    return Pending(code=code, now=self._now())
                case "granted":
                    return self._granted(code, told.get("sealed"), transcript, keys)
                case _:
                    raise Malformed("state")
        except Failed as failed:
            return Unanswered(code=code, now=self._now(), failure=failed.failure)
        except Malformed as malformed:
            return self._malformed(code, malformed)

    async def confirm(self, token: str, certificate: str | None, keys: Keys) -> None:
        """Tells that what was granted has been kept. Raises Failed."""
        told = None if certificate is None else _certificate(certificate, keys)
        reply = await self._tell("/pairings/receipt", token, {"certificate": told})
        if reply.status != 204:
            raise Failed(failure_of(reply))

    async def offer(self, token: str, certificate: str, keys: Keys, *, in_use: bool) -> bool:
        """Tells of a certificate of the panel's own (PEM); whether it is registered with the application in Entra.
        Raises Failed."""
        reply = await self._tell("/certificates", token, _certificate(certificate, keys) | {"inUse": in_use})
        if reply.status != 200:
            raise Failed(failure_of(reply))
        try:
            return codec.parsed(reply.body).get("registered") is True
        except Malformed as malformed:
            raise Failed(Transient(reason=f"an answer that is malformed: {malformed}")) from None

    async def close(self) -> None:
        await self._http.close()

    async def _send(self, path: str, body: Json) -> Reply:
        headers = {"Content-Type": "application/json", "Accept": "application/json, application/problem+json"}
        return await self._http.send("POST", self._base + path, headers=headers, content=codec.dumped(body))

    async def _tell(self, path: str, token: str, body: Json) -> Reply:
        sent = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        return await self._http.send("POST", self._base + path, headers=sent, content=codec.dumped(body))

    def _granted(self, code: str, sealed: object, transcript: bytes, keys: Keys) -> Event:
        if not isinstance(sealed, str):
            raise Malformed("sealed")
        try:
            grant = keys.open(base64.b64decode(sealed, validate=True), transcript)
        except binascii.Error:
            raise Malformed("sealed") from None
        except Unreadable:
            return Over(code=code, ending=Ending.UNREADABLE, now=self._now())
        return Granted(code=code, grant=grant)

    def _refused(self, code: str, reply: Reply) -> Event:
        problem = problem_of(reply)
        if problem is not None and problem.code == "slowDown":
            return SlowDown(code=code, now=self._now())
        if problem is not None and (ending := _ENDINGS.get(problem.code)) is not None:
            return Over(code=code, ending=ending, now=self._now())
        return Unanswered(code=code, now=self._now(), failure=failure_of(reply))

    def _malformed(self, code: str, malformed: Malformed) -> Event:
        failure = Transient(reason=f"an answer that is malformed: {malformed}")
        return Unanswered(code=code, now=self._now(), failure=failure)


def _ticket(told: Json) -> Ticket:
    id, seconds, interval = told.get("id"), told.get("expiresIn"), told.get("interval")
    if not isinstance(id, str) or not id.isascii() or not id.replace("-", "").isalnum() or len(id) > 64:
        raise Malformed("id")
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= LONGEST:
        raise Malformed("expiresIn")
    if isinstance(interval, bool) or not isinstance(interval, int | float) or not 0 < interval <= LONGEST:
        raise Malformed("interval")
    return Ticket(id=id, seconds=float(seconds), interval=float(interval))


def _certificate(certificate: str, keys: Keys) -> Json:
    return {"certificate": certificate, "signature": _text(keys.sign(pairing.certified(certificate)))}


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()
