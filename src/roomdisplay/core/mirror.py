"""Office 365 and WOX kept alike: what has to be told to WOX, and what has to be written to the room's calendar.

One pure reconciliation, run wherever somebody can reach both sides, by as many as like to. It compares three things
for each booking: what Office 365 holds (a Reading), what WOX wants (a Booking), and what both had agreed on
(`Booking.agreed`). It remembers nothing, so whatever was missed is worked out again, and on two sides that agree it
does nothing. Office 365 decides: where both have changed, its change counts.

    in Office 365   on WOX       agreed?   what comes of it
    there           –                      → confirmed, as Office 365 has it
    there           confirmed              → as Office 365 has it
    there           requested    as there  → Move, in the outbox; what comes of that, then as Office 365 has it
    there           cancelling   as there  → Cancel, in the outbox
    there           either       changed   → as Office 365 has it, and the wish is refused
    there           cancelled    never     → Cancel: it was written before it was known that nobody wants it any more
    there           cancelled, refused     → as Office 365 has it, which it shows to be there again
    not there       confirmed              → cancelled, unless it is over: then it took place
    not there       requested    never     → Book, in the outbox; refused, where that came to nothing
    not there       requested    once      → cancelled, and the wish is refused
    not there       cancelling             → cancelled

A Reading has nothing to say of what lies outside its window, nor of a booking that was looked at later than it. One
with malformed events proves nothing to be gone. A booking with a pending entry of the outbox is left alone.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import assert_never
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Book, Cancel, CheckIn, Entry, Move, Operation, Reason, Release, Source, Stage
from roomdisplay.core.outbox import same_text as same
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.wox import Agreed, Booking, BookingState, Origin, Refused

NAMESPACE = UUID("6f1d0c0e-4b0f-5d1b-9a52-8f0c3a7be1d4")
PRIVATE = "Private"
"""What the room's calendar shows of a private booking to those who may look into it."""


class Reading(Struct, frozen=True, kw_only=True):
    """All that the room's calendar held in the schedule's window at `as_of`, by Office 365's own clock."""

    schedule: Schedule
    as_of: datetime


class Plan(Struct, frozen=True, kw_only=True):
    puts: tuple[Booking, ...] = ()
    """How WOX's bookings are to be; `version` is the one seen."""
    begun: tuple[Entry, ...] = ()
    """For the outbox."""


def booking_id_of(meeting: Meeting, room: str) -> str:
    """The UUID by which WOX knows a meeting in the calendar of the room whose address is `room`.

    A booking made on WOX or on a panel carries it. That of any other meeting is derived from what all copies of the
    meeting have in common and, in a series, from when the series has it; and from the room, for it may be in two.
    """
    own = uuid_of(meeting.booking_id or "")
    if own is not None and meeting.is_organizer and meeting.series_master_id is None:
        return own
    first = "" if meeting.original_start is None else meeting.original_start.isoformat()
    return str(uuid5(NAMESPACE, "\n".join([room.casefold(), meeting.ical_uid or meeting.id, first])))


def uuid_of(text: str) -> str | None:
    """The text as a UUID is usually written, or None where it is none."""
    try:
        found = str(UUID(text))
    except ValueError:
        return None
    return found if found == text.lower() else None


def entry_id(booking: Booking) -> str:
    """Of the outbox entry that does what WOX wants of the booking. Another wish is another version, and entry."""
    return f"wox:{booking.id}:{booking.version}"


def outcome(booking: Booking, entries: Sequence[Entry]) -> Entry | None:
    """What came of what WOX wants of the booking, or of the tap on the glass that made it. A disk that was full says
    nothing about it."""
    return next((e for e in entries if e.is_final and e.reason is not Reason.NOT_SAVED and _answers(e, booking)), None)


def _answers(entry: Entry, booking: Booking) -> bool:
    if entry.id == entry_id(booking):
        return True
    return (
        isinstance(entry.operation, Book)
        and entry.source is Source.GLASS
        and uuid_of(entry.booking_id) == booking.id
        and entry.interval == booking.interval
        and booking.agreed is None
    )


