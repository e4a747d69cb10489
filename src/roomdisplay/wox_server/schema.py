"""The tables, in WOX's words: space → campus → location → floor → room; panel, person, role, booking, setting.

Times are UTC. `room.revision` rises with everything its panel has to learn of (see `Writing.touch`), so that a feed
can go on where it left off: a booking, the settings and a command carry the revision of their last change.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from roomdisplay.core.wox import BookingState, CommandKind, Origin, ProblemKind, Refused


class Complaint(StrEnum):
    """Why the Entra application's keys are not as they should be."""

    PERMISSION = "permission"
    PROOF = "proof"
    """The server's own certificate was not taken as proof."""
    APPLICATION = "application"
    FULL = "full"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


class Utc(TypeDecorator[datetime]):
    """An aware UTC instant; SQLite keeps no zone, so it is stored without one there."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant has a zone")
        value = value.astimezone(UTC)
        return value if dialect.name == "postgresql" else value.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ADDRESS = String(320)
NAME = String(200)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _to(target: str, *, nullable: bool = False, gone: str = "CASCADE", name: str | None = None) -> Column[Any]:
    table = target.split(".")[0]
    column = name or f"{table}_id"
    return Column(column, ForeignKey(target, ondelete=gone), nullable=nullable, index=True)


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


ROLES = ("space-administrator", "location-manager", "location-operator")
SCOPES = ("location", "room", "panel")

space = Table("space", metadata, _id(), Column("name", NAME, nullable=False))

campus = Table("campus", metadata, _id(), _to("space.id"), Column("name", NAME, nullable=False))

location = Table(
    "location",
    metadata,
    _id(),
    _to("space.id"),
    _to("campus.id", nullable=True, gone="SET NULL"),
    Column("name", NAME, nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("first_day", Integer, nullable=False, server_default="0"),  # 0 is Monday
    Column("emergency", Text),  # the message every panel shows; NULL: none
)

floor = Table(
    "floor",
    metadata,
    _id(),
    _to("location.id"),
    Column("name", NAME, nullable=False),
    Column("level", Integer, nullable=False, server_default="0"),
)

room = Table(
    "room",
    metadata,
    _id(),
    _to("floor.id"),
    Column("name", NAME, nullable=False),
    Column("mailbox", ADDRESS, nullable=False, unique=True),  # SMTP address, lower case
    Column("capacity", Integer),
    Column("equipment", JSON, nullable=False),  # a list of words
    Column("detail", String(500), nullable=False, server_default=""),
    Column("department", NAME),  # only its people may book; NULL: everybody
    Column("photo", LargeBinary),
    Column("photo_digest", String(64), nullable=False, server_default=""),  # SHA-256, hexadecimal; empty: no photo
    Column("revision", BigInteger, nullable=False, server_default="0"),
    Column("settings_revision", BigInteger, nullable=False, server_default="0"),
    Column("pruned_revision", BigInteger, nullable=False, server_default="0"),  # a cursor below it has to begin anew
    Column("read_at", Utc),  # when its calendar was last mirrored
)

panel = Table(
    "panel",
    metadata,
    _id(),
    _to("room.id"),
    Column("serial", String(100), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),  # SHA-256, hex
    Column("made_at", Utc, nullable=False),
    Column("expires_at", Utc),
    Column("revoked_at", Utc),
    Column("seen_at", Utc),
    Column("heartbeat_at", Utc),  # by the panel's clock
    Column("heartbeat", JSON),
    Column("identity_key", LargeBinary),  # Ed25519; NULL: it was added without pairing
)

panel_key = Table(
    "panel_key",  # what panels sign in to Office 365 with, where they have a certificate of their own
    metadata,
    _id(),
    _to("panel.id"),
    Column("thumbprint", String(40), nullable=False),  # SHA-1, upper-case hex: what Entra's pages show
    Column("certificate", Text, nullable=False),  # PEM, public
    Column("made_at", Utc, nullable=False),
    Column("retired_at", Utc),  # the panel uses a newer one
    Column("registered_at", Utc),  # seen in the application; NULL: not (any more)
    Column("complaint", String(16)),
    UniqueConstraint("panel_id", "thumbprint"),
    CheckConstraint(
        "complaint IS NULL OR complaint IN (" + ", ".join(f"'{c}'" for c in Complaint) + ")", name="complaint"
    ),
)

allowance = Table(
    "allowance",  # how often somebody may try, across processes
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of what is tried, and by whom
    Column("spent_until", Float(53), nullable=False),  # seconds since 1970 at which all of it is there again
)

pairing = Table(
    "pairing",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("code", String(8), nullable=False, unique=True),
    Column("serial", String(100), nullable=False),
    Column("identity_key", LargeBinary, nullable=False),
    Column("sealing_key", LargeBinary, nullable=False),
    Column("nonce", LargeBinary, nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
    Column("polled_at", Utc),
    Column("number", BigInteger, nullable=False, server_default="0"),  # of the last poll
    Column("interval", Float, nullable=False),  # seconds
    Column("denied_at", Utc),
    _to("panel.id", nullable=True),  # whom it became, once somebody confirmed it
    Column("replaces", Boolean, nullable=False, server_default="0"),  # the room's other panels are revoked then
    Column("sealed", LargeBinary),  # what was granted, for that panel only; NULL once it has it
    Column("received_at", Utc),
)

person = Table(
    "person",
    metadata,
    _id(),
    Column("email", ADDRESS, nullable=False, unique=True),  # lower case
    Column("name", NAME, nullable=False),
    Column("department", NAME),
    Column("password_hash", String(200)),  # argon2id; NULL: signs in elsewhere
    Column("entra_id", String(100), unique=True),  # tenant id and object id of who signs in with OpenID Connect
    Column("pin_hash", String(64), unique=True),  # keyed, see people.py
    Column("badge_hash", String(64), unique=True),
    Column("disabled", Boolean, nullable=False, server_default="0"),
)

role = Table(
    "role",
    metadata,
    _id(),
    _to("person.id"),
    Column("kind", String(32), nullable=False),
    _to("location.id", nullable=True),  # NULL for a space administrator
    UniqueConstraint("person_id", "kind", "location_id"),
    CheckConstraint(f"kind IN {ROLES}", name="kind"),
    CheckConstraint("(location_id IS NULL) = (kind = 'space-administrator')", name="place"),
)

session = Table(
    "session",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # SHA-256 of the cookie
    _to("person.id"),
    Column("csrf", String(64), nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
)

sign_in_link = Table(
    "sign_in_link",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # SHA-256 of what the link carries
    _to("person.id", nullable=True),  # NULL: whoever opens it becomes the first space administrator
    Column("expires_at", Utc, nullable=False),
)

sign_in_flow = Table(
    "sign_in_flow",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # SHA-256 of the cookie of who is at the identity provider
    _to("person.id", nullable=True),  # whose account is to be linked; NULL: signs in
    Column("flow", JSON, nullable=False),  # state, nonce and PKCE's verifier
    Column("target", Text, nullable=False),  # the path to go on to
    Column("expires_at", Utc, nullable=False),
)

booking = Table(
    "booking",
    metadata,
    Column("id", String(36), primary_key=True),
    _to("room.id"),
    Column("start", Utc, nullable=False),
    Column("end", Utc, nullable=False),
    Column("subject", Text),
    Column("host", NAME),  # as shown to people
    _to("person.id", nullable=True, gone="SET NULL", name="host_id"),
    Column("is_private", Boolean, nullable=False, server_default="0"),
    Column("origin", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("agreed_start", Utc),
    Column("agreed_end", Utc),
    Column("agreed_subject", Text),
    Column("agreed_as_of", Utc),
    Column("refusal", String(16)),
    Column("checked_in_at", Utc),
    Column("released_at", Utc),
    Column("revision", BigInteger, nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("changed_at", Utc, nullable=False),
    Index(None, "room_id", "revision"),
    Index(None, "room_id", "start"),
    _one_of("origin", Origin),
    _one_of("state", BookingState),
    CheckConstraint("refusal IS NULL OR refusal IN (" + ", ".join(f"'{r}'" for r in Refused) + ")", name="refusal"),
    CheckConstraint('start <= "end"', name="forwards"),
    CheckConstraint(
        "(agreed_start IS NULL) = (agreed_end IS NULL) AND (agreed_start IS NULL) = (agreed_as_of IS NULL)",
        name="agreed",
    ),
)

setting = Table(
    "setting",
    metadata,
    _id(),
    _to("location.id", nullable=True),
    _to("room.id", nullable=True),
    _to("panel.id", nullable=True),
    Column("name", String(100), nullable=False),  # a key of config.yaml
    Column("value", JSON, nullable=False),
    UniqueConstraint("location_id", "name"),
    UniqueConstraint("room_id", "name"),
    UniqueConstraint("panel_id", "name"),
    CheckConstraint(
        "(CASE WHEN location_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN room_id IS NULL THEN 0 ELSE 1 END)"
        " + (CASE WHEN panel_id IS NULL THEN 0 ELSE 1 END) = 1",
        name="one_scope",
    ),
)

command = Table(
    "command",
    metadata,
    Column("id", String(36), primary_key=True),
    _to("panel.id"),
    Column("kind", String(16), nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("answered_at", Utc),
    Column("result", LargeBinary),
    Column("error", Text),
    _one_of("kind", CommandKind),
)

release = Table(
    "release",  # its bundle lies on disk
    metadata,
    _id(),
    Column("version", String(60), nullable=False),
    Column("architecture", String(20), nullable=False),  # as `uname -m` says it
    Column("digest", String(64), nullable=False, index=True),  # SHA-256 of the bundle, hex
    Column("size", BigInteger, nullable=False),
    Column("added_at", Utc, nullable=False),
    UniqueConstraint("version", "architecture"),
)

rollout = Table(
    "rollout",  # the newest one counts
    metadata,
    _id(),
    Column("version", String(60), nullable=False),
    Column("settling", Integer, nullable=False),  # seconds the canaries have to be well
    Column("made_at", Utc, nullable=False),
    Column("widened_at", Utc),  # NULL: canaries only
    Column("stopped_at", Utc),
    Column("reason", Text, nullable=False, server_default=""),  # why it stopped
)

offer = Table(
    "offer",
    metadata,
    Column("id", String(36), primary_key=True),
    _to("rollout.id"),
    _to("panel.id"),
    Column("is_canary", Boolean, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("was_well", Boolean, nullable=False, server_default="1"),  # had it its link before?
    Column("changed_at", Utc, nullable=False),
    Column("well_since", Utc),  # on the new release
    UniqueConstraint("rollout_id", "panel_id"),
)

problem = Table(
    "problem",
    metadata,
    Column("id", String(36), primary_key=True),
    _to("room.id"),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("closed_at", Utc),
    _one_of("kind", ProblemKind),
)

secret = Table(
    "secret",  # the server's own, which its processes share
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
