"""The page that asks for a sign-in: what is on it, who taps what, and that a phone can read its square."""

from typing import Any

import pytest
import segno
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem

from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.core.sign_in import SignIn
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import CODE, SIGNED_OUT, STATES, asking, state
from roomdisplay.ui import screen
from roomdisplay.ui.props import derive_props
from roomdisplay.ui.sign_in import CLOSED, derive_sign_in
from roomdisplay.ui.square import QUIET, square
from roomdisplay.ui.wording import ENGLISH
from tests.ui.conftest import MakeDoor
from tests.ui.test_window import IDS, SIZES, layout_complaints

PLACE = "microsoft.com/devicelogin"

ALWAYS = ["Language and accessibility", "Today", "Tomorrow"]


def named(door: Door, name: str) -> QQuickItem:
    """The visible item of that accessible name."""
    for item in screen.items(door.glass):
        interface: Any = QAccessible.queryAccessibleInterface(item)
        if item.isVisible() and interface is not None and interface.text(QAccessible.Text.Name) == name:
            return item
    raise AssertionError(f"nothing on screen is called {name}")


def test_code_square_time_and_the_rooms_state_are_on_the_page(open_door: MakeDoor) -> None:
    door = open_door(STATES["sign-in"])
    for name in (
        "Sign this panel in",
        "Scan this, or open microsoft.com/devicelogin, and\u00a0enter:",
        CODE.user_code,
        "For the IT team (13 min left): sign in as the service account.",
        "QR code for microsoft.com/devicelogin",
        "Free as of 09:41, until 11:30, as last known",
        "Updated 09:41 · no access",
    ):
        named(door, name)
    assert door.names == ["Not now", *ALWAYS]


def test_scripts_are_told_the_code(open_door: MakeDoor) -> None:
    told = open_door(STATES["sign-in"]).json
    assert told["signIn"] == {
        "code": CODE.user_code,
        "url": CODE.address,
        "expiresAt": "2026-11-24T10:15:00+01:00",
        "secondsLeft": 780,
    }
    fetching = derive_props(STATES["sign-in-fetching"])
    assert fetching.sign_in is not None
    assert fetching.sign_in.code == ""


def test_not_now_and_sign_in(open_door: MakeDoor) -> None:
    door = open_door(STATES["sign-in"])
    door.tap("Not now")
    assert door.names == ["Sign in", *ALWAYS]
    assert door.json["signIn"] is None
    assert door.json["problem"]["access"] == "signIn"
    door.tap("Sign in")
    named(door, "Microsoft is being asked for a code.")
    assert door.json["signIn"] == {"code": None, "url": None, "expiresAt": None, "secondsLeft": 0}


def test_the_wrong_account_may_be_exchanged(open_door: MakeDoor) -> None:
    denied = AccessLost(access=Access.PERMISSION, code="ErrorAccessDenied")
    door = open_door(state(age=20.0, failure=denied, sign_in=SignIn()))
    assert "sign in another one here" in door.json["problem"]["administrator"]
    assert door.tap("Sign in") == "Sign in"


def test_an_enterprise_application_has_nothing_to_tap(open_door: MakeDoor) -> None:
    door = open_door(state(age=20.0, failure=SIGNED_OUT))
    assert door.names == [*ALWAYS]


def test_time_left_goes_down_with_the_clock() -> None:
    shown = STATES["sign-in"]
    assert shown.sign_in is not None
    for later, text in ((60.0, "12 min"), (779.0, "1 min"), (9999.0, "0 min")):
        now = replace(shown.now, mono=shown.now.mono + later)
        assert f"({text} left)" in derive_sign_in(derive_props(replace(shown, now=now)), ENGLISH).who


def test_what_stood_in_the_way_is_on_the_page_unless_the_page_says_it_anyway() -> None:
    assert derive_sign_in(derive_props(STATES["sign-in"]), ENGLISH).note == ""
    blocked = derive_sign_in(derive_props(STATES["sign-in-blocked"]), ENGLISH).note
    assert "Conditional Access" in blocked
    assert "AADSTS53003" in blocked
    assert derive_sign_in(derive_props(STATES["free"]), ENGLISH) == CLOSED


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_everything_fits_and_a_phone_can_read_it(open_door: MakeDoor, size: tuple[int, int], locale: str) -> None:
    door = open_door(size=size, locale=locale)
    for access in (Access.SIGN_IN, Access.MFA, Access.ACCOUNT, Access.CONDITIONAL_ACCESS, Access.CONSENT):
        door.show(asking(AccessLost(access=access, code="AADSTS530032")))
        picture = door.picture()
        assert list(layout_complaints(door, QRectF(0, 0, *size), covered=False)) == [], access
    symbol = named(door, f"QR-Code für {PLACE}" if locale == "de_DE" else f"QR code for {PLACE}")
    corner = symbol.mapToScene(symbol.boundingRect().topLeft()).toPoint()
    matrix = segno.make_qr(CODE.address, error="M", boost_error=False).matrix
    module = round(symbol.width() / (len(matrix) + 2 * QUIET))
    assert module >= 4, "pixels"
    for y in range(-QUIET, len(matrix) + QUIET):
        for x in range(-QUIET, len(matrix) + QUIET):
            inside = 0 <= y < len(matrix) and 0 <= x < len(matrix)
            dark = inside and matrix[y][x] == 1
            for at in (0, module - 1):
                px = corner.x() + (x + QUIET) * module + at
                py = corner.y() + (y + QUIET) * module + at
                assert picture.pixelColor(px, py) == QColor("black" if dark else "white"), (x, y)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_every_loss_of_a_service_account_fits(open_door: MakeDoor, size: tuple[int, int], locale: str) -> None:
    door = open_door(size=size, locale=locale)
    for access in Access:
        for age in (4000.0, None):
            door.show(state(age=age, failure=AccessLost(access=access, code="AADSTS7000222"), sign_in=SignIn()))
            door.picture()
            assert list(layout_complaints(door, QRectF(0, 0, *size), covered=False)) == [], (access, age)


def test_a_square_is_made_once() -> None:
    assert square(CODE.address) is square(CODE.address)
    assert square("https://microsoft.com/devicelogin").side == 29 + 2 * QUIET
