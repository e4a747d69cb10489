"""Signing in as an enterprise application: client credentials (Microsoft, "OAuth 2.0 client credentials flow").

What a token allows is not read from it: access granted by Exchange's RBAC for Applications does not show in `roles`.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from roomdisplay.adapters.entra import credential as credentials
from roomdisplay.adapters.entra import errors
from roomdisplay.adapters.entra.credential import Credential, Proof, Secret
from roomdisplay.adapters.entra.lean import msal
from roomdisplay.adapters.entra.wire import TokenHttp
from roomdisplay.adapters.entra.worker import Worker
from roomdisplay.adapters.http import BlockingHttp, Network
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Transient
from roomdisplay.ports import Failed, Secrets

PATIENCE = 30.0
"""Seconds a caller waits; the attempt goes on behind it, and the next caller joins it."""
HOLD = 40.0
"""Seconds in which a credential Entra has refused is not shown to it again, unless it has changed meanwhile."""
LAST_RESORT = 60.0
"""While Entra does not answer, a token with this many seconds left is still used."""
CAPABILITIES = ("CP1",)
"""Says that claims challenges are answered; Graph may then end a token early, and does so within minutes of a
revocation (Microsoft, "Continuous access evaluation for workload identities").
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issued:
    token: str = field(repr=False)
    until: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refused:
    failure: AccessLost
    digest: bytes
    until: float


class EnterpriseApplication:
    """`authority` is the issuer with its tenant (`https://login.microsoftonline.com/contoso.com`), https always; see
    `clouds` for Microsoft's. `credential` names its secrets, which are read when they are needed.

    An attempt is at most one request for metadata (the first time) and one for a token. Everything runs in one worker
    thread of its own, in order; only that thread touches MSAL.
    """

    def __init__(
        self,
        *,
        authority: str,
        client_id: str,
        credential: Credential,
        secrets: Secrets,
        scope: str = "https://graph.microsoft.com/.default",
        network: Network | None = None,
        http: BlockingHttp | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._authority = authority.rstrip("/")
        self._client_id = client_id
        self._credential = credential
        self._secrets = secrets
        self._scope = scope
        self._wire = TokenHttp(http or BlockingHttp(network))
        self._monotonic = monotonic
        self._worker = Worker("entra")
        self._attempt: Future[str] | None = None
        # below: the worker's
        self._app: Any = None
        self._kept: dict[str, object] = {}
        self._proof: Proof | None = None
        self._issued: _Issued | None = None
        self._refused: _Refused | None = None
        self._claims: str | None = None

    async def token(self) -> str:
        """Raises Failed."""
        if self._attempt is None or self._attempt.done():
            self._attempt = self._worker.submit(self._acquire)
        try:
            async with asyncio.timeout(PATIENCE):
                return await asyncio.wrap_future(self._attempt)
        except TimeoutError:
            raise Failed(Transient(reason="signing in takes too long")) from None

    async def rejected(self, token: str, claims: str | None) -> None:
        """The next token is a new one. About a token that was replaced meanwhile nothing is done."""
        self._attempt = None
        self._worker.submit(lambda: self._forget(token, claims))

    def try_again(self) -> None:
        """Somebody says it is mended: the next attempt really asks, however soon it comes."""
        self._worker.submit(self._unrefuse)

    async def certificate_ends(self) -> datetime | None:
        """When the certificate ends (UTC), read anew; None for a secret. A renewed one is used from here on.

        Raises Failed where it cannot be read.
        """
        return await asyncio.wrap_future(self._worker.submit(self._read_again))

    async def close(self) -> None:
        """Waits for nothing: what is under way ends by its own time-outs."""
        self._worker.submit(self._wire.close)
        self._worker.stop()

    def _acquire(self) -> str:
        try:
            return self._asked()
        except Failed as failed:
            issued = self._issued
            if isinstance(failed.failure, Transient) and issued and issued.until - self._monotonic() > LAST_RESORT:
                return issued.token
            raise
        except Exception as error:
            # MSAL's own checks of what it was given; its messages may quote the request
            self._app = None
            self._claims = None
            raise Failed(Bug(reason=f"signing in failed: {type(error).__name__}")) from None

    def _asked(self) -> str:
        if self._app is None:
            self._app = self._built()
        try:
            answer = self._app.acquire_token_for_client(
                [self._scope], claims_challenge=self._claims, http_exceptions=(Failed,)
            )
        finally:
            # MSAL would repeat an error it was told for up to a minute without asking again
            self._kept.clear()
        answer = cast("dict[str, object]", answer) if isinstance(answer, dict) else {}
        token, seconds = answer.get("access_token"), answer.get("expires_in")
        # answered, either way: should it still stand, Graph will repeat it
        self._claims = None
        if isinstance(token, str):
            lasts = float(seconds) if isinstance(seconds, int | float) else 0.0
            self._issued = _Issued(token=token, until=self._monotonic() + lasts)
            return token
        raise Failed(self._refusal(answer))

    def _built(self) -> Any:
        """MSAL's application, which asks for metadata as it is built."""
        proof = self._proof = credentials.load(self._credential, self._secrets)
        refused = self._refused
        if refused is not None and refused.digest == proof.digest and self._monotonic() < refused.until:
            raise Failed(refused.failure)
        self._refused = None
        try:
            return msal.ConfidentialClientApplication(
                self._client_id,
                client_credential=proof.for_msal,
                authority=self._authority,
                http_client=self._wire,
                http_cache=self._kept,
                # Microsoft's list of clouds is not asked: it costs a request and knows no other host
                instance_discovery=False,
                azure_region=False,
                client_capabilities=list(CAPABILITIES),
                app_name="roomdisplay",
            )
        except Failed as failed:
            if isinstance(failed.failure, AccessLost):
                self._refuse(failed.failure, proof)
            raise

    def _refusal(self, answer: dict[str, object]) -> Failure:
        """What Entra's error means; after it the next attempt reads the credential again."""
        failure = errors.failure(answer, by_certificate=not isinstance(self._credential, Secret))
        if isinstance(failure, AccessLost):
            self._app = None
            self._issued = None
            if self._proof is not None:
                self._refuse(failure, self._proof)
        return failure

    def _refuse(self, failure: AccessLost, proof: Proof) -> None:
        if failure.access is Access.TRUST:
            # no request left, so there is nothing to spare
            return
        self._refused = _Refused(failure=failure, digest=proof.digest, until=self._monotonic() + HOLD)

    def _unrefuse(self) -> None:
        self._refused = None

    def _read_again(self) -> datetime | None:
        proof = credentials.load(self._credential, self._secrets)
        if self._proof is not None and self._proof.digest != proof.digest:
            self._app = None
        return proof.not_after

    def _forget(self, token: str, claims: str | None) -> None:
        if self._issued is None or self._issued.token != token:
            return
        self._issued = None
        self._claims = claims
        if self._app is not None:
            self._app.remove_tokens_for_client()
