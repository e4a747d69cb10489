"""The API's description, made from the declarations that the server itself goes by (OpenAPI 3.1)."""

from collections.abc import Iterable
from functools import cache
from http import HTTPStatus
from typing import Any

import msgspec

from roomdisplay.wox_server.api import wire
from roomdisplay.wox_server.api.endpoints import COMMON, COMMON_WHERE_OPEN, ENDPOINTS, EVENTS, JSON, Endpoint
from roomdisplay.wox_server.api.refusals import MEDIA_TYPE
from roomdisplay.wox_server.api.wire import Shape

BASE = "/api/panel/v1"
DESCRIPTION = (
    "What a room's panel and the WOX server tell each other. Times are RFC 3339, bodies JSON in UTF-8 of at most 64 "
    "KiB (a screenshot 4 MiB). Unknown members are ignored, by either side. A panel's token reads and writes its own "
    "room only."
)

Json = dict[str, Any]


@cache
def document() -> Json:
    shapes = _shapes()
    _, schemas = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    paths: dict[str, Json] = {}
    for endpoint in ENDPOINTS:
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = _operation(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "WOX panel API",
            "version": "1",
            "description": DESCRIPTION,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": BASE}],
        "security": [{"panelToken": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"panelToken": {"type": "http", "scheme": "bearer"}},
        },
    }


def _shapes() -> list[type[Shape]]:
    found: dict[type[Shape], None] = {wire.Problem: None, wire.Feed: None}
    for endpoint in ENDPOINTS:
        for shape in (endpoint.body, *endpoint.also.values(), *endpoint.answers.values()):
            if shape is not None and not isinstance(shape, str):
                found[shape] = None
    return list(found)


def _operation(endpoint: Endpoint) -> Json:
    operation: Json = {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "responses": {
            **{str(status): _answer(status, shape) for status, shape in endpoint.answers.items()},
            **{str(status): _problem(status) for status in _problems(endpoint)},
        },
    }
    if endpoint.is_open:
        operation["security"] = []
    if endpoint.parameters:
        operation["parameters"] = [
            {
                "name": parameter.name,
                "in": parameter.place,
                "required": parameter.is_required,
                "schema": dict(parameter.schema),
            }
            for parameter in endpoint.parameters
        ]
    bodies = ({} if endpoint.body is None else {JSON: endpoint.body}) | dict(endpoint.also)
    if bodies:
        content = {media_type: {"schema": _body(shape)} for media_type, shape in bodies.items()}
        operation["requestBody"] = {"required": len(bodies) == 1, "content": content}
    return operation


def _problems(endpoint: Endpoint) -> Iterable[int]:
    return sorted({*(COMMON_WHERE_OPEN if endpoint.is_open else COMMON), *endpoint.problems})


def _answer(status: int, shape: type[Shape] | str | None) -> Json:
    answer: Json = {"description": HTTPStatus(status).phrase}
    if shape == EVENTS:
        answer["content"] = {EVENTS: {"schema": {"type": "string"}}}
    elif shape is not None and not isinstance(shape, str):
        answer["content"] = {JSON: {"schema": _reference(shape)}}
    return answer


def _problem(status: int) -> Json:
    return {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {"schema": _reference(wire.Problem)}}}


def _body(shape: type[Shape] | None) -> Json:
    return {"type": "string", "format": "binary"} if shape is None else _reference(shape)


def _reference(shape: type[Shape]) -> Json:
    return {"$ref": f"#/components/schemas/{shape.__name__}"}
