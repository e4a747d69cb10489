"""The short version of `script/chaos pairing`."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_panel_that_is_killed_is_paired_or_not() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.chaos.pairing", "--rounds", "4", "--seed", "3"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout.splitlines()[-1])
    assert told["half"] == 0
    assert told.get("paired", 0) + told.get("not paired", 0) == 4
