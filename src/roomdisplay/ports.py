"""What the shell needs of the world, as Protocols. Adapters stand behind them; remote ones raise only `Failed`."""

from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from roomdisplay.core.failure import Failure
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.machine import AvailabilityRead, Read
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Entry
from roomdisplay.core.registration import RegisteredKey
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.sign_in import Code, Ending
from roomdisplay.core.signal import Colour
from roomdisplay.core.wox import PNG, Booking, Feed, Heartbeat, Offer, Person, ProblemReport, Update
from roomdisplay.core.wox_side import KeptWox

if TYPE_CHECKING:
    import asyncio


class Failed(Exception):
    """The one exception that leaves an adapter of a remote system."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure))
        self.failure = failure


class SecretMissing(Exception):
    """No store holds a secret of this name; the message is a sentence that says what to do."""


class Unreadable(Exception):
    """What was sealed is not for this panel, or was changed on its way."""


class Absent(Exception):
    """There is no such hardware on this machine, or not any more. That is no error: not every panel has it."""


class StoreBroken(Exception):
    """The store cannot be written; the message is a sentence that says what to do."""


class Calendar(Protocol):
    """A room's calendar in Office 365. Every method raises Failed; none takes longer than the adapter's time-outs."""

    async def read(self, window: Interval, *, detailed: bool) -> Read:
        """The meetings touching `window`; with `created_at` where `detailed`."""
        ...

    async def availability(self, rooms: Sequence[Room], window: Interval) -> AvailabilityRead:
        """When `rooms`, at most twenty, are taken in `window`, asked through this room's mailbox. A room that cannot be
        read is told as such and spoils nothing for the others."""
        ...

    async def create(self, booking_id: str, interval: Interval, subject: str, *, is_private: bool = False) -> Meeting:
        """An appointment without attendees. The same arguments make the same bytes, so a repetition creates nothing."""
        ...

    async def move_end(self, event_id: str, etag: str, end: datetime) -> Meeting:
        """Changes the end of an event of the room's own, if it still is as `etag` says (else Refusal.CHANGED)."""
        ...

    async def move(self, event_id: str, etag: str, interval: Interval, subject: str | None) -> Meeting:
        """Changes when an event of the room's own is, and its subject unless that is None, if it still is as `etag`
        says (else Refusal.CHANGED)."""
        ...

    async def delete(self, event_id: str, etag: str) -> None:
        """Takes an event of the room's own out of the calendar, if it still is as `etag` says."""
        ...

    async def decline(self, event_id: str, comment: str) -> None:
        """Declines one meeting the room attends, an occurrence and never its series; the organizer is told `comment`.

        Refusal.GONE where it is not there (any more), Refusal.INVALID where the room itself is the organizer.
        """
        ...

    async def close(self) -> None: ...


Calendars = Callable[[Room], Calendar]
"""The calendar of each room the panel may use. They share one connection and one sign-in: to close one closes all."""


class WoxServer(Protocol):
    """The central WOX server as one room's panel meets it. Remote methods raise Failed: AccessLost where the panel is
    not (or no longer) paired with this room, Rejected where a request cannot succeed as it stands."""

    async def feed(self, cursor: str | None) -> Feed:
        """What changed since `cursor`; None: everything."""
        ...

    def changes(self, cursor: str | None) -> AsyncGenerator[Feed]:
        """Everything since `cursor` and then each change as it happens, none left out. Ends only by Failed."""
        ...

    async def put(self, booking: Booking) -> Booking:
        """Makes WOX's booking of that id be like `booking`, whose `version` is the one last seen (0: none). Repeating
        it changes nothing. Returns it as WOX has it now; Refusal.CHANGED where WOX has a newer version."""
        ...

    async def beat(self, heartbeat: Heartbeat) -> Offer | None:
        """Tells how the panel is; the release it is to have, None: it may stay as it is."""
        ...

    def bundle(self, offer: Offer, start: int) -> AsyncGenerator[bytes]:
        """The offer's bundle from that byte on, piece by piece; GONE (Rejected) where it is offered no more."""
        ...

    async def photo(self) -> bytes:
        """The room's photo, as it was uploaded; GONE (Rejected) where it has none (any more)."""
        ...

    async def report(self, report: ProblemReport) -> None:
        """Tells facilities of a problem; a repetition (same id) tells nothing new."""
        ...

    async def person(self, *, badge: str | None = None, pin: str | None = None) -> Person | None:
        """Who holds that badge, or knows that PIN; None: nobody."""
        ...

    async def done(self, command_id: str, result: bytes = b"", error: str | None = None, *, kind: str = PNG) -> None:
        """Answers a command: `result` is what it gives (`wox.RESULTS`), of the media type `kind`; `error` a sentence
        why it could not be done."""
        ...

    async def show(self, picture: bytes) -> None:
        """Hands facilities a picture of the screen (a PNG) that they have not asked for."""
        ...

    async def leave(self) -> None:
        """The panel gives up its room: from now on it is not paired, and every method says so."""
        ...

    async def close(self) -> None: ...


class AccessTokens(Protocol):
    """Who the panel is to Graph."""

    async def token(self) -> str:
        """A bearer token good for at least a few minutes. Raises Failed; never blocks the caller's loop."""
        ...

    async def rejected(self, token: str, claims: str | None) -> None:
        """Graph refused `token` (401): forget it. `claims` is the challenge to answer next time, if there was one."""
        ...

    async def close(self) -> None: ...


