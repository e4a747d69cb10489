"""Log records as journald's own fields (systemd.journal-fields(7), "Native Journal Protocol"), where it listens."""

import logging
import os
import socket
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import TextIO

SOCKET = Path("/run/systemd/journal/socket")
LONGEST = 32 * 1024
"""Characters of one field: a datagram has to hold them all."""
LONGEST_LINE = 1000
LOG, LOG_BEFORE = "log.txt", "log.before.txt"
"""Of this process, and of the one before."""
LARGEST_LOG = 2**19
"""Characters; then the last records are written anew, and go on."""
_PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))


class Recent(logging.Handler):
    """The last records of this process, a line each, for diagnostics."""

    def __init__(self, most: int = 600) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._lines: deque[str] = deque(maxlen=most)
        self._file: TextIO | None = None
        self._written = 0

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = _shortened(self.format(record))
            self._lines.append(line)
            self._write(line)
        except Exception:
            self.handleError(record)

    def keep(self, folder: Path) -> None:
        """From now on in a file, too, because a process that is killed tells nothing any more. Where the disk takes
        nothing there is none. Blocks."""
        self.acquire()
        try:
            self._close_file()
            with suppress(FileNotFoundError):
                (folder / LOG).replace(folder / LOG_BEFORE)
            self._file = open(folder / LOG, "w", buffering=1, encoding="utf-8", opener=private)  # noqa: SIM115
            self._begin_anew()
        except OSError:
            self._close_file()
        finally:
            self.release()

    @property
    def text(self) -> str:
        return "\n".join(self._lines)

    def close(self) -> None:
        self._close_file()
        super().close()

    def _write(self, line: str) -> None:
        if self._file is None:
            return
        try:
            if self._written > LARGEST_LOG:
                self._file.seek(0)
                self._file.truncate()
                self._begin_anew()
            else:
                self._written += self._file.write(line + "\n")
        except OSError:
            self._close_file()

    def _begin_anew(self) -> None:
        assert self._file is not None
        self._written = self._file.write("".join(f"{line}\n" for line in self._lines))

    def _close_file(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None


def _shortened(line: str) -> str:
    """How it begins and how it ends; of an exception, the end says what it is."""
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE // 4]} … {line[3 - 3 * LONGEST_LINE // 4 :]}"


def private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


RECENT = Recent()


class Journal(logging.Handler):
    """MESSAGE, PRIORITY, LOGGER and, of an exception, TRACE. What journald does not take goes to standard error."""

    def __init__(self, path: Path = SOCKET) -> None:
        super().__init__()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
        self._path = str(path)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            fields = {
                "MESSAGE": record.getMessage(),
                "PRIORITY": str(next((p for level, p in _PRIORITIES if record.levelno >= level), 7)),
                "LOGGER": record.name,
                "SYSLOG_IDENTIFIER": "roomdisplay",
            }
            if record.exc_info:
                fields["TRACE"] = logging.Formatter().formatException(record.exc_info)
            self._socket.sendto(b"".join(_field(*field) for field in fields.items()), self._path)
        except OSError:
            sys.stderr.write(f"{record.levelname} {record.name}: {record.getMessage()}\n")
        except Exception:
            self.handleError(record)

    def close(self) -> None:
        self._socket.close()
        super().close()


def is_listening() -> bool:
    """Does standard error lead to the journal? ($JOURNAL_STREAM, systemd.exec(5))"""
    try:
        status = os.fstat(sys.stderr.fileno())
    except (OSError, ValueError):
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{status.st_dev}:{status.st_ino}" and SOCKET.exists()


def _field(name: str, value: str) -> bytes:
    """With its length, so that no line in it can pass for another field."""
    content = value[:LONGEST].encode(errors="replace")
    return name.encode() + b"\n" + len(content).to_bytes(8, "little") + content + b"\n"
