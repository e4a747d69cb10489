"""People, what they may do where, and how they are recognised: sessions, one-time links, sign-ins under way.

Whatever a browser keeps is kept here as its hash only.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select, update

from roomdisplay.wox_server import schema
from roomdisplay.wox_server.database import Writing

SESSION = timedelta(days=7)
LINK = timedelta(hours=24)
FLOW = timedelta(minutes=15)
"""How long somebody may take at the identity provider."""

table = schema.person
roles = schema.role
sessions = schema.session
links = schema.sign_in_link
flows = schema.sign_in_flow


class PersonGone(Exception):
    """There is no such person."""


class AddressTaken(Exception):
    """Another person has that e-mail address."""


class LastAdministrator(Exception):
    """Nobody would be left to administer the space."""


class RoleKind(StrEnum):
    SPACE_ADMINISTRATOR = "space-administrator"
    LOCATION_MANAGER = "location-manager"
    LOCATION_OPERATOR = "location-operator"


class Duty(StrEnum):
    """What somebody may be needed for beyond booking a room."""

    OPERATE = "operate"
    """A location's day: messages, problems, restarting a panel."""
    MANAGE = "manage"
    """A location's settings, rooms and people."""
    ADMINISTER = "administer"
    """The whole space."""


_DUTIES = {
    RoleKind.LOCATION_OPERATOR: frozenset({Duty.OPERATE}),
    RoleKind.LOCATION_MANAGER: frozenset({Duty.OPERATE, Duty.MANAGE}),
    RoleKind.SPACE_ADMINISTRATOR: frozenset(Duty),
}


class Role(Struct, frozen=True, kw_only=True):
    kind: RoleKind
    location_id: int | None
    """None: everywhere."""

    def allows(self, duty: Duty, location_id: int | None) -> bool:
        """`location_id` None: whether it does somewhere."""
        here = self.location_id is None or location_id is None or self.location_id == location_id
        return here and duty in _DUTIES[self.kind]


class Account(Struct, frozen=True, kw_only=True):
    """A person, and what they may do. Without a role: an employee."""

    id: int
    email: str
    name: str
    department: str | None
    is_disabled: bool
    has_password: bool
    is_linked: bool
    """Signs in with OpenID Connect."""
    roles: tuple[Role, ...]

    def may(self, duty: Duty, location_id: int | None = None) -> bool:
        """At that location; None: at any."""
        return not self.is_disabled and any(role.allows(duty, location_id) for role in self.roles)

    @property
    def is_administrator(self) -> bool:
        return self.may(Duty.ADMINISTER)


class Session(Struct, frozen=True, kw_only=True):
    account: Account
    csrf: str


class Flow(Struct, frozen=True, kw_only=True):
    """A sign-in that went to the identity provider."""

    state: dict[str, Any]
    target: str
    person_id: int | None
    """Whose account is to be linked; None: whoever it is signs in."""


# ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def find(connection: Connection, id: int) -> Account:
    """Raises PersonGone."""
    found = _accounts(connection, table.c.id == id)
    if not found:
        raise PersonGone(id)
    return found[0]


def by_address(connection: Connection, email: str) -> Account | None:
    found = _accounts(connection, table.c.email == email.strip().lower())
    return found[0] if found else None


def everybody(connection: Connection, search: str = "", *, most: int = 200) -> list[Account]:
    """By name; `search` is a part of the name or the address."""
    wanted: ColumnElement[bool] = table.c.id == table.c.id
    if search.strip():
        part = search.strip().lower()
        wanted = or_(
            func.lower(table.c.name).contains(part, autoescape=True), table.c.email.contains(part, autoescape=True)
        )
    return _accounts(connection, wanted, most)


def add(writing: Writing, *, email: str, name: str, department: str | None = None) -> Account:
    """Raises AddressTaken."""
    email = email.strip().lower()
    if by_address(writing.connection, email) is not None:
        raise AddressTaken(email)
    row = {"email": email, "name": name.strip(), "department": department or None}
    key = writing.connection.execute(insert(table).values(row)).inserted_primary_key
    assert key is not None
    return find(writing.connection, key[0])


