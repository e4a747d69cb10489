"""A report, for a person on a terminal and for a program."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from textwrap import wrap
from typing import assert_never

from msgspec import Struct

from roomdisplay.doctor.finding import Command, Finding, PowerShell, Shell, Verdict, worst

FORMAT = 1
"""Of the JSON. Members and ids may be added within it; none changes its meaning or goes away."""
WIDTH = 80
_INDENT, _TITLE = 10, 30
"""Columns."""
_OUTSIDE_QUOTES = r"""(?=(?:[^"']|"[^"]*"|'[^']*')*$)"""
_ORDER = (Verdict.BROKEN, Verdict.WARNING, Verdict.UNKNOWN, Verdict.WELL)
_LABEL = {
    Verdict.WELL: "well",
    Verdict.WARNING: "warning",
    Verdict.BROKEN: "BROKEN",
    Verdict.UNKNOWN: "unknown",
}
_COUNTED = {
    Verdict.WELL: "well",
    Verdict.WARNING: "to look at",
    Verdict.BROKEN: "broken",
    Verdict.UNKNOWN: "not checked",
}

Json = dict[str, object]


class Report(Struct, frozen=True, kw_only=True):
    """What one examination found, in the order it was looked at."""

    version: str
    """The program's."""
    room: str
    """The mailbox's address; "" where no configuration named one."""
    at: datetime
    findings: tuple[Finding, ...]

    @property
    def exit_status(self) -> int:
        return 1 if worst(self.findings) is Verdict.BROKEN else 0


def as_json(report: Report) -> Json:
    """`{"format", "version", "room", "at", "verdict", "findings": [{"id", "title", "verdict", "evidence": [sentence],
    "mend": sentence or null, "commands": [{"in": "powershell" or "sh", "line"}]}]}`; `at` is RFC 3339 in UTC, verdicts
    are well, warning, broken and, of a finding, unknown."""
    return {
        "format": FORMAT,
        "version": report.version,
        "room": report.room or None,
        "at": report.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "verdict": worst(report.findings).value,
        "findings": [
            {
                "id": finding.id,
                "title": finding.title,
                "verdict": finding.verdict.value,
                "evidence": list(finding.evidence),
                "mend": finding.mend or None,
                "commands": [_command_json(command) for command in finding.commands],
            }
            for finding in report.findings
        ],
    }


def _command_json(command: Command) -> Json:
    match command:
        case PowerShell(line=line):
            return {"in": "powershell", "line": line}
        case Shell(line=line):
            return {"in": "sh", "line": line}
        case _:
            assert_never(command)


def as_text(report: Report) -> str:
    """At most 80 columns: what is broken first, what is well last and short, and one line to sum it up."""
    lines = [f"Room Display {report.version} · {report.room or 'no room yet'} · {report.at:%d %b %Y %H:%M} UTC", ""]
    for verdict in _ORDER:
        for finding in report.findings:
            if finding.verdict is verdict:
                lines += _briefly(finding) if verdict is Verdict.WELL else [*_fully(finding), ""]
    return "\n".join([*lines, "", _summary(report)])


def _briefly(finding: Finding) -> list[str]:
    """What was seen last says most."""
    head = f"{_LABEL[finding.verdict]:<{_INDENT}}{finding.title:<{_TITLE}}"
    return _wrapped(finding.evidence[-1], head, " " * len(head))


def _fully(finding: Finding) -> Iterator[str]:
    yield f"{_LABEL[finding.verdict]:<{_INDENT}}{finding.title}"
    pad = " " * _INDENT
    for sentence in finding.evidence:
        yield from _wrapped(sentence, pad, pad)
    if finding.mend:
        yield from _wrapped(finding.mend, pad[:-2] + "→ ", pad)
    for command in finding.commands:
        yield from _folded(command)


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _folded(command: Command) -> Iterator[str]:
    """A line that is too long goes on with the shell's own sign for that, so that it can be pasted as it stands; it is
    broken between arguments, before an option or a pipe where that is possible."""
    match command:
        case PowerShell(line=line):
            sign = " `"
        case Shell(line=line):
            sign = " \\"
        case _:
            assert_never(command)
    pad = " " * (_INDENT + 2)
    lines = [""]
    for group in re.split(r" (?=-[A-Za-z]|\|)" + _OUTSIDE_QUOTES, line):
        words = [group] if len(pad + group + sign) <= WIDTH - 2 else re.split(" " + _OUTSIDE_QUOTES, group)
        for word in words:
            joined = f"{lines[-1]} {word}".strip() if len(lines) == 1 else f"{lines[-1]} {word}"
            if len(pad + joined + sign) <= WIDTH or not lines[-1].strip():
                lines[-1] = joined
            else:
                lines.append(f"  {word}")
    for part in lines[:-1]:
        yield pad + part + sign
    yield pad + lines[-1]


def _summary(report: Report) -> str:
    counts = [(sum(f.verdict is v for f in report.findings), _COUNTED[v]) for v in _ORDER]
    return " · ".join(f"{count} {word}" for count, word in counts if count)
