"""Whatever is asked, made up from the published description or against it: no 5xx, and answers as described."""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingTypeArgument=false, reportAttributeAccessIssue=false
from typing import Any
from uuid import UUID

import httpx
import pytest
import schemathesis
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import force_setattr
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from roomdisplay.wox_server.api.endpoints import ENDPOINTS
from roomdisplay.wox_server.api.openapi import BASE
from roomdisplay.wox_server.limits import Allowance
from tests.wox_server import documents
from tests.wox_server.running import Running

EXAMPLES = 15
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
LEFT_OUT = {"getStream", "leaveRoom"}
"""The one has no end; after the other nothing else is answered."""


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_endpoint_answers_as_described_whatever_it_is_asked(server: Running, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{server.url}{BASE}/openapi.json")
    authorization = {"Authorization": server.aurora.http.headers["authorization"]}
    force_setattr(server.serving, "lookups", Allowance(name="lookup", burst=10_000, every=0.001))
    accepted: set[str] = set()
    asked: set[str] = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        name = operation.definition.raw["operationId"]
        if name in LEFT_OUT:
            continue

        @settings(max_examples=EXAMPLES)
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Case) -> None:
            response = case.call(headers={**dict(case.headers or {}), **authorization})
            case.validate_response(response, checks=CHECKS)
            if response.status_code < 300:
                accepted.add(str(case.operation.definition.raw["operationId"]))

        ask()
        asked.add(name)
    assert asked == {endpoint.name for endpoint in ENDPOINTS} - LEFT_OUT
    assert {"getFeed", "getNearbyRooms"} <= accepted
    if mode is GenerationMode.POSITIVE:
        assert {"postHeartbeat", "postProblem"} <= accepted, "what is described is what is accepted"
    assert server.aurora.feed()["isWhole"], "still well"


def test_a_stream_begins_whatever_the_cursor(server: Running) -> None:
    header = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)

    @settings(max_examples=EXAMPLES)
    @given(cursor=st.text(max_size=40), last=st.none() | header)
    def ask(cursor: str, last: str | None) -> None:
        headers = {} if last is None else {"Last-Event-ID": last}
        with server.aurora.http.stream("GET", "/stream", params={"cursor": cursor}, headers=headers) as answer:
            assert answer.status_code == 200
            assert next(answer.iter_lines()).startswith("retry: ")

    ask()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)


def test_one_wrong_member_breaks_nothing(server: Running) -> None:
    """What fuzzing from the description seldom makes: right in everything but one member."""
    whole = documents.booking(agreed={**_times(), "subject": "x", "asOf": "2026-01-01T00:00:00Z"})
    requests: list[tuple[str, str, dict[str, Any]]] = [
        ("PUT", f"/bookings/{UUID(int=1)}", whole | {"id": str(UUID(int=1))}),
        ("POST", "/heartbeat", documents.heartbeat()),
        ("POST", "/problems", documents.report()),
        ("POST", "/commands/none/result", {"error": "x"}),
    ]
    wrong = JSON | st.sampled_from(["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", 2**63, -1, "\x00", "", 1e308])

    @settings(max_examples=150)
    @given(request=st.sampled_from(requests), member=st.integers(min_value=0), value=wrong, nested=st.booleans())
    def ask(request: tuple[str, str, dict[str, Any]], member: int, value: object, nested: bool) -> None:
        method, path, body = request
        name = sorted(body)[member % len(body)]
        if nested and isinstance(body[name], dict):
            inner: dict[str, Any] = body[name]
            value = {**inner, sorted(inner)[member % len(inner)]: value}
        answer = _send(server, method, path, body | {name: value})
        assert answer.status_code < 500, answer.text
        if answer.status_code >= 400:
            assert answer.headers["content-type"] == "application/problem+json"

    ask()


def _send(server: Running, method: str, path: str, body: object) -> httpx.Response:
    import json

    content = json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "If-None-Match": "*"}
    return server.aurora.http.request(method, path, content=content, headers=headers)


def _times() -> dict[str, str]:
    return {"start": "2026-01-01T00:00:00Z", "end": "2026-01-01T01:00:00Z"}
