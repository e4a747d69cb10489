"""The checks of script/lint, each a test."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("check", ["ruff", "format", "types", "imports", "qml", "shell"])
@pytest.mark.timeout(300)
def test_lint(check: str) -> None:
    ended = subprocess.run([ROOT / "script" / "lint", check], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
