"""The house's colours, each in the nearest shade that can be read where it stands. Pure; no Qt.

The colours of a room's state are never touched, and in high contrast there is no brand.
"""

from collections.abc import Callable, Iterator
from typing import Any

from roomdisplay.core.appearance import Appearance, Theme

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""
STEPS = 64
"""How finely shades are tried, from the colour to white and to black."""
TEXT, STATE, SHAPE = 4.5, 7.0, 3.0
"""The least contrast of text, of state and times, and of what is no text."""
_WHITE, _INK = "#FFFFFF", "#10151B"
_ON_RAIL = (("railText", STATE), ("railSoft", STATE), ("railFaint", STATE), ("blockCurrent", STATE))
_ON_BLOCK = (("block", "railText", STATE), ("block", "railSoft", STATE), ("blockPast", "railSoft", TEXT))


def branded(tokens: dict[str, Any], look: Appearance) -> dict[str, Any]:
    """`tokens` (`colour`, `tones`) in the brand of `look`; a colour that cannot be read in any shade is left out."""
    if look.theme is Theme.HIGH_CONTRAST:
        return tokens
    colour: dict[str, str] = tokens["colour"]
    tones: dict[str, dict[str, str]] = tokens["tones"]
    if look.background and (rail := nearest(look.background, lambda c: _is_rail(c, colour, tones))):
        tones = {name: tone | {"rail": rail} for name, tone in tones.items()}
    if look.primary and (filled := nearest(look.primary, lambda c: _is_button(c, tones))):
        ink = _ink(filled)
        away = _mixed(filled, (0.0, 0.0, 0.0) if ink == _WHITE else (1.0, 1.0, 1.0), 0.2)
        parts = {"filled": filled, "filledInk": ink, "filledPressed": away}
        tones = {name: tone | parts for name, tone in tones.items()}
    if look.accent and (mark := nearest(look.accent, lambda c: _is_mark(c, tones))):
        tones = {name: tone | {"mark": mark} for name, tone in tones.items()}
    return tokens | {"tones": tones}


def nearest(colour: str, holds: Callable[[str], bool]) -> str | None:
    """The shade of `colour` (#RRGGBB), mixed with as little white or black as it takes, for which `holds`."""
    return next((shade for shade in _shades(colour) if holds(shade)), None)


def contrast(ink: str, ground: str) -> float:
    """As WCAG 2 has it, from 1 to 21. `ink` may be #AARRGGBB; `ground` is opaque."""
    light, dark = sorted((_luminance(_over(ink, _rgb(ground))), _luminance(_rgb(ground))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _is_rail(rail: str, colour: dict[str, str], tones: dict[str, dict[str, str]]) -> bool:
    if any(contrast(colour[ink], rail) < least for ink, least in _ON_RAIL):
        return False
    ground = {name: _hex(_over(colour[name], _rgb(rail))) for name in ("block", "blockPast", "gap")}
    if any(contrast(colour[ink], ground[name]) < least for name, ink, least in _ON_BLOCK):
        return False
    return all(contrast(tone["accent"], ground["gap"]) >= STATE for tone in tones.values())


def _is_button(filled: str, tones: dict[str, dict[str, str]]) -> bool:
    stages = {tone[end] for tone in tones.values() for end in ("stageTop", "stageBottom")}
    return contrast(_ink(filled), filled) >= STATE and all(contrast(filled, stage) >= SHAPE for stage in stages)


def _is_mark(mark: str, tones: dict[str, dict[str, str]]) -> bool:
    return all(contrast(mark, tone[ground]) >= SHAPE for tone in tones.values() for ground in ("rail", "stageBottom"))


def _ink(ground: str) -> str:
    return max((_WHITE, _INK), key=lambda ink: contrast(ink, ground))


def _shades(colour: str) -> Iterator[str]:
    yield colour
    for step in range(1, STEPS + 1):
        for end in ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)):
            yield _mixed(colour, end, step / STEPS)


def _mixed(colour: str, end: Rgb, share: float) -> str:
    red, green, blue = (c + (e - c) * share for c, e in zip(_rgb(colour), end, strict=True))
    return _hex((red, green, blue))


def _over(colour: str, below: Rgb) -> Rgb:
    alpha = int(colour[1:3], 16) / 255 if len(colour) == 9 else 1.0
    red, green, blue = (alpha * c + (1 - alpha) * b for c, b in zip(_rgb(colour), below, strict=True))
    return red, green, blue


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[-6:][i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in colour)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
