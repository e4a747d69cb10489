"""Switches for what a room's commissioning may find wrong."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from tests.simulator.conftest import MORNING, Room, error_of, walk_up

ASKED = {"start": "2026-12-01T09:00:00", "end": "2026-12-01T10:00:00"}


def working_zone(room: Room) -> dict[str, object]:
    body = {
        "schedules": [room.address],
        "startTime": {"dateTime": ASKED["start"], "timeZone": "UTC"},
        "endTime": {"dateTime": ASKED["end"], "timeZone": "UTC"},
    }
    answer = room.request("POST", "/calendar/getSchedule", json=body)
    return answer.json()["value"][0]["workingHours"]["timeZone"]


def test_a_role_that_only_reads(room: Room) -> None:
    made = room.create()
    room.control("POST", "/entra", readOnly=True)
    room.authorize()
    assert len(room.view()) == 1
    for answer in (
        room.post(),
        room.request("PATCH", f"/events/{made['id']}", json={"subject": "Other"}),
        room.request("DELETE", f"/events/{made['id']}"),
    ):
        assert error_of(answer) == (403, "ErrorAccessDenied")
    room.control("POST", "/entra", readOnly=False)
    room.authorize()
    assert room.post().status_code == 201


def test_a_delegate_who_only_reads(delegate: Room) -> None:
    assert delegate.request("POST", "/events", json=walk_up(at=MORNING)).status_code == 201
    delegate.control("POST", "/entra", readOnly=True)
    assert len(delegate.view()) == 1
    assert delegate.post().status_code == 403


@pytest.mark.parametrize(("zone", "name"), [("America/New_York", "Eastern Standard Time"), ("UTC", "UTC")])
def test_a_mailbox_in_another_zone(room: Room, zone: str, name: str) -> None:
    room.policy(timeZone=zone, customTimeZone=False)
    assert working_zone(room) == {"name": name}
    room.policy(customTimeZone=True)
    assert working_zone(room)["@odata.type"] == "#microsoft.graph.customTimeZone"


def test_what_an_administrator_would_see(room: Room) -> None:
    told = room.control("GET", f"/rooms/{room.address}/calendar-processing")
    assert told == {
        "AutomateProcessing": "AutoAccept",
        "DeleteSubject": False,
        "AddOrganizerToSubject": False,
        "RemovePrivateProperty": False,
        "EnableAutoRelease": False,
    }
    room.policy(autoAccept=False, deleteSubject=True, enableAutoRelease=True)
    told = room.control("GET", f"/rooms/{room.address}/calendar-processing")
    assert (told["AutomateProcessing"], told["DeleteSubject"], told["EnableAutoRelease"]) == ("AutoUpdate", True, True)


def test_every_answer_says_what_time_it_is_there(room: Room) -> None:
    room.control("POST", "/clock", now=(datetime.now(UTC) + timedelta(hours=2)).isoformat())
    origin = room.simulator.authority.rpartition("/")[0]
    for answer in (room.token(), room.http.get(f"{origin}/"), room.get("/calendar")):
        ahead = parsedate_to_datetime(answer.headers["date"]) - datetime.now(UTC)
        assert timedelta(minutes=119) < ahead < timedelta(minutes=121)
