"""Find another room: the list, a booking there, and what became of it, by accessible name."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.core.machine import AvailabilityRead, ReadAvailability, State
from roomdisplay.core.nearby import Survey
from roomdisplay.core.outbox import Reason, Stage, Written
from roomdisplay.core.traffic import Traffic
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import DAY, EXPIRED, FORECAST, HOUSE, OFFLINE, entry, own, state, surveyed, told
from roomdisplay.ui import screen
from roomdisplay.ui.props import Nearness, derive_props
from roomdisplay.ui.viewmodels.panel import Patience
from tests.ui.conftest import MakeDoor
from tests.ui.test_window import IDS, SIZES

BOREALIS, CIRRUS = HOUSE[0].address, HOUSE[1].address


def read(at: State) -> State:
    """The calendar has been read just now, so that nothing is due."""
    return replace(at, traffic=Traffic(read_at=at.now.mono - 5, sent=(at.now.mono - 5,)))


FREE = read(state(nearby=HOUSE))
BUSY = read(state(meetings=(*DAY, FORECAST), nearby=HOUSE))
NAMES = [
    "Cirrus, free until 11:30",
    "Ember, free for the rest of the day",
    "Dune, free from 10:30",
    "Borealis, free from 11:30",
    "Fjord, not known",
]


def sheet(door: Door) -> dict[str, Any]:
    assert door.sheet is not None
    return door.sheet


def answer_survey(door: Door, without: str = "") -> None:
    answers = tuple(t.availability for t in told())
    gone = tuple(replace(a, schedule=None, code="5016") if a.address == without else a for a in answers)
    door.answer(AvailabilityRead(answers=gone))


# ── where it is offered ───────────────────────────────────────────────────────────────────────────────────────────────


def offered(at: State) -> tuple[list[str], str]:
    """The actions' keys, and the quiet button."""
    model: Any = Door(at).view_model
    rows = model.actions
    return [rows.data(rows.index(i), rows_key(rows)) for i in range(rows.rowCount())], model.room.find


def rows_key(rows: Any) -> int:
    return next(role for role, name in rows.roleNames().items() if name == b"key")


def test_it_is_the_action_of_a_busy_room_and_a_quiet_button_of_a_free_one() -> None:
    assert offered(BUSY) == (["find", "later"], "")
    assert offered(FREE) == (["book:15", "book:30", "book:45", "book:60", "book:next"], "Find a room")
    mine = state("10:12", (*DAY, own("10:02", "10:32")), nearby=HOUSE)
    assert offered(mine) == (["extend", "end", "cancel"], "Find a room")
    assert offered(state(nearby=HOUSE, failure=OFFLINE))[1] == "Find a room"


@pytest.mark.parametrize("at", [state(), state(nearby=HOUSE, failure=EXPIRED)])
def test_where_it_cannot_help_it_is_not_offered(at: State) -> None:
    keys, quiet = offered(at)
    assert "find" not in keys
    assert quiet == ""
    door = Door(at)
    door.view_model.act("find")
    assert door.sheet is None
    assert door.json["nearby"] is None


# ── the list ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_asked_until_somebody_opens_the_page(door: Door) -> None:
    door.show(FREE)
    assert door.sent == []
    assert door.json["nearby"] is None
    door.view_model.act("find")
    [asked] = door.sent
    assert isinstance(asked.request, ReadAvailability)
    assert asked.request.rooms == HOUSE
    assert sheet(door)["sentence"] == "Office 365 is being asked about the rooms near by."
    assert sheet(door)["rows"] == []
    answer_survey(door)
    assert sheet(door)["rows"] == NAMES
    assert sheet(door)["sentence"] == "Tap a free one to book it. As of 10:02."
    door.view_model.dismiss()
    assert door.sheet is None
    assert door.json["nearby"] is None
    assert not door.state.survey.watched


