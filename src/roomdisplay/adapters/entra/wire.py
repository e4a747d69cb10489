"""The HTTP client MSAL is given: it asks Entra for little and lets nothing pass that MSAL would mishandle.

MSAL for Python 1.39 (read and observed) keeps error answers and repeats them without asking, raises on 5xx, takes any
4xx of the metadata for a wrong tenant and drops why, and logs an answer that is not JSON in full, with the token a
truncated one begins with. So: 429 and 5xx, and whatever is not a JSON object, leave here as `Failed` before MSAL sees
them; the metadata is asked for once.
"""

import json
import re
from collections.abc import Mapping
from typing import cast

from roomdisplay.adapters.entra import errors
from roomdisplay.adapters.http import BlockingHttp, Reply
from roomdisplay.core.discreet import Discreet
from roomdisplay.core.failure import AccessLost, Transient
from roomdisplay.ports import Failed


class Response(Discreet, frozen=True, kw_only=True):
    """An answer as MSAL reads it."""

    unsaid = ("text", "headers")

    status_code: int
    text: str
    headers: Mapping[str, str]

    def raise_for_status(self) -> None:
        """Part of what MSAL asks of a response; nothing that would raise gets here."""


class TokenHttp:
    """`get` and `post` as MSAL calls them. Raises Failed."""

    def __init__(self, http: BlockingHttp) -> None:
        self._http = http
        self._metadata: dict[str, Response] = {}

    def get(self, url: str, *, headers: Mapping[str, str] | None = None, **_: object) -> Response:
        """The authority's OpenID metadata."""
        known = self._metadata.get(url)
        if known is not None:
            return known
        reply = self._http.send("GET", url, headers=headers)
        answer = _checked(reply)
        if reply.status != 200:
            failure = errors.failure(answer, reply.retry_after)
            if not isinstance(failure, AccessLost):
                failure = Transient(reason=f"the sign-in service's metadata: HTTP {reply.status}")
            raise Failed(failure)
        endpoints = ("token_endpoint", "authorization_endpoint")
        if not all(str(answer.get(name, "")).startswith("https://") for name in endpoints):
            raise Failed(Transient(reason="the sign-in service's metadata names no token endpoint"))
        self._metadata[url] = _response(reply)
        return self._metadata[url]

    def post(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        data: Mapping[str, object] | None = None,
        **_: object,
    ) -> Response:
        """A request for a token or, where it names no grant, for a device code: it brings that, or an error that says
        what is wrong."""
        form = {name: _plain(value) for name, value in (data or {}).items()}
        reply = self._http.send("POST", url, headers=headers, form=form)
        answer = _checked(reply)
        is_asked_for = _is_token if "grant_type" in form else _is_code
        if not (
            is_asked_for(answer) if reply.status < 300 else reply.status >= 400 and isinstance(answer.get("error"), str)
        ):
            raise Failed(Transient(reason=f"the sign-in service answered HTTP {reply.status}, but not as Entra does"))
        return _response(reply)

    def close(self) -> None:
        self._http.close()


def _plain(value: object) -> str:
    """MSAL gives an assertion as bytes, which httpx would send as Python writes them."""
    return value.decode() if isinstance(value, bytes) else str(value)


def _is_token(answer: Mapping[str, object]) -> bool:
    return isinstance(answer.get("access_token"), str) and _is_whole(answer.get("expires_in"))


def _is_code(answer: Mapping[str, object]) -> bool:
    """RFC 8628, 3.2. What is going to be on the glass is one short line, and an address to trust."""
    return (
        isinstance(answer.get("device_code"), str)
        and _is_like(r"[A-Za-z0-9-]{4,24}", answer.get("user_code"))
        and _is_like(r"https://[\x21-\x7e]{4,200}", answer.get("verification_uri"))
        and _is_whole(answer.get("expires_in"))
        and _is_whole(answer.get("interval", 5))
    )


def _is_like(pattern: str, text: object) -> bool:
    return isinstance(text, str) and re.fullmatch(pattern, text) is not None


def _is_whole(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)


def _checked(reply: Reply) -> Mapping[str, object]:
    if reply.status == 429 or reply.status >= 500:
        raise Failed(
            Transient(reason=f"the sign-in service answered HTTP {reply.status}", retry_after=reply.retry_after)
        )
    try:
        answer: object = json.loads(reply.body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise Failed(Transient(reason=f"the sign-in service answered HTTP {reply.status} without JSON"))
    return cast("dict[str, object]", answer)


def _response(reply: Reply) -> Response:
    return Response(status_code=reply.status, text=reply.body.decode(errors="replace"), headers=reply.headers)
