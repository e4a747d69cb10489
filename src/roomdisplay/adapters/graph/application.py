"""The application's own object in the directory, behind the ApplicationKeys port.

Microsoft, "Get application", "application: addKey", "application: removeKey". An application changes its own keys with
no permission at all, by proof of one that it holds; each change is of one key, so that nobody's is lost where several
change them at once. To read them takes Application.Read.All (or a greater one).
"""

import asyncio
import base64
import hashlib
import json
import uuid
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import quote

from roomdisplay.adapters.graph.challenge import claims_of
from roomdisplay.adapters.graph.errors import code_of
from roomdisplay.adapters.http import AsyncHttp, Reply
from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient
from roomdisplay.core.registration import RegisteredKey
from roomdisplay.ports import AccessTokens, Failed

LONGEST_NAME = 90
NOT_PROVEN = "Authentication_MissingOrMalformed"
"""What a proof that is not right is answered with (observed)."""
FULL = frozenset({"directory_objectsizelimitexceeded", "directory_quotaexceeded", "request_entitytoolarge"})


class GraphApplication:
    """`client_id` is the application's; its object is found by that. `prove` gives a proof for the object's id; it may
    block, and raises Failed."""

    def __init__(
        self,
        *,
        base_url: str,
        client_id: str,
        tokens: AccessTokens,
        prove: Callable[[str], str],
        http: AsyncHttp | None = None,
    ) -> None:
        self._applications = f"{base_url.rstrip('/')}/applications"
        self._client_id = client_id
        self._tokens = tokens
        self._prove = prove
        self._http = http or AsyncHttp()
        self._object_id: str | None = None

    async def keys(self) -> tuple[RegisteredKey, ...]:
        """Raises Failed: all of them, or none."""
        url = f"{self._applications}(appId='{quote(self._client_id, safe='')}')?$select=id,keyCredentials"
        try:
            told = cast("dict[str, Any]", json.loads((await self._ask("GET", url)).body))
            found = tuple(_key(one) for one in told["keyCredentials"])
            self._object_id = str(uuid.UUID(told["id"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Failed(Transient(reason=f"an answer that is malformed: {type(error).__name__}")) from None
        return found

    async def add(self, certificate: bytes, name: str) -> None:
        """`certificate`: DER. Raises Failed."""
        key = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": base64.b64encode(certificate).decode()}
        key["displayName"] = name[:LONGEST_NAME]
        await self._change("addKey", {"keyCredential": key, "passwordCredential": None})

    async def remove(self, key_id: str) -> None:
        """Raises Failed."""
        await self._change("removeKey", {"keyId": key_id})

    async def close(self) -> None:
        await self._http.close()

    async def _change(self, action: str, body: dict[str, Any]) -> None:
        if self._object_id is None:
            await self.keys()
        assert self._object_id is not None
        proof = await asyncio.to_thread(self._prove, self._object_id)
        await self._ask("POST", f"{self._applications}/{self._object_id}/{action}", body | {"proof": proof})

    async def _ask(self, method: str, url: str, body: dict[str, Any] | None = None) -> Reply:
        for attempt in (1, 2):
            token = await self._tokens.token()
            headers = {
                "Authorization": f"Bearer {token}",
                "Accept": "application/json",
                "client-request-id": str(uuid.uuid4()),
            }
            if body is not None:
                headers["Content-Type"] = "application/json"
            content = None if body is None else json.dumps(body).encode()
            reply = await self._http.send(method, url, headers=headers, content=content)
            if 200 <= reply.status < 300:
                return reply
            code = code_of(reply.body)
            if reply.status == 403:
                # a token says what was permitted when it was issued: the next one may say more
                await self._tokens.rejected(token, None)
            if reply.status != 401 or code == NOT_PROVEN or attempt == 2:
                raise Failed(_failure(reply.status, code, reply.retry_after))
            await self._tokens.rejected(token, claims_of(reply.headers.get("www-authenticate", "")))
        raise AssertionError


def _failure(status: int, code: str, retry_after: float | None) -> Failure:
    reason = f"HTTP {status} {code}".rstrip()
    match status:
        case 401 if code == NOT_PROVEN:
            return AccessLost(access=Access.CERTIFICATE, code=code)
        case 401:
            return AccessLost(access=Access.SIGN_IN, code=code)
        case 403 if code:
            return AccessLost(access=Access.PERMISSION, code=code)
        case 404 if code:
            return AccessLost(access=Access.APPLICATION, code=code)
        case 400 | 413 if code.casefold() in FULL:
            return Rejected(refusal=Refusal.FULL, reason=reason)
        case 400 if code:
            return Rejected(refusal=Refusal.INVALID, reason=reason)
        case _:
            # 409: somebody changes the object this very moment; without a code it was not Graph that answered
            return Transient(reason=reason, retry_after=retry_after)


def _key(told: dict[str, Any]) -> RegisteredKey:
    """Raises ValueError, KeyError, TypeError. The identifier may be anything somebody chose; the certificate is not."""
    content = told.get("key") or told.get("customKeyIdentifier") or ""
    raw = base64.b64decode(content, validate=True)
    return RegisteredKey(
        id=str(uuid.UUID(told["keyId"])),
        thumbprint=(hashlib.sha1(raw, usedforsecurity=False).digest() if told.get("key") else raw).hex().upper(),
    )
