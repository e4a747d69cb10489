"""Following WOX's stream: it is opened again whenever it ends, from where it had come to, ever more slowly."""

import asyncio
import logging
import random
from collections.abc import Callable
from contextlib import aclosing

from roomdisplay.core.failure import AccessLost, Bug, Failure, Rejected, Transient
from roomdisplay.core.wox import Feed
from roomdisplay.ports import Clock, Failed, WoxServer

SHORTEST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
LONGEST_SLEEP = 30.0
"""Seconds: timers are not to be trusted with more."""

log = logging.getLogger(__name__)


class Pauses:
    """How long to wait before asking WOX again. `jitter` draws from [0, 1)."""

    def __init__(
        self, clock: Clock, *, shortest: float = SHORTEST_PAUSE, jitter: Callable[[], float] = random.random
    ) -> None:
        self._clock = clock
        self._shortest = shortest
        self._jitter = jitter

    def after(self, failure: Failure, attempt: int) -> float:
        """Seconds: what the other side asked for, and then, fully jittered, up to a minute. So a server that restarts
        meets its panels one by one."""
        longest = LONGEST_PAUSE if isinstance(failure, AccessLost) else min(LONGEST_PAUSE, 2.0 ** min(attempt + 1, 10))
        asked = failure.retry_after or 0.0 if isinstance(failure, Transient) else 0.0
        spread = max(0.0, longest - self._shortest)
        return asked + self._shortest + spread * self._jitter()

    async def sleep(self, seconds: float) -> None:
        until = self._clock.now().mono + seconds
        while (left := until - self._clock.now().mono) > 0:  # noqa: ASYNC110  timers drift, and machines sleep
            await asyncio.sleep(min(left, LONGEST_SLEEP))


class Stream:
    """`told` takes each feed in; `cursor` says how far that has come, and `lost` hears of each connection that failed.
    `run` goes on until it is cancelled."""

    def __init__(
        self,
        wox: WoxServer,
        pauses: Pauses,
        *,
        cursor: Callable[[], str | None],
        told: Callable[[Feed], None],
        lost: Callable[[Failure], None],
    ) -> None:
        self._wox = wox
        self._pauses = pauses
        self._cursor = cursor
        self._told = told
        self._lost = lost
        self.failure: Failure | None = None
        """Of the last connection; None while it is heard."""
        self.skipped = 0
        """What of the last settings, bookings and commands was not understood."""

    async def run(self) -> None:
        attempt, anew = 0, False
        while True:
            try:
                async with aclosing(self._wox.changes(None if anew else self._cursor())) as changes:
                    async for feed in changes:
                        attempt, anew = 0, False
                        self._receive(feed)
                failure: Failure = Transient(reason="the stream ended")
            except Failed as failed:
                failure = failed.failure
            except Exception as error:
                log.exception("What WOX told led to something that was not foreseen")
                failure = Bug(reason=repr(error))
            # a cursor that nobody knows any more: from the beginning
            anew = anew or isinstance(failure, Rejected)
            self._report(failure)
            self._lost(failure)
            await self._pauses.sleep(self._pauses.after(failure, attempt))
            attempt += 1

    def _receive(self, feed: Feed) -> None:
        self._report(None)
        if feed.skipped and feed.skipped != self.skipped:
            log.warning("%d things that WOX told are not understood and were left out", feed.skipped)
        if feed.skipped or feed.settings is not None or feed.is_whole:
            self.skipped = feed.skipped
        self._told(feed)

    def _report(self, failure: Failure | None) -> None:
        """The first failure and the recovery, once each; that access is lost, also after another failure."""
        before, self.failure = self.failure, failure
        if (before is None) == (failure is None) and not (isinstance(failure, AccessLost) and before != failure):
            return
        if failure is None:
            log.info("WOX answers again")
        else:
            log.warning("WOX cannot be heard: %s", failure)
