"""The ASGI application: the ledger, latency and faults in front of Graph, Entra and the control API."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from email.utils import format_datetime
from typing import cast

from msgspec import Struct
from msgspec.structs import replace
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from roomdisplay.simulator import faults
from roomdisplay.simulator.calls import Call
from roomdisplay.simulator.control import Control
from roomdisplay.simulator.errors import GraphError, JsonObject
from roomdisplay.simulator.faults import Fault
from roomdisplay.simulator.graph import Graph
from roomdisplay.simulator.ids import seeded_uuid
from roomdisplay.simulator.ledger import Entry
from roomdisplay.simulator.sign_in import SignIn, origin_of
from roomdisplay.simulator.tenant import Tenant

GRAPH_JSON = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
VERSION = "/v1.0"


class Connections:
    """The open connections by the client's address, so that a fault can cut one."""

    def __init__(self) -> None:
        self._transports: dict[tuple[str, int], asyncio.Transport] = {}

    def opened(self, client: tuple[str, int] | None, transport: asyncio.Transport) -> None:
        if client is not None:
            self._transports[client] = transport

    def closed(self, client: tuple[str, int] | None) -> None:
        if client is not None:
            self._transports.pop(client, None)

    def cut(self, client: tuple[str, int] | None, *, gently: bool) -> None:
        """Closes a connection: at once, or after what was written has been sent."""
        transport = self._transports.get(client) if client is not None else None
        if transport is not None:
            transport.close() if gently else transport.abort()

    def cut_all(self) -> None:
        """Closes every connection at once."""
        for transport in tuple(self._transports.values()):
            transport.abort()


