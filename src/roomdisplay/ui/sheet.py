"""The sheet over the room page: what a person has opened, and what it says. Pure; no Qt.

A `Session` is what the person did; `derive_sheet` lays it over the props of the moment, so an offer that has moved or
vanished meanwhile shows itself in the sheet and can never be booked by mistake.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core import booker, reports
from roomdisplay.core.booker import LONGEST_PIN, SHORTEST_PIN, Badge, Pin, Proof, plain
from roomdisplay.core.discreet import Discreet
from roomdisplay.core.interval import MINUTE, Interval
from roomdisplay.core.later import Slot, nearest, slot_of
from roomdisplay.core.outbox import Stage
from roomdisplay.core.policy import Identity
from roomdisplay.core.undo import SHOWN
from roomdisplay.core.wox import ProblemKind
from roomdisplay.ui import texts
from roomdisplay.ui.props import BookerProps, BookProps, EntryProps, ExtendProps, FreshnessKind, Nearness, PanelProps
from roomdisplay.ui.room_view import ActionRow, book_row
from roomdisplay.ui.square import Square, square
from roomdisplay.ui.wording import Wording, isolated


class Finding(Struct, frozen=True, kw_only=True):
    """Looking through the rooms near by."""


class Booking(Struct, frozen=True, kw_only=True):
    """Choosing how long. `length` None is "until the next meeting", which starts at `end`."""

    length: timedelta | None
    end: datetime | None = None
    room: str | None = None
    """The address of the room near by it is about; None: this one."""


class Planning(Struct, frozen=True, kw_only=True):
    """Looking through the free times of today and tomorrow."""


class Later(Struct, frozen=True, kw_only=True):
    """Choosing start and end of a booking ahead."""

    chosen: Interval
    listed: bool = False
    """It was begun from the list of free times, and goes back there."""


class Extending(Struct, frozen=True, kw_only=True):
    """Choosing a later end (UTC) for the meeting `key`; None: nothing chosen."""

    key: str
    until: datetime | None


UNDO_SECONDS = int(SHOWN.total_seconds())


class Question(StrEnum):
    """What a person is asked before it is done."""

    END = "end"
    CANCEL = "cancel"
    RELEASE = "release"
    UNDO = "undo"
    """`key` is then the entry of the release that is to be taken back."""


class Asking(Struct, frozen=True, kw_only=True):
    """`question` about the meeting `key`."""

    question: Question
    key: str


class Following(Struct, frozen=True, kw_only=True):
    """The tap was taken; `entry_id` is None only while the shell is taking it."""

    operation: str
    end: datetime
    entry_id: str | None = None
    overdue: bool = False
    """Some seconds have passed without an outcome."""
    undo_left: int = UNDO_SECONDS
    """Seconds for which it can still be taken back."""


class Reporting(Struct, frozen=True, kw_only=True):
    """Saying what is wrong in the room; None: not yet."""

    kind: ProblemKind | None = None


class Reported(Struct, frozen=True, kw_only=True):
    """It was reported, under that id (None: the shell is taking it); `overdue` as of what is followed."""

    report_id: str | None = None
    overdue: bool = False


class Wondering(Struct, frozen=True, kw_only=True):
    """Whether the room will do: what is in it, and how it looks."""


class Naming(Discreet, frozen=True, kw_only=True):
    """Saying who books what was `chosen`, which is where it goes back to."""

    unsaid = ("typed",)

    chosen: Booking | Later | Extending
    identity: Identity
    """What was asked for: nothing that was typed is ever taken for something else."""
    typed: str = ""
    asked: str | None = None
    """The entry to be, once WOX has said whose PIN or badge that was; None: nobody was asked yet."""


Session = (
    Wondering | Finding | Naming | Reporting | Reported | Booking | Planning | Later | Extending | Asking | Following
)


class Phase(StrEnum):
    CLOSED = "closed"
    CHOOSING = "choosing"
    WORKING = "working"
    HELD = "held"
    DONE = "done"
    REFUSED = "refused"


class ListRow(Struct, frozen=True, kw_only=True):
    """A room near by (`key` is its address), or a free time of this one (`later_key`)."""

    key: str
    name: str
    """What it is called for those who do not see it: which, and when it is free."""
    label: str
    detail: str
    status: str
    glyph: str
    """free, soon, busy or unknown."""
    bookable: bool
    remaining: str = ""
    """For how long a room near by is free from now on; empty where it is not, or nothing ends it today."""


class StepperRow(Struct, frozen=True, kw_only=True):
    """A time that is set step by step: `key` and a step (`start:1`, `end:-1`) are what to choose."""

    key: str
    label: str
    value: str
    name: str
    """For those who do not see it."""
    less: str
    """What the buttons on either side are called."""
    more: str
    may_less: bool
    may_more: bool


class FactRow(Struct, frozen=True, kw_only=True):
    key: str
    """seats, place or equipment."""
    label: str
    value: str
    name: str
    """Both, for those who do not see it."""


class SheetView(Struct, frozen=True, kw_only=True):
    phase: Phase = Phase.CLOSED
    tone: str = ""
    """Which colours the filled button and the shape take: free, busy, soon, held."""
    glyph: str = ""
    """done, refused, held, working; empty while choosing."""
    title: str = ""
    sentence: str = ""
    notice: str = ""
    """What whoever confirms has to know."""
    warning: bool = False
    """The sentence says that what was chosen has gone."""
    confirm: str = ""
    """The filled button; empty: there is none."""
    dismiss: str = ""
    """The quiet button; empty: there is none."""
    may_confirm: bool = False
    undo: str = ""
    """The button that takes it back; empty: there is none."""
    undo_left: str = ""
    """For how long it is there."""
    choices: tuple[ActionRow, ...] = ()
    """Filled: chosen."""
    rows: tuple[ListRow, ...] = ()
    steppers: tuple[StepperRow, ...] = ()
    asks: str = ""
    """What is typed, or read: name, pin or badge; empty: nothing is."""
    typed: str = ""
    """As it may be seen: of a PIN one dot for each digit."""
    typed_name: str = ""
    """For those who do not see it."""
    keys: str = ""
    """What can be typed on the glass, a character each."""
    space: str = ""
    """What the key without a letter is called."""
    erase: str = ""
    may_type: bool = False
    facts: tuple[FactRow, ...] = ()
    photo: str = ""
    """The address of the room's photo; empty: there is none."""
    photo_name: str = ""
    page: Square = Square()
    """The QR symbol of the room's page; its `side` is 0 where there is none."""
    page_name: str = ""

    @property
    def is_open(self) -> bool:
        return self.phase is not Phase.CLOSED


