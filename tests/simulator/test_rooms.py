"""Room mailboxes as Exchange runs them: what they accept, keep, answer and release."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.simulator.conftest import MORNING, Room, StartRoom, error_of

MARA = "mara.lindqvist@contoso.example"


def organizers_view(room: Room) -> str:
    """What the organizer's copy says of the room's answer."""
    events = room.control("GET", f"/people/{MARA}/events")["events"]
    return next(one["status"]["response"] for one in events[0]["attendees"] if one["type"] == "resource")


def test_a_free_room_accepts(room: Room) -> None:
    meeting = room.book("Review")
    assert meeting["responses"] == {room.address: "accepted"}
    (event,) = room.view()
    assert event["id"] == meeting["ids"][room.address]
    assert event["responseStatus"]["response"] == "accepted"
    assert (event["subject"], event["isOrganizer"]) == ("Review", False)
    assert organizers_view(room) == "accepted"


def test_a_taken_room_declines_and_keeps_no_copy(room: Room) -> None:
    room.create("Walk-up", at=MORNING + timedelta(hours=4, minutes=30))
    meeting = room.book("Too late")
    assert meeting["responses"] == {room.address: "declined"}
    assert meeting["ids"] == {room.address: None}
    assert [event["subject"] for event in room.view()] == ["Walk-up"]
    assert organizers_view(room) == "declined"


@pytest.mark.parametrize("show_as", ["free", "workingElsewhere"])
def test_what_is_shown_as_free_takes_no_room(room: Room, show_as: str) -> None:
    room.create(at=MORNING + timedelta(hours=4), showAs=show_as)
    assert room.book()["responses"][room.address] == "accepted"


def test_a_cancelled_meeting_takes_no_room(room: Room) -> None:
    room.control("POST", "/outlook/cancel", iCalUId=room.book()["iCalUId"])
    assert room.book()["responses"][room.address] == "accepted"


def test_a_series_is_declined_when_one_of_its_meetings_conflicts(room: Room) -> None:
    room.create(at=datetime(2026, 12, 9, 13, tzinfo=UTC))
    weekly = {
        "pattern": {"type": "weekly", "interval": 1, "daysOfWeek": ["wednesday"]},
        "range": {"type": "numbered", "startDate": "2026-12-02", "numberOfOccurrences": 5},
    }
    meeting = room.book(start="2026-12-02T13:00:00Z", end="2026-12-02T14:00:00Z", recurrence=weekly)
    assert meeting["responses"][room.address] == "declined"


def test_several_rooms_answer_each_for_itself(tenant: StartRoom) -> None:
    room = tenant("busy")
    room.create(at=MORNING + timedelta(hours=4))
    meeting = room.book(rooms=[room.address, "borealis@contoso.example"])
    assert meeting["responses"] == {room.address: "declined", "borealis@contoso.example": "accepted"}


def test_a_room_without_auto_accept_keeps_the_request_as_tentative(room: Room) -> None:
    room.policy(autoAccept=False)
    meeting = room.book()
    (event,) = room.view()
    assert (event["showAs"], event["responseStatus"]["response"]) == ("tentative", "notResponded")
    answer = room.request("POST", f"/events/{meeting['ids'][room.address]}/accept", json={"sendResponse": True})
    assert answer.status_code == 202
    assert organizers_view(room) == "accepted"
    assert room.view()[0]["showAs"] == "busy"


@pytest.mark.parametrize(
    ("switches", "subject", "sensitivity"),
    [
        ({}, "Salary", "private"),
        ({"deleteSubject": True}, "", "private"),
        ({"addOrganizerToSubject": True}, "Mara Lindqvist Salary", "private"),
        ({"deleteSubject": True, "addOrganizerToSubject": True}, "Mara Lindqvist", "private"),
        ({"removePrivateProperty": True}, "Salary", "normal"),
    ],
)
def test_switches_decide_what_a_door_may_learn(
    room: Room, switches: dict[str, bool], subject: str, sensitivity: str
) -> None:
    if switches:
        room.policy(**switches)
    room.book("Salary", sensitivity="private")
    (event,) = room.view()
    assert (event["subject"], event["sensitivity"]) == (subject, sensitivity)


def test_comments_do_not_reach_the_room(room: Room) -> None:
    room.book(body="Secret agenda")
    assert room.view()[0]["bodyPreview"] == ""


def test_a_cancelled_meeting_stays_in_the_calendar(room: Room) -> None:
    meeting = room.book("Review")
    room.control("POST", "/outlook/cancel", iCalUId=meeting["iCalUId"])
    (event,) = room.view()
    assert (event["isCancelled"], event["showAs"], event["subject"]) == (True, "free", "Canceled: Review")


def test_a_cancelled_meeting_goes_where_the_room_removes_those(room: Room) -> None:
    room.policy(removeCanceledMeetings=True)
    room.control("POST", "/outlook/cancel", iCalUId=room.book()["iCalUId"])
    assert room.view() == []


def test_the_organizer_moves_a_meeting_and_the_room_follows(room: Room) -> None:
    meeting = room.book()
    moved = room.control(
        "POST", "/outlook/move", iCalUId=meeting["iCalUId"], start="2026-12-02T10:00:00Z", end="2026-12-02T11:00:00Z"
    )
    assert moved["responses"] == {room.address: "accepted"}
    (event,) = room.view()
    assert event["start"]["dateTime"] == "2026-12-02T10:00:00.0000000"
    assert event["id"] == meeting["ids"][room.address]


def test_a_meeting_moved_into_another_is_declined_and_leaves_the_calendar(room: Room) -> None:
    room.create(at=datetime(2026, 12, 2, 10, tzinfo=UTC))
    meeting = room.book()
    moved = room.control(
        "POST", "/outlook/move", iCalUId=meeting["iCalUId"], start="2026-12-02T10:00:00Z", end="2026-12-02T11:00:00Z"
    )
    assert moved["responses"] == {room.address: "declined"}
    assert [event["subject"] for event in room.view()] == ["Walk-up"]


def test_one_meeting_of_a_series_is_moved_and_another_cancelled(room: Room) -> None:
    daily = {
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "numbered", "startDate": "2026-12-01", "numberOfOccurrences": 3},
    }
    series = room.book("Daily", start="2026-12-01T10:00:00Z", end="2026-12-01T11:00:00Z", recurrence=daily)
    room.control(
        "POST", "/outlook/move", iCalUId=series["iCalUId"], occurrence="2026-12-02T10:00:00Z",
        start="2026-12-02T15:00:00Z", end="2026-12-02T16:00:00Z",
    )  # fmt: skip
    room.control("POST", "/outlook/cancel", iCalUId=series["iCalUId"], occurrence="2026-12-03T10:00:00Z")
    shown = [(e["start"]["dateTime"][8:13], e["isCancelled"], e["type"]) for e in room.view(_orderby="start/dateTime")]
    assert shown == [("01T10", False, "occurrence"), ("02T15", False, "exception"), ("03T10", True, "exception")]


def test_cancelling_a_series_cancels_its_changed_meetings_too(room: Room) -> None:
    daily = {
        "pattern": {"type": "daily", "interval": 1},
        "range": {"type": "numbered", "startDate": "2026-12-01", "numberOfOccurrences": 3},
    }
    series = room.book("Daily", start="2026-12-01T10:00:00Z", end="2026-12-01T11:00:00Z", recurrence=daily)
    room.control(
        "POST", "/outlook/move", iCalUId=series["iCalUId"], occurrence="2026-12-02T10:00:00Z",
        start="2026-12-02T15:00:00Z", end="2026-12-02T16:00:00Z",
    )  # fmt: skip
    room.control("POST", "/outlook/cancel", iCalUId=series["iCalUId"])
    assert [event["isCancelled"] for event in room.view()] == [True, True, True]


def test_a_change_to_somebody_elses_meeting_stays_in_the_room_until_the_organizers_next_update(room: Room) -> None:
    meeting = room.book("Review")
    identity = meeting["ids"][room.address]
    short = {"end": {"dateTime": "2026-12-01T13:10:00", "timeZone": "UTC"}}
    assert room.request("PATCH", f"/events/{identity}", json=short).status_code == 200
    (theirs,) = room.control("GET", f"/people/{MARA}/events")["events"]
    assert theirs["end"]["dateTime"] == "2026-12-01T14:00:00.0000000"
    assert room.view()[0]["end"]["dateTime"] == "2026-12-01T13:10:00.0000000"
    room.control(
        "POST", "/outlook/move", iCalUId=meeting["iCalUId"], start="2026-12-01T13:00:00Z", end="2026-12-01T14:30:00Z"
    )
    assert room.view()[0]["end"]["dateTime"] == "2026-12-01T14:30:00.0000000"


# Answers


@pytest.mark.parametrize("names", [("comment", "sendResponse"), ("Comment", "SendResponse")])
def test_a_decline_tells_the_organizer_and_moves_the_item_away(room: Room, names: tuple[str, str]) -> None:
    identity = room.book()["ids"][room.address]
    answer = room.request("POST", f"/events/{identity}/decline", json={names[0]: "Nobody came", names[1]: True})
    assert (answer.status_code, answer.content) == (202, b"")
    (message,) = room.mail("declined")
    assert (message["from"], message["to"], message["comment"]) == (room.address, MARA, "Nobody came")
    assert organizers_view(room) == "declined"
    assert room.view() == []
    (item,) = room.items()
    assert item["deleted"] is True
    assert error_of(room.get(f"/events/{identity}")) == (404, "ErrorItemNotFound")


def test_a_decline_without_response_is_kept_from_the_organizer(room: Room) -> None:
    identity = room.book()["ids"][room.address]
    room.request("POST", f"/events/{identity}/decline", json={"sendResponse": False})
    assert room.mail("declined") == []
    assert organizers_view(room) == "accepted"
    assert room.view() == []


@pytest.mark.parametrize("action", ["accept", "decline", "tentativelyAccept"])
def test_nobody_answers_an_invitation_of_his_own(room: Room, action: str) -> None:
    identity = room.create()["id"]
    assert error_of(room.request("POST", f"/events/{identity}/{action}", json={})) == (400, "ErrorInvalidRequest")


def test_a_new_time_can_be_proposed(room: Room) -> None:
    identity = room.book()["ids"][room.address]
    slot = {
        "start": {"dateTime": "2026-12-01T15:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-12-01T16:00:00", "timeZone": "UTC"},
    }
    body = {"proposedNewTime": slot, "sendResponse": False}
    assert error_of(room.request("POST", f"/events/{identity}/decline", json=body)) == (400, "ErrorInvalidParameter")
    answer = room.request("POST", f"/events/{identity}/tentativelyAccept", json={**body, "sendResponse": True})
    assert answer.status_code == 202
    assert room.mail("tentativelyAccepted")[0]["proposedNewTime"]["start"] == "2026-12-01T15:00:00+00:00"


def test_actions_refuse_parameters_they_do_not_have(room: Room) -> None:
    identity = room.book()["ids"][room.address]
    answer = room.request("POST", f"/events/{identity}/decline", json={"reason": "x"})
    assert error_of(answer) == (400, "BadRequest")


# Exchange's own release


def test_exchange_releases_an_unclaimed_meeting_where_that_is_on(room: Room) -> None:
    room.control("POST", "/clock", now="2026-12-01T08:55:00Z")
    room.book("Ghost", start="2026-12-01T09:00:00Z", end="2026-12-01T10:00:00Z")
    room.policy(enableAutoRelease=True)
    room.control("POST", "/clock", now="2026-12-01T09:09:00Z")
    assert len(room.view()) == 1
    room.control("POST", "/clock", now="2026-12-01T09:11:00Z")
    assert [item["deleted"] for item in room.items()] == [True]
    assert room.view() == []
    (message,) = room.mail("released")
    assert message["to"] == MARA


def test_exchange_releases_nothing_unless_told_to(room: Room) -> None:
    room.control("POST", "/clock", now="2026-12-01T08:55:00Z")
    room.book("Ghost", start="2026-12-01T09:00:00Z", end="2026-12-01T10:00:00Z")
    room.control("POST", "/clock", now="2026-12-01T09:30:00Z")
    assert len(room.view()) == 1


@pytest.mark.parametrize(
    ("state", "status", "code"),
    [("missing", 404, "ErrorInvalidUser"), ("unlicensed", 404, "MailboxNotEnabledForRESTAPI")],
)
def test_a_room_can_lose_its_mailbox(room: Room, state: str, status: int, code: str) -> None:
    room.policy(mailbox=state)
    assert error_of(room.get("/events")) == (status, code)
