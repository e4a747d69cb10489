"""The simulated tenant as a process of its own, and the control API through which it is abused."""

import json
import subprocess
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any

from tests.processes import ROOMDISPLAY

SCENARIO = Path(__file__).with_name("building.yaml")

Json = dict[str, Any]


class Office:
    """Ends with whoever started it. Calendar time is the machine's plus `shift` seconds."""

    def __init__(self, folder: Path, *, seed: int) -> None:
        self._log = folder / "office.log"
        with self._log.open("wb") as log:
            options = ["--port", "0", "--seed", str(seed), "--scenario", str(SCENARIO), "--until-stdin-closes"]
            self._process = subprocess.Popen(
                [ROOMDISPLAY, "office365-simulator", *options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout is not None
        self.told: Json = json.loads(self._process.stdout.readline())
        self.rooms: list[str] = [room["address"] for room in self.told["rooms"]]
        self.shift: float = self.told["clock_offset_seconds"]
        self._shifts = [(0.0, self.shift)]
        """From which instant of calendar time on which shift held."""
        self._began = datetime.fromtimestamp(time.time() + self.shift, UTC)
        self._read_up_to = 0

    def control(self, path: str, body: Json | None = None, method: str | None = None) -> Json:
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.told['control']}/{path}",
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return json.loads(answer.read() or b"{}")

    def events(self, room: str) -> list[Json]:
        """Everything in the room's calendar and all that ever was there, series as their occurrences."""
        now = datetime.fromtimestamp(time.time() + self.shift, UTC)
        window = f"{self._began - timedelta(days=2):%FT%TZ}/{now + timedelta(days=3):%FT%TZ}"
        events = self.control(f"rooms/{room}/events?occurrences={window}")["events"]
        return [event for event in events if event["type"] != "seriesMaster"]

    def new_requests(self) -> list[Json]:
        """The finished requests since the last call; those still under way come with a later one."""
        entries: list[Json] = self.control(f"requests?since={self._read_up_to}")["requests"]
        finished = list(takewhile(lambda entry: not _is_open(entry), entries))
        if finished:
            self._read_up_to = finished[-1]["n"]
        return finished

    def is_idle(self) -> bool:
        """No request is under way."""
        return not any(_is_open(entry) for entry in self.control(f"requests?since={self._read_up_to}")["requests"])

    def pass_time(self, seconds: float) -> None:
        """Calendar time goes on by that much at once."""
        self.shift += seconds
        self._shifts.append((time.time() + self.shift, self.shift))
        now = datetime.fromtimestamp(time.time() + self.shift).astimezone()
        self.control("clock", {"now": now.isoformat()})

    def real_time(self, entry: Json) -> float:
        """When a request came in, on the machine's clock."""
        at = datetime.fromisoformat(entry["at"]).timestamp()
        return at - next(shift for since, shift in reversed(self._shifts) if since <= at)

    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def has_died(self) -> bool:
        return self._process.poll() is not None

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _is_open(entry: Json) -> bool:
    return entry["status"] == 0 and entry["ms"] == 0.0
