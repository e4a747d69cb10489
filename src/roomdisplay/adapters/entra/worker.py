"""One thread for calls that block."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_T = TypeVar("_T")


class Worker:
    """Runs jobs in the order they come, in a thread that starts with the first and never delays the program's end.

    (A ThreadPoolExecutor's threads are waited for at exit, however long a peer keeps silent.)
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def submit(self, job: Callable[[], _T]) -> "Future[_T]":
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        future: Future[_T] = Future()
        # from here on whoever stops waiting stops nothing
        future.set_running_or_notify_cancel()

        def run() -> None:
            try:
                result = job()
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        self._jobs.put(run)
        return future

    def stop(self) -> None:
        """After the jobs already submitted; does not wait."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread = None

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
