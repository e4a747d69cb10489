"""An installed screen is compiled beside its source, and Qt takes it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

from roomdisplay.ui.bytecode import QML, NotCompiled, compile_beside

ROOT = Path(__file__).parent.parent.parent
SHOW = """
import sys
from pathlib import Path
from roomdisplay.ui.platform import prepare

prepare((1280, 800), display=False)
from PySide6.QtGui import QGuiApplication
from roomdisplay.core.appearance import Appearance
from roomdisplay.gallery.scenes import SCENES
from roomdisplay.ui import window

window._QML = Path(sys.argv[1])
application = QGuiApplication([])
shown = window.create_window(
    SCENES["free"].view_model(), width=1280, height=800, fullscreen=False, appearance=Appearance()
)
taken = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if ".qmlc" in line}
print(*sorted(taken), sep="\\n")
window.close_window(shown)
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return Path(shutil.copytree(QML, tmp_path / "qml", ignore=shutil.ignore_patterns("*.qmlc")))


def test_qt_takes_what_lies_beside_the_source_where_it_can_keep_nothing(installed: Path, tmp_path: Path) -> None:
    count = compile_beside(installed)
    assert count == len(list(installed.rglob("*.qml")))
    shown = subprocess.run(
        [sys.executable, "-c", SHOW, str(installed)],
        env=os.environ | {"XDG_CACHE_HOME": "/proc/nowhere", "PYTHONPATH": f"{ROOT}/src:{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
    )
    taken = shown.stdout.split()
    assert str(installed / "RoomDisplay" / "Main.qmlc") in taken
    assert str(installed / "RoomDisplay" / "Pages" / "RoomPage.qmlc") in taken


def test_what_cannot_be_compiled_is_said_and_leaves_nothing_behind(installed: Path) -> None:
    (installed / "RoomDisplay" / "Pages" / "RoomPage.qml").write_text("Item {")
    with pytest.raises(NotCompiled, match=r"RoomPage\.qml cannot be compiled: .*at the start instead"):
        compile_beside(installed)
    assert list(installed.rglob("*.qmlc")) == []


LAY_OUT = "from roomdisplay.ui.bytecode import lay_out_pyside; lay_out_pyside()"


@pytest.fixture
def shiboken(tmp_path: Path) -> Path:
    """A copy, for beside this very test others start."""
    ours = Path(shiboken6.__file__).parent
    return Path(shutil.copytree(ours, tmp_path / "shiboken6", ignore=shutil.ignore_patterns("files.dir")))


def _beside(shiboken: Path, program: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONPATH": str(shiboken.parent)}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)


def test_pyside_takes_its_own_python_compiled(shiboken: Path) -> None:
    assert _beside(shiboken, LAY_OUT).returncode == 0
    asked = "import PySide6.QtCore, sys; print(sys.modules['shibokensupport.signature.loader'].__cached__)"
    told = Path(_beside(shiboken, asked).stdout.strip())
    assert told.is_relative_to(shiboken)
    assert told.is_file()


def test_pyside_that_cannot_be_laid_out_starts_as_before(shiboken: Path) -> None:
    """Half of it laid out, it would not start at all."""
    (shiboken / "files.dir").mkdir()
    (shiboken / "files.dir" / "shibokensupport").write_text("in the way")
    said = _beside(shiboken, LAY_OUT)
    assert (said.returncode, "It is compiled at each start." in said.stderr) == (1, True)
    assert not (shiboken / "files.dir").exists()
    assert _beside(shiboken, "import PySide6.QtCore").returncode == 0


def test_a_source_tree_is_left_alone() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "roomdisplay.ui.bytecode"], capture_output=True, text=True, check=False
    )
    assert (asked.returncode, "source tree" in asked.stderr) == (1, True)
    assert list(QML.rglob("*.qmlc")) == []
