"""What `script/package` makes a release of: `python -m roomdisplay.update.packing {select,bundle} …`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from roomdisplay.update.bundle import Manifest, pack, sha256


class PackingRefused(Exception):
    """The message is a sentence."""


def selected(requirements: str, python: str, machine: str) -> str:
    """Of a list with hashes what a Linux of that Python ("3.13") and machine ("aarch64") needs, without conditions.

    pip decides conditions by the Python it runs on, whichever it fetches for.
    """
    from packaging.requirements import Requirement

    environment = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": machine,
        "os_name": "posix",
    }
    chosen: list[str] = []
    for line in requirements.replace("\\\n", " ").splitlines():
        named, *hashes = line.split(" --hash=")
        if not named.strip() or named.lstrip().startswith("#"):
            continue
        requirement = Requirement(named.strip())
        if requirement.marker is None or requirement.marker.evaluate(environment):
            chosen.append(" --hash=".join([f"{requirement.name}{requirement.specifier}", *map(str.strip, hashes)]))
    return "\n".join(chosen) + "\n"


def bundled(folder: Path, bundle: Path, *, key: Path, version: str, architecture: str) -> None:
    """Signs the folder's wheels and requirements. Raises PackingRefused."""
    try:
        signing = serialization.load_pem_private_key(key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError):
        signing = None
    if not isinstance(signing, Ed25519PrivateKey):
        raise PackingRefused(
            f"{key} is no private Ed25519 key in PEM without a passphrase. "
            f"Make one: openssl genpkey -algorithm ed25519 -out {key}"
        )
    files = sorted([*folder.glob("wheels/*.whl"), *folder.glob("requirements/*.txt")])
    names = {str(path.relative_to(folder)): sha256(path) for path in files}
    pack(bundle, signing, Manifest(version=version, architecture=architecture, files=names), folder)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m roomdisplay.update.packing", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    select = commands.add_parser("select", help="what of a list of packages one Python needs")
    select.add_argument("requirements", type=Path)
    select.add_argument("python")
    select.add_argument("machine")
    bundle = commands.add_parser("bundle", help="signs a folder of wheels and requirements")
    bundle.add_argument("folder", type=Path)
    bundle.add_argument("bundle", type=Path)
    bundle.add_argument("--key", type=Path, required=True)
    bundle.add_argument("--version", required=True)
    bundle.add_argument("--architecture", required=True, help="as `uname -m` says it")
    told = parser.parse_args(argv)
    if told.command == "select":
        print(selected(told.requirements.read_text(encoding="utf-8"), told.python, told.machine), end="")
        return 0
    try:
        bundled(told.folder, told.bundle, key=told.key, version=told.version, architecture=told.architecture)
    except PackingRefused as refused:
        print(f"script/package: {refused}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
