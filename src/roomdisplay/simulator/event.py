"""A calendar item as a mailbox stores it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from html import escape, unescape

from msgspec import Struct, field
from msgspec.structs import replace

from roomdisplay.simulator.errors import JsonObject
from roomdisplay.simulator.ids import CALENDAR, ItemKey
from roomdisplay.simulator.recurrence import Recurrence
from roomdisplay.simulator.timezones import find_zone, to_utc, to_wall

NEVER = datetime(1, 1, 1, tzinfo=UTC)
FREE = ("free", "workingElsewhere")


class Person(Struct, frozen=True, kw_only=True):
    """A name and an SMTP address."""

    name: str
    address: str

    def is_at(self, address: str) -> bool:
        return self.address.casefold() == address.casefold()


class Attendee(Struct, frozen=True, kw_only=True):
    """An invited person or room; `type` is required, optional or resource."""

    person: Person
    type: str = "required"
    response: str = "none"
    time: datetime = NEVER


class Body(Struct, frozen=True, kw_only=True):
    """An item's text; `content_type` is text or html."""

    content: str = ""
    content_type: str = "html"

    def as_text(self) -> str:
        if self.content_type == "text":
            return self.content
        without_head = re.sub(r"(?is)<(head|style|script)\b.*?</\1>", "", self.content)
        return unescape(re.sub(r"<[^>]*>", "", without_head)).strip()

    def as_html(self) -> str:
        if self.content_type == "html":
            return self.content
        return f"<html><head></head><body><div>{escape(self.content, quote=False)}</div></body></html>"


class Event(Struct, frozen=True, kw_only=True):
    """One stored item: a single meeting, a series master, or one meeting of a series.

    `start` and `end` are instants in UTC. All-day items hold their floating dates as UTC midnights, which is how the
    live service matches them to a window. `occurrence` is set on meetings of a series: the day the pattern gives.
    """

    number: int
    uid: str
    change: int
    created: datetime
    modified: datetime
    start: datetime
    end: datetime
    zone_name: str
    organizer: Person
    occurrence: date | None = None
    is_exception: bool = False
    original_start: datetime | None = None
    is_all_day: bool = False
    recurrence: Recurrence | None = None
    subject: str = ""
    body: Body = field(default_factory=Body)
    importance: str = "normal"
    sensitivity: str = "normal"
    show_as: str = "busy"
    categories: tuple[str, ...] = ()
    locations: tuple[JsonObject, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    is_organizer: bool = True
    response: str = "organizer"
    responded: datetime = NEVER
    is_cancelled: bool = False
    online_url: str | None = None
    is_reminder_on: bool = True
    reminder_minutes: int = 15
    response_requested: bool = True
    allow_new_time_proposals: bool = True
    hide_attendees: bool = False
    transaction_id: str | None = None
    extended: tuple[tuple[str, str | None], ...] = ()
    extensions: tuple[JsonObject, ...] = ()
    folder: int = CALENDAR

    @property
    def key(self) -> ItemKey:
        return ItemKey(number=self.number, occurrence=self.occurrence)

    @property
    def type(self) -> str:
        if self.recurrence is not None:
            return "seriesMaster"
        if self.occurrence is None:
            return "singleInstance"
        return "exception" if self.is_exception else "occurrence"

    @property
    def occupies(self) -> bool:
        """Whether the item keeps others out: shown as taken, not cancelled, not declined."""
        return self.show_as not in FREE and not self.is_cancelled and self.response != "declined"

    def overlaps(self, start: datetime, end: datetime) -> bool:
        return self.start < end and (self.end > start or self.start == self.end == start)

    def wall(self) -> tuple[datetime, datetime]:
        """Start and end on the wall of the organizer's zone; the floating dates of an all-day item."""
        if self.is_all_day:
            return self.start.replace(tzinfo=None), self.end.replace(tzinfo=None)
        zone = find_zone(self.zone_name)
        assert zone is not None
        return to_wall(self.start, zone), to_wall(self.end, zone)

    def moved(self, start: datetime, end: datetime) -> Event:
        """The item at other instants; a series then begins on the new day."""
        changed = replace(self, start=start, end=end)
        if self.recurrence is None or start == self.start:
            return changed
        return replace(changed, recurrence=replace(self.recurrence, start=changed.wall()[0].date()))

    def on(self, day: date) -> Event:
        """This series' meeting of `day`, as the pattern gives it: same wall-clock times, whatever the season."""
        first, last = self.wall()
        begins = datetime.combine(day, first.time())
        start, end = instants(begins, begins + (last - first), self.zone_name, all_day=self.is_all_day)
        return replace(self, occurrence=day, original_start=start, start=start, end=end, recurrence=None)


def instants(first: datetime, last: datetime, zone_name: str, *, all_day: bool) -> tuple[datetime, datetime]:
    """Wall-clock start and end as stored; all-day ones float, so they become UTC midnights of their own dates."""
    if all_day:
        return (
            datetime.combine(first.date(), time(), tzinfo=UTC),
            datetime.combine(last.date(), time(), tzinfo=UTC),
        )
    zone = find_zone(zone_name)
    assert zone is not None
    return to_utc(first, zone), to_utc(last, zone)
