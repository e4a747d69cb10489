"""Log records as journald's own fields (systemd.journal-fields(7), "Native Journal Protocol"), where it listens."""

import logging
import os
import socket
import sys
from collections import deque
from pathlib import Path

SOCKET = Path("/run/systemd/journal/socket")
LONGEST = 32 * 1024
"""Characters of one field: a datagram has to hold them all."""
LONGEST_LINE = 1000
_PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))


class Recent(logging.Handler):
    """The last records of this process, a line each, for diagnostics."""

    def __init__(self, most: int = 600) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._lines: deque[str] = deque(maxlen=most)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._lines.append(self.format(record)[:LONGEST_LINE])
        except Exception:
            self.handleError(record)

    @property
    def text(self) -> str:
        return "\n".join(self._lines)


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
