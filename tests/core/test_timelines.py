"""Whole days, instant by instant, as people in the room's zone see them.

`tests/core/golden/*.txt` hold what was agreed; after a change that is meant: REGENERATE_GOLDEN=1 pytest tests/core.
"""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from roomdisplay.core.check_in import Occurrence
from roomdisplay.core.freshness import Live
from roomdisplay.core.interval import Interval, days, midnight
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.policy import Policy
from roomdisplay.core.room_state import (
    Busy,
    CheckInPending,
    EndingSoon,
    Free,
    FreeSoon,
    RoomState,
    next_change_at,
    room_state,
)
from roomdisplay.core.schedule import Schedule

GOLDEN = Path(__file__).parent / "golden"
POLICY = Policy(fresh_for=timedelta(days=9))
CHECK_IN = replace(POLICY, check_in=True)
LIVE = Live(age=timedelta())


@dataclass(frozen=True)
class Day:
    zone: str
    day: date
    meetings: tuple[tuple[str, str, str], ...]
    policy: Policy = POLICY
    """Subject, start and end: local times as Outlook shows them, `*` after the second of two, `+` on the next day."""


ORDINARY = (("standup", "09:00", "09:15"), ("review", "10:30", "12:00"), ("planning", "12:00", "13:00"))
NIGHT = (("night", "00:30", "04:30"), *ORDINARY)
DAYS = {
    "berlin-spring": Day("Europe/Berlin", date(2026, 3, 29), NIGHT),
    "berlin-autumn": Day("Europe/Berlin", date(2026, 10, 25), (*NIGHT, ("both twos", "02:30", "02:30*"))),
    "new-york-spring": Day("America/New_York", date(2026, 3, 8), NIGHT),
    "new-york-autumn": Day("America/New_York", date(2026, 11, 1), (*NIGHT, ("second one", "01:00*", "01:30*"))),
    "kolkata": Day("Asia/Kolkata", date(2026, 3, 29), (*ORDINARY, ("late", "23:30", "00:30+"))),
    "lord-howe-autumn": Day("Australia/Lord_Howe", date(2026, 4, 5), (("short hour", "01:30", "02:00"), *ORDINARY)),
    "lord-howe-spring": Day("Australia/Lord_Howe", date(2026, 10, 4), (("skipped", "01:45", "02:45"), *ORDINARY)),
    "apia": Day("Pacific/Apia", date(2026, 3, 29), (("all night", "22:00", "06:00+"), *ORDINARY)),
    "apia-before-the-day-that-never-was": Day("Pacific/Apia", date(2011, 12, 29), (("over", "23:00", "02:00++"),)),
    "check-in": Day("Europe/Berlin", date(2026, 10, 25), (*NIGHT, ("all hours", "14:00", "22:00")), CHECK_IN),
    "packed-25-hours": Day(
        "Europe/Berlin",
        date(2026, 10, 25),
        (
            *((f"from {n:02}", f"{n:02}:00", f"{n:02}:30") for n in range(24) if n != 2),
            *((f"half past {n:02}", f"{n:02}:30", f"{n + 1:02}:00") for n in range(23) if n != 2),
            ("first two", "02:00", "02:30"),
            ("first half past", "02:30", "02:00*"),
            ("second two", "02:00*", "02:30*"),
            ("second half past", "02:30*", "03:00"),
            ("last", "23:30", "00:00+"),
        ),
    ),
}


def instant(day: Day, text: str) -> datetime:
    local = datetime.strptime(text.rstrip("*+"), "%H:%M").time()  # noqa: DTZ007 - the zone follows
    on = day.day + timedelta(days=text.count("+"))
    return datetime.combine(on, local, ZoneInfo(day.zone)).replace(fold=int("*" in text)).astimezone(UTC)


CAME = frozenset({Occurrence(event_id="planning", start=instant(DAYS["check-in"], "12:00"))})
"""Somebody has checked in to that one, hours before."""


def schedule(day: Day) -> Schedule:
    meetings = [
        Meeting(
            id=subject,
            interval=Interval(instant(day, start), instant(day, end)),
            subject=subject,
            organizer=None,
            has_attendees=True,
            created_at=instant(day, "00:00") - timedelta(days=1),
        )
        for subject, start, end in day.meetings
    ]
    return Schedule.of(days(day.day, 2, ZoneInfo(day.zone)), meetings)


def shown(state: RoomState, zone: ZoneInfo) -> str:
    def local(until: datetime | None) -> str:
        return "" if until is None else f" until {until.astimezone(zone):%a %H:%M %Z}"

    match state:
        case Free(until=until):
            return "free" + local(until)
        case FreeSoon(until=until):
            return "free, but soon not:" + local(until)
        case Busy(meeting=meeting, until=until):
            return f"busy with {meeting.subject}," + local(until)
        case EndingSoon(meeting=meeting, until=until):
            return f"ending soon, {meeting.subject}," + local(until)
        case CheckInPending(meeting=meeting, until=until):
            return f"check in to {meeting.subject}," + local(until)
        case _:
            return repr(state)


def timeline(day: Day) -> str:
    zone = ZoneInfo(day.zone)
    known = schedule(day)
    today = days(day.day, 1, zone)
    now: datetime | None = today.start
    hours = today.duration / timedelta(hours=1)
    lines = [f"{day.zone}, {day.day:%A} {day.day}: {hours:g} hours"]
    while now is not None and now < today.end:
        state = room_state(now, known, LIVE, day.policy, CAME)
        lines.append(f"{now.astimezone(zone):%H:%M %Z}  {now:%H:%M}Z  {shown(state, zone)}")
        now = next_change_at(now, known, LIVE, day.policy, CAME)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", DAYS)
def test_the_day_is_as_agreed(name: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    text = timeline(DAYS[name])
    if os.environ.get("REGENERATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_no_golden_day_is_left_over() -> None:
    assert {p.stem for p in GOLDEN.iterdir()} == set(DAYS)


@pytest.mark.parametrize("name", DAYS)
def test_the_timeline_misses_no_minute(name: str) -> None:
    """Brute force, minute by minute: the state only ever changes at an instant of the timeline."""
    day = DAYS[name]
    known = schedule(day)
    now, end = midnight(day.day, ZoneInfo(day.zone)), days(day.day, 1, ZoneInfo(day.zone)).end
    change: datetime | None = now
    state: RoomState | None = None
    while now < end:
        current = room_state(now, known, LIVE, day.policy, CAME)
        if now == change:
            change = next_change_at(now, known, LIVE, day.policy, CAME)
            state = current
        assert current == state, now
        now += timedelta(minutes=1)
