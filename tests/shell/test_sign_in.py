"""The engine and a person who signs in: fetched, shown, dropped, and read at once afterwards."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.core.freshness import Live
from roomdisplay.core.interval import Instant
from roomdisplay.core.machine import State
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.sign_in import Code, Ending, SignIn
from roomdisplay.ports import Failed
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.intents import GlassIntents
from tests.fakes import FakeCalendar

ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("Europe/Berlin"))
CODE = Code(user_code="HKQ7RXWPB", address="https://microsoft.com/devicelogin", seconds=900.0)
SIGNED_OUT = AccessLost(access=Access.SIGN_IN)


class StandingStill:
    def now(self) -> Instant:
        return Instant(wall=datetime(2026, 11, 24, 11, tzinfo=UTC), mono=1000.0)

    def watch(self, loop: asyncio.AbstractEventLoop, jumped: Callable[[], None]) -> Callable[[], None]:
        return lambda: None


class Person:
    """Behind the CodeSignIn port: comes to the panel when told to."""

    def __init__(self, calendar: FakeCalendar) -> None:
        self.calendar = calendar
        self.arrived = asyncio.Event()
        self.ending: Ending | Exception = Ending.APPROVED
        self.fetched = 0
        self.left_alone = 0

    async def fetch(self) -> Code:
        self.fetched += 1
        return CODE

    async def outcome(self) -> Ending:
        try:
            await self.arrived.wait()
        except asyncio.CancelledError:
            self.left_alone += 1
            raise
        self.arrived.clear()
        if isinstance(self.ending, Exception):
            raise self.ending
        self.calendar.restore()
        return self.ending


async def story(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    clock, calendar, store = StandingStill(), FakeCalendar(), SqliteStore(folder / "panel.sqlite")
    calendar.fail(SIGNED_OUT, times=None)
    person = Person(calendar)
    state = State(room=ROOM, policy=Policy(), now=clock.now(), sign_in=SignIn())
    engine = Engine(state=state, store=store, clock=clock, show=lambda _: None)
    intents = GlassIntents(engine, clock)

    def sign_in(state: State) -> SignIn:
        assert state.sign_in is not None
        return state.sign_in

    engine.start(store.load(ROOM.address))
    engine.attach(asyncio.get_running_loop(), lambda _: calendar, person)
    async with asyncio.timeout(10):
        await engine.until(lambda state: sign_in(state).code == CODE)
        intents.do_not_sign_in()
        await engine.until(lambda state: not sign_in(state).on_screen)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert (person.fetched, person.left_alone) == (1, 1)

        for ending, lost in (
            (Failed(AccessLost(access=Access.DECLINED)), AccessLost(access=Access.DECLINED)),
            (RuntimeError("odd"), AccessLost(access=Access.DECLINED)),
        ):
            person.ending = ending
            intents.sign_in()
            await engine.until(lambda state: sign_in(state).code == CODE)
            person.arrived.set()
            await engine.until(lambda state: sign_in(state).code is None)
            assert engine.state.access_lost == lost

        person.ending = Ending.APPROVED
        intents.do_not_sign_in()
        intents.sign_in()
        await engine.until(lambda state: sign_in(state).code == CODE)
        person.arrived.set()
        await engine.until(lambda state: isinstance(state.freshness, Live))
        assert engine.state.access_lost is None
    await engine.close()
    store.close()
    assert "The service account is signed in" in caplog.text
    assert CODE.user_code not in caplog.text


def test_a_person_comes_and_goes_and_signs_in(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    asyncio.run(story(tmp_path, caplog))
