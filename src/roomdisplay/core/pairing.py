"""Pairing a panel with a room: what both sides compute, the panel's side as a machine, the server's decisions.

The manners are those of RFC 8628 (a code, an interval, slow_down, expiry, denial), with two differences: the panel
makes the code, so that it is on the glass before there is a network, and each poll is signed, so that the code alone is
worth nothing. The code follows from the panel's keys and a random nonce; the match number follows from that and from
what the server draws, so neither side, nor anybody between them, chooses it alone.

The panel's side. What is not in the table changes nothing; an answer about another code than the one on the glass never
does. `Tick` counts once it is due.

    phase     event                               → phase     effect
    NOWHERE   Addressed                             MAKING    Make
    MAKING    Made                                  CALLING   Introduce
    CALLING   Known                                 WAITING   –
    CALLING   Unanswered                            CALLING   –          asked again later and later
    CALLING   Tick                                  CALLING   Introduce
    CALLING   Over (taken)                          MAKING    Make
    WAITING   Tick, before the code ends            WAITING   Poll
    WAITING   Tick, after                           MAKING    Make
    WAITING   Pending                               WAITING   –
    WAITING   SlowDown                              WAITING   –          5 s more between polls from now on
    WAITING   Unanswered                            WAITING   –          asked again later and later
    WAITING   Over (denied)                         DENIED    –
    WAITING   Over (anything else)                  MAKING    Make
    WAITING   Granted                               KEEPING   Keep
    KEEPING   Kept                                  PAIRED    –
    KEEPING   NotKept                               BROKEN    –
    DENIED    Tick, Again                           MAKING    Make
    BROKEN    Tick, Again                           MAKING    Make
    any up to BROKEN but KEEPING    Addressed       MAKING    Make
"""

