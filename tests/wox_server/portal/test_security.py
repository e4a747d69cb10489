"""What a page must never do, whatever is sent to it."""

import re
from datetime import timedelta

import pytest
from markupsafe import escape

from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.portal.routes import PAGES
from roomdisplay.wox_server.portal.usage import as_csv, safe
from roomdisplay.wox_server.portal.visit import LARGEST_FORM, Needs
from tests.pictures import png
from tests.wox_server.building import NOW
from tests.wox_server.portal.conftest import Open
from tests.wox_server.portal.office import Office, outlook
from tests.wox_server.portal.test_roles import path_of

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "'; DROP TABLE booking; --",
    "&lt;",
]


def test_no_form_works_without_its_token(browser: Open, office: Office) -> None:
    administrator = browser(office.people["administrator"])
    for page in PAGES:
        if page.method != "POST":
            continue
        path = path_of(page, office, own=True)
        for csrf in ({}, {"csrf": ""}, {"csrf": "wrong"}, {"csrf": "ä"}):
            answer = administrator.post(path, data=csrf)
            assert answer.status_code == 403, path
            assert "This form is no longer good" in answer.text
    assert administrator.get("/account").status_code == 200


def test_a_token_of_somebody_else_is_no_good(browser: Open, office: Office) -> None:
    one, other = browser(office.people["employee"]), browser(office.people["manager"])
    assert other.post("/sign-out", data={"csrf": one.csrf("/account")}).status_code == 403
    stranger = browser()
    assert stranger.post("/sign-in", data={"csrf": browser().csrf("/sign-in"), "email": "a"}).status_code == 403


def test_a_form_from_another_site_is_refused(browser: Open, office: Office) -> None:
    one = browser(office.people["employee"])
    csrf = one.csrf("/account")
    answer = one.post("/sign-out", data={"csrf": csrf}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_every_answer_is_hardened(browser: Open, office: Office) -> None:
    one = browser(office.people["administrator"])
    for page in PAGES:
        if page.method == "GET" and not page.path.startswith("/events"):
            answer = one.get(path_of(page, office, own=True))
            policy = answer.headers["content-security-policy"]
            assert "default-src 'self'" in policy
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["strict-transport-security"]
            assert not re.search(r"<script(?! src=)|\son\w+=|style=", answer.text), page.path


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_subjects_are_only_text(browser: Open, database: Database, office: Office, nasty: str) -> None:
    with database.writing() as writing:
        room = office.building.aurora
        made = outlook(writing, room, NOW - timedelta(minutes=5), 60, nasty, NOW, host=nasty)
    one = browser(office.people["employee"])
    for path in (f"/room/{room}", f"/booking/{made.id}"):
        text = one.get(path).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert str(escape(nasty)) in text


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_words_come_back_as_text_after_a_mistake(browser: Open, office: Office, nasty: str) -> None:
    one, room = browser(office.people["employee"]), office.building.aurora
    answer = one.form(f"/room/{room}", f"/room/{room}/book", subject=nasty, day=nasty, start=nasty, end=nasty)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text


def test_bodies_are_bounded(browser: Open, office: Office) -> None:
    one = browser(office.people["manager"])
    csrf = one.csrf("/account")
    room = office.building.aurora
    big = {"csrf": csrf, "name": "x" * (LARGEST_FORM + 1)}
    assert one.post(f"/room/{room}/facts", data=big).status_code == 413

    def endless() -> object:
        yield f"csrf={csrf}&name=".encode()
        for _ in range(100):
            yield b"x" * 4096

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert one.post(f"/room/{room}/facts", content=endless(), headers=kind).status_code == 413  # pyright: ignore[reportArgumentType]
    huge = {"photo": ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 5 * 2**20, "image/png")}
    assert one.post(f"/room/{room}/photo", data={"csrf": csrf}, files=huge).status_code == 413
    many = {f"f{n}": "" for n in range(500)}
    assert one.post(f"/room/{room}/facts", data={"csrf": csrf, **many}).status_code == 400


def test_a_photo_is_a_picture(browser: Open, office: Office) -> None:
    one, room = browser(office.people["manager"]), office.building.aurora
    csrf = one.csrf("/account")

    def upload(content: bytes) -> int:
        files = {"photo": ("../../etc/passwd", content, "text/html")}
        return one.post(f"/room/{room}/photo", data={"csrf": csrf}, files=files).status_code

    assert upload(b"<script>alert(1)</script>") == 422
    assert upload(b"") == 422
    assert upload(png()) == 303
    answer = one.get(f"/room/{room}/photo")
    assert (answer.headers["content-type"], answer.content) == ("image/png", png())
    assert one.post(f"/room/{room}/photo", data={"csrf": csrf, "remove": "1"}).status_code == 303
    assert one.get(f"/room/{room}/photo").status_code == 404


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")
    assert f"'{cell.strip()}"[:2] in as_csv([[cell]]) or "'" in as_csv([[cell]])


def test_a_stranger_is_told_nothing(browser: Open, office: Office) -> None:
    stranger = browser()
    for page in PAGES:
        if page.method == "GET" and page.needs is not Needs.NOTHING:
            answer = stranger.get(path_of(page, office, own=True))
            assert answer.status_code == 303
            assert "Aurora" not in answer.text
