"""The claims challenge of a 401."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.adapters.graph.challenge import claims_of

CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}'
ENCODED = base64.b64encode(CLAIMS.encode()).decode()


@pytest.mark.parametrize(
    "header",
    [
        f'Bearer realm="", authorization_uri="https://login.example", error="insufficient_claims", claims="{ENCODED}"',
        f'Bearer error="insufficient_claims",claims="{ENCODED.rstrip("=")}"',
        f"Bearer Claims={ENCODED.rstrip('=')}",
        f'Negotiate, Bearer client_id="1", claims="{base64.urlsafe_b64encode(CLAIMS.encode()).decode()}"',
    ],
)
def test_claims_are_found(header: str) -> None:
    assert claims_of(header) == CLAIMS


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        'Bearer realm=""',
        'Bearer error="claims=1"',
        'Bearer claims=""',
        'Bearer claims="not base64!"',
        f'Bearer claims="{base64.b64encode(b"[1]").decode()}"',
        f'Bearer claims="{base64.b64encode(bytes([255, 254])).decode()}"',
        f'Bearer claims="{"A" * 20_000}"',
    ],
)
def test_no_claims(header: str) -> None:
    assert claims_of(header) is None


@given(st.text(max_size=80) | st.from_regex(r'Bearer (claims="?[A-Za-z0-9+/=\\"]{0,40}"?,? ?){1,3}'))
def test_any_header(header: str) -> None:
    claims = claims_of(header)
    assert claims is None or isinstance(json.loads(claims), dict)