class ApplicationKeys(Protocol):
    """The certificates registered with the Entra application that the server is itself."""

    async def keys(self) -> tuple[RegisteredKey, ...]:
        """What is registered; some minutes old where the directory is slow. Raises Failed."""
        ...

    async def add(self, certificate: bytes, name: str) -> None:
        """Registers one more (DER); `name` is for administrators. Raises Failed."""
        ...

    async def remove(self, key_id: str) -> None:
        """Raises Failed, Rejected where there is no such key."""
        ...

    async def close(self) -> None: ...


class CodeSignIn(Protocol):
    """Signing an account in with a code that is typed on another device (RFC 8628). One code at a time."""

    async def fetch(self) -> Code:
        """A fresh code; the one before it is forgotten. Raises Failed; never blocks the caller's loop."""
        ...

    async def outcome(self) -> Ending:
        """Returns once the code was used, or cannot be any more. Raises Failed, AccessLost where it was refused."""
        ...


class Secrets(Protocol):
    """Named secrets. The configuration holds names, this holds what they stand for."""

    def secret(self, name: str) -> bytes:
        """Blocks (keyrings may ask over D-Bus): never called on the GUI thread. Raises SecretMissing."""
        ...

    def kept(self, name: str, fresh: str) -> bytes:
        """The secret of that name; where there is none yet, `fresh`, kept from now on. Blocks; raises SecretMissing."""
        ...

    def keep(self, name: str, value: str) -> None:
        """That is the secret of that name from now on, whatever it was. Blocks; raises SecretMissing."""
        ...

    def forget(self, name: str) -> None:
        """There is no kept secret of that name any more. Blocks; raises SecretMissing where none can be forgotten."""
        ...


class Stored(Struct, frozen=True, kw_only=True):
    """What the store held at start."""

    schedule: Schedule | None = None
    read_at: datetime | None = None
    entries: tuple[Entry, ...] = ()
    wox: KeptWox | None = None
    reports: tuple[ProblemReport, ...] = ()
    unread: int = 0
    """Promises that this release cannot read. They stay on disk as they are, for one that can."""
    notes: Sequence[str] = ()
    """Sentences for the log: what was set aside or could not be read."""


class Store(Protocol):
    """What survives a power cut: the last schedule and what WOX told (caches), the outbox and the reports (promises).
    Calls block until on disk."""

    def load(self, room_address: str) -> Stored: ...

    def save_schedule(self, room_address: str, schedule: Schedule, read_at: datetime) -> None: ...

    def save_entry(self, room_address: str, entry: Entry) -> None: ...

    def forget_entry(self, room_address: str, id: str) -> None: ...

    def save_report(self, room_address: str, report: ProblemReport) -> None: ...

    def forget_report(self, room_address: str, id: str) -> None: ...

    def save_wox(self, room_address: str, kept: KeptWox) -> None:
        """All of it at once: bookings that are not in `kept` are forgotten."""
        ...

    def close(self) -> None: ...


class NotInstallable(Exception):
    """The message is a sentence that says why a release cannot be installed, and what to do."""


class Installer(Protocol):
    """Whoever installs releases on this machine. Has rights that the panel has not, so it is handed a bundle, and says
    later what came of it. Calls block until on disk, and raise NotInstallable."""

    def last(self) -> Update | None:
        """What became of the last offer that was handed over; None: there was none, or it got lost on the way."""
        ...

    def here(self, offer: Offer) -> int:
        """How many bytes of the bundle have been kept, so that the rest can be fetched. Others are thrown away."""
        ...

    def keep(self, offer: Offer, chunk: bytes) -> None:
        """The bundle's next bytes."""
        ...

    def hand_over(self, offer: Offer) -> None:
        """The bundle is whole."""
        ...


class PhotoShelf(Protocol):
    """Where the panel keeps its room's photo. Both methods block."""

    def find(self, digest: str) -> Path | None:
        """The file of the photo with that SHA-256, if it is here and unharmed."""
        ...

    def keep(self, digest: str, photo: bytes) -> Path:
        """On disk when it returns, instead of any other. Raises StoreBroken."""
        ...

    def shown(self, digest: str) -> Path:
        """Where that photo is to be kept in the size of the glass; empty: the one that the panel's file names. Raises
        StoreBroken."""
        ...


class WrongPins(Protocol):
    """How many were entered at the glass in a row. Both methods block."""

    def load(self) -> int: ...

    def keep(self, wrong: int) -> None:
        """On disk when it returns. Raises StoreBroken."""
        ...


class Backlight(Protocol):
    """What lights the screen from behind. Calls block for a moment; they raise Absent and Failed."""

    def shine(self, share: float) -> None:
        """With that share of its light, as the eye sees it; 0 turns the screen's power off."""
        ...


class StatusLight(Protocol):
    """The light beside the door. Calls block for a moment; they raise Absent and Failed."""

    def burn(self, colour: Colour) -> None:
        """In that colour from now on, or in what comes nearest where it has fewer."""
        ...


class Presence(Protocol):
    """What notices people who come near."""

    async def noticed(self, within: float) -> bool:
        """True as soon as somebody is noticed; False: nobody within so many seconds. Raises Absent and Failed."""
        ...

    def close(self) -> None: ...


class Voice(Protocol):
    """What says a text aloud."""

    def say(self, text: str, language: str) -> None:
        """`text`, written in `language` (ISO 639-1), without waiting for its end."""
        ...


class Clock(Protocol):
    def now(self) -> Instant:
        """Both clocks, read together."""
        ...

    def watch(self, loop: "asyncio.AbstractEventLoop", jumped: Callable[[], None]) -> Callable[[], None]:
        """Has `jumped` called on `loop` whenever the wall clock has been set or the machine has slept, of which timers
        know nothing. What it gives ends that."""
        ...
