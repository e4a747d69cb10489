"""Tokens: contrast by arithmetic, sizes by table, and what happens to a broken file."""

import json
from pathlib import Path
from typing import Any

import pytest

from roomdisplay.ui.theme import TONES, ThemeBroken, assets, load_theme

Rgb = tuple[float, float, float]
RAW: dict[str, Any] = json.loads((assets() / "themes" / "dark.json").read_text())
COLOUR: dict[str, str] = RAW["colour"]
SIZES = [(800, 480), (1024, 600), (1280, 800), (1920, 1080), (800, 1280)]


def over(colour: str, below: str | Rgb) -> Rgb:
    """#RRGGBB or #AARRGGBB laid over an opaque colour."""
    ground = over(below, (0, 0, 0)) if isinstance(below, str) else below
    digits = colour.removeprefix("#")
    alpha = int(digits[:2], 16) / 255 if len(digits) == 8 else 1.0
    parts = [int(digits[-6:][i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (alpha * p + (1 - alpha) * g for p, g in zip(parts, ground, strict=True))
    return red, green, blue


def luminance(colour: Rgb) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str | Rgb) -> float:
    below = over(ground, (0, 0, 0)) if isinstance(ground, str) else ground
    light, dark = sorted((luminance(over(ink, below)), luminance(below)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tone", TONES)
def test_state_and_times_have_seven_to_one_and_the_rest_four_and_a_half(tone: str) -> None:
    t: dict[str, str] = RAW["tones"][tone]
    for ground in (t["stageTop"], t["stageBottom"]):
        assert contrast(COLOUR["text"], ground) >= 7, "the word and the time that matters"
        assert contrast(COLOUR["textSoft"], ground) >= 4.5
        assert contrast(t["accent"], ground) >= 4.5, "the shape beside the word"
        button = over(COLOUR["action"], ground)
        assert contrast(COLOUR["text"], button) >= 4.5
        assert contrast(COLOUR["textSoft"], button) >= 4.5
        assert contrast(COLOUR["textSoft"], over(COLOUR["card"], ground)) >= 4.5
    assert contrast(t["ink"], t["accent"]) >= 7, "the mark inside the shape"
    assert contrast(t["ink"], COLOUR["actionFilled"]) >= 7
    assert contrast(t["ink"], COLOUR["actionFilledPressed"]) >= 7
    assert contrast(COLOUR["onAccent"], t["strong"]) >= 7
    assert contrast(COLOUR["onAccent"], t["strongPressed"]) >= 7
    rail, block, past = t["rail"], over(COLOUR["block"], t["rail"]), over(COLOUR["blockPast"], t["rail"])
    assert contrast(COLOUR["railFaint"], rail) >= 4.5
    assert contrast(COLOUR["railSoft"], rail) >= 4.5
    assert contrast(COLOUR["railText"], block) >= 7
    assert contrast(COLOUR["railSoft"], block) >= 4.5
    assert contrast(COLOUR["railSoft"], past) >= 4.5
    assert contrast(COLOUR["railSoft"], over(COLOUR["hatch"], block)) >= 4.5
    assert contrast(t["accent"], over(COLOUR["gap"], rail)) >= 7


def test_contrast_on_the_sheet() -> None:
    assert contrast(COLOUR["sheetInk"], COLOUR["sheet"]) >= 7
    assert contrast(COLOUR["sheetSoft"], COLOUR["sheet"]) >= 7
    assert contrast(COLOUR["sheetWarning"], COLOUR["sheet"]) >= 7
    assert contrast(COLOUR["sheetSoft"], COLOUR["sheetChoice"]) >= 4.5
    assert contrast(COLOUR["sheetSoft"], COLOUR["sheetChoicePressed"]) >= 4.5
    assert contrast(COLOUR["sheetDisabledInk"], COLOUR["sheetDisabled"]) >= 4.5
    assert contrast(COLOUR["blockCurrentInk"], COLOUR["blockCurrent"]) >= 7
    assert contrast(COLOUR["blockCurrentSoft"], COLOUR["blockCurrent"]) >= 4.5


# millimetres per pixel of the usual glass of each size: 7", 7", 10.1", 15.6", 10.1" upright
PITCH = {(800, 480): 0.1905, (1024, 600): 0.1498, (1280, 800): 0.17, (1920, 1080): 0.18, (800, 1280): 0.17}


@pytest.mark.parametrize("size", SIZES)
def test_targets_are_as_big_as_a_fingertip(size: tuple[int, int]) -> None:
    tokens = load_theme(*size)
    pitch = PITCH[size]
    assert tokens["target"] * pitch >= 8.95
    assert tokens["space"]["action"] >= tokens["target"]
    assert tokens["space"]["choice"] >= tokens["target"]
    assert min(tokens["type"].values()) >= 12


def test_targets_at_the_reference_size() -> None:
    assert load_theme(1280, 800)["target"] == 64


@pytest.mark.parametrize(
    ("size", "named"),
    [
        ((1280, 800), "reference"),
        ((1366, 768), "reference"),
        ((800, 480), "compact"),
        ((2560, 1600), "large"),
        ((720, 1280), "portrait"),
        ((1080, 1920), "portrait"),
    ],
)
def test_the_nearest_size_is_scaled(size: tuple[int, int], named: str) -> None:
    tokens = load_theme(*size)
    assert tokens["size"] == named
    assert tokens["portrait"] is (size[1] > size[0])


def test_a_theme_that_lacks_something_is_refused_with_the_name_of_it(tmp_path: Path) -> None:
    broken = json.loads(json.dumps(RAW))
    del broken["tones"]["busy"]["accent"]
    (tmp_path / "dark.json").write_text(json.dumps(broken))
    with pytest.raises(ThemeBroken, match="“accent” in “tones”"):
        load_theme(1280, 800, directory=tmp_path)
    del broken["motion"]
    (tmp_path / "dark.json").write_text(json.dumps(broken))
    with pytest.raises(ThemeBroken, match="no section “motion”"):
        load_theme(1280, 800, directory=tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00"])
def test_a_theme_that_is_no_theme_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "dark.json").write_text(content)
    with pytest.raises(ThemeBroken, match=r"dark\.json"):
        load_theme(1280, 800, directory=tmp_path)


def test_no_motion_where_none_is_wanted() -> None:
    assert set(load_theme(1280, 800, motion=False)["motion"].values()) == {0}


def test_the_typeface_comes_with_its_licence() -> None:
    licence = (assets() / "fonts" / "OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
