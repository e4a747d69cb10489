"""A process that lives for months stays as small as it was in its first hour.

What a panel lets go of leaves holes between things that live longer, in pages that are then never empty. So nothing is
let lie for long, and empty pages go back to the system at once.
"""

import gc
import sys
from collections.abc import Callable
from functools import cache
from typing import Protocol
from urllib import parse


class Scripts(Protocol):
    """What QML's engine is to whoever tidies up."""

    def collectGarbage(self) -> None: ...  # noqa: N802 - Qt's


def settle() -> None:
    """What is there now, mostly code, is there for good: `tidy` looks through it no more. That takes a
    millisecond instead of tens, for which no finger would be answered."""
    gc.collect()
    gc.freeze()


def tidy(engine: Scripts | None) -> None:
    """Lets go of Python's cycles, of what it keeps only to be quicker, and of QML's garbage, and gives the free memory
    back. On Qt's thread: it may destroy Qt's objects."""
    gc.collect()
    _forget_names()
    _forget_addresses()
    if engine is not None:
        engine.collectGarbage()
    _trim()(0)


def _nothing() -> None: ...


_forget_names: Callable[[], object] = getattr(
    sys, "_clear_internal_caches", getattr(sys, "_clear_type_cache", _nothing)
)
"""Names that were looked up in types, thousands where each is a new string, as PySide's are."""
_forget_addresses: Callable[[], object] = getattr(parse, "clear_cache", _nothing)
"""The last 128 that were taken apart; each poll asks for another."""


@cache
def _trim() -> Callable[[int], object]:
    """glibc's malloc_trim(3); nothing where there is no such."""
    try:
        from ctypes import CDLL  # 10 ms, after the start

        return CDLL(None).malloc_trim
    except (ImportError, OSError, AttributeError, MemoryError):
        return lambda _: None
