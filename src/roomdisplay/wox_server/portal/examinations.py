"""What the doctor found at a panel, for pages."""

import msgspec
from msgspec import Struct

from roomdisplay.core.wox import CommandKind
from roomdisplay.doctor.finding import Verdict
from roomdisplay.wox_server.api.wire import Finding, Report
from roomdisplay.wox_server.panels import Ordered

URGENT = (Verdict.BROKEN, Verdict.WARNING)


class Examination(Struct, frozen=True, kw_only=True):
    is_running: bool = False
    """It was asked for, and the panel has not answered yet."""
    report: Report | None = None
    error: str | None = None
    """A sentence why there is none."""

    @property
    def urgent(self) -> list[Finding]:
        """What somebody has to do something about, the worst first."""
        found = [] if self.report is None else self.report.findings
        return [finding for verdict in URGENT for finding in found if finding.verdict is verdict]

    @property
    def rest(self) -> list[Finding]:
        found = [] if self.report is None else self.report.findings
        return [finding for finding in found if finding.verdict not in URGENT]


def examination(orders: dict[CommandKind, Ordered]) -> Examination:
    """By a panel's newest commands."""
    order = orders.get(CommandKind.DOCTOR)
    if order is None:
        return Examination()
    if order.answered_at is None:
        return Examination(is_running=True)
    if order.error is not None or not order.result:
        return Examination(error=order.error)
    return Examination(report=msgspec.json.decode(order.result, type=Report))
