"""The brand layer: any colour a house may have can be read, and no state of a room looks otherwise for it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtQuick import QQuickItem

from roomdisplay.core.appearance import Appearance, Theme
from roomdisplay.gallery.states import STATES
from roomdisplay.ui import screen
from roomdisplay.ui.brand import branded, contrast, nearest
from roomdisplay.ui.theme import load_theme, read_theme
from tests.ui.conftest import MakeDoor
from tests.ui.test_theme import THEMES, on_the_rail, on_the_stage

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")
STATE = ("stageTop", "stageBottom", "accent", "ink", "strong", "strongInk", "strongPressed")


@given(COLOURS, COLOURS, COLOURS, st.sampled_from([Theme.DARK, Theme.LIGHT]))
def test_whatever_the_colours_what_matters_can_be_read(
    primary: str, accent: str, background: str, theme: Theme
) -> None:
    before = THEMES[theme]
    look = Appearance(theme=theme, primary=primary, accent=accent, background=background)
    after = branded(before, look)
    for name, tone in after["tones"].items():
        assert {part: tone[part] for part in STATE} == {part: before["tones"][name][part] for part in STATE}
        for pairs in (on_the_stage, on_the_rail):
            for what, ink, ground, least in pairs(after["colour"], tone):
                if "held" not in what:  # its stripes are as faint as the block below them
                    assert contrast_of(ink, ground) >= least - 0.05, what
        assert contrast(tone["mark"], tone["rail"]) >= 3


def contrast_of(ink: str, ground: Any) -> float:
    solid = ground if isinstance(ground, str) else "#" + "".join(f"{round(part * 255):02X}" for part in ground)
    return contrast(ink, solid)


@given(COLOURS)
def test_a_colour_that_can_be_read_stays_as_it_is(colour: str) -> None:
    assert nearest(colour, lambda _: True) == colour
    assert nearest(colour, lambda _: False) is None
    lighter = nearest(colour, lambda c: contrast(c, "#000000") >= 7)
    assert lighter is not None
    assert (lighter == colour) is (contrast(colour, "#000000") >= 7)


def test_high_contrast_has_no_brand() -> None:
    theme = read_theme(Theme.HIGH_CONTRAST)
    look = Appearance(theme=Theme.HIGH_CONTRAST, primary="#0A6142", accent="#0A6142", background="#0A6142")
    assert branded(theme, look) == theme


def test_the_brand_is_among_the_tokens() -> None:
    tokens = load_theme(1280, 800, Appearance(primary="#F5C542", accent="#F5C542", background="#101030"))
    tone = tokens["tones"]["busy"]
    assert (tone["filled"], tone["mark"], tone["rail"]) == ("#F5C542", "#F5C542", "#101030")
    assert load_theme(1280, 800)["logo"] == ""


# ── the logo ──────────────────────────────────────────────────────────────────────────────────────────────────────────

LOGO = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAYAAADjoT9jAAAAFElEQVR4nGP4T2PAMGrBqAWD3wIAuv"
    "H9H+7FqtkAAAAASUVORK5CYII="
)


def logo_of(glass: Any) -> list[QQuickItem]:
    items: list[Any] = list(screen.items(glass))
    return [item for item in items if item.inherits("QQuickImage") and item.isVisible()]


@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280)])
def test_a_logo_stands_beside_the_rooms_name(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(STATES["free"], size=size, appearance=Appearance(locale="en_GB", logo=LOGO, reduced_motion=True))
    door.picture()
    [logo] = logo_of(door.glass)
    assert 0 < logo.height() < size[1] / 10
    assert logo.x() == 0


def test_without_one_there_is_no_place_for_it(open_door: MakeDoor) -> None:
    door = open_door(STATES["free"])
    door.picture()
    assert logo_of(door.glass) == []


@pytest.mark.qt_log_ignore("libpng")
def test_a_corrupt_logo_is_left_out_and_the_log_says_so(open_door: MakeDoor, caplog: pytest.LogCaptureFixture) -> None:
    broken = LOGO[:70] + "AAAA" + LOGO[74:]
    door = open_door(STATES["free"], appearance=Appearance(locale="en_GB", logo=broken, reduced_motion=True))
    door.picture()
    assert logo_of(door.glass) == []
    assert "the logo is left out" in caplog.text
