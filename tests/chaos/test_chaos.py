"""script/chaos, short; and that whatever it promises to notice, it does notice."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.chaos.bookkeeper import Bookkeeper, Verdict
from tests.chaos.door import Row
from tests.processes import ROOT

Json = dict[str, Any]

NOON = datetime(2026, 3, 28, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ROOM = "alder@contoso.example"


@pytest.mark.timeout(180)
def test_no_booking_is_lost() -> None:
    limits = ["--kills", "8", "--bookings", "25", "--minutes", "1", "--lanes", "2"]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.chaos.run", "--seed", "11", *limits, "--clean-up"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    told = json.loads(ended.stdout.splitlines()[-1])
    assert [told[verdict] for verdict in Verdict] == [0, 0, 0, 0], ended.stderr
    assert told["complete"], ended.stderr
    assert ended.returncode == 0


# ── the bookkeeper ────────────────────────────────────────────────────────────────────────────────────────────────────


def entry(stage: str, reason: str | None = None, *, id: str = "b", operation: str = "book", end: int = 30) -> Json:
    """As `ctl state` shows it."""
    start, until = NOON.isoformat(), (NOON + end * MINUTE).isoformat()
    return {
        "id": id,
        "bookingId": "b",
        "operation": operation,
        "stage": stage,
        "reason": reason,
        "start": start,
        "end": until,
    }


def event(booking_id: str | None = "b", *, id: str = "e", end: int = 30, created: int = 0, gone: bool = False) -> Json:
    """As the simulator's control API shows it."""
    return {
        "id": id,
        "iCalUId": f"uid-{id}",
        "transactionId": booking_id,
        "start": {"dateTime": NOON.replace(tzinfo=None).isoformat(), "timeZone": "UTC"},
        "end": {"dateTime": (NOON + end * MINUTE).replace(tzinfo=None).isoformat(), "timeZone": "UTC"},
        "createdDateTime": (NOON + created * MINUTE).isoformat(),
        "showAs": "busy",
        "deleted": gone,
        "isCancelled": False,
    }


def judged(*screens: list[Json], events: list[Json], after: int = 0) -> dict[Verdict, str]:
    """What is found where the screens showed these outboxes one after the other, `after` minutes past noon."""
    books = Bookkeeper()
    for number, outbox in enumerate(screens):
        books.saw_screen(ROOM, str(number), {"now": (NOON + after * MINUTE).isoformat(), "outbox": outbox})
    books.saw_calendar(ROOM, events)
    books.judge()
    return {verdict: sentence for (verdict, _), sentence in books.troubles.items()}


CANCELLED = [entry("confirmed"), entry("confirmed", id="c", operation="cancel")]
CLEARED = [entry("refused", "cancelled"), entry("confirmed", id="c", operation="cancel")]
EXTENDED = [entry("confirmed"), entry("confirmed", id="x", operation="extend", end=60)]


@pytest.mark.parametrize(
    ("outbox", "events"),
    [
        ([entry("confirmed")], [event()]),
        ([entry("refused", "taken")], [event("other", gone=True), event(None, id="rival")]),
        (CANCELLED, [event(gone=True)]),
        (CLEARED, [event(gone=True)]),
        (EXTENDED, [event(end=60)]),
        ([entry("confirmed")], [event(), event(None, id="later", created=-5, gone=True)]),
        ([entry("refused", "notSaved")], []),
    ],
)
def test_a_kept_promise_is_no_trouble(outbox: list[Json], events: list[Json]) -> None:
    found = judged(outbox, events=events)
    assert {verdict for verdict in found if "nobody asked" not in found[verdict]} == set()


