"""script/bench: the figures of one panel, each a JSON object on a line of its own: figure, unit, goal, median, runs.

Everything is real: the kiosk as a process of its own (offscreen, software renderer) with the environment that its unit
gives it, the simulated tenant as another, HTTP between them on loopback. Memory is that of a panel that shows its live
schedule and has been left alone, and then that of one whose pages somebody has looked at and left.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from roomdisplay.config.kinds import WEEKDAYS
from roomdisplay.ui.bytecode import lay_out_pyside
from tests.processes import ROOT, Json, Kiosk, Tenant

UNIT = ROOT / "deploy" / "systemd" / "roomdisplay.service"
OF_THE_PROGRAM = ("GLIBC_TUNABLES", "PYTHON", "QT_", "QV4_")
"""What a unit's variables begin with that say how the program runs, rather than where it finds things."""


def unit_environment() -> dict[str, str]:
    """How the unit has the program run."""
    lines = [line for line in UNIT.read_text().splitlines() if line.startswith("Environment=")]
    words = [word.partition("=") for line in lines for word in line.removeprefix("Environment=").split()]
    return {name: value for name, _, value in words if name.startswith(OF_THE_PROGRAM)}


class Installed(Kiosk):
    """As its unit starts it, on a wall where it is lit all day."""

    environment = unit_environment()

    def __init__(self, tenant: Json, folder: Path, *, display: str | None = None) -> None:
        shown = {"locale": "en_GB", "on_hours": {day: ["00:00", "24:00"] for day in WEEKDAYS}}
        extra = f"display: {json.dumps(shown)}\n"
        super().__init__(tenant, folder, extra=extra, display=display, always_lit=False)


LOOKED_AT = ("Tomorrow", "Today", "30 min", "Cancel", "Book later", "Close", "Language and accessibility", "Done")
"""What is tapped before memory is measured again."""


@contextmanager
def started(*, latency_ms: int = 0) -> Generator[tuple[Tenant, Kiosk]]:
    """A tenant and a kiosk that shows its day."""
    tenant = Tenant(latency_ms=latency_ms)
    with tempfile.TemporaryDirectory(prefix="roomdisplay-bench-") as folder:
        kiosk = Installed(tenant.told, Path(folder))
        try:
            kiosk.until(lambda state: state["freshness"]["kind"] == "live")
            yield tenant, kiosk
        finally:
            kiosk.close()
            tenant.close()


def told(figure: str, unit: str, goal: float, values: list[float]) -> None:
    print(
        json.dumps(
            {
                "figure": figure,
                "unit": unit,
                "goal": goal,
                "median": round(statistics.median(values), 3),
                "met": statistics.median(values) <= goal,
                "runs": [round(value, 3) for value in values],
            }
        ),
        flush=True,
    )


def start_up(runs: int) -> None:
    """From the start of the process to the kept schedule on screen, without a tenant to ask."""
    tenant = Tenant()
    with tempfile.TemporaryDirectory(prefix="roomdisplay-bench-") as name:
        folder = Path(name)
        kiosk = Installed(tenant.told, folder)
        kiosk.until(lambda state: state["freshness"]["kind"] == "live" and bool(state["meetings"]))
        time.sleep(0.5)
        kiosk.close()
        tenant.close()

        def once() -> float:
            kiosk = Installed(tenant.told, folder)
            seconds = kiosk.until_logged("The first frame is on screen")
            shown = kiosk.until(lambda state: bool(state["meetings"]))
            assert shown["state"] != "unknown", shown["state"]
            kiosk.close()
            return seconds

        once()
        told("start to schedule from cache on screen, warm", "s", 0.35, [once() for _ in range(runs)])
        cold: list[float] = []
        for _ in range(runs):
            drop_caches()
            cold.append(once())
        told("start to schedule from cache on screen, cold", "s", 1.0, cold)


