# ruff: noqa: N815  Qt names its properties and signals in camel case
"""The panel for QML: room page, day rail and sheet, from one `State` at a time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QObject, QTimer, Signal, Slot

from roomdisplay.core.badge import Strokes
from roomdisplay.core.booker import Badge, Proof
from roomdisplay.core.machine import State
from roomdisplay.core.outbox import Reason, Stage
from roomdisplay.core.policy import Identity
from roomdisplay.core.wox import ProblemKind
from roomdisplay.ui import texts
from roomdisplay.ui.day import AllDayRow, BlockRow, DayView, GapRow, derive_day
from roomdisplay.ui.intents import Intents
from roomdisplay.ui.props import EntryProps, PanelProps, as_json, derive_props, look_alike
from roomdisplay.ui.room_view import ActionRow, RoomView, book_key, derive_actions, derive_room_view
from roomdisplay.ui.sheet import (
    CLOSED,
    UNDO_SECONDS,
    Asking,
    Booking,
    Extending,
    FactRow,
    Finding,
    Following,
    Later,
    ListRow,
    Naming,
    Phase,
    Planning,
    Question,
    Reported,
    Reporting,
    Session,
    SheetView,
    StepperRow,
    Wondering,
    booking_of,
    character,
    chosen_extension,
    chosen_later,
    derive_sheet,
    is_known_to_fail,
    may,
    moved_on,
    offers_of,
    proof,
    slot_keyed,
    typed,
    wanted,
    wants_nearby,
)
from roomdisplay.ui.sign_in import CLOSED as NOBODY_ASKED
from roomdisplay.ui.sign_in import derive_sign_in
from roomdisplay.ui.viewmodels.admin import AdminViewModel
from roomdisplay.ui.viewmodels.appearance import AppearanceObject
from roomdisplay.ui.viewmodels.locale import FALLBACK, known_locale, wording
from roomdisplay.ui.viewmodels.screen import ScreenObject
from roomdisplay.ui.viewmodels.snapshot import Rows, Snapshot, fact, mirrored, part
from roomdisplay.ui.wording import Wording, isolated


class Patience(Struct, frozen=True, kw_only=True):
    """How long things stay, in seconds."""

    choosing: float = 30.0
    done: float = 6.0
    undo: float = 10.0
    """For which what has just been done can be taken back."""
    held: float = 12.0
    refused: float = 30.0
    overdue: float = 3.0
    """After this long without an outcome a request is shown as held."""
    good_news: float = 15.0


class NoticeView(Struct, frozen=True, kw_only=True):
    """What became of an entry while nobody was looking."""

    entry_id: str = ""
    sentence: str = ""
    good: bool = False
    stays: bool = False
    """Until it is put away, although it is good."""
    undo: str = ""
    """What the button that takes it back is called; empty: there is none."""


NO_NOTICE = NoticeView()
ADVICE = "advice"
"""Stands for an entry in the notice of what the doctor found."""
_BLANK_ROOM = RoomView(
    tone="unknown",
    glyph="unknown",
    word="",
    when="",
    remaining="",
    said="",
    line="",
    next="",
    progress=-1.0,
    room="",
    detail="",
    clock="",
    date="",
    freshness="",
    live=False,
    problem="",
    problem_for_it="",
    later="",
    find="",
)
_BLANK_DAY = DayView(date="", length=24.0, widest="", now_at=-1.0, hours=(), blocks=(), gaps=(), all_day=())


def _is_news(entry: EntryProps) -> bool:
    """Not where the page says it as a problem, nor what is done before anybody looks away, nor what nobody asked for
    and did not happen."""
    done = entry.stage is Stage.CONFIRMED
    match entry.operation:
        case "checkIn":
            return not done
        case "autoRelease":
            return done
        case _:
            return entry.reason is not Reason.NOT_ALLOWED or entry.elsewhere is not None


class RoomObject(Snapshot):
    toneChanged = Signal()
    glyphChanged = Signal()
    wordChanged = Signal()
    whenChanged = Signal()
    remainingChanged = Signal()
    saidChanged = Signal()
    lineChanged = Signal()
    nextChanged = Signal()
    progressChanged = Signal()
    roomChanged = Signal()
    detailChanged = Signal()
    clockChanged = Signal()
    dateChanged = Signal()
    freshnessChanged = Signal()
    liveChanged = Signal()
    problemChanged = Signal()
    problemForItChanged = Signal()
    laterChanged = Signal()
    reportChanged = Signal()
    aboutChanged = Signal()
    findChanged = Signal()
    pageChanged = Signal()
    pageNameChanged = Signal()

    tone = mirrored(str, "tone", toneChanged)
    glyph = mirrored(str, "glyph", glyphChanged)
    word = mirrored(str, "word", wordChanged)
    when = mirrored(str, "when", whenChanged)
    remaining = mirrored(str, "remaining", remainingChanged)
    said = mirrored(str, "said", saidChanged)
    line = mirrored(str, "line", lineChanged)
    next = mirrored(str, "next", nextChanged)
    progress = mirrored(float, "progress", progressChanged)
    room = mirrored(str, "room", roomChanged)
    detail = mirrored(str, "detail", detailChanged)
    clock = mirrored(str, "clock", clockChanged)
    date = mirrored(str, "date", dateChanged)
    freshness = mirrored(str, "freshness", freshnessChanged)
    live = mirrored(bool, "live", liveChanged)
    problem = mirrored(str, "problem", problemChanged)
    problemForIt = mirrored(str, "problem_for_it", problemForItChanged)
    later = mirrored(str, "later", laterChanged)
    report = mirrored(str, "report", reportChanged)
    about = mirrored(str, "about", aboutChanged)
    find = mirrored(str, "find", findChanged)
    pagePath = mirrored(str, "page.path", pageChanged)
    pageSide = mirrored(int, "page.side", pageChanged)
    pageName = mirrored(str, "page_name", pageNameChanged)

    @property
    def view(self) -> RoomView:
        return self._view


class DayObject(Snapshot):
    """One day of the rail. Places are hours since its first instant."""

    dateChanged = Signal()
    lengthChanged = Signal()
    nowAtChanged = Signal()
    widestChanged = Signal()
    hoursChanged = Signal()

    date = mirrored(str, "date", dateChanged)
    length = mirrored(float, "length", lengthChanged)
    widest = mirrored(str, "widest", widestChanged)
    nowAt = mirrored(float, "now_at", nowAtChanged)
    hours = mirrored(list, "hours", hoursChanged)

    def __init__(self, parent: QObject) -> None:
        super().__init__(_BLANK_DAY, parent)
        self._blocks = Rows(BlockRow, self)
        self._gaps = Rows(GapRow, self)
        self._all_day = Rows(AllDayRow, self)

    blocks = part("_blocks")
    gaps = part("_gaps")
    allDay = part("_all_day")

    def swap(self, view: DayView) -> bool:
        self._blocks.show(view.blocks)
        self._gaps.show(view.gaps)
        self._all_day.show(view.all_day)
        return super().swap(view)


class SheetObject(Snapshot):
    phaseChanged = Signal()
    toneChanged = Signal()
    glyphChanged = Signal()
    titleChanged = Signal()
    sentenceChanged = Signal()
    noticeChanged = Signal()
    warningChanged = Signal()
    confirmChanged = Signal()
    dismissChanged = Signal()
    mayConfirmChanged = Signal()
    undoChanged = Signal()
    undoLeftChanged = Signal()
    asksChanged = Signal()
    typedChanged = Signal()
    typedNameChanged = Signal()
    keysChanged = Signal()
    spaceChanged = Signal()
    eraseChanged = Signal()
    mayTypeChanged = Signal()
    photoChanged = Signal()
    photoNameChanged = Signal()
    pageChanged = Signal()
    pageNameChanged = Signal()

    phase = mirrored(str, "phase", phaseChanged)
    isOpen = mirrored(bool, "is_open", phaseChanged)
    tone = mirrored(str, "tone", toneChanged)
    glyph = mirrored(str, "glyph", glyphChanged)
    title = mirrored(str, "title", titleChanged)
    sentence = mirrored(str, "sentence", sentenceChanged)
    notice = mirrored(str, "notice", noticeChanged)
    warning = mirrored(bool, "warning", warningChanged)
    confirm = mirrored(str, "confirm", confirmChanged)
    dismiss = mirrored(str, "dismiss", dismissChanged)
    mayConfirm = mirrored(bool, "may_confirm", mayConfirmChanged)
    undo = mirrored(str, "undo", undoChanged)
    undoLeft = mirrored(str, "undo_left", undoLeftChanged)
    asks = mirrored(str, "asks", asksChanged)
    typed = mirrored(str, "typed", typedChanged)
    typedName = mirrored(str, "typed_name", typedNameChanged)
    keys = mirrored(str, "keys", keysChanged)
    space = mirrored(str, "space", spaceChanged)
    erase = mirrored(str, "erase", eraseChanged)
    mayType = mirrored(bool, "may_type", mayTypeChanged)
    photo = mirrored(str, "photo", photoChanged)
    photoName = mirrored(str, "photo_name", photoNameChanged)
    pagePath = mirrored(str, "page.path", pageChanged)
    pageSide = mirrored(int, "page.side", pageChanged)
    pageName = mirrored(str, "page_name", pageNameChanged)

    def __init__(self, parent: QObject) -> None:
        super().__init__(CLOSED, parent)
        self._choices = Rows(ActionRow, self)
        self._rows = Rows(ListRow, self)
        self._steppers = Rows(StepperRow, self)
        self._facts = Rows(FactRow, self)

    choices = part("_choices")
    rows = part("_rows")
    steppers = part("_steppers")
    facts = part("_facts")

    def swap(self, view: SheetView) -> bool:
        self._choices.show(view.choices)
        self._rows.show(view.rows)
        self._steppers.show(view.steppers)
        self._facts.show(view.facts)
        return super().swap(view)

    @property
    def view(self) -> SheetView:
        return self._view


class SignInObject(Snapshot):
    isOpenChanged = Signal()
    titleChanged = Signal()
    howChanged = Signal()
    codeChanged = Signal()
    whoChanged = Signal()
    noteChanged = Signal()
    buttonChanged = Signal()
    squareChanged = Signal()
    squareNameChanged = Signal()

    isOpen = mirrored(bool, "is_open", isOpenChanged)
    title = mirrored(str, "title", titleChanged)
    how = mirrored(str, "how", howChanged)
    code = mirrored(str, "code", codeChanged)
    who = mirrored(str, "who", whoChanged)
    note = mirrored(str, "note", noteChanged)
    button = mirrored(str, "button", buttonChanged)
    squarePath = mirrored(str, "path", squareChanged)
    squareSide = mirrored(int, "side", squareChanged)
    squareName = mirrored(str, "square_name", squareNameChanged)


class PanelViewModel(QObject):
    """What QML sees of the panel, and the only way back: `act`, `choose`, `confirm`, `dismiss`, `dismissNotice`,
    `tapSignIn`.

    `show` may be called at any time on the GUI thread, also from within an intent.
    """

    noticeChanged = Signal()
    rightToLeftChanged = Signal()
    emergencyChanged = Signal()

    def __init__(
        self,
        intents: Intents,
        *,
        patience: Patience | None = None,
        hurried: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`hurried`: what takes its time to draw waits for `unhurried`, so that the first frame does not."""
        super().__init__(parent)
        self._hurried = hurried
        self._intents = intents
        self._patience = patience or Patience()
        self._locale = known_locale(FALLBACK)
        self._words: Wording = wording(self._locale)
        self._props: PanelProps | None = None
        self._page: PanelProps | None = None
        self._session: Session | None = None
        self._strokes = Strokes()
        self._told: frozenset[str] = frozenset()
        self._notice = NO_NOTICE
        self._room = RoomObject(_BLANK_ROOM, self)
        self._actions = Rows(ActionRow, self)
        self._today = DayObject(self)
        self._tomorrow = DayObject(self)
        self._sheet = SheetObject(self)
        self._sign_in = SignInObject(NOBODY_ASKED, self)
        self._admin = AdminViewModel(self._words, parent=self)
        self._screen = ScreenObject(intents.notice, self)
        self._appearance = AppearanceObject(lambda: self._room.view, self._patience.choosing, self)
        self._emergency = ""
        self._broken: tuple[str, ...] = ()
        self._closing = self._timer(self._tired)
        self._overdue = self._timer(self._on_overdue)
        self._forgetting = self._timer(self._old_news)
        self._counting = self._timer(self._count_down)
        self._counting.setSingleShot(False)

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    room = part("_room")
    actions = part("_actions")
    today = part("_today")
    tomorrow = part("_tomorrow")
    sheet = part("_sheet")
    signIn = part("_sign_in")
    administration = part("_admin")
    screen = part("_screen")
    appearance = part("_appearance")
    notice = fact(str, "_notice.sentence", noticeChanged)
    noticeIsGood = fact(bool, "_notice.good", noticeChanged)
    noticeUndo = fact(str, "_notice.undo", noticeChanged)
    emergency = fact(str, "_emergency", emergencyChanged)
    """A message that fills the screen; empty: none."""
    rightToLeft = fact(bool, "_words.mirrored", rightToLeftChanged)

    # ── from the shell ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def props(self) -> PanelProps | None:
        return self._props

    @property
    def admin(self) -> AdminViewModel:
        return self._admin

    @property
    def locale(self) -> QLocale:
        return self._locale

    def show(self, state: State) -> None:
        """Brings the screen to `state`. Nothing that is the same already is emitted again."""
        before, props = self._props, derive_props(state)
        self._props = replace(props, page="") if self._hurried else props
        self._admin.offer(bool(state.policy.admin_pin) and not props.emergency)
        if self._props.emergency and not isinstance(self._session, Following | None):
            # what somebody was choosing is no longer to be had; what was asked for already goes on behind
            self._turn_to(None)
        if self._props.emergency:
            self._appearance.close()
        if before is None or not look_alike(before, self._props):
            self._derive()

    def unhurried(self, state: State) -> None:
        """The first frame is out: all of `state` from now on."""
        self._hurried = False
        self.show(state)

    def advise(self, broken: Sequence[str]) -> None:
        """The titles of what the doctor found broken when the panel was paired; none: nothing is said."""
        self._broken = tuple(broken)
        self._derive()

    def speak(self, locale: str) -> None:
        """Says everything in another locale; its translators have been installed already."""
        self._locale = known_locale(locale)
        mirrored_before = self._words.mirrored
        self._words = wording(self._locale)
        if self._words.mirrored != mirrored_before:
            self.rightToLeftChanged.emit()
        self._admin.speak(self._words)
        self._appearance.speak(self._locale.name(), self._words)
        self._derive()

    def as_json(self) -> dict[str, Any]:
        """`props.as_json` in the words on screen, and with the sheet and the notice that lie over it."""
        if self._props is None:
            return {"state": "unknown"}
        sheet = self._sheet.view
        shown: dict[str, Any] = as_json(self._props, self._words)
        shown["sheet"] = (
            {
                "phase": str(sheet.phase),
                "title": sheet.title,
                "sentence": sheet.sentence,
                "choices": [row.label for row in sheet.choices],
                "rows": [row.name for row in sheet.rows],
                "times": {row.key: row.value for row in sheet.steppers},
                "facts": {row.label: row.value for row in sheet.facts},
                "photo": bool(sheet.photo),
                "chosen": next((row.label for row in sheet.choices if row.filled), None),
                "confirm": sheet.confirm or None,
                "undo": sheet.undo or None,
            }
            if sheet.is_open
            else None
        )
        shown["notice"] = self._notice.sentence or None
        shown["administration"] = self._admin.as_json()
        return shown

    # ── from the glass ────────────────────────────────────────────────────────────────────────────────────────────────

    @Slot(str)
    def act(self, key: str) -> None:
        """A button of the room page. Nothing happens but that a sheet opens; only a check-in needs no second tap."""
        if self._session is not None or self._props is None or self._props.emergency:
            return
        manage = self._props.manage
        if key == "checkIn" and manage is not None and manage.may_check_in:
            self._follow("checkIn", manage.end, lambda: self._intents.check_in(manage.key))
            return
        self._turn_to(self._opened(self._props, key))

    @Slot(str)
    def choose(self, key: str) -> None:
        """Another choice in the sheet."""
        props = self._props
        if props is None:
            return
        match self._session:
            case Finding():
                usual = next((o for o in offers_of(props, key) if o.preferred), None)
                if usual is not None:
                    self._turn_to(booking_of(usual, key))
            case Booking(room=room):
                chosen = next((o for o in offers_of(props, room) if book_key(o) == key), None)
                if chosen is not None:
                    self._turn_to(booking_of(chosen, room))
            case Reporting():
                kinds = {f"report:{kind}": kind for kind in ProblemKind}
                if key in kinds:
                    self._turn_to(Reporting(kind=kinds[key]))
            case Planning():
                slot = slot_keyed(props, key)
                if slot is not None:
                    self._turn_to(Later(chosen=slot.first(props.now.astimezone(UTC)), listed=True))
            case Later(chosen=chosen) as session:
                stepped = chosen_later(props, chosen, key)
                if stepped is not None:
                    self._turn_to(replace(session, chosen=stepped))
            case Extending(key=meeting) if props.manage is not None:
                rows, ends = self._sheet.view.choices, props.manage.extensions
                chosen = next((o for row, o in zip(rows, ends, strict=False) if row.key == key), None)
                if chosen is not None:
                    self._turn_to(Extending(key=meeting, until=chosen.until))
            case _:
                return
        self._await_phase()

    @Slot()
    def confirm(self) -> None:
        """The filled button of the sheet. What it does is exactly what is written on it at this moment, or nothing."""
        props, session, intents = self._props, self._session, self._intents
        if props is None or props.emergency or not self._sheet.view.may_confirm:
            return
        if self._sheet.view.phase is Phase.REFUSED:
            # after a no there is one thing left to do
            self._turn_to(Finding())
            return
        match session:
            case Booking() | Later():
                self._book(props, session)
            case Naming():
                self._name(props, session)
            case Reporting(kind=kind) if kind is not None:
                self._report(kind)
            case Extending(key=key):
                extension = chosen_extension(props, session)
                if extension is None:
                    return
                if extension.behind is not None:
                    self._book(props, session)
                else:
                    self._follow("extend", extension.end, lambda: intents.extend(key, extension.until))
            case Asking(question=question, key=key):
                ask = {
                    Question.END: intents.end_now,
                    Question.CANCEL: intents.cancel,
                    Question.RELEASE: intents.release,
                    Question.UNDO: intents.take_back,
                }[question]
                # what takes a release back is a booking
                operation = "book" if question is Question.UNDO else str(question)
                self._follow(operation, props.now, lambda: ask(key))
            case Wondering() | Finding() | Reporting() | Reported() | Planning() | Following() | None:
                pass

    @Slot()
    def undo(self) -> None:
        """The button of the sheet that takes back what has just been done. What it does is not taken back in turn."""
        props, session = self._props, self._session
        if props is None or not isinstance(session, Following) or not self._sheet.view.undo:
            return
        entry = props.entry(session.entry_id)
        if entry is not None:
            self._follow(entry.undo, entry.end, lambda: self._intents.take_back(entry.id), undo_left=0)

    @Slot()
    def dismiss(self) -> None:
        """Closes the sheet, or goes back to the list it came from. A request that was made goes on."""
        choosing = self._sheet.view.phase is Phase.CHOOSING
        if isinstance(self._session, Naming) and self._sheet.view.phase in (Phase.CHOOSING, Phase.WORKING):
            self._turn_to(self._session.chosen)
        elif choosing and isinstance(self._session, Booking) and self._session.room is not None:
            self._turn_to(Finding())
        elif choosing and isinstance(self._session, Later) and self._session.listed:
            self._turn_to(Planning())
        else:
            self._close()

    @Slot(str)
    def press(self, key: str) -> None:
        """A key on the glass."""
        if isinstance(self._session, Naming):
            self.type(character(self._session, key))

    @Slot(str)
    def type(self, characters: str) -> None:
        """Typed in the sheet, by a person or by a badge reader, which ends with Enter."""
        props, session = self._props, self._session
        if props is None or not isinstance(session, Naming) or not self._sheet.view.may_type:
            return
        if session.identity is Identity.BADGE:
            self._strokes, badge = self._strokes.typed(characters, monotonic())
            if badge is not None:
                self._inquire(props, session, Badge(said=badge))
            return
        self._turn_to(typed(session, characters))
        self.touched()

    @Slot()
    def eraseOne(self) -> None:  # noqa: N802
        session = self._session
        if isinstance(session, Naming) and self._sheet.view.may_type:
            self._turn_to(replace(session, typed=session.typed[:-1]))
            self.touched()

    @Slot()
    def dismissNotice(self) -> None:  # noqa: N802
        if self._notice.entry_id == ADVICE:
            self.advise(())
        elif self._notice.entry_id:
            self._told |= {self._notice.entry_id}
            self._derive()

    @Slot()
    def tapSignIn(self) -> None:  # noqa: N802
        """The button that brings the page to sign in, and takes it away again."""
        if self._props is None:
            return
        if self._props.sign_in is not None:
            self._intents.do_not_sign_in()
        elif self._props.may_sign_in:
            self._intents.sign_in()

    @Slot()
    def touched(self) -> None:
        """Somebody is there: an open sheet waits for them anew, and the screen stays lit."""
        self._screen.touched()
        self._appearance.touched()
        self._admin.touched()
        if self._closing.isActive():
            self._await_phase()

    # ── inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _opened(self, props: PanelProps, key: str) -> Session | None:
        manage = props.manage
        kind, _, rest = key.partition(":")
        match kind:
            case "book":
                offer = next((o for o in props.offers if book_key(o) == key), None)
                return None if offer is None else booking_of(offer)
            case "about" if props.about is not None:
                return Wondering()
            case "report" if props.reports is not None:
                return Reporting()
            case "later" if rest:
                slot = slot_keyed(props, key)
                return None if slot is None else Later(chosen=slot.first(props.now.astimezone(UTC)))
            case "later" if props.slots:
                return Planning()
            case "find" if props.finds_rooms:
                return Finding()
            case "extend" if manage is not None and manage.extensions and not rest:
                return Extending(key=manage.key, until=manage.extensions[0].until)
            case "end" | "cancel" | "release" if manage is not None and not rest:
                question = Question(kind)
                return Asking(question=question, key=manage.key) if may(props, question, manage.key) else None
            case "undo" if props.undoable is not None:
                return Asking(question=Question.UNDO, key=props.undoable)
            case _:
                pass
        return None

    def _book(self, props: PanelProps, session: Booking | Later | Extending) -> None:
        """What was chosen, once it is known who books it where that has to be known."""
        if props.booker.identity is not Identity.NONE:
            self._strokes = Strokes()
            self._turn_to(Naming(chosen=session, identity=props.booker.identity))
        else:
            self._follow_booking(props, session)

    def _follow_booking(self, props: PanelProps, session: Booking | Later | Extending, by: str | None = None) -> None:
        booking, intents = wanted(props, session), self._intents
        if booking is not None:
            end = props.local(booking.interval.end)
            self._follow("book", end, lambda: intents.book(booking.interval, booking.room, by))

    def _name(self, props: PanelProps, session: Naming) -> None:
        """Whoever books has said who they are, or cannot."""
        if is_known_to_fail(props.booker, session):
            self._follow_booking(props, session.chosen)
            return
        by = proof(session)
        if isinstance(by, str):
            self._follow_booking(props, session.chosen, by)
        elif by is not None:
            self._inquire(props, session, by)

    def _inquire(self, props: PanelProps, session: Naming, by: Proof) -> None:
        """Nothing of `by` stays here."""
        booking = wanted(props, session.chosen)
        if booking is None:
            return
        self._session = replace(session, typed="", asked=None)
        asked = self._intents.book(booking.interval, booking.room, by)
        self._turn_to(replace(session, typed="", asked=asked))

    def _turn_to(self, session: Session | None) -> None:
        """Another session from now on; the rooms near by are watched for as long as one needs them, and who somebody is
        is asked for as long as they wait."""
        watched = wants_nearby(self._session)
        asked = self._session.asked if isinstance(self._session, Naming) else None
        self._session = session
        if asked is not None and not (isinstance(session, Naming) and session.asked is not None):
            self._intents.drop_inquiry()
        if wants_nearby(session) != watched:
            self._intents.watch_nearby(not watched)
        self._derive()

    @Slot()
    def _close(self) -> None:
        if self._session is None or not self._sheet.view.dismiss:
            return
        self._overdue.stop()
        self._turn_to(None)

    def _report(self, kind: ProblemKind) -> None:
        self._turn_to(Reported())
        report_id = ""
        try:
            report_id = self._intents.report(kind)
        finally:
            self._session = Reported(report_id=report_id)
            self._overdue.start(round(self._patience.overdue * 1000))
            self._derive()

    @Slot()
    def _tired(self) -> None:
        """Nobody has touched the sheet for as long as its phase deserves."""
        if self._appearance.is_patient:
            self._await_phase()
        else:
            self._close()

    @Slot()
    def _old_news(self) -> None:
        if self._appearance.is_patient:
            self._forgetting.start()
        else:
            self.dismissNotice()

    def _follow(self, operation: str, end: datetime, ask: Callable[[], str], *, undo_left: int = UNDO_SECONDS) -> None:
        following = Following(operation=operation, end=end, undo_left=undo_left)
        self._turn_to(following)
        entry_id = ""
        try:
            entry_id = ask()
        finally:
            self._session = replace(following, entry_id=entry_id)
            self._overdue.start(round(self._patience.overdue * 1000))
            self._derive()

    @Slot()
    def _count_down(self) -> None:
        if isinstance(self._session, Following) and self._session.undo_left > 0:
            self._session = replace(self._session, undo_left=self._session.undo_left - 1)
            self._derive()

    @Slot()
    def _on_overdue(self) -> None:
        if isinstance(self._session, Following | Reported):
            self._session = replace(self._session, overdue=True)
            self._derive()

    def _derive(self) -> None:
        props = self._props
        if props is None:
            return
        session, self._session = self._session, moved_on(props, self._session)
        if isinstance(self._session, Following) and self._session is not session:
            self._overdue.start(round(self._patience.overdue * 1000))
        before = self._sheet.view.phase, self._sheet.view.dismiss
        sheet = derive_sheet(props, self._session, self._words)
        if isinstance(self._session, Following) and sheet.phase in (Phase.DONE, Phase.REFUSED):
            self._told |= {self._session.entry_id or ""}
        if self._page is None or sheet.phase is not Phase.WORKING:
            # the room stays as it was while the answer is a moment away, instead of flickering through "held"
            self._page = props
        self._show_page(self._page)
        self._screen.show(props)
        self._sign_in.swap(derive_sign_in(props, self._words))
        self._derive_notice(props)
        self._sheet.swap(sheet)
        if not sheet.undo:
            self._counting.stop()
        elif not self._counting.isActive():
            self._counting.start(round(self._patience.undo * 1000 / UNDO_SECONDS))
        if props.emergency != self._emergency:
            self._emergency = props.emergency
            self.emergencyChanged.emit()
        if (sheet.phase, sheet.dismiss) != before:
            self._await_phase()

    def _show_page(self, page: PanelProps) -> None:
        self._room.swap(derive_room_view(page, self._words))
        self._actions.show(derive_actions(page, self._words))
        self._today.swap(derive_day(page.today, page, self._words))
        self._tomorrow.swap(derive_day(page.tomorrow, page, self._words))

    def _derive_notice(self, props: PanelProps) -> None:
        followed = self._session.entry_id if isinstance(self._session, Following) else None
        known = {entry.id for entry in props.outbox}
        self._told &= known | {""}
        news = [e for e in props.outbox if e.settled and e.id not in self._told and e.id != followed]
        news = [e for e in news if _is_news(e)]
        entry: EntryProps | None = news[-1] if news else None
        # a tap whose id is not known yet may have been settled already
        if isinstance(self._session, Following) and followed is None:
            entry = None
        shown = NO_NOTICE
        if entry is not None:
            good = entry.stage is Stage.CONFIRMED
            may_undo = props.undoable == entry.id
            shown = NoticeView(
                entry_id=entry.id,
                sentence=self._words.notice(entry, props),
                good=good,
                stays=entry.operation == "autoRelease",
                undo=self._words.say(texts.UNDO) if may_undo else "",
            )
        elif self._broken and props.problem is None:
            titles = self._words.say(texts.LIST_JOIN).join(isolated(title) for title in self._broken)
            shown = NoticeView(entry_id=ADVICE, sentence=self._words.say(texts.BROKEN_AT_PAIRING, titles))
        if shown == self._notice:
            return
        is_another = shown.entry_id != self._notice.entry_id
        self._notice = shown
        if is_another:
            self._forgetting.stop()
            if shown.good and not shown.stays:
                self._forgetting.start(round(self._patience.good_news * 1000))
        self.noticeChanged.emit()

    def _await_phase(self) -> None:
        """Gives the sheet the time its phase deserves."""
        seconds = {
            Phase.CHOOSING: self._patience.choosing,
            Phase.DONE: max(self._patience.done, self._patience.undo if self._sheet.view.undo else 0.0),
            Phase.HELD: self._patience.held,
            Phase.REFUSED: self._patience.refused,
            Phase.WORKING: self._patience.held if self._sheet.view.dismiss else None,
        }.get(self._sheet.view.phase)
        if seconds is None:
            self._closing.stop()
        else:
            self._closing.start(round(seconds * 1000))
