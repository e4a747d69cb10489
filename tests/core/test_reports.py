"""Reports of problems: at least once, under one id, never promised before they are on disk."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core import reports
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Instant
from roomdisplay.core.machine import (
    Event,
    FeedTold,
    ProblemReported,
    ReportNotSaved,
    ReportSaved,
    ReportSent,
    Started,
    State,
    Ticked,
    step,
    wake_at,
)
from roomdisplay.core.policy import Policy
from roomdisplay.core.reports import MOST, ForgetReport, ReportEffect, SaveReport, SendReport, Stage
from roomdisplay.core.wox import Feed, ProblemKind, ProblemReport
from roomdisplay.core.wox_side import WoxSide
from tests.core.world import ROOM

WALL = datetime(2026, 3, 10, 9, tzinfo=UTC)
AWAY = Transient(reason="no route")


def problem(number: int = 1, kind: ProblemKind = ProblemKind.AUDIO) -> ProblemReport:
    return ProblemReport(id=f"r{number}", kind=kind, made_at=WALL)


@dataclass
class Panel:
    """A machine that only reports problems; its disk and WOX are played by hand."""

    linked: bool = True
    mono: float = 100.0

    def __post_init__(self) -> None:
        wox = WoxSide(cursor="1") if self.linked else None
        self.state = State(room=ROOM, policy=Policy(), now=self.now, wox=wox, started=True)

    @property
    def now(self) -> Instant:
        return Instant(wall=WALL, mono=self.mono)

    def post(self, event: Event) -> list[ReportEffect]:
        """What is to be done about reports because of it."""
        self.state, effects = step(self.state, event)
        return [e for e in effects if isinstance(e, SaveReport | SendReport | ForgetReport)]

    def report(self, number: int = 1) -> list[ReportEffect]:
        return self.post(ProblemReported(now=self.now, report=problem(number)))

    def saved(self, number: int = 1) -> list[ReportEffect]:
        return self.post(ReportSaved(now=self.now, id=f"r{number}"))

    def answered(self, failure: Failure | None = None, number: int = 1) -> list[ReportEffect]:
        return self.post(ReportSent(now=self.now, id=f"r{number}", failure=failure))

    def stage(self, number: int = 1) -> Stage | None:
        found = self.state.reports.find(f"r{number}")
        return None if found is None else found.stage


def test_disk_first_then_wox_then_forgotten() -> None:
    panel = Panel()
    assert panel.report() == [SaveReport(report=problem())]
    assert panel.stage() is Stage.MADE
    assert panel.saved() == [SendReport(report=problem())]
    assert panel.answered() == [ForgetReport(id="r1")]
    assert panel.stage() is Stage.SENT


def test_what_the_disk_did_not_take_was_never_promised() -> None:
    panel = Panel()
    panel.report()
    assert panel.post(ReportNotSaved(now=panel.now, id="r1")) == []
    assert panel.stage() is Stage.LOST


@pytest.mark.parametrize("failure", [AWAY, AccessLost(access=Access.SIGN_IN), Bug(reason="?")])
def test_it_is_sent_again_when_that_may_help(failure: Failure) -> None:
    panel = Panel()
    panel.report()
    panel.saved()
    assert panel.answered(failure) == []
    assert panel.stage() is Stage.KEPT
    assert panel.post(Ticked(now=panel.now)) == []
    retry_at = panel.state.reports.retry_at
    assert retry_at is not None
    assert wake_at(panel.state) <= retry_at
    panel.mono = retry_at
    assert panel.post(Ticked(now=panel.now)) == [SendReport(report=problem())]


def test_a_server_that_is_heard_again_is_told_at_once() -> None:
    panel = Panel()
    panel.report()
    panel.saved()
    panel.answered(replace(AWAY, retry_after=900.0))
    assert panel.post(FeedTold(now=panel.now, feed=Feed(cursor="2"))) == [SendReport(report=problem())]


def test_what_wox_will_not_take_is_not_sent_for_ever() -> None:
    panel = Panel()
    panel.report()
    panel.saved()
    assert panel.answered(Rejected(refusal=Refusal.INVALID, reason="no")) == [ForgetReport(id="r1")]
    assert panel.stage() is Stage.REFUSED


def test_after_a_restart_it_goes_on() -> None:
    state = State(room=ROOM, policy=Policy(), now=Instant(wall=WALL, mono=0.0), wox=WoxSide(cursor="1"))
    started = Started(now=Instant(wall=WALL, mono=1.0), schedule=None, read_at=None, reports=(problem(1), problem(2)))
    _, effects = step(state, started)
    assert [e for e in effects if isinstance(e, SendReport)] == [SendReport(report=problem(1))]


def test_without_a_server_nothing_is_sent() -> None:
    panel = Panel(linked=False)
    panel.report()
    assert panel.saved() == []
    assert panel.stage() is Stage.KEPT


def test_no_more_wait_than_are_news() -> None:
    panel = Panel(linked=False)
    for number in range(MOST + 1):
        panel.report(number)
    assert panel.stage(MOST - 1) is Stage.MADE
    assert panel.stage(MOST) is Stage.LOST
    assert panel.state.reports.waiting(ProblemKind.AUDIO) is not None
    assert panel.state.reports.waiting(ProblemKind.SCREEN) is None


def test_an_outcome_is_told_for_a_while() -> None:
    panel = Panel()
    panel.report()
    panel.saved()
    panel.answered()
    panel.mono += reports.KEEP_OUTCOMES
    panel.post(Ticked(now=panel.now))
    assert panel.stage() is None


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("report"), st.integers(1, 4)),
            st.tuples(st.just("saved"), st.integers(1, 4)),
            st.tuples(st.just("lost"), st.integers(1, 4)),
            st.tuples(st.just("yes"), st.integers(1, 4)),
            st.tuples(st.just("away"), st.integers(1, 4)),
            st.tuples(st.just("wait"), st.integers(1, 400)),
        ),
        max_size=60,
    )
)
def test_whatever_happens_what_is_on_disk_is_sent_until_wox_has_it(happenings: list[tuple[str, int]]) -> None:
    panel = Panel()
    kept: set[str] = set()
    made: set[str] = set()
    for what, number in happenings:
        id, sending = f"r{number}", panel.state.reports.sending
        match what:
            case "report" if id not in made:
                made.add(id)
                panel.report(number)
            case "saved" if panel.stage(number) is Stage.MADE:
                kept.add(id)
                panel.saved(number)
            case "lost":
                panel.post(ReportNotSaved(now=panel.now, id=id))
            case "yes":
                if panel.answered(None, number):
                    assert sending == id
                    kept.discard(id)
            case "away":
                panel.answered(AWAY, number)
            case "wait":
                panel.mono += number
                panel.post(Ticked(now=panel.now))
            case _:
                pass
        waiting = {r.id for r in panel.state.reports.all if r.stage is Stage.KEPT}
        assert waiting == kept
        assert panel.state.reports.sending is None or panel.state.reports.sending in kept
    for _ in range(20):
        sending = panel.state.reports.sending
        if sending is not None:
            panel.post(ReportSent(now=panel.now, id=sending, failure=None))
        panel.mono += 1000
        panel.post(Ticked(now=panel.now))
    assert not any(r.stage is Stage.KEPT for r in panel.state.reports.all)
