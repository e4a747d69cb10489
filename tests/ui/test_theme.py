"""Tokens: contrast by arithmetic, sizes by table, and what happens to a broken file."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QGuiApplication, QTextLayout

from roomdisplay.core.appearance import Appearance, Theme
from roomdisplay.gallery.states import STATES
from roomdisplay.ui import texts, typefaces
from roomdisplay.ui.appearance import NAMES as NAMES_OF_LANGUAGES
from roomdisplay.ui.props import Kind, derive_props
from roomdisplay.ui.room_view import derive_room_view
from roomdisplay.ui.theme import TONES, ThemeBroken, assets, load_theme, read_theme
from roomdisplay.ui.typefaces import FAMILIES, load_fonts, load_names, write_in
from roomdisplay.ui.viewmodels.locale import known_locale, wording

Rgb = tuple[float, float, float]
THEMES: dict[Theme, dict[str, Any]] = {theme: read_theme(theme) for theme in Theme}
SIZES = [(800, 480), (1024, 600), (1280, 800), (1920, 1080), (800, 1280)]
QML = Path(texts.__file__).parent / "qml"


def over(colour: str, below: str | Rgb) -> Rgb:
    """#RRGGBB or #AARRGGBB laid over an opaque colour."""
    ground = over(below, (0, 0, 0)) if isinstance(below, str) else below
    digits = colour.removeprefix("#")
    alpha = int(digits[:2], 16) / 255 if len(digits) == 8 else 1.0
    parts = [int(digits[-6:][i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (alpha * p + (1 - alpha) * g for p, g in zip(parts, ground, strict=True))
    return red, green, blue


def linear(colour: Rgb) -> Rgb:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return red, green, blue


def luminance(colour: Rgb) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str | Rgb) -> float:
    below = over(ground, (0, 0, 0)) if isinstance(ground, str) else ground
    light, dark = sorted((luminance(over(ink, below)), luminance(below)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


Pair = tuple[str, str, str | Rgb, float]
"""What it is, ink, ground, the least contrast."""


def on_the_stage(colour: dict[str, str], t: dict[str, str]) -> Iterator[Pair]:
    for ground in (t["stageTop"], t["stageBottom"]):
        yield "word and time", colour["text"], ground, 7
        yield "soft text", colour["textSoft"], ground, 4.5
        yield "the shape beside the word", t["accent"], ground, 4.5
        yield "how far it is through", t["accent"], over(colour["track"], ground), 3
        yield "the filled button", t["filled"], ground, 3
        for name in ("action", "actionPressed"):
            button = over(colour[name], ground)
            yield name, colour["text"], button, 4.5
            yield f"detail on {name}", colour["textSoft"], button, 4.5
        card = over(colour["card"], ground)
        yield "a card", colour["text"], card, 7
        yield "soft text on a card", colour["textSoft"], card, 4.5
        yield "the shape on a card", t["accent"], card, 3
        yield "a button on a card, pressed", colour["text"], over(colour["actionPressed"], card), 4.5
        yield "the focus ring", colour["focus"], ground, 3
    yield "the mark inside the shape", t["ink"], t["accent"], 7
    yield "the filled button's words", t["filledInk"], t["filled"], 7
    yield "the filled button's words, pressed", t["filledInk"], t["filledPressed"], 7


def on_the_rail(colour: dict[str, str], t: dict[str, str]) -> Iterator[Pair]:
    rail = t["rail"]
    block, past = over(colour["block"], rail), over(colour["blockPast"], rail)
    yield "hours", colour["railFaint"], rail, 7
    yield "the other tab", colour["railSoft"], rail, 4.5
    yield "the tab", colour["railText"], rail, 7
    yield "a title", colour["railText"], block, 7
    yield "times of a meeting", colour["railSoft"], block, 7
    yield "what is past", colour["railSoft"], past, 4.5
    yield "what is held", colour["railText"], over(colour["hatch"], block), 7
    yield "times of what is held", colour["railSoft"], over(colour["hatch"], block), 4.5
    yield "when it is free", t["accent"], over(colour["gap"], rail), 7
    yield "now", t["accent"], rail, 3
    yield "the line of now over a meeting", colour["blockCurrentInk"], colour["blockCurrent"], 7
    yield "the meeting under way", colour["blockCurrentInk"], colour["blockCurrent"], 7
    yield "times of the meeting under way", colour["blockCurrentSoft"], colour["blockCurrent"], 7
    yield "the meeting under way against the rail", colour["blockCurrent"], rail, 7
    yield "the focus ring", colour["focus"], rail, 3


def on_the_sheet(colour: dict[str, str], t: dict[str, str]) -> Iterator[Pair]:
    sheet = colour["sheet"]
    yield "its title", colour["sheetInk"], sheet, 7
    yield "its sentence", colour["sheetSoft"], sheet, 7
    yield "its warning", colour["sheetWarning"], sheet, 7
    yield "its notice", colour["sheetInk"], colour["sheetNotice"], 7
    yield "what marks the notice", colour["sheetNoticeEdge"], sheet, 3
    yield "the edge of a button", colour["sheetEdge"], sheet, 3
    for ground in ("sheetChoice", "sheetChoicePressed"):
        yield f"a {ground}", colour["sheetInk"], colour[ground], 7
        yield f"detail of a {ground}", colour["sheetSoft"], colour[ground], 4.5
    yield "what cannot be tapped", colour["sheetDisabledInk"], colour["sheetDisabled"], 4.5
    yield "the strong button", t["strong"], sheet, 3
    yield "a free room", t["strong"], colour["sheetChoice"], 4.5
    yield "the strong button's words", t["strongInk"], t["strong"], 7
    yield "the strong button's words, pressed", t["strongInk"], t["strongPressed"], 7
    yield "the emergency", colour["alarmInk"], colour["alarm"], 7


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("tone", TONES)
def test_state_and_times_have_seven_to_one_and_the_rest_four_and_a_half(theme: Theme, tone: str) -> None:
    colour, t = THEMES[theme]["colour"], THEMES[theme]["tones"][tone]
    pairs = [*on_the_stage(colour, t), *on_the_rail(colour, t), *on_the_sheet(colour, t)]
    weak = [
        f"{what}: {contrast(ink, ground):.2f}, not {least}"
        for what, ink, ground, least in pairs
        if contrast(ink, ground) < least
    ]
    assert weak == []


def test_high_contrast_is_higher() -> None:
    colour = THEMES[Theme.HIGH_CONTRAST]["colour"]
    for t in THEMES[Theme.HIGH_CONTRAST]["tones"].values():
        text = [p for p in (*on_the_stage(colour, t), *on_the_rail(colour, t)) if p[3] >= 4.5 and "ressed" not in p[0]]
        assert min(contrast(ink, ground) for _, ink, ground, _ in text) >= 7


def test_every_colour_that_qml_asks_for_is_one_that_is_there_and_none_is_there_for_nobody() -> None:
    sources = "".join(path.read_text() for path in QML.rglob("*.qml"))
    for section, asked in (
        ("colour", set(re.findall(r'"(\w+)"', "".join(re.findall(r"Theme\.colour\((.*?)\)", sources))))),
        ("tone", set(re.findall(r'Theme\.tone\(name, "(\w+)"\)', sources))),
        ("space", set(re.findall(r'Theme\.space\("(\w+)"\)', sources))),
        ("motion", set(re.findall(r'Theme\.motion\("(\w+)"\)', sources))),
    ):
        for theme in THEMES.values():
            assert set(theme[section]) == asked, section


# ── never by colour alone ─────────────────────────────────────────────────────────────────────────────────────────────

# Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009)
BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
NOTICEABLE = 10.0
"""CIE76 ΔE at which two fields that fill half a glass each are told apart at a glance (2.3: side by side)."""


def seen(colour: str, blindness: str) -> Rgb:
    """CIE L*a*b* (D65) of the colour as somebody sees it."""
    source = linear(over(colour, (0, 0, 0)))
    rgb = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, source, strict=True)))) for row in BLINDNESS[blindness]]
    r, g, b = rgb
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_free_looks_like_none_of_the_states_in_which_one_may_not_walk_in(theme: Theme, blindness: str) -> None:
    part = "accent" if theme is Theme.HIGH_CONTRAST else "stageTop"
    tones = THEMES[theme]["tones"]
    free = seen(tones["free"][part], blindness)
    for tone in ("busy", "ending", "held", "checkIn", "closed", "outOfService", "unknown"):
        other = seen(tones[tone][part], blindness)
        apart = sum((a - b) ** 2 for a, b in zip(free, other, strict=True)) ** 0.5
        assert apart >= NOTICEABLE, f"{tone}: {apart:.1f}"


