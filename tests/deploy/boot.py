"""`script/boot-test`: the units in a really booted systemd, against a simulated tenant on this machine.

Boots of one disk: the installation; a reboot, after which everything is tried, ending in a power cut; and what is left
after that, with Office 365 out of reach. In between, power cuts in the middle of updates on a copy of it, and releases
that are rolled out to it and to a second machine.
"""

import argparse
import os
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from tests.deploy import releases
from tests.deploy.booted import Amiss
from tests.deploy.disk import BOOT, Disk
from tests.deploy.power_cut import MOMENTS
from tests.deploy.rings import Administrator, Fleet, until
from tests.processes import Json, Tenant

SUITES = ("trixie", "bookworm")
SHORT = ("starts_at_boot", "gets_its_credential", "comes_back_after_kill", "frozen_engine")
LONG = (
    "units_are_sound",
    "little_is_exposed",
    "starts_at_boot",
    "gets_its_credential",
    "logs_in_fields",
    "nothing_else_to_reach",
    "comes_back_after_kill",
    "survives_crashes",
    "reads_ahead",
    "does_without_what_it_cannot_open",
    "frozen_engine",
    "frozen_frames",
    "frozen_store",
    "frozen_compositor",
    "unplugged_screen",
    "no_screen_driver",
    "full_disk",
    "read_only_disk",
    "read_only_root",
    "old_compositor",
    "server_comes_back_after_kill",
    "frozen_server",
    "refuses_a_wrong_bundle",
    "gives_a_bad_release_up",
    "is_kept_from_flooding",  # last: for a while the journal takes nothing more
)
BOOTED = "python3 -m tests.deploy.booted"
SECRET = "office365-client-secret"
GIVEN = f"roomdisplay-credential {SECRET} </root/secret && rm /root/secret"
GIVEN_TOKEN = "roomdisplay-credential wox-token </root/token && rm /root/token"
# cage 0.1.4, bookworm's, draws nothing without a screen; so there Qt draws by itself
SCREENS = {"trixie": "WLR_BACKENDS=headless\nWLR_RENDERER=pixman\n", "bookworm": "QT_QPA_PLATFORM=offscreen\n"}


def missing() -> str | None:
    """Why it cannot be done here."""
    if not BOOT.exists():
        return f"{BOOT} is not at hand, which boots a systemd"
    if os.geteuid() != 0:
        return "only root can boot a systemd"
    return None


def trial(suite: str, folder: Path, checks: Sequence[str]) -> int:
    """Exit status: 0 where all is well."""
    tenant, disk = Tenant(), Disk(suite, folder / "first")
    try:
        status = _installed(disk, SCREENS[suite]) or _with_the_other_machines(disk, folder, checks, tenant.told)
    finally:
        tenant.close()
    return status or disk.boot(f"{BOOTED} kept_over_a_power_cut has_its_own_files")


def _installed(disk: Disk, screen: str) -> int:
    # by somebody whose new files are nobody else's
    made = f"umask 077 && mkdir -p /etc/roomdisplay && printf {shlex.quote(screen)} >/etc/roomdisplay/panel.env"
    return disk.boot(f"({made} && deploy/install --panel --server) && {BOOTED} waits_to_be_paired")


def _with_the_other_machines(disk: Disk, folder: Path, checks: Sequence[str], told: Json) -> int:
    with tempfile.TemporaryDirectory(prefix="roomdisplay-releases-") as made:
        bundles = Path(made)
        if {*UPDATES, "refuses_a_wrong_bundle", "gives_a_bad_release_up"} & set(checks):
            releases.make(bundles)
            shutil.copy(bundles / "update-key.pem", disk.root / "etc" / "roomdisplay")
            for bundle in bundles.glob("*.bundle"):
                shutil.copy(bundle, disk.root / "root")
        further = {name: disk.copy(folder / name) for name in UPDATES if name in checks}
        _settle_in(disk, told, 0)
        status = disk.boot(f"{GIVEN} && {BOOTED} joins_a_server")
        booted = [check for check in checks if check not in UPDATES] or ["starts_at_boot"]
        status = status or disk.boot(f"{BOOTED} {' '.join(booted)}", cut=True)
        for name, other in further.items():
            _settle_in(other, told, 1)
            status = status or UPDATES[name](disk, other, bundles)
    return status


