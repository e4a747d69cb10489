"""The rules of a room on the glass: open hours, buffers, notices, out of service, emergencies, the room's own page."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import Asked, Leaving, step
from roomdisplay.core.outbox import Book, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import (
    CLAIMED,
    DAY,
    FIRE,
    HOUSE,
    MENDED,
    OFFLINE,
    RULES,
    STATES,
    meeting,
    own,
    state,
    surveyed,
)
from roomdisplay.ui import screen
from roomdisplay.ui.props import Kind, derive_props
from roomdisplay.ui.room_view import derive_actions, derive_room_view
from roomdisplay.ui.square import square
from roomdisplay.ui.viewmodels.panel import PanelViewModel
from roomdisplay.ui.wording import ENGLISH
from tests.ui.conftest import MakeDoor


def said(name: str) -> tuple[str, str, str, str]:
    """Shape, word, time and line of a scene."""
    view = derive_room_view(derive_props(STATES[name]), ENGLISH)
    return view.glyph, view.word, view.when, view.line


# ── open hours ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("scene", "expected"),
    [
        ("closed", ("closed", "Closed", "until tomorrow 08:00", "Next: Standup, tomorrow 09:00")),
        ("closed-for-the-weekend", ("closed", "Closed", "until Monday 08:00", "Nothing is booked today or tomorrow.")),
        ("closed-offline", ("closed", "Closed", "until tomorrow 08:00", "")),
        ("closed-meeting", ("busy", "In use", "until 19:00", "Board · Mara Lindt")),
        ("no-more-today", ("soon", "Free", "only until 18:00", "Nothing more can be booked today.")),
        ("closing", ("soon", "Free", "only until 18:00", "The room closes at 18:00.")),
    ],
)
def test_what_is_said_around_closing_time(scene: str, expected: tuple[str, str, str, str]) -> None:
    assert said(scene) == expected


def test_the_morning_before_and_a_room_that_never_opens() -> None:
    early = derive_room_view(derive_props(state("7:12", policy=RULES)), ENGLISH)
    assert (early.word, early.when) == ("Closed", "until 08:00")
    assert RULES.hours is not None
    never = replace(RULES, hours=replace(RULES.hours, week=(None,) * 7))
    shut = derive_room_view(derive_props(state(policy=never)), ENGLISH)
    assert (shut.word, shut.when) == ("Closed", "until further notice")


def test_nothing_is_offered_outside_open_hours_or_beyond_them() -> None:
    assert derive_props(STATES["closed"]).offers == ()
    assert [o.end.strftime("%H:%M") for o in derive_props(state("17:20", policy=RULES)).offers] == [
        "17:35",
        "17:50",
        "18:00",
    ]
    assert derive_props(STATES["closed-meeting"]).next_free is not None
    start, _ = derive_props(STATES["closed-meeting"]).next_free or (None, None)
    assert start is not None
    assert (start.day, start.hour) == (25, 8)


def test_the_rail_calls_free_only_what_may_be_booked() -> None:
    today = derive_props(state(policy=RULES)).today
    assert [(a.strftime("%H:%M"), b.strftime("%H:%M")) for a, b in today.free] == [
        ("10:02", "11:30"),
        ("12:30", "13:00"),
        ("14:00", "15:00"),
        ("15:30", "18:00"),
    ]
    assert derive_props(STATES["out-of-service"]).today.free == ()


# ── buffers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_free_room_that_is_kept_clear_says_why_it_cannot_be_booked() -> None:
    policy = Policy(buffer_after=timedelta(minutes=30))
    props = derive_props(state("10:02", policy=policy))
    assert (props.kind, props.offers) == (Kind.FREE, ())
    line = derive_room_view(props, ENGLISH).line
    assert line == "Between two bookings the room is kept clear for 30 min."
    later = derive_props(state("10:15", policy=policy))
    assert [o.end.strftime("%H:%M") for o in later.offers] == ["10:30", "10:45", "11:00"]
    assert derive_room_view(later, ENGLISH).line == "Next: Private meeting"


# ── the notice ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_notice_is_read_before_a_booking_is_confirmed(open_door: MakeDoor) -> None:
    door = open_door(STATES["with-page"])
    door.tap("30 min")
    shown = [str(i.property("text")) for i in screen.items(door.glass) if i.isVisible() and i.property("text")]
    assert RULES.notice in shown
    door.tap("Book ")
    assert len(door.asked) == 1


def test_another_rooms_sheet_does_not_show_this_rooms_notice(door: Door) -> None:
    shown = surveyed()
    door.show(replace(shown, policy=replace(shown.policy, notice="Only here.")))
    door.view_model.act("find")
    door.view_model.choose(HOUSE[1].address)
    sheet = door.view_model.sheet.view
    assert (sheet.title, sheet.notice) == ("Book Cirrus now", "")
    door.view_model.dismiss()
    door.view_model.dismiss()
    door.view_model.act("book:30")
    assert door.view_model.sheet.view.notice == "Only here."


# ── out of service ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_room_out_of_service_says_why_and_takes_no_bookings() -> None:
    assert said("out-of-service") == ("outOfService", "Out of service", "", MENDED)
    props = derive_props(STATES["out-of-service"])
    assert (props.offers, derive_actions(props, ENGLISH)) == ((), ())
    found = derive_props(replace(STATES["out-of-service"], nearby=HOUSE))
    assert [a.key for a in derive_actions(found, ENGLISH)] == ["find"]


def test_a_panel_that_is_about_to_be_unpaired_says_what_it_still_sends() -> None:
    shown = state()
    leaving, _ = step(replace(shown, nearby=HOUSE), Leaving(now=shown.now))
    line = derive_room_view(derive_props(leaving), ENGLISH).line
    assert line == "This panel is about to be unpaired."
    assert derive_actions(derive_props(leaving), ENGLISH) == ()
    booking = Book(interval=Interval(shown.now.wall, shown.now.wall + timedelta(minutes=30)), subject="")
    owing, _ = step(leaving, Asked(now=shown.now, id="x", booking_id="x", operation=booking))
    line = derive_room_view(derive_props(owing), ENGLISH).line
    assert "1 request is still being sent to Office 365." in line


def test_it_is_known_without_a_connection_and_nobody_is_asked_to_check_in() -> None:
    policy = replace(RULES, out_of_service=MENDED, check_in=True)
    for shown in (
        state(age=None, policy=policy),
        state(failure=OFFLINE, age=4000.0, policy=policy),
        state(meetings=(*DAY, CLAIMED), policy=policy),
    ):
        props = derive_props(shown)
        assert (props.kind, props.check_in) == (Kind.OUT_OF_SERVICE, None)


def test_what_was_booked_there_can_still_be_given_up_but_not_made_longer() -> None:
    props = derive_props(state("10:12", (*DAY, own("10:02", "10:32")), policy=replace(RULES, out_of_service=MENDED)))
    assert props.manage is not None
    assert (props.manage.may_end, props.manage.may_cancel, props.manage.extensions) == (True, True, ())


def test_other_rooms_are_not_out_of_service_with_it() -> None:
    shown = surveyed()
    shown = replace(shown, policy=replace(shown.policy, out_of_service=MENDED))
    nearby = derive_props(shown).nearby
    assert nearby is not None
    assert nearby.rooms[0].offers


# ── an emergency ──────────────────────────────────────────────────────────────────────────────────────────────────────


def alarmed(door: Door, text: str | None = FIRE) -> None:
    door.show(replace(door.state, emergency=text))


def test_it_fills_the_screen_over_every_sheet_and_is_gone_when_lifted(open_door: MakeDoor) -> None:
    door = open_door(STATES["with-page"])
    before = door.names
    door.tap("30 min")
    alarmed(door)
    alarm = next(i for i in screen.items(door.glass) if i.property("visible") and _name(i).startswith("Emergency: "))
    assert _name(alarm) == f"Emergency: {FIRE}"
    assert QRectF(0, 0, alarm.width(), alarm.height()) == QRectF(0, 0, door.glass.width(), door.glass.height())
    assert door.names == []
    assert door.sheet is None
    picture = door.picture()
    colours = {picture.pixelColor(x, y).name() for x in range(4, 1280, 8) for y in range(4, 800, 8)}
    assert {"#ffd60a", "#000000"} <= colours
    assert all(_is_blend(colour) for colour in colours), "nothing shines through"
    alarmed(door, None)
    assert door.names == before
    assert door.asked == []


def _is_blend(colour: str) -> bool:
    """Of black and the alarm's yellow: the edge of a letter."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return abs(green - red * 0xD6 / 0xFF) < 24 and blue < 24


