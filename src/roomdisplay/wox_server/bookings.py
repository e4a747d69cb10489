"""The bookings of the rooms: what people wish on WOX, what the mirror tells of Office 365, and the feed of both.

Every function that writes touches the room first, so that writers of one room wait for each other.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, Row, Select, and_, delete, insert, or_, select, update

from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import OPEN, Agreed, Booking, BookingState, Origin, Refused
from roomdisplay.wox_server.database import Writing, pairs
from roomdisplay.wox_server.schema import booking as table
from roomdisplay.wox_server.schema import person as people
from roomdisplay.wox_server.schema import room as rooms

OPEN_STATES = sorted(OPEN)
HISTORY = timedelta(days=1)
"""What ended longer ago is not told to a panel that begins anew."""
KEPT = timedelta(days=90)
"""How long what is over can be looked up, and a cursor stays good."""


class BookingGone(Exception):
    """There is no such booking."""


class OtherRoom(Exception):
    """The booking is another room's."""


class Changed(Exception):
    """WOX has a newer version: `current`."""

    def __init__(self, current: Booking) -> None:
        super().__init__(f"booking {current.id} is at version {current.version}")
        self.current = current


class Taken(Exception):
    """The room is booked then."""

    def __init__(self, by: Sequence[Booking]) -> None:
        super().__init__("the room is booked then")
        self.by = tuple(by)


class NotOurs(Exception):
    """The meeting was made in Outlook: only there can it be changed."""


class Host(Struct, frozen=True, kw_only=True):
    """Whoever books: a person of WOX."""

    person_id: int
    name: str


class Listed(Struct, frozen=True, kw_only=True):
    """A booking and whose it is, for pages. Private ones unmasked: masking is for whoever shows it."""

    room_id: int
    booking: Booking
    host_id: int | None


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def find(connection: Connection, id: str) -> Listed:
    """Raises BookingGone."""
    row = connection.execute(select(table).where(table.c.id == id)).one_or_none()
    if row is None:
        raise BookingGone(id)
    return Listed(room_id=row.room_id, booking=_booking(row), host_id=row.host_id)


def between(connection: Connection, room_ids: Sequence[int], window: Interval) -> list[Listed]:
    """The open bookings that touch `window`, by start."""
    overlapping = and_(table.c.start < window.end, table.c.end > window.start)
    wanted = _open(room_ids).where(overlapping).order_by(table.c.start, table.c.id)
    return [_listed(row) for row in connection.execute(wanted)]


def held(connection: Connection, room_ids: Sequence[int], window: Interval) -> list[Listed]:
    """What took a room, or would have if somebody had come: confirmed and released bookings that touch `window`."""
    taken = or_(table.c.state == BookingState.CONFIRMED.value, table.c.released_at.is_not(None))
    wanted = select(table).where(
        table.c.room_id.in_(room_ids), taken, table.c.start < window.end, table.c.end > window.start
    )
    return [_listed(row) for row in connection.execute(wanted.order_by(table.c.start, table.c.id))]


def hosted_by(connection: Connection, person_id: int, since: datetime) -> list[Listed]:
    """A person's own bookings that end after `since`, refused and cancelled ones too, by start."""
    wanted = select(table).where(table.c.host_id == person_id, table.c.end > since).order_by(table.c.start, table.c.id)
    return [_listed(row) for row in connection.execute(wanted)]


def since(connection: Connection, room_id: int, revision: int) -> list[Booking]:
    """As a panel may know them: those that changed after `revision`, in the order they changed."""
    return since_each(connection, {room_id: revision})[room_id]


def since_each(connection: Connection, revisions: Mapping[int, int]) -> dict[int, list[Booking]]:
    """The same for many rooms, each from a revision of its own, by one query."""
    asked = pairs(connection, revisions)
    changed = select(table).join(asked, and_(table.c.room_id == asked.c.key, table.c.revision > asked.c.value))
    return _by_room(connection, revisions, changed.order_by(table.c.revision, table.c.id))


def whole(connection: Connection, room_id: int, now: datetime) -> list[Booking]:
    """As a panel may know them: all that are open and not long over."""
    return whole_of(connection, [room_id], now)[room_id]


def whole_of(connection: Connection, room_ids: Collection[int], now: datetime) -> dict[int, list[Booking]]:
    """The same for many rooms, by one query."""
    wanted = _open(sorted(room_ids)).where(table.c.end > now - HISTORY).order_by(table.c.start, table.c.id)
    return _by_room(connection, room_ids, wanted)


