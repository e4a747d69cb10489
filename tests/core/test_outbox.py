"""The outbox, row by row: every stage with every operation and every answer."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Bug, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import (
    RETRY_LONGEST,
    Answer,
    Book,
    Cancel,
    Cause,
    CheckCalendar,
    CheckIn,
    CreateEvent,
    DeclineEvent,
    Deleted,
    DeleteEvent,
    End,
    Entry,
    Extend,
    Found,
    Move,
    MoveEnd,
    MoveEvent,
    Operation,
    Reason,
    Release,
    Stage,
    VerifyCalendar,
    Written,
    advance,
    is_due,
    not_saved,
    noticed,
    overlaid,
    resumed,
    saved,
    wants,
)
from roomdisplay.core.schedule import Schedule
from tests.core.strategies import WINDOW, at, meeting, minutes, schedules

NOW = at(10, 5)
SLOT = Interval(at(10), at(10, 30))
LONGER = Interval(at(10), at(11))
SHORTER = Interval(at(10), at(10, 10))
OPERATIONS: dict[str, Operation] = {
    "book": Book(interval=SLOT, subject="Walk-up"),
    "extend": Extend(interval=LONGER, before=SLOT.end),
    "move": Move(interval=LONGER, before=SLOT),
    "end": End(interval=SHORTER),
    "cancel": Cancel(interval=SLOT),
    "release": Release(interval=SLOT, event_id="rival", comment="Nobody came."),
    "autoRelease": Release(interval=SLOT, event_id="rival", comment="Nobody came.", cause=Cause.NO_CHECK_IN),
    "checkIn": CheckIn(interval=SLOT, event_id="rival"),
}
OWN = meeting(SLOT.start, SLOT.end, "own", own="b", created=at(9))
RIVAL = meeting(SLOT.start, SLOT.end, "rival", created=at(8))
LATER_RIVAL = replace(RIVAL, created_at=at(9, 30))
NEXT = meeting(SLOT.end, LONGER.end, "next", created=at(9, 30))


def entry(kind: str, stage: Stage, **more: object) -> Entry:
    made = Entry(id="e", booking_id="b", operation=OPERATIONS[kind], made_at=NOW, stage=stage)
    return replace(made, event_id="own", etag="1", **more) if stage is not Stage.ACCEPTED else made


def found(*meetings: Meeting) -> Found:
    return Found(schedule=Schedule.of(WINDOW, meetings))


def until(end_at: Interval) -> Meeting:
    return replace(OWN, interval=end_at)


def rejected(refusal: Refusal) -> Rejected:
    return Rejected(refusal=refusal, reason="no")


TRANSIENT = Transient(reason="timeout")
LOST = AccessLost(access=Access.SECRET)
DENIED = AccessLost(access=Access.PERMISSION)
BUG = Bug(reason="?")
ANSWERS: dict[str, Answer] = {
    "nothing": found(),
    "own": found(OWN),
    "own and an earlier rival": found(OWN, RIVAL),
    "own and a later rival": found(OWN, LATER_RIVAL),
    "own, another after it": found(OWN, NEXT),
    "a rival": found(RIVAL),
    "own, extended": found(until(LONGER)),
    "own, extended, another there": found(until(LONGER), NEXT),
    "own, ended": found(until(SHORTER)),
    "written": Written(meeting=OWN),
    "deleted": Deleted(),
    "transient": TRANSIENT,
    "access lost": LOST,
    "denied": DENIED,
    "bug": BUG,
    **{refusal.value: rejected(refusal) for refusal in Refusal},
}

# kind, stage → answer → what comes of it: a stage, or a stage and a reason. Whatever is missing changes nothing.
LATER = "later"
READING_FAILS = dict.fromkeys(["transient", "access lost", "denied", "bug", *Refusal], LATER)
TABLE: dict[tuple[str, Stage], dict[str, str]] = {
    ("book", Stage.CHECK): {
        "nothing": "write",
        "own": "confirmed",
        "own and an earlier rival": "verify",
        "own and a later rival": "verify",
        "own, another after it": "confirmed",
        "a rival": "refused taken",
        "own, extended": "confirmed",
        "own, extended, another there": "confirmed",
        "own, ended": "confirmed",
        **READING_FAILS,
    },
    ("extend", Stage.CHECK): {
        "nothing": "refused gone",
        "own": "write",
        "own and an earlier rival": "refused taken",
        "own and a later rival": "refused taken",
        "own, another after it": "refused taken",
        "a rival": "refused gone",
        "own, extended": "verify",
        "own, extended, another there": "verify",
        "own, ended": "write",
        **READING_FAILS,
    },
    ("move", Stage.CHECK): {
        "nothing": "refused gone",
        "own": "write",
        "own and an earlier rival": "write",
        "own and a later rival": "write",
        "own, another after it": "refused taken",
        "a rival": "refused gone",
        "own, extended": "confirmed",
        "own, extended, another there": "confirmed",
        "own, ended": "refused changed",
        **READING_FAILS,
    },
    ("end", Stage.CHECK): {
        "nothing": "confirmed",
        "own": "write",
        "own and an earlier rival": "write",
        "own and a later rival": "write",
        "own, another after it": "write",
        "a rival": "confirmed",
        "own, extended": "write",
        "own, extended, another there": "write",
        "own, ended": "confirmed",
        **READING_FAILS,
    },
    ("cancel", Stage.CHECK): {
        "nothing": "confirmed",
        "own": "write",
        "own and an earlier rival": "write",
        "own and a later rival": "write",
        "own, another after it": "write",
        "a rival": "confirmed",
        "own, extended": "write",
        "own, extended, another there": "write",
        "own, ended": "write",
        **READING_FAILS,
    },
    ("release", Stage.CHECK): {
        "nothing": "confirmed",
        "own": "confirmed",
        "own and an earlier rival": "write",
        "own and a later rival": "write",
        "own, another after it": "confirmed",
        "a rival": "write",
        "own, extended": "confirmed",
        "own, extended, another there": "confirmed",
        "own, ended": "confirmed",
        **READING_FAILS,
    },
    ("release", Stage.WRITE): {
        "deleted": "confirmed",
        "transient": "check later",
        "access lost": "check later",
        "bug": "check later",
        "denied": "refused notAllowed",
        "gone": "confirmed",
        "changed": "check again",
        "duplicate": "check again",
        "full": "refused full",
        "invalid": "check again",
    },
    ("autoRelease", Stage.CHECK): {
        **dict.fromkeys(["nothing", "own", "own, another after it", "own, extended"], "refused gone"),
        **dict.fromkeys(["own, extended, another there", "own, ended"], "refused gone"),
        **dict.fromkeys(["own and an earlier rival", "own and a later rival", "a rival"], "write"),
        **dict.fromkeys(READING_FAILS, "refused lapsed"),
    },
    ("autoRelease", Stage.WRITE): {
        "deleted": "confirmed",
        **dict.fromkeys(["transient", "access lost", "bug"], "check lapsed"),
        "denied": "refused notAllowed",
        "gone": "refused gone",
        "changed": "check again",
        "duplicate": "check again",
        "full": "refused full",
        "invalid": "check again",
    },
    ("book", Stage.WRITE): {
        "written": "verify",
        "transient": "check later",
        "access lost": "check later",
        "bug": "check later",
        "denied": "refused notAllowed",
        "gone": "refused gone",
        "changed": "check again",
        "duplicate": "check again",
        "full": "refused full",
        "invalid": "refused invalid",
    },
    ("extend", Stage.WRITE): {
        "written": "verify",
        "transient": "check later",
        "access lost": "check later",
        "bug": "check later",
        "denied": "refused notAllowed",
        "gone": "refused gone",
        "changed": "check again",
        "duplicate": "check again",
        "full": "refused full",
        "invalid": "refused invalid",
    },
    ("end", Stage.WRITE): {
        "written": "confirmed",
        "transient": "check later",
        "access lost": "check later",
        "bug": "check later",
        "denied": "refused notAllowed",
        "gone": "confirmed",
        "changed": "check again",
        "duplicate": "check again",
        "full": "refused full",
        "invalid": "refused invalid",
    },
    ("cancel", Stage.WRITE): {
        "deleted": "confirmed",
        "transient": "check later",
        "access lost": "check later",
        "bug": "check later",
        "denied": "refused notAllowed",
        "gone": "confirmed",
        "changed": "check again",
        "duplicate": "check again",
        "full": "refused full",
        "invalid": "refused invalid",
    },
    ("book", Stage.VERIFY): {
        "nothing": "refused gone",
        "own": "confirmed",
        "own and an earlier rival": "withdraw",
        "own and a later rival": "confirmed",
        "own, another after it": "confirmed",
        "a rival": "refused gone",
        "own, extended": "confirmed",
        "own, extended, another there": "confirmed",
        "own, ended": "confirmed",
        **READING_FAILS,
    },
    ("extend", Stage.VERIFY): {
        "nothing": "refused gone",
        "own": "check again",
        "own and an earlier rival": "check again",
        "own and a later rival": "check again",
        "own, another after it": "check again",
        "a rival": "refused gone",
        "own, extended": "confirmed",
        "own, extended, another there": "withdraw",
        "own, ended": "check again",
        **READING_FAILS,
    },
    ("book", Stage.WITHDRAW): {
        "deleted": "refused taken",
        "gone": "refused taken",
        "changed": "verify later",
        **dict.fromkeys(["transient", "access lost", "denied", "bug", "duplicate", "full", "invalid"], LATER),
    },
    ("extend", Stage.WITHDRAW): {
        "written": "refused taken",
        "gone": "refused taken",
        "changed": "verify later",
        **dict.fromkeys(["transient", "access lost", "denied", "bug", "duplicate", "full", "invalid"], LATER),
    },
}
TABLE.update({("move", stage): TABLE["extend", stage] for stage in (Stage.WRITE, Stage.VERIFY, Stage.WITHDRAW)})
CASES = [
    (kind, stage, answer)
    for kind in OPERATIONS
    for stage in Stage
    for answer in ANSWERS
    if (kind, stage) in TABLE or stage in (Stage.ACCEPTED, Stage.CONFIRMED, Stage.REFUSED, Stage.EXPIRED)
]


@pytest.mark.parametrize(("kind", "stage", "answer"), CASES)
def test_the_table(kind: str, stage: Stage, answer: str) -> None:
    reason = {Stage.REFUSED: Reason.TAKEN, Stage.WITHDRAW: Reason.TAKEN}.get(stage)
    before = entry(kind, stage, reason=reason) if stage is not Stage.ACCEPTED else entry(kind, stage)
    after = advance(before, ANSWERS[answer], NOW, 0.5)
    expected = TABLE.get((kind, stage), {}).get(answer)
    if expected is None:
        assert after == before, "an answer that does not fit leaves the entry unchanged"
        return
    match expected.split():
        case ["later"]:
            assert after == replace(before, attempts=1, retry_at=after.retry_at)
            assert after.retry_at is not None
            assert NOW <= after.retry_at <= NOW + RETRY_LONGEST
        case [to, "later"]:
            assert (after.stage, after.attempts) == (Stage(to), 1)
            assert after.retry_at is not None
        case ["check", "lapsed"]:
            assert (after.stage, after.reason, after.attempts) == (Stage.CHECK, Reason.LAPSED, 1)
        case ["check", "again"]:
            assert (after.stage, after.re_decided, after.reason) == (Stage.CHECK, True, None)
            assert after.retry_at is None
        case ["refused", reason]:
            assert (after.stage, after.reason) == (Stage.REFUSED, Reason(reason))
        case [to]:
            assert after.stage is Stage(to)
            assert after.reason is (Reason.TAKEN if to == "withdraw" else None)
            assert after.attempts == 0
        case _:
            pytest.fail(expected)


def test_the_table_names_every_answer_there_is() -> None:
    assert all(set(row) <= set(ANSWERS) for row in TABLE.values())


@pytest.mark.parametrize("kind", OPERATIONS)
@pytest.mark.parametrize("stage", Stage)
def test_what_is_wanted(kind: str, stage: Stage) -> None:
    want = wants(entry(kind, stage))
    if kind == "checkIn":
        assert want is None or stage in (Stage.CHECK, Stage.VERIFY), "it never comes there"
        return
    match stage:
        case Stage.CHECK:
            assert want == CheckCalendar(interval=OPERATIONS[kind].interval)
        case Stage.VERIFY:
            assert want == VerifyCalendar(interval=OPERATIONS[kind].interval)
        case Stage.WRITE | Stage.WITHDRAW:
            withdrawing = stage is Stage.WITHDRAW
            match kind:
                case "book":
                    create = CreateEvent(booking_id="b", interval=SLOT, subject="Walk-up")
                    assert want == (DeleteEvent(event_id="own", etag="1") if withdrawing else create)
                case "extend":
                    assert want == MoveEnd(event_id="own", etag="1", end=SLOT.end if withdrawing else LONGER.end)
                case "move":
                    times = SLOT if withdrawing else LONGER
                    assert want == MoveEvent(event_id="own", etag="1", interval=times, subject=None)
                case "release" | "autoRelease" if not withdrawing:
                    assert want == DeclineEvent(event_id="rival", comment="Nobody came.")
                case "release" | "autoRelease":
                    assert want is None
                case "end" if not withdrawing:
                    assert want == MoveEnd(event_id="own", etag="1", end=SHORTER.end)
                case _:
                    assert want == DeleteEvent(event_id="own", etag="1")
        case _:
            assert want is None
    # the same request whenever it is asked for: its repetition is the same bytes
    assert (
        wants(entry(kind, stage, attempts=7, re_decided=True) if stage is not Stage.ACCEPTED else entry(kind, stage))
        == want
    )


@pytest.mark.parametrize("kind", [kind for kind in OPERATIONS if kind != "checkIn"])
@pytest.mark.parametrize("refusal", [Refusal.CHANGED, Refusal.DUPLICATE])
def test_changed_twice_looks_once_more_and_then_gives_up(kind: str, refusal: Refusal) -> None:
    again = advance(entry(kind, Stage.WRITE, re_decided=True), rejected(refusal), NOW, 0.5)
    assert again.stage is Stage.CHECK
    done = {
        "book": found(OWN),
        "extend": found(until(LONGER)),
        "move": found(until(LONGER)),
        "end": found(until(SHORTER)),
        "cancel": found(),
        "release": found(),
        "autoRelease": found(),
    }[kind]
    not_done = {"book": found(), "release": found(RIVAL), "autoRelease": found(RIVAL)}.get(kind, found(OWN))
    # a first delivery of our own request may have been what changed it
    assert advance(again, done, NOW, 0.5).stage in (Stage.CONFIRMED, Stage.VERIFY)
    assert advance(again, done, NOW, 0.5).reason is None
    assert advance(again, not_done, NOW, 0.5).stage is Stage.REFUSED


@pytest.mark.parametrize(
    "there",
    [
        pytest.param(replace(RIVAL, interval=Interval(at(11), at(11, 30))), id="moved away"),
        pytest.param(replace(RIVAL, is_organizer=True, booking_id="x", has_attendees=False), id="the room's own"),
    ],
)
def test_another_matter_now_is_not_released(there: Meeting) -> None:
    after = advance(entry("release", Stage.CHECK), found(there), NOW, 0.5)
    assert (after.stage, after.reason) == (Stage.REFUSED, Reason.CHANGED)


@pytest.mark.parametrize(
    "there",
    [replace(RIVAL, is_cancelled=True), replace(RIVAL, is_declined=True)],
    ids=["cancelled", "declined"],
)
def test_what_has_given_up_the_room_already_needs_no_release(there: Meeting) -> None:
    assert advance(entry("release", Stage.CHECK), found(there), NOW, 0.5).stage is Stage.CONFIRMED


def test_a_release_that_graph_calls_invalid_is_looked_at_once_and_given_up() -> None:
    again = advance(entry("release", Stage.WRITE), rejected(Refusal.INVALID), NOW, 0.5)
    assert advance(again, found(), NOW, 0.5).stage is Stage.CONFIRMED
    written = advance(again, found(RIVAL), NOW, 0.5)
    assert written.stage is Stage.WRITE
    looking = advance(written, rejected(Refusal.INVALID), NOW, 0.5)
    refused = advance(looking, found(RIVAL), NOW, 0.5)
    assert (refused.stage, refused.reason) == (Stage.REFUSED, Reason.INVALID)


def test_a_release_held_past_the_end_has_expired() -> None:
    assert advance(entry("release", Stage.CHECK), found(RIVAL), SLOT.end, 0.5).stage is Stage.EXPIRED
    assert advance(entry("release", Stage.CHECK), found(), SLOT.end, 0.5).stage is Stage.CONFIRMED


@pytest.mark.parametrize("kind", ["book", "extend"])
def test_time_passing_expires_what_was_not_done_and_only_that(kind: str) -> None:
    over = OPERATIONS[kind].interval.end
    nothing = found() if kind == "book" else found(OWN)
    assert advance(entry(kind, Stage.CHECK), nothing, over, 0.5).stage is Stage.EXPIRED
    assert advance(entry(kind, Stage.CHECK), nothing, over - minutes(1), 0.5).stage is Stage.WRITE
    done = found(OWN) if kind == "book" else found(until(LONGER))
    assert advance(entry(kind, Stage.CHECK), done, over, 0.5).stage in (Stage.CONFIRMED, Stage.VERIFY)


def test_an_extension_held_past_the_old_end_is_still_worth_doing() -> None:
    assert advance(entry("extend", Stage.CHECK), found(OWN), SLOT.end + minutes(5), 0.5).stage is Stage.WRITE


def test_an_extension_is_taken_back_to_where_the_booking_really_ended() -> None:
    sooner = Interval(SLOT.start, SLOT.end - minutes(10))
    checked = advance(entry("extend", Stage.CHECK), found(until(sooner)), NOW, 0.5)
    lost = advance(replace(checked, stage=Stage.VERIFY), found(until(LONGER), NEXT), NOW, 0.5)
    assert wants(lost) == MoveEnd(event_id="own", etag="1", end=sooner.end)


def test_an_extension_overtaken_by_a_longer_one_leaves_it_alone() -> None:
    much = Interval(SLOT.start, LONGER.end + minutes(60))
    assert advance(entry("extend", Stage.CHECK), found(until(much), NEXT), NOW, 0.5).stage is Stage.CONFIRMED


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=40))
def test_back_off_grows_to_a_minute_and_no_further(jitters: list[float]) -> None:
    one, now = entry("book", Stage.CHECK), NOW
    for n, jitter in enumerate(jitters):
        one = advance(one, TRANSIENT, now, jitter)
        assert one.retry_at is not None
        ceiling = min(timedelta(seconds=2) * 2 ** min(n, 10), RETRY_LONGEST)
        assert timedelta() <= one.retry_at - now <= ceiling
        assert is_due(one, one.retry_at)
        assert not jitter or not is_due(one, now) or one.retry_at == now
        now = one.retry_at


def test_a_retry_in_the_far_future_means_the_clock_was_set_back() -> None:
    one = entry("book", Stage.CHECK, attempts=1, retry_at=NOW + timedelta(days=1))
    assert is_due(one, NOW)


@pytest.mark.parametrize("stage", Stage)
def test_save_and_resume(stage: Stage) -> None:
    one = entry("book", stage)
    assert saved(one).stage is (Stage.CHECK if stage is Stage.ACCEPTED else stage)
    assert resumed(one).stage is (Stage.CHECK if stage in (Stage.ACCEPTED, Stage.WRITE) else stage)
    assert resumed(resumed(one)) == resumed(one)
    assert not_saved(one).stage is (Stage.REFUSED if stage is Stage.ACCEPTED else stage)


@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.CHECK, Stage.WRITE])
def test_a_release_nobody_asked_for_is_not_resumed_but_looked_after(stage: Stage) -> None:
    looking = resumed(entry("autoRelease", stage))
    assert (looking.stage, looking.reason) == (Stage.CHECK, Reason.LAPSED)
    assert advance(looking, TRANSIENT, NOW, 0.5).stage is Stage.CHECK
    assert advance(looking, found(), NOW, 0.5).stage is Stage.CONFIRMED
    there = advance(looking, found(RIVAL), NOW, 0.5)
    assert (there.stage, there.reason) == (Stage.REFUSED, Reason.LAPSED)


UNDECIDED = [Stage.ACCEPTED, Stage.CHECK, Stage.WRITE, Stage.VERIFY]


@pytest.mark.parametrize("stage", UNDECIDED)
@pytest.mark.parametrize("cancelling", [Stage.ACCEPTED, Stage.CHECK, Stage.WRITE, Stage.CONFIRMED])
def test_of_a_booking_that_was_cancelled_nothing_is_decided_anew(stage: Stage, cancelling: Stage) -> None:
    looking = resumed(entry("book", stage), [entry("cancel", cancelling)])
    assert (looking.stage, looking.reason) == (Stage.CHECK, Reason.CANCELLED)
    assert overlaid(Schedule.of(WINDOW, []), [looking]) == Schedule.of(WINDOW, [])
    for calendar in (found(), found(RIVAL)):
        gone = advance(looking, calendar, NOW, 0.5)
        assert (gone.stage, gone.reason) == (Stage.REFUSED, Reason.CANCELLED)
    there = advance(looking, found(OWN), NOW, 0.5)
    assert wants(there) == DeleteEvent(event_id="own", etag=OWN.etag)
    assert advance(there, Deleted(), NOW, 0.5).reason is Reason.CANCELLED
    changed = advance(there, Rejected(refusal=Refusal.CHANGED, reason="412"), NOW, 0.5)
    assert wants(advance(changed, found(OWN), NOW, 0.5)) == DeleteEvent(event_id="own", etag=OWN.etag)
    assert advance(changed, found(), NOW, 0.5).reason is Reason.CANCELLED


def test_a_cancelling_that_was_refused_or_is_about_another_booking_leaves_it_alone() -> None:
    one = entry("book", Stage.CHECK)
    for later in (entry("cancel", Stage.REFUSED, reason=Reason.NOT_SAVED), entry("end", Stage.CHECK)):
        assert resumed(one, [later]).reason is None
    assert resumed(one, [replace(entry("cancel", Stage.CHECK), booking_id="other")]).reason is None


def test_a_check_in_is_confirmed_by_the_disk_and_without_it() -> None:
    one = entry("checkIn", Stage.ACCEPTED)
    for after in (saved(one), resumed(one), not_saved(one)):
        assert after.stage is Stage.CONFIRMED
        assert wants(after) is None


# ── what turns up late ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("stage", "reason"),
    [(stage, None) for stage in Stage if stage is not Stage.REFUSED] + [(Stage.REFUSED, reason) for reason in Reason],
)
def test_only_what_was_told_to_be_lost_is_taken_out(stage: Stage, reason: Reason | None) -> None:
    one = entry("book", stage, reason=reason) if stage is not Stage.ACCEPTED else entry("book", stage)
    late = noticed([one], Schedule.of(WINDOW, [OWN, RIVAL]))
    is_lost = stage is Stage.EXPIRED or (stage is Stage.REFUSED and reason in (Reason.TAKEN, Reason.CANCELLED))
    assert bool(late) == is_lost
    if is_lost:
        assert (late[0].stage, late[0].event_id, late[0].etag) == (Stage.WITHDRAW, "own", OWN.etag)
        undone = advance(late[0], Deleted(), NOW, 0.5)
        assert (undone.stage, undone.reason) == (stage, one.reason)


def test_what_somebody_moved_or_invited_people_to_is_theirs() -> None:
    one = entry("book", Stage.REFUSED, reason=Reason.TAKEN)
    for theirs in (until(LONGER), replace(OWN, has_attendees=True), replace(OWN, booking_id="other")):
        assert noticed([one], Schedule.of(WINDOW, [theirs])) == ()


def test_an_extension_that_arrives_late_is_undone_only_where_it_overlaps() -> None:
    one = entry("extend", Stage.REFUSED, reason=Reason.TAKEN)
    late = noticed([one], Schedule.of(WINDOW, [until(LONGER), NEXT]))
    assert [wants(e) for e in late] == [MoveEnd(event_id="own", etag="1", end=SLOT.end)]
    assert noticed([one], Schedule.of(WINDOW, [until(LONGER)])) == ()
    assert noticed([one, entry("cancel", Stage.CHECK)], Schedule.of(WINDOW, [until(LONGER), NEXT])) == ()


# ── what is promised on screen ────────────────────────────────────────────────────────────────────────────────────────


@given(
    schedules(),
    st.lists(
        st.builds(
            Entry,
            id=st.just("e"),
            booking_id=st.sampled_from(["b1", "b2", "new"]),
            operation=st.sampled_from(list(OPERATIONS.values())),
            made_at=st.just(NOW),
            stage=st.sampled_from(list(Stage)),
        ),
        max_size=4,
    ),
)
def test_what_is_pending_is_laid_over_whatever_the_calendar_says(schedule: Schedule, entries: list[Entry]) -> None:
    promised = overlaid(schedule, entries)
    touched = {e.booking_id for e in entries if not e.is_final and e.stage is not Stage.WITHDRAW}
    assert {m for m in promised.meetings if m.booking_id not in touched} == {
        m for m in schedule.meetings if m.booking_id not in touched
    }
    ids = [m.id for m in promised.meetings]
    assert len(ids) == len(set(ids))
    assert sum(m.is_held for m in promised.meetings if m.id.startswith("held:")) <= len(touched)


def test_the_overlay_follows_the_taps() -> None:
    empty = Schedule.of(WINDOW, [])
    book, extend, move, end, cancel, release, unasked, present = (entry(kind, Stage.CHECK) for kind in OPERATIONS)
    assert [m.interval for m in overlaid(empty, [book]).meetings] == [SLOT]
    assert all(m.is_held and m.is_own for m in overlaid(empty, [book]).meetings)
    assert [m.interval for m in overlaid(empty, [book, extend]).meetings] == [LONGER]
    assert [m.interval for m in overlaid(empty, [book, move]).meetings] == [LONGER]
    assert [m.interval for m in overlaid(empty, [book, extend, end]).meetings] == [SHORTER]
    assert overlaid(empty, [book, extend, end, cancel]).meetings == ()
    known = Schedule.of(WINDOW, [OWN])
    assert overlaid(known, [book]) == known
    assert overlaid(known, [replace(cancel, stage=Stage.CONFIRMED)]) == known
    both = Schedule.of(WINDOW, [OWN, RIVAL])
    assert overlaid(both, [release]) == known
    assert overlaid(both, [unasked, present]) == both, "the room is not free before it is"
    moved = Schedule.of(WINDOW, [OWN, replace(RIVAL, interval=Interval(at(11), at(12)))])
    assert overlaid(moved, [release]) == moved


# ── moving ────────────────────────────────────────────────────────────────────────────────────────────────────────────

AFTERNOON = Interval(at(14), at(14, 30))
RENAMED = Move(interval=SLOT, before=SLOT, subject="Review", old_subject="Standup")


def moving(operation: Move, stage: Stage = Stage.CHECK, **more: object) -> Entry:
    return replace(entry("move", stage, **more), operation=operation)


def test_a_booking_is_moved_away_from_whoever_overlaps_it_and_to_where_nobody_is() -> None:
    away = moving(Move(interval=AFTERNOON, before=SLOT))
    assert advance(away, found(OWN, RIVAL), NOW, 0.5).stage is Stage.WRITE
    there = meeting(AFTERNOON.start, AFTERNOON.end, "there")
    assert advance(away, found(OWN, there), NOW, 0.5).reason is Reason.TAKEN
    shorter = moving(Move(interval=SHORTER, before=SLOT))
    assert advance(shorter, found(OWN, RIVAL), NOW, 0.5).stage is Stage.WRITE, "nothing new is claimed"


def test_a_name_is_changed_and_back() -> None:
    write = advance(moving(RENAMED), found(OWN), NOW, 0.5)
    assert wants(write) == MoveEvent(event_id="own", etag="1", interval=SLOT, subject="Review")
    named = replace(OWN, subject="Review")
    verify = advance(write, Written(meeting=named), NOW, 0.5)
    assert advance(verify, found(named), NOW, 0.5).stage is Stage.CONFIRMED
    withdrawing = moving(RENAMED, Stage.WITHDRAW, reason=Reason.TAKEN)
    assert wants(withdrawing) == MoveEvent(event_id="own", etag="1", interval=SLOT, subject="Standup")


def test_a_name_is_the_same_however_the_calendar_keeps_it() -> None:
    spaced = moving(replace(RENAMED, subject=" Review  of\nall "), Stage.VERIFY)
    assert advance(spaced, found(replace(OWN, subject="Review of all")), NOW, 0.5).stage is Stage.CONFIRMED
    assert advance(spaced, found(OWN), NOW, 0.5).stage is Stage.CHECK


def test_what_somebody_else_renamed_or_moved_is_left_alone() -> None:
    for there in (replace(OWN, subject="Theirs"), replace(OWN, interval=AFTERNOON)):
        assert advance(moving(RENAMED), found(there), NOW, 0.5).reason is Reason.CHANGED


def test_a_move_whose_reply_was_lost_is_verified() -> None:
    moved = replace(OWN, interval=LONGER)
    verify = advance(entry("move", Stage.CHECK, written=True), found(moved, NEXT), NOW, 0.5)
    withdraw = advance(verify, found(moved, NEXT), NOW, 0.5)
    assert (verify.stage, withdraw.stage) == (Stage.VERIFY, Stage.WITHDRAW)


def test_a_booking_that_is_over_is_not_moved() -> None:
    assert advance(entry("move", Stage.CHECK), found(OWN), SLOT.end, 0.5).stage is Stage.EXPIRED


def test_a_move_that_arrives_late_where_somebody_else_is_by_now_is_undone() -> None:
    lost = entry("move", Stage.REFUSED, reason=Reason.TAKEN)
    moved = replace(OWN, interval=LONGER)
    assert [e.stage for e in noticed([lost], Schedule.of(WINDOW, [moved, NEXT]))] == [Stage.WITHDRAW]
    assert noticed([lost], Schedule.of(WINDOW, [moved])) == ()


def test_a_booking_that_moves_is_shown_where_it_will_be() -> None:
    laid = overlaid(Schedule.of(WINDOW, [OWN]), [moving(Move(interval=AFTERNOON, before=SLOT, subject="Review"))])
    assert [(m.interval, m.subject) for m in laid.meetings] == [(AFTERNOON, "Review")]


def test_a_private_booking_is_held_without_its_subject() -> None:
    held = replace(entry("book", Stage.CHECK), operation=Book(interval=SLOT, subject="Private", is_private=True))
    (shown,) = overlaid(Schedule.of(WINDOW, []), [held]).meetings
    assert (shown.subject, shown.is_private, shown.is_held) == (None, True, True)
