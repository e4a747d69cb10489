"""What travels between a panel and the server, as JSON: checked by these declarations, and described by them too.

Member names are in camel case, times RFC 3339. Unknown members are ignored. Changing a name or a meaning breaks panels
in the field: add a member instead, or make a version 2.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from roomdisplay.core import wox
from roomdisplay.core.interval import Interval
from roomdisplay.core.pairing import KEY_LENGTH, NONCE_LENGTH
from roomdisplay.core.pairing import Introduction as CoreIntroduction
from roomdisplay.core.room import Room as CoreRoom
from roomdisplay.core.wox import BookingState, CommandKind, Origin, ProblemKind, Refused, UpdateStage
from roomdisplay.doctor.finding import Verdict

UUID = r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
NO_NUL = r"^[^\x00]*$"
LONGEST_BOOKING = timedelta(days=366)
EARLIEST, LATEST = datetime(1970, 1, 2, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)

Time = Annotated[datetime, Meta(tz=True, description="RFC 3339, such as 2026-01-02T10:00:00Z")]
Id = Annotated[str, Meta(pattern=UUID, description="a UUID")]
Line = Annotated[str, Meta(max_length=200, pattern=NO_NUL)]
Prose = Annotated[str, Meta(max_length=2000, pattern=NO_NUL)]
Count = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Version = Annotated[int, Meta(ge=0, le=2**53 - 1)]


class Malformed(Exception):
    """The message is a sentence: what was found, and what is accepted."""


class Shape(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """An object on the wire."""


class Agreed(Shape, frozen=True, kw_only=True):
    """What Office 365 held when it was last looked at, by Office 365's own clock."""

    start: Time
    end: Time
    subject: Prose | None = None
    as_of: Time


class Booking(Shape, frozen=True, kw_only=True):
    """A booking of the room. Subject and host of a private one are null. `hostId`: the `id` that /people/lookup gave of
    the host, as a string, whose own booking it is then."""

    id: Id
    start: Time
    end: Time
    subject: Prose | None = None
    host: Line | None = None
    host_id: Line | None = None
    is_private: bool = False
    origin: Origin = Origin.OFFICE365
    state: BookingState = BookingState.REQUESTED
    agreed: Agreed | None = None
    refusal: Refused | None = None
    checked_in_at: Time | None = None
    released_at: Time | None = None
    version: Version = 0


class Room(Shape, frozen=True, kw_only=True):
    address: str
    name: str
    detail: str
    time_zone: str


class OwnRoom(Room, frozen=True, kw_only=True):
    """The panel's own. `place`: floor and location; `photo`: the SHA-256 of its photo, hexadecimal; empty: none."""

    capacity: int | None
    equipment: list[str]
    place: str
    photo: str


class Settings(Shape, frozen=True, kw_only=True):
    """What holds for the room; `values` and `origins` by the names of config.yaml."""

    room: OwnRoom
    values: dict[str, Any]
    origins: dict[str, Literal["default", "location", "room", "panel"]]
    nearby: list[Room]
    emergency: str | None


class Command(Shape, frozen=True, kw_only=True):
    id: Id
    kind: CommandKind


class Feed(Shape, frozen=True, kw_only=True):
    """What changed since a cursor. `isWhole`: a booking that is not here does not exist."""

    cursor: str
    is_whole: bool
    bookings: list[Booking]
    settings: Settings | None
    commands: list[Command]


class Update(Shape, frozen=True, kw_only=True):
    """How far a panel is with a release that it was offered; `reason`: why it did not go well, a sentence."""

    offer: Id
    stage: UpdateStage
    reason: Prose = ""


class Heartbeat(Shape, frozen=True, kw_only=True):
    at: Time
    version: Line
    started_at: Time
    link: Line
    data_age_seconds: Annotated[float, Meta(ge=0, le=1e12)] | None = None
    certificate_ends: Time | None = None
    pending: Count = 0
    faults: Annotated[list[Prose], Meta(max_length=50)] = []
    architecture: Line = ""
    update: Update | None = None


