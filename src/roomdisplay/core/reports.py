"""What people report to be wrong in the room, from the tap until WOX has it.

A report is written to disk before anything is promised, and sent until WOX has taken it: at least once, under one id,
so that WOX tells facilities once. As soon as WOX is heard again it is tried anew; until then ever more slowly.
"""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.failure import AccessLost, Bug, Failure, Rejected, Transient
from roomdisplay.core.wox import ProblemKind, ProblemReport

RETRY_FIRST = 2.0
RETRY_LONGEST = 300.0
RETRY_AFTER_LONGEST = 3600.0
"""A longer wish is a mistake somewhere."""
MOST = 20
"""Reports that may wait: what comes after them is no news."""
KEEP_OUTCOMES = 300.0
"""Seconds for which it can be told what became of one."""


class Stage(StrEnum):
    MADE = "made"
    """Not on disk yet, so nothing is promised."""
    KEPT = "kept"
    """On disk; WOX does not have it yet, as far as is known."""
    SENT = "sent"
    REFUSED = "refused"
    """WOX will not take it, however often it is sent."""
    LOST = "lost"
    """The disk did not take it, or too many wait already: it was never promised."""


WAITING = frozenset({Stage.MADE, Stage.KEPT})


class Report(Struct, frozen=True, kw_only=True):
    report: ProblemReport
    stage: Stage
    settled_at: float = 0.0
    """Monotonic; of one that does not wait any more."""

    @property
    def id(self) -> str:
        return self.report.id


class SaveReport(Struct, frozen=True, kw_only=True):
    """Write it to disk, and answer ReportSaved or ReportNotSaved."""

    report: ProblemReport


class SendReport(Struct, frozen=True, kw_only=True):
    """Tell WOX, and bring what came of it: ReportSent."""

    report: ProblemReport


class ForgetReport(Struct, frozen=True, kw_only=True):
    id: str


ReportEffect = SaveReport | SendReport | ForgetReport


class Reports(Struct, frozen=True, kw_only=True):
    all: tuple[Report, ...] = ()
    """Oldest first: waiting, and settled within KEEP_OUTCOMES."""
    sending: str | None = None
    """The id of the one that is on its way."""
    failures: int = 0
    """In a row."""
    retry_at: float | None = None
    """Monotonic seconds; nothing is sent before."""

    def find(self, id: str | None) -> Report | None:
        return next((r for r in self.all if r.id == id), None)

    def waiting(self, kind: ProblemKind) -> Report | None:
        """The report of that kind that has not reached WOX: to say the same again adds nothing to it."""
        return next((r for r in self.all if r.stage in WAITING and r.report.kind is kind), None)


def resumed(kept: Iterable[ProblemReport]) -> Reports:
    """After a restart. One may have arrived already, which WOX tells by its id."""
    return Reports(all=tuple(Report(report=report, stage=Stage.KEPT) for report in kept))


def made(reports: Reports, report: ProblemReport, mono: float) -> tuple[Reports, tuple[ReportEffect, ...]]:
    """Somebody has reported it."""
    if reports.find(report.id) is not None:
        return reports, ()
    if sum(r.stage in WAITING for r in reports.all) >= MOST:
        lost = Report(report=report, stage=Stage.LOST, settled_at=mono)
        return replace(reports, all=(*reports.all, lost)), ()
    new = Report(report=report, stage=Stage.MADE)
    return replace(reports, all=(*reports.all, new)), (SaveReport(report=report),)


def saved(reports: Reports, id: str, mono: float, *, kept: bool) -> Reports:
    """What the disk said of one that was made."""
    known = reports.find(id)
    if known is None or known.stage is not Stage.MADE:
        return reports
    moved = replace(known, stage=Stage.KEPT) if kept else replace(known, stage=Stage.LOST, settled_at=mono)
    return _with(reports, moved)


def sent(
    reports: Reports, id: str, failure: Failure | None, mono: float, jitter: float
) -> tuple[Reports, tuple[ReportEffect, ...]]:
    """What came of a SendReport (None: WOX has it). The answer to another one changes nothing."""
    known = reports.find(id)
    if reports.sending != id or known is None:
        return reports, ()
    reports = replace(reports, sending=None)
    match failure:
        case Transient() | AccessLost() | Bug():
            wait = min(RETRY_LONGEST, RETRY_FIRST * 2 ** min(reports.failures, 10)) * (1 + jitter) / 2
            if isinstance(failure, Transient) and failure.retry_after is not None:
                wait = max(wait, min(failure.retry_after, RETRY_AFTER_LONGEST))
            return replace(reports, failures=reports.failures + 1, retry_at=mono + wait), ()
        case None | Rejected():
            stage = Stage.SENT if failure is None else Stage.REFUSED
            settled = _with(reports, replace(known, stage=stage, settled_at=mono))
            return replace(settled, failures=0, retry_at=None), (ForgetReport(id=id),)


def heard(reports: Reports) -> Reports:
    """WOX was heard: what waited for it goes at once."""
    return replace(reports, failures=0, retry_at=None)


def dispatched(reports: Reports, mono: float) -> tuple[Reports, tuple[ReportEffect, ...]]:
    """The next one to send, one at a time and in order, without what need not be told any more."""
    if any(r.stage not in WAITING and r.settled_at + KEEP_OUTCOMES <= mono for r in reports.all):
        kept = tuple(r for r in reports.all if r.stage in WAITING or r.settled_at + KEEP_OUTCOMES > mono)
        reports = replace(reports, all=kept)
    due = next((r for r in reports.all if r.stage is Stage.KEPT), None)
    if due is None or reports.sending is not None or (reports.retry_at is not None and reports.retry_at > mono):
        return reports, ()
    return replace(reports, sending=due.id, retry_at=None), (SendReport(report=due.report),)


def _with(reports: Reports, report: Report) -> Reports:
    return replace(reports, all=tuple(report if r.id == report.id else r for r in reports.all))
