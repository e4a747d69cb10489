"""The authorization code flow: what an application asks a person's browser to bring, and the codes it gets for it.

Microsoft's page "OAuth 2.0 authorization code flow"; PKCE is RFC 7636. A reply address is matched whole, except that
the port of a loopback one is not looked at ("Redirect URI restrictions and limitations").
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from msgspec import Struct

from roomdisplay.simulator.entra_errors import EntraError

CODE_LIFETIME = timedelta(minutes=10)
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class AuthorizationRequest(Struct, frozen=True, kw_only=True):
    """A sign-in a person is asked for. `challenge` is PKCE's, of method S256; "" where the application sent none."""

    redirect_uri: str
    scope: str
    state: str
    nonce: str
    challenge: str

    def answer(self, **words: str) -> str:
        """The address the browser is sent back to."""
        query = {**words, **({"state": self.state} if self.state else {})}
        return f"{self.redirect_uri}{'&' if urlsplit(self.redirect_uri).query else '?'}{urlencode(query)}"

    def refusal(self, error: EntraError, name: str) -> str:
        return self.answer(error=name, error_description=f"AADSTS{error.code}: {error}")


@dataclass(slots=True, kw_only=True)
class _Code:
    request: AuthorizationRequest
    account: str
    expires: datetime
    is_redeemed: bool = False


@dataclass(slots=True, kw_only=True)
class Authorizations:
    """The reply addresses of the registration, and the codes given to them."""

    clock: Callable[[], datetime]
    redirect_uris: set[str] = field(default_factory=set[str])
    _codes: dict[str, _Code] = field(default_factory=dict[str, _Code])

    def read(self, query: Mapping[str, str]) -> AuthorizationRequest:
        """Raises EntraError where there is no reply address to be trusted with an answer."""
        redirect_uri = query.get("redirect_uri", "")
        if not any(_is_same(redirect_uri, registered) for registered in self.redirect_uris):
            raise EntraError(
                50011, text=f"The redirect URI '{redirect_uri}' does not match those configured for the application."
            )
        return AuthorizationRequest(
            redirect_uri=redirect_uri,
            scope=query.get("scope", ""),
            state=query.get("state", ""),
            nonce=query.get("nonce", ""),
            challenge=query.get("code_challenge", ""),
        )

    def check(self, query: Mapping[str, str]) -> None:
        """Raises the EntraErrors the application itself is told."""
        if query.get("response_type") != "code":
            raise EntraError(700054, text=f"response_type '{query.get('response_type', '')}' is not enabled.")
        if query.get("response_mode", "query") != "query":
            raise EntraError(900144, text="Only response_mode 'query' is simulated.")
        if "openid" not in query.get("scope", "").split():
            raise EntraError(70011, text="The scope has to contain openid.")
        if query.get("code_challenge") and query.get("code_challenge_method") != "S256":
            raise EntraError(501491, text="The code_challenge_method has to be S256.")

    def grant(self, request: AuthorizationRequest, account: str) -> str:
        """Where the browser goes with a code for `account`."""
        code = "1.A" + secrets.token_urlsafe(48)
        self._codes[code] = _Code(request=request, account=account, expires=self.clock() + CODE_LIFETIME)
        return request.answer(code=code, session_state=secrets.token_hex(16))

    def redeem(self, form: Mapping[str, str]) -> tuple[AuthorizationRequest, str]:
        """What a code stands for: the request and the account. Good once. Raises EntraError."""
        code = self._codes.get(form.get("code", ""))
        if code is None:
            raise EntraError(70000)
        if code.is_redeemed:
            raise EntraError(54005)
        if self.clock() >= code.expires:
            raise EntraError(70008, text="The provided authorization code has expired.")
        if form.get("redirect_uri", "") != code.request.redirect_uri:
            raise EntraError(500112)
        verifier = form.get("code_verifier", "").encode()
        hashed = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).decode().rstrip("=")
        if code.request.challenge and hashed != code.request.challenge:
            raise EntraError(501481)
        code.is_redeemed = True
        return code.request, code.account


def _is_same(asked: str, registered: str) -> bool:
    if asked == registered:
        return True
    one, other = urlsplit(asked), urlsplit(registered)
    return (
        one.scheme == other.scheme == "http"
        and one.hostname == other.hostname
        and other.hostname in LOOPBACK
        and (one.path, one.query, one.fragment) == (other.path, other.query, other.fragment)
    )
