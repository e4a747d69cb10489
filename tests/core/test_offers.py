from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.bookable import Objection, objection
from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.interval import Interval, floor_minute
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.offers import (
    BookOffer,
    book_offers,
    extend_offers,
    extension_offers,
    may_cancel,
    may_end,
    may_release,
    next_free,
)
from roomdisplay.core.outbox import remaining
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule
from tests.core.strategies import MINUTE, WINDOW, at, instants, meeting, meetings, minutes, policies, rules, schedules

POLICY = Policy()
UTC_ZONE = ZoneInfo("UTC")
DAY = timedelta(days=1)


@given(schedules(), instants(900), rules())
def test_every_book_offer_fits(schedule: Schedule, now: datetime, policy: Policy) -> None:
    offers = book_offers(now, schedule, policy)
    following = schedule.following(now)
    for offer in offers:
        assert not schedule.conflicts(offer.interval)
        assert schedule.window.covers(offer.interval)
        assert floor_minute(now) <= offer.interval.start <= now < offer.interval.end or policy.shortest < MINUTE
        assert policy.shortest <= offer.interval.duration <= policy.longest
        assert offer.until_next or offer.interval.duration in policy.durations
        assert following is None or offer.interval.end <= following.interval.start
    assert len({o.interval for o in offers}) == len(offers)
    assert [o.interval.end for o in offers] == sorted(o.interval.end for o in offers)
    whole = [o for o in offers if o.until_next]
    assert len(whole) <= (1 if policy.until_next else 0)
    for offer in whole:
        closes = None if policy.hours is None else policy.hours.closes_at(now)
        starts = () if following is None else (following.interval.start - policy.distance,)
        assert offer.interval.end in (*starts, closes)
    if schedule.current(now) is not None:
        assert offers == ()


@given(schedules(), instants(900), rules())
def test_nobody_is_offered_what_the_rules_forbid(schedule: Schedule, now: datetime, policy: Policy) -> None:
    """Never past closing, never within a buffer, never out of service."""
    busy = [m.interval for m in schedule.occupying]
    for offer in book_offers(now, schedule, policy):
        # a walk-up may begin with the minute that has begun, seconds before the clock
        assert objection(offer.interval, now, busy, policy, UTC_ZONE) is None
        assert policy.hours is None or policy.hours.covers(offer.interval)
        for other in busy:
            apart = Interval(other.start - policy.distance, other.end + policy.distance)
            assert not apart.overlaps(offer.interval)
    if policy.out_of_service or not (policy.hours is None or policy.hours.is_open(now)):
        assert book_offers(now, schedule, policy) == ()


@given(schedules(), meetings(st.just("own")), instants(), rules())
def test_no_extension_goes_past_closing_or_into_a_buffer(
    schedule: Schedule, own: Meeting, now: datetime, policy: Policy
) -> None:
    schedule = schedule.with_meeting(own)
    for offer in extend_offers(now, own, schedule, policy):
        added = Interval(own.interval.end, offer.end)
        assert policy.hours is None or policy.hours.covers(Interval(now, offer.end))
        assert not policy.out_of_service
        for other in schedule.without(own.id).occupying:
            if other.interval.start >= own.interval.end:
                assert added.end + policy.distance <= other.interval.start
    for behind in extension_offers(now, own, schedule, policy):
        assert objection(behind.interval, now, [m.interval for m in schedule.occupying], policy, UTC_ZONE) is None


@given(schedules(), instants(900), st.integers(1, 240).map(minutes), rules())
def test_the_next_free_time_may_be_booked(
    schedule: Schedule, after: datetime, length: timedelta, policy: Policy
) -> None:
    slot = next_free(floor_minute(after), length, schedule, policy)
    if slot is not None:
        least = length if slot.duration >= length else policy.shortest
        wanted = Interval(slot.start, slot.start + min(max(least, policy.shortest), policy.longest))
        if wanted.duration >= policy.shortest:
            busy = [m.interval for m in schedule.occupying]
            assert objection(wanted, after, busy, policy, UTC_ZONE) is None


OFFICE = Policy(hours=OpenHours(week=(Opening(opens=time(8), closes=time(18)),) * 7, zone=UTC_ZONE))


def ends(now: datetime, policy: Policy, *taken: Meeting) -> list[str]:
    return [f"{o.interval.end:%H:%M}" for o in book_offers(now, Schedule.of(WINDOW, taken), policy)]


