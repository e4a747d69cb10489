"""What is decided before Qt starts."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roomdisplay.ui import platform
from tests.processes import ROOT

CHOSEN = ("QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "QT_QPA_UPDATE_IDLE_TIME", "QV4_GC_TIMELIMIT")
WINDOWS = """
from roomdisplay.ui.platform import prepare

prepare((800, 480), display=False)
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from roomdisplay.core.appearance import Appearance
from roomdisplay.gallery.scenes import SCENES
from roomdisplay.ui.window import close_window, create_window

application = QGuiApplication([])
for scene in ("pairing", "free", "find", "admin"):
    view_model = SCENES[scene].view_model()
    glass = create_window(view_model, width=800, height=480, fullscreen=False, appearance=Appearance())
    for _ in range(5):
        application.processEvents()
    close_window(glass)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (*CHOSEN, "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)


def test_without_a_display_an_offscreen_one_of_that_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roomdisplay.ui.platform._screens", [])  # the running tests' own screen stays
    assert platform.prepare((800, 480)) is False
    file = Path(os.environ["QT_QPA_PLATFORM"].removeprefix("offscreen:configfile="))
    [screen] = json.loads(file.read_text())["screens"]
    assert (screen["width"], screen["height"], screen["dpr"]) == (800, 480, 1)
    assert os.environ["QT_QUICK_BACKEND"] == "software"
    assert os.environ["QT_QPA_UPDATE_IDLE_TIME"] == "1"
    assert os.environ["QV4_GC_TIMELIMIT"] == "0"
    platform.started()
    assert not file.exists()


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_qt_chooses(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, ":0")
    assert platform.prepare((800, 480)) is True
    assert "QT_QPA_PLATFORM" not in os.environ


@pytest.mark.parametrize(
    ("chosen", "seen"), [("xcb", True), ("eglfs", True), ("offscreen", False), ("minimal", False), ("vnc:port=1", True)]
)
def test_what_the_environment_says_stays(monkeypatch: pytest.MonkeyPatch, chosen: str, seen: bool) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    monkeypatch.setenv("QT_QUICK_BACKEND", "rhi")
    monkeypatch.setenv("QT_QPA_UPDATE_IDLE_TIME", "5")
    monkeypatch.setenv("QV4_GC_TIMELIMIT", "5")
    assert platform.prepare((800, 480)) is seen
    assert os.environ["QT_QPA_PLATFORM"] == chosen
    assert os.environ["QT_QUICK_BACKEND"] == "rhi"
    assert os.environ["QT_QPA_UPDATE_IDLE_TIME"] == "5"
    assert os.environ["QV4_GC_TIMELIMIT"] == "5"


def test_the_window_needs_nothing_of_the_network() -> None:
    heavy = ("httpx", "msal", "keyring", "segno", "cryptography", "asyncio", "qasync", "yaml", "ssl")
    code = f"import sys; from roomdisplay.ui import window, screen; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler: install Debian's package gcc")
def test_a_machine_that_puts_the_process_aside_again_and_again_makes_no_window_crash(tmp_path: Path) -> None:
    """Whatever Qt does only while some milliseconds last, it never comes to the end of."""
    stalls = tmp_path / "stalls.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", stalls, ROOT / "tests" / "ui" / "stalls.c"], check=True)
    environment = os.environ | {"LD_PRELOAD": str(stalls), "PYTHONPATH": f"{ROOT}/src:{ROOT}"}
    done = subprocess.run([sys.executable, "-c", WINDOWS], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
