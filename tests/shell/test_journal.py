"""What journald is sent."""

import logging
import socket
from collections.abc import Generator
from pathlib import Path

import pytest

from roomdisplay.shell.journal import Journal, is_listening


class Journald:
    def __init__(self, path: Path) -> None:
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.settimeout(2)

    def fields(self) -> dict[str, str]:
        """Of the next entry, read as journald reads it."""
        entry, found = self._socket.recv(2**20), dict[str, str]()
        while entry:
            name, _, entry = entry.partition(b"\n")
            length = int.from_bytes(entry[:8], "little")
            found[name.decode()] = entry[8 : 8 + length].decode()
            entry = entry[8 + length + 1 :]
        return found

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def journald(tmp_path: Path) -> Generator[Journald]:
    journald = Journald(tmp_path / "socket")
    yield journald
    journald.close()


@pytest.fixture
def log(journald: Journald) -> Generator[logging.Logger]:
    log, journal = logging.getLogger("roomdisplay.tests.journal"), Journal(journald.path)
    log.addHandler(journal)
    log.propagate = False
    log.setLevel(logging.DEBUG)
    yield log
    log.removeHandler(journal)
    journal.close()


@pytest.mark.parametrize(
    ("level", "priority"),
    [(logging.DEBUG, "7"), (logging.INFO, "6"), (logging.WARNING, "4"), (logging.ERROR, "3"), (logging.CRITICAL, "2")],
)
def test_an_entry_says_what_how_grave_and_by_whom(
    log: logging.Logger, journald: Journald, level: int, priority: str
) -> None:
    log.log(level, "The clock jumped by %.1f s", 2.5)
    assert journald.fields() == {
        "MESSAGE": "The clock jumped by 2.5 s",
        "PRIORITY": priority,
        "LOGGER": "roomdisplay.tests.journal",
        "SYSLOG_IDENTIFIER": "roomdisplay",
    }


def test_no_text_can_pass_for_another_field(log: logging.Logger, journald: Journald) -> None:
    log.warning("subject\nPRIORITY=0\nMESSAGE\n")
    fields = journald.fields()
    assert (fields["MESSAGE"], fields["PRIORITY"]) == ("subject\nPRIORITY=0\nMESSAGE\n", "4")


def test_an_exception_brings_its_trace(log: logging.Logger, journald: Journald) -> None:
    try:
        raise ValueError("odd")
    except ValueError:
        log.exception("A request failed")
    assert journald.fields()["TRACE"].endswith("ValueError: odd")


def test_a_message_without_an_end_is_cut(log: logging.Logger, journald: Journald) -> None:
    log.info("x" * 10**6)
    assert 1000 < len(journald.fields()["MESSAGE"]) < 10**5


def test_what_journald_does_not_take_is_not_lost(
    log: logging.Logger, journald: Journald, capsys: pytest.CaptureFixture[str]
) -> None:
    journald.path.unlink()
    log.error("The disk is full")
    assert capsys.readouterr().err == "ERROR roomdisplay.tests.journal: The disk is full\n"


def test_another_stream_is_not_the_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_STREAM", "1:1")
    assert not is_listening()