CLOSED = SheetView()


def wants_nearby(session: Session | None) -> bool:
    """Does what is open need to know of the rooms near by?"""
    if isinstance(session, Naming):
        return wants_nearby(session.chosen)
    return isinstance(session, Finding) or (isinstance(session, Booking) and session.room is not None)


def offers_of(props: PanelProps, room: str | None) -> tuple[BookProps, ...]:
    """What can be booked now in this room (None), or in the one near by of that address."""
    if room is None:
        return props.offers
    neighbour = props.neighbour(room)
    return () if neighbour is None else neighbour.offers


def chosen_offer(props: PanelProps, session: Booking) -> BookProps | None:
    """The offer that is still what the person chose, at this moment."""
    offers = offers_of(props, session.room)
    if session.length is None:
        return next((o for o in offers if o.until_next and o.interval.end == session.end), None)
    return next((o for o in offers if o.length == session.length), None)


def chosen_extension(props: PanelProps, session: Extending) -> ExtendProps | None:
    if props.manage is None or props.manage.key != session.key:
        return None
    return next((o for o in props.manage.extensions if o.until == session.until), None)


def booking_of(offer: BookProps, room: str | None = None) -> Booking:
    if offer.until_next:
        return Booking(length=None, end=offer.interval.end, room=room)
    return Booking(length=offer.length, room=room)


