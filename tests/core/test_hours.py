"""Open hours: whatever the zone and the season, they are what the clock on the wall says."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given

from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.interval import Interval, day_of
from tests.core.strategies import instants, intervals, open_hours

BERLIN = ZoneInfo("Europe/Berlin")
DAY = Opening(opens=time(8), closes=time(18))
ALL_DAY = Opening(opens=time(), closes=time())


@given(open_hours(), instants(2500))
def test_open_is_what_the_clock_on_the_wall_says(hours: OpenHours, now: datetime) -> None:
    local = now.astimezone(hours.zone)
    opening = hours.week[local.weekday()]
    expected = (
        opening is not None
        and opening.opens <= local.time()
        and (opening.closes == time() or local.time() < opening.closes)
    )
    assert hours.is_open(now) == expected


@given(open_hours(), instants(2500))
def test_closing_and_opening_are_where_it_changes(hours: OpenHours, now: datetime) -> None:
    closes, opens = hours.closes_at(now), hours.opens_at(now)
    if closes is not None:
        assert hours.is_open(now)
        assert hours.is_open(closes - datetime.resolution)
        assert not hours.is_open(closes)
    if opens is not None:
        assert opens > now
        assert hours.is_open(opens)
        assert not hours.is_open(opens - datetime.resolution)
    if not hours.is_open(now):
        assert closes is None
        assert (opens is None) == all(opening is None for opening in hours.week)


@given(open_hours(), intervals(2500))
def test_open_times_are_disjoint_in_order_and_touch_what_was_asked(hours: OpenHours, window: Interval) -> None:
    times = hours.within(window)
    assert all(before.end < after.start for before, after in pairwise(times))
    assert all(time.overlaps(window) for time in times)
    for time_ in times:
        assert hours.covers(time_)


def test_a_day_on_which_the_clocks_change() -> None:
    """On 29 March 2026 the hour from two to three is left out in Berlin."""
    hours = OpenHours(week=(ALL_DAY,) * 7, zone=BERLIN)
    night = OpenHours(week=(None,) * 6 + (Opening(opens=time(1), closes=time(4)),), zone=BERLIN)
    noon = datetime(2026, 3, 29, 12, tzinfo=UTC)
    (open_time,) = night.within(Interval(noon - timedelta(hours=12), noon))
    assert open_time.duration == timedelta(hours=2)
    assert day_of(open_time.start, BERLIN) == date(2026, 3, 29)
    assert hours.closes_at(noon) is None  # round the clock


def test_friday_evening_opens_on_monday() -> None:
    hours = OpenHours(week=(DAY,) * 5 + (None, None), zone=BERLIN)
    friday = datetime(2026, 11, 27, 19, tzinfo=BERLIN).astimezone(UTC)
    assert hours.opens_at(friday) == datetime(2026, 11, 30, 8, tzinfo=BERLIN).astimezone(UTC)
    assert OpenHours(week=(None,) * 7, zone=BERLIN).opens_at(friday) is None
