"""The directory of places: rooms and room lists.

Source: Microsoft's pages "room", "roomList" and "List places".
"""

from __future__ import annotations

from roomdisplay.simulator.errors import GraphError, JsonObject
from roomdisplay.simulator.exchange import Exchange, Room
from roomdisplay.simulator.ids import seeded_uuid

PAGE = 100


def room_place(exchange: Exchange, room: Room) -> JsonObject:
    place = room.place
    return {
        "id": seeded_uuid(exchange.seed, f"place:{room.mailbox.address}"),
        "displayName": room.mailbox.name,
        "emailAddress": room.mailbox.address,
        "nickname": room.mailbox.name,
        "building": place.building,
        "floorNumber": place.floor,
        "floorLabel": place.floor_label,
        "capacity": place.capacity,
        "bookingType": "standard",
        "audioDeviceName": place.audio,
        "videoDeviceName": place.video,
        "displayDeviceName": place.display,
        "label": None,
        "phone": place.phone,
        "isWheelChairAccessible": place.wheelchair,
        "tags": list(place.tags),
        "address": None,
        "geoCoordinates": None,
    }


def room_lists(exchange: Exchange) -> list[JsonObject]:
    """One list for each building that rooms name."""
    buildings = sorted({room.place.building for room in exchange.rooms.values() if room.place.building})
    return [
        {
            "id": seeded_uuid(exchange.seed, f"list:{name}"),
            "displayName": name,
            "emailAddress": f"{''.join(c for c in name.casefold() if c.isalnum())}.rooms@{exchange.domain}",
            "phone": None,
            "address": None,
            "geoCoordinates": None,
        }
        for name in buildings
    ]


def rooms_of_list(exchange: Exchange, name: str) -> list[JsonObject]:
    found = next((one for one in room_lists(exchange) if name.casefold() in (one["id"], one["emailAddress"])), None)
    if found is None:
        raise place_not_found(name)
    rooms = [room for room in exchange.rooms.values() if room.place.building == found["displayName"]]
    return [room_place(exchange, room) for room in rooms]


def find_place(exchange: Exchange, name: str) -> JsonObject:
    places = [room_place(exchange, room) for room in exchange.rooms.values()] + room_lists(exchange)
    wanted = name.casefold()
    found = next((one for one in places if wanted in (one["id"], one["emailAddress"].casefold())), None)
    if found is None:
        raise place_not_found(name)
    return found


def place_not_found(name: str) -> GraphError:
    return GraphError(404, "ResourceNotFound", f"The place '{name}' was not found.")
