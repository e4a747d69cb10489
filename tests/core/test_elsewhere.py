"""Other rooms in the machine: when they are asked about, bookings there, and what they must never do to this one."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core import outbox
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.freshness import Live
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import KEEP_OUTCOMES, Outcome, ReadAvailability, ReadCalendar
from roomdisplay.core.nearby import REFRESH_EVERY, FreeLater, FreeNow, NotKnown, outlook
from roomdisplay.core.outbox import Book, Entry, Extend, Reason, Stage
from roomdisplay.core.room import Room
from roomdisplay.core.traffic import FAILING_BUDGET
from tests.core.test_machine import drive, most_in_a_failing_minute, most_in_a_minute, sent, slot, whole_reads
from tests.core.world import BEGIN, LOST, ROOM, House, Panel, World

HALF_HOUR = slot(0, 30)
FAILURES: list[Failure] = [
    LOST,
    Transient(reason="429", retry_after=3.0),
    AccessLost(access=Access.SECRET),
    AccessLost(access=Access.PERMISSION),
    AccessLost(access=Access.ROOM),
    AccessLost(access=Access.SIGN_IN),
    Bug(reason="?"),
    Rejected(refusal=Refusal.INVALID, reason="no"),
]


def neighbours(count: int) -> tuple[Room, ...]:
    return tuple(Room(address=f"r{n}@example.com", name=f"Room {n}", zone=ROOM.zone) for n in range(count))


def fresh(count: int = 2) -> tuple[World, House, Panel]:
    world = World()
    rooms = neighbours(count)
    house = House(world, (ROOM, *rooms))
    panel = Panel(world, nearby=rooms)
    drive(world, panel, 1, works(house))
    return world, house, panel


def works(house: House) -> Callable[[Panel], Outcome]:
    def outcome(panel: Panel) -> Outcome:
        assert panel.wire is not None
        return house.answer(panel.wire)

    return outcome


def surveys(panel: Panel) -> list[float]:
    return [s.at for s in panel.log if isinstance(s.request, ReadAvailability)]


def book_there(panel: Panel, interval: Interval = HALF_HOUR, room: int = 0) -> str:
    return panel.ask(Book(interval=interval, subject="Walk-up"), room=panel.nearby[room].address)


# ── asking ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_while_nobody_looks_rooms_near_by_cost_nothing() -> None:
    world, house, panel = fresh(50)
    drive(world, panel, 3600, works(house), taps={600.0: lambda p: p.watch(), 601.0: lambda p: p.watch(False)})
    assert len(surveys(panel)) == 3
    assert most_in_a_minute([at for at in sent(panel) if at not in surveys(panel)]) <= 2
    assert sent(panel) == sorted([*whole_reads(panel), *surveys(panel)])


def test_a_page_that_is_open_is_asked_for_once_a_minute() -> None:
    world, house, panel = fresh()
    panel.watch()
    drive(world, panel, 1800, works(house))
    times = surveys(panel)
    assert times[0] == pytest.approx(1.0)
    assert all(REFRESH_EVERY <= b - a <= REFRESH_EVERY + 1 for a, b in itertools.pairwise(times))
    assert most_in_a_minute(sent(panel)) <= 3
    assert len(times) >= 28


def test_opening_and_closing_all_the_time_asks_no_more_often() -> None:
    world, house, panel = fresh()
    taps: dict[float, Callable[[Panel], object]] = {
        2.0 + n / 2: (lambda p: p.watch()) if n % 2 == 0 else (lambda p: p.watch(False)) for n in range(240)
    }
    drive(world, panel, 123, works(house), latency=lambda: 0.4, taps=taps)
    assert len(surveys(panel)) <= 3


def test_more_rooms_than_one_question_holds_are_asked_about_in_several_one_at_a_time() -> None:
    world, house, panel = fresh(45)
    panel.watch()
    drive(world, panel, 5, works(house))
    asked = [s.request.rooms for s in panel.log if isinstance(s.request, ReadAvailability)]
    assert [len(rooms) for rooms in asked] == [20, 20, 5]
    assert tuple(room for rooms in asked for room in rooms) == panel.nearby
    assert all(s.room == ROOM for s in panel.log)
    assert all(
        isinstance(outlook(panel.now.wall, panel.state.promised_in(r), panel.policy), FreeNow) for r in panel.nearby
    )


def test_a_room_that_cannot_be_read_is_not_known_and_the_others_are() -> None:
    world, house, panel = fresh()
    house.closed.add(panel.nearby[0].address)
    house.mailboxes[panel.nearby[1].address].invite(slot(-10, 60))
    panel.watch()
    drive(world, panel, 5, works(house))
    first, second = (outlook(panel.now.wall, panel.state.promised_in(r), panel.policy) for r in panel.nearby)
    assert first == NotKnown()
    assert second == FreeLater(start=slot(0, 50).end, until=None)
    assert panel.state.failure is None


@pytest.mark.parametrize("failure", FAILURES, ids=repr)
@pytest.mark.parametrize("count", [2, 50])
def test_an_hour_of_failure_with_the_page_open_stays_within_the_budget(failure: Failure, count: int) -> None:
    world, _, panel = fresh(count)
    panel.watch()
    panel.jitter = lambda: 0.0
    drive(world, panel, 3600, lambda _: failure, taps={100.0: lambda p: book_there(p), 200.0: lambda p: p.refresh()})
    assert most_in_a_failing_minute(panel) <= FAILING_BUDGET
    assert most_in_a_minute([at for at in sent(panel) if at > 100]) <= FAILING_BUDGET
    reads = [*whole_reads(panel), world.elapsed]
    assert max(b - a for a, b in itertools.pairwise(reads)) <= 140


@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_what_is_wrong_with_the_others_is_not_said_of_this_room(failure: Failure) -> None:
    world, house, panel = fresh()

    def outcome(panel: Panel) -> Outcome:
        assert panel.wire is not None
        elsewhere = panel.wire.room != ROOM or isinstance(panel.wire.request, ReadAvailability)
        return failure if elsewhere else house.answer(panel.wire)

    panel.watch()
    book_there(panel)
    seen: list[Failure | None] = []
    for _ in range(120):
        drive(world, panel, 5, outcome)
        seen.append(panel.state.failure)
        assert isinstance(panel.state.freshness, Live) or panel.state.failure == failure
    # only who the panel is concerns every room; it is taken back by the next read of this one
    concerns_all = isinstance(failure, AccessLost) and failure.access in (Access.SECRET, Access.SIGN_IN)
    assert any(seen) == concerns_all
    assert None in seen
    reads = [*whole_reads(panel), world.elapsed]
    assert max(b - a for a, b in itertools.pairwise(reads)) <= 61


# ── booking there ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_booking_there_is_checked_written_and_verified_there_and_changes_nothing_here() -> None:
    world, house, panel = fresh()
    before, read_at = panel.state.schedule, panel.state.read_at
    panel.watch()
    drive(world, panel, 2, works(house))
    id = book_there(panel)
    assert panel.state.promised == before
    there = panel.state.promised_in(panel.nearby[0])
    assert there is not None
    assert [m.is_held for m in there.meetings] == [True]
    drive(world, panel, 5, works(house))
    assert panel.verdict(id) is Stage.CONFIRMED
    mine = [s for s in panel.log if s.room == panel.nearby[0]]
    assert [type(s.request) for s in mine] == [ReadCalendar, outbox.CreateEvent, ReadCalendar]
    [event] = house.mailboxes[panel.nearby[0].address].events.values()
    assert (event.booking_id, event.interval) == (id, slot(0, 30))
    assert not house.mailboxes[ROOM.address].events
    assert panel.state.schedule == before
    assert panel.state.read_at == read_at
    # whoever looks next, before the next survey, is not offered what is taken
    assert isinstance(outlook(panel.now.wall, panel.state.promised_in(panel.nearby[0]), panel.policy), FreeLater)


def test_whoever_was_first_there_keeps_it() -> None:
    world, house, panel = fresh()
    mailbox = house.mailboxes[panel.nearby[0].address]

    def outcome(panel: Panel) -> Outcome:
        assert panel.wire is not None
        if isinstance(panel.wire.request, outbox.CreateEvent):
            mailbox.invite(slot(5, 30))
        return house.answer(panel.wire)

    id = book_there(panel)
    drive(world, panel, 20, outcome)
    assert panel.verdicts[id].reason is Reason.TAKEN
    assert mailbox.of(id) == []
    assert len(mailbox.events) == 1


def test_a_room_that_is_closed_to_the_panel_is_refused_at_once() -> None:
    world, house, panel = fresh()
    house.closed.add(panel.nearby[0].address)
    id = book_there(panel)
    drive(world, panel, 2, works(house))
    assert (panel.verdict(id), panel.verdicts[id].reason) == (Stage.REFUSED, Reason.NOT_ALLOWED)
    assert isinstance(panel.state.freshness, Live)
    drive(world, panel, KEEP_OUTCOMES.total_seconds() + 60, works(house))
    assert panel.state.entries == ()


def test_what_may_stand_there_is_looked_for_until_its_time_is_over() -> None:
    world, house, panel = fresh()
    room = panel.nearby[0].address

    def lose_the_reply(panel: Panel) -> Outcome:
        assert panel.wire is not None
        outcome = house.answer(panel.wire)
        if isinstance(panel.wire.request, outbox.CreateEvent):
            house.closed.add(room)
            return LOST
        return outcome

    id = book_there(panel)
    drive(world, panel, 300, lose_the_reply)
    assert panel.verdict(id) is Stage.CHECK
    panel.restart()
    drive(world, panel, 300, works(house))
    assert panel.verdict(id) is Stage.CHECK
    house.closed.clear()
    drive(world, panel, 120, works(house))
    assert panel.verdict(id) is Stage.CONFIRMED
    assert len(house.mailboxes[room].events) == 1


def test_what_may_stand_there_is_given_up_once_it_is_over() -> None:
    entry = Entry(
        id="x",
        booking_id="x",
        operation=Book(interval=slot(-60, 30), subject=""),
        made_at=BEGIN,
        room="r0@example.com",
        stage=Stage.CHECK,
        written=True,
    )
    lost = AccessLost(access=Access.ROOM)
    assert outbox.advance(entry, lost, BEGIN, 0.0).stage is Stage.EXPIRED
    assert (
        outbox.advance(replace(entry, operation=Book(interval=slot(0, 30), subject="")), lost, BEGIN, 0.0).attempts == 1
    )
    assert outbox.advance(replace(entry, room=None), lost, BEGIN, 0.0).stage is Stage.CHECK


def test_after_a_power_cut_nothing_is_refused_that_may_stand_there() -> None:
    world, house, panel = fresh()
    id = book_there(panel)
    panel.save()
    panel.deliver(house.mailboxes[panel.nearby[0].address])
    assert isinstance(panel.request, outbox.CreateEvent)
    panel.unsaved.clear()  # the disk is a step behind
    assert panel.wire is not None
    house.answer(panel.wire)
    panel.restart()
    house.closed.add(panel.nearby[0].address)
    drive(world, panel, 60, works(house))
    assert panel.verdict(id) is Stage.CHECK
    house.closed.clear()
    drive(world, panel, 120, works(house))
    assert panel.verdict(id) is Stage.CONFIRMED


def test_a_room_that_does_not_answer_does_not_hold_up_this_one() -> None:
    world, house, panel = fresh()
    there = book_there(panel)

    def outcome(panel: Panel) -> Outcome:
        assert panel.wire is not None
        return LOST if panel.wire.room != ROOM else house.answer(panel.wire)

    drive(world, panel, 10, outcome)
    here = panel.ask(Book(interval=slot(0, 30), subject="Walk-up"))
    longer = panel.ask(Extend(interval=slot(0, 60), before=slot(0, 30).end), here)
    drive(world, panel, 120, outcome)
    assert (panel.verdict(here), panel.verdict(longer)) == (Stage.CONFIRMED, Stage.CONFIRMED)
    assert panel.verdict(there) is Stage.CHECK
    drive(world, panel, 120, works(house))
    assert panel.verdict(there) in (Stage.CONFIRMED, Stage.EXPIRED)


def test_a_room_that_is_configured_no_more_is_still_kept_its_promise() -> None:
    world, house, panel = fresh()
    id = book_there(panel)
    panel.save()
    panel.nearby = ()
    panel.restart()
    drive(world, panel, 10, works(house))
    assert panel.verdict(id) is Stage.CONFIRMED


@given(
    st.lists(
        st.tuples(st.sampled_from(["here", "there", "restart", "watch", "leave", "rival"]), st.floats(0.1, 40)),
        max_size=12,
    ),
    st.lists(st.sampled_from([None, None, "request", "reply"]), max_size=40),
)
def test_promises_are_kept_wherever_they_were_made(script: list[tuple[str, float]], losses: list[str | None]) -> None:
    world, house, panel = fresh()
    lost = iter(losses)

    def outcome(panel: Panel) -> Outcome:
        assert panel.wire is not None
        loss = next(lost, None)
        if loss == "request":
            return LOST
        answer = house.answer(panel.wire)
        return LOST if loss == "reply" else answer

    for n, (kind, pause) in enumerate(script):
        interval = slot(n * 3, 25)
        match kind:
            case "here":
                panel.ask(Book(interval=interval, subject="Walk-up"))
            case "there":
                book_there(panel, interval, n % 2)
            case "restart":
                panel.restart()
            case "rival":
                house.mailboxes[panel.nearby[n % 2].address].invite(interval)
            case _:
                panel.watch(kind == "watch")
        drive(world, panel, pause, outcome)
    drive(world, panel, 900, works(house))
    for id, entry in panel.verdicts.items():
        assert entry.is_final
        found = {address: box.of(id) for address, box in house.mailboxes.items()}
        home = entry.room or ROOM.address
        assert all(not events for address, events in found.items() if address != home)
        assert len(found[home]) == (entry.stage is Stage.CONFIRMED)
    for box in house.mailboxes.values():
        events = sorted(e.interval for e in box.events.values())
        assert all(a.end <= b.start for a, b in itertools.pairwise(events))
