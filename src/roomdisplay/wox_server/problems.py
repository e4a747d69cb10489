"""What people report to be wrong in a room, and what facilities have seen to."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, insert, select, update

from roomdisplay.core.wox import ProblemKind, ProblemReport
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.schema import problem as table


class NotThere(Exception):
    """There is no such report."""


class OtherRoom(Exception):
    """The report is another room's."""


class Problem(Struct, frozen=True, kw_only=True):
    room_id: int
    report: ProblemReport
    closed_at: datetime | None


def report(writing: Writing, room_id: int, told: ProblemReport) -> bool:
    """Whether it is new; the same id again changes nothing. Raises OtherRoom."""
    known = writing.connection.execute(select(table.c.room_id).where(table.c.id == told.id)).scalar_one_or_none()
    if known is not None:
        if known != room_id:
            raise OtherRoom(told.id)
        return False
    row = {"id": told.id, "kind": told.kind.value, "text": told.text, "made_at": told.made_at}
    writing.connection.execute(insert(table).values({**row, "room_id": room_id}))
    return True


def find(connection: Connection, id: str) -> Problem:
    """Raises NotThere."""
    row = connection.execute(select(table).where(table.c.id == id)).one_or_none()
    if row is None:
        raise NotThere(id)
    return _problem(row)


def of_rooms(connection: Connection, room_ids: Collection[int], *, most: int = 200) -> list[Problem]:
    """Open ones first, the newest first."""
    wanted = select(table).where(table.c.room_id.in_(sorted(room_ids)))
    order = (table.c.closed_at.is_not(None), table.c.made_at.desc(), table.c.id)
    return [_problem(row) for row in connection.execute(wanted.order_by(*order).limit(most))]


def close(writing: Writing, id: str, now: datetime) -> None:
    """Seen to; again changes nothing."""
    writing.connection.execute(update(table).where(table.c.id == id, table.c.closed_at.is_(None)).values(closed_at=now))


def reopen(writing: Writing, id: str) -> None:
    writing.connection.execute(update(table).where(table.c.id == id).values(closed_at=None))


def _problem(row: Row[Any]) -> Problem:
    report = ProblemReport(id=row.id, kind=ProblemKind(row.kind), made_at=row.made_at, text=row.text)
    return Problem(room_id=row.room_id, report=report, closed_at=row.closed_at)
