"""Further releases of this source, as bundles: what `script/package` makes, with another version or another ending.
Each brings a rule that names it, and the bad one a unit of its own."""

import shutil
import subprocess
import tarfile
from pathlib import Path

from roomdisplay.update.packing import bundled
from tests.processes import ROOT

GOOD, BAD = "0.2.0", "0.3.0"
FURTHER = "roomdisplay-further.timer"


def make(folder: Path) -> Path:
    """`good.bundle`, `bad.bundle` and `update-key.pem`, the public key, in the folder. The bad one ends at once."""
    key = folder / "key.pem"
    _run("openssl", "genpkey", "-algorithm", "ed25519", "-out", str(key))
    _run("openssl", "pkey", "-in", str(key), "-pubout", "-out", str(folder / "update-key.pem"))
    _run(str(ROOT / "script" / "package"), "--key", str(key), "--out", str(folder / "dist"))
    [made] = (folder / "dist").glob("*.bundle")
    payload = folder / "payload"
    with tarfile.open(made) as tar:
        tar.extractall(payload, filter="data")
    shutil.rmtree(folder / "dist")
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".venv", ".git", "__pycache__", "tests", ".*_cache"))
    for name, version in (("good", GOOD), ("bad", BAD)):
        for wheel in (payload / "wheels").glob("roomdisplay-*.whl"):
            wheel.unlink()
        package = source / "src" / "roomdisplay"
        text = (package / "__init__.py").read_text()
        (package / "__init__.py").write_text(text.rpartition("__version__")[0] + f'__version__ = "{version}"\n')
        rules = source / "deploy" / "udev" / "90-roomdisplay.rules"
        rules.write_text(f"# {version}\n" + rules.read_text())
        if name == "bad":
            further = source / "deploy" / "systemd" / FURTHER
            further.write_text(
                "[Timer]\nOnCalendar=daily\nUnit=roomdisplay.service\n\n[Install]\nWantedBy=timers.target\n"
            )
            (package / "shell" / "app.py").write_text("raise SystemExit('a bad release')\n")
        pip = [str(ROOT / ".venv" / "bin" / "python"), "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
        _run(*pip, "-w", str(payload / "wheels"), str(source))
        machine = made.stem.rpartition("-")[2]
        architecture = {"amd64": "x86_64", "arm64": "aarch64"}[machine]
        bundled(payload, folder / f"{name}.bundle", key=key, version=version, architecture=architecture)
    shutil.rmtree(payload)
    shutil.rmtree(source)
    return folder


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
