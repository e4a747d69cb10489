"""The page that a panel's code leads to: who may, what they compare, and what becomes of the panel."""

import json
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from roomdisplay.adapters.certificates import self_signed
from roomdisplay.adapters.pairing import fresh_keys
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.config.settings import CertificatePem, ClientSecret, Office365, ServiceAccount
from roomdisplay.core import pairing as core
from roomdisplay.core.pairing import CODE_LIFE, Introduction
from roomdisplay.core.room import Room
from roomdisplay.wox_server import keys, pairings, panels, schema
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.handover import Handover, HandoverRefused, handover
from roomdisplay.wox_server.pairings import Request
from roomdisplay.wox_server.portal.fleet import COMPLAINTS
from roomdisplay.wox_server.portal.visit import Portal
from roomdisplay.wox_server.schema import Complaint
from tests.wox_server.building import NOW
from tests.wox_server.portal.conftest import Browser, Clock, Open
from tests.wox_server.portal.office import Office

SECRET = "planted-client-secret"
OFFICE365 = Office365(tenant="contoso.example", client_id="1" * 8, credential=ClientSecret(secret="link"))
LINK = Handover(office365=OFFICE365, secrets=GivenSecrets({"link": SECRET}))
KEYS = fresh_keys()


def shown(database: Database, nonce: int = 1) -> Request:
    """A panel shows its code, and the server knows it."""
    made = Introduction(
        serial="RD-7", identity_key=KEYS.identity_key, sealing_key=KEYS.sealing_key, nonce=bytes([nonce]) * 16
    )
    with database.writing() as writing:
        pairings.introduce(writing, made, NOW)
        return pairings.find(writing.connection, made.code)


def again(database: Database, request: Request) -> Request:
    with database.reading() as connection:
        return pairings.find(connection, request.introduction.code)


def manager(browser: Open, office: Office, portal: Portal | None = None) -> Browser:
    return browser(office.people["manager"], portal=portal or Portal(handover=LINK))


def sent(page: Browser, request: Request, **typed: object) -> int:
    code = request.introduction.code
    form = {"code": code, "number": request.match_number, "decision": "confirm"} | typed
    return page.form("/account", "/pair", **form).status_code


def test_the_number_and_the_key_are_those_of_the_panel(browser: Open, office: Office, database: Database) -> None:
    request = shown(database)
    code = request.introduction.code
    text = manager(browser, office).get(f"/pair?code={core.shown(code).lower()}").text
    assert f'id="match">{request.match_number}<' in text
    assert request.introduction.fingerprint in text
    assert "RD-7" in text
    rooms = re.findall(r"<b>(\w+)</b>", text)
    assert rooms == ["Borealis", "Aurora"], "those without a panel first; Lisbon is not theirs"
    assert "has a panel: RD-0001" in text
    assert re.findall(r"<b>(\w+)</b>", manager(browser, office).get(f"/pair?code={code}&search=auro").text) == [
        "Aurora"
    ]


def test_confirmed_the_panel_gets_room_token_and_link(browser: Open, office: Office, database: Database) -> None:
    request = shown(database)
    page = manager(browser, office)
    assert sent(page, request, room=office.building.borealis) == 303
    found = again(database, request)
    assert found.sealed is not None
    assert SECRET.encode() not in found.sealed
    told = json.loads(KEYS.open(found.sealed, found.transcript))
    assert told["room"]["name"] == "Borealis"
    assert told["office365"]["secret"] == SECRET
    with database.reading() as connection:
        panel = panels.authenticate(connection, told["token"], NOW)
        assert (panel.room_id, panel.serial) == (office.building.borealis, "RD-7")
        assert panel.fingerprint == request.introduction.fingerprint
    text = page.get(f"/pair?code={request.introduction.code}").text
    assert "Confirmed." in text
    assert "The doctor looks at it at once." in text
    assert sent(page, request, room=office.building.aurora) == 410, "once"


