"""A Contoso with people of every role, panels in every condition, and a day in its rooms."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import update

from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import Agreed, Booking, BookingState, Origin, ProblemKind, ProblemReport
from roomdisplay.wox_server import bookings, panels, people, problems, rooms, schema, settings
from roomdisplay.wox_server.bookings import Host
from roomdisplay.wox_server.database import Database, Writing
from roomdisplay.wox_server.people import Role, RoleKind
from roomdisplay.wox_server.portal import passwords
from roomdisplay.wox_server.settings import Level, Scope
from tests.wox_server.building import Building, build

PASSWORD = "correct horse battery"
ROLES = {
    "employee": None,
    "operator": Role(kind=RoleKind.LOCATION_OPERATOR, location_id=0),
    "manager": Role(kind=RoleKind.LOCATION_MANAGER, location_id=0),
    "administrator": Role(kind=RoleKind.SPACE_ADMINISTRATOR, location_id=None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    building: Building
    people: dict[str, int]
    """By what they are; roles of a location are Berlin's."""
    panel: int
    """Of Aurora."""
    elsewhere: int
    """Of Caravel, in Lisbon."""
    problem: str
    other_problem: str


def staffed(database: Database, now: datetime) -> Office:
    building = build(database)
    with database.writing() as writing:
        staff: dict[str, int] = {}
        for word, role in ROLES.items():
            account = people.add(writing, email=f"{word}@contoso.example", name=f"{word.title()} Person")
            staff[word] = account.id
            if role is not None:
                here = None if role.location_id is None else building.berlin
                people.grant(writing, account.id, Role(kind=role.kind, location_id=here))
        panel, _ = panels.add(writing, building.aurora, serial="RD-0001", now=now)
        elsewhere, _ = panels.add(writing, building.caravel, serial="RD-0003", now=now)
        reported = [str(uuid4()), str(uuid4())]
        for id, room in zip(reported, (building.aurora, building.caravel), strict=True):
            told = ProblemReport(id=id, kind=ProblemKind.SCREEN, made_at=now, text="flickers")
            problems.report(writing, room, told)
    return Office(
        building=building,
        people=staff,
        panel=panel,
        elsewhere=elsewhere,
        problem=reported[0],
        other_problem=reported[1],
    )


def signed_in(database: Database, person_id: int, now: datetime) -> str:
    """What the browser's session cookie holds."""
    with database.writing() as writing:
        return people.open_session(writing, person_id, now)


def give_password(database: Database, person_id: int) -> None:
    hashed = passwords.hashed(PASSWORD)
    with database.writing() as writing:
        people.set_password(writing, person_id, hashed)


def outlook(
    writing: Writing, room: int, start: datetime, minutes: int, subject: str | None, now: datetime, **more: object
) -> Booking:
    """A meeting as the mirror tells it."""
    interval = Interval(start, start + timedelta(minutes=minutes))
    booking = Booking(
        id=str(uuid4()),
        interval=interval,
        subject=subject,
        state=BookingState.CONFIRMED,
        agreed=Agreed(interval=interval, subject=subject, as_of=now),
        **more,  # pyright: ignore[reportArgumentType]
    )
    return bookings.put(writing, room, booking, now)[0]


def confirm(database: Database, id: str, now: datetime) -> None:
    """What the mirror does once Office 365 has the booking."""
    with database.writing() as writing:
        found = bookings.find(writing.connection, id)
        told = found.booking
        subject = None if told.is_private else told.subject
        agreed = Agreed(interval=told.interval, subject=subject, as_of=now)
        wanted = Booking(
            id=told.id,
            interval=told.interval,
            subject=subject,
            host=told.host,
            is_private=told.is_private,
            origin=told.origin,
            state=BookingState.CONFIRMED,
            agreed=agreed,
            version=told.version,
        )
        bookings.put(writing, found.room_id, wanted, now)


def request(database: Database, room: int, person: int, name: str, start: datetime, minutes: int, subject: str,
            now: datetime, *, is_private: bool = False) -> str:  # fmt: skip
    with database.writing() as writing:
        return bookings.request(
            writing,
            room_id=room,
            id=str(uuid4()),
            interval=Interval(start, start + timedelta(minutes=minutes)),
            subject=subject,
            host=Host(person_id=person, name=name),
            is_private=is_private,
            origin=Origin.PORTAL,
            now=now,
        ).id


