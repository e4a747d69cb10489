"""The hardware around the glass: backlight and status light follow the state, and people who come near wake the screen.

What is not there is no error. What was there and is gone, or refuses, is logged once, and once when it is back.
Imported after the first frame.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from msgspec import Struct

from roomdisplay.core.machine import State
from roomdisplay.core.screen import Screen, brightness
from roomdisplay.core.signal import DARK, Colour, Signal, signal
from roomdisplay.ports import Absent, Backlight, Failed, Presence, StatusLight, Voice
from roomdisplay.shell.engine import Engine

log = logging.getLogger(__name__)

AGAIN = 30.0
"""Seconds until something is set again even where nothing has changed: it may have been plugged in meanwhile."""
LOOK_EVERY = 0.25
PATIENCE = 5.0
"""Seconds for one write; a bus may hang."""
FAINT = 0.3
"""Of the status light while the screen is not lit."""


class Devices(Struct, frozen=True, kw_only=True):
    """What the configuration wants to be used; None: not that."""

    backlight: Backlight | None = None
    light: StatusLight | None = None
    presence: Presence | None = None
    voice: Voice | None = None


class Surroundings:
    """`run` goes on until it is cancelled, and leaves the screen lit and the light dark. `dims` hears whether the
    backlight can be set, so that nothing else needs to darken the screen; `noticed`, that somebody has come near."""

    def __init__(
        self, devices: Devices, engine: Engine, *, dims: Callable[[bool], None], noticed: Callable[[], None]
    ) -> None:
        self._devices = devices
        self._engine = engine
        self._dims = dims
        self._noticed = noticed

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            if self._devices.backlight is not None:
                tasks.create_task(self._keep_backlight(self._devices.backlight))
            if self._devices.light is not None:
                tasks.create_task(self._keep_light(self._devices.light))
            if self._devices.presence is not None:
                tasks.create_task(keep_watch(self._devices.presence, self._noticed))

    async def _keep_backlight(self, backlight: Backlight) -> None:
        told = _Told("The backlight")
        try:
            while True:
                wanted = _brightness(self._engine.state)
                self._dims(await told.done(_set(backlight.shine, wanted)))
                await self._until(lambda state, wanted=wanted: _brightness(state) != wanted, AGAIN)
        finally:
            with suppress(Absent, Failed):
                backlight.shine(brightness(Screen.LIT, self._engine.state.policy))

    async def _keep_light(self, light: StatusLight) -> None:
        told = _Told("The status light")
        try:
            while True:
                said = _signal(self._engine.state)
                await self._burn(light, told, said)
        finally:
            with suppress(Absent, Failed):
                light.burn(DARK)

    async def _burn(self, light: StatusLight, told: "_Told", said: Signal) -> None:
        """Once through the pattern, or until something else is to be said."""
        for burning in said.pattern:
            if not await told.done(_set(light.burn, said.colour.dimmed(burning.level))):
                # nothing to blink with
                await self._until(lambda _: False, AGAIN)
                return
            if await self._until(lambda state: _signal(state) != said, burning.seconds):
                return

    async def _until(self, wanted: Callable[[State], bool], seconds: float) -> bool:
        """True once `wanted` holds of the state; False where it does not within so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._engine.until(wanted)
            return True
        return False


async def keep_shining(backlight: Backlight, wanted: Callable[[], float], dims: Callable[[bool], None]) -> None:
    """The same for a panel without a room, whose `wanted` brightness is looked at now and then."""
    told, shown, since = _Told("The backlight"), -1.0, 0.0
    try:
        while True:
            since += LOOK_EVERY
            if (share := wanted()) != shown or since >= AGAIN:
                dims(await told.done(_set(backlight.shine, share)))
                shown, since = share, 0.0
            await asyncio.sleep(LOOK_EVERY)
    finally:
        with suppress(Absent, Failed):
            backlight.shine(1.0)


async def keep_watch(presence: Presence, noticed: Callable[[], None]) -> None:
    """Tells whenever somebody has come near, until it is cancelled."""
    told = _Told("The presence sensor")
    try:
        while True:
            found = False

            async def look() -> None:
                nonlocal found
                found = await presence.noticed(AGAIN)

            if not await told.done(look()):
                await asyncio.sleep(AGAIN)
            elif found:
                noticed()
    finally:
        presence.close()


def _brightness(state: State) -> float:
    return brightness(state.screen, state.policy)


def _signal(state: State) -> Signal:
    said = signal(state.room_state, state.freshness, emergency=state.emergency is not None)
    if state.screen is Screen.LIT:
        return said
    return Signal(colour=said.colour.dimmed(FAINT), pattern=said.pattern)


async def _set(set_to: Callable[..., None], value: float | Colour) -> None:
    async with asyncio.timeout(PATIENCE):
        await asyncio.to_thread(set_to, value)


class _Told:
    """What the log has been told of one thing."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._was_there = False
        self._is_missed = False

    async def done(self, doing: Awaitable[None]) -> bool:
        """Did it work?"""
        wrong = None
        try:
            await doing
        except Absent:
            wrong = "it is gone" if self._was_there else None
            works = False
        except Failed as failed:
            wrong, works = str(failed.failure), False
        except TimeoutError:
            wrong, works = f"it does not answer within {PATIENCE:.0f} s", False
        else:
            works = self._was_there = True
        if wrong is not None and not self._is_missed:
            log.warning("%s cannot be used: %s. `roomdisplay doctor` says what mends it.", self._name, wrong)
        if works and self._is_missed:
            log.info("%s works again", self._name)
        self._is_missed = (self._is_missed and not works) or wrong is not None
        return works
