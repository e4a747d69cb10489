"""Graph's errors: one table from status and code to what the panel does about it.

Shape: `{"error": {"code", "message", "innerError": {…}}}` (Microsoft, "Microsoft Graph error responses"). The message
is for people and changes: only the code is read, whatever its case. An answer without a code did not come from Graph
but from something on the way (a proxy, a captive portal): whatever it claims, nothing is given up because of it.
"""

import json
from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import cast

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient


class Call(Enum):
    """What was being asked, as far as an error's meaning depends on it."""

    READ = auto()
    CREATE = auto()
    CHANGE = auto()
    """Of one event, by its id: move its end, delete or decline it."""


class _Kind(Enum):
    TRANSIENT = auto()
    BUG = auto()


_Meaning = Access | Refusal | _Kind

_BY_CODE: Mapping[str, _Meaning] = MappingProxyType(
    {
        code.casefold(): meaning
        for meaning, codes in {
            Access.SIGN_IN: ("InvalidAuthenticationToken",),
            Access.PERMISSION: (
                "ErrorAccessDenied",
                "AccessDenied",
                "Authorization_RequestDenied",
                "DelegatedCalendarAccessDenied",
            ),
            Access.MAILBOX: ("MailboxNotEnabledForRESTAPI",),
            Access.ROOM: ("ErrorInvalidUser", "Request_ResourceNotFound", "ResourceNotFound", "MailboxNotFound"),
            Refusal.CHANGED: ("ErrorIrresolvableConflict", "resourceModified"),
            Refusal.DUPLICATE: ("ErrorDuplicateTransactionId",),
            Refusal.FULL: ("ErrorQuotaExceeded", "quotaLimitReached"),
            Refusal.INVALID: (
                "ErrorInvalidIdMalformed",
                "ErrorInvalidRequest",
                "ErrorInvalidParameter",
                "ErrorPropertyValidationFailure",
                "ErrorInvalidProperty",
                "RequestBodyRead",
                "BadRequest",
                "TimeZoneNotSupportedException",
                "ErrorOccurrenceCrossingBoundary",
                "ErrorTimeIntervalTooBig",
            ),
            _Kind.TRANSIENT: (
                "ApplicationThrottled",
                "TooManyRequests",
                "ErrorTooManyRequests",
                "activityLimitReached",
                "SyncStateNotFound",
                "resyncRequired",
                "ErrorInternalServerError",
                "ErrorInternalServerTransientError",
                "generalException",
                "serviceNotAvailable",
                "ErrorServerBusy",
                "UnknownError",
                "GatewayTimeout",
                "ErrorMailboxStoreUnavailable",
                "MailboxInfoStale",
            ),
            _Kind.BUG: ("NotImplemented", "ErrorNotSupported"),
        }.items()
        for code in codes
    }
)
"""Codes whose meaning does not depend on the status they come with (the same code comes with several)."""


def failure(status: int, code: str, retry_after: float | None, call: Call) -> Failure:
    """What an unsuccessful answer means. `code` is "" where the body is not Graph's error shape."""
    reason = f"HTTP {status} {code}".rstrip()
    if status == 429 or (status >= 500 and _meaning(status, code, call) not in (Refusal.FULL, _Kind.BUG)):
        return Transient(reason=reason, retry_after=retry_after)
    match _meaning(status, code, call):
        case Access() as access:
            return AccessLost(access=access, code=code or str(status))
        case Refusal() as refusal if call is not Call.READ:
            return Rejected(refusal=refusal, reason=reason)
        case Refusal.INVALID | _Kind.BUG:
            return Bug(reason=reason)
        case Refusal() | _Kind.TRANSIENT:
            # a read changes nothing and conflicts with nothing, yet such answers to reads were observed: they pass
            return Transient(reason=reason, retry_after=retry_after)


def _meaning(status: int, code: str, call: Call) -> _Meaning:
    known = _BY_CODE.get(code.casefold())
    if known is not None:
        return known
    if status == 401:
        return Access.SIGN_IN
    if status == 412:
        return Refusal.CHANGED
    if status == 507:
        return Refusal.FULL
    if not code:
        return _Kind.TRANSIENT
    if code.casefold() == "erroritemnotfound":
        # of an event: it is gone; of a calendar: it is not shared with whoever asks (observed)
        return Refusal.GONE if call is Call.CHANGE else Access.PERMISSION
    match status:
        case 403:
            return Access.PERMISSION
        case 404:
            return Refusal.GONE if call is Call.CHANGE else Access.ROOM
        case 409:
            return Refusal.CHANGED
        case 408 | 410:
            return _Kind.TRANSIENT
        case 405 | 501:
            return _Kind.BUG
        case _ if 400 <= status < 500:
            return Refusal.INVALID
        case _:
            return _Kind.TRANSIENT


def code_of(body: bytes) -> str:
    """The error's code, or "" where the body has none."""
    try:
        tree: object = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    error = cast("dict[str, object]", tree).get("error") if isinstance(tree, dict) else None
    code = cast("dict[str, object]", error).get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and code.isascii() and code.isprintable() and len(code) <= 100 else ""
