"""Taking back: what can be is, and nobody else's time is touched."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.core.interval import Interval, floor_minute
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import (
    Book,
    Cancel,
    CheckIn,
    End,
    Entry,
    Extend,
    Operation,
    Release,
    Source,
    Stage,
    ending,
)
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.undo import undoing
from tests.core.strategies import WINDOW, at, instants, intervals, meeting, schedules

SUBJECT = "Walk-up booking"


def entry(operation: Operation, stage: Stage = Stage.CONFIRMED, **facts: object) -> Entry:
    return Entry(id="e", booking_id="b", operation=operation, made_at=at(10), stage=stage, **facts)  # type: ignore[arg-type]


def of(operation: Operation, *there: Meeting, now: datetime | None = None, **facts: object) -> Operation | None:
    return undoing(entry(operation, **facts), now or at(10, 2), Schedule.of(WINDOW, there), SUBJECT)  # type: ignore[arg-type]


SLOT = Interval(at(10), at(10, 30))
OWN = meeting(at(10), at(10, 30), own="b")
OTHER = meeting(at(10, 20), at(11), "other")


def test_a_booking_is_cancelled() -> None:
    assert of(Book(interval=SLOT, subject=SUBJECT), OWN) == Cancel(interval=SLOT, subject=OWN.subject)
    assert of(Book(interval=SLOT, subject=SUBJECT)) is None
    assert of(Book(interval=SLOT, subject=SUBJECT), OWN, now=at(10, 30)) is None


def test_a_cancelled_booking_is_made_again_for_what_is_left_of_it() -> None:
    assert of(Cancel(interval=SLOT, subject="Interview")) == Book(
        interval=Interval(at(10, 2), at(10, 30)), subject="Interview"
    )
    assert of(Cancel(interval=SLOT), now=at(9)) == Book(interval=SLOT, subject=SUBJECT)
    assert of(Cancel(interval=SLOT), now=at(10, 30)) is None
    assert of(Cancel(interval=SLOT), OTHER) is None


def test_an_early_end_is_put_back_where_nobody_has_come_in_between() -> None:
    ended = ending(OWN, at(10, 1, 20))
    assert ended == End(interval=Interval(at(10), at(10, 2)), before=at(10, 30))
    left = meeting(at(10), at(10, 2), own="b")
    assert of(ended, left) == Extend(interval=SLOT, before=at(10, 2))
    assert of(ended, left, OTHER) is None
    assert of(End(interval=Interval(at(10), at(10, 2))), left) is None


@pytest.mark.parametrize(
    "operation",
    [
        Extend(interval=SLOT, before=at(10, 15)),
        Release(interval=SLOT, event_id="x", comment=""),
        CheckIn(interval=SLOT, event_id="x"),
    ],
)
def test_what_others_were_told_stands(operation: Operation) -> None:
    assert of(operation, OWN) is None


@pytest.mark.parametrize("facts", [{"source": Source.WOX}, {"room": "borealis@contoso.example"}])
def test_only_what_was_asked_for_at_this_glass_about_this_room(facts: dict[str, Any]) -> None:
    asked = entry(Book(interval=SLOT, subject=SUBJECT), **facts)
    assert undoing(asked, at(10, 2), Schedule.of(WINDOW, [OWN]), SUBJECT) is None


@pytest.mark.parametrize("stage", [Stage.ACCEPTED, Stage.WITHDRAW, Stage.REFUSED, Stage.EXPIRED])
def test_what_has_not_been_done_needs_no_undoing(stage: Stage) -> None:
    assert of(Book(interval=SLOT, subject=SUBJECT), OWN, stage=stage) is None


@given(schedules(), instants(), intervals(), st.sampled_from([Cancel, End]))
def test_nobody_else_loses_time(schedule: Schedule, now: datetime, wanted: Interval, kind: type[Cancel | End]) -> None:
    half = Interval(wanted.start, wanted.start + wanted.duration / 2)
    operation = Cancel(interval=wanted) if kind is Cancel else End(interval=half, before=wanted.end)
    undone = undoing(entry(operation), now, schedule, SUBJECT)
    if isinstance(undone, Book):
        assert not schedule.conflicts(undone.interval)
        assert floor_minute(now) <= undone.interval.start < undone.interval.end == wanted.end
    if isinstance(undone, Extend):
        assert not schedule.conflicts(undone.interval, "b")
        assert undone.before < undone.interval.end == wanted.end
