"""Every sentence of the pages has its German; languages, days and times as people there write them."""

import ast
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from jinja2 import nodes

from roomdisplay.config import catalogue
from roomdisplay.wox_server import portal
from roomdisplay.wox_server.portal.german import SENTENCES
from roomdisplay.wox_server.portal.texts import ENGLISH, LANGUAGES, chosen
from roomdisplay.wox_server.portal.visit import templates
from tests.wox_server.portal.conftest import Open
from tests.wox_server.portal.office import Office

HERE = Path(portal.__file__).parent
BERLIN = ZoneInfo("Europe/Berlin")
GERMAN = LANGUAGES["de"]


def said() -> set[str]:
    """Every sentence that is marked, in the templates, in the code and in the catalogue of settings."""
    found = {setting.meaning for setting in catalogue.SETTINGS}
    for path in (HERE / "templates").glob("*.html"):
        for call in templates.parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "_":
                found |= {one.value for one in call.args[:1] if isinstance(one, nodes.Const)}
    for path in HERE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="text"), args=[ast.Constant(value=str(sentence))]):
                    found.add(sentence)
                case _:
                    pass
    return found


def test_there_are_sentences() -> None:
    assert len(said()) > 200


def test_every_sentence_has_its_german_and_no_more() -> None:
    assert sorted(said() - set(SENTENCES)) == []
    assert sorted(set(SENTENCES) - said()) == []


@pytest.mark.parametrize("sentence", sorted(SENTENCES))
def test_the_german_names_the_same_things(sentence: str) -> None:
    german = SENTENCES[sentence]
    assert sorted(re.findall(r"\{\w+\}", german)) == sorted(re.findall(r"\{\w+\}", sentence))
    assert german.strip() == german
    assert german


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "en"), ("de", "de"), ("de-AT,de;q=0.9,en;q=0.5", "de"), ("fr,en;q=0.3,de;q=0.8", "de"), ("fr", "en"),
        ("de;q=0,en;q=0.1", "en"), ("en-GB,de;q=0.9", "en"), ("*", "en"), (";;;,,q=", "en"), ("DE", "de"),
    ],
)  # fmt: skip
def test_the_browser_s_language_is_spoken(header: str, code: str) -> None:
    assert chosen(header).code == code


def test_days_and_times_are_those_of_the_place() -> None:
    at = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    assert ENGLISH.moment(at, BERLIN) == "Sunday 29 March, 00:30"
    assert GERMAN.moment(at, BERLIN) == "Sonntag, 29. März, 00:30"
    assert ENGLISH.span(at, at + timedelta(hours=1), BERLIN) == "00:30 – 01:30"
    assert ENGLISH.span(at, at + timedelta(days=1), BERLIN) == "Sunday 29 March, 00:30 – Monday 30 March, 01:30"
    assert (ENGLISH.short_day(date(2026, 3, 2)), GERMAN.short_day(date(2026, 3, 2))) == ("Mon 2", "Mo 2.")


@pytest.mark.parametrize(
    ("length", "words"),
    [({"seconds": 12}, "12 s"), ({"minutes": 1, "seconds": 59}, "1 min"), ({"hours": 1}, "1 h"),
     ({"hours": 1, "minutes": 28}, "1 h 28 min"), ({"days": 1}, "1 day"), ({"days": 2, "hours": 3}, "2 days 3 h"),
     ({"seconds": -5}, "0 s")],
)  # fmt: skip
def test_lengths(length: dict[str, int], words: str) -> None:
    assert ENGLISH.length(timedelta(**length)) == words


def test_the_pages_speak_german(browser: Open, office: Office) -> None:
    visitor = browser(office.people["manager"])
    for path in ("/", f"/room/{office.building.aurora}", "/fleet", f"/location/{office.building.berlin}", "/people"):
        answer = visitor.get(path, headers={"Accept-Language": "de-DE"})
        assert answer.status_code == 200
        assert '<html lang="de">' in answer.text
        assert "Meine Buchungen" in answer.text
