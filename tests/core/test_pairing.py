"""Pairing: the panel's table row by row, the server's decisions, and what both compute."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from roomdisplay.core import pairing
from roomdisplay.core.failure import Transient
from roomdisplay.core.pairing import (
    CODE_LIFE,
    INTERVAL,
    LETTERS,
    PAUSE,
    RETRY_LONGEST,
    SLOWER,
    Addressed,
    Again,
    Effect,
    Ending,
    Event,
    Granted,
    Introduce,
    Introduction,
    Keep,
    Kept,
    Known,
    Made,
    Make,
    NotKept,
    Over,
    Pairing,
    Pending,
    Phase,
    Poll,
    Reply,
    SlowDown,
    Standing,
    Tick,
    Ticket,
    Unanswered,
    Verdict,
    answer,
    match_number,
    step,
    transcript,
    verdict,
)

SERVER = "https://wox.example"
LIFE = CODE_LIFE.total_seconds()


def introduction(nonce: int = 1) -> Introduction:
    return Introduction(serial="RD-1", identity_key=b"i" * 32, sealing_key=b"s" * 32, nonce=bytes([nonce]) * 16)


HERE, OTHER = introduction(), introduction(2)
C = HERE.code
LOST, BUSY = Transient(reason="no route"), Transient(reason="429", retry_after=9.0)
TICKET = Ticket(id="5c7", seconds=LIFE)

MAKING = Pairing(phase=Phase.MAKING, server=SERVER)
CALLING = replace(MAKING, phase=Phase.CALLING, introduction=HERE)
RETRYING = replace(CALLING, due_at=5.0, failures=1, failure=LOST)
WAITING = replace(CALLING, phase=Phase.WAITING, id=TICKET.id, ends_at=LIFE, due_at=2.0)
ASKED = replace(WAITING, due_at=None, number=1)
KEEPING = replace(ASKED, phase=Phase.KEEPING)
PAIRED = replace(KEEPING, phase=Phase.PAIRED)
DENIED = replace(ASKED, phase=Phase.DENIED, due_at=30.0)
BROKEN = replace(KEEPING, phase=Phase.BROKEN, due_at=30.0, reason="The disk is full.")
EVERY = (Pairing(), MAKING, CALLING, RETRYING, WAITING, ASKED, KEEPING, PAIRED, DENIED, BROKEN)

MAKE, INTRODUCE = Make(), Introduce(introduction=HERE)
TABLE: list[tuple[Pairing, Event, Pairing, tuple[Effect, ...]]] = [
    (Pairing(), Addressed(server=SERVER), MAKING, (MAKE,)),
    (MAKING, Made(introduction=HERE), CALLING, (INTRODUCE,)),
    (CALLING, Known(code=C, ticket=TICKET, now=0.0), WAITING, ()),
    (CALLING, Unanswered(code=C, now=4.0, failure=LOST), RETRYING, ()),
    (RETRYING, Unanswered(code=C, now=5.0, failure=LOST), replace(RETRYING, due_at=7.0, failures=2), ()),
    (CALLING, Unanswered(code=C, now=4.0, failure=BUSY), replace(RETRYING, due_at=13.0, failure=BUSY), ()),
    (RETRYING, Tick(now=5.0), replace(RETRYING, due_at=None), (INTRODUCE,)),
    (RETRYING, Known(code=C, ticket=TICKET, now=0.0), WAITING, ()),
    (CALLING, Over(code=C, ending=Ending.TAKEN, now=1.0), MAKING, (MAKE,)),
    (WAITING, Tick(now=2.0), ASKED, (Poll(introduction=HERE, id="5c7", number=1),)),
    (ASKED, Tick(now=LIFE), MAKING, (MAKE,)),
    (ASKED, Pending(code=C, now=3.0), replace(ASKED, due_at=5.0), ()),
    (ASKED, SlowDown(code=C, now=3.0), replace(ASKED, interval=7.0, due_at=10.0), ()),
    (ASKED, Unanswered(code=C, now=3.0, failure=LOST), replace(ASKED, due_at=5.0, failures=1, failure=LOST), ()),
    (ASKED, Over(code=C, ending=Ending.DENIED, now=10.0), replace(DENIED, due_at=10.0 + PAUSE), ()),
    (ASKED, Over(code=C, ending=Ending.EXPIRED, now=3.0), MAKING, (MAKE,)),
    (ASKED, Over(code=C, ending=Ending.UNKNOWN, now=3.0), MAKING, (MAKE,)),
    (ASKED, Over(code=C, ending=Ending.UNREADABLE, now=3.0), MAKING, (MAKE,)),
    (ASKED, Over(code=C, ending=Ending.TAKEN, now=3.0), MAKING, (MAKE,)),
    (ASKED, Granted(code=C, grant=b"{}"), KEEPING, (Keep(grant=b"{}"),)),
    (KEEPING, Kept(), PAIRED, ()),
    (KEEPING, NotKept(reason="The disk is full.", now=10.0), BROKEN, ()),
    (DENIED, Tick(now=30.0), MAKING, (MAKE,)),
    (DENIED, Again(), MAKING, (MAKE,)),
    (BROKEN, Tick(now=30.0), MAKING, (MAKE,)),
    (BROKEN, Again(), MAKING, (MAKE,)),
    *[
        (at, Addressed(server="https://b"), replace(MAKING, server="https://b"), (MAKE,))
        for at in EVERY
        if at not in (KEEPING, PAIRED)
    ],
]
ONE_OF_EACH: tuple[Event, ...] = (
    Addressed(server=SERVER),
    Made(introduction=OTHER),
    Known(code=C, ticket=TICKET, now=1.0),
    Pending(code=C, now=1.0),
    SlowDown(code=C, now=1.0),
    Unanswered(code=C, now=1.0, failure=LOST),
    *(Over(code=C, ending=ending, now=1.0) for ending in Ending),
    Granted(code=C, grant=b"{}"),
    Kept(),
    NotKept(reason="The disk is full.", now=1.0),
    Again(),
    Tick(now=1.0),
)


@pytest.mark.parametrize(("before", "event", "after", "effects"), TABLE)
def test_the_table(before: Pairing, event: Event, after: Pairing, effects: tuple[Effect, ...]) -> None:
    assert step(before, event) == (after, effects)


def key(at: Pairing, event: Event) -> tuple[Phase, type[Event], Ending | None]:
    return at.phase, type(event), event.ending if isinstance(event, Over) else None


@pytest.mark.parametrize("at", EVERY, ids=lambda at: at.phase.value)
@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: type(event).__name__)
def test_what_is_not_in_the_table_changes_nothing(at: Pairing, event: Event) -> None:
    listed = {key(before, event) for before, event, _, _ in TABLE}
    if key(at, event) not in listed or isinstance(event, Tick):
        assert step(at, event) == (at, ())


@pytest.mark.parametrize("at", EVERY, ids=lambda at: at.phase.value)
def test_crossed_codes_change_nothing(at: Pairing) -> None:
    for event in ONE_OF_EACH:
        if isinstance(event, Known | Pending | SlowDown | Unanswered | Over | Granted):
            assert step(at, replace(event, code=OTHER.code)) == (at, ())


def test_no_other_event_exists() -> None:
    with pytest.raises(AssertionError):
        step(WAITING, "event")  # pyright: ignore[reportArgumentType]


def test_pauses_grow_and_end() -> None:
    at = CALLING
    pauses: list[float] = []
    for _ in range(9):
        at, _ = step(at, Unanswered(code=C, now=0.0, failure=LOST))
        assert at.due_at is not None
        pauses.append(at.due_at)
    assert pauses == [1.0, 2.0, 4.0, 8.0, 16.0, RETRY_LONGEST, RETRY_LONGEST, RETRY_LONGEST, RETRY_LONGEST]


def test_what_the_glass_shows() -> None:
    assert (Pairing().address, Pairing().code, CALLING.match_number) == ("", "", "")
    assert CALLING.address == f"https://wox.example/pair?code={C}"
    assert WAITING.match_number == match_number(transcript(HERE, "5c7"))
    assert "secret" not in repr(Granted(code=C, grant=b"secret")) + repr(Keep(grant=b"secret"))


# ── what both compute ─────────────────────────────────────────────────────────────────────────────────────────────────

KEYS = st.binary(min_size=32, max_size=32)
INTRODUCTIONS = st.builds(
    Introduction,
    serial=st.text(max_size=20),
    identity_key=KEYS,
    sealing_key=KEYS,
    nonce=st.binary(min_size=16, max_size=16),
)


@given(made=INTRODUCTIONS, id=st.text(max_size=40))
def test_codes_and_numbers_are_readable(made: Introduction, id: str) -> None:
    assert len(made.code) == 8
    assert set(made.code) <= set(LETTERS)
    assert pairing.typed(f" {pairing.shown(made.code).lower()} ") == made.code
    number = match_number(transcript(made, id))
    assert len(number) == 4
    assert number.isdecimal()
    assert len(made.fingerprint) == 19


@pytest.mark.parametrize("text", ["", "BCDF", "BCDFGHJKL", "BCDFGHJA", "BCDF-GHJ0", "ÄCDFGHJK"])
def test_what_is_no_code(text: str) -> None:
    assert pairing.typed(text) is None


def test_everything_that_differs_shows() -> None:
    others = [
        replace(HERE, serial="RD-2"),
        replace(HERE, identity_key=b"j" * 32),
        replace(HERE, sealing_key=b"t" * 32),
        OTHER,
        # what ends here does not begin there
        replace(HERE, serial="RD-1i", identity_key=b"i" * 31),
    ]
    assert len({one.digest for one in (HERE, *others)}) == 6
    assert len({one.code for one in (HERE, *others)}) == 6
    assert transcript(HERE, "1") != transcript(HERE, "2")
    assert len({pairing.introduced(HERE), *(pairing.polled(transcript(HERE, "1"), n) for n in range(5))}) == 6


# ── the server's decisions ────────────────────────────────────────────────────────────────────────────────────────────

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FRESH = Standing(expires_at=NOW + CODE_LIFE)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("standing", "number", "at", "reply"),
    [
        (FRESH, 1, NOW, Reply.PENDING),
        (FRESH, 7, NOW, Reply.PENDING),
        (FRESH, 0, NOW, Reply.REPLAYED),
        (replace(FRESH, number=3), 3, NOW, Reply.REPLAYED),
        (replace(FRESH, number=3, is_granted=True), 3, NOW, Reply.REPLAYED),
        (replace(FRESH, polled_at=NOW, number=1), 2, NOW + SECOND, Reply.SLOW_DOWN),
        (replace(FRESH, polled_at=NOW, number=1), 2, NOW + SECOND * INTERVAL, Reply.PENDING),
        (FRESH, 1, NOW + CODE_LIFE, Reply.EXPIRED),
        (replace(FRESH, is_granted=True), 1, NOW + CODE_LIFE, Reply.EXPIRED),
        (replace(FRESH, is_granted=True, is_received=True), 1, NOW, Reply.EXPIRED),
        (replace(FRESH, is_denied=True), 1, NOW, Reply.DENIED),
        (replace(FRESH, is_denied=True), 1, NOW + CODE_LIFE, Reply.DENIED),
        (replace(FRESH, is_granted=True), 1, NOW, Reply.GRANTED),
        (replace(FRESH, is_granted=True, polled_at=NOW, number=1), 2, NOW, Reply.GRANTED),
    ],
)
def test_polls(standing: Standing, number: int, at: datetime, reply: Reply) -> None:
    said, after = answer(standing, number, at)
    assert said is reply
    if reply is Reply.REPLAYED:
        assert after == standing
    else:
        assert (after.number, after.polled_at) == (number, at)
        assert after.interval == standing.interval + (SLOWER if reply is Reply.SLOW_DOWN else 0)


HELD = transcript(HERE, "5c7")
RIGHT = match_number(HELD)
WRONG = f"{(int(RIGHT) + 1) % 10_000:04d}"


@pytest.mark.parametrize(
    ("standing", "number", "at", "found"),
    [
        (FRESH, RIGHT, NOW, Verdict.RIGHT),
        (FRESH, WRONG, NOW, Verdict.WRONG_NUMBER),
        (FRESH, "", NOW, Verdict.WRONG_NUMBER),
        (FRESH, RIGHT, NOW + CODE_LIFE, Verdict.OVER),
        (replace(FRESH, is_denied=True), RIGHT, NOW, Verdict.OVER),
        (replace(FRESH, is_granted=True), RIGHT, NOW, Verdict.OVER),
    ],
)
def test_confirming(standing: Standing, number: str, at: datetime, found: Verdict) -> None:
    assert verdict(standing, HELD, number, at) is found


# ── both sides, and a network between them that loses, repeats and delays ─────────────────────────────────────────────


class BothSides(RuleBasedStateMachine):
    """A panel and a server that keeps its codes through restarts."""

    answers = Bundle("answers")

    @initialize()
    def begin(self) -> None:
        self.now = 0.0
        self.nonce = 0
        self.panel = Pairing()
        self.effects: list[Effect] = []
        self.codes: dict[str, Standing] = {}
        self.confirmed: set[str] = set()
        self.denied: set[str] = set()
        self.kept: list[bytes] = []
        self.tell(Addressed(server=SERVER))

    @property
    def moment(self) -> datetime:
        return NOW + timedelta(seconds=self.now)

    def tell(self, event: Event) -> None:
        self.panel, effects = step(self.panel, event)
        for effect in effects:
            if isinstance(effect, Make):
                self.nonce += 1
                made = replace(HERE, nonce=self.nonce.to_bytes(16))
                self.tell(Made(introduction=made))
            else:
                self.effects.append(effect)

    @rule(seconds=st.sampled_from([0.1, 1.0, 2.0, 30.0, 300.0, 601.0]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        self.tell(Tick(now=self.now))

    @rule(target=answers)
    def a_request_arrives(self) -> Event:
        if not self.effects:
            return Tick(now=self.now)
        match self.effects.pop(0):
            case Introduce(introduction=made):
                self.codes.setdefault(made.code, Standing(expires_at=self.moment + CODE_LIFE))
                return Known(code=made.code, ticket=Ticket(id=made.code.lower(), seconds=LIFE), now=self.now)
            case Poll(introduction=made, number=number):
                reply, self.codes[made.code] = answer(self.codes[made.code], number, self.moment)
                return self.said(reply, made.code)
            case Keep(grant=grant):
                self.kept.append(grant)
                return Kept()
            case Make():
                raise AssertionError

    def said(self, reply: Reply, code: str) -> Event:
        match reply:
            case Reply.PENDING | Reply.REPLAYED:
                return Pending(code=code, now=self.now)
            case Reply.SLOW_DOWN:
                return SlowDown(code=code, now=self.now)
            case Reply.DENIED:
                return Over(code=code, ending=Ending.DENIED, now=self.now)
            case Reply.EXPIRED:
                return Over(code=code, ending=Ending.EXPIRED, now=self.now)
            case Reply.GRANTED:
                return Granted(code=code, grant=code.encode())

    @rule()
    def a_request_is_lost(self) -> None:
        if self.effects and not isinstance(self.effects[0], Keep):
            self.effects.pop(0)
            self.tell(Unanswered(code=self.panel.code, now=self.now, failure=LOST))

    @rule(said=answers)
    def an_answer_arrives(self, said: Event) -> None:
        """Perhaps late, perhaps for the second time."""
        if not isinstance(said, Kept) or self.kept:
            self.tell(said)

    @rule()
    def somebody_confirms(self) -> None:
        code = self.panel.code
        if code in self.codes and verdict(self.codes[code], HELD, RIGHT, self.moment) is Verdict.RIGHT:
            self.codes[code] = replace(self.codes[code], is_granted=True)
            self.confirmed.add(code)

    @rule()
    def somebody_denies(self) -> None:
        code = self.panel.code
        if code in self.codes and not self.codes[code].is_granted:
            self.codes[code] = replace(self.codes[code], is_denied=True)
            self.denied.add(code)

    @invariant()
    def only_what_was_confirmed_is_kept(self) -> None:
        assert {grant.decode() for grant in self.kept} <= self.confirmed
        assert not self.confirmed & self.denied

    @invariant()
    def a_code_stands_on_the_glass_or_the_reason_why_not(self) -> None:
        assert self.panel.address
        assert self.panel.phase is not Phase.WAITING or self.panel.match_number


TestBothSides = BothSides.TestCase