class Offer(Shape, frozen=True, kw_only=True):
    """A release that the panel is to have: bytes and SHA-256 (hexadecimal) of its bundle."""

    id: Id
    version: Line
    size: Annotated[int, Meta(ge=0, le=2**53 - 1)]
    digest: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Beaten(Shape, frozen=True, kw_only=True):
    """`offer`: the release that the panel is to have; null: it may stay as it is."""

    offer: Offer | None = None


class ProblemReport(Shape, frozen=True, kw_only=True):
    id: Id
    kind: ProblemKind
    made_at: Time
    text: Prose = ""


class Badge(Shape, frozen=True, kw_only=True):
    """Either of both."""

    badge: Annotated[str, Meta(min_length=1, max_length=200)] | UnsetType = UNSET
    pin: Annotated[str, Meta(min_length=1, max_length=200)] | UnsetType = UNSET


class Person(Shape, frozen=True, kw_only=True):
    id: str
    name: str


class Nearby(Shape, frozen=True, kw_only=True):
    rooms: list[Room]


class CommandResult(Shape, frozen=True, kw_only=True):
    """`error` is a sentence why it could not be done; without it, it was done."""

    error: Annotated[str, Meta(min_length=1, max_length=2000, pattern=NO_NUL)] | None = None


class Mend(Shape, frozen=True, kw_only=True):
    """A line for a shell, that mends something or shows more."""

    place: Literal["powershell", "sh"] = msgspec.field(name="in")
    line: Prose


class Finding(Shape, frozen=True, kw_only=True):
    """Of one check: what was seen, and what to do."""

    id: Annotated[str, Meta(min_length=1, max_length=40, pattern=NO_NUL)]
    title: Line
    verdict: Verdict
    evidence: Annotated[list[Prose], Meta(max_length=50)]
    mend: Prose | None = None
    commands: Annotated[list[Mend], Meta(max_length=10)] = []


class Report(Shape, frozen=True, kw_only=True):
    """What the doctor found: as `roomdisplay doctor --json` says it."""

    format: Literal[1]
    version: Line
    room: Line | None
    at: Time
    verdict: Verdict
    findings: Annotated[list[Finding], Meta(max_length=100)]


Key = Annotated[bytes, Meta(min_length=KEY_LENGTH, max_length=KEY_LENGTH, description="a raw public key, base64")]
Signature = Annotated[bytes, Meta(min_length=64, max_length=64, description="Ed25519, base64")]


class Introduction(Shape, frozen=True, kw_only=True):
    """Who a panel is that is not paired. The code it shows follows from this; the signature proves the identity key."""

    serial: Annotated[str, Meta(min_length=1, max_length=100, pattern=NO_NUL)]
    identity_key: Key
    sealing_key: Key
    nonce: Annotated[bytes, Meta(min_length=NONCE_LENGTH, max_length=NONCE_LENGTH, description="random, base64")]
    signature: Signature


class Ticket(Shape, frozen=True, kw_only=True):
    """The code is known: how long it is good for, and how often its panel may poll; both in seconds."""

    id: Id
    expires_in: float
    interval: float


class Poll(Shape, frozen=True, kw_only=True):
    """Each poll has a greater number than the one before; the signature is over the pairing and this number."""

    number: Annotated[int, Meta(ge=1, le=2**53 - 1)]
    signature: Signature


class PairingState(Shape, frozen=True, kw_only=True):
    """`sealed` is what was granted, once somebody has confirmed the code: only this panel can open it."""

    state: Literal["pending", "granted"]
    sealed: Annotated[bytes, Meta(description="base64")] | None = None


class Certificate(Shape, frozen=True, kw_only=True):
    """What the panel signs in to Office 365 with, or is going to: its own certificate. The signature is its identity
    key's. Once it is `in_use` the panel's others are not any more."""

    certificate: Annotated[str, Meta(max_length=8000, pattern=NO_NUL, description="the public part, PEM")]
    signature: Signature
    in_use: bool = False


class CertificateState(Shape, frozen=True, kw_only=True):
    """Whether it is registered with the application in Entra, as far as the server knows. It may still take Entra some
    minutes to know it everywhere."""

    registered: bool


class Receipt(Shape, frozen=True, kw_only=True):
    """`certificate` is the panel's own, where it was told to make one."""

    certificate: Certificate | None = None


