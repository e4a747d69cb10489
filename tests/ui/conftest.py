"""The window without a screen. The platform is chosen here, before anything imports Qt."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roomdisplay.ui.platform import prepare

prepare((1280, 800), display=False)

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtQuick import QQuickView  # noqa: E402

from roomdisplay.core.appearance import Appearance  # noqa: E402
from roomdisplay.core.machine import State  # noqa: E402
from roomdisplay.gallery.door import Door  # noqa: E402
from roomdisplay.gallery.states import STATES  # noqa: E402
from roomdisplay.ui import window  # noqa: E402
from roomdisplay.ui.viewmodels.panel import PanelViewModel, Patience  # noqa: E402
from roomdisplay.ui.window import close_window, create_window  # noqa: E402
from tests.ui.pseudo import PSEUDO, compile_pseudo  # noqa: E402

MakeDoor = Callable[..., Door]


@pytest.fixture(scope="module", autouse=True)
def collected_on_this_thread() -> Iterator[None]:
    """As in the panel: the cyclic collector runs on the GUI thread alone: elsewhere it could destroy Qt objects."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def pseudo_catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("i18n")
    compile_pseudo(window.TRANSLATIONS, directory)
    return directory


@pytest.fixture
def pseudo_language(pseudo_catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A language that is longer than any."""
    monkeypatch.setattr(window, "TRANSLATIONS", pseudo_catalogues)
    return PSEUDO


@pytest.fixture
def door(qapp: QGuiApplication) -> Door:
    """A panel without a window, showing the free room."""
    return Door(STATES["free"])


@pytest.fixture
def open_door(qapp: QGuiApplication) -> Iterator[MakeDoor]:
    """Makes panels with a window; they are closed at the end."""
    opened: list[tuple[PanelViewModel, QQuickView]] = []

    def make(
        state: State = STATES["free"],
        *,
        size: tuple[int, int] = (1280, 800),
        locale: str = "en_GB",
        motion: bool = False,
        appearance: Appearance | None = None,
        patience: Patience | None = None,
    ) -> Door:
        door = Door(state, patience=patience)
        door.window = create_window(
            door.view_model,
            width=size[0],
            height=size[1],
            fullscreen=False,
            appearance=appearance or Appearance(locale=locale, reduced_motion=not motion),
        )
        opened.append((door.view_model, door.window))
        door.settle()
        return door

    yield make
    for _, glass in opened:
        close_window(glass)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
