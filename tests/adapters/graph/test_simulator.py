"""Both adapters over real sockets against the simulated tenant, every exchange with Graph held against its contract."""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from roomdisplay.adapters.entra import (
    CertificatePem,
    CertificatePfx,
    Credential,
    EnterpriseApplication,
    Secret,
)
from roomdisplay.adapters.entra.service_account import ServiceAccount
from roomdisplay.adapters.graph import GraphCalendar
from roomdisplay.adapters.http import AsyncHttp, BlockingHttp, Network, Reply
from roomdisplay.adapters.sealed import SealedFile
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.core.failure import Access, AccessLost, Bug, Refusal, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.room import Room
from roomdisplay.core.sign_in import Ending
from roomdisplay.ports import Calendar
from roomdisplay.simulator.server import Simulator, running_simulator
from tests.adapters.calendar_contract import DAY, NINE, ZONE, CalendarContract, failure, read, refused, slot
from tests.adapters.entra.identity import certificate, pem, pfx, rsa_key
from tests.simulator.openapi import CONTRACT_MISSING, validate_exchange

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(CONTRACT_MISSING is not None, reason=CONTRACT_MISSING or "")]


class CheckedHttp(AsyncHttp):
    """Lets no exchange pass that breaks the contract."""

    async def send(self, method: str, url: str, *, headers: Mapping[str, str], content: bytes | None = None) -> Reply:
        reply = await super().send(method, url, headers=headers, content=content)
        sent = {name.casefold(): value for name, value in headers.items()}
        validate_exchange(method, url, sent, content or b"", reply.status, reply.headers, reply.body)
        return reply


class Panel:
    """The adapters as the panel has them, over TLS, and the tenant's other side."""

    def __init__(self, simulator: Simulator, credential: Credential | None = None, *, room: str | None = None) -> None:
        self.simulator = simulator
        self.outside = httpx.Client(verify=False)  # noqa: S501 - plain HTTP on loopback
        self.network = Network(ca_file=Path(simulator.ca_file))
        self.secrets = GivenSecrets({"secret": simulator.client_secret})
        self.entra = BlockingHttp(self.network)
        self.tokens: EnterpriseApplication | ServiceAccount = EnterpriseApplication(
            authority=simulator.authority_https,
            client_id=simulator.client_id,
            credential=credential or Secret(name="secret"),
            secrets=self.secrets,
            http=self.entra,
        )
        self.room = Room(address=room or simulator.room, name="Aurora", zone=ZONE)
        self.calendar: Calendar = self.calendar_with(CheckedHttp(self.network))

    def calendar_with(self, http: AsyncHttp) -> GraphCalendar:
        return GraphCalendar(
            base_url=self.simulator.graph_https,
            room_address=self.room.address,
            zone=ZONE,
            tokens=self.tokens,
            http=http,
        )

    def control(self, method: str, route: str, **order: Any) -> Any:
        answer = self.outside.request(method, self.simulator.control + route, json=order or None)
        assert answer.status_code < 300, answer.text
        return answer.json()

    def fault(self, **order: Any) -> None:
        self.control("POST", "/faults", **{"path": "/users/", "count": 1, **order})

    async def close(self) -> None:
        await self.calendar.close()
        await self.tokens.close()
        self.outside.close()

    def requests(self) -> list[dict[str, Any]]:
        return self.control("GET", "/requests")["requests"]

    def token_requests(self) -> int:
        return sum("/oauth2/" in r["path"] for r in self.requests())

    # the hooks of the contract

    def invite(
        self,
        subject: str,
        interval: Interval,
        *,
        is_private: bool = False,
        show_as: str = "busy",
        all_day: bool = False,
    ) -> str:
        booked = self.control(
            "POST",
            "/outlook/book",
            room=self.room.address,
            subject=subject,
            start=interval.start.isoformat(),
            end=interval.end.isoformat(),
            sensitivity="private" if is_private else "normal",
            showAs=show_as,
            isAllDay=all_day,
        )
        return booked["iCalUId"]

    def told(self) -> list[str]:
        return [m["comment"] for m in self.control("GET", "/mail")["mail"] if m["kind"] == "declined" and m["comment"]]

    def cancel(self, invited: str) -> None:
        self.control("POST", "/outlook/cancel", iCalUId=invited)

    def change(self, event_id: str) -> None:
        token = self.outside.post(
            f"{self.simulator.authority}/oauth2/v2.0/token",
            data={
                "grant_type": "client_credentials",
                "client_id": self.simulator.client_id,
                "client_secret": self.simulator.client_secret,
                "scope": "https://graph.microsoft.com/.default",
            },
        ).json()["access_token"]
        answer = self.outside.patch(
            f"{self.simulator.graph}/users/{self.room.address}/events/{event_id}",
            json={"subject": "Renamed in Outlook"},
            headers={"Authorization": f"Bearer {token}"},
        )
        assert answer.status_code == 200

    def lose_requests(self, times: int) -> None:
        self.fault(drop="request", count=times)

    def lose_replies(self, times: int) -> None:
        self.fault(drop="reply", count=times)

    def throttle(self, seconds: int) -> None:
        self.fault(status=429, retryAfter=seconds)

    def fill(self) -> None:
        self.control("PATCH", f"/rooms/{self.room.address}", mailbox="quota")

    def revoke(self) -> None:
        self.control("POST", "/revoke", what="permission")

    def restore(self) -> None:
        self.control("POST", "/restore", what="permission")


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running_simulator("quiet") as started:
        yield started


