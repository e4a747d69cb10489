"""States of the panel, built directly: a quiet Tuesday in Zurich unless told otherwise. For pictures and for tests."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from roomdisplay.core.check_in import Asking, occurrence
from roomdisplay.core.failure import Access, AccessLost, Failure, Transient
from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.interval import Instant, Interval, day_of, days
from roomdisplay.core.machine import State
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.nearby import Availability, Survey, Told
from roomdisplay.core.outbox import Book, Cause, Entry, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.core.release import released
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.sign_in import Code, SignIn

ZONE = ZoneInfo("Europe/Zurich")
ROOM = Room(address="aurora@contoso.example", name="Aurora", zone=ZONE, detail="8 people · Screen · Camera · Floor 3")
BOOKING = "11111111-2222-4333-8444-555555555555"


def at(clock: str, day: int = 24, zone: ZoneInfo = ZONE) -> datetime:
    """A time of day in November 2026 in the room's zone, as UTC; `day` 24 is a Tuesday."""
    hour, minute, *second = (int(part) for part in clock.split(":"))
    return datetime(2026, 11, day, hour, minute, *second, tzinfo=zone).astimezone(UTC)


def span(start: str, end: str, day: int = 24, end_day: int | None = None) -> Interval:
    return Interval(at(start, day), at(end, day if end_day is None else end_day))


def meeting(start: str, end: str, subject: str | None = "Meeting", *, day: int = 24, **facts: Any) -> Meeting:
    end_day = facts.pop("end_day", day)
    id = facts.pop("id", f"{day}-{start}-{end}-{subject}")
    organizer = facts.pop("organizer", "Mara Lindt")
    return Meeting(id=id, interval=span(start, end, day, end_day), subject=subject, organizer=organizer, **facts)


def own(start: str, end: str, **facts: Any) -> Meeting:
    return meeting(start, end, "Walk-up booking", booking_id=BOOKING, is_organizer=True, organizer="Aurora", **facts)


DAY = (
    meeting("9:00", "9:45", "Design review", organizer="Mara Lindt"),
    meeting("11:30", "12:30", None, organizer=None, is_private=True, id="private"),
    meeting("13:00", "14:00", "Sprint planning", organizer="J. Okafor"),
    meeting("15:00", "15:30", "1:1", organizer="Aiko Tanaka"),
    meeting("9:00", "10:00", "Standup", day=25),
    meeting("14:00", "16:00", "Workshop", day=25),
)


def state(
    clock: str = "10:02",
    meetings: Iterable[Meeting] = DAY,
    *,
    day: int = 24,
    age: float | None = 5.0,
    failure: Failure | None = None,
    entries: Iterable[Entry] = (),
    settled: float | None = None,
    policy: Policy | None = None,
    room: Room = ROOM,
    started: bool = True,
    nearby: tuple[Room, ...] = (),
    survey: Survey | None = None,
    sign_in: SignIn | None = None,
) -> State:
    """The panel at `clock`, its schedule read `age` seconds ago (None: never), its entries settled `settled` ago."""
    now = Instant(wall=at(clock, day, room.zone), mono=10_000.0 + day * 86_400 + _seconds(clock))
    window = days(day_of(now.wall, room.zone), 2, room.zone)
    return State(
        room=room,
        policy=policy or Policy(show_organizer=True),
        now=now,
        started=started,
        schedule=None if age is None else Schedule.of(window, meetings),
        read_at=None if age is None else now.mono - age,
        failure=failure,
        entries=tuple(entries),
        nearby=nearby,
        survey=survey or Survey(),
        sign_in=sign_in,
        settled_at=() if settled is None else tuple((e.id, now.mono - settled) for e in entries),
    )


def _room(name: str, detail: str) -> Room:
    return Room(address=f"{name.lower()}@contoso.example", name=name, zone=ZONE, detail=detail)


