"""What the kernel shows of a panel's hardware, and its disk."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from roomdisplay.adapters.device import disk, kernel
from roomdisplay.doctor.evidence import Control, Screen
from tests.doctor.patient import KEYBOARD, TOUCH, Machine

RESISTIVE = """\
I: Bus=001c Vendor=0000 Product=0000 Version=0000
N: Name="ADS7846 Touchscreen"
B: PROP=2
B: EV=b
B: KEY=400 0 0 0 0 0
B: ABS=1000003

"""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_panel_as_the_kernel_shows_it(machine: Machine) -> None:
    root = machine.root
    assert kernel.screens(root) == (Screen(name="HDMI-A-1", width=1280, height=800),)
    assert kernel.touch_screens(root) == ("Goodix Capacitive TouchScreen",)
    assert kernel.backlights(root) == (Control(name="10-0045", is_writable=True),)
    assert kernel.lights(root) == (Control(name="panel:green:status", is_writable=True),), "not the card reader's"


def test_a_machine_that_tells_nothing(tmp_path: Path) -> None:
    assert kernel.screens(tmp_path) is None
    assert kernel.touch_screens(tmp_path) is None
    assert kernel.backlights(tmp_path) == kernel.lights(tmp_path) == ()


def test_this_machine_whatever_it_is() -> None:
    root = Path("/")
    kernel.screens(root)
    kernel.touch_screens(root)
    kernel.backlights(root)
    kernel.lights(root)


def test_a_screen_that_does_not_tell_its_size(machine: Machine) -> None:
    machine.write("sys/class/drm/card0-HDMI-A-1/modes", "")
    assert kernel.screens(machine.root) == (Screen(name="HDMI-A-1", width=0, height=0),)


@pytest.mark.parametrize(
    ("devices", "found"),
    [
        ("", None),
        (KEYBOARD, ()),
        (KEYBOARD + RESISTIVE + TOUCH, ("ADS7846 Touchscreen", "Goodix Capacitive TouchScreen")),
        (TOUCH.replace("PROP=2", "PROP=5"), ()),
        (TOUCH.replace("B: PROP=2\n", ""), ()),
        (TOUCH.replace("ABS=265800000000003", "ABS="), ()),
        ("nonsense", ()),
    ],
)
def test_what_is_a_touch_screen(machine: Machine, devices: str, found: tuple[str, ...] | None) -> None:
    machine.write("proc/bus/input/devices", devices)
    assert kernel.touch_screens(machine.root) == found


@pytest.mark.parametrize("name", ["red", "panel:red:", "rgb:status", "status-green", "multicolor"])
def test_what_is_a_light(machine: Machine, name: str) -> None:
    machine.write(f"sys/class/leds/{name}/brightness", "0")
    assert name in [light.name for light in kernel.lights(machine.root)]


@pytest.mark.parametrize("name", ["input0::capslock", "mmc0::", "ACT", "PWR", "scored", "default-on"])
def test_what_is_none(machine: Machine, name: str) -> None:
    machine.write(f"sys/class/leds/{name}/brightness", "0")
    assert name not in [light.name for light in kernel.lights(machine.root)]


# ── the disk ──


def test_a_disk_that_takes_what_is_written(tmp_path: Path) -> None:
    seen = disk.storage(tmp_path)
    assert seen.refusal == ""
    assert 0 < seen.free <= seen.whole
    assert list(tmp_path.iterdir()) == [], "nothing stays behind"


def test_a_folder_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    assert disk.storage(tmp_path / "a" / "b").refusal == ""
    assert not (tmp_path / "a").exists()


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert disk.storage(tmp_path / "file" / "state").refusal != ""


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """By a limit on the size of files, which a process can set for itself alone."""
    program = (
        "import resource, pathlib, sys; from roomdisplay.adapters.device import disk;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "print(disk.storage(pathlib.Path(sys.argv[1])).refusal)"
    )
    ended = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() != ""
    assert list(tmp_path.iterdir()) == []
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "ermission" in disk.storage(tmp_path).refusal
