"""GraphCalendar against scripted answers: what it asks, how it pages, and how it takes no for an answer."""

import base64
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import httpx
import pytest

from roomdisplay.adapters.graph import GraphCalendar
from roomdisplay.adapters.graph.calendar import MOST_PAGES
from roomdisplay.adapters.graph.event import FIELDS
from roomdisplay.adapters.http import AsyncHttp
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.ports import Failed
from tests.adapters.graph.events import all_day, event, moment

pytestmark = pytest.mark.anyio

BASE = "https://graph.example/v1.0"
DAY = datetime(2026, 11, 23, tzinfo=UTC)
WINDOW = Interval(DAY, DAY + timedelta(days=1))
Answer = httpx.Response | Exception


def ok(*events: object, next_link: str | None = None) -> httpx.Response:
    return httpx.Response(200, json={"value": list(events)} | ({"@odata.nextLink": next_link} if next_link else {}))


def error(status: int, code: str = "", **headers: str) -> httpx.Response:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, json={"error": {"code": code, "message": "as it is"}}, headers=sent)


class Tokens:
    """Counts up: "t1", then "t2" once "t1" was rejected."""

    def __init__(self) -> None:
        self.number = 1
        self.rejections: list[tuple[str, str | None]] = []
        self.failure: Failure | None = None

    async def token(self) -> str:
        if self.failure is not None:
            raise Failed(self.failure)
        return f"t{self.number}"

    async def rejected(self, token: str, claims: str | None) -> None:
        self.rejections.append((token, claims))
        self.number += 1

    async def close(self) -> None: ...


class Graph:
    """Gives the scripted answers in order and keeps the requests."""

    def __init__(self, *answers: Answer, zone: str = "Europe/Berlin") -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []
        self.tokens = Tokens()
        self.calendar = GraphCalendar(
            base_url=BASE,
            room_address="room 1#@contoso.example",
            zone=ZoneInfo(zone),
            tokens=self.tokens,
            http=AsyncHttp(transport=httpx.MockTransport(self._answer)),
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def failure(asking: Awaitable[object]) -> Failure:
    with pytest.raises(Failed) as failed:
        await asking
    return failed.value.failure


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_a_read_asks_for() -> None:
    graph = Graph(ok())
    read = await graph.calendar.read(WINDOW, detailed=False)
    assert (read.meetings, read.skipped) == ((), 0)
    [request] = graph.requests
    url = urlsplit(str(request.url))
    assert url.path == "/v1.0/users/room%201%23@contoso.example/calendarView"
    assert parse_qs(url.query) == {
        "startDateTime": ["2026-11-22T00:00:00Z"],
        "endDateTime": ["2026-11-25T00:00:00Z"],
        "$top": ["999"],
        "$orderby": ["start/dateTime"],
        "$select": [",".join(FIELDS)],
    }
    assert request.headers["Authorization"] == "Bearer t1"
    assert request.headers["Prefer"] == (
        'outlook.timezone="UTC", outlook.body-content-type="text", IdType="ImmutableId"'
    )


async def test_a_detailed_read_selects_nothing_and_knows_when_events_were_made() -> None:
    graph = Graph(ok(event()))
    read = await graph.calendar.read(WINDOW, detailed=True)
    assert "select" not in str(graph.requests[0].url)
    assert read.meetings[0].created_at == datetime(2026, 11, 20, 8, 0, 0, 123456, tzinfo=UTC)


async def test_pages_are_followed_word_for_word_with_the_same_headers() -> None:
    link = f"{BASE}/users/Room1%40contoso.example/calendarView?%24skip=1&$top=1&startDateTime=2026-11-22T00%3a00:00Z"
    graph = Graph(ok(event(id="A"), next_link=link), ok(event(id="B")))
    read = await graph.calendar.read(WINDOW, detailed=False)
    assert [m.id for m in read.meetings] == ["A", "B"]
    first, second = graph.requests
    assert str(second.url) == link
    assert second.headers["Prefer"] == first.headers["Prefer"]


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/v1.0/x",
        "https://graph.example.evil.example/v1.0/x",
        "https://graph.example@evil.example/",
        "https://graph.example:8443/v1.0/x",
        "http://graph.example/v1.0/x",
        "//graph.example/v1.0/x",
        "/v1.0/x",
        "",
    ],
)
async def test_no_token_goes_anywhere_else(link: str) -> None:
    graph = Graph(httpx.Response(200, json={"value": [], "@odata.nextLink": link}))
    assert isinstance(await failure(graph.calendar.read(WINDOW, detailed=False)), Bug)
    assert len(graph.requests) == 1


