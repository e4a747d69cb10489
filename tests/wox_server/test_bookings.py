"""What people wish on WOX, what the mirror tells of Office 365, and the feed of both."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import Agreed, Booking, BookingState, Origin, Refused
from roomdisplay.wox_server import bookings, schema
from roomdisplay.wox_server.bookings import Host
from roomdisplay.wox_server.database import Database, Writing
from tests.wox_server.building import Building, add, build

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def building(database: Database) -> Building:
    return build(database)


@pytest.fixture
def writing(database: Database, building: Building) -> Iterator[Writing]:
    with database.writing() as writing:
        yield writing


def at(start: float, end: float) -> Interval:
    return Interval(NOW + start * HOUR, NOW + end * HOUR)


def wished(writing: Writing, building: Building, interval: Interval, *, private: bool = False) -> Booking:
    return bookings.request(
        writing,
        room_id=building.aurora,
        id=str(uuid4()),
        interval=interval,
        subject="Planning",
        host=Host(person_id=building.ada, name="Ada Lovelace"),
        is_private=private,
        origin=Origin.PORTAL,
        now=NOW,
    )


def confirmed(booking: Booking) -> Booking:
    """As the mirror tells it once Office 365 has it."""
    agreed = Agreed(interval=booking.interval, subject=booking.subject, as_of=NOW)
    return replace(booking, state=BookingState.CONFIRMED, agreed=agreed)


def outlook(interval: Interval, subject: str = "Standup") -> Booking:
    return confirmed(Booking(id=str(uuid4()), interval=interval, subject=subject, host="Grace Hopper"))


def test_a_wish_waits_for_office_365_and_the_same_wish_again_changes_nothing(
    writing: Writing, building: Building
) -> None:
    booking = wished(writing, building, at(1, 2))
    assert (booking.state, booking.agreed, booking.host) == (BookingState.REQUESTED, None, "Ada Lovelace")
    again = bookings.request(
        writing,
        room_id=building.aurora,
        id=booking.id,
        interval=at(5, 6),
        subject="Another",
        host=Host(person_id=building.ada, name="Ada Lovelace"),
        is_private=False,
        origin=Origin.PORTAL,
        now=NOW,
    )
    assert again == booking


def test_a_wish_for_a_taken_time_is_refused_with_what_is_there(writing: Writing, building: Building) -> None:
    there, _ = bookings.put(writing, building.aurora, outlook(at(1, 2)), NOW)
    with pytest.raises(bookings.Taken) as refused:
        wished(writing, building, at(1.5, 2.5))
    assert refused.value.by == (there,)
    assert wished(writing, building, at(2, 3)).state is BookingState.REQUESTED


def test_of_two_people_wishing_the_same_time_at_once_one_is_refused(database: Database, building: Building) -> None:
    import threading

    refused: list[bookings.Taken] = []

    def wish() -> None:
        try:
            with database.writing() as writing:
                wished(writing, building, at(1, 2))
        except bookings.Taken as taken:
            refused.append(taken)

    threads = [threading.Thread(target=wish) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 3


def test_a_change_asks_office_365_again_and_changing_back_does_not(writing: Writing, building: Building) -> None:
    booking = wished(writing, building, at(1, 2))
    booking, _ = bookings.put(writing, building.aurora, confirmed(booking), NOW)
    moved = bookings.change(writing, booking.id, interval=at(3, 4), subject=None, now=NOW)
    assert (moved.state, moved.interval, moved.subject) == (BookingState.REQUESTED, at(3, 4), "Planning")
    back = bookings.change(writing, booking.id, interval=at(1, 2), subject=None, now=NOW)
    assert back.state is BookingState.CONFIRMED


def test_a_booking_may_overlap_its_own_former_time_but_nobody_elses(writing: Writing, building: Building) -> None:
    booking = wished(writing, building, at(1, 2))
    bookings.put(writing, building.aurora, outlook(at(3, 4)), NOW)
    assert bookings.change(writing, booking.id, interval=at(1.5, 3), subject=None, now=NOW).interval == at(1.5, 3)
    with pytest.raises(bookings.Taken):
        bookings.change(writing, booking.id, interval=at(1.5, 3.5), subject=None, now=NOW)


def test_cancelling_waits_for_office_365_and_frees_the_time_at_once(writing: Writing, building: Building) -> None:
    booking = wished(writing, building, at(1, 2))
    bookings.put(writing, building.aurora, confirmed(booking), NOW)
    assert bookings.cancel(writing, booking.id, NOW).state is BookingState.CANCELLING
    assert wished(writing, building, at(1, 2)).state is BookingState.REQUESTED
    with pytest.raises(bookings.BookingGone):
        bookings.cancel(writing, booking.id, NOW)


def test_a_meeting_made_in_outlook_is_changed_there(writing: Writing, building: Building) -> None:
    meeting, _ = bookings.put(writing, building.aurora, outlook(at(1, 2)), NOW)
    with pytest.raises(bookings.NotOurs):
        bookings.change(writing, meeting.id, interval=at(3, 4), subject=None, now=NOW)
    with pytest.raises(bookings.NotOurs):
        bookings.cancel(writing, meeting.id, NOW)
    with pytest.raises(bookings.BookingGone):
        bookings.cancel(writing, str(uuid4()), NOW)


def test_what_the_mirror_repeats_changes_nothing(writing: Writing, building: Building) -> None:
    told = outlook(at(1, 2))
    first, is_new = bookings.put(writing, building.aurora, told, NOW)
    again, is_new_again = bookings.put(writing, building.aurora, told, NOW + HOUR)
    assert (is_new, is_new_again) == (True, False)
    assert again == first


def test_what_the_mirror_tells_of_an_older_version_is_not_taken(database: Database, building: Building) -> None:
    with database.writing() as writing:
        first, _ = bookings.put(writing, building.aurora, outlook(at(1, 2)), NOW)
    with database.writing() as writing:
        second, _ = bookings.put(writing, building.aurora, replace(first, interval=at(2, 3)), NOW)
    assert second.version > first.version
    with pytest.raises(bookings.Changed) as changed, database.writing() as writing:
        bookings.put(writing, building.aurora, replace(first, interval=at(4, 5)), NOW)
    assert changed.value.current == second


def test_whose_a_walk_up_is_may_be_told_after_the_booking_and_stays(writing: Writing, building: Building) -> None:
    seen, _ = bookings.put(writing, building.aurora, replace(outlook(at(1, 2)), origin=Origin.DISPLAY, host=None), NOW)
    named, _ = bookings.put(writing, building.aurora, replace(seen, host="Mara Lindt"), NOW)
    later, _ = bookings.put(writing, building.aurora, replace(named, host=None), NOW)
    assert (seen.host, named.host, later.host) == (None, "Mara Lindt", "Mara Lindt")


def test_a_walk_up_is_among_its_hosts_own_bookings_and_nobody_elses(writing: Writing, building: Building) -> None:
    walk_up = replace(outlook(at(1, 2)), origin=Origin.DISPLAY, host="Ada Lovelace", host_id=str(building.ada))
    put, _ = bookings.put(writing, building.aurora, walk_up, NOW)
    [own] = bookings.hosted_by(writing.connection, building.ada, NOW)
    assert (own.booking.id, own.host_id) == (walk_up.id, building.ada)
    # a mirror of before this was said puts it without
    kept, _ = bookings.put(writing, building.aurora, replace(put, host_id=None, interval=at(2, 3)), NOW)
    assert kept.host_id == str(building.ada)


@pytest.mark.parametrize("id", ["999", "7 OR 1", "-1", "", "٣", "1" * 40])
def test_a_host_nobody_knows_is_a_name_and_nothing_else(writing: Writing, building: Building, id: str) -> None:
    walk_up = replace(outlook(at(1, 2)), origin=Origin.DISPLAY, host="Mara Lindt", host_id=id)
    put, _ = bookings.put(writing, building.aurora, walk_up, NOW)
    assert (put.host, put.host_id) == ("Mara Lindt", None)


def test_no_panel_gives_away_what_was_booked_elsewhere(writing: Writing, building: Building) -> None:
    mine = wished(writing, building, at(1, 2))
    theirs, _ = bookings.put(writing, building.aurora, outlook(at(3, 4)), NOW)
    eve = add(writing, schema.person, email="eve@contoso.example", name="Eve")
    for booking in (mine, theirs):
        put, _ = bookings.put(writing, building.aurora, replace(booking, host="Eve", host_id=str(eve)), NOW)
        assert put.host_id == booking.host_id
    assert bookings.hosted_by(writing.connection, eve, NOW) == []


def test_a_booking_of_another_room_is_out_of_reach(writing: Writing, building: Building) -> None:
    booking, _ = bookings.put(writing, building.aurora, outlook(at(1, 2)), NOW)
    with pytest.raises(bookings.OtherRoom):
        bookings.put(writing, building.borealis, replace(booking, interval=at(2, 3)), NOW)


def test_a_private_booking_is_masked_for_the_mirror_and_keeps_what_it_hides(
    writing: Writing, building: Building
) -> None:
    booking = wished(writing, building, at(1, 2), private=True)
    (told,) = bookings.whole(writing.connection, building.aurora, NOW)
    assert (told.subject, told.host, told.is_private) == (None, None, True)
    bookings.put(writing, building.aurora, confirmed(told), NOW)
    kept = bookings.find(writing.connection, booking.id)
    assert (kept.booking.subject, kept.booking.host, kept.host_id) == ("Planning", "Ada Lovelace", building.ada)
    assert kept.booking.state is BookingState.CONFIRMED
    assert kept.booking.agreed is not None
    assert kept.booking.agreed.subject == "Planning"


def test_a_meeting_that_is_made_private_in_outlook_loses_what_wox_knew(writing: Writing, building: Building) -> None:
    meeting, _ = bookings.put(writing, building.aurora, outlook(at(1, 2)), NOW)
    hidden = replace(confirmed(replace(meeting, subject=None)), host=None, is_private=True)
    bookings.put(writing, building.aurora, hidden, NOW)
    row = writing.connection.execute(select(schema.booking)).one()
    assert (row.subject, row.host, row.agreed_subject) == (None, None, None)


def test_the_feed_tells_each_change_once_in_its_order(database: Database, building: Building) -> None:
    with database.writing() as writing:
        first = wished(writing, building, at(1, 2))
    with database.writing() as writing:
        second = wished(writing, building, at(2, 3))
    with database.writing() as writing:
        bookings.cancel(writing, first.id, NOW)
    with database.reading() as connection:
        assert [b.id for b in bookings.since(connection, building.aurora, 0)] == [second.id, first.id]
        assert [b.id for b in bookings.since(connection, building.aurora, second.version)] == [first.id]
        assert bookings.since(connection, building.borealis, 0) == []
        assert {b.id for b in bookings.whole(connection, building.aurora, NOW)} == {first.id, second.id}


def test_history_is_pruned_and_a_cursor_from_before_is_known_to_be_too_old(
    database: Database, building: Building
) -> None:
    with database.writing() as writing:
        old, _ = bookings.put(writing, building.aurora, outlook(at(1, 2)), NOW)
    with database.writing() as writing:
        kept, _ = bookings.put(writing, building.aurora, outlook(at(30 * 24, 30 * 24 + 1)), NOW)
    with database.writing() as writing:
        assert bookings.prune(writing, NOW + bookings.KEPT + 3 * HOUR) == 1
        rows = writing.connection.execute(select(schema.room).where(schema.room.c.id == building.aurora)).one()
    assert rows.pruned_revision == old.version
    with database.reading() as connection:
        assert [b.id for b in bookings.since(connection, building.aurora, 0)] == [kept.id]


def test_a_refusal_is_told_with_its_reason(writing: Writing, building: Building) -> None:
    booking = wished(writing, building, at(1, 2))
    bookings.put(writing, building.aurora, replace(booking, state=BookingState.REFUSED, refusal=Refused.TAKEN), NOW)
    (told,) = bookings.hosted_by(writing.connection, building.ada, NOW)
    assert (told.booking.state, told.booking.refusal) == (BookingState.REFUSED, Refused.TAKEN)
    assert bookings.between(writing.connection, [building.aurora], at(0, 9)) == []
