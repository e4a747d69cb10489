"""Change tracking: rounds, stubs, tombstones, and how it fails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.simulator.conftest import MORNING, Room, StartRoom, error_of

WINDOW = {"startDateTime": "2026-12-01T00:00:00Z", "endDateTime": "2026-12-03T00:00:00Z"}
DAILY = {
    "pattern": {"type": "daily", "interval": 1},
    "range": {"type": "numbered", "startDate": "2026-12-01", "numberOfOccurrences": 2},
}


def round_of(room: Room, link: str | None = None, page: int = 10) -> tuple[list[dict[str, Any]], str]:
    """All items of one round, and the link for the next."""
    wish = {"Prefer": f"odata.maxpagesize={page}"}
    if link is None:
        answer = room.get("/calendarView/delta", params=WINDOW, headers=wish)
    else:
        answer = room.get(link, headers=wish)
    items: list[dict[str, Any]] = []
    while True:
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert len(body["value"]) <= page
        items.extend(body["value"])
        if "@odata.deltaLink" in body:
            return items, body["@odata.deltaLink"]
        answer = room.get(body["@odata.nextLink"], headers=wish)


@pytest.mark.parametrize("spelling", ["delta", "delta()", "microsoft.graph.delta()"])
def test_delta_has_three_spellings(room: Room, spelling: str) -> None:
    room.create()
    answer = room.get(f"/calendarView/{spelling}", params=WINDOW)
    assert len(answer.json()["value"]) == 1
    assert "@odata.deltaLink" in answer.json()


def test_a_round_without_changes_is_empty(room: Room) -> None:
    room.create()
    _, link = round_of(room)
    assert round_of(room, link)[0] == []


def test_single_events_come_whole_and_meetings_of_a_series_as_stubs(room: Room) -> None:
    room.create("single")
    room.create("series", at=MORNING + timedelta(hours=2), recurrence=DAILY)
    items, _ = round_of(room)
    (single,) = (item for item in items if item["type"] == "singleInstance")
    assert single["subject"] == "single"
    stubs = [item for item in items if item["type"] == "occurrence"]
    assert len(stubs) == 2
    for stub in stubs:
        assert set(stub) == {"@odata.type", "@odata.etag", "id", "seriesMasterId", "type", "start", "end"}


def test_a_changed_meeting_of_a_series_comes_whole(room: Room) -> None:
    room.create("series", recurrence=DAILY)
    items, link = round_of(room)
    room.request("PATCH", f"/events/{items[0]['id']}", json={"subject": "Special"})
    (changed,), _ = round_of(room, link)
    assert (changed["type"], changed["subject"]) == ("exception", "Special")


def test_a_deleted_event_leaves_a_tombstone(room: Room) -> None:
    event = room.create()
    _, link = round_of(room)
    room.request("DELETE", f"/events/{event['id']}")
    (gone,), _ = round_of(room, link)
    assert gone == {"@odata.type": "#microsoft.graph.event", "id": event["id"], "@removed": {"reason": "deleted"}}


def test_a_declined_meeting_is_only_moved_away(room: Room) -> None:
    identity = room.book()["ids"][room.address]
    _, link = round_of(room)
    room.request("POST", f"/events/{identity}/decline", json={})
    (gone,), _ = round_of(room, link)
    assert gone["@removed"] == {"reason": "changed"}


def test_an_event_that_leaves_the_window_is_reported_as_removed(room: Room) -> None:
    event = room.create()
    _, link = round_of(room)
    later = {
        "start": {"dateTime": "2026-12-20T09:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-12-20T10:00:00", "timeZone": "UTC"},
    }
    room.request("PATCH", f"/events/{event['id']}", json=later)
    assert round_of(room, link)[0][0]["@removed"]["reason"] == "deleted"


def test_a_new_event_outside_the_window_is_reported_as_removed_though_nobody_knew_it(room: Room) -> None:
    _, link = round_of(room)
    event = room.create(at=MORNING + timedelta(days=20))
    (noise,), _ = round_of(room, link)
    assert (noise["id"], noise["@removed"]["reason"]) == (event["id"], "deleted")


@pytest.mark.parametrize("option", ["$select=subject", "$filter=isAllDay eq false", "$orderby=subject", "$top=5"])
def test_query_options_are_refused(room: Room, option: str) -> None:
    path = f"/calendarView/delta?startDateTime=2026-12-01&endDateTime=2026-12-02&{option}"
    assert error_of(room.get(path)) == (400, "ErrorInvalidUrlQuery")


def test_a_lost_state_is_gone_and_only_a_fresh_start_helps(room: Room) -> None:
    _, link = round_of(room)
    room.control("POST", "/delta/expire")
    answer = room.get(link)
    assert error_of(answer) == (410, "SyncStateNotFound")
    assert "location" not in answer.headers
    assert round_of(room)[0] == []


def test_whether_a_410_brings_a_location_is_a_switch(room: Room) -> None:
    room.behave(goneCarriesLocation=True)
    _, link = round_of(room)
    room.control("POST", "/delta/expire")
    assert room.get(link).headers["location"].endswith("$deltatoken=")


def test_a_link_used_again_gives_the_changes_again(room: Room) -> None:
    _, link = round_of(room)
    room.create()
    assert round_of(room, link)[0] == round_of(room, link)[0]


def test_a_page_may_be_empty_and_still_go_on(tenant: StartRoom) -> None:
    room = tenant("quiet")
    room.create("one")
    room.create("two")
    empty = False
    for _ in range(5):
        body = room.get("/calendarView/delta", params=WINDOW).json()
        empty = empty or (body["value"] == [] and "@odata.nextLink" in body)
    assert empty


def test_delegated_access_is_refused_on_the_second_page(delegate: Room) -> None:
    for n in range(3):
        delegate.book(f"Meeting {n}", start=f"2026-12-01T1{n}:00:00Z", end=f"2026-12-01T1{n}:30:00Z")
    first = delegate.get("/calendarView/delta", params=WINDOW, headers={"Prefer": "odata.maxpagesize=2"})
    assert first.status_code == 200
    assert error_of(delegate.get(first.json()["@odata.nextLink"])) == (403, "ErrorAccessDenied")


def test_whether_apps_are_refused_there_too_is_a_switch(room: Room) -> None:
    room.behave(deltaSecondPageForApps=False)
    body = room.get("/calendarView/delta", params=WINDOW).json()
    assert error_of(room.get(body["@odata.deltaLink"])) == (403, "ErrorAccessDenied")


STEPS = st.lists(
    st.tuples(st.sampled_from(["create", "move", "delete", "outside", "series", "exception"]), st.integers(0, 40)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(STEPS, min_size=1, max_size=3), page=st.integers(1, 5))
def test_merging_every_round_gives_what_the_view_gives(
    tenant: StartRoom, rounds: list[list[tuple[str, int]]], page: int
) -> None:
    room = tenant("quiet")
    copy: dict[str, tuple[str, str]] = {}
    items, link = round_of(room, page=page)
    for steps in rounds:
        for step, number in steps:
            apply_step(room, step, number)
        items, link = round_of(room, link, page=page)
        for item in items:
            if "@removed" in item:
                copy.pop(item["id"], None)
            else:
                copy[item["id"]] = (item["start"]["dateTime"], item["end"]["dateTime"])
        shown = room.view(WINDOW["startDateTime"], WINDOW["endDateTime"])
        assert copy == {event["id"]: (event["start"]["dateTime"], event["end"]["dateTime"]) for event in shown}


def apply_step(room: Room, step: str, number: int) -> None:
    at = datetime(2026, 12, 1, tzinfo=UTC) + timedelta(hours=number)
    shown = sorted(room.view(WINDOW["startDateTime"], WINDOW["endDateTime"]), key=lambda event: event["id"])
    match step:
        case "create":
            room.create(at=at)
        case "outside":
            room.create(at=at + timedelta(days=10))
        case "series":
            extent = {"type": "numbered", "startDate": at.date().isoformat(), "numberOfOccurrences": 3}
            room.create(at=at, recurrence={"pattern": {"type": "daily", "interval": 1}, "range": extent})
        case "move" if shown:
            times = room_times(at)
            room.request("PATCH", f"/events/{shown[number % len(shown)]['id']}", json=times)
        case "exception" if shown:
            room.request("PATCH", f"/events/{shown[number % len(shown)]['id']}", json={"subject": f"S{number}"})
        case "delete" if shown:
            room.request("DELETE", f"/events/{shown[number % len(shown)]['id']}")
        case _:
            pass


def room_times(at: datetime) -> dict[str, Any]:
    end = at + timedelta(minutes=20)
    return {
        "start": {"dateTime": at.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
        "end": {"dateTime": end.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
    }