def test_each_row_says_where_the_room_is_and_for_how_long_it_is_free(open_door: MakeDoor) -> None:
    door = open_door(FREE, size=(800, 480))
    door.tap("Find a room")
    answer_survey(door)
    model: Any = door.view_model
    rows = model.sheet.rows
    roles = {bytes(name).decode(): role for role, name in rows.roleNames().items()}

    def told(i: int) -> list[str]:
        return [rows.data(rows.index(i), roles[name]) for name in ("label", "detail", "status", "remaining")]

    assert [told(i) for i in range(3)] == [
        ["Cirrus", "4 people · 3rd floor", "free until 11:30", "1 h 28 min"],
        ["Ember", "", "free for the rest of the day", ""],
        ["Dune", "6 people · Ground floor, Mill Yard", "free from 10:30", ""],
    ]


def test_scripts_are_told_of_each_room_what_is_known() -> None:
    shown = Door(surveyed(95.0)).json["nearby"]
    assert shown[0] == {
        "name": "Cirrus",
        "address": CIRRUS,
        "freeNow": True,
        "from": "2026-11-24T10:02:00+01:00",
        "until": "2026-11-24T11:30:00+01:00",
        "known": True,
        "mayBook": True,
        "ageSeconds": 95.0,
        "label": NAMES[0],
    }
    assert [(r["name"], r["freeNow"], r["known"], r["from"]) for r in shown[2:]] == [
        ("Dune", False, True, "2026-11-24T10:30:00+01:00"),
        ("Borealis", False, True, "2026-11-24T11:30:00+01:00"),
        ("Fjord", False, False, None),
    ]


def test_what_is_too_old_is_not_known() -> None:
    assert {r["known"] for r in Door(surveyed(299.0)).json["nearby"]} == {True, False}
    assert {r["known"] for r in Door(surveyed(301.0)).json["nearby"]} == {False}


def test_no_answer_is_said(door: Door) -> None:
    door.show(FREE)
    door.view_model.act("find")
    door.answer(OFFLINE)
    assert sheet(door)["sentence"].startswith("Office 365 does not answer just now.")
    failing = surveyed(65.0, failing=True)
    door.show(replace(failing, survey=replace(failing.survey, begun_at=failing.now.mono)))
    assert sheet(door)["sentence"] == "As of 10:00. Office 365 does not answer just now."
    assert sheet(door)["rows"] == NAMES


def test_nobody_is_sent_to_a_room_that_is_not_free(door: Door) -> None:
    door.show(FREE)
    door.view_model.act("find")
    answer_survey(door)
    for address in (BOREALIS, HOUSE[4].address, "nowhere@contoso.example"):
        door.view_model.choose(address)
        assert sheet(door)["title"] == "Find a room"


# ── a booking there ───────────────────────────────────────────────────────────────────────────────────────────────────


def begun(door: Door) -> Door:
    """Cirrus has been chosen."""
    door.show(FREE)
    door.view_model.act("find")
    answer_survey(door)
    door.view_model.choose(CIRRUS)
    return door


def confirmed(door: Door) -> str:
    door.view_model.confirm()
    [entry] = door.state.entries
    return entry.id


def test_the_length_is_chosen_as_here(door: Door) -> None:
    begun(door)
    assert sheet(door)["title"] == "Book Cirrus now"
    assert sheet(door)["sentence"] == "\u20684 people · 3rd floor\u2069. The room is free until 11:30."
    assert (sheet(door)["chosen"], sheet(door)["confirm"]) == ("30 min", "Book 10:02 – 10:32")
    door.view_model.choose("book:45")
    assert sheet(door)["confirm"] == "Book 10:02 – 10:47"
    door.view_model.dismiss()
    assert sheet(door)["rows"] == NAMES


def test_booked_there(door: Door) -> None:
    begun(door)
    id = confirmed(door)
    assert door.json["outbox"][0]["room"] == CIRRUS
    assert door.json["state"] == "free"
    assert sheet(door)["phase"] == "working"
    there = replace(own("10:02", "10:32"), booking_id=id, id="event")
    for outcome in ((), Written(meeting=there), (there,)):
        assert door.state.in_flight is not None
        assert door.state.in_flight.room == HOUSE[1]
        door.answer(outcome) if isinstance(outcome, Written) else door.found(*outcome)
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("done", "Booked: Cirrus until 10:32")
    assert sheet(door)["sentence"] == "\u20684 people · 3rd floor\u2069. The booking stands in that room’s calendar."
    assert (door.json["state"], door.json["current"]) == ("free", None)


