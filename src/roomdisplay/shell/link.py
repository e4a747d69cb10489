"""How settings become the rooms' calendars. Imported after the first frame: httpx and MSAL take their time.

cryptography is imported where something is sealed, signed or proven by certificate.
"""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from roomdisplay.adapters.device.serial import serial
from roomdisplay.adapters.entra import CLOUDS, EnterpriseApplication, credential
from roomdisplay.adapters.graph import GraphApplication, GraphCalendar
from roomdisplay.adapters.http import AsyncHttp, Network
from roomdisplay.adapters.installer import InboxInstaller
from roomdisplay.adapters.paired import NEXT_CERTIFICATE, KeptPairing
from roomdisplay.adapters.secrets.modes import FILE, FOLDER, wrong_modes
from roomdisplay.adapters.store.statistics import statistics
from roomdisplay.adapters.wox import LARGEST, WoxClient
from roomdisplay.config import settings as config
from roomdisplay.config.folders import state_directory
from roomdisplay.config.settings import Settings
from roomdisplay.core.failure import Failure
from roomdisplay.core.room import Room
from roomdisplay.ports import (
    AccessTokens,
    ApplicationKeys,
    Calendars,
    Clock,
    CodeSignIn,
    Failed,
    Installer,
    SecretMissing,
    Secrets,
    WoxServer,
)

if TYPE_CHECKING:
    from roomdisplay.adapters.pairing import PanelKeys
    from roomdisplay.adapters.wox.pairing import PairingClient

TOKEN_CACHE = "token-cache"
STORE = "panel.sqlite"
REGISTERED_TRIES, REGISTERED_EVERY = 12, 0.5

log = logging.getLogger(__name__)


class Link(Struct, frozen=True, kw_only=True):
    """The rooms' calendars and who the panel is to them."""

    calendars: Callable[[Room], GraphCalendar]
    tokens: AccessTokens
    try_again: Callable[[], None]
    """Somebody mended the sign-in, so it need not wait."""
    certificate_ends: Callable[[], Awaitable[datetime | None]] | None
    """When the certificate ends, read anew; None where there is none. Raises Failed."""
    code_sign_in: CodeSignIn | None
    """None: no person can sign in."""
    authority: str
    """What tokens are issued by, with the tenant."""
    graph: str
    """Graph's address, with the version."""
    network: Network
    wox: WoxServer | None
    """None: the panel works with Office 365 alone."""
    installer: Installer
    store: Callable[[], Mapping[str, object]]
    """How the store is. Blocks."""


def linked(settings: Settings, secrets: Secrets) -> Link:
    """The calendars behind the Graph, signed in at its first use. Touches no network."""
    state = state_directory(settings.state_directory)
    for complaint in wrong_modes(kept_secrets(state)):
        log.error("%s", complaint)
    office365 = settings.office365
    cloud = CLOUDS[office365.cloud]
    network = Network(ca_file=office365.ca_file, proxy=office365.proxy)
    authority = office365.authority or cloud.authority(office365.tenant)
    match office365.credential:
        case config.ServiceAccount():
            from roomdisplay.adapters.entra.service_account import ServiceAccount
            from roomdisplay.adapters.sealed import SealedFile

            bound_to = (settings.room.address, office365.client_id, authority)
            certificate_ends = None
            tokens = code_sign_in = ServiceAccount(
                authority=authority,
                client_id=office365.client_id,
                cache=SealedFile(state / TOKEN_CACHE, secrets, bound_to=bound_to),
                scope=cloud.delegated_scope,
                network=network,
            )
        case named:
            code_sign_in = None
            tokens = _application(office365, named, secrets, network)
            certificate_ends = tokens.certificate_ends
    return Link(
        calendars=_calendars(office365, tokens, network),
        tokens=tokens,
        try_again=tokens.try_again,
        certificate_ends=certificate_ends,
        code_sign_in=code_sign_in,
        authority=authority,
        graph=office365.graph or cloud.base_url,
        network=network,
        wox=None if settings.wox is None else _wox(settings.wox, secrets),
        installer=InboxInstaller(state / "update", _results()),
        store=lambda: statistics(state / STORE),
    )


def _results() -> Path | None:
    """Where root tells what became of a release; None: nobody installs any here."""
    told = os.environ.get("ROOMDISPLAY_INSTALLER")
    return Path(told) if told else None


class ApplicationLink(Struct, frozen=True, kw_only=True):
    """The rooms' calendars for a server, which no person signs in to."""

    calendars: Calendars
    tokens: AccessTokens
    keys: ApplicationKeys | None
    """The application's own; None: it proves itself by a client secret, which registers no keys."""
    own_thumbprint: Callable[[], str]
    """Of the certificate it proves itself by: SHA-1, upper-case hex; empty: by none. Blocks; raises Failed."""

    async def close(self, room: Room) -> None:
        """Through any of the rooms."""
        await self.calendars(room).close()
        if self.keys is not None:
            await self.keys.close()
        await self.tokens.close()


def application_link(office365: config.Office365, named: config.Credential, secrets: Secrets) -> ApplicationLink:
    """Any room's calendar, linked as an enterprise application. Touches no network."""
    network = Network(ca_file=office365.ca_file, proxy=office365.proxy)
    from roomdisplay.adapters.entra.possession import Possession

    tokens = _application(office365, named, secrets, network)
    held = Possession(_credential(named), secrets)
    keys = None
    if not isinstance(named, config.ClientSecret):
        keys = GraphApplication(
            base_url=office365.graph or CLOUDS[office365.cloud].base_url,
            client_id=office365.client_id,
            tokens=tokens,
            prove=lambda object_id: held.proof(object_id, datetime.now(UTC)),
            http=AsyncHttp(network),
        )
    calendars = _calendars(office365, tokens, network)
    return ApplicationLink(calendars=calendars, tokens=tokens, keys=keys, own_thumbprint=lambda: held.thumbprint)