def derive_sheet(props: PanelProps, session: Session | None, words: Wording) -> SheetView:
    match session:
        case None:
            return CLOSED
        case Wondering():
            return _about(props, words)
        case Finding():
            return _finding(props, words)
        case Booking():
            return _booking(props, session, words)
        case Naming():
            return _naming(props, session, words)
        case Reporting(kind=kind):
            return _reporting(props, kind, words)
        case Reported():
            return _reported(props, session, words)
        case Planning():
            return _planning(props, words)
        case Later():
            return _later(props, session, words)
        case Extending():
            return _extending(props, session, words)
        case Asking(question=question, key=key):
            return _question(props, question, key, words)
        case Following():
            return _following(props, session, words)
        case _:
            assert_never(session)


def _about(props: PanelProps, words: Wording) -> SheetView:
    about = props.about
    if about is None:
        return _lost(words, texts.ABOUT, texts.ABOUT_LOST)
    facts = (
        ("seats", texts.ABOUT_SEATS, "" if about.capacity is None else words.number(about.capacity)),
        ("place", texts.ABOUT_PLACE, about.place),
        (
            "equipment",
            texts.ABOUT_EQUIPMENT,
            words.say(texts.LIST_JOIN).join(isolated(word) for word in about.equipment),
        ),
    )
    return SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=props.room_name,
        dismiss=words.say(texts.FIND_CLOSE),
        facts=tuple(
            FactRow(
                key=key, label=words.say(label), value=value, name=words.say(texts.THERE_NAME, words.say(label), value)
            )
            for key, label, value in facts
            if value
        ),
        photo=Path(about.photo).as_uri() if about.photo else "",
        photo_name=words.say(texts.ABOUT_PHOTO),
        page=square(props.page) if props.page else Square(),
        page_name=words.say(texts.ROOM_PAGE) if props.page else "",
    )


_GLYPHS = {
    Nearness.NOW: "free",
    Nearness.LATER: "busy",
    Nearness.TAKEN: "busy",
    Nearness.UNKNOWN: "unknown",
    Nearness.CLOSED: "soon",
}


def _finding(props: PanelProps, words: Wording) -> SheetView:
    if not props.finds_rooms:
        return _lost(words, texts.BOOK_LOST_CLOSED_TITLE, texts.BOOK_LOST_CLOSED)
    known = props.nearby
    # before the first answer nothing is known of any room, which one sentence says better than a list
    rooms = known.rooms if known is not None and known.as_of is not None else ()
    return SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=words.say(texts.FIND),
        sentence=words.survey(props),
        warning=known is not None and known.failing,
        dismiss=words.say(texts.FIND_CLOSE),
        rows=tuple(
            ListRow(
                key=room.place.address,
                name=words.neighbour(room, props),
                label=room.place.name,
                detail=room.place.detail,
                status=words.nearness(room, props),
                glyph=_GLYPHS[room.nearness],
                bookable=bool(room.offers),
                remaining=words.remaining(room, props),
            )
            for room in rooms
        ),
    )


def _booking(props: PanelProps, session: Booking, words: Wording) -> SheetView:
    offers = offers_of(props, session.room)
    if not offers:
        return _not_bookable(props, session, words)
    there = None if session.room is None else props.neighbour(session.room)
    chosen = chosen_offer(props, session)
    until = props.until if there is None else there.until
    if chosen is None:
        sentence, confirm = words.say(texts.BOOK_CHOICE_GONE), words.say(texts.BOOK_CHOOSE)
    else:
        confirm = words.say(texts.BOOK_CONFIRM, words.time(chosen.start), words.time(chosen.end))
        if props.freshness.kind is FreshnessKind.OFFLINE:
            sentence = words.say(texts.BOOK_OFFLINE)
        elif until is not None and until < props.tomorrow.start:
            sentence = words.say(texts.BOOK_FREE_UNTIL, words.time(until))
        else:
            sentence = words.say(texts.BOOK_FREE_REST)
        if there is not None:
            sentence = words.at_place(there.place, sentence)
    return SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=words.say(texts.BOOK_TITLE, props.room_name if there is None else there.place.name),
        sentence=sentence,
        # of another room's notice nothing is known here
        notice=props.notice if there is None else "",
        warning=chosen is None,
        confirm=confirm,
        dismiss=words.say(texts.DISMISS if there is None else texts.BACK),
        may_confirm=chosen is not None,
        choices=tuple(book_row(o, words, filled=o is chosen) for o in offers),
    )


