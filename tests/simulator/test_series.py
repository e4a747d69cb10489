"""Recurring meetings: which days they fall on, and what can be done to one of them."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roomdisplay.simulator import recurrence
from roomdisplay.simulator.event import Event, Person, instants
from roomdisplay.simulator.recurrence import DAYS, INDEXES, InvalidRecurrence
from tests.simulator.conftest import Room, error_of, walk_up

START = date(2026, 1, 30)
DAILY = {
    "pattern": {"type": "daily", "interval": 1},
    "range": {"type": "numbered", "startDate": "2026-12-01", "numberOfOccurrences": 4},
}


def days_of(pattern: dict[str, Any], extent: dict[str, Any] | None = None, *, until: int = 400) -> list[date]:
    extent = extent or {"type": "noEnd", "startDate": START.isoformat()}
    rule = recurrence.parse({"pattern": pattern, "range": extent}, default_start=START)
    return list(rule.days(START - timedelta(days=10), START + timedelta(days=until)))


# Expansion, told in other words than the library's


@settings(max_examples=40)
@given(interval=st.integers(1, 40))
def test_daily_means_every_so_many_days(interval: int) -> None:
    days = days_of({"type": "daily", "interval": interval})
    assert days == [START + timedelta(days=n) for n in range(0, 401, interval)]


@settings(max_examples=60)
@given(interval=st.integers(1, 5), chosen=st.sets(st.sampled_from(DAYS), min_size=1), first=st.sampled_from(DAYS))
def test_weekly_means_the_chosen_days_of_every_so_manyth_week(interval: int, chosen: set[str], first: str) -> None:
    pattern = {"type": "weekly", "interval": interval, "daysOfWeek": sorted(chosen), "firstDayOfWeek": first}
    week_start = START - timedelta(days=(START.weekday() - DAYS.index(first)) % 7)
    expected = [
        day
        for day in (START + timedelta(days=n) for n in range(401))
        if DAYS[day.weekday()] in chosen and ((day - week_start).days // 7) % interval == 0
    ]
    assert days_of(pattern) == expected


@settings(max_examples=60)
@given(interval=st.integers(1, 4), day=st.integers(1, 31))
def test_monthly_on_a_day_a_month_lacks_means_its_last_day(interval: int, day: int) -> None:
    found = days_of({"type": "absoluteMonthly", "interval": interval, "dayOfMonth": day})
    for one in found:
        assert one.day == min(day, calendar.monthrange(one.year, one.month)[1])
    months = [one.year * 12 + one.month for one in found]
    assert all(later - earlier == interval for earlier, later in pairwise(months))


@settings(max_examples=60)
@given(index=st.sampled_from(tuple(INDEXES)), chosen=st.sets(st.sampled_from(DAYS), min_size=1, max_size=7))
def test_relative_monthly_means_the_nth_of_the_chosen_days(index: str, chosen: set[str]) -> None:
    found = days_of({"type": "relativeMonthly", "interval": 1, "daysOfWeek": sorted(chosen), "index": index})
    for one in found:
        length = calendar.monthrange(one.year, one.month)[1]
        fitting = [n for n in range(1, length + 1) if DAYS[date(one.year, one.month, n).weekday()] in chosen]
        assert one.day == fitting[INDEXES[index] - 1 if index != "last" else -1]


@settings(max_examples=40)
@given(month=st.integers(1, 12), day=st.integers(1, 31))
def test_yearly_means_that_day_of_that_month(month: int, day: int) -> None:
    found = days_of({"type": "absoluteYearly", "interval": 1, "month": month, "dayOfMonth": day}, until=1500)
    assert {one.month for one in found} == {month}
    assert all(one.day == min(day, calendar.monthrange(one.year, month)[1]) for one in found)
    assert len(found) in (4, 5)


def test_relative_yearly_means_the_nth_weekday_of_that_month() -> None:
    pattern = {"type": "relativeYearly", "interval": 1, "month": 11, "daysOfWeek": ["thursday"], "index": "fourth"}
    assert days_of(pattern, until=700) == [date(2026, 11, 26), date(2027, 11, 25)]


@settings(max_examples=40)
@given(count=st.integers(1, 30), length=st.integers(0, 60))
def test_a_range_ends_after_a_count_or_on_a_day(count: int, length: int) -> None:
    daily = {"type": "daily", "interval": 1}
    numbered = {"type": "numbered", "startDate": START.isoformat(), "numberOfOccurrences": count}
    dated = {"type": "endDate", "startDate": START.isoformat(), "endDate": (START + timedelta(days=length)).isoformat()}
    assert len(days_of(daily, numbered)) == count
    assert days_of(daily, dated)[-1] == START + timedelta(days=length)


@pytest.mark.parametrize(
    "pattern",
    [
        {},
        {"type": "hourly"},
        {"type": "daily", "interval": 0},
        {"type": "weekly", "interval": 1},
        {"type": "weekly", "interval": 1, "daysOfWeek": ["someday"]},
        {"type": "absoluteMonthly", "interval": 1},
        {"type": "absoluteYearly", "interval": 1, "dayOfMonth": 1},
        {"type": "relativeMonthly", "interval": 1, "daysOfWeek": ["monday"], "index": "sixth"},
    ],
)
def test_patterns_without_sense_are_told_so(pattern: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecurrence):
        days_of(pattern)


@settings(max_examples=40)
@given(start=st.dates(date(2026, 3, 1), date(2026, 11, 30)), hour=st.integers(0, 23))
def test_every_meeting_keeps_its_wall_clock_time_across_clock_changes(start: date, hour: int) -> None:
    first = datetime(start.year, start.month, start.day, hour, 15)  # noqa: DTZ001
    begins, ends = instants(first, first + timedelta(minutes=90), "Europe/Berlin", all_day=False)
    event = Event(
        number=1, uid="x", change=1, created=begins, modified=begins, start=begins, end=ends,
        zone_name="Europe/Berlin", organizer=Person(name="a", address="a@b.example"),
    )  # fmt: skip
    for n in range(0, 300, 30):
        day = start + timedelta(days=n)
        wall, _ = event.on(day).wall()
        skipped = day == date(2026, 3, 29) and first.hour == 2
        if not skipped:
            assert (wall.date(), wall.hour, wall.minute) == (day, event.wall()[0].hour, 15)


# Through Graph


@pytest.fixture
def series(room: Room) -> tuple[Room, list[dict[str, Any]]]:
    room.create("Daily", recurrence=DAILY)
    return room, room.view(_orderby="start/dateTime")


def test_a_view_shows_meetings_and_never_the_master(series: tuple[Room, list[dict[str, Any]]]) -> None:
    _, days = series
    assert [event["start"]["dateTime"][:10] for event in days] == [f"2026-12-0{n}" for n in (1, 2, 3, 4)]
    assert {event["type"] for event in days} == {"occurrence"}
    assert len({event["seriesMasterId"] for event in days}) == 1


def test_meetings_of_a_series_have_ical_uids_of_their_own(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    master = room.get(f"/events/{days[0]['seriesMasterId']}").json()
    uids = {event["iCalUId"] for event in days}
    assert len(uids | {master["iCalUId"]}) == 5
    assert master["type"] == "seriesMaster"
    assert master["recurrence"]["pattern"]["type"] == "daily"


def test_a_single_meeting_can_be_read_changed_and_removed(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    second = days[1]["id"]
    assert room.get(f"/events/{second}").json()["originalStart"] == "2026-12-02T09:00:00.0000000Z"
    changed = room.request("PATCH", f"/events/{second}", json={"subject": "Special"}).json()
    assert (changed["type"], changed["id"]) == ("exception", second)
    assert room.request("DELETE", f"/events/{days[2]['id']}").status_code == 204
    subjects = [event["subject"] for event in room.view(_orderby="start/dateTime")]
    assert subjects == ["Daily", "Special", "Daily"]


def test_a_day_the_series_does_not_have_is_not_found(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    room.request("DELETE", f"/events/{days[3]['id']}")
    assert error_of(room.get(f"/events/{days[3]['id']}")) == (404, "ErrorItemNotFound")


@pytest.mark.parametrize("to", ["2026-12-01T12:00:00", "2026-12-03T08:00:00", "2026-12-05T09:00:00"])
def test_a_meeting_cannot_move_to_or_past_its_neighbours_day(
    series: tuple[Room, list[dict[str, Any]]], to: str
) -> None:
    room, days = series
    end = (datetime.fromisoformat(to) + timedelta(minutes=30)).isoformat()
    moved = {"start": {"dateTime": to, "timeZone": "UTC"}, "end": {"dateTime": end, "timeZone": "UTC"}}
    answer = room.request("PATCH", f"/events/{days[1]['id']}", json=moved)
    assert error_of(answer) == (400, "ErrorOccurrenceCrossingBoundary")


def test_a_meeting_can_move_within_its_day(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    moved = walk_up(at=datetime(2026, 12, 2, 15, tzinfo=UTC))
    answer = room.request("PATCH", f"/events/{days[1]['id']}", json={"start": moved["start"], "end": moved["end"]})
    assert answer.status_code == 200
    assert answer.json()["originalStart"] == "2026-12-02T09:00:00.0000000Z"


def test_a_single_meeting_takes_no_recurrence(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    answer = room.request("PATCH", f"/events/{days[0]['id']}", json={"recurrence": DAILY})
    assert error_of(answer) == (400, "ErrorInvalidRequest")


def test_changing_the_master_changes_every_meeting(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    room.request("PATCH", f"/events/{days[0]['seriesMasterId']}", json={"subject": "Renamed"})
    assert {event["subject"] for event in room.view()} == {"Renamed"}


def test_removing_the_master_removes_every_meeting(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    room.request("DELETE", f"/events/{days[0]['seriesMasterId']}")
    assert room.view() == []


def test_a_master_lists_its_meetings_in_a_window(series: tuple[Room, list[dict[str, Any]]]) -> None:
    room, days = series
    query = {"startDateTime": "2026-12-02T00:00:00Z", "endDateTime": "2026-12-04T00:00:00Z"}
    answer = room.get(f"/events/{days[0]['seriesMasterId']}/instances", params=query, extensions={"unlisted": True})
    assert len(answer.json()["value"]) == 2


def test_a_room_declines_one_meeting_of_a_series(room: Room) -> None:
    room.book("Weekly", start="2026-12-01T13:00:00Z", end="2026-12-01T14:00:00Z", recurrence=DAILY)
    days = room.view(_orderby="start/dateTime")
    answer = room.request("POST", f"/events/{days[1]['id']}/decline", json={"comment": "No show", "sendResponse": True})
    assert answer.status_code == 202
    (message,) = room.mail("declined")
    assert message["occurrence"] == "2026-12-02T13:00:00+00:00"
    assert len(room.view()) == 3


def test_whether_one_meeting_can_be_declined_is_a_switch(room: Room) -> None:
    room.behave(declineOfOneMeeting=False)
    room.book("Weekly", start="2026-12-01T13:00:00Z", end="2026-12-01T14:00:00Z", recurrence=DAILY)
    answer = room.request("POST", f"/events/{room.view()[0]['id']}/decline", json={})
    assert error_of(answer) == (400, "ErrorInvalidRequest")


def test_the_control_api_tells_the_occurrences_that_are_no_exceptions(room: Room) -> None:
    room.create("Daily", recurrence=DAILY)
    window = "2026-11-30T00:00:00Z/2026-12-10T00:00:00Z"
    listed = room.control("GET", f"/rooms/{room.address}/events?occurrences={window}")["events"]
    daily = [item for item in listed if item["subject"] == "Daily"]
    assert sorted(item["type"] for item in daily) == [*4 * ["occurrence"], "seriesMaster"]
    assert len({item["id"] for item in daily}) == 5
    assert room.http.get(f"{room.simulator.control}/rooms/{room.address}/events?occurrences=soon").status_code == 400
