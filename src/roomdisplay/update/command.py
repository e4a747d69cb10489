"""The command `roomdisplay-update`."""

import argparse
import fcntl
import os
import platform
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from roomdisplay.update.bundle import BundleRefused, public_key, unpack
from roomdisplay.update.inbox import Letter, Outcome, Stage, opened
from roomdisplay.update.releases import ReleaseBroken, Releases, precedes
from roomdisplay.update.services import Service, Services

PATIENCE = 120.0
"""Seconds a new release has to prove itself."""


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    if os.geteuid() != 0 and arguments.root == Path("/opt/roomdisplay"):
        return _complain("Only root may update. Run it with sudo.")
    releases = Releases(arguments.root)
    services = Services(command=arguments.root / "current" / "bin" / "roomdisplay")
    if arguments.settle:
        if (id := releases.trial) is None:
            with suppress(BlockingIOError), _alone(arguments.root):  # an update under way tidies up itself
                releases.tidy()
            return 0
        settle = partial(_settle, releases, services, arguments.patience)
        return _told(_tried(arguments.root, settle, id), arguments)
    letters = nullcontext(Letter(id="", bundle=arguments.bundle)) if arguments.bundle else opened(arguments.inbox)
    with letters as letter:
        if letter is None:
            return 0
        update = partial(_update, releases, services, letter, arguments)
        return _told(_tried(arguments.root, update, letter.id), arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="roomdisplay-update",
        description="Installs the release in BUNDLE beside the current one, switches to it, and back again by itself "
        "if it is not healthy within two minutes.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("bundle", type=Path, nargs="?", metavar="BUNDLE", help="a file that script/package made")
    what.add_argument("--settle", action="store_true", help="ends an update that a power cut interrupted")
    what.add_argument(
        "--inbox",
        type=Path,
        metavar="DIR",
        help="where a panel puts the bundle it was offered; it is taken away from there",
    )
    parser.add_argument("--result", type=Path, metavar="FILE", help="keeps what came of it, as JSON")
    parser.add_argument("--older", action="store_true", help="take a release older than the current one")
    parser.add_argument("--key", type=Path, default=Path("/etc/roomdisplay/update-key.pem"), metavar="FILE")
    parser.add_argument("--root", type=Path, default=Path("/opt/roomdisplay"), metavar="DIR")
    parser.add_argument("--patience", type=float, default=PATIENCE, metavar="SECONDS")
    return parser


def _tried(root: Path, deed: Callable[[], Outcome], id: str) -> Outcome:
    try:
        with _alone(root):
            return replace(deed(), id=id)
    except (BundleRefused, ReleaseBroken) as refused:
        reason = str(refused)
    except BlockingIOError:
        reason = "Another update is under way. Wait for its end."
    except OSError as error:
        reason = f"{error.filename or root} cannot be changed ({error.strerror})."
    return Outcome(id=id, stage=Stage.FAILED, reason=reason)


def _told(outcome: Outcome, arguments: argparse.Namespace) -> int:
    if arguments.result is not None:
        try:
            outcome.keep(arguments.result)
        except OSError as error:
            _complain(f"What came of it cannot be kept in {arguments.result} ({error.strerror}).")
    if outcome.stage is Stage.INSTALLED:
        print(outcome.reason)
        return 0
    return _complain(outcome.reason)


def _update(releases: Releases, services: Services, letter: Letter, arguments: argparse.Namespace) -> Outcome:
    started = services.started()
    releases.tidy()
    with releases.unpacking() as folder:
        manifest = unpack(letter.bundle, public_key(arguments.key), Path(folder))
        version, current = manifest.version, releases.current
        if manifest.architecture != platform.machine():
            raise BundleRefused(
                f"The bundle is for {manifest.architecture} and this machine is {platform.machine()}. "
                "Take the one for this machine."
            )
        if version == current:
            return _outcome(Stage.INSTALLED, version, f"Release {version} is current already.")
        if current is not None and precedes(version, current) and not arguments.older:
            raise BundleRefused(f"The bundle is {version}, older than {current}. Give --older if that is meant.")
        if not releases.is_complete(version):
            releases.build(version, Path(folder), [service.requirements for service in services.enabled()])
    were_well = [service for service in started if services.well(service)]
    releases.switch(version, letter.id)
    services.restart(started)
    return _proven(releases, services, started, were_well, arguments.patience)


def _settle(releases: Releases, services: Services, patience: float) -> Outcome:
    """Links may still be coming up, so only running steadily counts."""
    return _proven(releases, services, services.started(), [], patience)


def _proven(
    releases: Releases, services: Services, started: Sequence[Service], were_well: Sequence[Service], patience: float
) -> Outcome:
    version, before = releases.current or "", releases.previous
    failing = services.prove(started, were_well, patience)
    if failing is None:
        releases.settled()
        return _outcome(Stage.INSTALLED, version, f"Release {version} runs.")
    if before is None or before == version:
        releases.settled()
        return _outcome(
            Stage.FAILED,
            version,
            f"{failing} is not healthy with {version}, and there is no release to go back to.",
        )
    releases.give_up()
    services.restart(started)
    releases.settled()
    return _outcome(
        Stage.ROLLED_BACK,
        version,
        f"{failing} was not healthy within {patience:.0f} s, so {before} runs again instead of {version}. "
        f"See why: journalctl -u {failing}",
    )


def _outcome(stage: Stage, version: str, reason: str) -> Outcome:
    return Outcome(id="", stage=stage, version=version, reason=reason)


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
