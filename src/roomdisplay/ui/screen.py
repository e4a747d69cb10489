"""What a finger can do on the window, by accessible name: for `roomdisplay ctl` and for tests."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QMouseEvent, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow

from roomdisplay.ui.wording import visible

TAPPABLE = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.PageTab,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.Link,
        QAccessible.Role.Slider,
        QAccessible.Role.EditableText,
    }
)


class NotOnScreen(Exception):
    """Nothing of that name can be tapped now; the message lists what can."""


def items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item of the window, parents before children."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.childItems()))


def tappable(window: QQuickWindow) -> dict[str, QQuickItem]:
    """What can be tapped now, by accessible name: visible, enabled, inside the window and not covered."""
    found: dict[str, QQuickItem] = {}
    settle(window)
    for item in items(window):
        if not (item.isVisible() and item.isEnabled()):
            continue
        interface: Any = QAccessible.queryAccessibleInterface(item)
        if interface is None or interface.role() not in TAPPABLE:
            continue
        name = visible(interface.text(QAccessible.Text.Name))
        if name not in found and _in_reach(window, item):
            found[name] = item
    return found


def names(window: QQuickWindow) -> list[str]:
    """The accessible names of what can be tapped now, in reading order."""
    return list(tappable(window))


def tap(window: QQuickWindow, name: str) -> str:
    """Presses and releases at the centre of the item of that name; of its full name where `name` begins only one.

    Returns the full name. Raises NotOnScreen.
    """
    there = tappable(window)
    full = name if name in there else None
    if full is None:
        begun = [n for n in there if n.startswith(name)] if name else []
        if len(begun) != 1:
            wrong = f"“{name}” begins several names" if begun else f"nothing on screen is called “{name}”"
            raise NotOnScreen(f"{wrong}; there is: {', '.join(f'“{n}”' for n in there) or 'nothing to tap'}")
        full = begun[0]
    press(window, centre(there[full]))
    return full


def hold(window: QQuickWindow, name: str) -> Callable[[], None]:
    """Presses the item of that name; what is returned lifts the finger. Raises NotOnScreen."""
    there = tappable(window)
    if name not in there:
        raise NotOnScreen(f"nothing on screen is called “{name}”")
    at = centre(there[name])
    _finger(window, at, is_down=True)
    return lambda: _finger(window, at, is_down=False)


def press(window: QQuickWindow, at: QPointF) -> None:
    """A real press and release at `at` (window pixels)."""
    for is_down in (True, False):
        _finger(window, at, is_down=is_down)


def _finger(window: QQuickWindow, at: QPointF, *, is_down: bool) -> None:
    from PySide6.QtCore import Qt  # 14 ms that the first frame does without

    device = QPointingDevice.primaryPointingDevice()
    place = QPointF(window.mapToGlobal(at.toPoint()))
    left = Qt.MouseButton.LeftButton
    kind = QEvent.Type.MouseButtonPress if is_down else QEvent.Type.MouseButtonRelease
    held = left if is_down else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, at, at, place, left, held, Qt.KeyboardModifier.NoModifier, device)
    QGuiApplication.sendEvent(window, event)


def centre(item: QQuickItem) -> QPointF:
    """The item's centre, in window pixels."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def grab(window: QQuickWindow) -> QImage:
    """What the window shows now, rendered afresh."""
    return window.grabWindow()


def settle(window: QQuickWindow) -> None:
    """Layouts catch up with what has changed since the last frame; sizes settle upwards, so more than once."""
    for _ in range(3):
        for item in items(window):
            item.ensurePolished()


def _in_reach(window: QQuickWindow, item: QQuickItem) -> bool:
    at = centre(item)
    if not QRectF(0, 0, window.width(), window.height()).contains(at):
        return False
    ancestor: Any = item.parentItem()
    while ancestor is not None:
        if ancestor.clip() and not ancestor.contains(ancestor.mapFromScene(at)):
            return False
        ancestor = ancestor.parentItem()
    return True
