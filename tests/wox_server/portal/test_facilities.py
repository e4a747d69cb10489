"""What facilities see and do: panels, settings, the emergency message, problems, people, usage."""

import csv
import io
import json
from datetime import timedelta

import pytest
from msgspec.structs import replace

from roomdisplay.config import pin
from roomdisplay.core.wox import BookingState, CommandKind
from roomdisplay.wox_server import badges, bookings, panels, people, rooms, settings
from roomdisplay.wox_server.database import Database
from tests.pictures import png
from tests.wox_server.building import NOW
from tests.wox_server.portal.conftest import Browser, Clock, Open
from tests.wox_server.portal.office import Office, outlook


@pytest.fixture
def manager(browser: Open, office: Office) -> Browser:
    return browser(office.people["manager"])


def beat(database: Database, panel: int, clock: Clock, **told: object) -> None:
    with database.writing() as writing:
        panels.beat(writing, panel, at=clock.now, heartbeat={"version": "1.0", "link": "well", **told}, now=clock.now)


def test_a_panel_is_not_responding_after_ten_minutes(
    manager: Browser, database: Database, office: Office, clock: Clock
) -> None:
    assert "Not responding" in manager.get(f"/panel/{office.panel}").text  # never seen
    beat(database, office.panel, clock, dataAgeSeconds=4)
    clock.pass_by(timedelta(minutes=10))
    assert "Not responding</" not in manager.get(f"/panel/{office.panel}").text
    clock.pass_by(timedelta(seconds=1))
    text = manager.get("/fleet?show=silent").text
    assert "RD-0001" in text
    assert '"Office 365">–' in text  # nobody knows how its link is by now
    assert "10 min ago" in text


def test_the_fleet_shows_what_heartbeats_say(
    manager: Browser, database: Database, office: Office, clock: Clock
) -> None:
    ends = (clock.now + timedelta(days=9)).isoformat()
    beat(database, office.panel, clock, dataAgeSeconds=900, link="signIn", pending=2, certificateEnds=ends,
         faults=["The disk is <full>."])  # fmt: skip
    text = manager.get("/fleet").text
    for said in ("15 min old", "signIn", "2 waiting", "ends 2026-03-11", "The disk is &lt;full&gt;.", "Old data",
                 "No link to Office 365", "Certificate ends soon"):  # fmt: skip
        assert said in text, said
    assert "RD-0003" not in text  # Lisbon's
    assert "No panel is paired." in text  # Borealis
    assert "Nothing matches" in manager.get("/fleet?search=zzz").text
    assert "RD-0001" in manager.get("/fleet?search=SIGNIN&show=trouble").text


@pytest.mark.parametrize(
    "told",
    [{"dataAgeSeconds": "x", "faults": 3, "pending": [], "certificateEnds": 7, "link": None}, {"certificateEnds": "?"},
     {"faults": [{"a": 1}] * 50, "dataAgeSeconds": True}],
)  # fmt: skip
def test_an_odd_heartbeat_breaks_no_page(
    manager: Browser, database: Database, office: Office, clock: Clock, told: dict[str, object]
) -> None:
    beat(database, office.panel, clock, **told)
    assert manager.get("/fleet").status_code == 200
    assert manager.get(f"/panel/{office.panel}").status_code == 200


def test_a_screenshot_is_asked_for_and_shown(manager: Browser, database: Database, office: Office) -> None:
    page = f"/panel/{office.panel}"
    assert manager.form(page, f"{page}/screenshot").status_code == 303
    assert "The panel was asked for a picture." in manager.get(page).text
    assert manager.get(f"{page}/screenshot").status_code == 404
    with database.writing() as writing:
        asked = panels.last_orders(writing.connection, office.panel)[CommandKind.SCREENSHOT]
        panels.answer(writing, office.panel, asked.command.id, result=png(), error=None, now=NOW)
    assert f'src="{page}/screenshot?' in manager.get(page).text
    assert manager.get(f"{page}/screenshot").content == png()


