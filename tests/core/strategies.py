"""Values of the core as Hypothesis draws them: minutes around one day, so that things meet, touch and overlap often."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.freshness import Freshness, Live, Never, Offline, Stale
from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WINDOW = Interval(NOON - timedelta(hours=12), NOON + timedelta(hours=36))


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    """On the day of NOON."""
    return NOON.replace(hour=hour, minute=minute, second=second)


def between(start: datetime, end: datetime) -> Interval:
    return Interval(start, end)


def instants(around: int = 600) -> st.SearchStrategy[datetime]:
    """Mostly whole minutes, as calendars have them; sometimes not."""
    whole = st.integers(-around, around).map(lambda n: NOON + minutes(n))
    exact = st.integers(-around * 60_000, around * 60_000).map(lambda n: NOON + timedelta(milliseconds=n))
    return st.one_of(whole, whole, exact)


def intervals(around: int = 600, longest: int = 240) -> st.SearchStrategy[Interval]:
    def interval(start: datetime, length: timedelta) -> Interval:
        return Interval(start, start + length)

    return st.builds(interval, instants(around), st.integers(0, longest).map(minutes))


def meetings(ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Meeting]:
    return st.builds(
        Meeting,
        id=st.sampled_from("abcdefghijklmnop") if ids is None else ids,
        interval=intervals(),
        subject=st.sampled_from([None, "", "Standup"]),
        organizer=st.sampled_from([None, "Ada"]),
        etag=st.sampled_from(["", "1", "2", "10"]),
        booking_id=st.sampled_from([None, None, "b1", "b2", "b3"]),
        created_at=st.one_of(st.none(), instants()),
        show_as=st.sampled_from([ShowAs.BUSY, ShowAs.BUSY, *ShowAs]),
        is_all_day=st.booleans(),
        is_private=st.booleans(),
        is_cancelled=st.sampled_from([False, False, False, True]),
        is_declined=st.sampled_from([False, False, False, True]),
        is_organizer=st.booleans(),
        has_attendees=st.booleans(),
        is_held=st.sampled_from([False, False, True]),
    )


def schedules(max_size: int = 12) -> st.SearchStrategy[Schedule]:
    return st.lists(meetings(), max_size=max_size).map(lambda found: Schedule.of(WINDOW, found))


def policies() -> st.SearchStrategy[Policy]:
    length = st.integers(1, 300).map(minutes)
    return st.builds(
        Policy,
        durations=st.lists(length, max_size=5).map(tuple),
        extensions=st.lists(length, max_size=4).map(tuple),
        until_next=st.booleans(),
        shortest=st.integers(1, 30).map(minutes),
        longest=st.integers(15, 480).map(minutes),
        soon=st.integers(0, 60).map(minutes),
        ending=st.integers(0, 30).map(minutes),
        fresh_for=st.integers(1, 30).map(minutes),
        check_in=st.booleans(),
        check_in_opens=st.integers(0, 30).map(minutes),
        release_after=st.integers(1, 30).map(minutes),
    )


def freshnesses() -> st.SearchStrategy[Freshness]:
    ages = st.integers(0, 3600).map(lambda n: timedelta(seconds=n))
    return st.one_of(
        st.builds(Live, age=ages), st.builds(Stale, age=ages), st.builds(Offline, age=ages), st.just(Never())
    )


def meeting(
    start: datetime, end: datetime, id: str = "m", *, own: str | None = None, created: datetime | None = None
) -> Meeting:
    """Somebody's meeting, or the booking `own` of a panel."""
    return Meeting(
        id=id,
        interval=Interval(start, end),
        subject="Standup",
        organizer=None,
        etag="1",
        booking_id=own,
        is_organizer=own is not None,
        has_attendees=own is None,
        created_at=created,
    )


def open_hours() -> st.SearchStrategy[OpenHours]:
    times = st.tuples(st.integers(0, 23), st.sampled_from([0, 30, 45])).map(lambda t: time(*t))
    opening = st.builds(Opening, opens=times, closes=times).filter(lambda o: o.closes == time() or o.opens < o.closes)
    week = st.lists(st.one_of(st.none(), opening, opening), min_size=7, max_size=7).map(tuple)
    zones = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]).map(ZoneInfo)
    return st.builds(OpenHours, week=week, zone=zones)


def rules() -> st.SearchStrategy[Policy]:
    """Policies of rooms with open hours and buffers, some of them out of service."""

    def with_rules(policy: Policy, hours: OpenHours | None, before: timedelta, after: timedelta, reason: str) -> Policy:
        return replace(policy, hours=hours, buffer_before=before, buffer_after=after, out_of_service=reason)

    buffers = st.sampled_from([0, 0, 5, 15, 30]).map(minutes)
    reasons = st.sampled_from(["", "", "", "The projector is being mended."])
    return st.builds(with_rules, policies(), st.one_of(st.none(), open_hours()), buffers, buffers, reasons)
