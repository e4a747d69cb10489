"""No class is called after not knowing what it is."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
WORDS = {"manager", "helper", "helpers", "util", "utils", "data"}


def words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_names_say_what_things_are(path: Path) -> None:
    named = [n.name for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ClassDef)]
    assert [name for name in [*named, path.stem] if words(name) & WORDS] == []


def test_the_rule_bites() -> None:
    assert all(words(n) & WORDS for n in ("BookingManager", "_Helper", "RoomData", "UIUtils", "http_utils", "DATA"))
    assert not any(words(n) & WORDS for n in ("Database", "Candidate", "Updater", "Metadata"))
