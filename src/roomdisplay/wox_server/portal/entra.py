"""Signing people in with Microsoft Entra ID: OpenID Connect's authorization code flow with PKCE, through MSAL.

MSAL makes state, nonce and verifier and checks them, the ID token's audience and issuer included; the token comes
straight from the token endpoint over TLS (OpenID Connect Core 3.1.3.7, 6). Whose tenant it is, is checked here.
"""

import threading
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from msgspec import Struct

from roomdisplay.adapters.entra.lean import msal
from roomdisplay.adapters.entra.wire import TokenHttp
from roomdisplay.adapters.http import BlockingHttp, Network
from roomdisplay.core.discreet import Discreet
from roomdisplay.core.failure import Failure
from roomdisplay.ports import Failed
from roomdisplay.wox_server.portal.texts import text

MICROSOFT = "https://login.microsoftonline.com"


class Directory(Discreet, frozen=True, kw_only=True):
    """Whose people may sign in, and as which application the Portal asks for it."""

    unsaid = ("secret", "proxy")

    tenant_id: str
    """A GUID: a person's tenant is compared with it."""
    client_id: str
    secret: str
    authority: str = ""
    """Empty: Microsoft's public cloud."""
    ca_file: Path | None = None
    proxy: str | None = None

    @property
    def login(self) -> str:
        return self.authority or f"{MICROSOFT}/{self.tenant_id}"

    @property
    def origin(self) -> str:
        parts = urlsplit(self.login)
        return f"{parts.scheme}://{parts.netloc}"


class Identity(Struct, frozen=True, kw_only=True):
    tenant_id: str
    object_id: str
    email: str
    name: str


class SignInRefused(Exception):
    """The message is a sentence of `texts` for whoever wanted to sign in."""


class SignInUnreachable(Exception):
    """Entra does not answer, or not as it should; `failure` is for the log."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure))
        self.failure = failure


class EntraSignIn:
    """Blocking, one at a time: MSAL is not made for several threads."""

    def __init__(self, directory: Directory, http: BlockingHttp | None = None) -> None:
        self.directory = directory
        self._http = TokenHttp(http or BlockingHttp(Network(ca_file=directory.ca_file, proxy=directory.proxy)))
        self._app: Any = None
        self._lock = threading.Lock()

    def begin(self, redirect_uri: str) -> dict[str, Any]:
        """What to keep until the person comes back; `auth_uri` is where to send them. Raises SignInUnreachable."""
        with self._lock, warnings.catch_warnings():
            # with form_post the browser would come back without its SameSite=Lax cookies; the code in the address is
            # good once, and only together with the verifier and the cookie
            warnings.filterwarnings("ignore", message="response_mode='form_post' is recommended")
            try:
                return cast("dict[str, Any]", self._application.initiate_auth_code_flow([], redirect_uri=redirect_uri))
            except Failed as failed:
                raise SignInUnreachable(failed.failure) from failed

    def finish(self, flow: Mapping[str, Any], answer: Mapping[str, str]) -> Identity:
        """Who came back. Raises SignInRefused, SignInUnreachable."""
        with self._lock:
            try:
                told = cast(
                    "dict[str, Any]", self._application.acquire_token_by_auth_code_flow(dict(flow), dict(answer))
                )
            except Failed as failed:
                raise SignInUnreachable(failed.failure) from failed
            except (ValueError, RuntimeError) as error:  # a wrong state, nonce or ID token
                raise SignInRefused(text("That sign-in cannot be used (any more). Begin again.")) from error
        if told.get("error") == "access_denied":
            raise SignInRefused(text("You did not sign in with Microsoft. Try again, or sign in with a password."))
        claims = told.get("id_token_claims")
        if not isinstance(claims, dict):
            raise SignInRefused(
                text("Microsoft did not confirm who you are. Try again; if that fails again, tell the administrator.")
            )
        return self._identity(cast("dict[str, Any]", claims))

    def _identity(self, claims: Mapping[str, Any]) -> Identity:
        tenant, person = str(claims.get("tid") or ""), str(claims.get("oid") or "")
        email = str(claims.get("preferred_username") or claims.get("email") or "").lower()
        if tenant.lower() != self.directory.tenant_id.lower():
            raise SignInRefused(text("That account belongs to another organization. Sign in with the one of yours."))
        if not person or "@" not in email or len(email) > 320:
            raise SignInRefused(
                text("Microsoft does not say who you are. Ask the administrator for the address claim.")
            )
        name = str(claims.get("name") or email).strip()[:200]
        return Identity(tenant_id=tenant, object_id=person, email=email, name=name or email)

    @property
    def _application(self) -> Any:
        if self._app is None:
            self._app = msal.ConfidentialClientApplication(
                self.directory.client_id,
                client_credential=self.directory.secret,
                authority=self.directory.login,
                instance_discovery=False,
                http_client=self._http,
            )
        return self._app

    def close(self) -> None:
        self._http.close()
