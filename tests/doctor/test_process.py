"""`roomdisplay doctor` as an administrator runs it: one thing after another is broken in the simulated tenant or in the
machine, and the doctor finds that one, says what it saw and what mends it."""

import json
import os
import re
import socket
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.doctor.patient import KEYBOARD, NAME, TOUCH, Patient
from tests.processes import Tenant, WoxServer
from tests.simulator.openapi import CONTRACT_MISSING, validate_request

PERSON = "jonas.weber@contoso.example"


@pytest.fixture(scope="module")
def running() -> Generator[Tenant]:
    tenant = Tenant()
    yield tenant
    tenant.close()


@pytest.fixture
def tenant(running: Tenant) -> Generator[Tenant]:
    """The tenant as it was at its start; every request it got is held against the contract, where that is at hand."""
    running.control("reset", {"scenario": "demo"})
    running.told |= running.control("tenant")
    yield running
    for request in running.requests():
        if CONTRACT_MISSING is None:
            body = b"" if request["body"] is None else json.dumps(request["body"]).encode()
            validate_request(request["method"], f"{request['path']}?{request['query']}", request["headers"], body)
    running.control("faults", method="DELETE")


@pytest.fixture
def patient(tenant: Tenant, tmp_path: Path) -> Patient:
    return Patient(tenant, tmp_path)


# ── a panel that is well ──────────────────────────────────────────────────────────────────────────────────────────────

ALL = [
    *("entra", "entra-clock", "graph", "graph-clock", "certificate", "token", "mailbox", "read", "write", "time-zone"),
    *("rooms", "outsider", "subject", "private", "auto-accept", "auto-release", "wox"),
    *("screen", "touch", "backlight", "light", "storage", "fonts", "secrets", "files"),
]


def test_a_panel_that_is_well(patient: Patient) -> None:
    report = patient.examine("--write", "--outsider", PERSON, "--exchange", str(patient.processing()))
    assert list(report.findings) == ALL
    assert report.unwell() == {"wox": "unknown"}, report.tree
    assert report.status == 0
    assert report.tree["verdict"] == "well"
    assert report.tree["room"] == patient.room
    assert datetime.now(UTC) - datetime.fromisoformat(report.tree["at"]) < timedelta(minutes=1)
    assert all(one["evidence"] for one in report.findings.values())
    assert patient.marked() == []


def test_what_nobody_asked_for_is_not_done_and_says_how_to_ask(patient: Patient) -> None:
    report = patient.examine()
    assert report.unwell() == {"wox": "unknown", "write": "unknown", "outsider": "unknown", "auto-release": "unknown"}
    assert "doctor --write" in report.said("write")
    assert "doctor --outsider" in report.said("outsider")
    assert "doctor --exchange" in report.said("auto-release")
    assert not [one for one in patient.tenant.requests() if one["method"] != "GET" and "getSchedule" not in one["path"]]


def test_a_service_account_that_is_signed_out(tenant: Tenant, tmp_path: Path) -> None:
    patient = Patient(tenant, tmp_path, link="service-account")
    patient.give("token-cache-key", "k" * 44)
    report = patient.examine("--write")
    assert (report.verdict("token"), report.status) == ("broken", 1)
    assert "Sign the service account in at the panel" in report.said("token")
    assert report.verdict("write") == "unknown"


def test_before_there_is_a_configuration_the_machine_is_looked_at(patient: Patient) -> None:
    command = [word for word in patient.command("--json") if word != "--config" and not word.endswith(".yaml")]
    patient.environment["STATE_DIRECTORY"] = str(patient.state)
    patient.command = lambda *_: command  # pyright: ignore[reportAttributeAccessIssue]
    report = patient.examine()
    assert report.tree["room"] is None
    assert list(report.findings) == ALL[ALL.index("wox") :]
    assert report.unwell() == {"wox": "unknown", "secrets": "unknown"}


# ── one thing after another ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Trouble:
    """`told`: what has to stand in evidence, mend or commands. `also`: other checks it cannot but touch."""

    name: str
    make: Callable[[Patient], object]
    finding: str
    verdict: str
    told: tuple[str, ...]
    also: frozenset[str] = frozenset()
    options: tuple[str, ...] = ()


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


