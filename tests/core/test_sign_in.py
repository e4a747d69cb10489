"""Signing in at the glass: how many codes nobody asked for, what ends one, and that a panel signed in reads at once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Instant
from roomdisplay.core.machine import (
    Answered,
    DropCode,
    Effect,
    Event,
    FetchCode,
    Read,
    Refreshed,
    Send,
    SignInAsked,
    SignInEnded,
    SignInUnwanted,
    SignInWanted,
    Started,
    State,
    Ticked,
    step,
    wake_at,
)
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.sign_in import BY_ITSELF, RETRY, Code, Ending, SignIn

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("Europe/Berlin"))
SIGNED_OUT = AccessLost(access=Access.SIGN_IN, code="AADSTS50173")
BLOCKED = AccessLost(access=Access.CONDITIONAL_ACCESS, code="AADSTS53003")
DENIED = AccessLost(access=Access.PERMISSION, code="ErrorAccessDenied")
SIGNED_IN = SignIn()
CODE = Code(user_code="HKQ7RXWPB", address="https://microsoft.com/devicelogin", seconds=900.0)


class Panel:
    """The machine of a panel linked by a service account; `waiting`: FetchCode was run and has not ended."""

    def __init__(self, *, sign_in: SignIn | None = SIGNED_IN) -> None:
        now = Instant(wall=NOON, mono=1000.0)
        self.state = State(room=ROOM, policy=Policy(), now=now, sign_in=sign_in)
        self.effects: list[Effect] = []
        self.codes = 0
        self.waiting = False
        self.post(Started(now=now, schedule=None, read_at=None))

    @property
    def now(self) -> Instant:
        return self.state.now

    @property
    def sign_in(self) -> SignIn:
        assert self.state.sign_in is not None
        return self.state.sign_in

    def post(self, event: Event) -> tuple[Effect, ...]:
        if isinstance(event, SignInEnded):
            self.waiting = False
        self.state, effects = step(self.state, event)
        for effect in effects:
            match effect:
                case FetchCode():
                    assert not self.waiting, "one code at a time"
                    self.waiting = True
                    self.codes += 1
                case DropCode():
                    assert self.waiting, "nothing to drop"
                    self.waiting = False
                case _:
                    pass
        assert self.waiting == self.sign_in.under_way if self.state.sign_in else True
        return effects

    def go(self, seconds: float) -> tuple[Effect, ...]:
        wall = self.now.wall + timedelta(seconds=seconds)
        return self.post(Ticked(now=Instant(wall=wall, mono=self.now.mono + seconds)))

    def answer(self, outcome: Read | Failure) -> tuple[Effect, ...]:
        """Of the read in flight, waited for where there is none yet."""
        while self.state.in_flight is None:
            self.go(max(1.0, wake_at(self.state) - self.now.mono))
        return self.post(Answered(now=self.now, number=self.state.in_flight.number, outcome=outcome))

    def asked(self) -> None:
        self.post(SignInAsked(now=self.now, code=CODE))

    def ended(self, outcome: Ending | Failure) -> tuple[Effect, ...]:
        return self.post(SignInEnded(now=self.now, outcome=outcome))


def test_signed_out_a_code_is_fetched_at_once_and_shown_while_it_is_good() -> None:
    panel = Panel()
    assert panel.codes == 0
    assert FetchCode() in panel.answer(SIGNED_OUT)
    assert panel.state.access_lost == SIGNED_OUT
    assert panel.sign_in.on_screen
    assert panel.sign_in.code is None
    panel.asked()
    assert panel.sign_in.code == CODE
    assert panel.sign_in.expires_at == panel.now.mono + 900


def test_approved_it_reads_at_once_whatever_failed_before() -> None:
    panel = Panel()
    for _ in range(5):
        panel.answer(SIGNED_OUT)
    panel.asked()
    if panel.state.in_flight is not None:
        panel.answer(SIGNED_OUT)
    [send] = [e for e in panel.ended(Ending.APPROVED) if isinstance(e, Send)]
    assert panel.sign_in == SignIn()
    panel.answer(Read(meetings=()))
    assert send.number == panel.state.number
    assert panel.state.access_lost is None


def test_nobody_comes_and_nothing_is_asked_of_anybody_for_a_week() -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    for number in range(1, BY_ITSELF + 1):
        assert panel.codes == number
        panel.asked()
        panel.go(900)
        if panel.state.in_flight is not None:
            panel.answer(SIGNED_OUT)
        panel.ended(Ending.EXPIRED)
    for _ in range(7 * 24):
        panel.go(3600)
        if panel.state.in_flight is not None:
            panel.answer(SIGNED_OUT)
    assert panel.codes == BY_ITSELF
    assert not panel.sign_in.on_screen
    assert panel.state.access_lost == SIGNED_OUT, "the reason stays"


@pytest.mark.parametrize("event", [SignInWanted, Refreshed])
def test_somebody_asks_for_another(event: type[SignInWanted] | type[Refreshed]) -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    panel.post(SignInUnwanted(now=panel.now))
    assert not panel.waiting
    assert not panel.sign_in.on_screen
    assert FetchCode() in panel.post(event(now=panel.now))


def test_while_somebody_asks_a_code_that_ends_is_followed_by_another() -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    panel.asked()
    panel.post(SignInWanted(now=panel.now))
    assert panel.codes == 1
    assert panel.sign_in.code == CODE, "the one on screen stays good"
    assert FetchCode() in panel.ended(Ending.EXPIRED)


@pytest.mark.parametrize(
    "outcome",
    [
        BLOCKED,
        AccessLost(access=Access.DECLINED),
        AccessLost(access=Access.MFA),
        AccessLost(access=Access.APPLICATION, code="AADSTS7000218"),
    ],
)
def test_a_refused_sign_in_says_why_until_it_is_tried_again(outcome: AccessLost) -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    panel.asked()
    panel.ended(outcome)
    assert panel.codes == 1, "the next one is for a person to want"
    panel.answer(SIGNED_OUT)
    assert panel.state.access_lost == outcome, "not what a read says, which is that nobody is signed in"
    panel.post(SignInWanted(now=panel.now))
    assert panel.state.access_lost == outcome
    panel.asked()
    panel.ended(Ending.APPROVED)
    panel.answer(Read(meetings=()))
    assert panel.state.access_lost is None


def test_without_a_place_to_keep_a_sign_in_none_is_asked_for_until_there_is_one() -> None:
    missing = AccessLost(access=Access.SECRET_MISSING, code="unlock the keyring")
    panel = Panel()
    panel.answer(missing)
    panel.post(SignInWanted(now=panel.now))
    panel.ended(missing)
    assert panel.state.access_lost == missing
    assert not panel.sign_in.on_screen
    panel.answer(SIGNED_OUT)
    assert panel.state.access_lost == SIGNED_OUT
    assert panel.sign_in.on_screen


@pytest.mark.parametrize(
    ("outcome", "wait"),
    [
        (Transient(reason="down"), RETRY),
        (Transient(reason="busy", retry_after=120.0), 120.0),
        (Bug(reason="odd"), RETRY),
        (Rejected(refusal=Refusal.INVALID, reason="odd"), RETRY),
    ],
)
def test_a_code_that_cannot_be_fetched_is_tried_again_later_and_not_for_ever(outcome: Failure, wait: float) -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    panel.ended(outcome)
    assert panel.sign_in.on_screen
    assert wake_at(panel.state) <= panel.now.mono + wait
    panel.go(wait - 1)
    assert panel.codes == 1
    panel.go(1)
    assert panel.codes == 2
    panel.ended(outcome)
    panel.go(10_000)
    assert panel.codes == 2


def test_a_link_that_works_again_by_itself_takes_the_code_away() -> None:
    """A policy was changed: the refresh token is taken again."""
    panel = Panel()
    panel.answer(BLOCKED)
    panel.asked()
    assert DropCode() in panel.answer(Read(meetings=()))
    assert panel.sign_in == SignIn()


def test_an_outage_while_somebody_signs_in_takes_nothing_away() -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    panel.asked()
    panel.answer(Transient(reason="no route"))
    assert panel.sign_in.code == CODE
    assert panel.state.access_lost == SIGNED_OUT


def test_another_trouble_takes_the_place_of_the_sign_in() -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    assert DropCode() in panel.answer(DENIED)
    assert panel.state.access_lost == DENIED


def test_the_wrong_account_is_exchanged_for_another() -> None:
    panel = Panel()
    panel.answer(DENIED)
    assert panel.codes == 0, "what a code cannot mend by itself asks for none"
    panel.post(SignInWanted(now=panel.now))
    panel.asked()
    panel.answer(DENIED)
    assert panel.sign_in.code == CODE
    assert any(isinstance(e, Send) for e in panel.ended(Ending.APPROVED))


def test_an_enterprise_application_never_asks_a_person() -> None:
    panel = Panel(sign_in=None)
    panel.answer(SIGNED_OUT)
    for event in (SignInWanted, SignInUnwanted, Refreshed):
        panel.post(event(now=panel.now))
    panel.asked()
    panel.ended(Ending.APPROVED)
    assert panel.codes == 0
    assert panel.state.sign_in is None
    assert panel.state.access_lost == SIGNED_OUT


def test_answers_to_a_code_that_was_dropped_change_nothing() -> None:
    panel = Panel()
    panel.answer(SIGNED_OUT)
    panel.post(SignInUnwanted(now=panel.now))
    before = replace(panel.state, sign_in=panel.sign_in)
    panel.asked()
    panel.ended(BLOCKED)
    panel.ended(Ending.APPROVED)
    assert panel.state == before


FAILURES = st.sampled_from(
    [SIGNED_OUT, BLOCKED, DENIED, AccessLost(access=Access.TRUST), Transient(reason="x"), Bug(reason="x")]
)
STEPS = st.lists(
    st.one_of(
        st.floats(0, 2000).map(lambda s: ("go", s)),
        FAILURES.map(lambda f: ("answer", f)),
        st.just(("answer", Read(meetings=()))),
        (FAILURES | st.sampled_from(Ending)).map(lambda o: ("ended", o)),
        st.just(("asked", None)),
        st.sampled_from([SignInWanted, SignInUnwanted, Refreshed]).map(lambda e: ("post", e)),
    ),
    max_size=40,
)


@given(STEPS)
def test_any_story(steps: list[tuple[str, object]]) -> None:
    """One code at a time, none that nobody wants, none without a reason (Panel.post checks the first two)."""
    panel = Panel()
    for what, value in steps:
        match what, value:
            case "go", float() as seconds:
                panel.go(seconds)
            case "answer", outcome:
                panel.answer(outcome)  # pyright: ignore[reportArgumentType]
            case "ended", outcome if panel.waiting:
                panel.ended(outcome)  # pyright: ignore[reportArgumentType]
            case "asked", _ if panel.waiting:
                panel.asked()
            case "post", event:
                panel.post(event(now=panel.now))  # pyright: ignore[reportCallIssue, reportUnknownArgumentType]
            case _:
                pass
        assert 0 <= panel.sign_in.left <= BY_ITSELF
        assert panel.sign_in.code is None or panel.sign_in.under_way
        assert wake_at(panel.state) > panel.now.mono - 3600 * 24
