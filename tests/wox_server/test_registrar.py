"""The server registers panels' certificates in Entra: real adapters against the simulated tenant."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from roomdisplay.adapters.certificates import self_signed
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.config.settings import CertificatePem, ClientSecret, Credential, Office365
from roomdisplay.ports import Failed
from roomdisplay.shell.link import ApplicationLink, application_link
from roomdisplay.simulator.server import Simulator, running_simulator
from roomdisplay.wox_server import keys, panels
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.keys import PanelKey, Unusable
from roomdisplay.wox_server.registrar import Registrar
from roomdisplay.wox_server.schema import Complaint
from roomdisplay.wox_server.transactions import Transactions
from tests.wox_server.building import build

NOW = datetime.now(UTC)


@cache
def certificate(number: int) -> tuple[str, str]:
    """Key and certificate; and the certificate alone."""
    return self_signed(f"panel {number}", NOW)


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running_simulator("quiet") as started:
        yield started


class Building:
    """A server that holds the certificate numbered 0, a tenant that has registered it, and panels in a database."""

    def __init__(self, simulator: Simulator, database: Database) -> None:
        simulator.reset("quiet")
        self.simulator = simulator
        self.database = database
        self.transactions = Transactions(database)
        self.room = build(database).aurora
        self.entra(certificate=certificate(0)[1], directoryPermission="Application.Read.All")
        self.now = NOW

    def entra(self, **order: Any) -> None:
        httpx.post(f"{self.simulator.control}/entra", json=order).raise_for_status()

    def fault(self, **order: Any) -> None:
        httpx.post(f"{self.simulator.control}/faults", json=order).raise_for_status()

    def link(self, credential: Credential | None = None) -> ApplicationLink:
        office365 = Office365(
            tenant=self.simulator.tenant_id,
            client_id=self.simulator.client_id,
            credential=credential or CertificatePem(pem="own"),
            authority=self.simulator.authority_https,
            graph=self.simulator.graph,
            ca_file=Path(self.simulator.ca_file),
        )
        secrets = GivenSecrets({"own": certificate(0)[0], "secret": self.simulator.client_secret})
        named = office365.credential
        assert isinstance(named, CertificatePem | ClientSecret)
        return application_link(office365, named, secrets)

    def panel(self, number: int) -> int:
        with self.database.writing() as writing:
            id, _ = panels.add(writing, self.room, serial=f"RD-{number}", now=self.now)
            keys.offer(writing, id, certificate(number)[1], self.now)
        return id

    def revoke(self, id: int) -> None:
        with self.database.writing() as writing:
            panels.revoke(writing, id, self.now)

    def of(self, id: int) -> list[PanelKey]:
        with self.database.reading() as connection:
            return keys.of(connection, id, self.now)

    def left(self) -> list[PanelKey]:
        with self.database.reading() as connection:
            return keys.left_over(connection, self.now)

    def in_force(self) -> set[str]:
        """Who signs in, by the names of the keys; the server's own has none."""
        return self.simulator.call(lambda tenant: {key.name or "server" for key in tenant.entra.keys_in_force})

    def reconcile(self, times: int = 1, **options: Any) -> Exception | None:
        """What it raised last."""

        async def run() -> Exception | None:
            link, raised = self.link(), None
            assert link.keys is not None
            registrar = Registrar(link.keys, link.own_thumbprint, self.transactions, lambda: self.now, **options)
            try:
                for _ in range(times):
                    try:
                        raised = None
                        await registrar.reconcile()
                    except Failed as failed:
                        raised = failed
                return raised
            finally:
                await link.keys.close()
                await link.tokens.close()

        return asyncio.run(run())


@pytest.fixture
def building(simulator: Simulator, tmp_path: Path) -> Iterator[Building]:
    """On SQLite."""
    with closing(Database(f"sqlite:///{tmp_path / 'wox.sqlite'}")) as database:
        database.migrate()
        yield Building(simulator, database)


def test_a_paired_panels_key_is_registered(simulator: Simulator, database: Database) -> None:
    building = Building(simulator, database)
    id = building.panel(1)
    assert building.of(id)[0].registered_at is None
    assert building.reconcile() is None
    assert building.in_force() == {"server", "Room Display RD-1"}
    assert building.of(id)[0].registered_at == building.now


def test_a_revoked_panels_key_is_removed_and_forgotten_once_that_is_seen(
    simulator: Simulator, database: Database
) -> None:
    building = Building(simulator, database)
    id = building.panel(1)
    building.reconcile()
    building.revoke(id)
    building.reconcile()
    assert building.in_force() == {"server"}
    building.reconcile()
    assert building.of(id) == []


def test_without_a_permission_it_says_which(building: Building) -> None:
    building.entra(directoryPermission="none")
    id = building.panel(1)
    assert building.reconcile() is not None
    assert building.of(id)[0].complaint is Complaint.PERMISSION
    building.entra(directoryPermission="Application.Read.All")
    assert building.reconcile() is None
    (key,) = building.of(id)
    assert (key.complaint, key.registered_at) == (None, building.now)


