"""Machines to boot: a root file system that outlives its boots."""

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from tests.processes import ROOT

BOOT = ROOT.parent / "shared" / "platform" / "boot-systemd"
SYSTEM = "/opt/roomdisplay/current/libexec/roomdisplay-system"
OVER = "root/over"
"""Ends `booted stands_by`."""


class Disk:
    """A machine's root file system, from one boot to the next. All of them are on this machine's network."""

    def __init__(self, suite: str, folder: Path) -> None:
        self._suite, self.root = suite, folder

    def boot(self, command: str, *, cut: bool = False) -> int:
        """Exit status of `command`, which is run in it. `cut`: its end is a power cut."""
        return subprocess.run(self._words(command, cut=cut), check=False).returncode

    @contextmanager
    def running(self, command: str) -> Generator[None]:
        """Boots it and runs the command, which then stands by. The end is a power cut."""
        (self.root / OVER).unlink(missing_ok=True)
        with subprocess.Popen(self._words(f"{command} && python3 -m tests.deploy.booted stands_by", cut=True)):
            try:
                yield
            finally:
                (self.root / OVER).touch()

    def copy(self, folder: Path) -> "Disk":
        """Another machine with the same card in it, first booted now: only a panel, and with an identity of its own."""
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.root), str(folder)], check=True)
        disk = Disk(self._suite, folder)
        disk.write("etc/machine-id", f"{uuid4().hex}\n")
        for kept in ("var/lib/systemd/credential.secret", "etc/credstore.encrypted/roomdisplay.store-key"):
            (folder / kept).unlink(missing_ok=True)
        shutil.rmtree(folder / "var" / "lib" / "roomdisplay", ignore_errors=True)
        system = (
            "mount -t proc proc $0/proc && exec chroot $0 /opt/roomdisplay/current/libexec/roomdisplay-system panel"
        )
        path = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        subprocess.run(["unshare", "--mount", "sh", "-c", system, str(folder)], check=True, env=path)
        return disk

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(mode)

    @property
    def release(self) -> str:
        """What its next boot would start."""
        return os.readlink(self.root / "opt" / "roomdisplay" / "current").rpartition("/")[2]

    def _words(self, command: str, *, cut: bool) -> list[str]:
        return [str(BOOT), "-s", self._suite, "-d", str(self.root), *(["-k"] if cut else []), str(ROOT), command]
