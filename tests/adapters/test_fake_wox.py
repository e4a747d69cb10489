"""The stand-in server keeps the contract too, or tests that use it prove nothing."""

import hashlib
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from roomdisplay.config.catalogue import understood
from roomdisplay.core.failure import Access, AccessLost, Refusal
from roomdisplay.core.interval import Interval
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.wox import Booking, CommandKind, Heartbeat, Offer, Person, RoomSettings
from roomdisplay.ports import WoxServer
from tests.adapters.wox_contract import FarSide, WoxContract
from tests.fakes import FakeWox

pytestmark = pytest.mark.anyio
BERLIN = ZoneInfo("Europe/Berlin")
ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=BERLIN)


class FakeFarSide:
    def __init__(self) -> None:
        self._settings = RoomSettings(room=ROOM, policy=Policy())
        self.fake = FakeWox(settings=self._settings)
        self._elsewhere: set[str] = set()
        self.fake.refuse = lambda booking: Refusal.INVALID if booking.id in self._elsewhere else None

    @property
    def wox(self) -> WoxServer:
        return self.fake

    async def request(self, subject: str, interval: Interval) -> str:
        return self.fake.book(str(uuid4()), interval, subject).id

    async def withdraw(self, booking_id: str) -> None:
        self.fake.cancel(booking_id)

    async def put_elsewhere(self, booking: Booking) -> None:
        self._elsewhere.add(booking.id)

    async def set(self, name: str, value: object) -> None:
        self._change(replace(self._settings, policy=understood({name: value}, BERLIN).policy))

    async def announce(self, text: str | None) -> None:
        self._change(replace(self._settings, emergency=text))

    def _change(self, settings: RoomSettings) -> None:
        self._settings = settings
        self.fake.set(settings)

    async def want(self, kind: CommandKind) -> str:
        id = str(uuid4())
        self.fake.command(id, kind)
        return id

    async def answer_to(self, command_id: str) -> bytes | str | None:
        return self.fake.results.get(command_id)

    async def last_picture(self) -> bytes | None:
        return self.fake.pictures[-1] if self.fake.pictures else None

    async def last_heartbeat(self) -> Heartbeat | None:
        return max(self.fake.beats, key=lambda beat: beat.at, default=None)

    async def offer(self, version: str, bundle: bytes) -> str:
        digest = hashlib.sha256(bundle).hexdigest()
        self.fake.bundles[digest] = bundle
        self.fake.offer = Offer(id=str(uuid4()), version=version, size=len(bundle), digest=digest)
        return self.fake.offer.id

    async def photograph(self, photo: bytes | None) -> None:
        self.fake.picture = photo
        digest = "" if photo is None else hashlib.sha256(photo).hexdigest()
        self._change(replace(self._settings, room=replace(self._settings.room, photo=digest)))

    async def reported(self) -> list[str]:
        return list(self.fake.reports)

    async def admit(self, name: str, *, badge: str, pin: str) -> str:
        person = Person(id=str(uuid4()), name=name)
        self.fake.people |= {badge: person, pin: person}
        return person.id

    async def unpair(self) -> None:
        self.fake.down = AccessLost(access=Access.SIGN_IN, code="notPaired")


class TestTheStandIn(WoxContract):
    @pytest.fixture
    def far(self) -> FarSide:
        return FakeFarSide()
