"""A panel to examine: the real command, the simulated tenant, and a machine whose hardware is a folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from cryptography.hazmat.primitives.serialization import Encoding

from tests.adapters.entra.identity import certificate, pem, rsa_key
from tests.processes import ROOMDISPLAY, Tenant

Json = dict[str, Any]
NAME = "room-certificate"
TOUCH = """\
I: Bus=0018 Vendor=0416 Product=038f Version=1060
N: Name="Goodix Capacitive TouchScreen"
P: Phys=input/ts
H: Handlers=event0
B: PROP=2
B: EV=b
B: KEY=1c00000000 0 0 0 0
B: ABS=265800000000003

"""
KEYBOARD = """\
I: Bus=0003 Vendor=046d Product=c31c Version=0110
N: Name="USB Keyboard"
H: Handlers=sysrq kbd event1
B: PROP=0
B: EV=120013
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe

"""


class Machine:
    """What the kernel shows below a root of one's own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("sys/class/drm/card0-HDMI-A-1/status", "connected\n")
        self.write("sys/class/drm/card0-HDMI-A-1/modes", "1280x800\n1024x768\n")
        self.write("sys/class/drm/card0-HDMI-A-2/status", "disconnected\n")
        self.write("proc/bus/input/devices", KEYBOARD + TOUCH)
        self.write("sys/class/backlight/10-0045/brightness", "255\n")
        self.write("sys/class/leds/panel:green:status/brightness", "0\n")
        self.write("sys/class/leds/mmc0::/brightness", "0\n")

    def write(self, path: str, content: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)

    def remove(self, path: str) -> None:
        for file in sorted((self.root / path).rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()


class Patient:
    """A panel that is well in everything, until somebody changes that."""

    def __init__(self, tenant: Tenant, folder: Path, *, link: str = "enterprise-application") -> None:
        self.tenant = tenant
        self.folder = folder
        self.room: str = tenant.told["rooms"][0]["address"]
        self.machine = Machine(folder / "machine")
        self.state = folder / "state"
        self.state.mkdir(mode=0o700)
        self.credentials = folder / "credentials"
        self.credentials.mkdir(mode=0o700)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "de_DE.UTF-8",
            "CREDENTIALS_DIRECTORY": str(self.credentials),
        }
        self.config: Json = {
            "room": {"address": self.room, "name": "Aurora", "time_zone": "Europe/Berlin"},
            "office365": {
                "tenant": tenant.told["tenant_id"],
                "client_id": tenant.told["client_id"],
                "authority": tenant.told["authority_https"],
                "graph": tenant.told["graph_https"],
                "ca_file": tenant.told["ca_file"],
            },
            "nearby": [{"address": room["address"], "name": room["name"]} for room in tenant.told["rooms"][1:3]],
            "check_in": {"enabled": True},
            "state_directory": str(self.state),
        }
        if link == "enterprise-application":
            self.office365["certificate_pem"] = NAME
            self.give(NAME, self.registered(days=365))
        else:
            self.office365["link"] = link
        tenant.control("rooms/" + self.room, {"customTimeZone": False}, method="PATCH")

    @property
    def office365(self) -> Json:
        return self.config["office365"]

    def give(self, name: str, value: str, mode: int = 0o400) -> None:
        path = self.credentials / name
        path.unlink(missing_ok=True)
        path.write_text(value)
        path.chmod(mode)

    def registered(self, *, days: int) -> str:
        """A key and certificate in PEM that the tenant knows."""
        key = rsa_key(0)
        own = certificate(key, datetime.now(UTC) + timedelta(days=days))
        self.tenant.control("entra", {"certificate": own.public_bytes(Encoding.PEM).decode()})
        return pem(key, own).decode()

    def policy(self, **switches: Any) -> None:
        self.tenant.control("rooms/" + self.room, switches, method="PATCH")

    def book(self, subject: str, start: str = "now+5h", end: str = "now+6h", **order: Any) -> None:
        self.tenant.control(
            "outlook/book", {"room": self.room, "subject": subject, "start": start, "end": end, **order}
        )

    def cancel_all(self) -> None:
        """An empty calendar: a door nobody has booked yet."""
        scenario = self.folder / "empty.yaml"
        rooms = [{"address": room["address"], "name": room["name"]} for room in self.tenant.told["rooms"]]
        scenario.write_text(
            json.dumps({"rooms": rooms, "people": [{"name": "Mara", "address": "mara@contoso.example"}]})
        )
        self.tenant.control("reset", {"scenario": str(scenario)})
        self.tenant.control("rooms/" + self.room, {"customTimeZone": False}, method="PATCH")
        self.give(NAME, self.registered(days=365))

    def processing(self) -> Path:
        """What an administrator would copy out of PowerShell."""
        told = self.tenant.control(f"rooms/{self.room}/calendar-processing")
        path = self.folder / "processing.json"
        path.write_bytes(json.dumps(told).encode("utf-16"))
        return path

    def items(self) -> list[Json]:
        return self.tenant.control(f"rooms/{self.room}/events")["events"]

    def marked(self) -> list[Json]:
        """The doctor's appointments in the calendar, not counting deleted ones."""
        return [one for one in self.items() if "Room doctor" in one["categories"] and not one["deleted"]]

    def command(self, *options: str) -> list[str]:
        path = self.folder / "config.yaml"
        path.write_text(json.dumps(self.config))
        path.chmod(0o600)
        return [ROOMDISPLAY, "doctor", "--config", str(path), "--root", str(self.machine.root), *options]

    def run(self, *options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*options), env=self.environment, capture_output=True, text=True, timeout=100, check=False
        )

    def examine(self, *options: str) -> Report:
        ended = self.run("--json", *options)
        assert ended.returncode in (0, 1), ended.stderr
        return Report(json.loads(ended.stdout), ended.returncode, ended.stdout + ended.stderr)

    def killed_when(self, sent: int, *options: str) -> None:
        """Starts an examination and kills it once the tenant has got so many requests that write."""
        process = subprocess.Popen(self.command(*options), env=self.environment, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and process.poll() is None:
            if (
                sum(one["method"] in ("POST", "DELETE") and "/events" in one["path"] for one in self.tenant.requests())
                >= sent
            ):
                break
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=10)
        # what was sent is carried out, whoever waits for the answer
        time.sleep(0.5)


class Report:
    """`--json`, read."""

    def __init__(self, tree: Json, status: int, output: str) -> None:
        self.tree, self.status, self.output = tree, status, output
        self.findings: dict[str, Json] = {one["id"]: one for one in tree["findings"]}
        assert len(self.findings) == len(tree["findings"]), "each check once"

    def verdict(self, id: str) -> str:
        return cast("str", self.findings[id]["verdict"])

    def said(self, id: str) -> str:
        """Everything that is said of one check."""
        one = self.findings[id]
        lines = [command["line"] for command in one["commands"]]
        return "\n".join([*one["evidence"], one["mend"] or "", *lines])

    def unwell(self) -> dict[str, str]:
        return {id: one["verdict"] for id, one in self.findings.items() if one["verdict"] != "well"}
