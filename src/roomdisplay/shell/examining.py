"""What the doctor is shown of a panel, whether it runs or not: its links, by their own sign-in, and its machine."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from functools import cache
from pathlib import Path
from typing import assert_never
from urllib.parse import urlsplit

from msgspec import Struct
from PySide6.QtCore import QTimeZone

from roomdisplay.adapters.device import disk, kernel
from roomdisplay.adapters.graph import GraphCalendar
from roomdisplay.adapters.http import AsyncHttp, Network
from roomdisplay.adapters.reach import Way
from roomdisplay.adapters.secrets.modes import changeable, wrong_modes
from roomdisplay.config import settings as config
from roomdisplay.config.settings import Settings
from roomdisplay.core.room import Room
from roomdisplay.doctor import appointment, machine
from roomdisplay.doctor.evidence import LinkKind, Office365, Panel
from roomdisplay.doctor.examination import Wishes, examine
from roomdisplay.doctor.finding import Finding
from roomdisplay.doctor.wox import WoxSide, examine_wox
from roomdisplay.ports import SecretMissing, Secrets
from roomdisplay.shell.link import Link, kept_secrets

STORE = "panel.sqlite"


class Examined(Struct, frozen=True, kw_only=True):
    """A panel. `settings` None: it has no room yet, and only the machine is looked at."""

    settings: Settings | None
    link: Link | None
    """Its own, as it works with it; it is not closed. None where there are no settings."""
    secrets: Secrets
    state: Path
    """Its state directory."""
    locale: str
    scripts: Mapping[str, bool]
    """As `ui.fonts.scripts` says, which needs Qt's own thread."""
    config: Path | None = None
    """Its config.yaml, if that is known."""
    root: Path = Path("/")


async def examine_whole(examined: Examined, wishes: Wishes) -> AsyncIterator[Finding]:
    """Everything, each finding as it comes."""
    settings, link = examined.settings, examined.link
    if settings is not None and link is not None:
        http = AsyncHttp(link.network)
        try:
            async for finding in examine(_office365(settings, link, http), wishes):
                yield finding
        finally:
            await http.close()
    async for finding in examine_wox(_wox(settings, link)):
        yield finding
    for finding in machine.examine_panel(await asyncio.to_thread(_panel, examined)):
        yield finding


def _office365(settings: Settings, link: Link, http: AsyncHttp) -> Office365:
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


def _wox(settings: Settings | None, link: Link | None) -> WoxSide | None:
    if settings is None or settings.wox is None or link is None or link.wox is None:
        return None
    way = Way(Network(ca_file=settings.wox.ca_file))
    return WoxSide(room=settings.room, address=f"{settings.wox.server}/", servers=way, wox=link.wox)


def _zone_names(windows: str) -> tuple[str, ...]:
    found = QTimeZone.windowsIdToIanaIds(windows.encode())
    return tuple(bytes(name.data()).decode() for name in found)


def _windows_zone(iana: str) -> str:
    return bytes(QTimeZone.ianaIdToWindowsId(iana.encode()).data()).decode()


def _panel(examined: Examined) -> Panel:
    """Blocks."""
    state, root = examined.state, examined.root
    open_files = wrong_modes([*kept_secrets(state), state / STORE])
    if examined.config is not None:
        open_files += changeable(examined.config)
    return Panel(
        screens=kernel.screens(root),
        touch=kernel.touch_screens(root),
        backlights=kernel.backlights(root),
        lights=kernel.lights(root),
        storage=disk.storage(state),
        scripts=examined.scripts,
        languages=(examined.locale,),
        secrets={name: _missing(name, examined.secrets) for name in _named(examined.settings)},
        open_files=tuple(open_files),
    )


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
