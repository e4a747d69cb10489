"""The WOX server as a panel's own client meets it: the contract of the port."""

import hashlib
from collections.abc import AsyncGenerator
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from roomdisplay.adapters.secrets.given import GivenSecrets
from roomdisplay.adapters.wox import WoxClient
from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import Booking, CommandKind, Heartbeat, Origin, Update, UpdateStage
from roomdisplay.ports import WoxServer
from roomdisplay.wox_server import badges, bookings, panels, problems, releases, rollouts, rooms, schema, settings
from roomdisplay.wox_server.bookings import Host
from roomdisplay.wox_server.settings import Level, Scope
from tests.adapters.wox_contract import FarSide, WoxContract
from tests.wox_server.building import add
from tests.wox_server.running import Running

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class ServerFarSide:
    def __init__(self, server: Running, wox: WoxClient, panel: int) -> None:
        self._server = server
        self._wox = wox
        self._panel = panel

    @property
    def wox(self) -> WoxServer:
        return self._wox

    async def request(self, subject: str, interval: Interval) -> str:
        with self._server.database.writing() as writing:
            made = bookings.request(
                writing,
                room_id=self._server.building.aurora,
                id=str(uuid4()),
                interval=interval,
                subject=subject,
                host=Host(person_id=self._server.building.ada, name="Ada Lovelace"),
                is_private=False,
                origin=Origin.PORTAL,
                now=self._server.serving.now(),
            )
        return made.id

    async def withdraw(self, booking_id: str) -> None:
        with self._server.database.writing() as writing:
            bookings.cancel(writing, booking_id, self._server.serving.now())

    async def put_elsewhere(self, booking: Booking) -> None:
        with self._server.database.writing() as writing:
            bookings.put(writing, self._server.building.borealis, booking, self._server.serving.now())

    async def set(self, name: str, value: object) -> None:
        with self._server.database.writing() as writing:
            settings.change(writing, Scope(level=Level.ROOM, id=self._server.building.aurora), {name: value})

    async def announce(self, text: str | None) -> None:
        with self._server.database.writing() as writing:
            rooms.warn(writing, self._server.building.berlin, text)

    async def want(self, kind: CommandKind) -> str:
        with self._server.database.writing() as writing:
            return panels.order(writing, self._panel, kind, self._server.serving.now())

    async def answer_to(self, command_id: str) -> bytes | str | None:
        with self._server.database.reading() as connection:
            ordered = panels.ordered(connection, command_id)
        if ordered.answered_at is None:
            return None
        return ordered.error or ordered.result or b""

    async def last_picture(self) -> bytes | None:
        with self._server.database.reading() as connection:
            taken = panels.last_orders(connection, self._panel).get(CommandKind.SCREENSHOT)
        return None if taken is None else taken.result

    async def last_heartbeat(self) -> Heartbeat | None:
        with self._server.database.reading() as connection:
            told = panels.find(connection, self._panel).heartbeat
        if told is None:
            return None
        ends, update = told["certificateEnds"], told["update"]
        return Heartbeat(
            at=datetime.fromisoformat(told["at"]),
            version=told["version"],
            started_at=datetime.fromisoformat(told["startedAt"]),
            link=told["link"],
            data_age=told["dataAgeSeconds"],
            certificate_ends=None if ends is None else datetime.fromisoformat(ends),
            pending=told["pending"],
            faults=tuple(told["faults"]),
            architecture=told["architecture"],
            update=update
            and Update(offer=update["offer"], stage=UpdateStage(update["stage"]), reason=update["reason"]),
        )

    async def offer(self, version: str, bundle: bytes) -> str:
        serve = self._server.serving
        digest = hashlib.sha256(bundle).hexdigest()
        serve.shelf.folder.mkdir(exist_ok=True)
        serve.shelf.file(digest).write_bytes(bundle)
        checked = releases.Checked(version=version, architecture="x86_64", digest=digest, size=len(bundle))
        with self._server.database.writing() as writing:
            releases.add(writing, checked, serve.now())
            rollouts.begin(writing, version, [self._panel], timedelta(hours=1), serve.now())
            rollout = rollouts.latest(writing.connection)
            assert rollout is not None
            return rollouts.standings(writing.connection, rollout)[0].id

    async def photograph(self, photo: bytes | None) -> None:
        with self._server.database.writing() as writing:
            rooms.change_photo(writing, self._server.building.aurora, photo)

    async def reported(self) -> list[str]:
        with self._server.database.reading() as connection:
            found = problems.of_rooms(connection, [self._server.building.aurora])
        return [problem.report.id for problem in found]

    async def admit(self, name: str, *, badge: str, pin: str) -> str:
        with self._server.database.writing() as writing:
            id = add(writing, schema.person, email=f"{uuid4().hex}@contoso.example", name=name)
            badges.set_badge(writing, id, badge)
            badges.set_pin(writing, id, pin)
        return str(id)

    async def unpair(self) -> None:
        with self._server.database.writing() as writing:
            panels.revoke(writing, self._panel, self._server.serving.now())


class TestTheServer(WoxContract):
    @pytest.fixture
    async def far(self, server: Running) -> AsyncGenerator[FarSide]:
        panel, token = server.add_panel(server.building.aurora)
        wox = WoxClient(server=server.url, token="wox-token", secrets=GivenSecrets({"wox-token": token}))
        yield ServerFarSide(server, wox, panel)
        await wox.close()
