"""Whether what holds secrets can be reached by others."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

FOLDER, FILE = "secrets", "keyring"
"""Where the panel's own keyring is, below the state directory."""


def wrong_modes(paths: Iterable[Path]) -> list[str]:
    """One sentence for each file or folder that is there and is not its owner's alone. Touches nothing."""
    return [sentence for path in paths if (sentence := _complaint(path)) is not None]


def changeable(path: Path) -> list[str]:
    """A sentence where others can change the file, or put another in its place."""
    found = [place for place in (path, path.parent) if _is_others(place)]
    return [f"{place} can be changed by other users: chmod go-w {place}" for place in found]


def _is_others(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return bool(mode & 0o022) and not mode & stat.S_ISVTX


def _complaint(path: Path) -> str | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    is_folder, mode = stat.S_ISDIR(status.st_mode), stat.S_IMODE(status.st_mode)
    wanted = 0o700 if is_folder else 0o600
    if not is_folder and not stat.S_ISREG(status.st_mode):
        return f"{path} is neither a file nor a folder: remove it."
    if status.st_uid != os.geteuid():
        return f"{path} belongs to another user (uid {status.st_uid}): chown it to the panel's user."
    if mode & 0o077:
        return f"{path} is open to other users (mode {mode:04o}): chmod {wanted:04o} {path}"
    return None
