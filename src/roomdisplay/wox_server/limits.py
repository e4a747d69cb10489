"""How often somebody may try: counted in the database, so for all processes together, and by its keys' hashes.

The generic cell rate algorithm (ITU-T I.371): one number for each key says until when its allowance is spent.
"""

import hashlib
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, case, delete, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.schema import allowance as table


class Allowance(Struct, frozen=True, kw_only=True):
    """`burst` tries at once, and another every `every` seconds, for each key. `name` tells one from another."""

    name: str
    burst: int
    every: float

    def wait(self, connection: Connection, key: str, now: datetime) -> float:
        """Seconds until the next try; 0: now."""
        wanted = select(table.c.spent_until).where(table.c.key == self._hashed(key))
        spent_until = connection.execute(wanted).scalar_one_or_none()
        return 0.0 if spent_until is None else max(0.0, spent_until - now.timestamp() - (self.burst - 1) * self.every)

    def spend(self, writing: Writing, key: str, now: datetime) -> float:
        """Makes a try: 0 where it was free, else the seconds until one is, and nothing was spent."""
        at, hashed = now.timestamp(), self._hashed(key)
        connection = writing.connection
        inserting = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        begins = case((table.c.spent_until > at, table.c.spent_until), else_=literal(at))
        made = (
            inserting(table)
            .values(key=hashed, spent_until=at + self.every)
            .on_conflict_do_update(
                index_elements=[table.c.key],
                set_={"spent_until": begins + self.every},
                where=begins <= at + (self.burst - 1) * self.every,
            )
            .returning(table.c.spent_until)
        )
        if connection.execute(made).one_or_none() is not None:
            return 0.0
        # never less than nothing, lest a rounded difference look like a try that was free
        return max(0.001, self.wait(connection, key, now))

    def restore(self, writing: Writing, key: str) -> None:
        """Whoever it is has shown to be right: all tries are free again."""
        writing.connection.execute(delete(table).where(table.c.key == self._hashed(key)))

    def _hashed(self, key: str) -> str:
        return hashlib.sha256(f"{self.name}\n{key}".encode()).hexdigest()


def forget(writing: Writing, now: datetime) -> int:
    """What is whole again; how many."""
    return writing.connection.execute(delete(table).where(table.c.spent_until < now.timestamp())).rowcount
