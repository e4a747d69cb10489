"""systemd's end of sd_notify."""

import socket
import time
from pathlib import Path


class Systemd:
    """Hears what a service tells."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))

    def hear(self, seconds: float) -> list[str]:
        """What is told within that time, line by line."""
        heard: list[str] = []
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._socket.settimeout(left)
            try:
                heard += self._socket.recv(65536).decode().splitlines()
            except TimeoutError:
                break
        return heard

    def until(self, wanted: str, patience: float = 30) -> list[str]:
        """What is told up to a line that begins so; AssertionError where none comes."""
        heard: list[str] = []
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            self._socket.settimeout(max(0.01, deadline - time.monotonic()))
            try:
                heard += self._socket.recv(65536).decode().splitlines()
            except TimeoutError:
                break
            if any(line.startswith(wanted) for line in heard):
                return heard
        raise AssertionError(f"nobody said {wanted!r}, but {heard}")

    def close(self) -> None:
        self._socket.close()
