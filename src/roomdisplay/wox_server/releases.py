"""The releases that panels can be offered: their bundles on disk, and what is known of each."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import Connection, Row, delete, insert, select

from roomdisplay.update.bundle import BundleRefused, public_key, verified
from roomdisplay.update.releases import precedes
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.schema import release as table

LARGEST_BUNDLE = 2**30
"""Bytes."""


class Unusable(Exception):
    """The message is a sentence that says why the bundle is not taken, and what to do."""


class NotThere(Exception):
    """There is no such release."""


class Release(Struct, frozen=True, kw_only=True):
    id: int
    version: str
    architecture: str
    """As `uname -m` says it."""
    digest: str
    """SHA-256 of the bundle, hexadecimal."""
    size: int
    """Bytes."""
    added_at: datetime


class Shelf(Struct, frozen=True, kw_only=True):
    """Where the bundles lie, by their digest; `key` is the public key of whoever makes them. Every process of the
    server has to see the same folder."""

    folder: Path
    key: Path

    def file(self, digest: str) -> Path:
        return self.folder / f"{digest}.bundle"

    def take(self, source: IO[bytes]) -> "Checked":
        """Copies a bundle to the shelf, once it is known to be whole and rightly signed. Raises Unusable."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder, prefix=".") as aside:
                path = Path(aside) / "bundle"
                with path.open("w+b") as copy:
                    copyfileobj(source, copy, 2**20)
                    copy.flush()
                    os.fsync(copy.fileno())
                    copy.seek(0)
                    digest = hashlib.file_digest(copy, "sha256").hexdigest()
                size = path.stat().st_size
                if size > LARGEST_BUNDLE:
                    raise Unusable("The bundle is larger than any release. Name the file that script/package made.")
                manifest = verified(path, public_key(self.key))
                path.chmod(0o600)
                path.replace(self.file(digest))
        except BundleRefused as refused:
            raise Unusable(str(refused)) from refused
        except OSError as error:
            raise Unusable(f"The bundle cannot be kept on the server ({error.strerror}). Free some space.") from error
        return Checked(version=manifest.version, architecture=manifest.architecture, digest=digest, size=size)


class Checked(Struct, frozen=True, kw_only=True):
    """A bundle that lies on the shelf."""

    version: str
    architecture: str
    digest: str
    size: int


def add(writing: Writing, bundle: Checked, now: datetime) -> Release:
    """Replaces what was there of that version for that architecture."""
    same = (table.c.version == bundle.version) & (table.c.architecture == bundle.architecture)
    writing.connection.execute(delete(table).where(same))
    values = asdict(bundle) | {"added_at": now}
    return _release(writing.connection.execute(insert(table).values(values).returning(*table.c)).one())


def known(connection: Connection) -> list[Release]:
    """The newest version first."""
    found = [_release(row) for row in connection.execute(select(table).order_by(table.c.architecture))]
    return _newest_first(found)


def of(connection: Connection, version: str, architecture: str) -> Release | None:
    wanted = select(table).where(table.c.version == version, table.c.architecture == architecture)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else _release(row)


def with_digest(connection: Connection, digest: str) -> Release:
    """Raises NotThere."""
    row = connection.execute(select(table).where(table.c.digest == digest)).first()
    if row is None:
        raise NotThere(digest)
    return _release(row)


def remove(writing: Writing, id: int) -> Release:
    """Its file is left to the caller, once this is committed. Raises NotThere."""
    row = writing.connection.execute(select(table).where(table.c.id == id)).one_or_none()
    if row is None:
        raise NotThere(f"release {id}")
    writing.connection.execute(delete(table).where(table.c.id == id))
    return _release(row)


def _newest_first(found: Sequence[Release]) -> list[Release]:
    ordered: list[Release] = []
    for release in found:
        place = next((i for i, one in enumerate(ordered) if precedes(one.version, release.version)), len(ordered))
        ordered.insert(place, release)
    return ordered


def _release(row: Row[Any]) -> Release:
    return Release(
        id=row.id,
        version=row.version,
        architecture=row.architecture,
        digest=row.digest,
        size=row.size,
        added_at=row.added_at,
    )
