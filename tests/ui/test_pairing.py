"""The page of a panel that is not paired: its words in each phase, its keys, and every size of screen."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.failure import Access, AccessLost, Refusal, Rejected, Transient
from roomdisplay.core.pairing import Introduction, Pairing, Phase
from roomdisplay.core.screen import Screen
from roomdisplay.ui import screen
from roomdisplay.ui.screen_view import Hour
from roomdisplay.ui.viewmodels.pairing import PairingIntents, PairingViewModel
from roomdisplay.ui.window import close_window, create_window

SERVER = "https://wox.example"
MADE = Introduction(serial="RD-1", identity_key=b"i" * 32, sealing_key=b"s" * 32, nonce=b"n" * 16)
CALLING = Pairing(phase=Phase.CALLING, server=SERVER, introduction=MADE)
WAITING = replace(CALLING, phase=Phase.WAITING, id="5c7", ends_at=600.0)
LANGUAGE = "Language and accessibility"
SIZES = ((800, 480), (1024, 600), (1280, 800), (1920, 1080), (800, 1280))


class Glass:
    def __init__(self, locale: str, size: tuple[int, int]) -> None:
        self.wants: list[str] = []
        self.touches: list[bool] = []
        """Whether the screen was at rest."""
        intents = PairingIntents(
            again=lambda: self.wants.append("again"),
            addressed=self._addressed,
            noticed=lambda: self.touches.append(self.view_model.screen.covers),
        )
        self.view_model = PairingViewModel(intents, serial="RD-1")
        width, height = size
        self.window: QQuickView = create_window(
            self.view_model,
            width=width,
            height=height,
            fullscreen=False,
            appearance=Appearance(locale=locale, reduced_motion=True),
        )

    def _addressed(self, typed: str) -> bool:
        self.wants.append(typed)
        return typed == "wox"

    def shows(self, pairing: Pairing, *, may_change: bool = False) -> dict[str, object]:
        self.view_model.show(pairing, may_change=may_change)
        return self.view_model.as_json()


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def glass(request: pytest.FixtureRequest, qapp: object) -> Iterator[Glass]:
    del qapp
    glass = Glass("en_GB", request.param)
    yield glass
    close_window(glass.window)


def test_the_code_is_there_before_the_network(glass: Glass) -> None:
    shown = glass.shows(CALLING)
    assert shown["code"] == f"{MADE.code[:4]}-{MADE.code[4:]}"
    assert (shown["matchNumber"], shown["network"]) == ("", "Looking for wox.example …")
    square = next(item for item in screen.items(glass.window) if item.property("side"))
    assert square.isVisible()
    assert square.width() >= min(glass.window.width(), glass.window.height()) * 0.4
    assert screen.names(glass.window) == [LANGUAGE]


def test_once_the_server_knows_it_there_is_a_number(glass: Glass) -> None:
    shown = glass.shows(WAITING, may_change=True)
    assert shown["matchNumber"] == WAITING.match_number
    assert shown["network"] == "Connected to wox.example"
    assert screen.names(glass.window) == [LANGUAGE, "Other server"]
    for item in screen.items(glass.window):
        text = item.property("text")
        if item.isVisible() and text and item.property("truncated"):
            pytest.fail(f"cut off: {text}")


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (Transient(reason="no route"), "No connection to wox.example."),
        (Transient(reason="429", throttled=True), "wox.example has had too many requests."),
        (AccessLost(access=Access.TRUST, code="x"), "The certificate of wox.example is not trusted."),
        (Rejected(refusal=Refusal.GONE, reason="404"), "What answers at wox.example is no WOX server"),
    ],
)
def test_why_the_server_is_not_there(glass: Glass, failure: Transient, said: str) -> None:
    assert str(glass.shows(replace(CALLING, failure=failure))["network"]).startswith(said)


def test_the_other_phases(glass: Glass) -> None:
    assert glass.shows(Pairing())["how"] == "The panel is making its code."
    assert glass.shows(replace(WAITING, phase=Phase.KEEPING))["title"] == "Confirmed"
    assert glass.shows(replace(WAITING, phase=Phase.DENIED))["title"] == "Denied on the phone"
    screen.tap(glass.window, "New code")
    assert glass.shows(replace(WAITING, phase=Phase.BROKEN, reason="The disk is full."))["how"] == "The disk is full."
    screen.tap(glass.window, "New code")
    assert glass.wants == ["again", "again"]


def test_an_address_is_typed(glass: Glass) -> None:
    glass.view_model.ask_for_server()
    for key in ("w", "o", "y", "Erase", "z"):
        screen.tap(glass.window, key)
    assert glass.view_model.is_touched
    screen.tap(glass.window, "Go on")
    assert str(glass.view_model.as_json()["how"]).startswith("That is no address.")
    screen.tap(glass.window, "Erase")
    screen.tap(glass.window, "x")
    screen.tap(glass.window, "Go on")
    assert glass.wants == ["woz", "wox"]
    assert glass.shows(CALLING, may_change=True)["code"]
    screen.tap(glass.window, "Other server")
    assert glass.view_model.as_json()["title"] == "Which WOX server?"
    keys = [item for name, item in screen.tappable(glass.window).items() if len(name) == 1]
    assert min(key.width() for key in keys) >= 44
    assert min(key.height() for key in keys) >= 44


def test_there_can_be_no_code(glass: Glass) -> None:
    glass.view_model.refuse("There is no keyring on this machine.")
    assert glass.shows(Pairing(phase=Phase.MAKING))["how"] == "There is no keyring on this machine."


@pytest.fixture
def plain(qapp: object) -> Iterator[Glass]:
    del qapp
    glass = Glass("en_GB", (1280, 800))
    yield glass
    close_window(glass.window)
    Glass("en_GB", (800, 480)).window.close()


def texts(glass: Glass) -> list[str]:
    """What can be read."""
    shown = (item.property("text") for item in screen.items(glass.window) if item.isVisible())
    return [text for text in shown if text]


def at(hour: int, shown: Screen) -> Hour:
    return Hour(now=datetime(2026, 11, 24, hour, tzinfo=UTC), screen=shown, dimmed_brightness=0.1)


def test_whoever_mounts_it_chooses_their_language(plain: Glass) -> None:
    plain.shows(WAITING)
    screen.tap(plain.window, LANGUAGE)
    assert {"English", "Deutsch", "Français", "Español", "Italiano", "Nederlands", "Polski"} <= set(
        screen.names(plain.window)
    )
    assert "10 min" in next(text for text in texts(plain) if text.startswith("Your choice lasts"))
    screen.tap(plain.window, "Deutsch")
    assert plain.view_model.as_json()["title"] == "Dieses Panel koppeln"
    screen.tap(plain.window, "Fertig")
    assert "Dieses Panel koppeln" in texts(plain)


def test_in_arabic_it_is_mirrored(plain: Glass, qtbot: QtBot) -> None:
    plain.shows(WAITING)
    square = next(item for item in screen.items(plain.window) if item.property("side"))
    middle = plain.window.width() / 2
    assert screen.centre(square).x() < middle
    plain.view_model.appearance.choose("language:ar")
    qtbot.waitUntil(lambda: screen.centre(square).x() > middle)


def test_at_rest_its_code_can_still_be_read_and_the_touch_that_wakes_it_presses_nothing(
    plain: Glass, qtbot: QtBot
) -> None:
    plain.shows(replace(WAITING, phase=Phase.DENIED))
    button = screen.centre(screen.tappable(plain.window)["New code"])
    plain.view_model.rest(at(23, Screen.DIMMED))
    plain.shows(WAITING)
    code, number = (plain.view_model.as_json()[key] for key in ("code", "matchNumber"))
    assert texts(plain) == [code, "Pair this panel", number]
    assert screen.names(plain.window) == []
    plain.shows(replace(WAITING, phase=Phase.DENIED))
    screen.press(plain.window, button)
    assert (plain.touches, plain.wants) == ([True], [])
    plain.view_model.rest(at(23, Screen.LIT))
    screen.press(plain.window, button)
    assert plain.wants == [], "nobody has seen yet what is there"
    qtbot.waitUntil(lambda: not plain.view_model.screen.covers)
    screen.press(plain.window, button)
    assert plain.wants == ["again"]


def test_off_it_is_dark(plain: Glass) -> None:
    plain.shows(WAITING)
    plain.view_model.rest(at(23, Screen.OFF))
    assert texts(plain) == []


def test_the_page_wanders_a_little_through_the_day(plain: Glass) -> None:
    plain.shows(WAITING)
    square = next(item for item in screen.items(plain.window) if item.property("side"))
    places: set[tuple[float, float]] = set()
    for hour in range(6, 22):
        plain.view_model.rest(at(hour, Screen.LIT))
        spot = screen.centre(square)
        places.add((spot.x(), spot.y()))
    assert len(places) > 8


def test_in_german(qapp: object) -> None:
    del qapp
    glass = Glass("de_DE", (800, 480))
    try:
        assert glass.shows(WAITING)["title"] == "Dieses Panel koppeln"
    finally:
        close_window(glass.window)
        Glass("en_GB", (800, 480)).window.close()