class Wanted(Struct, frozen=True, kw_only=True):
    """What is booked, by what the button says at this moment; in UTC."""

    interval: Interval
    room: str | None = None
    """The address of the room near by; None: this one."""


def wanted(props: PanelProps, session: Booking | Later | Extending) -> Wanted | None:
    """The booking that the session would make now; None: none, or none any more."""
    match session:
        case Booking(room=room):
            offer = chosen_offer(props, session)
            return None if offer is None else Wanted(interval=offer.interval, room=room)
        case Later(chosen=chosen):
            return None if slot_of(chosen, props.slots) is None else Wanted(interval=chosen)
        case Extending():
            extension = chosen_extension(props, session)
            behind = None if extension is None else extension.behind
            return None if behind is None else Wanted(interval=behind)
        case _:
            assert_never(session)


def moved_on(props: PanelProps, session: Session | None) -> Session | None:
    """The session as what has happened meanwhile leaves it: whoever books is known, or there is nothing to book."""
    if not isinstance(session, Naming):
        return session
    entry = props.entry(session.asked)
    if entry is not None:
        return Following(operation="book", end=entry.end, entry_id=entry.id)
    waits = _stage(props.booker, session) is booker.Stage.ASKED
    stands = props.booker.identity is session.identity and wanted(props, session.chosen) is not None
    return session if waits or stands else session.chosen


def proof(session: Naming) -> str | Proof | None:
    """What has been typed, if it may be enough; None: not yet."""
    match session.identity:
        case Identity.PIN:
            return Pin(digits=session.typed) if len(session.typed) >= SHORTEST_PIN else None
        case Identity.BADGE:
            return Badge(said=session.typed) if session.typed else None
        case Identity.NAME:
            return plain(session.typed) or None
        case Identity.NONE:
            return None
        case _:
            assert_never(session.identity)


DIGITS = "1234567890"
SPACE = "␣"


def letters(words: Wording) -> str:
    """The keys of a name, in capitals."""
    return "".join(c if c == "ß" else c.upper() for c in words.say(texts.WHO_LETTERS)) + "-'" + SPACE


def character(session: Naming, key: str) -> str:
    """What a key on the glass gives: a capital only where a word begins."""
    if key == SPACE:
        return " "
    return key if _begins_word(session.typed) else key.lower()


def _begins_word(text: str) -> bool:
    return not text or text[-1] in " -'"


def typed(session: Naming, characters: str) -> Naming:
    """With `characters` typed, as far as they belong there."""
    text = session.typed
    match session.identity:
        case Identity.PIN:
            text += "".join(c for c in characters if c in DIGITS)
            # a new try: the last answer is not about it
            return replace(session, typed=text[:LONGEST_PIN], asked=None)
        case Identity.NAME:
            for c in characters:
                text += "" if not c.isprintable() or (c == " " and _begins_word(text)) else c
            return replace(session, typed=text[: booker.LONGEST_NAME])
        case Identity.BADGE | Identity.NONE:
            return session
        case _:
            assert_never(session.identity)


def is_known_to_fail(asked: BookerProps, session: Naming) -> bool:
    """Nobody can say now whose PIN or badge it is."""
    if asked.identity not in (Identity.PIN, Identity.BADGE):
        return False
    return not asked.may_ask or (_stage(asked, session) is booker.Stage.UNCHECKED and not asked.pause)


def _stage(asked: BookerProps, session: Naming) -> booker.Stage | None:
    return asked.stage if session.asked is not None and asked.inquiry == session.asked else None


