"""What the doctor found: one value for each check."""

from enum import StrEnum

from msgspec import Struct


class Verdict(StrEnum):
    WELL = "well"
    WARNING = "warning"
    """It works, and somebody should look at it."""
    BROKEN = "broken"
    """People at the door notice, or would."""
    UNKNOWN = "unknown"
    """Not checked; the evidence says why."""


class PowerShell(Struct, frozen=True, kw_only=True):
    """One line for Exchange Online PowerShell."""

    line: str


class Shell(Struct, frozen=True, kw_only=True):
    """One line for a terminal on the panel."""

    line: str


Command = PowerShell | Shell


class Finding(Struct, frozen=True, kw_only=True):
    """`id` is stable from version to version; the texts are for people."""

    id: str
    title: str
    verdict: Verdict
    evidence: tuple[str, ...]
    """Sentences: what was seen, or why nothing was looked at."""
    mend: str = ""
    """What to do, as a sentence; "" where nothing is to be done."""
    commands: tuple[Command, ...] = ()
    """The exact lines that do it, or that show what the doctor cannot see."""


def well(id: str, title: str, *evidence: str) -> Finding:
    return Finding(id=id, title=title, verdict=Verdict.WELL, evidence=evidence)


def unknown(id: str, title: str, why: str, *, mend: str = "", commands: tuple[Command, ...] = ()) -> Finding:
    return Finding(id=id, title=title, verdict=Verdict.UNKNOWN, evidence=(why,), mend=mend, commands=commands)


def warning(id: str, title: str, *evidence: str, mend: str, commands: tuple[Command, ...] = ()) -> Finding:
    return Finding(id=id, title=title, verdict=Verdict.WARNING, evidence=evidence, mend=mend, commands=commands)


def broken(id: str, title: str, *evidence: str, mend: str, commands: tuple[Command, ...] = ()) -> Finding:
    return Finding(id=id, title=title, verdict=Verdict.BROKEN, evidence=evidence, mend=mend, commands=commands)


def worst(findings: tuple[Finding, ...]) -> Verdict:
    """The verdict on the whole: what was not checked is not held against it."""
    found = {finding.verdict for finding in findings}
    return next((v for v in (Verdict.BROKEN, Verdict.WARNING) if v in found), Verdict.WELL)
