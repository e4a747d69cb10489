"""Random fingers, for a while; `script/monkey` goes on for 10,000 taps."""

import logging
import random

import pytest

from tests.ui.conftest import MakeDoor
from tests.ui.monkey import HASTE, Monkey

TAPS = 200


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_a_monkey(open_door: MakeDoor, caplog: pytest.LogCaptureFixture, size: tuple[int, int], seed: int) -> None:
    monkey = Monkey(open_door(size=size, motion=True, patience=HASTE), random.Random(seed))
    while monkey.done["taps"] < TAPS:
        monkey.tap()
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == []
    assert monkey.done["asked"], "it never got as far as that"
