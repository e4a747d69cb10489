"""The Installer port over folders: the panel puts a bundle into an inbox, and systemd starts root's
`roomdisplay-update` on it, which leaves its result in a folder of its own.

update/ID.part          what has been fetched of the offer ID's bundle
update/handed.json      {"id", "version", "tries"}: the last offer that was handed over
update/inbox/ID.bundle  a whole one: whatever appears there is taken away and looked at
"""

import hashlib
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from roomdisplay import __version__
from roomdisplay.core.wox import Offer, Update, UpdateStage
from roomdisplay.ports import NotInstallable

LARGEST = 2 * 2**30
"""Bytes of a bundle."""
SPARE = 64 * 2**20
"""Bytes the disk has to have left beside a bundle."""
TRIES = 3
"""How often one offer is handed over where nothing is heard of it again: the power failed."""
AT_WORK = Path("/run/roomdisplay-update")
"""There as long as root is at work on it (RuntimeDirectory of the unit)."""
_OUTCOMES = {stage.value: stage for stage in UpdateStage}


class InboxInstaller:
    def __init__(
        self, folder: Path, results: Path | None, *, version: str = __version__, at_work: Path = AT_WORK
    ) -> None:
        """`results` is root's folder; None: nobody here installs anything. `version` is what runs."""
        self._folder = folder
        self._inbox = folder / "inbox"
        self._results = results
        self._version = version
        self._at_work = at_work

    # ── the port ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def last(self) -> Update | None:
        handed = self._handed()
        if handed is None:
            return None
        id, version = str(handed["id"]), str(handed["version"])
        result = _read(self._results / "result.json") if self._results is not None else None
        if result is not None and (result.get("id") == id or (not result.get("id") and result["version"] == version)):
            stage = _OUTCOMES.get(str(result.get("stage")), UpdateStage.FAILED)
            return Update(offer=id, stage=stage, reason=str(result.get("reason") or "")[:500])
        if (self._inbox / f"{id}.bundle").exists() or self._at_work.exists() or version == self._version:
            return Update(offer=id, stage=UpdateStage.INSTALLING)
        if int(handed["tries"]) >= TRIES:
            reason = f"It was begun {TRIES} times and never came to an end. See why: journalctl -u roomdisplay-update"
            return Update(offer=id, stage=UpdateStage.FAILED, reason=reason)
        return None

    def here(self, offer: Offer) -> int:
        if self._results is None or not self._results.is_dir():
            raise NotInstallable(
                "Nothing on this panel installs releases: it was not set up by deploy/install. Update it by hand."
            )
        if offer.size > LARGEST:
            raise NotInstallable(f"The bundle has {offer.size} bytes, more than any release. Ask whoever made it.")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = self._part(offer)
            for other in self._folder.glob("*.part"):
                if other != part:
                    other.unlink()
            kept = part.stat().st_size if part.exists() else 0
            if kept > offer.size:
                part.unlink()
                kept = 0
            free = shutil.disk_usage(self._folder).free
        except OSError as error:
            raise _unkept(error) from error
        if free < offer.size - kept + SPARE:
            needed, there = (offer.size - kept + SPARE) >> 20, free >> 20
            raise NotInstallable(f"The disk has {there} MB free and {needed} MB are needed. Free some space.")
        return kept

    def keep(self, offer: Offer, chunk: bytes) -> None:
        try:
            with self._part(offer).open("ab") as part:
                part.write(chunk)
        except OSError as error:
            raise _unkept(error) from error

    def hand_over(self, offer: Offer) -> None:
        part = self._part(offer)
        try:
            with part.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                os.fsync(file.fileno())
            if digest != offer.digest:
                part.unlink()
                raise NotInstallable("The bundle did not arrive as WOX has it. Offer it again.")
            handed = self._handed()
            tries = int(handed["tries"]) + 1 if handed is not None and handed["id"] == offer.id else 1
            self._write({"id": offer.id, "version": offer.version, "tries": tries})
            self._inbox.mkdir(mode=0o700, exist_ok=True)
            part.rename(self._inbox / f"{offer.id}.bundle")
        except OSError as error:
            raise _unkept(error) from error

    # ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _part(self, offer: Offer) -> Path:
        return self._folder / f"{offer.id}.part"

    def _handed(self) -> dict[str, Any] | None:
        handed = _read(self._folder / "handed.json")
        return handed if handed is not None and {"id", "version", "tries"} <= set(handed) else None

    def _write(self, handed: dict[str, Any]) -> None:
        part = self._folder / "handed.json.new"
        with part.open("w") as file:
            json.dump(handed, file)
            file.flush()
            os.fsync(file.fileno())
        part.rename(self._folder / "handed.json")


def _read(path: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError):
        told = json.loads(path.read_text(encoding="utf-8"))
        return cast("dict[str, Any]", told) if isinstance(told, dict) else None
    return None


def _unkept(error: OSError) -> NotInstallable:
    return NotInstallable(f"The bundle cannot be kept on this panel ({error.strerror}). Free some space, or see why.")
