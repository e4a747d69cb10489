"""Check-in: who has to, until when, and every reason there is not to release a room."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from msgspec.structs import replace

from roomdisplay.core.check_in import LONG, PATIENCE, SHORT_NOTICE, WRONG, awaits, is_synchronised, occurrence
from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import KEEP_DECIDED, KEEP_OUTCOMES, UNDO, Read, ReadCalendar
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Cause, CheckIn, DeclineEvent, Reason, Release, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.core.release import released
from roomdisplay.core.room_state import CheckInPending, Free, Unknown, awaited
from tests.core.strategies import at, meeting
from tests.core.world import BEGIN, LOST, Mailbox, Outcome, Panel, World

MINUTE = timedelta(minutes=1)
POLICY = Policy(check_in=True)
MADE = at(6)
THEIRS = meeting(at(9), at(10), created=MADE)


# ── who has to ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "has_to"),
    [
        pytest.param(THEIRS, True, id="somebody else's"),
        pytest.param(replace(THEIRS, is_private=True, subject=None), True, id="private"),
        pytest.param(meeting(at(9), at(10), own="b", created=MADE), False, id="made on a panel"),
        pytest.param(replace(THEIRS, is_organizer=True), False, id="the room's own"),
        pytest.param(replace(THEIRS, is_all_day=True), False, id="all day"),
        pytest.param(replace(THEIRS, interval=Interval(at(9), at(9) + LONG)), False, id="8 hours"),
        pytest.param(replace(THEIRS, interval=Interval(at(9), at(9) + LONG - MINUTE)), True, id="almost 8 hours"),
        pytest.param(replace(THEIRS, created_at=at(9) - SHORT_NOTICE + MINUTE), False, id="at short notice"),
        pytest.param(replace(THEIRS, created_at=at(9) - SHORT_NOTICE), True, id="2 hours ahead"),
        pytest.param(replace(THEIRS, created_at=None), False, id="nobody knows when it was made"),
        pytest.param(replace(THEIRS, is_cancelled=True), False, id="cancelled"),
        pytest.param(replace(THEIRS, is_declined=True), False, id="declined"),
    ],
)
def test_who_has_to_check_in(one: Meeting, has_to: bool) -> None:
    assert awaits(one, POLICY, frozenset()) is has_to
    assert not awaits(one, Policy(), frozenset()), "it is off by default"
    assert not awaits(one, POLICY, frozenset({occurrence(one)}))
    moved = replace(one, interval=Interval(one.interval.start + MINUTE, one.interval.end + MINUTE))
    assert awaits(moved, POLICY, frozenset({occurrence(one)})) is awaits(moved, POLICY, frozenset())


@pytest.mark.parametrize(
    ("told", "agrees"),
    [(timedelta(), True), (WRONG, True), (-WRONG - 2 * MINUTE, False), (WRONG + MINUTE, False), (None, False)],
)
def test_a_clock_is_held_against_the_other_sides(told: timedelta | None, agrees: bool) -> None:
    told_at = None if told is None else BEGIN + told
    assert is_synchronised(told_at, BEGIN - MINUTE, BEGIN) is agrees


# ── a panel that asks ─────────────────────────────────────────────────────────────────────────────────────────────────


class Room:
    """One meeting, from ten past BEGIN for an hour, booked days ago, and a panel that wants to see people."""

    def __init__(self, starts: float = 10.0, policy: Policy = POLICY, facts: dict[str, Any] | None = None) -> None:
        self.world = World()
        self.mailbox = Mailbox(self.world)
        self.mailbox.invite(self.slot(starts, 60), made=timedelta(days=2), **(facts or {}))
        (self.event,) = self.mailbox.events.values()
        self.panel = Panel(self.world, policy=policy)
        self.outcome: Callable[[Panel], Outcome] = lambda panel: self.mailbox.answer(panel.request)
        self.live(1)

    def slot(self, start: float, length: float) -> Interval:
        return Interval(BEGIN + start * MINUTE, BEGIN + (start + length) * MINUTE)

    def live(self, minutes: float) -> None:
        """Time passes, and what is asked is answered."""
        end = self.world.elapsed + minutes * 60
        while True:
            self.panel.save()
            self.panel.tick()
            self.panel.save()
            while self.panel.wire is not None:
                self.panel.answer(self.outcome(self.panel))
                self.panel.save()
            if self.world.elapsed >= end:
                return
            wakes_at = min(self.panel.wakes_at, self.world.elapsed + 30)
            self.world.elapsed = min(end, max(self.world.elapsed + 0.05, wakes_at))

    def until(self, minute: float) -> None:
        self.live(minute - self.world.elapsed / 60)

    def check_in(self) -> str:
        return self.panel.ask(CheckIn(interval=self.event.interval, event_id=self.event.id))

    @property
    def is_there(self) -> bool:
        return self.event.id in self.mailbox.events

    @property
    def is_asking(self) -> bool:
        return isinstance(self.panel.state.room_state, CheckInPending)


def test_a_meeting_nobody_comes_to() -> None:
    room = Room(starts=20)
    room.until(9.9)
    assert isinstance(room.panel.state.room_state, Free) or not room.is_asking
    room.until(10.1)
    assert room.is_asking
    room.until(29.9)
    assert room.is_there
    room.until(30.1)
    assert not room.is_there
    assert not room.is_asking
    [(event, comment)] = room.mailbox.declined
    assert event.id == room.event.id
    assert comment.startswith("Nobody checked in at the door of Room, so its panel released the room (2026-03-10 10:30")
    reads = [i for i, s in enumerate(room.panel.log) if isinstance(s.request, ReadCalendar)]
    [sent] = [i for i, s in enumerate(room.panel.log) if isinstance(s.request, DeclineEvent)]
    assert sent - 1 in reads, "the calendar is read right before"
    assert room.panel.log[sent].at - room.panel.log[sent - 1].at < 1


def test_asking_costs_no_request() -> None:
    room = Room(starts=20)
    quiet = Room(starts=20, policy=Policy())
    for one in (room, quiet):
        one.until(29)
    assert len(room.panel.log) == len(quiet.panel.log)
    assert any(isinstance(s.request, ReadCalendar) and s.request.detailed for s in room.panel.log)
    assert not any(isinstance(s.request, ReadCalendar) and s.request.detailed for s in quiet.panel.log)


@pytest.mark.parametrize("restarted", [False, True])
def test_somebody_who_checks_in_keeps_the_room(restarted: bool) -> None:
    room = Room()
    room.until(12)
    id = room.check_in()
    assert not room.is_asking, "it counts at once"
    room.live(0.1)
    assert room.panel.verdict(id) is Stage.CONFIRMED
    if restarted:
        room.until(18)
        room.panel.restart()
    room.until(60)
    assert room.is_there
    assert room.mailbox.declined == []
    assert room.panel.state.outcomes == ()
    room.live(KEEP_DECIDED / MINUTE + 120)
    assert room.panel.disk == {}


def test_a_check_in_that_the_disk_does_not_take_counts_all_the_same() -> None:
    room = Room()
    room.until(12)
    room.panel.disk_full = True
    room.check_in()
    room.until(40)
    assert room.is_there


def test_a_check_in_is_for_the_meeting_as_it_was_then() -> None:
    room = Room()
    room.until(12)
    room.check_in()
    room.mailbox.move(room.event.id, 30 * MINUTE)
    room.until(38)
    assert room.is_asking
    room.until(51)
    assert not room.is_there


@pytest.mark.parametrize(
    "facts", [{"is_all_day": True}, {"is_organizer": True}, {"has_attendees": False}], ids=lambda f: next(iter(f))
)
def test_what_needs_no_check_in_is_never_released(facts: dict[str, bool]) -> None:
    room = Room(facts=facts)
    room.until(60)
    assert room.is_there
    assert not any(isinstance(s.request, DeclineEvent) for s in room.panel.log)


# ── two minutes without a doubt ───────────────────────────────────────────────────────────────────────────────────────


def restart(room: Room) -> None:
    room.panel.restart()


def set_clock(room: Room) -> None:
    room.panel.offset = timedelta(seconds=20)


def lose_one(room: Room) -> None:
    room.panel.refresh()
    if room.panel.wire is not None:
        room.panel.answer(LOST)


def sleep(room: Room) -> None:
    room.world.elapsed += 90


def move_to_now(room: Room) -> None:
    """From ten minutes further on to where it is due."""
    event = room.mailbox.events[room.event.id]
    room.mailbox.events[event.id] = replace(event, interval=room.slot(9, 60), etag="moved")


@pytest.mark.parametrize("doubt", [restart, set_clock, lose_one, sleep, move_to_now])
def test_a_doubt_shortly_before_puts_the_release_off(doubt: Callable[[Room], None]) -> None:
    room = Room()
    room.until(19.5)
    doubt(room)
    began = room.world.elapsed / 60
    room.until(began + 1.9)
    assert room.is_there
    assert room.is_asking
    room.until(began + 4)
    assert not room.is_there


def test_never_offline_and_not_at_once_when_the_link_is_back() -> None:
    room = Room()
    room.until(15)
    works = room.outcome

    def lost(_: Panel) -> Outcome:
        return LOST

    room.outcome = lost
    room.until(40)
    assert isinstance(room.panel.state.room_state, Unknown)
    assert awaited(room.panel.state.room_state) is not None, "one can still check in"
    assert room.panel.state.asking is None
    room.outcome = works
    back = room.world.elapsed / 60
    room.until(back + 1.9)
    assert room.is_there
    room.until(back + 4.5)
    assert not room.is_there


@pytest.mark.parametrize("wrong", [timedelta(hours=1), timedelta(hours=-1), timedelta(minutes=3), timedelta(days=1)])
def test_never_with_a_clock_that_office_365_does_not_share(wrong: timedelta) -> None:
    room = Room()
    room.panel.offset = wrong
    room.panel.restart()
    room.until(75)
    assert room.is_there


def test_nobody_is_expected_at_the_door_in_an_emergency() -> None:
    room = Room()
    room.until(12)
    room.panel.state = replace(room.panel.state, emergency="Leave the building.")
    room.until(40)
    assert room.is_there
    room.panel.state = replace(room.panel.state, emergency=None)
    room.until(41.5)
    assert room.is_there, "people are on their way back"
    room.until(43)
    assert not room.is_there


def test_in_a_room_out_of_service_nobody_is_asked_and_nothing_released() -> None:
    room = Room(policy=replace(POLICY, out_of_service="No light."))
    room.until(75)
    assert room.is_there


def test_a_link_that_tells_no_time_releases_nothing() -> None:
    room = Room()

    def silent(panel: Panel) -> Outcome:
        answer = room.mailbox.answer(panel.request)
        return replace(answer, told_at=None) if isinstance(answer, Read) else answer

    room.outcome = silent
    room.until(60)
    assert room.is_there


def test_a_schedule_kept_over_a_restart_is_no_ground_for_a_release() -> None:
    room = Room()
    room.until(21 - 2)
    room.outcome = lambda _: LOST
    room.panel.restart()
    room.until(30)
    assert room.panel.state.asking is None
    assert room.is_there


# ── races ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


Kind = type[ReadCalendar] | type[DeclineEvent]


def at_the_release(room: Room, kind: Kind, then: Callable[[], Outcome | None]) -> None:
    """Something happens once while the release's own request of that kind is on its way."""
    done: list[bool] = []

    def outcome(panel: Panel) -> Outcome:
        state = panel.state
        assert state.in_flight is not None
        owner = state.entry(state.in_flight.entry_id)
        if not done and owner is not None and owner.is_unasked and isinstance(panel.request, kind):
            done.append(True)
            answer = then()
            if answer is not None:
                return answer
        return room.mailbox.answer(panel.request)

    room.outcome = outcome


