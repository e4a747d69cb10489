"""Disks that fill up and files that rot, without touching anybody else's.

Each door keeps its state on a small tmpfs, mounted in a mount namespace of this process alone: the kernel takes it away
with the process, however that ends. Where namespaces are not allowed, the kiosk is given a file-size limit instead.
"""

import ctypes
import os
import random
import resource
from pathlib import Path

SIZE = "6m"
_NEW_NAMESPACE, _NEW_USER = 0x00020000, 0x10000000
_RECURSIVE, _PRIVATE, _DETACHED = 0x4000, 0x40000, 2
_LIBC = ctypes.CDLL(None, use_errno=True)

CORRUPTIONS = ("torn", "page", "header", "bit", "cut", "empty")


def private_namespace() -> bool:
    """Gives this process, which has one thread yet, its own mounts. False where that is not allowed."""
    user, group = os.getuid(), os.getgid()
    if _LIBC.unshare(_NEW_NAMESPACE) != 0:
        if _LIBC.unshare(_NEW_NAMESPACE | _NEW_USER) != 0:
            return False
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    return _LIBC.mount(b"none", b"/", None, _RECURSIVE | _PRIVATE, None) == 0


class Disk:
    """The disk under `folder`. `is_own`: a tmpfs of its own."""

    def __init__(self, folder: Path, *, is_own: bool) -> None:
        folder.mkdir(mode=0o700)
        self._folder = folder
        self._filler = folder / "filler"
        self._is_own = is_own
        if is_own and _LIBC.mount(b"tmpfs", bytes(folder), b"tmpfs", 0, f"size={SIZE},mode=0700".encode()) != 0:
            raise OSError(ctypes.get_errno(), "a tmpfs cannot be mounted", str(folder))

    def fill(self, pid: int | None) -> bool:
        """Nothing more can be written from here on; False where that takes a running kiosk and there is none."""
        if not self._is_own:
            if pid is None:
                return False
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
            return True
        with self._filler.open("ab", buffering=0) as filler:
            for size in (65536, 4096, 1):
                try:
                    while True:
                        filler.write(bytes(size))
                except OSError:
                    continue
        return True

    def free(self, pid: int | None) -> None:
        self._filler.unlink(missing_ok=True)
        if not self._is_own and pid is not None:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def close(self) -> None:
        """Takes the tmpfs away, with all that is on it."""
        if self._is_own:
            _LIBC.umount2(bytes(self._folder), _DETACHED)


def corrupt(database: Path, kind: str, draw: random.Random) -> None:
    """What a failing card does to a file while nobody has it open."""
    wal = database.with_name(database.name + "-wal")
    match kind:
        case "torn":
            with wal.open("ab") as file:
                file.write(draw.randbytes(draw.randrange(1, 5000)))
        case "page":
            size = database.stat().st_size
            _overwrite(database, draw.randrange(max(1, size // 4096)) * 4096 + draw.randrange(8), draw.randbytes(2000))
        case "header":
            _overwrite(database, 0, draw.randbytes(100))
        case "bit":
            at = draw.randrange(max(1, database.stat().st_size))
            _overwrite(database, at, draw.randbytes(1))
        case "cut":
            os.truncate(database, draw.randrange(database.stat().st_size + 1))
        case _:
            os.truncate(database, 0)


def _overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)
