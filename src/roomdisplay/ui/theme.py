"""Theme tokens: read from assets/themes, resolved, checked, and fitted to a screen. No Qt.

`base.json` has what every theme shares: type, space, motion, sizes, a palette, and a ramp of shades for each tone (a
state of the room). A theme says which colour each token has, which shade plays which part in a tone, and what it would
have otherwise than the base. A colour is written `white`, or `white 72%` where what lies below shines through.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, cast

from roomdisplay.core.appearance import Appearance, Theme
from roomdisplay.ui.brand import branded

_PACKAGE = Path(__file__).resolve().parents[1]
TONES = ("free", "soon", "busy", "ending", "held", "checkIn", "closed", "outOfService", "unknown")
_BASE = "base.json"
_SECTIONS = ("colour", "tone", "palette", "hues", "family", "type", "largeText", "space", "motion", "sizes")
_COLOUR = re.compile(r"([A-Za-z]+)(?: ([0-9]{1,3})%)?")
SMALL = 24
"""Type below this many reference pixels shrinks less than the rest."""


class ThemeBroken(Exception):
    """A theme file cannot be used; the message is a sentence that says where and why."""


@cache
def assets() -> Path:
    """The directory of fonts and themes: inside the wheel, or beside `src` in a checkout."""
    for place in (_PACKAGE / "assets", _PACKAGE.parents[1] / "assets"):
        if (place / "themes").is_dir():
            return place
    raise ThemeBroken(f"No assets were found beside {_PACKAGE}. Install the program again.")


def load_theme(
    width: int, height: int, look: Appearance | None = None, *, directory: Path | None = None
) -> dict[str, Any]:
    """The tokens of an appearance for a screen of that size: lengths in pixels, colours as #RRGGBB or #AARRGGBB.

    Raises ThemeBroken.
    """
    look = look or Appearance()
    theme = branded(read_theme(look.theme, directory), look)
    size = _nearest(theme["sizes"], width, height)
    scale = min(width / size["width"], height / size["height"])
    unit, small = size["unit"] * scale, size["small"] * scale
    larger: dict[str, float] = theme["largeText"] | size.get("largeText", {}) if look.large_text else {"rest": 1.0}

    def type_size(name: str, reference: float) -> int:
        grown = larger.get(name, larger["rest"])
        return max(1, round(reference * grown * (small if reference < SMALL else unit)))

    tokens: dict[str, Any] = {
        "colour": theme["colour"],
        "tones": theme["tones"],
        "family": theme["family"],
        "type": {k: type_size(k, v) for k, v in theme["type"].items()},
        "space": {k: max(1, round(v * unit)) if v else 0 for k, v in theme["space"].items()},
        "motion": {k: 0 if look.reduced_motion else v for k, v in theme["motion"].items()},
        "target": round(size["target"] * scale),
        "railShare": size["rail"],
        "portrait": height > width,
        "largeText": look.large_text,
        "lowReach": look.low_reach,
        "logo": look.logo,
        "size": size["name"],
    }
    space = tokens["space"]
    if tokens["portrait"]:
        # the rail lies below the stage, and begins where it does
        space["railEdge"] = space["edge"]
    if look.low_reach:
        space["choice"] = tokens["target"]
    for key in ("action", "choice"):
        space[key] = max(space[key], tokens["target"])
    return tokens


def read_theme(theme: Theme, directory: Path | None = None) -> dict[str, Any]:
    """Theme and base as one, its colours resolved: `tones` has each tone's parts. Raises ThemeBroken."""
    directory = directory or assets() / "themes"
    path = directory / f"{theme}.json"
    base, own = _read(directory / _BASE), _read(path)
    merged: dict[str, Any] = {k: base.get(k, {}) | own[k] if k in own else base[k] for k in base | own if k != "sizes"}
    merged["sizes"] = own.get("sizes", base.get("sizes"))
    _check(merged, path)
    palette: dict[str, str] = merged["palette"]
    merged["colour"] = {k: _colour(v, palette, path) for k, v in merged["colour"].items()}
    parts: dict[str, str] = merged["tone"]
    merged["tones"] = {
        tone: {part: _colour(shade, palette | merged["hues"][tone], path) for part, shade in parts.items()}
        for tone in TONES
    }
    return merged


def _read(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeBroken(f"The theme {path} cannot be read: {error}.") from error
    sections = cast("dict[str, Any]", raw) if isinstance(raw, dict) else {"": None}
    if not all(isinstance(section, dict) or name == "sizes" for name, section in sections.items()):
        raise ThemeBroken(f"The theme {path} is not a JSON object of sections.")
    return sections


def _colour(written: str, palette: Mapping[str, str], path: Path) -> str:
    match = _COLOUR.fullmatch(written)
    if match is None or match[1] not in palette:
        raise ThemeBroken(f"The theme {path} has no colour “{written}” in its palette.")
    solid = palette[match[1]]
    if match[2] is None:
        return solid
    return f"#{round(255 * min(int(match[2]), 100) / 100):02X}{solid.removeprefix('#')}"


def _nearest(sizes: list[dict[str, Any]], width: int, height: int) -> dict[str, Any]:
    """The size drawn for the same orientation whose area and shape come closest."""
    same = [s for s in sizes if (s["height"] > s["width"]) == (height > width)] or sizes
    return min(same, key=lambda s: abs(s["width"] - width) / width + abs(s["height"] - height) / height)


def _check(merged: dict[str, Any], path: Path) -> None:
    for section in _SECTIONS:
        if not merged.get(section):
            raise ThemeBroken(f"The theme {path} has no section “{section}”.")
    for tone in TONES:
        if tone not in merged["hues"]:
            raise ThemeBroken(f"The theme {path} has no colours for “{tone}”.")
    for section, keys in _reference_keys().items():
        for key in keys:
            if key not in merged[section]:
                raise ThemeBroken(f"The theme {path} lacks the token “{key}” in “{section}”.")


@cache
def _reference_keys() -> dict[str, frozenset[str]]:
    """Which tokens QML asks for: whatever any theme that comes with the panel has."""
    whole: list[dict[str, Any]] = []
    for name in (_BASE, *(f"{theme}.json" for theme in Theme)):
        with suppress(ThemeBroken):
            whole.append(_read(assets() / "themes" / name))
    return {
        section: frozenset(key for theme in whole for key in theme.get(section, {}))
        for section in ("colour", "tone", "family", "type", "space", "motion")
    }
