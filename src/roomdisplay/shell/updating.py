"""Takes up the release that WOX offers: fetches its bundle, goes on where it was interrupted, and hands it over.

Level-triggered: each heartbeat's answer says anew what the panel is to have, so whatever got lost is begun again.
"""

import asyncio
import logging

from roomdisplay.core.failure import Failure, Rejected, Transient
from roomdisplay.core.wox import Offer, Update, UpdateStage
from roomdisplay.ports import Failed, Installer, NotInstallable, WoxServer
from roomdisplay.shell.stream import Pauses

log = logging.getLogger(__name__)

PIECE = 2**20
"""Bytes kept at once."""


class Updating:
    def __init__(self, server: WoxServer, installer: Installer, pauses: Pauses) -> None:
        self._server = server
        self._installer = installer
        self._pauses = pauses
        self._own: Update | None = None
        """Of what was not handed over."""
        self._last: Update | None = None
        """Of what was."""
        self._task: asyncio.Task[None] | None = None

    @property
    def update(self) -> Update | None:
        """How far the panel is."""
        return self._own or self._last

    async def look(self) -> None:
        """What has become of what was handed over?"""
        self._last = await asyncio.to_thread(self._installer.last)

    def offered(self, offer: Offer | None) -> None:
        """What WOX says now; None: the panel may stay as it is, and stops fetching."""
        if offer is not None and self.update is not None and self.update.offer == offer.id:
            return
        if self._task is not None:
            self._task.cancel()
            self._task = self._own = None
        if offer is not None:
            self._own = Update(offer=offer.id, stage=UpdateStage.DOWNLOADING)
            self._task = asyncio.get_running_loop().create_task(self._take_up(offer))

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _take_up(self, offer: Offer) -> None:
        log.info("WOX offers release %s: fetching it", offer.version)
        try:
            attempt = 0
            while (failure := await self._fetch(offer)) is not None:
                await self._pauses.sleep(self._pauses.after(failure, attempt))
                attempt += 1
            await asyncio.to_thread(self._installer.hand_over, offer)
            self._own, self._last = None, Update(offer=offer.id, stage=UpdateStage.INSTALLING)
            log.info("Release %s was handed to the installer", offer.version)
        except NotInstallable as reason:
            self._fail(offer, str(reason))
        except Exception:
            log.exception("Fetching a release failed in a way that was not foreseen")
            self._fail(offer, "The release could not be fetched; the panel's log says why.")
        self._task = None

    def _fail(self, offer: Offer, reason: str) -> None:
        log.error("Release %s is not installed: %s", offer.version, reason)
        self._own = Update(offer=offer.id, stage=UpdateStage.FAILED, reason=reason)

    async def _fetch(self, offer: Offer) -> Failure | None:
        """What interrupted it: it can go on from there. None: the bundle is here. Raises NotInstallable."""
        here = await asyncio.to_thread(self._installer.here, offer)
        piece = bytearray()
        interrupted: Failure | None = None
        if here == offer.size:
            return None
        try:
            async for chunk in self._server.bundle(offer, here):
                piece += chunk
                here += len(chunk)
                if here > offer.size:
                    raise NotInstallable("The bundle is larger than WOX says. Offer it again.")
                if len(piece) >= PIECE:
                    await asyncio.to_thread(self._installer.keep, offer, bytes(piece))
                    piece.clear()
        except Failed as failed:
            interrupted = failed.failure
            if isinstance(interrupted, Rejected):
                raise NotInstallable(f"WOX does not hand the bundle out ({interrupted.reason}).") from failed
            log.info("Fetching release %s was interrupted: %s", offer.version, interrupted)
        if piece:
            await asyncio.to_thread(self._installer.keep, offer, bytes(piece))
        if interrupted is None and here < offer.size:
            return Transient(reason="the bundle ended early")
        return interrupted
