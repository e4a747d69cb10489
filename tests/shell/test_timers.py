"""asyncio on Qt's event loop: what is waited for comes in its time, in its order, or not at all."""

import asyncio
import gc
import time
import weakref
from collections.abc import Awaitable, Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from roomdisplay.shell import loop, timers
from roomdisplay.shell.timers import Timers

Story = Callable[[Timers], Awaitable[None]]


@pytest.fixture
def run(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[[Story], None]:
    made: list[Timers] = []

    def kept(loop: asyncio.AbstractEventLoop) -> Timers:
        made.append(timers.Timers(loop))
        return made[0]

    monkeypatch.setattr(loop, "Timers", kept)

    def run(story: Story) -> None:
        async def main() -> int:
            async with asyncio.timeout(10):
                await story(made[0])
            return 7

        try:
            assert loop.run_until_complete(qapp, main) == 7
        finally:
            gc.unfreeze()
            gc.enable()
        assert len(made[0]) == 0

    return run


def test_nobody_is_called_early(run: Callable[[Story], None]) -> None:
    async def story(_: Timers) -> None:
        for seconds in (0.21, 0.43, 0.87):
            began = time.monotonic()
            await asyncio.sleep(seconds)
            assert time.monotonic() - began >= seconds - 0.001

    run(story)


def test_what_is_to_be_called_soon_is_called_in_order(run: Callable[[Story], None]) -> None:
    async def story(_: Timers) -> None:
        called, last = list[int](), asyncio.Event()
        running = asyncio.get_running_loop()
        for number in range(200):
            running.call_soon(called.append, number)
        running.call_soon(last.set)
        await last.wait()
        assert called == list(range(200))

    run(story)


def test_what_was_cancelled_is_let_go_of_at_once_and_never_called(run: Callable[[Story], None]) -> None:
    class Called(QObject):
        def __call__(self) -> None:
            raise AssertionError

    async def story(timers: Timers) -> None:
        running, before = asyncio.get_running_loop(), len(timers)
        handles = [running.call_later(0.05, Called()), running.call_at(running.time() + 0.05, Called())]
        handles.append(running.call_later(60, Called()))
        gone = [weakref.ref(getattr(handle, "_callback")) for handle in handles]  # noqa: B009
        assert len(timers) == before + 3
        for handle in handles:
            handle.cancel()
            handle.cancel()
            assert handle.cancelled()
        assert len(timers) == before
        assert [ref() for ref in gone] == [None] * 3
        await asyncio.sleep(0.1)

    run(story)


def test_what_is_cancelled_after_it_was_called_ends_nothing_else(run: Callable[[Story], None]) -> None:
    """Qt soon gives a number that has become free to another timer."""

    async def story(_: Timers) -> None:
        running, called = asyncio.get_running_loop(), list[int]()
        old = [running.call_later(0, called.append, number) for number in range(20)]
        await asyncio.sleep(0.02)
        new = [running.call_later(0.03, called.append, number) for number in range(20, 40)]
        for handle in old:
            handle.cancel()
        await asyncio.sleep(0.1)
        assert called == list(range(40))
        assert not any(handle.cancelled() for handle in new)

    run(story)


def test_a_request_that_was_answered_leaves_no_time_out_behind(run: Callable[[Story], None]) -> None:
    async def story(timers: Timers) -> None:
        before = len(timers)
        for _ in range(50):
            async with asyncio.timeout(60):
                await asyncio.sleep(0)
        assert len(timers) <= before + 1

    run(story)


def test_what_a_thread_hands_over_is_called(run: Callable[[Story], None]) -> None:
    async def story(_: Timers) -> None:
        assert await asyncio.to_thread(sum, [3, 4]) == 7

    run(story)


def test_what_goes_wrong_in_one_is_told_and_stops_no_other(
    run: Callable[[Story], None], caplog: pytest.LogCaptureFixture
) -> None:
    def wrong() -> None:
        raise ValueError("odd")

    async def story(_: Timers) -> None:
        asyncio.get_running_loop().call_later(0.01, wrong)
        await asyncio.sleep(0.05)

    run(story)
    assert "odd" in caplog.text