HOUSE = (
    _room("Borealis", "14 people · 2nd floor"),
    _room("Cirrus", "4 people · 3rd floor"),
    _room("Dune", "6 people · Ground floor, Mill Yard"),
    _room("Ember", ""),
    _room("Fjord", "10 people · 4th floor"),
)
"""The rooms near by, nearest first."""
TAKEN: dict[str, tuple[Meeting, ...]] = {
    "Borealis": (meeting("9:30", "11:30", None, organizer=None),),
    "Cirrus": (meeting("11:30", "12:00", None, organizer=None),),
    "Dune": (meeting("9:00", "10:30", None, organizer=None),),
    "Ember": (),
}
"""When they are; Fjord cannot be read."""


def told(age: float = 5.0, clock: str = "10:02", rooms: tuple[Room, ...] = HOUSE) -> tuple[Told, ...]:
    """What Office 365 said of the house `age` seconds ago."""
    now = state(clock).now
    window = Interval(now.wall - timedelta(seconds=age), days(day_of(now.wall, ZONE), 2, ZONE).end)
    return tuple(
        Told(
            availability=Availability(
                address=room.address,
                schedule=Schedule.of(window, TAKEN[room.name]) if room.name in TAKEN else None,
                code="" if room.name in TAKEN else "5016",
            ),
            at=now.mono - age,
        )
        for room in rooms
    )


def surveyed(age: float = 5.0, *, clock: str = "10:02", **facts: Any) -> State:
    """The panel while somebody looks through the rooms near by."""
    at = state(clock).now.mono - age
    survey = Survey(watched=True, begun_at=at, told=told(age, clock), failing=facts.pop("failing", False))
    return state(clock, facts.pop("meetings", DAY), nearby=HOUSE, survey=survey, **facts)


def _seconds(clock: str) -> int:
    parts = [int(part) for part in clock.split(":")]
    return parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)


def entry(start: str = "10:02", end: str = "10:32", *, stage: Stage = Stage.CHECK, **facts: Any) -> Entry:
    """A walk-up of this panel's outbox."""
    operation = facts.pop("operation", Book(interval=span(start, end), subject="Walk-up booking"))
    id = facts.pop("id", BOOKING)
    booking_id = facts.pop("booking_id", BOOKING)
    return Entry(id=id, booking_id=booking_id, operation=operation, made_at=at(start), stage=stage, **facts)


FORECAST = meeting("10:00", "11:00", "Quarterly forecast", organizer="Aiko Tanaka")
INVITED = meeting("10:00", "11:00", "Quarterly forecast", organizer="Aiko Tanaka", has_attendees=True, id="invited")
CLAIMED = replace(INVITED, created_at=at("9:00", 20))
CHECK_IN = Policy(show_organizer=True, check_in=True)


def awaiting(shown: State, minutes: int = 10) -> State:
    """As it is after the screen has asked for the check-in for so long."""
    since = Instant(wall=shown.now.wall - timedelta(minutes=minutes), mono=shown.now.mono - 60 * minutes)
    asked = Asking(occurrence=occurrence(CLAIMED), since=since)
    return replace(shown, synchronised=True, asking=asked)


OFFLINE = Transient(reason="no route")
SIGNED_OUT = AccessLost(access=Access.SIGN_IN, code="AADSTS50173")
BLOCKED = AccessLost(access=Access.CONDITIONAL_ACCESS, code="AADSTS53003")
CODE = Code(user_code="HKQ7RXWPB", address="https://microsoft.com/devicelogin", seconds=900.0)


def asking(lost: AccessLost = SIGNED_OUT, *, code: Code | None = CODE, age: float | None = 1260.0) -> State:
    """Signed out, and a code is on screen (None: is being fetched); two minutes have gone since."""
    shown = state(age=age, failure=lost)
    sign_in = SignIn(lost=lost, left=1, under_way=True)
    asked = sign_in if code is None else sign_in.asked(code, shown.now.mono - 120)
    return replace(shown, sign_in=asked)


EXPIRED = AccessLost(access=Access.SECRET_EXPIRED, code="AADSTS7000222")

