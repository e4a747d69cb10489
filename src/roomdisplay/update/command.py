"""The command `roomdisplay-update`."""

import argparse
import fcntl
import os
import platform
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from roomdisplay.update.bundle import BundleRefused, public_key, unpack
from roomdisplay.update.releases import ReleaseBroken, Releases, precedes
from roomdisplay.update.services import Service, Services

PATIENCE = 120.0
"""Seconds a new release has to prove itself."""


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    if os.geteuid() != 0 and arguments.root == Path("/opt/roomdisplay"):
        return _complain("Only root may update. Run it with sudo.")
    releases = Releases(arguments.root)
    services = Services(units=arguments.units, command=arguments.root / "current" / "bin" / "roomdisplay")
    try:
        with _alone(arguments.root):
            if arguments.settle:
                return _settle(releases, services, arguments.patience)
            return _update(releases, services, arguments)
    except (BundleRefused, ReleaseBroken) as refused:
        return _complain(str(refused))
    except BlockingIOError:
        return _complain("Another update is under way. Wait for its end.")
    except OSError as error:
        return _complain(f"{error.filename or arguments.root} cannot be changed ({error.strerror}).")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="roomdisplay-update",
        description="Installs the release in BUNDLE beside the current one, switches to it, and back again by itself "
        "if it is not healthy within two minutes.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("bundle", type=Path, nargs="?", metavar="BUNDLE", help="a file that script/package made")
    what.add_argument("--settle", action="store_true", help="ends a trial that a power cut interrupted")
    parser.add_argument("--older", action="store_true", help="take a release older than the current one")
    parser.add_argument("--key", type=Path, default=Path("/etc/roomdisplay/update-key.pem"), metavar="FILE")
    parser.add_argument("--root", type=Path, default=Path("/opt/roomdisplay"), metavar="DIR")
    parser.add_argument("--units", type=Path, default=Path("/etc/systemd/system"), metavar="DIR")
    parser.add_argument("--patience", type=float, default=PATIENCE, metavar="SECONDS")
    return parser


def _update(releases: Releases, services: Services, arguments: argparse.Namespace) -> int:
    started = services.started()
    with tempfile.TemporaryDirectory(prefix=".bundle-", dir=arguments.root) as folder:
        manifest = unpack(arguments.bundle, public_key(arguments.key), Path(folder))
        version, current = manifest.version, releases.current
        if manifest.architecture != platform.machine():
            raise BundleRefused(
                f"The bundle is for {manifest.architecture} and this machine is {platform.machine()}. "
                "Take the one for this machine."
            )
        if version == current:
            print(f"Release {version} is current already.")
            return 0
        if current is not None and precedes(version, current) and not arguments.older:
            raise BundleRefused(f"The bundle is {version}, older than {current}. Give --older if that is meant.")
        if not releases.is_complete(version):
            releases.build(version, Path(folder), [service.requirements for service in services.enabled()])
    were_well = [service for service in started if services.well(service)]
    releases.switch(version)
    services.renew(releases.folder(version))
    services.restart(started)
    return _proven(releases, services, started, were_well, arguments.patience)


def _settle(releases: Releases, services: Services, patience: float) -> int:
    """Links may still be coming up, so only running steadily counts."""
    if not releases.is_on_trial:
        return 0
    return _proven(releases, services, services.started(), [], patience)


def _proven(
    releases: Releases, services: Services, started: Sequence[Service], were_well: Sequence[Service], patience: float
) -> int:
    version, before = releases.current, releases.previous
    failing = services.prove(started, were_well, patience)
    if failing is None:
        releases.settled()
        print(f"Release {version} runs.")
        return 0
    if before is None or before == version:
        releases.settled()
        return _complain(f"{failing.unit} is not healthy with {version}, and there is no release to go back to.")
    releases.give_up()
    services.renew(releases.folder(before))
    services.restart(started)
    releases.settled()
    return _complain(
        f"{failing.unit} was not healthy within {patience:.0f} s, so {before} runs again instead of {version}. "
        f"See why: journalctl -u {failing.unit}"
    )


@contextmanager
def _alone(root: Path) -> Generator[None]:
    """Raises BlockingIOError where another update is under way."""
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def _complain(sentence: str) -> int:
    print(f"roomdisplay-update: {sentence}", file=sys.stderr)
    return 1
