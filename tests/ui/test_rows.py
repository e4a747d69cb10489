"""The list model: the smallest steps from one list to the next."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from roomdisplay.ui.viewmodels.snapshot import Rows


class Row(Struct, frozen=True, kw_only=True):
    key: str
    is_big: bool = False


def rows(text: str) -> list[Row]:
    """One row a letter; capitals are big."""
    return [Row(key=c.lower(), is_big=c.isupper()) for c in text]


def read(model: Rows) -> list[Row]:
    roles = {bytes(name).decode(): role for role, name in model.roleNames().items()}
    cells = [model.index(i, 0) for i in range(model.rowCount())]
    return [Row(key=model.data(i, roles["key"]), is_big=model.data(i, roles["isBig"])) for i in cells]


class Watcher:
    """Writes down each step a model announces."""

    def __init__(self, model: Rows) -> None:
        self.log: list[str] = []
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._reset)

    def _inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self.log.append(f"+{first}" if first == last else "several")

    def _removed(self, _: QModelIndex, first: int, last: int) -> None:
        self.log.append(f"-{first}" if first == last else "several")

    def _moved(self, _: QModelIndex, first: int, __: int, ___: QModelIndex, to: int) -> None:
        self.log.append(f"{first}>{to}")

    def _changed(self, first: QModelIndex, _: QModelIndex, roles: list[int]) -> None:
        self.log.append(f"~{first.row()}:{len(roles)}")

    def _reset(self) -> None:
        self.log.append("reset")


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ("", "abc", ["+0", "+1", "+2"]),
        ("abc", "abc", []),
        ("abc", "ac", ["-1"]),
        ("ac", "abc", ["+1"]),
        ("abc", "aBc", ["~1:1"]),
        ("abc", "cab", ["2>0"]),
        ("abc", "", ["-2", "-1", "-0"]),
        ("abc", "xbC", ["-0", "+0", "~2:1"]),
    ],
)
def test_steps(before: str, after: str, steps: list[str]) -> None:
    model = Rows(Row)
    model.show(rows(before))
    watcher = Watcher(model)
    model.show(rows(after))
    assert watcher.log == steps
    assert read(model) == rows(after)


_LISTS = st.lists(st.builds(Row, key=st.sampled_from("abcdefgh"), is_big=st.booleans()), unique_by=lambda r: r.key)


@given(_LISTS, _LISTS, _LISTS)
def test_any_list_after_any_other(first: list[Row], second: list[Row], third: list[Row]) -> None:
    model = Rows(Row)
    tester: Any = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for wanted in (first, second, third, []):
        model.show(wanted)
        assert read(model) == wanted
    del tester
