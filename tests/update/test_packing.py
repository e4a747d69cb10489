"""What of the locked lists a machine gets that is not the one the release is made on."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from roomdisplay.update.bundle import public_key, unpack
from roomdisplay.update.packing import main, selected
from tests.processes import ROOT
from tests.update.payloads import payload

LISTS = ["panel", "server"]


def versions(text: str, name: str) -> list[str]:
    return re.findall(rf"^{name}==(\S+)", text, re.MULTILINE)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("python", ["3.11", "3.13"])
@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_each_package_is_there_once_with_its_hashes_and_without_conditions(
    name: str, python: str, machine: str
) -> None:
    chosen = selected((ROOT / "deploy" / "requirements" / f"{name}.txt").read_text(), python, machine)
    lines = chosen.splitlines()
    assert lines
    assert all(re.fullmatch(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+( --hash=sha256:[0-9a-f]{64})+", line) for line in lines)
    assert len({line.partition("=")[0] for line in lines}) == len(lines)
    assert "pywin32" not in chosen


def test_each_debian_gets_its_own_qt() -> None:
    listed = (ROOT / "deploy" / "requirements" / "panel.txt").read_text()
    assert versions(selected(listed, "3.11", "aarch64"), "pyside6-essentials") == ["6.8.0.2"]
    assert versions(selected(listed, "3.13", "aarch64"), "pyside6-essentials") != ["6.8.0.2"]


def test_a_server_gets_no_qt() -> None:
    listed = (ROOT / "deploy" / "requirements" / "server.txt").read_text()
    assert "pyside6" not in listed
    assert versions(listed, "uvicorn")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl")
def test_keys_are_made_as_the_script_says(tmp_path: Path) -> None:
    key, public = tmp_path / "key.pem", tmp_path / "public.pem"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True, capture_output=True)
    subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-out", public], check=True, capture_output=True)
    folder, bundle = payload(tmp_path / "payload", "2.0.0"), tmp_path / "2.bundle"
    words = ["bundle", str(folder), str(bundle), "--key", str(key), "--version", "2.0.0", "--architecture", "aarch64"]
    assert main(words) == 0
    assert unpack(bundle, public_key(public), tmp_path / "into").architecture == "aarch64"


def test_without_a_key_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["bundle", str(tmp_path), str(tmp_path / "b"), "--key", str(tmp_path / "key.pem")]
    assert main([*words, "--version", "1", "--architecture", "x86_64"]) == 1
    assert "Make one: openssl genpkey" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()
