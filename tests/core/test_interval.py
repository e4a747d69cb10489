import itertools
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.core.interval import Interval, ceil_minute, day_of, days, floor_minute, gaps, midnight, union
from tests.core.strategies import MINUTE, NOON, instants, intervals

HOUR = timedelta(hours=1)


def test_ends_are_utc_and_in_order() -> None:
    with pytest.raises(ValueError, match="UTC"):
        Interval(NOON.replace(tzinfo=None), NOON.replace(tzinfo=None))
    with pytest.raises(ValueError, match="UTC"):
        Interval(NOON.astimezone(timezone(HOUR)), NOON.astimezone(timezone(HOUR)))
    with pytest.raises(ValueError, match="no earlier"):
        Interval(NOON, NOON - MINUTE)


@given(intervals(), intervals(), instants())
def test_overlap_clip_and_cover_agree(a: Interval, b: Interval, instant: datetime) -> None:
    assert a.overlaps(b) == b.overlaps(a) == (a.clipped(b) is not None)
    if clipped := a.clipped(b):
        assert clipped == b.clipped(a)
        assert clipped.start < clipped.end
        assert a.covers(clipped)
        assert b.covers(clipped)
        assert clipped.contains(instant) == (a.contains(instant) and b.contains(instant))
    else:
        assert not (a.contains(instant) and b.contains(instant))


@given(st.lists(intervals()), instants())
def test_union_is_the_same_instants_sorted_and_apart(found: list[Interval], instant: datetime) -> None:
    merged = union(found)
    assert any(i.contains(instant) for i in merged) == any(i.contains(instant) for i in found)
    assert all(i.start < i.end for i in merged)
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))
    assert union(reversed(merged)) == merged


@given(st.lists(intervals()), intervals())
def test_gaps_and_union_partition_any_window(found: list[Interval], window: Interval) -> None:
    busy = union(c for i in found if (c := i.clipped(window)))
    free = gaps(found, window)
    pieces = sorted([*busy, *free])
    assert all(a.end == b.start for a, b in itertools.pairwise(pieces))
    assert sum((p.duration for p in pieces), timedelta()) == window.duration
    if pieces:
        assert (pieces[0].start, pieces[-1].end) == (window.start, window.end)


@given(instants())
def test_minutes(instant: datetime) -> None:
    assert floor_minute(instant) <= instant <= ceil_minute(instant)
    assert ceil_minute(instant) - floor_minute(instant) in (timedelta(), MINUTE)
    assert floor_minute(ceil_minute(instant)) == ceil_minute(instant)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("Europe/Berlin", date(2026, 7, 1), 24),
        ("America/New_York", date(2026, 3, 8), 23),
        ("America/New_York", date(2026, 11, 1), 25),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5),
        ("Asia/Kolkata", date(2026, 3, 29), 24),
        ("Asia/Beirut", date(2026, 3, 29), 23),
        ("Asia/Beirut", date(2026, 10, 24), 25),
        ("America/Sao_Paulo", date(2018, 11, 4), 23),
        ("America/Sao_Paulo", date(2018, 2, 17), 25),
        ("America/Havana", date(2026, 11, 1), 25),
        ("Pacific/Apia", date(2011, 12, 30), 0),
    ],
)
def test_how_long_a_day_is(zone: str, day: date, hours: float) -> None:
    assert days(day, 1, ZoneInfo(zone)).duration == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("zone", "day", "utc"),
    [
        # midnight does not exist: the day begins at 01:00
        ("America/Sao_Paulo", date(2018, 11, 4), datetime(2018, 11, 4, 3, tzinfo=UTC)),
        ("Asia/Beirut", date(2026, 3, 29), datetime(2026, 3, 28, 22, tzinfo=UTC)),
        # midnight comes twice: the first one counts
        ("America/Havana", date(2026, 11, 1), datetime(2026, 11, 1, 4, tzinfo=UTC)),
        # 23:00–24:00 comes twice: the day begins after both
        ("America/Sao_Paulo", date(2018, 2, 18), datetime(2018, 2, 18, 3, tzinfo=UTC)),
        ("Asia/Beirut", date(2026, 10, 25), datetime(2026, 10, 24, 22, tzinfo=UTC)),
        # a date that never was
        ("Pacific/Apia", date(2011, 12, 30), datetime(2011, 12, 30, 10, tzinfo=UTC)),
        ("Pacific/Apia", date(2011, 12, 31), datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ],
)
def test_midnight_where_clocks_change_at_it(zone: str, day: date, utc: datetime) -> None:
    assert midnight(day, ZoneInfo(zone)) == utc


ODD_ZONES = [
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Havana",
    "America/Nuuk",
    "Asia/Beirut",
    "Asia/Pyongyang",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "Antarctica/Casey",
    "Europe/Berlin",
]


@given(st.sampled_from(ODD_ZONES).map(ZoneInfo), st.dates(date(1970, 1, 2), date(2037, 12, 30)), st.integers(1, 4))
def test_days_follow_one_another(zone: ZoneInfo, first: date, count: int) -> None:
    start = midnight(first, zone)
    assert start.tzinfo is UTC
    assert day_of(start - timedelta(microseconds=1), zone) < first <= day_of(start, zone)
    whole = days(first, count, zone)
    each = [days(first + timedelta(days=n), 1, zone) for n in range(count)]
    assert [i for i in union(each) if i.duration] == [i for i in [whole] if i.duration]


@given(st.sampled_from(ODD_ZONES).map(ZoneInfo), st.integers(0, 2_100_000_000))
def test_two_days_from_today_contain_now(zone: ZoneInfo, timestamp: int) -> None:
    now = datetime.fromtimestamp(timestamp, UTC)
    assert days(day_of(now, zone), 2, zone).contains(now)
