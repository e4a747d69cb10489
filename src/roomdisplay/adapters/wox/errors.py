"""Errors of the panel API: one table from status to what the panel does about it.

Shape: problem details (RFC 9457) with a `code` for machines. What comes without it did not come from WOX but from
something on the way (a proxy, a captive portal): whatever it claims, nothing is given up because of it.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from msgspec import Struct

from roomdisplay.adapters.http import Reply
from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient

UNKNOWN_PERSON = "unknownPerson"
_MEDIA_TYPE = "application/problem+json"
_REFUSALS: Mapping[int, Refusal] = MappingProxyType(
    {
        400: Refusal.INVALID,
        403: Refusal.INVALID,
        404: Refusal.GONE,
        405: Refusal.INVALID,
        409: Refusal.CHANGED,
        410: Refusal.GONE,
        412: Refusal.CHANGED,
        413: Refusal.INVALID,
        415: Refusal.INVALID,
        422: Refusal.INVALID,
        428: Refusal.INVALID,
    }
)


class Problem(Struct, frozen=True, kw_only=True):
    """`code` may be empty; `detail` is a sentence for the log."""

    code: str
    detail: str


def problem_of(reply: Reply) -> Problem | None:
    """What WOX says is wrong; None where it was not WOX that answered."""
    if reply.headers.get("content-type", "").partition(";")[0].strip().lower() != _MEDIA_TYPE:
        return None
    try:
        body = json.loads(reply.body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict):
        return None
    told = cast("dict[str, object]", body)
    code, detail = told.get("code"), told.get("detail") or told.get("title")
    return Problem(
        code=code[:60] if isinstance(code, str) else "", detail=detail[:200] if isinstance(detail, str) else ""
    )


def failure_of(reply: Reply) -> Failure:
    """What an answer that is not the one asked for means."""
    problem = problem_of(reply)
    reason = f"HTTP {reply.status}" + (f" {problem.code} {problem.detail}".rstrip() if problem is not None else "")
    if problem is not None and reply.status == 401:
        return AccessLost(access=Access.SIGN_IN, code=problem.code)
    if problem is not None and (refusal := _REFUSALS.get(reply.status)) is not None:
        # a version nobody serves is no booking that has gone
        refusal = Refusal.INVALID if problem.code == "unknownVersion" else refusal
        return Rejected(refusal=refusal, reason=reason)
    throttled = problem is not None and reply.status == 429
    return Transient(reason=reason, retry_after=reply.retry_after, throttled=throttled)
