"""The installed panel in a really booted systemd; `script/boot-test` tries more, on both Debians."""

from pathlib import Path

import pytest

from tests.deploy import boot


@pytest.mark.timeout(600)
@pytest.mark.skipif(boot.missing() is not None, reason=boot.missing() or "")
def test_an_installed_panel_starts_at_boot_and_comes_back_by_itself(tmp_path: Path) -> None:
    assert boot.trial("trixie", tmp_path / "disk", boot.SHORT) == 0
