"""How settings become the rooms' calendars. Imported after the first frame: httpx and MSAL take their time.

cryptography is imported where something is sealed, signed or proven by certificate.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import assert_never

from roomdisplay.adapters.entra import CLOUDS, EnterpriseApplication, credential
from roomdisplay.adapters.graph import GraphCalendar
from roomdisplay.adapters.http import AsyncHttp, Network
from roomdisplay.adapters.paired import KeptPairing
from roomdisplay.adapters.secrets.modes import FILE, FOLDER, wrong_modes
from roomdisplay.adapters.wox import LARGEST, WoxClient
from roomdisplay.config import settings as config
from roomdisplay.config.folders import state_directory
from roomdisplay.config.settings import Settings
from roomdisplay.core.room import Room
from roomdisplay.ports import AccessTokens, Calendars, CodeSignIn, Failed, SecretMissing, Secrets, WoxServer

TOKEN_CACHE = "token-cache"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
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
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationLink:
    """The rooms' calendars for a server, which no person signs in to."""

    calendars: Calendars
    tokens: AccessTokens

    async def close(self, room: Room) -> None:
        """Through any of the rooms."""
        await self.calendars(room).close()
        await self.tokens.close()


def application_link(office365: config.Office365, named: config.Credential, secrets: Secrets) -> ApplicationLink:
    """Any room's calendar, linked as an enterprise application. Touches no network."""
    network = Network(ca_file=office365.ca_file, proxy=office365.proxy)
    tokens = _application(office365, named, secrets, network)
    return ApplicationLink(calendars=_calendars(office365, tokens, network), tokens=tokens)


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
        token = (await asyncio.to_thread(secrets.secret, wox.token)).decode("ascii", "replace").strip()
        await client.confirm(token, kept.certificate)
    except (Failed, SecretMissing) as error:
        log.info("WOX was not told yet that the panel is paired: %s", error)
        return False
    finally:
        await client.close()
    kept.received()
    return True


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
