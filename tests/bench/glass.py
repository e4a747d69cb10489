"""A screen without a screen: Xvfb, what it shows, and a finger on it. The same for whatever draws there."""

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LINES = 8
"""Every so many lines are looked at."""
EVERY = 0.004
"""Seconds between two looks."""
PIECE = 64
"""Bytes that are compared at once."""
SAME = 0.03
"""Two looks are the same picture where no more than this share of the pieces differs: a clock, a mark."""


Area = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""


class NothingShown(Exception):
    """What was waited for was never on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was on the screen from `at` on (CLOCK_MONOTONIC, seconds)."""

    at: float
    seen: bytes

    def is_like(self, other: "Look") -> bool:
        pieces = range(0, len(self.seen), PIECE)
        differing = sum(self.seen[i : i + PIECE] != other.seen[i : i + PIECE] for i in pieces)
        return differing <= SAME * len(pieces)


class Glass:
    """`display` is what DISPLAY has to be."""

    def __init__(self, display: str, picture: Path, width: int, height: int) -> None:
        self.display = display
        self._file = picture.open("rb")
        self._map = mmap.mmap(self._file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self._map[:100])
        self._first = head[0] + 12 * head[19]  # XWD: the header, then the colours
        self._line = head[12]
        self._height = height
        self._width = width
        self._finger: _Finger | None = None

    def look(self, area: Area | None = None) -> bytes:
        """The pixels of the area, None: of all, of some lines."""
        left, top, right, bottom = area or (0, 0, self._width, self._height)
        lines = (self._first + row * self._line for row in range(top, bottom, LINES))
        return b"".join(self._map[line + left * 4 : line + right * 4] for line in lines)

    def save(self, file: Path) -> None:
        """As PPM."""
        lines = bytearray()
        for row in range(self._height):
            start = self._first + row * self._line
            blue_green_red = self._map[start : start + self._width * 4]
            line = bytearray(self._width * 3)
            for colour in range(3):
                line[colour::3] = blue_green_red[2 - colour :: 4]
            lines += line
        file.write_bytes(f"P6 {self._width} {self._height} 255\n".encode() + lines)

    def is_blank(self) -> bool:
        seen = self.look()
        return seen == seen[:4] * (len(seen) // 4)

    def until_blank(self, patience: float = 10) -> None:
        deadline = time.monotonic() + patience
        while not self.is_blank():
            if time.monotonic() > deadline:
                raise NothingShown("the screen of the run before never became empty")
            time.sleep(0.05)

    def until_settled(self, began: float, *, rest: float = 2.0, patience: float = 30) -> float:
        """Seconds from `began` until the screen showed what it shows once it has rested for `rest` seconds."""
        looks = [Look(at=began, seen=self.look())]
        while time.monotonic() - looks[-1].at < rest or len(looks) < 2:
            seen = self.look()
            if seen != looks[-1].seen:
                looks.append(Look(at=time.monotonic(), seen=seen))
            if time.monotonic() - began > patience:
                raise NothingShown(f"nothing, or nothing that stayed, was shown within {patience:.0f} s")
            time.sleep(EVERY)
        shown = looks[-1].at
        for look in reversed(looks[1:]):
            if not look.is_like(looks[-1]):
                break
            shown = look.at
        return shown - began

    def tap(self, x: int, y: int, watched: Area, patience: float = 3) -> float:
        """Seconds from the finger at `x`, `y` to the first changed pixel of what is `watched`."""
        if self._finger is None:
            self._finger = _Finger(self.display)
        self._finger.move(x, y)
        time.sleep(0.3)
        before = self.look(watched)
        began = time.monotonic()
        self._finger.press()
        while self.look(watched) == before:
            if time.monotonic() - began > patience:
                raise NothingShown(f"nothing changed when {x}, {y} was tapped")
        return time.monotonic() - began

    def close(self) -> None:
        if self._finger is not None:
            self._finger.close()
        self._map.close()
        self._file.close()


class _Finger:
    """XTEST, which the X server takes for a pointer."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._at = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))

    def move(self, x: int, y: int) -> None:
        self._test.XTestFakeMotionEvent(self._at, -1, x, y, ctypes.c_ulong(0))
        self._x.XFlush(self._at)

    def press(self) -> None:
        for is_down in (1, 0):
            self._test.XTestFakeButtonEvent(self._at, 1, is_down, ctypes.c_ulong(0))
        self._x.XFlush(self._at)

    def close(self) -> None:
        self._x.XCloseDisplay(self._at)


@contextmanager
def glass(width: int, height: int) -> Generator[Glass]:
    """An X server of its own, ended with the block."""
    program = shutil.which("Xvfb")
    if program is None:
        raise NothingShown("Xvfb is missing. Run script/bootstrap dev, or install the Debian package xvfb.")
    with tempfile.TemporaryDirectory(prefix="roomdisplay-glass-") as folder:
        reading, writing = os.pipe()
        server = subprocess.Popen(
            [
                *(program, "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-fbdir", folder),
                *("-nocursor", "-br", "-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        shown = Glass(display, Path(folder) / "Xvfb_screen0", width, height)
        try:
            yield shown
        finally:
            shown.close()
            server.terminate()
            server.wait(timeout=10)
