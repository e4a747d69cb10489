"""What must not be read in a log is not in a repr."""

import importlib
import pkgutil
from collections.abc import Iterator

import roomdisplay
from roomdisplay.core.discreet import Discreet


def every_discreet() -> Iterator[type[Discreet]]:
    for module in pkgutil.walk_packages(roomdisplay.__path__, "roomdisplay."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting = list(Discreet.__subclasses__())
    while waiting:
        kind = waiting.pop()
        yield kind
        waiting += kind.__subclasses__()


def test_the_rest_is_said() -> None:
    class Entered(Discreet, frozen=True, kw_only=True):
        unsaid = ("digits",)

        digits: str
        tries: int = 0

    assert repr(Entered(digits="4711")).endswith("Entered(tries=0)")
    assert Entered(digits="4711") != Entered(digits="4712")


def test_what_is_left_out_is_there_to_be_left_out() -> None:
    kinds = list(every_discreet())
    assert len(kinds) > 10
    for kind in kinds:
        assert kind.unsaid, kind
        assert set(kind.unsaid) <= set(kind.__struct_fields__), kind
