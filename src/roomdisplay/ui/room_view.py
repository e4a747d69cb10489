"""The room page in words and kinds, as pure values: what the view model mirrors for QML. No Qt."""

from datetime import timedelta

from msgspec import Struct

from roomdisplay.core.interval import MINUTE, ceil_minute
from roomdisplay.ui import texts
from roomdisplay.ui.props import BookProps, FreshnessKind, Kind, PanelProps, Trouble
from roomdisplay.ui.square import Square, square
from roomdisplay.ui.wording import Wording


class ActionRow(Struct, frozen=True, kw_only=True):
    """A button: `key` says what it does (`book:30`, `book:next`, `extend`, `end`, `cancel`, `release`,
    `checkIn`, `find`, `later`)."""

    key: str
    label: str
    """What is written on it and what it is called."""
    detail: str
    filled: bool = False


class RoomView(Struct, frozen=True, kw_only=True):
    tone: str
    """Which colours: free, soon, busy, ending, held, checkIn, closed, outOfService, unknown."""
    glyph: str
    """Which shape stands beside the word: the same names."""
    word: str
    when: str
    remaining: str
    said: str
    """Word and time in one, for those who do not see them: announced when it changes."""
    line: str
    """Who is here, or what comes next, or why nothing is known."""
    next: str
    """What comes after the meeting in the room, or of nobody's check-in; empty elsewhere."""
    progress: float
    """0 to 1 through the current meeting, or the time to check in; -1 where there is none."""
    room: str
    detail: str
    clock: str
    date: str
    freshness: str
    live: bool
    problem: str
    problem_for_it: str
    later: str
    """The quiet button that books ahead; empty where nothing can be, or where it is one of the actions."""
    find: str
    """The quiet button that looks for another room; empty where there is none, or where it is one of the actions."""
    report: str = ""
    """What the button is called that reports a problem in the room; empty: there is nobody to report it to."""
    about: str = ""
    """What the button is called that says more about the room; empty: there is no more."""
    page: Square = Square()
    """The QR symbol of the room's page; its `side` is 0 where there is none."""
    page_name: str = ""
    """What stands beside it."""


_TONES = {
    Kind.FREE: "free",
    Kind.FREE_SOON: "soon",
    Kind.BUSY: "busy",
    Kind.ENDING_SOON: "ending",
    Kind.HELD: "held",
    Kind.CHECK_IN: "checkIn",
    Kind.CLOSED: "closed",
    Kind.OUT_OF_SERVICE: "outOfService",
    Kind.UNKNOWN: "unknown",
}


def derive_room_view(props: PanelProps, words: Wording) -> RoomView:
    tone = _TONES[props.kind]
    word = _word(props, words)
    when, remaining = _when(props, words)
    return RoomView(
        tone=tone,
        glyph=tone,
        word=word,
        when=when,
        remaining=remaining,
        said=words.say(texts.THERE_NAME, word, when) if when else word,
        line=_line(props, words),
        next=_next(props, words),
        progress=_progress(props),
        room=props.room_name,
        detail=props.room_detail,
        clock=words.time(props.now),
        date=words.full_date(props.now.date()),
        freshness=words.freshness(props),
        live=props.freshness.kind is FreshnessKind.LIVE,
        problem="" if props.problem is None else words.problem(props.problem),
        problem_for_it="" if props.problem is None else words.problem_for_it(props.problem),
        later=words.say(texts.LATER) if props.slots and _has_actions(props) else "",
        find=words.say(texts.FIND) if props.finds_rooms and _has_actions(props) else "",
        report="" if props.reports is None else words.say(texts.REPORT),
        about="" if props.about is None else words.say(texts.ABOUT),
        page=square(props.page) if props.page else Square(),
        page_name=words.say(texts.ROOM_PAGE) if props.page else "",
    )


