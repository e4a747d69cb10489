"""PySide without what nobody here uses of it.

Its second spelling: for `from __feature__ import snake_case` PySide looks, from its own import on, into the source of
every module that is imported, and keeps the text: 12 MB, and 20 ms of the time to the first frame. Imports are Python's
own again. Where a future PySide does this otherwise, nothing happens here, and it costs that.

Its OpenGL and its network: QtQuick wants the 9 MB of the one for the methods that give a QOpenGLFramebufferObject, and
QtQml the other for those that give a QNetworkAccessManager, and both for nothing else: 2 MB and 1.3 MB of memory, and
of what a start reads. They are left out of the PySides of which that is known, and of no others; who wants QtNetwork
later gets it.
"""

import builtins
import sys
from importlib import import_module
from types import ModuleType

_LEFT_OUT = ("PySide6.QtNetwork", "PySide6.QtOpenGL")
_KNOWN = ((6, 8), (6, 12))
"""The PySides of which tests/ui/test_lean.py has seen that QtQml and QtQuick do without."""


def load_pyside() -> None:
    """Before everything else of Qt and of the panel."""
    pyside = import_module("PySide6")
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    left_out = [name for name in _LEFT_OUT if name not in sys.modules]
    if pyside.__version_info__[:2] in _KNOWN:
        sys.modules.update({name: ModuleType(name) for name in left_out})
        try:
            import_module("PySide6.QtQuick")
        finally:
            for name in left_out:
                del sys.modules[name]
