"""The README's pictures of pairing: the panel, the phone, the panel. `script/screenshots` takes them."""

import shutil
import tempfile
import time
from base64 import b64decode
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.e2e.commissioning import DESK, Office, chromium, confirm
from tests.processes import ROOT, UnpairedKiosk

PICTURES = ROOT / "assets" / "screenshots"


ZONES = ("Europe/Berlin", "America/New_York", "America/Los_Angeles", "Pacific/Auckland", "Asia/Tokyo", "Asia/Kolkata")
DEMO = ROOT / "src" / "roomdisplay" / "simulator" / "scenarios" / "demo.yaml"


def _morning(folder: Path) -> tuple[Path, str]:
    """The demonstration's day in a zone where it is day now, and that zone: panels are paired in the light."""
    zone = min(ZONES, key=lambda zone: abs(datetime.now(ZoneInfo(zone)).hour - 10))
    scenario = folder / "day.yaml"
    scenario.write_text(DEMO.read_text().replace("timeZone: Europe/Berlin", f"timeZone: {zone}"))
    return scenario, zone


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="roomdisplay-pictures-"))
    try:
        with chromium() as browser:
            scenario, zone = _morning(folder)
            office = Office(folder, browser, scenario=str(scenario), zone=zone)
            panel = UnpairedKiosk(folder, server=office.wox.url, extra="display: {locale: en_GB}\n")
            try:
                _take(office, panel)
            finally:
                panel.close()
                office.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _take(office: Office, panel: UnpairedKiosk) -> None:
    panel.waiting()
    _keep(panel, "pairing-panel.png")
    with office.phone(panel.scanned()) as page:
        page.get_by_role("radio", name="Aurora").check()
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=PICTURES / "pairing-phone.png")
        confirm(page, "Aurora")
        page.get_by_text("Everything that was looked at").wait_for(timeout=60_000)
        page.screenshot(path=PICTURES / "pairing-phone-done.png")
        address = f"{office.wox.url}{page.get_by_role('link', name='To the panel').get_attribute('href')}"
    panel.until(lambda state: state.get("freshness", {}).get("kind") == "live")
    time.sleep(1)  # until its colour has come
    _keep(panel, "pairing-room.png")
    with office.phone(address, size=DESK) as page:
        page.get_by_role("button", name="Take a screenshot").click()
        page.get_by_role("img", name="The panel’s screen").wait_for()
        page.screenshot(path=PICTURES / "portal-panel.png")


def _keep(panel: UnpairedKiosk, name: str) -> None:
    (PICTURES / name).write_bytes(b64decode(panel.ctl("screenshot")))


if __name__ == "__main__":
    main()