def test_a_check_in_while_the_calendar_is_read_comes_in_time() -> None:
    room = Room()
    ids: list[str] = []
    at_the_release(room, ReadCalendar, lambda: ids.append(room.check_in()))
    room.until(60)
    assert room.is_there


def test_a_check_in_while_the_decline_is_on_its_way_is_too_late_and_told_so() -> None:
    room = Room()
    ids: list[str] = []
    at_the_release(room, DeclineEvent, lambda: ids.append(room.check_in()))
    room.until(20.5)
    assert not room.is_there
    assert room.panel.verdicts[ids[0]].reason is Reason.GONE
    assert room.panel.state.undoable is not None


@pytest.mark.parametrize("what", ["cancel", "move", "remove"])
def test_the_organizer_is_quicker(what: str) -> None:
    room = Room()

    def quicker() -> None:
        event = room.mailbox.events[room.event.id]
        match what:
            case "cancel":
                room.mailbox.events[event.id] = replace(event, is_cancelled=True)
            case "move":
                room.mailbox.move(event.id, 30 * MINUTE)
            case _:
                room.mailbox.delete(event.id)

    at_the_release(room, ReadCalendar, quicker)
    room.until(21)
    assert room.mailbox.declined == []
    assert not any(e.stage is Stage.CONFIRMED for e in room.panel.state.entries)
    assert room.panel.state.undoable is None


