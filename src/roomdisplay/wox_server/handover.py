"""What a paired panel is handed: its room, its token, and how it reaches Office 365. JSON, sealed to the panel."""

import json
from pathlib import Path
from typing import Any

from msgspec import Struct

from roomdisplay.config.loader import ConfigError, load_office365
from roomdisplay.config.settings import CertificatePem, CertificatePfx, ClientSecret, Office365, ServiceAccount
from roomdisplay.core.room import Room
from roomdisplay.ports import SecretMissing, Secrets

Json = dict[str, Any]


class HandoverRefused(Exception):
    """The message is a sentence that says what to do."""


class Handover(Struct, frozen=True, kw_only=True):
    """The link to Office 365 that panels get. A certificate's private key is never handed on: where the server itself
    proves itself by one, or `own_certificates` says so, each panel makes a certificate of its own."""

    office365: Office365
    secrets: Secrets
    own_certificates: bool = False

    def grant(self, room: Room, token: str) -> bytes:
        """Blocks. Raises HandoverRefused."""
        told: Json = {
            "room": {"address": room.address, "name": room.name, "detail": room.detail, "timeZone": room.zone.key},
            "token": token,
            "office365": self._link(),
        }
        return json.dumps(told, ensure_ascii=False).encode()

    def _link(self) -> Json:
        link = self.office365
        try:
            authorities = None if link.ca_file is None else link.ca_file.read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError) as error:
            raise HandoverRefused(f"{link.ca_file} cannot be read. Name a PEM file that this user may read.") from error
        return {
            "tenant": link.tenant,
            "clientId": link.client_id,
            "cloud": link.cloud,
            "authority": link.authority,
            "graph": link.graph,
            "authorities": authorities,
            "proxy": link.proxy,
        } | self._proof()

    def _proof(self) -> Json:
        match self.office365.credential:
            case ServiceAccount():
                return {"proof": "serviceAccount"}
            case ClientSecret(secret=name) if not self.own_certificates:
                try:
                    return {"proof": "secret", "secret": self.secrets.secret(name).decode().strip()}
                except (SecretMissing, UnicodeDecodeError) as missing:
                    raise HandoverRefused(f"The secret for the panels cannot be read. {missing}") from missing
            case ClientSecret() | CertificatePem() | CertificatePfx():
                return {"proof": "certificate"}


def handover(file: Path, secrets: Secrets, *, own_certificates: bool) -> Handover:
    """By the section office365 in `file`. Raises HandoverRefused."""
    try:
        office365 = load_office365(file)
    except ConfigError as error:
        raise HandoverRefused(str(error)) from error
    return Handover(office365=office365, secrets=secrets, own_certificates=own_certificates)