def describe(writing: Writing, id: int, *, name: str, department: str | None) -> None:
    writing.connection.execute(
        update(table).where(table.c.id == id).values(name=name.strip(), department=department or None)
    )


def disable(writing: Writing, id: int, *, disabled: bool) -> None:
    """A disabled person is signed out everywhere and cannot sign in. Raises LastAdministrator."""
    writing.connection.execute(update(table).where(table.c.id == id).values(disabled=disabled))
    if disabled:
        _check_administered(writing)
        close_sessions(writing, id)


def is_new(connection: Connection) -> bool:
    """Nobody can sign in as a space administrator yet."""
    return not _administrators(connection)


# ── roles ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def grant(writing: Writing, person_id: int, role: Role) -> None:
    """Having it already changes nothing."""
    row = {"person_id": person_id, "kind": role.kind.value, "location_id": role.location_id}
    if role not in find(writing.connection, person_id).roles:
        writing.connection.execute(insert(roles).values(row))


def withdraw(writing: Writing, person_id: int, role: Role) -> None:
    """Raises LastAdministrator."""
    place = roles.c.location_id.is_(None) if role.location_id is None else roles.c.location_id == role.location_id
    writing.connection.execute(
        delete(roles).where(roles.c.person_id == person_id, roles.c.kind == role.kind.value, place)
    )
    if role.kind is RoleKind.SPACE_ADMINISTRATOR:
        _check_administered(writing)


def make_administrator(writing: Writing, *, email: str, name: str) -> Account:
    """The person of that address, made where there is none."""
    account = by_address(writing.connection, email) or add(writing, email=email, name=name)
    writing.connection.execute(update(table).where(table.c.id == account.id).values(disabled=False))
    grant(writing, account.id, Role(kind=RoleKind.SPACE_ADMINISTRATOR, location_id=None))
    return find(writing.connection, account.id)


def _administrators(connection: Connection) -> Sequence[int]:
    wanted = (
        select(table.c.id)
        .join(roles, roles.c.person_id == table.c.id)
        .where(roles.c.kind == RoleKind.SPACE_ADMINISTRATOR.value, table.c.disabled.is_(False))
    )
    return connection.execute(wanted).scalars().all()


def _check_administered(writing: Writing) -> None:
    if is_new(writing.connection):
        raise LastAdministrator


# ── passwords and identities ──────────────────────────────────────────────────────────────────────────────────────────


def password_hash(connection: Connection, email: str) -> tuple[int, str] | None:
    """Whose, and the hash to compare with; None where nobody signs in like that."""
    wanted = select(table.c.id, table.c.password_hash).where(
        table.c.email == email.strip().lower(), table.c.disabled.is_(False), table.c.password_hash.is_not(None)
    )
    row = connection.execute(wanted).one_or_none()
    return None if row is None else (row.id, row.password_hash)


def set_password(writing: Writing, id: int, hashed: str) -> None:
    """Whoever was signed in as this person is so no longer."""
    writing.connection.execute(update(table).where(table.c.id == id).values(password_hash=hashed))
    writing.connection.execute(delete(links).where(links.c.person_id == id))
    close_sessions(writing, id)


def renew_hash(writing: Writing, id: int, hashed: str) -> None:
    """The same password, hashed by today's measure."""
    writing.connection.execute(update(table).where(table.c.id == id).values(password_hash=hashed))


def by_identity(connection: Connection, tenant_id: str, object_id: str) -> Account | None:
    found = _accounts(connection, table.c.entra_id == _identity(tenant_id, object_id))
    return found[0] if found else None


def link_identity(writing: Writing, id: int, tenant_id: str, object_id: str) -> None:
    writing.connection.execute(update(table).where(table.c.id == id).values(entra_id=_identity(tenant_id, object_id)))


def _identity(tenant_id: str, object_id: str) -> str:
    return f"{tenant_id}/{object_id}".lower()


# ── being recognised ──────────────────────────────────────────────────────────────────────────────────────────────────


