"""Pairing a panel: whoever stands before it scans its code, compares the number, and says which room it is."""

from urllib.parse import urlencode

from msgspec import Struct
from sqlalchemy import Connection
from starlette.responses import Response

from roomdisplay.adapters.pairing import seal
from roomdisplay.core import pairing as core
from roomdisplay.core.pairing import CODE_LIFE, TOKEN_UNCONFIRMED, Verdict, verdict
from roomdisplay.wox_server import keys, pairings, panels, rooms
from roomdisplay.wox_server.handover import HandoverRefused
from roomdisplay.wox_server.pairings import Request
from roomdisplay.wox_server.panels import Panel
from roomdisplay.wox_server.people import Duty
from roomdisplay.wox_server.portal.examinations import examination
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.visit import BY_CODE, Forbidden, NotFound, Page, Stopped, Visit
from roomdisplay.wox_server.rooms import MeetingRoom

REPLACING = "replacing"
"""A cookie: the room whose panel is being replaced, until the new one's code has been scanned."""
NO_CODE = text("That is no code. It has eight letters and stands beside the square on the panel.")
UNKNOWN = text(
    "No panel shows this code now. If the panel is still looking for the network, wait until it shows a number; "
    "otherwise scan the code that it shows now."
)
OVER = text("This code has been used or has expired. Scan the one that the panel shows now.")
WRONG_NUMBER = text("The numbers differ, so nothing was paired. Scan the code on the panel itself, and compare again.")
NO_ROOM = text("Choose the room first.")
NO_LINK = text("This server has no link to Office 365 to hand on, so it cannot pair panels. Start it with --office365.")
TOO_MANY = text("Too many codes were tried. Wait a minute, then scan the panel’s code again.")
UNFIT = text("This panel’s key cannot be used. Start the panel again, and scan its new code.")


class Choice(Struct, frozen=True, kw_only=True):
    """A room, and the panels it has already."""

    room: MeetingRoom
    panels: tuple[Panel, ...]


def pair(visit: Visit) -> Response:
    typed = visit.asked("code")
    if not typed:
        page = _page(visit)
        if visit.asked("room").isdigit():
            visit.cookie(page, REPLACING, visit.asked("room"), CODE_LIFE)
        return page
    code = core.typed(typed)
    if code is None:
        return _page(visit, 422, visit.say(NO_CODE))
    with visit.database.reading() as connection:
        request = _found(visit, connection, code)
        if request is None:
            return _page(visit, 404, visit.say(UNKNOWN))
        if request.panel_id is not None:
            panel = panels.find(connection, request.panel_id)
            room = rooms.room(connection, panel.room_id)
            if not visit.may(Duty.MANAGE, room.location.id):
                raise Forbidden
            found = examination(panels.last_orders(connection, panel.id))
            return visit.page("paired.html", request=request, panel=panel, room=room, examination=found)
    if request.standing.is_denied or visit.now >= request.standing.expires_at:
        return _page(visit, 410, visit.say(OVER))
    return _page(visit, request=request)


def _found(visit: Visit, connection: Connection, code: str) -> Request | None:
    """Raises Stopped where this person has tried too many codes."""
    key = str(visit.account.id)
    if BY_CODE.wait(connection, key, visit.now):
        raise Stopped(429, TOO_MANY)
    try:
        return pairings.find(connection, code)
    except pairings.NotThere:
        visit.spend(BY_CODE, key)
        return None


def _page(visit: Visit, status: int = 200, error: str | None = None, *, request: Request | None = None) -> Response:
    search, place = visit.asked("search"), visit.asked("location")
    with visit.database.reading() as connection:
        choices = _choices(connection, visit)
        before = None if request is None else _before(connection, request, choices)
    replacing = visit.request.cookies.get(visit.cookie_name(REPLACING), "")
    wanted = visit.typed("room") or visit.asked("room") or replacing or ("" if before is None else str(before))
    locations = {one.room.location.id: one.room.location for one in choices}
    if place.isdigit():
        choices = [one for one in choices if one.room.location.id == int(place)]
    if search:
        part = search.casefold()
        choices = [one for one in choices if part in f"{one.room.facts.name} {one.room.floor.name}".casefold()]
    choices.sort(key=lambda one: (str(one.room.id) != wanted, bool(one.panels)))
    return visit.page(
        "pair.html",
        status,
        error=error,
        request=request,
        code=visit.asked("code") if request is None else core.shown(request.introduction.code),
        choices=choices,
        locations=list(locations.values()),
        search=search,
        place=place,
        wanted=wanted,
        chosen=next((one.room for one in choices if str(one.room.id) == wanted), None),
        is_linked=visit.portal.handover is not None,
    )


