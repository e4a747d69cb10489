"""Whatever was registered, it comes to what is wanted, and nobody else's key is touched."""

from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.core.registration import Plan, RegisteredKey, plan

NAMES = st.sets(st.sampled_from("ABCDEF"))
OWN = "Z"


def registered(*names: str) -> tuple[RegisteredKey, ...]:
    return tuple(RegisteredKey(id=f"{number}", thumbprint=name) for number, name in enumerate(names))


def after(present: tuple[RegisteredKey, ...], found: Plan) -> list[str]:
    return sorted([key.thumbprint for key in present if key not in found.remove] + list(found.add))


def test_a_panels_is_added_and_an_old_one_removed() -> None:
    present = registered(OWN, "A", "X")
    found = plan({"B"}, {"A"}, present, own=OWN)
    assert found == Plan(add=("B",), remove=(present[1],), registered=frozenset(), gone=frozenset())
    assert plan({"B"}, {"A"}, registered(OWN, "B", "X"), own=OWN) == Plan(
        add=(), remove=(), registered=frozenset("B"), gone=frozenset("A")
    )


def test_the_servers_own_key_stays_whatever_a_panel_says() -> None:
    assert plan(set(), {OWN}, registered(OWN), own=OWN) == Plan(
        add=(), remove=(), registered=frozenset(), gone=frozenset({OWN})
    )


def test_one_that_another_panel_uses_stays() -> None:
    found = plan({"A"}, {"A"}, registered(OWN, "A"), own=OWN)
    assert (found.add, found.remove, found.gone) == ((), (), frozenset("A"))


def test_one_that_is_there_twice_is_there_once_afterwards() -> None:
    present = registered(OWN, "A", "A")
    assert after(present, plan({"A"}, set(), present, own=OWN)) == ["A", OWN]
    assert after(present, plan(set(), {"A"}, present, own=OWN)) == [OWN]


@given(wanted=NAMES, unwanted=NAMES, foreign=NAMES, present=st.lists(st.sampled_from("ABCDEF")))
def test_it_comes_to_what_is_wanted(
    wanted: set[str], unwanted: set[str], foreign: set[str], present: list[str]
) -> None:
    there = registered(OWN, *present, *(f"foreign {name}" for name in foreign))
    found = plan(wanted, unwanted, there, own=OWN)
    come = after(there, found)
    assert wanted <= set(come)
    assert not (unwanted - wanted) & set(come)
    assert {OWN, *(f"foreign {name}" for name in foreign)} <= set(come)
    assert all(come.count(name) == 1 for name in wanted)
    again = plan(wanted, unwanted, registered(*come), own=OWN)
    assert (again.add, again.remove) == ((), ())
    assert again.gone == unwanted, "and then there is nothing left to know of them"
