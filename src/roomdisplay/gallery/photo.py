"""A photo for the pictures of a room that has one: drawn, so that none has to be shipped."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF

WIDTH, HEIGHT = 960, 640
_FOLDER = TemporaryDirectory(prefix="roomdisplay-gallery-")


@cache
def photo() -> Path:
    """Its file, which goes with the process."""
    file = Path(_FOLDER.name) / "aurora.jpg"
    _drawn().save(str(file), quality=90)
    return file


def _drawn() -> QImage:
    """A table and a screen before a window."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(image.rect(), QColor("#D8D2C6"))
    sky = QLinearGradient(0, 70, 0, 360)
    sky.setColorAt(0, QColor("#8FB7D9"))
    sky.setColorAt(1, QColor("#E4EEF4"))
    for column in range(3):
        painter.fillRect(QRectF(520 + column * 140, 70, 128, 290), sky)
    painter.fillRect(QRectF(0, 430, WIDTH, 210), QColor("#A98F6F"))
    painter.setBrush(QColor("#22272D"))
    painter.drawRoundedRect(QRectF(90, 120, 340, 200), 8, 8)
    painter.fillRect(QRectF(104, 134, 312, 172), QColor("#3B6E8F"))
    painter.setBrush(QColor("#6E4F33"))
    painter.drawPolygon(QPolygonF([QPointF(*at) for at in ((240, 420), (760, 420), (900, 540), (120, 540))]))
    painter.setBrush(QColor("#33414C"))
    for x in (170, 330, 490, 650, 790):
        painter.drawRoundedRect(QRectF(x, 500, 84, 120), 18, 18)
    painter.end()
    return image
