"""Secrets are planted in a real panel, and looked for in everything it says, shows and writes."""

import base64
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from roomdisplay.adapters.secrets.sealed_keyring import SealedKeyring
from roomdisplay.simulator.server import Simulator, running_simulator
from roomdisplay.simulator.tenant import Tenant
from tests import processes
from tests.adapters.entra.identity import certificate, rsa_key
from tests.processes import SECRET, Kiosk

PASSPHRASE = "passphrase-of-the-pfx-5521"
PLANTED = {
    "wox-token": "wox-panel-token-97f3a1c4",
    "pairing-key": "pairing-private-key-0b66e2",
    "pin-of-somebody": "pin-739155-hush",
}
STORE_KEY = base64.b64encode(bytes(range(40, 72))).decode()
TALKATIVE = Path(__file__).with_name("talkative.py")


def everything_issued(simulator: Simulator) -> set[str]:
    """Collects whatever the tenant's token service hands out from now on: tokens, refresh tokens, device codes."""
    issued: set[str] = set()

    def overhear(tenant: Tenant) -> None:
        for name in ("token", "start_device_flow"):
            answer: Callable[..., dict[str, Any]] = getattr(tenant.entra, name)

            def told(*words: Any, answer: Callable[..., dict[str, Any]] = answer, **named: Any) -> dict[str, Any]:
                told = answer(*words, **named)
                secret = ("access_token", "refresh_token", "id_token", "device_code")
                issued.update(value for key, value in told.items() if key in secret)
                return told

            setattr(tenant.entra, name, told)

    simulator.call(overhear)
    return issued


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with running_simulator("demo") as simulator:
        yield simulator


@pytest.fixture
def start(simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Kiosk]]:
    """A talkative kiosk; what is planted in its own keyring stands there from before its start."""
    program = tmp_path / "roomdisplay"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} {TALKATIVE} "$@"\n')
    program.chmod(0o700)
    credentials = tmp_path / "credentials"
    credentials.mkdir(mode=0o700)
    (credentials / "store-key").write_text(STORE_KEY)
    (credentials / "store-key").chmod(0o400)
    monkeypatch.setattr(processes, "ROOMDISPLAY", str(program))
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    monkeypatch.setenv("TALKATIVE_REPRS", str(tmp_path / "reprs.txt"))
    monkeypatch.setenv("PYTHONPATH", str(processes.ROOT))
    ring = SealedKeyring(tmp_path / "state")
    for name, value in PLANTED.items():
        ring.set_password("roomdisplay", name, value)
    kiosks: list[Kiosk] = []

    def begin(**options: Any) -> Kiosk:
        kiosks.append(Kiosk(simulator.info, tmp_path, **options))
        return kiosks[-1]

    yield begin
    for kiosk in kiosks:
        kiosk.close()


def test_what_others_can_get_at_is_named_at_the_start(start: Callable[..., Kiosk], tmp_path: Path) -> None:
    (tmp_path / "state" / "secrets" / "keyring").chmod(0o644)
    start().until_logged("keyring is open to other users (mode 0644): chmod 0600", patience=60)


def is_live(state: dict[str, Any]) -> bool:
    return state["freshness"]["kind"] == "live"


def reprs(kiosk: Kiosk) -> bytes:
    """Of all the values the running program holds."""
    path = kiosk.folder / "reprs.txt"
    os.kill(kiosk.pid, signal.SIGUSR1)
    deadline = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < deadline, "".join(line for _, line in kiosk.log)[-3000:]
        time.sleep(0.05)
    return path.read_bytes()