def test_the_last_walk_up_of_the_day_goes_until_closing_time() -> None:
    assert ends(at(17, 20), OFFICE) == ["17:35", "17:50", "18:00"]
    assert ends(at(17, 56), OFFICE) == []
    assert ends(at(7, 59), OFFICE) == []
    assert ends(at(18), OFFICE) == []
    assert ends(at(8), OFFICE) == ["08:15", "08:30", "08:45", "09:00"]


def test_buffers_are_kept_on_both_sides() -> None:
    policy = Policy(buffer_before=minutes(10), buffer_after=minutes(15))
    before, after = meeting(at(9), at(10), "before"), meeting(at(11), at(12), "after")
    assert ends(at(10, 14), policy, before, after) == []
    assert ends(at(10, 15), policy, before, after) == ["10:30", "10:45"]


@pytest.mark.parametrize(
    ("wanted", "change", "expected"),
    [
        (Interval(at(13), at(14)), {}, None),
        (Interval(at(13), at(14)), {"out_of_service": "No light."}, Objection.OUT_OF_SERVICE),
        (Interval(at(11), at(13)), {}, Objection.PAST),
        (Interval(at(13), at(13, 4)), {}, Objection.TOO_SHORT),
        (Interval(at(13), at(17, 30)), {}, Objection.TOO_LONG),
        (Interval(at(13), at(14)), {"lead_days": 0}, None),
        (Interval(at(13) + DAY, at(14) + DAY), {"lead_days": 0}, Objection.TOO_FAR_AHEAD),
        (Interval(at(13) + 14 * DAY, at(14) + 14 * DAY), {}, None),
        (Interval(at(13) + 15 * DAY, at(14) + 15 * DAY), {}, Objection.TOO_FAR_AHEAD),
        (Interval(at(17, 30), at(18, 1)), {}, Objection.CLOSED),
        (Interval(at(15), at(16)), {}, None),
        (Interval(at(15), at(16)), {"buffer_after": minutes(1)}, Objection.TAKEN),
        (Interval(at(15), at(16, 1)), {}, Objection.TAKEN),
    ],
)
def test_what_speaks_against_a_booking(wanted: Interval, change: dict[str, Any], expected: Objection | None) -> None:
    taken = [Interval(at(16), at(17))]
    assert objection(wanted, at(12, 0, 30), taken, replace(OFFICE, **change), UTC_ZONE) == expected


@given(schedules(), instants(), policies())
def test_no_fitting_length_is_withheld(schedule: Schedule, now: datetime, policy: Policy) -> None:
    assume(schedule.current(now) is None)
    ends = {o.interval.end for o in book_offers(now, schedule, policy)}
    start = max([floor_minute(now), *(m.interval.end for m in schedule.occupying if m.interval.end <= now)])
    for length in policy.durations:
        wanted = Interval(start, start + length)
        fits = policy.shortest <= length <= policy.longest and WINDOW.covers(wanted)
        assert (wanted.end in ends) >= (fits and not schedule.conflicts(wanted))


def test_a_walk_up_right_after_a_meeting_that_ended_within_this_minute() -> None:
    schedule = Schedule.of(WINDOW, [meeting(at(9), at(10, 0, 20))])
    assert book_offers(at(10, 0, 30), schedule, POLICY)[0].interval == Interval(at(10, 0, 20), at(10, 15, 20))


def test_until_next_takes_the_place_of_the_length_that_ends_there() -> None:
    schedule = Schedule.of(WINDOW, [meeting(at(10, 30), at(11))])
    offers = book_offers(at(10), schedule, POLICY)
    assert offers == (
        BookOffer(interval=Interval(at(10), at(10, 15))),
        BookOffer(interval=Interval(at(10), at(10, 30)), until_next=True),
    )


def test_nothing_is_offered_where_nothing_is_known() -> None:
    empty = Schedule.of(WINDOW, [])
    assert book_offers(WINDOW.start - MINUTE, empty, POLICY) == ()
    assert book_offers(WINDOW.end, empty, POLICY) == ()
    assert [o.interval.end for o in book_offers(WINDOW.end - minutes(20), empty, POLICY)] == [WINDOW.end - minutes(5)]


