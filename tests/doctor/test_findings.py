"""What the doctor makes of what it sees, and how it says so."""

import json
import re
import shlex
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.failure import Access
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.room import Room
from roomdisplay.doctor import machine, servers
from roomdisplay.doctor.evidence import (
    Control,
    LinkKind,
    Office365,
    Reached,
    RoomCalendar,
    ServerProbe,
    Storage,
)
from roomdisplay.doctor.exchange import NotProcessing, Processing, processing
from roomdisplay.doctor.finding import Command, Finding, PowerShell, Shell, Verdict, well
from roomdisplay.doctor.remedies import MEANING, of_access, quoted, withdraw
from roomdisplay.doctor.report import WIDTH, Report, as_json, as_text
from roomdisplay.doctor.room import NEWEST, auto_accept, auto_release, private_flag, subject, time_zone
from roomdisplay.ports import AccessTokens

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")
NOTHING = Processing()


def link(
    kind: LinkKind = LinkKind.ENTERPRISE_APPLICATION, *, releases: bool = True, subjects: bool = True
) -> Office365:
    return Office365(
        room=Room(address="aurora@contoso.example", name="Aurora", zone=BERLIN),
        nearby=(),
        kind=kind,
        client_id="11111111-2222-3333-4444-555555555555",
        sign_in_url="https://login.example/",
        graph_url="https://graph.example/",
        servers=cast("ServerProbe", None),
        tokens=cast("AccessTokens", None),
        calendars=lambda room: cast("RoomCalendar", None),
        certificate_ends=None,
        zone_names=lambda name: ("Europe/Berlin",) if name == "W. Europe Standard Time" else (),
        windows_zone=lambda key: "W. Europe Standard Time" if key == "Europe/Berlin" else "",
        releases=releases,
        shows_subjects=subjects,
    )


def meeting(age: int, said: str | None = "Review", **changes: object) -> Meeting:
    """One the room was invited to, made so many hours ago."""
    made = Meeting(
        id=f"id-{age}",
        interval=Interval(NOW + HOUR, NOW + 2 * HOUR),
        subject=said,
        organizer="Mara Lindqvist",
        created_at=NOW - age * HOUR,
        has_attendees=True,
    )
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


# ── the servers ──


@pytest.mark.parametrize(
    ("ahead", "verdict"),
    [
        (0, "well"),
        (30, "well"),
        (-30, "well"),
        (31, "warning"),
        (-300, "warning"),
        (301, "broken"),
        (-86_400, "broken"),
    ],
)
def test_how_wrong_a_clock_may_be(ahead: int, verdict: str) -> None:
    seen = Reached(host="login.example", port=443, ahead=timedelta(seconds=ahead))
    found = servers.clock("entra-clock", "Clock", seen)
    assert found.verdict == verdict
    if verdict != "well":
        assert ("behind" if ahead > 0 else "ahead of") in found.evidence[0]


def test_a_server_that_does_not_tell_the_time() -> None:
    assert servers.clock("entra-clock", "Clock", Reached(host="a", port=443)).verdict is Verdict.UNKNOWN


# ── every lost access ──


@pytest.mark.parametrize("access", list(Access))
@pytest.mark.parametrize("kind", list(LinkKind))
def test_every_lost_access_has_a_meaning_and_a_mend(access: Access, kind: LinkKind) -> None:
    assert MEANING[access].endswith(".")
    remedy = of_access(access, link(kind), code="Give the panel its secret.")
    assert remedy.say.endswith(".")


def test_what_only_exchange_can_mend_has_the_line_for_it() -> None:
    for access in (Access.PERMISSION, Access.ROOM, Access.MAILBOX):
        for kind in LinkKind:
            assert of_access(access, link(kind)).commands
    assert withdraw(link(LinkKind.SERVICE_ACCOUNT), "mara@contoso.example").commands


@pytest.mark.parametrize(
    ("word", "shown"),
    [("aurora@contoso.com", "aurora@contoso.com"), ("o'hara@a.b", "'o''hara@a.b'"), ("$(rm)@a.b", "'$(rm)@a.b'")],
)
def test_a_word_is_one_argument_of_powershell(word: str, shown: str) -> None:
    assert quoted(word) == shown


# ── the room's meetings ──


@pytest.mark.parametrize(
    ("subjects", "verdict"),
    [
        (["Review", "Planning"], "well"),
        (["Review", "Mara Lindqvist"], "well"),
        (["Mara Lindqvist"], "warning"),
        (["MARA LINDQVIST Review", None], "warning"),
        ([None] * 3, "warning"),
        ([], "unknown"),
        ([None] * NEWEST + ["Before the change"], "warning"),
        (["After the change"] * NEWEST + [None] * 9, "well"),
    ],
)
def test_whether_subjects_are_kept(subjects: list[str | None], verdict: str) -> None:
    meetings = [meeting(age, said) for age, said in enumerate(subjects)]
    assert subject(meetings, NOTHING, link()).verdict == verdict
    assert subject(reversed(meetings), NOTHING, link()).verdict == verdict
    if verdict == "warning":
        assert subject(meetings, NOTHING, link(subjects=False)).verdict is Verdict.WELL, "nobody would see them"


