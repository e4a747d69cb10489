"""Entra's errors: one table from AADSTS numbers to what the panel does about it.

Shape: `{"error", "error_description": "AADSTS…", "error_codes": [int], "suberror"?, …}` with HTTP 400 or 401
(Microsoft, "Microsoft Entra authentication and authorization error codes"). Microsoft asks nobody to depend on the
numbers: they choose the sentence an administrator reads; where one is unknown, `error` decides.
"""

import re
from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import cast

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Transient


class _Kind(Enum):
    TRANSIENT = auto()
    BUG = auto()
    CREDENTIAL = auto()
    """The secret or the certificate, whichever is in use."""


_Meaning = Access | _Kind

_BY_NUMBER: Mapping[int, _Meaning] = MappingProxyType(
    {
        number: meaning
        for meaning, numbers in cast(
            "dict[_Meaning, tuple[int, ...]]",
            {
                Access.TENANT: (90002,),
                Access.CLOUD: (90038, 500011),
                # 7000218: nothing proves who asks, because the registration does not allow public client flows
                Access.APPLICATION: (700016, 7000218),
                Access.APPLICATION_DISABLED: (7000112, 1000031),
                Access.SECRET: (7000215,),
                Access.SECRET_EXPIRED: (7000222,),
                Access.CERTIFICATE: (700027, 700030, 50012),
                Access.CONSENT: (65001, 90094, 650057),
                Access.CONDITIONAL_ACCESS: (53003, 530032, 530035, 53000, 50097),
                # wrong password, unknown, locked, expired password, disabled
                Access.ACCOUNT: (50126, 50034, 50053, 50055, 50057),
                Access.MFA: (50076, 50079, 50072, 50074, 50158),
                Access.SIGN_IN: (
                    # the refresh token: unused for 90 days, revoked, sign-in frequency
                    *(70008, 700082, 50173, 70043, 50089, 50132, 50133),
                    # the device code is not known or has run out
                    *(70018, 70019),
                ),
                Access.DECLINED: (70020,),
                _Kind.TRANSIENT: (70016, 90055, 50196, 90033, 90006),
            },
        ).items()
        for number in numbers
    }
)

_BY_ERROR: Mapping[str, _Meaning] = MappingProxyType(
    {
        "temporarily_unavailable": _Kind.TRANSIENT,
        "server_error": _Kind.TRANSIENT,
        "authorization_pending": _Kind.TRANSIENT,
        "slow_down": _Kind.TRANSIENT,
        "invalid_client": _Kind.CREDENTIAL,
        "unauthorized_client": Access.APPLICATION,
        "invalid_tenant": Access.TENANT,
        "invalid_instance": Access.CLOUD,
        "invalid_resource": Access.CONSENT,
        "invalid_target": Access.CONSENT,
        "consent_required": Access.CONSENT,
        "invalid_grant": Access.SIGN_IN,
        "interaction_required": Access.SIGN_IN,
        "login_required": Access.SIGN_IN,
        "access_denied": Access.DECLINED,
        "authorization_declined": Access.DECLINED,
        "expired_token": Access.SIGN_IN,
        "bad_verification_code": Access.SIGN_IN,
        "invalid_request": _Kind.BUG,
        "invalid_scope": _Kind.BUG,
        "unsupported_grant_type": _Kind.BUG,
        "unsupported_response_type": _Kind.BUG,
    }
)


def failure(answer: Mapping[str, object], retry_after: float | None = None, *, by_certificate: bool = False) -> Failure:
    """What Entra's error (as JSON, or as MSAL returns it) means. Only numbers and names get into it, never the text."""
    error = _name(answer.get("error"))
    numbers = _numbers(answer)
    known = next((n for n in numbers if n in _BY_NUMBER), None)
    code = f"AADSTS{known or numbers[0]}" if numbers else error
    meaning = _BY_NUMBER[known] if known is not None else _by_name(error, _name(answer.get("suberror")))
    match meaning:
        case Access() as access:
            return AccessLost(access=access, code=code)
        case _Kind.CREDENTIAL:
            return AccessLost(access=Access.CERTIFICATE if by_certificate else Access.SECRET, code=code)
        case _Kind.BUG:
            return Bug(reason=f"Entra refuses the request as such: {code}")
        case _Kind.TRANSIENT:
            return Transient(reason=f"Entra: {code}" if code else "not an answer of Entra", retry_after=retry_after)


def _by_name(error: str, suberror: str) -> _Meaning:
    if suberror == "consent_required":
        return Access.CONSENT
    # without any name it came from something on the way, and an unknown name may be anything: try again
    return _BY_ERROR.get(error, _Kind.TRANSIENT)


def _numbers(answer: Mapping[str, object]) -> list[int]:
    codes = answer.get("error_codes")
    if isinstance(codes, list):
        numbers = [n for n in cast("list[object]", codes) if isinstance(n, int) and not isinstance(n, bool)]
        if numbers:
            return numbers
    text = answer.get("error_description")
    return [int(n) for n in re.findall(r"AADSTS([0-9]{4,9})", text[:2000])] if isinstance(text, str) else []


def _name(value: object) -> str:
    return value.casefold() if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_]{1,60}", value) else ""
