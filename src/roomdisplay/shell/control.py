"""The asking side of `roomdisplay ctl`: one JSON line asked, one JSON line answered, over a Unix socket of mode 0600.

Asked: {"command": "state" | "health" | "screenshot" | "refresh" | "bundle" | "doctor" | "tap", "name"?: str,
"write"?: "yes", "hold"?: seconds}.
Answered: {"ok": true, "result": …} or {"ok": false, "error": "a sentence"}.
"""

import json
import os
import socket
from pathlib import Path
from typing import Any

PATIENCE = 10.0
"""Seconds a client waits for the panel, and the panel for a client."""
THOROUGH = 180.0
"""Seconds both wait for what takes its time."""


class ControlError(Exception):
    """The message is a sentence for whoever typed the command."""


def default_socket() -> Path:
    """$RUNTIME_DIRECTORY (systemd), else $XDG_RUNTIME_DIR/roomdisplay, else a folder of this user's own in /tmp."""
    if runtime := os.environ.get("RUNTIME_DIRECTORY"):
        return Path(runtime.split(":")[0]) / "ctl.sock"
    if session := os.environ.get("XDG_RUNTIME_DIR"):
        return Path(session) / "roomdisplay" / "ctl.sock"
    return Path(f"/tmp/roomdisplay-{os.getuid()}") / "ctl.sock"  # noqa: S108 - the folder's owner and mode are checked


def is_answered(path: Path) -> bool:
    """Does a panel listen there?"""
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1.0)
        try:
            probe.connect(str(path))
        except OSError:
            return False
        return True


def ask(path: Path, command: str, **values: str) -> Any:
    """What the panel answers. Raises ControlError, also where no panel listens."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(THOROUGH if command == "doctor" else PATIENCE)
            connection.connect(str(path))
            connection.sendall(json.dumps({"command": command, **values}).encode() + b"\n")
            with connection.makefile("rb") as answers:
                line = answers.readline()
    except OSError as error:
        raise ControlError(
            f"No panel answers on {path}. Start one with `roomdisplay demo` or `roomdisplay run --config FILE`, "
            "or name its socket with --socket."
        ) from error
    try:
        answer = json.loads(line)
    except ValueError as error:
        raise ControlError(f"The panel on {path} hung up without an answer. Look into its log.") from error
    if not answer["ok"]:
        raise ControlError(answer["error"])
    return answer["result"]
