"""A panel whose first frame is out: its event loop's main, and what it answers to `roomdisplay ctl`."""

import asyncio
import logging
import os
import sys
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roomdisplay.config.settings import Settings
from roomdisplay.core.appearance import Appearance, agreed
from roomdisplay.core.failure import Access, AccessLost, Failure
from roomdisplay.core.freshness import Live
from roomdisplay.core.machine import CertificateRead, FeedTold, Noticed, Refreshed, StreamEnded
from roomdisplay.core.wox import Feed
from roomdisplay.ports import Clock, Failed, Secrets, WoxServer
from roomdisplay.shell.control import ControlError, default_socket
from roomdisplay.shell.control_server import Command, ControlServer
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.health import Health, health
from roomdisplay.shell.loop import UNPAIRED, stop_on_signals
from roomdisplay.shell.notify import supervisor
from roomdisplay.shell.painting import png
from roomdisplay.shell.watch import Signs, watch
from roomdisplay.ui import screen
from roomdisplay.ui.frames import Frames
from roomdisplay.ui.square import square
from roomdisplay.ui.viewmodels.panel import PanelViewModel
from roomdisplay.ui.window import Window, dress

if TYPE_CHECKING:
    from roomdisplay.shell.app import RunOptions
    from roomdisplay.shell.link import Link
    from roomdisplay.shell.surroundings import Devices
    from roomdisplay.shell.wox_link import WoxLink

log = logging.getLogger(__name__)

SCREENSHOT_PATIENCE = 10.0
SETTLING = 0.5
"""Seconds until a transition that a new schedule began has come to rest."""
CERTIFICATE_EVERY = 12 * 3600.0
TAP_PATIENCE = 1.0
CONFIRM_EVERY = 10.0
LIT_EVERY = 30.0
"""Seconds; less than the shortest time for which a screen is woken."""
NO_LONGER_PAIRED = AccessLost(access=Access.SIGN_IN, code="notPaired")
"""WOX itself says so: the token was revoked, or has ended."""
RESTART = 75
"""The exit status of a panel that wants to be started again (EX_TEMPFAIL): `RestartForceExitStatus=75`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Of a panel that was paired rather than configured."""

    confirmed: Callable[[], Awaitable[bool]]
    """Tells WOX, unless it knows, that what it granted has been kept; whether it knows now."""
    renewing: Callable[["Link", Callable[[datetime], None]], Awaitable[None]]
    """Looks after the panel's own certificate, until it is cancelled; tells when a new one ends."""
    end: Callable[[], bool]
    """The panel is paired no longer; False: it could not be kept so, and the log says why."""


