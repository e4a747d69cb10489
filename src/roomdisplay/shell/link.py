"""How settings become the rooms' calendars. Imported after the first frame: httpx and MSAL take their time."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import assert_never

from roomdisplay.adapters.entra import CLOUDS, EnterpriseApplication, ServiceAccount, credential
from roomdisplay.adapters.graph import GraphCalendar
from roomdisplay.adapters.http import AsyncHttp, Network
from roomdisplay.adapters.sealed import SealedFile
from roomdisplay.adapters.secrets.modes import FILE, FOLDER, wrong_modes
from roomdisplay.config import settings as config
from roomdisplay.config.settings import Settings
from roomdisplay.core.room import Room
from roomdisplay.ports import AccessTokens, CodeSignIn, Secrets
from roomdisplay.shell.app import state_directory

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


def linked(settings: Settings, secrets: Secrets) -> Link:
    """The calendars behind the Graph, signed in at its first use. Touches no network."""
    for complaint in wrong_modes(kept_secrets(state_directory(settings))):
        log.error("%s", complaint)
    office365 = settings.office365
    cloud = CLOUDS[office365.cloud]
    network = Network(ca_file=office365.ca_file, proxy=office365.proxy)
    authority = office365.authority or cloud.authority(office365.tenant)
    match office365.credential:
        case config.ServiceAccount():
            bound_to = (settings.room.address, office365.client_id, authority)
            certificate_ends = None
            tokens = code_sign_in = ServiceAccount(
                authority=authority,
                client_id=office365.client_id,
                cache=SealedFile(state_directory(settings) / TOKEN_CACHE, secrets, bound_to=bound_to),
                scope=cloud.delegated_scope,
                network=network,
            )
        case named:
            code_sign_in = None
            tokens = EnterpriseApplication(
                authority=authority,
                client_id=office365.client_id,
                credential=_credential(named),
                secrets=secrets,
                scope=cloud.scope,
                network=network,
            )
            certificate_ends = tokens.certificate_ends
    http = AsyncHttp(network)
    graph = office365.graph or cloud.base_url

    @cache
    def calendar(room: Room) -> GraphCalendar:
        return GraphCalendar(
            base_url=graph,
            room_address=room.address,
            zone=room.zone,
            tokens=tokens,
            http=http,
        )

    return Link(
        calendars=calendar,
        tokens=tokens,
        try_again=tokens.try_again,
        certificate_ends=certificate_ends,
        code_sign_in=code_sign_in,
        authority=authority,
        graph=graph,
        network=network,
    )


def kept_secrets(state: Path) -> tuple[Path, ...]:
    """The files and folders of the state directory that hold secrets, all of them sealed."""
    return state / TOKEN_CACHE, state / FOLDER, state / FOLDER / FILE


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
