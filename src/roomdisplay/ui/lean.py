"""PySide without its second spelling.

For `from __feature__ import snake_case` PySide looks, from its own import on, into the source of every module that is
imported, and keeps the text: 12 MB, and 20 ms of the time to the first frame. Nobody here asks for it, so imports are
Python's own again. Where a future PySide does this otherwise, nothing happens here, and it costs that.
"""

import builtins
from importlib import import_module


def load_pyside() -> None:
    """Before everything else of Qt and of the panel."""
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
