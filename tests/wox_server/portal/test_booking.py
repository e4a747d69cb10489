"""Booking, changing, ending and cancelling on the Portal, and what its pages say of it."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from msgspec.structs import replace

from roomdisplay.core.wox import BookingState, Refused
from roomdisplay.wox_server import bookings, rooms, settings
from roomdisplay.wox_server.bookings import Listed
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.settings import Level, Scope
from tests.wox_server.building import NOW
from tests.wox_server.portal.conftest import Browser, Clock, Open
from tests.wox_server.portal.office import Office, confirm, outlook, request

DAY = "2026-03-02"
"""NOW's: a Monday, when it is ten in Berlin."""


@pytest.fixture
def room(office: Office) -> int:
    return office.building.aurora


@pytest.fixture
def visitor(browser: Open, office: Office) -> Browser:
    return browser(office.people["employee"])


def book(visitor: Browser, room: int, start: str = "14:00", end: str = "15:00", **more: Any) -> httpx.Response:
    typed = {"day": DAY, "start": start, "end": end, "subject": "Retro", **more}
    return visitor.form("/account", f"/room/{room}/book", **typed)


def booked(visitor: Browser, room: int, **more: Any) -> str:
    answer = book(visitor, room, **more)
    assert answer.status_code == 303, re.findall(r'role="alert".*?</div>', answer.text, re.DOTALL)
    return answer.headers["location"].removeprefix("/booking/")


def stored(database: Database, id: str) -> Listed:
    with database.reading() as connection:
        return bookings.find(connection, id)


def allow(database: Database, room: int, **values: object) -> None:
    named = {name.replace("__", "."): value for name, value in values.items()}
    with database.writing() as writing:
        settings.change(writing, Scope(level=Level.ROOM, id=room), named)


def at(hour: int, minute: int = 0) -> datetime:
    """By Berlin's clock."""
    return NOW.replace(hour=hour, minute=minute) - timedelta(hours=1)


def test_a_booking_waits_for_office_365_and_is_then_confirmed(visitor: Browser, database: Database, room: int) -> None:
    id = booked(visitor, room)
    found = stored(database, id)
    assert found.booking.state is BookingState.REQUESTED
    assert (found.booking.interval.start, found.booking.interval.end) == (at(14), at(15))
    assert (found.booking.host, found.booking.subject) == ("Employee Person", "Retro")
    assert "Being confirmed with Office 365." in visitor.get(f"/booking/{id}").text
    assert "being confirmed" in visitor.get(f"/room/{room}").text
    confirm(database, id, NOW)
    assert "Confirmed. It is in Office 365" in visitor.get(f"/booking/{id}").text
    assert "Retro" in visitor.get("/mine").text


def test_where_outlook_was_first_the_next_free_times_are_one_tap_away(
    visitor: Browser, database: Database, room: int
) -> None:
    id = booked(visitor, room)
    with database.writing() as writing:
        outlook(writing, room, at(14), 60, "Board", NOW)
        was = bookings.find(writing.connection, id).booking
        bookings.put(writing, room, replace(was, state=BookingState.REFUSED, refusal=Refused.TAKEN), NOW)
    page = visitor.get(f"/booking/{id}").text
    assert "Office 365 was first" in page
    assert "Confirmed" not in page
    slots = re.findall(r'name="start" value="(\d\d:\d\d)"', page)
    assert slots[0] == "15:00"
    form = re.findall(r'<form method="post" action="/room/\d+/book".*?</form>', page, re.DOTALL)[0]
    again = visitor.post(f"/room/{room}/book", data=dict(re.findall(r'name="(\w+)" value="([^"]*)"', form)))
    assert again.status_code == 303
    other = stored(database, again.headers["location"].removeprefix("/booking/")).booking
    assert (other.interval.start, other.subject) == (at(15), "Retro")


