"""The fakes of the hardware around the glass keep its contract."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.adapters.surroundings_contract import BacklightContract, LightContract, PresenceContract
from tests.fakes import FakeBacklight, FakePresence, FakeStatusLight


class Bench:
    def __init__(self, port: object) -> None:
        self.port = port

    def __getattr__(self, name: str) -> object:
        return getattr(self.port, name)

    def run(self, story: Callable[[], Awaitable[None]]) -> None:
        async def main() -> None:
            await story()

        asyncio.run(main())


class TestBacklight(BacklightContract):
    @pytest.fixture
    def bench(self) -> Bench:
        return Bench(FakeBacklight())


class TestLight(LightContract):
    @pytest.fixture
    def bench(self) -> Bench:
        return Bench(FakeStatusLight())


class TestPresence(PresenceContract):
    @pytest.fixture
    def bench(self) -> Bench:
        return Bench(FakePresence())
