"""When the panel calls itself alive."""

import pytest
from msgspec.structs import replace

from roomdisplay.shell import engine
from roomdisplay.shell.watch import STILL, UNPAINTED, UNWRITTEN, Vitals, stillness

WELL = Vitals(late=0, unpainted=0, unwritten=0)


def test_a_panel_that_sleeps_as_long_as_it_may_is_alive() -> None:
    assert stillness(replace(WELL, late=engine.LONGEST_SLEEP * 1.05)) is None


@pytest.mark.parametrize(
    ("vitals", "said"),
    [
        (replace(WELL, late=STILL), "The panel has not looked at its clock for 45 s."),
        (replace(WELL, unpainted=UNPAINTED), "The screen has not been painted for 10 s."),
        (replace(WELL, unwritten=UNWRITTEN), "The store has not answered for 30 s."),
    ],
)
def test_each_part_that_stands_still_is_named(vitals: Vitals, said: str) -> None:
    assert stillness(vitals) == said
