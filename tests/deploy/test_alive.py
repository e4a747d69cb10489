"""A real panel, one part of which stands still: systemd hears of it, and then nothing that would keep it running."""

import os
import signal
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from tests import processes
from tests.deploy.supervision import Systemd
from tests.processes import ROOT, Kiosk, Tenant, WoxServer

PATIENCE = 4.0
"""Seconds: systemd's. The panel shows signs of life four times as often."""


@pytest.fixture
def tenant() -> Generator[Tenant]:
    tenant = Tenant()
    yield tenant
    tenant.close()


@pytest.fixture
def systemd(tmp_path: Path, tenant: Tenant, monkeypatch: pytest.MonkeyPatch) -> Generator[Systemd]:
    """Whoever is started now is started by it."""
    systemd = Systemd(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", str(systemd.path))
    monkeypatch.setenv("WATCHDOG_USEC", str(int(PATIENCE * 1e6)))
    yield systemd
    systemd.close()


@pytest.fixture
def freezable(tenant: Tenant, systemd: Systemd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Kiosk]:
    """A panel that shows the tenant's day and can be frozen."""
    monkeypatch.setenv("FREEZE", str(tmp_path / "freeze"))
    command = tmp_path / "roomdisplay"
    python = ROOT / ".venv" / "bin" / "python"
    command.write_text(f'#!/bin/sh\ncd {ROOT}\nexec {python} -m tests.deploy.freezable "$@"\n')
    command.chmod(0o755)
    monkeypatch.setattr(processes, "ROOMDISPLAY", str(command))
    kiosk = Kiosk(tenant.told, tmp_path)
    kiosk.until(lambda state: state["freshness"]["kind"] == "live")
    yield kiosk
    kiosk.kill()


@pytest.fixture
def start(tenant: Tenant, tmp_path: Path) -> Generator[Callable[..., Kiosk]]:
    kiosks: list[Kiosk] = []

    def start(**options: Any) -> Kiosk:
        kiosks.append(Kiosk(tenant.told, tmp_path, **options))
        return kiosks[-1]

    yield start
    for kiosk in kiosks:
        kiosk.close()


def test_a_panel_is_ready_once_its_first_frame_is_out_and_ends_in_order(
    systemd: Systemd, start: Callable[..., Kiosk]
) -> None:
    kiosk = start()
    assert systemd.until("READY=1") == ["READY=1", "STATUS=Showing aurora@contoso.example."]
    assert "The first frame is on screen" in "".join(line for _, line in kiosk.log)
    systemd.until("WATCHDOG=1")
    kiosk.close()
    assert "STOPPING=1" in systemd.hear(0.2)


def test_a_panel_without_office_365_is_alive_and_says_what_is_wrong(
    systemd: Systemd, tenant: Tenant, start: Callable[..., Kiosk]
) -> None:
    start(graph="http://127.0.0.1:9/v1.0")
    systemd.until("READY=1")
    systemd.until("STATUS=Office 365 does not answer")
    systemd.hear(PATIENCE)  # what came before
    assert systemd.hear(PATIENCE).count("WATCHDOG=1") >= 2


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("engine", "STATUS=The panel has not looked at its clock"),
        ("frames", "STATUS=The screen has not been painted"),
        ("store", "STATUS=The store has not answered"),
    ],
)
def test_what_stands_still_gives_no_sign_of_life(
    part: str, said: str, systemd: Systemd, freezable: Kiosk, tmp_path: Path
) -> None:
    systemd.until("WATCHDOG=1")
    (tmp_path / "freeze").write_text(part)
    if part == "store":
        freezable.ctl("refresh")
    systemd.until(said)
    assert "WATCHDOG=1" not in systemd.hear(1.5 * PATIENCE)
    assert freezable.ctl("health")["pid"] == freezable.pid  # the rest of it goes on


def test_a_process_that_stands_still_gives_no_sign_of_life(systemd: Systemd, start: Callable[..., Kiosk]) -> None:
    kiosk = start()
    systemd.until("WATCHDOG=1")
    os.kill(kiosk.pid, signal.SIGSTOP)
    try:
        systemd.hear(0.3)
        assert systemd.hear(PATIENCE) == []
    finally:
        os.kill(kiosk.pid, signal.SIGCONT)


def test_a_server_is_ready_once_it_accepts_and_alive_while_its_loop_turns(
    systemd: Systemd, tenant: Tenant, tmp_path: Path
) -> None:
    server = WoxServer(tenant.told, tmp_path, mirrors=False)
    try:
        assert systemd.until("READY=1")[:2] == ["READY=1", f"STATUS=Serving {server.url}."]
        systemd.until("WATCHDOG=1")
        os.kill(server.told["pid"], signal.SIGSTOP)
        systemd.hear(0.3)
        assert systemd.hear(PATIENCE) == []
        os.kill(server.told["pid"], signal.SIGCONT)
    finally:
        server.close()
    assert "STOPPING=1" in systemd.hear(0.2)
