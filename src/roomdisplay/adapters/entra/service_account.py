"""Signing in as a service account: delegated permissions, by device code once and by refresh token ever after.

(Microsoft, "OAuth 2.0 device authorization grant"; RFC 8628.) There is no password flow here and never will be: it
cannot answer a second factor, and a password on a wall belongs to everybody. What MSAL has learned is kept sealed;
where it cannot be read, somebody has to sign in again.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from roomdisplay.adapters.entra import errors
from roomdisplay.adapters.entra.clouds import CLOUDS, GLOBAL
from roomdisplay.adapters.entra.lean import msal
from roomdisplay.adapters.entra.tokens import MsalTokens
from roomdisplay.adapters.http import BlockingHttp, Network
from roomdisplay.adapters.sealed import SealBroken, SealedFile
from roomdisplay.core.discreet import Discreet
from roomdisplay.core.failure import Access, AccessLost, Transient
from roomdisplay.core.sign_in import Code, Ending
from roomdisplay.ports import Failed, SecretMissing

MARGIN = 0.5
"""Seconds on top of Entra's interval, because a timer may fire a little early."""
LONGEST_PAUSE = 60.0
"""Between two questions whether the code was used, while the network fails."""
LONGEST_LIFE = 3600
"""Seconds a code is believed to be good for; Entra's are good for 900."""
_GONE = ("expired_token", "bad_verification_code")

log = logging.getLogger(__name__)


class _Waiting(Discreet, frozen=True, kw_only=True):
    """A code that waits for a person. `app` becomes the panel's once it was used: it knows that account alone."""

    unsaid = ("flow",)

    app: Any
    flow: dict[str, Any]
    """MSAL's, which writes into it."""
    claims: str | None
    until: float

    @property
    def interval(self) -> float:
        return float(self.flow["interval"])


class ServiceAccount(MsalTokens):
    """AccessTokens and CodeSignIn of one account, whoever signs in. `cache` keeps MSAL's token cache."""

    def __init__(
        self,
        *,
        authority: str,
        client_id: str,
        cache: SealedFile,
        scope: str = CLOUDS[GLOBAL].delegated_scope,
        network: Network | None = None,
        http: BlockingHttp | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        super().__init__(authority=authority, client_id=client_id, network=network, http=http, monotonic=monotonic)
        self._file = cache
        self._scopes = [scope]
        self._sleep = sleep
        # below: the worker's
        self._cache: Any = None
        self._note = ""
        """Why nobody is signed in, where that is known."""
        self._demanded: str | None = None
        """Claims the account can answer for only while a person is there."""
        self._waiting: _Waiting | None = None

    # ── a person signs in ─────────────────────────────────────────────────────────────────────────────────────────────

    async def fetch(self) -> Code:
        """Raises Failed."""
        return await self._awaited(self._worker.submit(lambda: self._guarded(self._fetched)))

    async def outcome(self) -> Ending:
        """Asks at Entra's interval whether the code was used, less often while nothing answers. Raises Failed."""
        asked, pause = self._waiting, 0.0
        assert asked is not None
        while True:
            await self._sleep(max(pause, asked.interval) + MARGIN)
            try:
                ending = await self._awaited(self._worker.submit(lambda: self._guarded(lambda: self._used(asked))))
                pause = 0.0
            except Failed as failed:
                if not isinstance(failed.failure, Transient):
                    raise
                wish = failed.failure.retry_after
                pause = min(LONGEST_PAUSE, 2 * max(pause, asked.interval)) if wish is None else wish
                ending = None
            if ending is None and self._monotonic() >= asked.until:
                ending = Ending.EXPIRED
            if ending is not None:
                # an attempt under way is still about the account that was
                self._attempt = None
                return ending

    def _fetched(self) -> Code:
        # without a place to keep what comes of it nobody is asked to sign in
        self._opened()
        app = self._application(msal.SerializableTokenCache())
        claims, self._demanded = self._demanded, None
        flow = app.initiate_device_flow(self._scopes, claims_challenge=claims)
        if "user_code" not in flow:
            raise Failed(errors.failure(flow))
        seconds = max(1, min(flow["expires_in"], LONGEST_LIFE))
        # MSAL would ask without any pause where the interval is none
        flow["interval"] = max(1, flow["interval"])
        self._waiting = _Waiting(app=app, flow=flow, claims=claims, until=self._monotonic() + seconds)
        return Code(user_code=flow["user_code"], address=flow["verification_uri"], seconds=seconds)

    def _used(self, asked: _Waiting) -> Ending | None:
        """None: not yet."""
        # MSAL complains about questions in quick succession by the wall clock, which may be set back
        asked.flow.pop("latest_attempt_at", None)
        answer = asked.app.acquire_token_by_device_flow(
            asked.flow, claims_challenge=asked.claims, exit_condition=_at_once
        )
        if "access_token" in answer:
            self._adopt(asked.app)
            return Ending.APPROVED
        if answer.get("error") in _GONE:
            return Ending.EXPIRED
        failure = errors.failure(answer)
        if isinstance(failure, Transient):
            return None
        raise Failed(failure)

    def _adopt(self, app: Any) -> None:
        """From here on the panel is whoever has just signed in."""
        self._app, self._cache, self._waiting, self._note = app, app.token_cache, None, ""
        self._shown, self._issued, self._refused = self._cache, None, None
        self._keep()

    # ── ever after ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _prove(self) -> object:
        return self._opened()

    def _built(self) -> Any:
        return self._application(self._cache)

    def _application(self, cache: Any) -> Any:
        return msal.PublicClientApplication(self._client_id, token_cache=cache, **self._options)

    def _asked(self, claims: str | None) -> object:
        accounts = self._app.get_accounts()
        if not accounts:
            raise Failed(AccessLost(access=Access.SIGN_IN, code=self._note))
        answer = self._app.acquire_token_silent_with_error(
            self._scopes, accounts[0], claims_challenge=claims, http_exceptions=(Failed,)
        )
        self._keep()
        if answer is None:
            raise Failed(AccessLost(access=Access.SIGN_IN, code="no refresh token"))
        if "access_token" not in answer:
            demanded = answer.get("claims")
            self._demanded = demanded if isinstance(demanded, str) else claims
        return answer

    def _forgotten(self) -> None:
        cache = self._cache
        for token in list(cache.search(msal.TokenCache.CredentialType.ACCESS_TOKEN)):
            cache.remove_at(token)
        self._keep()

    # ── what is kept ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _opened(self) -> Any:
        """MSAL's cache, read once. Raises Failed where nothing can be sealed."""
        if self._cache is not None:
            return self._cache
        cache = msal.SerializableTokenCache()
        try:
            kept = self._file.read()
            if kept is not None:
                cache.deserialize(kept)
        except SecretMissing as missing:
            raise Failed(AccessLost(access=Access.SECRET_MISSING, code=str(missing))) from None
        except (SealBroken, ValueError) as broken:
            log.warning("The kept sign-in cannot be used: %s. Somebody has to sign in again.", broken)
            self._note = "the kept sign-in cannot be read"
        self._cache = cache
        return cache

    def _keep(self) -> None:
        if not self._cache.has_state_changed:
            return
        try:
            self._file.write(self._cache.serialize())
        except (OSError, SecretMissing) as error:
            log.error("The sign-in cannot be kept (%s): after a restart somebody has to sign in again.", error)


def _at_once(flow: dict[str, Any]) -> bool:
    """MSAL asks once and does not wait."""
    del flow
    return True