class Serving:
    """`serve` runs until the panel is to stop and gives its exit status."""

    def __init__(
        self,
        settings: Settings,
        secrets: Secrets,
        clock: Clock,
        options: "RunOptions",
        engine: Engine,
        view_model: PanelViewModel,
        window: Window,
        appearance: Appearance,
        pairing: "Pairing | None" = None,
        devices: "Callable[[], Devices] | None" = None,
    ) -> None:
        """`pairing` is that of a panel that was paired rather than configured; `devices` looks for the hardware around
        the glass, which takes a moment."""
        self._devices = devices
        self._pairing = pairing
        self._settings = settings
        self._secrets = secrets
        self._clock = clock
        self._options = options
        self._engine = engine
        self._view_model = view_model
        self._window = window
        self._link: Link | None = None
        self._wox: WoxLink | None = None
        self._stopped = asyncio.Event()
        self._wox_task: asyncio.Task[None] | None = None
        self._status = 0
        self._appearance = appearance
        self._began = clock.now()

    async def serve(self) -> int:
        loop = asyncio.get_running_loop()
        stopped = self._stopped
        tasks: list[asyncio.Task[None]] = []
        stop_on_signals(stopped.set)

        def stop_when_closed() -> None:
            if not self._window.isVisible():
                stopped.set()

        self._window.visibleChanged.connect(stop_when_closed)
        supervised, frames = supervisor(), Frames(self._window)
        control = ControlServer(self._options.socket or default_socket(), self._commands())
        try:
            await control.start()
            if self._options.seconds is not None:
                loop.call_later(self._options.seconds, stopped.set)
            self._link = await asyncio.to_thread(self._linked)
            self._view_model.unhurried(self._engine.state)
            self._engine.attach(loop, self._link.calendars, self._link.code_sign_in, self._link.wox)
            if supervised.is_there:
                tasks.append(loop.create_task(watch(supervised, self._signs(frames))))
            if self._link.certificate_ends is not None:
                tasks.append(loop.create_task(self._watch_certificate(self._link.certificate_ends)))
            if self._link.wox is not None:
                self._wox_task = self._keep_in_step(self._link.wox)
                tasks.append(self._wox_task)
            if self._pairing is not None:
                tasks.append(loop.create_task(self._confirm(self._pairing)))
            if self._devices is not None:
                tasks.append(loop.create_task(self._surroundings(self._devices())))
            if self._options.always_lit:
                tasks.append(loop.create_task(self._stay_lit()))
            if self._options.screenshot is not None:
                await self._take_screenshot(self._options.screenshot)
            await stopped.wait()
        except ControlError as error:
            print(f"roomdisplay: {error}", file=sys.stderr)
            return 1
        finally:
            if self._status != UNPAIRED:  # else the same process goes on with its code
                supervised.stopping()
            frames.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._window.visibleChanged.disconnect(stop_when_closed)
            await control.close()
            await self._engine.close()
            if self._link is not None:
                await self._link.tokens.close()
        return self._status

    def _linked(self) -> "Link":
        """Imports what the first frame did without, so it runs in a thread."""
        from roomdisplay.shell.link import linked

        if page := self._engine.state.policy.page:
            square(page)
        return linked(self._settings, self._secrets)

    def _surroundings(self, devices: "Devices") -> Coroutine[Any, Any, None]:
        from roomdisplay.shell.surroundings import Surroundings

        screen = self._view_model.screen
        return Surroundings(devices, self._engine, dims=screen.has_backlight, noticed=screen.notice).run()

    async def _stay_lit(self) -> None:
        while True:
            self._engine.post(Noticed(now=self._clock.now()))
            await asyncio.sleep(LIT_EVERY)

    async def _watch_certificate(self, certificate_ends: Callable[[], Awaitable[datetime | None]]) -> None:
        """Reads the certificate's end now and then, and says so in the log while it is near."""
        while True:
            try:
                ends = await certificate_ends()
            except Failed:
                ends = None  # the sign-in says why
            if ends is not None:
                self._certificate_read(ends)
                if self._engine.state.certificate_ending is not None:
                    log.warning("The panel's certificate ends on %s. Renew it under the same name.", ends.date())
            await asyncio.sleep(CERTIFICATE_EVERY)

    def _certificate_read(self, ends: datetime) -> None:
        self._engine.post(CertificateRead(now=self._clock.now(), ends=ends))

    def _signs(self, frames: Frames) -> Signs:
        return Signs(
            late=lambda: self._engine.late,
            unwritten=lambda: self._engine.unwritten,
            frames=frames,
            status=self._status_line,
        )

    def _status_line(self) -> str:
        """The first fault, or what is shown."""
        found = self._found()
        return found.faults[0] if found.faults else f"Showing {found.room}."

    # ── WOX ───────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _keep_in_step(self, server: WoxServer) -> "asyncio.Task[None]":
        from roomdisplay.shell.wox_link import Duties, WoxLink

        async def picture() -> bytes:
            return png(self._window)

        duties = Duties(
            cursor=lambda: side.cursor if (side := self._engine.state.wox) is not None else None,
            told=self._told,
            lost=self._lost,
            heartbeat=lambda: self._found().as_heartbeat(),
            screenshot=picture,
            restart=self._restart,
            unpaired=self._unpaired,
        )
        self._wox = WoxLink(server, self._clock, duties)
        return asyncio.get_running_loop().create_task(self._wox.run())

    def _told(self, feed: Feed) -> None:
        self._engine.post(FeedTold(now=self._clock.now(), feed=feed))
        if feed.settings is not None:
            appearance = agreed(feed.settings.appearance, self._settings.display.appearance)
            if appearance != self._appearance:
                self._appearance = appearance
                dress(self._window, self._view_model, appearance)

    async def _confirm(self, pairing: "Pairing") -> None:
        is_known = await pairing.confirmed()
        while not is_known:
            await asyncio.sleep(CONFIRM_EVERY)
            is_known = await pairing.confirmed()
        if self._link is not None:
            await pairing.renewing(self._link, self._certificate_read)

    def _lost(self, failure: Failure) -> None:
        if self._pairing is not None and failure == NO_LONGER_PAIRED:
            self._unpaired()
            return
        self._engine.post(StreamEnded(now=self._clock.now(), failure=failure))

    def _restart(self) -> None:
        log.info("Facilities restart the panel")
        self._status = RESTART
        self._stopped.set()

    def _unpaired(self) -> None:
        if self._pairing is not None:
            log.warning("The panel was unpaired on WOX. It forgets its room and shows its code.")
            if self._pairing.end():
                self._status = UNPAIRED
                self._stopped.set()
            return
        log.warning("The panel was unpaired on WOX. It goes on with Office 365 alone; pair it anew to bring it back.")
        if self._wox_task is not None:
            self._wox_task.cancel()

    async def _take_screenshot(self, path: Path) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(SCREENSHOT_PATIENCE):
                await self._engine.until(lambda state: isinstance(state.freshness, Live))
        await asyncio.sleep(SETTLING)
        if screen.grab(self._window).save(str(path)):
            print(f"Screenshot: {path}", flush=True)
        else:
            print(f"roomdisplay: the screenshot {path} cannot be written. Name another file.", file=sys.stderr)

    # ── roomdisplay ctl ───────────────────────────────────────────────────────────────────────────────────────────────

    def _commands(self) -> Mapping[str, Command]:
        return {
            "state": self._state,
            "health": self._health,
            "screenshot": self._screenshot,
            "refresh": self._refresh,
            "tap": self._tap,
        }

    async def _state(self, _: dict[str, Any]) -> object:
        return self._view_model.as_json() | {"taps": screen.names(self._window)}

    async def _screenshot(self, _: dict[str, Any]) -> object:
        return b64encode(png(self._window)).decode()

    async def _refresh(self, _: dict[str, Any]) -> object:
        if self._link is not None:
            self._link.try_again()
        self._engine.post(Refreshed(now=self._clock.now()))
        return "The calendar is read again as soon as the traffic limits allow."

    async def _tap(self, asked: dict[str, Any]) -> object:
        """`pixels_ms`: from the finger to the next frame; None where nothing changed on screen."""
        if not self._options.test_controls:
            raise ControlError("This panel was not started with --test-controls, so only a finger can tap it.")
        name = asked.get("name")
        if not isinstance(name, str):
            raise ControlError("Name what to tap: roomdisplay ctl tap NAME.")
        await self._shown(name)
        painted: asyncio.Future[float] = asyncio.get_running_loop().create_future()

        def swapped() -> None:
            if not painted.done():
                painted.set_result(round((time.perf_counter() - began) * 1000, 1))

        self._window.frameSwapped.connect(swapped)
        began = time.perf_counter()
        try:
            full = screen.tap(self._window, name)
            pixels = None
            with suppress(TimeoutError):
                async with asyncio.timeout(TAP_PATIENCE):
                    pixels = await painted
            return {"tapped": full, "pixels_ms": pixels}
        except screen.NotOnScreen as error:
            raise ControlError(str(error)) from error
        finally:
            self._window.frameSwapped.disconnect(swapped)

    async def _shown(self, name: str) -> None:
        """Waits, as a person would, for a sheet to come to rest."""
        patience = time.monotonic() + TAP_PATIENCE
        while time.monotonic() < patience:
            if any(shown.startswith(name) for shown in screen.names(self._window)):
                return
            await asyncio.sleep(0.02)

    async def _health(self, _: dict[str, Any]) -> object:
        return self._found().as_json() | {"pid": os.getpid()}

    def _found(self) -> Health:
        wox = None if self._wox is None else self._wox.health
        return health(
            self._engine.state, self._clock.now(), began=self._began, wox=wox, store_fault=self._engine.store_fault
        )
