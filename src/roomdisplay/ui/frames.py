"""Whether what is asked of the screen is painted."""

import time

from PySide6.QtQuick import QQuickWindow


class Frames:
    """The frames of one window."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._asked_at: float | None = None
        window.frameSwapped.connect(self._swapped)

    def ask(self) -> None:
        """Has the window painted even where nothing changed, so that its silence means something."""
        if self._asked_at is None:
            self._asked_at = time.monotonic()
        self._window.update()

    @property
    def waiting(self) -> float:
        """Seconds since a frame was asked for that is not out; 0: all are, or there is no screen to paint on."""
        # Qt keeps an empty one where the last was unplugged
        if self._asked_at is not None and self._window.screen().geometry().isEmpty():
            self._asked_at = None
        return 0.0 if self._asked_at is None else time.monotonic() - self._asked_at

    def close(self) -> None:
        self._window.frameSwapped.disconnect(self._swapped)

    def _swapped(self) -> None:
        self._asked_at = None