BEHIND_THE_TOKEN = frozenset(
    {"mailbox", "read", "write", "rooms", "time-zone", "outsider", "subject", "private", "auto-accept"}
)
BEHIND_READING = BEHIND_THE_TOKEN - {"rooms", "outsider"}


def elsewhere(key: str, url: str) -> Callable[[Patient], object]:
    return lambda p: p.office365.update({key: url.format(port=closed_port())})


def without(key: str) -> Callable[[Patient], object]:
    return lambda p: p.office365.pop(key)


def entra(**order: object) -> Callable[[Patient], object]:
    return lambda p: p.tenant.control("entra", order)


def revoke(what: str, **order: str) -> Callable[[Patient], object]:
    return lambda p: p.tenant.control("revoke", {"what": what, **order})


def policy(**switches: object) -> Callable[[Patient], object]:
    return lambda p: p.policy(**switches)


def booked_under(**switches: object) -> Callable[[Patient], object]:
    """The room keeps what is booked from now on in another way."""

    def make(patient: Patient) -> None:
        patient.cancel_all()
        patient.policy(**switches)
        for hour in (2, 4, 6):
            patient.book(
                "Quarterly numbers",
                f"now+{hour}h",
                f"now+{hour + 1}h",
                sensitivity="private" if hour == 6 else "normal",
            )

    return make


def clock(**shift: float) -> Callable[[Patient], object]:
    return lambda p: p.tenant.control("clock", {"now": (datetime.now(UTC) + timedelta(**shift)).isoformat()})


def hardware(path: str, content: str) -> Callable[[Patient], object]:
    return lambda p: p.machine.write(path, content)


def mode(path: str, mode: int) -> Callable[[Patient], object]:
    def make(patient: Patient) -> None:
        file = patient.folder / path
        file.parent.mkdir(mode=0o700, exist_ok=True)
        file.touch()
        file.chmod(mode)

    return make


def no_fonts(patient: Patient) -> None:
    """A machine with no fonts but the panel's own, in a country whose script those do not have."""
    empty = patient.folder / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>')
    patient.environment["FONTCONFIG_FILE"] = str(empty)
    patient.config["display"] = {"locale": "ja_JP"}


def not_a_folder(patient: Patient) -> None:
    (patient.folder / "file").write_text("")
    patient.config["state_directory"] = str(patient.folder / "file" / "state")


def stranger(patient: Patient) -> None:
    patient.give(NAME, "no certificate at all")


def other_certificate(patient: Patient) -> None:
    patient.tenant.control("revoke", {"what": "certificate"})


def ends_in(days: int) -> Callable[[Patient], object]:
    return lambda p: p.give(NAME, p.registered(days=days))


def by_secret(patient: Patient) -> None:
    patient.office365["client_secret"] = patient.office365.pop("certificate_pem")
    patient.give(NAME, patient.tenant.told["client_secret"])


def expired_secret(patient: Patient) -> None:
    by_secret(patient)
    patient.tenant.control("revoke", {"what": "secret"})


def zone(name: str) -> Callable[[Patient], object]:
    return lambda p: p.config["room"].update(time_zone=name)


NO_ENTRA = BEHIND_THE_TOKEN | {"entra-clock", "token"}
EXCHANGE, WRITE, OUTSIDER = ("--exchange",), ("--write",), ("--outsider", PERSON)