def reconcile(
    *,
    room: str,
    now: datetime,
    window: Interval,
    reading: Reading | None,
    bookings: Mapping[str, Booking],
    entries: Sequence[Entry],
) -> Plan:
    """`entries` are the outbox of this room, whose address is `room`; `now` is the wall clock.

    Without a reading only what needs none is done: what is held at the glass is told to WOX, and a booking that WOX
    asks for within `window` goes to the outbox, which looks at the calendar by itself.
    """
    meetings: dict[str, Meeting] = {}
    for meeting in reading.schedule.occupying if reading is not None else ():
        meetings.setdefault(booking_id_of(meeting, room), meeting)
    of_booking: dict[str, list[Entry]] = {}
    for entry in entries:
        of_booking.setdefault(uuid_of(entry.booking_id) or entry.booking_id, []).append(entry)
    puts: list[Booking] = []
    begun: list[Entry] = []
    for id in sorted({*meetings, *bookings, *of_booking}):
        known, asked = bookings.get(id), of_booking.get(id, [])
        if any(not e.is_final for e in asked):
            if known is None and (held := _held(id, asked)) is not None:
                puts.append(held)
            continue
        if reading is not None:
            step = _decided(id, known, meetings.get(id), reading, asked)
        else:
            step = _untried(known, window, now, asked)
        if not isinstance(step, Booking | None):
            assert known is not None
            begun.append(Entry(id=entry_id(known), booking_id=id, operation=step, made_at=now, source=Source.WOX))
            continue
        after = step or known
        if after is not None and (noted := _noted(after, asked)) != known:
            puts.append(noted)
    return Plan(puts=tuple(puts), begun=tuple(begun))


def _held(id: str, entries: Sequence[Entry]) -> Booking | None:
    """A walk-up that waits for Office 365, as WOX is to show it."""
    for entry in entries:
        match entry.operation:
            case Book(interval=interval, subject=subject, host=host, host_id=host_id) if (
                entry.source is Source.GLASS and uuid_of(id) == id
            ):
                if entry.stage not in (Stage.ACCEPTED, Stage.WITHDRAW):
                    origin = Origin.DISPLAY
                    return Booking(id=id, interval=interval, subject=subject, host=host, host_id=host_id, origin=origin)
            case _:
                pass
    return None


def _noted(booking: Booking, entries: Sequence[Entry]) -> Booking:
    """With what happened to the booking at the door."""
    for entry in entries:
        if entry.stage is not Stage.CONFIRMED or entry.interval.start != booking.interval.start:
            continue
        match entry.operation:
            case Book(host=host, host_id=host_id) if booking.host is None and not booking.is_private:
                booking = replace(booking, host=host, host_id=host_id)
            case CheckIn() if booking.checked_in_at is None:
                booking = replace(booking, checked_in_at=entry.made_at)
            case Release() if booking.released_at is None and booking.state is BookingState.CANCELLED:
                booking = replace(booking, released_at=entry.made_at)
            case _:
                pass
    return booking


def _untried(known: Booking | None, window: Interval, now: datetime, entries: Sequence[Entry]) -> Operation | None:
    if known is None or known.state is not BookingState.REQUESTED or known.agreed is not None or entries:
        return None
    return _book(known) if known.interval.overlaps(window) and now < known.interval.end else None


def _decided(
    id: str, known: Booking | None, meeting: Meeting | None, reading: Reading, entries: Sequence[Entry]
) -> Booking | Operation | None:
    """How WOX's booking is to be, or what is to be done about the meeting; None: nothing."""
    if meeting is None:
        return None if known is None else _absent(known, reading, outcome(known, entries))
    if known is not None:
        return _present(known, meeting, reading, outcome(known, entries))
    origin = Origin.DISPLAY if _is_booking(meeting, id) else Origin.OFFICE365
    return _as_there(Booking(id=id, interval=meeting.interval, subject=None, origin=origin), meeting, reading.as_of)


