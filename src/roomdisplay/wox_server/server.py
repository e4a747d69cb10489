"""The application, and serving it until told to stop."""

import asyncio
import logging
import socket
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from datetime import UTC
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import anyio
import uvicorn
from msgspec import Struct
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from roomdisplay.wox_server import bookings, limits
from roomdisplay.wox_server.api.application import panel_api
from roomdisplay.wox_server.api.streams import Streams
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.hub import Hub
from roomdisplay.wox_server.limits import Allowance
from roomdisplay.wox_server.metrics import Metrics
from roomdisplay.wox_server.portal.routes import routes as portal_routes
from roomdisplay.wox_server.portal.visit import Portal
from roomdisplay.wox_server.releases import Shelf
from roomdisplay.wox_server.serving import Now, Serving, serving, utc_now
from roomdisplay.wox_server.transactions import Transactions

log = logging.getLogger(__name__)

GRACE_SECONDS = 5
"""For requests under way when the server stops; streams end at once."""
UNKNOWN_BADGES, UNKNOWN_BADGE_EVERY = 8, 15.0
"""So many tries at once, then one in so many seconds."""
INTRODUCTIONS, INTRODUCTION_EVERY = 60, 1.0
"""The same of panels that introduce themselves: a whole building may stand behind one address."""
FORGET_EVERY = 6 * 3600.0
"""Seconds between two looks for bookings that have been over for long."""
NO_SHELF = Shelf(folder=Path("/nonexistent"), key=Path("/nonexistent"))
BACKLOG = 4096
"""Connections waiting to be accepted: every panel of a building after a power cut."""


class Tls(Struct, frozen=True, kw_only=True):
    certificate: Path
    key: Path


class Dated:
    """Says in each answer what time it is by the server's own clock, which panels hold theirs against."""

    def __init__(self, app: ASGIApp, now: Now) -> None:
        self._app = app
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = format_datetime(self._now().astimezone(UTC), usegmt=True)
                message["headers"] = [*message["headers"], (b"date", date.encode())]
            await send(message)

        await self._app(scope, receive, dated)


Alongside = Callable[[Serving], AbstractAsyncContextManager[None]]
"""What runs as long as the server does."""


@asynccontextmanager
async def nothing(serve: Serving) -> AsyncGenerator[None]:
    yield


def application(
    database: Database,
    *,
    public_url: str,
    now: Now = utc_now,
    portal: Portal | None = None,
    shelf: Shelf = NO_SHELF,
    alongside: Alongside = nothing,
) -> Starlette:
    """Everything the server answers; `app.state.serving` once it runs."""
    portal = portal or Portal()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[Mapping[str, Any]]:
        transactions, numbers = Transactions(database), Metrics()
        hub = Hub(transactions)
        streams = Streams(transactions, metrics=numbers, now=now, public_url=public_url)
        app.state.serving = Serving(
            transactions=transactions,
            hub=hub,
            streams=streams,
            metrics=numbers,
            lookups=Allowance(name="lookup", burst=UNKNOWN_BADGES, every=UNKNOWN_BADGE_EVERY),
            introductions=Allowance(name="introduction", burst=INTRODUCTIONS, every=INTRODUCTION_EVERY),
            shelf=shelf,
            now=now,
            public_url=public_url,
        )
        async with hub.running(), anyio.create_task_group() as tasks:
            tasks.start_soon(streams.follow, hub)
            tasks.start_soon(streams.feed)
            tasks.start_soon(streams.check)
            tasks.start_soon(_forget, app.state.serving)
            async with alongside(app.state.serving):
                yield {"serving": app.state.serving}
            tasks.cancel_scope.cancel()

    routes: list[BaseRoute] = [
        Route("/healthz", healthz),
        Route("/metrics", metrics),
        panel_api(),
        *portal_routes(portal),
    ]
    return Starlette(routes=routes, lifespan=lifespan, middleware=[Middleware(Dated, now=now)])


async def _forget(serve: Serving) -> None:
    """What has been over for long."""
    while True:
        try:
            await serve.transactions.write(limits.forget, serve.now())
            if forgotten := await serve.transactions.write(bookings.prune, serve.now()):
                log.info("forgot %d bookings that were long over", forgotten)
        except SQLAlchemyError as error:
            log.warning("old bookings could not be forgotten: %s", type(error).__name__)
        await asyncio.sleep(FORGET_EVERY)


async def healthz(request: Request) -> Response:
    """Well as long as the database answers."""
    serve = serving(request)
    try:
        async with asyncio.timeout(5):
            await serve.transactions.read(lambda connection: connection.execute(select(1)).scalar_one())
    except Exception as error:
        log.warning("not well: the database does not answer (%s)", type(error).__name__)
        return JSONResponse({"ok": False, "problem": "The database does not answer."}, 503)
    return JSONResponse({"ok": True, "listening": serve.hub.is_listening})


async def metrics(request: Request) -> Response:
    return Response(serving(request).metrics.text(), media_type=CONTENT_TYPE_LATEST)


@asynccontextmanager
async def serve(
    database: Database,
    listener: socket.socket,
    *,
    public_url: str,
    now: Now = utc_now,
    tls: Tls | None = None,
    portal: Portal | None = None,
    shelf: Shelf = NO_SHELF,
    alongside: Alongside = nothing,
) -> AsyncGenerator[Starlette]:
    """Accepts connections on `listener` until the block is left. The database has been migrated."""
    portal = portal or Portal()
    app = application(database, public_url=public_url, now=now, portal=portal, shelf=shelf, alongside=alongside)
    server = _Server(_config(app, tls))
    run = asyncio.ensure_future(server.serve([listener]))
    try:
        while not server.started:
            if run.done():
                run.result()
                raise RuntimeError("the server did not start")
            await asyncio.sleep(0.005)
        yield app
    finally:
        if server.started:
            app.state.serving.streams.end()
            portal.pages.end()
        server.should_exit = True
        await run
        for connection in tuple(server.server_state.connections):
            connection.transport.abort()  # of a client that takes nothing
        await asyncio.sleep(0)


def listen(host: str, port: int) -> socket.socket:
    """A socket for `serve`; port 0 picks a free one. Raises OSError."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except BaseException:
        listener.close()
        raise
    return listener


class _Server(uvicorn.Server):
    """Uvicorn without its own signal handling: whoever starts it decides when it ends."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


def _config(app: Starlette, tls: Tls | None) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        ws="none",
        lifespan="on",
        log_config=None,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        date_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=GRACE_SECONDS,
        ssl_certfile=None if tls is None else tls.certificate,
        ssl_keyfile=None if tls is None else str(tls.key),
    )
