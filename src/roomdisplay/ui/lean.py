"""PySide without what nobody here uses of it.

Its second spelling: for `from __feature__ import snake_case` PySide looks, from its own import on, into the source of
every module that is imported, and keeps the text: 12 MB, and 20 ms of the time to the first frame. Imports are Python's
own again. Where a future PySide does this otherwise, nothing happens here, and it costs that.

Its OpenGL: QtQuick wants those 9 MB, for the methods that give a QOpenGLFramebufferObject and for nothing else: 2 MB of
memory, and of what a start reads. It is left out of the PySides of which that is known, and of no others.
"""

import builtins
import sys
from importlib import import_module
from types import ModuleType

_OPENGL = "PySide6.QtOpenGL"
_KNOWN = ((6, 8), (6, 12))
"""The PySides of which tests/ui/test_lean.py has seen that QtQuick does without."""


def load_pyside() -> None:
    """Before everything else of Qt and of the panel."""
    pyside = import_module("PySide6")
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    if pyside.__version_info__[:2] in _KNOWN and _OPENGL not in sys.modules:
        sys.modules[_OPENGL] = ModuleType(_OPENGL)
        try:
            import_module("PySide6.QtQuick")
        finally:
            del sys.modules[_OPENGL]
