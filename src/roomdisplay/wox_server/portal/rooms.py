"""For everybody: the rooms and their day, booking one, and one's own bookings."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import Connection
from starlette.responses import Response

from roomdisplay.config.catalogue import understood
from roomdisplay.core.bookable import objection
from roomdisplay.core.interval import Interval, ceil_minute, day_of
from roomdisplay.core.photo import media_type
from roomdisplay.core.policy import Policy
from roomdisplay.core.wox import Booking, BookingState, Origin, Refused
from roomdisplay.wox_server import bookings, rooms, settings
from roomdisplay.wox_server.bookings import Host, Listed
from roomdisplay.wox_server.portal import day as days
from roomdisplay.wox_server.portal.day import Status
from roomdisplay.wox_server.portal.live import stream
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.visit import Forbidden, Needs, NotFound, Page, Visit
from roomdisplay.wox_server.rooms import MeetingRoom
from roomdisplay.wox_server.settings import Effective, Heir

LONGEST_SUBJECT = 200
REACH = timedelta(days=8)
"""How far the next free times are looked for."""


class Shown(Struct, frozen=True, kw_only=True):
    """A room as pages show it."""

    room: MeetingRoom
    policy: Policy
    status: Status

    @property
    def id(self) -> int:
        return self.room.id

    @property
    def name(self) -> str:
        return self.room.facts.name


class Wish(Struct, frozen=True, kw_only=True):
    """What the form of a booking holds."""

    id: str
    day: str
    start: str
    end: str
    subject: str = ""
    is_private: bool = False


def policy_of(values: Mapping[str, Effective], room: MeetingRoom) -> Policy:
    return understood({name: one.value for name, one in values.items()}, room.location.zone).policy


def policy(connection: Connection, room: MeetingRoom) -> Policy:
    return policy_of(settings.effective(connection, room.id), room)


def end_of_day(room: MeetingRoom, now: datetime) -> datetime:
    return days.day_window(day_of(now, room.location.zone), room.location.zone).end


def shown(connection: Connection, found: Sequence[MeetingRoom], now: datetime) -> list[Shown]:
    """Rooms and what they are now, by few queries."""
    heirs = [Heir(location_id=room.location.id, room_id=room.id) for room in found]
    values = settings.effective_of(connection, heirs) if heirs else []
    window = Interval(now, now + timedelta(days=2))
    listed: dict[int, list[Listed]] = {room.id: [] for room in found}
    for one in bookings.between(connection, list(listed), window) if listed else []:
        listed[one.room_id].append(one)
    policies = [policy_of(mine, room) for mine, room in zip(values, found, strict=True)]
    return [
        Shown(room=room, policy=own, status=days.status(listed[room.id], own, now, end_of_day(room, now)))
        for room, own in zip(found, policies, strict=True)
    ]


# ── looking ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def all_rooms(visit: Visit) -> Response:
    wanted, only_free = visit.asked("location"), visit.asked("free") == "1"
    with visit.database.reading() as connection:
        places = rooms.locations(connection)
        chosen = next((place for place in places if str(place.id) == wanted), None)
        found = rooms.rooms(connection, location_id=chosen.id if chosen else None)
        listed = shown(connection, found, visit.now)
    if only_free:
        listed = [one for one in listed if one.status.standing is days.Standing.FREE]
    return visit.page(
        "rooms.html", rooms=listed, locations=places, chosen=chosen, only_free=only_free, is_empty=not found
    )


def room(visit: Visit) -> Response:
    return _room_page(visit)


def _room_page(visit: Visit, status: int = 200, error: str | None = None, wish: Wish | None = None) -> Response:
    now = visit.now
    with visit.database.reading() as connection:
        here = rooms.room(connection, visit.id("room_id"))
        zone = here.location.zone
        own = policy(connection, here)
        today = day_of(now, zone)
        day = _day(wish.day if wish else visit.asked("day"), today, own)
        window = days.day_window(day, zone)
        listed = bookings.between(connection, [here.id], window)
        (current,) = shown(connection, [here], now)
    account = visit.account

    def sees(one: Listed) -> bool:
        return days.sees(account, one, here.location.id)

    if wish is None:
        wish = _proposed(visit, here, listed, own, window)
    return visit.page(
        "room.html",
        status,
        room=current,
        zone=zone,
        day=day,
        today=today,
        days=[today + timedelta(days=n) for n in range(min(own.lead_days, 13) + 1)],
        parts=days.parts(listed, own, window, now),
        wish=wish,
        error=error,
        may_book=days.may_book(account, here.facts.department),
        sees=sees,
        window=window,
    )


def _day(typed: str, today: date, own: Policy) -> date:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return today
    return day if today <= day <= today + timedelta(days=own.lead_days) else today


def _proposed(visit: Visit, here: MeetingRoom, listed: Sequence[Listed], own: Policy, window: Interval) -> Wish | None:
    zone = here.location.zone
    day = window.start.astimezone(zone).date().isoformat()
    asked = days.instant(day, visit.asked("start"), zone)
    slot = None
    if asked is not None and window.contains(asked):
        slots = days.next_slots(listed, own, asked, window.end, days.USUAL, 1)
        slots = slots or days.next_slots(listed, own, asked, window.end, own.shortest, 1)
        slot = slots[0] if slots and slots[0].start - asked < days.GRID else None
    slot = slot or days.proposal(listed, own, window, visit.now, zone)
    return None if slot is None else _wish(slot, zone)


def _wish(slot: Interval, zone: ZoneInfo, subject: str = "", *, is_private: bool = False) -> Wish:
    start, end = (at.astimezone(zone) for at in (slot.start, slot.end))
    return Wish(
        id=str(uuid4()),
        day=start.date().isoformat(),
        start=start.strftime("%H:%M"),
        end=end.strftime("%H:%M"),
        subject=subject,
        is_private=is_private,
    )


def photo(visit: Visit) -> Response:
    with visit.database.reading() as connection:
        found = rooms.photo(connection, visit.id("room_id"))
    if found is None:
        raise NotFound
    return Response(found, media_type=media_type(found), headers={"Cache-Control": "private, max-age=300"})


# ── booking ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def book(visit: Visit) -> Response:
    try:
        id = str(UUID(visit.typed("booking")))
    except ValueError:
        id = str(uuid4())
    wish = Wish(
        id=id,
        day=visit.typed("day"),
        start=visit.typed("start"),
        end=visit.typed("end"),
        subject=visit.typed("subject", LONGEST_SUBJECT),
        is_private="private" in visit.form,
    )
    account = visit.account
    with visit.database.writing() as writing:
        connection = writing.connection
        here = rooms.room(connection, visit.id("room_id"))
        writing.touch(here.id)
        interval = _interval(wish, here)
        error = None if interval is not None else visit.say(UNREADABLE)
        if not days.may_book(account, here.facts.department):
            error = visit.say(text("Only people of {department} may book this room."), department=here.facts.department)
        if interval is not None and error is None and not _is_known(connection, id):
            error = _objection(visit, connection, here, interval)
        if interval is not None and error is None:
            try:
                made = bookings.request(
                    writing,
                    room_id=here.id,
                    id=id,
                    interval=interval,
                    subject=wish.subject or visit.say(text("Meeting of {name}"), name=account.name),
                    host=Host(person_id=account.id, name=account.name),
                    is_private=wish.is_private,
                    origin=Origin.PORTAL,
                    now=visit.now,
                )
                return visit.go(f"/booking/{made.id}")
            except bookings.Taken:
                error = visit.say(days.OBJECTIONS[days.Objection.TAKEN])
    return _room_page(visit, 422, error, wish)


UNREADABLE = text("Give the day, and from when until when. The end comes after the start.")


def _interval(wish: Wish, here: MeetingRoom) -> Interval | None:
    zone = here.location.zone
    start, end = days.instant(wish.day, wish.start, zone), days.instant(wish.day, wish.end, zone)
    if wish.end == "00:00" and start is not None:
        end = days.day_window(date.fromisoformat(wish.day), zone).end
    return Interval(start, end) if start is not None and end is not None and start < end else None


def _is_known(connection: Connection, id: str) -> bool:
    try:
        bookings.find(connection, id)
    except bookings.BookingGone:
        return False
    return True


def _objection(
    visit: Visit, connection: Connection, here: MeetingRoom, wanted: Interval, was: Booking | None = None
) -> str | None:
    own = policy(connection, here)
    near = Interval(wanted.start - timedelta(days=1), wanted.end + timedelta(days=1))
    others = days.busy(bookings.between(connection, [here.id], near), without=was.id if was else "")
    # what has begun may keep its start
    now = min(visit.now, wanted.start) if was is not None and was.interval.start == wanted.start else visit.now
    found = objection(wanted, now, others, own, here.location.zone)
    if found is None:
        return None
    say, length = visit.say, visit.language.length
    return say(
        days.OBJECTIONS[found], shortest=length(own.shortest), longest=length(own.longest), days=str(own.lead_days)
    )


# ── one booking ───────────────────────────────────────────────────────────────────────────────────────────────────────

REFUSALS = {
    Refused.TAKEN: text("Office 365 was first: somebody else has the room then."),
    Refused.GONE: text("The booking was no longer in Office 365’s calendar."),
    Refused.CHANGED: text("The booking was changed in Office 365 at the same time, and that counts."),
    Refused.NOT_ALLOWED: text("The room’s calendar cannot be written to at present. Facilities can mend that."),
    Refused.EXPIRED: text("Its time passed before Office 365 could be asked."),
    Refused.FAILED: text("Office 365 would not take the booking. Try again, or ask facilities."),
}


def booking(visit: Visit) -> Response:
    return _booking_page(visit)


def _booking_page(visit: Visit, status: int = 200, error: str | None = None, wish: Wish | None = None) -> Response:
    with visit.database.reading() as connection:
        found = bookings.find(connection, visit.request.path_params["booking_id"])
        here = rooms.room(connection, found.room_id)
        own = policy(connection, here)
        slots: list[Interval] = []
        if found.booking.state is BookingState.REFUSED:
            after = max(visit.now, found.booking.interval.start)
            reach = Interval(after, after + REACH)
            taken = bookings.between(connection, [here.id], reach)
            slots = days.next_slots(taken, own, after, reach.end, found.booking.interval.duration, 4)
    zone = here.location.zone
    told = found.booking
    if not days.sees(visit.account, found, here.location.id):
        told = bookings.masked(told)
    is_own = found.host_id == visit.account.id
    return visit.page(
        "booking.html",
        status,
        booking=told,
        room=here,
        policy=own,
        zone=zone,
        error=error,
        is_own=is_own,
        may_change=is_own and _may_change(told, visit.now),
        is_running=told.interval.contains(visit.now),
        refusal=visit.say(REFUSALS[told.refusal]) if told.refusal else None,
        slots=[(slot, _wish(slot, zone)) for slot in slots] if is_own else [],
        wish=wish or _wish(told.interval, zone, told.subject or "", is_private=told.is_private),
        BookingState=BookingState,
        Origin=Origin,
    )


def _may_change(told: Booking, now: datetime) -> bool:
    open = told.is_open and told.state is not BookingState.CANCELLING
    return open and told.origin is not Origin.OFFICE365 and told.interval.end > now


def _own(visit: Visit, connection: Connection) -> Listed:
    """Raises Forbidden: only their host changes bookings."""
    found = bookings.find(connection, visit.request.path_params["booking_id"])
    if found.host_id != visit.account.id:
        raise Forbidden
    return found


NOT_OURS = text("This meeting was made in Outlook. Change it in Outlook.")
OVER = text("This booking is over or was cancelled meanwhile.")


def change(visit: Visit) -> Response:
    error: str | None = None
    with visit.database.writing() as writing:
        found = _own(visit, writing.connection)
        writing.touch(found.room_id)
        found = _own(visit, writing.connection)
        here = rooms.room(writing.connection, found.room_id)
        wish = Wish(
            id=found.booking.id,
            day=visit.typed("day"),
            start=visit.typed("start"),
            end=visit.typed("end"),
            subject=visit.typed("subject", LONGEST_SUBJECT),
            is_private=found.booking.is_private,
        )
        interval = _interval(wish, here)
        if interval is None:
            error = visit.say(UNREADABLE)
        elif not _may_change(found.booking, visit.now):
            error = visit.say(NOT_OURS if found.booking.origin is Origin.OFFICE365 else OVER)
        elif interval.end <= visit.now:
            error = visit.say(days.OBJECTIONS[days.Objection.PAST])
        else:
            error = _objection(visit, writing.connection, here, interval, found.booking)
        if interval is not None and error is None:
            try:
                subject = wish.subject or None
                bookings.change(writing, found.booking.id, interval=interval, subject=subject, now=visit.now)
            except bookings.Taken:
                error = visit.say(days.OBJECTIONS[days.Objection.TAKEN])
    return visit.go(f"/booking/{wish.id}") if error is None else _booking_page(visit, 422, error, wish)


def end(visit: Visit) -> Response:
    """Frees the room from the next full minute on."""
    with visit.database.writing() as writing:
        found = _own(visit, writing.connection)
        interval = found.booking.interval
        ends = ceil_minute(visit.now)
        if _may_change(found.booking, visit.now) and interval.start < ends < interval.end:
            bookings.change(
                writing, found.booking.id, interval=Interval(interval.start, ends), subject=None, now=visit.now
            )
    return visit.go(f"/booking/{found.booking.id}")


def cancel(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        found = _own(visit, writing.connection)
        if found.booking.origin is Origin.OFFICE365:
            sentence = NOT_OURS
        elif not _may_change(found.booking, visit.now):
            sentence = OVER
        else:
            bookings.cancel(writing, found.booking.id, visit.now)
            return visit.go(f"/booking/{found.booking.id}")
    return _booking_page(visit, 422, visit.say(sentence))


def mine(visit: Visit) -> Response:
    with visit.database.reading() as connection:
        own = bookings.hosted_by(connection, visit.account.id, visit.now)
        places = rooms.rooms_of(connection, {one.room_id for one in own})
    grouped: dict[date, list[tuple[Listed, MeetingRoom]]] = {}
    for one in own:
        where = places[one.room_id]
        grouped.setdefault(day_of(one.booking.interval.start, where.location.zone), []).append((one, where))
    return visit.page("mine.html", days=grouped, BookingState=BookingState)


# ── news ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def room_events(visit: Visit) -> Response:
    with visit.database.reading() as connection:
        id = rooms.room(connection, visit.id("room_id")).id
    return stream(visit.request, visit.serving.hub, visit.portal.pages, [id])


def events(visit: Visit) -> Response:
    return stream(visit.request, visit.serving.hub, visit.portal.pages, None)


PAGES = (
    Page(path="/", handler=all_rooms, needs=Needs.ACCOUNT),
    Page(path="/room/{room_id:int}", handler=room, needs=Needs.ACCOUNT),
    Page(path="/room/{room_id:int}/photo", handler=photo, needs=Needs.ACCOUNT),
    Page(path="/room/{room_id:int}/book", handler=book, needs=Needs.ACCOUNT, method="POST"),
    Page(path="/booking/{booking_id:str}", handler=booking, needs=Needs.ACCOUNT),
    Page(path="/booking/{booking_id:str}/change", handler=change, needs=Needs.ACCOUNT, method="POST"),
    Page(path="/booking/{booking_id:str}/end", handler=end, needs=Needs.ACCOUNT, method="POST"),
    Page(path="/booking/{booking_id:str}/cancel", handler=cancel, needs=Needs.ACCOUNT, method="POST"),
    Page(path="/mine", handler=mine, needs=Needs.ACCOUNT),
    Page(path="/events/room/{room_id:int}", handler=room_events, needs=Needs.ACCOUNT),
    Page(path="/events", handler=events, needs=Needs.ACCOUNT),
)
