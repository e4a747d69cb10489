"""sd_notify: what systemd hears, and that nobody minds where there is none."""

import socket
from collections.abc import Generator
from pathlib import Path

import pytest

from roomdisplay.shell.notify import Supervisor, supervisor
from tests.deploy.supervision import Systemd


@pytest.fixture
def systemd(tmp_path: Path) -> Generator[Systemd]:
    systemd = Systemd(tmp_path / "notify")
    yield systemd
    systemd.close()


def test_ready_and_its_status_are_one_datagram(systemd: Systemd) -> None:
    Supervisor(str(systemd.path), None).ready("Showing Aurora.")
    assert systemd.hear(0.2) == ["READY=1", "STATUS=Showing Aurora."]


def test_a_status_is_told_when_it_changes_and_always_in_one_line(systemd: Systemd) -> None:
    told = Supervisor(str(systemd.path), None)
    for sentence in ("Well.", "Well.", "No\nREADY=1 connection."):
        told.status(sentence)
    assert systemd.hear(0.2) == ["STATUS=Well.", "STATUS=No READY=1 connection."]


def test_signs_of_life_are_given_only_where_they_are_expected(systemd: Systemd) -> None:
    Supervisor(str(systemd.path), None).alive()
    assert systemd.hear(0.1) == []
    Supervisor(str(systemd.path), 60).alive()
    assert systemd.hear(0.2) == ["WATCHDOG=1"]


def test_an_abstract_address(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind("\0roomdisplay-test-notify")
        heard.settimeout(2)
        monkeypatch.setenv("NOTIFY_SOCKET", "@roomdisplay-test-notify")
        supervisor().stopping()
        assert heard.recv(100) == b"STOPPING=1"


def test_the_watchdog_is_ours_whoever_s_process_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere")
    monkeypatch.setenv("WATCHDOG_USEC", "60000000")
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert supervisor().every == 15


@pytest.mark.parametrize("address", [None, "", "vsock:2:1", "/nowhere/at/all"])
def test_without_somebody_to_tell_nothing_happens(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    monkeypatch.delenv("WATCHDOG_USEC", raising=False)
    if address is None:
        monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    else:
        monkeypatch.setenv("NOTIFY_SOCKET", address)
    told = supervisor()
    told.ready("Well.")
    told.alive()
    told.stopping()
    assert told.every is None