class Problem(Shape, frozen=True, kw_only=True, omit_defaults=True):
    """An error, after RFC 9457."""

    title: str
    status: int
    code: str
    detail: str = ""
    type: Annotated[str, Meta(description="a URI")] = "about:blank"
    supported: list[str] | UnsetType = UNSET


# ── from the core and to it ───────────────────────────────────────────────────────────────────────────────────────────


def booking(of: wox.Booking) -> Booking:
    agreed = of.agreed and Agreed(
        start=of.agreed.interval.start,
        end=of.agreed.interval.end,
        subject=of.agreed.subject,
        as_of=of.agreed.as_of,
    )
    return Booking(
        id=of.id,
        start=of.interval.start,
        end=of.interval.end,
        subject=of.subject,
        host=of.host,
        host_id=of.host_id,
        is_private=of.is_private,
        origin=of.origin,
        state=of.state,
        agreed=agreed,
        refusal=of.refusal,
        checked_in_at=of.checked_in_at,
        released_at=of.released_at,
        version=of.version,
    )


def to_booking(told: Booking, version: int) -> wox.Booking:
    """Raises Malformed."""
    if told.state is BookingState.REFUSED and told.refusal is None:
        raise Malformed("A refused booking says why: `refusal` is missing.")
    agreed = told.agreed and wox.Agreed(
        interval=_interval(told.agreed.start, told.agreed.end),
        subject=told.agreed.subject,
        as_of=utc(told.agreed.as_of),
    )
    return wox.Booking(
        id=told.id.lower(),
        interval=_interval(told.start, told.end),
        subject=told.subject,
        host=told.host,
        host_id=told.host_id,
        is_private=told.is_private,
        origin=told.origin,
        state=told.state,
        agreed=agreed,
        refusal=told.refusal,
        checked_in_at=None if told.checked_in_at is None else utc(told.checked_in_at),
        released_at=None if told.released_at is None else utc(told.released_at),
        version=version,
    )


def to_report(told: ProblemReport) -> wox.ProblemReport:
    """Raises Malformed."""
    return wox.ProblemReport(id=told.id.lower(), kind=told.kind, made_at=utc(told.made_at), text=told.text)


def to_heartbeat(told: Heartbeat) -> wox.Heartbeat:
    update = told.update
    return wox.Heartbeat(
        at=utc(told.at),
        version=told.version,
        started_at=told.started_at,
        link=told.link,
        data_age=told.data_age_seconds,
        certificate_ends=told.certificate_ends,
        pending=told.pending,
        faults=tuple(told.faults),
        architecture=told.architecture,
        update=update and wox.Update(offer=update.offer.lower(), stage=update.stage, reason=update.reason),
    )


def beaten(offer: wox.Offer | None) -> Beaten:
    if offer is None:
        return Beaten()
    return Beaten(offer=Offer(id=offer.id, version=offer.version, size=offer.size, digest=offer.digest))


def to_introduction(told: Introduction) -> CoreIntroduction:
    return CoreIntroduction(
        serial=told.serial, identity_key=told.identity_key, sealing_key=told.sealing_key, nonce=told.nonce
    )


def room(of: CoreRoom) -> Room:
    return Room(address=of.address, name=of.name, detail=of.detail, time_zone=of.zone.key)


def own_room(of: CoreRoom) -> OwnRoom:
    return OwnRoom(
        address=of.address,
        name=of.name,
        detail=of.detail,
        time_zone=of.zone.key,
        capacity=of.capacity,
        equipment=list(of.equipment),
        place=of.place,
        photo=of.photo,
    )


def kept(heartbeat: Heartbeat) -> Mapping[str, object]:
    """As it is kept and shown: plain JSON by the names of the wire."""
    return msgspec.to_builtins(heartbeat)


def utc(time: datetime) -> datetime:
    """Raises Malformed."""
    try:
        time = time.astimezone(UTC)
    except OverflowError:
        time = LATEST
    if not EARLIEST <= time < LATEST:
        raise Malformed("A time is out of range; accepted: the years 1970 to 9998.")
    return time


def _interval(start: datetime, end: datetime) -> Interval:
    start, end = utc(start), utc(end)
    if not start <= end <= start + LONGEST_BOOKING:
        raise Malformed("The end is accepted from the start to a year after it.")
    return Interval(start, end)
