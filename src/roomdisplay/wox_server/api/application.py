"""The panel API as an application of its own, to be mounted at /api: its errors are problems, whatever they are."""

import re
import time

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from roomdisplay.wox_server.api import refusals
from roomdisplay.wox_server.api.endpoints import ENDPOINTS, Endpoint
from roomdisplay.wox_server.api.openapi import document
from roomdisplay.wox_server.api.refusals import Refusal
from roomdisplay.wox_server.api.wire import Malformed
from roomdisplay.wox_server.serving import serving


def panel_api() -> Mount:
    """To be mounted by the server's application."""
    app = Starlette(
        routes=[Route("/panel/v1/openapi.json", _document), *(_route(endpoint) for endpoint in ENDPOINTS)],
        exception_handlers={
            Refusal: refusals.of_refusal,
            Malformed: refusals.of_malformed,
            HTTPException: refusals.of_http,
            OperationalError: refusals.of_database,
            InterfaceError: refusals.of_database,
            PoolTimeout: refusals.of_database,
            Exception: refusals.of_bug,
        },
    )
    app.router.redirect_slashes = False
    mount = Mount("/api", app)
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)  # whatever follows, line ends too
    return mount


def _route(endpoint: Endpoint) -> Route:
    async def answer(request: Request) -> Response:
        metrics = serving(request).metrics
        began = time.perf_counter()
        status = 500
        try:
            response = await endpoint.answer(request)
            status = response.status_code
            return response
        except Refusal as refusal:
            status = refusal.status
            raise
        except Malformed:
            status = 422
            raise
        finally:
            metrics.requests.labels(endpoint.name, str(status)).inc()
            metrics.seconds.labels(endpoint.name).observe(time.perf_counter() - began)

    route = Route("/panel/v1" + endpoint.path, answer, methods=[endpoint.method], name=endpoint.name)
    route.methods = {endpoint.method}  # no HEAD: a stream would never end
    return route


async def _document(_request: Request) -> Response:
    return JSONResponse(document())
