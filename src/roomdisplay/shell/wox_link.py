"""Keeps the panel in step with the WOX server: hears its stream, tells it how the panel is, does what it is asked.

Imported after the first frame.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import assert_never

from roomdisplay.core.failure import AccessLost, Bug, Failure, Rejected, Transient
from roomdisplay.core.wox import Command, CommandKind, Feed, Heartbeat
from roomdisplay.ports import Clock, Failed, WoxServer
from roomdisplay.shell.health import WoxHealth

log = logging.getLogger(__name__)

BEAT_EVERY = 60.0
SHORTEST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
LONGEST_SLEEP = 30.0
"""Seconds: timers are not to be trusted with more."""
TRIES = 8
"""How often the answer to a command is sent until it gets through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """What the panel does for WOX. `told` and `lost` must not raise; `lost` is called with each failed connection."""

    told: Callable[[Feed], None]
    lost: Callable[[Failure], None]
    heartbeat: Callable[[], Heartbeat]
    screenshot: Callable[[], Awaitable[bytes]]
    """The screen as a PNG."""
    restart: Callable[[], None]
    """Ends the panel so that it is started again."""
    unpaired: Callable[[], None]
    """The panel belongs to no room of WOX any more."""


class WoxLink:
    """`run` goes on until it is cancelled. `jitter` draws from [0, 1)."""

    def __init__(
        self,
        server: WoxServer,
        clock: Clock,
        duties: Duties,
        *,
        beat_every: float = BEAT_EVERY,
        shortest_pause: float = SHORTEST_PAUSE,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._server = server
        self._clock = clock
        self._duties = duties
        self._beat_every = beat_every
        self._shortest_pause = shortest_pause
        self._jitter = jitter
        self._cursor: str | None = None
        self._failure: Failure | None = None
        self._skipped = 0
        self._beats = True
        self._begun: set[str] = set()

    @property
    def health(self) -> WoxHealth:
        return WoxHealth(failure=self._failure, skipped=self._skipped)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._beat())
            await self._listen(tasks)

    # ── what WOX tells ────────────────────────────────────────────────────────────────────────────────────────────────

    async def _listen(self, tasks: asyncio.TaskGroup) -> None:
        attempt = 0
        while True:
            try:
                async with aclosing(self._server.changes(self._cursor)) as changes:
                    async for feed in changes:
                        attempt = 0
                        self._receive(feed, tasks)
                failure: Failure = Transient(reason="the stream ended")
            except Failed as failed:
                failure = failed.failure
            except Exception as error:
                log.exception("What WOX told led to something that was not foreseen")
                failure = Bug(reason=repr(error))
            if isinstance(failure, Rejected):
                self._cursor = None  # a cursor nobody knows: from the beginning
            self._report(failure)
            self._duties.lost(failure)
            await self._pause(self._wait(failure, attempt))
            attempt += 1

    def _receive(self, feed: Feed, tasks: asyncio.TaskGroup) -> None:
        self._report(None)
        if feed.skipped and feed.skipped != self._skipped:
            log.warning("%d things that WOX told are not understood and were left out", feed.skipped)
        if feed.skipped or feed.settings is not None or feed.is_whole:
            self._skipped = feed.skipped
        self._duties.told(feed)
        self._cursor = feed.cursor
        for command in feed.commands:
            if command.id not in self._begun:
                self._begun.add(command.id)
                tasks.create_task(self._obey(command))

    def _wait(self, failure: Failure, attempt: int) -> float:
        """Seconds until the next try: what the other side asked for, and then, fully jittered, up to a minute. So a
        server that restarts meets its panels one by one."""
        longest = LONGEST_PAUSE if isinstance(failure, AccessLost) else min(LONGEST_PAUSE, 2.0 ** min(attempt + 1, 10))
        asked = failure.retry_after or 0.0 if isinstance(failure, Transient) else 0.0
        spread = max(0.0, longest - self._shortest_pause)
        return asked + self._shortest_pause + spread * self._jitter()

    async def _pause(self, seconds: float) -> None:
        until = self._clock.now().mono + seconds
        while (left := until - self._clock.now().mono) > 0:  # noqa: ASYNC110  timers drift, and machines sleep
            await asyncio.sleep(min(left, LONGEST_SLEEP))

    def _report(self, failure: Failure | None) -> None:
        """The first failure and the recovery, once each; that access is lost, also after another failure."""
        before, self._failure = self._failure, failure
        if (before is None) == (failure is None) and not (isinstance(failure, AccessLost) and before != failure):
            return
        if failure is None:
            log.info("WOX answers again")
        else:
            log.warning("WOX cannot be heard: %s", failure)

    # ── what the panel tells ──────────────────────────────────────────────────────────────────────────────────────────

    async def _beat(self) -> None:
        while True:
            try:
                await self._server.beat(self._duties.heartbeat())
                self._beats = True
            except Failed as failed:
                # while WOX cannot be heard either, that has been said
                if self._beats and self._failure is None:
                    log.warning("WOX was not told how the panel is: %s", failed.failure)
                self._beats = False
            except Exception:
                log.exception("Telling WOX how the panel is failed in a way that was not foreseen")
            await self._pause(self._beat_every)

    # ── what the panel is asked ───────────────────────────────────────────────────────────────────────────────────────

    async def _obey(self, command: Command) -> None:
        log.info("WOX asks for: %s", command.kind)
        result, error = b"", None
        if command.kind is CommandKind.SCREENSHOT:
            try:
                result = await self._duties.screenshot()
            except Exception:
                log.exception("The screen could not be pictured")
                error = "The screen could not be pictured; the panel's log says why."
        # answered first: after a restart or without a pairing it could not be any more, and would be asked for again
        if not await self._answered(command, result, error):
            self._begun.discard(command.id)
            return
        match command.kind:
            case CommandKind.SCREENSHOT:
                pass
            case CommandKind.RESTART:
                self._duties.restart()
            case CommandKind.UNPAIR:
                self._duties.unpaired()
            case _:
                assert_never(command.kind)

    async def _answered(self, command: Command, result: bytes, error: str | None) -> bool:
        for attempt in range(TRIES):
            try:
                await self._server.done(command.id, result, error)
                return True
            except Failed as failed:
                if not isinstance(failed.failure, Transient):
                    log.warning("WOX did not take the answer to %s: %s", command.kind, failed.failure)
                    return False
                await self._pause(self._wait(failed.failure, attempt))
        log.warning("WOX could not be told the answer to %s", command.kind)
        return False
