"""How many wrong PINs there were in a row, kept from one start to the next in a file of its own."""

import os
from pathlib import Path

from roomdisplay.core.tries import FREE
from roomdisplay.ports import StoreBroken

FILE = "wrong-pins"
MOST = 1000


class KeptTries:
    """Both methods block."""

    def __init__(self, state: Path) -> None:
        """`state` is the panel's state directory."""
        self._file = state / FILE

    def load(self) -> int:
        """A file that cannot be understood stands for as many as lead to a pause."""
        try:
            return min(MOST, max(0, int(self._file.read_text(encoding="ascii"))))
        except FileNotFoundError:
            return 0
        except (OSError, ValueError):
            return FREE

    def keep(self, wrong: int) -> None:
        """On disk when it returns. Raises StoreBroken."""
        part = self._file.with_suffix(".part")
        try:
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600), "w") as file:
                file.write(str(wrong))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._file)
        except OSError as error:
            raise StoreBroken(f"{self._file} cannot be written ({error.strerror}). Free some space.") from error
