"""A real gnome-keyring on a real session bus: unlocked, it keeps the panel's secrets; locked, nobody waits for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring or dbus-run-session is not installed",
)

KEEP = """
from roomdisplay.adapters.secrets import NamedSecrets
secrets = NamedSecrets()
assert secrets.kept("token-cache-key", "made-by-the-panel") == b"made-by-the-panel"
assert NamedSecrets().secret("token-cache-key") == b"made-by-the-panel"
print("kept")
"""
ASK = """
import sys, time
from roomdisplay.adapters.secrets import NamedSecrets
from roomdisplay.adapters.secrets.keyrings import Keyring
from roomdisplay.ports import SecretMissing
began = time.monotonic()
try:
    NamedSecrets(keyring=Keyring(patience=2.0)).kept("token-cache-key", "made-by-the-panel")
except SecretMissing as missing:
    print(missing)
print(time.monotonic() - began < 6, file=sys.stderr)
"""


def on_a_bus(folder: Path, unlock: str, program: str) -> subprocess.CompletedProcess[str]:
    script = folder / "program.py"
    script.write_text(program)
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(folder / "share"),
    }
    return subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", f'{unlock}; exec "$0" "$1"', sys.executable, str(script)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


UNLOCK = "printf a-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null"


def test_an_unlocked_one_keeps_what_the_panel_makes(tmp_path: Path) -> None:
    ended = on_a_bus(tmp_path, UNLOCK, KEEP)
    assert ended.stdout == "kept\n", ended.stderr
    kept = b"".join(path.read_bytes() for path in (tmp_path / "share").rglob("*") if path.is_file())
    assert b"made-by-the-panel" not in kept


def test_one_that_was_never_unlocked_is_given_up_with_a_sentence(tmp_path: Path) -> None:
    ended = on_a_bus(tmp_path, "gnome-keyring-daemon --start --components=secrets >/dev/null", ASK)
    assert "unlock it" in ended.stdout, ended.stderr
    assert ended.stderr.strip().endswith("True"), "nobody waits for a minute"