def test_a_client_secret_registers_nothing(building: Building) -> None:
    assert building.link(ClientSecret(secret="secret")).keys is None


def test_what_could_not_be_removed_is_told_until_it_is(building: Building) -> None:
    """Across restarts: each look here is that of a process that knows nothing of those before."""
    id = building.panel(1)
    building.reconcile()
    building.fault(path="removeKey", status=503)
    building.revoke(id)
    for _ in range(2):
        assert building.reconcile() is not None
    (left,) = building.left()
    assert (left.serial, left.complaint) == ("RD-1", Complaint.UNREACHABLE)
    httpx.delete(f"{building.simulator.control}/faults")
    assert building.reconcile() is None
    assert building.in_force() == {"server"}
    building.reconcile()
    assert building.left() == []


@pytest.mark.parametrize("drop", ["request", "reply"])
@pytest.mark.parametrize("action", ["addKey", "removeKey"])
def test_an_answer_that_is_lost(building: Building, action: str, drop: str) -> None:
    id = building.panel(1)
    if action == "removeKey":
        building.reconcile()
        building.revoke(id)
    building.fault(path=action, drop=drop, count=1)
    assert building.reconcile() is not None
    building.reconcile(2)
    assert building.in_force() == ({"server", "Room Display RD-1"} if action == "addKey" else {"server"})
    count = building.simulator.call(lambda tenant: len(tenant.entra.keys_in_force))
    assert count == len(building.in_force()), "none of them twice"


@pytest.mark.parametrize("status", [429, 409, 500])
def test_throttled_or_in_conflict_it_comes_again(building: Building, status: int) -> None:
    building.panel(1)
    building.fault(path="addKey", status=status, code="Directory_ConcurrencyViolation", count=1)
    assert building.reconcile() is not None
    assert building.reconcile() is None
    assert building.in_force() == {"server", "Room Display RD-1"}


def test_one_that_is_refused_does_not_hold_up_the_others(building: Building) -> None:
    first, second = building.panel(1), building.panel(2)
    building.fault(path="addKey", status=400, code="Request_BadRequest", count=1)
    assert building.reconcile() is not None
    assert {bool(building.of(id)[0].registered_at) for id in (first, second)} == {True, False}
    assert {building.of(id)[0].complaint for id in (first, second)} == {None, Complaint.REFUSED}


def test_several_that_come_at_once_lose_nothing(building: Building) -> None:
    """Each change is of one key: two servers that do not know of each other lose none; what is twice is mended."""
    for number in range(1, 4):
        building.panel(number)

    async def run() -> None:
        links = [building.link(), building.link()]
        registrars = [
            Registrar(link.keys, link.own_thumbprint, building.transactions, lambda: building.now)
            for link in links
            if link.keys is not None
        ]
        await asyncio.gather(*(one.reconcile() for one in registrars))
        for link in links:
            assert link.keys is not None
            await link.keys.close()
            await link.tokens.close()

    asyncio.run(run())
    building.reconcile()
    everybody = {"server", *(f"Room Display RD-{number}" for number in range(1, 4))}
    assert building.in_force() == everybody
    assert building.simulator.call(lambda tenant: len(tenant.entra.keys_in_force)) == 4


def test_reads_that_lag_behind_lead_to_nothing_twice(building: Building) -> None:
    building.entra(keyPropagationSeconds=3600)
    # the server's own key has been there for long
    id = building.panel(1)
    building.reconcile(3)
    assert building.simulator.call(lambda tenant: len(tenant.entra.keys_in_force)) == 2
    building.revoke(id)

    def gone() -> bool:
        return building.in_force() == {"server"}

    building.entra(keyPropagationSeconds=0)
    building.reconcile()
    assert gone()
    building.entra(keyPropagationSeconds=3600)
    building.reconcile(3)
    assert gone()


def test_somebody_replaces_the_whole_collection(building: Building) -> None:
    id = building.panel(1)
    building.reconcile()

    def replaced(tenant: Any) -> None:
        for key in tenant.entra.keys_in_force:
            if key.name:
                tenant.entra.remove_key(key)

    building.simulator.call(replaced)
    building.reconcile()
    assert building.in_force() == {"server", "Room Display RD-1"}
    assert building.of(id)[0].registered_at is not None


def test_what_an_administrator_uploaded_is_known_and_taken_out_again(building: Building) -> None:
    building.entra(certificate=certificate(1)[1])
    id = building.panel(1)
    building.reconcile()
    assert building.of(id)[0].registered_at is not None
    assert building.simulator.call(lambda tenant: len(tenant.entra.keys_in_force)) == 2
    building.revoke(id)
    building.reconcile()
    assert building.simulator.call(lambda tenant: len(tenant.entra.keys_in_force)) == 1


def test_the_servers_own_certificate_is_nobodys_to_take_out(building: Building) -> None:
    with building.database.writing() as writing:
        id, _ = panels.add(writing, building.room, serial="RD-9", now=building.now)
        keys.offer(writing, id, certificate(0)[1], building.now)
    building.revoke(id)
    building.reconcile(2)
    assert building.in_force() == {"server"}
    assert building.left() == []


