"""Reporting a problem by touch, and what is honestly said of it."""

from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from roomdisplay.core.failure import Refusal, Rejected, Transient
from roomdisplay.core.wox import ProblemKind
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import STATES
from roomdisplay.ui import texts
from roomdisplay.ui.viewmodels.panel import Patience
from tests.ui.conftest import MakeDoor

LINKED = replace(STATES["free"], wox=WoxSide(cursor="1"))
KINDS = ["Screen or camera", "Sound", "Cleaning", "Temperature", "Furniture", "Something else"]


def sheet(door: Door) -> dict[str, Any]:
    shown = door.sheet
    assert shown is not None
    return shown


def reported(door: Door) -> None:
    door.view_model.act("report")
    door.view_model.choose("report:audio")
    door.view_model.confirm()


@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280)])
def test_three_taps(open_door: MakeDoor, size: tuple[int, int]) -> None:
    door = open_door(LINKED, size=size)
    door.tap("Report a problem")
    assert door.names == [*KINDS, "Cancel"]
    door.tap("Sound")
    door.tap("Report it")
    assert [r.kind for r in door.reported] == [ProblemKind.AUDIO]
    assert sheet(door)["phase"] == "working"
    door.answer_report()
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("done", "Reported")
    door.tap("Done")
    assert (door.sheet, door.asked) == (None, [])


def test_every_kind_has_a_name() -> None:
    assert list(texts.REPORT_KIND) == list(ProblemKind)


def test_without_a_server_it_is_not_offered(door: Door) -> None:
    model: Any = door.view_model
    assert model.room.report == ""
    door.view_model.act("report")
    assert door.sheet is None


def test_nothing_is_reported_before_a_kind_was_chosen(door: Door) -> None:
    door.show(LINKED)
    door.view_model.act("report")
    door.view_model.confirm()
    door.view_model.choose("report:nonsense")
    door.view_model.confirm()
    assert (door.reported, sheet(door)["confirm"]) == ([], "Choose what is wrong")


def test_out_of_reach_it_is_kept_and_said_so(qtbot: QtBot) -> None:
    door = Door(LINKED, patience=Patience(overdue=0.05))
    reported(door)
    door.answer_report(Transient(reason="no route"))
    qtbot.waitUntil(lambda: sheet(door)["phase"] == "held", timeout=2000)
    assert sheet(door)["sentence"].endswith("sent as soon as the WOX server can be reached.")
    door.view_model.dismiss()
    assert door.sheet is None


def test_the_same_again_is_the_same_report(door: Door) -> None:
    door.show(LINKED)
    reported(door)
    door.answer_report(Transient(reason="no route"))
    door.view_model._on_overdue()  # pyright: ignore[reportPrivateUsage]
    door.view_model.dismiss()
    reported(door)
    assert [r["kind"] for r in door.json["reports"]] == ["audio"]


def test_what_was_not_kept_or_not_taken_is_said(door: Door) -> None:
    door.show(LINKED)
    reported(door)
    door.answer_report(Rejected(refusal=Refusal.INVALID, reason="no"))
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("refused", "It could not be reported")
