"""Scenes drawn: one picture each, always the same, with what is wrong in it."""

from collections.abc import Iterable, Iterator
from itertools import product

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QImage

from roomdisplay.core.appearance import Appearance
from roomdisplay.gallery.layout import Wanted, complaints
from roomdisplay.gallery.scenes import Scene
from roomdisplay.ui import screen
from roomdisplay.ui.theme import load_theme
from roomdisplay.ui.window import close_window, create_window

Size = tuple[int, int]


class Picture(Struct, frozen=True, kw_only=True):
    name: str
    size: Size
    look: Appearance
    image: QImage
    complaints: tuple[str, ...]


def draw(name: str, scene: Scene, size: Size, look: Appearance) -> Picture:
    """`scene` on a panel of `size` pixels that looks like `look`. Raises WindowBroken, ThemeBroken."""
    width, height = size
    view_model = scene.view_model()
    window = create_window(view_model, width=width, height=height, fullscreen=False, appearance=look)
    try:
        for _ in range(3):
            QGuiApplication.processEvents()
        image = screen.grab(window)
        wanted = Wanted(target=load_theme(width, height, look)["target"], low_reach=look.low_reach)
        found = tuple(complaints(window, wanted))
    finally:
        close_window(window)
        # its timers too: nobody looks at it any more
        view_model.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Picture(name=name, size=size, look=look, image=image, complaints=found)


def draw_all(scenes: dict[str, Scene], sizes: Iterable[Size], looks: Iterable[Appearance]) -> Iterator[Picture]:
    for size, look in product(sizes, looks):
        for name, scene in scenes.items():
            yield draw(name, scene, size, look)
