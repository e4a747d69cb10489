"""The application, and serving it until told to stop."""

import asyncio
import logging
import socket
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.hub import Hub
from roomdisplay.wox_server.portal.routes import routes as portal_routes
from roomdisplay.wox_server.portal.visit import Portal
from roomdisplay.wox_server.serving import Now, Serving, serving, utc_now
from roomdisplay.wox_server.transactions import Transactions

GRACE_SECONDS = 5
"""For requests under way when the server stops; streams end at once."""
BACKLOG = 4096
"""Connections waiting to be accepted: every panel of a building after a power cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tls:
    certificate: Path
    key: Path


def application(database: Database, *, public_url: str, now: Now = utc_now, portal: Portal | None = None) -> Starlette:
    """Everything the server answers; `app.state.serving` once it runs."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[Mapping[str, Any]]:
        transactions = Transactions(database)
        hub = Hub(transactions)
        async with hub.running():
            app.state.serving = Serving(transactions=transactions, hub=hub, now=now, public_url=public_url)
            yield {"serving": app.state.serving}

    routes: list[BaseRoute] = [
        Route("/healthz", healthz),
        *portal_routes(portal or Portal()),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


async def healthz(request: Request) -> Response:
    """Well as long as the database answers."""
    serve = serving(request)
    try:
        async with asyncio.timeout(5):
            await serve.transactions.read(lambda connection: connection.execute(select(1)).scalar_one())
    except Exception as error:
        logging.getLogger(__name__).warning("not well: the database does not answer (%s)", type(error).__name__)
        return JSONResponse({"ok": False, "problem": "The database does not answer."}, 503)
    return JSONResponse({"ok": True, "listening": serve.hub.is_listening})


@asynccontextmanager
async def serve(
    database: Database,
    listener: socket.socket,
    *,
    public_url: str,
    now: Now = utc_now,
    tls: Tls | None = None,
    portal: Portal | None = None,
) -> AsyncGenerator[Starlette]:
    """Accepts connections on `listener` until the block is left. The database has been migrated."""
    app = application(database, public_url=public_url, now=now, portal=portal)
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
        server.should_exit = True
        await run


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
        backlog=BACKLOG,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=GRACE_SECONDS,
        ssl_certfile=None if tls is None else tls.certificate,
        ssl_keyfile=None if tls is None else str(tls.key),
    )
