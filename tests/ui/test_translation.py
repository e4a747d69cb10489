"""Through Qt Linguist: every sentence is in the catalogue, translated, compiled, and spoken."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from roomdisplay.gallery.states import STATES
from roomdisplay.ui import texts
from tests.ui.conftest import MakeDoor

UI = Path(texts.__file__).parent
TOOLS = Path(sys.executable).parent
CATALOGUES = sorted((UI / "i18n").glob("*.ts"))


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.stem)
def catalogue(request: pytest.FixtureRequest) -> Path:
    return request.param


def messages(catalogue: Path) -> dict[str, tuple[str, str | None]]:
    """source → (translation, its type)"""
    found: dict[str, tuple[str, str | None]] = {}
    for message in ElementTree.parse(catalogue).iter("message"):  # noqa: S314  a file of our own
        translation = message.find("translation")
        assert translation is not None
        found[message.findtext("source") or ""] = (translation.text or "", translation.get("type"))
    return found


def test_every_sentence_is_translated_with_all_its_places(catalogue: Path) -> None:
    for source, (translation, kind) in messages(catalogue).items():
        assert kind is None, f"{source}: {kind}"
        places = re.compile(r"%\d")
        assert sorted(set(places.findall(translation))) == sorted(set(places.findall(source))), source
        lengths = "min" in source or "hour" in source or "%1 h" in source
        assert lengths or source.endswith(".") == translation.endswith((".", "。")), source


def test_the_catalogue_is_complete(catalogue: Path, tmp_path: Path) -> None:
    copy = tmp_path / catalogue.name
    shutil.copy(catalogue, copy)
    sources = [*(str(p) for p in UI.rglob("*.qml")), str(UI / "texts.py")]
    subprocess.run(
        [str(TOOLS / "pyside6-lupdate"), *sources, "-no-obsolete", "-locations", "none", "-ts", str(copy)],
        check=True,
        capture_output=True,
    )
    assert messages(copy) == messages(catalogue)


def test_the_compiled_catalogue_is_up_to_date(catalogue: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "catalogue.qm"
    subprocess.run(
        [str(TOOLS / "pyside6-lrelease"), str(catalogue), "-qm", str(compiled)], check=True, capture_output=True
    )
    assert compiled.read_bytes() == catalogue.with_suffix(".qm").read_bytes()


def test_german(open_door: MakeDoor) -> None:
    door = open_door(locale="de_DE")
    assert door.names[:5] == ["15 Min.", "30 Min.", "45 Min.", "1 Std.", "Bis 11:30"]
    assert [n for n in door.names if n in ("Sprache und Bedienhilfen", "Heute", "Morgen")] == [
        "Sprache und Bedienhilfen",
        "Heute",
        "Morgen",
    ]
    door.tap("30")
    assert door.tap("Buchen") == "Buchen 10:02 – 10:32"
    door.view_model.show(STATES["access-lost"])
    assert door.json["problem"]["employee"].startswith("Die Anmeldung dieses Panels ist abgelaufen.")


def test_back_to_english(open_door: MakeDoor) -> None:
    open_door(locale="de_DE")
    door = open_door(locale="en_GB")
    assert door.names[:2] == ["15 min", "30 min"]