TROUBLES = [
    # the servers
    Trouble(
        "no such name",
        elsewhere("authority", "https://nowhere.invalid/contoso"),
        "entra",
        "broken",
        ("cannot be found in DNS", "resolvectl query nowhere.invalid"),
        also=NO_ENTRA,
    ),
    Trouble(
        "nobody listens",
        elsewhere("graph", "https://localhost:{port}/v1.0"),
        "graph",
        "broken",
        ("Name: localhost is", "No connection comes about", "firewall"),
        also=BEHIND_THE_TOKEN | {"graph-clock"},
    ),
    Trouble(
        "nobody vouches",
        without("ca_file"),
        "entra",
        "broken",
        ("Nobody the panel trusts", "office365.ca_file", "openssl s_client"),
        also=NO_ENTRA | {"graph", "graph-clock"},
    ),
    Trouble(
        "the proxy is gone",
        elsewhere("proxy", "http://127.0.0.1:{port}"),
        "graph",
        "broken",
        ("Proxy: 127.0.0.1:", "No connection comes about", "office365.proxy"),
        also=NO_ENTRA | {"entra", "graph-clock"},
    ),
    Trouble(
        "the clock is a little off",
        clock(minutes=2, seconds=30),
        "graph-clock",
        "warning",
        ("2 min behind", "timedatectl"),
        also=frozenset({"entra-clock"}),
    ),
    Trouble(
        "the clock is far off",
        clock(hours=-3),
        "entra-clock",
        "broken",
        ("ahead of the server's",),
        also=frozenset({"graph-clock"}),
    ),
    # the sign-in
    Trouble(
        "no such tenant",
        entra(error=90002),
        "token",
        "broken",
        ("AADSTS90002", "office365.tenant"),
        also=BEHIND_THE_TOKEN,
    ),
    Trouble(
        "no such application",
        entra(error=700016),
        "token",
        "broken",
        ("AADSTS700016", "office365.client_id"),
        also=BEHIND_THE_TOKEN,
    ),
    Trouble(
        "the application is disabled",
        revoke("app"),
        "token",
        "broken",
        ("AADSTS7000112", "Enabled for users to sign in"),
        also=BEHIND_THE_TOKEN,
    ),
    Trouble(
        "the certificate is not known",
        other_certificate,
        "token",
        "broken",
        ("AADSTS700027", "Upload"),
        also=BEHIND_THE_TOKEN,
    ),
    Trouble(
        "the secret has expired",
        expired_secret,
        "token",
        "broken",
        ("AADSTS7000222", "new secret"),
        also=BEHIND_THE_TOKEN | {"certificate"},
    ),
    Trouble(
        "conditional access",
        entra(error=53003),
        "token",
        "broken",
        ("AADSTS53003", "Sign-in logs"),
        also=BEHIND_THE_TOKEN,
    ),
    Trouble(
        "Entra is down", entra(error=90033, count=9), "token", "warning", ("HTTP 503", "Wait"), also=BEHIND_THE_TOKEN
    ),
    Trouble("a secret does not tell its end", by_secret, "certificate", "unknown", ("Certificates & secrets",)),
    Trouble("the certificate ends soon", ends_in(10), "certificate", "warning", ("in 9 days", "no restart")),
    Trouble(
        "the certificate has ended",
        ends_in(-1),
        "certificate",
        "broken",
        ("It ended on",),
        also=BEHIND_THE_TOKEN | {"token"},
    ),
    # the rooms
    Trouble(
        "no permission",
        revoke("permission"),
        "read",
        "broken",
        ("ErrorAccessDenied", "Test-ServicePrincipalAuthorization", "New-ManagementRoleAssignment"),
        also=BEHIND_READING | {"rooms"},
    ),
    Trouble(
        "this room is not in scope",
        lambda p: revoke("room", room=p.room)(p),
        "read",
        "broken",
        ("New-ManagementRoleAssignment",),
        also=BEHIND_READING,
    ),
    Trouble(
        "a room near by is not in scope",
        revoke("room", room="borealis@contoso.example"),
        "rooms",
        "warning",
        ("Borealis", "ErrorAccessDenied", "-Resource borealis@contoso.example"),
    ),
    Trouble(
        "the whole tenant is in reach",
        entra(permissionModel="entra"),
        "outsider",
        "warning",
        (PERSON, "API permissions", "InScope", "New-ManagementScope"),
        options=OUTSIDER,
    ),
    Trouble(
        "no such person",
        lambda p: None,
        "outsider",
        "unknown",
        ("is no mailbox",),
        options=("--outsider", "nobody@contoso.example"),
    ),
    Trouble(
        "no licence",
        policy(mailbox="unlicensed"),
        "mailbox",
        "broken",
        ("MailboxNotEnabledForRESTAPI", "licence", "Get-EXORecipient"),
        also=BEHIND_READING,
    ),
    Trouble(
        "no mailbox",
        policy(mailbox="missing"),
        "mailbox",
        "broken",
        ("ErrorInvalidUser", "room.address"),
        also=BEHIND_READING,
    ),
    Trouble(
        "it may read only",
        entra(readOnly=True),
        "write",
        "broken",
        ("Reading works, writing is denied", "Application Calendars.ReadWrite"),
        options=WRITE,
    ),
    Trouble(
        "the mailbox is full",
        policy(mailbox="quota"),
        "write",
        "broken",
        ("full", "Get-EXOMailboxStatistics"),
        options=WRITE,
    ),
    Trouble(
        "another zone",
        policy(timeZone="America/New_York"),
        "time-zone",
        "warning",
        (
            "Eastern Standard Time",
            'Set-MailboxCalendarConfiguration aurora@contoso.example -WorkingHoursTimeZone "W. Europe Standard Time"',
        ),
    ),
    Trouble(
        "a zone of its own making",
        policy(customTimeZone=True),
        "time-zone",
        "warning",
        ("of its own making", "Set-MailboxRegionalConfiguration"),
    ),
    Trouble(
        "subjects are the organizer's name",
        booked_under(deleteSubject=True, addOrganizerToSubject=True),
        "subject",
        "warning",
        (
            "none has a subject of its own",
            "Set-CalendarProcessing aurora@contoso.example -DeleteSubject $false -AddOrganizerToSubject $false",
        ),
    ),
    Trouble("subjects are gone", booked_under(deleteSubject=True), "subject", "warning", ("-DeleteSubject $false",)),
    Trouble(
        "an administrator tells that subjects go",
        policy(deleteSubject=True),
        "subject",
        "warning",
        ("Exchange says: DeleteSubject",),
        options=EXCHANGE,
    ),
    Trouble(
        "the private flag goes",
        booked_under(removePrivateProperty=True),
        "private",
        "unknown",
        ("the flag is taken away", "Get-CalendarProcessing"),
    ),
    Trouble(
        "an administrator tells that the private flag goes",
        policy(removePrivateProperty=True),
        "private",
        "warning",
        ("-RemovePrivateProperty $false",),
        options=EXCHANGE,
    ),
    Trouble(
        "nobody accepts",
        booked_under(autoAccept=False),
        "auto-accept",
        "warning",
        ("tentative", "-AutomateProcessing AutoAccept"),
    ),
    Trouble(
        "an administrator tells that nobody accepts",
        policy(autoAccept=False),
        "auto-accept",
        "warning",
        ("AutoUpdate", "-AutomateProcessing AutoAccept"),
        options=EXCHANGE,
    ),
    Trouble(
        "two that release",
        policy(enableAutoRelease=True),
        "auto-release",
        "warning",
        ("-EnableAutoRelease $false",),
        options=EXCHANGE,
    ),
    Trouble(
        "nothing was ever booked",
        lambda p: p.cancel_all(),
        "auto-accept",
        "unknown",
        ("No meeting is there",),
        also=frozenset({"subject", "private"}),
    ),
    Trouble(
        "Graph has a bad day",
        lambda p: p.tenant.control("faults", {"path": "calendarView", "status": 503}),
        "read",
        "warning",
        ("503", "Wait"),
        also=BEHIND_READING | {"rooms"},
    ),
    # the machine
    Trouble(
        "the screen is unplugged",
        hardware("sys/class/drm/card0-HDMI-A-1/status", "disconnected\n"),
        "screen",
        "broken",
        ("No screen is connected", "cable"),
    ),
    Trouble(
        "a very small screen",
        hardware("sys/class/drm/card0-HDMI-A-1/modes", "480x320\n"),
        "screen",
        "warning",
        ("480 × 320", "800 × 480"),
    ),
    Trouble("no touch", hardware("proc/bus/input/devices", KEYBOARD), "touch", "broken", ("nobody can book", "cable")),
    Trouble(
        "a touch pad is none",
        hardware("proc/bus/input/devices", TOUCH.replace("PROP=2", "PROP=5")),
        "touch",
        "broken",
        ("No touch screen",),
    ),
    Trouble(
        "no backlight",
        lambda p: p.machine.remove("sys/class/backlight"),
        "backlight",
        "unknown",
        ("None is found", "HDMI"),
    ),
    Trouble("no status light", lambda p: p.machine.remove("sys/class/leds"), "light", "unknown", ("None is found",)),
    Trouble("nowhere to write", not_a_folder, "storage", "broken", ("no booking could be promised", "df -h")),
    Trouble("no fonts", no_fonts, "fonts", "broken", ("Japanese", "apt-get install fonts-noto-cjk")),
    # the secrets
    Trouble(
        "no secret",
        lambda p: (p.credentials / NAME).unlink(),
        "secrets",
        "broken",
        (NAME, "LoadCredential"),
        also=BEHIND_THE_TOKEN | {"token", "certificate"},
    ),
    Trouble(
        "a secret everybody can read",
        lambda p: (p.credentials / NAME).chmod(0o444),
        "secrets",
        "broken",
        ("open to other users", "chmod 0400"),
        also=BEHIND_THE_TOKEN | {"token", "certificate"},
    ),
    Trouble(
        "a secret that is none",
        stranger,
        "token",
        "broken",
        ("no private key in the PEM",),
        also=BEHIND_THE_TOKEN | {"certificate"},
    ),
    Trouble(
        "a token cache everybody can read",
        mode("state/token-cache", 0o644),
        "files",
        "broken",
        ("token-cache", "chmod 0600"),
    ),
    Trouble(
        "a schedule everybody can read",
        mode("state/panel.sqlite", 0o604),
        "files",
        "broken",
        ("panel.sqlite", "chmod 0600"),
    ),
    Trouble(
        "a keyring everybody can read",
        mode("state/secrets/keyring", 0o640),
        "files",
        "broken",
        ("keyring", "chmod 0600"),
    ),
]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.name)
def test_the_doctor_finds(patient: Patient, trouble: Trouble) -> None:
    trouble.make(patient)
    options = [*trouble.options, str(patient.processing())] if trouble.options == EXCHANGE else trouble.options
    report = patient.examine(*options)
    assert report.verdict(trouble.finding) == trouble.verdict, report.tree
    for words in trouble.told:
        assert words in report.said(trouble.finding)
    asked_for = {"wox", "write", "outsider", "auto-release"}
    assert report.unwell().keys() - asked_for - trouble.also <= {trouble.finding}, "and nothing else"
    assert report.status == (1 if "broken" in report.unwell().values() else 0)
    if trouble.verdict == "broken":
        assert report.findings[trouble.finding]["mend"]
    assert patient.marked() == []


