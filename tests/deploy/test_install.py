"""The installer where nothing may be changed. Whole installations: `script/install-test`, `script/boot-test`."""

import os
import subprocess

import pytest

from tests.processes import ROOT


def install(*words: str, user: int | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "deploy" / "install"), *words],
        env=os.environ | environment,
        user=user,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_dry_run_tells_every_step_and_takes_none() -> None:
    before = os.path.lexists("/opt/roomdisplay"), os.path.lexists("/etc/systemd/system/roomdisplay.service")
    told = install("--dry-run", "--panel", "--server")
    assert told.returncode == 0, told.stderr
    steps = [line for line in told.stdout.splitlines() if line.startswith("  would ")]
    assert len(steps) > 10
    for step in ("systemd-sysusers", "-m venv /opt/roomdisplay", "roomdisplay-wox-server.service", "current"):
        assert step in told.stdout
    assert before == (
        os.path.lexists("/opt/roomdisplay"),
        os.path.lexists("/etc/systemd/system/roomdisplay.service"),
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kiosk"], "there is no option --kiosk"),
        (["--wheels", "/nowhere"], "there is no wheel of roomdisplay in /nowhere"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words: list[str], said: str) -> None:
    refused = install(*words, *(["--dry-run"] if "--wheels" in words else []))
    assert refused.returncode == 1
    assert said in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_help_is_the_head_of_the_script() -> None:
    told = install("--help")
    assert told.returncode == 0
    assert "--uninstall" in told.stdout
    assert "#" not in told.stdout