from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.discreet import Discreet
from roomdisplay.core.failure import Failure, Transient

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""RFC 8628, 6.1: no vowels, so no words; nothing that is read as a digit."""
CODE_LENGTH = 8
CODE_LIFE = timedelta(minutes=10)
INTERVAL = 2.0
"""Seconds between two polls."""
SLOWER = 5.0
"""Seconds more after each slow_down (RFC 8628, 3.5)."""
RETRY_FIRST, RETRY_LONGEST = 1.0, 30.0
PAUSE = 20.0
"""Seconds for which a refusal stays on the glass before the panel asks anew."""
TOKEN_UNCONFIRMED = timedelta(hours=24)
"""How long a token works that the panel has not confirmed to have."""
KEY_LENGTH = 32
NONCE_LENGTH = 16


# ── what both sides compute ───────────────────────────────────────────────────────────────────────────────────────────


class Introduction(Struct, frozen=True, kw_only=True):
    """Who a panel is, and the code it shows. Keys are raw public keys, the nonce random for each code."""

    serial: str
    identity_key: bytes
    """Ed25519: the panel signs with it."""
    sealing_key: bytes
    """X25519: what only the panel may read is sealed to it."""
    nonce: bytes

    @property
    def digest(self) -> bytes:
        return _digest(b"introduction", self.serial.encode(), self.identity_key, self.sealing_key, self.nonce)

    @property
    def code(self) -> str:
        """Eight letters."""
        number = int.from_bytes(_digest(b"code", self.digest))
        letters: list[str] = []
        for _ in range(CODE_LENGTH):
            number, place = divmod(number, len(LETTERS))
            letters.append(LETTERS[place])
        return "".join(letters)

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.identity_key)


class Ticket(Struct, frozen=True, kw_only=True):
    """What the server says to an introduction. `id` is its own random draw; `seconds` how long the code is good for."""

    id: str
    seconds: float
    interval: float = INTERVAL


def transcript(introduction: Introduction, id: str) -> bytes:
    """What this pairing is, and no other: 32 bytes."""
    return _digest(b"transcript", introduction.digest, id.encode())


def match_number(transcript: bytes) -> str:
    """Four digits, the same on the glass and on the phone if both mean the same pairing."""
    return f"{int.from_bytes(_digest(b'match', transcript)) % 10_000:04d}"


def fingerprint(identity_key: bytes) -> str:
    """Of a key, for people: sixteen hexadecimal digits in fours."""
    digits = _digest(b"fingerprint", identity_key).hex().upper()
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def introduced(introduction: Introduction) -> bytes:
    """What the panel signs to introduce itself."""
    return _digest(b"introduce", introduction.digest)


def polled(transcript: bytes, number: int) -> bytes:
    """What the panel signs for its poll of that number."""
    return _digest(b"poll", transcript, str(number).encode())


def certified(certificate: str) -> bytes:
    """What the panel signs for a certificate of its own (PEM), so that whoever has got hold of its token alone can have
    none registered."""
    return _digest(b"certificate", certificate.encode())


def shown(code: str) -> str:
    """As people read it: two groups of four."""
    return f"{code[:4]}-{code[4:]}"


def typed(text: str) -> str | None:
    """The code somebody typed, whatever they put between the letters; None: it is none."""
    code = "".join(letter for letter in text.upper() if letter.isalnum())
    return code if len(code) == CODE_LENGTH and set(code) <= set(LETTERS) else None


def _digest(*parts: bytes) -> bytes:
    whole = sha256(b"roomdisplay pairing 1\n")
    for part in parts:
        whole.update(len(part).to_bytes(4))
        whole.update(part)
    return whole.digest()


# ── the panel's side ──────────────────────────────────────────────────────────────────────────────────────────────────


class Phase(StrEnum):
    NOWHERE = "nowhere"
    """Which server is not known."""
    MAKING = "making"
    CALLING = "calling"
    """The code is on the glass; the server does not know it yet."""
    WAITING = "waiting"
    """The server knows it; somebody may confirm it."""
    KEEPING = "keeping"
    PAIRED = "paired"
    DENIED = "denied"
    BROKEN = "broken"
    """What was granted could not be kept on this machine."""


class Ending(StrEnum):
    """Why a code is no longer good."""

    TAKEN = "taken"
    DENIED = "denied"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    """What was granted is not sealed for this pairing."""


class Addressed(Struct, frozen=True, kw_only=True):
    """`server`: its address, without a slash at the end."""

    server: str


class Made(Struct, frozen=True, kw_only=True):
    introduction: Introduction


class Known(Struct, frozen=True, kw_only=True):
    code: str
    ticket: Ticket
    now: float


class Pending(Struct, frozen=True, kw_only=True):
    code: str
    now: float


class SlowDown(Struct, frozen=True, kw_only=True):
    code: str
    now: float


class Unanswered(Struct, frozen=True, kw_only=True):
    """No answer, or none that helps; perhaps with a wish of how long to wait."""

    code: str
    now: float
    failure: Failure


class Over(Struct, frozen=True, kw_only=True):
    code: str
    ending: Ending
    now: float


class Granted(Discreet, frozen=True, kw_only=True):
    """What was granted, opened: JSON, with secrets."""

    unsaid = ("grant",)

    code: str
    grant: bytes


class Kept(Struct, frozen=True, kw_only=True):
    pass


class NotKept(Struct, frozen=True, kw_only=True):
    """`reason` is a sentence that says what to do."""

    reason: str
    now: float


class Again(Struct, frozen=True, kw_only=True):
    """Somebody at the glass wants a new code."""


class Tick(Struct, frozen=True, kw_only=True):
    now: float


Event = Addressed | Made | Known | Pending | SlowDown | Unanswered | Over | Granted | Kept | NotKept | Again | Tick


class Make(Struct, frozen=True, kw_only=True):
    """Draw a nonce: Made."""


class Introduce(Struct, frozen=True, kw_only=True):
    """Tell the server: Known, Unanswered or Over."""

    introduction: Introduction


class Poll(Struct, frozen=True, kw_only=True):
    """Ask what became of it: Pending, SlowDown, Unanswered, Over or Granted."""

    introduction: Introduction
    id: str
    number: int


class Keep(Discreet, frozen=True, kw_only=True):
    """Write it down, all or nothing: Kept or NotKept."""

    unsaid = ("grant",)

    grant: bytes


Effect = Make | Introduce | Poll | Keep


class Pairing(Struct, frozen=True, kw_only=True):
    """Where the panel stands. Times are monotonic seconds."""

    phase: Phase = Phase.NOWHERE
    server: str = ""
    introduction: Introduction | None = None
    id: str = ""
    interval: float = INTERVAL
    number: int = 0
    """Of the last poll."""
    ends_at: float = 0.0
    due_at: float | None = None
    """When a Tick does something; None: an answer is awaited."""
    failures: int = 0
    """In a row."""
    failure: Failure | None = None
    """The last of them; None: the server answers."""
    reason: str = ""
    """Why it could not be kept."""

    @property
    def code(self) -> str:
        return "" if self.introduction is None else self.introduction.code

    @property
    def address(self) -> str:
        """What the QR code says; empty: nothing yet."""
        return f"{self.server}/pair?code={self.code}" if self.code else ""

    @property
    def match_number(self) -> str:
        """Empty until the server knows the code."""
        return "" if self.introduction is None or not self.id else match_number(transcript(self.introduction, self.id))


Stepped = tuple[Pairing, tuple[Effect, ...]]


def step(pairing: Pairing, event: Event) -> Stepped:
    """The table above."""
    stay: Stepped = (pairing, ())
    if isinstance(event, Known | Pending | SlowDown | Unanswered | Over | Granted) and event.code != pairing.code:
        return stay
    phase = pairing.phase
    match event:
        case Addressed(server=server):
            return stay if phase in (Phase.KEEPING, Phase.PAIRED) else _making(server)
        case Made(introduction=introduction):
            if phase is not Phase.MAKING:
                return stay
            calling = replace(pairing, phase=Phase.CALLING, introduction=introduction)
            return calling, (Introduce(introduction=introduction),)
        case Known(ticket=ticket, now=now):
            if phase is not Phase.CALLING:
                return stay
            waiting = replace(pairing, phase=Phase.WAITING, id=ticket.id, interval=ticket.interval)
            return _answered(replace(waiting, ends_at=now + ticket.seconds), now + ticket.interval), ()
        case Pending(now=now):
            if phase is not Phase.WAITING:
                return stay
            return _answered(pairing, now + pairing.interval), ()
        case SlowDown(now=now):
            if phase is not Phase.WAITING:
                return stay
            slower = pairing.interval + SLOWER
            return _answered(replace(pairing, interval=slower), now + slower), ()
        case Unanswered(now=now, failure=failure):
            if phase not in (Phase.CALLING, Phase.WAITING):
                return stay
            pause = min(RETRY_LONGEST, RETRY_FIRST * 2.0 ** min(pairing.failures, 10))
            wish = failure.retry_after if isinstance(failure, Transient) else None
            pause = max(pause, wish or 0.0, pairing.interval if phase is Phase.WAITING else 0.0)
            return replace(pairing, due_at=now + pause, failures=pairing.failures + 1, failure=failure), ()
        case Over(ending=ending, now=now):
            if phase is Phase.WAITING and ending is Ending.DENIED:
                return replace(pairing, phase=Phase.DENIED, due_at=now + PAUSE), ()
            ends = phase is Phase.WAITING or (phase is Phase.CALLING and ending is Ending.TAKEN)
            return _making(pairing.server) if ends else stay
        case Granted(grant=grant):
            if phase is not Phase.WAITING:
                return stay
            return replace(pairing, phase=Phase.KEEPING, due_at=None), (Keep(grant=grant),)
        case Kept():
            return (replace(pairing, phase=Phase.PAIRED), ()) if phase is Phase.KEEPING else stay
        case NotKept(reason=reason, now=now):
            if phase is not Phase.KEEPING:
                return stay
            return replace(pairing, phase=Phase.BROKEN, reason=reason, due_at=now + PAUSE), ()
        case Again():
            return _making(pairing.server) if phase in (Phase.DENIED, Phase.BROKEN) else stay
        case Tick(now=now):
            return _ticked(pairing, now)
        case _:
            assert_never(event)


def _ticked(pairing: Pairing, now: float) -> Stepped:
    if pairing.phase is Phase.WAITING and now >= pairing.ends_at:
        return _making(pairing.server)
    if pairing.due_at is None or now < pairing.due_at:
        return pairing, ()
    if pairing.introduction is None or pairing.phase in (Phase.DENIED, Phase.BROKEN):
        return _making(pairing.server)
    if pairing.phase is Phase.CALLING:
        return replace(pairing, due_at=None), (Introduce(introduction=pairing.introduction),)
    number = pairing.number + 1
    poll = Poll(introduction=pairing.introduction, id=pairing.id, number=number)
    return replace(pairing, number=number, due_at=None), (poll,)


def _answered(pairing: Pairing, due_at: float) -> Pairing:
    return replace(pairing, due_at=due_at, failures=0, failure=None)


def _making(server: str) -> Stepped:
    return Pairing(phase=Phase.MAKING, server=server), (Make(),)


# ── the server's decisions ────────────────────────────────────────────────────────────────────────────────────────────


class Standing(Struct, frozen=True, kw_only=True):
    """A code as the server keeps it."""

    expires_at: datetime
    number: int = 0
    """Of the last poll that was answered."""
    polled_at: datetime | None = None
    interval: float = INTERVAL
    is_denied: bool = False
    is_granted: bool = False
    """Somebody has confirmed it."""
    is_received: bool = False
    """The panel has confirmed to have what was granted."""


class Reply(StrEnum):
    """To a poll whose signature is right."""

    REPLAYED = "replayed"
    EXPIRED = "expired"
    DENIED = "denied"
    SLOW_DOWN = "slowDown"
    PENDING = "pending"
    GRANTED = "granted"


def answer(standing: Standing, number: int, now: datetime) -> tuple[Reply, Standing]:
    """To poll `number`; and how the code stands afterwards. A number that was used before is a replay."""
    if number <= standing.number:
        return Reply.REPLAYED, standing
    before, standing = standing, replace(standing, number=number, polled_at=now)
    if before.is_denied:
        return Reply.DENIED, standing
    if before.is_received or now >= before.expires_at:
        return Reply.EXPIRED, standing
    if before.is_granted:
        return Reply.GRANTED, standing
    if before.polled_at is not None and now - before.polled_at < timedelta(seconds=before.interval * 0.75):
        return Reply.SLOW_DOWN, replace(standing, interval=before.interval + SLOWER)
    return Reply.PENDING, standing


class Verdict(StrEnum):
    """On somebody's wish to confirm a code."""

    RIGHT = "right"
    OVER = "over"
    """Expired, denied, or confirmed before: a code works once."""
    WRONG_NUMBER = "wrongNumber"


def verdict(standing: Standing, transcript: bytes, number: str, now: datetime) -> Verdict:
    """`number` is the match number they have seen."""
    if standing.is_denied or standing.is_granted or now >= standing.expires_at:
        return Verdict.OVER
    return Verdict.RIGHT if number == match_number(transcript) else Verdict.WRONG_NUMBER
