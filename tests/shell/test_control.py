"""The control socket: who may use it, what it answers, what each failure is told."""

import asyncio
import json
import socket
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from roomdisplay.shell.control import ControlError, ask, is_answered
from roomdisplay.shell.control_server import LONGEST_LINE, ControlServer


def served(path: Path, talk: Callable[[], object]) -> Any:
    """What `talk` gives, run in a thread while a server with three commands listens on `path`."""

    async def state(_: dict[str, Any]) -> object:
        return {"state": "free"}

    async def echo(asked: dict[str, Any]) -> object:
        return asked

    async def refuse(_: dict[str, Any]) -> object:
        raise ControlError("The panel was not started with --test-controls.")

    async def main() -> object:
        server = ControlServer(path, {"state": state, "tap": refuse, "echo": echo})
        await server.start()
        try:
            with ThreadPoolExecutor(1) as thread:
                return await asyncio.get_running_loop().run_in_executor(thread, talk)
        finally:
            await server.close()

    return asyncio.run(main())


def test_a_question_is_answered(tmp_path: Path) -> None:
    assert served(tmp_path / "run" / "ctl.sock", lambda: ask(tmp_path / "run" / "ctl.sock", "state")) == {
        "state": "free"
    }


def test_values_travel_with_the_question(tmp_path: Path) -> None:
    path = tmp_path / "ctl.sock"
    assert served(path, lambda: ask(path, "echo", name="Über 30 min"))["name"] == "Über 30 min"


def test_a_refusal_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "ctl.sock"
    with pytest.raises(ControlError, match="not started with --test-controls"):
        served(path, lambda: ask(path, "tap"))


def test_only_this_user_may_connect(tmp_path: Path) -> None:
    path = tmp_path / "run" / "ctl.sock"
    assert served(path, lambda: stat.S_IMODE(path.stat().st_mode)) == 0o600
    assert served(path, lambda: stat.S_IMODE(path.parent.stat().st_mode)) == 0o700


def test_a_folder_others_may_write_to_is_refused(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    with pytest.raises(ControlError, match="others may write to it"):
        served(shared / "ctl.sock", lambda: None)


def test_a_sticky_folder_such_as_tmp_is_fine(tmp_path: Path) -> None:
    sticky = tmp_path / "sticky"
    sticky.mkdir()
    sticky.chmod(0o1777)
    assert served(sticky / "ctl.sock", lambda: ask(sticky / "ctl.sock", "state")) == {"state": "free"}


def test_the_socket_goes_with_the_panel(tmp_path: Path) -> None:
    path = tmp_path / "ctl.sock"
    assert served(path, path.exists)
    assert not path.exists()


def test_a_socket_left_by_a_killed_panel_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "ctl.sock"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    assert path.exists()
    assert not is_answered(path)
    assert served(path, lambda: ask(path, "state")) == {"state": "free"}


def test_a_second_panel_is_told_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "ctl.sock"

    def second() -> object:
        with pytest.raises(ControlError, match=r"Another panel already listens on .*ctl\.sock"):
            served(path, lambda: None)
        return ask(path, "state")

    assert served(path, second) == {"state": "free"}


def test_without_a_panel_the_client_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(ControlError, match=r"No panel answers on .* Start one with `roomdisplay demo`"):
        ask(tmp_path / "ctl.sock", "state")


@pytest.mark.parametrize(
    "line", [b"\n", b"[]\n", b"{}\n", b'{"command": 7}\n', b"\xff\xfe\n", b'{"command": "exit"}\n']
)
def test_what_is_no_question_is_told_the_commands(tmp_path: Path, line: bytes) -> None:
    answer = json.loads(served(tmp_path / "ctl.sock", lambda: raw(tmp_path / "ctl.sock", line)))
    assert answer == {"ok": False, "error": "The panel knows these commands: echo, state, tap."}


def test_an_endless_line_is_hung_up_on(tmp_path: Path) -> None:
    assert served(tmp_path / "ctl.sock", lambda: raw(tmp_path / "ctl.sock", b"x" * (LONGEST_LINE * 4))) == b""


def raw(path: Path, line: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(str(path))
        try:
            connection.sendall(line)
            return connection.makefile("rb").readline()
        except OSError:
            return b""
