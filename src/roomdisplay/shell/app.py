"""The composition root: a panel from settings to exit.

The first frame shows the kept schedule and needs neither network nor event loop: asyncio, httpx and MSAL are imported
after it (`serving`, `link`).
"""

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import QGuiApplication

from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.secrets import NamedSecrets
from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.adapters.store.unavailable import UnavailableStore
from roomdisplay.config.folders import state_directory
from roomdisplay.config.loader import ConfigError, load_panel
from roomdisplay.config.settings import AUTO, NONE, ServiceAccount, Settings, Unpaired
from roomdisplay.core.appearance import Appearance, agreed
from roomdisplay.core.machine import SHOWN_DAYS, State
from roomdisplay.core.policy import Policy
from roomdisplay.core.sign_in import SignIn
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.ports import Clock, Secrets, Store, StoreBroken, Stored
from roomdisplay.shell import readahead
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.intents import GlassIntents
from roomdisplay.shell.painting import paint
from roomdisplay.ui import platform
from roomdisplay.ui.theme import ThemeBroken
from roomdisplay.ui.viewmodels.panel import PanelViewModel
from roomdisplay.ui.window import WindowBroken, close_window, create_window

if TYPE_CHECKING:
    from roomdisplay.adapters.paired import KeptPairing
    from roomdisplay.shell.link import Link
    from roomdisplay.shell.surroundings import Devices

log = logging.getLogger(__name__)


FAULT = "ROOMDISPLAY_FAULT"
"""In the environment of a process that is to show why the panel cannot run: JSON."""
STARTING = 60.0
"""Seconds in which an exception that nobody foresaw is one of the start."""


class CannotStart(Exception):
    """The message is a sentence that says what is broken."""


class RunOptions(Struct, frozen=True, kw_only=True):
    """What the command line adds to the settings."""

    socket: Path | None = None
    test_controls: bool = False
    screenshot: Path | None = None
    seconds: float | None = None
    always_lit: bool = False
    """The screen never rests, whatever its hours."""
    boot_files: tuple[Path, ...] = (Path("/boot/firmware/roomdisplay.yaml"), Path("/boot/roomdisplay.yaml"))
    """Where an unpaired panel looks for its server's address."""
    stays: bool = False
    """A panel that cannot run shows why and tries again, instead of ending. Under systemd it does anyway."""


def run_from_config(path: Path | None, options: RunOptions) -> int:
    """`roomdisplay run`: exit status 2 where the configuration is wrong, 1 where the panel cannot start. Where it is to
    stay, it says on its screen what is wrong instead, and tries again."""
    environment = dict(os.environ)
    body = os.environ.pop(FAULT, None)
    stays = options.stays or bool(os.environ.get("NOTIFY_SOCKET"))
    _log_to_journal_or_stderr()
    sys.excepthook = _log_exception
    logging.getLogger("httpx").setLevel(logging.WARNING)
    if body is not None:
        return _faulty(path, body, options, environment)
    began = time.monotonic()
    try:
        return _run_from_config(path, options, environment)
    except ConfigError as error:
        print(f"roomdisplay: {error}", file=sys.stderr)
        kind, told, status = "RD-CONFIGURATION", error.shown, 2
    except CannotStart as error:
        print(f"roomdisplay: {error}", file=sys.stderr)
        kind, told, status = "RD-SCREEN", str(error), 1
    except Exception as error:
        # later than at its start it is back in a moment, whole: nobody has to read anything
        if not stays or time.monotonic() - began > STARTING:
            raise
        log.exception("The panel could not start")
        kind, told, status = "RD-CRASH", f"{type(error).__name__} at the start; the panel's log says more.", 1
    if not stays:
        return status
    return _again(environment | {FAULT: json.dumps({"kind": kind, "told": told})})


def _run_from_config(path: Path | None, options: RunOptions, environment: dict[str, str]) -> int:
    """Raises ConfigError, CannotStart."""
    told, kept, paired = _configured(path)
    secrets = NamedSecrets(state=state_directory(told.state_directory))
    if isinstance(told, Settings):
        return run(told, secrets=secrets, clock=SystemClock(), options=options)
    assert kept is not None
    if paired is not None:
        from roomdisplay.shell.loop import UNPAIRED

        status = run(paired, secrets=secrets, clock=SystemClock(), options=options, kept=kept)
        return _again(environment) if status == UNPAIRED else status
    from roomdisplay.shell.unpaired import run_unpaired

    status, is_paired = run_unpaired(told, kept, secrets=secrets, clock=SystemClock(), options=options)
    return _again(environment) if is_paired else status


def _configured(path: Path | None) -> "tuple[Settings | Unpaired, KeptPairing | None, Settings | None]":
    """What the file says; where it leaves the room to a pairing, what is kept of that. Raises ConfigError."""
    told = load_panel(path)
    if isinstance(told, Settings):
        return told, None, None
    from roomdisplay.adapters.paired import KeptPairing

    state = state_directory(told.state_directory)
    kept = KeptPairing(state, NamedSecrets(state=state))
    return told, kept, kept.settings(told)


def _faulty(path: Path | None, body: str, options: RunOptions, environment: dict[str, str]) -> int:
    from roomdisplay.shell.faulty import run_faulty

    def ready() -> str:
        told, _, paired = _configured(path)
        settings = told if isinstance(told, Settings) else paired
        return "" if settings is None else settings.room.address

    status, may_try_again = run_faulty(body, options, path=path, ready=ready)
    return _again({name: value for name, value in environment.items() if name != FAULT}) if may_try_again else status


