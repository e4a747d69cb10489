"""What is signed is taken as it is; anything else is refused with a sentence."""

import json
import tarfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.update.bundle import BundleRefused, public_key, unpack
from tests.update.payloads import listed, payload, signed, written

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return payload(tmp_path_factory.mktemp("payload"), "2.0.0")


@pytest.fixture(scope="module")
def bundle(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundle") / "roomdisplay.bundle"
    return signed(path, folder, "2.0.0", KEY, architecture="x86_64")


def test_a_bundle_gives_back_what_was_packed(bundle: Path, folder: Path, tmp_path: Path) -> None:
    manifest = unpack(bundle, PUBLIC, tmp_path)
    assert manifest == listed(folder, "2.0.0", "x86_64")
    for name in manifest.files:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_another_key_s_signature_is_refused(bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(BundleRefused, match="not signed with the key this machine trusts"):
        unpack(bundle, Ed25519PrivateKey.generate().public_key(), tmp_path)
    assert list(tmp_path.iterdir()) == []


@given(data=st.data())
def test_a_bundle_that_is_cut_off_anywhere_is_refused(
    data: st.DataObject, bundle: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    whole = bundle.read_bytes()
    # behind the last file there is nothing but the archive's own filling
    with tarfile.open(bundle) as tar:
        last = tar.getmembers()[-1]
    content = last.offset_data + last.size
    cut = folder / "cut.bundle"
    cut.write_bytes(whole[: data.draw(st.integers(0, content - 1))])
    with pytest.raises(BundleRefused, match=r"half there|no bundle"):
        unpack(cut, PUBLIC, folder / "into")


@given(data=st.data())
def test_no_byte_of_what_was_signed_can_be_changed(
    data: st.DataObject, bundle: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("changed")
    with tarfile.open(bundle) as tar:
        member = data.draw(st.sampled_from(tar.getmembers()))
    at = member.offset_data + data.draw(st.integers(0, member.size - 1))
    content = bytearray(bundle.read_bytes())
    content[at] ^= 1 << data.draw(st.integers(0, 7))
    changed = folder / "changed.bundle"
    changed.write_bytes(content)
    with pytest.raises(BundleRefused):
        unpack(changed, PUBLIC, folder / "into")


def test_a_file_that_nobody_signed_is_refused(bundle: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.bundle"
    more.write_bytes(bundle.read_bytes())
    extra = tmp_path / "extra"
    extra.write_text("")
    with tarfile.open(more, "a") as tar:
        tar.add(extra, "wheels/extra-1-py3-none-any.whl")
    with pytest.raises(BundleRefused, match="which nobody signed"):
        unpack(more, PUBLIC, tmp_path / "into")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "wheels/../../x.whl", "bin/sh"])
def test_even_who_may_sign_names_no_file_elsewhere(tmp_path: Path, name: str) -> None:
    told = {"format": 1, "version": "2.0.0", "architecture": "x86_64", "files": {name: "0" * 64}}
    (tmp_path / "manifest.json").write_text(json.dumps(told))
    (tmp_path / "manifest.sig").write_bytes(KEY.sign(json.dumps(told).encode()))
    path = tmp_path / "odd.bundle"
    with tarfile.open(path, "w") as tar:
        for file in ("manifest.json", "manifest.sig"):
            tar.add(tmp_path / file, file)
    with pytest.raises(BundleRefused, match="names what no release has"):
        unpack(path, PUBLIC, tmp_path / "into")


def test_something_else_is_no_bundle(tmp_path: Path) -> None:
    path = tmp_path / "holiday.tar"
    (tmp_path / "photo").write_text("sea")
    with tarfile.open(path, "w") as tar:
        tar.add(tmp_path / "photo", "photo")
    with pytest.raises(BundleRefused, match="no bundle of Room Display"):
        unpack(path, PUBLIC, tmp_path / "into")


def test_a_machine_without_a_key_trusts_nobody(tmp_path: Path) -> None:
    with pytest.raises(BundleRefused, match="so nobody's signature can be trusted"):
        public_key(tmp_path / "update-key.pem")


def test_what_is_no_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "update-key.pem").write_text("ssh-ed25519 AAAA")
    with pytest.raises(BundleRefused, match="no public Ed25519 key"):
        public_key(tmp_path / "update-key.pem")
    written(tmp_path / "update-key.pem", KEY)
    assert public_key(tmp_path / "update-key.pem") == PUBLIC
