"""The hardware around the glass follows the state; what goes wrong with it is told once, and its recovery once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.core.machine import FeedTold, Noticed, State
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.screen import Screen
from roomdisplay.core.signal import DARK, FLASH, GREEN, RED, WHITE
from roomdisplay.core.wox import Feed, RoomSettings
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.ports import Backlight, Presence, StatusLight
from roomdisplay.shell import surroundings
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.surroundings import FAINT, Devices, Surroundings
from tests.fakes import FakeBacklight, FakeCalendar, FakePresence, FakeStatusLight, FakeWox
from tests.shell.test_engine import SetClock

ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("Europe/Berlin"))
NIGHT = datetime(2026, 11, 24, 22, tzinfo=UTC)


class Bench:
    """An engine and what lies around the glass; the clock stands still unless it is told to go."""

    def __init__(self, path: Path, *, wall: datetime | None = None, policy: Policy | None = None) -> None:
        self.clock = SetClock()
        if wall is not None:
            self.clock.instant = replace(self.clock.instant, wall=wall)
        self.calendar = FakeCalendar(clock=lambda: self.clock.now().wall)
        self.wox = FakeWox()
        state = State(room=ROOM, policy=policy or Policy(), now=self.clock.now(), wox=WoxSide())
        self.store = SqliteStore(path)
        self.engine = Engine(state=state, store=self.store, clock=self.clock, show=lambda _: None)
        self.backlight, self.light, self.presence = FakeBacklight(), FakeStatusLight(), FakePresence()
        self.dims: list[bool] = []

    def noticed(self) -> None:
        self.engine.post(Noticed(now=self.clock.now()))

    def alarm(self, text: str | None) -> None:
        told = RoomSettings(room=ROOM, policy=self.engine.state.policy, emergency=text)
        self.engine.post(FeedTold(now=self.clock.now(), feed=Feed(cursor="1", settings=told)))

    def run(
        self,
        story: Callable[[], Awaitable[None]],
        *,
        backlight: Backlight | None = None,
        light: StatusLight | None = None,
        presence: Presence | None = None,
    ) -> None:
        async def main() -> None:
            self.engine.attach(asyncio.get_running_loop(), {ROOM: self.calendar}.__getitem__, wox=self.wox)
            self.engine.start(self.store.load(ROOM.address))
            devices = Devices(backlight=backlight, light=light, presence=presence)
            running = asyncio.create_task(
                Surroundings(devices, self.engine, dims=self.dims.append, noticed=self.noticed).run()
            )
            try:
                async with asyncio.timeout(10):
                    await self.engine.until(lambda state: state.read_at is not None)
                    await story()
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)
                await self.engine.close()
                self.store.close()

        asyncio.run(main())


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "panel.sqlite")


@pytest.fixture
def night(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "panel.sqlite", wall=NIGHT)


async def until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110  devices do not call back
        await asyncio.sleep(0.01)


def test_the_backlight_follows_the_screen(night: Bench) -> None:
    async def story() -> None:
        await until(lambda: night.backlight.told == [0.1])
        night.noticed()
        await until(lambda: night.backlight.told == [0.1, 1.0])
        night.clock.go(121)
        night.engine.tick()
        await until(lambda: night.backlight.told == [0.1, 1.0, 0.1])
        night.alarm("Leave the building.")
        await until(lambda: night.backlight.told == [0.1, 1.0, 0.1, 1.0])

    night.run(story, backlight=night.backlight)
    assert set(night.dims) == {True}


def test_off_is_off_and_a_panel_that_ends_leaves_a_screen_that_can_be_read(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "panel.sqlite", wall=NIGHT, policy=Policy(off_outside_hours=True, brightness=80))

    async def story() -> None:
        await until(lambda: bench.backlight.told == [0.0])

    bench.run(story, backlight=bench.backlight, light=bench.light)
    assert bench.backlight.told == [0.0, 0.8]
    assert bench.light.told[-1] == DARK


def test_the_light_says_what_the_screen_says(bench: Bench) -> None:
    async def story() -> None:
        await until(lambda: bench.light.told[-1:] == [GREEN])
        bench.alarm("Leave the building.")
        await until(lambda: RED in bench.light.told)
        # over and over, as the pattern has it
        await until(lambda: bench.light.told.count(RED) >= 3)
        assert DARK in bench.light.told[bench.light.told.index(RED) :]
        bench.alarm(None)
        await until(lambda: bench.light.told[-1] == GREEN)

    bench.run(story, light=bench.light)
    assert len(FLASH) == 2


def test_before_anything_is_known_the_light_claims_nothing(bench: Bench) -> None:
    async def story() -> None:
        await until(lambda: GREEN in bench.light.told)
        assert set(bench.light.told[: bench.light.told.index(GREEN)]) <= {WHITE, DARK}

    bench.calendar.latency = 0.1
    bench.run(story, light=bench.light)


def test_at_night_the_light_is_faint(night: Bench) -> None:
    async def story() -> None:
        await until(lambda: night.light.told[-1:] == [GREEN.dimmed(FAINT)])
        night.noticed()
        await until(lambda: night.light.told[-1] == GREEN)

    night.run(story, light=night.light)


def test_who_comes_near_wakes_the_screen(night: Bench) -> None:
    async def story() -> None:
        assert night.engine.state.screen is Screen.DIMMED
        night.presence.come_near()
        await night.engine.until(lambda state: state.screen is Screen.LIT)

    night.run(story, presence=night.presence)
    assert night.presence.is_closed


def test_what_is_not_there_is_silent(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        await until(lambda: bench.dims == [False])
        await asyncio.sleep(0.05)

    for device in (bench.backlight, bench.light, bench.presence):
        device.unplug()
    bench.run(story, backlight=bench.backlight, light=bench.light, presence=bench.presence)
    assert not [r for r in caplog.records if r.name == surroundings.log.name]


@pytest.mark.parametrize("kind", ["backlight", "light", "presence"])
@pytest.mark.parametrize(
    ("wrong", "said"), [("refuse", "it refuses"), ("unplug", "it is gone")], ids=["refuses", "vanishes"]
)
def test_what_goes_wrong_is_told_once_and_its_recovery_once(
    bench: Bench, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, kind: str, wrong: str, said: str
) -> None:
    monkeypatch.setattr(surroundings, "AGAIN", 0.02)
    caplog.set_level(logging.INFO, surroundings.log.name)
    device: FakeBacklight | FakeStatusLight | FakePresence = getattr(bench, kind)

    def lines() -> list[str]:
        return [r.getMessage() for r in caplog.records if r.name == surroundings.log.name]

    async def story() -> None:
        await asyncio.sleep(0.1)
        assert lines() == []
        getattr(device, wrong)()
        bench.alarm("Leave the building.")
        await until(lambda: len(lines()) == 1)
        await asyncio.sleep(0.2)
        assert len(lines()) == 1
        device.mend()
        await until(lambda: len(lines()) == 2)
        await asyncio.sleep(0.2)

    bench.run(story, **{kind: device})  # pyright: ignore[reportArgumentType]
    went, came = lines()
    assert said in went
    assert "`roomdisplay doctor`" in went
    assert came.endswith("works again")


def test_a_bus_that_hangs_does_not_hang_the_panel(
    bench: Bench, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    monkeypatch.setattr(surroundings, "PATIENCE", 0.05)
    released = threading.Event()

    class Hanging:
        def shine(self, share: float) -> None:
            if threading.current_thread() is not threading.main_thread():
                released.wait(5)

    async def story() -> None:
        await until(lambda: bench.dims == [False])
        bench.engine.tick()
        released.set()

    bench.run(story, backlight=Hanging())
    assert "The backlight cannot be used: it does not answer" in caplog.text


def test_without_a_room_the_backlight_follows_the_screen_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "LOOK_EVERY", 0.01)
    backlight, dims, wanted = FakeBacklight(), list[bool](), [1.0]

    async def main() -> None:
        shining = asyncio.create_task(surroundings.keep_shining(backlight, lambda: wanted[0], dims.append))
        for share in (1.0, 0.1, 0.0):
            wanted[0] = share
            await until(lambda share=share: backlight.told[-1:] == [share])
        shining.cancel()
        await asyncio.gather(shining, return_exceptions=True)

    asyncio.run(asyncio.wait_for(main(), 10))
    assert backlight.told == [1.0, 0.1, 0.0, 1.0], "and a panel that ends leaves a screen that can be read"
    assert dims == [True, True, True]


def test_without_a_room_who_comes_near_is_noticed_too() -> None:
    async def main() -> None:
        presence, noticed = FakePresence(), list[bool]()
        watching = asyncio.create_task(surroundings.keep_watch(presence, lambda: noticed.append(True)))
        for times in (1, 2):
            presence.come_near()
            await until(lambda times=times: len(noticed) == times)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        assert presence.is_closed

    asyncio.run(asyncio.wait_for(main(), 10))