def _by_room(connection: Connection, room_ids: Iterable[int], wanted: Select[Any]) -> dict[int, list[Booking]]:
    found: dict[int, list[Booking]] = {id: [] for id in room_ids}
    for row in connection.execute(wanted):
        found[row.room_id].append(masked(_booking(row)))
    return found


def masked(booking: Booking) -> Booking:
    """Without what a private booking tells only its host and administrators."""
    if not booking.is_private:
        return booking
    agreed = booking.agreed and replace(booking.agreed, subject=None)
    return replace(booking, subject=None, host=None, host_id=None, agreed=agreed)


# ── wishes of people ──────────────────────────────────────────────────────────────────────────────────────────────────


def request(
    writing: Writing,
    *,
    room_id: int,
    id: str,
    interval: Interval,
    subject: str,
    host: Host,
    is_private: bool,
    origin: Origin,
    now: datetime,
) -> Booking:
    """A new booking; Office 365 has the last word. The same id again changes nothing. Raises Taken."""
    revision = writing.touch(room_id)
    known = writing.connection.execute(select(table).where(table.c.id == id)).one_or_none()
    if known is not None:
        return _booking(known)
    _check_free(writing.connection, room_id, interval, None)
    row = {
        **_columns(Booking(id=id, interval=interval, subject=subject, is_private=is_private, origin=origin)),
        "host": host.name,
        "host_id": host.person_id,
        "room_id": room_id,
        "revision": revision,
        "made_at": now,
        "changed_at": now,
    }
    writing.connection.execute(insert(table).values(row))
    return find(writing.connection, id).booking


def change(writing: Writing, id: str, *, interval: Interval, subject: str | None, now: datetime) -> Booking:
    """Other times or another subject for a booking made on WOX (`subject` None: as it is).

    Raises BookingGone (also where it is no longer open), NotOurs, Taken.
    """
    revision, booking = _wished(writing, id)
    _check_free(writing.connection, find(writing.connection, id).room_id, interval, id)
    wish = replace(booking, interval=interval, subject=subject or booking.subject, refusal=None)
    agreed = wish.agreed
    if agreed is not None and (agreed.interval, agreed.subject) == (wish.interval, wish.subject):
        wish = replace(wish, state=BookingState.CONFIRMED)
    else:
        wish = replace(wish, state=BookingState.REQUESTED)
    return _store(writing, booking, wish, revision, now)


def cancel(writing: Writing, id: str, now: datetime) -> Booking:
    """Takes a booking made on WOX back. Raises BookingGone, NotOurs."""
    revision, booking = _wished(writing, id)
    state = BookingState.CANCELLED if booking.agreed is None else BookingState.CANCELLING
    if booking.state is BookingState.REQUESTED:
        state = BookingState.CANCELLING  # it may be on its way to Office 365 at this moment
    return _store(writing, booking, replace(booking, state=state, refusal=None), revision, now)


def _wished(writing: Writing, id: str) -> tuple[int, Booking]:
    revision = writing.touch(find(writing.connection, id).room_id)
    booking = find(writing.connection, id).booking
    if not booking.is_open or booking.state is BookingState.CANCELLING:
        raise BookingGone(id)
    if booking.origin is Origin.OFFICE365:
        raise NotOurs(id)
    return revision, booking


def _check_free(connection: Connection, room_id: int, interval: Interval, except_id: str | None) -> None:
    rivals = [
        listed.booking
        for listed in between(connection, [room_id], interval)
        if listed.booking.id != except_id and listed.booking.state is not BookingState.CANCELLING
    ]
    if rivals:
        raise Taken([masked(rival) for rival in rivals])


# ── what the mirror tells ─────────────────────────────────────────────────────────────────────────────────────────────


def put(writing: Writing, room_id: int, booking: Booking, now: datetime) -> tuple[Booking, bool]:
    """Makes WOX's booking be like `booking`, whose version is the one the mirror last saw (0: none).

    Returns it, and whether it is new. Repeating it changes nothing. Raises Changed, OtherRoom.
    """
    revision = writing.touch(room_id)
    row = writing.connection.execute(select(table).where(table.c.id == booking.id)).one_or_none()
    booking = replace(booking, host_id=_known(writing.connection, booking))
    if row is None:
        if booking.version:
            booking = replace(booking, version=0)  # pruned meanwhile, or the database was set back: it is made anew
        made = {"room_id": room_id, "revision": revision, "made_at": now, "changed_at": now}
        writing.connection.execute(insert(table).values({**_columns(booking), **made}))
        return masked(find(writing.connection, booking.id).booking), True
    if row.room_id != room_id:
        raise OtherRoom(booking.id)
    stored = _booking(row)
    wanted = _with_what_mirrors_do_not_know(stored, booking)
    if wanted == stored:
        return masked(stored), False
    if booking.version != stored.version:
        raise Changed(masked(stored))
    return masked(_store(writing, stored, wanted, revision, now)), False


