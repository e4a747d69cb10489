"""The certificates that panels sign in to Office 365 with: which are to be registered with the application, and which
are not any more.

One is wanted as long as its panel is paired and uses it. What is neither wanted nor registered is forgotten.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, or_, select, update

from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.panels import is_paired
from roomdisplay.wox_server.schema import Complaint
from roomdisplay.wox_server.schema import panel as panels
from roomdisplay.wox_server.schema import panel_key as table

LEAST_BITS = 2048


class Unusable(Exception):
    """It is no certificate that Entra would take."""


class PanelKey(Struct, frozen=True, kw_only=True):
    panel_id: int
    serial: str
    thumbprint: str
    """SHA-1, upper-case hex."""
    certificate: str
    """PEM."""
    made_at: datetime
    is_wanted: bool
    registered_at: datetime | None
    """When it was first seen in the application, or put there; None: not yet."""
    complaint: Complaint | None

    @property
    def der(self) -> bytes:
        return x509.load_pem_x509_certificate(self.certificate.encode()).public_bytes(Encoding.DER)


def offer(writing: Writing, panel_id: int, certificate: str, now: datetime) -> PanelKey:
    """The panel holds the key of this certificate (PEM), and is going to use it. Raises Unusable."""
    try:
        read = x509.load_pem_x509_certificate(certificate.encode())
        key = read.public_key()
    except ValueError:
        raise Unusable("The certificate is not one in PEM.") from None
    if not isinstance(key, RSAPublicKey) or key.key_size < LEAST_BITS:
        raise Unusable(f"The certificate's key is not RSA of at least {LEAST_BITS} bits.")
    if not read.not_valid_before_utc <= now < read.not_valid_after_utc:
        raise Unusable("The certificate is not valid now. Is the panel's clock right?")
    thumbprint = read.fingerprint(hashes.SHA1()).hex().upper()  # noqa: S303
    own = and_(table.c.panel_id == panel_id, table.c.thumbprint == thumbprint)
    if writing.connection.execute(select(table.c.thumbprint).where(own)).one_or_none() is None:
        row = {"panel_id": panel_id, "thumbprint": thumbprint, "certificate": certificate, "made_at": now}
        writing.connection.execute(insert(table).values(row))
    return next(key for key in of(writing.connection, panel_id, now) if key.thumbprint == thumbprint)


def retire_others(writing: Writing, panel_id: int, thumbprint: str, now: datetime) -> None:
    """The panel signs in with this one, and with no other any more."""
    others = and_(table.c.panel_id == panel_id, table.c.thumbprint != thumbprint, table.c.retired_at.is_(None))
    writing.connection.execute(update(table).where(others).values(retired_at=now))


def of(connection: Connection, panel_id: int, now: datetime) -> list[PanelKey]:
    """A panel's, the newest first."""
    wanted = _rows(now).where(table.c.panel_id == panel_id).order_by(table.c.made_at.desc(), table.c.thumbprint)
    return [_key(row) for row in connection.execute(wanted)]


def everything(connection: Connection, now: datetime) -> list[PanelKey]:
    """Of all panels, paired or not."""
    return [_key(row) for row in connection.execute(_rows(now).order_by(table.c.made_at))]


def due(connection: Connection, now: datetime) -> frozenset[tuple[str, bool]]:
    """Thumbprints of what is to be registered (True), and of what is to be taken out."""
    is_wanted = _is_wanted(now)
    wanted = select(table.c.thumbprint, is_wanted).join(panels).where(or_(~is_wanted, table.c.registered_at.is_(None)))
    return frozenset((thumbprint, bool(add)) for thumbprint, add in connection.execute(wanted))


def left_over(connection: Connection, now: datetime) -> list[PanelKey]:
    """Not wanted any more, and for all that is known still registered."""
    return [_key(row) for row in connection.execute(_rows(now).where(~_is_wanted(now)).order_by(table.c.made_at))]


def registered(writing: Writing, thumbprints: Collection[str], now: datetime) -> None:
    """These are in the application."""
    those = table.c.thumbprint.in_(sorted(thumbprints))
    news = and_(those, or_(table.c.registered_at.is_(None), table.c.complaint.is_not(None)))
    writing.connection.execute(update(table).where(news).values(registered_at=now, complaint=None))


def missing(writing: Writing, thumbprints: Collection[str]) -> None:
    """These were in the application and are not: somebody has taken them out."""
    those = table.c.thumbprint.in_(sorted(thumbprints))
    writing.connection.execute(update(table).where(those).values(registered_at=None))


def gone(writing: Writing, thumbprints: Collection[str], now: datetime) -> None:
    """These are not wanted and not in the application: there is nothing more to know of them."""
    ids = select(panels.c.id).where(~is_paired(now))
    unwanted = or_(table.c.retired_at.is_not(None), table.c.panel_id.in_(ids))
    writing.connection.execute(delete(table).where(table.c.thumbprint.in_(sorted(thumbprints)), unwanted))


def removed_by_hand(writing: Writing, panel_id: int, now: datetime) -> None:
    """An administrator says that the panel's unwanted ones have been taken out of the application."""
    gone(writing, [key.thumbprint for key in of(writing.connection, panel_id, now) if not key.is_wanted], now)


def complain(writing: Writing, thumbprints: Collection[str], complaint: Complaint) -> None:
    those = table.c.thumbprint.in_(sorted(thumbprints))
    differs = or_(table.c.complaint.is_(None), table.c.complaint != complaint.value)
    writing.connection.execute(update(table).where(those, differs).values(complaint=complaint.value))


def _is_wanted(now: datetime) -> ColumnElement[bool]:
    return and_(table.c.retired_at.is_(None), is_paired(now))


def _rows(now: datetime) -> Any:
    return select(table, panels.c.serial, _is_wanted(now).label("is_wanted")).join(panels)


def _key(row: Row[Any]) -> PanelKey:
    return PanelKey(
        panel_id=row.panel_id,
        serial=row.serial,
        thumbprint=row.thumbprint,
        certificate=row.certificate,
        made_at=row.made_at,
        is_wanted=bool(row.is_wanted),
        registered_at=row.registered_at,
        complaint=None if row.complaint is None else Complaint(row.complaint),
    )
