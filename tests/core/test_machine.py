"""The machine as it is driven by a shell: when it wakes, what it sends, and what it makes of the answers."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core import outbox
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.freshness import Live, Never
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.machine import (
    AHEAD,
    KEEP_OUTCOMES,
    Answered,
    Asked,
    EntryNotSaved,
    EntrySaved,
    ForgetEntry,
    Outcome,
    Read,
    ReadCalendar,
    SaveEntry,
    SaveSchedule,
    Send,
    Started,
    State,
    Ticked,
    step,
    wake_at,
)
from roomdisplay.core.outbox import Book, Cancel, Deleted, Entry, Extend, Reason, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.core.room_state import Busy, Free, Unknown, room_state
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.traffic import FAILING_BUDGET, RETRY_AFTER_LONGEST, Traffic
from tests.core.world import BEGIN, LOST, ROOM, Mailbox, Panel, World, settle

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def drive(
    world: World,
    panel: Panel,
    seconds: float,
    outcome: Callable[[Panel], Outcome],
    latency: Callable[[], float] = lambda: 0.05,
    taps: dict[float, Callable[[Panel], object]] | None = None,
) -> None:
    """Lets time pass as a shell would: sleeping exactly as long as the machine allows."""
    end = world.elapsed + seconds
    waiting = sorted((taps or {}).items())
    answer_at = world.elapsed
    had: object = None
    panel.tick()
    while True:
        panel.save()
        if panel.wire is not had:
            had = panel.wire
            answer_at = world.elapsed + latency()
        due = answer_at if panel.wire is not None else panel.wakes_at
        upcoming = min([due, *(at for at, _ in waiting[:1])])
        if upcoming >= end:
            world.elapsed = end
            return
        world.elapsed = max(world.elapsed, upcoming)
        if waiting and waiting[0][0] <= world.elapsed:
            waiting.pop(0)[1](panel)
        elif panel.wire is not None:
            panel.answer(outcome(panel))
        else:
            panel.tick()
            assert panel.wire is not None or panel.wakes_at > world.elapsed, "a busy loop"


def works(mailbox: Mailbox) -> Callable[[Panel], Outcome]:
    return lambda panel: mailbox.answer(panel.request)


def most_in_a_minute(times: list[float]) -> int:
    return max((n - bisect_right(times, at - 60) for n, at in enumerate(times, start=1)), default=0)


def most_in_a_failing_minute(panel: Panel) -> int:
    """From the first request of a run of failures on, until a minute has passed without another."""
    times = sent(panel)
    runs: list[tuple[float, float]] = []
    for at, left in panel.failed:
        if runs and at < runs[-1][1]:
            runs[-1] = runs[-1][0], at + 60.5
        else:
            runs.append((times[left - 1], at + 60.5))
    return max((most_in_a_minute([t for t in times if start <= t < end]) for start, end in runs), default=0)


def sent(panel: Panel) -> list[float]:
    return [s.at for s in panel.log]


def whole_reads(panel: Panel) -> list[float]:
    return [s.at for s in panel.log if isinstance(s.request, ReadCalendar) and not s.request.detailed]


def slot(start: int, length: int) -> Interval:
    """Minutes from BEGIN."""
    return Interval(BEGIN + start * MINUTE, BEGIN + (start + length) * MINUTE)


def fresh(seconds: float = 1.0) -> tuple[World, Mailbox, Panel]:
    world = World()
    mailbox = Mailbox(world)
    panel = Panel(world)
    drive(world, panel, seconds, works(mailbox))
    return world, mailbox, panel


def book(panel: Panel, interval: Interval) -> str:
    return panel.ask(Book(interval=interval, subject="Walk-up"))


# ── traffic ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe"])
def test_two_idle_days(zone: str) -> None:
    world = World(datetime(2026, 10, 3, 9, 7, 13, tzinfo=UTC))
    mailbox = Mailbox(world)
    begin = world.begin.replace(minute=0, second=0)
    for n in range(60):
        mailbox.invite(Interval(begin + n * 50 * MINUTE, begin + (n * 50 + 15 + n % 3 * 15) * MINUTE))
    panel = Panel(world, room=replace(ROOM, zone=ZoneInfo(zone)))
    drive(world, panel, 2 * 86400, works(mailbox))
    times = sent(panel)
    assert times == whole_reads(panel)
    assert most_in_a_minute(times) <= 2
    assert max(b - a for a, b in pairwise(times)) <= 45.1
    for event in mailbox.events.values():
        for boundary in (event.interval.start, event.interval.end):
            after = (boundary - world.begin).total_seconds()
            if 0 < after < 2 * 86400 - 60:
                assert times[bisect_right(times, after)] - after <= 16.2
    assert panel.state.schedule is not None
    assert panel.state.schedule.window == panel.state.window


def test_a_shell_that_ticks_every_second_reads_no_more_often() -> None:
    world = World(datetime(2026, 3, 10, 22, 55, 7, tzinfo=UTC))  # five minutes before midnight in Berlin
    mailbox = Mailbox(world)
    panel = Panel(world)
    panel.deliver(mailbox)
    for second in range(1, 900):
        world.elapsed = float(second)
        panel.tick()
        if panel.wire:
            panel.deliver(mailbox)
    assert most_in_a_minute(sent(panel)) <= 2
    assert panel.state.schedule is not None
    assert panel.state.schedule.window == panel.state.window


def test_of_boundaries_close_together_the_last_one_is_waited_for() -> None:
    traffic = Traffic(sent=(0.0,), read_at=0.0)
    assert traffic.next_read_at(30.0, [10.0, 31.0, 40.0, 44.0, 45.0]) == 45.0
    assert traffic.next_read_at(30.0, [28.0, 60.0]) == 30.0


FAILURES: list[Failure] = [
    LOST,
    Transient(reason="429", retry_after=3.0),
    AccessLost(access=Access.SECRET),
    AccessLost(access=Access.PERMISSION),
    Bug(reason="?"),
    *(Rejected(refusal=refusal, reason="no") for refusal in Refusal),
]
TAPS = st.dictionaries(st.floats(0, 590), st.sampled_from(["book", "cancel", "refresh", "restart?"]), max_size=12)


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.none(), st.sampled_from(FAILURES)),
            st.sampled_from([0.0, 0.05, 2.0, 31.0]),
            st.sampled_from([0.0, 0.0, 0.5, 0.999]),
        ),
        min_size=1,
        max_size=30,
    ),
    TAPS,
)
def test_at_most_four_requests_in_any_minute_once_something_failed(
    script: list[tuple[Failure | None, float, float]], taps: dict[float, str]
) -> None:
    world, mailbox, panel = fresh()
    turn = iter(range(10**9))
    outcomes: list[int] = []

    def outcome(panel: Panel) -> Outcome:
        outcomes.append(n := next(turn))
        failure, _, jitter = script[n % len(script)]
        panel.jitter = lambda: jitter
        return mailbox.answer(panel.request) if failure is None else failure

    def tap(kind: str) -> Callable[[Panel], object]:
        def act(panel: Panel) -> object:
            match kind:
                case "book":
                    start = (panel.asked * 15) % 600
                    return book(panel, slot(start, 15))
                case "cancel" if panel.asked:
                    return panel.ask(Cancel(interval=slot(0, 15)), "a1")
                case _:
                    return panel.refresh()

        return act

    drive(
        world,
        panel,
        600,
        outcome,
        latency=lambda: script[len(outcomes) % len(script)][1],
        taps={1 + at: tap(kind) for at, kind in taps.items()},
    )
    assert most_in_a_failing_minute(panel) <= FAILING_BUDGET, (sent(panel), panel.failed)
    # nothing starves: whatever fails, the schedule is asked for at least every two minutes or so
    reads = [*whole_reads(panel), world.elapsed]
    assert max(b - a for a, b in pairwise(reads)) <= 140, reads


@pytest.mark.parametrize("failure", FAILURES, ids=lambda f: f"{type(f).__name__} {getattr(f, 'refusal', '')}")
def test_days_of_nothing_but_failure(failure: Failure) -> None:
    world, _, panel = fresh()
    book(panel, slot(0, 30))
    panel.jitter = lambda: 0.0
    drive(world, panel, 86400, lambda _: failure, taps={100.0: lambda p: book(p, slot(60, 30))})
    assert most_in_a_failing_minute(panel) <= FAILING_BUDGET
    assert len(sent(panel)) < 4.1 * 1440
    assert len(whole_reads(panel)) > 1024
    assert panel.state.traffic.failures == 0 or panel.state.failure == failure


@given(st.floats(0, 10_000), st.booleans())
def test_retry_after_is_obeyed(seconds: float, writing: bool) -> None:
    world, mailbox, panel = fresh()
    if writing:
        book(panel, slot(0, 30))
        panel.save()
        panel.deliver(mailbox)
    else:
        drive(world, panel, 40, works(mailbox))
        panel.refresh()
    world.elapsed += 1
    panel.answer(Transient(reason="429", retry_after=seconds))
    throttled, before = world.elapsed, len(panel.log)
    drive(world, panel, min(seconds, RETRY_AFTER_LONGEST) + 130, works(mailbox), taps={50.0: Panel.refresh})
    later = [s.at for s in panel.log[before:]]
    assert later[0] >= throttled + min(seconds, RETRY_AFTER_LONGEST)
    assert later[0] <= throttled + min(seconds, RETRY_AFTER_LONGEST) + 61


@given(st.lists(st.sampled_from(FAILURES), min_size=1, max_size=40), st.floats(0, 1, exclude_max=True))
def test_recovery_is_prompt(failures: list[Failure], jitter: float) -> None:
    world, mailbox, panel = fresh()
    panel.jitter = lambda: jitter
    id = book(panel, slot(0, 480))
    left = iter(failures)
    mended: list[float] = []

    def outcome(panel: Panel) -> Outcome:
        failure = next(left, None)
        if failure is None and not mended:
            mended.append(world.elapsed)
        return mailbox.answer(panel.request) if failure is None else failure

    drive(world, panel, 40 * 61 + 400, outcome)
    (at,) = mended
    assert panel.state.failure is None
    assert panel.verdict(id) in (Stage.CONFIRMED, Stage.REFUSED)
    assert bool(mailbox.of(id)) == (panel.verdict(id) is Stage.CONFIRMED)
    # from the first good answer on: a booking needs at most three more requests and their share of the budget
    assert min(t for t in whole_reads(panel) if t >= at - 0.1) - at <= 125
    writes = [s.at for s in panel.log if isinstance(s.request, outbox.CreateEvent)]
    assert panel.verdict(id) is Stage.REFUSED or writes[-1] - at <= 185


def test_a_calendar_that_is_suddenly_empty_is_asked_again_before_the_screen_turns_green() -> None:
    world, mailbox, panel = fresh()
    mailbox.invite(slot(0, 60))
    mailbox.invite(slot(120, 60))
    panel.refresh()
    drive(world, panel, 1, works(mailbox))
    known = panel.state.schedule
    answers = iter([Read(meetings=())])

    def outcome(panel: Panel) -> Outcome:
        return next(answers, None) or mailbox.answer(panel.request)

    before = len(whole_reads(panel))
    panel.refresh()
    panel.answer(outcome(panel))
    assert panel.state.schedule == known
    assert panel.state.doubted
    assert isinstance(panel.request, ReadCalendar)
    drive(world, panel, 1, outcome)
    assert panel.state.schedule == known
    assert not panel.state.doubted
    assert len(whole_reads(panel)) - before == 2


def test_a_calendar_that_stays_empty_is_believed_the_second_time() -> None:
    world, mailbox, panel = fresh()
    mailbox.invite(slot(0, 60))
    panel.refresh()
    drive(world, panel, 1, works(mailbox))
    drive(world, panel, 61, lambda _: Read(meetings=()))
    assert panel.state.schedule is not None
    assert panel.state.schedule.meetings == ()


def test_while_in_doubt_no_booking_is_decided() -> None:
    world, mailbox, panel = fresh()
    mailbox.invite(slot(0, 60))
    panel.refresh()
    drive(world, panel, 1, works(mailbox))
    id = book(panel, slot(0, 30))
    panel.save()
    panel.answer(Read(meetings=()))
    assert isinstance(panel.request, ReadCalendar)
    drive(world, panel, 5, works(mailbox))
    assert panel.verdicts[id].reason is Reason.TAKEN
    assert not any(isinstance(s.request, outbox.CreateEvent) for s in panel.log)


@pytest.mark.parametrize("drop", [LOST, Transient(reason="503")])
def test_one_lost_request_costs_a_person_seconds_and_not_a_minute(drop: Failure) -> None:
    world, mailbox, panel = fresh()
    drive(world, panel, 40, works(mailbox))
    id = book(panel, slot(0, 480))
    begun = world.elapsed
    lost = iter([drop])

    def outcome(panel: Panel) -> Outcome:
        if isinstance(panel.request, outbox.CreateEvent) and (failure := next(lost, None)) is not None:
            return failure
        return mailbox.answer(panel.request)

    drive(world, panel, 5, outcome)
    assert panel.verdict(id) is Stage.CONFIRMED
    assert world.elapsed - begun <= 5.1


def test_after_an_outage_the_next_read_is_at_most_a_minute_away() -> None:
    world, mailbox, panel = fresh()
    panel.jitter = lambda: 0.999
    drive(world, panel, 6 * 3600, lambda _: LOST)
    before = world.elapsed
    drive(world, panel, 61, works(mailbox))
    assert whole_reads(panel)[-1] >= before
    assert panel.state.failure is None


def test_an_entry_that_keeps_failing_leaves_the_polls_their_share() -> None:
    world, mailbox, panel = fresh()
    id = book(panel, slot(0, 30))
    panel.jitter = lambda: 0.0

    def outcome(panel: Panel) -> Outcome:
        detailed = isinstance(panel.request, ReadCalendar) and panel.request.detailed
        return LOST if detailed else mailbox.answer(panel.request)

    drive(world, panel, 1800, outcome)
    assert max(b - a for a, b in pairwise(whole_reads(panel)[1:])) <= 61
    assert len([s for s in panel.log if isinstance(s.request, ReadCalendar) and s.request.detailed]) > 30
    assert panel.verdict(id) is Stage.VERIFY
    drive(world, panel, 130, works(mailbox))
    assert panel.verdict(id) is Stage.CONFIRMED


def test_a_refresh_that_had_to_wait_goes_as_soon_as_it_may() -> None:
    world, _, panel = fresh()
    world.elapsed = 59.5
    traffic = Traffic(sent=(1.0, 20.0, 40.0, 59.0), failed_at=58.0, read_at=59.0)
    panel.state = replace(panel.state, traffic=traffic)
    panel.refresh()
    assert panel.wire is None
    assert panel.wakes_at == pytest.approx(61.5)
    world.elapsed = panel.wakes_at
    panel.tick()
    assert panel.wire is not None


# ── clocks ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("hours", [-24, 24, -1, 1, 72, -72, 24 * 400])
def test_a_jump_of_the_wall_clock_is_right_within_one_tick(hours: int) -> None:
    world, mailbox, panel = fresh()
    true = BEGIN + timedelta(hours=hours)
    mailbox.invite(Interval(true + 10 * MINUTE, true + 40 * MINUTE))
    drive(world, panel, 40, works(mailbox))
    panel.offset = timedelta(hours=hours)
    panel.tick()
    now = panel.state.now.wall
    assert panel.state.schedule is not None
    if not panel.state.schedule.window.contains(now):
        known = room_state(now, panel.state.promised, panel.state.freshness, panel.policy)
        assert known == Unknown(last_known=None), "nothing is known of that day"
        assert panel.wire is not None, "so it is read at once"
    if panel.wire is not None:
        panel.deliver(mailbox)
    schedule = panel.state.schedule
    assert schedule is not None
    assert schedule.window.covers(Interval(now, now + AHEAD))
    if abs(hours) > 1:
        assert schedule.free_until(now) == true + 10 * MINUTE
    drive(world, panel, 60, works(mailbox))
    assert panel.state.schedule is not None
    assert panel.state.schedule.window == panel.state.window


def test_a_sleep_is_noticed_at_the_first_tick() -> None:
    world, mailbox, panel = fresh()
    world.elapsed += 8 * 3600  # the monotonic clock counts suspend
    panel.tick()
    assert not isinstance(panel.state.freshness, Live)
    assert isinstance(room_state(panel.now.wall, panel.state.promised, panel.state.freshness, panel.policy), Unknown)
    assert panel.wire is not None
    panel.deliver(mailbox)
    assert panel.state.freshness == Live(age=timedelta())


def test_midnight_while_a_read_is_in_flight() -> None:
    world = World(datetime(2026, 3, 10, 22, 59, 58, tzinfo=UTC))
    mailbox = Mailbox(world)
    mailbox.invite(Interval(world.now + 8 * 60 * MINUTE, world.now + 9 * 60 * MINUTE))
    panel = Panel(world)
    assert panel.wire is not None
    world.elapsed = 5.0
    panel.deliver(mailbox)
    schedule = panel.state.schedule
    assert schedule is not None, "the first read is not thrown away"
    assert len(schedule.meetings) == 1
    assert isinstance(room_state(panel.now.wall, schedule, panel.state.freshness, panel.policy), Free)
    drive(world, panel, 46, works(mailbox))
    assert panel.state.schedule is not None
    assert panel.state.schedule.window == panel.state.window
    assert len(panel.log) <= 3


def test_age_counts_from_when_the_question_left() -> None:
    world = World()
    mailbox = Mailbox(world)
    panel = Panel(world)
    world.elapsed = 30.0
    panel.deliver(mailbox)
    assert panel.state.age == timedelta(seconds=30)
    assert panel.disk_schedule is not None
    assert panel.disk_schedule[1] == BEGIN


def test_a_narrow_read_does_not_make_the_schedule_younger() -> None:
    world, mailbox, panel = fresh()
    id = book(panel, slot(0, 30))
    panel.save()
    panel.deliver(mailbox)
    world.elapsed += 200
    panel.deliver(mailbox)
    assert isinstance(panel.request, ReadCalendar)
    panel.deliver(mailbox)
    assert panel.verdict(id) is Stage.CONFIRMED
    assert panel.disk_schedule is not None
    assert panel.disk_schedule[1] <= world.now - timedelta(seconds=200)


# ── the start ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def started(panel_now: datetime, read_at: datetime | None, *entries: Entry, schedule: Schedule | None = None) -> State:
    now = Instant(wall=panel_now, mono=1000.0)
    state = State(room=ROOM, policy=Policy(), now=now)
    kept = schedule or Schedule.of(state.window, [])
    return step(state, Started(now=now, schedule=kept, read_at=read_at, entries=entries))[0]


def test_the_kept_schedule_comes_with_its_age() -> None:
    assert started(BEGIN, BEGIN - 3 * MINUTE).age == 3 * MINUTE


def test_a_schedule_read_in_the_future_has_no_age() -> None:
    """The battery-backed clock is missing or flat: nobody knows how long the power was off."""
    state = started(BEGIN, BEGIN + timedelta(hours=2))
    assert state.freshness == Never()
    assert isinstance(room_state(BEGIN, state.promised, state.freshness, state.policy), Unknown)


def test_before_the_start_nothing_is_sent_and_nobody_is_kept_awake() -> None:
    state = State(room=ROOM, policy=Policy(), now=Instant(wall=BEGIN, mono=5.0))
    state, effects = step(state, Ticked(now=state.now))
    assert effects == ()
    assert wake_at(state) > 5.0


def test_a_tap_before_the_start_is_not_lost() -> None:
    now = Instant(wall=BEGIN, mono=5.0)
    state = State(room=ROOM, policy=Policy(), now=now)
    state, _ = step(state, Asked(now=now, id="x", booking_id="x", operation=Book(interval=slot(0, 30), subject="")))
    state, _ = step(state, Started(now=now, schedule=None, read_at=None))
    assert [e.id for e in state.entries] == ["x"]
    again, effects = step(state, Started(now=now, schedule=None, read_at=None))
    assert (again, effects) == (state, ())


def settled(id: str, stage: Stage, interval: Interval) -> Entry:
    return Entry(id=id, booking_id=id, operation=Book(interval=interval, subject=""), made_at=BEGIN, stage=stage)


def test_what_was_lost_is_told_even_if_the_power_went_in_between() -> None:
    lost = replace(settled("lost", Stage.REFUSED, slot(-30, 60)), reason=Reason.TAKEN)
    made = settled("made", Stage.CONFIRMED, slot(-30, 60))
    old = settled("old", Stage.EXPIRED, slot(-300, 60))
    now = Instant(wall=BEGIN, mono=0.0)
    state = State(room=ROOM, policy=Policy(), now=now)
    state, effects = step(state, Started(now=now, schedule=None, read_at=None, entries=(lost, made, old)))
    assert state.entries == (lost,)
    assert {e.id for e in effects if isinstance(e, ForgetEntry)} == {"made", "old"}
    later = Instant(wall=BEGIN + KEEP_OUTCOMES, mono=KEEP_OUTCOMES.total_seconds())
    state, effects = step(state, Ticked(now=later))
    assert state.entries == ()
    assert ForgetEntry(id="lost") in effects


def test_a_booking_that_was_cancelled_is_news_to_nobody() -> None:
    """The disk was full while it was confirmed, and while it was cancelled again; then the power went."""
    made = settled("made", Stage.CHECK, slot(-30, 60))
    cancelled = replace(made, id="cancelled", operation=outbox.Cancel(interval=made.interval), stage=Stage.CONFIRMED)
    now = Instant(wall=BEGIN, mono=0.0)
    state = State(room=ROOM, policy=Policy(), now=now)
    state, _ = step(state, Started(now=now, schedule=None, read_at=None, entries=(made, cancelled)))
    assert [(e.id, e.reason) for e in state.entries] == [("made", Reason.CANCELLED)]
    assert state.outcomes == ()
    looked = outbox.advance(state.entries[0], outbox.Found(schedule=Schedule.of(state.window, [])), BEGIN, 0.5)
    state, effects = step(
        State(room=ROOM, policy=Policy(), now=now), Started(now=now, schedule=None, read_at=None, entries=(looked,))
    )
    assert state.entries == ()
    assert ForgetEntry(id="made") in effects


# ── the outbox in the machine ─────────────────────────────────────────────────────────────────────────────────────────


def test_saved_before_sent() -> None:
    _, mailbox, panel = fresh()
    before = len(panel.log)
    book(panel, slot(0, 30))
    panel.tick()
    assert len(panel.log) == before
    panel.save()
    assert len(panel.log) == before + 1
    panel.deliver(mailbox)
    assert isinstance(panel.request, outbox.CreateEvent)


def test_a_full_disk_refuses_the_promise_and_tells_why() -> None:
    world, mailbox, panel = fresh()
    panel.disk_full = True
    id = book(panel, slot(0, 30))
    panel.save()
    assert (panel.verdicts[id].stage, panel.verdicts[id].reason) == (Stage.REFUSED, Reason.NOT_SAVED)
    assert panel.state.promised is not None
    assert panel.state.promised.meetings == ()
    drive(world, panel, 400, works(mailbox))
    assert mailbox.events == {}
    assert panel.state.entries == ()
    assert panel.state.failure is None
    panel.disk_full = False
    other = book(panel, slot(10, 30))
    drive(world, panel, 5, works(mailbox))
    assert panel.verdict(other) is Stage.CONFIRMED


def test_a_disk_that_fills_up_later_does_not_stop_a_promise() -> None:
    world, mailbox, panel = fresh()
    id = book(panel, slot(0, 30))
    panel.save()
    panel.disk_full = True
    drive(world, panel, 5, works(mailbox))
    assert panel.verdict(id) is Stage.CONFIRMED
    panel.disk_full = False
    panel.restart()
    settle(world, mailbox, [panel])
    assert len(mailbox.of(id)) == 1


def test_first_in_first_out() -> None:
    world, mailbox, panel = fresh()
    ids = [book(panel, slot(n * 30, 30)) for n in range(3)]
    cancel = panel.ask(Cancel(interval=slot(0, 30)), ids[0])
    again = book(panel, slot(0, 30))  # needs the cancellation to have happened
    drive(world, panel, 30, works(mailbox))
    assert [panel.verdict(id) for id in [*ids, cancel, again]] == [Stage.CONFIRMED] * 5
    created = [s.request.booking_id for s in panel.log if isinstance(s.request, outbox.CreateEvent)]
    assert created == [*ids, again]


def test_the_same_tap_twice_is_one_entry() -> None:
    _, _, panel = fresh()
    asked = Asked(now=panel.now, id="x", booking_id="x", operation=Book(interval=slot(0, 30), subject=""))
    panel.post(asked)
    panel.post(asked)
    assert len(panel.state.entries) == 1
    assert len(panel.unsaved) == 1


def test_own_booking_is_on_screen_at_once_and_stays() -> None:
    _, mailbox, panel = fresh()
    id = book(panel, slot(0, 30))
    for _ in range(4):
        promised = panel.state.promised
        assert promised is not None
        assert [m.booking_id for m in promised.meetings] == [id]
        panel.save()
        if panel.wire is not None:
            panel.deliver(mailbox)
    assert panel.verdict(id) is Stage.CONFIRMED
    assert isinstance(room_state(BEGIN + MINUTE, panel.state.promised, Live(age=timedelta()), panel.policy), Busy)


def test_an_ended_meeting_moved_in_outlook_does_not_blank_the_screen() -> None:
    world, mailbox, panel = fresh()
    id = book(panel, slot(0, 30))
    drive(world, panel, 5, works(mailbox))
    panel.ask(outbox.End(interval=slot(0, 5)), id)
    (event,) = mailbox.of(id)
    mailbox.events[event.id] = replace(event, interval=slot(60, 30))
    panel.refresh()
    panel.deliver(mailbox)
    assert panel.state.promised is not None  # must not raise
    settle(world, mailbox, [panel])


def test_a_withdrawal_that_may_not_happen_does_not_hold_up_the_others() -> None:
    world, mailbox, panel = fresh()
    lost = book(panel, slot(0, 30))
    panel.save()
    panel.deliver(mailbox)
    mailbox.invite(slot(0, 30))
    panel.deliver(mailbox)
    panel.deliver(mailbox)
    assert panel.verdict(lost) is Stage.WITHDRAW

    def denied(panel: Panel) -> Outcome:
        if isinstance(panel.request, ReadCalendar):
            return mailbox.answer(panel.request)
        return AccessLost(access=Access.PERMISSION)

    drive(world, panel, 60, denied)
    other = book(panel, slot(60, 30))
    drive(world, panel, 180, denied)
    assert panel.verdicts[other].reason is Reason.NOT_ALLOWED
    assert panel.verdict(lost) is Stage.WITHDRAW
    drive(world, panel, 130, works(mailbox))
    assert panel.verdicts[lost].reason is Reason.TAKEN
    assert not mailbox.of(lost)


def test_an_event_that_keeps_changing_is_not_fought_over() -> None:
    world, mailbox, panel = fresh()
    lost = book(panel, slot(0, 30))
    panel.save()
    panel.deliver(mailbox)
    mailbox.invite(slot(0, 30))

    def changing(panel: Panel) -> Outcome:
        if isinstance(panel.request, outbox.DeleteEvent):
            mailbox.categorise(panel.request.event_id)
        return mailbox.answer(panel.request)

    panel.jitter = lambda: 0.0
    drive(world, panel, 3600, changing)
    assert most_in_a_failing_minute(panel) <= FAILING_BUDGET
    assert panel.verdict(lost) in (Stage.WITHDRAW, Stage.VERIFY)
    drive(world, panel, 200, works(mailbox))
    assert panel.verdicts[lost].reason is Reason.TAKEN


@pytest.mark.parametrize("days", [-20_000, -400, -8, 8, 400])
def test_a_booking_far_outside_the_window_is_looked_for_where_it_is(days: int) -> None:
    world, mailbox, panel = fresh()
    far = Interval(BEGIN + days * DAY, BEGIN + days * DAY + 30 * MINUTE)
    id = book(panel, far)
    panel.save()
    assert isinstance(panel.request, ReadCalendar)
    assert panel.request.window.covers(far)
    assert panel.request.window.duration < timedelta(days=10)
    before = panel.state.schedule
    drive(world, panel, 10, works(mailbox))
    assert panel.verdict(id) is (Stage.EXPIRED if days < 0 else Stage.CONFIRMED)
    assert panel.state.schedule is not None
    assert before is not None
    assert panel.state.schedule.window == before.window


def test_a_booking_near_the_window_is_read_with_it() -> None:
    world, mailbox, panel = fresh()
    id = book(panel, Interval(BEGIN - DAY, BEGIN - DAY + 30 * MINUTE))
    panel.save()
    assert isinstance(panel.request, ReadCalendar)
    assert panel.request.window.covers(panel.state.window)
    panel.deliver(mailbox)
    assert panel.verdict(id) is Stage.EXPIRED
    assert panel.state.schedule is not None
    assert panel.state.schedule.window == panel.state.window
    assert panel.state.freshness == Live(age=timedelta(seconds=world.elapsed - panel.log[-1].at))


def test_a_booking_deleted_in_outlook_while_it_is_extended() -> None:
    world, mailbox, panel = fresh()
    id = book(panel, slot(0, 30))
    drive(world, panel, 5, works(mailbox))
    extension = panel.ask(Extend(interval=slot(0, 60), before=slot(0, 30).end), id)
    panel.save()
    panel.deliver(mailbox)
    mailbox.delete(mailbox.of(id)[0].id)
    drive(world, panel, 90, works(mailbox))
    assert panel.verdicts[extension].reason is Reason.GONE
    assert panel.state.promised is not None
    assert panel.state.promised.meetings == ()


@pytest.mark.parametrize("outcome", [Read(meetings=()), Deleted()])
def test_an_answer_of_the_wrong_kind_is_a_bug_and_no_loop(outcome: Outcome) -> None:
    world, mailbox, panel = fresh()
    book(panel, slot(0, 30))
    panel.save()
    panel.deliver(mailbox)

    def wrong(panel: Panel) -> Outcome:
        return outcome if isinstance(panel.request, outbox.CreateEvent) else mailbox.answer(panel.request)

    panel.jitter = lambda: 0.0
    drive(world, panel, 600, wrong)
    assert most_in_a_failing_minute(panel) <= FAILING_BUDGET


def test_answers_nobody_waits_for_change_nothing() -> None:
    _, _, panel = fresh()
    for number in (0, panel.state.number, panel.state.number + 1):
        state, effects = step(panel.state, Answered(now=panel.now, number=number, outcome=Deleted()))
        assert (state, effects) == (replace(panel.state, now=panel.now), ())
    for event in (EntrySaved(now=panel.now, id="?"), EntryNotSaved(now=panel.now, id="?")):
        assert step(panel.state, event)[1] == ()


def test_a_new_policy_leaves_what_was_promised_alone() -> None:
    world, mailbox, panel = fresh()
    id = book(panel, slot(0, 30))
    panel.save()
    panel.state = replace(panel.state, policy=Policy(shortest=60 * MINUTE, longest=60 * MINUTE))
    drive(world, panel, 10, works(mailbox))
    assert panel.verdict(id) is Stage.CONFIRMED


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["tick", "save", "deliver", "lose", "tap", "restart"]), max_size=40))
def test_every_effect_is_accounted_for(script: list[str]) -> None:
    """A step's effects are exactly what changed: requests by the number in flight, entries by what is in the outbox."""
    world, mailbox, panel = fresh()
    for act in script:
        world.elapsed += 3
        match act:
            case "tick":
                panel.tick()
            case "save":
                panel.save()
            case "deliver" if panel.wire:
                panel.deliver(mailbox)
            case "lose" if panel.wire:
                panel.answer(LOST)
            case "tap":
                book(panel, slot(panel.asked * 30, 30))
            case "restart":
                panel.restart()
            case _:
                pass
        panel.save()
        on_disk = dict(panel.disk)
        assert {e.id for e in panel.state.entries} >= {id for id, e in on_disk.items() if not e.is_final}
        for entry in panel.state.entries:
            kept = on_disk[entry.id]
            assert kept == entry or outbox.saved(kept) == entry or outbox.resumed(kept) == entry


def test_effects_are_plain_values() -> None:
    _, _, panel = fresh()
    effects = [SaveSchedule, SaveEntry, ForgetEntry, Send]
    assert all(hasattr(effect, "__slots__") for effect in effects)
    assert hash(panel.state) == hash(replace(panel.state))
