"""A locale's words and ways of writing times, from Qt."""

import os
import re
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from roomdisplay.ui.texts import CONTEXT, Counted
from roomdisplay.ui.wording import Wording, counted_in_english

FALLBACK = "en_GB"
_OF_NO_COUNTRY = {"en": FALLBACK, "ar": "ar_AE"}
"""Where Qt would pick a country whose ways are not everybody's: a 12-hour clock, Arabic-Indic digits."""
_YEAR = re.compile(r"(?:,|،)?\s*(?:'[^']*'\s*)?y+\s*(?:'?年'?|'[^']*'\.?)?")
_RIGHT_TO_LEFT = (QLocale.Script.ArabicScript, QLocale.Script.HebrewScript, QLocale.Script.ThaanaScript)
"""By script, because `textDirection` would load the whole Qt namespace before the first frame: 14 ms."""
_MINUTES = re.compile(r"[:.]mm")
_SPACES = re.compile("[\u202f\u2009\u00a0]")


def known_locale(name: str) -> QLocale:
    """The locale of that name (`de_DE`, `en`), or British English where Qt knows none."""
    name = name.replace("-", "_").split(".")[0]
    locale = QLocale(_OF_NO_COUNTRY.get(name, name))
    return QLocale(FALLBACK) if locale.language() == QLocale.Language.C else locale


def wording(locale: QLocale) -> Wording:
    """How `locale` says it. Sentences come from the translators installed in the application."""
    time_format = locale.timeFormat(QLocale.FormatType.ShortFormat)
    # "10 AM" says all that "10:00 AM" says
    hour_format = _MINUTES.sub("", time_format) if "a" in time_format.lower() else time_format
    date_format = _YEAR.sub("", locale.dateFormat(QLocale.FormatType.LongFormat)).strip(" ,،")

    def time(instant: datetime) -> str:
        return _SPACES.sub("\u00a0", locale.toString(QTime(instant.hour, instant.minute), time_format))

    def hour(instant: datetime) -> str:
        return _SPACES.sub("\u00a0", locale.toString(QTime(instant.hour, instant.minute), hour_format))

    def full_date(day: date) -> str:
        return locale.toString(QDate(day.year, day.month, day.day), date_format)

    def weekday(day: date) -> str:
        return locale.dayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    return Wording(
        translate=lambda text: QCoreApplication.translate(CONTEXT, text),
        count=_counted,
        time=time,
        hour=hour,
        full_date=full_date,
        weekday=weekday,
        number=lambda n: locale.toString(n),
        mirrored=locale.script() in _RIGHT_TO_LEFT,
    )


def _counted(text: Counted, n: int) -> str:
    """By the catalogue's forms; English, which has no catalogue, by its own two."""
    if QCoreApplication.translate(CONTEXT, text.many) == text.many:
        return counted_in_english(text, n)
    return QCoreApplication.translate(CONTEXT, text.many, None, n)


def machine_locale() -> str:
    """What LC_ALL, LC_TIME or LANG name; the empty string where they name none."""
    named = (os.environ.get(variable) for variable in ("LC_ALL", "LC_TIME", "LANG"))
    return next((name.split(".")[0] for name in named if name), "")