@pytest.fixture
async def panel(simulator: Simulator) -> Any:
    simulator.reset("quiet")
    made = Panel(simulator)
    yield made
    await made.close()


class TestGraphCalendar(CalendarContract):
    @pytest.fixture
    def far(self, panel: Panel) -> Panel:
        return panel


class TestGraphCalendarWhereDuplicatesAre409(CalendarContract):
    @pytest.fixture
    def far(self, panel: Panel) -> Panel:
        panel.control("POST", "/behaviour", duplicateTransactionStatus=409)
        return panel


class TestGraphCalendarForAServiceAccount(CalendarContract):
    """Delegated, the calendar reads and writes as for an application."""

    @pytest.fixture
    async def far(self, panel: Panel, tmp_path: Path) -> Any:
        account = ServiceAccount(
            authority=panel.simulator.authority_https,
            client_id=panel.simulator.client_id,
            cache=SealedFile(tmp_path / "token-cache", panel.secrets, bound_to=(panel.room.address,)),
            network=panel.network,
            sleep=lambda _: asyncio.sleep(0),
        )
        code = await account.fetch()
        panel.control("POST", "/entra", approve=code.user_code)
        assert await account.outcome() is Ending.APPROVED
        await panel.tokens.close()
        panel.tokens = account
        panel.calendar = panel.calendar_with(CheckedHttp(panel.network))
        return panel


# ── what only Graph has ───────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_read_is_one_request_however_full_the_day(panel: Panel) -> None:
    for n in range(200):
        panel.invite(str(n), slot(n / 10, (n + 1) / 10))
    await read(panel)
    before = len(panel.requests())
    assert len(await read(panel, Interval(DAY.start, DAY.end + DAY.duration))) == 200
    assert len(panel.requests()) == before + 1


async def test_pages_are_followed(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roomdisplay.adapters.graph.calendar.PAGE", 7)
    for n in range(20):
        panel.invite(str(n), slot(n / 2, (n + 1) / 2))
    found = await read(panel)
    assert [m.subject for m in found] == [str(n) for n in range(20)]
    assert sum("calendarView" in r["path"] for r in panel.requests()) == 3


def invite_daily(panel: Panel, first: datetime, times: int) -> str:
    """A quarter of an hour at the same time every day from `first` on."""
    booked = panel.control(
        "POST",
        "/outlook/book",
        room=panel.room.address,
        subject="Stand-up",
        start=first.isoformat(),
        end=(first + timedelta(minutes=15)).isoformat(),
        recurrence={
            "pattern": {"type": "daily", "interval": 1},
            "range": {
                "type": "numbered",
                "startDate": first.astimezone(ZONE).date().isoformat(),
                "numberOfOccurrences": times,
            },
        },
    )
    return booked["iCalUId"]


async def test_a_series_is_its_meetings(panel: Panel) -> None:
    booked = invite_daily(panel, NINE - DAY.duration, 5)
    whole = Interval(DAY.start - 3 * DAY.duration, DAY.end + 5 * DAY.duration)
    found = await read(panel, whole)
    assert [m.interval.start.day for m in found] == [30, 1, 2, 3, 4]
    assert len({m.series_master_id for m in found}) == 1
    assert len({m.id for m in found}) == 5
    panel.control("POST", "/outlook/cancel", iCalUId=booked, occurrence="2026-12-01T09:00:00+01:00")
    assert [m.occupies for m in await read(panel, DAY)] in ([], [False])
    assert len([m for m in await read(panel, whole) if m.occupies]) == 4


async def test_of_a_series_one_meeting_is_declined(panel: Panel) -> None:
    invite_daily(panel, NINE - DAY.duration, 3)
    whole = Interval(DAY.start - 3 * DAY.duration, DAY.end + 5 * DAY.duration)
    _, second, _ = await read(panel, whole)
    await panel.calendar.decline(second.id, "Nobody came.")
    assert [m.interval.start.day for m in await read(panel, whole) if m.occupies] == [30, 2]
    [mail] = [m for m in panel.control("GET", "/mail")["mail"] if m["kind"] == "declined"]
    assert mail["comment"] == "Nobody came."
    assert mail["occurrence"] is not None


async def test_where_one_meeting_of_a_series_cannot_be_declined(panel: Panel) -> None:
    panel.control("POST", "/behaviour", declineOfOneMeeting=False)
    invite_daily(panel, NINE, 1)
    [meeting] = await read(panel)
    assert await refused(panel.calendar.decline(meeting.id, "Nobody came.")) is Refusal.INVALID


async def test_a_subject_replaced_by_the_organizers_name(panel: Panel) -> None:
    panel.control("PATCH", f"/rooms/{panel.room.address}", deleteSubject=True, addOrganizerToSubject=True)
    panel.control(
        "POST",
        "/outlook/book",
        room=panel.room.address,
        subject="Salary talk",
        start=NINE.isoformat(),
        end=slot(0, 1).end.isoformat(),
    )
    [meeting] = await read(panel)
    assert meeting.organizer == "Mara Lindqvist"
    assert meeting.subject != "Salary talk"


@pytest.mark.parametrize(
    "delay", [{"truncateBody": 40}, {"status": 503}, {"status": 500}, {"status": 410}, {"status": 504}]
)
async def test_trouble_on_the_way_passes(panel: Panel, delay: dict[str, Any]) -> None:
    await read(panel)
    panel.fault(**delay)
    assert isinstance(await failure(panel.calendar.read(DAY, detailed=False)), Transient)
    assert await read(panel) == []


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"value":null}', "<html>"])
async def test_an_answer_that_is_no_list(panel: Panel, body: str) -> None:
    panel.calendar = panel.calendar_with(AsyncHttp(panel.network))  # what is broken on purpose keeps no contract
    panel.fault(body=body)
    assert isinstance(await failure(panel.calendar.read(DAY, detailed=False)), Transient)
    await panel.calendar.close()


