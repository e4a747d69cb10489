"""Props in words: a translation and a locale's way to write times, put around the sentences of `texts`. No Qt.

What comes from outside (subjects, names) is isolated where it stands inside a sentence, so that a right-to-left
subject cannot turn the sentence around.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from msgspec import Struct

from roomdisplay.core.failure import Access
from roomdisplay.core.interval import MINUTE, floor_minute
from roomdisplay.core.later import Slot
from roomdisplay.core.outbox import Reason, Stage
from roomdisplay.ui import texts
from roomdisplay.ui.props import (
    BookProps,
    EntryProps,
    ExtendProps,
    FreshnessKind,
    MeetingProps,
    NearbyRoomProps,
    Nearness,
    PanelProps,
    PlaceProps,
    ProblemProps,
    Trouble,
)

_PLACEHOLDER = re.compile(r"%([1-9])")
_DIRECTIONS = re.compile("[\u200e\u200f\u2066-\u2069]")
_RIGHT_TO_LEFT_MARK = "\u200f"
_LAST_TWO = re.compile(r" (\w{1,12}) ([^ ]+)$")


def filled(pattern: str, *values: str) -> str:
    """`pattern` with %1, %2 … replaced in one pass: a value that holds "%2" stays as it is."""
    return _PLACEHOLDER.sub(lambda m: values[int(m[1]) - 1] if int(m[1]) <= len(values) else m[0], pattern)


def isolated(text: str) -> str:
    """`text` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, where it needs it."""
    return text if text.isascii() else _isolated(text)


def _isolated(text: str) -> str:
    return text if not text or text.startswith("\u2068") else f"\u2068{text}\u2069"


def visible(text: str) -> str:
    """`text` without the marks that only tell which way it runs."""
    return _DIRECTIONS.sub("", text)


def unwidowed(sentence: str) -> str:
    """`sentence` whose last two words share a line. An address before the last word may still end one."""
    return _LAST_TWO.sub(" \\1\u00a0\\2", sentence)


class Wording(Struct, frozen=True, kw_only=True):
    """How one locale says it. Instants passed in are in the room's zone already."""

    translate: Callable[[str], str]
    count: Callable[[texts.Counted, int], str]
    """The form that goes with the number, with the number in it."""
    time: Callable[[datetime], str]
    """The time of day: 10:02, 10:02 AM."""
    hour: Callable[[datetime], str]
    """A full hour, beside the rail: 10:00, 10 AM."""
    full_date: Callable[[date], str]
    """Weekday, day and month: Tuesday 24 November."""
    weekday: Callable[[date], str]
    number: Callable[[int], str]
    mirrored: bool = False
    """Written from right to left."""

    def say(self, text: str, *values: str) -> str:
        """`text` translated, its places filled. From right to left every value runs its own way, and the sentence from
        the right even where a value comes first."""
        pattern = self.translate(text)
        if not self.mirrored:
            return filled(pattern, *values)
        return _RIGHT_TO_LEFT_MARK * pattern.startswith("%") + filled(pattern, *map(_isolated, values))

    # ── times ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def moment(self, instant: datetime, now: datetime) -> str:
        """The time, with the day where it is not today."""
        days_off = (instant.date() - now.date()).days
        if days_off == 0:
            return self.time(instant)
        if days_off == 1:
            return self.say(texts.TOMORROW_AT, self.time(instant))
        return self.say(texts.WEEKDAY_AT, self.weekday(instant.date()), self.time(instant))

    def duration(self, length: timedelta) -> str:
        """In whole minutes, begun ones counted: 45 min, 2 h, 1 h 28 min."""
        hours, minutes = divmod(-(-length // MINUTE), 60)
        if not hours:
            return self.say(texts.MINUTES, self.number(minutes))
        if not minutes:
            return self.say(texts.HOURS, self.number(hours))
        return self.say(texts.HOURS_AND_MINUTES, self.number(hours), self.number(minutes))

    def seconds(self, count: int) -> str:
        return self.say(texts.SECONDS, self.number(count))

    def range(self, start: datetime, end: datetime) -> str:
        return self.say(texts.RANGE, self.time(start), self.time(end))

    def span(self, start: datetime, end: datetime, now: datetime) -> str:
        """From when to when, with the day where it is not today, and but once."""
        return self.say(texts.RANGE, self.moment(start, now), self.moment(end, max(now, start)))

    def left(self, props: PanelProps) -> timedelta | None:
        """From the minute the clock shows until the state ends, where that is within a day."""
        if props.until is None:
            return None
        length = props.until - props.now.replace(second=0, microsecond=0)
        return length if timedelta(0) < length < timedelta(hours=24) else None

    # ── meetings ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def title(self, meeting: MeetingProps) -> str:
        if meeting.private:
            return self.say(texts.PRIVATE)
        if meeting.subject is None:
            return self.say(texts.RESERVED)
        return meeting.subject or self.say(texts.UNTITLED)

    def title_and_name(self, meeting: MeetingProps) -> str:
        if meeting.organizer is None or meeting.organizer == meeting.subject:
            return self.title(meeting)
        return self.say(texts.TITLE_AND_NAME, isolated(self.title(meeting)), isolated(meeting.organizer))

    def next(self, meeting: MeetingProps, now: datetime, *, with_time: bool) -> str:
        title = isolated(self.title(meeting))
        tomorrow = (meeting.start.date() - now.date()).days == 1
        if meeting.all_day and tomorrow:
            return self.say(texts.NEXT_ALL_DAY_TOMORROW, title)
        if with_time or meeting.start.date() != now.date():
            return self.say(texts.NEXT_AT, title, self.moment(meeting.start, now))
        return self.say(texts.NEXT, title)

    # ── offers ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def book(self, offer: BookProps) -> str:
        """The label of the button, which is its accessible name too."""
        return self.say(texts.TO_TIME, self.time(offer.end)) if offer.until_next else self.length(offer.length)

    def length(self, length: timedelta) -> str:
        return self.say(texts.ONE_HOUR) if length == timedelta(hours=1) else self.duration(length)

    def book_detail(self, offer: BookProps) -> str:
        return self.duration(offer.length) if offer.until_next else self.say(texts.TO, self.time(offer.end))

    def extend(self, offer: ExtendProps) -> str:
        if offer.until_next:
            return self.say(texts.TO_TIME, self.time(offer.end))
        hours, minutes = divmod(round(offer.by / MINUTE), 60)
        if not hours:
            return self.say(texts.EXTEND_MINUTES, self.number(minutes))
        if not minutes:
            return self.say(texts.EXTEND_HOURS, self.number(hours))
        return self.say(texts.EXTEND_LENGTH, self.number(hours), self.number(minutes))

    def extend_detail(self, offer: ExtendProps) -> str:
        return self.duration(offer.by) if offer.until_next else self.say(texts.TO, self.time(offer.end))

    def slot(self, slot: Slot, props: PanelProps) -> str:
        """The accessible name of a free time that can be booked."""
        start, end = props.local(slot.interval.start), props.local(slot.interval.end)
        return self.say(texts.FREE_SLOT, self.moment(start, props.now), self.time(end))

    def free_between(self, slot: Slot, props: PanelProps) -> str:
        start, end = props.local(slot.interval.start), props.local(slot.interval.end)
        return self.say(texts.LATER_FREE, self.moment(start, props.now), self.time(end))

    # ── rooms near by ─────────────────────────────────────────────────────────────────────────────────────────────────

    def nearness(self, room: NearbyRoomProps, props: PanelProps) -> str:
        match room.nearness, room.start, room.until:
            case Nearness.NOW, _, datetime() as until if until < props.tomorrow.start:
                return self.say(texts.THERE_FREE_UNTIL, self.moment(until, props.now))
            case Nearness.NOW, _, _:
                return self.say(texts.THERE_FREE_REST)
            case Nearness.LATER, datetime() as start, _:
                return self.say(texts.THERE_FREE_FROM, self.moment(start, props.now))
            case ((Nearness.LATER | Nearness.TAKEN), _, _):
                return self.say(texts.THERE_TAKEN)
            case Nearness.UNKNOWN, _, _:
                return self.say(texts.THERE_UNKNOWN)
            case Nearness.CLOSED, _, _:
                return self.say(texts.THERE_CLOSED)

    def remaining(self, room: NearbyRoomProps, props: PanelProps) -> str:
        """How long somebody who goes there now can stay; empty where nobody can, or nothing ends it today."""
        if room.nearness is not Nearness.NOW or room.until is None or room.until >= props.tomorrow.start:
            return ""
        return self.duration(room.until - floor_minute(props.now))

    def neighbour(self, room: NearbyRoomProps, props: PanelProps) -> str:
        """The accessible name of a room in the list: read aloud and typed, so nothing unseen stands in it."""
        return self.say(texts.THERE_NAME, room.place.name, self.nearness(room, props))

    def survey(self, props: PanelProps) -> str:
        """How old the list of rooms is, and what can be done with it."""
        known = props.nearby
        if known is None or known.as_of is None:
            return self.say(texts.FIND_FAILING if known is not None and known.failing else texts.FIND_ASKING)
        if known.failing:
            pattern = texts.FIND_FAILING_AS_OF
        else:
            pattern = texts.FIND_AS_OF if any(room.offers for room in known.rooms) else texts.FIND_NONE_AS_OF
        return self.say(pattern, self.time(known.as_of))

    def at_place(self, place: PlaceProps, sentence: str) -> str:
        """With where it is, where that is known."""
        return self.say(texts.THERE_SENTENCE, isolated(place.detail), sentence) if place.detail else sentence

    # ── how far the screen can be trusted ─────────────────────────────────────────────────────────────────────────────

    def freshness(self, props: PanelProps) -> str:
        known = self._freshness(props)
        if props.certificate_ends is None:
            return known
        return self.say(texts.CERTIFICATE_ENDS, known, self.full_date(props.certificate_ends))

    def _freshness(self, props: PanelProps) -> str:
        fresh = props.freshness
        if fresh.kind is FreshnessKind.NEVER or fresh.as_of is None:
            if props.problem is not None:
                return self.say(texts.NO_ACCESS)
            waiting = {None: texts.CONNECTING, Trouble.NETWORK: texts.OFFLINE, Trouble.FAULT: texts.FAULT}
            return self.say(waiting[props.trouble])
        if fresh.kind is FreshnessKind.LIVE:
            return self.say(texts.LIVE)
        if props.problem is not None and not props.problem.writing_only:
            pattern = texts.UPDATED_NO_ACCESS
        else:
            pattern = {
                None: texts.UPDATED,
                Trouble.NETWORK: texts.UPDATED_OFFLINE,
                Trouble.FAULT: texts.UPDATED_FAULT,
            }[props.trouble]
        return self.say(pattern, self.as_of(props))

    def as_of(self, props: PanelProps) -> str:
        as_of = props.freshness.as_of
        if as_of is None:
            return ""
        if as_of.date() == props.now.date():
            return self.time(as_of)
        return self.say(texts.WEEKDAY_AT, self.weekday(as_of.date()), self.time(as_of))

    def problem(self, problem: ProblemProps) -> str:
        """For an employee."""
        return self.say(texts.EMPLOYEE_WRITING if _is_writing(problem) else texts.EMPLOYEE[problem.access])

    def problem_mend(self, problem: ProblemProps) -> str:
        """For an administrator: which thing to mend, and how."""
        if problem.service_account:
            writing, of_link = texts.ADMINISTRATOR_OF_SERVICE_ACCOUNT_WRITING, texts.ADMINISTRATOR_OF_SERVICE_ACCOUNT
        else:
            writing, of_link = texts.ADMINISTRATOR_WRITING, {}
        if _is_writing(problem):
            return self.say(writing)
        return self.say(of_link.get(problem.access) or texts.ADMINISTRATOR[problem.access])

    def problem_for_it(self, problem: ProblemProps) -> str:
        mend = self.problem_mend(problem)
        if not problem.code:
            return self.say(texts.WITHOUT_CODE, mend)
        return self.say(texts.WITH_CODE, mend, isolated(problem.code))

    # ── what became of a request ──────────────────────────────────────────────────────────────────────────────────────

    def next_free(self, props: PanelProps, *, between: str, since: str, now: str, otherwise: str) -> str:
        """The one of four sentences that fits when the room is free again."""
        if props.next_free is None:
            return self.say(otherwise)
        start, end = props.next_free
        if start <= props.now:
            return self.say(otherwise) if end is None else self.say(now, self.moment(end, props.now))
        if end is None:
            return self.say(since, self.moment(start, props.now))
        return self.say(between, self.moment(start, props.now), self.moment(end, props.now))

    def held(self, entry: EntryProps, props: PanelProps) -> tuple[str, str]:
        """Title and sentence for an entry that is kept here and not confirmed yet."""
        until, sentence = self.moment(entry.end, props.now), self.say(texts.HELD_SENTENCE[entry.operation])
        if entry.elsewhere is None and entry.ahead and entry.operation == "book":
            return self.say(texts.HELD_LATER_TITLE, self.span(entry.start, entry.end, props.now)), sentence
        if entry.elsewhere is None:
            return self.say(texts.HELD_TITLE[entry.operation], until), sentence
        return self.say(texts.THERE_HELD_TITLE, isolated(entry.elsewhere.name), until), sentence

    def outcome(self, entry: EntryProps, props: PanelProps) -> tuple[str, str]:
        """Title and sentence for an entry whose outcome is known."""
        operation, until, place = entry.operation, self.moment(entry.end, props.now), entry.elsewhere
        match entry.stage, entry.reason:
            case Stage.CONFIRMED, _ if place is not None:
                title = self.say(texts.THERE_CONFIRMED_TITLE, isolated(place.name), until)
                return title, self.at_place(place, self.say(texts.THERE_CONFIRMED))
            case _, Reason.TAKEN if place is not None:
                sentence = self.say(texts.THERE_TAKEN_SENTENCE, isolated(place.name))
                return self.say(texts.REFUSED_TITLE[Reason.TAKEN]), sentence
            case _, Reason.NOT_ALLOWED if place is not None:
                title = self.say(texts.THERE_NOT_ALLOWED_TITLE, isolated(place.name))
                return title, self.say(texts.THERE_NOT_ALLOWED)
            case Stage.CONFIRMED, _ if operation == "book" and entry.ahead:
                title = self.say(texts.CONFIRMED_LATER_TITLE, self.span(entry.start, entry.end, props.now))
                return title, self.say(texts.CONFIRMED_LATER)
            case Stage.CONFIRMED, _:
                return (
                    self.say(texts.CONFIRMED_TITLE[operation], until),
                    self.say(texts.CONFIRMED_SENTENCE[operation]),
                )
            case Stage.EXPIRED, _:
                return self.say(texts.EXPIRED_TITLE), self.say(texts.EXPIRED_SENTENCE[operation])
            case _, Reason.TAKEN if operation == "extend":
                return self.say(texts.TAKEN_EXTEND_TITLE), self.say(texts.TAKEN_EXTEND)
            case _, Reason.GONE if operation == "checkIn":
                return self.say(texts.CHECK_IN_LATE_TITLE), self.say(texts.CHECK_IN_LATE)
            case _, Reason.CHANGED if operation == "release":
                return self.say(texts.RELEASE_CHANGED_TITLE), self.say(texts.REFUSED_SENTENCE[Reason.CHANGED])
            case _, Reason.INVALID if operation == "release":
                return self.say(texts.RELEASE_REFUSED_TITLE), self.say(texts.RELEASE_REFUSED)
            case _, Reason.TAKEN:
                sentence = self.next_free(
                    props,
                    between=texts.TAKEN_NEXT,
                    since=texts.TAKEN_FROM,
                    now=texts.TAKEN_NOW,
                    otherwise=texts.REFUSED_SENTENCE[Reason.TAKEN],
                )
                return self.say(texts.REFUSED_TITLE[Reason.TAKEN]), sentence
            case _, reason:
                reason = reason or Reason.TAKEN
                return self.say(texts.REFUSED_TITLE[reason]), self.say(texts.REFUSED_SENTENCE[reason])

    def notice(self, entry: EntryProps, props: PanelProps) -> str:
        """One sentence for an outcome that came while nobody was looking."""
        sentence, place = self._news(entry, props), entry.elsewhere
        return sentence if place is None else self.say(texts.THERE_NOTICE, isolated(place.name), sentence)

    def _news(self, entry: EntryProps, props: PanelProps) -> str:
        start, end = self.moment(entry.start, props.now), self.moment(entry.end, props.now)
        if entry.operation == "book" and entry.end.date() == entry.start.date():
            end = self.time(entry.end)
        if entry.stage is Stage.CONFIRMED and entry.operation == "autoRelease":
            return self.say(texts.NOTICE_AUTO_RELEASED, self.moment(entry.made_at, props.now))
        if entry.stage is Stage.CONFIRMED:
            return self.say(texts.NOTICE_CONFIRMED[entry.operation], start, end)
        if entry.stage is Stage.EXPIRED:
            return self.say(texts.NOTICE_EXPIRED, start, end)
        if entry.operation == "extend":
            return self.say(texts.NOTICE_NOT_EXTENDED, start, end)
        if entry.operation in ("release", "autoRelease"):
            return self.say(texts.NOTICE_NOT_RELEASED, start, end)
        if entry.operation != "book":
            return self.say(texts.NOTICE_NOT_DONE, start, end)
        by_reason = {
            Reason.TAKEN: texts.NOTICE_TAKEN,
            Reason.GONE: texts.NOTICE_GONE,
            Reason.NOT_SAVED: texts.NOTICE_NOT_SAVED,
        }
        return self.say(by_reason.get(entry.reason or Reason.INVALID, texts.NOTICE_REFUSED), start, end)


def _is_writing(problem: ProblemProps) -> bool:
    return problem.writing_only and problem.access is Access.PERMISSION


def _english_date(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _english_weekday(day: date) -> str:
    return f"{day:%A}"


def counted_in_english(text: texts.Counted, n: int) -> str:
    return (text.one if n == 1 else text.many).replace("%Ln", str(n))


ENGLISH = Wording(
    translate=lambda text: text,
    count=counted_in_english,
    time=lambda instant: f"{instant:%H:%M}",
    hour=lambda instant: f"{instant:%H:%M}",
    full_date=_english_date,
    weekday=_english_weekday,
    number=str,
)
"""English with a 24-hour clock: for scripts, logs and tests."""