def _naming(props: PanelProps, session: Naming, words: Wording) -> SheetView:
    asked, identity = props.booker, session.identity
    stage, booking = _stage(asked, session), wanted(props, session.chosen)
    if stage is booker.Stage.ASKED:
        return SheetView(
            phase=Phase.WORKING,
            tone="held",
            glyph="working",
            title=words.say(texts.WHO_WORKING),
            sentence=words.say(texts.WHO_WORKING_SENTENCE),
            dismiss=words.say(texts.BACK),
        )
    if booking is None:
        return derive_sheet(props, session.chosen, words)
    start, end = props.local(booking.interval.start), props.local(booking.interval.end)
    pattern = texts.LATER_CONFIRM_TOMORROW if start >= props.tomorrow.start else texts.BOOK_CONFIRM
    confirm = words.say(pattern, words.time(start), words.time(end))
    if is_known_to_fail(asked, session):
        if not asked.may_be_nameless:
            return _lost(words, texts.WHO_UNCHECKED_TITLE, texts.WHO_UNCHECKED)
        return SheetView(
            phase=Phase.CHOOSING,
            tone="free",
            title=words.say(texts.WHO_UNCHECKED_TITLE),
            sentence=words.say(texts.WHO_NAMELESS),
            warning=True,
            confirm=confirm,
            dismiss=words.say(texts.BACK),
            may_confirm=True,
        )
    is_nobody = stage is booker.Stage.NOBODY
    paused = asked.pause > timedelta() and identity is not Identity.NAME
    count = len(session.typed)
    view = SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=words.say(texts.WHO_TITLE),
        sentence=_how(identity, words, is_nobody=is_nobody),
        warning=is_nobody or paused,
        dismiss=words.say(texts.BACK),
        asks=str(identity),
        may_type=not paused,
    )
    if paused:
        pattern = texts.ADMIN_WAIT if identity is Identity.PIN else texts.WHO_WAIT
        view = replace(view, sentence=words.say(pattern, words.duration(asked.pause)))
    if identity is Identity.BADGE:
        return view
    view = replace(
        view,
        confirm=confirm,
        may_confirm=not paused and proof(session) is not None,
        erase=words.say(texts.PAIR_ERASE),
    )
    if identity is Identity.PIN:
        said = words.count(texts.ADMIN_TYPED, count)
        return replace(view, keys=DIGITS, typed="●" * count, typed_name=said)
    said = words.say(texts.WHO_TYPED, session.typed)
    return replace(view, keys=letters(words), typed=session.typed, typed_name=said, space=words.say(texts.WHO_SPACE))


def _how(identity: Identity, words: Wording, *, is_nobody: bool) -> str:
    match identity:
        case Identity.PIN:
            return words.say(texts.WHO_NO_PIN if is_nobody else texts.WHO_PIN)
        case Identity.BADGE:
            return words.say(texts.WHO_NO_BADGE if is_nobody else texts.WHO_BADGE)
        case Identity.NAME:
            return words.say(texts.WHO_NAME)
        case Identity.NONE:
            return ""
        case _:
            assert_never(identity)


def _not_bookable(props: PanelProps, session: Booking, words: Wording) -> SheetView:
    """It could be booked when the person began, and now it cannot."""
    find = props.finds_rooms
    if session.room is not None:
        there = props.neighbour(session.room)
        if there is None:
            return _lost(words, texts.BOOK_LOST_CLOSED_TITLE, texts.BOOK_LOST_CLOSED, find=find)
        taken = there.nearness in (Nearness.LATER, Nearness.TAKEN)
        title = words.say(texts.THERE_LOST_TITLE if taken else texts.THERE_LOST_CLOSED_TITLE, there.place.name)
        sentence = words.say(texts.NOTHING_BOOKED if taken else texts.BOOK_LOST_CLOSED)
        return _told(words, Phase.REFUSED, "refused", title, sentence, find=find)
    if props.occupied:
        sentence = words.next_free(
            props,
            between=texts.NOTHING_BOOKED_NEXT,
            since=texts.NOTHING_BOOKED_FROM,
            now=texts.NOTHING_BOOKED_NOW,
            otherwise=texts.NOTHING_BOOKED,
        )
        return _told(words, Phase.REFUSED, "refused", words.say(texts.BOOK_LOST_TITLE), sentence, find=find)
    return _lost(words, texts.BOOK_LOST_CLOSED_TITLE, texts.BOOK_LOST_CLOSED)