def test_another_number_is_a_refusal(browser: Open, office: Office, database: Database) -> None:
    request = shown(database)
    wrong = f"{(int(request.match_number) + 1) % 10_000:04d}"
    assert sent(manager(browser, office), request, number=wrong, room=office.building.borealis) == 409
    assert again(database, request).standing.is_denied


def test_denied(browser: Open, office: Office, database: Database) -> None:
    request = shown(database)
    assert sent(manager(browser, office), request, decision="deny") == 200
    assert again(database, request).standing.is_denied
    assert sent(manager(browser, office), request, room=office.building.borealis) == 410


@pytest.mark.parametrize("room", ["", "x", "-1", "9" * 12])
def test_a_room_is_needed(browser: Open, office: Office, database: Database, room: str) -> None:
    assert sent(manager(browser, office), shown(database), room=room) == 422


def test_only_the_rooms_one_looks_after(browser: Open, office: Office, database: Database) -> None:
    request = shown(database)
    assert sent(manager(browser, office), request, room=office.building.caravel) == 403
    assert again(database, request).panel_id is None
    assert sent(manager(browser, office), request, room=999_999) == 404
    everywhere = browser(office.people["administrator"], portal=Portal(handover=LINK))
    assert sent(everywhere, request, room=office.building.caravel) == 303
    assert manager(browser, office).get(f"/pair?code={request.introduction.code}").status_code == 403


def test_codes_that_nobody_shows_can_be_tried_twenty_times(browser: Open, office: Office) -> None:
    page = manager(browser, office)
    assert page.get("/pair?code=what").status_code == 422
    statuses = [page.get("/pair?code=BCDFGHJK").status_code for _ in range(21)]
    assert statuses == [404] * 20 + [429]


def test_an_expired_code(browser: Open, office: Office, database: Database, clock: Clock) -> None:
    request = shown(database)
    clock.pass_by(CODE_LIFE)
    page = manager(browser, office)
    assert page.get(f"/pair?code={request.introduction.code}").status_code == 410
    assert sent(page, request, room=office.building.borealis) == 410


def test_a_server_without_a_link_says_so(browser: Open, office: Office, database: Database) -> None:
    request = shown(database)
    assert sent(manager(browser, office, Portal()), request, room=office.building.borealis) == 503
    broken = Handover(office365=OFFICE365, secrets=GivenSecrets({}))
    assert sent(manager(browser, office, Portal(handover=broken)), request, room=office.building.borealis) == 503
    with database.reading() as connection:
        serials = connection.execute(select(schema.panel.c.serial)).scalars().all()
    assert "RD-7" not in serials, "nothing is left of it"


def test_the_same_panel_again_finds_its_room_chosen(browser: Open, office: Office, database: Database) -> None:
    page = manager(browser, office)
    assert sent(page, shown(database), room=office.building.borealis) == 303
    text = page.get(f"/pair?code={shown(database, 2).introduction.code}").text
    assert re.findall(r'value="(\d+)" required checked', text) == [str(office.building.borealis)]
    text = page.get(f"/pair?room={office.building.aurora}&code={shown(database, 3).introduction.code}").text
    assert re.findall(r'value="(\d+)" required checked', text) == [str(office.building.aurora)]


def test_a_panel_is_replaced_by_one_tap_and_the_new_ones_code(
    browser: Open, office: Office, database: Database
) -> None:
    """Scanned with the phone's camera, or typed: its room is chosen already."""
    page = manager(browser, office)
    assert f'href="/pair?room={office.building.aurora}"' in page.get(f"/panel/{office.panel}").text
    assert "The new panel gets the room Aurora." in page.get(f"/pair?room={office.building.aurora}").text
    new = shown(database)
    text = page.get(f"/pair?code={new.introduction.code}").text
    assert re.search(rf'value="{office.building.aurora}" required checked', text)
    assert sent(page, new, room=office.building.borealis) == 303
    text = page.get(f"/pair?code={shown(database, 2).introduction.code}").text
    assert re.findall(r'value="(\d+)" required checked', text) == [str(office.building.borealis)], "it was for once"
    elsewhere = page.get(f"/pair?room={office.building.caravel}").text
    assert "The new panel gets" not in elsewhere, "a room of another location"