def _choices(connection: Connection, visit: Visit) -> list[Choice]:
    """The rooms that this person may pair a panel with."""
    here = [room for room in rooms.rooms(connection) if visit.may(Duty.MANAGE, room.location.id)]
    held: dict[int, list[Panel]] = {room.id: [] for room in here}
    for panel in panels.paired(connection, visit.now, list(held)):
        held[panel.room_id].append(panel)
    return [Choice(room=room, panels=tuple(held[room.id])) for room in here]


def _before(connection: Connection, request: Request, choices: list[Choice]) -> int | None:
    """The room this very panel was paired with last, if it may be offered."""
    room_id = panels.last_room(connection, request.introduction.identity_key)
    return room_id if any(one.room.id == room_id for one in choices) else None


def decide(visit: Visit) -> Response:
    """Confirms or denies."""
    code = core.typed(visit.typed("code"))
    if code is None:
        return _page(visit, 422, visit.say(NO_CODE))
    with visit.database.reading() as connection:
        request = _found(visit, connection, code)
    if request is None:
        return _page(visit, 404, visit.say(UNKNOWN))
    try:
        if visit.typed("decision") == "deny":
            with visit.database.writing() as writing:
                pairings.deny(writing, request, visit.now)
            return visit.page("denied.html", request=request)
        return _confirm(visit, request)
    except pairings.Over:
        return _page(visit, 410, visit.say(OVER))
    except HandoverRefused as refused:
        return _page(visit, 503, str(refused), request=request)


def _confirm(visit: Visit, request: Request) -> Response:
    match verdict(request.standing, request.transcript, visit.typed("number"), visit.now):
        case Verdict.OVER:
            raise pairings.Over
        case Verdict.WRONG_NUMBER:
            with visit.database.writing() as writing:
                pairings.deny(writing, request, visit.now)
            return _page(visit, 409, visit.say(WRONG_NUMBER))
        case Verdict.RIGHT:
            pass
    wanted = visit.typed("room")
    if not wanted.isdigit() or len(wanted) > 9:
        return _page(visit, 422, visit.say(NO_ROOM), request=request)
    if visit.portal.handover is None:
        return _page(visit, 503, visit.say(NO_LINK), request=request)
    with visit.database.writing() as writing:
        room = rooms.room(writing.connection, int(wanted))
        visit.require(Duty.MANAGE, room.location.id)
        panel_id, token = panels.add(
            writing,
            room.id,
            serial=request.introduction.serial,
            now=visit.now,
            expires_at=visit.now + TOKEN_UNCONFIRMED,
            identity_key=request.introduction.identity_key,
        )
        grant = visit.portal.handover.grant(room.room, token)
        try:
            sealed = seal(grant, request.introduction.sealing_key, request.transcript)
        except ValueError:
            raise Stopped(422, UNFIT) from None
        replaces = visit.typed("beside") != "1"
        pairings.grant(writing, request, panel_id=panel_id, sealed=sealed, replaces=replaces, now=visit.now)
    response = visit.go(f"/pair?{urlencode({'code': request.introduction.code})}")
    visit.cookie(response, REPLACING, "")
    return response


def certificate(visit: Visit) -> Response:
    """What an administrator adds to the application in Entra."""
    id = visit.id("panel_id")
    with visit.database.reading() as connection:
        held = [key for key in keys.of(connection, id, visit.now) if key.is_wanted]
    try:
        content = held[0].der
    except (IndexError, ValueError):
        raise NotFound from None
    named = {"Content-Disposition": f'attachment; filename="roomdisplay-{id}.cer"'}
    return Response(content, headers=named, media_type="application/pkix-cert")


def removed_by_hand(visit: Visit) -> Response:
    """The administrator has taken the panel's old certificates out of the application."""
    with visit.database.writing() as writing:
        keys.removed_by_hand(writing, visit.id("panel_id"), visit.now)
    return visit.go("/fleet")


PAGES = (
    Page(path="/pair", handler=pair, needs=Duty.MANAGE),
    Page(path="/pair", handler=decide, needs=Duty.MANAGE, method="POST"),
    Page(path="/panel/{panel_id:int}/certificate", handler=certificate, needs=Duty.OPERATE),
    Page(path="/panel/{panel_id:int}/certificate/removed", handler=removed_by_hand, needs=Duty.MANAGE, method="POST"),
)
