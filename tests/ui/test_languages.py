"""Every language has its room: the longest of ten on the smallest screen, and one that is longer than any."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QGuiApplication

from roomdisplay.core.appearance import LANGUAGES, Appearance
from roomdisplay.gallery.pictures import draw
from roomdisplay.gallery.scenes import SCENES
from roomdisplay.ui import window
from roomdisplay.ui.window import hush

I18N = Path(window.__file__).parent / "i18n"
PSEUDO = "eo"
"""Nobody's panel speaks it, so it can stand for a language that is too long."""
ACCENTS = str.maketrans("aeiouyncsAEIOUYNCS", "áéîöüýñçšÁÉÎÖÜÝÑÇŠ")


def pseudo(text: str) -> str:
    """Accented, four tenths longer, between brackets; its places stay."""
    parts = re.split(r"(%\d)", text)
    accented = "".join(part if part.startswith("%") else part.translate(ACCENTS) for part in parts)
    return f"[{accented}{'~' * round(len(text) * 0.4)}]" if len(text) > 3 else accented


@pytest.fixture
def pseudo_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    tree = ElementTree.parse(I18N / "roomdisplay_de.ts")  # noqa: S314  a file of our own
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.text = pseudo(message.findtext("source") or "")
    source = tmp_path / f"roomdisplay_{PSEUDO}.ts"
    tree.write(source, encoding="utf-8", xml_declaration=True)
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([str(lrelease), str(source), "-silent"], check=True)
    monkeypatch.setattr(window, "_TRANSLATIONS", tmp_path)
    return PSEUDO


def complaints(locale: str, size: tuple[int, int], scenes: list[str]) -> list[str]:
    look = Appearance(locale=locale, reduced_motion=True)
    found = [f"{name}: {complaint}" for name in scenes for complaint in draw(name, SCENES[name], size, look).complaints]
    hush()
    return found


def test_there_is_a_catalogue_for_each_language_but_english() -> None:
    assert {path.stem for path in I18N.glob("*.qm")} == {f"roomdisplay_{language}" for language in LANGUAGES[1:]}


ESSENTIAL = [
    *(
        "free",
        "busy",
        "own",
        "check-in",
        "released",
        "held",
        "stale",
        "offline",
        "closed",
        "out-of-service",
        "find-offered",
    ),
    *("book", "book-with-notice", "extend", "release", "undo", "book-taken", "book-held", "later", "find", "sign-in"),
    *("pairing", "pairing-address"),
]


@pytest.mark.parametrize("locale", ["fr", "es", "pl", "ar"])
def test_the_longest_languages_fit_the_smallest_screen(qapp: QGuiApplication, locale: str) -> None:
    assert complaints(locale, (800, 480), ESSENTIAL) == []


def test_a_language_longer_than_any_fits(qapp: QGuiApplication, pseudo_language: str) -> None:
    assert complaints(pseudo_language, (1280, 800), ESSENTIAL) == []
