"""The contract's own guard: it lets the right through and says what is wrong."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from tests.simulator.conftest import Room, StartRoom
from tests.simulator.openapi import CONTRACT_MISSING, validate_exchange

pytestmark = pytest.mark.skipif(CONTRACT_MISSING is not None, reason=CONTRACT_MISSING or "")
URL = "https://graph.microsoft.com/v1.0/users/a@b.example"
JSON = {"content-type": "application/json"}
ERROR = b'{"error":{"code":"x","message":"y"}}'


def hold(method: str, path: str, body: Any, status: int, answer: Any) -> None:
    sent = b"" if body is None else json.dumps(body).encode()
    validate_exchange(method, URL + path, JSON, sent, status, JSON, json.dumps(answer).encode())


def test_what_keeps_the_contract_passes() -> None:
    hold("GET", "/calendarView?startDateTime=a&endDateTime=b&$top=5", None, 200, {"value": []})
    hold("POST", "/events/AAA=/decline", {"comment": "x"}, 400, json.loads(ERROR))


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "answer", "complaint"),
    [
        ("GET", "/calendarView?startDateTime=a", None, 200, {"value": []}, "endDateTime"),
        ("GET", "/mailFolders", None, 200, {"value": []}, "PathNotFound"),
        ("POST", "/events", {"colour": "red"}, 201, {}, "colour"),
        ("POST", "/events", {"showAs": "Busy"}, 201, {}, "Busy"),
        ("GET", "/events/AAA=", None, 200, {"showAs": "gone"}, "gone"),
        ("GET", "/events/AAA=", None, 404, {"message": "no"}, "error"),
        ("GET", "/calendarView/delta?startDateTime=a&endDateTime=b", None, 200, {"value": []}, "deltaLink"),
    ],
)
def test_what_breaks_it_is_named(method: str, path: str, body: Any, status: int, answer: Any, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        hold(method, path, body, status, answer)


def test_an_exchange_is_held_in_less_than_ten_milliseconds(tenant: StartRoom) -> None:
    room = tenant("busy")
    answer = room.get("/events")
    arguments = ("GET", str(answer.url), answer.request.headers, b"", 200, answer.headers, answer.content)
    validate_exchange(*arguments)
    took: list[float] = []
    for _ in range(20):
        began = time.perf_counter()
        validate_exchange(*arguments)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.01


def test_other_addresses_are_passed_over(room: Room) -> None:
    validate_exchange("GET", room.simulator.control, {}, b"", 200, {}, b"{}")