def test_a_panels_own_certificate_is_offered(browser: Open, office: Office, database: Database) -> None:
    page = manager(browser, office)
    assert page.get(f"/panel/{office.panel}/certificate").status_code == 404
    _, public = self_signed("RD-0001", NOW)
    with database.writing() as writing:
        keys.offer(writing, office.panel, public, NOW)
    assert "Download its certificate" in page.get(f"/panel/{office.panel}").text
    answer = page.get(f"/panel/{office.panel}/certificate")
    assert answer.headers["content-type"] == "application/pkix-cert"
    assert answer.content.startswith(b"\x30\x82")


def test_a_certificate_that_is_left_over_is_told_until_somebody_has_taken_it_out(
    browser: Open, office: Office, database: Database
) -> None:
    """Where the server cannot do it itself."""
    page = manager(browser, office)
    _, public = self_signed("RD-0001", NOW)
    with database.writing() as writing:
        key = keys.offer(writing, office.panel, public, NOW)
        panels.revoke(writing, office.panel, NOW)
    told = page.get("/fleet").text
    assert key.thumbprint in told
    assert "is still in the application in Entra" in told
    assert "proves itself by a client secret" in told
    page.form("/fleet", f"/panel/{office.panel}/certificate/removed")
    assert key.thumbprint not in page.get("/fleet").text


def test_a_complaint_is_said_where_the_certificate_is(browser: Open, office: Office, database: Database) -> None:
    page = manager(browser, office)
    _, public = self_signed("RD-0001", NOW)
    with database.writing() as writing:
        key = keys.offer(writing, office.panel, public, NOW)
        keys.complain(writing, [key.thumbprint], Complaint.FULL)
    told = page.get(f"/panel/{office.panel}").text
    assert "as many certificates as Entra allows" in told
    assert "Download its certificate" in told
    with database.writing() as writing:
        keys.registered(writing, [key.thumbprint], NOW)
    told = page.get(f"/panel/{office.panel}").text
    assert key.thumbprint in told
    assert "Download its certificate" not in told


@pytest.mark.parametrize("complaint", Complaint)
def test_every_complaint_has_its_sentence(complaint: Complaint) -> None:
    assert COMPLAINTS[complaint].endswith(".")


def test_what_is_handed_over(tmp_path: Path) -> None:
    file = tmp_path / "link.yaml"
    file.write_text(f"office365: {{tenant: a.example, client_id: {'1' * 8}-{'1111-' * 3}{'1' * 12}, client_secret: s}}")
    secrets = GivenSecrets({"s": "planted"})
    assert handover(file, secrets, own_certificates=False).own_certificates is False
    file.write_text("office365: {}")
    with pytest.raises(HandoverRefused, match="office365"):
        handover(file, secrets, own_certificates=False)


@pytest.mark.parametrize(
    ("credential", "own", "proof"),
    [
        (ClientSecret(secret="link"), False, "secret"),
        (ClientSecret(secret="link"), True, "certificate"),
        (CertificatePem(pem="link"), False, "certificate"),
        (ServiceAccount(), False, "serviceAccount"),
    ],
)
def test_how_a_panel_proves_itself(credential: ClientSecret, own: bool, proof: str) -> None:
    link = Office365(tenant="a.example", client_id="1", credential=credential)
    secrets = GivenSecrets({"link": SECRET})
    room = Room(address="a@a.example", name="A", zone=ZoneInfo("UTC"))
    told = json.loads(Handover(office365=link, secrets=secrets, own_certificates=own).grant(room, "token"))
    assert told["office365"]["proof"] == proof
    assert (SECRET in json.dumps(told)) is (proof == "secret")