def _reporting(props: PanelProps, kind: ProblemKind | None, words: Wording) -> SheetView:
    if props.reports is None:
        return _lost(words, texts.REPORT_LOST_TITLE, texts.REPORT_LOST)
    return SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=words.say(texts.REPORT_TITLE),
        sentence=words.say(texts.REPORT_SENTENCE),
        confirm=words.say(texts.REPORT_CHOOSE if kind is None else texts.REPORT_CONFIRM),
        dismiss=words.say(texts.DISMISS),
        may_confirm=kind is not None,
        choices=tuple(
            ActionRow(key=f"report:{known}", label=words.say(texts.REPORT_KIND[known]), detail="", filled=known is kind)
            for known in ProblemKind
        ),
    )


def _reported(props: PanelProps, session: Reported, words: Wording) -> SheetView:
    known = props.report(session.report_id)
    stage = None if known is None else known.stage
    if known is None and session.report_id is not None:
        return _lost(words, texts.REPORT_LOST_TITLE, texts.REPORT_LOST)
    match stage:
        case reports.Stage.SENT:
            return _told(words, Phase.DONE, "done", words.say(texts.REPORTED_TITLE), words.say(texts.REPORTED))
        case reports.Stage.REFUSED | reports.Stage.LOST:
            return _lost(words, texts.REPORT_LOST_TITLE, texts.REPORT_LOST)
        case reports.Stage.KEPT if session.overdue:
            return _told(words, Phase.HELD, "held", words.say(texts.REPORT_HELD_TITLE), words.say(texts.REPORT_HELD))
        case reports.Stage.KEPT | reports.Stage.MADE | None:
            return SheetView(
                phase=Phase.WORKING,
                tone="held",
                glyph="working",
                dismiss=words.say(texts.OK) if session.overdue else "",
                title=words.say(texts.REPORT_WORKING),
                sentence=words.say(texts.REPORT_WORKING_SENTENCE),
            )


def later_key(slot: Slot) -> str:
    """Its end does not move with the clock, as the beginning of what is free now does."""
    return f"later:{slot.interval.end.isoformat()}"


def slot_keyed(props: PanelProps, key: str) -> Slot | None:
    return next((slot for slot in props.slots if later_key(slot) == key), None)


def _planning(props: PanelProps, words: Wording) -> SheetView:
    if not props.slots:
        return _lost(words, texts.BOOK_LOST_CLOSED_TITLE, texts.BOOK_LOST_CLOSED, find=props.finds_rooms)
    today = len(props.today.slots)
    return SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=words.say(texts.LATER),
        sentence=words.say(texts.LATER_CHOOSE),
        dismiss=words.say(texts.FIND_CLOSE),
        rows=tuple(
            ListRow(
                key=later_key(slot),
                name=words.slot(slot, props),
                label=words.range(props.local(slot.interval.start), props.local(slot.interval.end)),
                detail=words.say(texts.TODAY if place < today else texts.TOMORROW),
                status=words.duration(slot.interval.duration),
                glyph="free",
                bookable=True,
            )
            for place, slot in enumerate(props.slots)
        ),
    )


