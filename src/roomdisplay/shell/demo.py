"""`roomdisplay demo`: a simulated tenant in a process of its own, and the real panel on its first room."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from roomdisplay.config.settings import MOST_NEARBY, ClientSecret, Display, Office365, Settings
from roomdisplay.core.room import Room

SECRET_NAME = "office365-client-secret"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOptions:
    scenario: str
    size: tuple[int, int]
    screenshot: Path | None
    seconds: float | None
    fullscreen: bool
    locale: str | None
    latency_ms: int
    socket: Path | None
    test_controls: bool


def run_demo(options: DemoOptions) -> int:
    """Blocks until stopped. Exit status 1, after a sentence, where the tenant or the panel cannot start."""
    arguments = ["--port", "0", "--scenario", options.scenario, "--latency-ms", str(options.latency_ms)]
    tenant = subprocess.Popen(
        [sys.executable, "-m", "roomdisplay", "office365-simulator", *arguments, "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    state = Path(tempfile.mkdtemp(prefix="roomdisplay-demo-"))
    try:
        return _panel(options, tenant, state)
    finally:
        assert tenant.stdin is not None
        with suppress(OSError):
            tenant.stdin.close()
        try:
            tenant.wait(timeout=5)
        except subprocess.TimeoutExpired:
            tenant.kill()
            tenant.wait()
        shutil.rmtree(state, ignore_errors=True)


def _panel(options: DemoOptions, tenant: subprocess.Popen[bytes], state: Path) -> int:
    # the panel's modules load while the tenant starts
    from roomdisplay.adapters.clock import SystemClock
    from roomdisplay.adapters.secrets import GivenSecrets
    from roomdisplay.shell.app import RunOptions, run
    from roomdisplay.shell.control import default_socket, is_answered

    assert tenant.stdout is not None
    line = tenant.stdout.readline()
    if not line:
        # it has said why on stderr
        return tenant.wait() or 1
    told: dict[str, Any] = json.loads(line)
    socket = options.socket or default_socket()
    if options.socket is None and is_answered(socket):
        socket = socket.with_name(f"demo-{os.getpid()}.sock")
    width, height = options.size
    here, *others = (_room(room) for room in told["rooms"])
    settings = Settings(
        room=here,
        nearby=tuple(others[:MOST_NEARBY]),
        office365=Office365(
            tenant=told["tenant_id"],
            client_id=told["client_id"],
            credential=ClientSecret(secret=SECRET_NAME),
            authority=told["authority_https"],
            graph=told["graph"],
            ca_file=Path(told["ca_file"]),
        ),
        display=Display(locale=options.locale, fullscreen=options.fullscreen, width=width, height=height),
        state_directory=state,
    )
    headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    screenshot = options.screenshot
    if screenshot is None and headless:
        screenshot = Path(tempfile.gettempdir()) / "roomdisplay-demo.png"
    print(f"Simulated Office 365: {told['control']} (books, moves and cancels as Outlook would)")
    print(f"Panel: {settings.room.name}; ask it with `roomdisplay ctl --socket {socket} state`", flush=True)
    return run(
        settings,
        secrets=GivenSecrets({SECRET_NAME: told["client_secret"].encode()}),
        clock=SystemClock(timedelta(seconds=told["clock_offset_seconds"])),
        options=RunOptions(
            socket=socket, test_controls=options.test_controls, screenshot=screenshot, seconds=options.seconds
        ),
    )


def _room(told: dict[str, Any]) -> Room:
    capacity = f"{told['capacity']} people" if told["capacity"] else ""
    return Room(
        address=told["address"],
        name=told["name"],
        zone=ZoneInfo(told["timeZone"]),
        detail=" · ".join(part for part in (capacity, told["floorLabel"]) if part),
    )
