"""Faults on order, latency, throttling, and the record of what happened."""

from __future__ import annotations

import ssl
import threading
import time
from typing import Any

import httpx
import pytest

from tests.simulator.conftest import TRUST, Room, error_of


@pytest.mark.parametrize(
    ("order", "status", "code", "retry"),
    [
        ({"status": 503, "retryAfter": 7}, 503, "serviceNotAvailable", "7"),
        ({"status": 429, "code": "TooManyRequests", "retryAfter": None}, 429, "TooManyRequests", None),
        ({"status": 412}, 412, "ErrorIrresolvableConflict", None),
        ({"status": 500, "code": "MailboxInfoStale", "message": "Try again."}, 500, "MailboxInfoStale", None),
    ],
)
def test_a_status_can_be_ordered(room: Room, order: dict[str, Any], status: int, code: str, retry: str | None) -> None:
    room.control("POST", "/faults", **order)
    answer = room.get("/events")
    assert error_of(answer) == (status, code)
    assert answer.headers.get("retry-after") == retry
    if "message" in order:
        assert answer.json()["error"]["message"] == order["message"]


def test_a_faulty_request_is_not_processed(room: Room) -> None:
    room.control("POST", "/faults", method="POST", status=503)
    assert room.post().status_code == 503
    assert room.view() == []


def test_faults_are_chosen_by_method_path_and_count(room: Room) -> None:
    order = room.control("POST", "/faults", method="GET", path="/events\\?.*top=1", status=500, after=1, count=2)
    statuses = [room.get("/events?$top=1").status_code for _ in range(5)]
    assert statuses == [200, 500, 500, 200, 200]
    assert room.get("/calendar").status_code == 200
    (listed,) = room.control("GET", "/faults")["faults"]
    assert (listed["id"], listed["hits"]) == (order["id"], 2)


def test_faults_can_be_withdrawn(room: Room) -> None:
    first = room.control("POST", "/faults", status=500)["id"]
    room.control("POST", "/faults", status=502)
    room.control("DELETE", f"/faults/{first}")
    assert room.get("/events").status_code == 502
    room.control("DELETE", "/faults")
    assert room.get("/events").status_code == 200


def test_a_request_can_get_lost(room: Room) -> None:
    room.control("POST", "/faults", method="POST", drop="request", count=1)
    with pytest.raises(httpx.RemoteProtocolError):
        room.post()
    assert room.view() == []


def test_an_answer_can_get_lost_after_the_work_is_done(room: Room) -> None:
    room.control("POST", "/faults", method="POST", drop="reply", count=1)
    with pytest.raises(httpx.RemoteProtocolError):
        room.post(transactionId="t")
    assert len(room.view()) == 1
    assert room.post(transactionId="t").status_code == 201
    assert len(room.view()) == 1


def test_an_answer_can_be_cut_short(room: Room) -> None:
    room.control("POST", "/faults", truncateBody=20, count=1)
    with pytest.raises(httpx.RemoteProtocolError, match="received 20 bytes"):
        room.get("/events")


def test_an_answers_body_can_be_anything(room: Room) -> None:
    room.control("POST", "/faults", body="<html>proxy</html>", count=1)
    answer = room.get("/events", extensions={"unlisted": True})
    assert (answer.status_code, answer.text) == (200, "<html>proxy</html>")


def test_the_token_endpoint_fails_in_its_own_words(room: Room) -> None:
    room.control("POST", "/faults", path="/token", status=503, retryAfter=3)
    answer = room.token()
    assert (answer.status_code, answer.json()["error"]) == (503, "temporarily_unavailable")
    assert answer.headers["retry-after"] == "3"


def test_the_control_api_never_fails_on_order(room: Room) -> None:
    room.control("POST", "/faults", path=".*", drop="request")
    assert room.control("GET", "/tenant")["client_id"]


def test_faults_work_over_tls_too(room: Room) -> None:
    trust = ssl.create_default_context(cafile=room.simulator.ca_file)
    room.control("POST", "/faults", drop="reply", count=1)
    with httpx.Client(verify=trust, headers=room.http.headers) as client:
        address = f"{room.simulator.graph_https}/users/{room.address}/events"
        with pytest.raises(httpx.RemoteProtocolError):
            client.get(address)
        assert client.get(address).status_code == 200


def test_answers_can_be_slow(room: Room) -> None:
    room.control("POST", "/faults", path="/calendar$", delayMs=120)
    began = time.monotonic()
    assert room.get("/calendar").status_code == 200
    assert time.monotonic() - began >= 0.12
    assert room.control("POST", "/latency", ms=60) == {"ms": 60}
    began = time.monotonic()
    room.get("/events")
    assert time.monotonic() - began >= 0.06


@pytest.mark.parametrize(
    ("order", "complaint"),
    [
        ({"drop": "everything"}, "request, reply"),
        ({"status": 99}, "at least 200"),
        ({"path": "("}, "regular expression"),
        ({"statos": 500}, "'statos' is not known"),
        ({"delayMs": "long"}, "whole number"),
    ],
)
def test_orders_without_sense_are_answered_with_a_sentence(room: Room, order: dict[str, Any], complaint: str) -> None:
    answer = room.http.post(room.simulator.control + "/faults", json=order)
    assert answer.status_code == 400
    assert complaint in answer.json()["error"]


# Throttling


