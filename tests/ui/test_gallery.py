"""The gallery: every scene is what its name says, and the walk over the items finds what is wrong."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from roomdisplay.cli import main
from roomdisplay.core.appearance import Appearance, Theme
from roomdisplay.gallery.layout import Wanted, complaints
from roomdisplay.gallery.page import Entry, page
from roomdisplay.gallery.pictures import draw
from roomdisplay.gallery.scenes import SCENES, AdminScene, PairingScene, RoomScene
from roomdisplay.ui import texts
from roomdisplay.ui.viewmodels.locale import wording

SMALL, UPRIGHT = (800, 480), (800, 1280)
MODES = {
    "usual": Appearance(reduced_motion=True, locale="en_GB"),
    "Arabic": Appearance(reduced_motion=True, locale="ar_EG"),
    "large text": Appearance(large_text=True, reduced_motion=True, locale="de_DE"),
    "large Arabic text": Appearance(large_text=True, reduced_motion=True, locale="ar_EG"),
    "low reach": Appearance(low_reach=True, reduced_motion=True, locale="de_DE"),
    "large text, low reach": Appearance(large_text=True, low_reach=True, reduced_motion=True, locale="de_DE"),
    "high contrast": Appearance(theme=Theme.HIGH_CONTRAST, reduced_motion=True, locale="en_GB"),
}
HARD = (
    "about-offered",
    "own",
    "check-in",
    "released",
    "no-access",
    "sign-in-blocked",
    "out-of-service",
    "no-more-today",
    "book-with-long-notice",
    "find",
    "later",
    "report",
    "about",
    "who-name",
    "appearance",
    "pairing",
    "pairing-address",
    "admin-pin",
    "admin-doctor",
    "admin-restart",
)
"""The scenes with the most in them."""


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_on_the_glass(qapp: QGuiApplication, name: str) -> None:
    match SCENES[name]:
        case RoomScene(then=then) as scene:
            view_model = scene.view_model()
            is_open = view_model.as_json()["sheet"] is not None or view_model.appearance.isOpen
            assert is_open is bool(then)
        case PairingScene() as scene:
            assert scene.view_model().as_json()["title"]
        case AdminScene(then=then) as scene:
            assert (scene.view_model().as_json()["administration"] is not None) is bool(then)
        case _:
            SCENES[name].view_model()


@pytest.mark.parametrize(("mode", "size"), list(product(MODES, (SMALL, UPRIGHT))))
def test_in_every_mode_nothing_is_cut_off_overlaps_or_is_out_of_reach(
    qapp: QGuiApplication, mode: str, size: tuple[int, int]
) -> None:
    wrong = [f"{name}: {said}" for name in HARD for said in draw(name, SCENES[name], size, MODES[mode]).complaints]
    assert wrong == []


def test_a_picture_is_the_same_each_time(qapp: QGuiApplication) -> None:
    first, second = (draw("check-in", SCENES["check-in"], SMALL, MODES["high contrast"]).image for _ in range(2))
    assert first == second


def test_a_picture_leaves_no_language_behind(qapp: QGuiApplication) -> None:
    draw("busy", SCENES["busy"], SMALL, MODES["Arabic"])
    assert wording(QLocale("en_GB")).say(texts.TODAY) == "Today"
    assert QLocale() == QLocale.system()


BROKEN = """
import QtQuick
import RoomDisplay.Controls
import RoomDisplay.Theme
Item {
    width: 400; height: 300
    Item {
        anchors.fill: parent
        Label { text: "far too long for so little"; width: 60; font.pixelSize: 20 }
        Label { text: "beside"; x: 20; y: 100; font.pixelSize: 20 }
        Label { text: "the point"; x: 30; y: 102; font.pixelSize: 20 }
        Label { text: "gone"; x: 380; y: 200; font.pixelSize: 20 }
        Rectangle {
            width: 200; height: 30; y: 260; x: 150
            Label { text: "half in"; y: 18; font.pixelSize: 20 }
        }
        Pressable { name: "tiny"; width: 20; height: 20; y: 250 }
        Pressable { name: "one"; width: 60; height: 60; x: 100; y: 150 }
        Pressable { name: "two"; width: 60; height: 60; x: 140; y: 150 }
        Pressable {
            name: "low"; width: 60; height: 60; x: 250; y: 210
            Label { text: "at the edge"; y: 44; font.pixelSize: 14 }
        }
    }
}
"""


def test_what_is_wrong_is_said(qapp: QGuiApplication, tmp_path: Path) -> None:
    (tmp_path / "Broken.qml").write_text(BROKEN)
    view = QQuickView()
    view.engine().addImportPath(str(Path(__file__).parents[2] / "src" / "roomdisplay" / "ui" / "qml"))
    view.setSource(QUrl.fromLocalFile(str(tmp_path / "Broken.qml")))
    view.show()
    view.grabWindow()
    assert sorted(complaints(view, Wanted(target=48, low_reach=True))) == [
        "“at the edge” is cut by what it lies in",
        "“beside” and “the point” overlap",
        "“far too long for so little” is cut off",
        "“gone” leaves the window",
        "“half in” is cut by what it lies in",
        "“one” and “two” overlap",
        "“one” is out of low reach, at 150",
        "“tiny” is only 20×20 pixels",
        "“two” is out of low reach, at 150",
    ]
    view.close()
    view.deleteLater()


def test_the_page_shows_every_picture_and_what_is_wrong_in_it() -> None:
    text = page([Entry(name="free", group="small"), Entry(name="busy", group="small", complaints=("<b> is cut off",))])
    assert text.count("<img ") == 2
    assert 'src="small/busy.png"' in text
    assert "&lt;b&gt; is cut off" in text


def test_the_command(qapp: QGuiApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ["--screens", "free", "book", "--sizes", "800x480", "--themes", "light", "--locales", "en_GB", "ar_EG"]
    assert main(["gallery", "--out", str(tmp_path), *wanted, "--modes", "usual"]) == 0
    assert len(list(tmp_path.glob("*/*.png"))) == 4
    assert (tmp_path / "800x480-light-ar_EG-usual" / "book.png").is_file()
    assert "4 pictures; nothing is cut off" in capsys.readouterr().out
    assert main(["gallery", "--out", str(tmp_path), "--screens", "attic"]) == 2
    assert "there is no screen 'attic'" in capsys.readouterr().err
