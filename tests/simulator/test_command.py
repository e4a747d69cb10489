"""The command as a process: its first line, its ends, its complaints."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

START = (
    "import argparse, sys; from roomdisplay.simulator import command;"
    "parser = argparse.ArgumentParser('office365-simulator'); command.add_arguments(parser);"
    "sys.exit(command.run(parser.parse_args()))"
)
Process = subprocess.Popen[str]


@pytest.fixture
def start() -> Iterator[Callable[..., Process]]:
    with ExitStack() as running:

        def begin(*options: str) -> Process:
            pipe = subprocess.PIPE
            process = subprocess.Popen(
                [sys.executable, "-c", START, *options], stdin=pipe, stdout=pipe, stderr=pipe, text=True
            )
            running.enter_context(process)
            running.callback(process.terminate)
            return process

        yield begin


def first_line(process: Process) -> dict[str, Any]:
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_line_says_all_and_a_signal_ends_it_within_a_second(
    start: Callable[..., Process], number: signal.Signals
) -> None:
    process = start("--port", "0", "--scenario", "busy")
    info = first_line(process)
    assert set(info) >= {
        "graph", "authority", "tenant_id", "client_id", "client_secret", "rooms", "control", "graph_https",
        "authority_https", "ca_file", "clock_offset_seconds",
    }  # fmt: skip
    assert info["rooms"][0] == {
        "address": "aurora@contoso.example",
        "name": "Aurora",
        "timeZone": "Europe/Berlin",
        "capacity": 8,
        "floorLabel": "2nd floor",
    }
    assert httpx.get(info["control"] + "/tenant").json() == info
    folder = Path(info["ca_file"]).parent
    assert folder.stat().st_mode & 0o077 == 0
    httpx.post(info["control"] + "/latency", json={"ms": 60_000})
    with pytest.raises(httpx.TimeoutException):
        httpx.get(info["authority"] + "/v2.0/.well-known/openid-configuration", timeout=0.1)
    began = time.monotonic()
    process.send_signal(number)
    assert process.wait(5) == 0
    assert time.monotonic() - began < 1
    assert not folder.exists()
    assert process.stderr is not None
    assert process.stderr.read() == ""


def test_it_ends_with_its_standard_input_where_asked_to(start: Callable[..., Process]) -> None:
    process = start("--port", "0", "--scenario", "quiet", "--until-stdin-closes")
    first_line(process)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(5) == 0


def test_a_port_in_use_is_one_sentence(start: Callable[..., Process]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start("--port", str(port))
        _, complaint = process.communicate(timeout=10)
    assert process.returncode == 1
    assert complaint == f"roomdisplay: port {port} is in use; choose another, or --port 0 for a free one.\n"


def test_an_unknown_scenario_is_one_sentence_with_the_names_there_are(start: Callable[..., Process]) -> None:
    process = start("--port", "0", "--scenario", "/tmp/nowhere.yaml")
    output, complaint = process.communicate(timeout=10)
    assert (process.returncode, output) == (2, "")
    assert complaint.count("\n") == 1
    assert "/tmp/nowhere.yaml" in complaint
    assert "all-day, back-to-back, busy, demo" in complaint
