"""Two mirrors between Office 365 and WOX, people acting on both sides and at the glass, and everything that can go
wrong in between. Afterwards both sides agree, booking by booking."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from msgspec.structs import replace

from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.mirror import booking_id_of
from roomdisplay.core.offers import book_offers
from roomdisplay.core.outbox import Book, Cancel, Stage
from roomdisplay.core.wox import Booking, BookingState, Feed, Refused
from tests.core.world import BEGIN, LOST, ROOM, Mailbox, Panel, World, Wox, settle

MIRRORS = st.integers(0, 1)
STARTS = st.integers(-2, 12)
LENGTHS = st.integers(1, 4)
SETTLED = (BookingState.CONFIRMED, BookingState.CANCELLED, BookingState.REFUSED)


class Mirrored(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.mailbox = Mailbox(self.world)
        self.wox = Wox()
        self.panels = [
            Panel(self.world, "a", wox=self.wox),
            Panel(self.world, "b", wox=self.wox, horizon=14),
        ]
        self.outlook: dict[str, Meeting] = {}
        """Somebody's meetings as people in Outlook left them, by event id."""
        self.ids: set[str] = set()
        """Every booking that people have ever made, anywhere."""
        self.wishes: dict[str, Booking] = {}
        """The last that was wished for on the Portal."""
        self.tapped: dict[str, str] = {}
        """Bookings made at the glass of the first."""
        self.touched: set[str] = set()
        """Bookings that somebody changed in Outlook or at the glass."""

    def slot(self, start: int, length: int) -> Interval:
        begin = BEGIN + timedelta(seconds=self.world.elapsed // 900 * 900) + timedelta(minutes=15 * start)
        return Interval(begin, begin + timedelta(minutes=15 * length))

    # ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(start=STARTS, length=LENGTHS, in_series=st.booleans(), is_private=st.booleans())
    def invited_in_outlook(self, start: int, length: int, in_series: bool, is_private: bool) -> None:
        interval = self.slot(start, length)
        facts: dict[str, Any] = {"ical_uid": f"uid-{len(self.outlook)}"}
        if in_series:
            facts = {"ical_uid": "series", "series_master_id": "series", "original_start": interval.start}
        if is_private:
            facts |= {"is_private": True, "subject": None, "organizer": None}
        if any(m.original_start == interval.start for m in self.outlook.values()) and in_series:
            return
        before = set(self.mailbox.events)
        if self.mailbox.invite(interval, **facts):
            (id,) = set(self.mailbox.events) - before
            self._left_in_outlook(id)

    @precondition(lambda self: self.mailbox.events)
    @rule(data=st.data(), what=st.sampled_from(["move", "shorten", "rename", "hide", "cancel", "decline", "delete"]))
    def changed_in_outlook(self, data: st.DataObject, what: str) -> None:
        id = data.draw(st.sampled_from(sorted(self.mailbox.events)))
        event = self.mailbox.events[id]
        self.touched.add(booking_id_of(event, ROOM.address))
        match what:
            case "move" if not event.is_organizer:
                self.mailbox.move(id, timedelta(minutes=30))
            case "shorten":
                self.mailbox.shorten(id)
            case "rename" if not event.is_private:
                self.mailbox.put(replace(event, subject="Renamed"))
            case "hide" if not event.is_organizer:
                self.mailbox.put(replace(event, subject=None, organizer=None, is_private=True))
            case "cancel" if not event.is_organizer:
                self.mailbox.put(replace(event, is_cancelled=True))
            case "decline" if not event.is_organizer:
                self.mailbox.put(replace(event, is_declined=True))
            case "delete":
                self.mailbox.delete(id)
            case _:
                pass
        self._left_in_outlook(id)

    def _left_in_outlook(self, id: str) -> None:
        event = self.mailbox.events.get(id)
        if event is None:
            self.outlook.pop(id, None)
        elif not event.is_organizer:
            self.outlook[id] = event
            self.ids.add(booking_id_of(event, ROOM.address))

    @rule(start=STARTS, length=LENGTHS, is_private=st.booleans())
    def booked_on_the_portal(self, start: int, length: int, is_private: bool) -> None:
        id = str(UUID(int=10**9 + len(self.wox.history)))
        self.wishes[id] = self.wox.book(
            id, self.slot(max(start, 0), length), None if is_private else "Portal", is_private=is_private
        )
        self.ids.add(id)

    @precondition(lambda self: self._changeable())
    @rule(data=st.data(), start=st.integers(0, 12), length=LENGTHS, subject=st.sampled_from([None, "Other  name"]))
    def changed_on_the_portal(self, data: st.DataObject, start: int, length: int, subject: str | None) -> None:
        id = data.draw(st.sampled_from(self._changeable()))
        self.wishes[id] = self.wox.change(id, self.slot(start, length), subject)

    @precondition(lambda self: self._changeable())
    @rule(data=st.data())
    def cancelled_on_the_portal(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(self._changeable()))
        self.wishes[id] = self.wox.cancel(id)

    def _changeable(self) -> list[str]:
        states = (BookingState.REQUESTED, BookingState.CONFIRMED)
        return sorted(b.id for b in self.wox.bookings.values() if b.state in states and self.now < b.interval.end)

    @rule(choice=st.integers(0, 4))
    def booked_at_the_glass(self, choice: int) -> None:
        glass = self.panels[0]
        if glass.state.promised is None or len(glass.state.entries) > 6:
            return
        offers = book_offers(glass.now.wall, glass.state.promised, glass.policy)
        if offers:
            id = glass.ask(Book(interval=offers[choice % len(offers)].interval, subject="Walk-up"))
            self.tapped[id] = id
            self.ids.add(id)

    @rule()
    def cancelled_at_the_glass(self) -> None:
        glass = self.panels[0]
        schedule = glass.state.promised
        own = schedule.current(glass.now.wall) if schedule is not None else None
        if own is not None and own.is_own and len(glass.state.entries) <= 6:
            glass.ask(Cancel(interval=own.interval), own.booking_id)
            self.touched.add(booking_id_of(own, ROOM.address))

    # ── the network ───────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(panel=MIRRORS, times=st.integers(1, 6))
    def office365_answers(self, panel: int, times: int) -> None:
        for _ in range(times):
            self.panels[panel].save()
            if self.panels[panel].wire is not None:
                self.panels[panel].deliver(self.mailbox)

    @precondition(lambda self: any(p.wire for p in self.panels))
    @rule(panel=MIRRORS, arrives=st.booleans())
    def office365_is_not_heard(self, panel: int, arrives: bool) -> None:
        glass = self.panels[panel]
        if glass.wire is not None:
            if arrives:
                self.mailbox.answer(glass.wire.request)
            glass.answer(LOST)
            glass.save()

    @rule(panel=MIRRORS)
    def wox_tells(self, panel: int) -> None:
        self.panels[panel].hear_wox()

    @rule(panel=MIRRORS)
    def wox_tells_that_it_knows_nothing(self, panel: int) -> None:
        glass = self.panels[panel]
        if glass.state.wox is not None and not glass.state.wox.doubted:
            glass.hear(Feed(cursor="0", is_whole=True))

    @rule(panel=MIRRORS, times=st.integers(1, 4))
    def wox_answers(self, panel: int, times: int) -> None:
        glass = self.panels[panel]
        for _ in range(times):
            if glass.put is not None:
                glass.deliver_put()

    @rule(panel=MIRRORS, arrives=st.booleans())
    def wox_is_not_heard(self, panel: int, arrives: bool) -> None:
        glass = self.panels[panel]
        if arrives and glass.put is not None:
            self.wox.put(glass.put.booking)
        glass.lose_wox()

    # ── time and power ────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(seconds=st.sampled_from([0.3, 5, 31, 61, 400, 1200]))
    def time_passes(self, seconds: float) -> None:
        self.world.elapsed += seconds
        for panel in self.panels:
            panel.tick()

    @rule(panel=MIRRORS, flushed=st.booleans())
    def power_cut(self, panel: int, flushed: bool) -> None:
        if flushed:
            self.panels[panel].save()
        self.panels[panel].restart()

    @rule()
    def all_is_quiet(self) -> None:
        settle(self.world, self.mailbox, self.panels, seconds=40)

    # ── what must hold ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def now(self) -> datetime:
        return self.world.now

    def teardown(self) -> None:
        self.time_passes(61)
        settle(self.world, self.mailbox, self.panels)
        before = self.wox.revision, dict(self.mailbox.events)
        self._agree()
        self._nothing_is_invented()
        self._nothing_is_lost()
        settle(self.world, self.mailbox, self.panels, seconds=100)
        assert (self.wox.revision, self.mailbox.events) == before, "a second run does nothing"

    def _agree(self) -> None:
        there = {booking_id_of(m, ROOM.address): m for m in self.mailbox.events.values() if m.occupies}
        assert len(there) == sum(m.occupies for m in self.mailbox.events.values()), "no two are one booking"
        for id, meeting in there.items():
            booking = self.wox.bookings.get(id)
            assert booking is not None, (id, meeting)
            assert booking.state is BookingState.CONFIRMED, (booking, meeting)
            assert booking.interval == meeting.interval, (booking, meeting)
            assert booking.agreed is not None
            assert booking.agreed.interval == meeting.interval
            assert booking.is_private == meeting.is_private
            assert booking.subject == meeting.subject, (booking, meeting)
        for booking in self.wox.bookings.values():
            assert booking.state in SETTLED, booking
            if booking.state is BookingState.CONFIRMED and self.now < booking.interval.end:
                assert booking.id in there, booking

    def _nothing_is_invented(self) -> None:
        assert set(self.wox.bookings) <= self.ids
        for event in self.mailbox.events.values():
            assert booking_id_of(event, ROOM.address) in self.ids, event
        for booking in self.wox.history:
            if booking.is_private:
                assert booking.subject is None, booking

    def _nothing_is_lost(self) -> None:
        for id, meeting in self.outlook.items():
            kept = self.mailbox.events.get(id)
            assert kept is not None, meeting
            assert kept.interval == meeting.interval
        for id, wish in self.wishes.items():
            booking = self.wox.bookings[id]
            if booking.refusal in (Refused.CHANGED, Refused.GONE):
                # of two mirrors that undo what lost a race, one may find the other at it
                rivals = [b for b in self.wox.history if b.id != id and b.interval.overlaps(wish.interval)]
                assert id in self.touched or rivals, (wish, booking)
            if id in self.touched or booking.refusal is not None:
                continue
            if wish.state is BookingState.CANCELLING:
                assert booking.state is BookingState.CANCELLED, (wish, booking)
            elif booking.state is BookingState.CONFIRMED:
                assert booking.interval == wish.interval, (wish, booking)
        for id in self.tapped:
            verdict = self.panels[0].verdicts.get(id)
            if verdict is None or id in self.touched or id in self.wishes:
                continue
            booking = self.wox.bookings.get(id)
            if verdict.stage is Stage.CONFIRMED:
                assert booking is not None, verdict
                assert booking.state is BookingState.CONFIRMED, (verdict, booking)


TestMirrored = Mirrored.TestCase
TestMirrored.settings = settings(max_examples=settings.default.max_examples, stateful_step_count=50)  # pyright: ignore
