"""The releases of this machine: a virtual environment each, one of them current.

/opt/roomdisplay/
  releases/VERSION/     with `.complete` once it is whole
  current → releases/VERSION
  previous → releases/VERSION   what `current` was; straight after an installation, the same
  trial                 there while it is not known whether `current` is well; holds its label
  .bundle-…/            what an update unpacks; gone at its end, unless the power failed
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

COMPLETE = ".complete"
UNPACKED = ".bundle-"
KEPT = 3
"""Releases: the current one, the previous one, and one more."""


class ReleaseBroken(Exception):
    """The message is a sentence that says what failed and what to do."""


class Releases:
    """All of them; `python` makes their virtual environments."""

    def __init__(self, root: Path, *, python: str = "python3") -> None:
        self._root = root
        self._python = python

    @property
    def current(self) -> str | None:
        return self._pointed("current")

    @property
    def previous(self) -> str | None:
        return self._pointed("previous")

    @property
    def trial(self) -> str | None:
        """The label of the trial that is not over; None: there is none."""
        try:
            return (self._root / "trial").read_text(encoding="utf-8")
        except OSError:
            return None

    def folder(self, version: str) -> Path:
        return self._root / "releases" / version

    def is_complete(self, version: str) -> bool:
        return (self.folder(version) / COMPLETE).exists()

    def unpacking(self) -> TemporaryDirectory[str]:
        """A folder for a payload, which goes away with the context."""
        return TemporaryDirectory(prefix=UNPACKED, dir=self._root)

    def tidy(self) -> None:
        """Takes away what an update left half made when the power failed. Not while one is under way."""
        unpacked = self._root.glob(f"{UNPACKED}*")
        kept = {self.current, self.previous}
        releases = (self._root / "releases").glob("*")
        half = [folder for folder in releases if folder.name not in kept and not self.is_complete(folder.name)]
        for folder in (*unpacked, *half):
            shutil.rmtree(folder, ignore_errors=True)

    def build(self, version: str, payload: Path, requirements: Sequence[str]) -> None:
        """Makes the release from the payload's wheels; `requirements` names its lists. One that was left half made is
        made anew, and none is left so. Raises ReleaseBroken."""
        folder = self.folder(version)
        try:
            if folder.exists():
                shutil.rmtree(folder)
            folder.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReleaseBroken(f"{folder} cannot be made ({error.strerror}). Make it writable.") from error
        try:
            self._fill(folder, version, payload, requirements)
        except ReleaseBroken:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        # on disk as a whole before it counts as whole
        os.sync()
        (folder / COMPLETE).touch()
        _sync(folder)

    def _fill(self, folder: Path, version: str, payload: Path, requirements: Sequence[str]) -> None:
        self._run([self._python, "-m", "venv", str(folder)], "a virtual environment cannot be made")
        pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
        wheels = ["--no-index", "--no-deps", "--only-binary=:all:", "--find-links", str(payload / "wheels")]
        for name in requirements:
            listed = ["--require-hashes", "-r", str(payload / "requirements" / f"{name}.txt")]
            self._run([*pip, *wheels, *listed], f"the packages of {name} cannot be installed")
        own = [str(path) for path in (payload / "wheels").glob(f"roomdisplay-{version}-*.whl")]
        self._run([*pip, *wheels, *own], "roomdisplay itself cannot be installed")
        with suppress(ReleaseBroken):  # it only starts slower
            self._run([str(folder / "bin" / "python"), "-m", "roomdisplay.ui.bytecode"], "the screen is not compiled")
        self._run([str(folder / "bin" / "roomdisplay"), "--version"], "the new release does not start")

    def switch(self, version: str, label: str = "") -> None:
        """From one moment to the next, whatever happens in between: from now on it is on trial, under that label."""
        before = self.current
        if before is not None and before != version:
            self._point("previous", before)
        (self._root / "trial").write_text(label, encoding="utf-8")
        self._point("current", version)

    def give_up(self) -> None:
        """Back to what was current before, which then is both, so that a trial is always ended by a release that was
        good."""
        if self.previous is not None:
            self._point("current", self.previous)

    def settled(self) -> None:
        """The current release is to stay. Takes away the oldest."""
        (self._root / "trial").unlink(missing_ok=True)
        _sync(self._root)
        kept = {self.current, self.previous}
        folders = sorted((self._root / "releases").iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
        spare = [folder for folder in folders if folder.name not in kept]
        for folder in spare[max(0, KEPT - len(kept)) :]:
            with suppress(OSError):
                shutil.rmtree(folder)

    def _pointed(self, name: str) -> str | None:
        try:
            return Path(os.readlink(self._root / name)).name
        except OSError:
            return None

    def _point(self, name: str, version: str) -> None:
        part = self._root / f"{name}.part"
        part.unlink(missing_ok=True)
        part.symlink_to(Path("releases") / version)
        part.rename(self._root / name)
        _sync(self._root)

    def _run(self, command: Sequence[str], failure: str) -> None:
        try:
            # those who run it are not root, whatever root's own habit is
            done = subprocess.run(command, umask=0o022, capture_output=True, text=True, timeout=900, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ReleaseBroken(f"{failure.capitalize()} ({error}).") from error
        if done.returncode != 0:
            said = (done.stderr or done.stdout).strip().splitlines()
            why = f" ({said[-1].strip()})" if said else ""
            raise ReleaseBroken(f"{failure.capitalize()}{why}. The current release stays.")


def _sync(folder: Path) -> None:
    """What is in the folder, but not in its files, outlives a power cut from now on."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def precedes(version: str, other: str) -> bool:
    """Is it the older one? What follows the numbers does not count."""
    return _numbers(version) < _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    match = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(part) for part in match[0].split(".")) if match else ()
