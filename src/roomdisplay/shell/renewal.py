"""A panel's own certificate is followed by the next one long before it ends: made here, registered, tried, then used.

Nothing is given up before its successor works: the old key stays registered until the panel signs in with the new one.
Imported after the first frame.
"""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Protocol

from roomdisplay.core.failure import Failure
from roomdisplay.ports import Clock, Failed, SecretMissing

log = logging.getLogger(__name__)

BEFORE = timedelta(days=60)
"""So long before its end a certificate is followed by the next: a month before anybody is told that it ends."""
LOOK_EVERY = 12 * 3600.0
MOMENT, MOMENTS = 2.0, 5
"""Seconds between two questions whether WOX has registered it, and how often."""
AGAIN_SOON, AGAIN_LATER = 60.0, 3600.0
"""Seconds between two tries: where WOX says that it is registered, and where an administrator still has to."""


class OwnCertificate(Protocol):
    """What the panel signs in to Office 365 with, and what it is going to."""

    async def ends(self) -> datetime | None:
        """Of the one in use (UTC). Raises Failed."""
        ...

    async def current(self) -> str | None:
        """Public, PEM; None: it has none of its own."""
        ...

    async def following(self, *, fresh: bool) -> str | None:
        """The next one, made now where there is none and `fresh` says so. Raises SecretMissing."""
        ...

    async def offer(self, certificate: str, *, in_use: bool) -> bool:
        """Tells WOX; whether it is registered. Raises Failed, SecretMissing."""
        ...

    async def refused(self) -> Failure | None:
        """Signs in with the next one; None: that works."""
        ...

    async def switch(self) -> None:
        """The next one is the one in use from here on. Raises SecretMissing, OSError."""
        ...


class Renewal:
    """`run` goes on until it is cancelled. A panel that loses its power at any point goes on where it was."""

    def __init__(self, own: OwnCertificate, clock: Clock, *, before: timedelta = BEFORE, hurry: float = 1.0) -> None:
        """`hurry` divides every pause."""
        self._own = own
        self._clock = clock
        self._before = before
        self._hurry = hurry
        self._told = False

    async def run(self) -> None:
        while True:
            pause = LOOK_EVERY
            try:
                pause = await self._looked()
            except (Failed, SecretMissing, OSError) as error:
                log.info("The panel's certificate is not looked after: %s", error)
                pause = AGAIN_SOON
            await asyncio.sleep(pause / self._hurry)

    async def _looked(self) -> float:
        """Seconds until the next look."""
        current = await self._own.current()
        if current is None:
            return LOOK_EVERY
        if not self._told:
            await self._own.offer(current, in_use=True)
            self._told = True
        ends = await self._own.ends()
        is_due = ends is not None and ends - self._clock.now().wall <= self._before
        following = await self._own.following(fresh=is_due)
        if following is None:
            return LOOK_EVERY
        is_registered = await self._own.offer(following, in_use=False)
        for _ in range(MOMENTS):
            if is_registered:
                break
            await asyncio.sleep(MOMENT / self._hurry)
            is_registered = await self._own.offer(following, in_use=False)
        if (refused := await self._own.refused()) is not None:
            log.info("The panel's next certificate is not accepted yet: %s", refused)
            return AGAIN_SOON if is_registered else AGAIN_LATER
        await self._own.switch()
        log.info("The panel signs in to Office 365 with its next certificate")
        self._told = False
        return 0.0
