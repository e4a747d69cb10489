"""The administrator's page on the glass: first a PIN, then who the panel is and what can be done to it. Pure; no Qt."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, assert_never

from roomdisplay.ui import texts
from roomdisplay.ui.square import Square, square
from roomdisplay.ui.wording import Wording, isolated

SHORTEST_PIN, LONGEST_PIN = 6, 12
GLYPHS = {"well": "done", "warning": "soon", "broken": "outOfService", "unknown": "unknown"}
TONES = {"well": "free", "warning": "soon", "broken": "busy", "unknown": "unknown"}
"""By verdict, as is what follows."""
_ORDER = ("broken", "warning", "unknown", "well")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the panel says of itself. Instants are in the room's zone; None: never, or not since it was started."""

    now: datetime
    room: str
    address: str
    version: str
    serial: str
    addresses: tuple[str, ...]
    """Of the machine in its networks."""
    link: str
    """How Office 365 is reached: "well", or a word of why not."""
    office365_at: datetime | None
    wox: str | None
    """The server's name; None: the panel has none."""
    wox_at: datetime | None
    pending: int
    age: timedelta | None
    """Of the schedule."""
    faults: tuple[str, ...]
    """Sentences for whoever mends it."""
    may_unpair: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingProps:
    """Of the doctor's, in the doctor's words."""

    id: str
    title: str
    verdict: str
    evidence: tuple[str, ...]
    mend: str = ""
    commands: tuple[str, ...] = ()


class AdminIntents(Protocol):
    """What somebody at the administrator's page wants. What takes its time comes back to the view model."""

    def wait(self) -> float:
        """Seconds until the next PIN counts; 0: it does now."""
        ...

    def check(self, pin: str) -> None:
        """Ends in `checked`."""
        ...

    def facts(self) -> Facts: ...

    def examine(self) -> None:
        """Ends in `examined`, after one call for each finding."""
        ...

    def refresh(self) -> None: ...

    def send_picture(self) -> None:
        """Ends in `answer`."""
        ...

    def restart(self) -> None: ...

    def unpair(self) -> None: ...


class Question(StrEnum):
    RESTART = "restart"
    UNPAIR = "unpair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keypad:
    """Somebody is to say who they are."""

    typed: str = ""
    is_wrong: bool = False
    is_checking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    findings: tuple[FindingProps, ...] = ()
    is_examining: bool = False
    was_examined: bool = False
    question: Question | None = None
    shows_code: bool = False
    answer: str = ""
    """What came of the last thing that was asked for."""


Session = Keypad | Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedRow:
    """A button."""

    key: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    key: str
    title: str
    word: str
    glyph: str
    tone: str
    evidence: str
    mend: str
    commands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminView:
    is_offered: bool = False
    """There is such a page, for whoever knows the PIN."""
    name: str = ""
    """Of the place that opens it."""
    is_open: bool = False
    asks: bool = False
    """For the PIN: keys are shown."""
    title: str = ""
    how: str = ""
    dots: str = ""
    """One for each digit that was typed."""
    typed_name: str = ""
    """What the dots are, to whoever cannot see them."""
    may_type: bool = False
    may_confirm: bool = False
    confirm: str = ""
    erase: str = ""
    close: str = ""
    question: str = ""
    yes: str = ""
    no: str = ""
    status: str = ""
    """What the doctor is doing, or found as a whole; or what came of the last thing that was asked for."""
    square: Square = Square()
    square_name: str = ""
    square_text: str = ""

    @property
    def path(self) -> str:
        return self.square.path

    @property
    def side(self) -> int:
        return self.square.side


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminPage:
    view: AdminView
    facts: tuple[FactRow, ...] = ()
    deeds: tuple[DeedRow, ...] = ()
    findings: tuple[FindingRow, ...] = ()


def derive_admin(
    session: Session | None, words: Wording, *, is_offered: bool, wait: float = 0.0, facts: Facts | None = None
) -> AdminPage:
    """`wait`: seconds until a PIN counts. `facts` are needed where the page is open."""
    closed = AdminView(is_offered=is_offered, name=words.say(texts.ADMIN) if is_offered else "")
    match session:
        case None:
            return AdminPage(view=closed)
        case Keypad():
            return AdminPage(view=_keypad(session, words, wait))
        case Opened():
            assert facts is not None
            return _opened(session, words, facts)
        case _:
            assert_never(session)


def _keypad(session: Keypad, words: Wording, wait: float) -> AdminView:
    say = words.say
    if wait > 0:
        how = say(texts.ADMIN_WAIT, words.duration(timedelta(seconds=wait)))
    elif session.is_wrong:
        how = say(texts.ADMIN_WRONG)
    else:
        how = say(texts.ADMIN_HOW)
    may_type = wait <= 0 and not session.is_checking
    count = len(session.typed)
    return AdminView(
        is_offered=True,
        is_open=True,
        asks=True,
        title=say(texts.ADMIN),
        how=say(texts.ADMIN_CHECKING) if session.is_checking else how,
        dots="●" * count,
        typed_name=words.count(texts.ADMIN_TYPED, count),
        may_type=may_type,
        may_confirm=may_type and count >= SHORTEST_PIN,
        confirm=say(texts.PAIR_GO_ON),
        erase=say(texts.PAIR_ERASE),
        close=say(texts.ADMIN_CLOSE),
    )


