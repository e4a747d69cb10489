"""Values that the kernel shows as files (sysfs(5))."""

import os
from pathlib import Path

from roomdisplay.core.failure import Transient
from roomdisplay.ports import Absent, Failed


def read(file: Path) -> str:
    """Its one line. Raises Absent, Failed."""
    try:
        return file.read_text(errors="replace").strip()
    except FileNotFoundError as error:
        raise Absent(str(file)) from error
    except OSError as error:
        raise _failed(file, error) from error


def number(file: Path) -> int:
    """Raises Absent, Failed."""
    text = read(file)
    try:
        return int(text)
    except ValueError as error:
        raise Failed(Transient(reason=f"{file}: {text[:40]!r} is no number")) from error


def write(file: Path, value: str) -> None:
    """Raises Absent, Failed."""
    try:
        # never made: what is not there is hardware that is gone
        opened = os.open(file, os.O_WRONLY | os.O_TRUNC | os.O_CLOEXEC)
        try:
            os.write(opened, value.encode())
        finally:
            os.close(opened)
    except FileNotFoundError as error:
        raise Absent(str(file)) from error
    except OSError as error:
        raise _failed(file, error) from error


def _failed(file: Path, error: OSError) -> Failed:
    return Failed(Transient(reason=f"{file}: {error.strerror or type(error).__name__}"))


def duty(share: float) -> float:
    """The share of the light's power that the eye takes for `share` of its brightness (CIE 1976 lightness)."""
    lightness = 100 * min(1.0, max(0.0, share))
    return lightness / 903.3 if lightness <= 8 else ((lightness + 16) / 116) ** 3


def steps(share: float, most: int) -> int:
    """Of `most`; whatever is not off is at least one."""
    return 0 if share <= 0 else max(1, round(share * most))