def test_sending_the_same_form_twice_books_once(visitor: Browser, database: Database, room: int) -> None:
    id = str(uuid4())
    assert booked(visitor, room, booking=id) == booked(visitor, room, booking=id) == id


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        (("09:00", "09:30"), "That time has passed."),
        (("14:00", "14:02"), "booked for at least 5 min"),
        (("12:00", "17:00"), "booked for at most 4 h"),
        (("17:30", "18:30"), "The room is closed then."),
        (("13:00", "14:15"), "The room is booked then"),
        (("15:00", "15:30"), "too near to another booking"),
        (("16:00", "15:00"), "The end comes after the start."),
        (("25:00", "26:00"), "Give the day"),
        (("", ""), "Give the day"),
    ],
)
def test_the_room_s_rules_are_told_in_a_sentence(
    visitor: Browser, database: Database, room: int, times: tuple[str, str], sentence: str
) -> None:
    allow(database, room, hours__open={"mon": ["08:00", "18:00"]}, booking__buffer_after=15)
    with database.writing() as writing:
        outlook(writing, room, at(14), 60, "Board", NOW)
    answer = book(visitor, room, *times)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'role="alert"' in answer.text
    assert f'value="{times[0]}"' in answer.text  # nothing has to be typed again


def test_a_room_is_booked_so_many_days_ahead(visitor: Browser, database: Database, room: int) -> None:
    allow(database, room, booking__lead_days=1)
    assert "can be booked 1 days in advance" in book(visitor, room, day="2026-03-04").text
    assert book(visitor, room, day="2026-03-03").status_code == 303


def test_a_time_the_clock_skips_is_no_time(visitor: Browser, database: Database, room: int) -> None:
    allow(database, room, booking__lead_days=60)
    answer = book(visitor, room, "02:15", "02:45", day="2026-03-29")
    assert answer.status_code == 422
    assert "Give the day" in answer.text
    assert book(visitor, room, "03:15", "03:45", day="2026-03-29").status_code == 303


def test_out_of_service_and_departments(visitor: Browser, browser: Open, office: Office, database: Database) -> None:
    closed, kept = office.building.borealis, office.building.aurora
    allow(database, closed, room__out_of_service="Painting")
    assert "Painting" in visitor.get(f"/room/{closed}").text
    assert book(visitor, closed).status_code == 422
    manager = browser(office.people["manager"])
    with database.reading() as connection:
        facts = rooms.room(connection, kept).facts
    typed = {"name": "Aurora", "mailbox": facts.mailbox, "floor": facts.floor_id, "department": "Research"}
    assert manager.form(f"/room/{kept}/settings", f"/room/{kept}/facts", **typed).status_code == 303
    assert "Only people of Research may book this room." in visitor.get(f"/room/{kept}").text
    assert book(visitor, kept).status_code == 422
    administrator = browser(office.people["administrator"])
    administrator.form("/people", f"/people/{office.people['employee']}", name="E", department="research")
    assert book(visitor, kept).status_code == 303


def test_the_form_is_filled_with_the_next_free_time(visitor: Browser, database: Database, room: int) -> None:
    with database.writing() as writing:
        outlook(writing, room, at(10), 45, "Now", NOW)
        outlook(writing, room, at(11), 60, "Later", NOW)

    def filled(path: str) -> list[str]:
        return re.findall(r'type="time" required value="([^"]+)"', visitor.get(path).text)

    assert filled(f"/room/{room}") == ["12:00", "12:30"]
    assert filled(f"/room/{room}?day={DAY}&start=13:15") == ["13:15", "13:45"]
    assert filled(f"/room/{room}?day=2026-03-03") == ["07:00", "07:30"]


def test_the_notice_is_shown_where_one_books(visitor: Browser, database: Database, room: int) -> None:
    allow(database, room, notice__reservation="Leave it tidy.")
    assert "Leave it tidy." in visitor.get(f"/room/{room}").text


def test_a_private_booking_is_its_host_s_and_the_managers(
    visitor: Browser, browser: Open, office: Office, database: Database, room: int
) -> None:
    id = booked(visitor, room, private="on", subject="Offer to Ada")
    for who, sees in (("employee", True), ("manager", True), ("administrator", True), ("operator", False)):
        reader = browser(office.people[who])
        for page in (f"/room/{room}", f"/booking/{id}"):
            text = reader.get(page).text
            assert ("Offer to Ada" in text) is sees, (who, page)
            assert ("anonymous" in text) is not sees, (who, page)
    elsewhere = request(
        database, office.building.caravel, office.building.ada, "Ada", at(14), 60, "Secret", NOW, is_private=True
    )
    assert "Secret" not in browser(office.people["manager"]).get(f"/booking/{elsewhere}").text


