"""`roomdisplay demo`: a simulated tenant and the WOX server, each a process of its own, and the panel on a room."""

import csv
import json
import os
import secrets as randomness
import shutil
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from contextlib import ExitStack, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from roomdisplay.config.settings import (
    MOST_NEARBY,
    NONE,
    ClientSecret,
    Display,
    Hardware,
    Office365,
    ServiceAccount,
    Settings,
    Wox,
)
from roomdisplay.core.appearance import Appearance
from roomdisplay.core.room import Room
from roomdisplay.shell.control import ControlError, ask

SECRET_NAME = "office365-client-secret"
TOKEN_NAME = "wox-token"
SIGN_IN_SECRET = "wox-sign-in-secret"
SHOWN_PATIENCE = 20.0


class DemoOptions(Struct, frozen=True, kw_only=True):
    scenario: str
    size: tuple[int, int]
    screenshot: Path | None
    seconds: float | None
    fullscreen: bool
    locale: str | None
    latency_ms: int
    socket: Path | None
    test_controls: bool
    link: str
    """As office365.link in config.yaml."""
    unpaired: bool = False
    """The panel is to be paired first, with a phone or another window."""


class _Ended(Exception):
    """A part of the demo could not start, and has said why on stderr."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status or 1


def run_demo(options: DemoOptions) -> int:
    """Blocks until stopped. Exit status 1, after a sentence, where a part of it cannot start."""
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="roomdisplay-demo-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        try:
            return _run(options, folder, stack)
        except _Ended as ended:
            return ended.status


def _run(options: DemoOptions, folder: Path, stack: ExitStack) -> int:
    arguments = ["--port", "0", "--scenario", options.scenario, "--latency-ms", str(options.latency_ms)]
    tenant = _Part(stack, ["office365-simulator", *arguments, "--until-stdin-closes"])
    # the panel's modules load while the tenant starts
    from roomdisplay.adapters.clock import SystemClock
    from roomdisplay.adapters.secrets import GivenSecrets
    from roomdisplay.shell.app import CannotStart, RunOptions, run
    from roomdisplay.shell.control import default_socket, is_answered

    told = tenant.told()
    wox, token = _wox_server(told, folder, stack, is_paired=not options.unpaired)
    socket = options.socket or default_socket()
    if options.socket is None and is_answered(socket):
        socket = socket.with_name(f"demo-{os.getpid()}.sock")
    width, height = options.size
    here, *others = (_room(room) for room in told["rooms"])
    settings = Settings(
        room=here,
        nearby=tuple(others[:MOST_NEARBY]),
        office365=Office365(
            tenant=told["tenant_id"],
            client_id=told["client_id"],
            credential=ServiceAccount() if options.link == "service-account" else ClientSecret(secret=SECRET_NAME),
            authority=told["authority_https"],
            graph=told["graph"],
            ca_file=Path(told["ca_file"]),
        ),
        wox=Wox(server=wox["url"], token=TOKEN_NAME),
        display=Display(
            appearance=Appearance(locale=options.locale), fullscreen=options.fullscreen, width=width, height=height
        ),
        # this machine's own backlight is not the demonstration's
        hardware=Hardware(backlight=NONE, status_light=NONE),
        state_directory=folder / "panel",
    )
    headless = not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    screenshot = options.screenshot
    if screenshot is None and headless:
        screenshot = Path(tempfile.gettempdir()) / "roomdisplay-demo.png"
    print(f"Simulated Office 365: {told['control']} (books, moves and cancels as Outlook would)")
    print(f"Portal: {wox['url']} (to begin, choose a password: {wox['set_up']})")
    if options.unpaired:
        print(
            "Panel: not paired. Choose a password first; then open, in a browser on this machine, what its code says."
        )
        print(f"Ask it with `roomdisplay ctl --socket {socket} state`", flush=True)
        return _unpaired(options, wox["url"], socket, screenshot, folder)
    print(f"Panel: {settings.room.name}; ask it with `roomdisplay ctl --socket {socket} state`", flush=True)
    try:
        return run(
            settings,
            secrets=GivenSecrets({SECRET_NAME: told["client_secret"].encode(), TOKEN_NAME: token.encode()}),
            clock=SystemClock(timedelta(seconds=told["clock_offset_seconds"])),
            options=RunOptions(
                socket=socket,
                test_controls=options.test_controls,
                screenshot=screenshot,
                seconds=options.seconds,
                always_lit=True,
            ),
        )
    except CannotStart as error:
        print(f"roomdisplay: {error}", file=sys.stderr)
        return 1


def _unpaired(options: DemoOptions, server: str, socket: Path, screenshot: Path | None, folder: Path) -> int:
    """`roomdisplay run` as out of its box, until it is stopped or its time is up; its exit status."""
    credentials = folder / "panel-credentials"
    credentials.mkdir(mode=0o700)
    (credentials / "store-key").touch(mode=0o600)
    (credentials / "store-key").write_text(randomness.token_hex(32))
    width, height = options.size
    display = {"width": width, "height": height, "fullscreen": options.fullscreen}
    display |= {"locale": options.locale} if options.locale else {}
    config = folder / "config.yaml"
    told = {"wox": {"server": server}, "display": display, "state_directory": str(folder / "panel")}
    told["hardware"] = {"backlight": NONE, "status_light": NONE}
    config.write_text(json.dumps(told))
    words = ["run", "--config", str(config), "--socket", str(socket)]
    words += ["--always-lit", *(["--test-controls"] if options.test_controls else [])]
    panel = subprocess.Popen(
        [sys.executable, "-m", "roomdisplay", *words], env=os.environ | {"CREDENTIALS_DIRECTORY": str(credentials)}
    )
    try:
        _tell_code(socket, screenshot)
        return panel.wait(options.seconds)
    except subprocess.TimeoutExpired:
        panel.terminate()
        return panel.wait()
    except KeyboardInterrupt:
        return panel.wait()
    finally:
        if panel.poll() is None:
            panel.kill()
            panel.wait()


def _tell_code(socket: Path, file: Path | None) -> None:
    """What the panel's code says once the server knows it, for whoever has no phone that reaches this machine; and a
    picture of it, where one is wanted."""
    patience = time.monotonic() + SHOWN_PATIENCE
    while time.monotonic() < patience:
        with suppress(ControlError):
            state = ask(socket, "state")
            if state.get("matchNumber"):
                print(f"Its code says: {state['address']} (for ten minutes; then it shows another)", flush=True)
                if file is not None:
                    file.write_bytes(b64decode(ask(socket, "screenshot")))
                    print(f"Screenshot: {file}", flush=True)
                return
        time.sleep(0.1)


class _Part:
    """A process of the demo, which ends with it; its first line on stdout is a JSON object."""

    def __init__(self, stack: ExitStack, words: list[str], environment: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "roomdisplay", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | (environment or {}),
        )
        stack.callback(self._end)

    def told(self) -> dict[str, Any]:
        """Raises _Ended."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise _Ended(self._process.wait())
        return json.loads(line)

    def _end(self) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(timeout=8)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _wox_server(told: dict[str, Any], folder: Path, stack: ExitStack, *, is_paired: bool) -> tuple[dict[str, Any], str]:
    """Starts the WOX server with the tenant's rooms, linked with Office 365 itself; what it told, and the token of a
    panel of the first room, where there is one."""
    secrets = folder / "credentials"
    secrets.mkdir(mode=0o700)
    (secrets / SECRET_NAME).touch(mode=0o600)
    (secrets / SECRET_NAME).write_text(told["client_secret"])
    link = folder / "office365.yaml"
    link.write_text(
        f"office365:\n  tenant: {told['tenant_id']}\n  client_id: {told['client_id']}\n"
        f"  client_secret: {SECRET_NAME}\n  authority: {told['authority_https']}\n  graph: {told['graph']}\n"
        f"  ca_file: {told['ca_file']}\n"
    )
    rooms = folder / "rooms.csv"
    with rooms.open("w", newline="", encoding="utf-8") as file:
        _list(told, file)
    environment = {"STATE_DIRECTORY": str(folder / "wox"), "CREDENTIALS_DIRECTORY": str(secrets)}
    _done(["wox-server", "import-rooms", str(rooms)], environment)
    options = ["--port", "0", "--office365", str(link), "--ahead", str(told["clock_offset_seconds"])]
    server = _Part(stack, ["wox-server", *options, "--until-stdin-closes"], environment)
    if not is_paired:
        return server.told(), ""
    panel = _done(["wox-server", "add-panel", told["rooms"][0]["address"], "--serial", "demo"], environment)
    return server.told(), json.loads(panel)["token"]


def _list(told: dict[str, Any], file: Any) -> None:
    """The tenant's rooms, as `wox-server import-rooms` takes them."""
    writer = csv.writer(file)
    writer.writerow(["mailbox", "name", "location", "time_zone", "floor", "capacity", "detail"])
    for room in told["rooms"]:
        floor = room["floorLabel"] or "Ground floor"
        place = [room["address"], room["name"], "Headquarters", room["timeZone"], floor]
        writer.writerow([*place, room["capacity"] or "", _room(room).detail])


def _done(words: list[str], environment: dict[str, str]) -> str:
    """What the command printed. Raises _Ended."""
    ended = subprocess.run(
        [sys.executable, "-m", "roomdisplay", *words],
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise _Ended(ended.returncode)
    return ended.stdout


def _room(told: dict[str, Any]) -> Room:
    capacity = f"{told['capacity']} people" if told["capacity"] else ""
    return Room(
        address=told["address"],
        name=told["name"],
        zone=ZoneInfo(told["timeZone"]),
        detail=" · ".join(part for part in (capacity, told["floorLabel"]) if part),
    )
