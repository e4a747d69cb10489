"""Bundles that somebody without rights has put into a folder of their own, and what became of the last one.

Nothing in that folder is trusted: it may be exchanged or turned into a link at any moment. A bundle is opened once,
taken away, and believed for its signature alone; what came of it is kept where only root writes.
"""

import json
import os
import re
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

LARGEST = 2 * 2**30
"""Bytes of a bundle."""
_NAME = re.compile(r"([0-9a-f-]{36})\.bundle")


class Stage(StrEnum):
    INSTALLED = "installed"
    FAILED = "failed"
    """Nothing was changed."""
    ROLLED_BACK = "rolledBack"


class Outcome(Struct, frozen=True, kw_only=True):
    """`id` is the letter's; empty: there was none. `reason` is a sentence."""

    id: str
    stage: Stage
    version: str = ""
    reason: str = ""

    def keep(self, path: Path) -> None:
        told = {"id": self.id, "stage": self.stage.value, "version": self.version, "reason": self.reason}
        path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            json.dump(told, file)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o644)
        part.rename(path)


class Letter(Struct, frozen=True, kw_only=True):
    """`id` names what came of it to whoever sent it."""

    id: str
    bundle: Path


@contextmanager
def opened(folder: Path) -> Generator[Letter | None]:
    """The oldest bundle there, which is taken away with all others; None: there is none."""
    try:
        directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        yield None
        return
    descriptor = None
    try:
        id, descriptor = _taken(directory)
        # by its descriptor: whatever has that name by now is something else
        yield None if descriptor is None else Letter(id=id, bundle=Path(f"/proc/self/fd/{descriptor}"))
    finally:
        if descriptor is not None:
            os.close(descriptor)
        os.close(directory)


def _taken(directory: int) -> tuple[str, int | None]:
    found: tuple[str, int] | None = None
    for name in sorted(os.listdir(directory)):
        match = _NAME.fullmatch(name)
        descriptor = None
        if match is not None and found is None:
            with suppress(OSError):
                descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=directory)
        with suppress(OSError):
            os.unlink(name, dir_fd=directory)
        if descriptor is None or match is None:
            continue
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST:
            found = match[1], descriptor
        else:
            os.close(descriptor)
    return found or ("", None)