def test_what_the_room_organizes_itself_tells_nothing() -> None:
    own = [meeting(0, "Walk-up booking", is_organizer=True, has_attendees=False), meeting(1, None, is_cancelled=True)]
    assert subject(own, NOTHING, link()).verdict is Verdict.UNKNOWN


def test_a_series_counts_once() -> None:
    """A weekly meeting of before the change is not five of the newest."""
    weekly = [meeting(0, None, id=f"occurrence-{n}", series_master_id="series") for n in range(9)]
    assert subject([*weekly, meeting(1, "Review")], NOTHING, link()).verdict is Verdict.WELL


def test_what_an_administrator_told_decides() -> None:
    kept = Processing(
        automate="autoaccept", delete_subject=False, add_organizer=False, remove_private=False, auto_release=False
    )
    lost = Processing(
        automate="AutoUpdate", delete_subject=True, add_organizer=False, remove_private=True, auto_release=True
    )
    stripped, waiting = [meeting(0, None)], [meeting(0, show_as=ShowAs.TENTATIVE)]
    for told, verdict in ((kept, Verdict.WELL), (lost, Verdict.WARNING)):
        assert subject(stripped, told, link()).verdict is verdict
        assert private_flag([], told, link()).verdict is verdict
        assert auto_accept(waiting, told, link()).verdict is verdict
        assert auto_release(told, link()).verdict is verdict


def test_private_and_tentative_meetings() -> None:
    assert private_flag([meeting(0, is_private=True)], NOTHING, link()).verdict is Verdict.WELL
    assert private_flag([meeting(0)], NOTHING, link()).verdict is Verdict.UNKNOWN
    waiting, accepted = meeting(0, show_as=ShowAs.TENTATIVE), meeting(1)
    assert auto_accept([waiting], NOTHING, link()).verdict is Verdict.WARNING
    assert auto_accept([waiting, accepted], NOTHING, link()).verdict is Verdict.WELL


def test_two_that_release() -> None:
    assert auto_release(NOTHING, link(releases=True)).verdict is Verdict.UNKNOWN
    assert auto_release(NOTHING, link(releases=False)).verdict is Verdict.WELL
    assert auto_release(Processing(auto_release=True), link(releases=False)).verdict is Verdict.WARNING


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("W. Europe Standard Time", "well"),
        ("Europe/Vienna", "well"),
        ("America/New_York", "warning"),
        ("Africa/Algiers", "warning"),
        (None, "warning"),
        ("Middle-earth Standard Time", "unknown"),
        ("../../etc/passwd", "unknown"),
    ],
)
def test_the_zone_of_the_mailbox(told: str | None, verdict: str) -> None:
    """Algiers has Berlin's hour in winter only."""
    found = time_zone(told, NOW, link())
    assert found.verdict == verdict
    if verdict != "well":
        assert any('"W. Europe Standard Time"' in command.line for command in found.commands)


# ── what an administrator copies out of PowerShell ──

TOLD = {
    "AutomateProcessing": "AutoAccept",
    "DeleteSubject": True,
    "RemovePrivateProperty": "False",
    "Identity": "aurora",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_powershells_json_in_any_of_its_encodings(encoding: str) -> None:
    text = json.dumps([TOLD]) if encoding == "utf-8" else json.dumps(TOLD)
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    assert processing((mark + text).encode(encoding)) == Processing(
        automate="AutoAccept", delete_subject=True, remove_private=False
    )


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"7", b"\xff\xfe\x00", b'[{"DeleteSubject": true}, {}]', b'{"A": 1}']
)
def test_what_is_something_else(content: bytes) -> None:
    with pytest.raises(NotProcessing, match="Get-CalendarProcessing"):
        processing(content)


@given(st.binary(max_size=60))
def test_whatever_is_in_the_file_nothing_else_is_raised(content: bytes) -> None:
    with suppress(NotProcessing):
        processing(content)


# ── the machine ──


@pytest.mark.parametrize(
    ("free", "verdict"),
    [(2**30, "well"), (machine.LITTLE - 1, "warning"), (machine.LEAST - 1, "broken"), (0, "broken")],
)
def test_how_much_disk_is_enough(free: int, verdict: str) -> None:
    assert machine.storage(Storage(path="/var/lib/x", free=free, whole=2**34)).verdict == verdict


def test_a_control_that_may_not_be_set() -> None:
    found = machine.control(
        "light", "Light", (Control(name="a", is_writable=True), Control(name="b", is_writable=False)), ""
    )
    assert found.verdict is Verdict.WARNING
    assert found.evidence == ("This user may not set b.",)