def test_every_check_has_its_trouble() -> None:
    of_wox = {"wox", "wox-server", "wox-clock"}
    assert {trouble.finding for trouble in TROUBLES} | of_wox == {*ALL, *of_wox}


@pytest.mark.parametrize(
    ("trouble", "finding", "told"),
    [
        ("away", "wox-server", "No connection comes about"),
        ("another time", "wox-clock", "behind the server's"),
        ("unpaired", "wox", "Pair the panel anew."),
        ("another room", "wox", "room.address"),
    ],
)
def test_the_doctor_finds_what_is_wrong_with_wox(patient: Patient, trouble: str, finding: str, told: str) -> None:
    ahead = ("--ahead", "900") if trouble == "another time" else ()
    wox = WoxServer(patient.tenant.told, patient.folder, mirrors=False, options=ahead)
    try:
        other = patient.tenant.told["rooms"][1]["address"]
        patient.give("wox-token", wox.token(other if trouble == "another room" else patient.room))
        patient.config["wox"] = {"server": wox.url, "token": "wox-token"}
        if trouble == "away":
            wox.kill()
        elif trouble == "unpaired":
            patient.give("wox-token", "of-another-day")
        report = patient.examine()
        assert report.verdict(finding) == "broken", report.tree
        assert told in report.said(finding)
        asked_for = {"write", "outsider", "auto-release"}
        behind = {"wox", "wox-clock"} if finding == "wox-server" else set[str]()
        assert report.unwell().keys() - asked_for - behind == {finding}
    finally:
        wox.close()