async def test_pages_that_go_round_in_circles_end() -> None:
    link = f"{BASE}/users/x/calendarView?$skip=1"
    graph = Graph(ok(next_link=link), ok(next_link=link), ok())
    assert isinstance(await failure(graph.calendar.read(WINDOW, detailed=False)), Bug)
    assert len(graph.requests) == 2


async def test_pages_without_end_end() -> None:
    graph = Graph(*(ok(next_link=f"{BASE}/x?$skip={n}") for n in range(99)))
    assert isinstance(await failure(graph.calendar.read(WINDOW, detailed=False)), Bug)
    assert len(graph.requests) == MOST_PAGES


async def test_a_page_that_fails_fails_the_read() -> None:
    graph = Graph(ok(event(), next_link=f"{BASE}/x"), error(503, "ErrorServerBusy", Retry_After="9"))
    found = await failure(graph.calendar.read(WINDOW, detailed=False))
    assert found == Transient(reason="HTTP 503 ErrorServerBusy", retry_after=9.0)


async def test_only_meetings_that_touch_the_window_are_told() -> None:
    graph = Graph(
        ok(
            event(id="before", start=moment("2026-11-22T22:00:00"), end=moment("2026-11-23T00:00:00")),
            event(id="into", start=moment("2026-11-22T22:00:00"), end=moment("2026-11-23T00:00:01")),
            event(id="instant", start=moment("2026-11-23T00:00:00"), end=moment("2026-11-23T00:00:00")),
            event(id="after", start=moment("2026-11-24T00:00:00"), end=moment("2026-11-24T01:00:00")),
        )
    )
    read = await graph.calendar.read(WINDOW, detailed=False)
    assert [m.id for m in read.meetings] == ["into", "instant"]


@pytest.mark.parametrize(
    ("zone", "day", "touches"),
    [
        ("Pacific/Auckland", "2026-11-23", True),
        ("Pacific/Auckland", "2026-11-24", True),
        ("Pacific/Auckland", "2026-11-22", False),
        ("Pacific/Pago_Pago", "2026-11-22", True),
        ("Pacific/Pago_Pago", "2026-11-24", False),
    ],
)
async def test_all_day_meetings_are_matched_by_the_rooms_days(zone: str, day: str, touches: bool) -> None:
    after = (datetime.fromisoformat(day) + timedelta(days=1)).date().isoformat()
    graph = Graph(ok(all_day(day, after)), zone=zone)
    assert bool((await graph.calendar.read(WINDOW, detailed=False)).meetings) is touches


async def test_malformed_events_are_left_out_and_counted() -> None:
    graph = Graph(ok(event(), {"id": "x"}, None, event(type="seriesMaster")))
    read = await graph.calendar.read(WINDOW, detailed=False)
    assert (len(read.meetings), read.skipped) == (1, 2)


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b'{"value":{}}', b'{"value":[', b"<html>Sign in to the guest network</html>"]
)
async def test_a_body_that_is_no_list_is_no_empty_calendar(body: bytes) -> None:
    graph = Graph(httpx.Response(200, content=body))
    assert isinstance(await failure(graph.calendar.read(WINDOW, detailed=False)), Transient)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (error(412, "ErrorIrresolvableConflict"), Transient),
        (error(410, "SyncStateNotFound"), Transient),
        (error(400, "ErrorInvalidParameter"), Bug),
        (error(403, "ErrorAccessDenied"), AccessLost),
        (error(404, "MailboxNotEnabledForRESTAPI"), AccessLost),
        (httpx.Response(302, headers={"Location": "https://portal.example/"}), Transient),
        (httpx.ReadTimeout("slow"), Transient),
        (httpx.RemoteProtocolError("gone"), Transient),
    ],
)
async def test_reads_that_fail(answer: Answer, kind: type[Failure]) -> None:
    assert isinstance(await failure(Graph(answer).calendar.read(WINDOW, detailed=False)), kind)


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────────

