"""A release that WOX offers: fetched, resumed, handed over; and what is told of it. Real files, a server in memory."""

import asyncio
import hashlib
import json
from collections.abc import AsyncGenerator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.installer import TRIES, InboxInstaller
from roomdisplay.core.failure import Transient
from roomdisplay.core.wox import Offer, Update, UpdateStage
from roomdisplay.ports import Failed, NotInstallable
from roomdisplay.shell.stream import Pauses
from roomdisplay.shell.updating import Updating
from tests.fakes import FakeWox

BUNDLE = bytes(range(256)) * 20_000  # five pieces
ID = "11111111-2222-4333-8444-555555555555"
OFFER = Offer(id=ID, version="2.0.0", size=len(BUNDLE), digest=hashlib.sha256(BUNDLE).hexdigest())


class Flaky(FakeWox):
    """Each connection breaks after so many bytes; the last number stands for the rest of them."""

    def __init__(self, *breaks: int) -> None:
        super().__init__()
        self.bundles[OFFER.digest] = BUNDLE
        self.breaks = list(breaks)
        self.starts: list[int] = []

    async def bundle(self, offer: Offer, start: int) -> AsyncGenerator[bytes]:
        self.starts.append(start)
        left = self.breaks.pop(0) if self.breaks else len(BUNDLE)
        async for whole in super().bundle(offer, start):
            for at in range(0, min(left, len(whole)), 60_000):
                yield whole[at : min(at + 60_000, left)]
            if left < len(whole):
                raise Failed(Transient(reason="the line broke"))


class Machine:
    """A panel of release 1.0.0 with an installer; `wox` is what it fetches from."""

    def __init__(self, folder: Path, wox: FakeWox | None = None) -> None:
        self.folder = folder
        self.results = folder / "results"
        self.results.mkdir()
        self.at_work = folder / "at-work"
        self.wox = wox or Flaky()
        self.start()

    def start(self, version: str = "1.0.0") -> None:
        self.installer = InboxInstaller(self.folder / "update", self.results, version=version, at_work=self.at_work)
        pauses = Pauses(SystemClock(), shortest=0.001, jitter=lambda: 0.0)
        self.updating = Updating(self.wox, self.installer, pauses)

    @property
    def inbox(self) -> list[Path]:
        return list((self.folder / "update" / "inbox").glob("*"))

    def result(self, stage: str, reason: str = "", *, id: str = ID, version: str = "2.0.0") -> None:
        told = {"id": id, "stage": stage, "version": version, "reason": reason}
        (self.results / "result.json").write_text(json.dumps(told))

    def told(self) -> Update | None:
        asyncio.run(self.updating.look())
        return self.updating.update

    def offer(self, offer: Offer) -> Update | None:
        """What is told of it once it is not downloading any more."""

        async def main() -> Update | None:
            await self.updating.look()
            self.updating.offered(offer)
            async with asyncio.timeout(10):
                while (update := self.updating.update) is not None and update.stage is UpdateStage.DOWNLOADING:  # noqa: ASYNC110
                    await asyncio.sleep(0.002)
            return update

        return asyncio.run(main())


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_an_offer_is_fetched_and_handed_over_whole(machine: Machine) -> None:
    assert machine.told() is None
    assert machine.offer(OFFER) == Update(offer=ID, stage=UpdateStage.INSTALLING)
    assert [path.name for path in machine.inbox] == [f"{ID}.bundle"]
    assert machine.inbox[0].read_bytes() == BUNDLE
    assert machine.inbox[0].parent.stat().st_mode & 0o777 == 0o700


def test_an_interrupted_download_goes_on_where_it_was(tmp_path: Path) -> None:
    wox = Flaky(1_500_000, 10, 2_000_000)
    machine = Machine(tmp_path, wox)
    machine.offer(OFFER)
    assert machine.inbox[0].read_bytes() == BUNDLE
    assert wox.starts == [0, 1_500_000, 1_500_010, 3_500_010]


def test_after_a_power_cut_the_rest_is_fetched(machine: Machine) -> None:
    part = machine.folder / "update" / f"{ID}.part"
    part.parent.mkdir()
    part.write_bytes(BUNDLE[:777])
    (part.parent / "another.part").write_bytes(b"of an offer before")
    machine.offer(OFFER)
    assert isinstance(machine.wox, Flaky)
    assert machine.wox.starts == [777]
    assert machine.inbox[0].read_bytes() == BUNDLE
    assert not list(part.parent.glob("*.part"))


