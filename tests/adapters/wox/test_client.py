"""The HTTP implementation of the WoxServer port: the contract, and everything that can go wrong on the way."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from msgspec.structs import replace

from roomdisplay.adapters.http import Network
from roomdisplay.adapters.secrets.given import GivenSecrets
from roomdisplay.adapters.wox import WoxClient, codec
from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import Booking, CommandKind, Heartbeat, Update, UpdateStage
from roomdisplay.ports import Failed, WoxServer
from tests.adapters.wox.building import BASE, TOKEN, Building, serving
from tests.adapters.wox_contract import NINE, FarSide, WoxContract, booking, following

pytestmark = pytest.mark.anyio


def client(address: str, token: str = TOKEN, **facts: Any) -> WoxClient:
    network = facts.pop("network", Network(connect=2, read=2, whole=3))
    return WoxClient(
        server=address, token="wox-token", secrets=GivenSecrets({"wox-token": token}), network=network, **facts
    )


class HttpFarSide:
    def __init__(self, building: Building, wox: WoxClient) -> None:
        self._building = building
        self._wox = wox

    @property
    def wox(self) -> WoxServer:
        return self._wox

    async def request(self, subject: str, interval: Interval) -> str:
        return await self._building.request(subject, interval.start, interval.end)

    async def withdraw(self, booking_id: str) -> None:
        await self._building.withdraw(booking_id)

    async def put_elsewhere(self, booking: Booking) -> None:
        self._building.elsewhere[booking.id] = dict(codec.booking_json(booking))

    async def set(self, name: str, value: object) -> None:
        await self._building.set(name, value)

    async def announce(self, text: str | None) -> None:
        await self._building.announce(text)

    async def want(self, kind: CommandKind) -> str:
        return await self._building.want(str(kind))

    async def answer_to(self, command_id: str) -> bytes | str | None:
        return self._building.answers.get(command_id)

    async def last_picture(self) -> bytes | None:
        return self._building.pictures[-1] if self._building.pictures else None

    async def last_heartbeat(self) -> Heartbeat | None:
        told = self._building.heartbeat
        if told is None:
            return None
        ends, update = told["certificateEnds"], told["update"]
        return Heartbeat(
            at=datetime.fromisoformat(told["at"]),
            version=told["version"],
            started_at=datetime.fromisoformat(told["startedAt"]),
            link=told["link"],
            data_age=told["dataAgeSeconds"],
            certificate_ends=None if ends is None else datetime.fromisoformat(ends),
            pending=told["pending"],
            faults=tuple(told["faults"]),
            architecture=told["architecture"],
            update=update
            and Update(offer=update["offer"], stage=UpdateStage(update["stage"]), reason=update["reason"]),
        )

    async def offer(self, version: str, bundle: bytes) -> str:
        return self._building.offer(version, bundle)

    async def photograph(self, photo: bytes | None) -> None:
        await self._building.photograph(photo)

    async def reported(self) -> list[str]:
        return list(self._building.problems)

    async def admit(self, name: str, *, badge: str, pin: str) -> str:
        id = str(uuid4())
        self._building.people.append({"id": id, "name": name, "badge": badge, "pin": pin})
        return id

    async def unpair(self) -> None:
        self._building.token = None


@asynccontextmanager
async def paired(building: Building, **facts: Any) -> AsyncGenerator[WoxClient]:
    async with serving(building) as address:
        wox = client(address, **facts)
        try:
            yield wox
        finally:
            await wox.close()


class TestOverHttp(WoxContract):
    @pytest.fixture
    async def far(self) -> AsyncGenerator[FarSide]:
        building = Building()
        async with paired(building) as wox:
            yield HttpFarSide(building, wox)


# ── what the other side may say ───────────────────────────────────────────────────────────────────────────────────────

Reply = Callable[[asyncio.StreamReader, asyncio.StreamWriter, bytes], Awaitable[None]]


@asynccontextmanager
async def answering(reply: Reply) -> AsyncGenerator[WoxClient]:
    """A client of a server that answers every request as `reply` does."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
                if length:
                    await reader.readexactly(int(length[0].split(b":")[1]))
                await reply(reader, writer, head)
        except (asyncio.IncompleteReadError, OSError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    wox = client(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", silence=0.4)
    try:
        yield wox
    finally:
        await wox.close()
        server.close()


def said(status: int, body: object, media_type: str = "application/problem+json", head: str = "") -> Reply:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def reply(_: asyncio.StreamReader, writer: asyncio.StreamWriter, __: bytes) -> None:
        lines = f"HTTP/1.1 {status} X\r\nContent-Type: {media_type}\r\nContent-Length: {len(content)}\r\n{head}\r\n"
        writer.write(lines.encode() + content)
        await writer.drain()

    return reply


async def failure(awaitable: Awaitable[object]) -> Failure:
    with pytest.raises(Failed) as caught:
        await awaitable
    return caught.value.failure


def coded(code: str) -> dict[str, object]:
    return {"type": "about:blank", "title": "Something", "status": 0, "detail": "It is so.", "code": code}


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, coded("notPaired"), AccessLost(access=Access.SIGN_IN, code="notPaired")),
        (403, coded("otherRoom"), Refusal.INVALID),
        (404, coded("unknownBooking"), Refusal.GONE),
        (404, coded("unknownVersion"), Refusal.INVALID),
        (409, coded("conflict"), Refusal.CHANGED),
        (410, coded("gone"), Refusal.GONE),
        (412, coded("changed"), Refusal.CHANGED),
        (413, coded("tooLarge"), Refusal.INVALID),
        (422, coded("booking"), Refusal.INVALID),
        (429, coded("slowDown"), Transient(reason="HTTP 429 slowDown It is so.", retry_after=7.0, throttled=True)),
        (500, coded("bug"), Transient(reason="HTTP 500 bug It is so.", retry_after=7.0)),
        (503, coded("restarting"), Transient(reason="HTTP 503 restarting It is so.", retry_after=7.0)),
        (302, {}, Transient(reason="HTTP 302", retry_after=7.0)),
        (200, [], Transient(reason="an answer that is malformed: the body")),
        (200, {"cursor": 7}, Transient(reason="an answer that is malformed: cursor")),
        (200, b"<html>", Transient(reason="an answer that is malformed: not JSON")),
        (200, b"[" * 60_000, Transient(reason="an answer that is malformed: not JSON")),
    ],
)
async def test_what_an_answer_means(status: int, body: object, expected: Failure | Refusal) -> None:
    async with answering(said(status, body, head="Retry-After: 7\r\n")) as wox:
        found = await failure(wox.feed("1"))
    if isinstance(expected, Refusal):
        assert isinstance(found, Rejected)
        assert found.refusal is expected
        assert found.reason.startswith(f"HTTP {status} ")
    else:
        assert found == expected


