"""getSchedule: what is asked, and what is made of whatever comes back."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.adapters.graph import availability
from roomdisplay.core.interval import Interval, union
from roomdisplay.core.meeting import NOT_OCCUPYING, ShowAs
from roomdisplay.core.room import Room
from tests.adapters.graph import events

TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
WINDOW = Interval(TEN, TEN + 30 * HOUR)
BOREALIS = Room(address="Borealis@contoso.example", name="Borealis", zone=ZoneInfo("Europe/Berlin"))
CIRRUS = Room(address="cirrus@contoso.example", name="Cirrus", zone=ZoneInfo("America/New_York"))


def moment(instant: datetime) -> dict[str, Any]:
    return events.moment(f"{instant:%Y-%m-%dT%H:%M:%S}.0000000")


def item(start: datetime, end: datetime, status: Any = "busy", **more: Any) -> dict[str, Any]:
    return {"status": status, "start": moment(start), "end": moment(end), **more}


def answers(*schedules: Any) -> tuple[availability.Availability, ...] | None:
    return availability.answers(json.dumps({"value": schedules}).encode(), (BOREALIS, CIRRUS), WINDOW)


def one(*items: Any, room: Room = BOREALIS, **more: Any) -> availability.Availability:
    body = json.dumps({"value": [{"scheduleId": room.address, "scheduleItems": items, **more}]}).encode()
    found = availability.answers(body, (room,), WINDOW)
    assert found is not None
    return found[0]


def test_the_question_names_the_rooms_and_a_day_more_on_either_side() -> None:
    assert json.loads(availability.question((BOREALIS, CIRRUS), WINDOW)) == {
        "schedules": ["Borealis@contoso.example", "cirrus@contoso.example"],
        "startTime": {"dateTime": "2026-11-23T10:00:00", "timeZone": "UTC"},
        "endTime": {"dateTime": "2026-11-26T16:00:00", "timeZone": "UTC"},
    }


@pytest.mark.parametrize("show_as", list(ShowAs))
def test_what_occupies(show_as: ShowAs) -> None:
    found = one(item(TEN, TEN + HOUR, show_as.value))
    assert found.schedule is not None
    assert bool(found.schedule.occupying) == (show_as not in NOT_OCCUPYING)


@pytest.mark.parametrize("status", ["Busy", "OOF", "something new", None, 7])
def test_what_is_not_understood_occupies(status: Any) -> None:
    found = one(item(TEN, TEN + HOUR, status))
    assert found.schedule is not None
    assert found.schedule.busy(WINDOW) == (Interval(TEN, TEN + HOUR),)


def test_start_end_and_status_are_all_that_is_needed_and_all_that_is_kept() -> None:
    told = {"isPrivate": False, "subject": "Redundancies", "location": "The Board's"}
    bare, full = one(item(TEN, TEN + HOUR)), one(item(TEN, TEN + HOUR, **told))
    assert bare == full
    assert "Redundancies" not in repr(full)


def test_midnight_to_midnight_is_a_day_where_the_room_is() -> None:
    day = datetime(2026, 11, 25, tzinfo=UTC)
    found = one(item(day, day + 24 * HOUR), room=CIRRUS)
    assert found.schedule is not None
    assert [m.interval for m in found.schedule.meetings] == [Interval(day + 5 * HOUR, day + 29 * HOUR)]


@pytest.mark.parametrize(
    ("schedule", "code"),
    [
        ({"error": {"message": "", "responseCode": "5016"}, "scheduleItems": None}, "5016"),
        ({"error": {"message": "", "responseCode": "ErrorMailRecipientNotFound"}}, "ErrorMailRecipientNotFound"),
        ({"error": {}, "scheduleItems": []}, ""),
        ({"scheduleItems": None}, ""),
        ({}, ""),
        ({"scheduleItems": [item(TEN, TEN + HOUR), {"status": "busy"}]}, "malformed"),
        ({"scheduleItems": [None]}, "malformed"),
    ],
)
def test_what_cannot_be_read_is_not_known_and_spoils_nothing(schedule: Any, code: str) -> None:
    good = {"scheduleId": "CIRRUS@contoso.example", "scheduleItems": [item(TEN, TEN + HOUR)]}
    found = answers(good, {"scheduleId": "borealis@CONTOSO.example", **schedule})
    assert found is not None
    borealis, cirrus = found
    assert (borealis.address, borealis.schedule, borealis.code) == (BOREALIS.address, None, code)
    assert cirrus.schedule is not None
    assert cirrus.schedule.busy(WINDOW) == (Interval(TEN, TEN + HOUR),)


def test_a_room_that_is_not_mentioned_is_not_known() -> None:
    found = answers({"scheduleId": "somebody@contoso.example", "scheduleItems": []}, None, 7)
    assert found is not None
    assert [(a.schedule, a.code) for a in found] == [(None, "no answer")] * 2


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"value": {}}', b'{"value": null}', b"<html>"])
def test_what_is_no_list_is_no_answer(body: bytes) -> None:
    assert availability.answers(body, (BOREALIS,), WINDOW) is None


spans = st.tuples(st.integers(0, 120), st.integers(1, 40), st.sampled_from(list(ShowAs)))


@given(st.lists(spans, max_size=12))
def test_a_room_is_busy_exactly_when_something_in_it_is(found: list[tuple[int, int, ShowAs]]) -> None:
    quarter = timedelta(minutes=15)
    items = [item(TEN + s * quarter, TEN + (s + n) * quarter, show_as.value) for s, n, show_as in found]
    taken = [
        Interval(TEN + s * quarter, TEN + (s + n) * quarter) for s, n, show_as in found if show_as not in NOT_OCCUPYING
    ]
    for told in (one(*items), one(*reversed(items))):
        assert told.schedule is not None
        assert told.schedule.busy(WINDOW) == union(c for i in taken if (c := i.clipped(WINDOW)))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.lists(
        json_values
        | st.fixed_dictionaries(
            {"scheduleId": st.sampled_from([BOREALIS.address, CIRRUS.address]) | json_values},
            optional={
                "error": json_values,
                "scheduleItems": st.lists(
                    json_values
                    | st.fixed_dictionaries(
                        {"start": st.just(moment(TEN)) | json_values, "end": st.just(moment(TEN + HOUR)) | json_values},
                        optional={"status": json_values},
                    ),
                    max_size=3,
                )
                | json_values,
            },
        ),
        max_size=4,
    )
)
def test_whatever_comes_each_room_has_one_answer_and_nothing_raises(schedules: list[Any]) -> None:
    found = answers(*schedules)
    assert found is not None
    assert [a.address for a in found] == [BOREALIS.address, CIRRUS.address]


# ── the mailbox's zone ──


def zone_of(*schedules: Any) -> str | None:
    return availability.time_zone(json.dumps({"value": schedules}).encode(), BOREALIS)


def hours(zone: Any, address: str = BOREALIS.address) -> dict[str, Any]:
    return {"scheduleId": address, "workingHours": {"timeZone": zone}}


def test_the_zone_of_the_working_hours() -> None:
    assert zone_of(hours({"name": "W. Europe Standard Time"})) == "W. Europe Standard Time"
    assert zone_of(hours({"name": "UTC"}, CIRRUS.address), hours({"name": "Europe/Oslo"})) == "Europe/Oslo"
    own = {"@odata.type": "#microsoft.graph.customTimeZone", "name": "Customized Time Zone", "bias": -60}
    assert zone_of(hours(own)) is None


@pytest.mark.parametrize("zone", [None, 7, {}, {"name": 7}, {"name": "\n"}, {"name": "x" * 101}])
def test_a_zone_that_cannot_be_read(zone: Any) -> None:
    assert zone_of(hours(zone)) == ""
    assert zone_of() == ""
    assert availability.time_zone(b"nonsense", BOREALIS) == ""
