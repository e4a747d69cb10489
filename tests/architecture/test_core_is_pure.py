"""The core has no clock, randomness, I/O, logging, asyncio or Qt: `now`, ids and draws come in inside events."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CORE = ROOT / "src" / "roomdisplay" / "core"
MODULES = sorted(CORE.rglob("*.py"))

ALLOWED_IMPORTS = {"collections.abc", "datetime", "enum", "math", "msgspec.structs", "typing", "zoneinfo"}
ALLOWED_NAMES = {"uuid": {"UUID", "uuid5"}, "hashlib": {"sha256"}, "msgspec": {"Struct", "field"}}
"""Of modules that have more."""
"""Allowed rather than banned: whatever else somebody thinks of has to be argued for here."""
BANNED_CALLS = {
    *("open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint", "globals", "vars", "id", "hash"),
}
BANNED_METHODS = {"now", "utcnow", "today", "fromtimestamp", "utcfromtimestamp", "available_timezones", "reset_tzpath"}
"""`fromtimestamp` without a zone reads the machine's."""


def faults(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (f"import {n.name}" for n in names if n.name not in ALLOWED_IMPORTS)
            case ast.ImportFrom(module=module, names=names):
                ours = (module or "").startswith("roomdisplay.core")
                named = {n.name for n in names} <= ALLOWED_NAMES.get(module or "", set())
                if not ours and module not in ALLOWED_IMPORTS and not (named and module in ALLOWED_NAMES):
                    yield f"from {module} import {', '.join(n.name for n in names)}"
            case ast.Call(func=ast.Name(id=name)) if name in BANNED_CALLS:
                yield f"{name}()"
            case ast.Call(func=ast.Attribute(attr=name, value=value)) if name in BANNED_METHODS:
                yield f"{ast.unparse(value)}.{name}()"
            case ast.Call(func=ast.Attribute(attr="astimezone"), args=[], keywords=[]):
                yield "astimezone() without a zone"
            case ast.AsyncFunctionDef(name=name) | ast.AsyncFor(iter=ast.Name(id=name)):
                yield f"async {name}"
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                yield f"shared variable {', '.join(names)}"
            case ast.Await():
                yield "await"
            case _:
                pass


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_the_core_is_pure(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_values_are_frozen_and_keyword_only(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and [ast.unparse(b) for b in node.bases] != ["StrEnum"]:
            assert {ast.unparse(b) for b in node.bases} & {"Struct", "Discreet"}, node.name
            assert not node.decorator_list, node.name
            marks = {k.arg for k in node.keywords if ast.unparse(k.value) == "True"}
            assert "frozen" in marks, node.name
            # an Interval is a pair, and so is the one value written by position; a Discreet has no fields of its own
            assert "kw_only" in marks or node.name in ("Interval", "Discreet"), node.name


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "import random",
        "import logging",
        "import asyncio",
        "import os",
        "from uuid import uuid4",
        "from PySide6.QtCore import QObject",
        "from roomdisplay.ports import Clock",
        "datetime.now(UTC)",
        "dt.datetime.utcnow()",
        "date.today()",
        "datetime.fromtimestamp(0)",
        "instant.astimezone()",
        "open('x')",
        "print('x')",
        "async def f(): ...",
        "def f():\n    global x",
    ],
)
def test_the_rule_bites(source: str) -> None:
    assert list(faults(source))


def test_there_is_a_core() -> None:
    assert len(MODULES) > 8


DOCTOR = sorted((CORE.parent / "doctor").rglob("*.py"))
DOCTORS_IMPORTS = {"json", "re", "textwrap", "contextlib"}
"""It reads and writes texts; what it sees, and when, comes in as evidence."""


@pytest.mark.parametrize("path", DOCTOR, ids=lambda p: p.stem)
def test_the_doctor_does_no_io_of_its_own(path: Path) -> None:
    """It awaits its probes, and that is all."""
    found = [
        fault
        for fault in faults(path.read_text(encoding="utf-8"))
        if not re.match(r"await|async |from roomdisplay\.(doctor|ports)", fault)
        and (re.match(r"(?:from|import) (\w+)", fault) or [None, None])[1] not in DOCTORS_IMPORTS
    ]
    assert found == []
