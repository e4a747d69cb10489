"""A power cut in the middle of an update, from inside the booted system. Needs nothing but Python.

`python3 -m tests.deploy.power_cut begin MOMENT` has root's installer take up a bundle and stops it at that moment, so
that what ends this boot finds it there; `… whole MOMENT` sees, after the next boot, what is left of it.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.deploy.booted import Amiss, active, ctl, handed_in, shown, until

OPT = Path("/opt/roomdisplay")
UPDATE = "roomdisplay-update"
BEFORE = Path("/root/release-before")
GOOD, BAD = "0.2.0", "0.3.0"


def _pointed(name: str) -> str:
    return os.readlink(OPT / name).rpartition("/")[2]


def _is_complete(version: str) -> bool:
    return (OPT / "releases" / version / ".complete").exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    bundle: str
    has_come: Callable[[], bool]
    stays: str | None
    """The release that runs in the end; None: the one before."""
    is_trial: bool = False


MOMENTS: Mapping[str, Moment] = {
    "unpacking": Moment(
        bundle="good", has_come=lambda: any(OPT.glob(".bundle-*/wheels/*.whl")) and not _made(GOOD), stays=None
    ),
    "installing": Moment(
        bundle="good", has_come=lambda: any((OPT / "releases" / GOOD).glob("lib/python3*/site-packages/PySide6/*.so")),
        stays=None,
    ),
    "installed": Moment(bundle="good", has_come=lambda: _is_complete(GOOD), stays=None),
    "switched": Moment(bundle="good", has_come=lambda: _pointed("current") == GOOD, stays=GOOD, is_trial=True),
    "switched-to-a-bad-one": Moment(
        bundle="bad", has_come=lambda: _pointed("current") == BAD, stays=GOOD, is_trial=True
    ),
}  # fmt: skip


def _made(version: str) -> bool:
    return (OPT / "releases" / version).exists()


def begin(name: str) -> str:
    moment = MOMENTS[name]
    until("the panel has its link", lambda: ctl("health")["ok"])
    BEFORE.write_text(_pointed("current"))
    handed_in(Path(f"/root/{moment.bundle}.bundle"), _letter(name))
    until("root is at work", lambda: shown("MainPID", UPDATE) != "0")
    installer = int(shown("MainPID", UPDATE))
    deadline = time.monotonic() + 240
    while not moment.has_come():
        if time.monotonic() > deadline:
            raise Amiss(f"the update never was so far: {name}")
        time.sleep(0.002)
    os.kill(installer, signal.SIGSTOP)
    if not moment.has_come() or (name == "installed" and _pointed("current") == GOOD):
        raise Amiss(f"the update was through before it could be stopped: {name}")
    if moment.is_trial is not (OPT / "trial").exists():
        raise Amiss("the trial is not where it should be")
    return f"cut while {_pointed('current')} is current"


def whole(name: str) -> str:
    moment, before = MOMENTS[name], BEFORE.read_text()
    release = moment.stays or before
    until("the trial is over", lambda: not (OPT / "trial").exists(), 240)
    until("the panel's unit is active", active)
    until("nothing half made is left", lambda: not _halves(), 30)
    until(f"{release} runs", lambda: _pointed("current") == release and ctl("health")["version"] in release)
    until("it is healthy", lambda: active() and ctl("health")["ok"] and ctl("state")["freshness"]["kind"] == "live")
    if not _is_complete(release):
        raise Amiss(f"{release} is not whole")
    if moment.is_trial:
        told = json.loads(Path("/var/lib/roomdisplay-update/result.json").read_text())
        expected = "installed" if moment.bundle == "good" else "rolledBack"
        if (told["id"], told["stage"]) != (_letter(name), expected):
            raise Amiss(f"WOX would be told {told}")
    return f"{release} runs, whole and healthy; there are {sorted(p.name for p in (OPT / 'releases').iterdir())}"


def _halves() -> list[Path]:
    """What an update left half made."""
    releases = [folder for folder in (OPT / "releases").iterdir() if not (folder / ".complete").exists()]
    return [*releases, *OPT.glob(".bundle-*")]


def _letter(name: str) -> str:
    return f"00000000-0000-4000-8000-{list(MOMENTS).index(name):012}"


def main(words: list[str]) -> int:
    deed, name = words
    began = time.monotonic()
    try:
        said = {"begin": begin, "whole": whole}[deed](name)
    except Amiss as amiss:
        print(f"power cut, {name}: AMISS: {amiss}", flush=True)
        return 1
    print(f"power cut, {name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