@pytest.mark.parametrize("status", [401, 403, 404, 410, 412, 422])
async def test_what_stands_in_between_decides_nothing(status: int) -> None:
    """A captive portal, a proxy: no problem details, so it is not WOX that refuses."""
    async with answering(said(status, b"<html>Please log in</html>", "text/html")) as wox:
        assert isinstance(await failure(wox.put(booking())), Transient)
        assert isinstance(await failure(wox.person(pin="1234")), Transient)
        assert isinstance(await failure(anext(wox.changes("1"))), Transient)


async def test_nobody_listens() -> None:
    server = await asyncio.start_server(lambda _, __: None, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    await server.wait_closed()
    wox = client(address)
    assert isinstance(await failure(wox.feed(None)), Transient)
    assert isinstance(await failure(anext(wox.changes(None))), Transient)
    await wox.close()


async def test_an_answer_that_is_too_large_is_none() -> None:
    async with answering(said(200, b" " * 4096, "application/json")) as wox:
        small = client(wox._base.removesuffix(BASE), network=Network(largest=1000))  # pyright: ignore[reportPrivateUsage]
        assert isinstance(await failure(small.feed(None)), Transient)
        await small.close()


async def test_no_token_is_somebodys_to_mend() -> None:
    wox = WoxClient(server="http://127.0.0.1:9", token="wox-token", secrets=GivenSecrets({}))
    assert await failure(wox.feed(None)) == AccessLost(access=Access.SECRET_MISSING, code="wox-token")
    bad = WoxClient(server="http://127.0.0.1:9", token="wox-token", secrets=GivenSecrets({"wox-token": "a b\n"}))
    assert await failure(bad.feed(None)) == AccessLost(access=Access.SECRET, code="wox-token")


async def test_a_token_that_was_renewed_is_taken_up_after_a_refusal() -> None:
    building = Building()
    async with serving(building) as address:
        secrets = GivenSecrets({"wox-token": "an-old-one"})
        wox = WoxClient(server=address, token="wox-token", secrets=secrets)
        assert await failure(wox.feed(None)) == AccessLost(access=Access.SIGN_IN, code="notPaired")
        secrets.give("wox-token", TOKEN + "\n")
        assert (await wox.feed(None)).is_whole
        await wox.close()


async def test_a_picture_that_is_too_large_is_told_instead() -> None:
    building = Building()
    async with paired(building) as wox:
        id = await building.want("screenshot")
        await wox.done(id, bytes(4 * 2**20 + 1))
        assert building.answers[id] == "The result has 4194305 bytes, more than WOX takes."


# ── the stream ────────────────────────────────────────────────────────────────────────────────────────────────────────

STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
FEED = b'event: feed\nid: 3\ndata: {"cursor": "3"}\n\n'


def streaming(*parts: bytes | float, then: str = "close") -> Reply:
    """Bytes to send, seconds to wait; then close, or say nothing."""

    async def reply(_: asyncio.StreamReader, writer: asyncio.StreamWriter, __: bytes) -> None:
        for part in parts:
            if isinstance(part, bytes):
                writer.write(part)
                await writer.drain()
            else:
                await asyncio.sleep(part)
        if then == "silence":
            await asyncio.sleep(5)
        writer.close()

    return reply


async def heard(wox: WoxClient) -> tuple[list[str], Failure]:
    cursors: list[str] = []
    try:
        async for feed in wox.changes("1"):
            cursors.append(feed.cursor)  # noqa: PERF401
    except Failed as failed:
        return cursors, failed.failure
    pytest.fail("a stream ends only by Failed")


async def test_a_stream_that_ends_is_told_with_the_wait_it_asked_for() -> None:
    async with answering(streaming(STREAM, b"retry: 7500\n\n", FEED)) as wox:
        assert await heard(wox) == (["3"], Transient(reason="the stream ended", retry_after=7.5))


async def test_a_stream_that_falls_silent_is_dead() -> None:
    async with answering(streaming(STREAM, b"retry: 7500\n\n", FEED, then="silence")) as wox:
        cursors, found = await heard(wox)
    assert cursors == ["3"]
    assert found == Transient(reason="no answer in time (ReadTimeout)", retry_after=7.5)


async def test_a_sign_of_life_is_enough() -> None:
    life = (b":\n\n", 0.25) * 3
    async with answering(streaming(STREAM, *life, FEED)) as wox:
        cursors, _ = await heard(wox)
    assert cursors == ["3"]


async def test_feeds_arrive_however_they_are_cut() -> None:
    pieces = [FEED.replace(b"\n", b"\r\n")[i : i + 1] for i in range(len(FEED) + 4)]
    other = b"event: news\ndata: nothing for a panel\n\n"
    async with answering(streaming(STREAM, other, b": hello\r\r", *pieces)) as wox:
        cursors, _ = await heard(wox)
    assert cursors == ["3"]


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"cursor": ""}', b'{"cursor": "1", "bookings": 7}', b"\xff\xfe"])
async def test_a_feed_that_cannot_be_understood_ends_the_stream(data: bytes) -> None:
    async with answering(streaming(STREAM, FEED, b"event: feed\ndata: " + data + b"\n\n")) as wox:
        cursors, found = await heard(wox)
    assert cursors == ["3"]
    assert isinstance(found, Transient)
    assert found.reason.startswith("the stream cannot be understood")


