"""How a panel looks and speaks. Each default is a setting of config.yaml, which WOX may set as well; somebody at the
glass may choose otherwise for a while."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Theme(StrEnum):
    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    locale: str | None = None
    """BCP 47 or POSIX; None: the machine's."""
    theme: Theme = Theme.DARK
    large_text: bool = False
    low_reach: bool = False
    """Everything that can be tapped lies in the lower third of the screen."""
    reduced_motion: bool = False
    patient: bool = False
    """Sheets wait for whoever opened them instead of closing by themselves."""


def agreed(by_wox: Appearance, by_file: Appearance) -> Appearance:
    """As WOX says; a language only where it names one."""
    return replace(by_wox, locale=by_wox.locale or by_file.locale)
