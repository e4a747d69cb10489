"""The screen's backlight (kernel.org, "sysfs-class-backlight"): `brightness` in steps, `bl_power` for its power."""

from pathlib import Path

from roomdisplay.adapters.device import kernel, sysfs
from roomdisplay.ports import Absent

POWER_ON, POWER_OFF = "0", "4"
"""FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN."""


class KernelBacklight:
    """The one of that name; None: the first there is."""

    def __init__(self, name: str | None = None, root: Path = Path("/")) -> None:
        self._name = name
        self._root = root

    def shine(self, share: float) -> None:
        folder = self._folder()
        power = folder / "bl_power"
        if share <= 0:
            if power.exists():
                sysfs.write(power, POWER_OFF)
            else:
                sysfs.write(folder / "brightness", "0")
            return
        most = sysfs.number(folder / "max_brightness")
        sysfs.write(folder / "brightness", str(sysfs.steps(self._level(folder, share), most)))
        if power.exists():
            sysfs.write(power, POWER_ON)

    def _folder(self) -> Path:
        for one in kernel.backlights(self._root):
            if self._name in (None, one.name):
                return self._root / "sys/class/backlight" / one.name
        raise Absent(self._name or "no backlight")

    @staticmethod
    def _level(folder: Path, share: float) -> float:
        """Some drivers know the eye already (`scale`)."""
        scale = folder / "scale"
        return share if scale.exists() and sysfs.read(scale) == "non-linear" else sysfs.duty(share)