def _name(item: screen.QQuickItem) -> str:
    interface: Any = QAccessible.queryAccessibleInterface(item)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def test_nothing_can_be_booked_while_it_stands(door: Door) -> None:
    door.show(STATES["with-page"])
    door.view_model.act("book:30")
    alarmed(door)
    door.view_model.confirm()
    door.view_model.act("book:30")
    door.view_model.confirm()
    assert (door.asked, door.sheet) == ([], None)
    assert door.json["emergency"] == FIRE
    assert door.json["offers"]["book"] == []


def test_what_was_asked_for_just_before_goes_on_behind_it(door: Door) -> None:
    door.view_model.act("book:30")
    door.view_model.confirm()
    assert len(door.asked) == 1
    alarmed(door)
    door.found(*DAY)
    assert door.state.entries[0].stage is not Stage.REFUSED


def test_it_reaches_a_panel_that_knows_nothing_else(open_door: MakeDoor) -> None:
    door = open_door(replace(state(age=None, failure=OFFLINE, started=False), emergency=FIRE))
    assert door.view_model.emergency == FIRE
    assert door.names == []


def test_what_is_written_by_others_is_plain_bounded_text() -> None:
    props = derive_props(replace(state(), emergency="<b>Fire</b>\n\u202eleave\u0000" + "!" * 900))
    assert props.emergency.startswith("<b>Fire</b> leave!")
    assert len(props.emergency) == 500