class Reply(Struct, frozen=True, kw_only=True):
    """A complete HTTP answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Gateway:
    """The application Uvicorn serves, on both of the tenant's ports."""

    def __init__(self, tenant: Tenant, connections: Connections) -> None:
        self._connections = connections
        self._closing = asyncio.Event()
        self.move_in(tenant)

    def move_in(self, tenant: Tenant) -> None:
        """Serves another tenant from now on, at the addresses of the one before."""
        self.tenant = tenant
        self._graph = Graph(tenant)
        self._control: ASGIApp = Control(tenant, self.move_in).router
        self._sign_in: ASGIApp = SignIn(tenant).router

    def close(self) -> None:
        """Ends artificial delays, so that the server can stop."""
        self._closing.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if scope["path"] == "/control" or scope["path"].startswith("/control/"):
            await self._control(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:
            return
        path, query = (
            cast("bytes", scope["raw_path"]).decode("ascii", "replace"),
            scope["query_string"].decode("latin-1"),
        )
        entry = self.tenant.ledger.open(
            at=self.tenant.clock.now(),
            method=request.method,
            path=path,
            query=query,
            headers=dict(request.headers),
            body=body,
        )
        entry.room = self._room(path)
        began = time.monotonic()
        try:
            await self._serve(request, body, path, query, entry, send)
        finally:
            entry.ms = (time.monotonic() - began) * 1000

    async def _serve(self, request: Request, body: bytes, path: str, query: str, entry: Entry, send: Send) -> None:
        target = f"{path}?{query}" if query else path
        fault = self.tenant.faults.strike(request.method, target)
        pause = self.tenant.latency_ms / 1000
        if fault is not None:
            entry.fault = fault.id
            pause += fault.delay_ms / 1000
            if fault.drop == "request":
                await self._pause(pause)
                await self._cut(request)
                return
        if fault is not None and fault.status is not None:
            await self._pause(pause)
            reply = self._faulty(request, path, fault, entry)
        else:
            reply = await self._process(request, body, path, query, entry, pause)
        if fault is not None and fault.drop == "reply":
            await self._cut(request)
            return
        if fault is not None and fault.body is not None:
            # a 204 has no body to replace
            reply = Reply(status=reply.status if reply.body else 200, headers=reply.headers, body=fault.body.encode())
        entry.status = reply.status
        await self._send(request, reply, send, only=None if fault is None else fault.truncate_body)

    async def _process(self, request: Request, body: bytes, path: str, query: str, entry: Entry, pause: float) -> Reply:
        if path == VERSION or path.startswith(f"{VERSION}/"):
            return await self._ask_graph(request, body, path, query, entry, pause)
        await self._pause(pause)
        reply = await _capture(self._sign_in, request.scope, body)
        return replace(reply, headers={**reply.headers, "Date": self._date()})

    async def _ask_graph(
        self, request: Request, body: bytes, path: str, query: str, entry: Entry, pause: float
    ) -> Reply:
        call = Call(
            method=request.method,
            path=path,
            query=query,
            origin=origin_of(request),
            headers={name: ", ".join(request.headers.getlist(name)) for name in request.headers},
            body=body,
        )
        try:
            answer = await self._graph.answer(call, lambda: self._pause(pause))
        except GraphError as refusal:
            return self._refusal(request, refusal, entry)
        payload = b"" if answer.body is None else _dump(answer.body)
        return Reply(status=answer.status, headers={**self._headers(request, entry), **answer.headers}, body=payload)

    def _refusal(self, request: Request, refusal: GraphError, entry: Entry) -> Reply:
        headers = self._headers(request, entry)
        body = refusal.body(
            at=self.tenant.clock.now(),
            request_id=headers["request-id"],
            client_request_id=headers["client-request-id"],
            variant=self.tenant.seed + entry.n,
        )
        return Reply(status=refusal.status, headers={**headers, **refusal.headers}, body=_dump(body))

    def _headers(self, request: Request, entry: Entry) -> dict[str, str]:
        request_id = seeded_uuid(self.tenant.seed, f"request:{entry.n}")
        return {
            "Content-Type": GRAPH_JSON,
            "request-id": request_id,
            "client-request-id": request.headers.get("client-request-id", request_id),
            "x-ms-ags-diagnostic": '{"ServerInfo":{"DataCenter":"Loopback","Slice":"E","Ring":"1","ScaleUnit":"000"}}',
            "Date": self._date(),
        }

    def _date(self) -> str:
        return format_datetime(self.tenant.clock.now().replace(microsecond=0), usegmt=True)

    def _faulty(self, request: Request, path: str, fault: Fault, entry: Entry) -> Reply:
        assert fault.status is not None
        retry = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
        code = fault.code or faults.CODES.get(fault.status, "UnknownError")
        message = fault.message or "The service did as it was told and failed."
        if path.startswith(VERSION):
            if fault.status < 400:
                return Reply(status=fault.status, headers={**self._headers(request, entry), **retry}, body=b"{}")
            return self._refusal(request, GraphError(fault.status, code, message, headers=retry), entry)
        error = fault.code or ("temporarily_unavailable" if fault.status >= 429 else "invalid_request")
        body = _dump({"error": error, "error_description": message, "error_codes": []})
        return Reply(status=fault.status, headers={"Content-Type": "application/json", **retry}, body=body)

    async def _pause(self, seconds: float) -> None:
        if seconds <= 0:
            return
        try:
            await asyncio.wait_for(self._closing.wait(), seconds)
        except TimeoutError:
            return

    async def _cut(self, request: Request, *, gently: bool = False) -> None:
        client = request.scope.get("client")
        self._connections.cut(client and tuple(client), gently=gently)
        while (await request.receive())["type"] != "http.disconnect":
            pass

    async def _send(self, request: Request, reply: Reply, send: Send, *, only: int | None) -> None:
        headers = {name: value for name, value in reply.headers.items() if reply.body or name != "Content-Type"}
        if reply.status not in (204, 304):
            headers["Content-Length"] = str(len(reply.body))
        encoded = [
            (name.lower().encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers.items()
        ]
        await send({"type": "http.response.start", "status": reply.status, "headers": encoded})
        if only is None or only >= len(reply.body):
            await send({"type": "http.response.body", "body": reply.body})
            return
        await send({"type": "http.response.body", "body": reply.body[:only], "more_body": True})
        await self._cut(request, gently=True)

    def _room(self, path: str) -> str | None:
        folded = path.casefold().replace("%40", "@")
        return next((room.mailbox.address for name, room in self.tenant.exchange.rooms.items() if name in folded), None)


async def _capture(app: ASGIApp, scope: Scope, body: bytes) -> Reply:
    """An inner application's whole answer."""
    status = 500
    headers: dict[str, str] = {}
    chunks: list[bytes] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
            headers.update({name.decode("latin-1"): value.decode("latin-1") for name, value in message["headers"]})
        elif message["type"] == "http.response.body":
            chunks.append(message.get("body", b""))

    await app(scope, receive, send)
    headers.pop("content-length", None)
    return Reply(status=status, headers=headers, body=b"".join(chunks))


def _dump(value: JsonObject) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