def _with_what_mirrors_do_not_know(stored: Booking, told: Booking) -> Booking:
    """Subject and host of a private booking were never told to the mirror, nor who made it on WOX. Who made it at the
    door, only the panel there knows, which may tell it after another mirror told of the booking."""
    told = replace(told, version=stored.version, origin=stored.origin)
    if told.is_private and stored.is_private and stored.origin is not Origin.OFFICE365:
        agreed = told.agreed and replace(told.agreed, subject=stored.subject)
        told = replace(told, subject=stored.subject, agreed=agreed)
    if stored.origin is Origin.OFFICE365:
        return replace(told, host_id=None)
    is_new = stored.origin is Origin.DISPLAY and stored.host in (None, told.host)
    host_id = stored.host_id or (told.host_id if is_new else None)
    return replace(told, host=stored.host or told.host, host_id=host_id)


def _known(connection: Connection, booking: Booking) -> str | None:
    """The host's id, where a booking was made at the door by somebody whom WOX knows."""
    id = booking.host_id or ""
    if booking.origin is not Origin.DISPLAY or not (id.isascii() and id.isdigit() and len(id) < 10):
        return None
    known = connection.execute(select(people.c.id).where(people.c.id == int(id))).scalar_one_or_none()
    return None if known is None else str(known)


def prune(writing: Writing, now: datetime) -> int:
    """Forgets what has been over for KEPT; how many that were. Cursors from before then have to begin anew."""
    old = table.c.end < now - KEPT
    connection = writing.connection
    for row in connection.execute(select(table.c.room_id).where(old).distinct()).all():
        last = select(table.c.revision).where(old, table.c.room_id == row.room_id).order_by(table.c.revision.desc())
        revision = connection.execute(last.limit(1)).scalar_one()
        behind = and_(rooms.c.id == row.room_id, rooms.c.pruned_revision < revision)
        connection.execute(update(rooms).where(behind).values(pruned_revision=revision))
    return connection.execute(delete(table).where(old)).rowcount


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _open(room_ids: Sequence[int]) -> Select[Any]:
    return select(table).where(table.c.room_id.in_(room_ids), or_(*(table.c.state == state for state in OPEN_STATES)))


def _store(writing: Writing, stored: Booking, wanted: Booking, revision: int, now: datetime) -> Booking:
    if replace(wanted, version=stored.version) == stored:
        return stored
    values = {**_columns(wanted), "revision": revision, "changed_at": now}
    writing.connection.execute(update(table).where(table.c.id == wanted.id).values(values))
    return find(writing.connection, wanted.id).booking


def _columns(booking: Booking) -> dict[str, Any]:
    agreed = booking.agreed
    return {
        "id": booking.id,
        "start": booking.interval.start,
        "end": booking.interval.end,
        "subject": booking.subject,
        "host": booking.host,
        "host_id": None if booking.host_id is None else int(booking.host_id),
        "is_private": booking.is_private,
        "origin": booking.origin.value,
        "state": booking.state.value,
        "agreed_start": agreed and agreed.interval.start,
        "agreed_end": agreed and agreed.interval.end,
        "agreed_subject": agreed and agreed.subject,
        "agreed_as_of": agreed and agreed.as_of,
        "refusal": booking.refusal and booking.refusal.value,
        "checked_in_at": booking.checked_in_at,
        "released_at": booking.released_at,
    }


def _listed(row: Row[Any]) -> Listed:
    return Listed(room_id=row.room_id, booking=_booking(row), host_id=row.host_id)


def _booking(row: Row[Any]) -> Booking:
    agreed = None
    if row.agreed_as_of is not None:
        interval = Interval(row.agreed_start, row.agreed_end)
        agreed = Agreed(interval=interval, subject=row.agreed_subject, as_of=row.agreed_as_of)
    return Booking(
        id=row.id,
        interval=Interval(row.start, row.end),
        subject=row.subject,
        host=row.host,
        host_id=None if row.host_id is None else str(row.host_id),
        is_private=row.is_private,
        origin=Origin(row.origin),
        state=BookingState(row.state),
        agreed=agreed,
        refusal=None if row.refusal is None else Refused(row.refusal),
        checked_in_at=row.checked_in_at,
        released_at=row.released_at,
        version=row.revision,
    )
