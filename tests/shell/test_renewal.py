"""A certificate is followed by the next: made, registered, tried, used; whatever happens in between."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from roomdisplay.core.failure import Access, AccessLost, Failure, Transient
from roomdisplay.core.interval import Instant
from roomdisplay.ports import Failed, SecretMissing
from roomdisplay.shell.renewal import BEFORE, LOOK_EVERY, Renewal

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
NOT_YET: Failure = AccessLost(access=Access.CERTIFICATE, code="700027")


class FixedClock:
    def now(self) -> Instant:
        return Instant(wall=NOW, mono=0.0)

    def watch(self, loop: asyncio.AbstractEventLoop, jumped: Callable[[], None]) -> Callable[[], None]:
        return lambda: None


@dataclass(slots=True)
class Own:
    """Each step that is taken is written down; `script` says what goes wrong, once each."""

    left: timedelta = timedelta(days=10)
    in_use: str | None = "old"
    next: str | None = None
    registered: bool = True
    refusals: list[Failure] = field(default_factory=list[Failure])
    breaks: dict[str, list[Exception]] = field(default_factory=dict[str, list[Exception]])
    done: list[str] = field(default_factory=list[str])

    def _step(self, name: str) -> None:
        if self.breaks.get(name.split()[0]):
            raise self.breaks[name.split()[0]].pop(0)
        self.done.append(name)

    async def ends(self) -> datetime | None:
        return NOW + self.left

    async def current(self) -> str | None:
        return self.in_use

    async def following(self, *, fresh: bool) -> str | None:
        if self.next is None and fresh:
            self._step("make")
            self.next = "new"
        return self.next

    async def offer(self, certificate: str, *, in_use: bool) -> bool:
        self._step(f"{'use' if in_use else 'offer'} {certificate}")
        return self.registered

    async def refused(self) -> Failure | None:
        refused = self.refusals.pop(0) if self.refusals else None
        self._step("refused" if refused else "accepted")
        return refused

    async def switch(self) -> None:
        self._step("switch")
        self.in_use, self.next, self.left = self.next, None, timedelta(days=730)


def run(own: Own, seconds: float = 0.3) -> list[str]:
    """What is done in a while in which pauses are nearly nothing."""

    async def renewing() -> None:
        renewal = Renewal(own, FixedClock(), hurry=LOOK_EVERY / 0.02)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(seconds):
                await renewal.run()

    asyncio.run(renewing())
    return own.done


def test_the_next_one_works_before_the_old_one_goes() -> None:
    assert run(Own()) == ["use old", "make", "offer new", "accepted", "switch", "use new"]


def test_nothing_is_done_before_its_time() -> None:
    assert run(Own(left=BEFORE + timedelta(days=1))) == ["use old"]


def test_a_panel_without_a_certificate_of_its_own() -> None:
    assert run(Own(in_use=None)) == []


def test_entra_takes_its_time() -> None:
    done = run(Own(refusals=[NOT_YET, NOT_YET]))
    assert done[1:] == ["make", *["offer new", "refused"] * 2, "offer new", "accepted", "switch", "use new"]


def test_an_administrator_takes_theirs() -> None:
    """It is tried now and then, whatever WOX knows: the certificate may have been uploaded by hand."""
    assert run(Own(registered=False, refusals=[NOT_YET]))[-1] == "use new"


@pytest.mark.parametrize("step", ["use", "make", "offer", "accepted", "switch"])
@pytest.mark.parametrize(
    "error", [Failed(Transient(reason="no answer")), SecretMissing("No keyring."), OSError("full")], ids=str
)
def test_a_step_that_fails_is_taken_again(step: str, error: Exception) -> None:
    own = Own(breaks={step: [error]})
    assert run(own)[-1] == "use new"
    assert own.done.count("make") == 1


def test_after_a_power_cut_it_goes_on_with_what_was_made() -> None:
    assert run(Own(next="new", left=timedelta(days=300)))[1:] == ["offer new", "accepted", "switch", "use new"]