async def test_a_mailbox_that_is_none(panel: Panel) -> None:
    for mailbox, access in (("unlicensed", Access.MAILBOX), ("missing", Access.ROOM)):
        panel.control("PATCH", f"/rooms/{panel.room.address}", mailbox=mailbox)
        found = await failure(panel.calendar.read(DAY, detailed=False))
        assert isinstance(found, AccessLost)
        assert found.access is access
    nowhere = Panel(panel.simulator, room="nowhere@contoso.example")
    found = await failure(nowhere.calendar.read(DAY, detailed=False))
    assert isinstance(found, AccessLost)
    assert found.access is Access.ROOM
    await nowhere.close()


# ── signing in ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_signing_in_costs_two_requests_once(panel: Panel) -> None:
    for _ in range(5):
        await read(panel)
    assert panel.entra.exchanges == 2
    assert panel.token_requests() == 1


async def test_a_revoked_token_is_replaced_and_its_challenge_answered(panel: Panel) -> None:
    await read(panel)
    panel.control("POST", "/revoke", what="token")
    assert await read(panel) == []
    assert panel.token_requests() == 2
    asked = [r["body"]["claims"] for r in panel.requests() if "/oauth2/" in r["path"]]
    assert "nbf" not in asked[0]
    assert "nbf" in asked[1]


@pytest.mark.parametrize(
    ("what", "access"),
    [
        ("secret", Access.SECRET_EXPIRED),
        ("app", Access.APPLICATION_DISABLED),
        ("permission", Access.PERMISSION),
    ],
)
async def test_what_was_taken_away_is_named_and_works_again_once_given_back(
    panel: Panel, what: str, access: Access
) -> None:
    panel.control("POST", "/revoke", what=what)
    found = await failure(panel.calendar.read(DAY, detailed=False))
    assert isinstance(found, AccessLost)
    assert found.access is access
    panel.control("POST", "/restore", what=what)
    panel.tokens.try_again()
    assert await read(panel) == []


async def test_a_wrong_secret_is_mended_without_a_restart(panel: Panel) -> None:
    panel.secrets.give("secret", "not-this-one")
    found = await failure(panel.calendar.read(DAY, detailed=False))
    assert found == AccessLost(access=Access.SECRET, code="AADSTS7000215")
    assert panel.token_requests() == 1
    for _ in range(5):
        assert await failure(panel.calendar.read(DAY, detailed=False)) == found
    assert panel.token_requests() == 1
    panel.secrets.give("secret", panel.simulator.client_secret)
    assert await read(panel) == []


