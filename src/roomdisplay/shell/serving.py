"""A panel whose first frame is out: its event loop's main, and what it answers to `roomdisplay ctl`."""

import asyncio
import json
import logging
import os
import sys
import time
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.config.settings import Settings
from roomdisplay.core.appearance import Appearance, agreed
from roomdisplay.core.failure import Access, AccessLost, Failure, Rejected
from roomdisplay.core.freshness import Live
from roomdisplay.core.machine import CertificateRead, FeedTold, Leaving, LossTold, Noticed, Refreshed, StreamEnded
from roomdisplay.core.wox import Feed, ProblemReport
from roomdisplay.doctor.report import as_json, as_text
from roomdisplay.ports import Clock, Failed, PhotoShelf, SecretMissing, Secrets, WoxServer, WrongPins
from roomdisplay.shell.control import PATIENCE, ControlError, default_socket
from roomdisplay.shell.control_server import Command, ControlServer
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.health import Health, health
from roomdisplay.shell.journal import LOG, RECENT
from roomdisplay.shell.loop import UNPAIRED, stop_on_signals
from roomdisplay.shell.notify import supervisor
from roomdisplay.shell.painting import png
from roomdisplay.shell.unsent import left_behind, lost
from roomdisplay.shell.watch import Signs, watch
from roomdisplay.ui import screen
from roomdisplay.ui.frames import Frames
from roomdisplay.ui.square import square
from roomdisplay.ui.viewmodels.panel import PanelViewModel
from roomdisplay.ui.window import Window, dress

if TYPE_CHECKING:
    from roomdisplay.doctor.finding import Finding
    from roomdisplay.doctor.report import Report
    from roomdisplay.shell.administering import Administration
    from roomdisplay.shell.app import RunOptions
    from roomdisplay.shell.house_call import HouseCall, Visit
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
LEAVE_LONGEST = 60.0
"""Seconds for which a panel that is unpaired goes on sending what it owes."""
FAREWELL_LONGEST = 10.0
"""Seconds for which it then tries to tell WOX that it leaves; else WOX learns it from the code that it shows."""
TELL_AGAIN = 30.0
SCHEDULE_FIRST = 5.0
"""Seconds for which the doctor lets a panel that has just started read its calendar."""
LIT_EVERY = 30.0
"""Seconds; less than the shortest time for which a screen is woken."""
NO_LONGER_PAIRED = AccessLost(access=Access.SIGN_IN, code="notPaired")
"""WOX itself says so: the token was revoked, or has ended."""
RESTART = 75
"""The exit status of a panel that wants to be started again (EX_TEMPFAIL): `RestartForceExitStatus=75`."""


class Pairing(Struct, frozen=True, kw_only=True):
    """Of a panel that was paired rather than configured."""

    confirmed: Callable[[], Awaitable[bool]]
    """Tells WOX, unless it knows, that what it granted has been kept; whether it knows now."""
    renewing: Callable[["Link", Callable[[datetime], None]], Awaitable[None]]
    """Looks after the panel's own certificate, until it is cancelled; tells when a new one ends."""
    end: Callable[[], bool]
    """The panel is paired no longer; False: it could not be kept so, and the log says why."""
    is_new: Callable[[], bool]
    """Nobody has looked yet whether all is well with what it was granted."""
    examined: Callable[[], None]


