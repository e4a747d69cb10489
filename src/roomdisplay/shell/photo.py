"""Brings the room's photo onto the panel: fetched once from WOX, kept, and shown only where it can be drawn.

Imported after the first frame.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

from roomdisplay.core.failure import Failure, Refusal, Rejected, Transient
from roomdisplay.core.machine import PhotoFound
from roomdisplay.core.photo import Unfit, kind
from roomdisplay.ports import Clock, Failed, PhotoShelf, StoreBroken, WoxServer
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.stream import Pauses

log = logging.getLogger(__name__)


class RoomPhoto:
    """`own` is the photo that the panel's file names, which is shown where WOX has none; `fitted` makes the first file
    small enough for the glass and writes it into the second, False where it is damaged; it blocks. `run` goes on until
    it is cancelled."""

    def __init__(
        self,
        engine: Engine,
        server: WoxServer | None,
        shelf: PhotoShelf,
        clock: Clock,
        *,
        fitted: Callable[[Path, Path], bool],
        own: Path | None = None,
        pauses: Pauses | None = None,
    ) -> None:
        self._engine = engine
        self._server = server
        self._shelf = shelf
        self._clock = clock
        self._fitted = fitted
        self._own = own
        self._pauses = pauses or Pauses(clock)

    async def run(self) -> None:
        while True:
            digest = self._engine.state.room.photo
            async with asyncio.TaskGroup() as tasks:
                showing = tasks.create_task(self._show(digest))
                await self._engine.until(lambda state, digest=digest: state.room.photo != digest)
                showing.cancel()

    async def _show(self, digest: str) -> None:
        file = await self._found(digest) if digest else self._own
        path = "" if file is None else await asyncio.to_thread(self._shown, file, digest)
        state = self._engine.state
        if state.room.photo == digest and state.photo != path:
            self._engine.post(PhotoFound(now=self._clock.now(), path=path))

    def _shown(self, file: Path, digest: str) -> str:
        try:
            shown = self._shelf.shown(digest)
            if self._fitted(file, shown):
                return str(shown)
            log.warning("The room's photo is left out: it is damaged. Set it anew.")
        except (StoreBroken, OSError) as error:
            log.warning("The room's photo is left out: %s", error)
        return ""

    async def _found(self, digest: str) -> Path | None:
        """None: it cannot be had."""
        attempt = 0
        while (file := await asyncio.to_thread(self._shelf.find, digest)) is None and self._server is not None:
            failure = await self._fetched(self._server, digest)
            if isinstance(failure, Rejected | StoreBroken):
                log.warning("The room's photo is left out: %s", failure)
                return None
            if failure is not None:
                await self._pauses.sleep(self._pauses.after(failure, attempt))
                attempt += 1
        return file

    async def _fetched(self, server: WoxServer, digest: str) -> Failure | StoreBroken | None:
        """Why not; None: it is on the shelf."""
        try:
            photo = await server.photo()
            if hashlib.sha256(photo).hexdigest() != digest:
                return Transient(reason="another photo than WOX said, or not all of it")
            if isinstance(unfit := kind(photo), Unfit):
                return Rejected(refusal=Refusal.INVALID, reason=unfit.reason)
            await asyncio.to_thread(self._shelf.keep, digest, photo)
        except Failed as failed:
            return failed.failure
        except StoreBroken as broken:
            return broken
        return None
