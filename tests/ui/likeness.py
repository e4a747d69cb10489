"""Whether two pictures look the same."""

from PySide6.QtGui import QImage

TOLERANCE = 0.002
"""Share of pixels that may differ: a rounding more or less at the edge of a letter."""
SHADE = 12
"""Of 255: what a large letter, drawn as a path, may differ by from one time to the next."""


def unlike(mine: QImage, theirs: QImage) -> int:
    """How many pixels differ; 0 where hardly any do."""
    if mine.size() != theirs.size():
        return mine.width() * mine.height()
    pixels, others = (bytes(p.convertToFormat(QImage.Format.Format_RGB32).constBits()) for p in (mine, theirs))
    different = sum(_differs(pixels, others, i) for i in range(0, len(pixels), 4)) if pixels != others else 0
    return different if different > TOLERANCE * len(pixels) / 4 else 0


def _differs(mine: bytes, theirs: bytes, at: int) -> bool:
    return any(abs(mine[i] - theirs[i]) > SHADE for i in range(at, at + 3))
