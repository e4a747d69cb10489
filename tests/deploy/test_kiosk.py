"""What stands between the unit and the panel: which compositor, turned how, on which screen."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.processes import ROOT

NEW = "Usage: cage [OPTIONS] [--] [APPLICATION...]\n -d  -h  -m  -s  -v"
OLD = NEW + "\n -r  Rotate the output 90 degrees clockwise"

OWN_DEVICES = """
mount -t tmpfs tmpfs /dev
mknod -m 666 /dev/null c 1 3
mkdir /dev/dri
for device in $1; do touch "/dev/$device"; done
shift
exec "$@"
"""


class Machine:
    """Programs that only say how they were called, around the real script."""

    def __init__(self, folder: Path, cage_help: str) -> None:
        for place in ("release/libexec", "release/bin", "programs"):
            (folder / place).mkdir(parents=True)
        self._kiosk = folder / "release" / "libexec" / "roomdisplay-kiosk"
        shutil.copy(ROOT / "deploy" / "libexec" / "roomdisplay-kiosk", self._kiosk)
        self._programs, self._said = folder / "programs", folder / "said"
        self.program(folder / "release" / "bin" / "roomdisplay", 'echo "panel $@"')
        (self._programs / "c.yaml").touch()
        self.program(
            self._programs / "cage",
            f'if [ "$1" = -h ]; then echo "{cage_help}"; exit; fi\n'
            'echo "cage $@"; env | grep -E "^(WLR|QT|ROOMDISPLAY)_" | sort\n'
            'while [ "$1" != -- ]; do shift; done; shift; exec "$@"',
        )
        self.program(
            self._programs / "wlr-randr",
            'if [ $# != 0 ]; then echo "wlr-randr $@"\n'
            'else printf "HDMI-A-1 \\"a\\"\\n  Enabled: yes\\nDSI-1 \\"b\\"\\n"; fi',
        )

    @staticmethod
    def program(path: Path, text: str) -> None:
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def start(
        self, config: str = "c.yaml", *, devices: Sequence[str] | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """`devices`: what is in /dev; None: this machine's."""
        own = ["unshare", "--mount", "sh", "-c", OWN_DEVICES, "sh", " ".join(devices)] if devices is not None else []
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WLR_"))}
        return subprocess.run(
            [*own, str(self._kiosk), "--config", config],
            cwd=self._programs,
            env=kept | {"PATH": f"{self._programs}:{os.environ['PATH']}"} | environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path, NEW)


def test_the_panel_runs_in_the_compositor_and_no_key_leads_out(machine: Machine) -> None:
    lines = machine.start(WLR_BACKENDS="headless").stdout.splitlines()
    assert lines[0].startswith("cage -d -- ")
    assert {"QT_QPA_PLATFORM=wayland", "WLR_LIBINPUT_NO_DEVICES=1"} <= set(lines)
    assert lines[-1] == "panel run --config c.yaml"
    assert not any(line.startswith("wlr-randr") for line in lines)


@pytest.mark.parametrize(("rotation", "transform"), [("90", "90"), ("180", "180"), ("270", "270")])
def test_every_screen_is_turned(machine: Machine, rotation: str, transform: str) -> None:
    said = machine.start(WLR_BACKENDS="headless", ROOMDISPLAY_ROTATION=rotation).stdout
    assert said.endswith("panel run --config c.yaml\n")
    for name in ("HDMI-A-1", "DSI-1"):
        assert f"wlr-randr --output {name} --on --transform {transform}\n" in said


def test_one_screen_is_chosen_and_the_others_go_dark(machine: Machine) -> None:
    said = machine.start(WLR_BACKENDS="headless", ROOMDISPLAY_OUTPUT="DSI-1").stdout
    assert "wlr-randr --output DSI-1 --on --transform normal\n" in said
    assert "wlr-randr --output HDMI-A-1 --off\n" in said


def test_a_screen_that_is_not_there_is_told_and_the_panel_starts(machine: Machine) -> None:
    done = machine.start(WLR_BACKENDS="headless", ROOMDISPLAY_OUTPUT="DP-7")
    assert "no screen is called DP-7 (there are: HDMI-A-1 DSI-1)" in done.stderr
    assert "--off" not in done.stdout
    assert done.stdout.endswith("panel run --config c.yaml\n")


def test_an_old_compositor_turns_the_screen_itself(tmp_path: Path) -> None:
    said = Machine(tmp_path, OLD).start(WLR_BACKENDS="headless", ROOMDISPLAY_ROTATION="180").stdout
    assert said.startswith("cage -d -r -r -- ")
    assert "wlr-randr" not in said


def test_a_rotation_that_is_none_is_refused(machine: Machine) -> None:
    done = machine.start(ROOMDISPLAY_ROTATION="45")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Give 0, 90, 180 or 270" in done.stderr


def test_qt_may_draw_by_itself(machine: Machine) -> None:
    assert machine.start(QT_QPA_PLATFORM="linuxfb").stdout == "panel run --config c.yaml\n"


def test_a_panel_without_settings_waits_to_be_paired(machine: Machine) -> None:
    assert machine.start("none.yaml", QT_QPA_PLATFORM="linuxfb").stdout == "panel run\n"


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a process a /dev of its own")


@needs_root
def test_a_machine_without_a_screen_says_so(machine: Machine) -> None:
    done = machine.start(devices=())
    assert done.returncode == 1
    assert done.stderr.startswith("roomdisplay: this machine has no screen that a program can draw on")


@needs_root
def test_a_screen_without_a_graphics_processor_is_drawn_by_the_processor(machine: Machine) -> None:
    lines = machine.start(devices=("dri/card0",)).stdout.splitlines()
    assert {"WLR_RENDERER=pixman", "QT_QPA_PLATFORM=wayland"} <= set(lines)


@needs_root
def test_a_graphics_processor_is_used(machine: Machine) -> None:
    done = machine.start(devices=("dri/card0", "dri/renderD128", "fb0"))
    assert done.stdout.startswith("cage -d -- ")
    assert "WLR_RENDERER" not in done.stdout


@needs_root
def test_a_framebuffer_alone_is_drawn_on_without_a_compositor(machine: Machine) -> None:
    """And cannot be turned, which is said; the day on it: test_framebuffer.py."""
    done = machine.start(devices=("fb0",), ROOMDISPLAY_ROTATION="90")
    assert done.stdout == "panel run --config c.yaml\n"
    assert "the screen cannot be turned" in done.stderr
