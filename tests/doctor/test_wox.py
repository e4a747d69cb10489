"""The doctor looks at the link to WOX: is it there, is it the same time there, does it know this panel?"""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.wox import Feed, RoomSettings
from roomdisplay.doctor.evidence import Reached, Step
from roomdisplay.doctor.finding import Finding
from roomdisplay.doctor.wox import WoxSide, examine_wox
from tests.fakes import FakeWox

AURORA = Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("Europe/Berlin"))
BOREALIS = replace(AURORA, address="borealis@contoso.example", name="Borealis")
THERE = Reached(host="wox.example", port=443, addresses=("192.0.2.1",), ahead=timedelta())


class Way:
    def __init__(self, seen: Reached) -> None:
        self.seen = seen

    async def reach(self, url: str) -> Reached:
        assert url == "https://wox.example/"
        return self.seen


def look(wox: FakeWox, seen: Reached = THERE) -> dict[str, Finding]:
    side = WoxSide(room=AURORA, address="https://wox.example/", servers=Way(seen), wox=wox)

    async def main() -> list[Finding]:
        return [finding async for finding in examine_wox(side)]

    return {finding.id: finding for finding in asyncio.run(main())}


def told(room: Room = AURORA) -> FakeWox:
    return FakeWox(settings=RoomSettings(room=room, policy=Policy()))


def test_all_is_well() -> None:
    found = look(told())
    assert {id: finding.verdict for id, finding in found.items()} == dict.fromkeys(
        ("wox-server", "wox-clock", "wox"), "well"
    )


def test_a_panel_without_wox() -> None:
    async def main() -> list[Finding]:
        return [finding async for finding in examine_wox(None)]

    (finding,) = asyncio.run(main())
    assert (finding.id, finding.verdict) == ("wox", "unknown")


@pytest.mark.parametrize(
    ("step", "mend"),
    [
        (Step.NAME, "DNS"),
        (Step.CONNECTION, "TCP port 443"),
        (Step.TRUST, "wox.ca_file"),
        (Step.ANSWER, "HTTPS"),
    ],
)
def test_the_way_ends_somewhere_and_what_rests_on_it_is_not_looked_at(step: Step, mend: str) -> None:
    found = look(told(), replace(THERE, stopped_at=step, ahead=None))
    assert found["wox-server"].verdict == "broken"
    assert mend in found["wox-server"].mend
    assert "office365" not in found["wox-server"].mend, "another link's setting mends nothing here"
    assert (found["wox-clock"].verdict, found["wox"].verdict) == ("unknown", "unknown")


def test_another_time_there() -> None:
    assert look(told(), replace(THERE, ahead=timedelta(minutes=9)))["wox-clock"].verdict == "broken"


@pytest.mark.parametrize(
    ("failure", "verdict", "said"),
    [
        (AccessLost(access=Access.SIGN_IN, code="notPaired"), "broken", "Pair the panel anew."),
        (AccessLost(access=Access.SECRET_MISSING, code="wox-token"), "broken", "under the name wox-token"),
        (AccessLost(access=Access.SECRET, code="wox-token"), "broken", "under the name wox-token"),
        (Transient(reason="HTTP 503"), "warning", "ask the doctor again"),
        (Rejected(refusal=Refusal.INVALID, reason="HTTP 422"), "broken", "update the older one"),
        (Bug(reason="odd"), "broken", "update the older one"),
    ],
)
def test_wox_does_not_answer_as_it_should(failure: Failure, verdict: str, said: str) -> None:
    wox = told()
    wox.down = failure
    found = look(wox)["wox"]
    assert found.verdict == verdict
    assert said in found.mend


def test_another_room_there() -> None:
    found = look(told(BOREALIS))["wox"]
    assert found.verdict == "broken"
    assert "Borealis <borealis@contoso.example>" in found.evidence[0]
    assert "room.address" in found.mend


def test_what_this_version_does_not_understand() -> None:
    class Newer(FakeWox):
        async def feed(self, cursor: str | None) -> Feed:
            return replace(await super().feed(cursor), skipped=3)

    found = look(Newer())["wox"]
    assert (found.verdict, found.mend) == ("warning", "Update the panel.")
