"""How a panel looks and speaks. Each default is a setting of config.yaml, which WOX may set as well; somebody at the
glass may choose otherwise for a while."""

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "ja", "zh", "ar")
"""What the panel speaks, as ISO 639-1 names them."""


class Theme(StrEnum):
    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high-contrast"


class Appearance(Struct, frozen=True, kw_only=True):
    locale: str | None = None
    """BCP 47 or POSIX; None: the machine's."""
    theme: Theme = Theme.DARK
    large_text: bool = False
    low_reach: bool = False
    """Everything that can be tapped lies in the lower third of the screen."""
    reduced_motion: bool = False
    patient: bool = False
    """Sheets wait for whoever opened them instead of closing by themselves."""
    logo: str = ""
    """The house's, as a `data:image/png` address; empty: none."""
    primary: str = ""
    """The house's colours, as #RRGGBB: of the likeliest button, of what is chosen, and of the day beside the room's
    state. Each is shown in the nearest shade that can be read; empty: the theme's own."""
    accent: str = ""
    background: str = ""
    languages: tuple[str, ...] = LANGUAGES
    """Which ones somebody at the glass may choose from."""
    read_aloud: bool = False
    """The panel says its state aloud when asked, where the machine can speak."""

    @property
    def lasts(self) -> timedelta:
        """How long after the last touch it stays, where somebody has chosen it at the glass."""
        return timedelta(minutes=5 if self.patient else 2)


def agreed(by_wox: Appearance, by_file: Appearance) -> Appearance:
    """As WOX says; a language only where it names one."""
    return replace(by_wox, locale=by_wox.locale or by_file.locale)


def language_of(locale: str) -> str:
    """de_CH, de-CH.UTF-8 → de"""
    return locale.replace("-", "_").partition(".")[0].partition("_")[0].lower()
