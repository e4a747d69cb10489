"""A QObject that mirrors one frozen view, field by field, and a list model that mirrors a tuple of them."""

from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Property, QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FIRST_ROLE = 0x0101
"""Qt.ItemDataRole.UserRole + 1; the Qt namespace itself takes 14 ms to load, which the first frame can do without."""


def camel(name: str) -> str:
    """problem_for_it → problemForIt"""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


@cache
def _signal(field: str) -> str:
    """What announces a field. One name each: Python remembers names that it looked up, thousands if they are new."""
    return f"{camel(field)}Changed"


def fact(kind: type, path: str, notify: Any) -> Any:
    """A Property of QML type `kind` that reads the attribute path `path` and is announced by `notify`."""
    return Property(kind, attrgetter(path), notify=notify)


def mirrored(kind: type, field: str, notify: Any) -> Any:
    """A Property that mirrors `field` of the current view, or an attribute path from there."""
    return fact(kind, f"_view.{field}", notify)


def part(attribute: str) -> Any:
    """A Property that is another QObject, for good."""
    return Property(QObject, attrgetter(attribute), constant=True)


class Snapshot(QObject):
    """Subclasses declare, for each field they show, `xChanged = Signal()` and a Property with that notify."""

    def __init__(self, view: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view

    def swap(self, view: Any) -> bool:
        """Shows `view` from now on; emits for the fields that differ. True if any does."""
        before = self._view
        if view == before:
            return False
        self._view = view
        changed = [n for n in view.__struct_fields__ if getattr(view, n) != getattr(before, n)]
        for name in changed:
            signal = getattr(self, _signal(name), None)
            if signal is not None:
                signal.emit()
        return True


class Rows(QAbstractListModel):
    """A list of frozen rows of one type, each with a unique `key`; their fields are the roles.

    `show` turns the difference into single removals, moves, insertions and changes.
    """

    def __init__(self, row_type: type[Struct], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = row_type.__struct_fields__
        self._roles = {_FIRST_ROLE + i: name for i, name in enumerate(self._names)}
        self._numbers = {name: role for role, name in self._roles.items()}
        self._rows: list[Any] = []

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, Any]:  # noqa: N802
        return {role: camel(name).encode() for role, name in self._roles.items()}

    def data(self, index: Index, role: int = 0) -> Any:
        name = self._roles.get(role)
        if name is None or not index.isValid() or index.row() >= len(self._rows):
            return None
        return getattr(self._rows[index.row()], name)

    def show(self, rows: Sequence[Any]) -> None:
        wanted = {row.key for row in rows}
        for i in range(len(self._rows) - 1, -1, -1):
            if self._rows[i].key not in wanted:
                self.beginRemoveRows(_ROOT, i, i)
                del self._rows[i]
                self.endRemoveRows()
        for i, row in enumerate(rows):
            at = next((j for j in range(i, len(self._rows)) if self._rows[j].key == row.key), None)
            if at is None:
                self.beginInsertRows(_ROOT, i, i)
                self._rows.insert(i, row)
                self.endInsertRows()
                continue
            if at != i:
                self.beginMoveRows(_ROOT, at, at, _ROOT, i)
                self._rows.insert(i, self._rows.pop(at))
                self.endMoveRows()
            self._change(i, row)

    def _change(self, i: int, row: Any) -> None:
        before = self._rows[i]
        if before == row:
            return
        self._rows[i] = row
        roles = [self._numbers[n] for n in self._names if getattr(before, n) != getattr(row, n)]
        self.dataChanged.emit(self.index(i), self.index(i), roles)