def test_every_state_has_a_shape_of_its_own_and_a_word_of_its_own() -> None:
    words = wording(known_locale("en_GB"))
    glyphs: dict[Kind, str] = {}
    said: dict[Kind, set[str]] = {}
    for shown in STATES.values():
        props = derive_props(shown)
        view = derive_room_view(props, words)
        glyphs.setdefault(props.kind, view.glyph)
        said.setdefault(props.kind, set()).add(f"{view.word} {view.when.split(' ')[0]}")
    assert set(glyphs) == set(Kind)
    source = (QML / "RoomDisplay" / "Controls" / "StateGlyph.qml").read_text()
    marks = dict(re.findall(r'"(\w+)": "(M[^"]+)"', source))
    hollow = set(re.findall(r'kind === "(\w+)"', source))
    drawn = {kind: (marks[glyph], glyph in hollow) for kind, glyph in glyphs.items()}
    assert len(set(drawn.values())) == len(Kind)
    for (a, these), (b, those) in combinations(said.items(), 2):
        assert not these & those, f"{a} and {b} say the same"


# millimetres per pixel of the usual glass of each size: 7", 7", 10.1", 15.6", 10.1" upright
PITCH = {(800, 480): 0.1905, (1024, 600): 0.1498, (1280, 800): 0.17, (1920, 1080): 0.18, (800, 1280): 0.17}


