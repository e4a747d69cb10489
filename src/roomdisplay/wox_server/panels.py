"""The panels at the doors: who may speak for a room, how each is, and what facilities want of it.

A panel's token is shown once; the database holds its SHA-256. It is 32 random bytes, so nothing slower is needed.
"""

import hashlib
import secrets
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Row, and_, insert, or_, select, update

from roomdisplay.core.pairing import fingerprint
from roomdisplay.core.wox import Command, CommandKind
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.schema import command as commands
from roomdisplay.wox_server.schema import panel as table

TO_LEAVE = timedelta(minutes=5)
"""For a panel that another one replaces: to send what it still owes."""


class NotPaired(Exception):
    """The token is unknown, revoked or expired."""


class NotThere(Exception):
    """There is no such panel or command."""


class Panel(Struct, frozen=True, kw_only=True):
    id: int
    room_id: int
    serial: str
    made_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    seen_at: datetime | None
    """By the server's clock; None: never yet."""
    heartbeat_at: datetime | None
    """By the panel's clock."""
    heartbeat: Mapping[str, Any] | None
    """The last one, as it came (see `api`)."""
    identity_key: bytes | None = None
    """None: it was added without pairing."""

    @property
    def fingerprint(self) -> str | None:
        return None if self.identity_key is None else fingerprint(self.identity_key)

    def is_paired(self, now: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


class Ordered(Struct, frozen=True, kw_only=True):
    """A command and what came of it."""

    command: Command
    panel_id: int
    made_at: datetime
    answered_at: datetime | None
    result: bytes | None
    """Of the media type `wox.RESULTS` says."""
    error: str | None


# ── pairing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def add(
    writing: Writing,
    room_id: int,
    *,
    serial: str,
    now: datetime,
    expires_at: datetime | None = None,
    identity_key: bytes | None = None,
) -> tuple[int, str]:
    """A new panel of a room: its id, and its token, which nobody can be told again."""
    token = secrets.token_urlsafe(32)
    row = {"room_id": room_id, "serial": serial, "token_hash": _hash(token), "made_at": now, "expires_at": expires_at}
    row |= {"identity_key": identity_key}
    return writing.connection.execute(insert(table).values(row).returning(table.c.id)).scalar_one(), token


def confirm(writing: Writing, id: int, *, replaces: bool, now: datetime) -> None:
    """The panel has its token, which is good from now on until it is revoked. Where it `replaces` the room's other
    panels they are asked to leave, and their tokens end soon, whatever they say. Raises NotThere."""
    panel = find(writing.connection, id)
    writing.connection.execute(update(table).where(table.c.id == id).values(expires_at=None))
    if replaces:
        for other in paired(writing.connection, now, [panel.room_id]):
            if other.id != id:
                order(writing, other.id, CommandKind.UNPAIR, now)
                ends = update(table).where(table.c.id == other.id)
                writing.connection.execute(ends.values(expires_at=now + TO_LEAVE))


def authenticate(connection: Connection, token: str, now: datetime) -> Panel:
    """Whose token that is. Raises NotPaired."""
    row = connection.execute(select(table).where(table.c.token_hash == _hash(token))).one_or_none()
    if row is None or not (panel := _panel(row)).is_paired(now):
        raise NotPaired
    return panel


def revoke(writing: Writing, id: int, now: datetime) -> None:
    """Its token is good for nothing from now on; its stream ends. Raises NotThere."""
    panel = find(writing.connection, id)
    writing.touch(panel.room_id)
    writing.connection.execute(
        update(table).where(table.c.id == id, table.c.revoked_at.is_(None)).values(revoked_at=now)
    )


def left(writing: Writing, identity_key: bytes, *, before: datetime, now: datetime) -> None:
    """The panel of that key shows a code since `before`, so it is in no room any more, whether it could say so or not:
    its older tokens are good for nothing."""
    older = select(table.c.id).where(table.c.identity_key == identity_key, table.c.made_at < before, is_paired(now))
    for id in writing.connection.execute(older).scalars().all():
        revoke(writing, id, now)


def find(connection: Connection, id: int) -> Panel:
    """Raises NotThere."""
    row = connection.execute(select(table).where(table.c.id == id)).one_or_none()
    if row is None:
        raise NotThere(f"panel {id}")
    return _panel(row)


def paired(connection: Connection, now: datetime, room_ids: Collection[int] | None = None) -> list[Panel]:
    """The panels that may speak for these rooms, or for any."""
    wanted = select(table).where(is_paired(now)).order_by(table.c.room_id, table.c.id)
    if room_ids is not None:
        wanted = wanted.where(table.c.room_id.in_(sorted(room_ids)))
    return [_panel(row) for row in connection.execute(wanted)]


def last_room(connection: Connection, identity_key: bytes) -> int | None:
    """Where the panel with that key was last; None: it is new."""
    wanted = select(table.c.room_id).where(table.c.identity_key == identity_key).order_by(table.c.id.desc()).limit(1)
    return connection.execute(wanted).scalar_one_or_none()


def no_longer_paired(connection: Connection, ids: Collection[int], now: datetime) -> set[int]:
    wanted = select(table.c.id).where(table.c.id.in_(sorted(ids)), is_paired(now))
    return set(ids) - set(connection.execute(wanted).scalars())


