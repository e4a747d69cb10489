"""The voice, against a real program that writes down what it was asked to say."""

import shutil
import time
import wave
from array import array
from pathlib import Path

import pytest

from roomdisplay.adapters.device.voice import ProgramVoice, voice
from roomdisplay.core.appearance import LANGUAGES

REAL = shutil.which("espeak-ng")


def program(folder: Path, name: str, then: str = "") -> Path:
    """Keeps its arguments and its standard input in `said`."""
    path = folder / name
    path.write_text(f'#!/bin/sh\n{{ echo "$@"; cat; }} >> "{folder}/said"\n{then}\n')
    path.chmod(0o755)
    return path


def said(folder: Path, lines: int) -> list[str]:
    for _ in range(200):
        if (folder / "said").exists() and len(found := (folder / "said").read_text().splitlines()) >= lines:
            return found
        time.sleep(0.02)
    raise AssertionError("nothing was said")


@pytest.mark.parametrize(
    ("name", "language", "arguments"),
    [
        ("espeak-ng", "de", "--stdin -v de"),
        ("espeak-ng", "zh", "--stdin -v cmn"),
        ("spd-say", "zh", "--pipe-mode --wait --language zh"),
    ],
)
def test_the_text_goes_in_by_standard_input(tmp_path: Path, name: str, language: str, arguments: str) -> None:
    ProgramVoice(program(tmp_path, name)).say("Aurora.\n--help; $(reboot).\n", language)
    assert said(tmp_path, 3) == [arguments, "Aurora.", "--help; $(reboot)."]


@pytest.mark.skipif(REAL is None, reason="no espeak-ng on this machine")
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_heard_in_every_language(tmp_path: Path, language: str) -> None:
    """The real program, with a file in place of the loudspeaker."""
    heard = tmp_path / "heard.wav"
    speaking = tmp_path / "espeak-ng"
    speaking.write_text(f'#!/bin/sh\n"{REAL}" -w "{heard}.part" "$@" && mv "{heard}.part" "{heard}"\n')
    speaking.chmod(0o755)
    ProgramVoice(speaking).say("Aurora.\n11:30.\n", language)
    for _ in range(500):
        if heard.exists():
            break
        time.sleep(0.02)
    with wave.open(str(heard)) as sound:
        samples = array("h", sound.readframes(sound.getnframes()))
        seconds = len(samples) / sound.getframerate()
    assert 0.8 < seconds < 15
    assert max(samples) > 5_000, "not silence"


def test_one_text_at_a_time_and_none_for_ever(tmp_path: Path) -> None:
    slow = ProgramVoice(program(tmp_path, "espeak-ng", "exec sleep 30"), longest=0.5)
    slow.say("One.\n", "en")
    said(tmp_path, 2)
    slow.say("Two.\n", "en")
    time.sleep(0.8)
    slow.say("Three.\n", "en")
    assert [line for line in said(tmp_path, 4) if line.endswith(".")] == ["One.", "Three."]


def test_a_program_that_is_gone_says_nothing(tmp_path: Path) -> None:
    ProgramVoice(tmp_path / "espeak-ng").say("Aurora.\n", "en")


def test_the_machines_own_program_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert voice() is None
    program(tmp_path, "spd-say")
    assert voice() is not None
