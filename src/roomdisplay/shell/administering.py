"""What the administrator's page on the glass can do: who the panel is, the doctor, and what changes the panel.

Imported after the first frame.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from roomdisplay import __version__
from roomdisplay.config import pin as pins
from roomdisplay.core.failure import AccessLost
from roomdisplay.core.tries import NONE, Tries
from roomdisplay.ports import Clock, Failed, StoreBroken, WoxServer, WrongPins
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.health import Health, word_of
from roomdisplay.ui import texts
from roomdisplay.ui.admin import Facts, FindingProps
from roomdisplay.ui.viewmodels.admin import AdminViewModel

if TYPE_CHECKING:
    from roomdisplay.doctor.finding import Finding
    from roomdisplay.doctor.report import Report
    from roomdisplay.shell.house_call import Visit

log = logging.getLogger(__name__)


class Deeds(Struct, frozen=True, kw_only=True):
    """What the panel does for whoever has said the PIN."""

    health: Callable[[], Health]
    examine: "Callable[[], Awaitable[Report]]"
    refresh: Callable[[], None]
    picture: Callable[[], bytes]
    """The screen as a PNG."""
    restart: Callable[[], None]
    unpair: Callable[[], None] | None
    """None: the panel was configured, not paired."""


class Wox(Struct, frozen=True, kw_only=True):
    """The panel's own link."""

    host: str
    server: WoxServer
    heard_at: Callable[[], datetime | None]


class Administration:
    """The AdminIntents of a running panel. All on the loop's thread; what blocks runs in others."""

    def __init__(
        self,
        *,
        engine: Engine,
        clock: Clock,
        page: AdminViewModel,
        wrong_pins: WrongPins,
        serial: str,
        pictures: Path,
        deeds: Deeds,
        wox: Wox | None,
    ) -> None:
        """`pictures` is where those of the screen are kept that nobody can be sent."""
        self._engine = engine
        self._clock = clock
        self._page = page
        self._wrong_pins = wrong_pins
        self._serial = serial
        self._pictures = pictures
        self._deeds = deeds
        self._wox = wox
        self._tries = Tries(wrong=wrong_pins.load(), since=clock.now().mono)
        self._tasks: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # ── the PIN ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def wait(self) -> float:
        return self._tries.wait(self._clock.now().mono)

    def check(self, pin: str) -> None:
        if self.wait() > 0:
            self._page.checked(False)
            return
        self._tries = self._tries.begun(self._clock.now().mono)
        self._begin(self._check(pin, self._engine.state.policy.admin_pin))

    async def _check(self, pin: str, kept: str) -> None:
        await self._keep()
        is_right = await asyncio.to_thread(pins.is_right, pin, kept)
        if is_right:
            self._tries = NONE
            await self._keep()
            log.info("Somebody has opened the administrator's page")
        else:
            log.warning("A wrong PIN was entered at the panel, %d in a row", self._tries.wrong)
        self._page.checked(is_right)

    async def _keep(self) -> None:
        try:
            await asyncio.to_thread(self._wrong_pins.keep, self._tries.wrong)
        except StoreBroken as error:
            log.error("Wrong PINs are counted only until the panel is restarted: %s", error)

    # ── who the panel is ──────────────────────────────────────────────────────────────────────────────────────────────

    def facts(self) -> Facts:
        state, found, now = self._engine.state, self._deeds.health(), self._clock.now().wall
        zone = state.room.zone

        def here(moment: datetime | None) -> datetime | None:
            return None if moment is None else moment.astimezone(zone)

        age = None if found.age is None else timedelta(seconds=found.age)
        return Facts(
            now=now.astimezone(zone),
            room=state.room.name,
            address=state.room.address,
            version=__version__,
            serial=self._serial,
            addresses=addresses(),
            link=_word(found),
            office365_at=None if age is None else here(now - age),
            wox=None if self._wox is None else self._wox.host,
            wox_at=None if self._wox is None else here(self._wox.heard_at()),
            pending=found.pending,
            age=age,
            faults=found.faults,
            may_unpair=self._deeds.unpair is not None,
        )

    # ── what it can do ────────────────────────────────────────────────────────────────────────────────────────────────

    def examine(self) -> None:
        async def examine() -> None:
            await self._deeds.examine()

        self._begin(examine())

    def visited(self, visit: "Visit") -> None:
        """The doctor is here, whoever called."""
        self._page.examined([_shown(finding) for finding in visit.findings], is_over=visit.report is not None)

    def refresh(self) -> None:
        self._deeds.refresh()

    def send_picture(self) -> None:
        self._begin(self._send_picture(self._deeds.picture()))

    async def _send_picture(self, picture: bytes) -> None:
        if self._wox is not None:
            try:
                await self._wox.server.show(picture)
            except Failed as failed:
                log.warning("WOX did not take the picture of the screen: %s", failed.failure)
                self._page.answer(texts.ADMIN_PICTURE_FAILED)
                return
            self._page.answer(texts.ADMIN_PICTURE_SENT)
            return
        file = self._pictures / f"screen-{self._clock.now().wall:%Y%m%d-%H%M%S}.png"
        try:
            await asyncio.to_thread(file.write_bytes, picture)
        except OSError as error:
            log.error("The picture of the screen could not be kept: %s", error)
            self._page.answer(texts.ADMIN_PICTURE_NOT_KEPT)
            return
        self._page.answer(texts.ADMIN_PICTURE_SAVED, str(file))

    def restart(self) -> None:
        self._deeds.restart()

    def unpair(self) -> None:
        if self._deeds.unpair is not None:
            self._deeds.unpair()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("The administrator's page failed in a way that was not foreseen", exc_info=error)


def addresses() -> tuple[str, ...]:
    """Of this machine, its own loopback and link-local ones left out."""
    from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface  # 1.3 MB, for whoever opens the page

    found = [
        address
        for address in QNetworkInterface.allAddresses()
        if not address.isLoopback()
        and not (address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv6Protocol and address.isLinkLocal())
    ]
    return tuple(address.toString() for address in found)


def _word(found: Health) -> str:
    word = word_of(found.failure)
    code = found.failure.code if isinstance(found.failure, AccessLost) else ""
    return f"{word} ({code})" if code else word


def _shown(finding: "Finding") -> FindingProps:
    return FindingProps(
        id=finding.id,
        title=finding.title,
        verdict=str(finding.verdict),
        evidence=finding.evidence,
        mend=finding.mend,
        commands=tuple(command.line for command in finding.commands),
    )