def open_session(writing: Writing, person_id: int, now: datetime) -> str:
    """A new session; what the browser has to show from now on."""
    token = secrets.token_urlsafe(32)
    writing.connection.execute(delete(sessions).where(sessions.c.expires_at <= now))
    row = {"token_hash": _hashed(token), "person_id": person_id, "csrf": secrets.token_urlsafe(32)}
    writing.connection.execute(insert(sessions).values(**row, made_at=now, expires_at=now + SESSION))
    return token


def session(connection: Connection, token: str, now: datetime) -> Session | None:
    wanted = select(sessions).where(sessions.c.token_hash == _hashed(token), sessions.c.expires_at > now)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        return None
    account = find(connection, row.person_id)
    return None if account.is_disabled else Session(account=account, csrf=row.csrf)


def close_session(writing: Writing, token: str) -> None:
    writing.connection.execute(delete(sessions).where(sessions.c.token_hash == _hashed(token)))


def close_sessions(writing: Writing, person_id: int) -> None:
    writing.connection.execute(delete(sessions).where(sessions.c.person_id == person_id))


def make_link(writing: Writing, person_id: int | None, now: datetime) -> str:
    """What a one-time link carries with which this person chooses a password; None: the first administrator does."""
    token = secrets.token_urlsafe(32)
    gone = links.c.expires_at <= now
    same = links.c.person_id.is_(None) if person_id is None else links.c.person_id == person_id
    writing.connection.execute(delete(links).where(or_(gone, same)))
    row = {"token_hash": _hashed(token), "person_id": person_id, "expires_at": now + LINK}
    writing.connection.execute(insert(links).values(row))
    return token


class Link(Struct, frozen=True, kw_only=True):
    account: Account | None
    """None: whoever uses it becomes the first space administrator."""


def link(connection: Connection, token: str, now: datetime) -> Link | None:
    """What the link is good for; None: nothing (any more)."""
    row = connection.execute(
        select(links).where(links.c.token_hash == _hashed(token), links.c.expires_at > now)
    ).one_or_none()
    if row is None:
        return None
    if row.person_id is None:
        return Link(account=None) if is_new(connection) else None
    account = find(connection, row.person_id)
    return None if account.is_disabled else Link(account=account)


def use_link(writing: Writing, token: str, now: datetime) -> Link | None:
    """The same, once."""
    found = link(writing.connection, token, now)
    used = writing.connection.execute(delete(links).where(links.c.token_hash == _hashed(token))).rowcount
    return found if used else None


def keep_flow(writing: Writing, flow: Flow, now: datetime) -> str:
    """What the browser has to show when it comes back."""
    token = secrets.token_urlsafe(32)
    writing.connection.execute(delete(flows).where(flows.c.expires_at <= now))
    row = {"token_hash": _hashed(token), "flow": flow.state, "target": flow.target, "person_id": flow.person_id}
    writing.connection.execute(insert(flows).values(**row, expires_at=now + FLOW))
    return token


def take_flow(writing: Writing, token: str, now: datetime) -> Flow | None:
    """Once."""
    wanted = delete(flows).where(flows.c.token_hash == _hashed(token)).returning(flows)
    row = writing.connection.execute(wanted).one_or_none()
    if row is None or row.expires_at <= now:
        return None
    return Flow(state=row.flow, target=row.target, person_id=row.person_id)


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _accounts(connection: Connection, wanted: ColumnElement[bool], most: int | None = None) -> list[Account]:
    people = connection.execute(
        select(table).where(wanted).order_by(func.lower(table.c.name), table.c.id).limit(most)
    ).all()
    held: dict[int, list[Role]] = {row.id: [] for row in people}
    order = (roles.c.kind.desc(), roles.c.location_id)
    for row in connection.execute(select(roles).where(roles.c.person_id.in_(held)).order_by(*order)):
        held[row.person_id].append(Role(kind=RoleKind(row.kind), location_id=row.location_id))
    return [_account(row, held[row.id]) for row in people]


def _account(row: Row[Any], held: Sequence[Role]) -> Account:
    return Account(
        id=row.id,
        email=row.email,
        name=row.name,
        department=row.department,
        is_disabled=row.disabled,
        has_password=row.password_hash is not None,
        is_linked=row.entra_id is not None,
        roles=tuple(held),
    )


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
