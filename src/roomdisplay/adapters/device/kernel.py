"""Screens, touch, backlight and lights as Linux shows them in /sys and /proc (kernel.org, "Linux GPU Driver Developer's
Guide", "Linux Input Subsystem", "LED handling under Linux"). Everything is read below `root`, which is / but in tests.
"""

import os
import re
from pathlib import Path

from roomdisplay.doctor.evidence import Control, Screen

_ABS_X, _ABS_MT_POSITION_X = 0x00, 0x35
_PROP_DIRECT = 0x01


def screens(root: Path) -> tuple[Screen, ...] | None:
    """The connected ones, with their preferred size; None where this kernel drives no screens."""
    folder = root / "sys/class/drm"
    if not folder.is_dir():
        return None
    found: list[Screen] = []
    for status in sorted(folder.glob("card*-*/status")):
        if _line(status) != "connected":
            continue
        size = re.match(r"(\d+)x(\d+)", _line(status.with_name("modes")))
        name = status.parent.name.partition("-")[2]
        found.append(Screen(name=name, width=int(size[1]) if size else 0, height=int(size[2]) if size else 0))
    return tuple(found)


def touch_screens(root: Path) -> tuple[str, ...] | None:
    """The names of what reports places on a screen that are touched; None where no input devices are told of."""
    try:
        text = (root / "proc/bus/input/devices").read_text(errors="replace")
    except OSError:
        return None
    if not text.strip():
        return None
    return tuple(name for block in text.split("\n\n") if (name := _touch_screen(block)) is not None)


def _touch_screen(block: str) -> str | None:
    bits: dict[str, str] = dict(re.findall(r"^B: (\w+)=([0-9a-f ]+)$", block, re.MULTILINE))
    places = bits.get("ABS", "")
    is_touch = _bit(bits.get("PROP", ""), _PROP_DIRECT) and (_bit(places, _ABS_MT_POSITION_X) or _bit(places, _ABS_X))
    name = re.search(r'^N: Name="(.*)"$', block, re.MULTILINE)
    return (name[1] if name else "unnamed") if is_touch else None


def _bit(words: str, number: int) -> bool:
    """Of a bitmap as the kernel prints it: words of 64 bits, the highest first, without leading zeros."""
    value = 0
    for word in words.split():
        value = value << 64 | int(word, 16)
    return bool(value >> number & 1)


def backlights(root: Path) -> tuple[Control, ...]:
    return _controls(root / "sys/class/backlight", r".*")


def lights(root: Path) -> tuple[Control, ...]:
    """Lights in colours, as a status light has them; not the board's own, nor a keyboard's."""
    return _controls(root / "sys/class/leds", r"(.*[:_-])?(red|green|blue|amber|rgb|multicolor|status)([:_-].*)?")


def _controls(folder: Path, names: str) -> tuple[Control, ...]:
    try:
        found = sorted(path for path in folder.iterdir() if re.fullmatch(names, path.name))
    except OSError:
        return ()
    return tuple(Control(name=path.name, is_writable=_is_writable(path)) for path in found)


def _is_writable(folder: Path) -> bool:
    files = (folder / name for name in ("brightness", "bl_power", "multi_intensity"))
    return (folder / "brightness").exists() and all(os.access(file, os.W_OK) for file in files if file.exists())


def _line(path: Path) -> str:
    try:
        return path.read_text(errors="replace").split("\n", 1)[0].strip()
    except OSError:
        return ""
