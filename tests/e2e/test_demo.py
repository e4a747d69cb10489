"""The first thing anybody sees: `roomdisplay demo`."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.processes import ROOMDISPLAY, scanned


def demo(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path), "TMPDIR": str(tmp_path)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    tmp_path.chmod(0o700)
    return subprocess.run(
        [ROOMDISPLAY, "demo", *words], capture_output=True, text=True, check=False, env=environment, timeout=60
    )


def size(picture: Path) -> tuple[int, int]:
    header = picture.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    return int.from_bytes(header[16:20]), int.from_bytes(header[20:24])


def test_without_a_display_it_writes_a_picture_says_where_and_stops_by_itself(tmp_path: Path) -> None:
    ended = demo(tmp_path, "--seconds", "3")
    assert ended.returncode == 0, ended.stderr
    assert f"Screenshot: {tmp_path}/roomdisplay-demo.png" in ended.stdout
    assert size(tmp_path / "roomdisplay-demo.png") == (1280, 800)
    assert ended.stderr == ""
    left = [path.name for path in tmp_path.iterdir() if path.name not in ("roomdisplay-demo.png", "roomdisplay")]
    assert left == []


def test_unpaired_it_says_what_its_code_says_and_that_stands_in_its_picture(tmp_path: Path) -> None:
    ended = demo(tmp_path, "--unpaired", "--seconds", "2", "--size", "800x480")
    assert "to begin, choose a password: http://127.0.0.1:" in ended.stdout
    said = re.search(r"Its code says: (http://127\.0\.0\.1:\d+/pair\?code=\w{8}) ", ended.stdout)
    assert said, ended.stdout + ended.stderr
    assert scanned(tmp_path / "roomdisplay-demo.png") == said[1]


@pytest.mark.parametrize("wanted", ["800x480", "800x1280"])
def test_at_another_size(tmp_path: Path, wanted: str) -> None:
    picture = tmp_path / "shot.png"
    ended = demo(tmp_path, "--seconds", "2", "--size", wanted, "--screenshot", str(picture), "--locale", "de_DE")
    assert ended.returncode == 0, ended.stderr
    assert size(picture) == tuple(map(int, wanted.split("x")))


def test_an_unknown_scenario_is_one_sentence_with_the_known_ones(tmp_path: Path) -> None:
    ended = demo(tmp_path, "--scenario", "nonsense")
    assert ended.returncode == 2
    assert "nonsense" in ended.stderr
    assert "back-to-back" in ended.stderr
    assert "Traceback" not in ended.stderr
