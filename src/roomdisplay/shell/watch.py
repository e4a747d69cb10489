"""Is the panel alive? A clock that ticks, frames that follow, a store that answers: else systemd starts it anew.

What a restart does not mend is no reason for one: no network, no access, a full disk, no screen.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from roomdisplay.shell.notify import Supervisor

log = logging.getLogger(__name__)

EVERY = 15.0
"""Seconds between two looks where systemd does not ask for more."""
STILL = 45.0
"""Seconds the engine may sleep: half as much again as it ever means to."""
UNPAINTED = 10.0
"""Seconds until a frame that was asked for has to be out."""
UNWRITTEN = 30.0
"""Seconds until a write has to be done, or refused: six times what the store waits for a lock."""


class Vitals(Struct, frozen=True, kw_only=True):
    """Seconds each."""

    late: float
    """Since the engine's last tick."""
    unpainted: float
    """Since a frame was asked for that is not out yet."""
    unwritten: float
    """Since the store was handed what it has neither written nor refused."""


def stillness(vitals: Vitals) -> str | None:
    """A sentence where something stands still that only a restart gets going."""
    if vitals.late >= STILL:
        return f"The panel has not looked at its clock for {vitals.late:.0f} s."
    if vitals.unpainted >= UNPAINTED:
        return f"The screen has not been painted for {vitals.unpainted:.0f} s."
    if vitals.unwritten >= UNWRITTEN:
        return f"The store has not answered for {vitals.unwritten:.0f} s."
    return None


class Frames(Protocol):
    """The screen's."""

    def ask(self) -> None:
        """Has the screen painted even where nothing changed, so that its silence means something."""
        ...

    @property
    def waiting(self) -> float:
        """Seconds since a frame was asked for that is not out; 0: all are, or there is no screen to paint on."""
        ...


class Signs(Struct, frozen=True, kw_only=True):
    """Where the panel's vital signs are taken."""

    late: Callable[[], float]
    unwritten: Callable[[], float]
    frames: Frames
    status: Callable[[], str]
    """A sentence for `systemctl status`."""


async def watch(supervisor: Supervisor, signs: Signs) -> None:
    """Says when the panel is ready and from then on, as long as it lives, that it does. Never returns."""
    await _painted(signs.frames)
    supervisor.ready(signs.status())
    told = None
    while True:
        signs.frames.ask()
        vitals = Vitals(late=signs.late(), unpainted=signs.frames.waiting, unwritten=signs.unwritten())
        still = stillness(vitals)
        if still is None:
            supervisor.alive()
            supervisor.status(signs.status())
        else:
            supervisor.status(f"{still} A restart is due.")
            if told is None:
                log.error("%s A restart is due.", still)
        told = still
        await asyncio.sleep(min(EVERY, supervisor.every or EVERY))


async def _painted(frames: Frames) -> None:
    """Returns once a frame is out."""
    frames.ask()
    while True:
        if frames.waiting == 0:
            return
        await asyncio.sleep(0.02)
