"""A few pictures, compared with those in `golden/`: the same on every supported Qt.

ROOMDISPLAY_GOLDEN=write makes them anew; look at each before you commit it.
"""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication, QImage

from roomdisplay.core.appearance import Appearance, Theme
from roomdisplay.gallery.pictures import draw
from roomdisplay.gallery.scenes import SCENES
from tests.ui.likeness import unlike

GOLDEN = Path(__file__).parent / "golden"


COMPACT, MEDIUM, PORTRAIT = (800, 480), (1024, 600), (800, 1280)
# en_US, because its long date is the same in every version of Qt's locale tables
PLAIN = Appearance(locale="en_US", reduced_motion=True)
LIGHT = replace(PLAIN, theme=Theme.LIGHT)
STRONG = replace(PLAIN, theme=Theme.HIGH_CONTRAST)
LOW, LARGE = replace(PLAIN, low_reach=True), replace(PLAIN, large_text=True)
BRANDED = replace(PLAIN, primary="#F5C542", accent="#F5C542", background="#101030")


@pytest.mark.parametrize(
    ("name", "scene", "size", "look"),
    [
        ("free", "free", COMPACT, PLAIN),
        ("overlap", "overlap", COMPACT, PLAIN),
        ("held", "held", COMPACT, PLAIN),
        ("book", "book", COMPACT, PLAIN),
        ("closed", "closed", COMPACT, PLAIN),
        ("out-of-service", "out-of-service", COMPACT, PLAIN),
        ("emergency", "emergency", COMPACT, PLAIN),
        ("notice", "book-with-notice", COMPACT, PLAIN),
        ("later", "later", COMPACT, PLAIN),
        ("portrait", "all-is-offered", PORTRAIT, PLAIN),
        ("light-busy", "busy", MEDIUM, LIGHT),
        ("light-book", "book", COMPACT, LIGHT),
        ("high-contrast-check-in", "check-in", MEDIUM, STRONG),
        ("high-contrast-find", "find", COMPACT, STRONG),
        ("low-reach", "released", COMPACT, LOW),
        ("low-reach-portrait", "check-in", PORTRAIT, LOW),
        ("large-text", "own", COMPACT, LARGE),
        ("brand", "free", COMPACT, BRANDED),
        ("who-pin-wrong", "who-pin-wrong", COMPACT, PLAIN),
        ("who-wait", "who-wait", COMPACT, STRONG),
        ("about", "about", COMPACT, LIGHT),
        ("low-reach-report", "report", COMPACT, LOW),
        ("low-reach-admin", "admin", COMPACT, LOW),
        ("large-text-blocked", "sign-in-blocked", COMPACT, LARGE),
        ("portrait-address", "pairing-address", PORTRAIT, PLAIN),
    ],
)
def test_picture(
    qapp: QGuiApplication, tmp_path: Path, name: str, scene: str, size: tuple[int, int], look: Appearance
) -> None:
    picture = draw(scene, SCENES[scene], size, look).image
    file = GOLDEN / f"{name}.png"
    if os.environ.get("ROOMDISPLAY_GOLDEN") == "write":
        picture.save(str(file))
    if different := unlike(picture, QImage(str(file))):
        picture.save(str(tmp_path / f"{name}.png"))
        pytest.fail(f"{different} pixels differ; the new picture is {tmp_path / name}.png")