@pytest.mark.parametrize("minute", [11.0, 19.99])
def test_exchange_releases_it_first(minute: float) -> None:
    room = Room()
    room.until(minute)
    assert room.panel.state.vanished_at is None
    room.mailbox.delete(room.event.id)
    room.until(25)
    assert room.panel.state.vanished_at is not None
    assert room.mailbox.declined == []
    assert not any(isinstance(s.request, DeclineEvent) for s in room.panel.log)


def test_a_meeting_called_off_has_not_vanished() -> None:
    room = Room()
    room.until(12)
    room.mailbox.events[room.event.id] = replace(room.mailbox.events[room.event.id], is_cancelled=True)
    room.until(25)
    assert room.panel.state.vanished_at is None
    room = Room(starts=30)
    room.until(25)
    room.mailbox.delete(room.event.id)
    room.until(29)
    assert room.panel.state.vanished_at is None, "before its start the organizer may have taken the room out"


FAILURES: list[Failure] = [
    LOST,
    Transient(reason="429", retry_after=5.0),
    AccessLost(access=Access.SECRET),
    AccessLost(access=Access.PERMISSION),
    *(Rejected(refusal=refusal, reason="no") for refusal in Refusal),
]


@pytest.mark.parametrize("arrives", [False, True])
@pytest.mark.parametrize("failure", FAILURES, ids=str)
def test_a_release_that_fails_is_not_repeated_until_all_is_well_again(failure: Failure, arrives: bool) -> None:
    room = Room()

    def lost() -> Outcome:
        if arrives:
            room.mailbox.answer(room.panel.request)
        return failure

    at_the_release(room, DeclineEvent, lost)
    room.until(20.05)
    began = room.world.elapsed / 60
    room.until(began + 1.8)
    declines = [s.at / 60 for s in room.panel.log if isinstance(s.request, DeclineEvent)]
    again = [d for d in declines if d > declines[0]]
    if isinstance(failure, Rejected):
        assert len(again) <= 1, "looked at again, and decided once more"
    else:
        assert again == []
    room.until(69)
    assert len(room.mailbox.declined) <= 1
    told = [e for e in room.panel.state.entries if e.is_unasked and e.stage is Stage.CONFIRMED]
    assert len(told) <= 1