def test_a_full_application(building: Building) -> None:
    building.entra(keyLimit=1)
    id = building.panel(1)
    assert building.reconcile() is not None
    assert building.of(id)[0].complaint is Complaint.FULL


def test_a_renewed_one_is_there_before_the_old_one_goes(building: Building) -> None:
    id = building.panel(1)
    building.reconcile()
    with building.database.writing() as writing:
        fresh = keys.offer(writing, id, certificate(2)[1], building.now + timedelta(seconds=1))
    building.reconcile()
    assert building.simulator.call(lambda tenant: len(tenant.entra.keys_in_force)) == 3
    with building.database.writing() as writing:
        keys.retire_others(writing, id, fresh.thumbprint, building.now)
    building.reconcile(2)
    assert building.simulator.call(lambda tenant: len(tenant.entra.keys_in_force)) == 2
    assert [key.thumbprint for key in building.of(id)] == [fresh.thumbprint]


@pytest.mark.parametrize(
    ("pem", "at"),
    [
        (lambda: "no certificate", timedelta()),
        (lambda: certificate(1)[1], timedelta(days=800)),
        (lambda: certificate(1)[1], -timedelta(days=2)),
    ],
    ids=["none", "ended", "not yet"],
)
def test_what_is_no_certificate_for_entra(building: Building, pem: Callable[[], str], at: timedelta) -> None:
    with building.database.writing() as writing:
        id, _ = panels.add(writing, building.room, serial="RD-9", now=building.now)
        with pytest.raises(Unusable):
            keys.offer(writing, id, pem(), building.now + at)


def test_it_runs_by_itself(building: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    """And after a failure, and within seconds."""
    monkeypatch.setattr("roomdisplay.wox_server.registrar.LOOK_EVERY", 0.05)
    monkeypatch.setattr("roomdisplay.wox_server.registrar.SETTLING_EVERY", 0.05)
    monkeypatch.setattr("roomdisplay.wox_server.registrar.AGAIN_FIRST", 0.05)
    building.fault(path="addKey", status=500, count=2)

    async def run() -> None:
        async with registering(building):
            id = await asyncio.to_thread(building.panel, 1)
            await until(lambda: building.in_force() == {"server", "Room Display RD-1"})
            await asyncio.to_thread(building.revoke, id)
            await until(lambda: building.in_force() == {"server"} and not building.of(id))

    asyncio.run(run())


def test_a_new_key_does_not_wait_for_what_is_tried_again_later(
    building: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that could not be registered the first time, and one that was taken out and may still be read."""
    monkeypatch.setattr("roomdisplay.wox_server.registrar.LOOK_EVERY", 0.05)

    async def run() -> None:
        async with registering(building):
            first = await asyncio.to_thread(building.panel, 1)
            await until(lambda: building.in_force() == {"server", "Room Display RD-1"})
            await asyncio.to_thread(building.revoke, first)
            await until(lambda: building.in_force() == {"server"})
            assert building.of(first), "not forgotten until a look tells that it is gone"
            building.fault(path="addKey", status=500, count=1)
            await asyncio.to_thread(building.panel, 2)
            await asyncio.sleep(1)
            assert building.in_force() == {"server"}
            await asyncio.to_thread(building.panel, 3)
            await until(lambda: building.in_force() == {"server", "Room Display RD-2", "Room Display RD-3"})

    asyncio.run(run())


@asynccontextmanager
async def registering(building: Building) -> AsyncGenerator[None]:
    """The registrar runs by itself as long as the block lasts."""
    link = building.link()
    assert link.keys is not None
    registrar = Registrar(link.keys, link.own_thumbprint, building.transactions, lambda: building.now)
    task = asyncio.create_task(registrar.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await link.keys.close()
        await link.tokens.close()


async def until(wanted: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not await asyncio.to_thread(wanted):  # noqa: ASYNC110 - in another thread, another process
            await asyncio.sleep(0.02)


def test_old_certificates_come_along_with_the_migration(tmp_path: Path) -> None:
    """Of a database from before there was a table of keys."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import text

    from roomdisplay.wox_server import database as module

    with closing(Database(f"sqlite:///{tmp_path / 'old.sqlite'}")) as old:
        config = Config()
        config.set_main_option("script_location", str(Path(module.__file__).with_name("migrations")))
        with old.engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "0002")
            connection.commit()
        room = build(old).aurora
        with old.engine.begin() as connection:
            connection.execute(
                text(
                    "INSERT INTO panel (room_id, serial, token_hash, made_at, certificate)"
                    " VALUES (:room, 'RD-1', 'x', '2026-11-22 09:00:00', :pem)"
                ),
                {"room": room, "pem": certificate(1)[1]},
            )
        old.migrate()
        with old.reading() as connection:
            (key,) = keys.everything(connection, NOW)
        assert (key.serial, key.certificate, key.is_wanted) == ("RD-1", certificate(1)[1], True)
