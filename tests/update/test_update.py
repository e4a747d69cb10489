"""`roomdisplay-update` on a machine of its own: real bundles, wheels and virtual environments. systemctl is a stand-in
that calls a service active as long as the current release works; a booted systemd is in `script/boot-test`."""

import os
import platform
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from roomdisplay.update import services
from roomdisplay.update.command import main
from roomdisplay.update.releases import Releases
from tests.update.payloads import payload, signed, written

SYSTEMCTL = """#!/bin/sh
echo "$@" >>"{folder}/asked"
case $1 in
  is-enabled) [ "$3" = roomdisplay ] ;;
  show)
    if [ "$6" = roomdisplay-system ]; then
      if [ -e "{root}/current/is-put-in-place" ]; then echo ActiveState=active; else echo ActiveState=failed; fi
    elif [ -e "{root}/current/works" ]; then echo ActiveState=active; echo "InvocationID=$(readlink "{root}/current")"
    else echo ActiveState=activating; echo "InvocationID=$(date +%N)"; fi ;;
esac
"""


class Machine:
    def __init__(self, folder: Path) -> None:
        self.root, self.folder = folder / "opt", folder
        self.root.mkdir()
        self.key = Ed25519PrivateKey.generate()
        written(folder / "update-key.pem", self.key)
        programs = folder / "bin"
        programs.mkdir()
        (programs / "systemctl").write_text(SYSTEMCTL.format(folder=folder, root=self.root))
        (programs / "systemctl").chmod(0o755)
        self.releases = Releases(self.root)
        self.have("1.0.0")
        self.releases.switch("1.0.0")
        self.releases.settled()

    def have(self, version: str, *, works: bool = True) -> None:
        """A release as far as an update looks at it."""
        folder = self.releases.folder(version)
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "roomdisplay").write_text("#!/bin/sh\necho '{\"ok\": true}'\n")
        (folder / "bin" / "roomdisplay").chmod(0o755)
        for name in (".complete", "is-put-in-place", *(["works"] if works else [])):
            (folder / name).touch()

    def bundle(
        self,
        version: str,
        *,
        works: bool = True,
        starts: bool = True,
        links: bool = True,
        is_put_in_place: bool = True,
        key: Ed25519PrivateKey | None = None,
        architecture: str = platform.machine(),
    ) -> Path:
        folder = payload(
            self.folder / f"payload-{version}",
            version,
            works=works,
            starts=starts,
            links=links,
            is_put_in_place=is_put_in_place,
        )
        path = self.folder / f"{version}.bundle"
        return signed(path, folder, version, key or self.key, architecture=architecture)

    def update(self, *words: str | Path) -> int:
        places = ["--root", self.root, "--key", self.folder / "update-key.pem"]
        return main([*map(str, words), *map(str, places), "--patience", "1"])

    def asked(self) -> list[str]:
        """What systemctl was asked to do."""
        return [line for line in (self.folder / "asked").read_text().splitlines() if line.startswith("restart")]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(services, "STEADY", 0.2)
    monkeypatch.setattr(services, "EVERY", 0.05)
    return machine


