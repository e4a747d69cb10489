"""Scenarios: what comes with the simulator, how times are written, and how mistakes are reported."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from roomdisplay.simulator import scenario
from roomdisplay.simulator.moments import InvalidMoment, moment, span
from roomdisplay.simulator.scenario import ScenarioError
from tests.simulator.conftest import StartRoom

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 10, 22, 33, tzinfo=BERLIN)
NAMES = ["all-day", "back-to-back", "busy", "demo", "dst-change", "packed", "private-stripped", "quiet"]


def test_all_scenarios_are_there() -> None:
    assert scenario.available() == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wall", ["00:03", "07:30", "11:59", "23:50"])
def test_every_meeting_of_a_scenario_finds_its_room_at_any_hour(name: str, wall: str) -> None:
    described = scenario.load(name)
    if described.now is None:
        described = replace(described, now=datetime.fromisoformat(f"2026-11-23T{wall}:00+01:00"))
    tenant = scenario.build(described)
    kept = sum(len(room.mailbox.items()) for room in tenant.exchange.rooms.values())
    assert kept == sum(len(meeting.rooms) for meeting in described.meetings)


@pytest.mark.parametrize("wall", ["00:03", "07:30", "11:59", "23:50"])
def test_in_the_demo_the_first_room_is_free_and_needed_in_an_hour_and_a_half(wall: str) -> None:
    now = datetime.fromisoformat(f"2026-11-23T{wall}:00+01:00")
    tenant = scenario.build(replace(scenario.load("demo"), now=now))
    aurora = tenant.exchange.rooms["aurora@contoso.example"].mailbox
    assert aurora.window(now, now + timedelta(minutes=85)) == []
    following = min(aurora.window(now, now + timedelta(days=1)), key=lambda event: event.start)
    assert timedelta(minutes=85) < following.start - now <= timedelta(minutes=105)
    assert aurora.window(now - timedelta(hours=4), now)
    assert any(event.sensitivity == "private" for event in aurora.window(now, now + timedelta(days=1)))
    tomorrow = datetime(2026, 11, 24, tzinfo=BERLIN)
    assert len(aurora.window(tomorrow, tomorrow + timedelta(days=1))) >= 5


@pytest.mark.parametrize("minute", range(0, 60, 7))
def test_in_the_busy_scenario_the_first_room_is_taken_now_and_free_soon(minute: int) -> None:
    now = datetime(2026, 11, 23, 14, minute, tzinfo=UTC)
    tenant = scenario.build(replace(scenario.load("busy"), now=now))
    (current,) = tenant.exchange.rooms["aurora@contoso.example"].mailbox.window(now, now + timedelta(seconds=1))
    assert timedelta(minutes=15) <= current.end - now <= timedelta(minutes=45)


def test_a_scenario_can_set_the_calendars_clock(tenant: StartRoom) -> None:
    room = tenant("dst-change")
    offset = room.simulator.info["clock_offset_seconds"]
    shown = datetime.fromisoformat(room.control("GET", "/clock")["now"])
    assert abs((shown - datetime.now(UTC)).total_seconds() - offset) < 1
    assert abs(shown - datetime(2026, 10, 24, 22, 30, tzinfo=UTC)) < timedelta(seconds=30)
    assert room.create()["createdDateTime"].startswith("2026-10-24T22:3")
    assert "24 Oct 2026" in room.get("/events").headers["date"]


def test_the_same_seed_gives_the_same_identifiers() -> None:
    described = replace(scenario.load("busy"), now=NOW)
    first, again, other = (scenario.build(described, seed=seed) for seed in (1, 1, 2))
    assert first.entra.tenant_id == again.entra.tenant_id != other.entra.tenant_id

    def keys(tenant: scenario.Tenant) -> list[tuple[bytes, int, str]]:
        box = tenant.exchange.rooms["aurora@contoso.example"].mailbox
        return [(box.digest, event.number, event.uid) for event in box.items()]

    assert keys(first) == keys(again) != keys(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-11-22T10:22:33"),
        ("now+90m", "2026-11-22T11:52:33"),
        ("now-1h30m", "2026-11-22T08:52:33"),
        ("now+90m /15m", "2026-11-22T11:45:00"),
        ("now /60m", "2026-11-22T10:00:00"),
        ("09:30", "2026-11-22T09:30:00"),
        ("tomorrow 09:30", "2026-11-23T09:30:00"),
        ("yesterday 24:00", "2026-11-22T00:00:00"),
        ("day+3 7:05", "2026-11-25T07:05:00"),
        ("tomorrow", "2026-11-23T00:00:00"),
        ("2026-12-01", "2026-12-01T00:00:00"),
        ("2026-12-01T10:00", "2026-12-01T10:00:00"),
        ("2026-12-01T10:00:00Z", "2026-12-01T11:00:00"),
    ],
)
def test_times_have_many_forms(text: str, expected: str) -> None:
    assert moment(text, now=NOW, zone=BERLIN).astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M:%S") == expected


@pytest.mark.parametrize("text", ["", "soon", "25:00", "now+", "now*2", "tomorrow morning", "2026-13-01"])
def test_other_times_are_refused(text: str) -> None:
    with pytest.raises(InvalidMoment, match="accepted"):
        moment(text, now=NOW, zone=BERLIN)


def test_lengths_of_time_are_read() -> None:
    assert span("1d2h3m") == timedelta(days=1, hours=2, minutes=3)
    with pytest.raises(InvalidMoment):
        span("an hour")


MINIMAL = """\
rooms:
  - {address: a@contoso.example, name: A}
