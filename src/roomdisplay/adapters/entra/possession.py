"""Proof, for Graph, that the application still holds one of its registered keys.

Microsoft, "Generating proof of possession tokens for rolling keys": a token of at most ten minutes, signed with the
key, for the directory's old audience. Its issuer is the id of the application's object, not the application's.
"""

import base64
from datetime import datetime, timedelta

import jwt
from cryptography.hazmat.primitives import hashes

from roomdisplay.adapters.entra.credential import Credential, load
from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.ports import Failed, Secrets

AUDIENCE = "00000002-0000-0000-c000-000000000000"
LASTS = timedelta(minutes=9)
BEFORE = timedelta(seconds=30)
"""Clocks differ."""


class Possession:
    """Of the key that `credential` names. Both methods read secrets, so they block; they raise Failed."""

    def __init__(self, credential: Credential, secrets: Secrets) -> None:
        self._credential = credential
        self._secrets = secrets

    @property
    def thumbprint(self) -> str:
        """Of the certificate: SHA-1, upper-case hex."""
        certificate = load(self._credential, self._secrets).certificate
        return "" if certificate is None else certificate.fingerprint(hashes.SHA1()).hex().upper()  # noqa: S303

    def proof(self, object_id: str, now: datetime) -> str:
        held = load(self._credential, self._secrets)
        if held.key is None or held.certificate is None:
            raise Failed(AccessLost(access=Access.CERTIFICATE, code="a client secret proves no possession"))
        begins = int((now - BEFORE).timestamp())
        claims = {"aud": AUDIENCE, "iss": object_id, "nbf": begins, "exp": begins + int(LASTS.total_seconds())}
        digest = held.certificate.fingerprint(hashes.SHA1())  # noqa: S303
        named = {"x5t": base64.urlsafe_b64encode(digest).decode().rstrip("="), "kid": digest.hex().upper()}
        return jwt.encode(claims, held.key, algorithm="RS256", headers=named)
