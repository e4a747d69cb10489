"""asyncio's timers on Qt's event loop: never early, and gone at once when they are cancelled.

qasync's own may fire a twentieth early, so that whoever waited finds nothing to do and waits again; and one that was
cancelled, as the time-out of each request is, lives on until its time has come, and with it what it would have called.
"""

import asyncio
import math
from collections.abc import Callable
from contextvars import Context
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimerEvent


class Timers(QObject):
    """Of one event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._loop = loop
        self._handles: dict[int, _Handle] = {}

    def __len__(self) -> int:
        """So many are waited for."""
        return len(self._handles)

    def call_later(
        self, delay: float, callback: Callable[..., object], *values: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        """As asyncio's, in seconds; what is to be called soon is called in the order in which that was said."""
        delay = max(0.0, delay)
        id = self.startTimer(math.ceil(delay * 1000), Qt.TimerType.PreciseTimer)
        handle = _Handle(self._loop.time() + delay, callback, values, self._loop, context)
        handle.end = lambda: self._end(id)
        self._handles[id] = handle
        return handle

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's
        if (handle := self._handles.get(event.timerId())) is not None:
            handle.end()
            handle._run()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - asyncio's own

    def close(self) -> None:
        """None of them fires any more."""
        for handle in tuple(self._handles.values()):
            handle.end()

    def _end(self, id: int) -> None:
        self.killTimer(id)
        self._handles.pop(id).end = _nothing


def _nothing() -> None:
    """Qt gives the number of a timer that has ended to another."""


class _Handle(asyncio.TimerHandle):
    end: Callable[[], None]

    def cancel(self) -> None:
        super().cancel()
        self.end()