@pytest.mark.parametrize("zone", ["Europe/Vienna", "Europe/Paris", "Africa/Ceuta"])
def test_a_zone_of_another_name_and_the_same_hours_is_well(patient: Patient, zone: str) -> None:
    patient.config["room"]["time_zone"] = zone
    assert patient.examine().verdict("time-zone") == "well"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_backlight_this_user_may_not_set(patient: Patient) -> None:
    (patient.machine.root / "sys/class/backlight/10-0045/brightness").chmod(0o444)
    report = patient.examine()
    assert report.verdict("backlight") == "warning"
    assert "udev" in report.said("backlight")


# ── the appointment ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("requests", [1, 2])
def test_what_a_killed_run_left_behind_the_next_one_takes_away(patient: Patient, requests: int) -> None:
    patient.tenant.control("latency", {"ms": 60})
    patient.killed_when(requests, "--write")
    patient.tenant.control("latency", {"ms": 0})
    left = len(patient.marked())
    assert left <= 1
    if left:
        said = patient.examine().said("write")
        assert "1 of an earlier run still there" in said
    report = patient.examine("--write")
    assert report.verdict("write") == "well"
    assert ("1 left by an earlier run" in report.said("write")) is bool(left)
    assert patient.marked() == []


def test_an_answer_that_is_lost_leaves_nothing_behind(patient: Patient) -> None:
    patient.tenant.control("faults", {"method": "POST", "path": "/events$", "drop": "reply", "count": 1})
    report = patient.examine("--write")
    assert report.verdict("write") == "warning"
    assert patient.marked() == []


