"""A panel's keys: kept once, and only they sign and open."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from hypothesis import given, settings
from hypothesis import strategies as st

from roomdisplay.adapters.certificates import self_signed
from roomdisplay.adapters.entra import credential
from roomdisplay.adapters.pairing import KEYS_NAME, fresh_keys, is_signed, panel_keys, seal
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.ports import SecretMissing, Unreadable

PANEL, OTHER = fresh_keys(), fresh_keys()
HERE, ELSEWHERE = b"t" * 32, b"u" * 32


def test_keys_are_made_once_and_kept() -> None:
    secrets = GivenSecrets({})
    made = panel_keys(secrets)
    assert panel_keys(secrets).identity_key == made.identity_key
    assert panel_keys(secrets).sealing_key == made.sealing_key
    assert panel_keys(GivenSecrets({})).identity_key != made.identity_key
    assert secrets.secret(KEYS_NAME).decode() not in repr(made)


@pytest.mark.parametrize("kept", ["", "{}", "[]", '{"identity": "AA==", "sealing": "AA=="}', "[" * 100_000])
def test_keys_that_are_none_are_said_to_be_so(kept: str) -> None:
    with pytest.raises(SecretMissing, match="panel-keys"):
        panel_keys(GivenSecrets({KEYS_NAME: kept}))


@settings(max_examples=30)
@given(content=st.binary(max_size=3000))
def test_what_is_sealed_to_a_panel_opens_there(content: bytes) -> None:
    sealed = seal(content, PANEL.sealing_key, HERE)
    assert PANEL.open(sealed, HERE) == content
    assert content not in sealed or len(content) < 4
    assert seal(content, PANEL.sealing_key, HERE) != sealed


def test_it_opens_nowhere_else() -> None:
    sealed = seal(b"secret", PANEL.sealing_key, HERE)
    with pytest.raises(Unreadable):
        OTHER.open(sealed, HERE)
    with pytest.raises(Unreadable):
        PANEL.open(sealed, ELSEWHERE)
    for at in range(len(sealed)):
        with pytest.raises(Unreadable):
            PANEL.open(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :], HERE)
        with pytest.raises(Unreadable):
            PANEL.open(sealed[:at], HERE)


def test_a_key_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match=r".*"):
        seal(b"secret", bytes(32), HERE)
    with pytest.raises(ValueError, match=r".*"):
        seal(b"secret", b"short", HERE)


def test_signatures() -> None:
    signature = PANEL.sign(b"poll 1")
    assert is_signed(b"poll 1", signature, PANEL.identity_key)
    assert not is_signed(b"poll 2", signature, PANEL.identity_key)
    assert not is_signed(b"poll 1", signature, OTHER.identity_key)
    assert not is_signed(b"poll 1", b"", PANEL.identity_key)
    assert not is_signed(b"poll 1", signature, b"short")


def test_a_certificate_of_its_own_is_one_that_entra_takes() -> None:
    now = datetime.now(UTC)
    private, public = self_signed("RD-1", now)
    assert "PRIVATE KEY" not in public
    proof = credential.load(credential.CertificatePem(name="own"), GivenSecrets({"own": private}))
    assert proof.not_after is not None
    assert now + timedelta(days=700) < proof.not_after
    assert x509.load_pem_x509_certificate(public.encode()).not_valid_before_utc < now