# ── how it is ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def beat(writing: Writing, id: int, *, at: datetime, heartbeat: Mapping[str, Any], now: datetime) -> None:
    """Keeps a heartbeat, unless a later one (by the panel's own clock) is known. A clock that was ahead by mistake is
    believed no longer than it is ahead of `now`."""
    seen = update(table).where(table.c.id == id)
    is_news = or_(table.c.heartbeat_at.is_(None), table.c.heartbeat_at < at, table.c.heartbeat_at > now)
    if not writing.connection.execute(
        seen.where(is_news).values(seen_at=now, heartbeat_at=at, heartbeat=heartbeat)
    ).rowcount:
        writing.connection.execute(seen.values(seen_at=now))


# ── what facilities want of it ────────────────────────────────────────────────────────────────────────────────────────


def order(writing: Writing, panel_id: int, kind: CommandKind, now: datetime) -> str:
    """Queues a command; its id. One of the same kind that is not answered yet stands for it. Raises NotThere."""
    revision = writing.touch(find(writing.connection, panel_id).room_id)
    waiting = select(commands.c.id).where(
        commands.c.panel_id == panel_id, commands.c.kind == kind.value, commands.c.answered_at.is_(None)
    )
    known = writing.connection.execute(waiting).scalars().first()
    if known is not None:
        return known
    id = str(uuid4())
    row = {"id": id, "panel_id": panel_id, "kind": kind.value, "revision": revision, "made_at": now}
    writing.connection.execute(insert(commands).values(row))
    return id


def answer(
    writing: Writing, panel_id: int, command_id: str, *, result: bytes | None, error: str | None, now: datetime
) -> None:
    """What came of a command; a repetition changes nothing. Raises NotThere."""
    own = and_(commands.c.id == command_id, commands.c.panel_id == panel_id)
    values = {"answered_at": now, "result": result, "error": error}
    if writing.connection.execute(
        update(commands).where(own, commands.c.answered_at.is_(None)).values(values)
    ).rowcount:
        writing.touch(find(writing.connection, panel_id).room_id)  # whoever waits for it is looking at a page
        kind = writing.connection.execute(select(commands.c.kind).where(own)).scalar_one()
        if kind == CommandKind.UNPAIR.value and error is None:
            # it has said that it forgets its token; nobody else is to find it
            revoke(writing, panel_id, now)
        return
    if writing.connection.execute(select(commands.c.id).where(own)).one_or_none() is None:
        raise NotThere(f"command {command_id}")


def picture(writing: Writing, panel_id: int, result: bytes, now: datetime) -> None:
    """A screenshot that nobody has ordered: somebody at the panel sends it. Raises NotThere."""
    revision = writing.touch(find(writing.connection, panel_id).room_id)
    row = {"id": str(uuid4()), "panel_id": panel_id, "kind": CommandKind.SCREENSHOT.value, "revision": revision}
    row |= {"made_at": now, "answered_at": now, "result": result}
    writing.connection.execute(insert(commands).values(row))


def ordered(connection: Connection, command_id: str) -> Ordered:
    """Raises NotThere."""
    row = connection.execute(select(commands).where(commands.c.id == command_id)).one_or_none()
    if row is None:
        raise NotThere(f"command {command_id}")
    return _ordered(row)


def last_orders(connection: Connection, panel_id: int) -> dict[CommandKind, Ordered]:
    """The newest command of each kind."""
    wanted = select(commands).where(commands.c.panel_id == panel_id).order_by(commands.c.revision)
    return {CommandKind(row.kind): _ordered(row) for row in connection.execute(wanted)}


def open_orders(connection: Connection, panel_ids: Collection[int]) -> dict[int, list[Command]]:
    """Commands without an answer, by panel, whenever they were made: one that lost its power over a command knows
    nothing of it any more."""
    wanted = (
        select(commands.c.id, commands.c.kind, commands.c.panel_id)
        .where(commands.c.panel_id.in_(sorted(panel_ids)), commands.c.answered_at.is_(None))
        .order_by(commands.c.revision, commands.c.id)
    )
    found: dict[int, list[Command]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.panel_id, []).append(_command(row.id, row.kind))
    return found


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def is_paired(now: datetime) -> ColumnElement[bool]:
    """Of rows of `schema.panel`."""
    return and_(table.c.revoked_at.is_(None), or_(table.c.expires_at.is_(None), table.c.expires_at > now))


def _ordered(row: Row[Any]) -> Ordered:
    return Ordered(
        command=_command(row.id, row.kind),
        panel_id=row.panel_id,
        made_at=row.made_at,
        answered_at=row.answered_at,
        result=row.result,
        error=row.error,
    )


def _command(id: str, kind: str) -> Command:
    return Command(id=id, kind=CommandKind(kind))


def _panel(row: Row[Any]) -> Panel:
    return Panel(
        id=row.id,
        room_id=row.room_id,
        serial=row.serial,
        made_at=row.made_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        seen_at=row.seen_at,
        heartbeat_at=row.heartbeat_at,
        heartbeat=row.heartbeat,
        identity_key=None if row.identity_key is None else bytes(row.identity_key),
    )
