"""Signing in as an enterprise application: client credentials (Microsoft, "OAuth 2.0 client credentials flow").

What a token allows is not read from it: access granted by Exchange's RBAC for Applications does not show in `roles`.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from roomdisplay.adapters.entra import credential as credentials
from roomdisplay.adapters.entra import errors
from roomdisplay.adapters.entra.credential import Credential, Proof, Secret
from roomdisplay.adapters.entra.lean import msal
from roomdisplay.adapters.entra.tokens import MsalTokens
from roomdisplay.adapters.http import BlockingHttp, Network
from roomdisplay.core.failure import Failure
from roomdisplay.ports import Failed, Secrets


class EnterpriseApplication(MsalTokens):
    """`authority` is the issuer with its tenant (`https://login.microsoftonline.com/contoso.com`), https always; see
    `clouds` for Microsoft's. `credential` names its secrets, which are read when they are needed.
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
        super().__init__(authority=authority, client_id=client_id, network=network, http=http, monotonic=monotonic)
        self._credential = credential
        self._secrets = secrets
        self._scope = scope
        self._proof: Proof | None = None

    async def certificate_ends(self) -> datetime | None:
        """When the certificate ends (UTC), read anew; None for a secret. A renewed one is used from here on.

        Raises Failed where it cannot be read.
        """
        return await asyncio.wrap_future(self._worker.submit(self._read_again))

    def _prove(self) -> object:
        self._proof = credentials.load(self._credential, self._secrets)
        return self._proof.digest

    def _built(self) -> Any:
        assert self._proof is not None
        credential = self._proof.for_msal
        return msal.ConfidentialClientApplication(
            self._client_id, client_credential=credential, azure_region=False, **self._options
        )

    def _asked(self, claims: str | None) -> object:
        return self._app.acquire_token_for_client([self._scope], claims_challenge=claims, http_exceptions=(Failed,))

    def _forgotten(self) -> None:
        self._app.remove_tokens_for_client()

    def _meaning(self, answer: dict[str, object]) -> Failure:
        return errors.failure(answer, by_certificate=not isinstance(self._credential, Secret))

    def _read_again(self) -> datetime | None:
        proof = credentials.load(self._credential, self._secrets)
        if self._proof is not None and self._proof.digest != proof.digest:
            self._app = None
        return proof.not_after
