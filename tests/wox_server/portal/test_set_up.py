"""From an empty database to the first Space Administrator, with the command alone."""

import json
import signal
import subprocess
from pathlib import Path

import httpx

from tests.processes import ROOMDISPLAY

SERVER = [ROOMDISPLAY, "wox-server"]


def test_the_first_start_prints_a_link_and_later_ones_do_not(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'wox.sqlite'}"

    def started() -> tuple[subprocess.Popen[str], dict[str, str]]:
        command = [*SERVER, "--database", database, "--port", "0"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        return process, json.loads(process.stdout.readline())

    def stop(process: subprocess.Popen[str]) -> None:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0
        assert process.stdout is not None
        process.stdout.close()

    process, told = started()
    page = httpx.get(told["set_up"])
    assert page.status_code == 200
    assert "You are the first here." in page.text
    assert "set-up link" in httpx.get(f"{told['url']}/sign-in").text
    stop(process)

    asked = [*SERVER, "--database", database, "add-administrator", "ada@contoso.example", "--name", "Ada"]
    printed = subprocess.run([*asked, "--public-url", told["url"]], check=True, capture_output=True, text=True)
    process, again = started()
    assert "set_up" not in again
    link = printed.stdout.strip().replace(told["url"], again["url"])
    assert "Ada, choose the password" in httpx.get(link).text
    stop(process)


def test_an_address_that_is_none_is_told_so(tmp_path: Path) -> None:
    asked = [*SERVER, "--database", f"sqlite:///{tmp_path / 'wox.sqlite'}", "add-administrator", "ada"]
    answer = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert answer.returncode == 1
    assert "is no e-mail address" in answer.stderr
