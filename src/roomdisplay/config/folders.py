"""Where a panel keeps what it must not forget."""

import os
from pathlib import Path


def state_directory(configured: Path | None) -> Path:
    """The configured folder, else $STATE_DIRECTORY (systemd), else the user's state folder."""
    if configured is not None:
        return configured
    if given := os.environ.get("STATE_DIRECTORY"):
        return Path(given.split(":")[0])
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "roomdisplay"