def furnish(database: Database, now: datetime) -> dict[str, object]:
    """A building with a day in it, for pictures; `now` is a morning. Returns session cookies by role, and ids."""
    office = staffed(database, now)
    here = office.building
    hour = now.replace(minute=0, second=0, microsecond=0)
    names = {"employee": "Ada Lovelace", "operator": "Grace Hopper", "manager": "Alan Turing",
             "administrator": "Katherine Johnson"}  # fmt: skip
    with database.writing() as writing:
        writing.connection.execute(update(schema.person).where(schema.person.c.id == here.ada).values(name="Ada Byron"))
        for word, name in names.items():
            people.describe(
                writing, office.people[word], name=name, department="Research" if word == "employee" else None
            )
        floor = rooms.floors(writing.connection, here.berlin)[0].id
        facts = [
            ("Cassiopeia", 12, ("Video conference", "Whiteboard"), None),
            ("Delphinus", 4, ("Screen",), None),
            ("Equuleus", 6, (), "Research"),
        ]
        made = [
            rooms.add_room(
                writing,
                rooms.RoomFacts(
                    floor_id=floor, name=name, mailbox=f"{name.lower()}@contoso.example", capacity=seats,
                    equipment=equipment, department=department,
                ),
            )
            for name, seats, equipment, department in facts
        ]  # fmt: skip
        aurora = rooms.room(writing.connection, here.aurora).facts
        rooms.change_room(
            writing, here.aurora,
            rooms.RoomFacts(floor_id=aurora.floor_id, name="Aurora", mailbox=aurora.mailbox, capacity=8,
                            equipment=("Video conference", "Whiteboard", "Phone")),
        )  # fmt: skip
        week = {day: ["07:00", "20:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
        settings.change(writing, Scope(level=Level.LOCATION, id=here.berlin), {
            "hours.open": week, "check_in.enabled": True,
            "notice.reservation": "Catering until 10:00 of the same day: ext. 4711.",
        })  # fmt: skip
        settings.change(
            writing,
            Scope(level=Level.ROOM, id=made[1]),
            {"room.out_of_service": "The ceiling is being painted until Friday."},
        )
        quarter = timedelta(minutes=15)
        outlook(writing, here.aurora, hour - timedelta(hours=1), 45, "Design review", now, host="Grace Hopper")
        outlook(writing, here.aurora, hour + 6 * quarter, 60, None, now, is_private=True)
        outlook(writing, here.aurora, hour + 12 * quarter, 90, "Sprint planning", now, host="Alan Turing")
        outlook(writing, here.borealis, hour - quarter, 60, "Quarterly forecast", now, host="Katherine Johnson")
        outlook(writing, made[0], hour - 2 * quarter, 45, "Stand-up", now, host="Alan Turing")
        outlook(writing, here.caravel, hour + quarter, 45, "Vendor call", now)
        for id, ago, beat in (
            (office.panel, 20, {"link": "well", "dataAgeSeconds": 12, "certificateEnds": "2027-10-01T00:00:00Z"}),
            (office.elsewhere, 2400, {"link": "well", "dataAgeSeconds": 20}),
            (panels.add(writing, here.borealis, serial="RD-0002", now=now)[0], 35,
             {"link": "signIn", "dataAgeSeconds": 900, "faults": ["The client secret has expired."], "pending": 2}),
            (panels.add(writing, made[0], serial="RD-0004", now=now)[0], 8,
             {"link": "well", "dataAgeSeconds": 3, "certificateEnds": (now + timedelta(days=12)).isoformat()}),
        ):  # fmt: skip
            at = now - timedelta(seconds=ago)
            panels.beat(writing, id, at=at, heartbeat={"version": "0.9.0", **beat}, now=at)
    employee = office.people["employee"]
    mine = request(
        database, here.aurora, employee, names["employee"], hour + timedelta(hours=6), 60, "Analytical engine", now
    )
    confirm(database, mine, now)
    waiting = request(
        database, here.borealis, employee, names["employee"], hour + timedelta(hours=3), 30, "Notes on the memoir", now
    )
    return {
        **{word: signed_in(database, id, now) for word, id in office.people.items()},
        "aurora": here.aurora, "caravel": here.caravel,
        "borealis": here.borealis, "berlin": here.berlin, "panel": office.panel,
        "mine": mine, "waiting": waiting, "out": made[1],
    }  # fmt: skip
