"""Writing into a room's calendar: creating, changing and removing its events."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.simulator.conftest import MORNING, Room, StartRoom, error_of, walk_up

PROPERTY = "String {8A1B9C52-7E0F-4B62-9D0C-3A7C5D2E1F00} Name panelBookingId"


def test_a_walk_up_is_an_appointment_of_the_room_with_nothing_mailed(room: Room) -> None:
    event = room.create("Walk-up", transactionId="6d2b")
    assert event["organizer"]["emailAddress"] == {"name": "Aurora", "address": room.address}
    assert event["isOrganizer"] is True
    assert event["responseStatus"] == {"response": "none", "time": "0001-01-01T00:00:00Z"}
    assert event["transactionId"] == "6d2b"
    assert event["isDraft"] is False
    assert event["@odata.etag"] == f'W/"{event["changeKey"]}"'
    assert room.mail() == []


def test_an_event_without_transaction_id_says_null(room: Room) -> None:
    assert room.create()["transactionId"] is None


def test_direct_entries_are_never_refused_for_overlap(room: Room) -> None:
    room.create("one")
    room.create("two")
    assert len(room.view()) == 2


def test_a_direct_entry_keeps_its_subject_even_where_subjects_are_deleted(room: Room) -> None:
    room.policy(deleteSubject=True, addOrganizerToSubject=True)
    assert room.create("Walk-up")["subject"] == "Walk-up"


def test_whether_direct_entries_keep_their_subject_is_a_switch(room: Room) -> None:
    room.policy(deleteSubject=True)
    room.behave(directPostKeepsSubject=False)
    assert room.create("Walk-up")["subject"] == "Aurora"


def test_with_attendees_the_room_becomes_the_organizer_and_invites(room: Room) -> None:
    guest = {"emailAddress": {"address": "jonas.weber@contoso.example", "name": "Jonas Weber"}, "type": "required"}
    event = room.create(attendees=[guest])
    assert event["responseStatus"]["response"] == "organizer"
    (invitation,) = room.mail("meetingRequest")
    assert invitation["to"] == "jonas.weber@contoso.example"


def test_the_same_request_again_gives_the_same_event(room: Room) -> None:
    first = room.create(transactionId="a1")
    second = room.create(transactionId="a1")
    assert first["id"] == second["id"]
    assert len(room.view()) == 1


def test_the_same_transaction_with_another_body_names_the_event_there_is(room: Room) -> None:
    first = room.create(transactionId="a1")
    answer = room.post("Something else", transactionId="a1")
    assert error_of(answer) == (400, "ErrorDuplicateTransactionId")
    assert answer.json()["error"]["@event.existingEventId"] == first["id"]


def test_the_status_for_a_used_transaction_is_a_switch(room: Room) -> None:
    room.create(transactionId="a1")
    room.behave(duplicateTransactionStatus=409)
    assert error_of(room.post("Else", transactionId="a1")) == (409, "ErrorDuplicateTransactionId")


def test_a_transaction_is_forgotten_with_its_event(room: Room) -> None:
    first = room.create(transactionId="a1")
    room.request("DELETE", f"/events/{first['id']}")
    assert room.create(transactionId="a1")["id"] != first["id"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"colour": "blue"}, "RequestBodyRead"),
        ({"subject": 7}, "RequestBodyRead"),
        ({"isAllDay": "yes"}, "RequestBodyRead"),
        ({"showAs": "gone"}, "RequestBodyRead"),
        ({"attendees": {}}, "RequestBodyRead"),
        ({"body": {"content": "x", "charset": "y"}}, "RequestBodyRead"),
        ({"id": "x"}, "ErrorPropertyValidationFailure"),
        ({"organizer": {}}, "ErrorPropertyValidationFailure"),
        ({"start": None}, "ErrorPropertyValidationFailure"),
        ({"start": {"dateTime": "2026-12-01T09:00:00"}}, "ErrorPropertyValidationFailure"),
        ({"start": {"dateTime": "soon", "timeZone": "UTC"}}, "RequestBodyRead"),
        ({"start": {"dateTime": "2026-12-01T09:00:00", "timeZone": "Nowhere"}}, "TimeZoneNotSupportedException"),
        ({"end": {"dateTime": "2026-12-01T08:59:00", "timeZone": "UTC"}}, "ErrorPropertyValidationFailure"),
        ({"end": {"dateTime": "2026-12-01T09:00:00", "timeZone": "UTC"}}, "ErrorPropertyValidationFailure"),
        ({"isAllDay": True}, "ErrorPropertyValidationFailure"),
        ({"attendees": [{"type": "required"}]}, "ErrorPropertyValidationFailure"),
        ({"recurrence": {"pattern": {"type": "daily"}}}, "ErrorPropertyValidationFailure"),
    ],
)
def test_bodies_that_make_no_event_are_refused(room: Room, changes: dict[str, Any], code: str) -> None:
    assert error_of(room.post(**changes)) == (400, code)


@pytest.mark.parametrize(
    ("content", "media"),
    [(b"{", "application/json"), (b"[]", "application/json"), (b"{}", "text/plain"), (b"", "application/json")],
)
def test_anything_but_a_json_object_is_a_bad_request(room: Room, content: bytes, media: str) -> None:
    answer = room.request("POST", "/events", content=content, headers={"Content-Type": media})
    assert error_of(answer) == (400, "BadRequest")


def test_enums_ignore_case_booleans_may_be_text_and_annotations_are_passed_over(room: Room) -> None:
    body = {
        **walk_up(),
        "@odata.type": "#microsoft.graph.event",
        "transactionId": None,
        "showAs": "Tentative",
        "isReminderOn": "false",
        "sensitivity": "PRIVATE",
        "body": {"@odata.type": "#microsoft.graph.itemBody", "contentType": "HTML", "content": "<p>x</p>"},
    }
    answer = room.request("POST", "/events", json=body, extensions={"odd": True})
    assert answer.status_code == 201
    event = answer.json()
    assert (event["showAs"], event["sensitivity"], event["body"]["contentType"]) == ("tentative", "private", "html")
    assert event["isReminderOn"] is False


@pytest.mark.parametrize(
    ("given", "zone"),
    [
        ("2026-12-01T10:00:00", "Europe/Berlin"),
        ("2026-12-01T10:00:00", "W. Europe Standard Time"),
        ("2026-12-01T09:00:00Z", "UTC"),
        ("2026-12-01T11:00:00+02:00", "UTC"),
        ("2026-12-01T09:00:00.0000000", "UTC"),
    ],
)
def test_times_may_come_in_any_zone_or_with_an_offset(room: Room, given: str, zone: str) -> None:
    event = room.create(start={"dateTime": given, "timeZone": zone})
    assert event["start"] == {"dateTime": "2026-12-01T09:00:00.0000000", "timeZone": "UTC"}


def test_an_offset_tells_the_two_passes_of_a_repeated_hour_apart(room: Room) -> None:
    berlin = {"timeZone": "Europe/Berlin"}
    answer = room.request(
        "POST",
        "/events",
        json={
            "start": {"dateTime": "2026-10-25T02:30:00+01:00", **berlin},
            "end": {"dateTime": "2026-10-25T03:00:00+01:00", **berlin},
        },
    )
    event = answer.json()
    assert (event["start"]["dateTime"][11:16], event["end"]["dateTime"][11:16]) == ("01:30", "02:00")


def test_an_online_meeting_is_silently_none_where_teams_is_not_allowed(room: Room) -> None:
    assert room.get("/calendar").json()["allowedOnlineMeetingProviders"] == []
    event = room.create(isOnlineMeeting=True, onlineMeetingProvider="teamsForBusiness")
    assert event["isOnlineMeeting"] is False
    assert event["onlineMeeting"] is None


def test_an_online_meeting_has_a_join_address_where_teams_is_allowed(room: Room) -> None:
    room.policy(teams=True)
    assert room.create(isOnlineMeeting=True)["onlineMeeting"]["joinUrl"].startswith("https://")


def test_an_all_day_event_runs_from_midnight_to_midnight(room: Room) -> None:
    event = room.create(
        isAllDay=True,
        start={"dateTime": "2026-12-01T00:00:00", "timeZone": "Europe/Berlin"},
        end={"dateTime": "2026-12-02T00:00:00", "timeZone": "Europe/Berlin"},
    )
    assert event["start"]["dateTime"] == "2026-12-01T00:00:00.0000000"


# Changing


def test_a_change_gives_a_new_etag(room: Room) -> None:
    event = room.create()
    changed = room.request("PATCH", f"/events/{event['id']}", json={"subject": "Renamed"}).json()
    assert changed["subject"] == "Renamed"
    assert changed["@odata.etag"] != event["@odata.etag"]
    assert changed["id"] == event["id"]


def test_a_matching_etag_lets_a_change_through(room: Room) -> None:
    event = room.create()
    answer = room.request(
        "PATCH",
        f"/events/{event['id']}",
        json={"end": {"dateTime": "2026-12-01T09:10:00", "timeZone": "UTC"}},
        headers={"If-Match": event["@odata.etag"]},
    )
    assert answer.status_code == 200
    assert answer.json()["end"]["dateTime"] == "2026-12-01T09:10:00.0000000"


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_a_stale_etag_is_a_conflict(room: Room, method: str) -> None:
    event = room.create()
    room.request("PATCH", f"/events/{event['id']}", json={"subject": "Changed meanwhile"})
    body = {"json": {"subject": "Mine"}} if method == "PATCH" else {}
    answer = room.request(method, f"/events/{event['id']}", headers={"If-Match": event["@odata.etag"]}, **body)
    assert error_of(answer) == (412, "ErrorIrresolvableConflict")


def test_whether_patch_looks_at_if_match_is_a_switch(room: Room) -> None:
    room.behave(ifMatchOnPatch=False)
    event = room.create()
    answer = room.request("PATCH", f"/events/{event['id']}", json={"subject": "x"}, headers={"If-Match": 'W/"old"'})
    assert answer.status_code == 200


def test_a_transaction_id_cannot_be_changed(room: Room) -> None:
    event = room.create()
    answer = room.request("PATCH", f"/events/{event['id']}", json={"transactionId": "new"})
    assert error_of(answer) == (400, "ErrorInvalidRequest")
    assert room.request("PATCH", f"/events/{event['id']}", json={"transactionId": None}).status_code == 200


def test_a_meeting_cannot_be_made_to_end_before_it_begins(room: Room) -> None:
    event = room.create()
    for end in ("2026-12-01T09:00:00", "2026-12-01T08:00:00"):
        answer = room.request("PATCH", f"/events/{event['id']}", json={"end": {"dateTime": end, "timeZone": "UTC"}})
        assert error_of(answer) == (400, "ErrorPropertyValidationFailure")


# Removing


def test_deleting_an_own_event_removes_it_and_a_second_time_finds_nothing(room: Room) -> None:
    event = room.create()
    answer = room.request("DELETE", f"/events/{event['id']}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert error_of(room.request("DELETE", f"/events/{event['id']}")) == (404, "ErrorItemNotFound")
    assert room.view() == []


def test_deleting_an_own_meeting_tells_its_attendees(room: Room) -> None:
    guest = {"emailAddress": {"address": "jonas.weber@contoso.example", "name": "Jonas Weber"}}
    event = room.create(attendees=[guest])
    room.request("DELETE", f"/events/{event['id']}")
    (message,) = room.mail("cancelled")
    assert message["to"] == "jonas.weber@contoso.example"


def test_deleting_a_meeting_of_somebody_else_leaves_the_organizer_believing(room: Room) -> None:
    meeting = room.book()
    room.request("DELETE", f"/events/{meeting['ids'][room.address]}")
    assert room.view() == []
    assert room.mail("declined") == []
    organizer = room.control("GET", "/people/mara.lindqvist@contoso.example/events")["events"]
    (invited,) = organizer[0]["attendees"]
    assert invited["status"]["response"] == "accepted"


def test_whether_deleting_tells_the_organizer_is_a_switch(room: Room) -> None:
    room.behave(deleteOfAttendedTellsOrganizer=True)
    meeting = room.book()
    room.request("DELETE", f"/events/{meeting['ids'][room.address]}")
    assert len(room.mail("declined")) == 1


@pytest.mark.parametrize(("name", "value"), [("Comment", "over"), ("comment", "over")])
def test_the_organizer_cancels_with_a_comment(room: Room, name: str, value: str) -> None:
    guest = {"emailAddress": {"address": "jonas.weber@contoso.example"}}
    event = room.create(attendees=[guest])
    answer = room.request("POST", f"/events/{event['id']}/cancel", json={name: value})
    assert (answer.status_code, answer.content) == (202, b"")
    assert room.mail("cancelled")[0]["comment"] == "over"
    assert room.view() == []


def test_an_attendee_cannot_cancel(room: Room) -> None:
    identity = room.book()["ids"][room.address]
    assert error_of(room.request("POST", f"/events/{identity}/cancel", json={})) == (400, "ErrorInvalidRequest")


# Identity


def test_a_malformed_id_is_told_from_an_unknown_one(room: Room) -> None:
    known = room.create()["id"]
    room.request("DELETE", f"/events/{known}")
    assert error_of(room.get("/events/nonsense")) == (400, "ErrorInvalidIdMalformed")
    assert error_of(room.get(f"/events/{known}")) == (404, "ErrorItemNotFound")


def test_ids_are_case_sensitive(room: Room) -> None:
    identity = room.create()["id"]
    assert room.get(f"/events/{identity.swapcase()}").status_code in (400, 404)


def test_an_id_of_one_mailbox_is_unknown_in_another(tenant: StartRoom) -> None:
    room = tenant("busy")
    other = Room(room.simulator, "borealis@contoso.example")
    identity = room.create()["id"]
    assert error_of(other.get(f"/events/{identity}")) == (404, "ErrorItemNotFound")
    other.close()


def test_the_copies_of_a_meeting_share_their_ical_uid_and_nothing_else(room: Room) -> None:
    meeting = room.book()
    (mine,) = room.items()
    (theirs,) = room.control("GET", "/people/mara.lindqvist@contoso.example/events")["events"]
    assert mine["iCalUId"] == theirs["iCalUId"] == meeting["iCalUId"]
    assert mine["id"] != theirs["id"]
    assert (mine["isOrganizer"], theirs["isOrganizer"]) == (False, True)


def test_an_immutable_id_names_the_same_event(room: Room) -> None:
    event = room.create()
    wish = {"Prefer": 'IdType="ImmutableId"'}
    immutable = room.get(f"/events/{event['id']}", headers=wish).json()["id"]
    assert immutable != event["id"]
    assert room.get(f"/events/{immutable}").json()["id"] == event["id"]


# Extended properties


def test_extended_properties_come_only_when_expanded_by_their_id(room: Room) -> None:
    event = room.create(singleValueExtendedProperties=[{"id": PROPERTY, "value": "b-17"}])
    path = f"/events/{event['id']}"
    assert "singleValueExtendedProperties" not in room.get(path).json()
    assert "singleValueExtendedProperties" not in room.get(f"{path}?$expand=singleValueExtendedProperties").json()
    expand = f"singleValueExtendedProperties($filter=id eq '{PROPERTY}')"
    found = room.get(path, params={"$expand": expand}, extensions={"odd": True}).json()
    assert found["singleValueExtendedProperties"] == [{"id": PROPERTY, "value": "b-17"}]


@pytest.mark.parametrize(
    ("function", "name", "value", "count"),
    [
        ("any", PROPERTY, "B-17", 1),
        ("Any", PROPERTY, "b-17", 0),
        ("any", PROPERTY.replace("panel", "Panel"), "b-17", 0),
    ],
)
def test_events_can_be_found_by_an_extended_property(
    room: Room, function: str, name: str, value: str, count: int
) -> None:
    room.create(singleValueExtendedProperties=[{"id": PROPERTY, "value": "b-17"}])
    room.create("other")
    expression = f"singleValueExtendedProperties/{function}(ep: ep/id eq '{name}' and ep/value eq '{value}')"
    answer = room.get("/events", params={"$filter": expression})
    assert len(answer.json()["value"]) == count


def test_open_extensions_come_when_expanded_by_their_name(room: Room) -> None:
    given = {
        "@odata.type": "microsoft.graph.openTypeExtension",
        "extensionName": "Com.Example.Panel",
        "booking": "b-17",
    }
    event = room.create(extensions=[given])
    expand = {"$expand": "extensions($filter=id eq 'Com.Example.Panel')"}
    found = room.get(f"/events/{event['id']}", params=expand, extensions={"odd": True}).json()
    assert found["extensions"][0]["booking"] == "b-17"


# Everything else


def test_events_lists_single_meetings_and_series_but_no_meetings_of_a_series(tenant: StartRoom) -> None:
    room = tenant("dst-change")
    types = {event["subject"]: event["type"] for event in room.get("/events?$top=50").json()["value"]}
    assert types["Open Sunday"] == "seriesMaster"
    assert set(types.values()) == {"seriesMaster", "singleInstance"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PUT", "/events", 405),
        ("DELETE", "/calendarView", 405),
        ("GET", "/messages", 400),
        ("GET", "/events/delta", 400),
        ("GET", "/calendar/getSchedule", 405),
    ],
)
def test_what_the_service_does_not_have_is_refused(room: Room, method: str, path: str, status: int) -> None:
    assert httpx.request(method, room.url + path, headers=room.http.headers).status_code == status


def test_answers_carry_the_request_ids_of_both_sides_and_the_date(room: Room) -> None:
    answer = room.get("/events", headers={"client-request-id": "mine"})
    assert answer.headers["client-request-id"] == "mine"
    assert answer.headers["request-id"]
    assert answer.headers["date"].endswith("GMT")


def test_inner_errors_come_in_several_spellings_and_sometimes_not(room: Room) -> None:
    spellings = {
        tuple(sorted(set(room.get("/events/nonsense").json()["error"]) - {"code", "message"})) for _ in range(12)
    }
    assert spellings == {(), ("innerError",), ("innererror",)}


def test_the_mailbox_can_be_full(room: Room) -> None:
    event = room.create()
    room.policy(mailbox="quota")
    assert error_of(room.post()) == (507, "ErrorQuotaExceeded")
    assert error_of(room.request("PATCH", f"/events/{event['id']}", json={"subject": "x"}))[0] == 507
    assert room.get(f"/events/{event['id']}").status_code == 200
    assert room.request("DELETE", f"/events/{event['id']}").status_code == 204


def test_creation_times_tell_who_came_first(room: Room) -> None:
    first, second = room.create("first"), room.create("second", at=MORNING + timedelta(minutes=5))
    assert first["createdDateTime"] < second["createdDateTime"]