def as_installed() -> None:
    """An installed release has its Python, and PySide's, compiled beside it; a source tree may have none of it."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", ROOT / "src" / "roomdisplay"], check=True)
    lay_out_pyside()


class Staged(Installed):
    """Tells where its start goes."""

    @property
    def program(self) -> list[str]:
        return [sys.executable, str(ROOT / "tests" / "bench" / "stages.py"), str(time.monotonic())]


def stages(runs: int) -> None:
    """Where a start with a kept schedule goes, warm and cold: milliseconds each stage took, medians."""
    tenant = Tenant()
    with tempfile.TemporaryDirectory(prefix="roomdisplay-bench-") as folder:

        def once() -> dict[str, tuple[float, float]]:
            kiosk = Staged(tenant.told, Path(folder))
            kiosk.until_logged("STAGES")
            kiosk.close()
            (line,) = [line for _, line in kiosk.log if line.startswith("STAGES")]
            return json.loads(line.removeprefix("STAGES"))

        once()
        for kind in ("warm", "cold"):
            took: dict[str, list[tuple[float, float]]] = {}
            for _ in range(runs):
                if kind == "cold":
                    drop_caches()
                before = 0.0, 0.0
                for stage, (clock, processor) in once().items():
                    took.setdefault(stage, []).append((clock - before[0], processor - before[1]))
                    before = clock, processor
            medians = {
                stage: {"ms": round(statistics.median(c for c, _ in values) * 1000), "cpu ms": _median_ms(values)}
                for stage, values in took.items()
            }
            print(json.dumps({"figure": f"where the start goes, {kind}", "stages": medians}), flush=True)
    tenant.close()


def _median_ms(values: list[tuple[float, float]]) -> int:
    return round(statistics.median(processor for _, processor in values) * 1000)


def drop_caches() -> None:
    """Makes the next start read from disk: the kernel's page cache where root may, else the files' own pages."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3")
    except OSError:
        for folder in (ROOT / ".venv", ROOT / "src", ROOT / "assets", Path(sys.base_prefix)):
            for file in folder.rglob("*"):
                if file.is_file():
                    with file.open("rb") as opened:
                        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def idle(runs: int, seconds: float) -> None:
    """Memory, processor and traffic of a panel nobody touches."""
    memory: list[float] = []
    used: list[float] = []
    processor: list[float] = []
    traffic: list[float] = []
    for _ in range(runs):
        with started() as (tenant, kiosk):
            time.sleep(5)
            tenant.control("requests", method="DELETE")
            before = kiosk.cpu_seconds()
            time.sleep(seconds)
            processor.append((kiosk.cpu_seconds() - before) / seconds * 100)
            traffic.append(len(tenant.requests()) / seconds * 60)
            memory.append(kiosk.pss_mb())
            for name in LOOKED_AT:
                kiosk.ctl("tap", name)
                time.sleep(1)
            used.append(kiosk.pss_mb())
    told("PSS of the kiosk", "MB", 100, memory)
    told("PSS of the kiosk once it was used", "MB", 100, used)
    told("idle CPU", "% of a core", 0.5, processor)
    told("Graph requests while idle", "per minute", 2, traffic)


def failing(seconds: float) -> None:
    """Traffic while everything Graph answers is a 503 without Retry-After."""
    with started() as (tenant, _):
        tenant.control("faults", {"status": 503, "retryAfter": None, "path": "/v1.0/"})
        tenant.control("requests", method="DELETE")
        time.sleep(seconds)
        told("Graph requests while all fail", "per minute", 4, [len(tenant.requests()) / seconds * 60])


def tap(runs: int) -> None:
    """From the finger to changed pixels, and to the booking confirmed, at 50 ms latency."""
    pixels: list[float] = []
    confirmed: list[float] = []
    for _ in range(runs):
        with started(latency_ms=50) as (_, kiosk):
            pixels.append(kiosk.ctl("tap", "30 min")["pixels_ms"])
            time.sleep(0.5)
            begun = time.monotonic()
            kiosk.ctl("tap", "Book ")
            kiosk.until(lambda state: any(entry["stage"] == "confirmed" for entry in state["outbox"]))
            confirmed.append((time.monotonic() - begun) * 1000)
    told("tap to changed pixels", "ms", 50, pixels)
    told("tap to confirmed at 50 ms latency", "ms", 250, confirmed)


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench", description="Prints one JSON object for each figure.")
    figures = ["start", "stages", "tap", "idle", "failing"]
    parser.add_argument("figures", nargs="*", choices=[[], *figures], help="default: all")
    parser.add_argument("--runs", type=int, default=5, help="medians of this many (default: 5)")
    parser.add_argument("--idle-seconds", type=float, default=60, help="length of one idle run (default: 60)")
    arguments = parser.parse_args()
    as_installed()
    wanted = arguments.figures or figures
    if "start" in wanted:
        start_up(arguments.runs)
    if "stages" in wanted:
        stages(arguments.runs)
    if "tap" in wanted:
        tap(arguments.runs)
    if "idle" in wanted:
        idle(arguments.runs, arguments.idle_seconds)
    if "failing" in wanted:
        failing(120)


if __name__ == "__main__":
    main()
