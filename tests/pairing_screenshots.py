"""The README's pictures of pairing: the panel, the phone, the panel. `script/screenshots` takes them."""

import shutil
import tempfile
import time
from base64 import b64decode
from pathlib import Path

from tests.e2e.commissioning import Office, chromium, confirm
from tests.processes import ROOT, UnpairedKiosk

PICTURES = ROOT / "assets" / "screenshots"


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="roomdisplay-pictures-"))
    try:
        with chromium() as browser:
            office = Office(folder, browser)
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
        page.screenshot(path=PICTURES / "pairing-phone-done.png")
    panel.until(lambda state: state.get("freshness", {}).get("kind") == "live")
    time.sleep(1)  # until its colour has come
    _keep(panel, "pairing-room.png")


def _keep(panel: UnpairedKiosk, name: str) -> None:
    (PICTURES / name).write_bytes(b64decode(panel.ctl("screenshot")))


if __name__ == "__main__":
    main()
