"""The organization's mailboxes, the meetings that travel between them, and the rooms' booking attendant.

An organizer's meeting and its copies in the attendees' calendars are separate items with one global object id. What a
room does with a request: Microsoft's page "Set-CalendarProcessing".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.simulator.clock import TenantClock
from roomdisplay.simulator.event import NEVER, Attendee, Body, Event, Person
from roomdisplay.simulator.ids import ItemKey, new_uid
from roomdisplay.simulator.mailbox import Changes, Mailbox

BOOKING_WINDOW = timedelta(days=180)
CANCELLED_PREFIX = "Canceled: "


class RoomPolicy(Struct, frozen=True, kw_only=True):
    """A room mailbox's switches. Those of `Set-CalendarProcessing` default to what a door display needs, that is to
    what an admin sets after reading the manual; Exchange itself starts with the first three on.

    `mailbox` is ok, missing, unlicensed or quota. `auto_release_minutes` counts from a meeting's start.
    """

    delete_subject: bool = False
    add_organizer_to_subject: bool = False
    remove_private_property: bool = False
    delete_comments: bool = True
    remove_canceled_meetings: bool = False
    auto_accept: bool = True
    enable_auto_release: bool = False
    auto_release_minutes: int = 10
    teams: bool = False
    mailbox: str = "ok"


class Place(Struct, frozen=True, kw_only=True):
    """What the directory of places says of a room."""

    capacity: int | None = None
    building: str | None = None
    floor: int | None = None
    floor_label: str | None = None
    phone: str | None = None
    wheelchair: bool = False
    tags: tuple[str, ...] = ()
    audio: str | None = None
    video: str | None = None
    display: str | None = None


@dataclass(slots=True, kw_only=True)
class Room:
    """A room mailbox with its policy and its place."""

    mailbox: Mailbox
    policy: RoomPolicy
    place: Place


class Mail(Struct, frozen=True, kw_only=True):
    """A message Exchange sent: meetingRequest, update, cancelled, accepted, tentativelyAccepted, declined or released.

    `occurrence` is the original start of the one meeting it is about, in UTC.
    """

    at: datetime
    kind: str
    sender: str
    recipient: str
    subject: str
    uid: str
    comment: str = ""
    occurrence: datetime | None = None
    proposed: tuple[datetime, datetime] | None = None


class NotOnCalendar(LookupError):
    """No meeting with that iCalUId, or no such meeting in its series."""


class Exchange:
    """Every mailbox of the tenant. Synchronous: one call is one transaction."""

    def __init__(self, *, seed: int, clock: TenantClock, domain: str = "contoso.example") -> None:
        self.seed = seed
        self.clock = clock
        self.domain = domain
        self.changes = Changes()
        self.rooms: dict[str, Room] = {}
        self.people: dict[str, Mailbox] = {}
        self.mail: list[Mail] = []
        self._meetings = 0

    # Mailboxes

    def add_room(self, *, address: str, name: str, zone_name: str, policy: RoomPolicy, place: Place) -> Room:
        room = Room(mailbox=self._mailbox(address, name, zone_name), policy=policy, place=place)
        self.rooms[address.casefold()] = room
        return room

    def add_person(self, person: Person, zone_name: str) -> Mailbox:
        return self.people.setdefault(person.address.casefold(), self._mailbox(person.address, person.name, zone_name))

    def mailbox(self, address: str) -> Mailbox | None:
        room = self.rooms.get(address.casefold())
        return room.mailbox if room else self.people.get(address.casefold())

    def person(self, mailbox: Mailbox) -> Person:
        return Person(name=mailbox.name, address=mailbox.address)

    def _mailbox(self, address: str, name: str, zone_name: str) -> Mailbox:
        return Mailbox(
            address=address, name=name, zone_name=zone_name, seed=self.seed, clock=self.clock, changes=self.changes
        )

    def new_uid(self) -> str:
        self._meetings += 1
        return new_uid(self.seed, self._meetings)

    # Organizers

    def organize(self, mailbox: Mailbox, event: Event) -> tuple[Event, dict[str, str]]:
        """Stores `event` as organized by the mailbox's owner and invites its attendees.

        Returns the stored item and each invited mailbox's answer: accepted, declined, tentativelyAccepted, none.
        """
        stored = mailbox.add(event)
        return self._send(mailbox, stored, "meetingRequest")

    def update(self, mailbox: Mailbox, key: ItemKey, event: Event) -> tuple[Event, dict[str, str]]:
        """Replaces an item of the mailbox. An organizer's change goes out to the attendees and overwrites theirs."""
        before = mailbox.find(key)
        stored = mailbox.put(key, event)
        if before is None or not stored.is_organizer:
            return stored, {}
        dropped = [
            one for one in before.attendees if all(not one.person.is_at(a.person.address) for a in stored.attendees)
        ]
        for attendee in dropped:
            self._withdraw(mailbox, before, attendee)
        return self._send(mailbox, stored, "update")

    def cancel(self, mailbox: Mailbox, key: ItemKey, comment: str = "", *, reason: str = "deleted") -> None:
        """The organizer takes a meeting, or one meeting of a series, off the calendar; attendees are told."""
        event = mailbox.find(key)
        if event is None:
            return
        for attendee in event.attendees:
            self._withdraw(mailbox, event, attendee, comment)
        mailbox.remove(key, reason=reason)

    def _send(self, mailbox: Mailbox, event: Event, kind: str) -> tuple[Event, dict[str, str]]:
        answers: dict[str, str] = {}
        for attendee in event.attendees:
            target = self.mailbox(attendee.person.address)
            self._post(kind, event.organizer.address, attendee.person.address, event)
            if target is None:
                continue
            answers[attendee.person.address.casefold()] = self._deliver(target, event)
        if not answers:
            return event, answers
        now = self.clock.now()
        attendees = tuple(
            replace(one, response=answers[one.person.address.casefold()], time=now)
            if answers.get(one.person.address.casefold(), "none") != "none"
            else one
            for one in event.attendees
        )
        stored = event if attendees == event.attendees else mailbox.put(event.key, replace(event, attendees=attendees))
        return stored, answers

    def _deliver(self, target: Mailbox, meeting: Event) -> str:
        room = self.rooms.get(target.address.casefold())
        if room is not None:
            return self._attend(room, meeting)
        self._copy(target, replace(meeting, show_as="tentative", response="notResponded", responded=NEVER))
        return "none"

    def _withdraw(self, organizer: Mailbox, event: Event, attendee: Attendee, comment: str = "") -> None:
        target = self.mailbox(attendee.person.address)
        self._post("cancelled", organizer.address, attendee.person.address, event, comment=comment)
        copy = None if target is None else self._copy_of(target, event)
        if target is None or copy is None:
            return
        room = self.rooms.get(target.address.casefold())
        if room is not None and room.policy.remove_canceled_meetings:
            target.remove(copy.key, reason="deleted")
            return
        for one in (copy, *target.exceptions_of(copy)):
            subject = one.subject if one.subject.startswith(CANCELLED_PREFIX) else CANCELLED_PREFIX + one.subject
            target.put(one.key, replace(one, is_cancelled=True, show_as="free", subject=subject))

    # Rooms

    def _attend(self, room: Room, meeting: Event) -> str:
        """The booking attendant's answer to a request or update: accepted or declined, or none when it is off."""
        copy = self._as_kept_by(room, meeting)
        if not room.policy.auto_accept:
            self._copy(room.mailbox, replace(copy, show_as="tentative", response="notResponded", responded=NEVER))
            return "none"
        if self.conflicts(room.mailbox, meeting):
            old = self._copy_of(room.mailbox, meeting)
            if old is not None:
                room.mailbox.remove(old.key, reason="changed")
            self._post("declined", room.mailbox.address, meeting.organizer.address, meeting)
            return "declined"
        self._copy(room.mailbox, copy)
        self._post("accepted", room.mailbox.address, meeting.organizer.address, meeting)
        return "accepted"

    def _as_kept_by(self, room: Room, meeting: Event) -> Event:
        policy = room.policy
        subject = "" if policy.delete_subject else meeting.subject
        if policy.add_organizer_to_subject:
            subject = f"{meeting.organizer.name} {subject}".strip()
        return replace(
            meeting,
            subject=subject,
            body=Body() if policy.delete_comments else meeting.body,
            sensitivity="normal" if policy.remove_private_property else meeting.sensitivity,
            response="accepted",
            responded=self.clock.now(),
            attendees=tuple(
                replace(one, response="accepted", time=self.clock.now())
                if one.person.is_at(room.mailbox.address)
                else one
                for one in meeting.attendees
            ),
        )

    def conflicts(self, mailbox: Mailbox, meeting: Event) -> bool:
        """Whether the meeting, or any of its series within the booking window, overlaps something else that counts."""
        if not meeting.occupies:
            return False
        horizon = max(self.clock.now(), meeting.start) + BOOKING_WINDOW
        source = self.mailbox(meeting.organizer.address)
        if meeting.recurrence is None:
            wanted: Iterable[Event] = (meeting,)
        else:
            assert source is not None
            wanted = source.instances(meeting, meeting.start, horizon)
        for one in wanted:
            for other in mailbox.window(one.start, one.end):
                if other.uid != meeting.uid and other.occupies:
                    return True
        return False

    def _copy(self, target: Mailbox, meeting: Event) -> Event:
        """Writes the attendee's copy: new, or over the old one and whatever its owner had changed in it."""
        copy = replace(meeting, is_organizer=False, transaction_id=None, extended=(), extensions=(), is_cancelled=False)
        master = target.by_uid(meeting.uid)
        if master is None:
            now = self.clock.now()
            created, modified = min(now, meeting.created), min(now, meeting.modified)
            alone = replace(copy, occurrence=None, original_start=None, is_exception=False)
            return target.add(replace(alone, created=created, modified=modified))
        key = ItemKey(number=master.number, occurrence=meeting.occurrence)
        return target.put(key if target.find(key) else master.key, copy)

    def _copy_of(self, target: Mailbox, meeting: Event) -> Event | None:
        master = target.by_uid(meeting.uid)
        return None if master is None else target.find(ItemKey(number=master.number, occurrence=meeting.occurrence))

    # Answers

    def respond(
        self,
        mailbox: Mailbox,
        event: Event,
        answer: str,
        *,
        comment: str = "",
        send: bool = True,
        proposed: tuple[datetime, datetime] | None = None,
        kind: str | None = None,
    ) -> None:
        """An attendee accepts, tentatively accepts or declines. A declined item moves to Deleted Items.

        The organizer hears of it only when `send` is set.
        """
        now = self.clock.now()
        if answer == "declined":
            mailbox.remove(event.key, reason="changed")
        else:
            show_as = "tentative" if answer == "tentativelyAccepted" else "busy"
            mailbox.put(event.key, replace(event, response=answer, responded=now, show_as=show_as))
        if not send:
            return
        self._post(kind or answer, mailbox.address, event.organizer.address, event, comment=comment, proposed=proposed)
        organizer = self.mailbox(event.organizer.address)
        original = None if organizer is None else self._copy_of(organizer, event)
        if organizer is None or original is None or not original.is_organizer:
            return
        attendees = tuple(
            replace(one, response=answer, time=now) if one.person.is_at(mailbox.address) else one
            for one in original.attendees
        )
        organizer.put(original.key, replace(original, attendees=attendees))

    def drop(self, mailbox: Mailbox, event: Event, *, tell_organizer: bool) -> None:
        """An attendee deletes its copy. The organizer keeps believing in the room, unless told."""
        mailbox.remove(event.key, reason="deleted")
        if tell_organizer:
            self._post("declined", mailbox.address, event.organizer.address, event)

    def release_unclaimed(self) -> None:
        """Exchange's own auto-release, for rooms that have it on: gives up meetings nobody checked in to."""
        now = self.clock.now()
        for room in self.rooms.values():
            if not room.policy.enable_auto_release:
                continue
            claim = timedelta(minutes=room.policy.auto_release_minutes)
            for event in room.mailbox.window(now - timedelta(days=1), now):
                late = event.start + claim <= now < event.end
                if late and not event.is_organizer and not event.is_all_day and event.occupies:
                    self.respond(room.mailbox, event, "declined", kind="released")

    # Meetings by their identity

    def meeting(self, uid: str, original_start: datetime | None = None) -> tuple[Mailbox, Event]:
        """The organizer's mailbox and item for a meeting, or for the one of its series that began then."""
        for mailbox in [*self.people.values(), *(room.mailbox for room in self.rooms.values())]:
            event = mailbox.by_uid(uid)
            if event is None or not event.is_organizer:
                continue
            if original_start is None:
                return mailbox, event
            if event.recurrence is not None:
                near = [original_start.date() + timedelta(days=shift) for shift in (-1, 0, 1)]
                found = [one for day in near if (one := self._day(mailbox, event, day)) is not None]
                for one in found:
                    if one.original_start == original_start:
                        return mailbox, one
        raise NotOnCalendar(uid)

    @staticmethod
    def _day(mailbox: Mailbox, master: Event, day: date) -> Event | None:
        return mailbox.find(ItemKey(number=master.number, occurrence=day))

    def _post(
        self,
        kind: str,
        sender: str,
        recipient: str,
        event: Event,
        *,
        comment: str = "",
        proposed: tuple[datetime, datetime] | None = None,
    ) -> None:
        self.mail.append(
            Mail(
                at=self.clock.now(),
                kind=kind,
                sender=sender,
                recipient=recipient,
                subject=event.subject,
                uid=event.uid,
                comment=comment,
                occurrence=event.original_start,
                proposed=proposed,
            )
        )