@pytest.mark.parametrize("size", SIZES)
def test_targets_are_as_big_as_a_fingertip(size: tuple[int, int]) -> None:
    tokens = load_theme(*size)
    pitch = PITCH[size]
    assert tokens["target"] * pitch >= 8.95
    assert tokens["space"]["action"] >= tokens["target"]
    assert tokens["space"]["choice"] >= tokens["target"]
    assert min(size for name, size in tokens["type"].items() if name != "least") >= 12
    assert tokens["type"]["least"] >= 10, "what has to shrink to fit"


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
    for name in ("base.json", "dark.json"):
        shutil.copy(assets() / "themes" / name, tmp_path)
    base, dark = (json.loads((tmp_path / name).read_text()) for name in ("base.json", "dark.json"))
    accent = dark["tone"].pop("accent")
    (tmp_path / "dark.json").write_text(json.dumps(dark))
    with pytest.raises(ThemeBroken, match="“accent” in “tone”"):
        load_theme(1280, 800, directory=tmp_path)
    dark["tone"]["accent"] = "mauve"
    (tmp_path / "dark.json").write_text(json.dumps(dark))
    with pytest.raises(ThemeBroken, match="no colour “mauve” in its palette"):
        load_theme(1280, 800, directory=tmp_path)
    dark["tone"]["accent"] = accent
    (tmp_path / "dark.json").write_text(json.dumps(dark))
    del base["hues"]["busy"]
    (tmp_path / "base.json").write_text(json.dumps(base))
    with pytest.raises(ThemeBroken, match="no colours for “busy”"):
        load_theme(1280, 800, directory=tmp_path)
    del base["motion"]
    (tmp_path / "base.json").write_text(json.dumps(base))
    with pytest.raises(ThemeBroken, match="no section “motion”"):
        load_theme(1280, 800, directory=tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00", '{"colour": 3}'])
def test_a_theme_that_is_no_theme_is_refused(tmp_path: Path, content: str) -> None:
    shutil.copy(assets() / "themes" / "base.json", tmp_path)
    (tmp_path / "dark.json").write_text(content)
    with pytest.raises(ThemeBroken, match=r"dark\.json"):
        load_theme(1280, 800, directory=tmp_path)


def test_no_motion_where_none_is_wanted() -> None:
    assert set(load_theme(1280, 800, Appearance(reduced_motion=True))["motion"].values()) == {0}


@pytest.mark.parametrize("licence", ["OFL.txt", "OFL-NotoSansArabic.txt", "OFL-LanguageNames.txt"])
def test_the_typefaces_come_with_their_licences(licence: str) -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (assets() / "fonts" / licence).read_text()


def test_arabic_is_written_in_a_font_that_comes_with_the_panel(qapp: QGuiApplication) -> None:
    load_fonts("ar_EG")
    assert "Noto Sans Arabic" in QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)


def test_shared_characters_have_the_forms_of_the_language(qapp: QGuiApplication) -> None:
    load_fonts()
    for locale, forms in (("zh_CN", "sc"), ("ja_JP", "jp"), ("zh_CN", "sc"), ("en_GB", "sc"), ("ja", "jp")):
        write_in(locale)
        assert [QFont.substitutes(family) for family in FAMILIES] == [[f"noto sans cjk {forms}"]] * 2
        if f"Noto Sans CJK {forms.upper()}" in QFontDatabase.families():
            for family in FAMILIES:
                assert written_in("直", family) == f"Noto Sans CJK {forms.upper()}"


def test_each_language_is_named_in_its_script_by_letters_that_come_with_the_panel(qapp: QGuiApplication) -> None:
    load_fonts()
    load_names()
    fonts = {"inter", "room display han", "room display arabic"}
    for name in NAMES_OF_LANGUAGES.values():
        runs = runs_of(name, typefaces.NAMES)
        assert {run.rawFont().familyName().lower() for run in runs} <= fonts, name
        assert all(glyph for run in runs for glyph in run.glyphIndexes()), name


def written_in(text: str, family: str) -> str:
    return runs_of(text, family)[0].rawFont().familyName()


def runs_of(text: str, family: str) -> list[QGlyphRun]:
    layout = QTextLayout(text, QFont(family, 20))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout.glyphRuns()


def test_a_machine_without_fonts_reads_what_the_panel_brings(tmp_path: Path) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>')
    told = subprocess.run(
        [sys.executable, "-c", READABLE],
        env=os.environ | {"FONTCONFIG_FILE": str(empty), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.split() == ["pl", "ar"]


READABLE = """
from PySide6.QtGui import QGuiApplication
from roomdisplay.ui.fonts import readable
from roomdisplay.ui.typefaces import load_fonts
application = QGuiApplication([])
languages = ("pl", "ar", "ja")
for language in languages:
    load_fonts(language)
print(*readable(languages))
"""
