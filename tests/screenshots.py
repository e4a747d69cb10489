"""script/screenshots: the pictures of the README, taken from the demo as it runs; themes from the gallery."""

import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from base64 import b64decode
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from roomdisplay.shell.control import ControlError, ask
from tests.processes import ROOMDISPLAY, ROOT

Json = dict[str, Any]
PICTURES = ROOT / "assets" / "screenshots"
ROOM = "aurora@contoso.example"
THEMES = {"light": "busy", "high-contrast": "check-in"}
"""Which screen shows a theme."""


class Demo:
    """A running demo on the pictures' day."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "ctl.sock"
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self._process = subprocess.Popen(
            [
                *(ROOMDISPLAY, "demo", "--scenario", ROOT / "tests" / "screenshots.yaml", "--locale", "en_GB"),
                *("--test-controls", "--socket", self._socket, "--screenshot", folder / "first.png"),
            ],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        assert self._process.stdout is not None
        self._control = self._process.stdout.readline().split()[3]
        self.until(lambda state: state["freshness"]["kind"] == "live")

    def until(self, wanted: Callable[[Json], bool]) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if wanted(ask(self._socket, "state")):
                    return
            except ControlError:
                pass
            time.sleep(0.05)
        raise SystemExit("the demo never came to what the picture needs")

    def tap(self, name: str) -> None:
        ask(self._socket, "tap", name=name)

    def control(self, path: str, body: Json) -> None:
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self._control}/{path}", data=json.dumps(body).encode(), headers={"Content-Type": "application/json"}
        )
        urllib.request.urlopen(request, timeout=10).close()  # noqa: S310

    def refresh(self) -> None:
        ask(self._socket, "refresh")

    def picture(self, name: str) -> None:
        time.sleep(1)
        (PICTURES / f"{name}.png").write_bytes(b64decode(ask(self._socket, "screenshot")))
        print(PICTURES / f"{name}.png")

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate(timeout=15)


@contextmanager
def demo() -> Generator[Demo]:
    with tempfile.TemporaryDirectory(prefix="roomdisplay-pictures-") as folder:
        running = Demo(Path(folder))
        try:
            yield running
        finally:
            running.close()


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with demo() as panel:
        panel.picture("free")
        panel.tap("30 min")
        panel.picture("booking")
        panel.tap("Book ")
        panel.until(lambda state: any(entry["stage"] == "confirmed" for entry in state["outbox"]))
        panel.picture("booked")
    with demo() as panel:
        # what was there first keeps the room; the panel learns of it with the next read
        panel.control("outlook/book", {"room": ROOM, "subject": "Quarterly forecast", "start": "10:00", "end": "11:00"})
        panel.refresh()
        panel.until(lambda state: state["state"] == "busy")
        panel.picture("busy")
    with demo() as panel:
        panel.control("faults", {"path": "/v1.0/", "drop": "request"})
        panel.refresh()
        panel.until(lambda state: state["freshness"]["kind"] == "offline")
        panel.tap("1 hour")
        panel.tap("Book ")
        panel.until(lambda state: "Done" in state["taps"] or "OK" in state["taps"])
        panel.tap("OK")
        panel.until(lambda state: state["state"] == "held" and state["sheet"] is None)
        panel.picture("offline")
    for theme, scene in THEMES.items():
        draw(theme, scene)


def draw(theme: str, scene: str) -> None:
    """A screen of the gallery in another theme."""
    name = f"theme-{theme}"
    with tempfile.TemporaryDirectory(prefix="roomdisplay-pictures-") as folder:
        chosen = [
            "--screens",
            scene,
            "--sizes",
            "1280x800",
            "--themes",
            theme,
            "--locales",
            "en_GB",
            "--modes",
            "usual",
        ]
        subprocess.run([ROOMDISPLAY, "gallery", "--out", folder, *chosen], check=True, stdout=subprocess.DEVNULL)
        (drawn,) = Path(folder).glob(f"*/{scene}.png")
        shutil.copy(drawn, PICTURES / f"{name}.png")
    print(PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
