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
    if is_carried(locale or machine_locale()):
        _load("NotoSansArabic-*.ttf")


def is_carried(locale: str) -> bool:
    """Does its script, which is not that of the panel's own fonts, come with the panel?"""
    return known_locale(locale).script() is QLocale.Script.ArabicScript


FAMILIES = ("Inter", "Inter Display")
NAMES = "Language Names"
"""A family of no font of its own: in it each language is named in its script, without that script's whole font."""
_OF_NAMES = ("Room Display Han", "Room Display Arabic")
"""Noto's letters of `ui.appearance.NAMES` that Inter has not, and no others."""


def load_names() -> None:
    """What NAMES is written in. Needs a QGuiApplication, and the panel's own fonts. Raises ThemeBroken."""
    if _load("LanguageNames-*"):
        QFont.insertSubstitutions(NAMES, [FAMILIES[0], *_OF_NAMES])


_HAN = {
    QLocale.Script.JapaneseScript: "Noto Sans CJK JP",
    QLocale.Script.SimplifiedHanScript: "Noto Sans CJK SC",
    QLocale.Script.TraditionalHanScript: "Noto Sans CJK TC",
    QLocale.Script.KoreanScript: "Noto Sans CJK KR",
}
"""Debian's Noto has each language's forms of the characters that they share."""


def write_in(locale: str) -> None:
    """What the panel's own fonts lack is written in the forms of `locale`'s script, where the machine has them.

    Needs a QGuiApplication, and the panel's own fonts.
    """
    forms = _HAN.get(known_locale(locale).script())
    if forms is None or [forms.lower()] == QFont.substitutes(FAMILIES[0]):
        return
    for family in FAMILIES:
        QFont.removeSubstitutions(family)
        QFont.insertSubstitution(family, forms)
    # Qt keeps what it found for each letter until a font comes
    QFontDatabase.addApplicationFont(str(assets() / "fonts" / "Inter-Regular.otf"))


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
