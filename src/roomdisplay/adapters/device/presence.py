"""People who come near, as a motion sensor tells of them: an input device (kernel.org, "Linux Input Subsystem"), or a
file whose number is not 0 while somebody is there (a GPIO's `value`)."""

import asyncio
import os
import stat
import struct
import time
from contextlib import suppress
from pathlib import Path

from roomdisplay.adapters.device import sysfs
from roomdisplay.core.failure import Transient
from roomdisplay.ports import Absent, Failed

LOOK_EVERY = 1.0
"""Seconds between two looks at a file."""
_EVENT = struct.Struct("@llHHi")
"""struct input_event: a timeval, type, code, value."""
_SYN, _KEY, _SWITCH = 0x00, 0x01, 0x05


class KernelPresence:
    """The sensor at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._device: int | None = None
        self._rest = b""

    async def noticed(self, within: float) -> bool:
        until = time.monotonic() + within
        if self._device is None and not self._opened():
            return await self._seen_in_file(until)
        return await self._felt(until)

    def close(self) -> None:
        if self._device is not None:
            os.close(self._device)
            self._device, self._rest = None, b""

    def _opened(self) -> bool:
        """Is it a device, and open? Raises Absent, Failed."""
        try:
            mode = self._path.stat().st_mode
            if not (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)):
                return False
            self._device = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError as error:
            raise Absent(str(self._path)) from error
        except OSError as error:
            raise Failed(Transient(reason=f"{self._path}: {error.strerror}")) from error
        return True

    async def _felt(self, until: float) -> bool:
        assert self._device is not None
        loop, device = asyncio.get_running_loop(), self._device
        while (left := until - time.monotonic()) > 0:
            readable = asyncio.Event()
            loop.add_reader(device, readable.set)
            try:
                # wait_for forgets, in Python 3.11, that it was cancelled in the very moment of an event
                with suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await readable.wait()
            finally:
                loop.remove_reader(device)
            if readable.is_set() and self._has_news(device):
                return True
        return False

    def _has_news(self, device: int) -> bool:
        """Has anything happened on it but releases? Raises Failed where it is gone."""
        try:
            read = os.read(device, 64 * _EVENT.size)
        except BlockingIOError:
            return False
        except OSError as error:
            self.close()
            raise Failed(Transient(reason=f"{self._path}: {error.strerror}")) from error
        if not read:
            self.close()
            raise Failed(Transient(reason=f"{self._path}: it hung up"))
        events = self._rest + read
        whole = len(events) - len(events) % _EVENT.size
        self._rest = events[whole:]
        return any(_tells(kind, value) for _, _, kind, _, value in _EVENT.iter_unpack(events[:whole]))

    async def _seen_in_file(self, until: float) -> bool:
        while (left := until - time.monotonic()) > 0:
            await asyncio.sleep(min(LOOK_EVERY, left))
            if sysfs.number(self._path) != 0:
                return True
        return False


def _tells(kind: int, value: int) -> bool:
    return kind != _SYN and not (kind in (_KEY, _SWITCH) and value == 0)