# ── what Office 365 has ───────────────────────────────────────────────────────────────────────────────────────────────


def _present(booking: Booking, meeting: Meeting, reading: Reading, result: Entry | None) -> Booking | Operation | None:
    as_of, agreed = reading.as_of, booking.agreed
    changed = agreed is not None and not _is_like(agreed.interval, agreed.subject, booking, meeting)
    if agreed is not None and (as_of < agreed.as_of or (as_of == agreed.as_of and changed)):
        return None
    match booking.state:
        case BookingState.CONFIRMED:
            after = _as_there(booking, meeting, as_of, booking.refusal)
            return None if replace(after, agreed=agreed) == booking and not changed and agreed is not None else after
        case BookingState.REFUSED:
            # written for an earlier wish, where it is not what was refused
            wanted = _is_like(booking.interval, booking.subject, booking, meeting)
            return _as_there(booking, meeting, as_of, None if wanted else booking.refusal)
        case BookingState.CANCELLED:
            if agreed is None and meeting.is_own and result is None and as_of < meeting.interval.end:
                return Cancel(interval=meeting.interval)
            return None if agreed is not None and as_of == agreed.as_of else _as_there(booking, meeting, as_of)
        case BookingState.REQUESTED | BookingState.CANCELLING:
            return _wished(booking, meeting, reading, result, changed=changed)
        case _:
            assert_never(booking.state)


def _wished(
    booking: Booking, meeting: Meeting, reading: Reading, result: Entry | None, *, changed: bool
) -> Booking | Operation | None:
    """WOX wants the meeting to be another, or to be gone."""
    as_of, cancelling = reading.as_of, booking.state is BookingState.CANCELLING
    if not cancelling and _is_like(booking.interval, booking.subject, booking, meeting):
        return _as_there(booking, meeting, as_of)
    if result is not None:
        return _as_there(booking, meeting, as_of, _refusal(result) or Refused.CHANGED)
    if changed:
        return _as_there(booking, meeting, as_of, Refused.CHANGED)
    if not meeting.is_own:
        return _as_there(booking, meeting, as_of, Refused.NOT_ALLOWED)
    if meeting.interval.end <= as_of:
        return _as_there(booking, meeting, as_of, Refused.EXPIRED)
    if cancelling:
        return Cancel(interval=meeting.interval)
    if not booking.interval.overlaps(reading.schedule.window):
        return None  # once it is there nobody could see it any more
    keeps_subject = booking.is_private or meeting.is_private or same(booking.subject, meeting.subject)
    return Move(
        interval=booking.interval,
        before=meeting.interval,
        subject=None if keeps_subject else booking.subject or "",
        old_subject=None if keeps_subject else meeting.subject or "",
    )


def _absent(booking: Booking, reading: Reading, result: Entry | None) -> Booking | Operation | None:
    as_of, agreed, window = reading.as_of, booking.agreed, reading.schedule.window
    place = booking.interval if agreed is None else agreed.interval
    if place.end <= window.start:
        return _overtaken(booking, result)
    if not place.overlaps(window) or (agreed is not None and as_of <= agreed.as_of):
        return None
    is_over, is_certain = place.end <= as_of, not reading.schedule.skipped
    match booking.state:
        case BookingState.REFUSED | BookingState.CANCELLED:
            return None
        case BookingState.CONFIRMED:
            return _gone(booking, as_of, booking.refusal) if is_certain and not is_over else None
        case BookingState.CANCELLING:
            return _gone(booking, as_of) if is_certain else None
        case BookingState.REQUESTED if agreed is not None:
            if is_over:
                return _back(booking, agreed, Refused.EXPIRED)
            return _gone(booking, as_of, Refused.GONE) if is_certain else None
        case BookingState.REQUESTED if result is not None:
            refusal = _refusal(result)
            if refusal is None:
                return _gone(booking, as_of) if is_certain else None
            return replace(booking, state=BookingState.REFUSED, refusal=refusal)
        case BookingState.REQUESTED if is_over:
            return replace(booking, state=BookingState.REFUSED, refusal=Refused.EXPIRED)
        case BookingState.REQUESTED:
            return _book(booking)
        case _:
            assert_never(booking.state)


