"""`script/boot-test`: the units in a really booted systemd, against a simulated tenant on this machine.

Three boots of one disk: the installation; a reboot, after which everything is tried, ending in a power cut; and what is
left after that, with Office 365 out of reach.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.deploy import releases
from tests.processes import ROOT, Tenant

BOOT = ROOT.parent / "shared" / "platform" / "boot-systemd"
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
    "frozen_engine",
    "frozen_frames",
    "frozen_store",
    "frozen_compositor",
    "unplugged_screen",
    "full_disk",
    "read_only_disk",
    "read_only_root",
    "old_compositor",
    "server_comes_back_after_kill",
    "frozen_server",
    "refuses_a_wrong_bundle",
    "updates",
    "gives_a_bad_release_up",
)
SECRET = "office365-client-secret"
# cage 0.1.4, bookworm's, draws nothing without a screen; so there Qt draws by itself
SCREENS = {"trixie": "WLR_BACKENDS=headless\nWLR_RENDERER=pixman\n", "bookworm": "QT_QPA_PLATFORM=offscreen\n"}


def missing() -> str | None:
    """Why it cannot be done here."""
    if not BOOT.exists():
        return f"{BOOT} is not at hand, which boots a systemd"
    if os.geteuid() != 0:
        return "only root can boot a systemd"
    return None


class Disk:
    """A machine's root file system, from one boot to the next."""

    def __init__(self, suite: str, folder: Path) -> None:
        self._suite, self.root = suite, folder

    def boot(self, command: str, *, cut: bool = False) -> int:
        """Exit status of `command`, which is run in it. `cut`: its end is a power cut."""
        words = [str(BOOT), "-s", self._suite, "-d", str(self.root), *(["-k"] if cut else []), str(ROOT), command]
        return subprocess.run(words, check=False).returncode

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(mode)


def trial(suite: str, folder: Path, checks: Sequence[str]) -> int:
    """Exit status: 0 where all is well."""
    disk, tenant = Disk(suite, folder), Tenant()
    told = tenant.told
    try:
        screen = SCREENS[suite].replace("\n", "\\n")
        first = "python3 -m tests.deploy.booted waits_to_be_paired"
        made = f"mkdir -p /etc/roomdisplay && printf '{screen}' >/etc/roomdisplay/panel.env"
        if status := disk.boot(f"{made} && deploy/install --panel --server && {first}"):
            return status
        room = told["rooms"][0]["address"]
        disk.write("etc/roomdisplay/ca.pem", Path(told["ca_file"]).read_text())
        disk.write(
            "etc/roomdisplay/config.yaml",
            f"room: {{address: {room}, name: Aurora, time_zone: Europe/Berlin}}\n"
            f"office365:\n  tenant: {told['tenant_id']}\n  client_id: {told['client_id']}\n  client_secret: {SECRET}\n"
            f"  authority: {told['authority_https']}\n  graph: {told['graph']}\n  ca_file: /etc/roomdisplay/ca.pem\n"
            f"wox: {{server: 'http://127.0.0.1:8080', token: wox-token}}\n",
        )
        disk.write("root/rooms.csv", f"mailbox,name,location,time_zone,floor\n{room},Aurora,Berlin,Europe/Berlin,2nd\n")
        disk.write("root/secret", told["client_secret"], 0o600)
        if {"updates", "refuses_a_wrong_bundle", "gives_a_bad_release_up"} & set(checks):
            with tempfile.TemporaryDirectory(prefix="roomdisplay-releases-") as made:
                releases.make(Path(made))
                shutil.copy(Path(made) / "update-key.pem", disk.root / "etc" / "roomdisplay")
                for bundle in Path(made).glob("*.bundle"):
                    shutil.copy(bundle, disk.root / "root")
        given = f"roomdisplay-credential {SECRET} </root/secret && rm /root/secret"
        if status := disk.boot(f"{given} && python3 -m tests.deploy.booted joins_a_server"):
            return status
        status = disk.boot(f"python3 -m tests.deploy.booted {' '.join(checks)}", cut=True)
    finally:
        tenant.close()
    return status or disk.boot("python3 -m tests.deploy.booted kept_over_a_power_cut")


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/boot-test", description=__doc__)
    parser.add_argument(
        "suites", nargs="*", default=list(SUITES), metavar="SUITE", help="trixie, bookworm (default: both)"
    )
    parser.add_argument("--only", nargs="+", choices=LONG, metavar="CHECK", help=f"of {', '.join(LONG)}")
    parser.add_argument("--short", action="store_true", help="only what the suite does")
    arguments = parser.parse_args()
    if why := missing():
        print(f"script/boot-test: {why}.", file=sys.stderr)
        return 2
    for suite in arguments.suites:
        folder = Path(tempfile.mkdtemp(prefix=f"roomdisplay-boot-{suite}-"))
        try:
            print(f"— {suite}", flush=True)
            if status := trial(suite, folder, arguments.only or (SHORT if arguments.short else LONG)):
                return status
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            Path(f"{folder}.console").unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
