"""The README's pictures of the Portal, on a phone and at a desk, on the day of the panel's. `script/screenshots` takes
them."""

import json
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from roomdisplay.gallery.photo import photo
from roomdisplay.wox_server import rooms
from roomdisplay.wox_server.database import Database
from tests.e2e.commissioning import DESK, PHONE, chromium
from tests.processes import ROOMDISPLAY, ROOT
from tests.wox_server.portal.office import furnish

PICTURES = ROOT / "assets" / "screenshots"
MORNING = datetime(2026, 11, 24, 9, 2, 20, tzinfo=UTC)
"""Two minutes past ten in Berlin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    url: str
    known: dict[str, Any]
    """Session cookies by role, and ids (`office.furnish`)."""
    browser: Browser

    def take(self, name: str, path: str, who: str, *, on_phone: bool = False, dark: bool = False) -> None:
        with self._page(who, on_phone=on_phone, dark=dark) as page:
            page.goto(path)
            page.wait_for_load_state()
            page.screenshot(path=PICTURES / f"{name}.png")
            print(PICTURES / f"{name}.png")

    @contextmanager
    def _page(self, who: str, *, on_phone: bool, dark: bool) -> Generator[Page]:
        context = self.browser.new_context(
            viewport=PHONE if on_phone else DESK,
            device_scale_factor=2 if on_phone else 1,
            has_touch=on_phone,
            is_mobile=on_phone,
            base_url=self.url,
            locale="en-GB",
            color_scheme="dark" if dark else "light",
        )
        context.add_cookies([{"name": "session", "value": self.known[who], "url": self.url}])
        yield context.new_page()
        context.close()


@contextmanager
def portal(browser: Browser, folder: Path) -> Generator[Portal]:
    database = Database(f"sqlite:///{folder / 'wox.sqlite'}")
    database.migrate()
    known = furnish(database, MORNING)
    with database.writing() as writing:
        rooms.change_photo(writing, int(str(known["aurora"])), photo().read_bytes())
    ahead = (MORNING - datetime.now(UTC)).total_seconds()
    address = database.url.render_as_string()
    command = [ROOMDISPLAY, "wox-server", "--database", address, "--port", "0", "--ahead", str(ahead)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Portal(url=json.loads(process.stdout.readline())["url"], known=known, browser=browser)
    finally:
        process.terminate()
        process.communicate(timeout=15)
        database.close()


def main() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="roomdisplay-pictures-") as folder,
        chromium() as browser,
        portal(browser, Path(folder)) as there,
    ):
        aurora, waiting = there.known["aurora"], there.known["waiting"]
        there.take("portal-room", f"/room/{aurora}", "employee")
        there.take("portal-fleet", "/fleet", "administrator")
        there.take("portal-rooms-phone", "/", "employee", on_phone=True, dark=True)
        there.take("portal-room-phone", f"/room/{aurora}", "employee", on_phone=True)
        there.take("portal-booking-phone", f"/booking/{waiting}", "employee", on_phone=True)


if __name__ == "__main__":
    main()
