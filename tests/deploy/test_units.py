"""The units as systemd reads them. Whether they work is seen in a booted system: `script/boot-test`."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from roomdisplay.doctor.evidence import Control
from roomdisplay.doctor.finding import Shell
from roomdisplay.doctor.machine import control
from tests.processes import ROOT

DEPLOY = ROOT / "deploy"
CLOSED = Control(name="10-0045", is_writable=False)
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))

pytestmark = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="no systemd-analyze: install Debian's package systemd"
)


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", "--no-pager", *words], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_has_no_complaint(unit: Path, tmp_path: Path) -> None:
    installed = tmp_path / unit.name
    # what the release brings is not on this machine
    installed.write_text(re.sub(r"/opt/roomdisplay/\S+", "/bin/true", unit.read_text()))
    found = analyze("verify", "--man=no", str(installed))
    # an unknown key is a complaint, yet no error
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.parametrize(
    ("unit", "bound"), [("roomdisplay.service", 2.0), ("roomdisplay-wox-server.service", 1.5)], ids=lambda v: str(v)
)
def test_little_is_exposed(unit: str, bound: float) -> None:
    found = analyze("security", "--offline=true", str(DEPLOY / "systemd" / unit))
    said = re.search(r"Overall exposure level for \S+: ([0-9.]+)", found.stdout)
    assert said is not None, found.stderr
    assert float(said[1]) <= bound, found.stdout


@pytest.mark.parametrize("key", ["StartLimitIntervalSec=0", "Restart=always", "Type=notify", "WatchdogSec=60"])
@pytest.mark.parametrize("unit", ["roomdisplay.service", "roomdisplay-wox-server.service"])
def test_a_unit_never_gives_up(unit: str, key: str) -> None:
    assert key in (DEPLOY / "systemd" / unit).read_text().splitlines()


def test_the_panel_s_unit_keeps_clear_of_the_traps() -> None:
    text = (DEPLOY / "systemd" / "roomdisplay.service").read_text()
    assert "PAMName=" not in text  # a session would hide the panel from systemd
    assert "NotifyAccess=all" in text
    assert "RestartForceExitStatus=75" in text
    assert not re.search(r"cage.* -\w*s", (DEPLOY / "libexec" / "roomdisplay-kiosk").read_text())  # -s: other consoles


def test_the_hardware_around_the_glass_may_be_set_and_nothing_else_of_the_kernel_s() -> None:
    text = (DEPLOY / "systemd" / "roomdisplay.service").read_text().splitlines()
    assert "ProtectKernelTunables=yes" in text
    assert [line for line in text if line.startswith("ReadWritePaths=")] == ["ReadWritePaths=-/sys/devices"]
    rules = (DEPLOY / "udev" / "90-roomdisplay.rules").read_text()
    for subsystem in ("backlight", "leds"):
        closed = control("backlight" if subsystem == "backlight" else "light", "", (CLOSED,), "")
        [mend] = [command.line for command in closed.commands if isinstance(command, Shell)]
        # what the doctor tells to write is what the installer writes
        [rule] = [line for line in rules.splitlines() if f'SUBSYSTEM=="{subsystem}"' in line]
        assert rule in mend
