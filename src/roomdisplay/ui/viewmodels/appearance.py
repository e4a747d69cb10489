# ruff: noqa: N815  Qt names its properties and signals in camel case
"""How the panel looks and speaks, for QML: its own way, and what somebody at the glass has chosen for a while."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from roomdisplay.core.appearance import Appearance, language_of
from roomdisplay.ui import texts
from roomdisplay.ui.appearance import AppearanceView, ChoiceRow, chosen, derive_appearance, spoken
from roomdisplay.ui.room_view import RoomView
from roomdisplay.ui.theme import ThemeBroken
from roomdisplay.ui.typefaces import load_names
from roomdisplay.ui.viewmodels.locale import machine_locale
from roomdisplay.ui.viewmodels.snapshot import Rows, Snapshot, mirrored, part
from roomdisplay.ui.wording import ENGLISH, Wording

Wear = Callable[[Appearance], None]
"""Makes the window look and speak like that. Raises ThemeBroken, and then nothing has changed."""
Reader = Callable[[str, str], None]
"""Says a text aloud, in the language (ISO 639-1) it is written in."""


class AppearanceObject(Snapshot):
    buttonChanged = Signal()
    isOpenChanged = Signal()
    titleChanged = Signal()
    sentenceChanged = Signal()
    languageChanged = Signal()
    coloursChanged = Signal()
    easeChanged = Signal()
    readAloudChanged = Signal()
    resetChanged = Signal()
    doneChanged = Signal()

    button = mirrored(str, "button", buttonChanged)
    isOpen = mirrored(bool, "is_open", isOpenChanged)
    title = mirrored(str, "title", titleChanged)
    sentence = mirrored(str, "sentence", sentenceChanged)
    language = mirrored(str, "language", languageChanged)
    colours = mirrored(str, "colours", coloursChanged)
    ease = mirrored(str, "ease", easeChanged)
    readAloud = mirrored(str, "read_aloud", readAloudChanged)
    resetName = mirrored(str, "reset", resetChanged)
    done = mirrored(str, "done", doneChanged)

    def __init__(
        self,
        room: Callable[[], RoomView] | None,
        closes_after: float,
        parent: QObject,
        *,
        lasts: timedelta | None = None,
    ) -> None:
        """`room` gives what the room page says now, None: there is no room; the page closes after `closes_after`
        seconds without a touch. `lasts`: how long a choice stays, None: as the appearance says."""
        super().__init__(AppearanceView(), parent)
        self._room = room
        self._closes_after = closes_after
        self._longer = lasts
        self._languages = Rows(ChoiceRow, self)
        self._themes = Rows(ChoiceRow, self)
        self._switches = Rows(ChoiceRow, self)
        self._own = self._worn = Appearance()
        self._wear: Wear | None = None
        self._reader: Reader | None = None
        self._words = ENGLISH
        self._language = ""
        self._offered: tuple[str, ...] = ()
        self._is_open = False
        self._closing = self._timer("closing", self.close)
        self._returning = self._timer("returning", self.reset)

    languages = part("_languages")
    themes = part("_themes")
    switches = part("_switches")

    def _timer(self, name: str, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setObjectName(name)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    # ── from the window and the shell ─────────────────────────────────────────────────────────────────────────────────

    def worn_by(self, wear: Wear, own: Appearance) -> None:
        """The window wears `own` already; `wear` changes it."""
        self._wear, self._own = wear, _settled(own)
        self._worn = self._own
        self._derive()

    def belongs(self, own: Appearance) -> None:
        """The panel's own appearance from now on; what somebody has chosen stays for its while. Raises ThemeBroken."""
        is_chosen = self._is_chosen
        self._own = _settled(own)
        if not is_chosen:
            self._turn_to(self._own)
        else:
            self._derive()

    def can_read(self, reader: Reader) -> None:
        """The machine can speak."""
        self._reader = reader
        self._derive()

    def speak(self, locale: str, words: Wording) -> None:
        """What the panel speaks from now on."""
        self._language, self._words = language_of(locale), words
        self._derive()

    # ── from the glass ────────────────────────────────────────────────────────────────────────────────────────────────

    @Slot()
    def open(self) -> None:
        from roomdisplay.ui.fonts import readable  # the first frame does without

        with suppress(ThemeBroken):
            load_names()
        self._is_open = True
        self._offered = readable(self._own.languages)
        self.touched()
        self._derive()

    @Slot()
    def close(self) -> None:
        self._is_open = False
        self._closing.stop()
        self._derive()

    @Slot(str)
    def choose(self, key: str) -> None:
        # a theme whose file is broken is not to be had
        with suppress(ThemeBroken):
            self._turn_to(chosen(self._worn, self._own, key))
        self.touched()

    @Slot()
    def reset(self) -> None:
        """Back to the panel's own appearance."""
        self._turn_to(self._own)
        self.touched()

    @Slot()
    def say(self) -> None:
        """The room's state, aloud."""
        if self._reader is not None and self._room is not None:
            self._reader(spoken(self._room()), self._language)

    @Slot()
    def touched(self) -> None:
        """Somebody is there: what they chose lasts, and the page waits for them anew."""
        self._returning.stop()
        self._closing.stop()
        if self._is_chosen:
            self._returning.start(round(self._lasts.total_seconds() * 1000))
        if self._is_open and not self._worn.patient:
            self._closing.start(round(self._closes_after * 1000))

    @property
    def is_patient(self) -> bool:
        """What somebody has opened waits for them."""
        return self._worn.patient

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _lasts(self) -> timedelta:
        return self._longer or self._worn.lasts

    @property
    def _is_chosen(self) -> bool:
        return self._worn != self._own

    def _turn_to(self, appearance: Appearance) -> None:
        if appearance != self._worn and self._wear is not None:
            self._wear(appearance)
        self._worn = appearance
        self._derive()

    def _derive(self) -> None:
        words = self._words
        if not self._is_open:
            # nothing of a page nobody sees
            self.swap(AppearanceView(button=words.say(texts.APPEARANCE)))
            return
        view = derive_appearance(
            self._worn,
            words,
            language=self._language,
            languages=self._offered,
            lasts=self._lasts,
            is_own=not self._is_chosen,
            may_read=self._reader is not None and self._own.read_aloud,
        )
        self._languages.show(view.languages)
        self._themes.show(view.themes)
        self._switches.show(view.switches)
        self.swap(view)


def _settled(own: Appearance) -> Appearance:
    """With the machine's locale where it names none."""
    return replace(own, locale=own.locale or machine_locale())
