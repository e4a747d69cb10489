"""Keeps the panel in step with the WOX server: hears its stream, tells it how the panel is, does what it is asked.

Imported after the first frame.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import assert_never

from msgspec import Struct

from roomdisplay.core.failure import Failure, Transient
from roomdisplay.core.wox import PNG, RESULTS, Command, CommandKind, Feed, Heartbeat, ProblemReport
from roomdisplay.ports import Clock, Failed, Installer, WoxServer
from roomdisplay.shell.health import WoxHealth
from roomdisplay.shell.stream import Pauses, Stream
from roomdisplay.shell.updating import Updating

log = logging.getLogger(__name__)

BEAT_EVERY = 60.0
TRIES = 8
"""How often the answer to a command is sent until it gets through."""


class Duties(Struct, frozen=True, kw_only=True):
    """What the panel does for WOX. `lost` is called with each connection that failed, and must not raise."""

    cursor: Callable[[], str | None]
    """How far the feeds have been taken in; None: there was none yet."""
    told: Callable[[Feed], None]
    lost: Callable[[Failure], None]
    heartbeat: Callable[[], Heartbeat]
    screenshot: Callable[[], Awaitable[bytes]]
    """The screen as a PNG."""
    diagnostics: Callable[[], Awaitable[bytes]]
    """What whoever looks for a fault needs, as a ZIP archive."""
    leave: Callable[[], Awaitable[ProblemReport | None]]
    """Sends what the panel still owes, as far as that works within a minute or so; what facilities have to know of the
    rest. None: there is no rest."""
    examine: Callable[[], Awaitable[bytes]]
    """The doctor's report, as JSON."""
    restart: Callable[[], None]
    """Ends the panel so that it is started again."""
    unpaired: Callable[[], None]
    """The panel belongs to no room of WOX any more."""


class WoxLink:
    """`run` goes on until it is cancelled."""

    def __init__(
        self,
        server: WoxServer,
        clock: Clock,
        duties: Duties,
        installer: Installer,
        *,
        beat_every: float = BEAT_EVERY,
        pauses: Pauses | None = None,
    ) -> None:
        self._server = server
        self._clock = clock
        self.heard_at: datetime | None = None
        """When WOX last told or took something."""
        self._duties = duties
        self._beat_every = beat_every
        self._pauses = pauses or Pauses(clock)
        self._updating = Updating(server, installer, self._pauses)
        self._stream: Stream | None = None
        self._beats = True
        self._begun: set[str] = set()

    @property
    def health(self) -> WoxHealth:
        stream, update = self._stream, self._updating.update
        if stream is None:
            return WoxHealth(update=update)
        return WoxHealth(failure=stream.failure, skipped=stream.skipped, update=update)

    async def run(self) -> None:
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._beat())
                await self._listen(tasks)
        finally:
            await self._updating.close()

    async def leave(self, report: ProblemReport | None) -> None:
        """Tells WOX, if it answers, that the panel gives up its room, and what it leaves behind. What is not heard of
        here WOX learns from the code that the panel shows then."""
        if report is not None:
            await self._delivered("what is left behind", lambda: self._server.report(report))
        await self._delivered("that the panel has left its room", self._server.leave)

    # ── what WOX tells ────────────────────────────────────────────────────────────────────────────────────────────────

    async def _listen(self, tasks: asyncio.TaskGroup) -> None:
        def told(feed: Feed) -> None:
            self.heard_at = self._clock.now().wall
            self._duties.told(feed)
            for command in feed.commands:
                if command.id not in self._begun:
                    self._begun.add(command.id)
                    tasks.create_task(self._obey(command))

        duties = self._duties
        self._stream = Stream(self._server, self._pauses, cursor=duties.cursor, told=told, lost=duties.lost)
        await self._stream.run()

    # ── what the panel tells ──────────────────────────────────────────────────────────────────────────────────────────

    async def _beat(self) -> None:
        while True:
            try:
                await self._updating.look()
                self._updating.offered(await self._server.beat(self._duties.heartbeat()))
                self._beats = True
                self.heard_at = self._clock.now().wall
            except Failed as failed:
                # while WOX cannot be heard either, that has been said
                if self._beats and self.health.failure is None:
                    log.warning("WOX was not told how the panel is: %s", failed.failure)
                self._beats = False
            except Exception:
                log.exception("Telling WOX how the panel is failed in a way that was not foreseen")
            await self._pauses.sleep(self._beat_every)

    # ── what the panel is asked ───────────────────────────────────────────────────────────────────────────────────────

    async def _obey(self, command: Command) -> None:
        log.info("WOX asks for: %s", command.kind)
        result, error = b"", None
        try:
            match command.kind:
                case CommandKind.SCREENSHOT:
                    result = await self._duties.screenshot()
                case CommandKind.DIAGNOSTICS:
                    result = await self._duties.diagnostics()
                case CommandKind.DOCTOR:
                    result = await self._duties.examine()
                case CommandKind.RESTART | CommandKind.UNPAIR:
                    pass
                case _:
                    assert_never(command.kind)
        except Exception:
            log.exception("What WOX asks for could not be done: %s", command.kind)
            error = "It could not be done; the panel's log says why."
        if command.kind is CommandKind.UNPAIR and not await self._left():
            self._begun.discard(command.id)
            return
        # answered first: after a restart or without a pairing it could not be any more, and would be asked for again
        if not await self._answered(command, result, error):
            self._begun.discard(command.id)
            return
        match command.kind:
            case CommandKind.SCREENSHOT | CommandKind.DIAGNOSTICS | CommandKind.DOCTOR:
                pass
            case CommandKind.RESTART:
                self._duties.restart()
            case CommandKind.UNPAIR:
                self._duties.unpaired()
            case _:
                assert_never(command.kind)

    async def _left(self) -> bool:
        """Whether nothing is left behind that facilities do not know of."""
        report = await self._duties.leave()
        return report is None or await self._delivered("what is left behind", lambda: self._server.report(report))

    async def _answered(self, command: Command, result: bytes, error: str | None) -> bool:
        kind = RESULTS.get(command.kind, PNG)
        return await self._delivered(
            f"the answer to {command.kind}", lambda: self._server.done(command.id, result, error, kind=kind)
        )

    async def _delivered(self, what: str, tell: Callable[[], Awaitable[None]]) -> bool:
        for attempt in range(TRIES):
            try:
                await tell()
                return True
            except Failed as failed:
                if not isinstance(failed.failure, Transient):
                    log.warning("WOX did not take %s: %s", what, failed.failure)
                    return False
                await self._pauses.sleep(self._pauses.after(failed.failure, attempt))
        log.warning("WOX could not be told %s", what)
        return False