def test_its_host_changes_it(visitor: Browser, database: Database, room: int) -> None:
    id = booked(visitor, room)
    confirm(database, id, NOW)
    page = f"/booking/{id}"
    typed = {"day": DAY, "start": "14:30", "end": "15:30", "subject": "Retro, moved"}
    assert visitor.form(page, f"{page}/change", **typed).status_code == 303
    assert "Your change is being confirmed" in visitor.get(page).text
    found = stored(database, id).booking
    assert (found.interval.start, found.subject, found.state) == (at(14, 30), "Retro, moved", BookingState.REQUESTED)
    refused = visitor.form(page, f"{page}/change", **{**typed, "end": "14:30"})
    assert refused.status_code == 422
    assert '<details class="card" open>' in refused.text


def test_a_meeting_under_way_can_be_shortened_and_ended(
    visitor: Browser, database: Database, room: int, clock: Clock
) -> None:
    id = booked(visitor, room, start="10:00", end="11:00")
    confirm(database, id, NOW)
    clock.pass_by(timedelta(minutes=20, seconds=10))
    page = f"/booking/{id}"
    typed = {"day": DAY, "start": "10:00", "end": "10:45", "subject": ""}
    assert visitor.form(page, f"{page}/change", **typed).status_code == 303
    assert visitor.form(page, f"{page}/end").status_code == 303
    found = stored(database, id).booking
    assert (found.interval.start, found.interval.end) == (at(10), at(10, 21))
    assert found.subject == "Retro"


def test_its_host_cancels_it(visitor: Browser, database: Database, room: int) -> None:
    id = booked(visitor, room)
    confirm(database, id, NOW)
    assert visitor.form(f"/booking/{id}", f"/booking/{id}/cancel").status_code == 303
    assert stored(database, id).booking.state is BookingState.CANCELLING
    assert "Being taken out of Office 365." in visitor.get(f"/booking/{id}").text
    again = visitor.post(f"/booking/{id}/cancel", data={"csrf": visitor.csrf("/account")})
    assert again.status_code == 422
    assert "over or was cancelled" in again.text
    assert book(visitor, room).status_code == 303  # the room is free again


def test_nobody_else_touches_it(visitor: Browser, browser: Open, office: Office, database: Database, room: int) -> None:
    id = booked(visitor, room)
    for who in ("operator", "manager", "administrator"):
        other = browser(office.people[who])
        csrf = other.csrf("/account")
        for what in ("cancel", "end", "change"):
            assert other.post(f"/booking/{id}/{what}", data={"csrf": csrf}).status_code == 403
        assert "Cancel the booking" not in other.get(f"/booking/{id}").text
    assert stored(database, id).booking.state is BookingState.REQUESTED


def test_a_meeting_of_outlook_is_changed_in_outlook(visitor: Browser, database: Database, room: int) -> None:
    with database.writing() as writing:
        made = outlook(writing, room, at(14), 60, "Board", NOW)
    text = visitor.get(f"/booking/{made.id}").text
    assert "Change it in Outlook." in text
    assert "Cancel the booking" not in text


def test_the_list_says_which_rooms_are_free_now(visitor: Browser, database: Database, office: Office) -> None:
    here = office.building
    with database.writing() as writing:
        outlook(writing, here.aurora, at(9, 30), 60, "Board", NOW)
        outlook(writing, here.borealis, at(12), 60, "Later", NOW)
    everything = visitor.get("/").text
    assert [name in everything for name in ("Aurora", "Borealis", "Caravel")] == [True] * 3
    assert "until 10:30" in everything
    assert "until 12:00" in everything
    free = visitor.get("/?free=1").text
    assert "Aurora" not in free
    assert "Borealis" in free
    assert "Caravel" not in visitor.get(f"/?location={here.berlin}").text
    assert visitor.get("/?location=nonsense&free=maybe").status_code == 200


def test_there_is_no_such_room_or_booking(visitor: Browser, office: Office) -> None:
    for path in (
        "/room/4711",
        "/booking/none",
        "/room/4711/photo",
        "/room/999999999999999999999",
        "/nothing",
        "/room/",
    ):
        assert visitor.get(path).status_code == 404, path