def test_diagnostics_are_asked_for_and_downloaded_under_the_panel_s_serial(
    manager: Browser, database: Database, office: Office
) -> None:
    page = f"/panel/{office.panel}"
    assert manager.form(page, f"{page}/diagnostics").status_code == 303
    assert "The panel was asked for its diagnostics." in manager.get(page).text
    assert manager.get(f"{page}/diagnostics").status_code == 404
    with database.writing() as writing:
        asked = panels.last_orders(writing.connection, office.panel)[CommandKind.DIAGNOSTICS]
        panels.answer(writing, office.panel, asked.command.id, result=b"PK\x03\x04", error=None, now=NOW)
    answer = manager.get(f"{page}/diagnostics")
    assert (answer.content, answer.headers["content-type"]) == (b"PK\x03\x04", "application/zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="RD-0001.zip"'


def finding(id: str, title: str, verdict: str, **told: object) -> dict[str, object]:
    return {"id": id, "title": title, "verdict": verdict, "evidence": [f"What was seen of {id}."], **told}


def report(verdict: str, *findings: dict[str, object]) -> bytes:
    told = {"format": 1, "version": "1.0", "room": None, "at": "2026-03-02T09:00:00Z", "verdict": verdict}
    return json.dumps(told | {"findings": findings}).encode()


def examined(database: Database, panel: int, result: bytes | None, error: str | None = None) -> None:
    with database.writing() as writing:
        asked = panels.last_orders(writing.connection, panel)[CommandKind.DOCTOR]
        panels.answer(writing, panel, asked.command.id, result=result, error=error, now=NOW)
        assert writing.touched, "whoever looks at the page sees it at once"


def test_the_doctor_is_asked_and_says_what_mends_it(manager: Browser, database: Database, office: Office) -> None:
    page = f"/panel/{office.panel}"
    text = manager.get(page).text
    assert "Nobody has asked the doctor yet." in text
    assert "an appointment far ahead is made" in text, "said before it is done"
    assert manager.form(page, f"{page}/doctor").status_code == 303
    assert "The doctor is looking" in manager.get(page).text
    line = {"in": "powershell", "line": "New-ManagementRoleAssignment -App 1"}
    found = report(
        "broken",
        finding("touch", "Touch", "warning", mend="Check the cable."),
        finding("write", "Right to book", "broken", mend="Give the <role>.", commands=[line]),
        finding("token", "Sign-in", "well"),
    )
    examined(database, office.panel, found)
    text = manager.get(page).text
    assert "Something is broken." in text
    assert "Give the &lt;role&gt;." in text
    assert "<code>New-ManagementRoleAssignment -App 1</code>" in text
    order = [text.index(word) for word in ("Right to book", "Touch", "Everything that was looked at", "Sign-in</b>")]
    assert order == sorted(order), "the worst first, what is well put away"


def test_all_is_well_and_why_there_is_no_report(manager: Browser, database: Database, office: Office) -> None:
    page = f"/panel/{office.panel}"
    manager.form(page, f"{page}/doctor")
    examined(database, office.panel, report("well", finding("token", "Sign-in", "well")))
    assert "All is well." in manager.get(page).text
    manager.form(page, f"{page}/doctor")
    examined(database, office.panel, None, "It could not be done; the panel's log says why.")
    assert "It could not be done; the panel&#39;s log says why." in manager.get(page).text


def test_a_pin_is_kept_as_a_hash_and_shown_nowhere(manager: Browser, database: Database, office: Office) -> None:
    place, room = f"/location/{office.building.berlin}", f"/room/{office.building.aurora}/settings"
    assert manager.form(place, f"{place}/settings", name="admin.pin", value="246810").status_code == 303

    def kept() -> object:
        with database.reading() as connection:
            return settings.effective(connection, office.building.aurora, office.panel)["admin.pin"].value

    hashed = kept()
    assert isinstance(hashed, str)
    assert pin.is_right("246810", hashed)
    for page in (place, room, f"/panel/{office.panel}"):
        text = manager.get(page).text
        assert "<b>set</b>" in text
        assert "246810" not in text
        assert hashed.rpartition(":")[2] not in text
    refused = manager.form(place, f"{place}/settings", name="admin.pin", value="7531")
    assert refused.status_code == 422
    assert "6 to 12 digits" in refused.text
    assert "7531" not in refused.text
    assert kept() == hashed
    assert manager.form(room, room, name="admin.pin", value="").status_code == 303
    assert kept() is None, "no such page at this door"


def test_restart_unpair_and_revoke(manager: Browser, database: Database, office: Office) -> None:
    page = f"/panel/{office.panel}"
    for what in ("restart", "unpair"):
        assert manager.form(page, f"{page}/{what}").status_code == 303
    with database.reading() as connection:
        assert set(panels.last_orders(connection, office.panel)) == {CommandKind.RESTART, CommandKind.UNPAIR}
    assert manager.form(page, f"{page}/revoke").status_code == 303
    assert "not paired any more" in manager.get(page).text
    with database.reading() as connection:
        assert not panels.find(connection, office.panel).is_paired(NOW)


def test_a_setting_is_inherited_overridden_and_inherited_again(
    manager: Browser, database: Database, office: Office
) -> None:
    room, location = office.building.aurora, office.building.berlin
    here, there, panel = f"/location/{location}", f"/room/{room}/settings", f"/panel/{office.panel}"
    assert manager.form(here, f"{here}/settings", name="booking.longest", value="90").status_code == 303
    assert "from the location" in manager.get(there).text
    assert manager.form(there, there, name="booking.longest", value="60").status_code == 303
    assert "from the room" in manager.get(panel).text
    assert manager.form(panel, f"{panel}/settings", name="booking.longest", value="30").status_code == 303

    def in_force(panel_id: int | None = None) -> object:
        with database.reading() as connection:
            return settings.effective(connection, room, panel_id)["booking.longest"].value

    assert (in_force(), in_force(office.panel)) == (60, 30)
    assert manager.form(there, there, name="booking.longest", inherit="1").status_code == 303
    assert (in_force(), in_force(office.panel)) == (90, 30)


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("booking.durations", {"value": "15, 30,60"}, [15, 30, 60]),
        ("check_in.enabled", {"value": "true"}, True),
        ("notice.reservation", {"value": "Tidy up."}, "Tidy up."),
        ("display.locale", {"value": ""}, None),
        ("hours.open", {"mon.opens": "08:00", "mon.closes": "00:00"}, {"mon": ["08:00", "24:00"]}),
        ("hours.open", {"always": "on", "mon.opens": "08:00"}, None),
    ],
)
def test_every_sort_of_value_can_be_typed(
    manager: Browser, database: Database, office: Office, name: str, typed: dict[str, str], kept: object
) -> None:
    page = f"/room/{office.building.aurora}/settings"
    assert manager.form(page, page, name=name, **typed).status_code == 303
    with database.reading() as connection:
        assert settings.effective(connection, office.building.aurora)[name].value == kept
    assert manager.get(page).status_code == 200


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("booking.longest", {"value": "long"}, "accepted: whole minutes"),
        ("booking.durations", {"value": "1,2,x"}, "accepted: a list of"),
        ("check_in.enabled", {"value": "maybe"}, "accepted: true or false"),
        ("hours.open", {"mon.opens": "18:00", "mon.closes": "08:00"}, "accepted: opening and closing"),
        ("no.such", {"value": "1"}, "There is no such setting."),
    ],
)
def test_what_is_not_accepted_is_said(
    manager: Browser, office: Office, name: str, typed: dict[str, str], sentence: str
) -> None:
    page = f"/room/{office.building.aurora}/settings"
    answer = manager.form(page, page, name=name, **typed)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_the_emergency_message_is_confirmed_by_typing_the_place(
    browser: Open, database: Database, office: Office
) -> None:
    operator, page = browser(office.people["operator"]), f"/location/{office.building.berlin}"
    action, message = f"{page}/emergency", "Leave the building by the east stairs."
    unsure = operator.form(page, action, message=message, confirm="yes")
    assert unsure.status_code == 422
    assert message in unsure.text
    assert operator.form(page, action, message="", confirm="Berlin").status_code == 422
    assert operator.form(page, action, message=message, confirm="berlin").status_code == 303
    with database.reading() as connection:
        assert rooms.location(connection, office.building.berlin).emergency == message
        assert rooms.location(connection, office.building.lisbon).emergency is None
    assert message in operator.get("/").text
    assert message in operator.get(f"/room/{office.building.aurora}").text
    assert operator.form(page, f"{page}/lift").status_code == 303
    assert message not in operator.get("/").text


