"""`roomdisplay wox-server`: its first line, its end, and sentences where it cannot start."""

import json
import os
import signal
import socket
import subprocess
from pathlib import Path

import httpx

from tests.processes import ROOMDISPLAY
from tests.wox_server.running import ServerProcess


def failing(*arguments: str, environment: dict[str, str] | None = None) -> tuple[int, str]:
    command = [ROOMDISPLAY, "wox-server", *arguments]
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=30, env={**os.environ, **(environment or {})}
    )
    assert ended.stdout == ""
    return ended.returncode, ended.stderr


def test_its_first_line_says_where_it_is_and_it_ends_with_its_standard_input(database_url: str) -> None:
    with ServerProcess(database_url) as server:
        assert server.told["url"] == server.url
        assert server.told["panel_api"] == f"{server.url}/api/panel/v1"
        assert httpx.get(f"{server.url}/healthz").json()["ok"]
        assert httpx.get(f"{server.told['panel_api']}/feed").status_code == 401
        log = server.close()
    line = json.loads(log.splitlines()[0])
    assert (line["message"], line["code"], line["path"]) == ("refused", "notPaired", "/api/panel/v1/feed")
    assert line["level"] == "warning"


def test_without_a_database_named_it_keeps_a_file_in_the_state_folder(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "STATE_DIRECTORY": ""}
    process = subprocess.Popen(
        [ROOMDISPLAY, "wox-server", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["url"].startswith("http://127.0.0.1:")
    assert (tmp_path / "roomdisplay" / "wox.sqlite").exists()
    assert (tmp_path / "roomdisplay").stat().st_mode & 0o077 == 0
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=20)
    assert (process.returncode, log) == (0, b"")


def test_what_cannot_be_is_answered_with_a_sentence(tmp_path: Path) -> None:
    file = f"sqlite:///{tmp_path / 'wox.sqlite'}"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert failing("--database", file, "--port", port) == (
            1,
            f"roomdisplay wox-server: 127.0.0.1 port {port} cannot be used: Address already in use. Choose another, "
            "or --port 0.\n",
        )
    status, said = failing("--database", "sqlite:////nowhere/wox.sqlite")
    assert (status, "cannot be opened" in said) == (1, True)
    secret = {"ROOMDISPLAY_WOX_DATABASE": "postgresql://u:swordfish@127.0.0.1:1/none"}
    status, said = failing(environment=secret)
    assert (status, "cannot be opened" in said, "swordfish" in said) == (1, True, False)
    status, said = failing("--tls-certificate", "/nowhere.pem")
    assert (status, "belong together" in said) == (2, True)
    status, said = failing("--tls-certificate", "/nowhere.pem", "--tls-key", "/nowhere.pem")
    assert (status, "/nowhere.pem cannot be read" in said) == (2, True)
    status, said = failing("--port", "many")
    assert (status, "is no port" in said) == (2, True)
    status, said = failing("--public-url", "ftp://x")
    assert (status, "accepted: an https:// address" in said) == (2, True)
