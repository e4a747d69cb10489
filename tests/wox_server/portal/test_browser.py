"""The Portal in a real browser, served by a real process: on a phone and on a desk, by touch and by keyboard."""

import json
import os
import re
import signal
import subprocess
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Dialog, Page, Response, expect, sync_playwright

from roomdisplay.wox_server import bookings, people
from roomdisplay.wox_server.database import Database
from tests.processes import ROOMDISPLAY
from tests.wox_server.portal.office import PASSWORD, confirm, furnish, give_password

PHONE, DESK = (390, 844), (1280, 800)
LISBON = ZoneInfo("Europe/Lisbon")
FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  const has_parts = ["date", "time"].includes(element.type); // the browser draws the focus of their parts itself
  return [element.labels?.[0]?.textContent || element.textContent.trim(), has_parts ? null : outline];
}"""
READABLE = """() => {
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((m, n) => n - m);
    return (x + 0.05) / (y + 0.05);
  };
  const grounds = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const gradient = style.backgroundImage.match(/rgba?\\([^)]*\\)/g);
      if (gradient) return gradient.map(parse);
      const colour = parse(style.backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return [colour];
    }
    return [[255, 255, 255]];
  };
  const faults = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !element.checkVisibility() || element.closest("option, .hidden, thead")) continue;
    const ink = parse(getComputedStyle(element).color);
    const worst = Math.min(...grounds(element).map((ground) => ratio(ink, ground)));
    if (worst < 4.5) faults.push(`${element.textContent.trim().slice(0, 30)}: ${worst.toFixed(2)}`);
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea, button")) {
    if (!field.checkVisibility()) continue;
    const named = field.labels?.length || field.getAttribute("aria-label") || field.textContent.trim();
    if (!named) faults.push(`no label: ${field.outerHTML.slice(0, 80)}`);
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
  for (const picture of document.querySelectorAll("img:not([alt])")) faults.push("a picture without words");
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i))) faults.push(`twice: #${id}`);
  if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the screen");
  return faults;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    url: str
    database: Database
    known: dict[str, Any]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('wox') / 'wox.sqlite'}")
    database.migrate()
    known = furnish(database, datetime.now(UTC))
    with database.reading() as connection:
        host = bookings.find(connection, str(known["mine"])).host_id
    assert host is not None
    give_password(database, host)
    with database.writing() as writing:
        known["employee"] = people.open_session(writing, host, datetime.now(UTC))
    command = [ROOMDISPLAY, "wox-server", "--database", database.url.render_as_string(), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield Served(url=json.loads(process.stdout.readline())["url"], database=database, known=known)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=15) == 0
    process.stdout.close()
    database.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=root)
        yield browser
        browser.close()


Visit = Callable[..., Any]


@pytest.fixture
def visit(chromium: Chromium, served: Served) -> Visit:
    @contextmanager
    def open_(size: tuple[int, int], who: str | None = None, **options: Any) -> Generator[Page]:
        screen: Any = {"width": size[0], "height": size[1]}
        context = chromium.new_context(viewport=screen, base_url=served.url, locale="en-GB", **options)
        if who is not None:
            context.add_cookies([{"name": "session", "value": served.known[who], "url": served.url}])
        page = context.new_page()
        page.set_default_timeout(8000)
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        context.close()
        # the browser itself says that a form was refused
        assert [said for said in complaints if "422" not in said] == []

    return open_


def tomorrow(days: int = 1) -> str:
    return (datetime.now(LISBON).date() + timedelta(days=days)).isoformat()


def caravel(served: Served) -> str:
    return f"/room/{served.known['caravel']}"


def booking_of(page: Page) -> str:
    expect(page).to_have_url(re.compile(r"/booking/"))
    return str(UUID(page.url.rpartition("/")[2]))


def test_on_a_phone_sign_in_book_see_it_confirmed_and_cancel(visit: Visit, served: Served) -> None:
    with visit(PHONE, has_touch=True) as page:
        page.goto(f"{caravel(served)}?day={tomorrow()}")
        page.get_by_label("E-mail address").fill("employee@contoso.example")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").tap()
        expect(page.get_by_role("heading", name="Caravel")).to_be_visible()
        page.get_by_label("What for").fill("Poetical science")
        page.get_by_role("button", name="Book", exact=True).tap()
        id = booking_of(page)
        expect(page.get_by_role("status")).to_contain_text("Being confirmed with Office 365.")
        confirm(served.database, id, datetime.now(UTC))
        expect(page.get_by_role("status")).to_contain_text("Confirmed.")  # by itself
        page.once("dialog", Dialog.accept)
        page.get_by_role("button", name="Cancel the booking").tap()
        expect(page.get_by_role("status")).to_contain_text("Being taken out of Office 365.")


