"""A door: one room's panel with its disk and its clock, of which one kiosk process after another is the life."""

import json
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from roomdisplay.shell.control import ControlError, ask
from tests.chaos.disk import Disk
from tests.processes import ROOT, SECRET

Json = dict[str, Any]

START_PATIENCE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the outbox as it lies on the disk."""

    id: str
    body: str


class Door:
    """`told` is what the simulator printed about itself."""

    def __init__(self, folder: Path, told: Json, room: str, *, own_disk: bool) -> None:
        folder.mkdir()
        self.room = room
        self.disk = Disk(folder / "state", is_own=own_disk)
        self.database = folder / "state" / "panel.sqlite"
        self.socket = folder / "ctl.sock"
        self.log = folder / "kiosk.log"
        self._config = folder / "config.yaml"
        self._secrets = folder / "credentials"
        self._shift = folder / "shift"
        self._process: subprocess.Popen[bytes] | None = None
        self._secrets.mkdir()
        (self._secrets / SECRET).write_text(told["client_secret"])
        (self._secrets / SECRET).chmod(0o600)
        self._config.write_text(
            f"room: {{address: {room}, name: {room.partition('@')[0].title()}, time_zone: Europe/Berlin}}\n"
            f"office365:\n  tenant: {told['tenant_id']}\n  client_id: {told['client_id']}\n"
            f"  client_secret: {SECRET}\n  authority: {told['authority_https']}\n  graph: {told['graph']}\n"
            f"  ca_file: {told['ca_file']}\nstate_directory: {self.database.parent}\n"
            "display: {locale: en_GB, width: 800, height: 480}\n"
        )
        self.set_clock(0.0)

    def set_clock(self, shift: float) -> None:
        """The panel's wall clock is `shift` seconds ahead of the machine's from now on."""
        with self._shift.open("r+b" if self._shift.exists() else "wb", buffering=0) as file:
            file.write(struct.pack("d", shift))

    # ── the kiosk ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        environment = os.environ | {"CREDENTIALS_DIRECTORY": str(self._secrets), "PYTHONPATH": str(ROOT)}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        arguments = ["run", "--config", self._config, "--socket", self.socket, "--always-lit", "--test-controls"]
        self.socket.unlink(missing_ok=True)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.chaos.kiosk", self._shift, *arguments],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stderr=log,
            )

    def ask(self, command: str, **values: str) -> Any:
        """Raises ControlError."""
        return ask(self.socket, command, **values)

    def first_state(self) -> Json:
        """What the screen shows once somebody can ask. Raises ControlError where the kiosk ends before."""
        deadline = time.monotonic() + START_PATIENCE
        while True:
            try:
                return self.ask("state")
            except ControlError:
                if self.has_ended or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    @property
    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def kill(self) -> None:
        """As a power cut would. Safe to call from another thread, and twice."""
        if self._process is not None:
            self._process.kill()

    def stop(self, patience: float = 10) -> None:
        """As systemd would: SIGTERM, and SIGKILL where that does not help."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=patience)
            except subprocess.TimeoutExpired:
                self._process.kill()

    def ended(self) -> int:
        """Its exit status, waited for."""
        assert self._process is not None
        status = self._process.wait(timeout=20)
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process = None
        return status

    # ── the disk, while no kiosk runs ─────────────────────────────────────────────────────────────────────────────────

    def rows(self) -> list[Row]:
        """The outbox, in order, from a copy: reading changes nothing. Of a broken file whatever can be read."""
        with tempfile.TemporaryDirectory(prefix="chaos-copy-") as folder:
            for path in self.database.parent.glob("panel.sqlite*"):
                if not path.name.endswith(".corrupt"):
                    shutil.copy(path, folder)
            copy = Path(folder) / self.database.name
            if not copy.exists():
                return []
            with closing(sqlite3.connect(copy)) as db:
                found = {position: row for order in ("ASC", "DESC") for position, row in _readable(db, order)}
        return [found[position] for position in sorted(found)]


def _readable(db: sqlite3.Connection, order: str) -> Sequence[tuple[int, Row]]:
    rows: list[tuple[int, Row]] = []
    try:
        for position, id, body in db.execute(f"SELECT position, id, body FROM outbox ORDER BY position {order}"):  # noqa: S608
            if _is_entry(body):
                rows.append((position, Row(id=id, body=body)))
    except (sqlite3.Error, UnicodeDecodeError, ValueError):
        pass
    return rows


def _is_entry(body: object) -> bool:
    try:
        return isinstance(body, str) and {"stage", "operation", "booking_id"} <= json.loads(body).keys()
    except (ValueError, AttributeError):
        return False
