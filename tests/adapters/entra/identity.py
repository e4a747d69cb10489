"""Keys, certificates and a directory, for tests."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from urllib.parse import parse_qs

import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

ENDS = datetime(2027, 11, 22, tzinfo=UTC)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(number: int = 0) -> rsa.RSAPrivateKey:
    del number  # another number, another key
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def certificate(key: Key, ends: datetime = ENDS) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "panel")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(ENDS - timedelta(days=730))
        .not_valid_after(ends)
        .sign(key, hashes.SHA256())
    )


def sealing(passphrase: bytes | None) -> KeySerializationEncryption:
    return BestAvailableEncryption(passphrase) if passphrase else NoEncryption()


def pem(key: Key, *certificates: x509.Certificate, passphrase: bytes | None = None) -> bytes:
    parts = [key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, sealing(passphrase))]
    return b"".join([*parts, *(c.public_bytes(Encoding.PEM) for c in certificates)])


def pfx(key: rsa.RSAPrivateKey, own: x509.Certificate, passphrase: bytes | None = None) -> bytes:
    return serialize_key_and_certificates(b"panel", key, own, None, sealing(passphrase))


@dataclass(slots=True, kw_only=True)
class Directory:
    """Answers for Entra. `script` gives the next token answers; after them every token is granted."""

    script: list[httpx.Response | Exception] = field(default_factory=list[httpx.Response | Exception])
    metadata: list[httpx.Response | Exception] = field(default_factory=list[httpx.Response | Exception])
    requests: list[httpx.Request] = field(default_factory=list[httpx.Request])
    accepts: Callable[[dict[str, str]], bool] = lambda _: True
    seconds: int = 3599
    granted: int = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        planned = self.metadata if request.method == "GET" else self.script
        if planned:
            answer = planned.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        base = str(request.url).partition("/v2.0/")[0]
        if request.method == "GET":
            return httpx.Response(
                200,
                json={
                    "issuer": f"{base}/v2.0",
                    "token_endpoint": f"{base}/oauth2/v2.0/token",
                    "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                },
            )
        if not self.accepts(self.form(-1)):
            return refusal(7000215, "invalid_client", status=401)
        self.granted += 1
        body = {"token_type": "Bearer", "expires_in": self.seconds, "access_token": f"token-{self.granted}"}
        return httpx.Response(200, json=body)

    def form(self, index: int) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.requests[index].content.decode()).items()}

    @property
    def methods(self) -> str:
        """As "GET POST POST"."""
        return " ".join(r.method for r in self.requests)


def refusal(number: int, error: str, *, status: int = 400, retry_after: str | None = None) -> httpx.Response:
    body = {"error": error, "error_description": f"AADSTS{number}: text", "error_codes": [number]}
    headers = {"Retry-After": retry_after} if retry_after is not None else {}
    return httpx.Response(status, content=json.dumps(body).encode(), headers=headers)
