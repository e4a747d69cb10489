"""For facilities: locations, floors and rooms, their settings, and the message for an emergency."""

from sqlalchemy import Connection
from starlette.responses import Response

from roomdisplay.wox_server import panels, rooms
from roomdisplay.wox_server.people import Duty
from roomdisplay.wox_server.portal import setting_forms
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.visit import Page, Visit
from roomdisplay.wox_server.rooms import RoomFacts, Unacceptable
from roomdisplay.wox_server.settings import Level, Scope


def locations(visit: Visit) -> Response:
    return _locations_page(visit)


def _locations_page(visit: Visit, status: int = 200, error: str | None = None) -> Response:
    with visit.database.reading() as connection:
        found = [one for one in rooms.locations(connection) if visit.may(Duty.OPERATE, one.id)]
        counted = {id: len(listed) for id, listed in rooms.of_locations(connection, [one.id for one in found]).items()}
    return visit.page("locations.html", status, locations=found, counted=counted, error=error)


def add_location(visit: Visit) -> Response:
    try:
        with visit.database.writing() as writing:
            spaces = rooms.spaces(writing.connection)
            space_id = spaces[0].id if spaces else rooms.add_space(writing, "WOX")
            id = rooms.add_location(
                writing, space_id, name=visit.typed("name", 300), time_zone=visit.typed("time_zone")
            )
    except Unacceptable as unacceptable:
        return _locations_page(visit, 422, str(unacceptable))
    return visit.go(f"/location/{id}")


def location(visit: Visit) -> Response:
    return _location_page(visit)


def _location_page(visit: Visit, status: int = 200, error: str | None = None) -> Response:
    with visit.database.reading() as connection:
        here = rooms.location(connection, visit.id("location_id"))
        floors = rooms.floors(connection, here.id)
        listed = rooms.rooms(connection, location_id=here.id)
        rows = setting_forms.rows(connection, visit, Scope(level=Level.LOCATION, id=here.id), here)
        count = len(panels.paired(connection, visit.now, [room.id for room in listed]))
    return visit.page(
        "location.html",
        status,
        location=here,
        floors=floors,
        rooms=listed,
        rows=rows,
        panels=count,
        error=error,
        action=f"/location/{here.id}/settings",
        may_manage=visit.may(Duty.MANAGE, here.id),
    )


def _at_location(visit: Visit) -> str:
    return f"/location/{visit.id('location_id')}"


def change_location(visit: Visit) -> Response:
    try:
        with visit.database.writing() as writing:
            here = rooms.location(writing.connection, visit.id("location_id"))
            first_day = visit.typed("first_day")
            rooms.change_location(
                writing,
                here.id,
                name=visit.typed("name", 300),
                time_zone=visit.typed("time_zone"),
                campus_id=here.campus_id,
                first_day=int(first_day) if first_day in tuple("0123456") else here.first_day,
            )
    except Unacceptable as unacceptable:
        return _location_page(visit, 422, str(unacceptable))
    return visit.go(_at_location(visit))


def change_location_settings(visit: Visit) -> Response:
    scope = Scope(level=Level.LOCATION, id=visit.id("location_id"))
    return setting_forms.change(visit, scope, _at_location(visit), _location_page)


def send_emergency(visit: Visit) -> Response:
    """Typed twice, so to say: the message, and the name of the location it is for."""
    message = visit.typed("message", 1000)
    with visit.database.reading() as connection:
        here = rooms.location(connection, visit.id("location_id"))
    if not message:
        return _location_page(visit, 422, visit.say(text("Say what people have to do.")))
    if visit.typed("confirm").casefold() != here.name.casefold():
        return _location_page(
            visit, 422, visit.say(text("Type the location’s name, {name}, to send the message."), name=here.name)
        )
    try:
        with visit.database.writing() as writing:
            rooms.warn(writing, here.id, message)
    except Unacceptable as unacceptable:
        return _location_page(visit, 422, str(unacceptable))
    return visit.go(_at_location(visit))


