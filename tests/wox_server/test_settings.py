"""Settings are inherited location → room → panel; each says where it stands, and whom it concerns learns of it."""

import pytest
from sqlalchemy import select

from roomdisplay.config import catalogue
from roomdisplay.wox_server import panels, rooms, schema, settings
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.settings import Effective, Level, Scope, SettingRefused
from tests.wox_server.building import NOW, build

LONGEST = "booking.longest"


def test_without_anything_set_the_defaults_of_the_catalogue_hold(database: Database) -> None:
    building = build(database)
    with database.reading() as connection:
        found = settings.effective(connection, building.aurora)
    assert found == {
        setting.name: Effective(value=setting.default, level=Level.DEFAULT) for setting in catalogue.SETTINGS
    }


def test_the_nearer_place_wins_and_clearing_it_inherits_again(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        panel, _ = panels.add(writing, building.aurora, serial="A", now=NOW)
    places = [
        (Scope(level=Level.LOCATION, id=building.berlin), 60),
        (Scope(level=Level.ROOM, id=building.aurora), 90),
        (Scope(level=Level.PANEL, id=panel), 120),
    ]

    def in_force() -> Effective:
        with database.reading() as connection:
            return settings.effective(connection, building.aurora, panel)[LONGEST]

    for scope, value in places:
        with database.writing() as writing:
            settings.change(writing, scope, {LONGEST: value})
        assert in_force() == Effective(value=value, level=scope.level)
    with database.reading() as connection:
        assert settings.effective(connection, building.aurora)[LONGEST].value == 90, "without the panel's own"
        assert settings.effective(connection, building.borealis)[LONGEST].value == 60
        assert settings.effective(connection, building.caravel)[LONGEST].level is Level.DEFAULT
    for scope, _ in reversed(places):
        with database.writing() as writing:
            settings.change(writing, scope, {}, cleared=[LONGEST])
    assert in_force() == Effective(value=240, level=Level.DEFAULT)


def test_no_open_hours_can_be_said_against_the_location_s(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        week = {"mon": ["08:00", "18:00"]}
        settings.change(writing, Scope(level=Level.LOCATION, id=building.berlin), {"hours.open": week})
        settings.change(writing, Scope(level=Level.ROOM, id=building.aurora), {"hours.open": None})
    with database.reading() as connection:
        assert settings.effective(connection, building.borealis)["hours.open"].value == week
        assert settings.effective(connection, building.aurora)["hours.open"] == Effective(value=None, level=Level.ROOM)


def test_a_change_touches_those_who_inherit_it_and_a_repetition_nobody(database: Database) -> None:
    building = build(database)
    scope = Scope(level=Level.LOCATION, id=building.berlin)
    with database.writing() as writing:
        settings.change(writing, scope, {LONGEST: 60})
    first = _revisions(database)
    assert first == {building.aurora: (1, 1), building.borealis: (1, 1), building.caravel: (0, 0)}
    with database.writing() as writing:
        settings.change(writing, scope, {LONGEST: 60}, cleared=["booking.soon"])
    assert [settings for _, settings in _revisions(database).values()] == [1, 1, 0]
    with database.writing() as writing:
        settings.change(writing, Scope(level=Level.ROOM, id=building.aurora), {}, cleared=[LONGEST])
        settings.change(writing, Scope(level=Level.ROOM, id=building.caravel), {LONGEST: 30})
    assert [settings for _, settings in _revisions(database).values()] == [1, 1, 1]


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("booking.colour", 1, "There is no setting called 'booking.colour'."),
        (LONGEST, "long", "booking.longest: found 'long'; accepted: whole minutes from 5 to 1440."),
        ("hours.open", {"mon": ["18:00", "08:00"]}, "opening and closing time of each open day"),
    ],
)
def test_what_the_catalogue_does_not_accept_is_refused_with_a_sentence(
    database: Database, name: str, value: object, complaint: str
) -> None:
    building = build(database)
    with pytest.raises(SettingRefused, match=complaint.replace(".", "\\.")), database.writing() as writing:
        settings.change(writing, Scope(level=Level.ROOM, id=building.aurora), {"booking.soon": 10, name: value})
    with database.reading() as connection:
        assert settings.own(connection, Scope(level=Level.ROOM, id=building.aurora)) == {}


def test_an_emergency_touches_the_settings_of_the_whole_location_only(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        rooms.warn(writing, building.berlin, " Leave by the stairs. ")
    with database.reading() as connection:
        assert rooms.location(connection, building.berlin).emergency == "Leave by the stairs."
    assert [settings for _, settings in _revisions(database).values()] == [1, 1, 0]


def _revisions(database: Database) -> dict[int, tuple[int, int]]:
    with database.reading() as connection:
        rows = connection.execute(select(schema.room).order_by(schema.room.c.id)).all()
    return {row.id: (row.revision, row.settings_revision) for row in rows}