@pytest.mark.parametrize(
    ("outbox", "events", "verdict"),
    [
        ([entry("confirmed")], [], Verdict.LOST),
        ([entry("confirmed")], [event(gone=True)], Verdict.LOST),
        ([entry("check")], [], Verdict.LOST),
        (EXTENDED, [event()], Verdict.LOST),
        ([entry("confirmed")], [event(), event(id="again")], Verdict.DUPLICATED),
        ([entry("confirmed")], [event(), event(None, id="rival", created=-5)], Verdict.DOUBLE_BOOKED),
        (EXTENDED, [event(end=60), event(None, id="rival", created=5, end=60)], Verdict.DOUBLE_BOOKED),
        (CANCELLED, [event()], Verdict.UNEXPLAINED),
        (CLEARED, [event()], Verdict.UNEXPLAINED),
        ([entry("refused", "cancelled")], [event(gone=True)], Verdict.UNEXPLAINED),
        ([entry("refused", "taken")], [], Verdict.UNEXPLAINED),
        ([entry("refused", "taken")], [event(), event(None, id="rival", created=-5)], Verdict.UNEXPLAINED),
        ([entry("refused", "invalid")], [], Verdict.UNEXPLAINED),
        ([entry("expired")], [], Verdict.UNEXPLAINED),
        ([], [event()], Verdict.UNEXPLAINED),
    ],
)
def test_a_broken_promise_is_noticed(outbox: list[Json], events: list[Json], verdict: Verdict) -> None:
    assert list(judged(outbox, events=events)) == [verdict]


def test_an_outcome_that_changes_is_noticed() -> None:
    rival = event(None, id="rival", created=5, gone=True)
    found = judged([entry("refused", "taken")], [entry("confirmed")], events=[event(), rival])
    assert "told refused, then confirmed" in found[Verdict.UNEXPLAINED]


def test_a_booking_shown_as_made_may_be_found_cancelled_where_the_disk_was_behind() -> None:
    assert judged([entry("confirmed")], CLEARED, events=[event(gone=True)]) == {}


def on_disk(stage: str) -> Row:
    interval = [NOON.isoformat(), (NOON + 30 * MINUTE).isoformat()]
    operation = {"kind": "book", "interval": interval}
    return Row(id="b", body=json.dumps({"booking_id": "b", "operation": operation, "stage": stage, "reason": None}))


@pytest.mark.parametrize(("after", "is_trouble"), [(0, True), (34, True), (36, False)])
def test_an_expiry_nobody_could_read_is_noticed_while_anybody_may_still_wait(after: int, *, is_trouble: bool) -> None:
    books = Bookkeeper()
    books.saw_disk(ROOM, "1", [on_disk("expired")])
    books.saw_screen(ROOM, "2", {"now": (NOON + after * MINUTE).isoformat(), "outbox": []})
    assert bool(books.troubles) == is_trouble


def test_what_lies_on_the_disk_is_promised_though_no_screen_was_seen() -> None:
    books = Bookkeeper()
    books.saw_disk(ROOM, "1", [on_disk("accepted")])
    books.saw_calendar(ROOM, [])
    books.judge()
    assert [verdict for verdict, _ in books.troubles] == [Verdict.LOST]


def test_what_a_corruption_destroyed_is_not_held_against_the_panel() -> None:
    books = Bookkeeper()
    books.saw_disk(ROOM, "1", [on_disk("accepted")])
    books.saw_destruction([on_disk("accepted")], [], "2")
    books.saw_calendar(ROOM, [])
    books.judge()
    assert books.troubles == {}


def request(method: str = "GET", status: int = 200, *, fault: int | None = None, body: Json | None = None) -> Json:
    path = f"/v1.0/users/{ROOM}/calendar/events"
    return {"path": path, "method": method, "status": status, "fault": fault, "room": ROOM, "body": body}


def is_missing(request: Json) -> bool:
    return request["status"] == 404


def test_a_request_graph_rejects_by_itself_and_a_retry_with_another_body_are_noticed() -> None:
    books = Bookkeeper()
    books.saw_requests([request(status=400, fault=1), request(status=404)], is_missing)
    books.saw_requests([request("POST", 201, body={"transactionId": "b", "subject": "one"})], is_missing)
    assert books.troubles == {}
    books.saw_requests([request(status=400)], is_missing)
    books.saw_requests([request("POST", 201, body={"transactionId": "b", "subject": "two"})], is_missing)
    assert len(books.troubles) == 2


def test_the_busiest_minute_after_a_failure_is_counted() -> None:
    books = Bookkeeper()
    books.saw_traffic([(0.0, 0.1, False), (1.0, 1.1, True), (2.0, 2.1, True), (50.0, 50.1, False), (61.2, 61.3, False)])
    assert books.worst_minute == 2