STATES: dict[str, State] = {
    "free": state(),
    "soon": state("11:17"),
    "busy": state("10:02", (*DAY, FORECAST)),
    "ending": state("10:57", (*DAY, FORECAST)),
    "private": state("11:42"),
    "own": state("10:12", (*DAY, own("10:02", "10:32"))),
    "invited": state("10:12", (*DAY, INVITED)),
    "check-in": awaiting(state("10:02", (*DAY, CLAIMED), policy=CHECK_IN)),
    "check-in-early": awaiting(state("9:52", (*DAY, CLAIMED), policy=CHECK_IN), 2),
    "check-in-offline": state("10:02", (*DAY, CLAIMED), policy=CHECK_IN, failure=OFFLINE, age=95.0),
    "released": state(
        "10:10",
        policy=CHECK_IN,
        entries=(
            entry(
                "10:10",
                stage=Stage.CONFIRMED,
                operation=released(CLAIMED, at("10:10"), "Aurora", ZONE, Cause.NO_CHECK_IN),
            ),
        ),
        settled=2.0,
    ),
    "held": state(failure=OFFLINE, age=1260.0, entries=(entry(attempts=2),)),
    "stale": state(failure=OFFLINE, age=1260.0),
    "ageless": replace(state(), read_at=None),
    "stale-busy": state("10:22", (*DAY, FORECAST), failure=OFFLINE, age=1260.0),
    "offline": state(failure=OFFLINE, age=95.0),
    "starting": state(age=None),
    "never": state(age=None, failure=OFFLINE),
    "no-access": state(age=None, failure=EXPIRED),
    "access-lost": state(age=4000.0, failure=EXPIRED),
    "sign-in": asking(),
    "sign-in-fetching": asking(code=None, age=None),
    "sign-in-blocked": asking(BLOCKED),
    "signed-out": state(age=4000.0, failure=SIGNED_OUT, sign_in=SignIn(lost=SIGNED_OUT)),
    "evening": state("18:20"),
    "overlap": state(
        "10:02",
        (
            *DAY,
            FORECAST,
            meeting("10:15", "11:15", "Interview with a candidate"),
            meeting("10:30", "10:45", "Call"),
            meeting("0:00", "0:00", "Open house", end_day=25, is_all_day=True, id="allday"),
        ),
    ),
}


# ── what WOX says of the room ─────────────────────────────────────────────────────────────────────────────────────────

OFFICE = OpenHours(week=(Opening(opens=time(8), closes=time(18)),) * 5 + (None, None), zone=ZONE)
RULES = Policy(
    show_organizer=True,
    hours=OFFICE,
    notice="Please leave the room as you found it, and take your cups back to the kitchen.",
    page="https://wox.contoso.example/rooms/aurora",
)
MENDED = "The projector is being mended until Thursday. Please use Borealis on the 2nd floor, or ask at the reception."
FIRE = "Fire alarm in this building. Leave by the stairs now, and gather at the car park."

LONG_NOTICE = (
    "This room is cleaned at noon and in the evening, so please take everything with you, wipe the board, close the "
    "windows, switch off the screen and the light, and put the chairs back. Food is not allowed in here. The doors to "
    "the terrace stay locked between October and April. Whoever books for people from outside tells the reception "
    "their names by the evening before; without that they cannot be let in. Questions are answered on extension 1234, "
    "every day from eight to five o’clock."
)

_OF_WOX: dict[str, State] = {
    "with-page": state(policy=RULES),
    "no-more-today": state("17:57", policy=RULES),
    "closing": state("17:50", policy=RULES),
    "closed": state("19:12", policy=RULES),
    "closed-for-the-weekend": state("19:12", (), day=27, policy=RULES),
    "closed-offline": state("19:12", policy=RULES, failure=OFFLINE, age=None),
    "closed-meeting": state("18:20", (*DAY, meeting("17:30", "19:00", "Board")), policy=RULES),
    "out-of-service": state(policy=replace(RULES, out_of_service=MENDED)),
    "long-notice": state(policy=replace(RULES, notice=LONG_NOTICE)),
    "long-out-of-service": state(policy=replace(RULES, out_of_service=LONG_NOTICE)),
    "long-emergency": replace(state(policy=RULES), emergency=LONG_NOTICE),
    "emergency": replace(state(policy=RULES), emergency=FIRE),
}
STATES.update(_OF_WOX)
