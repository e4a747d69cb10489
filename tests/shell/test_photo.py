"""The room's photo on its way to the glass: a real shelf and a real decoder, a server in memory."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.kept_photo import KeptPhoto
from roomdisplay.core.failure import Transient
from roomdisplay.core.machine import Event, PhotoFound, State
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.photo import RoomPhoto
from roomdisplay.shell.stream import Pauses
from roomdisplay.ui.photo import fitted
from tests.fakes import FakeWox
from tests.pictures import png

ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("Europe/Berlin"))
DAMAGED = png()[:40] + bytes(20) + png()[60:]
"""It looks like a PNG, and cannot be drawn."""


class Glass:
    """An engine as far as the photo knows it."""

    def __init__(self) -> None:
        self.state = State(room=ROOM, policy=Policy(), now=SystemClock().now())
        self._changed = asyncio.Event()

    def say(self, photo: bytes | None) -> None:
        """WOX's settings."""
        digest = "" if photo is None else hashlib.sha256(photo).hexdigest()
        self.state = replace(self.state, room=replace(self.state.room, photo=digest), photo="")
        self._wake()

    def post(self, event: Event) -> None:
        assert isinstance(event, PhotoFound)
        self.state = replace(self.state, photo=event.path)
        self._wake()

    async def until(self, wanted: Callable[[State], bool]) -> None:
        while not wanted(self.state):
            await self._changed.wait()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def shows(self) -> QImage:
        async with asyncio.timeout(5):
            await self.until(lambda state: bool(state.photo))
        return QImage(self.state.photo)


class Panel:
    def __init__(self, folder: Path, *, linked: bool = True, own: Path | None = None) -> None:
        self.wox, self.glass = FakeWox(), Glass()
        clock = SystemClock()
        self._photo = RoomPhoto(
            cast("Engine", self.glass),
            self.wox if linked else None,
            KeptPhoto(folder),
            clock,
            fitted=fitted,
            own=own,
            pauses=Pauses(clock, shortest=0.001, jitter=lambda: 0.0),
        )

    async def __aenter__(self) -> "Panel":
        self._task = asyncio.create_task(self._photo.run())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def upload(self, photo: bytes | None) -> None:
        self.wox.picture = photo
        self.glass.say(photo)


async def told(caplog: pytest.LogCaptureFixture, words: str) -> None:
    while words not in caplog.text:  # noqa: ASYNC110  a log tells nobody
        await asyncio.sleep(0.01)


def test_it_is_fetched_fitted_and_replaced(tmp_path: Path) -> None:
    async def main() -> None:
        async with Panel(tmp_path) as panel:
            panel.upload(png(4000, 30))
            assert (await panel.glass.shows()).width() == 1280
            panel.upload(png(30, 20))
            assert (await panel.glass.shows()).width() == 30
            panel.upload(None)
            await asyncio.sleep(0.1)
            assert panel.glass.state.photo == ""

    asyncio.run(main())


def test_after_a_restart_it_is_there_without_the_server(tmp_path: Path) -> None:
    async def main() -> None:
        async with Panel(tmp_path) as panel:
            panel.upload(png())
            await panel.glass.shows()
        async with Panel(tmp_path) as panel:
            panel.wox.down = Transient(reason="no route")
            panel.glass.say(png())
            assert (await panel.glass.shows()).width() == 4

    asyncio.run(main())


def test_a_server_out_of_reach_is_asked_again(tmp_path: Path) -> None:
    async def main() -> None:
        async with Panel(tmp_path) as panel:
            panel.wox.down = Transient(reason="no route")
            panel.upload(png())
            await asyncio.sleep(0.1)
            panel.wox.down = None
            assert (await panel.glass.shows()).width() == 4

    asyncio.run(main())


@pytest.mark.parametrize("photo", [DAMAGED, b"<svg/>"])
def test_what_cannot_be_drawn_is_left_out_and_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, photo: bytes
) -> None:
    async def main() -> None:
        async with Panel(tmp_path) as panel:
            panel.upload(photo)
            await told(caplog, "left out")
            assert panel.glass.state.photo == ""

    caplog.set_level(logging.WARNING, "roomdisplay.shell.photo")
    asyncio.run(asyncio.wait_for(main(), 5))
    assert len(caplog.messages) == 1


def test_the_file_of_the_panel_stands_in_where_wox_has_none(tmp_path: Path) -> None:
    own = tmp_path / "own.png"
    own.write_bytes(png(7, 7))

    async def main() -> None:
        async with Panel(tmp_path / "state", linked=False, own=own) as panel:
            assert (await panel.glass.shows()).width() == 7
        async with Panel(tmp_path / "state", own=own) as panel:
            await panel.glass.shows()
            panel.upload(png(9, 9))
            assert (await panel.glass.shows()).width() == 9
            panel.upload(None)
            assert (await panel.glass.shows()).width() == 7

    asyncio.run(main())


def test_a_disk_that_is_full_leaves_it_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "photo").write_text("no folder")

    async def main() -> None:
        async with Panel(tmp_path) as panel:
            panel.upload(png())
            await told(caplog, "cannot be written")
            assert panel.glass.state.photo == ""

    asyncio.run(asyncio.wait_for(main(), 5))