def _settle_in(disk: Disk, told: Json, number: int) -> None:
    """The settings of the machine at the tenant's room of that number."""
    room = told["rooms"][number]["address"]
    disk.write("etc/roomdisplay/ca.pem", Path(told["ca_file"]).read_text())
    disk.write(
        "etc/roomdisplay/config.yaml",
        f"room: {{address: {room}, name: Aurora, time_zone: Europe/Berlin}}\n"
        f"office365:\n  tenant: {told['tenant_id']}\n  client_id: {told['client_id']}\n  client_secret: {SECRET}\n"
        f"  authority: {told['authority_https']}\n  graph: {told['graph']}\n  ca_file: /etc/roomdisplay/ca.pem\n"
        f"wox: {{server: 'http://127.0.0.1:8080', token: wox-token}}\n",
    )
    rooms = [f"{one['address']},{one['name']},Berlin,Europe/Berlin,2nd\n" for one in told["rooms"][:2]]
    disk.write("root/rooms.csv", "mailbox,name,location,time_zone,floor\n" + "".join(rooms))
    disk.write("root/secret", told["client_secret"], 0o600)


def _power_cuts(_: Disk, disk: Disk, bundles: Path) -> int:
    """One after the other on one disk, each in the middle of an update, and each seen to have done no harm."""
    disk.write("root/token", "nobody's", 0o600)
    whole = f"{GIVEN} && {GIVEN_TOKEN} && systemctl restart roomdisplay"
    for moment in MOMENTS:
        if status := disk.boot(f"{whole} && python3 -m tests.deploy.power_cut begin {moment}", cut=True):
            return status
        whole = f"python3 -m tests.deploy.power_cut whole {moment}"
    return disk.boot(whole)


def _rings(first: Disk, second: Disk, bundles: Path) -> int:
    """From the Portal of the first machine to both."""
    second.write("root/token", (first.root / "root" / "further-token").read_text(), 0o600)
    welcome = first.root / "root" / "welcome"
    given = f"{GIVEN} && {GIVEN_TOKEN} && systemctl restart roomdisplay"
    with first.running(f"{BOOTED} lets_somebody_in"), second.running(given):
        try:
            until("somebody may sign in", welcome.exists, 120)
            administrator = Administrator(urlsplit(welcome.read_text().strip()).path)
            fleet = Fleet(first, second, administrator)
            for deed, bundle in ((fleet.takes_a_good_release, "good"), (fleet.gives_a_bad_release_up, "bad")):
                print(f"rings: {deed(bundles / f'{bundle}.bundle')}", flush=True)
            administrator.close()
        except Amiss as amiss:
            print(f"rings: AMISS: {amiss}", flush=True)
            return 1
    return 0


UPDATES: Mapping[str, Callable[[Disk, Disk, Path], int]] = {"power_cuts": _power_cuts, "rings": _rings}
"""What is tried on a machine beside the first, with `good.bundle` and `bad.bundle`."""


def main() -> int:
    checks = (*LONG, *UPDATES)
    parser = argparse.ArgumentParser(prog="script/boot-test", description=__doc__)
    parser.add_argument(
        "suites", nargs="*", default=list(SUITES), metavar="SUITE", help="trixie, bookworm (default: both)"
    )
    parser.add_argument("--only", nargs="+", choices=checks, metavar="CHECK", help=f"of {', '.join(checks)}")
    parser.add_argument("--short", action="store_true", help="only what the suite does")
    arguments = parser.parse_args()
    if why := missing():
        print(f"script/boot-test: {why}.", file=sys.stderr)
        return 2
    for suite in arguments.suites:
        folder = Path(tempfile.mkdtemp(prefix=f"roomdisplay-boot-{suite}-"))
        began = time.monotonic()
        try:
            print(f"— {suite}", flush=True)
            if status := trial(suite, folder, arguments.only or (SHORT if arguments.short else checks)):
                return status
            print(f"{suite}: {time.monotonic() - began:.0f} s", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