people:
  - {name: Mara, address: mara@contoso.example}
meetings:
"""


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("rooms: [", "line 1: this is no YAML"),
        ("- a", "line 1: a scenario is a mapping"),
        ("people: []", "line 1: rooms is missing"),
        ("rooms: []", "line 1: rooms is empty; accepted: at least one room"),
        ("rooms:\n  - {address: nowhere, name: A}", "line 2: rooms[0].address is 'nowhere'; accepted: an SMTP address"),
        (
            "rooms:\n  - {address: a@b.example, name: A}\ncolour: red",
            "line 3: colour is not known; accepted: description",
        ),
        (
            "rooms:\n  - {address: a@b.example, name: A,\n     policy: {autoAccept: maybe}}",
            "line 3: rooms[0].policy.autoAccept is 'maybe'; accepted: true or false",
        ),
        ("timeZone: Moon\nrooms:\n  - {address: a@b.example, name: A}", "line 1: timeZone is 'Moon'"),
        ("now: 2026-10-25T00:30:00\nrooms: []", "rooms is empty"),
        (MINIMAL + "  - {room: B, start: now, duration: 1h}", "line 6: meetings[0].room is 'B'; accepted: A"),
        (
            MINIMAL + "  - {room: A, start: soon, duration: 1h}",
            "line 6: meetings[0].start is 'soon'; accepted: '09:30'",
        ),
        (MINIMAL + "  - {room: A, start: now}", "line 6: meetings[0] is without an end, or with two"),
        (
            MINIMAL + "  - {room: A, start: now, duration: 1h, sensitivity: secret}",
            "line 6: meetings[0].sensitivity is 'secret'; accepted: normal, personal, private, confidential",
        ),
        (
            MINIMAL + "  - {room: A, start: now, duration: 1h, organizer: Jon}",
            "line 6: meetings[0].organizer is 'Jon'; accepted: Mara",
        ),
        (
            MINIMAL + "  - {room: A, start: now, duration: 1h, recurrence: {pattern: {type: hourly}, range: {}}}",
            "line 6: meetings[0].recurrence is no recurrence",
        ),
    ],
)
def test_a_mistake_is_reported_with_line_key_found_and_accepted(text: str, complaint: str) -> None:
    with pytest.raises(ScenarioError) as problem:
        scenario.parse(text, "mine.yaml")
    assert str(problem.value).startswith("mine.yaml, line ")
    assert complaint in str(problem.value)


def test_a_clock_without_offset_is_refused() -> None:
    with pytest.raises(ScenarioError, match="now is '2026-10-25T00:30:00'"):
        scenario.parse("rooms:\n  - {address: a@b.example, name: A}\nnow: 2026-10-25T00:30:00")


def test_a_file_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(MINIMAL.replace("meetings:\n", ""), encoding="utf-8")
    assert scenario.load(file).rooms[0].name == "A"
    with pytest.raises(ScenarioError, match=r"nope\.yaml.*demo"):
        scenario.load(tmp_path / "nope.yaml")


def test_a_meeting_that_ends_before_it_begins_is_named() -> None:
    described = scenario.parse(MINIMAL + "  - {room: A, subject: Odd, start: now+1h, end: now}", "mine.yaml")
    with pytest.raises(ScenarioError, match="line 6: the meeting 'Odd' ends before it begins"):
        scenario.build(described)


def test_meetings_can_be_direct_entries_series_and_cancelled(tenant: StartRoom) -> None:
    text = MINIMAL + (
        '  - {room: A, subject: Walk-up, start: "08:00", duration: 30m, direct: true}\n'
        '  - {room: A, subject: Off, start: "09:00", duration: 30m, cancelled: true}\n'
        '  - {room: A, subject: Line, start: "10:00", duration: 30m, online: true, categories: [Guests]}\n'
    )
    room = tenant(scenario.parse(text))
    events = {event["subject"]: event for event in room.items()}
    assert events["Walk-up"]["isOrganizer"] is True
    assert events["Canceled: Off"]["isCancelled"] is True
    assert events["Line"]["isOnlineMeeting"] is True
    assert events["Line"]["categories"] == ["Guests"]
