"""How settings become the room's calendar. Imported after the first frame: httpx and MSAL take their time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from roomdisplay.adapters.entra import CLOUDS, EnterpriseApplication, SealedFile, ServiceAccount, credential
from roomdisplay.adapters.graph import GraphCalendar
from roomdisplay.adapters.http import AsyncHttp, Network
from roomdisplay.config import settings as config
from roomdisplay.config.settings import Settings
from roomdisplay.ports import Calendar, CodeSignIn, Secrets
from roomdisplay.shell.app import state_directory

TOKEN_CACHE = "token-cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The room's calendar; `try_again` says that somebody mended the sign-in, so it need not wait."""

    calendar: Calendar
    try_again: Callable[[], None]
    code_sign_in: CodeSignIn | None
    """None: no person can sign in."""


def linked(settings: Settings, secrets: Secrets) -> Link:
    """The calendar behind the Graph, signed in at its first use. Touches no network."""
    office365 = settings.office365
    cloud = CLOUDS[office365.cloud]
    network = Network(ca_file=office365.ca_file, proxy=office365.proxy)
    authority = office365.authority or cloud.authority(office365.tenant)
    match office365.credential:
        case config.ServiceAccount():
            bound_to = (settings.room.address, office365.client_id, authority)
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
    calendar = GraphCalendar(
        base_url=office365.graph or cloud.base_url,
        room_address=settings.room.address,
        zone=settings.room.zone,
        tokens=tokens,
        http=AsyncHttp(network),
    )
    return Link(calendar=calendar, try_again=tokens.try_again, code_sign_in=code_sign_in)


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