def _later(props: PanelProps, session: Later, words: Wording) -> SheetView:
    if not props.slots:
        return _lost(words, texts.BOOK_LOST_CLOSED_TITLE, texts.BOOK_LOST_CLOSED, find=props.finds_rooms)
    chosen = session.chosen
    slot = slot_of(chosen, props.slots)
    start, end = props.local(chosen.start), props.local(chosen.end)
    if slot is None:
        sentence, confirm = words.say(texts.BOOK_CHOICE_GONE), words.say(texts.BOOK_CHOOSE)
    else:
        tomorrow = start >= props.tomorrow.start
        pattern = texts.LATER_CONFIRM_TOMORROW if tomorrow else texts.BOOK_CONFIRM
        confirm = words.say(pattern, words.time(start), words.time(end))
        if props.freshness.kind is FreshnessKind.OFFLINE:
            sentence = words.say(texts.BOOK_OFFLINE)
        else:
            sentence = words.free_between(slot, props)
    return SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=words.say(texts.LATER_TITLE, props.room_name),
        sentence=sentence,
        notice=props.notice,
        warning=slot is None,
        confirm=confirm,
        dismiss=words.say(texts.BACK if session.listed else texts.DISMISS),
        may_confirm=slot is not None,
        choices=tuple(
            ActionRow(
                key=f"length:{round(length / MINUTE)}",
                label=words.length(length),
                detail="",
                filled=slot is not None and chosen.duration == length,
            )
            for length in (slot.lengths if slot is not None else ())
        ),
        steppers=(
            StepperRow(
                key="start",
                label=words.say(texts.LATER_START),
                value=words.time(start),
                name=words.say(texts.LATER_START_NAME, words.moment(start, props.now)),
                less=words.say(texts.LATER_START_LESS),
                more=words.say(texts.LATER_START_MORE),
                may_less=_leads(props, chosen, "start:-1"),
                may_more=_leads(props, chosen, "start:1"),
            ),
            StepperRow(
                key="end",
                label=words.say(texts.LATER_END),
                value=words.time(end),
                name=words.say(texts.LATER_END_NAME, words.moment(end, props.now)),
                less=words.say(texts.LATER_END_LESS),
                more=words.say(texts.LATER_END_MORE),
                may_less=_leads(props, chosen, "end:-1"),
                may_more=_leads(props, chosen, "end:1"),
            ),
        ),
    )


def chosen_later(props: PanelProps, chosen: Interval, key: str) -> Interval | None:
    """What the step or the length `key` makes of `chosen`. Where that has been lost, every step leads to what comes
    nearest to it. None: there is nothing to choose."""
    slot = slot_of(chosen, props.slots)
    if slot is None:
        return nearest(chosen, props.slots)
    match key.partition(":"):
        case "start", _, "1" | "-1" as steps:
            return slot.with_start(chosen, int(steps))
        case "end", _, "1" | "-1" as steps:
            return slot.with_end(chosen, int(steps))
        case "length", _, minutes if minutes.isdecimal():
            return slot.with_length(chosen, int(minutes) * MINUTE)
        case _:
            return None


def _leads(props: PanelProps, chosen: Interval, key: str) -> bool:
    return chosen_later(props, chosen, key) != chosen


def _extending(props: PanelProps, session: Extending, words: Wording) -> SheetView:
    manage = props.manage
    if manage is None or manage.key != session.key or not manage.extensions:
        return _lost(words, texts.MANAGE_LOST_TITLE, texts.MANAGE_LOST)
    chosen = chosen_extension(props, session)
    if chosen is None:
        sentence, confirm = words.say(texts.BOOK_CHOICE_GONE), words.say(texts.BOOK_CHOOSE)
    else:
        pattern = texts.EXTEND_SENTENCE if chosen.behind is None else texts.EXTEND_BEHIND
        sentence = words.say(pattern, words.moment(manage.end, props.now))
        confirm = words.say(texts.EXTEND_CONFIRM, words.moment(chosen.end, props.now))
    return SheetView(
        phase=Phase.CHOOSING,
        tone="free",
        title=words.say(texts.EXTEND_TITLE),
        sentence=sentence,
        warning=chosen is None,
        confirm=confirm,
        dismiss=words.say(texts.DISMISS),
        may_confirm=chosen is not None,
        choices=tuple(
            ActionRow(
                key="extend:next" if o.until_next else f"extend:{round(o.by / MINUTE)}",
                label=words.extend(o),
                detail=words.extend_detail(o),
                filled=o is chosen,
            )
            for o in manage.extensions
        ),
    )


