"""A few pictures, compared with those in `golden/`: the same on every supported Qt.

ROOMDISPLAY_GOLDEN=write makes them anew; look at each before you commit it.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from roomdisplay.gallery.states import STATES
from tests.ui.conftest import MakeDoor
from tests.ui.likeness import unlike

GOLDEN = Path(__file__).parent / "golden"


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
    picture = door.picture()
    file = GOLDEN / f"{name}.png"
    if os.environ.get("ROOMDISPLAY_GOLDEN") == "write":
        picture.save(str(file))
    if different := unlike(picture, QImage(str(file))):
        picture.save(str(tmp_path / f"{name}.png"))
        pytest.fail(f"{different} pixels differ; the new picture is {tmp_path / name}.png")
