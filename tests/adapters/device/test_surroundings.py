"""Backlight, status light and presence sensor as the kernel shows them: files laid out as in /sys and /dev."""

import asyncio
import os
import shutil
import struct
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from roomdisplay.adapters.device import sysfs
from roomdisplay.adapters.device.backlight import KernelBacklight
from roomdisplay.adapters.device.leds import KernelLeds
from roomdisplay.adapters.device.presence import KernelPresence
from roomdisplay.core.signal import AMBER, BLUE, DARK, GREEN, RED, WHITE, Colour
from roomdisplay.ports import Absent, Failed
from tests.adapters.surroundings_contract import BacklightContract, LightContract, PresenceContract


class Sysfs:
    """A folder of one device below `root`."""

    def __init__(self, root: Path, folder: str, **files: str) -> None:
        self.root = root
        self.folder = root / folder
        self._files = files
        self.mend()

    def __getitem__(self, name: str) -> str:
        return (self.folder / name).read_text()

    def unplug(self) -> None:
        shutil.rmtree(self.folder)

    def refuse(self) -> None:
        """As root may write anything, the file is one that nothing can be written to."""
        (self.folder / "brightness").unlink()
        (self.folder / "brightness").mkdir()

    def mend(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for name, text in self._files.items():
            (self.folder / name).write_text(text)


# ── the backlight ─────────────────────────────────────────────────────────────────────────────────────────────────────


class BacklightFolder(Sysfs):
    def __init__(self, root: Path, **files: str) -> None:
        told = {"brightness": "255", "max_brightness": "255", "bl_power": "0"} | files
        super().__init__(root, "sys/class/backlight/10-0045", **told)
        self.port = KernelBacklight(root=root)

    @property
    def light(self) -> float:
        if "bl_power" in self._files and self["bl_power"] != "0":
            return 0.0
        return int(self["brightness"]) / int(self["max_brightness"])


class TestBacklight(BacklightContract):
    @pytest.fixture(params=["with power", "without", "coarse"])
    def bench(self, request: pytest.FixtureRequest, tmp_path: Path) -> BacklightFolder:
        folder = BacklightFolder(tmp_path)
        if request.param == "without":
            folder = WithoutPower(tmp_path)
        if request.param == "coarse":
            folder = BacklightFolder(tmp_path, max_brightness="31", brightness="31")
        return folder


class WithoutPower(BacklightFolder):
    def mend(self) -> None:
        self._files.pop("bl_power", None)
        super().mend()


def test_power_goes_off_and_brightness_stays_for_when_it_comes_back(tmp_path: Path) -> None:
    folder = BacklightFolder(tmp_path)
    folder.port.shine(0)
    assert (folder["bl_power"], folder["brightness"]) == ("4", "255")
    folder.port.shine(1)
    assert (folder["bl_power"], folder["brightness"]) == ("0", "255")


def test_a_driver_that_knows_the_eye_is_not_corrected(tmp_path: Path) -> None:
    folder = BacklightFolder(tmp_path, max_brightness="100", scale="non-linear\n")
    folder.port.shine(0.5)
    assert folder["brightness"] == "50"


def test_the_one_of_that_name(tmp_path: Path) -> None:
    folder = BacklightFolder(tmp_path)
    other = Sysfs(tmp_path, "sys/class/backlight/acpi_video0", brightness="7", max_brightness="7")
    KernelBacklight("10-0045", tmp_path).shine(0.01)
    assert (folder["brightness"], other["brightness"]) == ("1", "7")
    with pytest.raises(Absent):
        KernelBacklight("10-0046", tmp_path).shine(1)


def test_nonsense_in_a_file_is_a_failure_that_names_it(tmp_path: Path) -> None:
    folder = BacklightFolder(tmp_path, max_brightness="a lot")
    with pytest.raises(Failed, match="max_brightness: 'a lot' is no number"):
        folder.port.shine(1)


@pytest.mark.parametrize("share", [n / 100 for n in range(101)])
def test_the_eyes_brightness_and_the_lights_power_agree_at_both_ends(share: float) -> None:
    assert 0 <= sysfs.duty(share) <= share
    assert sysfs.duty(0) == 0
    assert sysfs.duty(1) == 1
    assert share == 0 or sysfs.steps(sysfs.duty(share), 31) >= 1


# ── the status light ──────────────────────────────────────────────────────────────────────────────────────────────────


class ManyColoured(Sysfs):
    """One LED whose driver mixes the colours, in an order of its own."""

    def __init__(self, root: Path) -> None:
        files = {"multi_index": "green red blue\n", "multi_intensity": "0 0 0", "brightness": "0"}
        super().__init__(root, "sys/class/leds/rgb:status", max_brightness="255", trigger="[none] timer", **files)
        self.port = KernelLeds(root=root)

    @property
    def colour(self) -> Colour:
        lit = int(self["brightness"]) / 255
        green, red, blue = (int(part) / 255 * lit for part in self["multi_intensity"].split())
        return Colour(red=red, green=green, blue=blue)


class Three:
    """An LED of each colour."""

    def __init__(self, root: Path, colours: tuple[str, ...] = ("red", "green", "blue")) -> None:
        self.leds = {
            colour: Sysfs(root, f"sys/class/leds/door:{colour}:status", max_brightness="15", brightness="0")
            for colour in colours
        }
        self.port = KernelLeds(root=root)

    @property
    def colour(self) -> Colour:
        parts = {colour: int(led["brightness"]) / 15 for colour, led in self.leds.items()}
        return Colour(**{"red": 0.0, "green": 0.0, "blue": 0.0} | parts)

    def unplug(self) -> None:
        for led in self.leds.values():
            led.unplug()

    def refuse(self) -> None:
        self.leds["red"].refuse()

    def mend(self) -> None:
        for led in self.leds.values():
            led.mend()


class TestLight(LightContract):
    @pytest.fixture(params=[ManyColoured, Three])
    def bench(self, request: pytest.FixtureRequest, tmp_path: Path) -> ManyColoured | Three:
        return request.param(tmp_path)


def test_a_light_the_kernel_blinks_is_taken_from_it(tmp_path: Path) -> None:
    led = ManyColoured(tmp_path)
    led.port.burn(RED)
    assert led["trigger"] == "none"


def test_a_light_of_red_and_green_says_with_amber_what_takes_blue(tmp_path: Path) -> None:
    light = Three(tmp_path, ("red", "green"))
    shown: list[tuple[bool, bool]] = []
    for colour in (RED, GREEN, AMBER, BLUE, WHITE, DARK):
        light.port.burn(colour)
        shown.append((light.colour.red > 0, light.colour.green > 0))
    assert shown == [(True, False), (False, True), (True, True), (True, True), (True, True), (False, False)]


@pytest.mark.parametrize(
    ("name", "burns"),
    [
        ("door:red:busy", {"red", "amber", "blue", "white"}),
        ("door:green:free", {"green", "amber", "blue", "white"}),
        ("status", {"red", "amber", "blue", "white"}),
    ],
)
def test_a_single_light_burns_for_what_its_colour_says_and_for_what_only_its_pattern_can(
    tmp_path: Path, name: str, burns: set[str]
) -> None:
    led = Sysfs(tmp_path, f"sys/class/leds/{name}", max_brightness="1", brightness="0")
    light, burning = KernelLeds(root=tmp_path), set[str]()
    for word, colour in {"red": RED, "green": GREEN, "amber": AMBER, "blue": BLUE, "white": WHITE}.items():
        light.burn(colour)
        if led["brightness"] == "1":
            burning.add(word)
    assert burning == burns
    light.burn(DARK)
    assert led["brightness"] == "0"


def test_the_lights_of_that_name(tmp_path: Path) -> None:
    door = Three(tmp_path)
    other = Sysfs(tmp_path, "sys/class/leds/doorbell:red", max_brightness="255", brightness="0")
    KernelLeds("door", tmp_path).burn(RED)
    assert (door.colour, other["brightness"]) == (RED, "0")
    KernelLeds("doorbell:red", tmp_path).burn(RED)
    assert other["brightness"] == "255"


def test_the_boards_own_lights_are_no_status_light(tmp_path: Path) -> None:
    board = Sysfs(tmp_path, "sys/class/leds/ACT", max_brightness="255", brightness="0")
    with pytest.raises(Absent):
        KernelLeds(root=tmp_path).burn(RED)
    assert board["brightness"] == "0"


# ── somebody comes near ───────────────────────────────────────────────────────────────────────────────────────────────

MOVED, SYNCHRONISED, LEFT = (1, 0x0200, 1), (0, 0, 0), (1, 0x0200, 0)
"""Of an input device: type, code, value."""


def event(kind: int, code: int, value: int) -> bytes:
    return struct.pack("@llHHi", 1_700_000_000, 0, kind, code, value)


class Running:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.port = KernelPresence(path)
        self.mend()

    def mend(self) -> None: ...

    def run(self, story: Callable[[], Awaitable[None]]) -> None:
        async def main() -> None:
            try:
                await story()
            finally:
                self.port.close()
                self.close()

        asyncio.run(main())

    def close(self) -> None: ...


class InputDevice(Running):
    """A pipe in the device's place: bytes come out of it as they do there."""

    def __init__(self, root: Path) -> None:
        self._end: int | None = None
        super().__init__(root / "event3")

    def mend(self) -> None:
        self.path.unlink(missing_ok=True)
        os.mkfifo(self.path)
        self._end = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    def send(self, *events: tuple[int, int, int]) -> None:
        assert self._end is not None
        os.write(self._end, b"".join(event(*one) for one in events))

    def come_near(self) -> None:
        self.send(MOVED, SYNCHRONISED)

    def refuse(self) -> None:
        """It hangs up."""
        self.close()

    def unplug(self) -> None:
        self.close()
        self.path.unlink()

    def close(self) -> None:
        if self._end is not None:
            os.close(self._end)
            self._end = None


class ValueFile(Running):
    def __init__(self, root: Path) -> None:
        super().__init__(root / "value")

    def mend(self) -> None:
        self.path.write_text("0\n")

    def come_near(self) -> None:
        self.path.write_text("1\n")

    def refuse(self) -> None:
        self.path.write_text("nonsense\n")

    def unplug(self) -> None:
        self.path.unlink()


class TestPresence(PresenceContract):
    @pytest.fixture(params=[InputDevice, ValueFile])
    def bench(
        self, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> InputDevice | ValueFile:
        monkeypatch.setattr("roomdisplay.adapters.device.presence.LOOK_EVERY", 0.01)
        return request.param(tmp_path)


@pytest.mark.parametrize("told", [(SYNCHRONISED,), (LEFT, SYNCHRONISED)], ids=["nothing new", "a release"])
def test_who_leaves_has_not_come(tmp_path: Path, told: tuple[tuple[int, int, int], ...]) -> None:
    device = InputDevice(tmp_path)

    async def story() -> None:
        device.send(*told)
        assert not await device.port.noticed(0.1)
        device.send(LEFT, MOVED)
        assert await device.port.noticed(10)

    device.run(story)


def test_whoever_ends_it_in_the_moment_of_an_event_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    device = InputDevice(tmp_path)

    async def story() -> None:
        loop = asyncio.get_running_loop()
        add_reader = loop.add_reader

        def ending(fd: int, then: Callable[[], object]) -> None:
            def both() -> None:
                then()
                watching.cancel()

            add_reader(fd, both)

        monkeypatch.setattr(loop, "add_reader", ending)
        watching = asyncio.create_task(device.port.noticed(10))
        await asyncio.sleep(0.01)
        device.come_near()
        with pytest.raises(asyncio.CancelledError):
            await watching

    device.run(story)


def test_half_an_event_waits_for_its_other_half(tmp_path: Path) -> None:
    device = InputDevice(tmp_path)

    async def story() -> None:
        assert not await device.port.noticed(0.01)
        whole, end = event(*MOVED), os.open(device.path, os.O_WRONLY)
        os.write(end, whole[:10])
        assert not await device.port.noticed(0.1)
        os.write(end, whole[10:])
        assert await device.port.noticed(10)
        os.close(end)

    device.run(story)


def test_a_sensor_that_was_pulled_out_and_comes_back(tmp_path: Path) -> None:
    device = InputDevice(tmp_path)

    async def story() -> None:
        assert not await device.port.noticed(0.01)
        device.unplug()
        with pytest.raises(Failed):
            await device.port.noticed(10)
        with pytest.raises(Absent):
            await device.port.noticed(10)
        device.mend()
        device.come_near()
        assert await device.port.noticed(10)

    device.run(story)
