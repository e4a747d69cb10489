"""The photo that the panel keeps: one, whole, or none."""

import hashlib
from pathlib import Path

import pytest

from roomdisplay.adapters.kept_photo import KeptPhoto
from roomdisplay.core.photo import LARGEST
from roomdisplay.ports import StoreBroken
from tests.pictures import png

PHOTO = png()
DIGEST = hashlib.sha256(PHOTO).hexdigest()


def test_it_is_there_after_a_restart_and_only_under_its_own_name(tmp_path: Path) -> None:
    assert KeptPhoto(tmp_path).find(DIGEST) is None
    file = KeptPhoto(tmp_path).keep(DIGEST, PHOTO)
    assert KeptPhoto(tmp_path).find(DIGEST) == file
    assert file.read_bytes() == PHOTO
    assert KeptPhoto(tmp_path).find("0" * 64) is None


def test_the_next_one_takes_its_place_and_that_of_what_was_shown_of_it(tmp_path: Path) -> None:
    shelf = KeptPhoto(tmp_path)
    old = shelf.keep(DIGEST, PHOTO)
    shelf.shown(DIGEST).write_bytes(b"small")
    (old.parent / "new").write_bytes(b"half of it, when the power failed")
    other = png(5, 5)
    new = shelf.keep(hashlib.sha256(other).hexdigest(), other)
    assert list(new.parent.iterdir()) == [new]


def test_forgotten_nothing_of_it_is_left(tmp_path: Path) -> None:
    shelf = KeptPhoto(tmp_path)
    shelf.shown(DIGEST).write_bytes(b"small")
    shelf.keep(DIGEST, PHOTO)
    for _ in range(2):
        shelf.forget()
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("harm", [b"", PHOTO[:-1], b"x" * (LARGEST + 1)])
def test_what_the_disk_has_harmed_is_not_there(tmp_path: Path, harm: bytes) -> None:
    KeptPhoto(tmp_path).keep(DIGEST, PHOTO).write_bytes(harm)
    assert KeptPhoto(tmp_path).find(DIGEST) is None


def test_a_disk_that_takes_nothing_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "photo").write_text("a file where a folder should be")
    with pytest.raises(StoreBroken, match="cannot be written"):
        KeptPhoto(tmp_path).keep(DIGEST, PHOTO)
    with pytest.raises(StoreBroken, match="cannot be written"):
        KeptPhoto(tmp_path).shown(DIGEST)
