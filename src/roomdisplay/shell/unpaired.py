"""A panel without a room: it shows its code until somebody has confirmed it, and keeps what it is then granted.

The composition root of that page; a paired panel never loads it. What asking a server takes is imported after the first
frame.
"""

import asyncio
import logging
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from roomdisplay.adapters.clock import machine_zone
from roomdisplay.adapters.device.serial import serial
from roomdisplay.adapters.paired import KeptPairing, NotKept
from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.config.folders import state_directory
from roomdisplay.config.settings import AUTO, NONE, Settings, Unpaired
from roomdisplay.core import pairing as core
from roomdisplay.core.pairing import (
    NONCE_LENGTH,
    Addressed,
    Again,
    Effect,
    Event,
    Introduce,
    Introduction,
    Keep,
    Kept,
    Made,
    Make,
    Pairing,
    Phase,
    Poll,
    Tick,
)
from roomdisplay.core.screen import Screen, brightness, unpaired_screen
from roomdisplay.ports import Clock, SecretMissing, Secrets, StoreBroken
from roomdisplay.shell.painting import paint
from roomdisplay.ui import platform, screen
from roomdisplay.ui.frames import Frames
from roomdisplay.ui.screen_view import Hour
from roomdisplay.ui.theme import ThemeBroken
from roomdisplay.ui.viewmodels.pairing import PairingIntents, PairingViewModel
from roomdisplay.ui.window import WindowBroken, close_window, create_window

if TYPE_CHECKING:
    from roomdisplay.adapters.pairing import PanelKeys
    from roomdisplay.adapters.wox.pairing import PairingClient
    from roomdisplay.shell.app import RunOptions
    from roomdisplay.shell.watch import Signs

log = logging.getLogger(__name__)

LOOK_AROUND_EVERY = 15.0
"""Seconds between two looks for a server that announces itself."""
LONGEST_SLEEP = 1.0
TYPED = "typed-server"
"""The address that somebody typed, until the panel is paired."""


def run_unpaired(
    unpaired: Unpaired, kept: KeptPairing, *, secrets: Secrets, clock: Clock, options: "RunOptions"
) -> tuple[int, bool]:
    """Until it is paired, or is to stop: the exit status, and whether it is paired now."""
    display = unpaired.display
    name = serial()
    try:
        platform.prepare((display.width, display.height))
        application = QGuiApplication(["roomdisplay"])
        platform.started()
        intents = PairingIntents(
            again=lambda: door.post(Again()),
            addressed=lambda typed: door.typed(typed),
            noticed=lambda: door.noticed(),
        )
        view_model = PairingViewModel(intents, serial=name)
        window = create_window(
            view_model,
            width=display.width,
            height=display.height,
            fullscreen=display.fullscreen,
            appearance=display.appearance,
        )
    except (WindowBroken, ThemeBroken) as error:
        from roomdisplay.shell.app import CannotStart

        raise CannotStart(str(error)) from error
    paint(application, window)
    from roomdisplay.shell.loop import run_until_complete

    door = Commissioning(unpaired, kept, secrets, clock, options, view_model, window, name)
    try:
        return run_until_complete(application, door.serve, window.engine()), door.is_paired
    finally:
        close_window(window)