OWN: dict[str, Any] = {"isOrganizer": True, "attendees": [], "transactionId": "b1"}
SLOT = Interval(DAY + timedelta(hours=9), DAY + timedelta(hours=10))


async def test_a_booking_is_an_appointment_without_attendees() -> None:
    graph = Graph(httpx.Response(201, json=event(**OWN)))
    made = await graph.calendar.create("b1", SLOT, "Walk-up booking")
    assert made.is_own
    assert made.interval == SLOT
    [request] = graph.requests
    assert (request.method, request.url.path) == ("POST", "/v1.0/users/room 1#@contoso.example/calendar/events")
    assert request.headers["Content-Type"] == "application/json"
    assert json.loads(request.content) == {
        "categories": ["Walk-up"],
        "start": {"dateTime": "2026-11-23T09:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-23T10:00:00", "timeZone": "UTC"},
        "showAs": "busy",
        "subject": "Walk-up booking",
        "transactionId": "b1",
    }


async def test_a_repeated_booking_is_the_same_to_the_byte() -> None:
    graph = Graph(httpx.ReadTimeout("reply lost"), httpx.Response(201, json=event(**OWN)))
    await failure(graph.calendar.create("b1", SLOT, "Walk-up booking"))
    await graph.calendar.create("b1", SLOT, "Walk-up booking")
    first, second = graph.requests
    assert first.content == second.content


async def test_an_end_is_moved_only_as_it_was_seen() -> None:
    graph = Graph(httpx.Response(200, json=event(**OWN)))
    await graph.calendar.move_end("AA/k+=", 'W/"1"', SLOT.end)
    [request] = graph.requests
    assert request.method == "PATCH"
    assert str(request.url).endswith("/events/AA%2Fk%2B%3D")
    assert request.headers["If-Match"] == 'W/"1"'
    assert json.loads(request.content) == {"end": {"dateTime": "2026-11-23T10:00:00", "timeZone": "UTC"}}


async def test_an_event_is_deleted_only_as_it_was_seen() -> None:
    graph = Graph(httpx.Response(204))
    await graph.calendar.delete("AA=", 'W/"1"')
    [request] = graph.requests
    assert (request.method, request.headers["If-Match"], request.content) == ("DELETE", 'W/"1"', b"")


@pytest.mark.parametrize(
    "answer", [httpx.Response(200, text="Sign in to the guest network"), httpx.Response(201, json={})]
)
async def test_only_graphs_own_answer_makes_a_meeting_gone(answer: httpx.Response) -> None:
    assert isinstance(await failure(Graph(answer).calendar.delete("A", 'W/"1"')), Transient)
    assert isinstance(await failure(Graph(answer).calendar.decline("A", "Nobody came.")), Transient)
    await Graph(httpx.Response(202)).calendar.decline("A", "Nobody came.")


WRITES: list[Callable[[GraphCalendar], Awaitable[object]]] = [
    lambda c: c.create("b1", SLOT, "x"),
    lambda c: c.move_end("A", 'W/"1"', SLOT.end),
    lambda c: c.delete("A", 'W/"1"'),
]


