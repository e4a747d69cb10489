"""Draws a few of the suite's scenes with the installed release and holds them against `tests/ui/golden`.

`/opt/roomdisplay/current/bin/python -m tests.deploy.picture`; the exit status is 1 where one is not the same. Needs
nothing but the release.
"""

import sys
from pathlib import Path

from roomdisplay.ui.platform import prepare

prepare((800, 480), display=False)

from PySide6.QtGui import QGuiApplication, QImage  # noqa: E402

from roomdisplay.core.appearance import Appearance  # noqa: E402
from roomdisplay.gallery.door import Door  # noqa: E402
from roomdisplay.gallery.states import STATES  # noqa: E402
from roomdisplay.ui.window import close_window, create_window  # noqa: E402
from tests.ui.likeness import unlike  # noqa: E402

GOLDEN = Path(__file__).parent.parent / "ui" / "golden"
DRAWN = ("free", "overlap", "held", "emergency")


def main() -> int:
    application = QGuiApplication(["roomdisplay"])
    amiss = 0
    for scene in DRAWN:
        door = Door(STATES[scene])
        look = Appearance(locale="en_US", reduced_motion=True)
        door.window = create_window(door.view_model, width=800, height=480, fullscreen=False, appearance=look)
        picture = door.picture()
        different = unlike(picture, QImage(str(GOLDEN / f"{scene}.png")))
        picture.save(f"/tmp/{scene}.png")
        print(f"{scene}: {'the same' if not different else f'AMISS: {different} pixels differ'}", flush=True)
        amiss += different > 0
        close_window(door.window)
    application.processEvents()
    return 1 if amiss else 0


if __name__ == "__main__":
    sys.exit(main())
