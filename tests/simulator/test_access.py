"""Who gets in: tokens Graph takes, permissions in their three models, and what is revoked."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.simulator.conftest import Room, StartRoom, error_of


def claims_of(token: str) -> dict[str, Any]:
    middle = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))


@pytest.mark.parametrize("authorization", ["", "Bearer", "Basic abc", "Bearer not.a.token", "Bearer " + "x" * 40])
def test_without_a_token_of_this_tenant_nothing_is_shown(room: Room, authorization: str) -> None:
    answer = room.get("/events", headers={"Authorization": authorization})
    assert error_of(answer) == (401, "InvalidAuthenticationToken")
    assert answer.headers["www-authenticate"].startswith("Bearer ")


def test_a_token_with_a_broken_signature_is_refused(room: Room) -> None:
    token = room.http.headers["Authorization"]
    assert room.get("/events", headers={"Authorization": token[:-6] + "AAAAAA"}).status_code == 401


def test_a_token_expires(room: Room) -> None:
    room.control("POST", "/entra", tokenLifetimeSeconds=0)
    room.authorize()
    answer = room.get("/events")
    assert error_of(answer) == (401, "InvalidAuthenticationToken")
    assert "expired" in answer.json()["error"]["message"]


def test_a_token_for_another_audience_is_refused(room: Room) -> None:
    room.control("POST", "/entra", cloud="usgov")
    assert error_of(room.get("/events")) == (401, "InvalidAuthenticationToken")
    answer = room.token(scope="https://graph.microsoft.us/.default")
    room.http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    assert room.get("/events").status_code == 200


def test_a_revoked_token_is_challenged_for_claims(room: Room) -> None:
    room.control("POST", "/revoke", what="token")
    answer = room.get("/events")
    assert error_of(answer) == (401, "InvalidAuthenticationToken")
    challenge = answer.headers["www-authenticate"]
    assert 'error="insufficient_claims"' in challenge
    claims = json.loads(base64.b64decode(challenge.partition('claims="')[2].partition('"')[0]))
    assert claims["access_token"]["nbf"]["essential"] is True
    room.authorize()
    assert room.get("/events").status_code == 200


def test_a_restored_token_works_again(room: Room) -> None:
    room.control("POST", "/revoke", what="token")
    room.control("POST", "/restore", what="token")
    assert room.get("/events").status_code == 200


# An app whose rooms are granted in Exchange


def test_with_rbac_the_token_has_no_role_for_calendars_and_still_opens_the_room(room: Room) -> None:
    room.control("POST", "/entra", placesPermission=False)
    token = room.token().json()["access_token"]
    assert "roles" not in claims_of(token)
    assert room.get("/events", headers={"Authorization": f"Bearer {token}"}).status_code == 200


def test_with_rbac_people_and_rooms_out_of_scope_stay_closed(room: Room) -> None:
    person = room.simulator.graph + "/users/mara.lindqvist@contoso.example/events"
    assert error_of(room.get(person)) == (403, "ErrorAccessDenied")
    room.control("POST", "/revoke", what="room", room=room.address)
    assert error_of(room.get("/events")) == (403, "ErrorAccessDenied")
    assert error_of(room.post()) == (403, "ErrorAccessDenied")
    room.control("POST", "/restore", what="room", room=room.address)
    assert room.get("/events").status_code == 200


def test_a_lost_permission_closes_everything(room: Room) -> None:
    room.control("POST", "/revoke", what="permission")
    assert error_of(room.get("/events")) == (403, "ErrorAccessDenied")


# An app with a role for the whole tenant


def test_with_a_role_every_mailbox_is_open_whatever_exchange_scopes(room: Room) -> None:
    room.control("POST", "/entra", permissionModel="entra")
    token = room.token().json()["access_token"]
    assert claims_of(token)["roles"] == ["Calendars.ReadWrite", "Place.Read.All"]
    room.http.headers["Authorization"] = f"Bearer {token}"
    assert room.get(room.simulator.graph + "/users/mara.lindqvist@contoso.example/events").status_code == 200


def test_an_application_access_policy_closes_a_room(room: Room) -> None:
    room.control("POST", "/entra", permissionModel="entra")
    room.authorize()
    room.control("POST", "/revoke", what="room", room=room.address)
    answer = room.get("/events")
    assert error_of(answer) == (403, "ErrorAccessDenied")
    assert "AccessPolicy" in answer.json()["error"]["message"]


def test_without_consent_the_token_is_empty_and_opens_nothing(room: Room) -> None:
    room.control("POST", "/entra", permissionModel="entra")
    room.control("POST", "/revoke", what="consent")
    token = room.token().json()["access_token"]
    assert "roles" not in claims_of(token)
    answer = room.get("/events", headers={"Authorization": f"Bearer {token}"})
    assert error_of(answer) == (403, "ErrorAccessDenied")


# A service account


def test_a_delegate_reads_and_writes_the_room(delegate: Room) -> None:
    assert delegate.create()["organizer"]["emailAddress"]["address"] == delegate.address
    assert len(delegate.view()) == 1


def test_plain_calendar_permission_is_not_enough_for_somebody_elses_calendar(sign_in: Any) -> None:
    room = sign_in("https://graph.microsoft.com/Calendars.ReadWrite")
    assert error_of(room.get("/events")) == (403, "ErrorAccessDenied")
    assert room.get(room.simulator.graph + "/me/events").status_code == 200


def test_read_permission_does_not_write(sign_in: Any) -> None:
    room = sign_in("https://graph.microsoft.com/Calendars.Read.Shared")
    assert room.get("/events").status_code == 200
    assert error_of(room.post()) == (403, "ErrorAccessDenied")


def test_a_calendar_that_is_not_shared_is_not_found(delegate: Room) -> None:
    delegate.control("POST", "/revoke", what="room", room=delegate.address)
    assert error_of(delegate.get("/events")) == (404, "ErrorItemNotFound")


def test_private_items_are_hidden_from_delegates_without_that_right(delegate: Room) -> None:
    delegate.book("Salary", sensitivity="private")
    assert delegate.view()[0]["subject"] == "Salary"
    delegate.control("POST", "/entra", canViewPrivateItems=False)
    (event,) = delegate.view()
    assert (event["subject"], event["attendees"], event["sensitivity"]) == ("Private Appointment", [], "private")


def test_an_app_has_no_me(room: Room) -> None:
    assert error_of(room.get(room.simulator.graph + "/me/events")) == (400, "BadRequest")


def test_an_app_without_application_permission_gets_a_token_and_no_calendar(room: Room) -> None:
    room.control("POST", "/entra", permissionModel="delegated")
    room.authorize()
    assert error_of(room.get("/events")) == (403, "ErrorAccessDenied")


# Wrong rooms


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nowhere@contoso.example", "ErrorInvalidUser"),
        ("4f6f1d9e-0000-4000-8000-000000000000", "Request_ResourceNotFound"),
    ],
)
def test_a_wrong_room_is_not_found(room: Room, name: str, code: str) -> None:
    assert error_of(room.get(f"{room.simulator.graph}/users/{name}/events")) == (404, code)


# Availability and places


def schedule(room: Room, *names: str, days: int = 1, pascal: bool = False, **changes: Any) -> Any:
    end = (datetime(2026, 12, 1, tzinfo=UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S")
    body = {
        "schedules": list(names) or [room.address],
        "startTime": {"dateTime": "2026-12-01T00:00:00", "timeZone": "UTC"},
        "endTime": {"dateTime": end, "timeZone": "UTC"},
        **changes,
    }
    if pascal:
        body = {name[0].upper() + name[1:]: value for name, value in body.items()}
    return room.request("POST", "/calendar/getSchedule", json=body)


@pytest.mark.parametrize("pascal", [False, True])
def test_a_schedule_shows_what_is_taken(room: Room, pascal: bool) -> None:
    room.create("Walk-up", minutes=60)
    room.book(showAs="tentative")
    (answer,) = schedule(room, pascal=pascal, availabilityViewInterval=60).json()["value"]
    assert answer["availabilityView"] == "000000000200010000000000"
    assert [(one["status"], one["subject"]) for one in answer["scheduleItems"]] == [
        ("busy", "Walk-up"),
        ("tentative", "Outlook meeting"),
    ]


def test_a_mailbox_that_cannot_be_read_fails_for_itself(room: Room) -> None:
    found, missing = schedule(room, room.address, "nowhere@contoso.example").json()["value"]
    assert "error" not in found
    assert missing["error"]["responseCode"] == "5016"
    assert missing["scheduleItems"] is None


def test_rooms_out_of_scope_show_times_only(tenant: StartRoom) -> None:
    room = tenant("busy")
    other = "borealis@contoso.example"
    room.book("Press", room=other)
    room.control("POST", "/revoke", what="room", room=other)
    (answer,) = schedule(room, other).json()["value"]
    assert set(answer["scheduleItems"][0]) == {"status", "start", "end"}
    room.behave(scheduleOutsideScope=False)
    assert schedule(room, other).json()["value"][0]["error"]["responseCode"] == "5016"


@pytest.mark.parametrize(
    ("names", "changes", "code"),
    [
        (21, {}, "ErrorInvalidParameter"),
        (1, {"availabilityViewInterval": 4}, "ErrorInvalidParameter"),
        (1, {"availabilityViewInterval": 1441}, "ErrorInvalidParameter"),
        (1, {"days": 63}, "ErrorTimeIntervalTooBig"),
        (1, {"rooms": []}, "BadRequest"),
    ],
)
def test_schedules_have_limits(room: Room, names: int, changes: dict[str, Any], code: str) -> None:
    assert error_of(schedule(room, *[room.address] * names, **changes)) == (400, code)


def test_some_working_hours_name_a_zone_nobody_knows(tenant: StartRoom) -> None:
    room = tenant("demo")
    names = [one["address"] for one in room.simulator.info["rooms"]]
    zones = {one["workingHours"]["timeZone"]["name"] for one in schedule(room, *names).json()["value"]}
    assert zones <= {"Customized Time Zone", "W. Europe Standard Time"}


def test_places_tell_of_rooms_and_buildings(tenant: StartRoom) -> None:
    room = tenant("demo")
    places = room.simulator.graph + "/places"
    rooms = room.get(places + "/microsoft.graph.room").json()["value"]
    sizes = {one["displayName"]: one["capacity"] for one in rooms}
    assert sizes == {"Aurora": 8, "Borealis": 14, "Cirrus": 4, "Dune": 6}
    lists = room.get(places + "/microsoft.graph.roomlist").json()["value"]
    assert [one["displayName"] for one in lists] == ["Harbour House", "Mill Yard"]
    rooms_of = f"{places}/{lists[0]['emailAddress']}/microsoft.graph.roomlist/rooms"
    here = room.get(rooms_of, extensions={"unlisted": True})
    assert len(here.json()["value"]) == 3
    assert room.get(f"{places}/{room.address}").json()["floorLabel"] == "2nd floor"
    assert room.get(f"{places}/{rooms[1]['id']}").json()["displayName"] == "Borealis"
    assert room.get(f"{places}/nowhere@contoso.example").status_code == 404


def test_places_come_in_pages(tenant: StartRoom) -> None:
    room = tenant("demo")
    answer = room.get(room.simulator.graph + "/places/microsoft.graph.room?$top=3").json()
    rest = room.get(answer["@odata.nextLink"]).json()
    assert (len(answer["value"]), len(rest["value"])) == (3, 1)


def test_places_need_a_permission_of_their_own(room: Room) -> None:
    room.control("POST", "/entra", placesPermission=False)
    room.authorize()
    answer = room.get(room.simulator.graph + "/places/microsoft.graph.room")
    assert error_of(answer) == (403, "Authorization_RequestDenied")
