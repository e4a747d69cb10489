"""`roomdisplay doctor`: the composition root of an examination. Nothing of a running panel is needed or disturbed."""

import asyncio
import json
import logging
import os
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from PySide6.QtGui import QGuiApplication

from roomdisplay import __version__
from roomdisplay.adapters.paired import KeptPairing
from roomdisplay.adapters.secrets import NamedSecrets
from roomdisplay.config import folders
from roomdisplay.config.loader import ConfigError, load_panel
from roomdisplay.config.settings import Settings
from roomdisplay.doctor.examination import Wishes
from roomdisplay.doctor.exchange import NotProcessing, Processing, processing
from roomdisplay.doctor.report import Report, as_json, as_text
from roomdisplay.shell.examining import Examined, examine_whole
from roomdisplay.shell.link import linked
from roomdisplay.ui import fonts, platform
from roomdisplay.ui.theme import ThemeBroken
from roomdisplay.ui.typefaces import load_fonts
from roomdisplay.ui.viewmodels.locale import FALLBACK, machine_locale

NO_LOCALE = ("", "C", "POSIX")


class DoctorOptions(Struct, frozen=True, kw_only=True):
    """The command line. `config` None: only the machine is looked at."""

    config: Path | None = None
    json: bool = False
    write: bool = False
    outsider: str = ""
    exchange: Path | None = None
    root: Path = Path("/")


def _settings(path: Path) -> Settings | None:
    """Of a panel that was configured, or paired; None: it is to be paired yet. Raises ConfigError."""
    told = load_panel(path)
    if isinstance(told, Settings):
        return told
    state = folders.state_directory(told.state_directory)
    return KeptPairing(state, NamedSecrets(state=state)).settings(told)


def run_doctor(options: DoctorOptions) -> int:
    """Prints the report. Exit status: 0 well, 1 something is broken, 2 it cannot look."""
    logging.basicConfig(level=logging.CRITICAL, stream=sys.stderr)
    try:
        settings = _settings(options.config) if options.config is not None else None
        told = processing(options.exchange.read_bytes()) if options.exchange is not None else Processing()
        if (stranger := _stranger(settings)) is not None:
            return _cannot(stranger)
        report = asyncio.run(_report(settings, told, options))
    except (ConfigError, ThemeBroken) as error:
        return _cannot(str(error))
    except NotProcessing as error:
        return _cannot(f"{options.exchange}: {error}")
    except OSError as error:
        return _cannot(f"{error.filename} cannot be read ({error.strerror}).")
    print(json.dumps(as_json(report), ensure_ascii=False, indent=2) if options.json else as_text(report))
    return report.exit_status


def _cannot(reason: str) -> int:
    print(f"roomdisplay: {reason}", file=sys.stderr)
    return 2


def _stranger(settings: Settings | None) -> str | None:
    """Why this user must not look: what it wrote would be its own, and the panel could not read it any more."""
    state = folders.state_directory(settings.state_directory if settings else None)
    try:
        owner = state.stat().st_uid
    except OSError:
        return None
    if owner == os.geteuid():
        return None
    return f"{state} belongs to another user. Run this as the panel's user: sudo -u '#{owner}' roomdisplay doctor …"


async def _report(settings: Settings | None, told: Processing, options: DoctorOptions) -> Report:
    state = folders.state_directory(settings.state_directory if settings else None)
    secrets = NamedSecrets(state=state)
    machines = machine_locale()
    locale = (settings.display.appearance.locale if settings else None) or (
        FALLBACK if machines in NO_LOCALE else machines
    )
    now = datetime.now(UTC)
    wishes = Wishes(now=now, id=str(uuid.uuid4()), write=options.write, outsider=options.outsider, told=told)
    link = linked(settings, secrets) if settings is not None else None
    examined = Examined(
        settings=settings,
        link=link,
        secrets=secrets,
        state=state,
        locale=locale,
        scripts=_scripts((locale,)),
        config=options.config,
        root=options.root,
    )
    try:
        findings = [finding async for finding in examine_whole(examined, wishes)]
    finally:
        if link is not None:
            await link.tokens.close()
            if link.wox is not None:
                await link.wox.close()
    return Report(version=__version__, room=settings.room.address if settings else "", at=now, findings=tuple(findings))


def _scripts(locales: tuple[str, ...]) -> dict[str, bool]:
    """By a Qt that draws nowhere: a panel may be using the screen."""
    os.environ.pop("QT_QPA_PLATFORM", None)
    platform.prepare((1280, 800), display=False)
    application = QGuiApplication(["roomdisplay"])
    platform.started()
    for locale in locales:
        load_fonts(locale)
    found = fonts.scripts(locales)
    del application
    return found
