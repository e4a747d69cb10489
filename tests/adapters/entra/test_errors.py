"""Every AADSTS number and OAuth error the panel knows of, and who has to mend what."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.adapters.entra.errors import failure
from roomdisplay.core.failure import Access, AccessLost, Bug, Transient


def answer(number: int, error: str = "invalid_grant") -> dict[str, Any]:
    return {
        "error": error,
        "error_description": f"AADSTS{number}: hush hush. Trace ID: 1 Timestamp: 2026-11-22 10:00:00Z",
        "error_codes": [number],
        "correlation_id": "2",
    }


@pytest.mark.parametrize(
    ("number", "error", "access"),
    [
        (700016, "unauthorized_client", Access.APPLICATION),
        (7000215, "invalid_client", Access.SECRET),
        (7000222, "invalid_client", Access.SECRET_EXPIRED),
        (700027, "invalid_client", Access.CERTIFICATE),
        (700030, "invalid_client", Access.CERTIFICATE),
        (50012, "invalid_client", Access.CERTIFICATE),
        (7000218, "invalid_client", Access.APPLICATION),
        (90002, "invalid_request", Access.TENANT),
        (90038, "invalid_request", Access.CLOUD),
        (7000112, "unauthorized_client", Access.APPLICATION_DISABLED),
        (1000031, "unauthorized_client", Access.APPLICATION_DISABLED),
        (500011, "invalid_resource", Access.CLOUD),
        (650057, "invalid_resource", Access.CONSENT),
        (65001, "invalid_grant", Access.CONSENT),
        (90094, "consent_required", Access.CONSENT),
        *((n, "invalid_grant", Access.ACCOUNT) for n in (50126, 50034, 50053, 50055, 50057)),
        *((n, "interaction_required", Access.MFA) for n in (50076, 50079, 50072, 50074, 50158)),
        *((n, "invalid_grant", Access.CONDITIONAL_ACCESS) for n in (53003, 530032, 530035, 53000, 50097)),
        *((n, "invalid_grant", Access.SIGN_IN) for n in (70008, 700082, 50173, 70043, 50089, 50132, 50133)),
        (70018, "invalid_grant", Access.SIGN_IN),
        (70019, "expired_token", Access.SIGN_IN),
        (70020, "authorization_declined", Access.DECLINED),
    ],
)
def test_numbers(number: int, error: str, access: Access) -> None:
    lost = AccessLost(access=access, code=f"AADSTS{number}")
    assert failure(answer(number, error)) == lost
    told_in_text = answer(number, error)
    del told_in_text["error_codes"]
    assert failure(told_in_text) == lost


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (70016, "authorization_pending"),
        (90055, "temporarily_unavailable"),
        (50196, "invalid_grant"),
        (90033, "temporarily_unavailable"),
        (90006, "server_error"),
    ],
)
def test_numbers_that_pass(number: int, error: str) -> None:
    assert failure(answer(number, error), 30.0) == Transient(reason=f"Entra: AADSTS{number}", retry_after=30.0)


@pytest.mark.parametrize(
    ("error", "access"),
    [
        ("invalid_client", Access.SECRET),
        ("unauthorized_client", Access.APPLICATION),
        ("invalid_tenant", Access.TENANT),
        ("invalid_instance", Access.CLOUD),
        ("invalid_resource", Access.CONSENT),
        ("consent_required", Access.CONSENT),
        ("invalid_grant", Access.SIGN_IN),
        ("interaction_required", Access.SIGN_IN),
        ("expired_token", Access.SIGN_IN),
        ("authorization_declined", Access.DECLINED),
        ("access_denied", Access.DECLINED),
    ],
)
def test_unknown_numbers_go_by_the_error(error: str, access: Access) -> None:
    assert failure(answer(9999999, error)) == AccessLost(access=access, code="AADSTS9999999")
    assert failure({"error": error.upper()}) == AccessLost(access=access, code=error)


def test_a_refused_client_with_a_certificate_has_the_wrong_certificate() -> None:
    found = failure({"error": "invalid_client"}, by_certificate=True)
    assert found == AccessLost(access=Access.CERTIFICATE, code="invalid_client")


def test_a_suberror_tells_consent_from_signing_in() -> None:
    found = failure({"error": "invalid_grant", "suberror": "consent_required"})
    assert found == AccessLost(access=Access.CONSENT, code="invalid_grant")


@pytest.mark.parametrize("error", ["invalid_request", "invalid_scope", "unsupported_grant_type"])
def test_a_request_entra_does_not_understand_is_a_bug(error: str) -> None:
    assert isinstance(failure({"error": error}), Bug)


@pytest.mark.parametrize("odd", [{}, {"error": None}, {"error": "teapot"}, {"error": 5}, {"error": "two\nlines"}])
def test_what_entra_never_says_is_tried_again(odd: dict[str, object]) -> None:
    assert isinstance(failure(odd), Transient)


@pytest.mark.parametrize(
    "description",
    ["AADSTS70043: The refresh token has expired.", "AADSTS50173 AADSTS1: x"],
)
def test_numbers_may_stand_in_the_text_only(description: str) -> None:
    assert isinstance(failure({"error": "invalid_grant", "error_description": description}), AccessLost)


JSON = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.lists(st.integers() | st.none(), max_size=3)
)


@given(st.dictionaries(st.sampled_from(["error", "error_description", "error_codes", "suberror"]), JSON))
def test_any_answer(odd: dict[str, object]) -> None:
    failure(odd)


def test_nothing_of_the_text_gets_out() -> None:
    for number in (7000215, 90033, 9999999):
        for error in ("invalid_client", "invalid_request", "temporarily_unavailable"):
            assert "hush" not in str(failure(answer(number, error)))
