"""Which scripts a language is written in, and whether a font of this machine has them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase

from roomdisplay.ui.typefaces import is_carried
from roomdisplay.ui.viewmodels.locale import known_locale

_System = QFontDatabase.WritingSystem
_Script = QLocale.Script
_SCRIPTS: Mapping[QLocale.Script, tuple[str, QFontDatabase.WritingSystem]] = {
    _Script.LatinScript: ("Latin", _System.Latin),
    _Script.GreekScript: ("Greek", _System.Greek),
    _Script.CyrillicScript: ("Cyrillic", _System.Cyrillic),
    _Script.ArmenianScript: ("Armenian", _System.Armenian),
    _Script.GeorgianScript: ("Georgian", _System.Georgian),
    _Script.HebrewScript: ("Hebrew", _System.Hebrew),
    _Script.ArabicScript: ("Arabic", _System.Arabic),
    _Script.DevanagariScript: ("Devanagari", _System.Devanagari),
    _Script.BengaliScript: ("Bengali", _System.Bengali),
    _Script.GujaratiScript: ("Gujarati", _System.Gujarati),
    _Script.GurmukhiScript: ("Gurmukhi", _System.Gurmukhi),
    _Script.TamilScript: ("Tamil", _System.Tamil),
    _Script.TeluguScript: ("Telugu", _System.Telugu),
    _Script.KannadaScript: ("Kannada", _System.Kannada),
    _Script.MalayalamScript: ("Malayalam", _System.Malayalam),
    _Script.SinhalaScript: ("Sinhala", _System.Sinhala),
    _Script.ThaiScript: ("Thai", _System.Thai),
    _Script.LaoScript: ("Lao", _System.Lao),
    _Script.KhmerScript: ("Khmer", _System.Khmer),
    _Script.MyanmarScript: ("Myanmar", _System.Myanmar),
    _Script.JapaneseScript: ("Japanese", _System.Japanese),
    _Script.KoreanScript: ("Korean", _System.Korean),
    _Script.SimplifiedHanScript: ("Simplified Chinese", _System.SimplifiedChinese),
    _Script.TraditionalHanScript: ("Traditional Chinese", _System.TraditionalChinese),
}


def scripts(locales: Iterable[str]) -> dict[str, bool]:
    """By name, for the locales as in `de_DE`: has any font the script? Needs a QGuiApplication."""
    found: dict[str, bool] = {}
    for locale in locales:
        name, system = _SCRIPTS.get(known_locale(locale).script(), ("Latin", _System.Latin))
        found[name] = bool(QFontDatabase.families(system))
    return found


def readable(languages: Iterable[str]) -> tuple[str, ...]:
    """Those of which some font of this machine has the script, or one that comes with the panel. Needs a
    QGuiApplication."""
    return tuple(one for one in languages if is_carried(one) or all(scripts([one]).values()))
