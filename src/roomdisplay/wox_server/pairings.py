"""Panels that are not paired yet: the codes they show, and what became of each."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from roomdisplay.core import pairing as core
from roomdisplay.core.discreet import Discreet
from roomdisplay.core.pairing import CODE_LIFE, INTERVAL, Introduction, Reply, Standing, Ticket
from roomdisplay.wox_server import panels
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.schema import pairing as table

KEPT = timedelta(days=2)
"""After its end; a panel may confirm what it was granted for a day."""


class NotThere(Exception):
    """There is no such code."""


class CodeTaken(Exception):
    """Another panel shows that code, or it was used before."""


class Over(Exception):
    """Expired, denied, or confirmed before."""


class Request(Discreet, frozen=True, kw_only=True):
    """A panel that shows a code."""

    unsaid = ("sealed",)

    id: str
    introduction: Introduction
    standing: Standing
    made_at: datetime
    panel_id: int | None
    """Whom it became."""
    sealed: bytes | None

    @property
    def transcript(self) -> bytes:
        return core.transcript(self.introduction, self.id)

    @property
    def match_number(self) -> str:
        return core.match_number(self.transcript)


# ── what panels do ────────────────────────────────────────────────────────────────────────────────────────────────────


def introduce(writing: Writing, introduction: Introduction, now: datetime) -> tuple[Ticket, bool]:
    """Keeps a code for ten minutes; whether it is new. The same again, as after a lost answer, gets the same. Raises
    CodeTaken."""
    old = table.c.expires_at < now - KEPT
    # nobody has confirmed it, nobody can any more
    idle = and_(table.c.expires_at < now - CODE_LIFE, table.c.panel_id.is_(None))
    writing.connection.execute(delete(table).where(or_(old, idle)))
    row = writing.connection.execute(select(table).where(table.c.code == introduction.code)).one_or_none()
    if row is not None:
        known = _request(row)
        left = (known.standing.expires_at - now).total_seconds()
        if known.introduction != introduction or left <= 0 or known.standing.is_denied or known.panel_id is not None:
            raise CodeTaken
        return Ticket(id=known.id, seconds=left, interval=known.standing.interval), False
    id = str(uuid4())
    writing.connection.execute(
        insert(table).values(
            id=id,
            code=introduction.code,
            serial=introduction.serial,
            identity_key=introduction.identity_key,
            sealing_key=introduction.sealing_key,
            nonce=introduction.nonce,
            made_at=now,
            expires_at=now + CODE_LIFE,
            interval=INTERVAL,
        )
    )
    return Ticket(id=id, seconds=CODE_LIFE.total_seconds(), interval=INTERVAL), True


class Polled(Discreet, frozen=True, kw_only=True):
    unsaid = ("sealed",)

    reply: Reply
    interval: float
    sealed: bytes | None
    """Only where it was granted."""


class NotSigned(Exception):
    """Whoever polls is not the panel that shows the code."""


def poll(writing: Writing, id: str, number: int, is_signed: Callable[[bytes, bytes], bool], now: datetime) -> Polled:
    """What became of a code. `is_signed`: what had to be signed, and the identity key. Raises NotThere, NotSigned."""
    row = writing.connection.execute(select(table).where(table.c.id == id).with_for_update()).one_or_none()
    if row is None:
        raise NotThere
    request = _request(row)
    if not is_signed(core.polled(request.transcript, number), request.introduction.identity_key):
        raise NotSigned
    reply, standing = core.answer(request.standing, number, now)
    if standing != request.standing:
        changed = {"number": standing.number, "polled_at": standing.polled_at, "interval": standing.interval}
        writing.connection.execute(update(table).where(table.c.id == id).values(changed))
    if request.standing.polled_at is None and reply in (Reply.PENDING, Reply.GRANTED):
        # not at the introduction, which somebody else may send a second time
        panels.left(writing, request.introduction.identity_key, before=request.made_at, now=now)
    sealed = request.sealed if reply is Reply.GRANTED else None
    return Polled(reply=reply, interval=standing.interval, sealed=sealed)


def received(writing: Writing, panel_id: int, now: datetime) -> bool:
    """The panel has what was granted: it is not needed here any more. Whether it replaces the room's other panels."""
    own = table.c.panel_id == panel_id
    row = writing.connection.execute(select(table).where(own)).one_or_none()
    if row is None or row.received_at is not None:
        return False
    writing.connection.execute(update(table).where(own).values(received_at=now, sealed=None))
    return row.replaces


# ── what people do ────────────────────────────────────────────────────────────────────────────────────────────────────


def find(connection: Connection, code: str) -> Request:
    """The panel that shows this code, however it stands. Raises NotThere."""
    row = connection.execute(select(table).where(table.c.code == code)).one_or_none()
    if row is None:
        raise NotThere
    return _request(row)


def grant(writing: Writing, request: Request, *, panel_id: int, sealed: bytes, replaces: bool, now: datetime) -> None:
    """Once. Raises Over."""
    still = and_(
        table.c.id == request.id, table.c.panel_id.is_(None), table.c.denied_at.is_(None), table.c.expires_at > now
    )
    values = {"panel_id": panel_id, "sealed": sealed, "replaces": replaces}
    if not writing.connection.execute(update(table).where(still).values(values)).rowcount:
        raise Over


def deny(writing: Writing, request: Request, now: datetime) -> None:
    """Raises Over where it was confirmed meanwhile."""
    still = and_(table.c.id == request.id, table.c.panel_id.is_(None))
    if not writing.connection.execute(update(table).where(still).values(denied_at=now)).rowcount:
        raise Over


def _request(row: Row[Any]) -> Request:
    return Request(
        id=row.id,
        introduction=Introduction(
            serial=row.serial,
            identity_key=bytes(row.identity_key),
            sealing_key=bytes(row.sealing_key),
            nonce=bytes(row.nonce),
        ),
        standing=Standing(
            expires_at=row.expires_at,
            number=row.number,
            polled_at=row.polled_at,
            interval=row.interval,
            is_denied=row.denied_at is not None,
            is_granted=row.panel_id is not None,
            is_received=row.received_at is not None,
        ),
        made_at=row.made_at,
        panel_id=row.panel_id,
        sealed=None if row.sealed is None else bytes(row.sealed),
    )
