"""The program as its users start it: the simulated tenant and the kiosk, each a process of its own."""

import json
import os
import signal
import subprocess
import threading
import time
import urllib.request
from base64 import b64decode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from roomdisplay.shell.control import ControlError, ask

ROOT = Path(__file__).parent.parent
ROOMDISPLAY = str(ROOT / ".venv" / "bin" / "roomdisplay")
SECRET = "office365-client-secret"
WOX_TOKEN = "wox-token"
NO_HARDWARE = "hardware: {backlight: none, status_light: none}\n"
"""A test leaves the backlight of whoever runs it alone."""

Json = dict[str, Any]


def cpu_seconds(pid: int) -> float:
    """What a process has used so far, to the nanosecond: its CPU-time clock, clock_getcpuclockid(3)."""
    return time.clock_gettime((~pid << 3) | 2)


class Tenant:
    """The simulated tenant in its own process."""

    def __init__(self, *, latency_ms: int = 0, scenario: str = "demo") -> None:
        self._process = subprocess.Popen(
            [
                ROOMDISPLAY,
                "office365-simulator",
                "--port",
                "0",
                "--scenario",
                scenario,
                "--latency-ms",
                str(latency_ms),
            ],
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        self.told: Json = json.loads(self._process.stdout.readline())

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def control(self, path: str, body: Json | None = None, method: str | None = None) -> Json:
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.told['control']}/{path}",
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return json.loads(answer.read() or b"{}")

    def requests(self) -> list[Json]:
        return [r for r in self.control("requests")["requests"] if r["path"].startswith("/v1.0/")]

    def close(self) -> None:
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(timeout=10)


class WoxServer:
    """`roomdisplay wox-server` in its own process, with the tenant's rooms; `folder` keeps its database from one run to
    the next, and it keeps its address. `mirrors`: it holds the link to Office 365 itself."""

    def __init__(
        self,
        tenant: Json,
        folder: Path,
        *,
        mirrors: bool = True,
        options: tuple[str, ...] = (),
        certificate: str | None = None,
        zone: str = "Europe/Berlin",
    ) -> None:
        """`certificate`, key and certificate as PEM, is what it proves itself by instead of the client secret."""
        self._folder = folder / "wox"
        self._folder.mkdir(exist_ok=True)
        self._mirrors = mirrors
        self._options = options
        self._tokens: dict[str, str] = {}
        self._environment = os.environ | {
            "STATE_DIRECTORY": str(self._folder),
            "CREDENTIALS_DIRECTORY": str(self._folder),
        }
        _keep(self._folder / SECRET, certificate or tenant["client_secret"])
        proof = "client_secret" if certificate is None else "certificate_pem"
        (self._folder / "office365.yaml").write_text(
            f"office365:\n  tenant: {tenant['tenant_id']}\n  client_id: {tenant['client_id']}\n"
            f"  {proof}: {SECRET}\n  authority: {tenant['authority_https']}\n  graph: {tenant['graph']}\n"
            f"  ca_file: {tenant['ca_file']}\n"
        )
        rooms = self._folder / "rooms.csv"
        lines = [f"{room['address']},{room['name']},Headquarters,{zone},2nd floor" for room in tenant["rooms"]]
        rooms.write_text("\n".join(["mailbox,name,location,time_zone,floor", *lines]))
        self.act("import-rooms", str(rooms))
        self.told: Json = {}
        self.start()

    @property
    def url(self) -> str:
        return self.told["url"]

    def start(self) -> None:
        """At the address it had before, where it had one."""
        port = self.url.rpartition(":")[2] if self.told else "0"
        link = ["--office365", str(self._folder / "office365.yaml")] if self._mirrors else []
        self._process = subprocess.Popen(
            [ROOMDISPLAY, "wox-server", "--port", port, *link, *self._options],
            stdout=subprocess.PIPE,
            env=self._environment,
        )
        assert self._process.stdout is not None
        self.told = self.told | json.loads(self._process.stdout.readline())

    def act(self, *words: str) -> str:
        """What an action of `wox-server` prints."""
        return subprocess.run(
            [ROOMDISPLAY, "wox-server", *words], env=self._environment, stdout=subprocess.PIPE, text=True, check=True
        ).stdout

    def token(self, room: str) -> str:
        """Of the panel of the room with that address."""
        if room not in self._tokens:
            self._tokens[room] = json.loads(self.act("add-panel", room))["token"]
        return self._tokens[room]

    def feed(self, room: str) -> Json:
        """All that the server tells the room's panel."""
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.told['panel_api']}/feed", headers={"Authorization": f"Bearer {self.token(room)}"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return json.loads(answer.read())

    def kill(self) -> None:
        """As a power cut would: kill -9."""
        self._process.kill()
        self._wait()

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        self._wait()

    def _wait(self) -> None:
        self._process.wait(timeout=15)
        if self._process.stdout is not None:
            self._process.stdout.close()


def _keep(file: Path, secret: str) -> None:
    file.touch(mode=0o600)
    file.write_text(secret)


class NeverCame(Exception):
    """What was waited for did not happen in time; the message shows what there was instead."""