def unpacked(archive: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        assert {"log.txt", "health.json", "settings.json", "store.json"} <= set(files.namelist())
        return b"\n".join(files.read(name) for name in files.namelist())


def said(kiosk: Kiosk) -> dict[str, bytes]:
    """Everything a running panel says, shows and writes, by where it is."""
    process = Path(f"/proc/{kiosk.pid}")
    found = {
        "arguments": (process / "cmdline").read_bytes(),
        "environment": (process / "environ").read_bytes(),
        "ctl state": json.dumps(kiosk.ctl("state")).encode(),
        "ctl health": json.dumps(kiosk.ctl("health")).encode(),
        "screenshot": base64.b64decode(kiosk.ctl("screenshot")),
        "diagnostics": unpacked(base64.b64decode(kiosk.ctl("bundle"))),
        "reprs": reprs(kiosk),
        "doctor": subprocess.run(
            [processes.ROOMDISPLAY, "doctor", "--config", str(kiosk.folder / "config.yaml"), "--json"],
            capture_output=True,
            check=False,
        ).stdout,
        "doctor's text": subprocess.run(
            [processes.ROOMDISPLAY, "doctor", "--config", str(kiosk.folder / "config.yaml")],
            capture_output=True,
            check=False,
        ).stdout,
    }
    os.kill(kiosk.pid, signal.SIGUSR2)
    kiosk.until_logged("end of the crash", patience=120)
    kiosk.close()
    found["log and crash"] = "".join(line for _, line in kiosk.log).encode()
    state = [kiosk.folder / "config.yaml", *(path for path in (kiosk.folder / "state").rglob("*") if path.is_file())]
    return found | {str(path): path.read_bytes() for path in state}


def ways_to_write(secret: str) -> set[bytes]:
    raw = secret.encode()
    written = {
        raw,
        base64.b64encode(raw),
        raw.hex().encode(),
        quote(secret, safe="").encode(),
        repr(secret)[1:-1].encode(),
    }
    # a base64 text inside another one may begin at any of three places
    return written | {base64.b64encode(b"x" * n + raw)[4:-4] for n in (1, 2)}


def leaks(found: dict[str, bytes], secrets: set[str]) -> list[tuple[str, str]]:
    """Where, and what stands before it there."""
    return [
        (where, content[max(0, content.index(way) - 120) : content.index(way)].decode(errors="replace"))
        for where, content in found.items()
        for secret in secrets
        for way in ways_to_write(secret)
        if way in content
    ]


def assert_nothing_shows(kiosk: Kiosk, secrets: set[str]) -> None:
    found = said(kiosk)
    assert all(found.values()), {where: len(content) for where, content in found.items()}
    assert b"roomdisplay" in found["log and crash"]
    assert b"state = State(" in found["log and crash"], "locals are shown"
    assert b"State(" in found["reprs"]
    assert b"Settings(" in found["reprs"]
    assert all(len(secret) >= 8 for secret in secrets), "what is short is found by chance"
    assert leaks(found, secrets | set(PLANTED.values()) | {STORE_KEY}) == []


def test_a_client_secret_and_its_tokens(start: Callable[..., Kiosk], simulator: Simulator) -> None:
    issued = everything_issued(simulator)
    kiosk = start()
    kiosk.until(is_live)
    assert len(issued) >= 1
    assert_nothing_shows(kiosk, issued | {simulator.client_secret})


def test_a_pfx_its_key_and_its_passphrase(start: Callable[..., Kiosk], simulator: Simulator, tmp_path: Path) -> None:
    issued = everything_issued(simulator)
    key = rsa_key(0)
    own = certificate(key, datetime.now(UTC) + timedelta(days=90))
    simulator.call(lambda tenant: tenant.entra.register(own.public_bytes(Encoding.PEM).decode()))
    pfx = pkcs12.serialize_key_and_certificates(b"panel", key, own, None, BestAvailableEncryption(PASSPHRASE.encode()))
    (tmp_path / "credentials" / "pfx-passphrase").write_text(PASSPHRASE)
    (tmp_path / "credentials" / "pfx-passphrase").chmod(0o400)
    kiosk = start(
        proof="certificate_pfx",
        certificate_pfx=base64.b64encode(pfx).decode(),
        client_id=f"{simulator.client_id}\n  certificate_passphrase: pfx-passphrase",
    )
    kiosk.until(is_live)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    lines = set(private.splitlines()[1:-1])
    assert_nothing_shows(kiosk, issued | lines | {PASSPHRASE, base64.b64encode(pfx).decode()[40:200]})


def test_a_service_account_and_its_refresh_token(start: Callable[..., Kiosk], simulator: Simulator) -> None:
    issued = everything_issued(simulator)
    simulator.call(lambda tenant: tenant.entra.restrict(device_code_interval=1))
    kiosk = start(link="service-account")
    code = kiosk.until(lambda state: state["signIn"] is not None and state["signIn"]["code"] is not None)["signIn"][
        "code"
    ]

    def approve(tenant: Tenant) -> None:
        pending = tenant.entra.pending(code)
        assert pending is not None
        tenant.entra.decide(pending, next(iter(tenant.entra.users)))

    simulator.call(approve)
    kiosk.until(is_live)
    assert len(issued) >= 3
    assert_nothing_shows(kiosk, issued | {"k" * 44})


def test_diagnostics_tell_of_the_life_before_and_of_the_doctor_and_of_nobody(
    start: Callable[..., Kiosk], simulator: Simulator
) -> None:
    """No secret, no name, no subject, neither of what is shown nor of what was typed at the door."""
    issued = everything_issued(simulator)
    kiosk = start(extra="booking: {identity: name}\n")
    kiosk.until(is_live)
    kiosk.ctl("doctor")
    kiosk.kill()
    again = start(extra="booking: {identity: name}\n")
    again.until(is_live)
    again.until(lambda _: "store.json" in named(base64.b64decode(again.ctl("bundle"))))
    packed = base64.b64decode(again.ctl("bundle"))
    found, files = unpacked(packed), named(packed)
    assert "The first frame is on screen" in files["log.before.txt"]
    assert json.loads(files["doctor.json"])["findings"] != []
    assert leaks({"bundle": found}, issued | {simulator.client_secret} | set(PLANTED.values()) | {STORE_KEY}) == []
    people = {word for person in simulator.info["people"] for word in (*person["name"].split(), person["address"])}
    subjects = simulator.call(subjects_of)
    assert {"Mara", "Lindqvist", "mara.lindqvist@contoso.example"} <= people
    assert {"Design review", "Salary conversation"} <= subjects
    assert sorted(word for word in people | subjects if word.encode() in found) == []


def named(archive: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        return {name: files.read(name).decode() for name in files.namelist()}


def subjects_of(tenant: Tenant) -> set[str]:
    return {event.subject for room in tenant.exchange.rooms.values() for event in room.mailbox.items()}


def test_an_error_that_quotes_what_it_knows_is_not_passed_on(
    start: Callable[..., Kiosk], simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALKATIVE_MSAL", "1")
    kiosk = start()
    kiosk.until(lambda state: state["freshness"]["kind"] != "connecting" and not is_live(state))
    kiosk.until_logged("RuntimeError", patience=60)
    assert_nothing_shows(kiosk, {simulator.client_secret})


def test_the_search_finds_what_is_there() -> None:
    secret = "a-planted-secret/with+signs"
    for way in ways_to_write(secret):
        assert leaks({"somewhere": b"before" + way + b"after"}, {secret})
    nested = base64.b64encode(f'{{"token": "{secret}"}}'.encode())
    assert leaks({"somewhere": nested}, {secret})
    assert not leaks({"somewhere": b"nothing"}, {secret})


def test_a_secret_pasted_into_the_configuration_is_not_repeated(tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(
        "room: {address: a@b.example, name: A, time_zone: Europe/Berlin}\n"
        "office365: {tenant: b.example, client_id: 11111111-2222-3333-4444-555555555555,\n"
        f"  client_secret: sim8Q~{SECRET.upper()}}}\n"
    )
    for command in ("run", "doctor"):
        ended = subprocess.run(
            [processes.ROOMDISPLAY, command, "--config", str(config)], capture_output=True, text=True, check=False
        )
        assert ended.returncode == 2
        assert SECRET.upper() not in ended.stdout + ended.stderr
        assert "never the secret itself" in ended.stderr