def test_problems_are_seen_to(browser: Open, office: Office) -> None:
    operator = browser(office.people["operator"])
    assert "Screen: flickers" in operator.get("/problems").text
    assert operator.form("/problems", f"/problem/{office.problem}/close").status_code == 303
    assert "Open again" in operator.get("/problems").text
    assert operator.form("/problems", f"/problem/{office.problem}/reopen").status_code == 303
    assert "Seen to" in operator.get("/problems").text


def test_a_building_is_made_from_nothing(browser: Open, office: Office) -> None:
    administrator = browser(office.people["administrator"])
    wrong = administrator.form("/locations", "/locations", name="Porto", time_zone="Europe/Atlantis")
    assert wrong.status_code == 422
    assert "Europe/Atlantis" in wrong.text
    made = administrator.form("/locations", "/locations", name="Porto", time_zone="Europe/Lisbon")
    page = made.headers["location"]
    assert "No floors yet" in administrator.get(page).text
    assert administrator.form(page, f"{page}/floors", name="Roof", level="7").status_code == 303
    floor = administrator.get(page).text.split('<option value="')[1].split('"')[0]
    room = {"name": "Douro", "mailbox": "douro@contoso.example", "floor": floor, "capacity": "6"}
    bad = {**room, "mailbox": "no address"}
    assert administrator.form(page, f"{page}/rooms", **bad).status_code == 422
    assert administrator.form(page, f"{page}/rooms", **{**room, "floor": "1"}).status_code == 422
    assert administrator.form(page, f"{page}/rooms", **room).status_code == 303
    assert "Douro" in administrator.get("/").text


