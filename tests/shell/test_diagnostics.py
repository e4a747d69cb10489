"""What is sent to whoever looks for a fault: enough to find it, and nothing about people or secrets."""

import io
import json
import logging
import os
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.adapters.store.statistics import statistics
from roomdisplay.config.loader import parse
from roomdisplay.config.pin import hashed
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import STATES
from roomdisplay.shell import journal
from roomdisplay.shell.diagnostics import (
    HIDDEN,
    LARGEST_FILE,
    archive,
    forget_report,
    keep_report,
    kept,
    redacted,
    secret_names,
    shown,
    told,
    versions,
)
from roomdisplay.shell.journal import LONGEST_LINE, Recent

KEY = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----"
PIN = hashed("246810", bytes(16))
HARD = 'a "Schlüssel"\\&+'
PLANTED = [
    ("the secret is s3cr3t-of-the-panel!", "s3cr3t-of-the-panel"),
    (f"as it is: {HARD}.", HARD),
    (f"in JSON: {json.dumps(HARD)}.", json.dumps(HARD)[1:-1]),
    (f"in a form: x={quote(HARD, safe='')}&y=1", quote(HARD, safe="")),
    (f"admin.pin: found {PIN}; accepted: digits", PIN),
    (f"key {KEY} end", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"),
    (KEY[:60], "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"),
    ("token eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYXJhIn0.c2lnbmF0dXJl", "eyJzdWIiOiJtYXJhIn0"),
    ("via http://mara:hunter22@proxy.example:8080", "hunter22"),
    ("Authorization: Bearer AbCdEf012345", "AbCdEf012345"),
    ("POST /token client_secret=Zm9vYmFy&scope=x", "Zm9vYmFy"),
    ("GET /done?state=1&code=0.AXoAoneTimeCode", "0.AXoAoneTimeCode"),
]
SETTINGS = f"""
room: {{address: aurora@contoso.example, name: Aurora, time_zone: Europe/Berlin}}
office365:
  tenant: contoso.example
  client_id: 11111111-2222-3333-4444-555555555555
  certificate_pfx: room-certificate
  certificate_passphrase: its-passphrase
wox: {{server: "https://wox.example", token: wox-token}}
admin: {{pin: "{PIN}"}}
"""


def unpacked(packed: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        assert files.testzip() is None
        return {name: files.read(name).decode() for name in files.namelist()}


@pytest.mark.parametrize(("text", "secret"), PLANTED)
def test_a_secret_is_redacted_wherever_it_stands(text: str, secret: str) -> None:
    assert secret in text
    hidden = {"s3cr3t-of-the-panel", HARD, ""}
    assert secret not in redacted(text, hidden)
    assert HIDDEN in redacted(text, hidden)
    files = unpacked(archive({"log.txt": text, "health.json": {"faults": [text]}}, hidden))
    assert all(secret not in content for content in files.values())


def test_what_is_no_secret_stays() -> None:
    text = "WARNING roomdisplay.shell.engine: https://graph.example/v1.0 answers 503; transient, tried again in 20 s"
    assert redacted(text, {"s3cr3t"}) == text


def test_the_settings_name_their_secrets_and_hold_none() -> None:
    settings = parse(SETTINGS, "config.yaml")
    assert settings.policy.admin_pin == PIN
    assert secret_names(settings) == {"room-certificate", "its-passphrase", "wox-token"}
    text = unpacked(archive({"settings.json": told(settings)}, set()))["settings.json"]
    assert json.loads(text)["room"]["zone"] == "Europe/Berlin"
    assert "room-certificate" in text
    assert json.loads(text)["policy"]["admin_pin"] == HIDDEN


@pytest.mark.parametrize("scene", sorted(STATES))
def test_nobody_s_name_and_no_subject_is_told(scene: str) -> None:
    state = STATES[scene]
    door = Door(state)
    text = json.dumps(shown(door.view_model.as_json()))
    meetings = state.schedule.meetings if state.schedule is not None else ()
    for meeting in meetings:
        for word in (meeting.subject, meeting.organizer):
            assert word is None or f'"{word}"' not in text
    if meetings:
        assert json.loads(text)["meetings"] != []
    assert json.loads(text)["freshness"]["kind"]


def test_the_archive_is_bounded() -> None:
    noise = "".join(chr(random.Random(7).randrange(32, 126)) for _ in range(100)) * (LARGEST_FILE // 50)
    files = unpacked(archive({"log.txt": f"the beginning {noise} the end"}, set()))
    assert len(files["log.txt"]) == LARGEST_FILE
    assert files["log.txt"].endswith("the end")


def test_the_last_lines_of_the_log_are_kept_and_no_more() -> None:
    recent = Recent(most=3)
    log = logging.Logger("somewhere")
    log.addHandler(recent)
    for number in range(5):
        log.warning("line %d %s", number, "x" * 5000)
    lines = recent.text.splitlines()
    assert [line.split("somewhere: ")[1][:6] for line in lines] == ["line 2", "line 3", "line 4"]
    assert max(map(len, lines)) <= LONGEST_LINE


def test_of_a_long_trace_the_error_is_kept() -> None:
    recent = Recent()
    log = logging.Logger("somewhere")
    log.addHandler(recent)
    try:
        raise ValueError("x" * 5000 + " the end")
    except ValueError:
        log.exception("A request failed")
    assert "A request failed" in recent.text
    assert recent.text.endswith("the end")
    assert len(recent.text) <= LONGEST_LINE


@pytest.fixture
def recent() -> Iterator[Recent]:
    recent = Recent(most=20)
    yield recent
    recent.close()


def told_to(recent: Recent) -> logging.Logger:
    log = logging.Logger("somewhere")
    log.addHandler(recent)
    return log


def test_the_next_process_finds_what_the_one_before_said(recent: Recent, tmp_path: Path) -> None:
    log = told_to(recent)
    log.warning("before there was a file")
    recent.keep(tmp_path)
    log.warning("the last words")
    # nothing is closed: the process was killed
    after = Recent()
    after.keep(tmp_path)
    told_to(after).warning("the next life")
    before = kept(tmp_path)["log.before.txt"]
    assert "before there was a file" in before
    assert before.endswith("the last words\n")
    assert "the next life" not in before
    assert (tmp_path / "log.txt").stat().st_mode & 0o077 == 0
    after.close()


def test_a_log_on_the_disk_is_bounded_and_keeps_its_end(
    recent: Recent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "LARGEST_LOG", 4000)
    recent.keep(tmp_path)
    log, sizes = told_to(recent), list[int]()
    for number in range(500):
        log.warning("line %d", number)
        sizes.append((tmp_path / "log.txt").stat().st_size)
    assert max(sizes) < 6000
    assert (tmp_path / "log.txt").read_text().endswith("line 499\n")


def test_where_the_disk_takes_nothing_the_log_is_kept_in_memory(recent: Recent, tmp_path: Path) -> None:
    recent.keep(tmp_path / "nowhere")
    told_to(recent).warning("all the same")
    assert "all the same" in recent.text
    assert kept(tmp_path / "nowhere") == {}


def test_a_disk_that_fills_up_ends_the_file_and_not_the_log(
    recent: Recent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, flags: int) -> int:
        return os.open("/dev/full", os.O_WRONLY)

    monkeypatch.setattr(journal, "private", full)
    told_to(recent).warning("before")
    recent.keep(tmp_path)
    told_to(recent).warning("after")
    assert [line.split()[-1] for line in recent.text.splitlines()] == ["before", "after"]


def test_the_doctor_s_last_report_is_kept(tmp_path: Path) -> None:
    keep_report(tmp_path, {"verdict": "broken"})
    keep_report(tmp_path, {"verdict": "well"})
    assert json.loads(kept(tmp_path)["doctor.json"]) == {"verdict": "well"}
    assert (tmp_path / "doctor.json").stat().st_mode & 0o077 == 0
    for _ in range(2):
        forget_report(tmp_path)
        assert kept(tmp_path) == {}


def test_the_store_is_counted_and_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "panel.sqlite"
    SqliteStore(path).close()
    found = statistics(path)
    assert found["check"] == "ok"
    assert isinstance(found["rows"], dict)
    assert found["rows"]["outbox"] == 0
    path.write_bytes(b"overwritten" * 1000)
    assert "unreadable" in statistics(path)


def test_versions_are_those_that_run() -> None:
    assert "PySide6_Essentials" in versions()["packages"] or "PySide6-Essentials" in versions()["packages"]
