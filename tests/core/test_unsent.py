"""A panel that leaves its room, and one that has come from another: what people were promised is sent or told."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.machine import (
    KEEP_OUTCOMES,
    Answered,
    Asked,
    FeedTold,
    ForgetEntry,
    Leaving,
    LossTold,
    Read,
    Send,
    Started,
    State,
    Ticked,
    step,
)
from roomdisplay.core.outbox import (
    FINAL,
    Book,
    Cancel,
    Cause,
    CheckIn,
    End,
    Entry,
    Extend,
    Move,
    Operation,
    Reason,
    Release,
    Source,
    Stage,
)
from roomdisplay.core.policy import Policy
from roomdisplay.core.unsent import is_lost, is_owed, moved, verb
from roomdisplay.core.wox import Feed, RoomSettings
from roomdisplay.core.wox_side import WoxSide
from tests.core.world import BEGIN, ROOM

OLD, NEW, NEARBY = "old@example.com", ROOM.address, "nearby@example.com"
SLOT = Interval(BEGIN + timedelta(hours=1), BEGIN + timedelta(hours=2))
OPERATIONS: tuple[Operation, ...] = (
    Book(interval=SLOT, subject="Walk-up"),
    Extend(interval=SLOT, before=SLOT.start),
    Move(interval=SLOT, before=SLOT),
    End(interval=SLOT),
    Cancel(interval=SLOT),
    Release(interval=SLOT, event_id="e", comment=""),
    Release(interval=SLOT, event_id="e", comment="", cause=Cause.NO_CHECK_IN),
    CheckIn(interval=SLOT, event_id="e"),
)


def entry(operation: Operation = OPERATIONS[0], stage: Stage = Stage.CHECK, **facts: object) -> Entry:
    made = Entry(id="x", booking_id="x", operation=operation, made_at=BEGIN, stage=stage)
    return replace(made, **facts)


entries = st.builds(
    Entry,
    id=st.just("x"),
    booking_id=st.just("x"),
    operation=st.sampled_from(OPERATIONS),
    made_at=st.just(BEGIN),
    source=st.sampled_from(Source),
    room=st.sampled_from([None, NEW, NEARBY]),
    stage=st.sampled_from(Stage),
    written=st.booleans(),
)


@given(entries)
def test_what_is_taken_along_is_about_the_same_calendar_as_before(before: Entry) -> None:
    after = moved(before, OLD, NEW)
    if after is None:
        assert not is_owed(before) or isinstance(before.operation, CheckIn)
        return
    assert (after.room or NEW) == (before.room or OLD)
    assert after.source is Source.EARLIER
    assert replace(after, room=before.room, source=before.source) == before
    assert moved(after, NEW, NEARBY) is not None, "and on to a third room"


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("stage", Stage)
def test_what_is_owed(operation: Operation, stage: Stage) -> None:
    of_a_person = not (isinstance(operation, Release) and operation.cause is Cause.NO_CHECK_IN)
    assert is_owed(entry(operation, stage)) == (of_a_person and stage not in FINAL)
    assert not is_owed(entry(operation, stage, source=Source.WOX)), "WOX goes on asking for it elsewhere"
    assert verb(entry(operation, stage))


def begun(*kept: Entry, **facts: object) -> State:
    now = Instant(wall=BEGIN, mono=1000.0)
    state = replace(State(room=ROOM, policy=Policy(), now=now), **facts)
    return step(state, Started(now=now, schedule=None, read_at=None, entries=kept))[0]


def later(state: State, seconds: float) -> Instant:
    return Instant(wall=state.now.wall + timedelta(seconds=seconds), mono=state.now.mono + seconds)


def test_a_panel_that_leaves_takes_no_bookings_and_sends_those_it_has() -> None:
    state = begun()
    state, _ = step(state, Asked(now=state.now, id="x", booking_id="x", operation=OPERATIONS[0]))
    state, _ = step(state, Leaving(now=state.now))
    assert [e.id for e in state.owed] == ["x"]
    assert state.policy.out_of_service
    settings = RoomSettings(room=ROOM, policy=Policy())
    state, _ = step(replace(state, wox=WoxSide()), FeedTold(now=state.now, feed=Feed(cursor="1", settings=settings)))
    assert state.policy.out_of_service, "whatever WOX says meanwhile"


def test_an_old_rooms_booking_is_sent_to_the_old_room() -> None:
    taken = moved(entry(), OLD, NEW)
    assert taken is not None
    now = Instant(wall=BEGIN, mono=1000.0)
    state = State(room=ROOM, policy=Policy(), now=now)
    state, effects = step(state, Started(now=now, schedule=None, read_at=None, entries=(taken,)))
    (sent,) = (e for e in effects if isinstance(e, Send))
    assert sent.room.address == OLD
    assert state.outcomes == (), "nobody at this door asked for it"
    found = Read(meetings=(), told_at=None)
    state, effects = step(state, Answered(now=now, number=sent.number, outcome=found))
    assert [e.room.address for e in effects if isinstance(e, Send)] == [OLD]


def test_where_the_link_does_not_reach_it_facilities_are_told_and_then_it_is_forgotten() -> None:
    taken = moved(entry(), OLD, NEW)
    assert taken is not None
    now = Instant(wall=BEGIN, mono=1000.0)
    state = State(room=ROOM, policy=Policy(), now=now)
    state, effects = step(state, Started(now=now, schedule=None, read_at=None, entries=(taken,)))
    (sent,) = (e for e in effects if isinstance(e, Send))
    denied = AccessLost(access=Access.PERMISSION, code="ErrorAccessDenied")
    state, _ = step(state, Answered(now=now, number=sent.number, outcome=denied))
    (lost,) = state.lost
    assert (lost.stage, lost.reason) == (Stage.REFUSED, Reason.NOT_ALLOWED)
    assert state.failure is None, "this room's screen is as good as before"
    state, _ = step(state, Ticked(now=later(state, 10 * KEEP_OUTCOMES.total_seconds())))
    assert state.lost == (lost,), "until they know"
    assert begun(lost).lost == (lost,), "after a restart too"
    state, effects = step(state, LossTold(now=state.now, id=lost.id))
    assert (state.lost, state.entries) == ((), ())
    assert ForgetEntry(id=lost.id) in effects
    assert step(state, LossTold(now=state.now, id=lost.id)) == (state, ())


def test_nothing_else_is_forgotten_by_being_told() -> None:
    state = begun(entry())
    assert step(state, LossTold(now=state.now, id="x"))[0].entries == state.entries
    assert not is_lost(entry(stage=Stage.REFUSED)), "who asked here is told here"
