"""Who books at the door, through real processes: a PIN at the glass, a name in the mailbox and on WOX."""

import re
import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from roomdisplay.wox_server import badges, schema, settings
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.settings import Level, Scope
from tests.e2e.test_booking import book, settled, walk_ups
from tests.e2e.visiting import BERLIN, Visitor, until
from tests.processes import Kiosk, Tenant, WoxServer
from tests.wox_server.building import add

ROOM = "aurora@contoso.example"
PIN, NOBODYS, ADAS = "482915", "271828", "314159"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A room whose bookings have to be somebody's."""

    kiosk: Kiosk
    wox: WoxServer
    tenant: Tenant

    def subjects(self) -> list[str]:
        events = self.tenant.control(f"rooms/{ROOM}/events")["events"]
        return [e["subject"] for e in events if e["transactionId"] and not e["deleted"]]

    def hosts(self) -> list[str | None]:
        return [b["host"] for b in self.wox.feed(ROOM)["bookings"] if b["origin"] == "display"]

    def type(self, pin: str) -> None:
        for digit in pin:
            self.kiosk.ctl("tap", digit)
        self.kiosk.ctl("tap", "Book ")


@pytest.fixture
def house(tenant: Tenant, tmp_path: Path, start: Callable[..., Kiosk]) -> Generator[House]:
    wox = WoxServer(tenant.told, tmp_path, mirrors=False)
    database = Database(f"sqlite:///{tmp_path / 'wox' / 'wox.sqlite'}")
    with database.writing() as writing:
        mara = add(writing, schema.person, email="mara@contoso.example", name="Mara Lindqvist")
        badges.set_pin(writing, mara, PIN)
        room = writing.connection.execute(select(schema.room.c.id).where(schema.room.c.mailbox == ROOM)).scalar_one()
        settings.change(writing, Scope(level=Level.ROOM, id=room), {"booking.identity": "pin"})
    database.close()
    kiosk = start(wox=wox)
    kiosk.until(lambda state: state["freshness"]["kind"] == "live")
    kiosk.until(lambda state: state["roomPage"] is not None)  # WOX was heard
    yield House(kiosk=kiosk, wox=wox, tenant=tenant)
    kiosk.close()
    wox.close()
    log = "".join(line for _, line in kiosk.log)
    assert PIN not in log
    assert NOBODYS not in log
    kept = b"".join(file.read_bytes() for file in (tmp_path / "state").rglob("*") if file.is_file())
    assert PIN.encode() not in kept


def sheet(state: dict[str, Any]) -> dict[str, Any]:
    return state["sheet"] or {"title": "", "sentence": ""}


def test_a_wrong_pin_books_nothing_and_the_right_one_books_in_its_owners_name(house: House) -> None:
    book(house.kiosk)
    house.kiosk.until(lambda state: sheet(state)["title"] == "Who is booking?")
    house.type(NOBODYS)
    house.kiosk.until(lambda state: sheet(state)["sentence"] == "Nobody has this PIN. Try again.")
    assert (house.subjects(), house.hosts()) == ([], [])
    house.type(PIN)
    house.kiosk.until(settled("confirmed"))
    assert house.subjects() == ["Walk-up booking – Mara Lindqvist"]
    patience = time.monotonic() + 20
    while house.hosts() != ["Mara Lindqvist"]:
        assert time.monotonic() < patience, house.hosts()
        time.sleep(0.1)


def test_it_is_its_owners_on_the_portal_who_changes_it_there_and_takes_it_back_at_the_door(house: House) -> None:
    with closing(Visitor(house.wox)) as ada:
        its_owners(house, ada)


def its_owners(house: House, ada: Visitor) -> None:
    ada.send("/account", "/account/pin", pin=ADAS)
    book(house.kiosk)
    house.kiosk.until(lambda state: sheet(state)["title"] == "Who is booking?")
    house.type(ADAS)
    house.kiosk.until(settled("confirmed"))
    page = until(lambda: next(iter(own(ada)), None))
    until(lambda: "Change" in ada.page(page))
    [event] = walk_ups(house.tenant)
    start = datetime.fromisoformat(event["start"]["dateTime"]).replace(tzinfo=UTC).astimezone(BERLIN)
    midnight = start.replace(hour=0, minute=0) + timedelta(days=1)
    end = min(start + timedelta(minutes=20), midnight)
    times = {"day": f"{start:%Y-%m-%d}", "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
    ada.send(page, f"{page}/change", subject="Interview", **times)
    until(lambda: house.subjects() == ["Interview"])

    house.kiosk.until(lambda state: "Cancel booking" in state["taps"])
    house.kiosk.ctl("tap", "Cancel booking")
    house.kiosk.until(lambda state: sheet(state)["title"] == "Cancel this booking?")
    house.kiosk.ctl("tap", "Cancel booking")
    house.kiosk.until(lambda state: "Undo" in state["taps"])
    house.kiosk.ctl("tap", "Undo")
    again = until(lambda: next(iter(own(ada) - {page}), None))
    assert "Interview" in ada.page(again)


def own(visitor: Visitor) -> set[str]:
    """The pages of somebody's own bookings."""
    return set(re.findall(r'href="(/booking/[0-9a-f-]+)"', visitor.page("/mine")))


def test_while_wox_is_down_the_sheet_says_so_and_nothing_is_booked(house: House) -> None:
    house.wox.kill()
    book(house.kiosk)
    house.kiosk.until(lambda state: sheet(state)["title"] == "Who is booking?")
    house.type(PIN)
    told = house.kiosk.until(lambda state: sheet(state)["title"] == "WOX does not answer")
    assert sheet(told)["sentence"].startswith("Who books cannot be checked, so nothing was booked.")
    assert (told["outbox"], house.subjects()) == ([], [])
