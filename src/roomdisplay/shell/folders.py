"""Where a panel keeps what it has to keep."""

import os
from pathlib import Path

from roomdisplay.config.settings import Settings


def state_directory(settings: Settings) -> Path:
    """The configured folder, else $STATE_DIRECTORY (systemd), else the user's state folder."""
    if settings.state_directory is not None:
        return settings.state_directory
    if given := os.environ.get("STATE_DIRECTORY"):
        return Path(given.split(":")[0])
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "roomdisplay"