def test_a_person_is_added_with_a_link(browser: Open, office: Office) -> None:
    administrator = browser(office.people["administrator"])
    answer = administrator.form("/people", "/people", name="Mary", email="mary@contoso.example")
    link = answer.text.split("https://wox.example")[1].split('"')[0]
    assert link.startswith("/welcome/")
    assert "Mary, choose the password" in browser().get(link).text
    assert administrator.form("/people", "/people", name="Mary", email="MARY@contoso.example").status_code == 422


def test_panels_know_people_by_badge_and_pin(browser: Open, office: Office, database: Database) -> None:
    employee, administrator = browser(office.people["employee"]), browser(office.people["administrator"])
    own = office.people["employee"]
    assert employee.form("/account", "/account/pin", pin="111111").status_code == 422
    assert "Panels know you" in employee.form("/account", "/account/pin", pin="271828").text
    assert administrator.form("/people", f"/people/{own}/badge", badge="04:A2:2B").status_code == 303
    assert administrator.form("/people", f"/people/{office.building.ada}/badge", badge="04:A2:2B").status_code == 422
    with database.reading() as connection:
        by_pin, by_badge = badges.holder(connection, pin="271828"), badges.holder(connection, badge="04:A2:2B")
    assert by_pin is not None
    assert by_pin == by_badge
    assert by_pin.id == str(own)
    assert "no PIN any more" in employee.form("/account", "/account/pin", pin="").text
    with database.reading() as connection:
        assert badges.holder(connection, pin="271828") is None


def test_usage_counts_bookings_hours_no_shows_and_releases(
    manager: Browser, database: Database, office: Office, clock: Clock
) -> None:
    here = office.building
    with database.writing() as writing:
        outlook(writing, here.aurora, NOW, 60, "Held", NOW)
        missed = outlook(writing, here.aurora, NOW + timedelta(hours=2), 60, "=cmd()", NOW)
        gone = replace(missed, state=BookingState.CANCELLED, released_at=missed.interval.start + timedelta(minutes=15))
        bookings.put(writing, here.aurora, gone, NOW)
        outlook(writing, here.caravel, NOW, 60, "Elsewhere", NOW)
        rooms.change_room(
            writing, here.borealis, replace(rooms.room(writing.connection, here.borealis).facts, name="=1+1")
        )
        outlook(writing, here.borealis, NOW, 30, "Held", NOW)
    clock.pass_by(timedelta(hours=8))
    answer = manager.get("/usage.csv")
    assert "attachment" in answer.headers["content-disposition"]
    header, *rows = csv.reader(io.StringIO(answer.text))
    assert header[:4] == ["day", "location", "floor", "room"]
    assert rows == [
        ["2026-03-02", "Berlin", "2nd floor", "'=1+1", "1", "0.50", "0.50", "0", "0"],
        ["2026-03-02", "Berlin", "2nd floor", "Aurora", "2", "2.00", "1.25", "1", "1"],
    ]
    assert "1.2" in manager.get("/usage").text
    assert manager.get("/usage?from=nonsense&to=2020-01-01&location=x").status_code == 200


def test_an_empty_server_says_what_to_do_next(browser: Open, database: Database, clock: Clock) -> None:
    with database.writing() as writing:
        first = people.make_administrator(writing, email="a@contoso.example", name="A")
    administrator = browser(first.id)
    empty = {
        "/": "No rooms yet",
        "/fleet": "No rooms yet",
        "/locations": "No locations yet",
        "/problems": "No problems",
        "/usage": "No rooms yet",
        "/mine": "You have no bookings",
    }
    for path, said in empty.items():
        assert said in administrator.get(path).text, path
