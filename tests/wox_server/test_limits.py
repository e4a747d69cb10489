"""How often somebody may try."""

from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.wox_server.limits import MOST_KEPT, Allowance


def test_a_burst_then_one_at_a_time() -> None:
    allowance = Allowance(burst=2, every=10)
    for _ in range(2):
        assert allowance.wait("door", 100) == 0
        allowance.spend("door", 100)
    assert allowance.wait("door", 100) == 10
    assert allowance.wait("door", 104) == 6
    assert allowance.wait("door", 110) == 0
    assert allowance.wait("another door", 100) == 0


@given(gaps=st.lists(st.floats(min_value=0, max_value=30), max_size=60))
def test_nobody_gets_more_than_the_burst_and_what_time_brings(gaps: list[float]) -> None:
    allowance, now, made = Allowance(burst=3, every=5), 0.0, 0
    for gap in gaps:
        now += gap
        if allowance.wait("door", now) == 0:
            allowance.spend("door", now)
            made += 1
    assert made <= 3 + now / 5 + 1e-6


def test_many_keys_take_bounded_room() -> None:
    allowance = Allowance(burst=1, every=1)
    for key in range(MOST_KEPT + 5):
        allowance.spend(key, 0)
    assert allowance.wait(0, 0) == 0, "the oldest is forgotten"
    assert allowance.wait(MOST_KEPT, 0) == 1
