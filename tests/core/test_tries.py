"""Guessing a PIN: five tries, then pauses that grow, and a restart shortens none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.core.tries import FIRST, FREE, LONGEST, NONE, Tries


def after(wrong: int) -> Tries:
    tries = NONE
    for _ in range(wrong):
        tries = tries.begun(100.0)
    return tries


@pytest.mark.parametrize(
    ("wrong", "pause"),
    [(0, 0), (1, 0), (4, 0), (5, 60), (6, 120), (7, 240), (8, 480), (9, 960), (10, 1920), (11, 3600), (500, 3600)],
)
def test_the_pause_after_so_many_wrong_tries(wrong: int, pause: float) -> None:
    tries = after(wrong)
    assert tries.wait(100.0) == pause
    assert tries.wait(100.0 + pause) == 0
    if pause:
        assert tries.wait(100.0 + pause - 1) == 1


@given(st.integers(FREE, 10_000), st.floats(0, 1e9), st.floats(0, 1e9))
def test_it_is_never_longer_nor_shorter_than_it_may_be(wrong: int, since: float, passed: float) -> None:
    tries = Tries(wrong=wrong, since=since)
    assert FIRST <= tries.wait(since) + 1e-3 * since <= LONGEST + 1e-2 * since + 1
    assert 0 <= tries.wait(since + passed) <= tries.wait(since)


def test_a_restart_begins_the_pause_anew() -> None:
    """Monotonic time begins anywhere: only the count is kept."""
    before = after(7)
    assert before.wait(100.0 + 200) == 40
    restarted = Tries(wrong=before.wrong, since=3.0)
    assert restarted.wait(3.0) == 240


def test_whoever_checks_them_may_ask_for_a_pause_of_its_own() -> None:
    assert NONE.refused(100.0, 7.0).wait(103.0) == 4
    assert NONE.refused(100.0, None).wait(100.0) == FIRST
    assert NONE.refused(100.0, 1e9).wait(100.0) == LONGEST
    assert after(6).refused(100.0, 7.0).wait(100.0) == 120, "the longer of the two"


def test_a_try_counts_before_its_outcome_is_known_and_a_right_one_forgives_all() -> None:
    assert after(4).begun(100.0).wait(100.0) == 60
    assert NONE.wait(0.0) == 0
