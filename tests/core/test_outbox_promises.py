"""Bookings through everything that can go wrong between two panels and one mailbox, as a Hypothesis state machine."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import Outcome, Request
from roomdisplay.core.offers import book_offers, extend_offers, may_cancel, may_end, may_release
from roomdisplay.core.outbox import Book, Cancel, End, Extend, Reason, Release, Stage, remaining
from roomdisplay.core.release import released
from tests.core.world import BEGIN, LOST, Mailbox, Panel, World, settle

FAULTS: list[Failure] = [
    LOST,
    Transient(reason="503", retry_after=7.0),
    Transient(reason="429"),
    AccessLost(access=Access.SECRET),
    Bug(reason="?"),
    Rejected(refusal=Refusal.CHANGED, reason="409 without cause"),
]
PANELS = st.integers(0, 1)
JITTERS = st.floats(0, 1, exclude_max=True)


@dataclass(frozen=True)
class Late:
    """A request that its panel gave up and that arrives all the same."""

    lands: float
    request: Request


class Promises(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.mailbox = Mailbox(self.world)
        self.panels = [Panel(self.world, "a"), Panel(self.world, "b")]
        self.late: list[Late] = []
        self.handled: dict[str, list[tuple[int, str]]] = {}
        """booking id → who asked for what about it (panel, entry id), in order."""
        self.releases: list[tuple[int, str]] = []

    # ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @initialize(start=st.integers(0, 12), length=st.integers(1, 4))
    def some_meeting(self, start: int, length: int) -> None:
        self.invited(start, length)

    @rule(panel=PANELS, choice=st.integers(0, 4))
    def taps_book(self, panel: int, choice: int) -> None:
        glass = self.panels[panel]
        if glass.state.promised is None or len(glass.state.entries) > 6:
            return
        offers = book_offers(glass.now.wall, glass.state.promised, glass.policy)
        if offers:
            operation = Book(interval=offers[choice % len(offers)].interval, subject="Walk-up")
            id = glass.ask(operation)
            self.handled[id] = [(panel, id)]
            if choice % 2:
                self.delivered(panel, choice)

    @rule(panel=PANELS, kind=st.sampled_from(["extend", "end", "cancel"]), choice=st.integers(0, 3))
    def taps_own(self, panel: int, kind: str, choice: int) -> None:
        glass = self.panels[panel]
        schedule, now = glass.state.promised, glass.now.wall
        own = schedule.current(now) if schedule else None
        if schedule is None or own is None or own.booking_id is None or len(glass.state.entries) > 6:
            return
        if kind == "extend" and (offers := extend_offers(now, own, schedule, glass.policy)):
            end = offers[choice % len(offers)].end
            operation = Extend(interval=Interval(own.interval.start, end), before=own.interval.end)
        elif kind == "end" and may_end(now, own):
            operation = End(interval=remaining(own, now))
        elif kind == "cancel" and may_cancel(now, own):
            operation = Cancel(interval=own.interval)
        else:
            return
        id = glass.ask(operation, own.booking_id)
        self.handled.setdefault(own.booking_id, []).append((panel, id))

    @rule(panel=PANELS)
    def taps_release(self, panel: int) -> None:
        glass = self.panels[panel]
        schedule, now = glass.state.promised, glass.now.wall
        there = schedule.current(now) if schedule else None
        if there is not None and may_release(now, there) and len(glass.state.entries) <= 6:
            id = glass.ask(released(there, now, glass.room.name, glass.room.zone))
            self.releases.append((panel, id))

    @rule(start=st.integers(-2, 12), length=st.integers(1, 4))
    def invited(self, start: int, length: int) -> None:
        begin = BEGIN + timedelta(seconds=self.world.elapsed // 900 * 900) + timedelta(minutes=15 * start)
        self.mailbox.invite(Interval(begin, begin + timedelta(minutes=15 * length)))

    @precondition(lambda self: self.mailbox.events)
    @rule(data=st.data(), what=st.sampled_from(["delete", "shorten", "categorise", "categorise", "move"]))
    def changed_in_outlook(self, data: st.DataObject, what: str) -> None:
        id = data.draw(st.sampled_from(sorted(self.mailbox.events)))
        if what == "move":
            if not self.mailbox.events[id].is_organizer:
                self.mailbox.move(id, timedelta(minutes=30))
            return
        {"delete": self.mailbox.delete, "shorten": self.mailbox.shorten, "categorise": self.mailbox.categorise}[what](
            id
        )

    # ── the network ───────────────────────────────────────────────────────────────────────────────────────────────────

    @precondition(lambda self: self._is_busy())
    @rule(panel=PANELS, times=st.integers(1, 4))
    def delivered(self, panel: int, times: int) -> None:
        glass = self._waiting(panel)
        for _ in range(times):
            glass.save()
            if glass.wire is not None:
                glass.deliver(self.mailbox)

    @precondition(lambda self: self._is_busy())
    @rule(panel=PANELS, jitter=JITTERS)
    def request_dropped(self, panel: int, jitter: float) -> None:
        self._answer(self._waiting(panel), jitter, LOST)

    @precondition(lambda self: self._is_busy())
    @rule(panel=PANELS, jitter=JITTERS, copies=st.integers(1, 2))
    def reply_dropped(self, panel: int, jitter: float, copies: int) -> None:
        glass = self._waiting(panel)
        for _ in range(copies):
            self.mailbox.answer(glass.request)
        self._answer(glass, jitter, LOST)

    @precondition(lambda self: self._is_busy())
    @rule(panel=PANELS)
    def delivered_twice(self, panel: int) -> None:
        glass = self._waiting(panel)
        self.mailbox.answer(glass.request)
        self._answer(glass, 0.5, self.mailbox.answer(glass.request))

    @precondition(lambda self: self._is_busy())
    @rule(panel=PANELS, after=st.integers(1, 60), jitter=JITTERS)
    def given_up_and_late(self, panel: int, after: int, jitter: float) -> None:
        glass = self._waiting(panel)
        self.late.append(Late(lands=self.world.elapsed + after, request=glass.request))
        self._answer(glass, jitter, LOST)

    @precondition(lambda self: self._is_busy())
    @rule(panel=PANELS, jitter=JITTERS, fault=st.sampled_from(FAULTS))
    def failed(self, panel: int, jitter: float, fault: Failure) -> None:
        self._answer(self._waiting(panel), jitter, fault)

    def _is_busy(self) -> bool:
        return any(panel.wire for panel in self.panels)

    def _waiting(self, panel: int) -> Panel:
        """That panel, or the other one where only it has something in flight."""
        return self.panels[panel] if self.panels[panel].wire else self.panels[1 - panel]

    def _answer(self, glass: Panel, jitter: float, outcome: Outcome) -> None:
        glass.jitter = lambda: jitter
        glass.answer(outcome)
        glass.jitter = lambda: 0.5
        glass.save()

    # ── time, power, disks ────────────────────────────────────────────────────────────────────────────────────────────

    @rule(seconds=st.sampled_from([1, 5, 20, 61, 300, 1200]))
    def time_passes(self, seconds: int) -> None:
        end = self.world.elapsed + seconds
        for late in sorted((one for one in self.late if one.lands <= end), key=lambda one: one.lands):
            self.world.elapsed = max(self.world.elapsed, late.lands)
            self.late.remove(late)
            self.mailbox.answer(late.request)
        self.world.elapsed = end
        for panel in self.panels:
            panel.tick()

    @rule(panel=PANELS)
    def ticked(self, panel: int) -> None:
        self.panels[panel].tick()

    @rule(panel=PANELS)
    def saved(self, panel: int) -> None:
        self.panels[panel].save()

    @rule(panel=PANELS, flushed=st.booleans(), arrives=st.booleans())
    def power_cut(self, panel: int, flushed: bool, arrives: bool) -> None:
        glass = self.panels[panel]
        if flushed:
            glass.save()
        if arrives and glass.wire is not None:
            self.mailbox.answer(glass.wire.request)
        glass.restart()

    @rule(panel=PANELS, hours=st.sampled_from([-24, -1, 0, 0, 1, 24]))
    def clock_jumps(self, panel: int, hours: int) -> None:
        self.panels[panel].offset = timedelta(hours=hours)
        self.panels[panel].tick()

    # ── what must hold ────────────────────────────────────────────────────────────────────────────────────────────────

    @invariant()
    def no_booking_twice(self) -> None:
        ids = [e.booking_id for e in self.mailbox.events.values() if e.booking_id]
        assert len(ids) == len(set(ids))

    def teardown(self) -> None:
        self.time_passes(61)
        for panel in self.panels:
            panel.offset = timedelta()
        settle(self.world, self.mailbox, self.panels)
        self.no_booking_twice()
        self._nothing_overlaps()
        for booking, asked in self.handled.items():
            self._kept(booking, asked)
        for panel, id in self.releases:
            self._released(self.panels[panel], id)

    def _nothing_overlaps(self) -> None:
        events = sorted(self.mailbox.events.values(), key=lambda e: e.interval)
        for i, one in enumerate(events):
            for other in events[i + 1 :]:
                assert not one.interval.overlaps(other.interval), (one, other)

    def _released(self, panel: Panel, id: str) -> None:
        verdict = panel.verdicts.get(id)
        if verdict is None:
            return  # power was cut before it was promised
        assert verdict.is_final
        assert isinstance(verdict.operation, Release)
        event_id = verdict.operation.event_id
        if verdict.stage is Stage.CONFIRMED:
            assert event_id not in self.mailbox.events, "what was released takes up the room"
        told = [event for event, _ in self.mailbox.declined if event.id == event_id]
        assert len(told) <= 1, "its organizer hears of it once"

    def _kept(self, booking: str, asked: list[tuple[int, str]]) -> None:
        known = [(p, v) for p, id in asked if (v := self.panels[p].verdicts.get(id)) is not None]
        assert all(v.is_final for _, v in known)
        there = self.mailbox.of(booking)
        books = [v for _, v in known if isinstance(v.operation, Book)]
        if not books:
            return  # power was cut before it was promised
        made = books[0]
        cancelled = any(isinstance(v.operation, Cancel) and v.stage is Stage.CONFIRMED for _, v in known)
        if made.stage is not Stage.CONFIRMED or cancelled:
            assert not there, (made, there)
        elif booking not in self.mailbox.touched:
            assert there, (made, known)
            last = known[-1][1]
            if len({p for p, _ in known}) == 1:
                end, wanted = there[0].interval.end, last.interval.end
                match last.operation, last.stage:
                    case Extend(), Stage.CONFIRMED:
                        assert end >= wanted
                    case Extend(), _:
                        assert end != wanted, last
                    case End(), Stage.CONFIRMED:
                        assert end <= wanted
                    case _:
                        pass


TestPromises = Promises.TestCase
TestPromises.settings = settings(max_examples=settings.default.max_examples, stateful_step_count=50)  # pyright: ignore


@given(st.lists(st.integers(0, 1), min_size=12, max_size=30), st.booleans())
def test_of_two_panels_racing_for_a_slot_exactly_one_wins(order: list[int], flip: bool) -> None:
    world = World()
    mailbox = Mailbox(world)
    panels = [Panel(world, "a"), Panel(world, "b")]
    if flip:
        mailbox.invite(Interval(BEGIN - timedelta(hours=5), BEGIN - timedelta(hours=4)))
    settle(world, mailbox, panels, seconds=1)
    slot = Interval(BEGIN, BEGIN + timedelta(minutes=30))
    ids = [panel.ask(Book(interval=slot, subject="Walk-up")) for panel in panels]
    for panel in panels:
        panel.save()
    for turn in order:
        world.elapsed += 0.01
        panel = panels[turn]
        panel.save()
        panel.tick()
        if panel.wire is not None:
            panel.deliver(mailbox)
    settle(world, mailbox, panels)
    verdicts = [panel.verdicts[id] for panel, id in zip(panels, ids, strict=True)]
    assert sorted(v.stage for v in verdicts) == [Stage.CONFIRMED, Stage.REFUSED]
    (loser,) = (v for v in verdicts if v.stage is Stage.REFUSED)
    assert loser.reason is Reason.TAKEN
    assert [e.booking_id for e in mailbox.events.values() if e.interval == slot] == [
        v.booking_id for v in verdicts if v.stage is Stage.CONFIRMED
    ]


def _ready(mailbox: Mailbox, world: World, name: str = "a") -> Panel:
    panel = Panel(world, name)
    settle(world, mailbox, [panel], seconds=1)
    return panel


@pytest.mark.parametrize("first", [0, 1])
def test_an_extension_and_a_booking_racing_for_a_slot_never_both_win(first: int) -> None:
    world = World()
    mailbox = Mailbox(world)
    a, b = _ready(mailbox, world, "a"), _ready(mailbox, world, "b")
    made = Interval(BEGIN, BEGIN + timedelta(minutes=30))
    booking = a.ask(Book(interval=made, subject="Walk-up"))
    settle(world, mailbox, [a, b], seconds=60)
    longer = Interval(BEGIN, BEGIN + timedelta(minutes=60))
    extended = a.ask(Extend(interval=longer, before=made.end), booking)
    booked = b.ask(Book(interval=Interval(made.end, longer.end), subject="Walk-up"))
    for panel in (a, b):
        panel.save()
        panel.deliver(mailbox)  # both look: free
    for panel in (a, b) if first == 0 else (b, a):
        panel.deliver(mailbox)  # both write
    settle(world, mailbox, [a, b])
    stages = a.verdict(extended), b.verdict(booked)
    assert Stage.REFUSED in stages
    assert [e.interval for e in mailbox.of(booking)] == [made]


def test_a_booking_refused_here_that_arrives_late_is_taken_out_again() -> None:
    world = World()
    mailbox = Mailbox(world)
    panel = _ready(mailbox, world)
    slot = Interval(BEGIN, BEGIN + timedelta(minutes=30))
    id = panel.ask(Book(interval=slot, subject="Walk-up"))
    panel.save()
    panel.deliver(mailbox)
    assert panel.wire is not None
    late = panel.wire.request
    panel.answer(LOST)
    assert mailbox.invite(slot)
    settle(world, mailbox, [panel], seconds=30)
    assert panel.verdicts[id].reason is Reason.TAKEN
    mailbox.answer(late)
    assert mailbox.of(id)
    panel.restart()
    settle(world, mailbox, [panel], seconds=100)
    assert not mailbox.of(id)
    assert panel.verdicts[id].reason is Reason.TAKEN
