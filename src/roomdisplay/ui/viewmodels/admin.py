# ruff: noqa: N815  Qt names its properties and signals in camel case
"""The administrator's page, for QML: opened by a long press and a PIN, and left by itself."""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from roomdisplay.ui import texts
from roomdisplay.ui.admin import (
    LONGEST_PIN,
    SHORTEST_PIN,
    AdminIntents,
    AdminView,
    DeedRow,
    FactRow,
    FindingProps,
    FindingRow,
    Keypad,
    Opened,
    Question,
    Session,
    derive_admin,
)
from roomdisplay.ui.viewmodels.snapshot import Rows, Snapshot, mirrored, part
from roomdisplay.ui.wording import Wording


class AdminPatience(Struct, frozen=True, kw_only=True):
    """In seconds."""

    untouched: float = 60.0
    """The page leaves by itself."""
    every: float = 1.0
    """Between two looks at the panel while the page is open."""


class AdminViewModel(Snapshot):
    isOfferedChanged = Signal()
    nameChanged = Signal()
    isOpenChanged = Signal()
    asksChanged = Signal()
    titleChanged = Signal()
    howChanged = Signal()
    dotsChanged = Signal()
    typedNameChanged = Signal()
    mayTypeChanged = Signal()
    mayConfirmChanged = Signal()
    confirmChanged = Signal()
    eraseChanged = Signal()
    closeChanged = Signal()
    questionChanged = Signal()
    yesChanged = Signal()
    noChanged = Signal()
    statusChanged = Signal()
    squareChanged = Signal()
    squareNameChanged = Signal()
    squareTextChanged = Signal()

    isOffered = mirrored(bool, "is_offered", isOfferedChanged)
    name = mirrored(str, "name", nameChanged)
    isOpen = mirrored(bool, "is_open", isOpenChanged)
    asks = mirrored(bool, "asks", asksChanged)
    title = mirrored(str, "title", titleChanged)
    how = mirrored(str, "how", howChanged)
    dots = mirrored(str, "dots", dotsChanged)
    typedName = mirrored(str, "typed_name", typedNameChanged)
    mayType = mirrored(bool, "may_type", mayTypeChanged)
    mayConfirm = mirrored(bool, "may_confirm", mayConfirmChanged)
    confirmLabel = mirrored(str, "confirm", confirmChanged)
    erase = mirrored(str, "erase", eraseChanged)
    close = mirrored(str, "close", closeChanged)
    question = mirrored(str, "question", questionChanged)
    yes = mirrored(str, "yes", yesChanged)
    no = mirrored(str, "no", noChanged)
    status = mirrored(str, "status", statusChanged)
    squarePath = mirrored(str, "path", squareChanged)
    squareSide = mirrored(int, "side", squareChanged)
    squareName = mirrored(str, "square_name", squareNameChanged)
    squareText = mirrored(str, "square_text", squareTextChanged)

    def __init__(self, words: Wording, *, patience: AdminPatience | None = None, parent: QObject | None = None) -> None:
        super().__init__(AdminView(), parent)
        self._words = words
        self._patience = patience or AdminPatience()
        self._intents: AdminIntents | None = None
        self._is_offered = False
        self._session: Session | None = None
        self._facts = Rows(FactRow, self)
        self._deeds = Rows(DeedRow, self)
        self._findings = Rows(FindingRow, self)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.leave)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)

    facts = part("_facts")
    deeds = part("_deeds")
    findings = part("_findings")

    # ── from the shell ────────────────────────────────────────────────────────────────────────────────────────────────

    def attach(self, intents: AdminIntents) -> None:
        """From now on somebody can answer what is asked here."""
        self._intents = intents
        self._derive()

    def offer(self, is_offered: bool) -> None:
        """Is there such a page now? Where it is open and there is none any more, it closes."""
        if is_offered == self._is_offered:
            return
        self._is_offered = is_offered
        if not is_offered:
            self._session = None
        self._derive()

    def speak(self, words: Wording) -> None:
        self._words = words
        self._derive()

    def checked(self, is_right: bool) -> None:
        """What came of a PIN."""
        if isinstance(self._session, Keypad):
            self._session = Opened() if is_right else Keypad(is_wrong=True)
            self._stay()

    def examined(self, findings: Sequence[FindingProps], *, is_over: bool) -> None:
        """What the doctor has found so far, or in all."""
        if isinstance(self._session, Opened):
            self._session = replace(
                self._session, findings=tuple(findings), is_examining=not is_over, was_examined=is_over, answer=""
            )
            self._stay()

    def answer(self, sentence: str, *values: str) -> None:
        """What came of the last thing that was asked for: a sentence of `texts`."""
        if isinstance(self._session, Opened):
            self._session = replace(self._session, answer=self._words.say(sentence, *values))
            self._derive()

    def as_json(self) -> dict[str, object] | None:
        """What the page shows; None: it is closed. The PIN is not in it."""
        view: AdminView = self._view
        match self._session:
            case None:
                return None
            case Keypad():
                return {"asks": True, "how": view.how, "digits": len(view.dots)}
            case Opened(is_examining=is_examining, findings=findings):
                return {
                    "asks": False,
                    "status": view.status,
                    "question": view.question or None,
                    "code": view.square_text or None,
                    "examining": is_examining,
                    "findings": {finding.id: finding.verdict for finding in findings},
                }

    # ── from the glass ────────────────────────────────────────────────────────────────────────────────────────────────

    @Slot()
    def open(self) -> None:
        """Somebody has pressed long enough."""
        if self._is_offered and self._intents is not None and self._session is None:
            self._session = Keypad()
            self._stay()

    @Slot()
    def leave(self) -> None:
        self._session = None
        self._derive()

    @Slot()
    def touched(self) -> None:
        """Somebody is there: the page stays."""
        if self._session is not None:
            self._leaving.start(round(self._patience.untouched * 1000))

    @Slot(str)
    def press(self, digit: str) -> None:
        if isinstance(self._session, Keypad) and self._view.may_type:
            self._session = Keypad(typed=(self._session.typed + digit)[:LONGEST_PIN])
            self._stay()

    @Slot()
    def eraseOne(self) -> None:  # noqa: N802
        if isinstance(self._session, Keypad) and self._view.may_type:
            self._session = Keypad(typed=self._session.typed[:-1])
            self._stay()

    @Slot()
    def confirm(self) -> None:
        session = self._session
        if self._intents is None or not isinstance(session, Keypad) or not self._view.may_confirm:
            return
        assert len(session.typed) >= SHORTEST_PIN
        self._session = Keypad(is_checking=True)
        self._stay()
        self._intents.check(session.typed)

    @Slot(str)
    def act(self, key: str) -> None:
        """A button of the page."""
        session, intents = self._session, self._intents
        if intents is None or not isinstance(session, Opened) or session.question is not None:
            return
        match key:
            case "examine" if not session.is_examining:
                self._session = replace(session, is_examining=True, findings=(), answer="")
                intents.examine()
            case "refresh":
                self._session = replace(session, answer=self._words.say(texts.ADMIN_REFRESHED))
                intents.refresh()
            case "picture":
                intents.send_picture()
            case "code":
                self._session = replace(session, shows_code=not session.shows_code)
            case "restart" | "unpair":
                self._session = replace(session, question=Question(key))
            case _:
                return
        self._stay()

    @Slot(bool)
    def decide(self, is_wanted: bool) -> None:
        """The answer to the question."""
        session, intents = self._session, self._intents
        if intents is None or not isinstance(session, Opened) or session.question is None:
            return
        question, self._session = session.question, replace(session, question=None)
        if is_wanted and question is Question.UNPAIR:
            self._session = None  # what is still being sent stands on the room's page
        self._stay()
        if is_wanted:
            {Question.RESTART: intents.restart, Question.UNPAIR: intents.unpair}[question]()

    @Slot()
    def _look(self) -> None:
        """Time has passed."""
        self._derive()

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _stay(self) -> None:
        self._derive()
        self.touched()

    def _derive(self) -> None:
        session, intents = self._session, self._intents
        facts = intents.facts() if intents is not None and isinstance(session, Opened) else None
        wait = ceil(intents.wait()) if intents is not None and isinstance(session, Keypad) else 0
        page = derive_admin(
            session, self._words, is_offered=self._is_offered and intents is not None, wait=wait, facts=facts
        )
        self._facts.show(page.facts)
        self._deeds.show(page.deeds)
        self._findings.show(page.findings)
        self.swap(page.view)
        if session is None:
            self._leaving.stop()
            self._looking.stop()
        elif not self._looking.isActive():
            self._looking.start(round(self._patience.every * 1000))
