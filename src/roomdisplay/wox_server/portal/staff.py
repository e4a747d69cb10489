"""People and their roles: a manager's at their locations, everybody's for a Space Administrator."""

from starlette.responses import Response

from roomdisplay.wox_server import badges, people, rooms
from roomdisplay.wox_server.people import Account, Duty, Role, RoleKind
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.visit import Forbidden, Page, Visit

ROLES = {
    RoleKind.SPACE_ADMINISTRATOR: text("Space Administrator"),
    RoleKind.LOCATION_MANAGER: text("Location Manager"),
    RoleKind.LOCATION_OPERATOR: text("Location Operator"),
}
LAST = text("Somebody has to stay Space Administrator. Make another person one first.")


def everybody(visit: Visit) -> Response:
    return _page(visit)


def _page(
    visit: Visit, status: int = 200, error: str | None = None, link: tuple[Account, str] | None = None
) -> Response:
    search = visit.asked("search")
    with visit.database.reading() as connection:
        found = people.everybody(connection, search)
        places = {place.id: place for place in rooms.locations(connection)}
    return visit.page(
        "people.html",
        status,
        people=found,
        search=search,
        locations=places,
        managed=[place for place in places.values() if visit.may(Duty.MANAGE, place.id)],
        roles=ROLES,
        error=error,
        link=link,
        may_withdraw=lambda role: _may_decide(visit, role),  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    )


def _may_decide(visit: Visit, role: Role) -> bool:
    if role.kind is RoleKind.SPACE_ADMINISTRATOR:
        return visit.may(Duty.ADMINISTER)
    return role.location_id is not None and visit.may(Duty.MANAGE, role.location_id)


def _role(visit: Visit) -> Role:
    """Raises Forbidden."""
    kind, place = visit.typed("role"), visit.typed("location")
    try:
        known = RoleKind(kind)
    except ValueError as error:
        raise Forbidden from error
    if known is RoleKind.SPACE_ADMINISTRATOR:
        role = Role(kind=known, location_id=None)
    else:
        role = Role(kind=known, location_id=int(place) if place.isascii() and place.isdigit() else None)
    if not _may_decide(visit, role):
        raise Forbidden
    return role


def grant(visit: Visit) -> Response:
    role = _role(visit)
    with visit.database.writing() as writing:
        if role.location_id is not None:
            rooms.location(writing.connection, role.location_id)
        people.grant(writing, visit.id("person_id"), role)
    return visit.go("/people")


def withdraw(visit: Visit) -> Response:
    try:
        with visit.database.writing() as writing:
            people.withdraw(writing, visit.id("person_id"), _role(visit))
    except people.LastAdministrator:
        return _page(visit, 422, visit.say(LAST))
    return visit.go("/people")


def add(visit: Visit) -> Response:
    email, name = visit.typed("email", 320), visit.typed("name")
    if "@" not in email or not name:
        return _page(visit, 422, visit.say(text("Give the person’s name and e-mail address.")))
    try:
        with visit.database.writing() as writing:
            account = people.add(writing, email=email, name=name, department=visit.typed("department") or None)
            token = people.make_link(writing, account.id, visit.now)
    except people.AddressTaken:
        return _page(visit, 422, visit.say(text("Somebody has that address already.")))
    return _page(visit, 200, None, (account, f"{visit.origin}/welcome/{token}"))


def describe(visit: Visit) -> Response:
    name = visit.typed("name")
    if not name:
        return _page(visit, 422, visit.say(text("Give the person’s name and e-mail address.")))
    with visit.database.writing() as writing:
        account = people.find(writing.connection, visit.id("person_id"))
        people.describe(writing, account.id, name=name, department=visit.typed("department") or None)
    return visit.go("/people")


def make_link(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        account = people.find(writing.connection, visit.id("person_id"))
        token = people.make_link(writing, account.id, visit.now)
    return _page(visit, 200, None, (account, f"{visit.origin}/welcome/{token}"))


def give_badge(visit: Visit) -> Response:
    """What the panels' readers give for it; empty: none."""
    try:
        with visit.database.writing() as writing:
            account = people.find(writing.connection, visit.id("person_id"))
            badges.set_badge(writing, account.id, visit.typed("badge") or None)
    except badges.Unacceptable as unacceptable:
        return _page(visit, 422, str(unacceptable))
    return visit.go("/people")


def switch(visit: Visit) -> Response:
    try:
        with visit.database.writing() as writing:
            account = people.find(writing.connection, visit.id("person_id"))
            people.disable(writing, account.id, disabled=not account.is_disabled)
    except people.LastAdministrator:
        return _page(visit, 422, visit.say(LAST))
    return visit.go("/people")


PAGES = (
    Page(path="/people", handler=everybody, needs=Duty.MANAGE),
    Page(path="/people", handler=add, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/people/{person_id:int}/grant", handler=grant, needs=Duty.MANAGE, method="POST"),
    Page(path="/people/{person_id:int}/withdraw", handler=withdraw, needs=Duty.MANAGE, method="POST"),
    Page(path="/people/{person_id:int}", handler=describe, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/people/{person_id:int}/link", handler=make_link, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/people/{person_id:int}/badge", handler=give_badge, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/people/{person_id:int}/switch", handler=switch, needs=Duty.ADMINISTER, method="POST"),
)
