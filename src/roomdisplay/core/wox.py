"""What a room's panel and the WOX server tell each other, in WOX's words."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.interval import Interval
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room


class Origin(StrEnum):
    """Where a booking was made."""

    OFFICE365 = "office365"
    PORTAL = "portal"
    APP = "app"
    DISPLAY = "display"


class BookingState(StrEnum):
    REQUESTED = "requested"
    """Made or changed on WOX; Office 365 does not have it like this yet."""
    CONFIRMED = "confirmed"
    """Office 365 has it exactly like this."""
    CANCELLING = "cancelling"
    """Cancelled on WOX; Office 365 still has it."""
    CANCELLED = "cancelled"
    """In neither any more."""
    REFUSED = "refused"
    """Office 365 never had it and will not: `refusal` says why."""


OPEN = frozenset({BookingState.REQUESTED, BookingState.CONFIRMED, BookingState.CANCELLING})
"""The room is, or may become, taken by it."""


class Refused(StrEnum):
    """Why the last wish of whoever booked could not be granted."""

    TAKEN = "taken"
    """Somebody else was first in Office 365."""
    GONE = "gone"
    """The booking was no longer in the calendar."""
    CHANGED = "changed"
    """It was changed in Office 365 at the same time, and that counts."""
    NOT_ALLOWED = "notAllowed"
    """The link may not write to this room's calendar."""
    EXPIRED = "expired"
    """Its time passed before Office 365 could be asked."""
    FAILED = "failed"
    """Office 365 would not take it: a full mailbox, an invalid request."""


class Agreed(Struct, frozen=True, kw_only=True):
    """What Office 365 held when it was last looked at: the base that both sides are compared with."""

    interval: Interval
    subject: str | None
    as_of: datetime
    """By Office 365's own clock (the Date of its answer); of a cancelled booking, when it was found to be gone. A
    mirror whose reading is older has nothing to say."""


class Booking(Struct, frozen=True, kw_only=True):
    """A room's booking as WOX keeps it. Times are UTC.

    `id` is the one UUID of the booking everywhere (Graph's transactionId); a meeting made in Outlook has one derived
    from its iCalUId and original start. `subject`, `host` and `host_id` are None where it is private, and never get
    here then.
    """

    id: str
    interval: Interval
    subject: str | None
    host: str | None = None
    """Who holds it, as shown to people."""
    host_id: str | None = None
    """That person's id on WOX, whose own booking it is there; None: nobody's whom WOX knows."""
    is_private: bool = False
    origin: Origin = Origin.OFFICE365
    state: BookingState = BookingState.REQUESTED
    agreed: Agreed | None = None
    """None: Office 365 has never been seen to hold it."""
    refusal: Refused | None = None
    """Of the last wish: a refused booking, or a change that was refused and taken back."""
    checked_in_at: datetime | None = None
    released_at: datetime | None = None
    """When it was released at the door, or because nobody had checked in."""
    version: int = 0
    """WOX's; rises with each change. 0: WOX does not have it yet."""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class RoomSettings(Struct, frozen=True, kw_only=True):
    """What WOX says about the panel's room besides its bookings."""

    room: Room
    policy: Policy
    nearby: tuple[Room, ...] = ()
    emergency: str | None = None
    """A message to everybody at the location; None: none."""
    appearance: Appearance = field(default_factory=Appearance)


class CommandKind(StrEnum):
    SCREENSHOT = "screenshot"
    RESTART = "restart"
    UNPAIR = "unpair"
    DIAGNOSTICS = "diagnostics"
    """What whoever looks for a fault needs, without secrets and names."""
    DOCTOR = "doctor"
    """Look at the links and the machine; an appointment is made far ahead and taken away again."""


PNG, ARCHIVE, REPORT = "image/png", "application/zip", "application/vnd.roomdisplay.report+json"
RESULTS: Mapping[CommandKind, str] = {
    CommandKind.SCREENSHOT: PNG,
    CommandKind.DIAGNOSTICS: ARCHIVE,
    CommandKind.DOCTOR: REPORT,
}
"""The media type of what a command gives; the others give nothing but that they were done."""


class Command(Struct, frozen=True, kw_only=True):
    """What facilities want of the panel: done once, and answered."""

    id: str
    kind: CommandKind


class Feed(Struct, frozen=True, kw_only=True):
    """What has changed on WOX since a cursor."""

    cursor: str
    """Opaque: where the next feed goes on."""
    bookings: tuple[Booking, ...] = ()
    """Those changed, the latest version of each; cancelled and refused ones too."""
    settings: RoomSettings | None = None
    """None: as before."""
    commands: tuple[Command, ...] = ()
    is_whole: bool = False
    """All there is: a booking that is not here does not exist (the first feed, or the cursor was too old). Only where
    nothing was skipped."""
    skipped: int = 0
    """Bookings, settings and commands that this panel does not understand, left out."""


class ProblemKind(StrEnum):
    """What is wrong in the room, by touch."""

    SCREEN = "screen"
    AUDIO = "audio"
    CLEANING = "cleaning"
    TEMPERATURE = "temperature"
    FURNITURE = "furniture"
    OTHER = "other"


class ProblemReport(Struct, frozen=True, kw_only=True):
    id: str
    kind: ProblemKind
    made_at: datetime
    text: str = ""


class Offer(Struct, frozen=True, kw_only=True):
    """A release that the panel is to have."""

    id: str
    """Of this offer to this panel: the same release offered anew has another one."""
    version: str
    size: int
    """Bytes of its bundle."""
    digest: str
    """SHA-256 of its bundle, hexadecimal."""


class UpdateStage(StrEnum):
    DOWNLOADING = "downloading"
    INSTALLING = "installing"
    """In the installer's hands, or on trial."""
    INSTALLED = "installed"
    FAILED = "failed"
    """It was never switched to."""
    ROLLED_BACK = "rolledBack"
    """It was not well, so the release before runs again."""


class Update(Struct, frozen=True, kw_only=True):
    """How far a panel is with an offer."""

    offer: str
    stage: UpdateStage
    reason: str = ""
    """Why it did not go well, a sentence."""


class Heartbeat(Struct, frozen=True, kw_only=True):
    """How the panel is, once a minute. Mirrors what `roomdisplay ctl health` says."""

    at: datetime
    version: str
    started_at: datetime
    link: str
    """Of Office 365: "well", or why not, in a word of core.failure."""
    data_age: float | None
    """Seconds since the schedule was read; None: never."""
    certificate_ends: datetime | None = None
    pending: int = 0
    """Entries of the outbox that are not settled."""
    faults: tuple[str, ...] = field(default_factory=tuple)
    """Sentences."""
    architecture: str = ""
    """As `uname -m` says it."""
    update: Update | None = None
    """The last offer it took up; None: none."""


class Person(Struct, frozen=True, kw_only=True):
    id: str
    name: str
