"""script/bench kiosk: the panel against a Chromium kiosk, in turn on one screen, as JSON: conditions, then figures.

Both show the same schedule of the same simulated tenant at the same size, fetched every 30 s; both keep it from one
start to the next. Their screen is one Xvfb, watched through its frame buffer and touched through its pointer, so that
neither has anything installed in it. Chromium shows `page.html`; the small server that reads the tenant for it runs in
this process and is not counted, its profile is a used one, and its flags are the leanest it runs with. The panel has
the environment of its unit, and what its earlier starts have kept.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.bench.glass import Glass, glass
from tests.bench.panel import Installed, as_installed, drop_caches
from tests.processes import Tenant, cpu_seconds

WIDTH, HEIGHT = 1280, 800
TOMORROW_ON_THE_PANEL = (966, 61)
TOMORROW_ON_THE_PAGE = (980, 60)
DAY = (840, 150, 1240, 790)
"""Where both show the day that was asked for."""
FLAGS = [
    *("--kiosk", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--no-pings"),
    *("--disable-breakpad", "--disable-crash-reporter", "--disable-domain-reliability"),
    "--disable-client-side-phishing-detection",
    *("--disable-gpu", "--disable-software-rasterizer", "--in-process-gpu", "--renderer-process-limit=1"),
    *("--disable-speech-api", "--disable-notifications", "--mute-audio", "--password-store=basic", "--noerrdialogs"),
    *("--disable-site-isolation-trials", "--no-zygote", "--js-flags=--max-lazy --optimize-for-size"),
    "--enable-features=NetworkServiceInProcess2",
    "--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,BackForwardCache,"
    "InterestFeedContentSuggestions,CalculateNativeWinOcclusion,AudioServiceOutOfProcess,Vulkan",
]
GOALS = {"start, warm": 0.8, "start, cold": 0.7, "memory": 0.33, "idle CPU": 0.33, "tap to pixels": 1.0}


class Side:
    """One of the two, as the bench drives it."""

    def __init__(self, name: str, start: Callable[[], int], stop: Callable[[], None], tab: tuple[int, int]) -> None:
        """`start` gives the process's id; `tab` is where "Tomorrow" is."""
        self.name = name
        self.start = start
        self.stop = stop
        self.tab = tab
        self.figures: dict[str, list[float]] = {}

    def told(self, figure: str, value: float) -> None:
        self.figures.setdefault(figure, []).append(value)


