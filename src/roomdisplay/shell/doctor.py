"""`roomdisplay doctor`: the composition root of an examination. Nothing of a running panel is needed or disturbed."""

import asyncio
import json
import logging
import os
import sys
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import assert_never
from urllib.parse import urlsplit

from PySide6.QtCore import QTimeZone
from PySide6.QtGui import QGuiApplication

from roomdisplay import __version__
from roomdisplay.adapters.device import disk, kernel
from roomdisplay.adapters.graph import GraphCalendar
from roomdisplay.adapters.http import AsyncHttp
from roomdisplay.adapters.paired import KeptPairing
from roomdisplay.adapters.reach import Way
from roomdisplay.adapters.secrets import NamedSecrets
from roomdisplay.adapters.secrets.modes import changeable, wrong_modes
from roomdisplay.config import folders
from roomdisplay.config import settings as config
from roomdisplay.config.loader import ConfigError, load_panel
from roomdisplay.config.settings import Settings
from roomdisplay.core.room import Room
from roomdisplay.doctor import appointment, machine
from roomdisplay.doctor.evidence import LinkKind, Office365, Panel
from roomdisplay.doctor.examination import Wishes, examine, no_wox
from roomdisplay.doctor.exchange import NotProcessing, Processing, processing
from roomdisplay.doctor.finding import Finding
from roomdisplay.doctor.report import Report, as_json, as_text
from roomdisplay.ports import SecretMissing, Secrets
from roomdisplay.shell.link import Link, kept_secrets, linked
from roomdisplay.ui import fonts, platform
from roomdisplay.ui.viewmodels.locale import FALLBACK, machine_locale
from roomdisplay.ui.window import WindowBroken, load_fonts

STORE = "panel.sqlite"
NO_LOCALE = ("", "C", "POSIX")


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorOptions:
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
    except (ConfigError, WindowBroken) as error:
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
    panel = _panel(settings, secrets, state, options)
    panel_findings = machine.examine_panel(panel)
    now = datetime.now(UTC)
    findings: tuple[Finding, ...] = ()
    if settings is not None:
        wishes = Wishes(now=now, id=str(uuid.uuid4()), write=options.write, outsider=options.outsider, told=told)
        findings = await _office365(settings, secrets, wishes)
    return Report(
        version=__version__,
        room=settings.room.address if settings else "",
        at=now,
        findings=(*findings, no_wox(), *panel_findings),
    )


async def _office365(settings: Settings, secrets: Secrets, wishes: Wishes) -> tuple[Finding, ...]:
    link = linked(settings, secrets)
    http = AsyncHttp(link.network)
    try:
        return await examine(_examined(settings, link, http), wishes)
    finally:
        await http.close()
        await link.tokens.close()


def _examined(settings: Settings, link: Link, http: AsyncHttp) -> Office365:
    @cache
    def calendar(room: Room) -> GraphCalendar:
        return GraphCalendar(
            base_url=link.graph,
            room_address=room.address,
            zone=room.zone,
            tokens=link.tokens,
            http=http,
            category=appointment.CATEGORY,
        )

    graph = urlsplit(link.graph)
    by_person = isinstance(settings.office365.credential, config.ServiceAccount)
    return Office365(
        room=settings.room,
        nearby=settings.nearby,
        kind=LinkKind.SERVICE_ACCOUNT if by_person else LinkKind.ENTERPRISE_APPLICATION,
        client_id=settings.office365.client_id,
        sign_in_url=f"{link.authority}/v2.0/.well-known/openid-configuration",
        graph_url=f"{graph.scheme}://{graph.netloc}/",
        servers=Way(link.network),
        tokens=link.tokens,
        calendars=calendar,
        certificate_ends=link.certificate_ends,
        zone_names=_zone_names,
        windows_zone=_windows_zone,
        releases=settings.policy.check_in,
        shows_subjects=settings.policy.show_subject,
    )


def _zone_names(windows: str) -> tuple[str, ...]:
    found = QTimeZone.windowsIdToIanaIds(windows.encode())
    return tuple(bytes(name.data()).decode() for name in found)


def _windows_zone(iana: str) -> str:
    return bytes(QTimeZone.ianaIdToWindowsId(iana.encode()).data()).decode()


def _panel(settings: Settings | None, secrets: Secrets, state: Path, options: DoctorOptions) -> Panel:
    machines = machine_locale()
    locale = (settings.display.appearance.locale if settings else None) or (
        FALLBACK if machines in NO_LOCALE else machines
    )
    open_files = wrong_modes([*kept_secrets(state), state / STORE])
    if options.config is not None:
        open_files += changeable(options.config)
    return Panel(
        screens=kernel.screens(options.root),
        touch=kernel.touch_screens(options.root),
        backlights=kernel.backlights(options.root),
        lights=kernel.lights(options.root),
        storage=disk.storage(state),
        scripts=_scripts((locale,)),
        languages=(locale,),
        secrets={name: _missing(name, secrets) for name in _named(settings)},
        open_files=tuple(open_files),
    )


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


def _named(settings: Settings | None) -> tuple[str, ...]:
    if settings is None:
        return ()
    credential = settings.office365.credential
    match credential:
        case config.ClientSecret(secret=name):
            return (name,)
        case config.CertificatePem(pem=name, passphrase=passphrase):
            return (name, passphrase) if passphrase else (name,)
        case config.CertificatePfx(pfx=name, passphrase=passphrase):
            return (name, passphrase) if passphrase else (name,)
        case config.ServiceAccount():
            return ()
        case _:
            assert_never(credential)


def _missing(name: str, secrets: Secrets) -> str:
    try:
        secrets.secret(name)
    except SecretMissing as missing:
        return str(missing)
    return ""