async def test_a_wrong_tenant_and_a_wrong_application(panel: Panel) -> None:
    simulator, secrets = panel.simulator, panel.secrets
    origin = simulator.authority_https.rpartition("/")[0]
    for authority, client_id, access in (
        (f"{origin}/elsewhere.example", simulator.client_id, Access.TENANT),
        (simulator.authority_https, "00000000-0000-4000-8000-000000000000", Access.APPLICATION),
    ):
        tokens = EnterpriseApplication(
            authority=authority,
            client_id=client_id,
            credential=Secret(name="secret"),
            secrets=secrets,
            network=panel.network,
        )
        found = await failure(tokens.token())
        assert isinstance(found, AccessLost)
        assert found.access is access
        await tokens.close()


async def test_a_tenant_nobody_vouches_for(panel: Panel) -> None:
    tokens = EnterpriseApplication(
        authority=panel.simulator.authority_https,
        client_id=panel.simulator.client_id,
        credential=Secret(name="secret"),
        secrets=panel.secrets,
        network=Network(),
    )
    found = await failure(tokens.token())
    assert isinstance(found, AccessLost)
    assert found.access is Access.TRUST
    await tokens.close()


@pytest.mark.parametrize("kind", ["pem", "pfx"])
async def test_a_certificate_and_the_next_one(panel: Panel, kind: str) -> None:
    credential = CertificatePem(name="c") if kind == "pem" else CertificatePfx(name="c")
    certified = Panel(panel.simulator, credential)
    made = [(rsa_key(n), certificate(rsa_key(n))) for n in (0, 1)]

    def use(number: int) -> None:
        key, own = made[number]
        certified.secrets.give("c", pem(key, own) if kind == "pem" else pfx(key, own))

    use(0)
    found = await failure(certified.calendar.read(DAY, detailed=False))
    assert isinstance(found, AccessLost)
    assert found.access is Access.CERTIFICATE
    register = pem(*made[1]).decode().partition("-----END PRIVATE KEY-----\n")[2]
    certified.control("POST", "/entra", certificate=register)
    use(1)
    assert await read(certified) == []
    assert "client_secret" not in str([r["body"] for r in certified.requests()][-2:])
    await certified.close()


@pytest.mark.parametrize("number", [90033, 50196, 53003, 65001, 700027, 7000222, 7000112, 90094])
async def test_errors_on_order(panel: Panel, number: int) -> None:
    panel.control("POST", "/entra", error=number)
    found = await failure(panel.tokens.token())
    assert not isinstance(found, Bug)
    assert str(number) in str(found) or isinstance(found, Transient)
    panel.tokens.try_again()
    assert await read(panel) == []


async def test_entra_out_of_order(panel: Panel) -> None:
    for order in ({"status": 503, "retryAfter": 9}, {"drop": "request"}, {"drop": "reply"}, {"truncateBody": 60}):
        panel.fault(**{"path": "/oauth2/", **order})
        found = await failure(panel.calendar.read(DAY, detailed=False))
        assert isinstance(found, Transient), order
    assert await read(panel) == []


async def test_an_hour_of_refused_tokens_costs_one_request_to_graph_each_time(panel: Panel) -> None:
    panel.fault(status=401, count=10)
    for _ in range(4):
        assert isinstance(await failure(panel.calendar.read(DAY, detailed=False)), AccessLost)
    asked = [r for r in panel.requests() if "/users/" in r["path"]]
    assert len(asked) == 5
    assert panel.token_requests() == 5


async def test_other_rooms_are_asked_about_through_this_one(panel: Panel) -> None:
    panel.simulator.reset("demo")
    borealis, cirrus, nowhere = (
        Room(address=f"{name}@contoso.example", name=name, zone=ZONE) for name in ("borealis", "cirrus", "nowhere")
    )
    panel.control("POST", "/outlook/book", room=borealis.address, subject="Salary talk", start=_at(0), end=_at(1))
    panel.control("POST", "/revoke", what="room", room=cirrus.address)
    before = len(panel.requests())
    found = (await panel.calendar.availability([borealis, cirrus, nowhere], DAY)).answers
    assert len([r for r in panel.requests()[before:] if "getSchedule" in r["path"]]) == 1
    assert [(a.address, a.schedule is not None) for a in found] == [
        (borealis.address, True),
        (cirrus.address, True),  # a tenant may tell free and busy of rooms that the panel may not use otherwise
        (nowhere.address, False),
    ]
    assert found[0].schedule is not None
    assert found[0].schedule.busy(DAY) == (slot(0, 1),)
    assert "Salary" not in repr(found)
    panel.control("POST", "/behaviour", scheduleOutsideScope=False)
    known, closed, _ = (await panel.calendar.availability([borealis, cirrus, nowhere], DAY)).answers
    assert (known.schedule is None, closed.schedule, closed.code) == (False, None, "5016")


def _at(hours: float) -> str:
    return slot(0, hours).end.isoformat()
