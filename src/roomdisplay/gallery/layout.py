"""What is wrong with a picture, found by walking the items: text cut off, things that overlap or are too small."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickView

from roomdisplay.ui import screen

MARGIN = 3
"""The least number of pixels between letters and the upper and lower edge of their button."""
CLOSE = 2
"""By so many pixels the boxes around two inks may overlap before the inks do."""
REACH = 2 / 3
"""In the low-reach mode what can be tapped lies below this share of the height."""
_RIGHT, _CENTRE = 2, 4
ELIDED = ("DayColumn", "DayRail")
"""Where names of meetings may be cut short: the rail says the rest to whoever asks."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What a picture has to keep to."""

    target: int
    """The least side of what can be tapped, in pixels."""
    low_reach: bool = False


def complaints(window: QQuickView, wanted: Wanted) -> Iterator[str]:
    """One sentence for each thing that is wrong with what lies on top in the window."""
    there = screen.tappable(window)
    glass = QRectF(0, 0, window.width(), window.height())
    texts = [item for item in _seen(_top(window)) if _is_a(item, "QQuickText") and item.property("text")]
    yield from _about_texts(texts, glass)
    yield from _about_targets(there, glass, wanted)


def _about_texts(texts: list[QQuickItem], glass: QRectF) -> Iterator[str]:
    standing: list[tuple[str, QRectF]] = []
    for item in texts:
        text, ink = str(item.property("text")), _ink(item)
        if ink.isEmpty():
            continue
        scrolls = _scrolls(item)
        if not scrolls and not glass.adjusted(-1, -1, 1, 1).contains(ink):
            yield f"“{text}” leaves the window"
        if item.property("truncated") and not any(_of(item, name) for name in ELIDED):
            yield f"“{text}” is cut off"
        if not scrolls:
            if item.property("contentWidth") > item.width() + 1 or item.property("contentHeight") > item.height() + 1:
                yield f"“{text}” does not fit its place"
            if (around := _clipped(item)) is not None and not around.adjusted(-1, -1, 1, 1).contains(ink):
                yield f"“{text}” is cut by what it lies in"
            standing.append((text, ink))
    for (a, where_a), (b, where_b) in combinations(standing, 2):
        common = where_a.intersected(where_b)
        if common.width() > 1 and common.height() > CLOSE:
            yield f"“{a}” and “{b}” overlap"


def _about_targets(there: dict[str, QQuickItem], glass: QRectF, wanted: Wanted) -> Iterator[str]:
    places = {name: _place(item) for name, item in there.items()}
    scrolling = {name for name, item in there.items() if _scrolls(item)}
    keys = {name for name, item in there.items() if _of(item, "Keypad")}
    for name, place in places.items():
        # keys of a keyboard are as wide as ten of them allow
        least = wanted.target * 0.7 if name in keys else wanted.target
        if min(place.width(), place.height()) < least:
            yield f"“{name}” is only {place.width():.0f}×{place.height():.0f} pixels"
        if name not in scrolling and not glass.adjusted(-1, -1, 1, 1).contains(place):
            yield f"“{name}” leaves the window"
        if wanted.low_reach and place.top() < glass.height() * REACH - 1:
            yield f"“{name}” is out of low reach, at {place.top():.0f}"
    for (a, where_a), (b, where_b) in combinations(places.items(), 2):
        common = where_a.intersected(where_b)
        if common.width() > 1 and common.height() > 1 and not {a, b} & scrolling:
            yield f"“{a}” and “{b}” overlap"


def _top(window: QQuickView) -> QQuickItem:
    """The uppermost layer of the window that says something, and of that what covers the rest of it."""
    glass = QRectF(0, 0, window.width(), window.height())
    top: QQuickItem = window.rootObject()
    while layers := [child for child in top.childItems() if child.isVisible() and _says_something(child)]:
        if top is not window.rootObject() and not _place(layers[-1]).contains(glass):
            break
        top = layers[-1]
    return top


def _says_something(item: QQuickItem) -> bool:
    if _is_a(item, "QQuickText") and item.isVisible() and item.property("text"):
        return True
    return any(_says_something(child) for child in item.childItems())


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _ink(item: QQuickItem) -> QRectF:
    """Where the text is drawn: its lines as they are aligned, without what their boxes leave bare above and below."""
    width = min(item.property("contentWidth"), item.width())
    aligned, size = (int(_evaluated(item, of)) for of in ("effectiveHorizontalAlignment", "fontInfo.pixelSize"))
    left = {_RIGHT: item.width() - width, _CENTRE: (item.width() - width) / 2}.get(aligned, 0.0)
    font = QFont(item.property("font"))
    font.setPixelSize(size)
    drawn = QFontMetricsF(font).tightBoundingRect(str(item.property("text")).replace("\n", " "))
    lines: int = item.property("lineCount")
    below = item.property("contentHeight") * (lines - 1) / max(1, lines)
    return item.mapRectToScene(QRectF(left, item.baselineOffset() + drawn.top(), width, below + drawn.height()))


def _evaluated(item: QQuickItem, expression: str) -> Any:
    context: Any = qmlContext(item)
    value: Any = QQmlExpression(context, item, expression).evaluate()
    return value[0]


def _ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    above: Any = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def _seen(layer: QQuickItem) -> Iterator[QQuickItem]:
    """What is visible of it, parents before children."""
    waiting = [layer]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(reversed(item.childItems()))


def _scrolls(item: QQuickItem) -> bool:
    return any(_is_a(above, "QQuickFlickable") for above in _ancestors(item))


def _clipped(item: QQuickItem) -> QRectF | None:
    """The frame that cuts what leaves it: of an item that clips, or of a card, a button, or a part of the page."""
    for above in _ancestors(item):
        if above.clip() or _is_a(above, "QQuickRectangle"):
            return _place(above)
        if above.property("ring") is not None:
            return _place(above).adjusted(0, MARGIN, 0, -MARGIN)
    return None


def _of(item: QQuickItem, component: str) -> bool:
    items: list[Any] = [item, *_ancestors(item)]
    return any(above.metaObject().className().startswith(f"{component}_") for above in items)


def _is_a(item: Any, kind: str) -> bool:
    return item.inherits(kind)