def test_other_peoples_appointments_at_that_time_are_left_alone(patient: Patient) -> None:
    new_year = f"{datetime.now(UTC).year + 2}-01-01T03:0{{}}:00+00:00"
    patient.book("Fireworks", new_year.format(0), new_year.format(5))
    before = len([one for one in patient.items() if not one["deleted"]])
    assert patient.examine("--write").verdict("write") == "well"
    assert len([one for one in patient.items() if not one["deleted"]]) == before


# ── what it prints ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_text_fits_a_terminal_and_says_the_same(patient: Patient) -> None:
    patient.policy(mailbox="unlicensed", timeZone="America/New_York")
    patient.tenant.control("revoke", {"what": "room", "room": "borealis@contoso.example"})
    patient.machine.write("proc/bus/input/devices", KEYBOARD)
    ended = patient.run("--outsider", PERSON)
    assert ended.returncode == 1
    assert ended.stderr == ""
    assert max(map(len, ended.stdout.splitlines())) <= 80
    report = patient.examine("--outsider", PERSON)
    for one in report.findings.values():
        label = "BROKEN" if one["verdict"] == "broken" else one["verdict"]
        assert re.search(rf"^{label} +{one['title']}", ended.stdout, re.MULTILINE), one
    first, last = ended.stdout.split("\n\n")[1], ended.stdout.strip().splitlines()[-1]
    assert first.startswith("BROKEN"), "what matters most comes first"
    assert last.startswith(f"{sum(one['verdict'] == 'broken' for one in report.findings.values())} broken · ")


def test_nothing_secret_is_printed(patient: Patient) -> None:
    report = patient.examine("--write", "--outsider", PERSON)
    key = (patient.credentials / NAME).read_text().splitlines()[1]
    assert not [word for word in (key, "eyJ", "PRIVATE KEY") if word in report.output], "neither key nor token"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--config", "/nowhere/config.yaml"), "cannot be read"),
        (("--outsider", "not an address"), "not a mailbox's address"),
        (("--exchange", "/nowhere/processing.json"), "/nowhere/processing.json"),
        (("--exchange", __file__), "not the JSON"),
    ],
)
def test_where_it_cannot_look_it_says_why(patient: Patient, options: tuple[str, ...], said: str) -> None:
    ended = patient.run(*options)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert ended.stdout == ""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_does_not_spoil_the_panels_files(patient: Patient) -> None:
    os.chown(patient.state, 12345, 12345)
    ended = patient.run()
    assert ended.returncode == 2
    assert "sudo -u '#12345'" in ended.stderr
