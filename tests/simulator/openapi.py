"""Holds requests and answers against the machine-readable contract of Graph's calendar part.

The contract is an OpenAPI document kept beside the checkout, not in it; without it nothing can be held against it and
`CONTRACT_MISSING` says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml

CONTRACT = Path(__file__).resolve().parents[3] / "shared" / "office365" / "graph-calendar.openapi.yaml"
CONTRACT_MISSING = None if CONTRACT.is_file() else f"the contract is not on this machine ({CONTRACT})"
_SERVICE = "https://graph.microsoft.com"
_SEEN_LIMIT = 20_000
_seen: set[tuple[str, str]] = set()


def validate_exchange(
    method: str,
    url: str,
    request_headers: Mapping[str, str],
    request_body: bytes,
    status: int,
    response_headers: Mapping[str, str],
    response_body: bytes,
    *,
    request_too: bool = True,
) -> None:
    """Raises AssertionError, with every deviation in its message, unless request and answer keep the contract.

    Requests to anything but Graph v1.0 are passed over. `request_too` is off for requests meant to be odd.
    """
    path = _path(url)
    if path is None:
        return
    service = _service()
    request = _request(service, method, path, url, request_headers, request_body)
    name = f"{method.upper()} {path} -> {status}"
    if request_too:
        _hold(f"the request of {name}", lambda: service.validate_request(request))
    media = response_headers.get("content-type", "application/json").partition(";")[0]
    answer = service.response(_unseen(path, response_body), status, dict(response_headers), media)
    _hold(f"the answer of {name}", lambda: service.validate_response(request, answer))


def validate_request(method: str, url: str, headers: Mapping[str, str], body: bytes) -> None:
    """The same for a request whose answer nobody kept."""
    path = _path(url)
    if path is not None:
        service = _service()
        request = _request(service, method, path, url, headers, body)
        _hold(f"the request {method.upper()} {path}", lambda: service.validate_request(request))


class _Service:
    """openapi-core with the contract loaded. Imported late: it is heavy, and the contract may be absent."""

    def __init__(self) -> None:
        from openapi_core import OpenAPI
        from openapi_core.testing import MockRequest, MockResponse

        document = cast("dict[str, Any]", yaml.load(CONTRACT.read_bytes(), Loader=_loader()))  # noqa: S506
        # Live answers say null for a mailbox that cannot be read, where the metadata promises a list.
        schedule = document["components"]["schemas"]["microsoft.graph.scheduleInformation"]["properties"]
        schedule["scheduleItems"]["type"] = ["array", "null"]
        self.api = OpenAPI.from_dict(document)
        self.request = MockRequest
        self.response = MockResponse
        self.validate_request = self.api.validate_request
        self.validate_response = self.api.validate_response


@cache
def _service() -> _Service:
    return _Service()


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _path(url: str) -> str | None:
    """The contract's spelling of a Graph address: `/me`, other calendars and delta's aliases under one name."""
    path = urlsplit(url).path
    if not path.startswith("/v1.0/"):
        return None
    path = re.sub(r"^/v1\.0/me(?=/)", "/v1.0/users/me", path)
    path = re.sub(r"/calendars/[^/]+(?=/)", "/calendar", path)
    path = re.sub(r"/(microsoft\.graph\.)?delta(\(\))?$", "/delta", path)
    path = re.sub(r"/microsoft\.graph\.roomlist$", "/microsoft.graph.roomList", path)
    return re.sub(r"/(microsoft\.graph\.)(accept|decline|cancel|tentativelyAccept|getSchedule)$", r"/\2", path)


def _request(service: _Service, method: str, path: str, url: str, headers: Mapping[str, str], body: bytes) -> Any:
    query = {unquote(name): value for name, value in parse_qsl(urlsplit(url).query, keep_blank_values=True)}
    media = headers.get("content-type", "application/json").partition(";")[0]
    shown = {"Authorization": "Bearer x", **{name: value for name, value in headers.items() if name != "authorization"}}
    return service.request(
        _SERVICE, method.lower(), unquote(path), args=query, headers=shown, data=body or None, content_type=media
    )


def _unseen(path: str, body: bytes) -> bytes:
    """The answer without the items that were held against the contract before: polls repeat themselves."""
    try:
        answer = json.loads(body)
    except ValueError:
        return body
    if not isinstance(answer, dict) or not isinstance(answer.get("value"), list):
        return body
    kind = path.rsplit("/", 1)[-1]
    fresh: list[Any] = []
    for item in cast("list[Any]", answer["value"]):
        mark = (kind, json.dumps(item, sort_keys=True))
        if mark not in _seen:
            fresh.append(item)
            if len(_seen) < _SEEN_LIMIT:
                _seen.add(mark)
    return json.dumps({**cast("dict[str, Any]", answer), "value": fresh}).encode()


def _hold(what: str, validate: Any) -> None:
    try:
        validate()
    except Exception as problem:
        _seen.clear()
        raise AssertionError(f"{what} breaks the contract: {'; '.join(_reasons(problem))}") from None


def _reasons(problem: BaseException) -> Iterator[str]:
    chain = [problem]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(cause)
    for one in chain:
        errors = list(getattr(one, "schema_errors", ()))
        if errors:
            yield from (_leaf(error) for error in errors)
            return
    named = [one for one in chain if type(one).__module__.startswith("openapi_core")]
    yield f"{type(named[-1]).__name__}: {named[-1]}"


def _leaf(error: Any) -> str:
    """The most telling message under an error of alternatives, and where it is."""
    where = "/".join(map(str, error.absolute_path)) or "body"
    inner = "; ".join(_leaf(one) for one in error.context or ())
    return f"{where}: {error.message[:200]}" + (f" ({inner})" if inner else "")