def may(props: PanelProps, question: Question, key: str) -> bool:
    """Would the answer "yes" still be done?"""
    if question is Question.UNDO:
        return props.undoable == key
    manage = props.manage
    if manage is None or manage.key != key:
        return False
    return {
        Question.END: manage.may_end,
        Question.CANCEL: manage.may_cancel,
        Question.RELEASE: manage.may_release,
    }[question]


def _question(props: PanelProps, question: Question, key: str, words: Wording) -> SheetView:
    about = props.entry(key) if question is Question.UNDO else props.manage
    if about is None or not may(props, question, key):
        return _lost(words, texts.MANAGE_LOST_TITLE, texts.MANAGE_LOST)
    start, end = words.moment(about.start, props.now), words.moment(about.end, props.now)
    return SheetView(
        phase=Phase.CHOOSING,
        tone="busy" if question is Question.CANCEL else "free",
        title=words.say(texts.QUESTION_TITLE[question]),
        sentence=words.say(texts.QUESTION_SENTENCE[question], start, end),
        confirm=words.say(texts.QUESTION_CONFIRM[question]),
        dismiss=words.say(texts.DISMISS if question is Question.END else texts.BACK),
        may_confirm=True,
    )


def _following(props: PanelProps, session: Following, words: Wording) -> SheetView:
    entry = props.entry(session.entry_id)
    if entry is None and session.entry_id is not None:
        return _lost(words, texts.LOST_TITLE, texts.LOST_SENTENCE)
    if entry is not None and entry.decided:
        title, sentence = words.outcome(entry, props)
        done = entry.stage is Stage.CONFIRMED
        phase, glyph = (Phase.DONE, "done") if done else (Phase.REFUSED, "refused")
        find = props.finds_rooms and entry.operation == "book" and not done
        return _undoable(_told(words, phase, glyph, title, sentence, find=find), entry, session, words)
    if entry is not None and _is_held(entry, session, props):
        return _undoable(_told(words, Phase.HELD, "held", *words.held(entry, props)), entry, session, words)
    return SheetView(
        phase=Phase.WORKING,
        tone="held",
        glyph="working",
        # never a dead end: after some seconds it may be left alone, and goes on behind
        dismiss=words.say(texts.OK) if session.overdue else "",
        title=words.say(texts.WORKING[session.operation]),
        sentence=words.say(texts.WORKING_SENTENCE),
    )


def _undoable(view: SheetView, entry: EntryProps, session: Following, words: Wording) -> SheetView:
    """With the button that takes it back, while there is one."""
    if view.phase is Phase.REFUSED or not entry.undo or session.undo_left <= 0:
        return view
    return replace(view, undo=words.say(texts.UNDO), undo_left=words.seconds(session.undo_left))


def _is_held(entry: EntryProps, session: Following, props: PanelProps) -> bool:
    """It is on disk, and Office 365 will not confirm it while somebody waits."""
    if entry.stage is Stage.ACCEPTED:
        return False
    return session.overdue or entry.failed or props.freshness.kind is FreshnessKind.OFFLINE


def _lost(words: Wording, title: str, sentence: str, *, find: bool = False) -> SheetView:
    return _told(words, Phase.REFUSED, "refused", words.say(title), words.say(sentence), find=find)


def _told(words: Wording, phase: Phase, glyph: str, title: str, sentence: str, *, find: bool = False) -> SheetView:
    """How it ended; `find`: and another room may be looked for."""
    return SheetView(
        phase=phase,
        tone={Phase.DONE: "free", Phase.HELD: "held"}.get(phase, "soon"),
        glyph=glyph,
        title=title,
        sentence=sentence,
        confirm=words.say(texts.FIND) if find else "",
        dismiss=words.say(texts.DONE if phase is Phase.DONE else texts.OK),
        may_confirm=find,
    )
