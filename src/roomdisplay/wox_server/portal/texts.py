"""What the pages say: English as written, German from `german.py`. Times are of a place's zone, never the server's."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from roomdisplay.wox_server.portal.german import DAYS as GERMAN_DAYS
from roomdisplay.wox_server.portal.german import MONTHS as GERMAN_MONTHS
from roomdisplay.wox_server.portal.german import SENTENCES as GERMAN

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")  # fmt: skip


def text(sentence: str) -> str:
    """Marks a sentence that is said elsewhere: the tables are checked for it."""
    return sentence


class Language(Struct, frozen=True, kw_only=True):
    code: str
    sentences: Mapping[str, str]
    days: tuple[str, ...]
    months: tuple[str, ...]

    def say(self, sentence: str, /, **values: object) -> str:
        said = self.sentences.get(sentence, sentence)
        return said.format(**values) if values else said

    def day(self, day: date) -> str:
        name, month = self.days[day.weekday()], self.months[day.month - 1]
        return f"{name}, {day.day}. {month}" if self.code == "de" else f"{name} {day.day} {month}"

    def short_day(self, day: date) -> str:
        return f"{self.days[day.weekday()][: 2 if self.code == 'de' else 3]} {day.day}{'.' * (self.code == 'de')}"

    def clock(self, at: datetime, zone: ZoneInfo) -> str:
        return at.astimezone(zone).strftime("%H:%M")

    def moment(self, at: datetime, zone: ZoneInfo) -> str:
        return f"{self.day(at.astimezone(zone).date())}, {self.clock(at, zone)}"

    def span(self, start: datetime, end: datetime, zone: ZoneInfo) -> str:
        """Times of one day; the end's day too where it is another one."""
        days = {start.astimezone(zone).date(), (end - timedelta(microseconds=1)).astimezone(zone).date()}
        if len(days) > 1:
            return f"{self.moment(start, zone)} – {self.moment(end, zone)}"
        return f"{self.clock(start, zone)} – {self.clock(end, zone)}"

    def length(self, length: timedelta) -> str:
        """To the unit below, the two largest."""
        if length < timedelta(minutes=1):
            return f"{max(0, int(length.total_seconds()))} s"
        minutes = int(length.total_seconds()) // 60
        days, minutes = divmod(minutes, 1440)
        hours, minutes = divmod(minutes, 60)
        if days:
            unit = {"de": ("Tag", "Tage")}.get(self.code, ("day", "days"))[days != 1]
            return f"{days} {unit}" + (f" {hours} h" if hours else "")
        if hours:
            return f"{hours} h" + (f" {minutes} min" if minutes else "")
        return f"{minutes} min"


ENGLISH = Language(code="en", sentences={}, days=DAYS, months=MONTHS)
LANGUAGES = {"en": ENGLISH, "de": Language(code="de", sentences=GERMAN, days=GERMAN_DAYS, months=GERMAN_MONTHS)}


def chosen(accept_language: str) -> Language:
    """The language a browser likes best of those there are (RFC 9110, 12.5.4); English where it likes none."""
    liked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept_language[:500].split(",")):
        match = re.fullmatch(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9]{1,8})*\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?))?\s*", part)
        if match is not None and match[1].lower() in LANGUAGES and (quality := float(match[2] or 1)) > 0:
            liked.append((-quality, place, match[1].lower()))
    return LANGUAGES[min(liked)[2]] if liked else ENGLISH
