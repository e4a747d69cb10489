"""A panel that cannot run says so on its screen, and tries again: the composition root of that page.

It is shown by a process that begins anew for it, so that nothing of what broke is left in it.
"""

import asyncio
import json
import logging
import os
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from roomdisplay import __version__
from roomdisplay.adapters.device.serial import serial
from roomdisplay.config.loader import ConfigError
from roomdisplay.shell.control import ControlError, default_socket
from roomdisplay.shell.control_server import ControlServer
from roomdisplay.shell.loop import run_until_complete, stop_on_signals
from roomdisplay.shell.notify import supervisor
from roomdisplay.ui import platform
from roomdisplay.ui.fault import Fault, FaultKind, card, derive_fault
from roomdisplay.ui.fault_window import FaultWindow
from roomdisplay.ui.viewmodels.locale import known_locale, machine_locale, wording

if TYPE_CHECKING:
    from roomdisplay.shell.app import RunOptions

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
TRY_EVERY = 60.0
TELL_EVERY = 10.0
SIZE = (1280, 800)
"""Of the picture where there is no screen; pixels."""
_TRANSLATIONS = Path(__file__).resolve().parents[1] / "ui" / "i18n"


def run_faulty(body: str, options: "RunOptions", *, path: Path | None, ready: Callable[[], str]) -> tuple[int, bool]:
    """Until it is to stop, or may try again: the exit status, and whether it may. `ready` gives the room's address as
    far as it is known, and raises ConfigError as long as the configuration at `path` cannot be used."""
    told: dict[str, str] = json.loads(body)
    room = ""
    with suppress(ConfigError):
        room = ready()
    fault = Fault(kind=FaultKind(told["kind"]), told=told["told"], room=room, serial=serial(), version=__version__)
    platform.prepare(SIZE)
    application = QGuiApplication(["roomdisplay"])
    platform.started()
    with suppress(Exception):  # what is missing here may be the very fault
        from roomdisplay.ui.typefaces import load_fonts

        load_fonts()
    page = FaultPage(fault, options, path=path, ready=ready)
    return run_until_complete(application, page.serve), page.may_try_again


class FaultPage:
    def __init__(self, fault: Fault, options: "RunOptions", *, path: Path | None, ready: Callable[[], str]) -> None:
        self.may_try_again = False
        self._fault = fault
        self._options = options
        self._path = path
        self._ready = ready
        self._stopped = asyncio.Event()
        locale = known_locale(machine_locale())
        self._translator = QTranslator()
        if locale.language() != QLocale.Language.English:
            self._translator.load(locale, "roomdisplay", "_", str(_TRANSLATIONS))
            QCoreApplication.installTranslator(self._translator)
        self._words = wording(locale)
        self._window = FaultWindow(derive_fault(fault, self._words))

    async def serve(self) -> int:
        stop_on_signals(self._stopped.set)
        screen = self._window.screen().size()
        self._window.resize(screen)
        if platform.has_display():
            self._window.showFullScreen()
        else:
            self._window.show()
        log.error("The panel cannot run and says so on its screen: %s", self._fault.told)
        control = ControlServer(self._options.socket or default_socket(), self._commands())
        watching = asyncio.get_running_loop().create_task(self._watch())
        try:
            try:
                await control.start()
            except ControlError as error:
                log.error("%s", error)
            await self._stopped.wait()
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
            await control.close()
            self._window.close()
        return 0

    async def _watch(self) -> None:
        """Looks whether the file has changed, tries now and then in any case, and tells systemd to be patient: the
        panel is not ready, and killing it would only make the screen dark."""
        supervised, seen = supervisor(), _seen(self._path)
        tried = told = time.monotonic()
        supervised.not_yet(self._fault.told, TELL_EVERY * 3)
        while True:
            await asyncio.sleep(LOOK_EVERY)
            now, found = time.monotonic(), _seen(self._path)
            if now - told >= TELL_EVERY:
                told = now
                supervised.not_yet(self._fault.told, TELL_EVERY * 3)
            if found == seen and now - tried < TRY_EVERY:
                continue
            seen, tried = found, now
            if self._is_mended():
                self.may_try_again = True
                self._stopped.set()
                return

    def _is_mended(self) -> bool:
        """A screen that goes dark for nothing every minute helps nobody: the file is looked at first."""
        try:
            self._ready()
        except ConfigError as error:
            self._fault = replace(self._fault, kind=FaultKind.CONFIGURATION, told=error.shown)
            self._window.show_view(derive_fault(self._fault, self._words))
            return False
        return True

    # ── roomdisplay ctl ───────────────────────────────────────────────────────────────────────────────────────────────

    def _commands(self) -> Mapping[str, Callable[[dict[str, Any]], Any]]:
        return {"state": self._state, "health": self._health, "screenshot": self._screenshot}

    async def _state(self, _: dict[str, Any]) -> object:
        view = derive_fault(self._fault, self._words)
        return {"fault": str(self._fault.kind), "title": view.title, "forIt": view.for_it, "card": card(self._fault)}

    async def _health(self, _: dict[str, Any]) -> object:
        return {"ok": False, "version": __version__, "faults": [self._fault.told], "pid": os.getpid()}

    async def _screenshot(self, _: dict[str, Any]) -> object:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._window.picture().save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
        return b64encode(buffer.data().data()).decode()


def _seen(path: Path | None) -> tuple[int, int, int] | None:
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