def test_the_next_release_is_installed_beside_the_current_one_and_switched_to(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert machine.update(machine.bundle("2.0.0")) == 0
    assert capsys.readouterr().out == "Release 2.0.0 runs.\n"
    assert (machine.releases.current, machine.releases.previous) == ("2.0.0", "1.0.0")
    assert machine.releases.is_complete("1.0.0")
    assert machine.asked() == ["restart roomdisplay-system", "restart --no-block roomdisplay"]
    assert machine.releases.trial is None
    assert not list(machine.root.glob(".bundle-*"))
    installed = subprocess.run(
        [machine.root / "current/bin/python", "-c", "import needed, roomdisplay_test"], check=False
    )
    assert installed.returncode == 0


def test_whoever_runs_a_release_can_read_it_whatever_root_s_umask_is(machine: Machine) -> None:
    before = os.umask(0o077)
    try:
        assert machine.update(machine.bundle("2.0.0")) == 0
    finally:
        os.umask(before)
    release = machine.releases.folder("2.0.0")
    closed = [path for path in (release, *release.rglob("*")) if not path.stat().st_mode & stat.S_IROTH]
    assert [path for path in closed if path.name != ".complete"] == []


@pytest.mark.parametrize(
    ("works", "links", "is_put_in_place", "failing"),
    [
        (False, True, True, "roomdisplay"),
        (True, False, True, "roomdisplay"),
        (True, True, False, "roomdisplay-system"),
    ],
    ids=["down", "without a link", "without its units"],
)
def test_a_release_that_does_not_stay_up_or_loses_the_link_is_given_up_again(
    machine: Machine,
    capsys: pytest.CaptureFixture[str],
    works: bool,
    links: bool,
    is_put_in_place: bool,
    failing: str,
) -> None:
    bundle = machine.bundle("2.0.0", works=works, links=links, is_put_in_place=is_put_in_place)
    assert machine.update(bundle) == 1
    said = capsys.readouterr().err
    assert "so 1.0.0 runs again instead of 2.0.0" in said
    assert said.endswith(f"journalctl -u {failing}\n")
    assert machine.releases.current == "1.0.0"
    # the release before puts in place what is its own
    assert machine.asked() == ["restart roomdisplay-system", "restart --no-block roomdisplay"] * 2
    assert machine.releases.trial is None


def test_a_link_that_was_down_before_is_no_release_s_fault(machine: Machine) -> None:
    (machine.releases.folder("1.0.0") / "bin" / "roomdisplay").write_text("#!/bin/sh\nexit 1\n")
    assert machine.update(machine.bundle("2.0.0", links=False)) == 0
    assert machine.releases.current == "2.0.0"


def test_a_release_whose_command_does_not_start_is_never_switched_to(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert machine.update(machine.bundle("2.0.0", starts=False)) == 1
    assert "does not start" in capsys.readouterr().err
    assert machine.releases.current == "1.0.0"
    assert not (machine.folder / "asked").exists() or machine.asked() == []
    assert [path.name for path in (machine.root / "releases").iterdir()] == ["1.0.0"]


def _cut(bundle: Path) -> Path:
    bundle.write_bytes(bundle.read_bytes()[: bundle.stat().st_size // 2])
    return bundle


SPOILED: dict[str, tuple[Callable[[Machine], Path], str]] = {
    "wrongly signed": (lambda m: m.bundle("2.0.0", key=Ed25519PrivateKey.generate()), "not signed with the key"),
    "half written": (lambda m: _cut(m.bundle("2.0.0")), "half there"),
    "of another architecture": (lambda m: m.bundle("2.0.0", architecture="riscv64"), "is for riscv64 and this"),
    "older": (lambda m: m.bundle("0.9.0"), "older than 1.0.0"),
    "missing": (lambda m: m.folder / "none.bundle", "There is no bundle"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_a_bundle_that_is_not_right_changes_nothing(
    machine: Machine, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    spoil, said = SPOILED[case]
    assert machine.update(spoil(machine)) == 1
    refused = capsys.readouterr().err
    assert said in refused
    assert refused.count("\n") == 1
    assert machine.releases.current == "1.0.0"
    assert [path.name for path in (machine.root / "releases").iterdir()] == ["1.0.0"]
    assert not list(machine.root.glob(".bundle-*"))


def test_an_older_release_is_taken_where_that_is_meant(machine: Machine) -> None:
    assert machine.update(machine.bundle("0.9.0"), "--older") == 0
    assert machine.releases.current == "0.9.0"


def test_what_an_interrupted_update_left_half_made_is_made_anew(machine: Machine) -> None:
    half = machine.releases.folder("2.0.0")
    (half / "bin").mkdir(parents=True)
    (half / "bin" / "roomdisplay").write_text("half of")
    assert machine.update(machine.bundle("2.0.0")) == 0
    assert machine.releases.is_complete("2.0.0")
    assert (half / "bin" / "roomdisplay").read_text() != "half of"


def left_by_a_power_cut(machine: Machine) -> None:
    (machine.releases.folder("2.0.0") / "bin").mkdir(parents=True)
    (machine.root / ".bundle-x" / "wheels").mkdir(parents=True)


@pytest.mark.parametrize("how", ["the next boot", "the next update"])
def test_what_an_interrupted_update_left_half_made_is_taken_away(machine: Machine, how: str) -> None:
    left_by_a_power_cut(machine)
    machine.have("1.5.0")
    if how == "the next boot":
        assert machine.update("--settle") == 0
    else:
        machine.update(machine.bundle("1.6.0", starts=False))
    assert {path.name for path in (machine.root / "releases").iterdir()} == {"1.0.0", "1.5.0"}
    assert not list(machine.root.glob(".bundle-*"))


def test_what_runs_is_never_taken_away(machine: Machine) -> None:
    """Not even where the mark that it is whole got lost."""
    (machine.releases.folder("1.0.0") / ".complete").unlink()
    assert machine.update("--settle") == 0
    assert (machine.root / "current" / "works").exists()


@contextmanager
def another_update(root: Path) -> Generator[None]:
    lock = (
        "import fcntl, os, sys; fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX); print(1, flush=True);"
        "sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", lock, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as it:
        assert it.stdout is not None
        it.stdout.readline()
        yield
        it.communicate()


def test_what_another_update_is_making_is_left_alone(machine: Machine) -> None:
    left_by_a_power_cut(machine)
    with another_update(machine.root):
        assert machine.update("--settle") == 0
    assert machine.releases.folder("2.0.0").exists()
    assert list(machine.root.glob(".bundle-*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_leaves_the_current_release_and_nothing_half_made(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    """`/opt` is a disk too small for a virtual environment."""
    bundle = machine.bundle("2.0.0")
    small = machine.folder / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)], check=True)
    try:
        shutil.copytree(machine.root, small, symlinks=True, dirs_exist_ok=True)
        machine.root = small
        assert machine.update(bundle) == 1
        assert "The current release stays." in capsys.readouterr().err
        assert [path.name for path in (small / "releases").iterdir()] == ["1.0.0"]
        assert not list(small.glob(".bundle-*"))
    finally:
        subprocess.run(["umount", str(small)], check=True)


@pytest.mark.parametrize(("works", "expected"), [(True, "2.0.0"), (False, "1.0.0")], ids=["good", "bad"])
def test_a_trial_that_a_power_cut_interrupted_is_brought_to_its_end(
    machine: Machine, works: bool, expected: str
) -> None:
    machine.releases.build("2.0.0", payload(machine.folder / "second", "2.0.0", works=works), ["panel"])
    machine.releases.switch("2.0.0")
    assert machine.releases.trial is not None
    assert machine.update("--settle") == (0 if works else 1)
    assert machine.releases.current == expected
    assert machine.releases.trial is None
    assert machine.update("--settle") == 0  # there is none any more


class PowerCut(BaseException):
    pass


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("operation", ["fsync", "rename"])
@pytest.mark.parametrize("works", [True, False])
def test_whenever_the_power_fails_the_current_release_is_whole_and_the_trial_comes_to_its_end(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, step: int, operation: str, works: bool
) -> None:
    machine.have("2.0.0", works=works)
    with monkeypatch.context() as failing:
        place, real = (os, os.fsync) if operation == "fsync" else (Path, Path.rename)
        left = iter(range(step - 1))

        def fail(*words: Any) -> None:
            if next(left, None) is None:
                raise PowerCut
            real(*words)

        failing.setattr(place, operation, fail)
        with pytest.raises(PowerCut):
            machine.releases.switch("2.0.0")
    assert machine.releases.is_complete(machine.releases.current or "")
    machine.update("--settle")
    assert machine.releases.trial is None
    assert (machine.root / "current" / "works").exists()


def test_only_one_update_at_a_time(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    with another_update(machine.root):
        assert machine.update(machine.bundle("2.0.0")) == 1
    assert "Another update is under way" in capsys.readouterr().err


def test_the_oldest_releases_are_taken_away(machine: Machine) -> None:
    for version in ("1.0.0", "2.0.0", "3.0.0", "4.0.0"):
        if not machine.releases.is_complete(version):
            machine.have(version)
        os.utime(machine.releases.folder(version), (int(version[0]), int(version[0])))
        machine.releases.switch(version)
        machine.releases.settled()
    assert sorted(path.name for path in (machine.root / "releases").iterdir()) == ["2.0.0", "3.0.0", "4.0.0"]


def test_the_current_release_is_no_update(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert machine.update(machine.bundle("1.0.0")) == 0
    assert capsys.readouterr().out == "Release 1.0.0 is current already.\n"
    assert machine.asked() == []
