# ruff: noqa: N815  Qt names its properties and signals in camel case
"""The page of a panel that is not paired, for QML."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLocale, Signal, Slot

from roomdisplay.core.pairing import CODE_LIFE, Pairing
from roomdisplay.core.screen import Screen
from roomdisplay.ui.pairing import PairingView, Typing, derive_pairing
from roomdisplay.ui.screen_view import Resting
from roomdisplay.ui.viewmodels.appearance import AppearanceObject
from roomdisplay.ui.viewmodels.locale import FALLBACK, known_locale, wording
from roomdisplay.ui.viewmodels.screen import ScreenObject
from roomdisplay.ui.viewmodels.snapshot import Snapshot, mirrored, part

LONGEST_ADDRESS = 120
CHOOSING = 30.0
"""Seconds after the last touch in which the page for language and ease closes."""


class PairingIntents(Struct, frozen=True, kw_only=True):
    """What somebody at the glass wants."""

    again: Callable[[], None]
    """A new code."""
    addressed: Callable[[str], bool]
    """That is the server, as typed; False: it is no address."""
    noticed: Callable[[], object]
    """Somebody is before the glass."""


class PairingViewModel(Snapshot):
    titleChanged = Signal()
    howChanged = Signal()
    codeChanged = Signal()
    matchChanged = Signal()
    numberChanged = Signal()
    networkChanged = Signal()
    isWellChanged = Signal()
    serialChanged = Signal()
    keyChanged = Signal()
    squareChanged = Signal()
    squareNameChanged = Signal()
    buttonChanged = Signal()
    changeChanged = Signal()
    asksChanged = Signal()
    typedChanged = Signal()
    addressNameChanged = Signal()
    goOnChanged = Signal()
    eraseChanged = Signal()
    busyChanged = Signal()
    rightToLeftChanged = Signal()

    title = mirrored(str, "title", titleChanged)
    how = mirrored(str, "how", howChanged)
    code = mirrored(str, "code", codeChanged)
    match = mirrored(str, "match", matchChanged)
    number = mirrored(str, "number", numberChanged)
    network = mirrored(str, "network", networkChanged)
    isWell = mirrored(bool, "is_well", isWellChanged)
    serial = mirrored(str, "serial", serialChanged)
    key = mirrored(str, "key", keyChanged)
    squarePath = mirrored(str, "path", squareChanged)
    squareSide = mirrored(int, "side", squareChanged)
    squareName = mirrored(str, "square_name", squareNameChanged)
    button = mirrored(str, "button", buttonChanged)
    change = mirrored(str, "change", changeChanged)
    asks = mirrored(bool, "asks", asksChanged)
    typed = mirrored(str, "typed", typedChanged)
    addressName = mirrored(str, "address_name", addressNameChanged)
    goOn = mirrored(str, "go_on", goOnChanged)
    erase = mirrored(str, "erase", eraseChanged)
    busy = mirrored(bool, "busy", busyChanged)
    rightToLeft = mirrored(bool, "right_to_left", rightToLeftChanged)

    def __init__(self, intents: PairingIntents, *, serial: str) -> None:
        super().__init__(PairingView())
        self._intents = intents
        self._serial = serial
        self._pairing = Pairing()
        self._typing: Typing | None = None
        self._may_change = False
        self._refusal = ""
        self._words = wording(QLocale(FALLBACK))
        self._screen = ScreenObject(intents.noticed, self)
        self._appearance = AppearanceObject(None, CHOOSING, self, lasts=CODE_LIFE)
        self._rested = Screen.LIT

    screen = part("_screen")
    appearance = part("_appearance")

    def show(self, pairing: Pairing, *, may_change: bool = False) -> None:
        self._pairing, self._may_change = pairing, may_change
        self._derive()

    def ask_for_server(self) -> None:
        """Nothing else has told where the server is."""
        self._typing = self._typing or Typing()
        self._derive()

    @property
    def is_touched(self) -> bool:
        """Somebody is typing an address."""
        return self._typing is not None and bool(self._typing.text)

    def ask_no_more(self) -> None:
        """The server was found."""
        self._typing = None
        self._derive()

    def refuse(self, sentence: str) -> None:
        """There can be no code, and why."""
        self._refusal = sentence
        self._derive()

    def speak(self, locale: str) -> None:
        known = known_locale(locale)
        self._words = wording(known)
        self._appearance.speak(known.name(), self._words)
        self._derive()

    def rest(self, hour: Resting) -> None:
        """How the screen is from now on."""
        self._rested = hour.screen
        self._screen.show(hour)

    def as_json(self) -> dict[str, object]:
        """What the screen shows."""
        page: PairingView = self._view
        return {
            "pairing": str(self._pairing.phase),
            "title": page.title,
            "how": page.how,
            "address": self._pairing.address,
            "code": page.code,
            "matchNumber": page.number,
            "network": page.network,
            "serial": page.serial,
            "key": page.key.replace("\u00a0", " "),
            "screen": str(self._rested),
        }

    @Slot()
    def touched(self) -> None:
        """Somebody is there: the screen is lit, and what they have chosen stays."""
        self._screen.touched()
        self._appearance.touched()

    @Slot()
    def again(self) -> None:
        self._intents.again()

    @Slot(str)
    def press(self, key: str) -> None:
        if self._typing is not None:
            self._typing = Typing(text=(self._typing.text + key)[:LONGEST_ADDRESS])
            self._derive()

    @Slot()
    def eraseOne(self) -> None:  # noqa: N802
        if self._typing is not None:
            self._typing = Typing(text=self._typing.text[:-1])
            self._derive()

    @Slot()
    def confirm(self) -> None:
        if self._typing is None:
            return
        if self._intents.addressed(self._typing.text):
            self._typing = None
        else:
            self._typing = replace(self._typing, is_wrong=True)
        self._derive()

    @Slot()
    def askAnew(self) -> None:  # noqa: N802
        self._typing = Typing(text=self._pairing.server.partition("://")[2])
        self._derive()

    def _derive(self) -> None:
        page = derive_pairing(
            self._pairing, self._words, serial=self._serial, typing=self._typing, may_change=self._may_change
        )
        if self._refusal and not page.code and self._typing is None:
            page = replace(page, how=self._refusal)
        self.swap(page)
