"""Wiring: exactly what changed is announced, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.machine import InFlight, State
from roomdisplay.core.outbox import Book, DeclineEvent, Deleted, Reason, Release, Stage
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.states import (
    BOOKING,
    CLAIMED,
    DAY,
    FORECAST,
    INVITED,
    OFFLINE,
    STATES,
    entry,
    own,
    span,
    state,
)
from roomdisplay.ui.sheet import Phase
from roomdisplay.ui.viewmodels.panel import Patience

QUICK = Patience(choosing=0.05, done=0.05, held=0.05, refused=0.05, overdue=0.05, good_news=0.05)


def heard(*objects: QObject) -> list[str]:
    """Everything the objects announce from now on, by the signal's name."""
    log: list[str] = []
    for item in objects:
        for name in dir(type(item)):
            if name.endswith("Changed") and isinstance(getattr(type(item), name), Signal):
                getattr(item, name).connect(logger(log, name))
    return log


def logger(log: list[str], name: str) -> Callable[..., None]:
    return lambda *_: log.append(name)


def parts(door: Door) -> tuple[QObject, ...]:
    model: Any = door.view_model
    return (model, model.room, model.sheet, model.today, model.tomorrow)


def lists(door: Door) -> list[Any]:
    model: Any = door.view_model
    days = (model.today, model.tomorrow)
    return [
        model.actions,
        model.sheet.choices,
        *(getattr(d, n) for d in days for n in ("blocks", "gaps", "allDay")),
    ]


def test_the_same_state_again_says_nothing(door: Door) -> None:
    log = heard(*parts(door))
    for model in lists(door):
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged, model.modelReset):
            signal.connect(logger(log, "list"))
    door.show(STATES["free"])
    assert log == []


def test_seconds_that_change_nothing_say_nothing(door: Door) -> None:
    log = heard(*parts(door))
    door.clock("10:02:40")
    assert log == []


def test_a_minute_changes_what_a_minute_changes(door: Door) -> None:
    log = heard(*parts(door))
    door.clock("10:03")
    assert sorted(log) == ["clockChanged", "nowAtChanged", "remainingChanged"]


def test_somebody_elses_booking_changes_the_state(door: Door) -> None:
    log = heard(*parts(door))
    door.show(STATES["busy"])
    assert sorted(log) == [
        "glyphChanged",
        "laterChanged",
        "lineChanged",
        "nextChanged",
        "progressChanged",
        "remainingChanged",
        "saidChanged",
        "toneChanged",
        "whenChanged",
        "wordChanged",
    ]


def test_everything_is_swapped_before_anything_is_announced(door: Door) -> None:
    room: Any = door.view_model.room
    seen: list[tuple[str, str]] = []
    for signal in (room.toneChanged, room.wordChanged, room.whenChanged):
        signal.connect(lambda: seen.append((room.tone, room.word)))
    door.show(STATES["busy"])
    assert set(seen) == {("busy", "In use")}


def test_showing_from_within_a_notify_ends_well(door: Door) -> None:
    room: Any = door.view_model.room

    def again() -> None:
        if room.tone == "busy":
            door.view_model.show(STATES["ending"])

    room.toneChanged.connect(again)
    door.view_model.show(STATES["busy"])
    assert (room.tone, room.word) == ("ending", "Ending soon")


# ── a booking, step by step ───────────────────────────────────────────────────────────────────────────────────────────


def phase(door: Door) -> str | None:
    return door.sheet["phase"] if door.sheet else None


def test_a_tap_is_answered_before_the_shell_has_answered(door: Door) -> None:
    seen: list[str] = []
    sheet: Any = door.view_model.sheet
    sheet.phaseChanged.connect(lambda: seen.append(sheet.phase))
    door.disk = False
    door.view_model.act("book:30")
    door.view_model.confirm()
    assert seen == ["choosing", "working"]
    assert door.sheet is not None
    assert door.sheet["title"] == "Booking…"


def test_while_the_answer_is_a_moment_away_the_room_does_not_flicker(door: Door) -> None:
    door.view_model.act("book:30")
    log = heard(door.view_model.room)
    door.view_model.confirm()
    assert phase(door) == "working"
    assert log == []
    assert door.json["state"] == "held", "scripts are told the truth at once"


def test_booked(door: Door) -> None:
    door.view_model.act("book:30")
    door.view_model.confirm()
    [made] = door.asked
    assert made.interval.duration.total_seconds() == 1800
    id = door.state.entries[0].id
    door.found(*DAY)
    from roomdisplay.core.outbox import Written

    booked = own("10:02", "10:32", id="event", ical_uid="x")

    booked = replace(booked, booking_id=id)
    door.answer(Written(meeting=booked))
    door.found(*DAY, booked)
    assert door.sheet is not None
    assert (door.sheet["phase"], door.sheet["title"]) == ("done", "Booked until 10:32")
    assert door.json["notice"] is None, "it has been told"
    door.view_model.dismiss()
    assert door.sheet is None
    assert door.json["notice"] is None
    assert door.json["state"] == "busy"