# ── the page's server ─────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def page_server(tenant: Tenant) -> Generator[str]:
    """Its address: the page, and `schedule`, which is read from Graph each time it is asked for."""
    page = Path(__file__).with_name("page.html").read_bytes()
    schedule = _Schedule(tenant.told)

    class Asked(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_page = self.path == "/"
            body = page if is_page else json.dumps(schedule.read()).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8" if is_page else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Schedule:
    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told
        self._token: str | None = None

    def read(self) -> list[dict[str, str]]:
        if self._token is None:
            form = {"client_id": self._told["client_id"], "client_secret": self._told["client_secret"]}
            form |= {"grant_type": "client_credentials", "scope": "https://graph.microsoft.com/.default"}
            url = f"{self._told['authority']}/oauth2/v2.0/token"
            self._token = _asked(urllib.request.Request(url, urllib.parse.urlencode(form).encode()))["access_token"]  # noqa: S310
        today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        span = {"startDateTime": today.isoformat(), "endDateTime": (today + timedelta(days=2)).isoformat()}
        query = urllib.parse.urlencode(span | {"$select": "subject,start,end,sensitivity", "$top": "100"})
        room = self._told["rooms"][0]["address"]
        url = f"{self._told['graph']}/users/{room}/calendarView?{query}"
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {self._token}"})  # noqa: S310
        meetings = [
            {
                "subject": "Private meeting" if event["sensitivity"] == "private" else event["subject"],
                "start": event["start"]["dateTime"][:19] + "Z",
                "end": event["end"]["dateTime"][:19] + "Z",
            }
            for event in _asked(request)["value"]
        ]
        return sorted(meetings, key=lambda meeting: meeting["start"])


def _asked(request: urllib.request.Request) -> dict[str, Any]:
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
        return json.loads(answer.read())


# ── the two ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def panel(tenant: Tenant, folder: Path, display: str) -> Side:
    running: list[Installed] = []

    def start() -> int:
        running.append(Installed(tenant.told, folder, display=display))
        return running[-1].pid

    return Side("panel", start, lambda: running.pop().kill(), TOMORROW_ON_THE_PANEL)


def chromium(program: str, url: str, folder: Path, display: str) -> Side:
    running: list[subprocess.Popen[bytes]] = []
    words = [program, *FLAGS, f"--user-data-dir={folder}", f"--window-size={WIDTH},{HEIGHT}", "--window-position=0,0"]
    words += [*_without_sandbox(), f"--app={url}"]
    environment = os.environ | {"DISPLAY": display}
    environment.pop("WAYLAND_DISPLAY", None)

    def start() -> int:
        running.append(
            subprocess.Popen(
                words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
        )
        return running[-1].pid

    def stop() -> None:
        process = running.pop()
        os.killpg(process.pid, signal.SIGTERM)  # in order, so that it keeps what it stored
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)

    return Side("chromium", start, stop, TOMORROW_ON_THE_PAGE)


def _without_sandbox() -> list[str]:
    return ["--no-sandbox"] if os.geteuid() == 0 else []


# ── what is measured ──────────────────────────────────────────────────────────────────────────────────────────────────


def tree(pid: int) -> list[int]:
    """The process and all that came of it, its session's too."""
    parents: dict[int, tuple[int, int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1]), int(fields[3])
    found = {pid}
    while True:
        more = {child for child, (parent, session) in parents.items() if parent in found or session == pid} - found
        if not more:
            return sorted(found & parents.keys())
        found |= more


def pss_mb(pids: list[int]) -> float:
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def measure(side: Side, screen: Glass, tenant: Tenant, idle_seconds: float) -> None:
    """One cold start; one warm start that is then left alone, and touched."""
    screen.until_blank()
    drop_caches()
    began = time.monotonic()
    side.start()
    side.told("start, cold", screen.until_settled(began))
    side.stop()
    screen.until_blank()
    began = time.monotonic()
    pid = side.start()
    side.told("start, warm", screen.until_settled(began))
    time.sleep(5)
    pids = tree(pid)
    tenant.control("requests", method="DELETE")
    before = sum(map(cpu_seconds, pids))
    time.sleep(idle_seconds)
    side.told("idle CPU", (sum(map(cpu_seconds, pids)) - before) / idle_seconds * 100)
    side.told("requests", len(tenant.requests()) / idle_seconds * 60)
    side.told("memory", pss_mb(tree(pid)))
    side.told("processes", len(tree(pid)))
    side.told("tap to pixels", screen.tap(*side.tab, DAY) * 1000)
    side.stop()


UNITS = {
    "memory": "MB PSS of the process tree",
    "idle CPU": "% of a core",
    "tap to pixels": "ms",
    "requests": "per minute",
    "processes": "",
}


def told(panel: Side, other: Side) -> None:
    for figure in ("start, cold", "start, warm", "memory", "idle CPU", "tap to pixels", "requests", "processes"):
        ours, theirs = (statistics.median(side.figures[figure]) for side in (panel, other))
        ratio = round(ours / theirs, 3) if theirs else None
        goal = GOALS.get(figure)
        row: dict[str, object] = {"figure": figure, "unit": UNITS.get(figure, "s to the schedule on screen")}
        for side in (panel, other):
            row[side.name] = round(statistics.median(side.figures[figure]), 3)
            row[f"{side.name} runs"] = [round(value, 3) for value in side.figures[figure]]
        row["ratio"] = ratio
        if goal is not None:
            row |= {"goal": goal, "met": ratio is not None and ratio <= goal}
        print(json.dumps(row), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench kiosk", description="Against a Chromium kiosk, as JSON.")
    parser.add_argument("--runs", type=int, default=5, help="medians of this many, taken in turn (default: 5)")
    parser.add_argument("--idle-seconds", type=float, default=60, help="length of one idle run (default: 60)")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="keep what each showed, as PPM")
    arguments = parser.parse_args()
    program = shutil.which("chromium") or parser.error("there is no chromium; run this as script/bench kiosk")
    version = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    as_installed()
    tenant = Tenant()
    with (
        tempfile.TemporaryDirectory(prefix="roomdisplay-bench-") as name,
        glass(WIDTH, HEIGHT) as screen,
        page_server(tenant) as url,
    ):
        folders = [Path(name) / side for side in ("panel", "chromium")]
        for folder in folders:
            folder.mkdir()
        sides = panel(tenant, folders[0], screen.display), chromium(program, url, folders[1], screen.display)
        conditions = {
            "chromium": version,
            "flags": FLAGS + _without_sandbox(),
            "sandbox": "off, because Chromium refuses root without --no-sandbox" if _without_sandbox() else "on",
            "screen": f"Xvfb {WIDTH}x{HEIGHT}, software rendering",
            "runs": arguments.runs,
            "idle_seconds": arguments.idle_seconds,
        }
        print(json.dumps(conditions), flush=True)
        try:
            for side in sides:  # each fills its caches, and keeps the schedule
                screen.until_blank()
                pid = side.start()
                screen.until_settled(time.monotonic(), rest=4)
                if arguments.pictures is not None:
                    screen.save(arguments.pictures / f"{side.name}.ppm")
                assert tree(pid)
                side.stop()
            for _ in range(arguments.runs):
                for side in sides:
                    measure(side, screen, tenant, arguments.idle_seconds)
            told(*sides)
        finally:
            for side in sides:
                with suppress(IndexError):
                    side.stop()
            tenant.close()


if __name__ == "__main__":
    main()