def test_somebody_was_first_there(door: Door) -> None:
    begun(door)
    confirmed(door)
    door.found(FORECAST)
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("refused", "Somebody was first")
    assert sheet(door)["sentence"] == "Cirrus was booked a moment before you asked. Nothing was changed."
    assert sheet(door)["confirm"] == "Find a room"
    door.view_model.confirm()
    assert sheet(door)["title"] == "Find a room"


def test_a_room_the_panel_may_not_book(door: Door) -> None:
    begun(door)
    confirmed(door)
    door.answer(AccessLost(access=Access.PERMISSION, code="ErrorAccessDenied"))
    assert sheet(door)["title"] == "This panel may not book Cirrus"
    assert door.json["problem"] is None
    assert door.json["freshness"]["kind"] == "live"
    door.view_model.confirm()
    assert sheet(door)["rows"] == [*NAMES[1:4], "Cirrus, cannot be booked from here", NAMES[4]]
    door.view_model.choose(CIRRUS)
    assert sheet(door)["title"] == "Find a room"


def test_held_there(qtbot: QtBot) -> None:
    door = begun(Door(FREE, patience=Patience(overdue=0.05)))
    confirmed(door)
    door.answer(OFFLINE)
    assert (sheet(door)["phase"], sheet(door)["title"]) == ("held", "Held: Cirrus until 10:32")


def test_a_room_that_is_taken_while_somebody_chooses_says_so(door: Door) -> None:
    begun(door)
    taken = {t.availability.address: t for t in door.state.survey.told}[CIRRUS]
    assert taken.availability.schedule is not None
    full = replace(
        taken,
        availability=replace(taken.availability, schedule=taken.availability.schedule.with_meeting(FORECAST)),
    )
    door.show(replace(door.state, survey=replace(door.state.survey, told=(full,))))
    assert (sheet(door)["title"], sheet(door)["confirm"]) == ("Cirrus has just been taken", "Find a room")
    door.view_model.confirm()
    assert sheet(door)["title"] == "Find a room"
    assert door.asked == []


@pytest.mark.parametrize(
    ("stage", "reason", "notice"),
    [
        (Stage.CONFIRMED, None, "Cirrus: The booking 10:02 – 10:32 is confirmed now."),
        (Stage.REFUSED, Reason.TAKEN, "Cirrus: The booking 10:02 – 10:32 could not be kept: somebody else had"),
        (Stage.REFUSED, Reason.NOT_ALLOWED, "Cirrus: The booking 10:02 – 10:32 was refused by Office 365."),
    ],
)
def test_what_became_of_it_names_the_room(stage: Stage, reason: Reason | None, notice: str) -> None:
    door = Door(state(nearby=HOUSE, entries=(entry(stage=stage, reason=reason, room=CIRRUS),)))
    assert door.json["notice"].startswith(notice)
    assert door.json["problem"] is None


def test_after_somebody_was_first_here_another_room_is_offered(door: Door) -> None:
    door.show(FREE)
    door.view_model.act("book:30")
    door.view_model.confirm()
    door.found(*DAY, FORECAST)
    assert (sheet(door)["title"], sheet(door)["confirm"]) == ("Somebody was first", "Find a room")
    door.view_model.confirm()
    assert sheet(door)["title"] == "Find a room"
    assert door.state.survey.watched


def test_a_list_nobody_touches_closes_and_is_watched_no_more(qtbot: QtBot) -> None:
    door = begun(Door(FREE, patience=Patience(choosing=0.1)))
    qtbot.waitUntil(lambda: door.sheet is None, timeout=2000)
    assert not door.state.survey.watched


def test_a_room_without_a_place_is_told_without_one() -> None:
    ember = derive_props(surveyed()).neighbour("ember@contoso.example")
    assert ember is not None
    assert (ember.nearness, ember.place.detail, ember.until) == (Nearness.NOW, "", None)