def test_with_the_keyboard_alone(visit: Visit, served: Served) -> None:
    with visit(DESK, "employee") as page:
        page.goto("/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()

        def tab_to(name: str, most: int = 60) -> None:
            for _ in range(most):
                page.keyboard.press("Tab")
                focused, outline = page.evaluate(FOCUSED)
                assert outline is None or outline >= 2, focused
                if name in focused:
                    return
            raise AssertionError(f"the keyboard never got to {name}")

        tab_to("Caravel")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Caravel")).to_be_visible()
        page.goto(f"{caravel(served)}?day={tomorrow(2)}")
        tab_to("What for")
        page.keyboard.type("By keyboard")
        tab_to("Book")
        page.keyboard.press("Enter")
        booking_of(page)
        expect(page.get_by_role("heading", name="By keyboard")).to_be_visible()


def is_refused(answer: Response) -> bool:
    return answer.status == 422


def test_a_mistake_is_told_where_the_eyes_and_the_keyboard_are(visit: Visit, served: Served) -> None:
    with visit(PHONE, "employee") as page:
        page.goto(f"{caravel(served)}?day={tomorrow(3)}")
        page.get_by_label("To", exact=True).fill("06:00")
        with page.expect_response(is_refused):
            page.get_by_role("button", name="Book", exact=True).click()
        expect(page.get_by_role("alert")).to_be_focused()
        expect(page.get_by_role("alert")).to_contain_text("The end comes after the start.")


def test_an_emergency_is_on_other_pages_by_itself(visit: Visit, served: Served) -> None:
    with visit(PHONE, "employee") as page, visit(DESK, "operator") as desk:
        page.goto("/")
        desk.goto(f"/location/{served.known['berlin']}")
        desk.get_by_label("What people have to do").fill("Leave by the east stairs.")
        desk.get_by_label("To confirm, type: Berlin").fill("Berlin")
        desk.get_by_role("button", name="Show it on every panel").click()
        expect(page.get_by_role("alert")).to_have_text("Leave by the east stairs.")
        desk.get_by_role("button", name="Lift the message").click()
        expect(page.get_by_role("alert")).to_have_count(0)


def test_without_javascript_everything_works_by_hand(visit: Visit, served: Served) -> None:
    with visit(PHONE, "employee", java_script_enabled=False) as page:
        page.goto(f"{caravel(served)}?day={tomorrow(4)}")
        page.get_by_role("button", name="Book", exact=True).click()
        id = booking_of(page)
        confirm(served.database, id, datetime.now(UTC))
        page.get_by_role("status").get_by_role("link", name="Refresh").click()
        expect(page.get_by_role("status")).to_contain_text("Confirmed.")


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(PHONE, "light"), ((360, 640), "dark"), (DESK, "light"), (DESK, "dark")],
    ids=lambda one: str(one[0]) if isinstance(one, tuple) else one,  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
)
def test_every_page_is_readable(visit: Visit, served: Served, size: tuple[int, int], scheme: str) -> None:
    known = served.known
    pages = {
        "employee": ["/", f"/room/{known['aurora']}", f"/room/{known['out']}", f"/booking/{known['mine']}",
                     f"/booking/{known['waiting']}", "/mine", "/account"],
        "administrator": ["/fleet", "/pair", f"/panel/{known['panel']}", "/locations", f"/location/{known['berlin']}",
                          f"/room/{known['aurora']}/settings", "/problems", "/people", "/usage"],
    }  # fmt: skip
    faults: dict[str, list[str]] = {}
    for who, paths in pages.items():
        with visit(size, who, color_scheme=scheme) as page:
            for path in paths:
                page.goto(path)
                assert page.locator("html").get_attribute("lang") == "en"
                faults[path] = page.evaluate(READABLE)
    with visit(size, color_scheme=scheme) as page:
        page.goto("/sign-in")
        faults["/sign-in"] = page.evaluate(READABLE)
    assert {path: found for path, found in faults.items() if found} == {}
