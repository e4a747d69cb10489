"""Language and accessibility on the glass: chosen by whoever stands there, for a while."""

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from roomdisplay.core.appearance import LANGUAGES, Appearance, Theme, language_of
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import STATES
from roomdisplay.ui import screen, theme
from roomdisplay.ui.appearance import NAMES, chosen, derive_appearance, spoken
from roomdisplay.ui.props import derive_props
from roomdisplay.ui.room_view import derive_room_view
from roomdisplay.ui.viewmodels.panel import Patience
from roomdisplay.ui.window import dress
from roomdisplay.ui.wording import ENGLISH
from tests.ui.conftest import MakeDoor

OWN = Appearance(locale="de_CH", theme=Theme.DARK)
BUTTON = "Language and accessibility"


def opened(open_door: MakeDoor, **facts: object) -> Door:
    door = open_door(**facts)
    door.tap(BUTTON)
    return door


def worn_after(door: Door) -> float:
    """Minutes until the panel is itself again; 0: it is."""
    timer = next(t for t in door.view_model.appearance.findChildren(QTimer) if t.objectName() == "returning")
    return timer.interval() / 60_000 if timer.isActive() else 0


# ── a theme that is broken ──


@pytest.fixture
def without_a_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The light theme's file has lost one."""
    shutil.copytree(theme.assets() / "themes", tmp_path / "themes")
    light = json.loads((tmp_path / "themes" / "light.json").read_text())
    del light["tone"]["accent"]
    (tmp_path / "themes" / "light.json").write_text(json.dumps(light))
    monkeypatch.setattr(theme, "assets", lambda: tmp_path)


@pytest.mark.usefixtures("without_a_token")
def test_a_theme_that_lacks_a_token_is_not_to_be_had_and_all_stays_as_it_was(open_door: MakeDoor) -> None:
    door = opened(open_door)
    before = door.picture()
    door.tap("Light")
    assert door.picture() == before
    door.tap("High contrast")
    assert door.picture() != before


@pytest.mark.usefixtures("without_a_token")
def test_a_panel_whose_own_theme_it_is_says_which_token(open_door: MakeDoor) -> None:
    """The program then shows the page for the technician."""
    with pytest.raises(theme.ThemeBroken, match=r"light\.json lacks the token “accent” in “tone”"):
        open_door(appearance=Appearance(locale="en_GB", theme=Theme.LIGHT))


# ── the choice ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_language_is_named_in_itself() -> None:
    assert tuple(NAMES) == LANGUAGES


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("language:pl", replace(OWN, locale="pl")),
        ("language:de", OWN),
        ("language:tlh", OWN),
        ("theme:light", replace(OWN, theme=Theme.LIGHT)),
        ("theme:pink", OWN),
        ("patient", replace(OWN, patient=True)),
        ("large_text", replace(OWN, large_text=True)),
        ("languages", OWN),
        ("", OWN),
    ],
)
def test_a_choice(key: str, expected: Appearance) -> None:
    assert chosen(OWN, OWN, key) == expected


def test_the_panels_own_language_stays_that_of_its_country() -> None:
    polish = chosen(OWN, OWN, "language:pl")
    assert chosen(polish, OWN, "language:de") == OWN


def test_a_switch_goes_off_again() -> None:
    assert chosen(chosen(OWN, OWN, "low_reach"), OWN, "low_reach") == OWN


@pytest.mark.parametrize(
    ("locale", "language"), [("de_CH", "de"), ("zh-CN", "zh"), ("pl", "pl"), ("en_GB.UTF-8", "en")]
)
def test_the_language_of_a_locale(locale: str, language: str) -> None:
    assert language_of(locale) == language


def test_one_language_is_no_choice() -> None:
    view = derive_appearance(
        OWN, ENGLISH, language="de", languages=("de",), lasts=OWN.lasts, is_own=True, may_read=False
    )
    assert (view.languages, view.language, view.reset, view.read_aloud) == ((), "", "", "")


@pytest.mark.parametrize(("patient", "said"), [(False, "2 min"), (True, "5 min")])
def test_how_long_a_choice_lasts_is_said(patient: bool, said: str) -> None:
    worn = replace(OWN, patient=patient)
    view = derive_appearance(
        worn, ENGLISH, language="de", languages=LANGUAGES, lasts=worn.lasts, is_own=False, may_read=False
    )
    assert said in view.sentence


def test_what_is_read_aloud_says_the_room_and_its_state_in_whole_lines() -> None:
    room = derive_room_view(derive_props(STATES["busy"]), ENGLISH)
    assert spoken(room).splitlines()[:3] == ["Aurora.", "In use.", "until 11:00."]


# ── on the glass ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_offers_languages_colours_and_switches(open_door: MakeDoor) -> None:
    door = opened(open_door)
    readable = [name for name in NAMES.values() if name in door.names]
    assert {"English", "Deutsch", "Français", "Español", "Italiano", "Nederlands", "Polski"} <= set(readable)
    assert door.names[len(readable) :] == [
        *("Light", "Dark", "High contrast"),
        *("Large text", "Buttons low down", "No motion", "Wait for me"),
        "Done",
    ]