def test_double_taps_book_once(door: Door) -> None:
    door.view_model.act("book:30")
    door.view_model.act("book:60")
    for _ in range(3):
        door.view_model.confirm()
    assert len(door.asked) == 1


def test_somebody_was_first(door: Door) -> None:
    door.view_model.act("book:30")
    door.view_model.confirm()
    door.found(*DAY, FORECAST)
    assert door.sheet is not None
    assert (door.sheet["phase"], door.sheet["title"]) == ("refused", "Somebody was first")
    assert door.sheet["sentence"].endswith("free again from 11:00 to 11:30.")


def test_offline_it_is_held_and_says_so_at_once(door: Door) -> None:
    door.show(STATES["offline"])
    door.view_model.act("book:30")
    assert door.sheet is not None
    assert "held here" in door.sheet["sentence"]
    door.view_model.confirm()
    assert (phase(door), door.sheet["title"]) == ("held", "Held until 10:32")
    assert door.json["state"] == "held"


def test_what_takes_long_is_called_held(qtbot: QtBot) -> None:
    door = Door(STATES["free"], patience=Patience(overdue=0.05))
    door.view_model.act("book:30")
    door.view_model.confirm()
    assert phase(door) == "working"
    qtbot.waitUntil(lambda: phase(door) == "held", timeout=2000)


def test_what_is_not_on_disk_is_never_called_held(qtbot: QtBot) -> None:
    door = Door(STATES["free"], patience=Patience(overdue=0.05, held=0.3))
    door.disk = False
    door.view_model.act("book:30")
    door.view_model.confirm()
    sheet: Any = door.view_model.sheet
    qtbot.waitUntil(lambda: sheet.dismiss == "OK", timeout=2000)
    assert phase(door) == "working"
    qtbot.waitUntil(lambda: phase(door) is None, timeout=2000)


def test_an_entry_the_shell_has_lost_is_not_promised(door: Door) -> None:
    door.view_model.act("book:30")
    door.view_model.confirm()
    door.show(STATES["free"])
    assert door.sheet is not None
    assert (door.sheet["phase"], door.sheet["title"]) == ("refused", "The panel could not keep this")