def _application(
    office365: config.Office365, named: config.Credential, secrets: Secrets, network: Network
) -> EnterpriseApplication:
    cloud = CLOUDS[office365.cloud]
    return EnterpriseApplication(
        authority=office365.authority or cloud.authority(office365.tenant),
        client_id=office365.client_id,
        credential=_credential(named),
        secrets=secrets,
        scope=cloud.scope,
        network=network,
    )


async def confirmed(wox: config.Wox, kept: KeptPairing, secrets: Secrets) -> bool:
    """Tells WOX that what the pairing granted has been kept; whether it need not be told again."""
    if not kept.is_receipt_due:
        return True
    from roomdisplay.adapters.wox.pairing import PairingClient

    client = PairingClient(server=wox.server, network=Network(ca_file=wox.ca_file, largest=LARGEST))
    try:
        token, keys = await asyncio.to_thread(_introduced, wox, secrets)
        await client.confirm(token, kept.certificate, keys)
        if kept.certificate is not None:
            await _until_registered(client, token, kept.certificate, keys)
    except (Failed, SecretMissing) as error:
        log.info("WOX was not told yet that the panel is paired: %s", error)
        return False
    finally:
        await client.close()
    kept.received()
    return True


async def _until_registered(client: "PairingClient", token: str, certificate: str, keys: "PanelKeys") -> None:
    """WOX may need a moment for it, and a sign-in before that would be refused; an administrator may need days."""
    for _ in range(REGISTERED_TRIES):
        with suppress(Failed):
            if await client.offer(token, certificate, keys, in_use=True):
                return
        await asyncio.sleep(REGISTERED_EVERY)


class OwnCertificate:
    """The port of `shell.renewal`, of a panel that was paired."""

    def __init__(
        self,
        settings: Settings,
        wox: config.Wox,
        kept: KeptPairing,
        secrets: Secrets,
        clock: Clock,
        link: Link,
        told: Callable[[datetime], None],
    ) -> None:
        """`told` hears when a new one ends."""
        self._settings = settings
        self._wox = wox
        self._kept = kept
        self._secrets = secrets
        self._clock = clock
        self._link = link
        self._told = told

    async def ends(self) -> datetime | None:
        return None if self._link.certificate_ends is None else await self._link.certificate_ends()

    async def current(self) -> str | None:
        return await asyncio.to_thread(lambda: self._kept.certificate)

    async def following(self, *, fresh: bool) -> str | None:
        made = self._kept.next_certificate
        return await asyncio.to_thread(made, fresh=fresh, serial=serial(), now=self._clock.now().wall)

    async def offer(self, certificate: str, *, in_use: bool) -> bool:
        from roomdisplay.adapters.wox.pairing import PairingClient

        client = PairingClient(server=self._wox.server, network=Network(ca_file=self._wox.ca_file, largest=LARGEST))
        try:
            token, keys = await asyncio.to_thread(_introduced, self._wox, self._secrets)
            return await client.offer(token, certificate, keys, in_use=in_use)
        finally:
            await client.close()

    async def refused(self) -> Failure | None:
        office365 = self._settings.office365
        network = Network(ca_file=office365.ca_file, proxy=office365.proxy)
        tokens = _application(office365, config.CertificatePem(pem=NEXT_CERTIFICATE), self._secrets, network)
        try:
            await tokens.token()
        except Failed as failed:
            return failed.failure
        finally:
            await tokens.close()
        return None

    async def switch(self) -> None:
        await asyncio.to_thread(self._kept.switch_certificate)
        if (ends := await self.ends()) is not None:  # which takes the new one up
            self._told(ends)


def _introduced(wox: config.Wox, secrets: Secrets) -> "tuple[str, PanelKeys]":
    """The panel's token, and the keys it was paired with. Raises SecretMissing."""
    from roomdisplay.adapters.pairing import panel_keys

    return secrets.secret(wox.token).decode("ascii", "replace").strip(), panel_keys(secrets)


def kept_secrets(state: Path) -> tuple[Path, ...]:
    """The files and folders of the state directory that hold secrets, all of them sealed."""
    return state / TOKEN_CACHE, state / FOLDER, state / FOLDER / FILE


def _calendars(office365: config.Office365, tokens: AccessTokens, network: Network) -> Callable[[Room], GraphCalendar]:
    """One connection for all of them."""
    http = AsyncHttp(network)

    @cache
    def calendar(room: Room) -> GraphCalendar:
        return GraphCalendar(
            base_url=office365.graph or CLOUDS[office365.cloud].base_url,
            room_address=room.address,
            zone=room.zone,
            tokens=tokens,
            http=http,
        )

    return calendar


def _wox(wox: config.Wox, secrets: Secrets) -> WoxServer:
    network = Network(ca_file=wox.ca_file, largest=LARGEST)
    return WoxClient(server=wox.server, token=wox.token, secrets=secrets, network=network)


def _credential(named: config.Credential) -> credential.Credential:
    match named:
        case config.ClientSecret(secret=name):
            return credential.Secret(name=name)
        case config.CertificatePem(pem=name, passphrase=passphrase):
            return credential.CertificatePem(name=name, passphrase=passphrase)
        case config.CertificatePfx(pfx=name, passphrase=passphrase):
            return credential.CertificatePfx(name=name, passphrase=passphrase)
        case _:
            assert_never(named)
