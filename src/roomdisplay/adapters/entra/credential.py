"""What proves that the panel is its Entra application: a secret or a certificate, read anew at every need."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.ports import Failed, SecretMissing, Secrets


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A client secret; `name` is what the secret store knows it by."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePem:
    """`name` is that of a secret holding an RSA key and its certificate as PEM; `passphrase` names the key's."""

    name: str
    passphrase: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePfx:
    """The same as PKCS #12, as it is or (keyrings hold text only) as base64."""

    name: str
    passphrase: str | None = None


Credential = Secret | CertificatePem | CertificatePfx


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A credential in hand."""

    for_msal: object = field(repr=False)
    """MSAL's `client_credential`: a text, or a key object with its certificate (it then signs PS256 with x5t#S256)."""
    digest: bytes
    """Tells whether it changed since."""
    not_after: datetime | None
    """When the certificate ends (UTC); None for a secret, which does not say."""
    key: RSAPrivateKey | None = field(default=None, repr=False)
    certificate: x509.Certificate | None = None
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
            read = _pem if isinstance(credential, CertificatePem) else _pfx
            key, certificates = read(content, passphrase)
            return _proof(key, certificates, _digest(content, passphrase or b""))
        case _:
            assert_never(credential)


def _proof(key: object, certificates: list[x509.Certificate], digest: bytes) -> Proof:
    if not isinstance(key, RSAPrivateKey):
        raise _lost(Access.CERTIFICATE, "the private key is not RSA")
    certificate = next((c for c in certificates if _belongs(c, key)), None)
    if certificate is None:
        raise _lost(Access.CERTIFICATE, "no certificate belongs to the private key")
    for_msal = {"private_key": key, "public_certificate": certificate.public_bytes(Encoding.PEM).decode()}
    return Proof(
        for_msal=for_msal, digest=digest, not_after=certificate.not_valid_after_utc, key=key, certificate=certificate
    )


def _pem(content: bytes, passphrase: bytes | None) -> tuple[object, list[x509.Certificate]]:
    block = re.search(rb"-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----.+?-----END \1-----", content, re.DOTALL)
    if block is None:
        raise _lost(Access.CERTIFICATE, "no private key in the PEM")
    try:
        certificates = x509.load_pem_x509_certificates(content) if b"-----BEGIN CERTIFICATE-----" in content else []
        is_sealed = b"ENCRYPTED" in block[0]
        return load_pem_private_key(block[0] + b"\n", passphrase if is_sealed else None), certificates
    except (ValueError, TypeError):
        raise _lost(Access.CERTIFICATE, "the PEM cannot be read, or not with this passphrase") from None
    except UnsupportedAlgorithm:
        raise _lost(Access.CERTIFICATE, "the PEM holds a key of a kind that is not supported") from None


def _pfx(content: bytes, passphrase: bytes | None) -> tuple[object, list[x509.Certificate]]:
    try:
        der = content if content[:1] == b"\x30" else base64.b64decode(content, validate=False)
        store = load_pkcs12(der, passphrase)
    except (ValueError, TypeError, binascii.Error):
        raise _lost(Access.CERTIFICATE, "the PFX cannot be read, or not with this passphrase") from None
    except UnsupportedAlgorithm:
        raise _lost(Access.CERTIFICATE, "the PFX is sealed in a way that is not supported") from None
    own = [store.cert.certificate] if store.cert is not None else []
    return store.key, own + [c.certificate for c in store.additional_certs]


def _secret(name: str, secrets: Secrets) -> bytes:
    try:
        return secrets.secret(name)
    except SecretMissing as missing:
        raise _lost(Access.SECRET_MISSING, str(missing)) from None


def _belongs(certificate: x509.Certificate, key: RSAPrivateKey) -> bool:
    try:
        return certificate.public_key() == key.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return False


def _digest(*parts: bytes) -> bytes:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.digest()


def _lost(access: Access, code: str) -> Failed:
    return Failed(AccessLost(access=access, code=code))
