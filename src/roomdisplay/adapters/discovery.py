"""Finding the WOX server: a file on the boot partition, which any computer can write, or DNS-SD (RFC 6763)."""

import re
import subprocess
from pathlib import Path

from roomdisplay.config import kinds
from roomdisplay.config.loader import ConfigError, load_panel
from roomdisplay.config.settings import Unpaired

BOOT_FILES = (Path("/boot/firmware/roomdisplay.yaml"), Path("/boot/roomdisplay.yaml"))
SERVICE = "_roomdisplay._tcp"
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}", re.ASCII)
PATIENCE = 5.0
"""Seconds."""


def from_boot(files: tuple[Path, ...] = BOOT_FILES) -> Unpaired | None:
    """What the first of these files says; None: there is none. It has the form of config.yaml. Raises ConfigError."""
    for file in files:
        if _is_there(file):
            found = load_panel(file)
            if not isinstance(found, Unpaired):
                raise ConfigError(
                    f"{file}: found a room; accepted: wox.server, wox.ca_file, display. A whole configuration is given "
                    "by --config."
                )
            return found
    return None


def _is_there(file: Path) -> bool:
    """Also where nobody lets us look: who reads it then is told so."""
    try:
        file.stat()
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def from_network(command: tuple[str, ...] = ("avahi-browse", "--resolve", "--parsable", "--terminate")) -> str | None:
    """The address of a server that announces itself; None: none does, or this machine cannot look. Blocks for up to
    five seconds. The address is a hint: the server still has to prove its name by TLS."""
    try:
        told = subprocess.run(
            [*command, SERVICE], capture_output=True, timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    for line in told.stdout.decode("utf-8", "replace").splitlines():
        # =;interface;protocol;name;type;domain;host;address;port;text
        parts = line.split(";")
        if len(parts) >= 9 and parts[0] == "=" and _HOST.fullmatch(parts[6]):
            address = f"https://{parts[6].rstrip('.')}" + ("" if parts[8] == "443" else f":{parts[8]}")
            if (server := kinds.HTTPS.read(address)) is not None:
                return server
    return None
