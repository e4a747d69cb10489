"""What systemd is told of a service: sd_notify(3), one datagram each time."""

import os
import socket
from contextlib import suppress

BEATS = 4
"""Signs of life within systemd's patience (it asks for two): one may be late, or lost."""


class Supervisor:
    """Whoever started the process and waits for its word: systemd, or nobody.

    What cannot be delivered is dropped, because a supervisor that is gone is no reason to stop.
    """

    def __init__(self, address: str | None, patience: float | None) -> None:
        """`address` is a Unix datagram socket's, "@" for an abstract one; None: nobody waits. `patience` in seconds:
        silence for that long means a restart; None: silence is no matter."""
        self._address = "\0" + address[1:] if address and address[0] == "@" else address
        self._status = ""
        self.every = patience / BEATS if patience else None
        """Seconds between two calls of `alive`; None: none is expected."""

    @property
    def is_there(self) -> bool:
        return bool(self._address)

    def ready(self, status: str) -> None:
        """The service does what it is for."""
        self._tell("READY=1", self._changed(status))

    def alive(self) -> None:
        """Puts the restart off once more."""
        if self.every is not None:
            self._tell("WATCHDOG=1")

    def not_yet(self, status: str, seconds: float) -> None:
        """It does not do it yet, and is not to be killed for that within so many seconds."""
        self._tell(f"EXTEND_TIMEOUT_USEC={round(seconds * 1e6)}", self._changed(status))
        self.alive()

    def status(self, sentence: str) -> None:
        """What `systemctl status` shows."""
        self._tell(self._changed(sentence))

    def stopping(self) -> None:
        self._tell("STOPPING=1")

    def _changed(self, sentence: str) -> str:
        if sentence == self._status:
            return ""
        self._status = sentence
        return f"STATUS={' '.join(sentence.split())}"

    def _tell(self, *lines: str) -> None:
        if not self._address or not (told := "\n".join(filter(None, lines))):
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as to:
            to.setblocking(False)
            to.sendto(told.encode(), self._address)


def supervisor() -> Supervisor:
    """As the environment says. $WATCHDOG_PID is not compared: between systemd and a panel stands the compositor."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    patience = int(microseconds) / 1e6 if microseconds.isdigit() else None
    return Supervisor(address if address[:1] in ("/", "@") else None, patience)