@pytest.mark.parametrize("scene", ["emergency", "long-emergency"])
@pytest.mark.parametrize("size", [(800, 480), (1280, 800), (800, 1280)])
def test_it_is_as_large_as_it_fits(open_door: MakeDoor, scene: str, size: tuple[int, int]) -> None:
    door = open_door(STATES[scene], size=size)
    door.picture()
    text = STATES[scene].emergency
    message = next(i for i in screen.items(door.glass) if i.property("text") == text)
    assert message.property("contentHeight") <= message.height()
    assert message.property("contentWidth") <= message.width() + 1
    # letters of a twelfth of the short side are read from five metres
    if scene == "emergency":
        assert message.property("contentHeight") / message.property("lineCount") >= min(size) / 12


# ── the room's own page ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_rooms_page_is_a_code_for_a_phone(open_door: MakeDoor) -> None:
    door = open_door(STATES["with-page"])
    view = door.view_model.room
    assert (view.pagePath, view.pageSide) == (square(RULES.page).path, square(RULES.page).side)
    there = [i for i in screen.items(door.glass) if i.isVisible() and _name(i) == "This room on your phone"]
    assert len(there) == 1
    assert there[0].width() >= 2 * view.pageSide
    assert door.json["roomPage"] == RULES.page


def test_the_first_frame_does_not_wait_for_the_code(door: Door) -> None:
    hurried = PanelViewModel(door, hurried=True)
    hurried.show(STATES["with-page"])
    assert hurried.room.pageSide == 0
    hurried.unhurried(STATES["with-page"])
    assert hurried.room.pageSide == square(RULES.page).side


def test_without_a_page_there_is_no_code(open_door: MakeDoor) -> None:
    door = open_door(state(meetings=(*DAY, meeting("16:00", "17:00"))))
    assert door.view_model.room.pageSide == 0
    assert not [i for i in screen.items(door.glass) if i.isVisible() and _name(i) == "This room on your phone"]
