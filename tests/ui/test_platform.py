"""What is decided before Qt starts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from roomdisplay.ui import platform


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "QT_QPA_UPDATE_IDLE_TIME", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)


def test_without_a_display_an_offscreen_one_of_that_size(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setattr("roomdisplay.ui.platform._screens", [])  # the running tests' own screen stays
    assert platform.prepare((800, 480)) is False
    file = Path(os.environ["QT_QPA_PLATFORM"].removeprefix("offscreen:configfile="))
    [screen] = json.loads(file.read_text())["screens"]
    assert (screen["width"], screen["height"], screen["dpr"]) == (800, 480, 1)
    assert os.environ["QT_QUICK_BACKEND"] == "software"
    assert os.environ["QT_QPA_UPDATE_IDLE_TIME"] == "1"
    platform.started()
    assert not file.exists()


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_qt_chooses(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    import os

    monkeypatch.setenv(variable, ":0")
    assert platform.prepare((800, 480)) is True
    assert "QT_QPA_PLATFORM" not in os.environ


@pytest.mark.parametrize(
    ("chosen", "seen"), [("xcb", True), ("eglfs", True), ("offscreen", False), ("minimal", False), ("vnc:port=1", True)]
)
def test_what_the_environment_says_stays(monkeypatch: pytest.MonkeyPatch, chosen: str, seen: bool) -> None:
    import os

    monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    monkeypatch.setenv("QT_QUICK_BACKEND", "rhi")
    monkeypatch.setenv("QT_QPA_UPDATE_IDLE_TIME", "5")
    assert platform.prepare((800, 480)) is seen
    assert os.environ["QT_QPA_PLATFORM"] == chosen
    assert os.environ["QT_QUICK_BACKEND"] == "rhi"
    assert os.environ["QT_QPA_UPDATE_IDLE_TIME"] == "5"


def test_the_window_needs_nothing_of_the_network() -> None:
    heavy = ("httpx", "msal", "keyring", "segno", "cryptography", "asyncio", "qasync", "yaml", "ssl")
    code = f"import sys; from roomdisplay.ui import window, screen; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
