"""Outlook's side: people who book, move and cancel meetings in rooms."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.simulator import recurrence
from roomdisplay.simulator.event import Attendee, Body, Event, Person, instants
from roomdisplay.simulator.exchange import Exchange
from roomdisplay.simulator.ids import ItemKey
from roomdisplay.simulator.timezones import find_zone, to_wall


class MeetingOrder(Struct, frozen=True, kw_only=True):
    """A meeting to be organized in Outlook; with `direct`, an entry written straight into the first room's calendar.

    `start` and `end` are instants in UTC; all-day meetings take their dates in `zone_name`.
    """

    subject: str
    start: datetime
    end: datetime
    zone_name: str
    organizer: Person
    rooms: tuple[str, ...]
    created: datetime
    attendees: tuple[Person, ...] = ()
    is_all_day: bool = False
    sensitivity: str = "normal"
    show_as: str = "busy"
    importance: str = "normal"
    body: str = ""
    categories: tuple[str, ...] = ()
    online: bool = False
    recurrence: dict[str, Any] | None = None
    direct: bool = False


def place(exchange: Exchange, order: MeetingOrder) -> tuple[Event, dict[str, str]]:
    """Organizes the meeting; returns the organizer's item and the rooms' answers by address in lower case."""
    zone = find_zone(order.zone_name)
    assert zone is not None
    start, end = order.start, order.end
    first, last = to_wall(start, zone), to_wall(end, zone)
    if order.is_all_day:
        start, end = instants(first, last, order.zone_name, all_day=True)
    names = {address: room.mailbox.name for address, room in exchange.rooms.items()}
    invited = [Attendee(person=person) for person in order.attendees]
    invited += [
        Attendee(person=Person(name=names[address.casefold()], address=address), type="resource")
        for address in order.rooms
    ]
    room = exchange.rooms[order.rooms[0].casefold()].mailbox
    owner = room if order.direct else exchange.add_person(order.organizer, order.zone_name)
    uid = exchange.new_uid()
    event = Event(
        number=0,
        uid=uid,
        change=0,
        created=order.created,
        modified=order.created,
        start=start,
        end=end,
        zone_name=order.zone_name,
        organizer=exchange.person(owner),
        subject=order.subject,
        body=Body(content=order.body, content_type="text"),
        is_all_day=order.is_all_day,
        sensitivity=order.sensitivity,
        show_as=order.show_as,
        importance=order.importance,
        categories=order.categories,
        attendees=() if order.direct else tuple(invited),
        response="none" if order.direct else "organizer",
        locations=tuple(
            {
                "displayName": names[address.casefold()],
                "locationEmailAddress": address,
                "locationType": "conferenceRoom",
            }
            for address in order.rooms
        ),
        online_url=f"https://teams.example/l/meetup-join/{uid[-12:]}" if order.online else None,
    )
    if order.recurrence is not None:
        rule = recurrence.parse(order.recurrence, default_start=first.date())
        day = event.on(rule.first_day())
        event = replace(event, recurrence=rule, start=day.start, end=day.end)
    return exchange.organize(owner, event)


def move(
    exchange: Exchange, uid: str, start: datetime, end: datetime, *, original_start: datetime | None = None
) -> tuple[Event, dict[str, str]]:
    """The organizer moves a meeting, or the one of its series that began at `original_start`.

    Returns the organizer's item and the rooms' answers. Raises NotOnCalendar.
    """
    mailbox, event = exchange.meeting(uid, original_start)
    if event.is_all_day:
        zone = find_zone(event.zone_name)
        assert zone is not None
        start, end = instants(to_wall(start, zone), to_wall(end, zone), event.zone_name, all_day=True)
    return exchange.update(mailbox, event.key, event.moved(start, end))


def cancel(exchange: Exchange, uid: str, *, original_start: datetime | None = None, comment: str = "") -> None:
    """The organizer cancels a meeting, or one of its series. Raises NotOnCalendar."""
    mailbox, event = exchange.meeting(uid, original_start)
    exchange.cancel(mailbox, event.key, comment)


def copy_in(exchange: Exchange, address: str, event: Event) -> Event | None:
    """What a mailbox holds of a meeting, if anything."""
    mailbox = exchange.mailbox(address)
    master = None if mailbox is None else mailbox.by_uid(event.uid)
    if mailbox is None or master is None:
        return None
    return mailbox.find(ItemKey(number=master.number, occurrence=event.occurrence))