def _overtaken(booking: Booking, result: Entry | None) -> Booking | None:
    """Nobody will look there any more."""
    refusal = (None if result is None else _refusal(result)) or Refused.EXPIRED
    match booking.state:
        case BookingState.CONFIRMED | BookingState.CANCELLED | BookingState.REFUSED:
            return None
        case BookingState.CANCELLING if booking.agreed is None or (result is not None and _refusal(result) is None):
            return replace(booking, state=BookingState.CANCELLED, refusal=None)
        case BookingState.CANCELLING | BookingState.REQUESTED if booking.agreed is not None:
            return _back(booking, booking.agreed, refusal)
        case BookingState.CANCELLING | BookingState.REQUESTED:
            return replace(booking, state=BookingState.REFUSED, refusal=refusal)
        case _:
            assert_never(booking.state)


# ── how a booking is then ─────────────────────────────────────────────────────────────────────────────────────────────


def _as_there(booking: Booking, meeting: Meeting, as_of: datetime, refusal: Refused | None = None) -> Booking:
    is_booking = _is_booking(meeting, booking.id)
    is_private = meeting.is_private or (is_booking and booking.is_private)
    subject = None if is_private else meeting.subject
    host, host_id = (booking.host, booking.host_id) if is_booking else (meeting.organizer, None)
    return replace(
        booking,
        interval=meeting.interval,
        subject=subject,
        host=None if is_private else host,
        host_id=None if is_private else host_id,
        is_private=is_private,
        state=BookingState.CONFIRMED,
        agreed=Agreed(interval=meeting.interval, subject=subject, as_of=as_of),
        refusal=refusal,
        released_at=None,
    )


def _gone(booking: Booking, as_of: datetime, refusal: Refused | None = None) -> Booking:
    agreed = booking.agreed and replace(booking.agreed, as_of=as_of)
    gone = replace(booking, state=BookingState.CANCELLED, agreed=agreed, refusal=refusal)
    return gone if agreed is None else replace(gone, interval=agreed.interval, subject=agreed.subject)


def _back(booking: Booking, agreed: Agreed, refusal: Refused) -> Booking:
    """As both had agreed on; the wish is refused."""
    return replace(
        booking, interval=agreed.interval, subject=agreed.subject, state=BookingState.CONFIRMED, refusal=refusal
    )


def _book(booking: Booking) -> Book:
    subject = PRIVATE if booking.is_private else booking.subject or ""
    return Book(interval=booking.interval, subject=subject, is_private=booking.is_private)


def _is_booking(meeting: Meeting, id: str) -> bool:
    """Was it made on WOX or on a panel?"""
    return meeting.booking_id is not None and uuid_of(meeting.booking_id) == id


def _is_like(interval: Interval, subject: str | None, booking: Booking, meeting: Meeting) -> bool:
    """Is the meeting then, and called so? The subject of a private one is nobody's business, nor this comparison's."""
    return meeting.interval == interval and (booking.is_private or meeting.is_private or same(subject, meeting.subject))


def _refusal(entry: Entry) -> Refused | None:
    match entry.stage, entry.reason:
        case Stage.CONFIRMED, _:
            return None
        case Stage.EXPIRED, _:
            return Refused.EXPIRED
        case _, reason:
            return _REFUSALS.get(reason, Refused.FAILED) if reason is not None else Refused.FAILED


_REFUSALS = {
    Reason.TAKEN: Refused.TAKEN,
    Reason.GONE: Refused.GONE,
    Reason.CANCELLED: Refused.GONE,
    Reason.CHANGED: Refused.CHANGED,
    Reason.NOT_ALLOWED: Refused.NOT_ALLOWED,
}
