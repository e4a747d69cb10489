"""Signing in: by password, by link, and what attackers try."""

from datetime import timedelta
from statistics import median
from time import perf_counter

import pytest

from roomdisplay.wox_server import people, rooms
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.portal import passwords
from roomdisplay.wox_server.portal.visit import target
from tests.wox_server.portal.conftest import Browser, Clock, Open
from tests.wox_server.portal.office import PASSWORD, Office, give_password

WRONG = "The address or the password is not right"


def sign_in(visitor: Browser, email: str, password: str, on: str = "/") -> int:
    return visitor.form("/sign-in", "/sign-in", email=email, password=password, on=on).status_code


def test_the_right_password_opens_the_door(browser: Open, database: Database, office: Office) -> None:
    give_password(database, office.people["employee"])
    visitor = browser()
    answer = visitor.form("/sign-in", "/sign-in", email=" Employee@Contoso.example ", password=PASSWORD, on="/mine")
    assert (answer.status_code, answer.headers["location"]) == (303, "/mine")
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("__Host-session="))
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
    assert "domain" not in cookie.lower()
    assert visitor.get("/mine").status_code == 200


@pytest.mark.parametrize("email", ["employee@contoso.example", "nobody@contoso.example", "ada@contoso.example"])
def test_a_wrong_one_says_nothing_about_why(browser: Open, database: Database, office: Office, email: str) -> None:
    give_password(database, office.people["employee"])
    visitor = browser()
    answer = visitor.form("/sign-in", "/sign-in", email=email, password="wrong and long enough")
    assert answer.status_code == 401
    assert WRONG in answer.text
    assert visitor.get("/").status_code == 303


def test_an_unknown_address_takes_as_long_as_a_wrong_password() -> None:
    known = passwords.hashed(PASSWORD)
    passwords.is_right("warm", None)

    def seconds(against: str | None) -> float:
        began = perf_counter()
        assert not passwords.is_right("another password", against)
        return perf_counter() - began

    measured = [(seconds(known), seconds(None)) for _ in range(7)]
    wrong, unknown = (median(column) for column in zip(*measured, strict=True))
    assert 0.5 < wrong / unknown < 2


def test_tries_are_few_and_come_back(browser: Open, database: Database, office: Office, clock: Clock) -> None:
    give_password(database, office.people["employee"])
    visitor = browser()
    for _ in range(8):
        assert sign_in(visitor, "employee@contoso.example", "wrong") == 401
    answer = visitor.form("/sign-in", "/sign-in", email="employee@contoso.example", password=PASSWORD)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "Too many tries" in answer.text
    clock.pass_by(timedelta(minutes=2))
    assert sign_in(visitor, "employee@contoso.example", PASSWORD) == 303


def test_whoever_knows_the_password_may_come_as_often_as_they_like(
    browser: Open, database: Database, office: Office
) -> None:
    give_password(database, office.people["employee"])
    assert sign_in(browser(), "employee@contoso.example", "wrong") == 401
    assert {sign_in(browser(), "employee@contoso.example", PASSWORD) for _ in range(12)} == {303}


def test_one_address_cannot_try_many_accounts(browser: Open, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "is_right", lambda *_: False)  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    visitor = browser()
    answers = [sign_in(visitor, f"person{n}@contoso.example", "wrong") for n in range(42)]
    assert answers[:40] == [401] * 40
    assert answers[-1] == 429


def test_a_session_ends_by_itself_and_by_signing_out(browser: Open, office: Office, clock: Clock) -> None:
    visitor = browser(office.people["employee"])
    stolen = visitor.cookies["__Host-session"]
    assert visitor.form("/account", "/sign-out").status_code == 303
    visitor.cookies.set("__Host-session", stolen)
    assert visitor.get("/").status_code == 303
    other = browser(office.people["employee"])
    clock.pass_by(people.SESSION)
    assert other.get("/").status_code == 303


