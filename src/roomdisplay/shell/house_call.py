"""The doctor at a running panel: one examination at a time, told as it goes on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from msgspec import Struct

from roomdisplay import __version__
from roomdisplay.doctor.finding import Finding, unknown
from roomdisplay.doctor.report import Report

PATIENCE = 150.0
"""Seconds: each step is bounded by itself; this bounds them all together."""


class Visit(Struct, frozen=True, kw_only=True):
    """An examination as far as it has come. `report` None: it goes on."""

    findings: tuple[Finding, ...] = ()
    report: Report | None = None


class HouseCall:
    """Whoever asks while an examination runs that does at least what they want gets what comes of that one."""

    def __init__(
        self,
        *,
        room: str,
        now: Callable[[], datetime],
        look: Callable[[bool], AsyncIterator[Finding]],
        told: Callable[[Visit], None],
        patience: float = PATIENCE,
    ) -> None:
        """`room` is its mailbox's address. `look` makes an appointment and takes it away again where it is called with
        True. `told` is called with each finding and at the end, on the loop's thread."""
        self._room = room
        self._now = now
        self._look = look
        self._told = told
        self._patience = patience
        self._running: asyncio.Task[Report] | None = None
        self._writes = False

    async def examine(self, *, write: bool) -> Report:
        while (running := self._running) is not None and not running.done():
            if self._writes or not write:
                return await asyncio.shield(running)
            await asyncio.wait([running])
        self._writes = write
        self._running = asyncio.get_running_loop().create_task(self._examine(write))
        return await asyncio.shield(self._running)

    async def close(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _examine(self, write: bool) -> Report:
        began, findings = self._now(), list[Finding]()
        self._told(Visit())
        try:
            async with asyncio.timeout(self._patience):
                async for finding in self._look(write):
                    findings.append(finding)
                    self._told(Visit(findings=tuple(findings)))
        except TimeoutError:
            late = f"Not looked at, because the rest took more than {self._patience:.0f} s."
            findings.append(unknown("rest", "What is left", late, mend="Ask the doctor again."))
        report = Report(version=__version__, room=self._room, at=began, findings=tuple(findings))
        self._told(Visit(findings=report.findings, report=report))
        return report