def test_four_requests_at_a_time_and_no_more(room: Room) -> None:
    room.control("POST", "/latency", ms=250)
    statuses: list[int] = []
    retries: list[str | None] = []

    def ask() -> None:
        with httpx.Client(headers=room.http.headers, verify=TRUST) as client:
            answer = client.get(f"{room.url}/events")
            statuses.append(answer.status_code)
            if answer.status_code == 429:
                assert answer.json()["error"]["code"] == "ApplicationThrottled"
                retries.append(answer.headers.get("retry-after"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 4 + [429] * 4
    assert sorted(retries, key=str) == ["1", "1", "1", None]


def test_too_many_requests_in_a_while_are_refused_and_refused_ones_count(room: Room) -> None:
    room.control("POST", "/throttle", requests=3, windowSeconds=600)
    assert [room.get("/events").status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    assert int(room.get("/events").headers["retry-after"]) > 500


def test_limits_are_per_mailbox(room: Room) -> None:
    room.control("POST", "/throttle", requests=1)
    assert room.get("/events").status_code == 200
    assert room.get("/events").status_code == 429
    assert room.get(room.simulator.graph + "/places/microsoft.graph.room").status_code == 200


# The ledger


def test_the_ledger_shows_requests_and_hides_secrets(room: Room) -> None:
    since = room.simulator.call(lambda tenant: tenant.ledger.count)
    room.token()
    room.post("Walk-up")
    token, create = room.control("GET", f"/requests?since={since}")["requests"]
    assert token["body"]["client_secret"] == "(redacted)"
    assert token["body"]["grant_type"] == "client_credentials"
    assert (create["method"], create["status"], create["room"]) == ("POST", 201, room.address)
    assert create["headers"]["authorization"] == "(redacted)"
    assert create["body"]["subject"] == "Walk-up"
    assert create["n"] == token["n"] + 1
    assert create["ms"] >= 0


def test_the_ledger_names_the_fault_that_struck(room: Room) -> None:
    number = room.control("POST", "/faults", drop="request", count=1)["id"]
    with pytest.raises(httpx.RemoteProtocolError):
        room.get("/events")
    entry = room.control("GET", "/requests")["requests"][-1]
    assert (entry["fault"], entry["status"]) == (number, 0)


def test_the_ledger_can_be_cleared_and_counts_on(room: Room) -> None:
    room.get("/events")
    before = room.control("GET", "/requests")["requests"][-1]["n"]
    room.control("DELETE", "/requests")
    room.get("/events")
    (entry,) = room.control("GET", "/requests")["requests"]
    assert entry["n"] == before + 1


# The control API itself


def test_the_index_lists_every_route_with_a_sentence(room: Room) -> None:
    routes = room.control("GET", "")["routes"]
    assert len(routes) > 25
    assert all(route["does"].endswith(".") and route["path"].startswith("/control") for route in routes)


@pytest.mark.parametrize(
    ("method", "path", "order", "status"),
    [
        ("POST", "/outlook/book", {"room": "nowhere@contoso.example"}, 404),
        ("POST", "/outlook/book", {}, 400),
        ("POST", "/outlook/book", {"room": "aurora@contoso.example", "start": "later", "end": "now"}, 400),
        ("POST", "/outlook/book", {"room": "aurora@contoso.example", "start": "now", "end": "now-1h"}, 400),
        ("POST", "/outlook/move", {"iCalUId": "x", "start": "now", "end": "now+1h"}, 404),
        ("POST", "/outlook/cancel", {"iCalUId": "040000008200E00074C5B7101A82E00800000000AA"}, 404),
        ("PATCH", "/rooms/aurora@contoso.example", {"autoAccept": "yes"}, 400),
        ("PATCH", "/rooms/aurora@contoso.example", {"mailbox": "lost"}, 400),
        ("POST", "/revoke", {"what": "everything"}, 400),
        ("POST", "/revoke", {"what": "room"}, 400),
        ("POST", "/entra", {"error": 1}, 400),
        ("POST", "/entra", {"certificate": "no"}, 400),
        ("POST", "/entra", {"approve": "XYZ"}, 404),
        ("POST", "/reset", {"scenario": "nope"}, 400),
        ("GET", "/requests?since=soon", {}, 400),
        ("DELETE", "/faults/77", {}, 404),
    ],
)
def test_control_orders_fail_with_a_sentence(
    room: Room, method: str, path: str, order: dict[str, Any], status: int
) -> None:
    answer = room.http.request(method, room.simulator.control + path, json=order)
    assert answer.status_code == status
    assert answer.json()["error"].endswith((".", '"'))


def test_a_tenant_begins_again_at_the_same_address(room: Room) -> None:
    room.create()
    fresh = room.control("POST", "/reset", scenario="busy")
    assert fresh["graph"] == room.simulator.graph
    assert len(fresh["rooms"]) == 2
    assert room.control("GET", f"/rooms/{room.address}/events")["events"][0]["subject"] != "Walk-up"


def test_booking_takes_times_of_any_form(room: Room) -> None:
    room.control("POST", "/clock", now="2026-12-01T08:07:00Z")
    for start, end, options in (
        ("2026-12-01T10:00:00+01:00", "2026-12-01T09:30:00Z", {}),
        ("2026-12-01T11:00:00", "2026-12-01T11:30:00", {"timeZone": "Europe/Berlin"}),
        ("2026-12-01T12:00:00", "12:30", {}),
        ("now+4h /15m", "now+270m /15m", {}),
    ):
        room.book(start=start, end=end, **options)
    starts = [event["start"]["dateTime"][11:16] for event in room.view(_orderby="start/dateTime")]
    assert starts == ["09:00", "10:00", "11:00", "12:00"]
