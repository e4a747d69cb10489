"""The window: fonts, theme and QML, put together."""

import logging
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, QUrl, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlError
from PySide6.QtQuick import QQuickView

from roomdisplay.core.appearance import Appearance
from roomdisplay.ui.theme import load_theme
from roomdisplay.ui.typefaces import load_fonts, write_in
from roomdisplay.ui.viewmodels.locale import known_locale, machine_locale
from roomdisplay.ui.viewmodels.panel import PanelViewModel
from roomdisplay.ui.viewmodels.snapshot import fact

if TYPE_CHECKING:
    from roomdisplay.ui.viewmodels.pairing import PairingViewModel

_log = logging.getLogger(__name__)
_QML = Path(__file__).resolve().parent / "qml"
TRANSLATIONS = Path(__file__).resolve().parent / "i18n"


class WindowBroken(Exception):
    """The window cannot be made; the message says what is wrong, with the place in the QML where there is one."""


class Speaking(Protocol):
    """A view model, which says everything in one locale."""

    def speak(self, locale: str) -> None: ...


class Look(QObject):
    """What the QML's Theme reads its tokens from."""

    tokensChanged = Signal()  # noqa: N815

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens: Mapping[str, Any] = {}

    tokens = fact(dict, "_tokens", tokensChanged)

    def wear(self, tokens: Mapping[str, Any]) -> None:
        self._tokens = tokens
        self.tokensChanged.emit()


class Window(QQuickView):
    """A view with the tokens of an appearance, fitted to its size."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = _decodable(appearance)
        self.engine().addImportPath(str(_QML))
        self.look = Look(self)

    def wear(self, appearance: Appearance) -> None:
        """Looks like that from now on. Raises ThemeBroken, and then it looks as before."""
        look = _decodable(appearance)
        self._fit(look)
        self._appearance = look

    def fit(self) -> None:
        """Brings the tokens to the window's size. Raises ThemeBroken."""
        self._fit(self._appearance)

    def _fit(self, look: Appearance) -> None:
        if not self.size().isEmpty():
            self.look.wear(load_theme(self.width(), self.height(), look))


def _decodable(appearance: Appearance) -> Appearance:
    """Without its logo where that is no whole picture."""
    if not appearance.logo:
        return appearance
    picture = b64decode(appearance.logo.partition(",")[2])
    if not QImage.fromData(picture).isNull():
        return appearance
    _log.warning("the logo is left out: its PNG is damaged; set brand.logo anew")
    return replace(appearance, logo="")


def create_window(
    view_model: "PanelViewModel | PairingViewModel",
    *,
    width: int,
    height: int,
    fullscreen: bool,
    appearance: Appearance,
) -> Window:
    """Shows the panel, paired or not, and returns its window; the caller keeps it, and ends it with `close_window`.

    `width` and `height` in pixels; full screen takes the screen's. Unknown locales are English. Raises WindowBroken,
    ThemeBroken.
    """
    _speak(view_model, appearance.locale)
    view = Window(appearance)
    if fullscreen:
        screen = view.screen().size()
        width, height = screen.width(), screen.height()
    view.setTitle("Room display")
    view.setColor(QColor(0x19, 0x1B, 0x1E))
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(width, height)
    complaints: list[str] = []

    def complain(errors: list[QQmlError]) -> None:
        complaints.extend(e.toString() for e in errors)

    view.engine().warnings.connect(complain)
    view.fit()
    is_panel = isinstance(view_model, PanelViewModel)
    view.setInitialProperties({"look": view.look, "panel" if is_panel else "pairing": view_model})
    page = "Main.qml" if is_panel else "Unpaired.qml"
    view.setSource(QUrl.fromLocalFile(str(_QML / "RoomDisplay" / page)))
    if view.status() is not QQuickView.Status.Ready:
        complaints.extend(e.toString() for e in view.errors())
        raise WindowBroken("The screen cannot be built: " + "; ".join(dict.fromkeys(complaints)))
    speaking: Speaking = view_model

    def put_on(chosen: Appearance) -> None:
        turn_to(view, speaking, chosen)

    view_model.appearance.worn_by(put_on, appearance)
    view.widthChanged.connect(view.fit)
    view.heightChanged.connect(view.fit)
    if fullscreen:
        view.showFullScreen()
    else:
        view.show()
    return view


def close_window(view: QQuickView) -> None:
    """Takes the window away, its QML first, so that nothing is bound to a view model that is gone.

    What is said from then on is English again, as it stands in `texts`.
    """
    view.close()
    view.setSource(QUrl())
    view.deleteLater()
    _hush()
    QLocale.setDefault(QLocale.system())


def dress(view: Window, view_model: PanelViewModel, appearance: Appearance) -> None:
    """The panel's own way to look and speak from now on; what somebody at the glass has chosen stays for its while.

    Raises ThemeBroken.
    """
    view_model.appearance.belongs(appearance)


def turn_to(view: Window, view_model: Speaking, appearance: Appearance) -> None:
    """Looks and speaks like that at once. Raises ThemeBroken, and then nothing has changed."""
    view.wear(appearance)
    _speak(view_model, appearance.locale)
    view.engine().retranslate()


_installed: list[QTranslator] = []


def _hush() -> None:
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()


def _speak(view_model: Speaking, locale: str | None) -> None:
    """Installs the locale's translators in place of those there were, and has the view model say everything again."""
    _hush()
    load_fonts(locale)
    locale = locale or machine_locale()
    write_in(locale)
    known = known_locale(locale)
    translator = QTranslator()
    if known.language() != QLocale.Language.English and translator.load(known, "roomdisplay", "_", str(TRANSLATIONS)):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
    QLocale.setDefault(known)
    view_model.speak(locale)
