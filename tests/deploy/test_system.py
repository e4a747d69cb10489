"""What a release needs of the system, put into a root file system of its own by the real script. `systemctl` and those
who make users and folders only say how they were called."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.processes import ROOT

UNITS = "etc/systemd/system"
RULES = "etc/udev/rules.d/90-roomdisplay.rules"


class Machine:
    def __init__(self, folder: Path) -> None:
        self._folder, self.root = folder, folder / "root"
        self.root.mkdir()
        (folder / "programs").mkdir()
        for name in ("systemctl", "systemd-sysusers", "systemd-tmpfiles"):
            program = folder / "programs" / name
            program.write_text(f'#!/bin/sh\necho "{name} $@" >>{folder}/asked\n')
            program.chmod(0o755)

    def release(self, name: str) -> Path:
        """This source's, as it lies in /opt/roomdisplay/releases."""
        release = self._folder / name
        shutil.copytree(ROOT / "deploy" / "libexec", release / "libexec")
        for part in ("systemd", "sysusers.d", "tmpfiles.d", "udev", "logind", "sysctl.d"):
            shutil.copytree(ROOT / "deploy" / part, release / "share" / "roomdisplay" / part)
        return release

    def put_in_place(self, release: Path, *words: str) -> list[str]:
        """What the programs were asked for."""
        asked = self._folder / "asked"
        asked.unlink(missing_ok=True)
        script = [str(release / "libexec" / "roomdisplay-system"), "--root", str(self.root), *words]
        path = f"{self._folder / 'programs'}:{os.environ['PATH']}"
        done = subprocess.run(script, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return asked.read_text().splitlines() if asked.exists() else []

    def units(self) -> set[str]:
        return {path.name for path in (self.root / UNITS).iterdir()}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_panel_and_a_server_get_what_is_theirs(machine: Machine) -> None:
    release = machine.release("1")
    machine.put_in_place(release, "panel")
    assert {"roomdisplay.service", "roomdisplay-update.path", "roomdisplay-system.service"} <= machine.units()
    assert "roomdisplay-wox-server.service" not in machine.units()
    assert (machine.root / RULES).read_bytes() == (ROOT / "deploy/udev/90-roomdisplay.rules").read_bytes()
    machine.put_in_place(release, "server")
    assert machine.units() == {
        "roomdisplay-wox-server.service",
        "roomdisplay-system.service",
        "roomdisplay-update-settle.service",
    }
    assert not (machine.root / RULES).exists()


def test_where_all_is_in_place_nothing_is_done_and_nothing_written(machine: Machine) -> None:
    release = machine.release("1")
    assert machine.put_in_place(release, "panel", "server") != []
    times = {path: path.stat().st_mtime_ns for path in machine.root.rglob("*")}
    assert machine.put_in_place(release) == []
    assert {path: path.stat().st_mtime_ns for path in machine.root.rglob("*")} == times


def test_the_next_release_brings_its_own_and_the_one_before_puts_its_own_back(machine: Machine) -> None:
    before, after = machine.release("1"), machine.release("2")
    share = after / "share" / "roomdisplay"
    (share / "udev" / "90-roomdisplay.rules").write_text("# another\n")
    (share / "systemd" / "roomdisplay-further.timer").write_text("[Install]\nWantedBy=timers.target\n")
    (share / "systemd" / "roomdisplay-store-key.service").unlink()
    machine.put_in_place(before, "panel")
    units = machine.units()

    asked = machine.put_in_place(after)
    assert (machine.root / RULES).read_text() == "# another\n"
    assert machine.units() == units - {"roomdisplay-store-key.service"} | {"roomdisplay-further.timer"}
    enabled = [line for line in asked if " enable " in line]
    assert enabled == [f"systemctl --root={machine.root} enable --quiet roomdisplay-further.timer"]

    asked = machine.put_in_place(before)
    assert (machine.root / RULES).read_bytes() == (ROOT / "deploy/udev/90-roomdisplay.rules").read_bytes()
    assert machine.units() == units
    assert f"systemctl --root={machine.root} disable --quiet roomdisplay-further.timer" in asked


def test_what_somebody_switched_off_stays_off(machine: Machine) -> None:
    before, after = machine.release("1"), machine.release("2")
    (after / "share" / "roomdisplay" / "udev" / "90-roomdisplay.rules").write_text("# another\n")
    machine.put_in_place(before, "panel")
    assert not [line for line in machine.put_in_place(after) if " enable " in line]


def test_what_a_power_cut_interrupted_is_done_again(machine: Machine) -> None:
    """The list is written last: without it, nothing counts as done."""
    release = machine.release("1")
    done = machine.put_in_place(release, "panel")
    (machine.root / "etc/roomdisplay/.system-files").unlink()
    assert machine.put_in_place(release) == done


def test_what_somebody_took_away_is_put_back(machine: Machine) -> None:
    release = machine.release("1")
    machine.put_in_place(release, "panel")
    (machine.root / RULES).unlink()
    machine.put_in_place(release)
    assert (machine.root / RULES).exists()


def test_nothing_is_left_of_what_is_taken_away(machine: Machine) -> None:
    release = machine.release("1")
    machine.put_in_place(release, "panel", "server")
    own = machine.root / "etc" / "systemd" / "system" / "somebody-else.service"
    own.touch()
    machine.put_in_place(release, "nothing")
    assert [path for path in machine.root.rglob("*") if path.is_file() and path.stat().st_size] == []
    assert own.exists()


def test_a_dry_run_says_what_it_would_do(machine: Machine) -> None:
    release = machine.release("1")
    assert machine.put_in_place(release, "--dry-run", "panel") == []
    assert list(machine.root.rglob("*")) == []
