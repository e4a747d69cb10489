"""After a power cut a start waits for the disk, one file after the other. So a second process has the kernel read at
once what an earlier start has read, while the first is at work: of each file only the parts that were touched.

Each release finds that out for itself, when its first frame is out, and keeps it in $STATE_DIRECTORY; where systemd
gives none, nothing is kept and nothing read ahead. This module is the first to be loaded, and loads nothing itself.
"""

import os
import sys

_KEPT = "start"
_PAGE = os.sysconf("SC_PAGE_SIZE")
_HOLE = 64 * _PAGE
"""Bytes between two parts that are read along with them."""
_PRESENT = 1 << 63
"""In an entry of /proc/self/pagemap."""

_FONTS = ("/etc/fonts", "/etc/fonts/conf.d", "/usr/share/fontconfig/conf.avail")
"""Where fontconfig reads some eighty small files, none of which stays open or mapped."""

Part = tuple[int, int]
"""First byte, and the one after the last; 0, 0: the whole file."""


def read_ahead() -> int | None:
    """Has another process begin; what cannot be read, is not. The id of a process that ends at once: wait for it."""
    release, *files = _lines()
    if release != sys.prefix:
        return None
    try:
        if child := os.fork():
            return child
    except OSError:
        return None
    try:
        if os.fork() == 0:  # the child of a child, for which nobody has to wait
            for file in files:
                _advise(file)
    finally:
        os._exit(0)


def keep() -> None:
    """What this process has read of its files until now, for the starts to come; nothing where it is kept already."""
    folder = _folder()
    if folder is None or _lines()[0] == sys.prefix:
        return
    lines, part = [sys.prefix], os.path.join(folder, f"{_KEPT}.part")
    try:
        for path, parts in _touched().items():
            lines.append("\t".join((path, *(f"{first}-{last}" for first, last in parts))))
        with open(part, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write("\n".join(lines))
        os.replace(part, os.path.join(folder, _KEPT))
    except OSError:
        # the next start takes as long as this one; a full disk keeps no half of a list
        try:
            os.unlink(part)
        except OSError:
            return


def _folder() -> str | None:
    return os.environ.get("STATE_DIRECTORY", "").split(":")[0] or None


def _lines() -> list[str]:
    """The release they are of, then a file each. The first is empty where nothing is kept."""
    folder = _folder()
    if folder is None:
        return [""]
    try:
        with open(os.path.join(folder, _KEPT), encoding="utf-8", errors="surrogateescape") as file:
            return file.read().split("\n")
    except OSError:
        return [""]


def _advise(file: str) -> None:
    path, *parts = file.split("\t")
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return
    try:
        for part in parts:
            first, last = map(int, part.split("-"))
            os.posix_fadvise(opened, first, last - first, os.POSIX_FADV_WILLNEED)
    except (OSError, ValueError):
        return
    finally:
        os.close(opened)


def _touched() -> dict[str, list[Part]]:
    """By path: the modules in the order of their loading, what is mapped, then what the fonts need."""
    loaded: list[str | None] = [getattr(module, "__cached__", None) for module in list(sys.modules.values())]
    touched: dict[str, list[Part]] = {path: [(0, 0)] for path in loaded if path is not None}
    with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
        mappings = [line.rstrip("\n").split(maxsplit=5) for line in maps]
    with open("/proc/self/pagemap", "rb") as pagemap:
        for mapping in mappings:
            if len(mapping) < 6 or not os.path.isfile(mapping[5]):
                continue
            start, end = (int(address, 16) for address in mapping[0].split("-"))
            pagemap.seek(start // _PAGE * 8)
            pages = memoryview(pagemap.read((end - start) // _PAGE * 8)).cast("Q")
            parts = touched.setdefault(mapping[5], [])
            at = int(mapping[2], 16)
            for page in pages:
                if page & _PRESENT:
                    if parts and 0 <= at - parts[-1][1] <= _HOLE:
                        parts[-1] = parts[-1][0], at + _PAGE
                    else:
                        parts.append((at, at + _PAGE))
                at += _PAGE
    for folder in filter(os.path.isdir, _FONTS):
        touched |= {file.path: [(0, 0)] for file in os.scandir(folder) if file.is_file()}
    return touched
