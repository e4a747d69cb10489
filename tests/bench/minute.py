"""script/bench frames minute: what real kiosks draw in a whole minute in which nobody touches them.

Each is a process of its own, on an Xvfb of its own, watched as systemd would: asked for a frame four times a minute,
which draws nothing where nothing has changed. Qt's renderer itself says (on its own category of the log) which part of
the window each frame has painted.
"""

import os
import socket
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.glass import glass
from tests.processes import Json, Kiosk, Tenant, UnpairedKiosk, WoxServer

RENDERER = "qt.scenegraph.softwarecontext.renderer"
SIZE = (1280, 800)
SETTLES = 4.0
"""Seconds after which nothing moves any more."""
MINUTE = 60.0
PROMPT = 2.0
"""Seconds after its minute began within which the clock is drawn."""
MIDDLE = (10.0, 50.0)
"""Seconds of the wall clock's minute between which a quiet minute begins, so that just one change lies within it."""
PATIENCE = 150.0
ADDRESS = "aurora@contoso.example"
CLAIMED = f"""\
description: A meeting that began a minute ago and was booked days before.
timeZone: Europe/Berlin
rooms:
  - {{address: {ADDRESS}, name: Aurora}}
people:
  - {{name: Mara Lindqvist, address: mara.lindqvist@contoso.example}}
meetings:
  - {{room: Aurora, subject: Retrospective, start: now-1m, duration: 50m, organizer: Mara Lindqvist}}
"""
CHECK_IN = "check_in: {enabled: true, release_after_minutes: 30}\n"
AT_REST = "display: {on_hours: {}, wake_minutes: 1}\n"
BROKEN = {"status": 503, "retryAfter": None, "path": "/v1.0/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A kiosk that shows what its name says."""

    name: str
    kiosk: Kiosk
    has_clock: bool = True

    def drawn(self, begun: float, ended: float) -> list[float]:
        """Seconds of the wall clock's minute at which it drew, from `begun` to `ended` (CLOCK_MONOTONIC)."""
        wall = time.time() - time.monotonic()
        at = [self.kiosk.began + said for said, line in self.kiosk.log if RENDERER in line and "(null)" not in line]
        return [round((when + wall) % MINUTE, 2) for when in at if begun <= when < ended]


def figures() -> list[dict[str, Any]]:
    """Of each main state the moments at which it drew, and whether they are the clock's alone."""
    with ExitStack() as stack:
        kiosks = _shown(stack)
        time.sleep(SETTLES)
        while not MIDDLE[0] <= time.time() % MINUTE <= MIDDLE[1]:
            time.sleep(0.1)
        begun = time.monotonic()
        time.sleep(MINUTE)
        ended = time.monotonic()
        return [_figure(quiet, quiet.drawn(begun, ended)) for quiet in kiosks]


def _figure(quiet: Quiet, drawn: list[float]) -> dict[str, Any]:
    goal = 1 if quiet.has_clock else 0
    is_met = len(drawn) == goal and all(at <= PROMPT for at in drawn)
    return {"figure": f"frames in a minute, {quiet.name}", "goal": goal, "seconds": drawn, "met": is_met}


def _shown(stack: ExitStack) -> list[Quiet]:
    """A kiosk in each of the main states, once it is there."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="roomdisplay-minute-")))
    os.environ |= {"QT_LOGGING_RULES": f"{RENDERER}.debug=true", "WATCHDOG_USEC": "60000000"}
    os.environ["NOTIFY_SOCKET"] = stack.enter_context(_supervisor(folder))
    claimed = folder / "claimed.yaml"
    claimed.write_text(CLAIMED)
    tenants = {name: Tenant(scenario=name) for name in ("quiet", "busy", str(claimed))}
    lost = Tenant(scenario="quiet")
    for tenant in (*tenants.values(), lost):
        stack.callback(tenant.close)

    def display() -> str:
        return stack.enter_context(glass(*SIZE)).display

    def started(name: str, tenant: Tenant, extra: str = "", *, always_lit: bool = True) -> Kiosk:
        (folder / name).mkdir()
        kiosk = Kiosk(tenant.told, folder / name, extra=extra, display=display(), always_lit=always_lit)
        stack.callback(kiosk.close)
        return kiosk

    resting = started("at rest", tenants["quiet"], AT_REST, always_lit=False)
    free = started("free", tenants["quiet"])
    busy = started("busy", tenants["busy"])
    check_in = started("check-in", tenants[str(claimed)], CHECK_IN)
    offline = started("offline", lost)
    (folder / "wox").mkdir()
    server = WoxServer(lost.told, folder / "wox", mirrors=False)
    stack.callback(server.close)
    (folder / "pairing").mkdir()
    pairing = UnpairedKiosk(folder / "pairing", server=server.url, display=display())
    stack.callback(pairing.close)
    for kiosk in (free, busy, check_in, offline):
        kiosk.until(lambda state: state["freshness"]["kind"] == "live", PATIENCE)
    lost.control("faults", BROKEN)
    pairing.waiting(PATIENCE)
    _until(free, lambda state: state["state"] == "free")
    _until(busy, lambda state: state["state"] == "busy")
    _until(check_in, lambda state: state["state"] == "checkIn" and state["checkIn"]["releaseAt"] is not None)
    _until(offline, lambda state: state["freshness"]["kind"] == "offline")
    _until(resting, lambda state: state["screen"] == "dimmed")
    return [
        *(Quiet(name=name, kiosk=kiosk) for name, kiosk in (("free", free), ("busy", busy), ("check-in", check_in))),
        *(Quiet(name=name, kiosk=kiosk) for name, kiosk in (("offline", offline), ("at rest", resting))),
        Quiet(name="pairing", kiosk=pairing, has_clock=False),
    ]


def _until(kiosk: Kiosk, wanted: Callable[[Json], bool]) -> None:
    kiosk.until(wanted, PATIENCE)


@contextmanager
def _supervisor(folder: Path) -> Generator[str]:
    """Where systemd would listen for signs of life."""
    address = str(folder / "notify.sock")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(address)
        yield address