def _log_to_journal_or_stderr() -> None:
    from roomdisplay.shell.journal import RECENT, Journal, is_listening

    if is_listening():
        logging.basicConfig(level=logging.INFO, handlers=[Journal(), RECENT])
        return
    stderr = logging.StreamHandler(sys.stderr)
    stderr.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[stderr, RECENT])


def _log_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Of one that nobody caught: in a slot it ends nothing, elsewhere the process."""
    log.critical("An exception that was not foreseen", exc_info=(kind, error, trace))


def _ended(kept: "KeptPairing") -> bool:
    from roomdisplay.adapters.paired import NotKept

    try:
        kept.end()
    except NotKept as error:
        log.error("%s", error)
        return False
    return True


def _again(environment: dict[str, str]) -> int:
    """This very process begins anew, with what is on the disk now: nothing of before is left in it."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606 - itself


def run(
    settings: Settings,
    *,
    secrets: Secrets,
    clock: Clock,
    options: RunOptions,
    kept: "KeptPairing | None" = None,
) -> int:
    """One room on one screen until SIGTERM, SIGINT, a closed window or the end of `options.seconds`. `kept` is the
    pairing of a panel that was paired; UNPAIRED once it is so no longer. Raises CannotStart."""
    display = settings.display
    store, stored = _store(settings)
    try:
        platform.prepare((display.width, display.height))
        application = QGuiApplication(["roomdisplay"])
        platform.started()
        sign_in = SignIn() if isinstance(settings.office365.credential, ServiceAccount) else None
        state = State(
            room=settings.room,
            nearby=settings.nearby,
            policy=settings.policy,
            now=(began := clock.now()),
            # whoever has switched it on wants to see it
            noticed_at=began.mono,
            sign_in=sign_in,
            wox=None if settings.wox is None else WoxSide(),
            # as far ahead as anybody may book on WOX
            horizon=SHOWN_DAYS if settings.wox is None else Policy().lead_days + 1,
        )
        engine = Engine(state=state, store=store, clock=clock, show=lambda state: view_model.show(state))
        view_model = PanelViewModel(GlassIntents(engine, clock), hurried=True)
        engine.start(stored)
        appearance = _appearance(settings, stored)
        window = create_window(
            view_model,
            width=display.width,
            height=display.height,
            fullscreen=display.fullscreen,
            appearance=appearance,
        )
    except (WindowBroken, ThemeBroken) as error:
        raise CannotStart(str(error)) from error
    paint(application, window)
    log.info("The first frame is on screen")
    readahead.keep()
    from roomdisplay.adapters.device.serial import serial
    from roomdisplay.adapters.kept_photo import KeptPhoto
    from roomdisplay.adapters.tries import KeptTries
    from roomdisplay.shell.loop import run_until_complete
    from roomdisplay.shell.serving import Desk, Pairing, Serving

    async def confirmed() -> bool:
        from roomdisplay.shell.link import confirmed

        return settings.wox is None or kept is None or await confirmed(settings.wox, kept, secrets)

    async def renewing(link: "Link", told: Callable[[datetime], None]) -> None:
        from roomdisplay.shell.link import OwnCertificate
        from roomdisplay.shell.renewal import Renewal

        if kept is not None and settings.wox is not None:
            await Renewal(OwnCertificate(settings, settings.wox, kept, secrets, clock, link, told), clock).run()

    pairing = (
        None
        if kept is None
        else Pairing(
            confirmed=confirmed,
            renewing=renewing,
            end=lambda: _ended(kept),
            is_new=lambda: kept.is_examination_due,
            examined=kept.examined,
        )
    )
    state_folder = state_directory(settings.state_directory)
    desk = Desk(wrong_pins=KeptTries(state_folder), serial=serial, state=state_folder, photos=KeptPhoto(state_folder))
    serving = Serving(
        settings,
        secrets,
        clock,
        options,
        engine,
        view_model,
        window,
        appearance,
        desk,
        pairing,
        lambda: _devices(settings),
    )
    try:
        return run_until_complete(application, serving.serve, window.engine())
    finally:
        close_window(window)
        store.close()


def _devices(settings: Settings) -> "Devices":
    """What lies around the glass, as far as it is to be used."""
    from roomdisplay.adapters.device.backlight import KernelBacklight
    from roomdisplay.adapters.device.leds import KernelLeds
    from roomdisplay.adapters.device.presence import KernelPresence
    from roomdisplay.adapters.device.voice import voice
    from roomdisplay.shell.surroundings import Devices

    backlight, light, presence = (
        settings.hardware.backlight,
        settings.hardware.status_light,
        settings.hardware.presence,
    )
    return Devices(
        backlight=None if backlight == NONE else KernelBacklight(None if backlight == AUTO else backlight),
        light=None if light == NONE else KernelLeds(None if light == AUTO else light),
        presence=None if presence is None else KernelPresence(presence),
        voice=voice(),
    )


def _appearance(settings: Settings, stored: Stored) -> Appearance:
    """As WOX said last, else as config.yaml says."""
    kept = stored.wox.settings if settings.wox is not None and stored.wox is not None else None
    return settings.display.appearance if kept is None else agreed(kept.appearance, settings.display.appearance)


def _store(settings: Settings) -> tuple[Store, Stored]:
    """What was kept; a disk that is full or broken is no reason for a dark screen."""
    try:
        store = SqliteStore(state_directory(settings.state_directory) / "panel.sqlite")
        if taken := store.take_along(settings.room.address):
            log.warning("%d bookings that were still to be sent for another room are taken along", taken)
        return store, store.load(settings.room.address)
    except StoreBroken as error:
        unavailable = UnavailableStore(str(error))
        return unavailable, unavailable.load(settings.room.address)