@given(schedules(), meetings(st.just("theirs")), instants(), policies())
def test_a_booking_behind_somebody_elses_meeting_fits_and_starts_where_it_ends(
    schedule: Schedule, theirs: Meeting, now: datetime, policy: Policy
) -> None:
    schedule = schedule.with_meeting(theirs)
    made = extension_offers(now, theirs, schedule, policy)
    for offer in made:
        assert theirs.is_attended
        assert theirs.interval.contains(now)
        assert offer.interval.start == theirs.interval.end
        assert not schedule.conflicts(offer.interval)
        assert schedule.window.covers(offer.interval)
        assert policy.shortest <= offer.interval.duration <= policy.longest
    assert len({o.interval for o in made}) == len(made)
    assert not (made and extend_offers(now, theirs, schedule, policy)), "one way to stay or the other"
    assert not (may_release(now, theirs) and may_cancel(now, theirs))


def test_staying_on_after_somebody_elses_meeting() -> None:
    theirs = meeting(at(9), at(10), "theirs")
    later = meeting(at(10, 40), at(11), "later")
    lengths = [
        o.interval.duration for o in extension_offers(at(9, 30), theirs, Schedule.of(WINDOW, [theirs, later]), POLICY)
    ]
    assert lengths == [minutes(15), minutes(30), minutes(40)]
    at_once = meeting(at(10), at(10, 30), "at once")
    assert extension_offers(at(9, 30), theirs, Schedule.of(WINDOW, [theirs, at_once]), POLICY) == ()


def test_who_may_release_what() -> None:
    theirs = meeting(at(9), at(10))
    assert may_release(at(8, 55), theirs)
    assert may_release(at(9, 59), theirs)
    assert not may_release(at(10), theirs)
    for other in (
        meeting(at(9), at(10), own="b"),
        replace(theirs, is_organizer=True),
        replace(theirs, has_attendees=False),
        replace(theirs, is_cancelled=True),
        replace(theirs, is_declined=True),
    ):
        assert not may_release(at(9, 30), other)


@given(schedules(), meetings(st.just("own")), instants(), policies())
def test_every_extension_would_hold(schedule: Schedule, own: Meeting, now: datetime, policy: Policy) -> None:
    schedule = schedule.with_meeting(own)
    offers = extend_offers(now, own, schedule, policy)
    for offer in offers:
        assert own.is_own
        assert own.interval.contains(now)
        assert offer.end == own.interval.end + offer.by
        assert offer.by > timedelta()
        assert offer.end - own.interval.start <= policy.longest
        assert offer.end <= schedule.window.end
        assert not schedule.without(own.id).conflicts(Interval(own.interval.start, offer.end))
    assert sum(o.until_next for o in offers) <= 1
    assert len({o.end for o in offers}) == len(offers)


@given(meetings(), instants())
def test_only_own_bookings_are_ended_or_cancelled(own: Meeting, now: datetime) -> None:
    if may_end(now, own):
        assert own.is_own
        assert own.interval.contains(now)
        left = remaining(own, now)
        assert own.interval.start < left.end < own.interval.end
        assert now <= left.end < now + MINUTE
    if may_cancel(now, own):
        assert own.is_own
        assert now < own.interval.end
    if own.is_own and own.interval.contains(now):
        assert may_cancel(now, own)


@given(meetings(), instants())
def test_what_remains_is_always_an_interval(own: Meeting, now: datetime) -> None:
    assert own.interval.covers(remaining(own, now))


def test_what_somebody_else_changed_into_a_meeting_is_left_alone() -> None:
    invited = replace(meeting(at(10), at(11), own="b"), has_attendees=True)
    schedule = Schedule.of(WINDOW, [invited])
    assert extend_offers(at(10, 10), invited, schedule, POLICY) == ()
    assert not may_end(at(10, 10), invited)
    assert not may_cancel(at(10, 10), invited)


@given(schedules(), instants(900), st.integers(1, 240).map(minutes), policies())
def test_next_free_by_brute_force(schedule: Schedule, after: datetime, length: timedelta, policy: Policy) -> None:
    slot = next_free(after, length, schedule, policy)

    def first(least: timedelta) -> datetime | None:
        # a slot can begin only now or where a meeting ends
        starts = sorted({max(after, WINDOW.start), *(m.interval.end for m in schedule.occupying)})
        for start in starts:
            wanted = Interval(start, start + least)
            if start >= after and WINDOW.covers(wanted) and not schedule.conflicts(wanted):
                return start
        return None

    expected = first(length) or first(policy.shortest)
    assert (slot.start if slot else None) == expected
    if slot is not None:
        assert not schedule.conflicts(slot)
        assert slot.end == WINDOW.end or any(m.interval.start == slot.end for m in schedule.occupying)
