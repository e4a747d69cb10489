"""The gallery: every scene is what its name says, and the walk over the items finds what is wrong."""

import pytest
from PySide6.QtGui import QGuiApplication

from roomdisplay.gallery.scenes import SCENES, AdminScene, PairingScene, RoomScene


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_on_the_glass(qapp: QGuiApplication, name: str) -> None:
    shown = SCENES[name].view_model().as_json()
    match SCENES[name]:
        case RoomScene(then=then):
            assert (shown["sheet"] is not None) is bool(then)
        case PairingScene():
            assert shown["title"]
        case AdminScene(then=then):
            assert (shown["administration"] is not None) is bool(then)
