"""The sealed file: what stands on the disk, who can read it, and that a touched one is noticed."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roomdisplay.adapters.sealed import KEY_NAME, SealBroken, SealedFile
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.ports import SecretMissing

BOUND = ("aurora@contoso.example", "client")
TEXT = '{"RefreshToken": "hush-hush"}'


def sealed(folder: Path, secrets: GivenSecrets, bound_to: tuple[str, ...] = BOUND) -> SealedFile:
    return SealedFile(folder / "state" / "token-cache", secrets, bound_to=bound_to)


def test_what_was_kept_is_read_again_by_the_next_run(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    assert sealed(tmp_path, secrets).read() is None
    sealed(tmp_path, secrets).write("first")
    sealed(tmp_path, secrets).write(TEXT)
    assert sealed(tmp_path, secrets).read() == TEXT
    assert [p.name for p in (tmp_path / "state").iterdir()] == ["token-cache"], "nothing is left lying about"


def test_the_file_is_for_its_owner_and_holds_nothing_to_read(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    before = os.umask(0)
    try:
        sealed(tmp_path, secrets).write(TEXT)
    finally:
        os.umask(before)
    path = tmp_path / "state" / "token-cache"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    content = path.read_bytes()
    assert not any(word in content for word in (b"hush", b"Refresh", b"aurora", secrets.secret(KEY_NAME)))
    sealed(tmp_path, secrets).write(TEXT)
    assert path.read_bytes()[-len(TEXT) - 16 :] != content[-len(TEXT) - 16 :], "another nonce every time"


@pytest.mark.parametrize("bound_to", [("helios@contoso.example", "client"), ("aurora@contoso.example", "other"), ()])
def test_the_file_of_another_panel_does_not_open(tmp_path: Path, bound_to: tuple[str, ...]) -> None:
    secrets = GivenSecrets({})
    sealed(tmp_path, secrets).write(TEXT)
    with pytest.raises(SealBroken):
        sealed(tmp_path, secrets, bound_to).read()


def test_another_key_does_not_open_it(tmp_path: Path) -> None:
    sealed(tmp_path, GivenSecrets({KEY_NAME: "k" * 44})).write(TEXT)
    assert sealed(tmp_path, GivenSecrets({KEY_NAME: "k" * 44 + "\n"})).read() == TEXT, "a line's end is no key"
    with pytest.raises(SealBroken):
        sealed(tmp_path, GivenSecrets({KEY_NAME: "j" * 44})).read()


@given(at=st.integers(0, 200), bit=st.integers(0, 7), cut=st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_touched_byte_is_noticed(tmp_path: Path, at: int, bit: int, cut: int) -> None:
    secrets = GivenSecrets({KEY_NAME: "k" * 44})
    sealed(tmp_path, secrets).write(TEXT)
    path = tmp_path / "state" / "token-cache"
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 1 << bit
    for touched in (bytes(content), path.read_bytes()[: -cut - 1], path.read_bytes() + b"x", b""):
        path.write_bytes(touched)
        with pytest.raises(SealBroken):
            sealed(tmp_path, secrets).read()


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "token-cache").symlink_to(elsewhere)
    (tmp_path / "state" / "token-cache.new").symlink_to(elsewhere)
    with pytest.raises(SealBroken):
        sealed(tmp_path, secrets).read()
    sealed(tmp_path, secrets).write(TEXT)
    assert elsewhere.read_text() == "mine"
    assert sealed(tmp_path, secrets).read() == TEXT


def test_a_short_key_is_no_key(tmp_path: Path) -> None:
    with pytest.raises(SecretMissing, match="openssl rand -base64 32"):
        sealed(tmp_path, GivenSecrets({KEY_NAME: "password"})).write(TEXT)
    assert not (tmp_path / "state").exists()
