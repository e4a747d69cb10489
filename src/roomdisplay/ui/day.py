"""One day of the rail, as pure values: what stands where. Places are in hours since the day's first instant. No Qt."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from roomdisplay.core.interval import MINUTE
from roomdisplay.ui import texts
from roomdisplay.ui.props import DayProps, MeetingProps, PanelProps
from roomdisplay.ui.sheet import later_key
from roomdisplay.ui.wording import Wording, isolated

LEAST_SHOWN = 15 * MINUTE
"""A shorter meeting is drawn this tall, so that it can be seen and read."""
MOST_ALL_DAY = 3
"""Of more all-day events the last row tells how many there are."""
LEAST_GAP = 10 * MINUTE
"""A shorter gap is left undrawn."""


class BlockRow(Struct, frozen=True, kw_only=True):
    """A meeting. `place` of `columns` side by side."""

    key: str
    title: str
    detail: str
    name: str
    at: float
    span: float
    place: int
    columns: int
    tone: str
    """past, current or coming."""
    is_private: bool
    held: bool


class GapRow(Struct, frozen=True, kw_only=True):
    key: str
    label: str
    name: str
    """What its button is called; empty: it cannot be booked from here."""
    at: float
    span: float


class AllDayRow(Struct, frozen=True, kw_only=True):
    key: str
    title: str
    name: str
    is_private: bool


class DayView(Struct, frozen=True, kw_only=True):
    date: str
    length: float
    """Hours in the day: 23, 24 or 25."""
    widest: str
    """The longest label of an hour, which the others are to line up with."""
    now_at: float
    """Where now is; -1 on another day."""
    hours: tuple[str, ...]
    """What each is called."""
    blocks: tuple[BlockRow, ...]
    gaps: tuple[GapRow, ...]
    all_day: tuple[AllDayRow, ...]


def derive_day(day: DayProps, props: PanelProps, words: Wording) -> DayView:
    start, end = day.start.astimezone(UTC), day.end.astimezone(UTC)
    now = props.now.astimezone(UTC)

    def at(instant: datetime) -> float:
        return (instant.astimezone(UTC) - start) / timedelta(hours=1)

    timed = [m for m in day.meetings if not m.all_day]
    places = side_by_side(timed, LEAST_SHOWN)
    hours = tuple(words.hour(_hour(start, hour, day)) for hour in range(round(at(day.end))))
    return DayView(
        date=words.full_date(day.date),
        length=at(day.end),
        now_at=at(now.replace(second=0, microsecond=0)) if start <= now < end else -1.0,
        hours=hours,
        widest=max(hours, key=len),
        blocks=tuple(
            _block(m, day, props, words, at(max(m.start, day.start)), at(min(m.end, day.end)), places[m.id])
            for m in timed
        ),
        gaps=tuple(
            _gap(gap_start, gap_end, day, props, words, at(gap_start), at(gap_end))
            for gap_start, gap_end in day.free
            if gap_end - gap_start >= LEAST_GAP
        ),
        all_day=_all_day([m for m in day.meetings if m.all_day], words),
    )


def _all_day(meetings: list[MeetingProps], words: Wording) -> tuple[AllDayRow, ...]:
    shown = meetings if len(meetings) <= MOST_ALL_DAY else meetings[: MOST_ALL_DAY - 1]
    rows = [
        AllDayRow(
            key=m.id,
            title=words.title(m),
            name=words.say(texts.ALL_DAY_NAME, words.title(m)),
            is_private=m.private,
        )
        for m in shown
    ]
    if len(shown) < len(meetings):
        more = words.count(texts.MORE_ALL_DAY, len(meetings) - len(shown))
        rows.append(AllDayRow(key="more", title=more, name=more, is_private=False))
    return tuple(rows)


def _gap(
    start: datetime, end: datetime, day: DayProps, props: PanelProps, words: Wording, at: float, until: float
) -> GapRow:
    slot = next((s for s in day.slots if start <= s.interval.start and s.interval.end <= end), None)
    return GapRow(
        # the end stays where it is while the beginning moves with the clock
        key=f"later:{end.astimezone(UTC).isoformat()}" if slot is None else later_key(slot),
        label=_gap_label(start, end, day, words),
        name="" if slot is None else words.slot(slot, props),
        at=at,
        span=until - at,
    )


def _gap_label(start: datetime, end: datetime, day: DayProps, words: Wording) -> str:
    if end < day.end:
        return words.say(texts.FREE_RANGE, words.time(start), words.time(end))
    return words.say(texts.FREE_ALL_DAY) if start == day.start else words.say(texts.FREE_FROM, words.time(start))


def _hour(start: datetime, hour: int, day: DayProps) -> datetime:
    return (start + timedelta(hours=hour)).astimezone(day.start.tzinfo)


def _block(
    meeting: MeetingProps,
    day: DayProps,
    props: PanelProps,
    words: Wording,
    at: float,
    until: float,
    place: tuple[int, int],
) -> BlockRow:
    del day
    title = words.title(meeting)
    if meeting.held:
        detail = words.say(texts.NOT_CONFIRMED)
    else:
        detail = meeting.organizer if meeting.organizer and meeting.organizer != meeting.subject else ""
    times = words.range(meeting.start, meeting.end)
    tone = "current" if meeting.covers(props.now) else "past" if meeting.end <= props.now else "coming"
    column, columns = place
    return BlockRow(
        key=meeting.id,
        title=title,
        detail=words.say(texts.TITLE_AND_NAME, times, isolated(detail)) if detail else times,
        name=words.say(texts.BLOCK_NAME, title, words.time(meeting.start), words.time(meeting.end)),
        at=at,
        span=max(until - at, LEAST_SHOWN / timedelta(hours=1)),
        place=column,
        columns=columns,
        tone=tone,
        is_private=meeting.private,
        held=meeting.held,
    )


def side_by_side(meetings: Iterable[MeetingProps], least: timedelta) -> dict[str, tuple[int, int]]:
    """Where overlapping meetings stand: id → (column, columns). Each is taken to last at least `least`."""
    places: dict[str, tuple[int, int]] = {}
    cluster: list[tuple[str, int]] = []
    ends: list[datetime] = []

    def close() -> None:
        places.update((id, (column, len(ends))) for id, column in cluster)
        cluster.clear()
        ends.clear()

    for meeting in sorted(meetings, key=lambda m: (m.start, m.start - m.end, m.id)):
        end = max(meeting.end, meeting.start + least)
        if ends and meeting.start >= max(ends):
            close()
        column = next((i for i, taken in enumerate(ends) if taken <= meeting.start), len(ends))
        if column == len(ends):
            ends.append(end)
        else:
            ends[column] = end
        cluster.append((meeting.id, column))
    close()
    return places