def test_what_arrives_otherwise_than_offered_is_thrown_away(machine: Machine) -> None:
    part = machine.folder / "update" / f"{ID}.part"
    part.parent.mkdir()
    part.write_bytes(b"x" * 777)
    update = machine.offer(OFFER)
    assert update is not None
    assert (update.stage, update.reason) == (
        UpdateStage.FAILED,
        "The bundle did not arrive as WOX has it. Offer it again.",
    )
    assert not part.exists()
    assert machine.inbox == []


@pytest.mark.parametrize(
    ("size", "said"),
    [(2**40, "more than any release"), (2**31, "are needed. Free some space"), (1000, "larger than WOX says")],
)
def test_a_download_is_bounded(machine: Machine, monkeypatch: pytest.MonkeyPatch, size: int, said: str) -> None:
    def usage(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=2**30)

    monkeypatch.setattr("roomdisplay.adapters.installer.shutil.disk_usage", usage)
    offer = Offer(id=ID, version="2.0.0", size=size, digest=OFFER.digest)
    update = machine.offer(offer)
    assert update is not None
    assert update.stage is UpdateStage.FAILED
    assert said in update.reason


def test_a_bundle_that_is_offered_no_more_is_told(machine: Machine) -> None:
    machine.wox.bundles.clear()
    update = machine.offer(OFFER)
    assert update is not None
    assert update.reason.startswith("WOX does not hand the bundle out")


def test_an_offer_that_is_withdrawn_is_fetched_no_further(tmp_path: Path) -> None:
    machine = Machine(tmp_path, Flaky(*[1] * 100_000))

    async def main() -> None:
        machine.updating.offered(OFFER)
        await asyncio.sleep(0.05)
        machine.updating.offered(None)
        assert isinstance(machine.wox, Flaky)
        await asyncio.sleep(0.02)
        asked = len(machine.wox.starts)
        await asyncio.sleep(0.05)
        assert len(machine.wox.starts) == asked
        await machine.updating.close()

    asyncio.run(main())
    assert machine.told() is None


def test_the_same_offer_again_begins_nothing_anew(machine: Machine) -> None:
    machine.offer(OFFER)
    machine.inbox[0].unlink()
    machine.at_work.mkdir()
    assert machine.offer(OFFER) == Update(offer=ID, stage=UpdateStage.INSTALLING)
    assert isinstance(machine.wox, Flaky)
    assert len(machine.wox.starts) == 1


def test_a_panel_without_an_installer_says_so(machine: Machine) -> None:
    machine.results.rmdir()
    update = machine.offer(OFFER)
    assert update is not None
    assert "Nothing on this panel installs releases" in update.reason


def taken(machine: Machine) -> None:
    """Root has opened the bundle."""
    machine.offer(OFFER)
    machine.inbox[0].unlink()


@pytest.mark.parametrize("stage", [UpdateStage.INSTALLED, UpdateStage.FAILED, UpdateStage.ROLLED_BACK])
def test_what_root_says_came_of_it_is_told_by_the_next_life_too(machine: Machine, stage: UpdateStage) -> None:
    taken(machine)
    machine.result(stage.value, "A reason.")
    machine.start("2.0.0" if stage is UpdateStage.INSTALLED else "1.0.0")
    assert machine.told() == Update(offer=ID, stage=stage, reason="A reason.")
    assert machine.offer(OFFER) == machine.told()
    assert machine.inbox == []


def test_what_came_of_another_offer_is_not_taken_for_this_one(machine: Machine) -> None:
    taken(machine)
    machine.at_work.mkdir()
    machine.result("failed", "Another.", id="another")
    assert machine.told() == Update(offer=ID, stage=UpdateStage.INSTALLING)


def test_a_new_release_on_trial_is_installing_until_root_says_more(machine: Machine) -> None:
    taken(machine)
    machine.start("2.0.0")
    assert machine.told() == Update(offer=ID, stage=UpdateStage.INSTALLING)


def test_what_a_power_cut_took_from_root_s_hands_is_fetched_again_but_not_for_ever(machine: Machine) -> None:
    taken(machine)
    for _ in range(TRIES - 1):
        machine.start()
        assert machine.told() is None
        taken(machine)
    machine.start()
    update = machine.told()
    assert update is not None
    assert update.stage is UpdateStage.FAILED
    assert "never came to an end" in update.reason


def test_a_folder_that_takes_nothing_is_a_sentence(machine: Machine) -> None:
    (machine.folder / "update").write_text("in the way")
    with pytest.raises(NotInstallable, match="cannot be kept on this panel"):
        machine.installer.here(OFFER)
    with suppress(NotInstallable):
        machine.installer.keep(OFFER, b"x")
