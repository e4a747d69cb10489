"""What proves that the panel is its Entra application: a secret or a certificate, read anew at every need."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from roomdisplay.core.discreet import Discreet
from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.ports import Failed, SecretMissing, Secrets

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey


class Secret(Struct, frozen=True, kw_only=True):
    """A client secret; `name` is what the secret store knows it by."""

    name: str


class CertificatePem(Struct, frozen=True, kw_only=True):
    """`name` is that of a secret holding an RSA key and its certificate as PEM; `passphrase` names the key's."""

    name: str
    passphrase: str | None = None


class CertificatePfx(Struct, frozen=True, kw_only=True):
    """The same as PKCS #12, as it is or (keyrings hold text only) as base64."""

    name: str
    passphrase: str | None = None


Credential = Secret | CertificatePem | CertificatePfx


class Proof(Discreet, frozen=True, kw_only=True):
    """A credential in hand."""

    unsaid = ("for_msal", "key")

    for_msal: object
    """MSAL's `client_credential`: a text, or a key object with its certificate (it then signs PS256 with x5t#S256)."""
    digest: bytes
    """Tells whether it changed since."""
    not_after: datetime | None
    """When the certificate ends (UTC); None for a secret, which does not say."""
    key: "RSAPrivateKey | None" = None
    certificate: "x509.Certificate | None" = None
    """Both None for a secret."""


def load(credential: Credential, secrets: Secrets) -> Proof:
    """Reads secrets, so it blocks. Raises Failed(AccessLost)."""
    match credential:
        case Secret(name=name):
            value = _secret(name, secrets)
            try:
                text = value.decode().strip()
            except UnicodeDecodeError:
                raise _lost(Access.SECRET, "the secret is not text") from None
            if not text or not text.isprintable():
                raise _lost(Access.SECRET, "the secret is empty or not one line")
            return Proof(for_msal=text, digest=_digest(value), not_after=None)
        case CertificatePem(name=name, passphrase=opener) | CertificatePfx(name=name, passphrase=opener):
            content = _secret(name, secrets)
            passphrase = _secret(opener, secrets).rstrip(b"\r\n") if opener is not None else None
            from roomdisplay.adapters.entra import certificate

            read = certificate.from_pem if isinstance(credential, CertificatePem) else certificate.from_pfx
            return read(content, passphrase, digest=_digest(content, passphrase or b""))
        case _:
            assert_never(credential)


def _secret(name: str, secrets: Secrets) -> bytes:
    try:
        return secrets.secret(name)
    except SecretMissing as missing:
        raise _lost(Access.SECRET_MISSING, str(missing)) from None


def _digest(*parts: bytes) -> bytes:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.digest()


def _lost(access: Access, code: str) -> Failed:
    return Failed(AccessLost(access=access, code=code))
