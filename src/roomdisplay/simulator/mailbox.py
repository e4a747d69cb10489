"""A mailbox's calendar folder: its items, their meetings in a window, and what changed since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.simulator import ids
from roomdisplay.simulator.clock import TenantClock
from roomdisplay.simulator.event import Event
from roomdisplay.simulator.ids import ItemId, ItemKey
from roomdisplay.simulator.timezones import find_zone, to_wall

_DAY = timedelta(days=1)


class Changes:
    """The store's change numbers, one sequence for the whole tenant; and its item numbers."""

    def __init__(self) -> None:
        self.latest = 0
        self.items = 0

    def next(self) -> int:
        self.latest += 1
        return self.latest

    def next_item(self) -> int:
        self.items += 1
        return self.items


class Gone(Struct, frozen=True, kw_only=True):
    """A removed item; `reason` is deleted, or changed when it only moved to Deleted Items."""

    event: Event
    change: int
    reason: str


class Transaction(Struct, frozen=True, kw_only=True):
    """A create request that carried a transactionId."""

    body: Any
    key: ItemKey


class Mailbox:
    """One person's or room's calendar. Every change goes through here, so that change numbers never lie."""

    def __init__(
        self, *, address: str, name: str, zone_name: str, seed: int, clock: TenantClock, changes: Changes
    ) -> None:
        self.address = address
        self.name = name
        self.zone_name = zone_name
        self.digest = ids.mailbox_digest(seed, address)
        self.has_own_zone = self.digest[0] % 3 == 0
        """Its working hours are in a zone of its own making, which no zone lookup knows (observed)."""
        self.transactions: dict[str, Transaction] = {}
        self.gone: dict[ItemKey, Gone] = {}
        self._clock = clock
        self._changes = changes
        self._items: dict[int, Event] = {}
        self._exceptions: dict[ItemKey, Event] = {}
        self._removed: set[ItemKey] = set()
        self._order_seed = seed

    @property
    def latest_change(self) -> int:
        return self._changes.latest

    # Reading

    def items(self) -> list[Event]:
        """Single meetings and series masters, as `/events` lists them."""
        return list(self._items.values())

    def exceptions(self) -> list[Event]:
        return list(self._exceptions.values())

    def exceptions_of(self, master: Event) -> list[Event]:
        """The changed meetings of a series; of one meeting, none."""
        if master.recurrence is None:
            return []
        return [one for one in self._exceptions.values() if one.number == master.number]

    def find(self, key: ItemKey) -> Event | None:
        """The item in the calendar folder with this key; a day the series does not have is None."""
        master = self._items.get(key.number)
        if master is None or key.occurrence is None:
            return master
        if key in self._removed or master.recurrence is None:
            return None
        if (exception := self._exceptions.get(key)) is not None:
            return exception
        day = key.occurrence
        return master.on(day) if day in set(master.recurrence.days(day, day)) else None

    def find_id(self, item: ItemId) -> Event | None:
        """The item an id of this mailbox names; ids of elsewhere and of items that moved away name none."""
        if item.mailbox != self.digest or item.folder not in (None, ids.CALENDAR):
            return None
        return self.find(item.key)

    def by_uid(self, uid: str) -> Event | None:
        return next((event for event in self._items.values() if event.uid == uid), None)

    def window(self, start: datetime, end: datetime) -> list[Event]:
        """Every meeting that touches the window, series expanded, in no particular but repeatable order."""
        found = [event for event in self._expand(start, end) if event.overlaps(start, end)]
        return sorted(found, key=self._shuffled)

    def instances(self, master: Event, start: datetime, end: datetime) -> list[Event]:
        found = [event for event in self._series(master, start, end) if event.overlaps(start, end)]
        return sorted(found, key=lambda event: event.start)

    def _shuffled(self, event: Event) -> tuple[int, int]:
        return ((event.number * 7919 + self._order_seed) % 101, event.occurrence.toordinal() if event.occurrence else 0)

    def _expand(self, start: datetime, end: datetime) -> Iterator[Event]:
        for event in self._items.values():
            if event.recurrence is None:
                yield event
            else:
                yield from self._series(event, start, end)

    def _series(self, master: Event, start: datetime, end: datetime) -> Iterator[Event]:
        if master.recurrence is None:
            return
        zone = find_zone(master.zone_name)
        assert zone is not None
        lasts = master.end - master.start
        first = to_wall(max(start - lasts - _DAY, master.start - _DAY), zone).date()
        last = to_wall(end + _DAY, zone).date()
        for day in master.recurrence.days(first, last):
            key = ItemKey(number=master.number, occurrence=day)
            if key not in self._removed and key not in self._exceptions:
                yield master.on(day)
        for key, exception in self._exceptions.items():
            if key.number == master.number:
                yield exception

    # Writing

    def add(self, event: Event) -> Event:
        """Stores a new item. Its number, change number and, unless set in the past, its times come from the store."""
        number = self._changes.next_item()
        stored = replace(event, number=number, change=self._changes.next())
        self._items[number] = stored
        return stored

    def put(self, key: ItemKey, event: Event, *, modified: datetime | None = None) -> Event:
        """Replaces the item `key` names. A meeting of a series becomes an exception; a master's new times or pattern
        do away with its exceptions."""
        old = self.find(key)
        assert old is not None
        stored = replace(
            event,
            number=key.number,
            occurrence=key.occurrence,
            change=self._changes.next(),
            modified=modified or self._clock.now(),
        )
        if key.occurrence is not None:
            stored = replace(stored, is_exception=True)
            self._exceptions[key] = stored
            return stored
        if old.recurrence is not None and (old.start, old.end, old.recurrence) != (
            stored.start,
            stored.end,
            stored.recurrence,
        ):
            self._forget_meetings(old)
        self._items[key.number] = stored
        return stored

    def remove(self, key: ItemKey, *, reason: str) -> None:
        """Takes an item out of the calendar folder: reason is deleted, or changed for a move to Deleted Items."""
        event = self.find(key)
        if event is None:
            return
        change = self._changes.next()
        if key.occurrence is None:
            for exception in [one for one in self._exceptions.values() if one.number == key.number]:
                self.gone[exception.key] = Gone(event=exception, change=change, reason=reason)
            self._forget_meetings(event)
            del self._items[key.number]
            for transaction in [name for name, one in self.transactions.items() if one.key == key]:
                del self.transactions[transaction]
        else:
            self._exceptions.pop(key, None)
            self._removed.add(key)
        self.gone[key] = Gone(event=replace(event, folder=ids.DELETED_ITEMS), change=change, reason=reason)

    def _forget_meetings(self, master: Event) -> None:
        self._exceptions = {key: one for key, one in self._exceptions.items() if key.number != master.number}
        self._removed = {key for key in self._removed if key.number != master.number}

    def adjacent(self, event: Event) -> tuple[date | None, date | None]:
        """The days, in the organizer's zone, of the meetings before and after this one of its series."""
        master = self._items[event.number]
        assert master.recurrence is not None
        assert event.occurrence is not None
        days: list[date | None] = []
        for step in (master.recurrence.day_before, master.recurrence.day_after):
            day = step(event.occurrence)
            while day is not None and self.find(ItemKey(number=event.number, occurrence=day)) is None:
                day = step(day)
            neighbour = None if day is None else self.find(ItemKey(number=event.number, occurrence=day))
            days.append(None if neighbour is None else neighbour.wall()[0].date())
        return days[0], days[1]
