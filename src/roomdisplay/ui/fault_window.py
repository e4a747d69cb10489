"""The page of a panel that cannot run, painted by hand: QML, theme and fonts may be what is broken."""

import re

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QRasterWindow, QTextOption

from roomdisplay.ui.fault import FaultView
from roomdisplay.ui.square import Square

GROUND, INK, SOFT = QColor(0x19, 0x1B, 0x1E), QColor(0xFF, 0xFF, 0xFF), QColor(0xD5, 0xDA, 0xE0)
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)")
_ENOUGH = 10_000.0


class FaultWindow(QRasterWindow):
    def __init__(self, view: FaultView) -> None:
        super().__init__()
        self._view = view
        self.setTitle("Room display")

    def show_view(self, view: FaultView) -> None:
        """Another fault, or the same in other words."""
        if view != self._view:
            self._view = view
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        paint_fault(painter, QSizeF(self.size()), self._view)
        painter.end()

    def picture(self) -> QImage:
        image = QImage(self.size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_fault(painter, QSizeF(self.size()), self._view)
        painter.end()
        return image


def paint_fault(painter: QPainter, size: QSizeF, view: FaultView) -> None:
    """Words and code side by side; on an upright screen one above the other."""
    painter.fillRect(QRectF(QPointF(), size), GROUND)
    is_upright = size.height() > size.width()
    edge = min(size.width(), size.height()) * 0.08
    page = QRectF(edge, edge, size.width() - 2 * edge, size.height() - 2 * edge)
    if is_upright:
        side = min(page.width() * 0.62, page.height() * 0.42)
        code = QRectF(page.center().x() - side / 2, page.bottom() - side, side, side)
        words = QRectF(page.left(), page.top(), page.width(), page.height() - side - edge)
    else:
        side = min(page.height(), page.width() * 0.4)
        code = QRectF(page.right() - side, page.center().y() - side / 2, side, side)
        words = QRectF(page.left(), page.top(), page.width() - side - edge, page.height())
        if view.is_mirrored:
            code.moveLeft(page.left())
            words.moveRight(page.right())
    _paint_square(painter, code, view.square)
    _paint_words(painter, words, view)


def _paint_square(painter: QPainter, place: QRectF, square: Square) -> None:
    """Whole pixels, dark on light."""
    module = max(1, int(place.width() // max(1, square.side)))
    whole = module * square.side
    left, top = round(place.center().x() - whole / 2), round(place.center().y() - whole / 2)
    painter.fillRect(left, top, whole, whole, QColor("white"))
    for x, y, length in _RUN.findall(square.path):
        painter.fillRect(left + int(x) * module, top + int(y) * module, int(length) * module, module, QColor("black"))


def _paint_words(painter: QPainter, place: QRectF, view: FaultView) -> None:
    """In the middle of the place, as large as they fit."""
    parts = ((view.title, 1.0, INK, True), (view.how, 0.55, INK, False), (view.for_it, 0.42, SOFT, False))
    parts += ((view.code, 0.34, SOFT, False),)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if view.is_mirrored else Qt.LayoutDirection.LeftToRight)

    def laid_out(size: float) -> tuple[list[tuple[str, QFont, QColor, float]], float]:
        rows: list[tuple[str, QFont, QColor, float]] = []
        for text, share, colour, is_bold in parts:
            font = QFont("Inter")
            font.setPixelSize(max(9, round(size * share)))
            font.setBold(is_bold)
            painter.setFont(font)
            room = painter.boundingRect(QRectF(0, 0, place.width(), _ENOUGH), text, option)
            rows.append((text, font, colour, room.height() + size * 0.35))
        return rows, sum(row[3] for row in rows)

    size = place.width() * 0.12
    rows, height = laid_out(size)
    while height > place.height() and size > 12:
        size *= 0.92
        rows, height = laid_out(size)
    top = place.top() + max(0.0, (place.height() - height) / 2)
    for text, font, colour, high in rows:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(place.left(), top, place.width(), high), text, option)
        top += high
