"""What every way of signing in shares: one thread that talks to MSAL, one attempt for all who wait, and restraint."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar, cast

from roomdisplay.adapters.entra import errors
from roomdisplay.adapters.entra.wire import TokenHttp
from roomdisplay.adapters.entra.worker import Worker
from roomdisplay.adapters.http import BlockingHttp, Network
from roomdisplay.core.discreet import Discreet
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Transient
from roomdisplay.ports import Failed

PATIENCE = 30.0
"""Seconds a caller waits; the attempt goes on behind it, and the next caller joins it."""
HOLD = 40.0
"""Seconds in which a proof Entra has refused is not shown to it again, unless it has changed meanwhile."""
LAST_RESORT = 60.0
"""While Entra does not answer, a token with this many seconds left is still used."""
CAPABILITIES = ("CP1",)
"""Says that claims challenges are answered; Graph may then end a token early, and does so within minutes of a
revocation (Microsoft, "Continuous access evaluation").
"""

_T = TypeVar("_T")


class _Issued(Discreet, frozen=True, kw_only=True):
    unsaid = ("token",)

    token: str
    until: float


class _Refused(Discreet, frozen=True, kw_only=True):
    unsaid = ("proof",)

    failure: AccessLost
    proof: object
    until: float


class MsalTokens(ABC):
    """The AccessTokens port over an application of MSAL's; subclasses say which, and how it is asked for a token.

    An attempt is at most one request for metadata (the first time) and one for a token. Everything runs in one worker
    thread, in order; only that thread touches MSAL, and it alone calls the methods below `close`.
    """

    def __init__(
        self,
        *,
        authority: str,
        client_id: str,
        network: Network | None,
        http: BlockingHttp | None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._authority = authority.rstrip("/")
        self._client_id = client_id
        self._wire = TokenHttp(http or BlockingHttp(network))
        self._monotonic = monotonic
        self._worker = Worker("entra")
        self._attempt: Future[str] | None = None
        # below: the worker's
        self._app: Any = None
        self._shown: object = None
        """The proof it was built on."""
        self._kept: dict[str, object] = {}
        self._issued: _Issued | None = None
        self._refused: _Refused | None = None
        self._claims: str | None = None

    async def token(self) -> str:
        """Raises Failed."""
        if self._attempt is None or self._attempt.done():
            self._attempt = self._worker.submit(self._acquire)
        return await self._awaited(self._attempt)

    async def rejected(self, token: str, claims: str | None) -> None:
        """The next token is a new one. About a token that was replaced meanwhile nothing is done."""
        self._attempt = None
        self._worker.submit(lambda: self._forget(token, claims))

    def try_again(self) -> None:
        """Somebody says it is mended: the next attempt really asks, however soon it comes."""
        self._worker.submit(self._unrefuse)

    async def close(self) -> None:
        """Waits for nothing: what is under way ends by its own time-outs."""
        self._worker.submit(self._wire.close)
        self._worker.stop()

    async def _awaited(self, attempt: "Future[_T]") -> _T:
        try:
            async with asyncio.timeout(PATIENCE):
                return await asyncio.wrap_future(attempt)
        except TimeoutError:
            raise Failed(Transient(reason="signing in takes too long")) from None

    # ── what a way of signing in adds ─────────────────────────────────────────────────────────────────────────────────

    @abstractmethod
    def _prove(self) -> object:
        """Reads what the panel proves itself by; equal to the last one while that has not changed. Raises Failed."""

    @abstractmethod
    def _built(self) -> Any:
        """MSAL's application on that proof, made with `_options`. Asks for metadata. Raises Failed."""

    @abstractmethod
    def _asked(self, claims: str | None) -> object:
        """What MSAL answers to the question for a token. Raises Failed."""

    @abstractmethod
    def _forgotten(self) -> None:
        """Takes the access tokens out of MSAL's cache."""

    def _meaning(self, answer: dict[str, object]) -> Failure:
        return errors.failure(answer)

    # ── an attempt ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _acquire(self) -> str:
        try:
            return self._guarded(self._obtained)
        except Failed as failed:
            issued = self._issued
            if isinstance(failed.failure, Transient) and issued and issued.until - self._monotonic() > LAST_RESORT:
                return issued.token
            raise

    def _guarded(self, job: Callable[[], _T]) -> _T:
        """Whatever MSAL makes of what it is given, nothing but Failed gets out."""
        try:
            return job()
        except Failed:
            raise
        except Exception as error:
            # MSAL's own checks; its messages may quote the request
            self._app = None
            self._claims = None
            raise Failed(Bug(reason=f"signing in failed: {type(error).__name__}")) from None
        finally:
            # MSAL would repeat an error it was told for up to a minute without asking again
            self._kept.clear()

    def _obtained(self) -> str:
        if self._app is None:
            self._app = self._spared()
        answer = self._asked(self._claims)
        answer = cast("dict[str, object]", answer) if isinstance(answer, dict) else {}
        # answered, either way: should it still stand, Graph will repeat it
        self._claims = None
        token, seconds = answer.get("access_token"), answer.get("expires_in")
        if isinstance(token, str):
            lasts = float(seconds) if isinstance(seconds, int | float) else 0.0
            self._issued = _Issued(token=token, until=self._monotonic() + lasts)
            return token
        raise Failed(self._refusal(answer))

    def _spared(self) -> Any:
        """MSAL's application, unless what it would be built on was refused a moment ago."""
        self._shown, refused = self._prove(), self._refused
        if refused is not None and refused.proof == self._shown and self._monotonic() < refused.until:
            raise Failed(refused.failure)
        self._refused = None
        try:
            return self._built()
        except Failed as failed:
            if isinstance(failed.failure, AccessLost):
                self._refuse(failed.failure)
            raise

    @property
    def _options(self) -> dict[str, Any]:
        return {
            "authority": self._authority,
            "http_client": self._wire,
            "http_cache": self._kept,
            # Microsoft's list of clouds is not asked: it costs a request and knows no other host
            "instance_discovery": False,
            "client_capabilities": list(CAPABILITIES),
            "app_name": "roomdisplay",
        }

    def _refusal(self, answer: dict[str, object]) -> Failure:
        """What Entra's error means; after it the next attempt begins with the proof again."""
        failure = self._meaning(answer)
        if isinstance(failure, AccessLost):
            self._app = None
            self._issued = None
            self._refuse(failure)
        return failure

    def _refuse(self, failure: AccessLost) -> None:
        if failure.access is Access.TRUST:
            # no request left, so there is nothing to spare
            return
        self._refused = _Refused(failure=failure, proof=self._shown, until=self._monotonic() + HOLD)

    def _unrefuse(self) -> None:
        self._refused = None

    def _forget(self, token: str, claims: str | None) -> None:
        if self._issued is None or self._issued.token != token:
            return
        self._issued = None
        self._claims = claims
        if self._app is not None:
            self._forgotten()
