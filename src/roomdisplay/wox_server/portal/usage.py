"""How rooms are used: bookings, hours, no-shows, releases; by day as a CSV file."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from starlette.responses import Response

from roomdisplay.core.interval import Interval, days
from roomdisplay.wox_server import bookings, rooms
from roomdisplay.wox_server.bookings import KEPT, Listed
from roomdisplay.wox_server.people import Duty
from roomdisplay.wox_server.portal.visit import Page, Visit
from roomdisplay.wox_server.rooms import MeetingRoom

USUAL = 28
HEADER = ("day", "location", "floor", "room", "bookings", "hours booked", "hours used", "no-shows", "releases")


class Use(Struct, frozen=True, kw_only=True):
    """Of a room in a time: bookings that touch it, and the parts of their hours within it."""

    bookings: int
    booked: timedelta
    used: timedelta
    """A released booking counts until it was released."""
    no_shows: int
    """Released after they had begun, because nobody had checked in."""
    releases: int
    """All that were released."""


def use(listed: Iterable[Listed], window: Interval) -> Use:
    counted, no_shows, releases = 0, 0, 0
    booked, used = timedelta(), timedelta()
    for one in listed:
        booking = one.booking
        part = booking.interval.clipped(window)
        if part is None:
            continue
        counted += 1
        booked += part.duration
        released = booking.released_at
        if released is None:
            used += part.duration
            continue
        releases += 1
        no_shows += booking.checked_in_at is None and released >= booking.interval.start
        until = max(part.start, min(part.end, released))
        used += until - part.start
    return Use(bookings=counted, booked=booked, used=used, no_shows=no_shows, releases=releases)


def by_day(listed: Sequence[Listed], room: MeetingRoom, first: date, last: date) -> list[tuple[date, Use]]:
    """The days on which the room was booked, by the clock of its location."""
    zone = room.location.zone
    found: list[tuple[date, Use]] = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        of_day = use(listed, days(day, 1, zone))
        if of_day.bookings:
            found.append((day, of_day))
    return found


def safe(cell: object) -> str:
    """As a spreadsheet shows it and does not run it: what begins like a formula is marked as a text."""
    written = str(cell)
    return f"'{written}" if written.lstrip().startswith(("=", "+", "-", "@")) or written[:1] in "\t\r" else written


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(HEADER)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return written.getvalue()


def _chosen(visit: Visit) -> tuple[date, date, str]:
    today = visit.now.date()
    earliest = today - KEPT
    first = _day(visit.asked("from")) or today - timedelta(days=USUAL - 1)
    last = _day(visit.asked("to")) or today
    first = max(earliest, min(first, today))
    return first, max(first, min(last, today + timedelta(days=1))), visit.asked("location")


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _held(visit: Visit, first: date, last: date, place: str) -> list[tuple[MeetingRoom, list[Listed]]]:
    with visit.database.reading() as connection:
        here = [room for room in rooms.rooms(connection) if visit.may(Duty.OPERATE, room.location.id)]
        if place.isdigit():
            here = [room for room in here if room.location.id == int(place)]
        listed: dict[int, list[Listed]] = {room.id: [] for room in here}
        zones = [days(first, (last - first).days + 1, room.location.zone) for room in here]
        if zones:
            window = Interval(min(z.start for z in zones), max(z.end for z in zones))
            for one in bookings.held(connection, list(listed), window):
                if one.booking.interval.start <= visit.now:  # what has not begun is no use yet
                    listed[one.room_id].append(one)
    return [(room, listed[room.id]) for room in here]


def usage(visit: Visit) -> Response:
    first, last, place = _chosen(visit)
    with visit.database.reading() as connection:
        places = [one for one in rooms.locations(connection) if visit.may(Duty.OPERATE, one.id)]
    found = [
        (room, use(listed, days(first, (last - first).days + 1, room.location.zone)))
        for room, listed in _held(visit, first, last, place)
    ]
    return visit.page("usage.html", found=found, first=first, last=last, place=place, locations=places)


def usage_csv(visit: Visit) -> Response:
    first, last, place = _chosen(visit)
    rows = [
        (
            day.isoformat(),
            room.location.name,
            room.floor.name,
            room.facts.name,
            of_day.bookings,
            f"{of_day.booked.total_seconds() / 3600:.2f}",
            f"{of_day.used.total_seconds() / 3600:.2f}",
            of_day.no_shows,
            of_day.releases,
        )
        for room, listed in _held(visit, first, last, place)
        for day, of_day in by_day(listed, room, first, last)
    ]
    name = f"usage-{first.isoformat()}-{last.isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(as_csv(rows), media_type="text/csv; charset=utf-8", headers=headers)


PAGES = (
    Page(path="/usage", handler=usage, needs=Duty.OPERATE),
    Page(path="/usage.csv", handler=usage_csv, needs=Duty.OPERATE),
)
