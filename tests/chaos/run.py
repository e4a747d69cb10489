"""script/chaos: proof that no booking is ever lost. The last line of output is one JSON object."""

import argparse
import json
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from types import FrameType

from tests.chaos import bookkeeper, disk
from tests.chaos.bookkeeper import Verdict
from tests.chaos.lane import Lane

PROGRESS_EVERY = 10.0


def main() -> int:
    arguments = _arguments()
    own_disk = disk.private_namespace()
    _stop_on_sigterm()
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    stopping, hurry = threading.Event(), threading.Event()
    lanes = [
        Lane(f"{arguments.seed}:{number}", folder / str(number), own_disk, stopping, hurry)
        for number in range(arguments.lanes)
    ]
    broken: list[str] = []
    threads = [threading.Thread(target=_run, args=(lane, stopping, broken)) for lane in lanes]
    began = time.monotonic()
    try:
        for thread in threads:
            thread.start()
        _watch(lanes, threads, stopping, began, arguments)
    except KeyboardInterrupt:
        hurry.set()
        print("stopping", file=sys.stderr)
    finally:
        stopping.set()
        for thread in threads:
            thread.join()
    for sentence in broken:
        print(sentence, file=sys.stderr)
    told = _told(lanes, arguments.seed, own_disk, time.monotonic() - began)
    is_clean = not broken and not any(told[verdict] for verdict in Verdict)
    is_done = told["kills"] >= arguments.kills and told["bookings"] >= arguments.bookings
    if is_clean or arguments.clean_up:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        print(f"what was there is kept in {folder}", file=sys.stderr)
    print(json.dumps(told | {"complete": is_done}), flush=True)
    return 130 if hurry.is_set() else 0 if is_clean and told["bookings"] and told["kills"] else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/chaos",
        description="Starts kiosks (offscreen) against simulated tenants and abuses them: killed at any instant, "
        "dropped, cut and malformed answers, storms of errors, delays, clocks that jump, full disks, corrupt files, "
        "and Outlook users who want the same slot. Then it counts what became of every booking.",
        epilog=bookkeeper.DEFINITIONS
        + "\n\nExit status 0 only where lost, duplicated, double_booked and unexplained are 0.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seed", type=int, default=1, help="decides everything but timing (default: 1)")
    parser.add_argument("--kills", type=int, default=300, help="at least so many (default: 300)")
    parser.add_argument("--bookings", type=int, default=1000, help="at least so many promised (default: 1000)")
    parser.add_argument("--minutes", type=float, default=20, help="then quiet, whatever was reached (default: 20)")
    parser.add_argument("--lanes", type=int, default=3, choices=(1, 2, 3), help="kiosks at a time (default: 3)")
    parser.add_argument("--clean-up", action="store_true", help="keep no logs, even where something was wrong")
    return parser.parse_args()


def _stop_on_sigterm() -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)


def _run(lane: Lane, stopping: threading.Event, broken: list[str]) -> None:
    """A mistake of chaos itself ends the run; it never passes for a clean one."""
    try:
        lane.run()
    except BaseException:
        import traceback

        broken.append(traceback.format_exc())
        stopping.set()


def _watch(
    lanes: list[Lane],
    threads: list[threading.Thread],
    stopping: threading.Event,
    began: float,
    arguments: argparse.Namespace,
) -> None:
    """Until all lanes have come to rest."""
    next_line = began + PROGRESS_EVERY
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.1)
        now = time.monotonic()
        kills = sum(lane.tally.kills for lane in lanes)
        bookings = sum(len(lane.books.bookings()) for lane in lanes)
        if (kills >= arguments.kills and bookings >= arguments.bookings) or now - began > arguments.minutes * 60:
            stopping.set()
        if now >= next_line:
            next_line += PROGRESS_EVERY
            troubles = sum(len(lane.books.troubles) for lane in lanes)
            phase = "draining" if stopping.is_set() else "abusing"
            print(
                f"{now - began:5.0f} s  {phase}  {kills} kills  {bookings} bookings  {troubles} troubles",
                file=sys.stderr,
                flush=True,
            )


def _told(lanes: list[Lane], seed: int, own_disk: bool, seconds: float) -> dict[str, object]:
    bookings = [p for lane in lanes for p in lane.books.bookings()]
    troubles = {key: told for lane in lanes for key, told in lane.books.troubles.items()}
    for (verdict, _), sentence in troubles.items():
        print(f"{verdict}: {sentence}", file=sys.stderr)
    stages = Counter(p.stage for p in bookings)
    verdicts = Counter(verdict for verdict, _ in troubles)
    tallies = [asdict(lane.tally) for lane in lanes]
    return {
        "seed": seed,
        "kills": sum(lane.tally.kills for lane in lanes),
        "bookings": len(bookings),
        "confirmed": stages["confirmed"],
        "refused": stages["refused"],
        "expired": stages["expired"],
        **{str(verdict): verdicts[verdict] for verdict in Verdict},
        "destroyed": sum(p.is_destroyed and not p.is_final for p in bookings),
        "changes": sum(p.is_promised for lane in lanes for p in lane.books.promises.values()) - len(bookings),
        "requests_per_minute_worst": max(lane.books.worst_minute for lane in lanes),
        **{name: sum(tally[name] for tally in tallies) for name in tallies[0] if name != "kills"},
        "disk": "tmpfs" if own_disk else "file-size limit",
        "seconds": round(seconds, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
