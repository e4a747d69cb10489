"""The disk the panel's state is on."""

import os
import shutil
import tempfile
from pathlib import Path

from roomdisplay.doctor.evidence import Storage

PROBE = 64 * 1024
"""Bytes that are written: more than a file system gives away when it has nothing left."""


def storage(folder: Path) -> Storage:
    """Writes a little and takes it away again; where there is no such folder yet, in the one it will be made in. Never
    raises."""
    refusal = ""
    there = next((place for place in (folder, *folder.parents) if place.exists()), Path("/"))
    try:
        with tempfile.NamedTemporaryFile(dir=there, prefix=".doctor-") as file:
            file.write(bytes(PROBE))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        refusal = error.strerror or type(error).__name__
    try:
        usage = shutil.disk_usage(there)
    except OSError as error:
        return Storage(path=str(folder), free=0, whole=0, refusal=refusal or error.strerror or "it cannot be looked at")
    return Storage(path=str(folder), free=usage.free, whole=usage.total, refusal=refusal)
