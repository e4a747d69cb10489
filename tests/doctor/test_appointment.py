"""The appointment that proves the right to book: whatever fails, nothing of it outlasts the next run."""

import asyncio
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from roomdisplay.core.failure import Refusal, Rejected
from roomdisplay.core.interval import Interval
from roomdisplay.doctor.appointment import LENGTH, MARK, SUBJECT, clear, left_behind, prove, slot
from roomdisplay.ports import Failed
from tests.fakes import CREATE, DELETE, READ, FakeCalendar

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def marked(calendar: FakeCalendar) -> int:
    return sum((m.booking_id or "").startswith(MARK) for m in calendar.events)


def test_it_is_short_far_ahead_and_at_night() -> None:
    assert slot(2028) == Interval(datetime(2028, 1, 1, 3, tzinfo=UTC), datetime(2028, 1, 1, 3, tzinfo=UTC) + LENGTH)


def test_it_is_made_looked_at_and_taken_away() -> None:
    calendar = FakeCalendar()
    others = calendar.invite("Fireworks", slot(2028))
    proof = asyncio.run(prove(calendar, id="1", now=NOW))
    assert (proof.found, proof.kept_subject, proof.removed, proof.leftovers) == (True, True, True, 0)
    assert calendar.events == (others,)
    (made,) = [call for call in calendar.calls if call.method == CREATE]
    assert (made.booking_id, made.interval, made.subject) == (MARK + "1", slot(2028), SUBJECT)


@pytest.mark.parametrize("year", [2027, 2028])
def test_what_runs_of_this_year_and_the_last_left_behind_is_taken_away(year: int) -> None:
    calendar = FakeCalendar()
    asyncio.run(calendar.create(MARK + "old", slot(year), SUBJECT))
    assert asyncio.run(left_behind(calendar, NOW)) == 1
    assert asyncio.run(prove(calendar, id="2", now=NOW)).leftovers == 1
    assert marked(calendar) == 0


def test_a_walk_up_and_an_invitation_of_that_time_are_not_taken_for_leftovers() -> None:
    calendar = FakeCalendar()
    asyncio.run(calendar.create("somebody's", slot(2028), SUBJECT))
    calendar.invite(SUBJECT, slot(2028))
    assert asyncio.run(clear(calendar, NOW)) == 0
    assert len(calendar.events) == 2


@pytest.mark.parametrize("method", [READ, CREATE, DELETE])
@pytest.mark.parametrize("after_the_deed", [False, True])
def test_whatever_fails_the_next_run_leaves_nothing(method: str, after_the_deed: bool) -> None:
    calendar = FakeCalendar()
    (calendar.lose_replies if after_the_deed else calendar.lose_requests)(only=[method])
    with pytest.raises(Failed):
        asyncio.run(prove(calendar, id="1", now=NOW))
    assert marked(calendar) == (1 if (method, after_the_deed) == (DELETE, False) else 0), (
        "at once, where that is possible"
    )
    assert asyncio.run(prove(calendar, id="2", now=NOW)).removed
    assert marked(calendar) == 0


def test_another_doctor_may_have_been_quicker() -> None:
    calendar = FakeCalendar()
    calendar.fail(Rejected(refusal=Refusal.GONE, reason="gone"), only=[DELETE])
    assert not asyncio.run(prove(calendar, id="1", now=NOW)).removed


def test_a_calendar_that_alters_what_is_written_is_found_out() -> None:
    calendar = FakeCalendar()
    read = calendar.read

    async def altered(window: Interval, *, detailed: bool) -> object:
        found = await read(window, detailed=detailed)
        return replace(found, meetings=tuple(replace(m, subject="The room") for m in found.meetings))

    calendar.read = altered  # pyright: ignore[reportAttributeAccessIssue]
    proof = asyncio.run(prove(calendar, id="1", now=NOW))
    assert proof.found
    assert not proof.kept_subject
    assert marked(calendar) == 0