class Kiosk:
    """`roomdisplay run` in its own process; `folder` keeps its state from one run to the next."""

    environment: Mapping[str, str] = {}
    """What it is told besides."""

    def __init__(
        self,
        tenant: Json,
        folder: Path,
        *,
        extra: str = "",
        test_controls: bool = True,
        proof: str = "client_secret",
        link: str = "enterprise-application",
        wox: "WoxServer | None" = None,
        display: str | None = None,
        always_lit: bool = True,
        **changed: str,
    ) -> None:
        """`extra` is added to the configuration; `changed` replaces values of it by the tenant's words; `wox` is the
        server it is paired with; `display` is the X display it draws on, None: offscreen.

        `proof` is how the application proves itself: client_secret, certificate_pem.
        """
        self.folder = folder
        self.socket = folder / "ctl.sock"
        room: str = changed.get("room") or tenant["rooms"][0]["address"]
        told = tenant | changed
        arguments = ["--always-lit"] * always_lit + ["--test-controls"] * test_controls
        secrets = folder / "credentials"
        secrets.mkdir(exist_ok=True)
        by_secret = link == "enterprise-application"
        name, value = (SECRET, told[proof]) if by_secret else ("token-cache-key", "k" * 44)
        _keep(secrets / name, value)
        if wox is not None:
            _keep(secrets / WOX_TOKEN, wox.token(room))
            extra += f"wox: {{server: '{wox.url}', token: {WOX_TOKEN}}}\n"
        credential = f"{proof}: {SECRET}" if by_secret else f"link: {link}"
        config = folder / "config.yaml"
        config.write_text(
            f"room: {{address: {room}, name: Aurora, time_zone: Europe/Berlin}}\n"
            f"office365:\n  tenant: {told['tenant_id']}\n  client_id: {told['client_id']}\n"
            f"  {credential}\n  authority: {told['authority_https']}\n  graph: {told['graph']}\n"
            f"  ca_file: {told['ca_file']}\nstate_directory: {folder / 'state'}\n{NO_HARDWARE}" + extra
        )
        self._start(config, secrets, arguments, display)

    def _start(self, config: Path, secrets: Path, arguments: list[str], display: str | None = None) -> None:
        given = {"CREDENTIALS_DIRECTORY": str(secrets), "STATE_DIRECTORY": str(self.folder / "state")}
        environment = os.environ | given | dict(self.environment)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        if display is not None:
            environment["DISPLAY"] = display
        self.began = time.monotonic()
        self._process = subprocess.Popen(
            [*self.program, "run", "--config", str(config), "--socket", str(self.socket), *arguments],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.pid = self._process.pid
        self.log: list[tuple[float, str]] = []
        """What it wrote to stderr: seconds since its start, and the line."""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def program(self) -> list[str]:
        """The command line up to its first argument."""
        return [ROOMDISPLAY]

    def _read(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.log.append((time.monotonic() - self.began, line))

    def until_logged(self, text: str, patience: float = 20) -> float:
        """Seconds from the start of the process until it logged `text`."""
        while time.monotonic() - self.began < patience:
            for at, line in self.log:
                if text in line:
                    return at
            time.sleep(0.002)
        raise NeverCame(f"the panel never said {text!r}, but: {''.join(line for _, line in self.log)}")

    def ctl(self, *words: str) -> Any:
        return ask(self.socket, words[0], **({"name": words[1]} if len(words) > 1 else {}))

    def until(self, wanted: Callable[[Json], bool], patience: float = 20) -> Json:
        deadline = time.monotonic() + patience
        state: Json = {}
        while time.monotonic() < deadline:
            try:
                state = self.ctl("state")
            except ControlError:
                time.sleep(0.05)
                continue
            if wanted(state):
                return state
            time.sleep(0.003)
        raise NeverCame(f"the panel shows {json.dumps(state, indent=2)}")

    def cpu_seconds(self) -> float:
        return cpu_seconds(self.pid)

    def pss_mb(self) -> float:
        for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        raise OSError("the kernel does not tell the PSS")

    def kill(self) -> None:
        """As a power cut would: kill -9."""
        self._process.kill()
        self._ended()

    def close(self) -> int:
        """Stops it as systemd would; its exit status."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        return self._ended()

    def wait(self, patience: float) -> int:
        """Until it ends by itself; its exit status."""
        self._process.wait(timeout=patience)
        return self._ended()

    def _ended(self) -> int:
        status = self._process.wait(timeout=15)
        self._reader.join(timeout=5)
        assert self._process.stderr is not None
        self._process.stderr.close()
        return status


class UnpairedKiosk(Kiosk):
    """`roomdisplay run` of a panel that knows at most its WOX server. It keeps its secrets in the sealed keyring."""

    def __init__(
        self,
        folder: Path,
        *,
        server: str | None = None,
        extra: str = "",
        hardware: str = NO_HARDWARE,
        display: str | None = None,
    ) -> None:
        self.folder = folder
        self._display = display
        self.socket = folder / "ctl.sock"
        self._secrets = folder / "credentials"
        self._secrets.mkdir(exist_ok=True)
        _keep(self._secrets / "store-key", "k" * 44)
        self._config = folder / "config.yaml"
        wox = f"wox: {{server: '{server}'}}\n" if server else ""
        self._config.write_text(f"{wox}state_directory: {folder / 'state'}\n{hardware}{extra}")
        self.start()

    def start(self) -> None:
        self._start(self._config, self._secrets, ["--always-lit", "--test-controls"], self._display)

    @property
    def state(self) -> Path:
        return self.folder / "state"

    @property
    def is_paired(self) -> bool:
        return (self.state / "paired.yaml").exists()

    def waiting(self, patience: float = 60) -> Json:
        """What it shows once the server knows its code."""
        return self.until(lambda state: bool(state.get("matchNumber")), patience)

    def scanned(self) -> str:
        """What a phone reads from the panel's screen."""
        picture = self.folder / "seen.png"
        picture.write_bytes(b64decode(self.ctl("screenshot")))
        return scanned(picture)


def scanned(picture: Path) -> str:
    """What a phone reads from it."""
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", str(picture)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