class Commissioning:
    """The one writer of the pairing's state: events in, effects out, the page shown."""

    def __init__(
        self,
        unpaired: Unpaired,
        kept: KeptPairing,
        secrets: Secrets,
        clock: Clock,
        options: "RunOptions",
        view_model: PairingViewModel,
        window: QQuickView,
        serial: str,
    ) -> None:
        self._unpaired = unpaired
        self._kept = kept
        self._secrets = secrets
        self._clock = clock
        self._options = options
        self._view_model = view_model
        self._window = window
        self._serial = serial
        self._state = state_directory(unpaired.state_directory)
        self._pairing = Pairing()
        self._keys: PanelKeys | None = None
        self._client: PairingClient | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopped = asyncio.Event()
        self._was_typed = False
        self._ca_file: Path | None = unpaired.ca_file
        self._trouble = ""
        self._ticked_at = clock.now().mono
        self._granted: Settings | None = None
        self._zone = machine_zone()
        # whoever has switched it on wants to see it
        self._noticed_at = clock.now().mono

    @property
    def is_paired(self) -> bool:
        return self._pairing.phase is Phase.PAIRED

    async def serve(self) -> int:
        from roomdisplay.shell.control import ControlError, default_socket
        from roomdisplay.shell.control_server import ControlServer
        from roomdisplay.shell.loop import stop_on_signals
        from roomdisplay.shell.notify import supervisor
        from roomdisplay.shell.watch import watch

        stop_on_signals(self._stopped.set)

        def stop_when_closed() -> None:
            if not self._window.isVisible():
                self._stopped.set()

        self._window.visibleChanged.connect(stop_when_closed)
        frames = Frames(self._window)
        control = ControlServer(self._options.socket or default_socket(), self._commands())
        try:
            await control.start()
            if self._options.seconds is not None:
                asyncio.get_running_loop().call_later(self._options.seconds, self._stopped.set)
            self._begin(self._ticking())
            if self._unpaired.hardware.backlight != NONE:
                self._begin(self._keep_backlight(self._unpaired.hardware.backlight))
            if self._unpaired.hardware.presence is not None:
                self._begin(self._keep_watch(self._unpaired.hardware.presence))
            if (supervised := supervisor()).is_there:
                self._begin(watch(supervised, self._signs(frames)))
            self._begin(self._look_around())
            await self._stopped.wait()
        except ControlError as error:
            print(f"roomdisplay: {error}", file=sys.stderr)
            return 1
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            self._window.visibleChanged.disconnect(stop_when_closed)
            frames.close()
            await control.close()
            if self._client is not None:
                await self._client.close()
        return 0

    def _signs(self, frames: Frames) -> "Signs":
        from roomdisplay.shell.watch import Signs

        return Signs(
            late=lambda: self._clock.now().mono - self._ticked_at,
            unwritten=lambda: 0.0,
            frames=frames,
            status=lambda: f"Not paired: {self._view_model.as_json()['network'] or self._view_model.as_json()['how']}",
        )

    # ── events and effects ────────────────────────────────────────────────────────────────────────────────────────────

    def post(self, event: Event) -> None:
        before = self._pairing
        self._pairing, effects = core.step(before, event)
        if self._pairing != before:
            self._view_model.show(self._pairing, may_change=self._was_typed)
            self._note(before)
        for effect in effects:
            self._begin(self._run(effect))
        if self.is_paired:
            self._begin(self._confirm())

    def _note(self, before: Pairing) -> None:
        after = self._pairing
        if after.phase is not before.phase and after.phase in (Phase.KEEPING, Phase.DENIED, Phase.BROKEN):
            self.noticed()  # somebody with a phone is there
        if after.phase is not before.phase and after.phase in (Phase.DENIED, Phase.BROKEN, Phase.PAIRED):
            log.info("Pairing: %s %s", after.phase, after.reason)
        elif (after.failure is None) is not (before.failure is None):
            log.info("The WOX server %s: %s", after.server, "answers" if after.failure is None else after.failure)

    async def _run(self, effect: Effect) -> None:
        match effect:
            case Make():
                await self._make()
            case Introduce(introduction=introduction):
                if self._client is not None and self._keys is not None:
                    self.post(await self._client.introduce(introduction, self._keys))
            case Poll():
                if self._client is not None and self._keys is not None:
                    self.post(await self._client.poll(effect, self._keys))
            case Keep(grant=grant):
                await self._keep(grant)
            case _:
                assert_never(effect)

    async def _make(self) -> None:
        """A code; the keys before it, where there are none yet."""
        import secrets as randomness

        while self._keys is None:
            try:
                self._keys = await asyncio.to_thread(self._made_keys)
            except (SecretMissing, StoreBroken) as missing:
                if str(missing) != self._trouble:
                    self._trouble = str(missing)
                    log.error("%s", missing)
                    self._view_model.refuse(str(missing))
                await asyncio.sleep(5)
        self.post(
            Made(
                introduction=Introduction(
                    serial=self._serial,
                    identity_key=self._keys.identity_key,
                    sealing_key=self._keys.sealing_key,
                    nonce=randomness.token_bytes(NONCE_LENGTH),
                )
            )
        )

    def _made_keys(self) -> "PanelKeys":
        """Imports what the first frame did without, so it runs in a thread; and sweeps up what is left of before."""
        from roomdisplay.adapters.pairing import panel_keys
        from roomdisplay.ui.square import square

        square("https://wox.example/pair?code=BCDFGHJK")
        keys = panel_keys(self._secrets)
        self._kept.sweep(lambda: forget_rooms(self._state))
        return keys

    async def _keep(self, grant: bytes) -> None:
        try:
            self._granted = await asyncio.to_thread(
                self._kept.keep,
                grant,
                server=self._pairing.server,
                ca_file=self._ca_file,
                serial=self._serial,
                now=self._clock.now().wall,
            )
        except NotKept as error:
            log.error("%s", error)
            self.post(core.NotKept(reason=str(error), now=self._clock.now().mono))
            return
        self.post(Kept())

    async def _confirm(self) -> None:
        """Tells the server at once, where that works; else the paired panel does."""
        from roomdisplay.shell.link import confirmed

        wox = None if self._granted is None else self._granted.wox
        if wox is not None:
            await confirmed(wox, self._kept, self._secrets)
        (self._state / TYPED).unlink(missing_ok=True)
        self._stopped.set()

    # ── which server ──────────────────────────────────────────────────────────────────────────────────────────────────

    async def _look_around(self) -> None:
        """By the configuration, by a file on the boot partition, by what was typed, or by what announces itself."""
        from roomdisplay.adapters.discovery import from_boot, from_network
        from roomdisplay.config.loader import ConfigError

        if self._unpaired.server is not None:
            await self._address(self._unpaired.server)
            return
        try:
            boot = await asyncio.to_thread(from_boot, self._options.boot_files)
        except ConfigError as error:
            log.error("%s", error)
            boot = None
        if boot is not None and boot.server is not None:
            self._ca_file = boot.ca_file or self._ca_file
            await self._address(boot.server)
            return
        if (typed := self._typed_before()) is not None:
            self._was_typed = True
            await self._address(typed)
            return
        self._view_model.ask_for_server()
        while self._pairing.phase is Phase.NOWHERE:
            found = await asyncio.to_thread(from_network)
            if found is not None and self._pairing.phase is Phase.NOWHERE and not self._view_model.is_touched:
                log.info("A WOX server announces itself: %s", found)
                # anybody may announce one, so it can be changed on the glass
                self._was_typed = True
                self._view_model.ask_no_more()
                await self._address(found)
                return
            await asyncio.sleep(LOOK_AROUND_EVERY)

    async def _address(self, server: str) -> None:
        from roomdisplay.adapters.http import Network
        from roomdisplay.adapters.wox.pairing import LARGEST, PairingClient

        old, self._client = (
            self._client,
            PairingClient(
                server=server,
                now=lambda: self._clock.now().mono,
                network=Network(ca_file=self._ca_file, largest=LARGEST),
            ),
        )
        self.post(Addressed(server=server))
        if old is not None:
            await old.close()

    def typed(self, text: str) -> bool:
        """Somebody typed an address; False: it is none."""
        from roomdisplay.config import kinds

        text = text.strip().removeprefix("https://").rstrip("/")
        server = kinds.HTTPS.read(text if text.startswith("http://") else f"https://{text}")
        if not text or server is None:
            return False
        self._was_typed = True
        self._state.mkdir(parents=True, exist_ok=True, mode=0o700)
        (self._state / TYPED).write_text(server)
        self._begin(self._address(server))
        return True

    def _typed_before(self) -> str | None:
        from roomdisplay.config import kinds

        try:
            return kinds.HTTPS.read((self._state / TYPED).read_text(encoding="ascii").strip())
        except (OSError, UnicodeDecodeError):
            return None

    # ── time ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def _ticking(self) -> None:
        while True:
            now = self._ticked_at = self._clock.now().mono
            self.post(Tick(now=now))
            self._rest()
            due = self._pairing.due_at
            pause = LONGEST_SLEEP if due is None else min(LONGEST_SLEEP, max(0.02, due - self._clock.now().mono))
            await asyncio.sleep(pause)

    # ── the screen ────────────────────────────────────────────────────────────────────────────────────────────────────

    def noticed(self) -> None:
        """Somebody is before the glass."""
        self._noticed_at = self._clock.now().mono
        self._rest()

    @property
    def _screen(self) -> Screen:
        if self._options.always_lit:
            return Screen.LIT
        return unpaired_screen(self._clock.now(), self._zone, self._unpaired.policy, self._noticed_at)

    def _rest(self) -> None:
        self._view_model.rest(
            Hour(
                now=self._clock.now().wall.astimezone(self._zone),
                screen=self._screen,
                dimmed_brightness=self._unpaired.policy.dimmed_brightness / 100,
            )
        )

    async def _keep_backlight(self, name: str) -> None:
        from roomdisplay.adapters.device.backlight import KernelBacklight
        from roomdisplay.shell.surroundings import keep_shining

        await keep_shining(
            KernelBacklight(None if name == AUTO else name),
            lambda: brightness(self._screen, self._unpaired.policy),
            self._view_model.screen.has_backlight,
        )

    async def _keep_watch(self, path: Path) -> None:
        from roomdisplay.adapters.device.presence import KernelPresence
        from roomdisplay.shell.surroundings import keep_watch

        await keep_watch(KernelPresence(path), self.noticed)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("Pairing failed in a way that was not foreseen", exc_info=error)

    # ── roomdisplay ctl ───────────────────────────────────────────────────────────────────────────────────────────────

    def _commands(self) -> Mapping[str, Callable[[dict[str, Any]], Coroutine[Any, Any, object]]]:
        return {"state": self._shown, "health": self._health, "screenshot": self._screenshot, "tap": self._tap}

    async def _shown(self, _: dict[str, Any]) -> object:
        return self._view_model.as_json() | {"taps": screen.names(self._window)}

    async def _health(self, _: dict[str, Any]) -> object:
        return {"ok": False, "faults": ["The panel is not paired: scan its code."], "pairing": self._pairing.phase}

    async def _screenshot(self, _: dict[str, Any]) -> object:
        from roomdisplay.shell.painting import png

        return b64encode(png(self._window)).decode()

    async def _tap(self, asked: dict[str, Any]) -> object:
        from roomdisplay.shell.control import ControlError

        if not self._options.test_controls:
            raise ControlError("This panel was not started with --test-controls, so only a finger can tap it.")
        try:
            if self._view_model.screen.covers:
                self._view_model.touched()  # which wakes the screen and presses nothing
                while self._view_model.screen.covers:  # noqa: ASYNC110  a timer of Qt's
                    await asyncio.sleep(0.02)
            began = time.perf_counter()
            full = screen.tap(self._window, str(asked.get("name", "")))
            return {"tapped": full, "pixels_ms": round((time.perf_counter() - began) * 1000, 1)}
        except screen.NotOnScreen as error:
            raise ControlError(str(error)) from error


def forget_rooms(state: Path) -> None:
    """What was read of any room is gone, its photo and the doctor's report with it; what was promised stays.
    Blocks; raises StoreBroken."""
    from roomdisplay.adapters.kept_photo import KeptPhoto
    from roomdisplay.shell.diagnostics import forget_report

    KeptPhoto(state).forget()
    forget_report(state)
    if not (state / "panel.sqlite").exists():
        return
    store = SqliteStore(state / "panel.sqlite")
    try:
        store.forget_rooms()
    finally:
        store.close()
