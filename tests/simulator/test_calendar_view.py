"""Reading a room's calendar: windows, pages, query options, time zones."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roomdisplay.simulator.server import running_simulator
from tests.simulator.conftest import MORNING, Room, StartRoom, error_of

WINDOW = {"startDateTime": "2026-11-30T00:00:00Z", "endDateTime": "2026-12-08T00:00:00Z"}


def view(room: Room, headers: dict[str, str] | None = None, **query: Any) -> httpx.Response:
    options = {name.replace("_", "$"): value for name, value in query.items()}
    return room.get("/calendarView", params={**WINDOW, **options}, headers=headers)


def test_a_meeting_that_began_before_the_window_is_in_it(room: Room) -> None:
    room.create(at=MORNING, minutes=120)
    assert len(room.view("2026-12-01T10:00:00Z", "2026-12-01T10:01:00Z")) == 1


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"), ("2026-12-01T09:30:00Z", "2026-12-01T10:00:00Z")],
)
def test_a_meeting_that_only_touches_the_window_is_not_in_it(room: Room, start: str, end: str) -> None:
    room.create(at=MORNING, minutes=30)
    assert room.view(start, end) == []


def test_a_window_without_offset_is_utc_whatever_zone_is_preferred(room: Room) -> None:
    room.create(at=MORNING, minutes=30)
    berlin = {"Prefer": 'outlook.timezone="Europe/Berlin"'}
    assert len(room.view("2026-12-01T09:00:00", "2026-12-01T09:30:00", headers=berlin)) == 1
    assert len(room.view("2026-12-01T10:00:00", "2026-12-01T10:30:00", headers=berlin)) == 0


def test_a_window_longer_than_1825_days_is_refused(room: Room) -> None:
    query = {"startDateTime": "2026-01-01T00:00:00Z", "endDateTime": "2031-01-01T00:00:00Z"}
    assert error_of(room.get("/calendarView", params=query)) == (400, "ErrorInvalidRequest")


@pytest.mark.parametrize("query", [{}, {"startDateTime": "2026-12-01"}, {**WINDOW, "endDateTime": "soon"}])
def test_a_window_needs_two_times(room: Room, query: dict[str, str]) -> None:
    assert error_of(room.get("/calendarView", params=query)) == (400, "ErrorInvalidParameter")


def test_an_unencoded_plus_in_an_offset_arrives_as_a_space_and_is_refused(room: Room) -> None:
    raw = "/calendarView?startDateTime=2026-12-01T00:00:00+01:00&endDateTime=2026-12-02T00:00:00%2B01:00"
    assert error_of(room.get(raw)) == (400, "ErrorInvalidParameter")


def test_a_page_has_ten_items_unless_more_are_asked_for(tenant: StartRoom) -> None:
    room = tenant("packed")
    today = {"startDateTime": "now", "endDateTime": ""}
    now = room.control("GET", "/clock")["now"][:10]
    query = {**today, "startDateTime": f"{now}T00:00:00Z", "endDateTime": "2026-12-31T00:00:00Z"}
    short = room.get("/calendarView", params=query).json()
    assert len(short["value"]) == 10
    assert "@odata.nextLink" in short
    assert len(room.get("/calendarView", params={**query, "$top": 17}).json()["value"]) == 17


def test_the_next_link_leads_to_the_origin_that_was_asked_and_keeps_the_query(tenant: StartRoom) -> None:
    room = tenant("packed")
    answer = view(room, _top=1, _select="subject", _orderby="start/dateTime")
    link = answer.json()["@odata.nextLink"]
    assert urlsplit(link).netloc == urlsplit(room.url).netloc
    following = room.get(link).json()["value"][0]
    assert set(following) == {"@odata.etag", "id", "subject"}


def test_pages_repeat_the_query_but_not_the_preferences(tenant: StartRoom) -> None:
    room = tenant("packed")
    first = view(room, headers={"Prefer": 'outlook.timezone="Europe/Berlin"'}, _top=1).json()
    second = room.get(first["@odata.nextLink"]).json()
    assert first["value"][0]["start"]["timeZone"] == "Europe/Berlin"
    assert second["value"][0]["start"]["timeZone"] == "UTC"


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(top=st.integers(1, 25), order=st.booleans())
def test_paging_neither_loses_nor_repeats(packed: Room, top: int, order: bool) -> None:
    everything = packed.view("2026-11-01T00:00:00Z", "2027-03-01T00:00:00Z")
    query = {"_top": top, "_orderby": "start/dateTime"} if order else {"_top": top}
    paged = packed.view("2026-11-01T00:00:00Z", "2027-03-01T00:00:00Z", **query)
    assert sorted(event["id"] for event in paged) == sorted(event["id"] for event in everything)
    if order:
        starts = [event["start"]["dateTime"] for event in paged]
        assert starts == sorted(starts)


@pytest.fixture(scope="module")
def packed() -> Any:
    with running_simulator("packed") as simulator:
        room = Room(simulator)
        yield room
        room.close()


def test_without_orderby_nothing_is_promised_and_the_order_is_not_chronological(packed: Room) -> None:
    starts = [event["start"]["dateTime"] for event in packed.view("2026-11-01T00:00:00Z", "2027-03-01T00:00:00Z")]
    assert starts != sorted(starts)


def test_selected_items_bring_their_etag_and_id_along(room: Room) -> None:
    room.create()
    (event,) = room.view(_select="subject,start")
    assert set(event) == {"@odata.etag", "id", "subject", "start"}


def test_created_time_cannot_be_selected_here_but_comes_without_select(room: Room) -> None:
    room.create()
    (selected,) = room.view(_select="subject,createdDateTime,lastModifiedDateTime")
    (whole,) = room.view()
    assert set(selected) == {"@odata.etag", "id", "subject"}
    assert whole["createdDateTime"].endswith("Z")


def test_created_time_can_be_selected_on_the_event_itself(room: Room) -> None:
    identity = room.create()["id"]
    assert "createdDateTime" in room.get(f"/events/{identity}?$select=createdDateTime").json()


def test_a_join_address_needs_is_online_meeting_selected_too(room: Room) -> None:
    room.book("Call", online=True)
    (without,) = room.view(_select="onlineMeeting")
    (with_both,) = room.view(_select="onlineMeeting,isOnlineMeeting")
    assert without["onlineMeeting"] is None
    assert with_both["onlineMeeting"]["joinUrl"].startswith("https://")


def test_unknown_properties_cannot_be_selected(room: Room) -> None:
    assert error_of(view(room, _select="subject,colour")) == (400, "BadRequest")


@pytest.mark.parametrize(
    ("expression", "subjects"),
    [
        ("subject eq 'beta'", {"beta"}),
        ("subject ne 'beta'", {"alpha", "gamma"}),
        ("isAllDay eq false and showAs eq 'busy'", {"alpha", "beta"}),
        ("not (showAs eq 'free')", {"alpha", "beta"}),
        ("start/dateTime ge '2026-12-01T10:00:00'", {"beta", "gamma"}),
        ("start/dateTime lt '2026-12-01T10:00:00Z' or subject eq 'gamma'", {"alpha", "gamma"}),
        ("end/dateTime le '2026-12-01T09:30:00'", {"alpha"}),
        ("createdDateTime gt 2020-01-01T00:00:00Z", {"alpha", "beta", "gamma"}),
        ("seriesMasterId eq null", {"alpha", "beta", "gamma"}),
        ("categories/any(c:c eq 'Walk-up')", {"beta"}),
    ],
)
def test_plain_properties_can_be_filtered(room: Room, expression: str, subjects: set[str]) -> None:
    room.create("alpha")
    room.create("beta", at=MORNING + timedelta(hours=1), categories=["Walk-up"])
    room.create("gamma", at=MORNING + timedelta(hours=2), showAs="free")
    assert {event["subject"] for event in room.view(_filter=expression)} == subjects


@pytest.mark.parametrize(
    "expression", ["contains(subject,'x')", "subject eq", "subject like 'x'", "(subject eq 'x'", "1 eq 1"]
)
def test_other_filters_are_refused(room: Room, expression: str) -> None:
    room.create()
    assert error_of(view(room, _filter=expression)) == (400, "ErrorInvalidUrlQueryFilter")


def test_filtering_by_extended_properties_is_an_internal_error_on_a_view(room: Room) -> None:
    expression = "singleValueExtendedProperties/any(ep: ep/id eq 'String {a} Name b' and ep/value eq 'c')"
    assert error_of(view(room, _filter=expression)) == (500, "ErrorInternalServerError")


def test_option_names_ignore_case_and_may_come_encoded_or_without_the_dollar(room: Room) -> None:
    room.create()
    base = "/calendarView?startdatetime=2026-12-01T00:00:00Z&ENDDATETIME=2026-12-02T00:00:00Z"
    for option in ("%24top=1&%24Select=subject", "$Top=1&$SELECT=Subject", "top=1&select=subject"):
        answer = room.get(f"{base}&{option}", extensions={"odd": True})
        assert set(answer.json()["value"][0]) == {"@odata.etag", "id", "subject"}


@pytest.mark.parametrize(
    "option", ["$top=0", "$top=1001", "$top=ten", "$skip=-1", "$count=perhaps", "$apply=x", "$search=x"]
)
def test_options_out_of_range_are_refused(room: Room, option: str) -> None:
    answer = room.get(f"/calendarView?startDateTime=2026-12-01&endDateTime=2026-12-02&{option}")
    assert answer.status_code == 400


def test_a_room_is_named_with_a_raw_or_an_encoded_at_sign(room: Room) -> None:
    room.create()
    encoded = room.simulator.graph + "/users/" + room.address.replace("@", "%40") + "/calendarView"
    assert len(room.get(encoded, params=WINDOW).json()["value"]) == 1


@pytest.mark.parametrize("path", ["/calendar/calendarView", "/calendars/{id}/calendarView", "/CalendarView"])
def test_the_calendar_has_several_addresses(room: Room, path: str) -> None:
    room.create()
    calendar = room.get("/calendar").json()
    odd = {"odd": True} if path == "/CalendarView" else {}
    if odd:
        answer = httpx.get(room.url + path, params=WINDOW, headers=room.http.headers)
    else:
        answer = room.get(path.format(id=calendar["id"]), params=WINDOW)
    assert len(answer.json()["value"]) == 1


def test_another_mailboxs_calendar_id_is_not_found(room: Room) -> None:
    other = room.create()["id"]
    assert error_of(room.get(f"/calendars/{other}/calendarView", params=WINDOW)) == (404, "ErrorItemNotFound")


def test_times_are_utc_unless_a_zone_is_preferred_and_the_zone_is_echoed_as_asked(room: Room) -> None:
    room.create(at=MORNING)
    shown: dict[str, str] = {}
    for zone in ("UTC", "W. Europe Standard Time", "America/New_York"):
        answer = view(room, headers={"Prefer": f'outlook.timezone="{zone}"'})
        start = answer.json()["value"][0]["start"]
        assert start["timeZone"] == zone
        assert answer.headers["Preference-Applied"] == f'outlook.timezone="{zone}"'
        shown[zone] = start["dateTime"]
    assert shown == {
        "UTC": "2026-12-01T09:00:00.0000000",
        "W. Europe Standard Time": "2026-12-01T10:00:00.0000000",
        "America/New_York": "2026-12-01T04:00:00.0000000",
    }


def test_an_unknown_zone_is_refused(room: Room) -> None:
    answer = view(room, headers={"Prefer": 'outlook.timezone="Middle Earth Time"'})
    assert error_of(answer) == (400, "TimeZoneNotSupportedException")


def test_preferences_may_share_one_header(room: Room) -> None:
    room.create(body={"contentType": "html", "content": "<p>Bring <b>tea</b></p>"})
    wish = 'outlook.timezone="UTC", outlook.body-content-type="text", IdType="ImmutableId", odata.maxpagesize=5'
    answer = view(room, headers={"Prefer": wish})
    (event,) = answer.json()["value"]
    assert event["body"] == {"contentType": "text", "content": "Bring tea"}
    assert event["id"].startswith("AAk")
    assert answer.headers["Preference-Applied"] == wish


def test_bodies_come_as_html_unless_text_is_preferred(room: Room) -> None:
    room.create(body={"contentType": "text", "content": "1 < 2"})
    (event,) = room.view()
    assert event["body"]["contentType"] == "html"
    assert "1 &lt; 2" in event["body"]["content"]
    assert event["bodyPreview"] == "1 < 2"


def test_all_day_events_float_and_keep_their_dates_in_every_zone(tenant: StartRoom) -> None:
    room = tenant("all-day")
    for zone in ("UTC", "Pacific/Auckland", "America/Los_Angeles"):
        today = room.view(
            "2026-01-01T00:00:00Z", "2030-01-01T00:00:00Z", headers={"Prefer": f'outlook.timezone="{zone}"'}
        )
        for event in today:
            assert event["isAllDay"]
            assert event["start"]["dateTime"].endswith("T00:00:00.0000000")
            assert event["start"]["timeZone"] == zone


def test_all_day_events_meet_the_window_as_utc_midnights(room: Room) -> None:
    room.request(
        "POST",
        "/events",
        json={
            "subject": "Floating",
            "isAllDay": True,
            "start": {"dateTime": "2026-12-02T00:00:00", "timeZone": "Pacific/Auckland"},
            "end": {"dateTime": "2026-12-03T00:00:00", "timeZone": "Pacific/Auckland"},
        },
    )
    assert len(room.view("2026-12-02T00:00:00Z", "2026-12-02T00:01:00Z")) == 1
    assert len(room.view("2026-12-01T11:00:00Z", "2026-12-01T23:59:00Z")) == 0


def test_cancelled_and_free_events_are_in_the_view_too(room: Room) -> None:
    meeting = room.book("Called off")
    room.control("POST", "/outlook/cancel", iCalUId=meeting["iCalUId"])
    room.create("Shown as free", showAs="free")
    shown = {event["subject"]: event for event in room.view()}
    assert shown["Canceled: Called off"]["isCancelled"] is True
    assert shown["Shown as free"]["showAs"] == "free"


def test_the_clock_change_night_has_every_meeting_once_and_in_order(tenant: StartRoom) -> None:
    room = tenant("dst-change")
    events = room.view("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", _orderby="start/dateTime")
    assert [
        (event["subject"], event["start"]["dateTime"][11:16], event["end"]["dateTime"][11:16]) for event in events
    ] == [
        ("Late watch", "23:30", "00:30"),
        ("First pass", "00:30", "01:00"),
        ("Second pass", "01:15", "01:45"),
        ("Through the repeated hour", "01:50", "03:00"),
        ("Open Sunday", "09:00", "11:00"),
        ("Evening class", "17:00", "18:30"),
    ]


def test_a_series_stays_at_its_hour_on_the_wall_across_the_clock_change(tenant: StartRoom) -> None:
    room = tenant("dst-change")
    wish = {"Prefer": 'outlook.timezone="Europe/Berlin"'}
    events = room.view("2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z", _filter="subject eq 'Open Sunday'", headers=wish)
    assert {event["start"]["dateTime"][11:16] for event in events} == {"10:00"}
    assert len(events) == 6
