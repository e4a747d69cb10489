"""Rooms by the list."""

import pytest

from roomdisplay.wox_server import rooms, rooms_csv
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.rooms_csv import Imported, ListRefused

LIST = """mailbox,name,location,time_zone,floor,level,capacity,equipment,campus
aurora@contoso.example,Aurora,Berlin,Europe/Berlin,2nd floor,2,8,Screen; Camera,
borealis@contoso.example,Borealis,Berlin,Europe/Berlin,2nd floor,2,4,,
caravel@contoso.example,Caravel,Lisbon,Europe/Lisbon,Ground floor,0,,,Iberia
"""


def take(database: Database, text: str) -> Imported:
    with database.writing() as writing:
        return rooms_csv.take(writing, rooms_csv.read(text.splitlines()))


def test_rooms_and_the_places_they_are_in_are_made_once(database: Database) -> None:
    assert take(database, LIST) == Imported(added=3, changed=0)
    assert take(database, LIST) == Imported(added=0, changed=3)
    with database.reading() as connection:
        found = rooms.rooms(connection)
        assert [(r.facts.name, r.location.name, r.floor.level) for r in found] == [
            ("Aurora", "Berlin", 2),
            ("Borealis", "Berlin", 2),
            ("Caravel", "Lisbon", 0),
        ]
        assert (found[0].facts.capacity, found[0].facts.equipment) == (8, ("Screen", "Camera"))
        assert [campus.name for campus in rooms.campuses(connection)] == ["Iberia"]
        assert len(rooms.locations(connection)) == 2


def test_a_room_whose_mailbox_is_known_is_changed(database: Database) -> None:
    take(database, LIST)
    take(database, LIST.replace("Aurora,Berlin", "Great Aurora,Berlin").replace("2nd floor,2,8", "3rd floor,3,12"))
    with database.reading() as connection:
        aurora = rooms.room_of_mailbox(connection, "aurora@contoso.example")
    assert (aurora.facts.name, aurora.floor.name, aurora.facts.capacity) == ("Great Aurora", "3rd floor", 12)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("mailbox,", "", "line 1: found the columns name, .* accepted: mailbox"),
        (",campus", ",colour", "line 1: .*colour"),
        (",2,8,", ",2,eight,", "line 2: capacity: found 'eight'; accepted: a whole number"),
        ("Europe/Lisbon", "Europe/Atlantis", "line 4: .*Europe/Atlantis"),
        ("borealis@contoso.example", "borealis", "line 3: "),
        (",2,4,,", ",2", "line 3: it has not as many columns"),
        (LIST, "", "line 1: found the columns nothing"),
        ("caravel@", 'x"y"@"', "not CSV|line 4"),
    ],
)
def test_a_list_with_a_mistake_changes_nothing_and_says_where(
    database: Database, old: str, new: str, told: str
) -> None:
    with pytest.raises(ListRefused, match=told):
        take(database, LIST.replace(old, new, 1))
    with database.reading() as connection:
        assert rooms.rooms(connection) == []
