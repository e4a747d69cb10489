"""A panel that cannot run, as real processes: its page instead of a black screen, and back once it is mended."""

import json
import os
import shutil
import socket
import subprocess
from base64 import b64decode
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from tests.processes import ROOT, SECRET, Kiosk, Tenant


class Door(Kiosk):
    """A kiosk that stays whatever happens. `package`: its own copy of the program, which a test may break."""

    def __init__(self, tenant: Tenant, folder: Path, *, package: Path | None = None) -> None:
        self._package = package
        super().__init__(tenant.told, folder)

    def _start(self, config: Path, secrets: Path, arguments: list[str], display: str | None = None) -> None:
        del display
        self.config, self.whole = config, config.read_text()
        self.secrets, self.arguments = secrets, arguments

    def start(self, **environment: str) -> None:
        changed = environment | ({"PYTHONPATH": str(self._package)} if self._package is not None else {})
        before = {name: os.environ.get(name) for name in changed}
        os.environ.update(changed)
        try:
            super()._start(self.config, self.secrets, [*self.arguments, "--stay"])
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value

    def scanned(self) -> str:
        picture = self.folder / "seen.png"
        picture.write_bytes(b64decode(self.ctl("screenshot")))
        read = subprocess.run(
            ["zbarimg", "--quiet", "--raw", "--nodbus", str(picture)], stdout=subprocess.PIPE, text=True, check=True
        )
        return read.stdout.strip()


@pytest.fixture
def make(tenant: Tenant, tmp_path: Path) -> Generator[Callable[..., Door]]:
    made: list[Door] = []

    def make(**options: Path) -> Door:
        made.append(Door(tenant, tmp_path, **options))
        return made[-1]

    yield make
    for door in made:
        if hasattr(door, "pid"):
            door.close()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The program, to be broken."""
    place = tmp_path / "program" / "src"
    shutil.copytree(ROOT / "src" / "roomdisplay", place / "roomdisplay", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "program" / "assets").symlink_to(ROOT / "assets")
    return place


def test_a_wrong_configuration_is_said_and_taken_up_once_it_is_mended(make: Callable[..., Door]) -> None:
    door = make()
    door.config.write_text(door.whole.replace("time_zone: Europe/Berlin", "time_zone: hunter2"))
    door.start()
    state = door.until(lambda state: state.get("fault") == "RD-CONFIGURATION")
    assert state["title"] == "This panel needs a technician"
    assert "room.time_zone: accepted: an IANA zone" in door.scanned()
    assert "hunter2" not in door.scanned() + str(state), "what stands in a wrong place may be a secret"
    assert door.ctl("health")["ok"] is False
    # wrong in another way: the page says so without a blink
    door.config.write_text("room: [")
    door.until(lambda state: "this is not YAML" in state.get("card", ""))
    pid = door.ctl("health")["pid"]
    door.config.write_text(door.whole)
    door.until(lambda state: state.get("freshness", {}).get("kind") == "live")
    assert door.ctl("health")["pid"] == pid, "the compositor would end with its program"


def test_without_a_configuration_at_all(make: Callable[..., Door]) -> None:
    door = make()
    door.config.unlink()
    door.start()
    door.until(lambda state: state.get("fault") == "RD-CONFIGURATION")
    assert "cannot be read" in door.scanned()
    assert SECRET not in door.scanned()


def test_a_missing_page_is_no_black_screen(make: Callable[..., Door], package: Path) -> None:
    page = package / "roomdisplay" / "ui" / "qml" / "RoomDisplay" / "Pages" / "RoomPage.qml"
    kept = page.read_text()
    page.unlink()
    door = make(package=package)
    door.start()
    door.until(lambda state: state.get("fault") == "RD-SCREEN")
    assert "RoomPage" in door.scanned()
    assert "Room: aurora@contoso.example" in door.scanned()
    page.write_text(kept)
    door.config.touch()
    door.until(lambda state: state.get("freshness", {}).get("kind") == "live")


def test_a_theme_that_lacks_a_token_is_named(make: Callable[..., Door], package: Path) -> None:
    assets = package.parent / "assets"
    assets.unlink()
    shutil.copytree(ROOT / "assets", assets, ignore=shutil.ignore_patterns("screenshots"))
    theme = assets / "themes" / "dark.json"
    tokens = json.loads(theme.read_text())
    del tokens["tone"]["accent"]
    theme.write_text(json.dumps(tokens))
    door = make(package=package)
    door.start()
    door.until(lambda state: state.get("fault") == "RD-SCREEN")
    assert "“accent” in “tone”" in door.scanned()


def test_what_nobody_foresaw_at_the_start(make: Callable[..., Door], package: Path) -> None:
    broken = package / "roomdisplay" / "ui" / "sign_in.py"
    broken.write_text(broken.read_text() + '\n\ndef derive_sign_in(*_):\n    raise ValueError("hunter2")\n')
    door = make(package=package)
    door.start()
    door.until(lambda state: state.get("fault") == "RD-CRASH")
    assert "ValueError at the start" in door.scanned()
    assert "hunter2" not in door.scanned()


def test_systemd_is_told_to_be_patient_and_never_that_it_is_ready(make: Callable[..., Door], tmp_path: Path) -> None:
    """Not ready is what an update has to see, and killing it would only make the screen dark."""
    door = make()
    door.config.write_text("room: 7\n")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(20)
        door.start(NOTIFY_SOCKET=str(tmp_path / "notify"), WATCHDOG_USEC="60000000")
        told = [listener.recv(4096).decode() for _ in range(3)]
    assert any(line.startswith("EXTEND_TIMEOUT_USEC=30000000") for one in told for line in one.splitlines())
    assert any("STATUS=" in one and "config.yaml" in one for one in told)
    assert any("WATCHDOG=1" in one for one in told)
    assert not any("READY=1" in one for one in told)
