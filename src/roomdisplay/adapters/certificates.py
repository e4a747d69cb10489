"""A certificate of the panel's own, to prove to Entra who it is: the private key is made here and never leaves."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

KEY_BITS = 3072
LASTS = timedelta(days=730)
BEFORE = timedelta(days=1)
"""Clocks differ."""


def public_part(pem: str) -> str:
    """What is no secret of what `self_signed` gives as one PEM."""
    return pem[pem.find("-----BEGIN CERTIFICATE-----") :]


def self_signed(name: str, now: datetime) -> tuple[str, str]:
    """Key and certificate as one PEM, which is a secret; and the certificate alone, which is not. Takes a second."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Room Display {name}"[:64])])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BEFORE)
        .not_valid_after(now + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public = certificate.public_bytes(Encoding.PEM).decode()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return private + public, public
