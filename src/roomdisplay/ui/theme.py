"""Theme tokens: read from assets/themes, checked, and fitted to a screen. No Qt."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from roomdisplay.core.appearance import Theme

_PACKAGE = Path(__file__).resolve().parents[1]
TONES = ("free", "soon", "busy", "ending", "held", "checkIn", "closed", "outOfService", "unknown")
_SECTIONS = ("colour", "tones", "family", "type", "space", "motion", "sizes")
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
    width: int, height: int, *, theme: Theme = Theme.DARK, motion: bool = True, directory: Path | None = None
) -> dict[str, Any]:
    """The tokens of `theme` for a screen of that size, lengths in pixels. Raises ThemeBroken."""
    path = (directory or assets() / "themes") / f"{theme}.json"
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeBroken(f"The theme {path} cannot be read: {error}.") from error
    _check(raw, path)
    size = _nearest(raw["sizes"], width, height)
    scale = min(width / size["width"], height / size["height"])
    unit, small = size["unit"] * scale, size["small"] * scale
    tokens: dict[str, Any] = {
        "colour": raw["colour"],
        "tones": raw["tones"],
        "family": raw["family"],
        "type": {k: max(1, round(v * (small if v < SMALL else unit))) for k, v in raw["type"].items()},
        "space": {k: max(1, round(v * unit)) for k, v in raw["space"].items()},
        "motion": {k: v if motion else 0 for k, v in raw["motion"].items()},
        "target": round(size["target"] * scale),
        "railShare": size["rail"],
        "portrait": height > width,
        "size": size["name"],
    }
    space = tokens["space"]
    for key in ("action", "choice"):
        space[key] = max(space[key], tokens["target"])
    return tokens


def _nearest(sizes: list[dict[str, Any]], width: int, height: int) -> dict[str, Any]:
    """The size drawn for the same orientation whose area and shape come closest."""
    same = [s for s in sizes if (s["height"] > s["width"]) == (height > width)] or sizes
    return min(same, key=lambda s: abs(s["width"] - width) / width + abs(s["height"] - height) / height)


def _check(raw: Any, path: Path) -> None:
    reference = _reference_keys()
    if not isinstance(raw, dict):
        raise ThemeBroken(f"The theme {path} is not a JSON object.")
    for section in _SECTIONS:
        if section not in raw:
            raise ThemeBroken(f"The theme {path} has no section “{section}”.")
    for tone in TONES:
        if tone not in raw["tones"]:
            raise ThemeBroken(f"The theme {path} has no colours for “{tone}”.")
    for section, keys in reference.items():
        holders: list[dict[str, Any]] = [raw["tones"][tone] for tone in TONES] if section == "tones" else [raw[section]]
        for holder in holders:
            for key in keys:
                if key not in holder:
                    raise ThemeBroken(f"The theme {path} lacks the token “{key}” in “{section}”.")


@cache
def _reference_keys() -> dict[str, frozenset[str]]:
    """Which tokens QML asks for: those of the theme that ships."""
    raw = json.loads((assets() / "themes" / "dark.json").read_text(encoding="utf-8"))
    keys = {section: frozenset(raw[section]) for section in ("colour", "family", "type", "space", "motion")}
    return keys | {"tones": frozenset(raw["tones"]["free"])}
