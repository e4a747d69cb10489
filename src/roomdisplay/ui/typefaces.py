"""The fonts that come with the panel, each loaded when something is first written in it."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from roomdisplay.ui.theme import ThemeBroken, assets
from roomdisplay.ui.viewmodels.locale import known_locale, machine_locale


def load_fonts(locale: str | None = None) -> None:
    """The fonts that come with the panel, and those that `locale` is written in. Needs a QGuiApplication.

    Raises ThemeBroken.
    """
    if _load("Inter*.otf"):
        font = QFont("Inter")
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        QGuiApplication.setFont(font)
    if known_locale(locale or machine_locale()).script() is QLocale.Script.ArabicScript:
        _load("NotoSansArabic-*.ttf")


_loaded: set[str] = set()


def _load(fonts: str) -> bool:
    """False if they are there already."""
    if fonts in _loaded:
        return False
    for path in sorted((assets() / "fonts").glob(fonts)):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ThemeBroken(f"The font {path} cannot be loaded. Install the program again.")
    _loaded.add(fonts)
    return True
