"""The services of this machine that run a release, through systemctl."""

import json
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

STEADY = 10.0
"""Seconds a service has to run without a restart."""
EVERY = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    unit: str
    requirements: str
    """The list of packages it needs."""
    socket: Path | None = None
    """Where `roomdisplay ctl` reaches it."""


PANEL = Service(unit="roomdisplay", requirements="panel", socket=Path("/run/roomdisplay/ctl.sock"))
SERVER = Service(unit="roomdisplay-wox-server", requirements="server")
SYSTEM = "roomdisplay-system"
"""The unit that puts in place what the current release needs of the system, and takes away what another one did."""


class Services:
    """Those that are enabled. `command`: of the current release."""

    def __init__(self, *, command: Path) -> None:
        self._command = command

    def enabled(self) -> Sequence[Service]:
        return [s for s in (PANEL, SERVER) if self._systemctl("is-enabled", "--quiet", s.unit).returncode == 0]

    def started(self) -> Sequence[Service]:
        """Those of them that run, or try to; others wait to be set up."""
        return [s for s in self.enabled() if self._shown(s.unit).get("ActiveState") != "inactive"]

    def restart(self, services: Sequence[Service]) -> None:
        """In the current release, with what that needs of the system."""
        self._systemctl("restart", SYSTEM)
        for service in services:
            self._systemctl("restart", "--no-block", service.unit)

    def well(self, service: Service) -> bool:
        """Has it its link? What cannot be asked is not well."""
        if service.socket is None:
            return True
        asked = [str(self._command), "ctl", "--socket", str(service.socket), "health"]
        with suppress(OSError, subprocess.TimeoutExpired, ValueError, LookupError, TypeError):
            found = subprocess.run(asked, capture_output=True, text=True, timeout=10, check=False)
            return bool(json.loads(found.stdout)["ok"])
        return False

    def prove(self, services: Sequence[Service], were_well: Sequence[Service], patience: float) -> str | None:
        """The unit that is not healthy in time; None: all of them are. Healthy is a service that runs steadily, and has
        its link if it had it before: a release is not to blame for a link that was down."""
        if self._shown(SYSTEM).get("ActiveState") != "active":
            return SYSTEM
        deadline = time.monotonic() + patience
        for service in services:
            proven = _Steady(lambda service=service: self._restarts(service))
            while not (proven.is_so() and (service not in were_well or self.well(service))):
                if time.monotonic() > deadline:
                    return service.unit
                time.sleep(EVERY)
        return None

    def _restarts(self, service: Service) -> str | None:
        """Which of its lives it is in; None: it does not run."""
        shown = self._shown(service.unit)
        return shown.get("InvocationID", "") if shown.get("ActiveState") == "active" else None

    def _shown(self, unit: str) -> Mapping[str, str]:
        told = self._systemctl("show", "-p", "ActiveState", "-p", "InvocationID", unit).stdout
        return dict(line.split("=", 1) for line in told.splitlines() if "=" in line)

    def _systemctl(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(["systemctl", *words], capture_output=True, text=True, check=False)


class _Steady:
    """Has the same life been seen for long enough?"""

    def __init__(self, life: Callable[[], str | None]) -> None:
        self._life = life
        self._seen: str | None = None
        self._since = 0.0

    def is_so(self) -> bool:
        life, now = self._life(), time.monotonic()
        if life is None or life != self._seen:
            self._seen, self._since = life, now
        return life is not None and now - self._since >= STEADY