@pytest.mark.parametrize("write", WRITES, ids=["create", "move_end", "delete"])
@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        (lambda: error(400, "ErrorDuplicateTransactionId"), Refusal.DUPLICATE),
        (lambda: error(409, "ErrorDuplicateTransactionID"), Refusal.DUPLICATE),
        (lambda: error(412, "ErrorIrresolvableConflict"), Refusal.CHANGED),
        (lambda: error(409, "ErrorIrresolvableConflict"), Refusal.CHANGED),
        (lambda: error(507, "ErrorQuotaExceeded"), Refusal.FULL),
        (lambda: error(400, "ErrorInvalidRequest"), Refusal.INVALID),
    ],
)
async def test_writes_that_are_refused(
    write: Callable[[GraphCalendar], Awaitable[object]], answer: Callable[[], httpx.Response], refusal: Refusal
) -> None:
    graph = Graph(answer())
    found = await failure(write(graph.calendar))
    assert isinstance(found, Rejected)
    assert found.refusal is refusal
    assert len(graph.requests) == 1, "the next step is the outbox's decision, and every request is counted there"


async def test_an_event_that_is_gone() -> None:
    for write in WRITES[1:]:
        found = await failure(write(Graph(error(404, "ErrorItemNotFound")).calendar))
        assert isinstance(found, Rejected)
        assert found.refusal is Refusal.GONE


@pytest.mark.parametrize("body", [b"", b"null", b'{"id":"A"}', b'{"id":'])
async def test_a_write_that_was_accepted_unreadably_is_looked_up_again(body: bytes) -> None:
    for status, write in ((201, WRITES[0]), (200, WRITES[1])):
        graph = Graph(httpx.Response(status, content=body))
        assert isinstance(await failure(write(graph.calendar)), Transient)


# ── tokens ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_refused_token_is_replaced_once() -> None:
    graph = Graph(error(401, "InvalidAuthenticationToken"), ok())
    await graph.calendar.read(WINDOW, detailed=False)
    assert [r.headers["Authorization"] for r in graph.requests] == ["Bearer t1", "Bearer t2"]
    assert graph.tokens.rejections == [("t1", None)]


async def test_a_challenge_is_passed_on() -> None:
    claims = '{"access_token":{"nbf":{"essential":true}}}'
    header = f'Bearer error="insufficient_claims", claims="{base64.b64encode(claims.encode()).decode()}"'
    graph = Graph(error(401, "InvalidAuthenticationToken", WWW_Authenticate=header), ok())
    await graph.calendar.read(WINDOW, detailed=False)
    assert graph.tokens.rejections == [("t1", claims)]


async def test_while_fresh_tokens_are_refused_one_request_goes_out_at_a_time() -> None:
    def refused() -> httpx.Response:
        return error(401, "InvalidAuthenticationToken")

    graph = Graph(*(refused() for _ in range(4)), ok(), refused(), ok())
    lost = AccessLost(access=Access.SIGN_IN, code="InvalidAuthenticationToken")
    counts: list[int] = []
    for _ in range(3):
        assert await failure(graph.calendar.read(WINDOW, detailed=False)) == lost
        counts.append(len(graph.requests))
    assert counts == [2, 3, 4]
    await graph.calendar.read(WINDOW, detailed=False)
    await graph.calendar.read(WINDOW, detailed=False)
    assert len(graph.requests) == 7
    assert [token for token, _ in graph.tokens.rejections] == ["t1", "t2", "t3", "t4", "t5"]


async def test_without_a_token_nothing_is_asked() -> None:
    graph = Graph()
    graph.tokens.failure = AccessLost(access=Access.SECRET_EXPIRED, code="AADSTS7000222")
    assert await failure(graph.calendar.read(WINDOW, detailed=False)) == graph.tokens.failure
    assert graph.requests == []


async def test_a_token_that_is_none_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Graph()

    async def token() -> str:
        return "two\r\nlines"

    monkeypatch.setattr(graph.tokens, "token", token)
    found: Any = await failure(graph.calendar.read(WINDOW, detailed=False))
    assert isinstance(found, Bug)
    assert "lines" not in str(found)


async def test_nothing_of_a_token_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    graph = Graph(error(401, "InvalidAuthenticationToken"), error(503, "ErrorServerBusy"))
    graph.tokens.number = 112358
    await failure(graph.calendar.read(WINDOW, detailed=False))
    assert "503" in caplog.text
    assert "t11235" not in caplog.text
    await graph.calendar.close()