def _word(props: PanelProps, words: Wording) -> str:
    match props.kind:
        case Kind.FREE | Kind.FREE_SOON:
            return words.say(texts.FREE)
        case Kind.BUSY:
            return words.say(texts.IN_USE)
        case Kind.ENDING_SOON:
            return words.say(texts.ENDING_SOON)
        case Kind.HELD:
            return words.say(texts.HELD)
        case Kind.CHECK_IN:
            return words.say(texts.CHECK_IN)
        case Kind.CLOSED:
            return words.say(texts.CLOSED)
        case Kind.OUT_OF_SERVICE:
            return words.say(texts.OUT_OF_SERVICE)
        case Kind.UNKNOWN:
            if props.last_known is None:
                return words.say(texts.NO_SCHEDULE)
            if props.freshness.as_of is None:
                return words.say(texts.PERHAPS_IN_USE if props.occupied else texts.PERHAPS_FREE)
            return words.say(texts.IN_USE_AS_OF if props.occupied else texts.FREE_AS_OF, words.as_of(props))


def _when(props: PanelProps, words: Wording) -> tuple[str, str]:
    now, until = props.now, props.until
    unknown = props.kind is Kind.UNKNOWN
    if props.kind is Kind.OUT_OF_SERVICE or (unknown and props.last_known is None):
        return "", ""
    if props.kind is Kind.CLOSED:
        if until is None:
            return words.say(texts.UNTIL_FURTHER_NOTICE), ""
        return words.say(texts.UNTIL, words.moment(until, now)), ""
    if props.kind is Kind.CHECK_IN and props.check_in is not None:
        meeting = props.check_in.meeting
        wait = meeting.start - now.replace(second=0, microsecond=0)
        soon = words.say(texts.IN_DURATION, words.duration(wait)) if wait > timedelta() else ""
        return words.range(meeting.start, meeting.end), soon
    if until is None or (until >= props.tomorrow.start and (not props.occupied or until == props.tomorrow.start)):
        near = until is not None and until - now <= 60 * MINUTE
        if not near or until is None:
            return words.say(texts.LAST_KNOWN_REST if unknown else texts.REST_OF_DAY), ""
    moment = words.moment(until, now)
    if unknown:
        return words.say(texts.LAST_KNOWN_UNTIL, moment), ""
    left = words.left(props)
    length = "" if left is None else words.duration(left)
    match props.kind:
        case Kind.FREE:
            return words.say(texts.UNTIL, moment), length
        case Kind.FREE_SOON:
            return words.say(texts.ONLY_UNTIL, moment), length
        case Kind.ENDING_SOON:
            return words.say(texts.FREE_AT, moment), words.say(texts.IN_DURATION, length) if length else ""
        case _:
            return words.say(texts.UNTIL, moment), words.say(texts.LEFT, length) if length else ""


def _line(props: PanelProps, words: Wording) -> str:
    if props.kind is Kind.UNKNOWN:
        if props.problem is not None:
            return ""  # the problem says it
        if props.last_known is not None:
            return words.say(texts.AGE_UNKNOWN_LINE if props.freshness.as_of is None else texts.STALE_LINE)
        why = {None: texts.READING, Trouble.NETWORK: texts.NEVER_NETWORK, Trouble.FAULT: texts.NEVER_FAULT}
        return words.say(why[props.trouble])
    if props.kind is Kind.OUT_OF_SERVICE and props.leaving is not None:
        return words.count(texts.LEAVING_SENDING, props.leaving) if props.leaving else words.say(texts.LEAVING)
    if props.kind is Kind.OUT_OF_SERVICE:
        return props.out_of_service
    if props.kind is Kind.CLOSED:
        # of a schedule that cannot be trusted nothing is said, least of all that nothing is booked
        return _coming(props, words) if props.freshness.trusted else ""
    if props.kind is Kind.HELD:
        return words.say(texts.HELD_LINE)
    if props.kind is Kind.CHECK_IN and props.check_in is not None:
        return words.title_and_name(props.check_in.meeting)
    if props.current is not None and props.occupied:
        return words.title_and_name(props.current)
    return _coming(props, words)