class Desk(Struct, frozen=True, kw_only=True):
    """What the administrator's page, and the one about the room, need of this machine."""

    wrong_pins: WrongPins
    serial: Callable[[], str]
    """Blocks."""
    state: Path
    """The state directory."""
    photos: PhotoShelf


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
        desk: Desk,
        pairing: "Pairing | None" = None,
        devices: "Callable[[], Devices] | None" = None,
    ) -> None:
        """`pairing` is that of a panel that was paired rather than configured; `devices` looks for the hardware around
        the glass, which takes a moment."""
        self._devices = devices
        self._pairing = pairing
        self._desk = desk
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
        self._house_call: HouseCall | None = None
        self._administration: Administration | None = None
        self._departing: asyncio.Task[None] | None = None

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
            await asyncio.to_thread(RECENT.keep, self._desk.state)
            await control.start()
            if self._options.seconds is not None:
                loop.call_later(self._options.seconds, stopped.set)
            self._link = await asyncio.to_thread(self._linked)
            self._view_model.unhurried(self._engine.state)
            self._engine.attach(loop, self._link.calendars, self._link.code_sign_in, self._link.wox)
            if supervised.is_there:
                tasks.append(loop.create_task(watch(supervised, self._signs(frames))))
            tasks.append(loop.create_task(self._tell_losses(self._link.wox)))
            tasks.append(loop.create_task(self._photo(self._link.wox)))
            if self._link.certificate_ends is not None:
                tasks.append(loop.create_task(self._watch_certificate(self._link.certificate_ends)))
            if self._link.wox is not None:
                self._wox_task = self._keep_in_step(self._link.wox)
                tasks.append(self._wox_task)
            if self._pairing is not None:
                tasks.append(loop.create_task(self._confirm(self._pairing)))
            self._administration = self._administered(await asyncio.to_thread(self._desk.serial))
            if self._devices is not None:
                devices = self._devices()
                if devices.voice is not None:
                    self._view_model.appearance.can_read(devices.voice.say)
                tasks.append(loop.create_task(self._surroundings(devices)))
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
            if self._departing is not None:
                tasks.append(self._departing)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._window.visibleChanged.disconnect(stop_when_closed)
            await control.close()
            for guest in (self._administration, self._house_call):
                if guest is not None:
                    await guest.close()
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

    def _photo(self, server: WoxServer | None) -> Coroutine[Any, Any, None]:
        from roomdisplay.shell.photo import RoomPhoto
        from roomdisplay.ui.photo import fitted

        own, shelf = self._settings.photo, self._desk.photos
        return RoomPhoto(self._engine, server, shelf, self._clock, fitted=fitted, own=own).run()

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
            diagnostics=self._diagnostics,
            leave=self._leave,
            examine=self._examined_for_wox,
            restart=self._restart,
            unpaired=self._unpaired,
        )
        assert self._link is not None
        self._wox = WoxLink(server, self._clock, duties, self._link.installer)
        return asyncio.get_running_loop().create_task(self._wox.run())

    def _told(self, feed: Feed) -> None:
        self._engine.post(FeedTold(now=self._clock.now(), feed=feed))
        if feed.settings is not None:
            appearance = agreed(feed.settings.appearance, self._settings.display.appearance)
            if appearance != self._appearance:
                self._appearance = appearance
                dress(self._window, self._view_model, appearance)

    async def _examined_for_wox(self) -> bytes:
        with suppress(TimeoutError):  # the room's schedule comes first
            async with asyncio.timeout(SCHEDULE_FIRST):
                await self._engine.until(lambda state: state.read_at is not None or state.failure is not None)

        report = await self._examine(write=True)
        if self._pairing is not None and self._pairing.is_new():
            self._view_model.advise([f.title for f in report.findings if f.verdict == "broken"])
            self._pairing.examined()
        return json.dumps(as_json(report), ensure_ascii=False).encode()

    async def _confirm(self, pairing: "Pairing") -> None:
        is_known = await pairing.confirmed()
        while not is_known:
            await asyncio.sleep(CONFIRM_EVERY)
            is_known = await pairing.confirmed()
        if self._link is not None:
            await pairing.renewing(self._link, self._certificate_read)

    def _lost(self, failure: Failure) -> None:
        if self._pairing is not None and failure == NO_LONGER_PAIRED:
            if self._departing is None:
                self._unpaired()
            return
        self._engine.post(StreamEnded(now=self._clock.now(), failure=failure))

    async def _leave(self) -> ProblemReport | None:
        """A panel that is unpaired by choice sends what it owes first; one that goes on with Office 365 has time."""
        if self._pairing is None:
            return None
        self._engine.post(Leaving(now=self._clock.now()))
        with suppress(TimeoutError):
            async with asyncio.timeout(LEAVE_LONGEST):
                await self._engine.until(lambda state: not state.owed)
        state = self._engine.state
        return left_behind(state.owed, state.room, self._clock.now()) if state.owed else None

    async def _tell_losses(self, server: WoxServer | None) -> None:
        while True:
            await self._engine.until(lambda state: bool(state.lost))
            for entry in self._engine.state.lost:
                report = lost(entry, self._engine.state.room, self._clock.now())
                log.warning("%s", report.text)
                try:
                    if server is not None:
                        await server.report(report)
                except Failed as failed:
                    if not isinstance(failed.failure, Rejected):
                        await asyncio.sleep(TELL_AGAIN)
                        break
                self._engine.post(LossTold(now=self._clock.now(), id=entry.id))

    def _restart(self) -> None:
        log.info("Somebody restarts the panel")
        self._status = RESTART
        self._stopped.set()

    def _unpaired(self) -> None:
        if self._pairing is not None:
            log.warning("The panel was unpaired on WOX. It forgets its room and shows its code.")
            self._forget_pairing()
            return
        log.warning("The panel was unpaired on WOX. It goes on with Office 365 alone; pair it anew to bring it back.")
        if self._wox_task is not None:
            self._wox_task.cancel()

    def _forget_pairing(self) -> None:
        if self._pairing is not None and self._pairing.end():
            self._status = UNPAIRED
            self._stopped.set()

    async def _take_screenshot(self, path: Path) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(SCREENSHOT_PATIENCE):
                await self._engine.until(lambda state: isinstance(state.freshness, Live))
        await asyncio.sleep(SETTLING)
        if screen.grab(self._window).save(str(path)):
            print(f"Screenshot: {path}", flush=True)
        else:
            print(f"roomdisplay: the screenshot {path} cannot be written. Name another file.", file=sys.stderr)

    def _read_anew(self) -> None:
        if self._link is not None:
            self._link.try_again()
        self._engine.post(Refreshed(now=self._clock.now()))

    # ── the doctor ────────────────────────────────────────────────────────────────────────────────────────────────────

    async def _examine(self, *, write: bool) -> "Report":
        """By the panel's own links: nobody signs in anew. Raises ControlError before there are any."""
        if self._link is None:
            raise ControlError("The panel is starting. Ask again in a moment.")
        if self._house_call is None:
            from roomdisplay.shell.house_call import HouseCall

            self._house_call = HouseCall(
                room=self._settings.room.address,
                now=lambda: self._clock.now().wall,
                look=self._look,
                told=self._visited,
            )
        report = await self._house_call.examine(write=write)
        await asyncio.to_thread(self._keep, report)
        return report

    def _keep(self, report: "Report") -> None:
        """For whoever asks for diagnostics, after a restart too."""
        from roomdisplay.shell.diagnostics import keep_report

        try:
            keep_report(self._desk.state, as_json(report))
        except OSError as error:
            log.warning("What the doctor found could not be kept: %s", error)

    def _look(self, write: bool) -> "AsyncIterator[Finding]":
        from roomdisplay.doctor.examination import Wishes
        from roomdisplay.shell.examining import Examined, examine_whole
        from roomdisplay.ui import fonts
        from roomdisplay.ui.viewmodels.locale import machine_locale

        state = self._engine.state
        locale = self._appearance.locale or machine_locale()
        examined = Examined(
            settings=replace(self._settings, policy=state.policy, nearby=state.nearby),
            link=self._link,
            secrets=self._secrets,
            state=self._desk.state,
            locale=locale,
            scripts=fonts.scripts((locale,)),
        )
        return examine_whole(examined, Wishes(now=self._clock.now().wall, id=str(uuid4()), write=write))

    def _visited(self, visit: "Visit") -> None:
        if self._administration is not None:
            self._administration.visited(visit)

    # ── the administrator's page ──────────────────────────────────────────────────────────────────────────────────────

    def _administered(self, serial: str) -> "Administration":
        from roomdisplay.shell.administering import Administration, Deeds, Wox

        wox, link = None, self._link
        if self._settings.wox is not None and link is not None and link.wox is not None:
            wox = Wox(
                host=urlsplit(self._settings.wox.server).netloc,
                server=link.wox,
                heard_at=lambda: None if self._wox is None else self._wox.heard_at,
            )
        found = Administration(
            engine=self._engine,
            clock=self._clock,
            page=self._view_model.admin,
            wrong_pins=self._desk.wrong_pins,
            serial=serial,
            pictures=self._desk.state,
            deeds=Deeds(
                health=self._found,
                examine=lambda: self._examine(write=True),
                refresh=self._read_anew,
                picture=lambda: png(self._window),
                restart=self._restart,
                unpair=None if self._pairing is None else self._unpair,
            ),
            wox=wox,
        )
        self._view_model.admin.attach(found)
        return found

    def _unpair(self) -> None:
        if self._departing is None:
            self._departing = asyncio.get_running_loop().create_task(self._depart())

    async def _depart(self) -> None:
        log.warning("The panel is to be paired anew. It sends what it owes, forgets its room and shows its code.")
        report = await self._leave()
        with suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL_LONGEST):
                if self._wox is not None:
                    await self._wox.leave(report)
        self._forget_pairing()

    # ── roomdisplay ctl ───────────────────────────────────────────────────────────────────────────────────────────────

    def _commands(self) -> Mapping[str, Command]:
        return {
            "state": self._state,
            "health": self._health,
            "screenshot": self._screenshot,
            "refresh": self._refresh,
            "bundle": self._bundle,
            "doctor": self._doctor,
            "tap": self._tap,
        }

    async def _state(self, _: dict[str, Any]) -> object:
        return self._view_model.as_json() | {"taps": screen.names(self._window)}

    async def _screenshot(self, _: dict[str, Any]) -> object:
        return b64encode(png(self._window)).decode()

    async def _bundle(self, _: dict[str, Any]) -> object:
        return b64encode(await self._diagnostics()).decode()

    async def _diagnostics(self) -> bytes:
        """A ZIP archive."""
        from roomdisplay.shell import diagnostics

        state, found = self._view_model.as_json(), self._found().as_json()

        def collected() -> bytes:
            files: dict[str, object] = {
                "health.json": found,
                "state.json": diagnostics.shown(state),
                LOG: RECENT.text,
                "settings.json": diagnostics.told(self._settings),
                "versions.json": diagnostics.versions(),
            }
            if self._link is not None:
                files["store.json"] = self._link.store()
            return diagnostics.archive(files | diagnostics.kept(self._desk.state), self._hidden())

        return await asyncio.to_thread(collected)

    def _hidden(self) -> set[str]:
        """The panel's secrets, that none of them shows. Blocks."""
        from roomdisplay.shell.diagnostics import secret_names

        found: set[str] = set()
        for name in secret_names(self._settings):
            with suppress(SecretMissing):
                found.add(self._secrets.secret(name).decode(errors="replace").strip())
        return found

    async def _refresh(self, _: dict[str, Any]) -> object:
        self._read_anew()
        return "The calendar is read again as soon as the traffic limits allow."

    async def _doctor(self, asked: dict[str, Any]) -> object:

        report = await self._examine(write=asked.get("write") == "yes")
        return {"text": as_text(report), "report": as_json(report)}

    async def _tap(self, asked: dict[str, Any]) -> object:
        """`pixels_ms`: from the finger to the next frame; None where nothing changed on screen."""
        if not self._options.test_controls:
            raise ControlError("This panel was not started with --test-controls, so only a finger can tap it.")
        name = asked.get("name")
        if not isinstance(name, str):
            raise ControlError("Name what to tap: roomdisplay ctl tap NAME.")
        if self._view_model.screen.covers:
            self._view_model.touched()  # which wakes the screen and presses nothing
        await self._shown(name)
        if asked.get("hold"):
            return await self._held(name, float(asked["hold"]))
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

    async def _held(self, name: str, seconds: float) -> object:
        try:
            lift = screen.hold(self._window, name)
        except screen.NotOnScreen as error:
            raise ControlError(str(error)) from error
        await asyncio.sleep(min(seconds, PATIENCE / 2))
        lift()
        return {"tapped": name, "pixels_ms": None}

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
            self._engine.state,
            self._clock.now(),
            began=self._began,
            wox=wox,
            store_fault=self._engine.store_fault,
            unread=self._engine.unread,
        )