def test_another_language_at_once_and_back(open_door: MakeDoor) -> None:
    door = opened(open_door)
    door.tap("Deutsch")
    assert "Fertig" in door.names
    door.tap("Zurücksetzen")
    assert "Done" in door.names
    door.tap("Done")
    assert door.names[0] == "15 min"


def test_the_page_behind_a_sheet_that_waits_for_an_answer_follows(open_door: MakeDoor) -> None:
    door = open_door()
    door.tap("30 min")
    door.tap("Book")
    assert door.sheet is not None
    assert door.sheet["phase"] == "working"
    door.view_model.appearance.choose("language:de")
    page = door.view_model.room.view
    assert (page.word, page.clock, page.date) == ("Frei", "10:02", "Dienstag, 24. November")
    door.view_model.appearance.choose("language:en")
    assert door.view_model.room.view.word == "Free"


def test_from_right_to_left_at_once(open_door: MakeDoor) -> None:
    door = opened(open_door)
    door.view_model.appearance.choose("language:ar")
    door.view_model.appearance.close()
    door.settle()
    tabs = [item for name, item in screen.tappable(door.glass).items() if name in ("اليوم", "غدًا")]
    assert [screen.centre(item).x() < 640 for item in tabs] == [True, True]
    assert all("\u2068" not in name for name in door.names)


@pytest.mark.parametrize("name", ["Light", "High contrast", "Large text", "Buttons low down", "Wait for me"])
def test_each_choice_changes_something_and_is_taken_back(open_door: MakeDoor, name: str) -> None:
    door = opened(open_door, motion=True)
    before = door.picture()
    door.tap(name)
    assert door.picture() != before
    door.tap("Reset")
    assert "Reset" not in door.names
    assert worn_after(door) == 0


def test_it_lasts_two_minutes_after_the_last_touch_and_five_where_the_panel_waits(open_door: MakeDoor) -> None:
    door = opened(open_door)
    assert worn_after(door) == 0
    door.tap("Deutsch")
    assert worn_after(door) == 2
    door.tap("Auf mich warten")
    assert worn_after(door) == 5


def test_a_touch_anywhere_begins_the_while_anew(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = opened(open_door)
    door.tap("Deutsch")
    door.tap("Fertig")
    timer = next(t for t in door.view_model.appearance.findChildren(QTimer) if t.objectName() == "returning")
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.start()
    qtbot.wait(60)
    before = timer.remainingTime()
    screen.press(door.glass, QPointF(300, 300))
    QGuiApplication.processEvents()
    assert timer.remainingTime() > before


def test_after_its_while_the_panel_is_itself_again(open_door: MakeDoor) -> None:
    door = opened(open_door)
    door.tap("Deutsch")
    door.view_model.appearance.reset()
    door.settle()
    assert "Done" in door.names


def test_the_page_closes_by_itself_unless_it_was_asked_to_wait(open_door: MakeDoor, qtbot: QtBot) -> None:
    door = opened(open_door, patience=Patience(choosing=1))
    qtbot.waitUntil(lambda: "Done" not in door.names, timeout=5000)
    door.tap(BUTTON)
    door.tap("Wait for me")
    qtbot.wait(1500)
    assert "Done" in door.names


def test_what_wox_changes_meanwhile_waits_until_the_choice_ends(open_door: MakeDoor) -> None:
    door = opened(open_door)
    door.tap("Deutsch")
    dress(door.glass, door.view_model, Appearance(locale="fr_FR", reduced_motion=True))  # pyright: ignore[reportArgumentType]
    door.settle()
    assert "Fertig" in door.names
    door.tap("Zurücksetzen")
    assert "Terminé" in door.names


def test_only_the_languages_of_the_setting(open_door: MakeDoor) -> None:
    door = opened(open_door, appearance=Appearance(locale="en_GB", languages=("en", "fr"), reduced_motion=True))
    assert door.names[:3] == ["English", "Français", "Light"]


def test_read_aloud_is_offered_where_it_is_wanted_and_the_machine_can_speak(open_door: MakeDoor) -> None:
    said: list[tuple[str, str]] = []
    door = opened(open_door, appearance=Appearance(locale="en_GB", read_aloud=True, reduced_motion=True))
    assert "Read aloud" not in door.names

    def read(text: str, language: str) -> None:
        said.append((text, language))

    door.view_model.appearance.can_read(read)
    door.settle()
    door.tap("Read aloud")
    [(text, language)] = said
    assert (text.splitlines()[0], language) == ("Aurora.", "en")


def test_an_emergency_closes_the_page(open_door: MakeDoor) -> None:
    door = opened(open_door)
    door.show(STATES["emergency"])
    assert door.names == []
