"""The same fingers on a window of a real X server, where Qt's platform is the one of a desktop."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.processes import ROOT

pytestmark = [
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb: install Debian's package xvfb"),
    pytest.mark.timeout(400),
]


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of 1920 × 1280, which the largest window and the upright one fit on."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1280x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    assert number, "the X server did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=10)


def test_fingers_on_a_real_window(display: str) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "tests/ui/test_touch.py",
            "tests/ui/test_screen.py",
            "-q",
            "-p",
            "no:cacheprovider",
        ],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=380,
    )
    assert ended.returncode == 0, ended.stdout[-4000:] + ended.stderr[-1000:]
    assert " passed" in ended.stdout