def test_an_intent_that_breaks_is_told_and_raised(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise OSError("disk")

    monkeypatch.setattr(door, "book", broken)
    door.view_model.act("book:30")
    with pytest.raises(OSError, match="disk"):
        door.view_model.confirm()
    assert phase(door) == "refused"


# ── what was chosen moves or goes ─────────────────────────────────────────────────────────────────────────────────────


def chosen(door: Door) -> tuple[str | None, str | None]:
    assert door.sheet is not None
    return door.sheet["chosen"], door.sheet["confirm"]


def test_a_minute_later_the_same_length_is_offered_from_then(door: Door) -> None:
    door.view_model.act("book:30")
    assert chosen(door) == ("30 min", "Book 10:02 – 10:32")
    door.clock("10:03")
    assert chosen(door) == ("30 min", "Book 10:03 – 10:33")


@pytest.mark.parametrize("key", ["book:60", "book:next"])
def test_a_choice_that_has_gone_is_said_and_not_replaced(door: Door, key: str) -> None:
    door.view_model.act(key)
    door.show(state(meetings=(*DAY, own("10:50", "11:00"))))
    assert chosen(door) == (None, "Choose a time")
    assert door.sheet is not None
    assert door.sheet["sentence"] == "That time has just become impossible. Please choose again."
    door.view_model.confirm()
    assert door.asked == []
    door.view_model.choose("book:15")
    door.view_model.confirm()
    assert len(door.asked) == 1


def test_a_room_taken_while_choosing_is_told(door: Door) -> None:
    door.view_model.act("book:30")
    door.show(STATES["busy"])
    assert door.sheet is not None
    assert (door.sheet["phase"], door.sheet["title"]) == ("refused", "The room has just been taken")
    door.view_model.confirm()
    assert door.asked == []


def test_access_lost_while_choosing_is_told(door: Door) -> None:
    door.view_model.act("book:30")
    door.show(STATES["access-lost"])
    assert door.sheet is not None
    assert door.sheet["title"] == "Booking is not possible just now"


@pytest.mark.parametrize(
    ("key", "title", "confirm", "operation"),
    [
        ("extend", "Stay longer", "Extend to 10:47", "Extend"),
        ("end", "End the meeting now?", "End now", "End"),
        ("cancel", "Cancel this booking?", "Cancel booking", "Cancel"),
    ],
)
def test_managing_a_booking(key: str, title: str, confirm: str, operation: str) -> None:
    door = Door(STATES["own"])
    door.view_model.act(key)
    assert door.sheet is not None
    assert (door.sheet["title"], door.sheet["confirm"]) == (title, confirm)
    assert door.asked == [], "it takes a second tap"
    door.view_model.confirm()
    [asked] = door.asked
    assert type(asked).__name__ == operation
    assert phase(door) == "working"


def test_somebody_elses_meeting_is_released_and_its_organizer_told() -> None:
    door = Door(STATES["invited"])
    door.view_model.act("release")
    assert door.sheet is not None
    assert (door.sheet["title"], door.sheet["confirm"]) == ("Release the room?", "Release now")
    assert "10:00 – 11:00" in door.sheet["sentence"]
    door.view_model.confirm()
    [asked] = door.asked
    assert isinstance(asked, Release)
    assert asked.event_id == "invited"
    assert asked.comment == (
        "Somebody at the door of Aurora released the room on its panel (2026-11-24 10:12, Europe/Zurich). "
        "The meeting does not have this room any more."
    )
    door.found(*DAY, INVITED)
    door.answer(Deleted())
    assert (phase(door), door.sheet["title"]) == ("done", "Room released")
    door.view_model.dismiss()
    assert door.json["state"] == "free"


def test_staying_on_after_somebody_elses_meeting_is_a_booking_right_behind_it() -> None:
    door = Door(STATES["invited"])
    door.view_model.act("extend")
    assert chosen(door) == ("+15 min", "Extend to 11:15")
    assert door.sheet is not None
    assert "right behind it" in door.sheet["sentence"]
    door.view_model.choose("extend:next")
    door.view_model.confirm()
    [asked] = door.asked
    assert isinstance(asked, Book)
    assert asked.interval == span("11:00", "11:30")


def test_a_release_held_offline_says_so() -> None:
    door = Door(state("10:12", (*DAY, INVITED), failure=OFFLINE))
    door.view_model.act("release")
    door.view_model.confirm()
    assert door.sheet is not None
    assert (door.sheet["phase"], door.sheet["title"]) == ("held", "Release noted")


def test_the_minute_to_take_a_release_back_runs_out(qtbot: QtBot) -> None:
    door = Door(STATES["released"], patience=QUICK)
    door.view_model.act("undo")
    assert door.sheet is not None
    assert (door.sheet["title"], door.sheet["confirm"]) == ("Take the room back?", "Book again")
    assert "10:00 – 11:00" in door.sheet["sentence"]
    door.clock("10:12")
    assert door.sheet["title"] == "This booking has changed"
    door.view_model.confirm()
    assert door.asked == []
    door.view_model.dismiss()
    qtbot.wait(100)
    assert door.json["notice"] == "Released at 10:10: nobody checked in.", "it stays, for those who come late"
    door.view_model.act("undo")
    assert door.sheet is None


def test_a_check_in_that_comes_too_late_is_told_so() -> None:
    door = Door(STATES["check-in"])
    declining = DeclineEvent(event_id=CLAIMED.id, comment="")
    flight = InFlight(number=7, room=door.state.room, request=declining, entry_id=None, sent=door.state.now.mono)
    door.show(replace(door.state, in_flight=flight))
    door.view_model.act("checkIn")
    assert door.sheet is not None
    assert (door.sheet["phase"], door.sheet["title"]) == ("refused", "The room has just been released")


def test_a_release_that_lapsed_is_nobodys_news() -> None:
    [auto] = STATES["released"].entries
    door = Door(replace(STATES["released"], entries=(replace(auto, stage=Stage.REFUSED, reason=Reason.LAPSED),)))
    assert door.json["notice"] is None


@pytest.mark.parametrize("key", ["extend", "release"])
def test_a_meeting_that_is_gone_cannot_be_managed_any_more(key: str) -> None:
    door = Door(STATES["invited"])
    door.view_model.act(key)
    door.show(STATES["free"])
    assert door.sheet is not None
    assert door.sheet["title"] == "This booking has changed"
    door.view_model.confirm()
    assert door.asked == []


@pytest.mark.parametrize("key", ["extend", "end", "cancel"])
def test_a_booking_that_is_over_cannot_be_managed_any_more(key: str) -> None:
    door = Door(STATES["own"])
    door.view_model.act(key)
    door.clock("10:40")
    assert door.sheet is not None
    assert door.sheet["title"] == "This booking has changed"
    door.view_model.confirm()
    assert door.asked == []


def test_another_end_can_be_chosen() -> None:
    door = Door(STATES["own"])
    door.view_model.act("extend")
    door.view_model.choose("extend:30")
    assert chosen(door) == ("+30 min", "Extend to 11:02")


@pytest.mark.parametrize("key", ["", "book:", "book:7", "extend", "end", "cancel", "nonsense", "book:next:x"])
def test_a_key_that_means_nothing_does_nothing(door: Door, key: str) -> None:
    door.view_model.act(key)
    assert door.sheet is None


def test_nothing_can_be_done_before_the_first_state(door: Door) -> None:
    from roomdisplay.ui.viewmodels.panel import PanelViewModel

    model = PanelViewModel(door)
    for deed in (model.confirm, model.dismiss, model.dismissNotice, model.touched):
        deed()
    model.act("book:30")
    model.choose("book:30")
    assert model.as_json() == {"state": "unknown"}


# ── time-outs ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("after", "title"),
    [
        (STATES["free"], "Book Aurora now"),
        (STATES["busy"], "The room has just been taken"),
    ],
)
def test_a_sheet_nobody_touches_closes(qtbot: QtBot, after: State, title: str) -> None:
    door = Door(STATES["free"], patience=QUICK)
    door.view_model.act("book:30")
    door.show(after)
    assert door.sheet is not None
    assert door.sheet["title"] == title
    qtbot.waitUntil(lambda: door.sheet is None, timeout=2000)
    assert door.asked == []


