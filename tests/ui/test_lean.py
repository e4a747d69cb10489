"""Qt, without what nobody here uses of it."""

import os
import subprocess
import sys

import pytest

SOURCES = """
import linecache, sys
from roomdisplay.ui import lean
lean.load_pyside()
import email.message, roomdisplay.ui.window
print(sorted(name for name in linecache.cache if "roomdisplay" in name or "email" in name))
"""
LEFT_OUT = """
from pathlib import Path
from roomdisplay.ui import lean
lean.load_pyside()
from roomdisplay.ui.platform import prepare
prepare((640, 480), display=False)
from PySide6 import QtQml, QtQuick
from PySide6.QtGui import QGuiApplication
from roomdisplay.core.appearance import Appearance
from roomdisplay.gallery.scenes import SCENES
from roomdisplay.shell.painting import paint, png
from roomdisplay.ui.window import close_window, create_window

for module in (QtQml, QtQuick):
    for name in dir(module):
        for part in dir(getattr(module, name)):
            getattr(getattr(module, name), part, None)
application = QGuiApplication([])
door = SCENES["free"].view_model()
window = create_window(door, width=640, height=480, fullscreen=False, appearance=Appearance())
paint(application, window)
assert png(window).startswith(b"\\x89PNG")
close_window(window)
maps = Path("/proc/self/maps").read_text()
print(*(f"{name}.abi3" in maps for name in ("QtOpenGL", "QtNetwork")))
from PySide6.QtNetwork import QNetworkInterface
assert QNetworkInterface.allInterfaces()
"""
OF_ANOTHER = "import PySide6; PySide6.__version_info__ = (6, 99, 0, '', '')\n"


def told(program: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return ended.stdout.strip()


def test_the_sources_of_modules_are_not_read_and_kept() -> None:
    assert told(SOURCES) == "[]"


@pytest.mark.parametrize(("before", "is_there"), [("", "False False"), (OF_ANOTHER, "True True")])
def test_opengl_and_network_are_left_out_of_a_pyside_that_is_known_and_come_when_wanted(
    before: str, is_there: str
) -> None:
    assert told(before + LEFT_OUT) == is_there