def test_a_session_is_not_taken_over(browser: Open, database: Database, office: Office) -> None:
    give_password(database, office.people["employee"])
    visitor = browser()
    visitor.cookies.set("__Host-session", "chosen-by-an-attacker")
    assert sign_in(visitor, "employee@contoso.example", PASSWORD) == 303
    kept = [cookie.value for cookie in visitor.cookies.jar if cookie.name == "__Host-session"]
    assert "chosen-by-an-attacker" not in kept[-1:]
    other = browser()
    other.cookies.set("__Host-session", "chosen-by-an-attacker")
    assert other.get("/").status_code == 303


def test_the_set_up_link_makes_the_first_administrator_once(browser: Open, database: Database, clock: Clock) -> None:
    with database.writing() as writing:
        token = people.make_link(writing, None, clock.now)
    page, visitor = f"/welcome/{token}", browser()
    assert "add-administrator" in visitor.get("/sign-in").text
    typed = {"space": "Contoso", "name": "Grace", "email": "grace@contoso.example", "password": PASSWORD}
    assert visitor.form(page, page, **{**typed, "password": "short"}).status_code == 422
    assert visitor.form(page, page, **typed, again="another one").status_code == 422
    assert visitor.form(page, page, **typed, again=PASSWORD).status_code == 303
    assert visitor.get("/people").status_code == 200
    assert browser().get(page).status_code == 404
    assert "No rooms yet" in visitor.get("/").text


def test_the_first_administrator_is_not_asked_what_is_known(browser: Open, database: Database, clock: Clock) -> None:
    with database.writing() as writing:
        rooms.add_space(writing, "Contoso")
        token = people.make_link(writing, None, clock.now)
    page, visitor = f"/welcome/{token}", browser()
    assert 'name="space"' not in visitor.get(page).text
    typed = {"name": "Grace", "email": "grace@contoso.example", "password": PASSWORD, "again": PASSWORD}
    assert visitor.form(page, page, **typed).status_code == 303
    with database.reading() as connection:
        assert [space.name for space in rooms.spaces(connection)] == ["Contoso"]


def test_a_link_is_good_for_a_day(browser: Open, database: Database, office: Office, clock: Clock) -> None:
    with database.writing() as writing:
        token = people.make_link(writing, office.building.ada, clock.now)
    visitor = browser()
    assert "Ada Lovelace, choose the password" in visitor.get(f"/welcome/{token}").text
    clock.pass_by(people.LINK)
    assert visitor.get(f"/welcome/{token}").status_code == 404


def test_a_new_password_ends_the_other_sessions(
    browser: Open, database: Database, office: Office, clock: Clock
) -> None:
    before = browser(office.people["employee"])
    with database.writing() as writing:
        token = people.make_link(writing, office.people["employee"], clock.now)
    page, visitor = f"/welcome/{token}", browser()
    assert visitor.form(page, page, password=PASSWORD, again=PASSWORD).status_code == 303
    assert before.get("/").status_code == 303
    assert visitor.get("/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/ok\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "evil.example",
        "",
        "/\t/evil.example",
    ],
)
def test_the_way_on_stays_here(browser: Open, database: Database, office: Office, path: str) -> None:
    assert target(path) == "/"
    give_password(database, office.people["employee"])
    answer = browser().form("/sign-in", "/sign-in", email="employee@contoso.example", password=PASSWORD, on=path)
    assert answer.headers["location"] == "/"
    assert all("a=b" not in cookie for cookie in answer.headers.get_list("set-cookie"))


def test_the_way_on_is_the_page_that_was_asked_for(browser: Open, office: Office) -> None:
    answer = browser().get("/room/1?day=2026-03-03")
    assert answer.headers["location"] == "/sign-in?on=%2Froom%2F1%3Fday%3D2026-03-03"
    assert target("/room/1?day=2026-03-03") == "/room/1?day=2026-03-03"


def test_without_https_there_is_no_way_in_but_on_this_machine(browser: Open, office: Office) -> None:
    answer = browser(url="http://wox.example").get("/sign-in")
    assert answer.status_code == 421
    assert "https only" in answer.text
    here = browser(url="http://localhost:8080")
    answer = here.get("/sign-in")
    assert answer.status_code == 200
    assert all("Secure" not in cookie for cookie in answer.headers.get_list("set-cookie"))
