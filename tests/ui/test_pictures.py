"""A few pictures, compared with those in `golden/`: the same on every supported Qt.

ROOMDISPLAY_GOLDEN=write makes them anew; look at each before you commit it.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from roomdisplay.gallery.states import STATES
from tests.ui.conftest import MakeDoor

GOLDEN = Path(__file__).parent / "golden"
TOLERANCE = 0.002
"""Share of pixels that may differ: a rounding more or less at the edge of a letter."""
SHADE = 12
"""Of 255: what a large letter, drawn as a path, may differ by from one time to the next."""


def _differs(mine: bytes, theirs: bytes, at: int) -> bool:
    return any(abs(mine[i] - theirs[i]) > SHADE for i in range(at, at + 3))


# en_US, because its long date is the same in every version of Qt's locale tables
@pytest.mark.parametrize(
    ("name", "scene", "key"),
    [
        ("free", "free", None),
        ("overlap", "overlap", None),
        ("held", "held", None),
        ("book", "free", "book:30"),
        ("closed", "closed", None),
        ("out-of-service", "out-of-service", None),
        ("emergency", "emergency", None),
        ("notice", "with-page", "book:30"),
    ],
)
def test_picture(open_door: MakeDoor, tmp_path: Path, name: str, scene: str, key: str | None) -> None:
    door = open_door(STATES[scene], size=(800, 480), locale="en_US")
    if key is not None:
        door.view_model.act(key)
    picture = door.picture().convertToFormat(QImage.Format.Format_RGB32)
    file = GOLDEN / f"{name}.png"
    if os.environ.get("ROOMDISPLAY_GOLDEN") == "write":
        picture.save(str(file))
    golden = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    assert golden.size() == picture.size()
    mine, theirs = bytes(picture.constBits()), bytes(golden.constBits())
    different = sum(_differs(mine, theirs, i) for i in range(0, len(mine), 4)) if mine != theirs else 0
    if different > TOLERANCE * len(mine) / 4:
        picture.save(str(tmp_path / f"{name}.png"))
        pytest.fail(f"{different} pixels differ; the new picture is {tmp_path / name}.png")
