"""Through Qt Linguist: every sentence is in the catalogue, translated, compiled, and spoken."""

import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from roomdisplay.gallery.states import STATES, ZONE
from roomdisplay.ui import texts
from roomdisplay.ui.viewmodels.locale import known_locale, wording
from tests.ui.conftest import MakeDoor

UI = Path(texts.__file__).parent
TOOLS = Path(sys.executable).parent
CATALOGUES = sorted((UI / "i18n").glob("*.ts"))


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.stem)
def catalogue(request: pytest.FixtureRequest) -> Path:
    return request.param


def messages(catalogue: Path) -> dict[str, tuple[tuple[str, ...], str | None]]:
    """source → (the translation, or its forms by count; its type)"""
    found: dict[str, tuple[tuple[str, ...], str | None]] = {}
    for message in ElementTree.parse(catalogue).iter("message"):  # noqa: S314  a file of our own
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform") or [translation]
        found[message.findtext("source") or ""] = (tuple(f.text or "" for f in forms), translation.get("type"))
    return found


def test_every_sentence_is_translated_with_all_its_places(catalogue: Path) -> None:
    for source, (forms, kind) in messages(catalogue).items():
        assert kind is None, f"{source}: {kind}"
        places = re.compile(r"%\d")
        for translation in forms:
            assert sorted(set(places.findall(translation))) == sorted(set(places.findall(source))), source
            lengths = "min" in source or "hour" in source or "%1 h" in source
            assert lengths or source.endswith(".") == translation.endswith((".", "。")), source
        # the last form is said of every number that has no other
        assert ("%Ln" in forms[-1]) is ("%Ln" in source), source


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


def counted(open_door: MakeDoor, locale: str, *counts: int) -> list[str]:
    open_door(locale=locale)
    words = wording(known_locale(locale))
    return [words.count(texts.ADMIN_TYPED, n) for n in counts]


@pytest.mark.parametrize(
    ("locale", "counts", "said"),
    [
        ("en", (0, 1, 2), ["0 digits entered", "1 digit entered", "2 digits entered"]),
        ("de", (0, 1, 2), ["0 Ziffern eingegeben", "1 Ziffer eingegeben", "2 Ziffern eingegeben"]),
        ("fr", (0, 1, 2), ["0 chiffre saisi", "1 chiffre saisi", "2 chiffres saisis"]),
        (
            "pl",
            (1, 2, 5, 12, 22, 25),
            [
                "Wpisano 1 cyfrę",
                "Wpisano 2 cyfry",
                "Wpisano 5 cyfr",
                "Wpisano 12 cyfr",
                "Wpisano 22 cyfry",
                "Wpisano 25 cyfr",
            ],
        ),
        ("ja", (1, 5), ["1 桁入力済み", "5 桁入力済み"]),
        (
            "ar",
            (0, 1, 2, 3, 11, 100),
            [
                "لم يُدخل أي رقم",
                "أُدخل رقم واحد",
                "أُدخل رقمان",
                "أُدخلت 3 أرقام",
                "أُدخل 11 رقمًا",
                "أُدخل 100 رقم",
            ],
        ),
        ("ar_EG", (3,), ["أُدخلت ٣ أرقام"]),
    ],
)
def test_what_is_counted_takes_the_form_of_its_number(
    open_door: MakeDoor, locale: str, counts: tuple[int, ...], said: list[str]
) -> None:
    assert counted(open_door, locale, *counts) == said


@pytest.mark.parametrize(
    ("locale", "today", "tomorrow", "weekday"),
    [
        ("zh_CN", "至 08:00", "至明天 08:00", "至星期五 08:00"),
        ("ja_JP", "8:00 まで", "明日 8:00 まで", "金曜日 8:00 まで"),
        ("en_GB", "until 08:00", "until tomorrow 08:00", "until Friday 08:00"),
    ],
)
def test_chinese_and_japanese_set_off_figures_but_not_words(
    open_door: MakeDoor, locale: str, today: str, tomorrow: str, weekday: str
) -> None:
    open_door(locale=locale)
    words = wording(known_locale(locale))
    now = datetime(2026, 11, 24, 7, 0, tzinfo=ZONE)

    def until(days: int) -> str:
        return words.say(texts.UNTIL, words.moment(datetime(2026, 11, 24 + days, 8, 0, tzinfo=ZONE), now))

    assert (until(0), until(1), until(3)) == (today, tomorrow, weekday)


def test_each_language_has_as_many_forms_as_it_needs(catalogue: Path) -> None:
    language = catalogue.stem.rpartition("_")[2]
    needed = {"ja": 1, "zh": 1, "pl": 3, "ar": 6}.get(language, 2)
    counted = {source: forms for source, (forms, _) in messages(catalogue).items() if "%Ln" in source}
    assert counted
    assert {len(forms) for forms in counted.values()} == {needed}


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