def lift_emergency(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        rooms.warn(writing, visit.id("location_id"), None)
    return visit.go(_at_location(visit))


def add_floor(visit: Visit) -> Response:
    try:
        with visit.database.writing() as writing:
            level = _whole(visit.typed("level")) or 0
            rooms.add_floor(writing, visit.id("location_id"), name=visit.typed("name", 300), level=level)
    except Unacceptable as unacceptable:
        return _location_page(visit, 422, str(unacceptable))
    return visit.go(_at_location(visit))


def add_room(visit: Visit) -> Response:
    try:
        with visit.database.writing() as writing:
            id = rooms.add_room(writing, _facts(visit, writing.connection, visit.id("location_id")))
    except Unacceptable as unacceptable:
        return _location_page(visit, 422, str(unacceptable))
    return visit.go(f"/room/{id}/settings")


def _facts(visit: Visit, connection: Connection, location_id: int) -> RoomFacts:
    """Raises Unacceptable."""
    floor_id = _whole(visit.typed("floor"))
    if floor_id not in {floor.id for floor in rooms.floors(connection, location_id)}:
        raise Unacceptable(visit.say(text("Choose a floor of this location; add one first where there is none.")))
    capacity = visit.typed("capacity")
    if capacity and _whole(capacity) is None:
        raise Unacceptable(visit.say(text("Capacity is a number of people.")))
    return RoomFacts(
        floor_id=floor_id or 0,
        name=visit.typed("name", 300),
        mailbox=visit.typed("mailbox", 400),
        capacity=_whole(capacity),
        equipment=tuple(word.strip() for word in visit.typed("equipment", 1000).split(",") if word.strip())[:20],
        detail=visit.typed("detail", 600),
        department=visit.typed("department", 300) or None,
    )


def _whole(typed: str) -> int | None:
    digits = typed.removeprefix("-")
    return int(typed) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None


# ── a room ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def room_settings(visit: Visit) -> Response:
    return _room_page(visit)


def _room_page(visit: Visit, status: int = 200, error: str | None = None) -> Response:
    with visit.database.reading() as connection:
        here = rooms.room(connection, visit.id("room_id"))
        floors = rooms.floors(connection, here.location.id)
        rows = setting_forms.rows(connection, visit, Scope(level=Level.ROOM, id=here.id), here)
        paired = panels.paired(connection, visit.now, [here.id])
    return visit.page(
        "room_settings.html",
        status,
        room=here,
        floors=floors,
        rows=rows,
        panels=paired,
        error=error,
        action=f"/room/{here.id}/settings",
        may_manage=visit.may(Duty.MANAGE, here.location.id),
    )


def _at_room(visit: Visit) -> str:
    return f"/room/{visit.id('room_id')}/settings"


def change_room(visit: Visit) -> Response:
    try:
        with visit.database.writing() as writing:
            here = rooms.room(writing.connection, visit.id("room_id"))
            rooms.change_room(writing, here.id, _facts(visit, writing.connection, here.location.id))
    except Unacceptable as unacceptable:
        return _room_page(visit, 422, str(unacceptable))
    return visit.go(_at_room(visit))


def change_room_settings(visit: Visit) -> Response:
    scope = Scope(level=Level.ROOM, id=visit.id("room_id"))
    return setting_forms.change(visit, scope, _at_room(visit), _room_page)


def change_photo(visit: Visit) -> Response:
    picture = None if visit.typed("remove") else visit.files.get("photo", b"")
    try:
        if picture == b"":
            raise Unacceptable(visit.say(text("Choose a picture first.")))
        with visit.database.writing() as writing:
            rooms.change_photo(writing, visit.id("room_id"), picture)
    except Unacceptable as unacceptable:
        return _room_page(visit, 422, str(unacceptable))
    return visit.go(_at_room(visit))


PAGES = (
    Page(path="/locations", handler=locations, needs=Duty.OPERATE),
    Page(path="/locations", handler=add_location, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/location/{location_id:int}", handler=location, needs=Duty.OPERATE),
    Page(path="/location/{location_id:int}", handler=change_location, needs=Duty.MANAGE, method="POST"),
    Page(
        path="/location/{location_id:int}/settings", handler=change_location_settings, needs=Duty.MANAGE, method="POST"
    ),
    Page(path="/location/{location_id:int}/emergency", handler=send_emergency, needs=Duty.OPERATE, method="POST"),
    Page(path="/location/{location_id:int}/lift", handler=lift_emergency, needs=Duty.OPERATE, method="POST"),
    Page(path="/location/{location_id:int}/floors", handler=add_floor, needs=Duty.MANAGE, method="POST"),
    Page(path="/location/{location_id:int}/rooms", handler=add_room, needs=Duty.MANAGE, method="POST"),
    Page(path="/room/{room_id:int}/settings", handler=room_settings, needs=Duty.OPERATE),
    Page(path="/room/{room_id:int}/settings", handler=change_room_settings, needs=Duty.MANAGE, method="POST"),
    Page(path="/room/{room_id:int}/facts", handler=change_room, needs=Duty.MANAGE, method="POST"),
    Page(path="/room/{room_id:int}/photo", handler=change_photo, needs=Duty.MANAGE, method="POST", uploads=True),
)
