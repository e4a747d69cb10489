"""Somebody of facilities with a phone, before a WOX server that is linked with a tenant."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from roomdisplay.adapters.certificates import self_signed
from tests.processes import Tenant, WoxServer

PHONE, DESK = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=800)
EMAIL, PASSWORD = "fay@contoso.example", "correct horse battery"


@contextmanager
def chromium() -> Generator[Browser]:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=root)
        yield browser
        browser.close()


class Office:
    """A tenant, a WOX server that is linked with it, and somebody of facilities with a phone."""

    def __init__(
        self,
        folder: Path,
        browser: Browser,
        *,
        latency_ms: int = 0,
        options: tuple[str, ...] = (),
        by_certificate: bool = False,
        permission: str = "Application.Read.All",
        scenario: str = "demo",
        zone: str = "Europe/Berlin",
    ) -> None:
        """`by_certificate`: the server proves itself to Entra by a certificate, and has `permission` there. `zone` is
        that of the scenario's rooms."""
        self.tenant = Tenant(latency_ms=latency_ms, scenario=scenario)
        certificate = None
        if by_certificate:
            certificate, public = self_signed("server", datetime.now(UTC))
            self.tenant.control("entra", {"certificate": public, "directoryPermission": permission})
        self.wox = WoxServer(self.tenant.told, folder, options=options, certificate=certificate, zone=zone)
        self.browser = browser
        with self.page() as page:
            page.goto(self.wox.told["set_up"])
            page.get_by_label("Your name").fill("Fay Cilities")
            page.get_by_label("E-mail address").fill(EMAIL)
            for field in page.locator("input[type=password]").all():
                field.fill(PASSWORD)
            page.get_by_role("button", name="Choose and sign in").click()
            page.get_by_role("link", name="Panels").wait_for()

    @contextmanager
    def page(self, size: ViewportSize = PHONE) -> Generator[Page]:
        is_phone = size == PHONE
        context = self.browser.new_context(
            viewport=size,
            has_touch=is_phone,
            is_mobile=is_phone,
            locale="en-GB",
            device_scale_factor=2 if is_phone else 1,
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        try:
            yield page
        finally:
            context.close()

    @contextmanager
    def phone(self, address: str, size: ViewportSize = PHONE) -> Generator[Page]:
        """Opens what was scanned, and signs in as asked."""
        with self.page(size) as page:
            page.goto(address)
            page.get_by_label("E-mail address").fill(EMAIL)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in", exact=True).click()
            page.get_by_role("heading", level=1).wait_for()
            page.wait_for_url(lambda url: not urlsplit(url).path.startswith("/sign-in"))
            yield page

    def close(self) -> None:
        self.wox.close()
        self.tenant.close()


def confirm(page: Page, room: str) -> None:
    page.get_by_role("radio", name=room).check()
    page.get_by_role("button", name="Yes, pair it").click()
    page.get_by_text("Confirmed.").wait_for()