@pytest.mark.parametrize("arrives", [False, True])
def test_a_power_cut_during_a_release(arrives: bool) -> None:
    room = Room()

    room.until(19.9)
    while room.panel.wire is None or not isinstance(room.panel.request, DeclineEvent):
        if room.panel.wire is not None:
            room.panel.deliver(room.mailbox)
        room.panel.save()
        room.panel.tick()
        room.world.elapsed += 0.2
    if arrives:
        room.mailbox.answer(room.panel.request)
    room.panel.restart()
    restarted = room.world.elapsed / 60
    room.until(restarted + 1.9)
    assert room.is_there is not arrives
    verdicts = [e for e in room.panel.state.entries if e.is_unasked]
    assert [(e.stage, e.reason) for e in verdicts] == [
        (Stage.CONFIRMED, None) if arrives else (Stage.REFUSED, Reason.LAPSED)
    ]
    room.until(restarted + 4)
    assert not room.is_there
    assert len(room.mailbox.declined) == 1


# ── taking it back ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_for_a_minute_the_same_slot_can_be_booked_again() -> None:
    room = Room()
    room.until(20.2)
    assert not room.is_there
    undoable = room.panel.state.undoable
    assert undoable is not None
    _, book = undoable
    assert (book.interval, book.subject) == (room.event.interval, "Rival")
    id = room.panel.ask(book)
    room.live(0.2)
    assert room.panel.verdict(id) is Stage.CONFIRMED
    [own] = room.mailbox.of(id)
    assert own.interval == room.event.interval
    assert room.panel.state.undoable is None
    room.until(65)
    assert room.mailbox.of(id), "it is not asked for again"


def test_after_a_minute_or_in_somebody_elses_slot_there_is_no_way_back() -> None:
    room = Room()
    room.until(20.2)
    room.mailbox.invite(room.slot(40, 15))
    room.panel.refresh()
    room.live(0.1)
    assert room.panel.state.undoable is None
    other = Room()
    other.until(20.2)
    assert other.panel.state.undoable is not None
    other.live(UNDO / MINUTE)
    assert other.panel.state.undoable is None
    assert len(other.panel.state.outcomes) == 1
    other.live(KEEP_OUTCOMES / MINUTE)
    assert other.panel.state.outcomes == ()


def test_what_was_released_and_comes_back_is_left_alone() -> None:
    room = Room()
    room.until(21)
    room.mailbox.events[room.event.id] = replace(room.event, etag="back")
    room.until(60)
    assert room.is_there
    assert not room.is_asking


def test_a_private_name_is_not_needed_to_take_a_room_back() -> None:
    room = Room(facts={"subject": None, "is_private": True})
    room.until(20.2)
    assert room.panel.state.undoable is not None
    assert room.panel.state.undoable[1].subject == POLICY.walk_up_subject
    operation = released(room.event, BEGIN, "Room", room.panel.room.zone, Cause.NO_CHECK_IN)
    assert operation.subject is None


