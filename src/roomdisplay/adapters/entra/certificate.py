"""An RSA key with its certificate, as PEM or as PKCS #12. Apart, because cryptography is 8 MB that a client secret does
without.
"""

import base64
import binascii
import re

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

from roomdisplay.adapters.entra.credential import Proof
from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.ports import Failed


def from_pem(content: bytes, passphrase: bytes | None, *, digest: bytes) -> Proof:
    """Raises Failed(AccessLost)."""
    return _matched(*_pem(content, passphrase), digest)


def from_pfx(content: bytes, passphrase: bytes | None, *, digest: bytes) -> Proof:
    """From PKCS #12, as it is or as base64. Raises Failed(AccessLost)."""
    return _matched(*_pfx(content, passphrase), digest)


def _matched(key: object, certificates: list[x509.Certificate], digest: bytes) -> Proof:
    if not isinstance(key, RSAPrivateKey):
        raise _unusable("the private key is not RSA")
    certificate = next((c for c in certificates if _belongs(c, key)), None)
    if certificate is None:
        raise _unusable("no certificate belongs to the private key")
    for_msal = {"private_key": key, "public_certificate": certificate.public_bytes(Encoding.PEM).decode()}
    return Proof(
        for_msal=for_msal, digest=digest, not_after=certificate.not_valid_after_utc, key=key, certificate=certificate
    )


def _pem(content: bytes, passphrase: bytes | None) -> tuple[object, list[x509.Certificate]]:
    block = re.search(rb"-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----.+?-----END \1-----", content, re.DOTALL)
    if block is None:
        raise _unusable("no private key in the PEM")
    try:
        certificates = x509.load_pem_x509_certificates(content) if b"-----BEGIN CERTIFICATE-----" in content else []
        is_sealed = b"ENCRYPTED" in block[0]
        return load_pem_private_key(block[0] + b"\n", passphrase if is_sealed else None), certificates
    except (ValueError, TypeError):
        raise _unusable("the PEM cannot be read, or not with this passphrase") from None
    except UnsupportedAlgorithm:
        raise _unusable("the PEM holds a key of a kind that is not supported") from None


def _pfx(content: bytes, passphrase: bytes | None) -> tuple[object, list[x509.Certificate]]:
    try:
        der = content if content[:1] == b"\x30" else base64.b64decode(content, validate=False)
        store = load_pkcs12(der, passphrase)
    except (ValueError, TypeError, binascii.Error):
        raise _unusable("the PFX cannot be read, or not with this passphrase") from None
    except UnsupportedAlgorithm:
        raise _unusable("the PFX is sealed in a way that is not supported") from None
    own = [store.cert.certificate] if store.cert is not None else []
    return store.key, own + [c.certificate for c in store.additional_certs]


def _belongs(certificate: x509.Certificate, key: RSAPrivateKey) -> bool:
    try:
        return certificate.public_key() == key.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return False


def _unusable(why: str) -> Failed:
    return Failed(AccessLost(access=Access.CERTIFICATE, code=why))