def test_a_touch_gives_it_time_anew(qtbot: QtBot) -> None:
    door = Door(STATES["free"], patience=Patience(choosing=0.4))
    door.view_model.act("book:30")
    for _ in range(4):
        qtbot.wait(150)
        door.view_model.touched()
    assert phase(door) == Phase.CHOOSING
    qtbot.waitUntil(lambda: door.sheet is None, timeout=2000)


def test_a_patient_panel_waits_until_it_is_patient_no_longer(qtbot: QtBot) -> None:
    door = Door(STATES["free"], patience=QUICK)
    worn: list[Appearance] = []
    door.view_model.appearance.worn_by(worn.append, Appearance(locale="en_GB", patient=True))
    door.view_model.act("book:30")
    qtbot.wait(200)
    assert phase(door) == Phase.CHOOSING
    door.view_model.appearance.belongs(Appearance(locale="en_GB"))
    assert [look.patient for look in worn] == [False]
    qtbot.waitUntil(lambda: door.sheet is None, timeout=2000)


def test_the_outcome_closes_after_a_while(qtbot: QtBot) -> None:
    door = Door(STATES["free"], patience=Patience(done=0.5))
    door.view_model.act("book:30")
    door.view_model.confirm()
    id = door.state.entries[0].id
    door.show(state(entries=(entry(stage=Stage.CONFIRMED, id=id),)))
    assert phase(door) == "done"
    qtbot.waitUntil(lambda: door.sheet is None, timeout=2000)


# ── news ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_became_of_a_held_booking_is_told_later(door: Door) -> None:
    door.show(STATES["held"])
    assert door.json["notice"] is None
    door.show(state(entries=(entry(stage=Stage.REFUSED, reason=Reason.TAKEN),)))
    assert door.json["notice"] == "The booking 10:02 – 10:32 could not be kept: somebody else had the room first."
    door.view_model.dismissNotice()
    assert door.json["notice"] is None
    door.clock("10:04")
    assert door.json["notice"] is None


def test_good_news_goes_by_itself(qtbot: QtBot) -> None:
    door = Door(STATES["held"], patience=QUICK)
    door.show(state(entries=(entry(stage=Stage.CONFIRMED),)))
    assert door.json["notice"] == "The booking 10:02 – 10:32 is confirmed now."
    qtbot.waitUntil(lambda: door.json["notice"] is None, timeout=2000)


def test_several_outcomes_are_told_one_after_the_other(door: Door) -> None:
    first = entry(id="a", booking_id="a", stage=Stage.REFUSED, reason=Reason.TAKEN)
    second = entry("11:00", "11:30", id="b", booking_id="b", stage=Stage.EXPIRED)
    door.show(state(entries=(first, second)))
    told: list[Any] = []
    while door.json["notice"] is not None:
        told.append(door.json["notice"])
        door.view_model.dismissNotice()
    assert len(told) == 2


def test_a_forgotten_entry_takes_its_notice_along(door: Door) -> None:
    door.show(state(entries=(entry(stage=Stage.REFUSED, reason=Reason.FULL),)))
    door.show(STATES["free"])
    assert door.json["notice"] is None


def test_another_language_is_spoken_at_once(door: Door) -> None:
    room: Any = door.view_model.room
    door.view_model.speak("en_US")
    assert room.clock == "10:02\u00a0AM"
    assert room.when == "until 11:30\u00a0AM"
    log = heard(door.view_model)
    door.view_model.speak("ar_EG")
    assert log == ["rightToLeftChanged"]


def test_a_failed_try_is_held_even_where_the_schedule_is_fresh(door: Door) -> None:
    door.view_model.act("book:30")
    door.view_model.confirm()
    door.answer(OFFLINE)
    assert phase(door) == "held"
    assert BOOKING not in str(door.json["sheet"])
