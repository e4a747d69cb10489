"""A tenant to talk to, and clients whose every exchange with Graph is held against the contract."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from roomdisplay.simulator.server import Simulator, running_simulator
from tests.simulator.openapi import CONTRACT_MISSING, validate_exchange

GRAPH_SCOPE = "https://graph.microsoft.com/.default"
TRUST = ssl.create_default_context()  # made once, for it takes longer than most tests
MORNING = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def hold_to_contract(response: httpx.Response) -> None:
    """An httpx event hook. A request marked `extensions={"odd": True}` is not held itself, its answer is;
    one marked `unlisted` asks for something the contract's excerpt leaves out."""
    request = response.request
    if CONTRACT_MISSING or request.extensions.get("unlisted", False):
        return
    response.read()
    odd = request.extensions.get("odd", False) or response.status_code >= 400
    validate_exchange(
        request.method,
        str(request.url),
        request.headers,
        request.content,
        response.status_code,
        response.headers,
        response.content,
        request_too=not odd,
    )


class Room:
    """A client of Graph for one room, and the tenant's other side: Outlook's people and administrators."""

    def __init__(self, simulator: Simulator, address: str | None = None) -> None:
        self.simulator = simulator
        self.address = address or simulator.room
        self.url = f"{simulator.graph}/users/{self.address}"
        self.http = httpx.Client(event_hooks={"response": [hold_to_contract]}, timeout=10, verify=TRUST)
        self.authorize()

    def token(self, **changes: str) -> httpx.Response:
        form = {
            "grant_type": "client_credentials",
            "client_id": self.simulator.client_id,
            "client_secret": self.simulator.client_secret,
            "scope": GRAPH_SCOPE,
            **changes,
        }
        return self.http.post(
            f"{self.simulator.authority}/oauth2/v2.0/token",
            data={name: value for name, value in form.items() if value != "(none)"},
        )

    def authorize(self) -> None:
        answer = self.token()
        self.http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self.http.request(method, path if "://" in path else self.url + path, **options)

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def view(
        self, start: str = "2026-11-30T00:00:00Z", end: str = "2026-12-08T00:00:00Z", **query: Any
    ) -> list[dict[str, Any]]:
        """All events of a window, every page of it."""
        options = {name.replace("_", "$"): value for name, value in query.items() if name != "headers"}
        answer = self.get(
            "/calendarView",
            params={"startDateTime": start, "endDateTime": end, "$top": 100, **options},
            headers=query.get("headers"),
        )
        assert answer.status_code == 200, answer.text
        found = list(answer.json()["value"])
        while (link := answer.json().get("@odata.nextLink")) is not None:
            answer = self.get(link, headers=query.get("headers"))
            found.extend(answer.json()["value"])
        return found

    def create(self, subject: str = "Walk-up", **changes: Any) -> dict[str, Any]:
        answer = self.post(subject, **changes)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def post(self, subject: str = "Walk-up", **changes: Any) -> httpx.Response:
        return self.request("POST", "/events", json=walk_up(subject, **changes))

    def control(self, method: str, path: str, /, **order: Any) -> Any:
        answer = self.http.request(method, self.simulator.control + path, json=order or None)
        assert answer.status_code < 300, answer.text
        return answer.json()

    def book(self, subject: str = "Outlook meeting", start: str = "", end: str = "", **order: Any) -> Any:
        order = {"room": self.address, **order} if "rooms" not in order else order
        start, end = (
            start or (MORNING + timedelta(hours=4)).isoformat(),
            end or (MORNING + timedelta(hours=5)).isoformat(),
        )
        return self.control("POST", "/outlook/book", subject=subject, start=start, end=end, **order)

    def items(self) -> list[dict[str, Any]]:
        return self.control("GET", f"/rooms/{self.address}/events")["events"]

    def mail(self, kind: str | None = None) -> list[dict[str, Any]]:
        return [one for one in self.control("GET", "/mail")["mail"] if kind in (None, one["kind"])]

    def policy(self, **switches: Any) -> None:
        self.control("PATCH", f"/rooms/{self.address}", **switches)

    def behave(self, **switches: Any) -> None:
        self.control("POST", "/behaviour", **switches)

    def close(self) -> None:
        self.http.close()


def walk_up(subject: str = "Walk-up", at: datetime = MORNING, minutes: int = 30, **changes: Any) -> dict[str, Any]:
    """A create body: `minutes` from the instant `at`, and whatever else is given in Graph's own words."""
    end = at + timedelta(minutes=minutes)
    return {
        "subject": subject,
        "start": {"dateTime": at.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
        "end": {"dateTime": end.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"},
        **changes,
    }


def error_of(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["error"]["code"]


StartRoom = Callable[..., Room]


@pytest.fixture(scope="session")
def simulator() -> Iterator[Simulator]:
    """One server for all tests; each begins again with the scenario it names."""
    with running_simulator("quiet") as started:
        yield started


@pytest.fixture
def tenant(simulator: Simulator) -> Iterator[StartRoom]:
    """Begins a tenant by scenario (quiet unless named) and gives its first room's client."""
    with ExitStack() as clients:

        def start(scenario: Any = "quiet", *, seed: int = 1) -> Room:
            simulator.reset(scenario, seed=seed)
            room = Room(simulator)
            clients.callback(room.close)
            return room

        yield start


@pytest.fixture
def room(tenant: StartRoom) -> Room:
    """A client of a room without meetings."""
    return tenant()


@pytest.fixture
def sign_in(room: Room) -> Callable[[str], Room]:
    """Signs a service account in by device code, with the scopes named; the room's client then acts for it."""

    def start(scope: str) -> Room:
        authority = f"{room.simulator.authority}/oauth2/v2.0"
        client = {"client_id": room.simulator.client_id}
        flow = room.http.post(f"{authority}/devicecode", data={**client, "scope": scope}).json()
        room.control("POST", "/entra", approve=flow["user_code"])
        grant = "urn:ietf:params:oauth:grant-type:device_code"
        form = {**client, "grant_type": grant, "device_code": flow["device_code"]}
        token = room.http.post(f"{authority}/token", data=form).json()
        room.http.headers["Authorization"] = f"Bearer {token['access_token']}"
        return room

    return start


@pytest.fixture
def delegate(sign_in: Callable[[str], Room]) -> Room:
    """The client of a service account that may read and write calendars shared with it."""
    return sign_in("https://graph.microsoft.com/Calendars.ReadWrite.Shared offline_access")
