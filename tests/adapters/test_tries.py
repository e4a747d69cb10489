"""The count of wrong PINs, on a real disk."""

from pathlib import Path

import pytest

from roomdisplay.adapters.tries import FILE, KeptTries
from roomdisplay.core.tries import FREE
from roomdisplay.ports import StoreBroken


def test_what_was_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    assert KeptTries(tmp_path).load() == 0
    KeptTries(tmp_path).keep(7)
    assert KeptTries(tmp_path).load() == 7
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    KeptTries(tmp_path).keep(0)
    assert KeptTries(tmp_path).load() == 0


@pytest.mark.parametrize("body", [b"", b"many", b"\xff", b"1.5"])
def test_a_file_somebody_touched_means_a_pause(tmp_path: Path, body: bytes) -> None:
    (tmp_path / FILE).write_bytes(body)
    assert KeptTries(tmp_path).load() == FREE


def test_a_disk_that_takes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreBroken, match="cannot be written"):
        KeptTries(tmp_path / "nowhere").keep(1)
