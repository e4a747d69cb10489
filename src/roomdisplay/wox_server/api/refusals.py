"""Errors as panels get them: RFC 9457, with a code for machines and a sentence for people."""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus

import msgspec
from msgspec import UNSET
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from roomdisplay.wox_server.api import wire

VERSIONS = ("v1",)
VERSION = re.compile(r"/api/panel/(v[0-9]+)(?:/|$)")
MEDIA_TYPE = "application/problem+json"


class Refusal(Exception):
    """An answer that is an error."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        supported: Sequence[str] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}")
        self.status, self.code, self.detail = status, code, detail
        self.headers = dict(headers or {})
        self.supported = supported

    def answer(self) -> Response:
        problem = wire.Problem(
            title=HTTPStatus(self.status).phrase,
            status=self.status,
            code=self.code,
            detail=self.detail,
            supported=UNSET if self.supported is None else list(self.supported),
        )
        return Response(msgspec.json.encode(problem), self.status, self.headers, MEDIA_TYPE)


def invalid(detail: str) -> Refusal:
    return Refusal(422, "invalid", detail)


def not_paired() -> Refusal:
    detail = "This token is unknown, revoked or expired: pair the panel again."
    return Refusal(401, "notPaired", detail, headers={"WWW-Authenticate": 'Bearer realm="panel"'})


def other_room() -> Refusal:
    return Refusal(403, "otherRoom", "That belongs to another room; a panel reads and writes its own only.")


CODES = {404: "notFound", 405: "methodNotAllowed"}
DETAILS = {
    404: "There is nothing here. /api/panel/v1/openapi.json lists what can be asked.",
    405: "This method cannot be used here. /api/panel/v1/openapi.json lists what can be asked.",
}


async def of_refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return error.answer()


async def of_http(request: Request, error: Exception) -> Response:
    """What the framework itself refuses."""
    assert isinstance(error, HTTPException)
    version = VERSION.match(request.url.path)
    if error.status_code == 404 and version is not None and version[1] not in VERSIONS:
        detail = f"This server speaks the panel API in these versions: {', '.join(VERSIONS)}."
        return Refusal(404, "unknownVersion", detail, supported=VERSIONS).answer()
    code = CODES.get(error.status_code, "refused")
    detail = DETAILS.get(error.status_code, error.detail)
    return Refusal(error.status_code, code, detail, headers=error.headers).answer()


async def of_malformed(_request: Request, error: Exception) -> Response:
    return invalid(str(error)).answer()


async def of_bug(_request: Request, _error: Exception) -> Response:
    return Refusal(500, "bug", "The server failed at this; its log says why. Trying again later may help.").answer()


async def of_database(_request: Request, _error: Exception) -> Response:
    detail = "The server's database does not answer. Try again."
    return Refusal(503, "unavailable", detail, headers={"Retry-After": "5"}).answer()
