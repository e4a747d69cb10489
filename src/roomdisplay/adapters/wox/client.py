"""The WoxServer port over HTTP, as a panel that is paired with one room."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import TypeVar
from urllib.parse import quote

from msgspec.structs import replace

from roomdisplay.adapters.http import AsyncHttp, Network, Reply
from roomdisplay.adapters.wox import codec
from roomdisplay.adapters.wox.codec import Json, Malformed
from roomdisplay.adapters.wox.errors import UNKNOWN_PERSON, failure_of, problem_of
from roomdisplay.adapters.wox.events import Endless, EventStream, Message
from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient
from roomdisplay.core.photo import LARGEST as LARGEST_PHOTO
from roomdisplay.core.wox import PNG, Booking, Feed, Heartbeat, Offer, Person, ProblemReport
from roomdisplay.ports import Failed, SecretMissing, Secrets

T = TypeVar("T")
BASE = "/api/panel/v1"
SILENCE = 45.0
"""Seconds without a byte of the stream, which tells every 15 s that it lives, after which it is dead."""
LARGEST_RESULT = 4 * 2**20
"""Bytes; WOX takes no larger one."""
LARGEST = 8 * 2**20
"""Bytes of an answer or of one message; a whole feed has some hundred bytes a booking."""


class WoxClient:
    """`server` is the WOX server's address without a trailing slash, `token` the name of the secret that says which
    panel this is: read at the first request, and anew after it was refused.

    Three connections at most: one for the stream, one for what is large, one for everything else.
    """

    def __init__(
        self, *, server: str, token: str, secrets: Secrets, network: Network | None = None, silence: float = SILENCE
    ) -> None:
        network = network or Network(largest=LARGEST)
        self._base = server + BASE
        self._token_name = token
        self._token: str | None = None
        self._secrets = secrets
        self._silence = silence
        self._largest = network.largest
        self._http = AsyncHttp(network)
        self._listening = AsyncHttp(network)
        self._loading = AsyncHttp(network)

    # ── the port ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def feed(self, cursor: str | None) -> Feed:
        query = "" if cursor is None else f"?cursor={quote(cursor, safe='')}"
        reply = await self._send("GET", f"/feed{query}")
        return self._read(reply, codec.feed, 200)

    async def changes(self, cursor: str | None) -> AsyncGenerator[Feed]:
        headers = await self._headers() | {"Accept": "text/event-stream", "Accept-Encoding": "identity"}
        if cursor is not None:
            headers["Last-Event-ID"] = cursor
        async with self._listening.stream("GET", f"{self._base}/stream", headers=headers, silence=self._silence) as at:
            if at.status != 200:
                self._refused(await at.reply())
            if at.headers.get("content-type", "").partition(";")[0].strip().lower() != "text/event-stream":
                raise Failed(Transient(reason="an answer that is no stream of events"))
            stream = EventStream(largest=self._largest)
            try:
                async for chunk in at.chunks():
                    for message in stream.receive(chunk):
                        if message.event == "feed":
                            yield _feed(message)
            except Failed as failed:
                raise Failed(_later(failed.failure, stream.retry)) from None
            except (Malformed, Endless) as error:
                reason = f"the stream cannot be understood: {error}"
                raise Failed(Transient(reason=reason, retry_after=stream.retry)) from None
            raise Failed(Transient(reason="the stream ended", retry_after=stream.retry))

    async def put(self, booking: Booking) -> Booking:
        condition = {"If-Match": f'"{booking.version}"'} if booking.version else {"If-None-Match": "*"}
        reply = await self._send(
            "PUT", f"/bookings/{quote(booking.id, safe='')}", body=codec.booking_json(booking), headers=condition
        )
        return self._read(reply, codec.booking, 200, 201)

    async def beat(self, heartbeat: Heartbeat) -> Offer | None:
        reply = await self._send("POST", "/heartbeat", body=codec.heartbeat_json(heartbeat))
        self._expect(reply, 200, 204)
        return self._read(reply, codec.offer, 200) if reply.status == 200 and reply.body else None

    async def bundle(self, offer: Offer, start: int) -> AsyncGenerator[bytes]:
        headers = await self._headers() | {"Accept-Encoding": "identity", "Range": f"bytes={start}-"}
        url = f"{self._base}/releases/{offer.digest}"
        async with self._loading.stream("GET", url, headers=headers, silence=self._silence) as at:
            if at.status not in (200, 206):
                self._refused(await at.reply())
            surplus = start if at.status == 200 else 0  # the whole of it, whatever was asked for
            async for chunk in at.chunks():
                yield chunk[surplus:]
                surplus = max(0, surplus - len(chunk))

    async def photo(self) -> bytes:
        headers = await self._headers() | {"Accept": "image/*, application/problem+json"}
        async with self._loading.stream(
            "GET", f"{self._base}/room/photo", headers=headers, silence=self._silence
        ) as at:
            if at.status != 200:
                self._refused(await at.reply())
            photo = bytearray()
            async for chunk in at.chunks():
                photo += chunk
                if len(photo) > LARGEST_PHOTO:
                    reason = f"the photo is larger than {LARGEST_PHOTO} bytes"
                    raise Failed(Rejected(refusal=Refusal.INVALID, reason=reason))
        return bytes(photo)

    async def report(self, report: ProblemReport) -> None:
        self._expect(await self._send("POST", "/problems", body=codec.report_json(report)), 200, 201, 204)

    async def person(self, *, badge: str | None = None, pin: str | None = None) -> Person | None:
        asked: Json = {"badge": badge} if badge is not None else {"pin": pin}
        reply = await self._send("POST", "/people/lookup", body=asked)
        if reply.status == 404 and (problem := problem_of(reply)) is not None and problem.code == UNKNOWN_PERSON:
            return None
        return self._read(reply, codec.person, 200)

    async def done(self, command_id: str, result: bytes = b"", error: str | None = None, *, kind: str = PNG) -> None:
        path = f"/commands/{quote(command_id, safe='')}/result"
        if len(result) > LARGEST_RESULT:
            error = f"The result has {len(result)} bytes, more than WOX takes."
        if result and error is None:
            reply = await self._send("POST", path, content=result, headers={"Content-Type": kind})
        else:
            reply = await self._send("POST", path, body={"error": error})
        self._expect(reply, 200, 204)

    async def show(self, picture: bytes) -> None:
        reply = await self._send("POST", "/screenshots", content=picture, headers={"Content-Type": PNG})
        self._expect(reply, 204)

    async def leave(self) -> None:
        self._expect(await self._send("POST", "/leave"), 204)

    async def close(self) -> None:
        await self._http.close()
        await self._listening.close()
        await self._loading.close()

    # ── how it is asked ───────────────────────────────────────────────────────────────────────────────────────────────

    async def _send(
        self,
        method: str,
        path: str,
        *,
        body: Json | None = None,
        content: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        sent = await self._headers() | {"Accept": "application/json, application/problem+json"}
        if body is not None:
            sent["Content-Type"] = "application/json"
            content = codec.dumped(body)
        return await self._http.send(method, self._base + path, headers=sent | (headers or {}), content=content)

    async def _headers(self) -> dict[str, str]:
        if self._token is None:
            try:
                secret = await asyncio.to_thread(self._secrets.secret, self._token_name)
            except SecretMissing as missing:
                raise Failed(AccessLost(access=Access.SECRET_MISSING, code=self._token_name)) from missing
            token = secret.decode("ascii", "replace").strip()
            if not token.isascii() or not token.isprintable() or not token or " " in token:
                raise Failed(AccessLost(access=Access.SECRET, code=self._token_name))
            self._token = token
        return {"Authorization": f"Bearer {self._token}"}

    def _expect(self, reply: Reply, *statuses: int) -> None:
        if reply.status not in statuses:
            self._refused(reply)

    def _refused(self, reply: Reply) -> None:
        failure = failure_of(reply)
        if isinstance(failure, AccessLost):
            self._token = None
        raise Failed(failure)

    def _read(self, reply: Reply, read: Callable[[Json], T], *statuses: int) -> T:
        self._expect(reply, *statuses)
        try:
            return read(codec.parsed(reply.body))
        except Malformed as malformed:
            raise Failed(Transient(reason=f"an answer that is malformed: {malformed}")) from None


def _feed(message: Message) -> Feed:
    return codec.feed(codec.parsed(message.data))


def _later(failure: Failure, retry: float | None) -> Failure:
    """With the wait the stream asked for, where the failure has none of its own."""
    silent = isinstance(failure, Transient) and failure.retry_after is None
    return replace(failure, retry_after=retry) if silent else failure
