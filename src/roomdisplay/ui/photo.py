"""A photo made small enough for the glass, in another thread and before anybody asks for it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader

BOX = QSize(1280, 1280)
MOST_MEGABYTES = 96
"""Of one decoded picture; `core.photo.MOST_PIXELS` take 64."""


def fitted(photo: Path, into: Path) -> bool:
    """Writes `photo` as a JPEG no larger than BOX; False where it is damaged, or cannot be written. Blocks."""
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    reader = QImageReader(str(photo))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > BOX.width() or size.height() > BOX.height():
        # a JPEG is decoded right in that size, which takes little memory
        reader.setScaledSize(size.scaled(BOX, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    part = into.with_name(f"new-{into.stem}.jpg")
    if picture.isNull() or not picture.save(str(part), quality=88):
        return False
    part.replace(into)
    return True
