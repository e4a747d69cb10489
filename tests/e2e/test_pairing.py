"""Commissioning as facilities do it: a real panel, its QR code read from its screen, a browser at a phone's size."""

import os
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.processes import Tenant, UnpairedKiosk, WoxServer

PHONE = ViewportSize(width=390, height=844)
EMAIL, PASSWORD = "fay@contoso.example", "correct horse battery"
GOAL_CONFIRMED_TO_SCHEDULE = 5.0
GOAL_QR_WITHOUT_NETWORK = 3.0


class Office:
    """A tenant, a WOX server that is linked with it, and somebody of facilities with a phone."""

    def __init__(self, folder: Path, browser: Browser, *, latency_ms: int = 0, options: tuple[str, ...] = ()) -> None:
        self.tenant = Tenant(latency_ms=latency_ms)
        self.wox = WoxServer(self.tenant.told, folder, options=options)
        self.browser = browser
        with self.page() as page:
            page.goto(self.wox.told["set_up"])
            page.get_by_label("Your organization").fill("Contoso")
            page.get_by_label("Your name").fill("Fay Cilities")
            page.get_by_label("E-mail address").fill(EMAIL)
            for field in page.locator("input[type=password]").all():
                field.fill(PASSWORD)
            page.get_by_role("button", name="Choose and sign in").click()
            page.get_by_role("link", name="Panels").wait_for()

    @contextmanager
    def page(self) -> Generator[Page]:
        context = self.browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="en-GB")
        page = context.new_page()
        page.set_default_timeout(10_000)
        try:
            yield page
        finally:
            context.close()

    @contextmanager
    def phone(self, address: str) -> Generator[Page]:
        """Opens what was scanned, and signs in as asked."""
        with self.page() as page:
            page.goto(address)
            page.get_by_label("E-mail address").fill(EMAIL)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in", exact=True).click()
            page.get_by_role("heading", level=1).wait_for()
            page.wait_for_function("!location.pathname.startsWith('/sign-in')")
            yield page

    def close(self) -> None:
        self.wox.close()
        self.tenant.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=root)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def office(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("office"), chromium, latency_ms=50)
    yield office
    office.close()


@pytest.fixture
def panel(tmp_path: Path, office: Office) -> Iterator[UnpairedKiosk]:
    panel = UnpairedKiosk(tmp_path, server=office.wox.url)
    yield panel
    panel.close()


def confirm(page: Page, room: str) -> None:
    page.get_by_role("radio", name=room).check()
    page.get_by_role("button", name="Yes, pair it").click()
    page.get_by_text("Confirmed.").wait_for()


def pair(office: Office, panel: UnpairedKiosk, room: str = "Aurora") -> None:
    shown = panel.waiting()
    with office.phone(panel.scanned()) as page:
        assert page.locator("#match").inner_text() == shown["matchNumber"]
        confirm(page, room)
    panel.until(lambda state: state.get("freshness", {}).get("kind") == "live")


def test_from_the_code_to_the_schedule(office: Office, panel: UnpairedKiosk) -> None:
    shown = panel.waiting()
    address = panel.scanned()
    assert address == shown["address"]
    with office.phone(address) as page:
        assert page.locator("#match").inner_text() == shown["matchNumber"]
        assert shown["key"].removeprefix("Key ") in page.locator(".match").inner_text()
        confirm(page, "Aurora")
        confirmed = time.monotonic()
        panel.until(lambda state: state.get("freshness", {}).get("kind") == "live")
        took = time.monotonic() - confirmed
        print(f"confirmed on the phone to the schedule on the glass: {took:.2f} s")
        assert took < GOAL_CONFIRMED_TO_SCHEDULE
    assert panel.is_paired
    # WOX hears that it has arrived, and its code is used up
    with office.phone(f"{office.wox.url}/fleet") as page:
        assert page.get_by_text(shown["serial"].removeprefix("Serial ")).count()


def test_power_on_to_the_code_without_a_network(tmp_path: Path) -> None:
    panel = UnpairedKiosk(tmp_path, server="https://wox.example.invalid")
    try:
        panel.until(lambda state: bool(state.get("code")), 10)
        took = time.monotonic() - panel.began
        print(f"start of the process to the code: {took:.2f} s")
        assert took < GOAL_QR_WITHOUT_NETWORK
        assert panel.scanned().startswith("https://wox.example.invalid/pair?code=")
    finally:
        panel.close()


def test_revoked_it_wipes_itself_and_shows_its_code(office: Office, panel: UnpairedKiosk) -> None:
    pair(office, panel, "Borealis")
    with office.phone(f"{office.wox.url}/fleet") as page:
        page.goto(f"{office.wox.url}/fleet?search=Borealis")
        page.locator("a[href^='/panel/']").first.click()
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Revoke its access").click()
        revoked = time.monotonic()
        panel.waiting(60)
        print(f"revoked to the code on the glass: {time.monotonic() - revoked:.2f} s")
    assert not panel.is_paired
    left = b"".join(file.read_bytes() for file in panel.state.rglob("*") if file.is_file())
    assert b"Borealis" not in left
    assert b"wox-token" not in left
    # and the same room again
    pair(office, panel, "Borealis")


def test_unpaired_on_its_page_it_shows_its_code(office: Office, panel: UnpairedKiosk) -> None:
    pair(office, panel, "Cirrus")
    with office.phone(f"{office.wox.url}/fleet") as page:
        page.goto(f"{office.wox.url}/fleet?search=Cirrus")
        page.locator("a[href^='/panel/']").first.click()
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Unpair").click()
        panel.waiting(60)
        page.reload()
        page.get_by_text("This panel is not paired any more.").wait_for()


def test_denied(office: Office, panel: UnpairedKiosk) -> None:
    panel.waiting()
    with office.phone(panel.scanned()) as page:
        page.get_by_role("button", name="No, another one").click()
        page.get_by_text("Nothing was paired.").wait_for()
    denied = panel.until(lambda state: state.get("pairing") == "denied")
    panel.ctl("tap", denied["taps"][0])
    panel.waiting()


def test_a_server_that_restarts_in_the_middle(office: Office, panel: UnpairedKiosk) -> None:
    before = panel.waiting()["code"]
    office.wox.kill()
    time.sleep(3)
    office.wox.start()
    pair(office, panel, "Dune")
    assert before


def test_the_address_is_typed_on_the_glass(tmp_path: Path) -> None:
    panel = UnpairedKiosk(tmp_path)
    try:
        asked = panel.until(lambda state: state.get("title") == "Which WOX server?")
        assert "Go on" not in asked["taps"]
        for key in "wox.example.invalid:8443":
            panel.ctl("tap", key)
        panel.ctl("tap", "Go on")
        panel.until(lambda state: bool(state.get("code")))
        assert panel.scanned().startswith("https://wox.example.invalid:8443/pair?code=")
        panel.kill()
        panel.start()
        panel.until(lambda state: bool(state.get("code")))
    finally:
        panel.close()


def test_nothing_secret_is_logged(office: Office, panel: UnpairedKiosk) -> None:
    pair(office, panel, "Aurora")
    told = "".join(line for _, line in panel.log) + (panel.state / "paired.yaml").read_text()
    assert office.tenant.told["client_secret"] not in told
