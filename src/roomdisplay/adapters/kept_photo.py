"""The PhotoShelf port over a folder of the state directory: one photo and, beside it, what is shown of it."""

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from roomdisplay.core.photo import LARGEST
from roomdisplay.ports import StoreBroken

FOLDER = "photo"


class KeptPhoto:
    def __init__(self, state: Path) -> None:
        """`state` is the panel's state directory."""
        self._folder = state / FOLDER

    def find(self, digest: str) -> Path | None:
        file = self._folder / digest
        with suppress(OSError):
            if file.stat().st_size <= LARGEST and hashlib.sha256(file.read_bytes()).hexdigest() == digest:
                return file
        return None

    def keep(self, digest: str, photo: bytes) -> Path:
        file, part = self._folder / digest, self._folder / "new"
        try:
            self._make()
            for other in self._folder.iterdir():
                other.unlink()
            with part.open("wb") as written:
                written.write(photo)
                written.flush()
                os.fsync(written.fileno())
            part.replace(file)
        except OSError as error:
            raise _broken(file, error) from error
        return file

    def shown(self, digest: str) -> Path:
        try:
            self._make()
        except OSError as error:
            raise _broken(self._folder, error) from error
        return self._folder / f"{digest or 'own'}.jpg"

    def forget(self) -> None:
        """There is none any more. Raises StoreBroken."""
        try:
            shutil.rmtree(self._folder)
        except FileNotFoundError:
            return
        except OSError as error:
            raise StoreBroken(f"{self._folder} cannot be taken away ({error.strerror}). Delete it.") from error

    def _make(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _broken(file: Path, error: OSError) -> StoreBroken:
    return StoreBroken(f"{file} cannot be written ({error.strerror}). Free some space.")
