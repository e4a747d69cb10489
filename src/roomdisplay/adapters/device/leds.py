"""A status light: one LED of several colours, LEDs of a colour each, or a single one (kernel.org, "LED handling under
Linux", "Multicolor LED handling")."""

import re
from contextlib import suppress
from pathlib import Path

from roomdisplay.adapters.device import kernel, sysfs
from roomdisplay.core.signal import AMBER, Colour
from roomdisplay.ports import Absent, Failed

_PRIMARIES = ("red", "green", "blue")


class KernelLeds:
    """Those of that name, as a whole or up to a colon (`door` is door:red:status, door:green:status …); None: those
    that look like a status light."""

    def __init__(self, name: str | None = None, root: Path = Path("/")) -> None:
        self._name = name
        self._root = root
        self._freed: set[str] = set()

    def burn(self, colour: Colour) -> None:
        leds = self._leds()
        many = next((led for led in leds if (led / "multi_index").exists()), None)
        if many is not None:
            self._mix(many, colour)
            return
        by_primary = {primary: led for led in reversed(leds) for primary in _PRIMARIES if _has(led, primary)}
        if {"red", "green"} <= by_primary.keys():
            shown = colour if "blue" in by_primary else _without_blue(colour)
            for primary, led in by_primary.items():
                self._set(led, getattr(shown, primary))
            return
        self._set(leds[0], _alone(colour, is_green=_has(leds[0], "green")))

    def _leds(self) -> list[Path]:
        folder = self._root / "sys/class/leds"
        if self._name is None:
            names = [one.name for one in kernel.lights(self._root)]
        else:
            names = sorted(path.name for path in folder.glob("*"))
            names = [name for name in names if name == self._name or name.startswith(self._name + ":")]
        if not names:
            raise Absent(self._name or "no status light")
        return [folder / name for name in names]

    def _mix(self, led: Path, colour: Colour) -> None:
        self._free(led)
        most = sysfs.number(led / "max_brightness")
        shares = {primary: getattr(colour, primary) for primary in _PRIMARIES}
        parts = sysfs.read(led / "multi_index").split()
        levels = [sysfs.steps(sysfs.duty(shares.get(part, 0.0)), most) for part in parts]
        sysfs.write(led / "multi_intensity", " ".join(str(level) for level in levels))
        sysfs.write(led / "brightness", str(most if any(levels) else 0))

    def _set(self, led: Path, share: float) -> None:
        self._free(led)
        most = sysfs.number(led / "max_brightness")
        sysfs.write(led / "brightness", str(sysfs.steps(sysfs.duty(share), most)))

    def _free(self, led: Path) -> None:
        """From what the kernel blinks it for. Where that may not be written, the brightness still may."""
        if led.name not in self._freed:
            with suppress(Absent, Failed):
                sysfs.write(led / "trigger", "none")
            self._freed.add(led.name)


def _has(led: Path, colour: str) -> bool:
    return colour in re.split(r"[:_-]", led.name)


def _without_blue(colour: Colour) -> Colour:
    """A light of red and green says with amber, and by its pattern, what takes blue."""
    level = max(colour.red, colour.green, colour.blue)
    return AMBER.dimmed(level) if colour.blue > 0.5 * level > 0 else colour


def _alone(colour: Colour, *, is_green: bool) -> float:
    """Of a single light: a green one burns unless the room is taken, any other unless it is free. The rest is said by
    its pattern."""
    level = max(colour.red, colour.green, colour.blue)
    is_free = colour.green == level
    is_taken = colour.red == level and max(colour.green, colour.blue) < 0.3 * level
    is_white = colour.red == colour.green == colour.blue
    return 0.0 if (is_taken if is_green else is_free and not is_white) else level
