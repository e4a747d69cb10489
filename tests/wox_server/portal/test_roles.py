"""Every page × every role × the own and another location: who gets in, and who does not."""

import re

import pytest

from roomdisplay.wox_server.people import Duty
from roomdisplay.wox_server.portal.routes import PAGES
from roomdisplay.wox_server.portal.visit import Needs, Page
from tests.wox_server.portal.conftest import Open
from tests.wox_server.portal.office import Office

ALLOWED = {
    Needs.NOTHING: {"nobody", "employee", "operator", "manager", "administrator"},
    Needs.ACCOUNT: {"employee", "operator", "manager", "administrator"},
    Duty.OPERATE: {"operator", "manager", "administrator"},
    Duty.MANAGE: {"manager", "administrator"},
    Duty.ADMINISTER: {"administrator"},
}
WHAT_EACH_PAGE_NEEDS = """
GET  /sign-in nothing
POST /sign-in nothing
POST /sign-out account
GET  /welcome/{token:str} nothing
POST /welcome/{token:str} nothing
POST /sign-in/entra nothing
GET  /sign-in/entra/done nothing
GET  /account account
POST /account/pin account
GET  / account
GET  /room/{room_id:int} account
GET  /room/{room_id:int}/photo account
POST /room/{room_id:int}/book account
GET  /booking/{booking_id:str} account
POST /booking/{booking_id:str}/change account
POST /booking/{booking_id:str}/end account
POST /booking/{booking_id:str}/cancel account
GET  /mine account
GET  /events/room/{room_id:int} account
GET  /events account
GET  /fleet operate
GET  /panel/{panel_id:int} operate
GET  /panel/{panel_id:int}/screenshot operate
POST /panel/{panel_id:int}/screenshot operate
POST /panel/{panel_id:int}/doctor operate
GET  /panel/{panel_id:int}/diagnostics manage
POST /panel/{panel_id:int}/diagnostics manage
POST /panel/{panel_id:int}/restart operate
POST /panel/{panel_id:int}/unpair manage
POST /panel/{panel_id:int}/revoke manage
POST /panel/{panel_id:int}/settings manage
GET  /updates administer
POST /updates/releases administer
POST /updates/releases/{release_id:int}/remove administer
POST /updates/begin administer
POST /updates/widen administer
POST /updates/stop administer
POST /updates/resume administer
GET  /pair manage
POST /pair manage
GET  /panel/{panel_id:int}/certificate operate
POST /panel/{panel_id:int}/certificate/removed manage
GET  /problems operate
POST /problem/{problem_id:str}/close operate
POST /problem/{problem_id:str}/reopen operate
GET  /locations operate
POST /locations administer
GET  /location/{location_id:int} operate
POST /location/{location_id:int} manage
POST /location/{location_id:int}/settings manage
POST /location/{location_id:int}/emergency operate
POST /location/{location_id:int}/lift operate
POST /location/{location_id:int}/floors manage
POST /location/{location_id:int}/rooms manage
GET  /room/{room_id:int}/settings operate
POST /room/{room_id:int}/settings manage
POST /room/{room_id:int}/facts manage
POST /room/{room_id:int}/photo manage
GET  /people manage
POST /people administer
POST /people/{person_id:int}/grant manage
POST /people/{person_id:int}/withdraw manage
POST /people/{person_id:int} administer
POST /people/{person_id:int}/link administer
POST /people/{person_id:int}/badge administer
POST /people/{person_id:int}/switch administer
GET  /usage operate
GET  /usage.csv operate
GET  /{rest:path} nothing
"""


def test_each_page_needs_what_is_written_here() -> None:
    written = {tuple(line.split()) for line in WHAT_EACH_PAGE_NEEDS.strip().splitlines()}
    assert {(page.method, page.path, page.needs.value) for page in PAGES} == written


def path_of(page: Page, office: Office, *, own: bool) -> str:
    here = office.building
    ids = {
        "room_id": here.aurora if own else here.caravel,
        "location_id": here.berlin if own else here.lisbon,
        "panel_id": office.panel if own else office.elsewhere,
        "problem_id": office.problem if own else office.other_problem,
        "person_id": here.ada,
        "release_id": 1,
        "booking_id": "no-such-booking",
        "token": "no-such-link",
        "rest": "no/such/page",
    }
    return re.sub(r"\{(\w+):\w+\}", lambda match: str(ids[match[1]]), page.path)


def is_of_a_place(page: Page) -> bool:
    return any(name in page.path for name in ("room_id", "location_id", "panel_id", "problem_id"))


@pytest.mark.parametrize("role", ["nobody", "employee", "operator", "manager", "administrator"])
def test_who_gets_in(browser: Open, office: Office, role: str) -> None:
    visitor = browser(office.people.get(role))
    csrf = visitor.csrf("/sign-in") or visitor.csrf("/account")
    for page in PAGES:
        if page.path.startswith("/events") and role != "nobody":
            continue  # endless; test_browser sees what comes
        if page.path == "/sign-out":
            continue  # it would end the session of the others
        for own in (True, False):
            where = f"{page.method} {page.path} as {role}, {'own' if own else 'other'} location"
            path = path_of(page, office, own=own)
            answer = visitor.get(path) if page.method == "GET" else visitor.post(path, data={"csrf": csrf})
            let_in = role in ALLOWED[page.needs]
            elsewhere = not own and is_of_a_place(page) and isinstance(page.needs, Duty) and role != "administrator"
            assert answer.status_code < 500, where
            if role == "nobody" and page.needs is not Needs.NOTHING:
                assert (answer.status_code, answer.headers["location"].split("?")[0]) == (303, "/sign-in"), where
            elif not let_in or elsewhere:
                assert answer.status_code == 403, where
                assert "Your role does not allow this here" in answer.text, where
            elif "/people/" in page.path and page.path.endswith(("grant", "withdraw")):
                assert answer.status_code == 403, where  # no role was named
            else:
                assert answer.status_code != 403, where


def test_a_manager_gives_roles_of_their_own_location_only(browser: Open, office: Office) -> None:
    here, manager = office.building, browser(office.people["manager"])
    action = f"/people/{here.ada}/grant"
    given = manager.form("/people", action, role="location-operator", location=here.berlin)
    assert given.status_code == 303
    assert "Location Operator, Berlin" in manager.get("/people?search=ada").text
    for role, location in (
        ("location-operator", here.lisbon),
        ("space-administrator", ""),
        ("location-operator", ""),
        ("king", here.berlin),
    ):
        assert manager.form("/people", action, role=role, location=location).status_code == 403
    taken = manager.form("/people", f"/people/{here.ada}/withdraw", role="location-operator", location=here.berlin)
    assert taken.status_code == 303
    assert "Location Operator, Berlin" not in manager.get("/people?search=ada").text


def test_the_last_administrator_stays(browser: Open, office: Office) -> None:
    administrator = browser(office.people["administrator"])
    own = office.people["administrator"]
    answer = administrator.form("/people", f"/people/{own}/withdraw", role="space-administrator")
    assert answer.status_code == 422
    assert "Somebody has to stay Space Administrator" in answer.text
    assert administrator.form("/people", f"/people/{own}/switch").status_code == 422
    assert administrator.get("/people").status_code == 200


def test_who_is_switched_off_is_out_at_once(browser: Open, office: Office) -> None:
    employee, administrator = browser(office.people["employee"]), browser(office.people["administrator"])
    assert employee.get("/").status_code == 200
    administrator.form("/people", f"/people/{office.people['employee']}/switch")
    assert employee.get("/").status_code == 303
