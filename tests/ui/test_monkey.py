"""Random fingers: whatever is pressed in whatever order, nothing is asked that nobody confirmed, and no dead end."""

import random

import pytest
from PySide6.QtCore import QPointF, QRectF

from roomdisplay.core.outbox import CheckIn
from roomdisplay.gallery.states import STATES
from roomdisplay.ui import screen
from roomdisplay.ui.viewmodels.panel import Patience
from tests.ui.conftest import MakeDoor

TAPS = 200


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_a_monkey(open_door: MakeDoor, size: tuple[int, int], seed: int) -> None:
    dice = random.Random(seed)
    door = open_door(size=size, motion=True, patience=Patience(overdue=0.02, choosing=0.2, done=0.1, held=0.1))
    for _ in range(TAPS):
        if dice.random() < 0.1:
            door.show(dice.choice(list(STATES.values())))
        there = screen.tappable(door.glass)
        working = door.sheet is not None and door.sheet["phase"] == "working"
        assert there or working or door.json["emergency"], "a dead end"
        if there and dice.random() < 0.7:
            item = dice.choice(list(there.values()))
            place = screen.centre(item)
        else:
            place = QPointF(dice.randrange(size[0]), dice.randrange(size[1]))
        before, sheet = len(door.asked), door.sheet
        aimed = [n for n, i in there.items() if i.isVisible() and _area(i).contains(place)]
        screen.press(door.glass, place)
        door.settle()
        if len(door.asked) > before:
            assert len(door.asked) == before + 1
            if isinstance(door.asked[-1], CheckIn):
                continue
            assert sheet is not None
            assert sheet["phase"] == "choosing"
            assert sheet["confirm"] in aimed, f"asked by pressing {aimed}"


def _area(item: object) -> QRectF:
    assert isinstance(item, screen.QQuickItem)
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))