# ── on the glass ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("at", [FREE, BUSY], ids=["free", "busy"])
def test_a_room_near_by_in_four_taps(open_door: MakeDoor, size: tuple[int, int], at: State) -> None:
    door = open_door(at, size=size)
    door.tap("Find a room")
    answer_survey(door)
    assert door.names == [*NAMES[:2], "Close"]
    door.tap("Cirrus")
    assert door.names == ["15 min", "30 min", "45 min", "1 hour", "To 11:30", "Back", "Book 10:02 – 10:32"]
    door.tap("15 min")
    door.tap("Book ")
    [asked] = door.asked
    assert asked.interval.duration.total_seconds() == 900
    assert door.state.entries[0].room == CIRRUS


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_everything_is_big_enough_and_on_the_card(open_door: MakeDoor, size: tuple[int, int]) -> None:
    many = tuple(replace(HOUSE[0], address=f"r{n}@contoso.example", name=f"Room {n}") for n in range(50))
    at = surveyed()
    free = tuple(
        replace(t, availability=replace(t.availability, address=room.address))
        for t in told()
        if t.availability.address == CIRRUS
        for room in many
    )
    door = open_door(replace(at, nearby=many, survey=Survey(watched=True, begun_at=at.now.mono, told=free)), size=size)
    door.view_model.act("find")
    door.settle()
    screenful = QRectF(0, 0, *size)
    there = screen.tappable(door.glass)
    assert 3 <= len(there) - 1 < 50
    from roomdisplay.ui.theme import load_theme

    target = load_theme(*size)["target"]
    for name, item in there.items():
        assert min(item.width(), item.height()) >= target, name
        assert screenful.contains(screen.centre(item))
    assert "Close" in there


def test_the_rest_of_a_long_list_is_reached_by_dragging(open_door: MakeDoor) -> None:
    many = tuple(replace(HOUSE[0], address=f"r{n}@contoso.example", name=f"Room {n}") for n in range(30))
    door = open_door(replace(surveyed(), nearby=many), size=(800, 480))
    door.view_model.act("find")
    door.settle()
    screen.names(door.glass)  # lays the page out
    rooms = next(i for i in screen.items(door.glass) if i.isVisible() and i.property("cacheBuffer") is not None)
    assert rooms.property("contentHeight") > rooms.height()
    rooms.setProperty("contentY", rooms.property("contentHeight") - rooms.height())
    door.settle()
    shown = [
        QAccessible.queryAccessibleInterface(i).text(QAccessible.Text.Name)
        for i in screen.items(door.glass)
        if i.property("key") == many[-1].address
    ]
    assert shown == ["Room 29, not known"]


def test_a_nervous_double_tap_chooses_nothing(open_door: MakeDoor) -> None:
    door = open_door(surveyed())
    place = screen.centre(screen.tappable(door.glass)["Find a room"])
    for _ in range(2):
        screen.press(door.glass, place)
        door.settle()
    assert sheet(door)["title"] == "Find a room"
    assert door.asked == []


def test_nor_does_one_after_a_refusal_close_what_it_opened(open_door: MakeDoor) -> None:
    door = open_door(FREE)
    door.tap("30 min")
    door.tap("Book ")
    door.found(*DAY, FORECAST)
    QTest.qWait(450)
    place = screen.centre(screen.tappable(door.glass)["Find a room"])
    for _ in range(2):
        screen.press(door.glass, place)
        door.settle()
    assert sheet(door)["title"] == "Find a room"


def test_in_german(open_door: MakeDoor) -> None:
    door = open_door(surveyed(), locale="de_DE")
    door.tap("Raum finden")
    assert door.names == ["Cirrus, frei bis 11:30", "Ember, für den Rest des Tages frei", "Schließen"]


def test_what_outsiders_named_is_shown_as_plain_text() -> None:
    odd = replace(HOUSE[1], name="<b>Cir\u202erus</b>\n", detail="a\tb")
    at = surveyed()
    door = Door(replace(at, nearby=(odd,)))
    assert door.json["nearby"][0]["name"] == "<b>Cirrus</b>"
