"""The `roomdisplay` command, one part of which stands still as soon as the file that $FREEZE names says which:
`engine`, `frames` or `store`. The tests start it in the panel's place, to see what becomes of it."""

import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickWindow

from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.cli import main
from roomdisplay.core.schedule import Schedule
from roomdisplay.shell import engine, watch
from roomdisplay.ui.frames import Frames

_WORD = Path(os.environ["FREEZE"])


def _is_frozen(part: str) -> bool:
    return _WORD.exists() and _WORD.read_text().strip() == part


class _UnpaintedWindow(QObject):
    """Keeps from a window that it is to paint itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        return event.type() == QEvent.Type.UpdateRequest and _is_frozen("frames")


def _freezable() -> None:
    post, start, save = engine.Engine.post, Frames.__init__, SqliteStore.save_schedule

    def posted(self: engine.Engine, event: Any) -> None:
        if not _is_frozen("engine"):
            post(self, event)

    def started(self: Frames, window: QQuickWindow) -> None:
        start(self, window)
        window.installEventFilter(_UnpaintedWindow(window))

    def saved(self: SqliteStore, room_address: str, schedule: Schedule, read_at: datetime) -> None:
        while _is_frozen("store"):
            time.sleep(0.1)
        save(self, room_address, schedule, read_at)

    engine.Engine.post, Frames.__init__, SqliteStore.save_schedule = posted, started, saved


def _hurried() -> None:
    """What takes a minute takes some seconds."""
    engine.LONGEST_SLEEP, watch.STILL, watch.UNPAINTED, watch.UNWRITTEN, watch.EVERY = 1.0, 3.0, 2.0, 2.0, 0.5


if __name__ == "__main__":
    _freezable()
    _hurried()
    sys.exit(main())
