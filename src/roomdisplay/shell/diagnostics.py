"""What whoever looks for a fault from afar needs of a panel, in one ZIP archive: no secret, no name, no subject."""

import io
import json
import platform
import re
import sys
import zipfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from msgspec import to_builtins
from msgspec.structs import asdict

from roomdisplay import __version__
from roomdisplay.config.settings import Settings
from roomdisplay.ports import StoreBroken
from roomdisplay.shell.journal import LOG_BEFORE, private

LARGEST_FILE = 2**20
"""Characters of one file; of a longer one the end is kept."""
HIDDEN = "[redacted]"
REPORT = "doctor.json"
"""In the state directory: what the doctor found last."""
_PATTERNS = (
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL),
    re.compile(r"\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)*"),  # a JSON web token
    re.compile(r"(?<=://)[^/\s@\"]+(?=@)"),  # a name and password in an address
    re.compile(r"(?i)(?<=bearer )[\w.~+/=-]{8,}"),
    re.compile(r"scrypt(:\d+){3}:[\w-]+:[\w-]+"),  # of a PIN, of which there are few
    re.compile(r"(?i)(?<=[?&]code=)[^&\s\"]+|(?<=client_secret=)[^&\s\"]+"),
)
_OF_A_MEETING = ("start", "end", "allDay", "private", "own")
_OF_THE_STATE = ("state", "lastKnown", "until", "now", "checkIn", "freshness", "outbox")


def archive(files: Mapping[str, object], hidden: Collection[str]) -> bytes:
    """A ZIP archive of `files`: text as it is, everything else as JSON. `hidden` are the panel's secrets."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in files.items():
            text = content if isinstance(content, str) else json.dumps(content, indent=1, default=str)
            into.writestr(name, redacted(text, hidden)[-LARGEST_FILE:])
    return packed.getvalue()


def redacted(text: str, hidden: Collection[str]) -> str:
    written = {form for secret in hidden for form in (secret, json.dumps(secret)[1:-1], quote(secret, safe=""))}
    for form in sorted(filter(None, written), key=len, reverse=True):
        text = text.replace(form, HIDDEN)
    for pattern in _PATTERNS:
        text = pattern.sub(HIDDEN, text)
    return text


def shown(state: Mapping[str, Any]) -> dict[str, Any]:
    """Of `ctl state` what has nothing to do with people: when, not what or who."""
    meetings = cast("list[Mapping[str, Any]]", state.get("meetings") or [])
    times = [{key: meeting[key] for key in _OF_A_MEETING if key in meeting} for meeting in meetings]
    return {key: state[key] for key in _OF_THE_STATE if key in state} | {"meetings": times}


def kept(state: Path) -> dict[str, str]:
    """What lies in the state directory of the process before, and of the doctor's last visit; of what is not there or
    cannot be read, nothing."""
    found: dict[str, str] = {}
    for name in (LOG_BEFORE, REPORT):
        with suppress(OSError):
            found[name] = (state / name).read_text(encoding="utf-8", errors="replace")
    return found


def keep_report(state: Path, report: Mapping[str, object]) -> None:
    """Raises OSError."""
    with open(state / REPORT, "w", encoding="utf-8", opener=private) as file:
        json.dump(report, file, indent=1, ensure_ascii=False)


def forget_report(state: Path) -> None:
    """Raises StoreBroken."""
    try:
        (state / REPORT).unlink(missing_ok=True)
    except OSError as error:
        raise StoreBroken(f"{state / REPORT} cannot be taken away ({error.strerror}). Delete it.") from error


def versions() -> dict[str, Any]:
    packages = {found.metadata["Name"]: found.version for found in distributions()}
    return {
        "roomdisplay": __version__,
        "python": sys.version,
        "machine": platform.machine(),
        "kernel": platform.release(),
        "libc": " ".join(platform.libc_ver()),
        "packages": dict(sorted(packages.items())),
    }


def told(settings: Settings) -> dict[str, Any]:
    """The settings; of secrets they hold the names only."""
    plain = to_builtins(settings, str_keys=True, enc_hook=str)
    plain["link"] = type(settings.office365.credential).__name__
    return plain


def secret_names(settings: Settings) -> set[str]:
    credential = asdict(settings.office365.credential)
    names = {value for value in credential.values() if isinstance(value, str)}
    return names if settings.wox is None else names | {settings.wox.token}
