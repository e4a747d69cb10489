"""Root and a folder that somebody without rights writes to."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from roomdisplay.update.inbox import LARGEST, Outcome, Stage, opened
from tests.update.test_update import Machine, machine

__all__ = ["machine"]
ID = "11111111-2222-4333-8444-555555555555"
OTHER = "22222222-2222-4333-8444-555555555555"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_nothing_there_is_nothing_to_do(inbox: Path, tmp_path: Path) -> None:
    for folder in (inbox, tmp_path / "none"):
        with opened(folder) as letter:
            assert letter is None


def test_a_bundle_is_taken_away_and_stays_readable_whatever_comes_in_its_place(inbox: Path) -> None:
    (inbox / f"{ID}.bundle").write_bytes(b"the first")
    with opened(inbox) as letter:
        assert letter is not None
        assert letter.id == ID
        assert list(inbox.iterdir()) == []
        (inbox / f"{ID}.bundle").write_bytes(b"another")
        assert letter.bundle.read_bytes() == b"the first"


def test_what_is_no_bundle_is_thrown_away(inbox: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("root's own")
    (inbox / f"{ID}.bundle").symlink_to(secret)
    os.mkfifo(inbox / f"{OTHER}.bundle")
    (inbox / "name with spaces.bundle").touch()
    with (inbox / "33333333-2222-4333-8444-555555555555.bundle").open("wb") as huge:
        huge.truncate(LARGEST + 1)
    with opened(inbox) as letter:
        assert letter is None
    assert list(inbox.iterdir()) == []
    assert secret.read_text() == "root's own"


def test_a_folder_that_is_a_link_is_not_followed(inbox: Path, tmp_path: Path) -> None:
    (inbox / f"{ID}.bundle").touch()
    (tmp_path / "link").symlink_to(inbox)
    with opened(tmp_path / "link") as letter:
        assert letter is None
    assert (inbox / f"{ID}.bundle").exists()


def test_what_came_of_it_is_for_all_to_read(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        Outcome(id=ID, stage=Stage.FAILED, reason="No.").keep(tmp_path / "results" / "result.json")
    finally:
        os.umask(before)
    kept = tmp_path / "results" / "result.json"
    assert json.loads(kept.read_text()) == {"id": ID, "stage": "failed", "version": "", "reason": "No."}
    assert kept.stat().st_mode & 0o777 == 0o644


def result(machine: Machine) -> dict[str, str]:
    return json.loads((machine.folder / "results" / "result.json").read_text())


def put(machine: Machine, content: bytes) -> list[str | Path]:
    inbox = machine.folder / "inbox"
    inbox.mkdir(exist_ok=True)
    (inbox / f"{ID}.bundle").write_bytes(content)
    return ["--inbox", inbox, "--result", machine.folder / "results" / "result.json"]


@pytest.mark.parametrize(
    ("works", "stage", "current"), [(True, "installed", "2.0.0"), (False, "rolledBack", "1.0.0")], ids=["good", "bad"]
)
def test_a_bundle_from_the_inbox_is_installed_and_what_came_of_it_is_kept(
    machine: Machine, works: bool, stage: str, current: str
) -> None:
    words = put(machine, machine.bundle("2.0.0", works=works).read_bytes())
    assert machine.update(*words) == (0 if works else 1)
    told = result(machine)
    assert (told["id"], told["stage"], told["version"]) == (ID, stage, "2.0.0")
    assert machine.releases.current == current
    assert machine.update(*words) == 0  # there is none any more


SPOILED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "half written": (lambda whole: whole[: len(whole) // 2], "half there"),
    "no bundle": (lambda whole: b"nothing of the kind" * 100, "half there"),
    "changed": (lambda whole: whole.replace(b'"2.0.0"', b'"2.0.1"'), "not signed with the key"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_a_bundle_that_is_not_right_is_told_and_changes_nothing(machine: Machine, case: str) -> None:
    spoil, said = SPOILED[case]
    assert machine.update(*put(machine, spoil(machine.bundle("2.0.0").read_bytes()))) == 1
    told = result(machine)
    assert (told["id"], told["stage"]) == (ID, "failed")
    assert said in told["reason"]
    assert "/proc" not in told["reason"]
    assert machine.releases.current == "1.0.0"


def test_a_trial_that_a_power_cut_interrupted_is_told_under_its_label(machine: Machine) -> None:
    machine.have("2.0.0", works=False)
    machine.releases.switch("2.0.0", ID)
    machine.update("--settle", "--result", machine.folder / "results" / "result.json")
    told = result(machine)
    assert (told["id"], told["stage"], told["version"]) == (ID, "rolledBack", "2.0.0")
