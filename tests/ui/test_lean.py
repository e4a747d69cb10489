"""Qt, without what nobody here uses of it."""

import subprocess
import sys

ASKED = """
import linecache, sys
from roomdisplay.ui import lean
lean.load_pyside()
import email.message, roomdisplay.ui.window
print(sorted(name for name in linecache.cache if "roomdisplay" in name or "email" in name))
"""


def test_the_sources_of_modules_are_not_read_and_kept() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
