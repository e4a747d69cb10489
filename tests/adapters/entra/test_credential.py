"""Secrets and certificates as administrators really hand them over."""

import base64
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat

from roomdisplay.adapters.entra.credential import CertificatePem, CertificatePfx, Credential, Proof, Secret, load
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.ports import Failed
from tests.adapters.entra.identity import ENDS, certificate, pem, pfx, rsa_key, sealing

KEY = rsa_key()
OWN = certificate(KEY)
OTHER = certificate(rsa_key(1))
PEM = CertificatePem(name="c")
SEALED_PEM = CertificatePem(name="c", passphrase="p")
PFX = CertificatePfx(name="c")
SEALED_PFX = CertificatePfx(name="c", passphrase="p")


def loaded(credential: Credential, **secrets: str | bytes) -> Proof:
    return load(credential, GivenSecrets(secrets))


@pytest.mark.parametrize("value", ["hush~1", "hush~1\n", b"hush~1\r\n"])
def test_a_secret_is_a_line(value: str | bytes) -> None:
    proof = loaded(Secret(name="s"), s=value)
    assert proof.for_msal == "hush~1"
    assert proof.not_after is None


@pytest.mark.parametrize("value", ["", "\n", b"\xff\xfe", "two\nlines"])
def test_what_is_no_secret(value: str | bytes) -> None:
    with pytest.raises(Failed) as failed:
        loaded(Secret(name="s"), s=value)
    assert isinstance(failed.value.failure, AccessLost)
    assert failed.value.failure.access is Access.SECRET


def test_a_missing_secret_says_which() -> None:
    for credential in (Secret(name="s"), PEM, PFX):
        with pytest.raises(Failed) as failed:
            loaded(credential)
        assert isinstance(failed.value.failure, AccessLost)
        assert failed.value.failure.access is Access.SECRET_MISSING
        assert f"“{credential.name}”" in failed.value.failure.code


TRADITIONAL = KEY.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, sealing(None))
OLD_SEAL = KEY.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, sealing(b"open"))


@pytest.mark.parametrize(
    ("credential", "content"),
    [
        (PEM, pem(KEY, OWN)),
        (PEM, OWN.public_bytes(Encoding.PEM) + pem(KEY)),
        (PEM, pem(KEY, OTHER, OWN)),
        (PEM, b"Bag Attributes\n  friendlyName: panel\n" + pem(KEY, OWN).replace(b"\n", b"\r\n")),
        (PEM, TRADITIONAL + OWN.public_bytes(Encoding.PEM)),
        (SEALED_PEM, OLD_SEAL + OWN.public_bytes(Encoding.PEM)),
        (SEALED_PEM, pem(KEY, OWN, passphrase=b"open")),
        (SEALED_PEM, pem(KEY, OWN)),
        (PFX, pfx(KEY, OWN)),
        (SEALED_PFX, pfx(KEY, OWN, b"open")),
        (SEALED_PFX, base64.encodebytes(pfx(KEY, OWN, b"open"))),
    ],
)
def test_certificates(credential: Credential, content: bytes) -> None:
    proof = loaded(credential, c=content, p="open\n")
    assert proof.not_after == ENDS
    assert isinstance(proof.for_msal, dict)
    assert proof.for_msal["public_certificate"] == OWN.public_bytes(Encoding.PEM).decode()


EC_KEY = ec.generate_private_key(ec.SECP256R1())


@pytest.mark.parametrize(
    ("credential", "content"),
    [
        (PEM, b""),
        (PEM, b"hush"),
        (PEM, pem(KEY)),
        (PEM, OWN.public_bytes(Encoding.PEM)),
        (PEM, pem(KEY, OTHER)),
        (PEM, pem(EC_KEY, certificate(EC_KEY))),
        (PEM, pem(KEY, OWN, passphrase=b"open")),
        (SEALED_PEM, pem(KEY, OWN, passphrase=b"shut")),
        (PEM, pem(KEY, OWN)[:900]),
        (PEM, pem(KEY, OWN).replace(b"M", b"N", 5)),
        (PFX, b""),
        (PFX, b"hush"),
        (PFX, pfx(KEY, OWN, b"open")),
        (SEALED_PFX, pfx(KEY, OWN, b"shut")),
        (PFX, pfx(KEY, OWN)[:-10]),
        (PFX, pem(KEY, OWN)),
    ],
)
def test_what_is_no_certificate(credential: Credential, content: bytes) -> None:
    with pytest.raises(Failed) as failed:
        loaded(credential, c=content, p="open")
    assert isinstance(failed.value.failure, AccessLost)
    assert failed.value.failure.access is Access.CERTIFICATE
    assert failed.value.__cause__ is None


def test_a_change_shows_in_the_digest() -> None:
    one = loaded(SEALED_PEM, c=pem(KEY, OWN), p="a")
    assert one.digest == loaded(SEALED_PEM, c=pem(KEY, OWN), p="a").digest
    assert one.digest != loaded(SEALED_PEM, c=pem(KEY, OWN), p="b").digest
    renewed = certificate(KEY, datetime(2028, 1, 1, tzinfo=UTC))
    assert one.digest != loaded(SEALED_PEM, c=pem(KEY, renewed), p="a").digest


def test_a_proof_does_not_show_what_it_is() -> None:
    assert "hush" not in repr(loaded(Secret(name="s"), s="hush"))
    assert "PRIVATE" not in repr(loaded(PEM, c=pem(KEY, OWN)))
