"""The machine's clocks: what the kernel says of them, on a real event loop."""

import asyncio
import os
import time
from collections.abc import Callable

import pytest

from roomdisplay.adapters.clock import SystemClock


def set_to_what_it_says() -> None:
    """The wall clock; by a microsecond or so."""
    try:
        time.clock_settime(time.CLOCK_REALTIME, time.clock_gettime(time.CLOCK_REALTIME))
    except PermissionError:
        pytest.skip("only root sets the clock")


async def told(ears: list[asyncio.Event]) -> bool:
    try:
        async with asyncio.timeout(2):
            for ear in ears:
                await ear.wait()
    except TimeoutError:
        return False
    finally:
        for ear in ears:
            ear.clear()
    return True


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def test_whoever_watches_is_told_each_time_the_clock_is_set_and_not_otherwise() -> None:
    async def story() -> None:
        clock, loop = SystemClock(), asyncio.get_running_loop()
        before = descriptors()
        ears = [asyncio.Event(), asyncio.Event()]
        ends: list[Callable[[], None]] = [clock.watch(loop, ear.set) for ear in ears]
        assert descriptors() == before + 1
        for _ in range(3):
            set_to_what_it_says()
            assert await told(ears)
        await asyncio.sleep(0.2)
        assert not any(ear.is_set() for ear in ears)
        ends[0]()
        set_to_what_it_says()
        assert await told(ears[1:])
        assert not ears[0].is_set()
        ends[1]()
        assert descriptors() == before

    asyncio.run(story())
