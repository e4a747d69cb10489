"""Undo for ten seconds: after a booking, a cancellation and an early end made at the glass."""

from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from roomdisplay.core.outbox import Book, Cancel, Deleted, End, Extend, Operation, Written
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.scenes import made
from roomdisplay.gallery.states import DAY, OFFLINE, STATES, meeting, own, span, state
from roomdisplay.ui.viewmodels.panel import Patience
from tests.ui.conftest import MakeDoor
from tests.ui.test_view_model import heard, parts

OWN = own("10:02", "10:32")


def sheet(door: Door) -> dict[str, Any]:
    shown = door.sheet
    assert shown is not None
    return shown


def booked(door: Door) -> None:
    door.view_model.act("book:30")
    door.view_model.confirm()
    made(door)


def cancelled(door: Door) -> None:
    door.view_model.act("cancel")
    door.view_model.confirm()
    door.found(*DAY, OWN)
    door.answer(Deleted())


def ended(door: Door) -> None:
    door.view_model.act("end")
    door.view_model.confirm()
    door.found(*DAY, OWN)
    door.answer(Written(meeting=replace(OWN, interval=span("10:02", "10:12"), etag="2")))


@pytest.mark.parametrize(
    ("scene", "done", "undone", "title"),
    [
        ("free", booked, Cancel(interval=span("10:02", "10:32"), subject="Walk-up booking"), "Cancelling the booking…"),
        ("own", cancelled, Book(interval=span("10:12", "10:32"), subject="Walk-up booking"), "Booking…"),
        (
            "own",
            ended,
            Extend(interval=span("10:02", "10:32"), before=span("10:02", "10:12").end),
            "Extending…",
        ),
    ],
)
@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280)])
def test_taking_back(
    open_door: MakeDoor, scene: str, done: Any, undone: Operation, title: str, size: tuple[int, int]
) -> None:
    door = open_door(STATES[scene], size=size)
    done(door)
    assert sheet(door)["phase"] == "done"
    assert door.names == ["Undo", "Done"]
    door.tap("Undo")
    assert door.asked[-1] == undone
    assert (len(door.asked), sheet(door)["title"]) == (2, title)


def test_an_undone_booking_is_gone_and_its_undoing_is_not_undone(door: Door) -> None:
    booked(door)
    door.view_model.undo()
    stands = replace(own("10:02", "10:32"), booking_id=door.state.entries[0].id)
    door.found(*DAY, stands)
    door.answer(Deleted())
    assert sheet(door)["title"] == "Booking cancelled"
    assert not sheet(door)["undo"]
    door.view_model.undo()
    assert [type(a) for a in door.asked] == [Book, Cancel]


def test_the_seconds_are_counted_and_then_it_closes(qtbot: QtBot) -> None:
    door = Door(STATES["free"], patience=Patience(done=0.05, undo=0.5))
    booked(door)
    seen: list[str] = []
    model: Any = door.view_model.sheet
    model.undoLeftChanged.connect(lambda: seen.append(model.undoLeft))
    assert model.undoLeft == "10 s"
    qtbot.waitUntil(lambda: door.sheet is None, timeout=3000)
    assert seen[:3] == ["9 s", "8 s", "7 s"]
    assert len(door.asked) == 1


def test_a_second_announces_nothing_else(door: Door) -> None:
    booked(door)
    log = heard(*parts(door))
    door.view_model._count_down()  # pyright: ignore[reportPrivateUsage]
    assert log == ["undoLeftChanged"]


def test_it_is_gone_when_somebody_else_has_the_time(door: Door) -> None:
    door.show(STATES["own"])
    cancelled(door)
    assert sheet(door)["undo"]
    door.show(replace(door.state, schedule=state(meetings=(*DAY, meeting("10:20", "10:40"))).schedule))
    assert not sheet(door)["undo"]
    door.view_model.undo()
    assert [type(a) for a in door.asked] == [Cancel]


def test_what_is_held_here_is_taken_back_here() -> None:
    """Offline the cancellation queues behind the booking: neither reaches Office 365 before the other."""
    door = Door(state(failure=OFFLINE, age=95.0))
    door.view_model.act("book:30")
    door.view_model.confirm()
    assert (sheet(door)["phase"], sheet(door)["undo"]) == ("held", "Undo")
    door.view_model.undo()
    assert sheet(door)["title"] == "Cancellation noted"
    assert [type(a) for a in door.asked] == [Book, Cancel]
    assert door.json["current"] is None


@pytest.mark.parametrize("key", ["end", "cancel"])
def test_closing_the_sheet_gives_it_up(door: Door, key: str) -> None:
    door.show(STATES["own"])
    {"end": ended, "cancel": cancelled}[key](door)
    door.view_model.dismiss()
    door.view_model.undo()
    assert [type(a) for a in door.asked] == [{"end": End, "cancel": Cancel}[key]]
