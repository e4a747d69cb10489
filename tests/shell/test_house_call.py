"""The doctor at a running panel: one examination at a time, told as it goes on, and never without an end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from roomdisplay.doctor.finding import Finding, broken, well
from roomdisplay.doctor.report import Report
from roomdisplay.shell.house_call import HouseCall, Visit
from tests.shell.test_engine import NOON

TOKEN = well("token", "Sign-in", "There is one.")
WRITE = broken("write", "Right to book", "Denied.", mend="Grant it.")


class Practice:
    """What was looked at, and what was told; each look waits until it is let on."""

    def __init__(self, *findings: Finding, patience: float = 5.0) -> None:
        self.findings = findings
        self.looks: list[bool] = []
        self.told: list[Visit] = []
        self.gate = asyncio.Event()
        self.call = HouseCall(
            room="aurora@contoso.example", now=lambda: NOON, look=self._look, told=self.told.append, patience=patience
        )

    async def _look(self, write: bool) -> AsyncIterator[Finding]:
        self.looks.append(write)
        for finding in self.findings:
            yield finding
        await self.gate.wait()


def run(main: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await main()

    asyncio.run(bounded())


async def begun(practice: Practice, write: bool) -> "asyncio.Task[Report]":
    task = asyncio.create_task(practice.call.examine(write=write))
    await asyncio.sleep(0.01)
    return task


def test_each_finding_is_told_as_it_comes_and_the_report_at_the_end() -> None:
    async def main() -> None:
        practice = Practice(TOKEN, WRITE)
        task = await begun(practice, True)
        assert [visit.findings for visit in practice.told] == [(), (TOKEN,), (TOKEN, WRITE)]
        assert all(visit.report is None for visit in practice.told)
        practice.gate.set()
        report = await task
        assert (report.room, report.at, report.findings) == ("aurora@contoso.example", NOON, (TOKEN, WRITE))
        assert practice.told[-1] == Visit(findings=(TOKEN, WRITE), report=report)
        await practice.call.close()

    run(main)


@pytest.mark.parametrize(
    ("first", "second", "looks"), [(True, True, 1), (True, False, 1), (False, False, 1), (False, True, 2)]
)
def test_two_who_ask_at_once(first: bool, second: bool, looks: int) -> None:
    """Whoever wants more than the first one gets a look of their own, after it."""

    async def main() -> None:
        practice = Practice(TOKEN)
        one, two = await begun(practice, first), await begun(practice, second)
        assert practice.looks == [first]
        practice.gate.set()
        reports = await asyncio.gather(one, two)
        assert (reports[0] is reports[1]) is (looks == 1)
        assert len(practice.looks) == looks
        await practice.call.close()

    run(main)


def test_a_look_that_does_not_end_is_ended_and_says_so() -> None:
    async def main() -> None:
        practice = Practice(TOKEN, patience=0.05)
        report = await practice.call.examine(write=False)
        assert [finding.id for finding in report.findings] == ["token", "rest"]
        assert report.findings[-1].verdict == "unknown"
        await practice.call.close()

    run(main)


def test_who_asked_may_leave_and_the_others_still_get_it() -> None:
    async def main() -> None:
        practice = Practice(TOKEN)
        one, two = await begun(practice, True), await begun(practice, True)
        one.cancel()
        await asyncio.sleep(0)
        practice.gate.set()
        assert (await two).findings == (TOKEN,)
        await practice.call.close()

    run(main)
