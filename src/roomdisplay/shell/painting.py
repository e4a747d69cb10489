"""The window's frames: waiting for the first, and a picture of the last."""

import time

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView, QQuickWindow

FIRST_FRAME_PATIENCE = 5.0
"""Seconds: a screen that takes longer than this for a frame is served without waiting for it."""


def paint(application: QGuiApplication, window: QQuickView) -> None:
    """Returns once the window's first frame is out."""
    painted = False

    def swapped() -> None:
        nonlocal painted
        painted = True

    window.frameSwapped.connect(swapped)
    patience = time.monotonic() + FIRST_FRAME_PATIENCE
    while not painted and time.monotonic() < patience:
        application.processEvents()
    window.frameSwapped.disconnect(swapped)


def png(window: QQuickWindow) -> bytes:
    """What the window shows now, rendered afresh."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grabWindow().save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(buffer.data().data())
