"""Who is at the door: people by their badge or PIN. Only keyed hashes are kept, and the key is the server's own.

Several processes share the key through the database. It keeps a stolen list of hashes from being tried offline without
the rest of the database, no more: PINs are short, so `api` limits how often a panel may ask.
"""

import hashlib
import hmac
import re
import secrets

from sqlalchemy import Column, Connection, insert, select, update

from roomdisplay.core.wox import Person
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.schema import person as table
from roomdisplay.wox_server.schema import secret

KEY = "badges"
PIN = re.compile(r"[0-9]{6,12}")
LONGEST_BADGE = 200


class Unacceptable(Exception):
    """The message is a sentence."""


def holder(connection: Connection, *, badge: str | None = None, pin: str | None = None) -> Person | None:
    """Who holds that badge or knows that PIN; None: nobody, or somebody disabled."""
    key = _key(connection)
    if key is None:
        return None
    column, said = (table.c.pin_hash, pin) if badge is None else (table.c.badge_hash, badge)
    if said is None:
        return None
    wanted = select(table.c.id, table.c.name).where(column == _hash(key, column, said), table.c.disabled.is_(False))
    row = connection.execute(wanted).one_or_none()
    return None if row is None else Person(id=str(row.id), name=row.name)


def set_pin(writing: Writing, person_id: int, pin: str | None) -> None:
    """None takes it away. Raises Unacceptable."""
    if pin is not None and (PIN.fullmatch(pin) is None or len(set(pin)) == 1):
        raise Unacceptable("A PIN has 6 to 12 digits, not all the same.")
    _set(writing, person_id, table.c.pin_hash, pin, "Choose another PIN.")


def set_badge(writing: Writing, person_id: int, badge: str | None) -> None:
    """What the reader gives for it; None takes it away. Raises Unacceptable."""
    if badge is not None and not 1 <= len(badge.strip()) <= LONGEST_BADGE:
        raise Unacceptable(f"A badge is read as 1 to {LONGEST_BADGE} characters.")
    _set(writing, person_id, table.c.badge_hash, badge, "This badge is somebody else's.")


def _set(writing: Writing, person_id: int, column: Column[str], said: str | None, taken: str) -> None:
    hashed = None if said is None else _hash(_made_key(writing), column, said)
    holding = select(table.c.id).where(column == hashed, table.c.id != person_id)
    if hashed is not None and writing.connection.execute(holding).first() is not None:
        raise Unacceptable(taken)
    writing.connection.execute(update(table).where(table.c.id == person_id).values({column.name: hashed}))


def _hash(key: bytes, column: Column[str], said: str) -> str:
    return hmac.new(key, f"{column.name}:{said.strip()}".encode(), hashlib.sha256).hexdigest()


def _key(connection: Connection) -> bytes | None:
    return connection.execute(select(secret.c.value).where(secret.c.name == KEY)).scalar_one_or_none()


def _made_key(writing: Writing) -> bytes:
    key = _key(writing.connection)
    if key is None:
        key = secrets.token_bytes(32)
        writing.connection.execute(insert(secret).values(name=KEY, value=key))
    return key