def _opened(session: Opened, words: Wording, facts: Facts) -> AdminPage:
    say = words.say
    view = AdminView(
        is_offered=True, is_open=True, title=say(texts.ADMIN), how=isolated(facts.room), close=say(texts.ADMIN_CLOSE)
    )
    match session.question:
        case Question.RESTART:
            view = _asking(view, words, texts.ADMIN_RESTART_ASKED, texts.ADMIN_RESTART)
        case Question.UNPAIR:
            view = _asking(view, words, texts.ADMIN_UNPAIR_ASKED, texts.ADMIN_UNPAIR)
        case None:
            view = _status(view, session, words)
        case _:
            assert_never(session.question)
    if session.shows_code:
        told = card(facts)
        view = replace(view, square=square(told), square_name=say(texts.ADMIN_CODE), square_text=told)
    return AdminPage(
        view=view,
        facts=_facts(words, facts),
        deeds=_deeds(words, facts, session),
        findings=tuple(_finding(f, words) for f in _worst_first(session)),
    )


def _asking(view: AdminView, words: Wording, question: str, yes: str) -> AdminView:
    return replace(view, question=words.say(question), yes=words.say(yes), no=words.say(texts.ADMIN_NO))


def _status(view: AdminView, session: Opened, words: Wording) -> AdminView:
    if session.is_examining:
        return replace(view, status=words.say(texts.DOCTOR_LOOKS))
    if session.answer:
        return replace(view, status=session.answer)
    if not session.was_examined:
        return view
    verdicts = {finding.verdict for finding in session.findings}
    if "broken" in verdicts:
        return replace(view, status=words.say(texts.DOCTOR_BROKEN))
    return replace(view, status=words.say(texts.DOCTOR_WARNING if "warning" in verdicts else texts.DOCTOR_WELL))


def _worst_first(session: Opened) -> list[FindingProps]:
    """While the doctor looks, what comes stays where it came."""
    if session.is_examining:
        return list(session.findings)
    return sorted(session.findings, key=lambda finding: _ORDER.index(finding.verdict))


def _finding(finding: FindingProps, words: Wording) -> FindingRow:
    return FindingRow(
        key=finding.id,
        title=finding.title,
        word=words.say(texts.VERDICTS[finding.verdict]),
        glyph=GLYPHS[finding.verdict],
        tone=TONES[finding.verdict],
        evidence="\n".join(finding.evidence),
        mend=finding.mend,
        commands="\n".join(finding.commands),
    )


def _facts(words: Wording, facts: Facts) -> tuple[FactRow, ...]:
    say = words.say

    def at(moment: datetime | None) -> str:
        return say(texts.ADMIN_NEVER) if moment is None else words.moment(moment, facts.now)

    told = [
        ("room", texts.ADMIN_ROOM, facts.address),
        ("version", texts.ADMIN_VERSION, facts.version),
        ("serial", texts.ADMIN_SERIAL, facts.serial),
        ("addresses", texts.ADMIN_ADDRESSES, "\n".join(facts.addresses) or say(texts.ADMIN_NO_NETWORK)),
        ("link", texts.ADMIN_LINK, say(texts.ADMIN_WELL) if facts.link == "well" else facts.link),
        ("office365", texts.ADMIN_OFFICE365, at(facts.office365_at)),
        ("age", texts.ADMIN_AGE, say(texts.ADMIN_NEVER) if facts.age is None else words.duration(facts.age)),
        ("pending", texts.ADMIN_PENDING, words.number(facts.pending)),
    ]
    if facts.wox is not None:
        told += [("wox", texts.ADMIN_WOX, facts.wox), ("woxAt", texts.ADMIN_WOX_AT, at(facts.wox_at))]
    if facts.faults:
        told.append(("faults", texts.ADMIN_FAULTS, "\n".join(facts.faults)))
    return tuple(FactRow(key=key, label=say(label), value=value) for key, label, value in told)


def _deeds(words: Wording, facts: Facts, session: Opened) -> tuple[DeedRow, ...]:
    told = [
        ("examine", texts.ADMIN_DOCTOR, texts.ADMIN_DOCTOR_DETAIL),
        ("refresh", texts.ADMIN_REFRESH, ""),
        ("picture", texts.ADMIN_PICTURE if facts.wox is not None else texts.ADMIN_PICTURE_KEPT, ""),
        ("code", texts.ADMIN_CODE_AWAY if session.shows_code else texts.ADMIN_CODE, ""),
        ("restart", texts.ADMIN_RESTART, ""),
    ]
    if facts.may_unpair:
        told.append(("unpair", texts.ADMIN_UNPAIR, ""))
    rows = [DeedRow(key=key, label=words.say(name), detail=words.say(what) if what else "") for key, name, what in told]
    return tuple(row for row in rows if not (session.is_examining and row.key == "examine"))


def card(facts: Facts) -> str:
    """What a technician's phone reads: in English, and nothing secret."""
    lines = [
        "ROOM DISPLAY",
        f"Room: {facts.room} <{facts.address}>",
        f"Serial: {facts.serial}",
        f"Version: {facts.version}",
        f"Network: {', '.join(facts.addresses) or 'none'}",
        f"Office 365: {facts.link}",
        *facts.faults[:3],
    ]
    return "\n".join(line[:160] for line in lines)
