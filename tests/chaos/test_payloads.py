"""The short version of `script/chaos payloads`."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_no_malformed_answer_crashes_or_blanks_the_panel() -> None:
    options = ["--pages", "3000", "--seed", "7"]
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.chaos.payloads", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout.splitlines()[-1])
    assert told["pages"] == 3000
    assert told["readable"] > 1500, "most damage is to be survived, or this tests nothing"
    assert (told["frames"], told["blank"], told["complaints"]) == (6, 0, 0)