# ── everything at once ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Past:
    """When a ground not to release last held, in true seconds."""

    started: float = 0.0
    failed: float = float("-inf")
    set: float = float("-inf")


class Absences(RuleBasedStateMachine):
    """Whatever happens: nothing is released but after two undisturbed minutes, truly ten minutes after the start."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room(starts=15)
        self.panel, self.mailbox, self.world = self.room.panel, self.room.mailbox, self.room.world
        self.past = Past()
        self.present: set[tuple[str, datetime]] = set()
        self.faults: list[Failure] = []
        self.seen = 0
        self.room.outcome = self._answered
        self.lost_reply = False

    @initialize(made=st.sampled_from([0, 90, 150, 3000]), length=st.sampled_from([15, 60, 480]))
    def another(self, made: int, length: int) -> None:
        self.mailbox.invite(self.room.slot(80, length), made=timedelta(minutes=made))

    @rule(minutes=st.sampled_from([0.2, 1, 1.9, 3, 9]))
    def time_passes(self, minutes: float) -> None:
        self.room.live(minutes)

    @rule()
    def somebody_checks_in(self) -> None:
        asked = awaited(self.panel.state.room_state)
        if asked is not None:
            id = self.panel.ask(CheckIn(interval=asked.interval, event_id=asked.id))
            if self.panel.verdict(id) is not Stage.REFUSED:
                self.present.add((asked.id, asked.interval.start))

    @rule(failure=st.sampled_from(FAILURES[:4]), times=st.integers(1, 3))
    def fails(self, failure: Failure, times: int) -> None:
        self.faults += [failure] * times

    @rule()
    def loses_the_next_reply(self) -> None:
        self.lost_reply = True

    @rule(seconds=st.sampled_from([-86400, -3600, -90, 0, 0, 90, 3600, 86400]))
    def clock_is_set(self, seconds: int) -> None:
        if self.panel.offset != timedelta(seconds=seconds):
            self.past.set = self.world.elapsed
        self.panel.offset = timedelta(seconds=seconds)

    @rule()
    def power_cut(self) -> None:
        self.panel.save()
        self.panel.restart()
        self.past.started = self.world.elapsed

    @rule(minutes=st.sampled_from([-20, -5, 5, 20]))
    def organizer_moves(self, minutes: int) -> None:
        for event in list(self.mailbox.events.values()):
            if not event.is_organizer:
                self.mailbox.move(event.id, minutes * MINUTE)

    @rule()
    def organizer_cancels(self) -> None:
        for event in list(self.mailbox.events.values())[:1]:
            self.mailbox.delete(event.id)

    def _answered(self, panel: Panel) -> Outcome:
        if isinstance(panel.request, DeclineEvent):
            self._may(panel.request)
        if self.lost_reply:
            self.lost_reply = False
            self.mailbox.answer(panel.request)
            self.past.failed = self.world.elapsed
            return LOST
        if self.faults:
            self.past.failed = self.world.elapsed
            return self.faults.pop()
        return self.mailbox.answer(panel.request)

    def _may(self, request: DeclineEvent) -> None:
        state, now = self.panel.state, self.world.elapsed
        assert state.in_flight is not None
        entry = state.entry(state.in_flight.entry_id)
        assert entry is not None
        assert isinstance(entry.operation, Release)
        patience = PATIENCE.total_seconds() - 0.1
        assert now - self.past.started >= patience
        assert now - self.past.failed >= patience
        assert now - self.past.set >= patience
        start = entry.interval.start
        assert self.world.now >= start + POLICY.release_after - WRONG, "by true time"
        assert (entry.operation.event_id, start) not in self.present
        there = self.mailbox.events.get(request.event_id)
        if there is not None:
            assert there.interval.start == start
            assert there.created_at is not None
            assert there.created_at <= start - SHORT_NOTICE + MINUTE
            assert there.interval.duration < LONG
            assert there.is_attended
        before = self.panel.log[-2]
        assert isinstance(before.request, ReadCalendar)
        assert before.at >= now - 1

    def teardown(self) -> None:
        self.faults.clear()
        self.panel.offset = timedelta()
        self.room.live(5)
        assert all(e.is_final or not e.is_unasked for e in self.panel.state.entries)


TestAbsences = Absences.TestCase
TestAbsences.settings = settings(max_examples=settings.default.max_examples, stateful_step_count=30)  # pyright: ignore