async def test_a_message_without_end_is_cut_off() -> None:
    async with answering(streaming(STREAM, *([b"data: " + b"x" * 10_000] * 3))) as wox:
        base = wox._base.removesuffix(BASE)  # pyright: ignore[reportPrivateUsage]
        small = client(base, network=Network(largest=20_000))
        _, found = await heard(small)
        await small.close()
    assert found == Transient(reason="the stream cannot be understood: a message of more than 20000 bytes")


async def test_an_answer_that_is_no_stream() -> None:
    async with answering(said(200, {"cursor": "3"}, "application/json")) as wox:
        assert await heard(wox) == ([], Transient(reason="an answer that is no stream of events"))


async def test_the_stream_does_not_hold_up_the_rest() -> None:
    async with paired(Building()) as wox:
        changes = wox.changes(None)
        await following(changes)
        async with asyncio.timeout(2):
            stored = await wox.put(booking())
        assert (await following(changes)).bookings == (stored,)
        await changes.aclose()
        # and having been left it can be opened again
        again = wox.changes(None)
        assert (await following(again)).bookings == (stored,)
        await again.aclose()


async def test_a_restarted_server_loses_nothing() -> None:
    building = Building()
    async with paired(building) as wox:
        changes = wox.changes(None)
        cursor = (await following(changes)).cursor
    assert isinstance(await failure(anext(changes)), Transient)
    missed = await building.request("missed", NINE, NINE + timedelta(hours=1))
    async with paired(building) as wox:
        changes = wox.changes(cursor)
        assert [b.id for b in (await following(changes)).bookings] == [missed]
        await changes.aclose()


async def test_what_goes_out_and_comes_back_is_the_same() -> None:
    wanted = replace(booking(), version=5)
    assert codec.booking(json.loads(codec.dumped(codec.booking_json(wanted)))) == wanted