@pytest.mark.parametrize(
    ("days", "verdict"), [(365, "well"), (31, "well"), (30, "warning"), (0.5, "warning"), (0, "broken"), (-9, "broken")]
)
def test_how_long_a_certificate_has_to_go(days: float, verdict: str) -> None:
    assert machine.certificate(NOW + timedelta(days=days), NOW).verdict == verdict


def test_the_fonts_that_are_missing_are_named_by_package() -> None:
    found = machine.fonts({"Latin": True, "Japanese": False, "Thai": False}, ("ja_JP", "th_TH"))
    assert found.verdict is Verdict.BROKEN
    assert found.commands == (Shell(line="sudo apt-get install fonts-noto-cjk fonts-noto-core"),)


# ── the report ──


def report(*findings: Finding) -> Report:
    return Report(version="1.2.3", room="aurora@contoso.example", at=NOW, findings=findings)


def command(kind: type[PowerShell] | type[Shell], line: str) -> Finding:
    return Finding(id="x", title="X", verdict=Verdict.BROKEN, evidence=("Y.",), mend="Z.", commands=(kind(line=line),))


WORDS = st.lists(
    st.one_of(
        st.from_regex(r"-?[A-Za-z0-9@.$]{1,12}", fullmatch=True),
        st.from_regex(r'"[A-Za-z ]{1,30}"', fullmatch=True),
        st.from_regex(r"'[A-Za-z ]{1,30}'", fullmatch=True),
        st.just("|"),
    ),
    min_size=1,
    max_size=20,
)


@given(words=WORDS, kind=st.sampled_from([PowerShell, Shell]))
def test_a_folded_line_pasted_is_the_line_again(words: list[str], kind: type[PowerShell] | type[Shell]) -> None:
    line = " ".join(words)
    shown = as_text(report(command(kind, line))).splitlines()
    assert all(len(row) <= WIDTH for row in shown)
    first = next(n for n, row in enumerate(shown) if "Z." in row) + 1
    rows = shown[first : shown.index("", first)]
    sign = " `" if kind is PowerShell else " \\"
    assert all(row.endswith(sign) for row in rows[:-1])
    pasted = " ".join(row.removesuffix(sign).strip() for row in rows)
    assert pasted == line, "nothing is broken in the middle of an argument"
    assert shlex.split(pasted) == shlex.split(line)


@given(
    st.lists(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=200), min_size=1)
)
def test_sentences_of_any_length_fit(sentences: list[str]) -> None:
    findings = [
        Finding(id=f"{verdict}", title="T", verdict=verdict, evidence=tuple(sentences), mend=sentences[0])
        for verdict in Verdict
    ]
    assert all(len(row) <= WIDTH for row in as_text(report(*findings)).splitlines())


def test_what_matters_comes_first_and_is_summed_up() -> None:
    findings = [replace(well("a", "A", "Fine."), id=v.value, title=v.value.upper(), verdict=v) for v in Verdict]
    text = as_text(report(*findings))
    titles = re.findall(r"^\w+ +(BROKEN|WARNING|UNKNOWN|WELL)", text, re.MULTILINE)
    assert titles == ["BROKEN", "WARNING", "UNKNOWN", "WELL"]
    assert text.endswith("1 broken · 1 to look at · 1 not checked · 1 well")


@pytest.mark.parametrize(
    ("verdicts", "whole", "status"),
    [
        ([], "well", 0),
        (["well", "unknown"], "well", 0),
        (["unknown", "warning"], "warning", 0),
        (["warning", "broken", "well"], "broken", 1),
    ],
)
def test_the_verdict_on_the_whole(verdicts: list[str], whole: str, status: int) -> None:
    made = report(*(replace(well(f"{n}", "A", "B."), verdict=Verdict(v)) for n, v in enumerate(verdicts)))
    assert as_json(made)["verdict"] == whole
    assert made.exit_status == status


def test_the_json_is_what_is_promised() -> None:
    commands: tuple[Command, ...] = (PowerShell(line="Get-It"), Shell(line="do it"))
    finding = Finding(id="a", title="A", verdict=Verdict.WARNING, evidence=("B.", "C."), mend="D.", commands=commands)
    assert as_json(report(finding, well("e", "E", "F."))) == {
        "format": 1,
        "version": "1.2.3",
        "room": "aurora@contoso.example",
        "at": "2026-11-24T10:00:00Z",
        "verdict": "warning",
        "findings": [
            {
                "id": "a",
                "title": "A",
                "verdict": "warning",
                "evidence": ["B.", "C."],
                "mend": "D.",
                "commands": [{"in": "powershell", "line": "Get-It"}, {"in": "sh", "line": "do it"}],
            },
            {"id": "e", "title": "E", "verdict": "well", "evidence": ["F."], "mend": None, "commands": []},
        ],
    }