def _coming(props: PanelProps, words: Wording) -> str:
    free = props.kind in (Kind.FREE, Kind.FREE_SOON)
    if free and props.kept_clear is not None:
        return words.say(texts.KEPT_CLEAR_LINE, words.duration(props.kept_clear))
    if free and props.problem is None and not props.offers and not props.today.slots:
        return words.say(texts.NO_MORE_TODAY)
    closing = props.following is None or props.until != props.following.start
    if free and closing and props.until is not None:
        return words.say(texts.CLOSES_LINE, words.moment(props.until, props.now))
    if props.following is None:
        return words.say(texts.NOTHING_TWO_DAYS)
    return words.next(props.following, props.now, with_time=props.kind is Kind.CLOSED)


def _next(props: PanelProps, words: Wording) -> str:
    if props.kind is Kind.CHECK_IN and props.check_in is not None:
        release_at = props.check_in.release_at
        if release_at is None or release_at >= props.check_in.meeting.end:
            return words.say(texts.CHECK_IN_LINE)
        return words.say(texts.RELEASED_IF_NOBODY, words.time(ceil_minute(release_at)))
    if props.kind not in (Kind.BUSY, Kind.ENDING_SOON):
        return ""
    if props.following is None or props.following.start.date() != props.now.date():
        return words.say(texts.NOTHING_NEXT)
    return words.next(props.following, props.now, with_time=True)


def _progress(props: PanelProps) -> float:
    meeting = props.current
    if props.kind is Kind.CHECK_IN and props.check_in is not None:
        start, end = props.check_in.opened, props.check_in.release_at
    elif meeting is not None and props.kind in (Kind.BUSY, Kind.ENDING_SOON, Kind.HELD):
        start, end = meeting.start, meeting.end
    else:
        return -1.0
    length = 0.0 if end is None else (end - start) / MINUTE
    gone = (props.now.replace(second=0, microsecond=0) - start) / MINUTE
    return min(1.0, max(0.0, gone / length)) if length > 0 else -1.0


def book_key(offer: BookProps) -> str:
    return "book:next" if offer.until_next else f"book:{round(offer.length / MINUTE)}"


def book_row(offer: BookProps, words: Wording, *, filled: bool) -> ActionRow:
    return ActionRow(key=book_key(offer), label=words.book(offer), detail=words.book_detail(offer), filled=filled)


def _has_actions(props: PanelProps) -> bool:
    return props.manage is not None or bool(props.offers)


def derive_actions(props: PanelProps, words: Wording) -> tuple[ActionRow, ...]:
    """What can be done now and would stick, as buttons. Where nothing can, another room is what helps."""
    if not _has_actions(props):
        find = ActionRow(key="find", label=words.say(texts.FIND), detail=words.say(texts.FIND_DETAIL), filled=True)
        later = ActionRow(
            key="later",
            label=words.say(texts.LATER),
            detail=words.say(texts.LATER_DETAIL),
            filled=not props.finds_rooms,
        )
        return ((find,) if props.finds_rooms else ()) + ((later,) if props.slots else ())
    manage = props.manage
    if manage is None:
        return tuple(book_row(offer, words, filled=offer.preferred) for offer in props.offers)
    if manage.may_check_in:
        return (
            ActionRow(key="release", label=words.say(texts.NOT_COMING), detail=words.say(texts.NOT_COMING_DETAIL)),
            ActionRow(
                key="checkIn", label=words.say(texts.CHECK_IN), detail=words.say(texts.CHECK_IN_DETAIL), filled=True
            ),
        )
    rows: list[ActionRow] = []
    if manage.extensions:
        latest = max(o.end for o in manage.extensions)
        detail = words.say(texts.EXTEND_DETAIL, words.moment(latest, props.now))
        rows.append(ActionRow(key="extend", label=words.say(texts.EXTEND), detail=detail))
    if manage.may_end:
        rows.append(ActionRow(key="end", label=words.say(texts.END), detail=words.say(texts.END_DETAIL), filled=True))
    if manage.may_cancel:
        label, detail = words.say(texts.CANCEL_BOOKING), words.say(texts.CANCEL_DETAIL)
        rows.append(ActionRow(key="cancel", label=label, detail=detail))
    if manage.may_release:
        label, detail = words.say(texts.RELEASE), words.say(texts.RELEASE_DETAIL)
        rows.append(ActionRow(key="release", label=label, detail=detail))
    return tuple(rows)
