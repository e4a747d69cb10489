"""Places: what may be said of them, and which rooms a panel is told are near."""

import pytest
from msgspec.structs import replace

from roomdisplay.wox_server import rooms
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.rooms import NotThere, RoomFacts, Unacceptable
from tests.pictures import png
from tests.wox_server.building import build

GREEN = png()


def test_a_building_is_made_and_listed(database: Database) -> None:
    with database.writing() as writing:
        space = rooms.add_space(writing, "Contoso")
        campus = rooms.add_campus(writing, space, "North")
        oslo = rooms.add_location(writing, space, name="Oslo", time_zone="Europe/Oslo", campus_id=campus, first_day=0)
        floor = rooms.add_floor(writing, oslo, name="Loft", level=5)
        facts = RoomFacts(floor_id=floor, name="Fjord", mailbox="Fjord@Contoso.example", capacity=4, equipment=("TV",))
        fjord = rooms.add_room(writing, facts)
    with database.reading() as connection:
        assert [space.name for space in rooms.spaces(connection)] == ["Contoso"]
        assert [campus.name for campus in rooms.campuses(connection)] == ["North"]
        assert [place.name for place in rooms.locations(connection)] == ["Oslo"]
        assert [floor.name for floor in rooms.floors(connection, oslo)] == ["Loft"]
        found = rooms.room(connection, fjord)
        assert found == rooms.room_of_mailbox(connection, "FJORD@contoso.example")
        assert rooms.rooms(connection, location_id=oslo) == [found] == rooms.rooms(connection)
    assert found.facts == replace(facts, mailbox="fjord@contoso.example")
    assert (found.room.name, found.room.zone.key, found.room.detail) == ("Fjord", "Europe/Oslo", "4 · Loft · TV")
    with database.writing() as writing:
        rooms.rename_space(writing, space, "Fabrikam")
        rooms.rename_campus(writing, campus, "South")
        rooms.change_location(writing, oslo, name="Bergen", time_zone="Europe/Oslo", campus_id=None, first_day=6)
        rooms.change_floor(writing, floor, name="Attic", level=6)
        rooms.change_room(writing, fjord, replace(facts, detail="A view"))
        rooms.change_photo(writing, fjord, GREEN)
    with database.reading() as connection:
        now = rooms.room(connection, fjord)
        told = (now.location.name, now.floor.name, now.room.detail, now.has_photo)
        assert told == (
            "Bergen",
            "Attic",
            "A view",
            True,
        )
        assert rooms.photo(connection, fjord) == GREEN
    # what somebody at another door has to know is how far it is, not what this door says of itself
    assert (now.room.place, now.neighbour.detail) == ("Attic · Bergen", "4 · Attic · TV")


def test_near_are_the_others_of_the_location_those_of_the_floor_first(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        floor = rooms.room(writing.connection, building.aurora).floor
        for level in (9, 1):
            other = rooms.add_floor(writing, building.berlin, name=f"Floor {level}", level=level)
            rooms.add_room(writing, RoomFacts(floor_id=other, name=f"On {level}", mailbox=f"on{level}@contoso.example"))
        rooms.add_room(writing, RoomFacts(floor_id=floor.id, name="Zephyr", mailbox="zephyr@contoso.example"))
    with database.reading() as connection:
        near = rooms.nearby(connection, building.aurora)
    assert [room.facts.name for room in near] == ["Borealis", "Zephyr", "On 1", "On 9"]


def test_the_neighbours_learn_of_a_room_s_new_name(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        before = rooms.room(writing.connection, building.aurora)
        rooms.change_room(writing, building.aurora, replace(before.facts, name="Dawn"))
        assert set(writing.touched) == {building.aurora, building.borealis}


def test_what_cannot_be_is_refused_with_a_sentence(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        facts = rooms.room(writing.connection, building.aurora).facts
        for wrong, complaint in (
            (replace(facts, mailbox="borealis@contoso.example"), "is the room Borealis's already"),
            (replace(facts, mailbox="nobody"), "accepted: the room mailbox's address"),
            (replace(facts, name=" "), "1 to 200 characters"),
            (replace(facts, capacity=0), "from 1 to 10000"),
            (replace(facts, detail="x" * 501), "up to 500"),
        ):
            with pytest.raises(Unacceptable, match=complaint):
                rooms.change_room(writing, building.aurora, wrong)
        with pytest.raises(Unacceptable, match="IANA zone"):
            rooms.add_location(writing, building.space, name="Nowhere", time_zone="Mars/Base")
        with pytest.raises(Unacceptable, match="neither a JPEG nor a PNG"):
            rooms.change_photo(writing, building.aurora, b"<svg/>")
        with pytest.raises(NotThere, match="no such floor"):
            rooms.add_room(writing, replace(facts, floor_id=999, mailbox="new@contoso.example"))
        with pytest.raises(NotThere, match="no such room"):
            rooms.room(writing.connection, 999)
