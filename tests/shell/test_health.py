"""One finding for `ctl health` and for WOX."""

from datetime import timedelta
from typing import cast

import pytest
from msgspec.structs import replace

from roomdisplay import __version__
from roomdisplay.adapters.wox.codec import heartbeat_json
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Instant
from roomdisplay.core.sign_in import SignIn
from roomdisplay.core.wox import Update, UpdateStage
from roomdisplay.gallery.states import SIGNED_OUT, at, entry, state
from roomdisplay.shell.health import TICK_LATE, WoxHealth, health

STATE = state()
BEGAN = Instant(wall=STATE.now.wall - timedelta(minutes=3), mono=STATE.now.mono - 180)


def test_a_panel_that_is_well() -> None:
    found = health(STATE, STATE.now, began=BEGAN)
    assert found.is_well
    assert found.faults == ()
    beat = found.as_heartbeat()
    assert (beat.at, beat.started_at, beat.link, beat.data_age) == (STATE.now.wall, BEGAN.wall, "well", 5.0)
    assert (beat.version, beat.pending, beat.certificate_ends, beat.faults) == (__version__, 0, None, ())


@pytest.mark.parametrize(
    ("failure", "link", "word"),
    [
        (None, "ok", "well"),
        (Transient(reason="no route"), "transient", "transient"),
        (Rejected(refusal=Refusal.INVALID, reason="no"), "rejected", "rejected"),
        (AccessLost(access=Access.SECRET_EXPIRED, code="AADSTS7000222"), "accessLost", "secretExpired"),
        (Bug(reason="never"), "bug", "bug"),
    ],
)
def test_both_say_the_same_of_the_link(failure: Failure | None, link: str, word: str) -> None:
    found = health(replace(STATE, failure=failure), STATE.now, began=BEGAN)
    told, beat = found.as_json(), found.as_heartbeat()
    assert (told["ok"], told["link"]) == (failure is None, link)
    assert beat.link == word
    assert told["faults"] == list(beat.faults)
    assert len(beat.faults) == (failure is not None)
    for name, value in {
        "version": beat.version,
        "scheduleAgeSeconds": beat.data_age,
        "pendingBookings": beat.pending,
        "uptimeSeconds": (beat.at - beat.started_at).total_seconds(),
    }.items():
        assert told[name] == value


def test_a_clock_that_was_set_does_not_move_the_start() -> None:
    an_hour_on = Instant(wall=STATE.now.wall + timedelta(hours=1), mono=STATE.now.mono)
    assert health(STATE, an_hour_on, began=BEGAN).as_heartbeat().started_at == an_hour_on.wall - timedelta(minutes=3)


def test_a_schedule_of_unknown_age_is_told() -> None:
    """A machine without a battery for its clock, after a power cut and without a network."""
    found = health(replace(STATE, read_at=None), STATE.now, began=BEGAN)
    assert found.as_json()["scheduleAgeSeconds"] is None
    assert "its age is not known" in found.faults[0]


def test_ctl_health_and_the_heartbeat_agree_in_everything_both_say() -> None:
    update = Update(offer="11111111-2222-4333-8444-555555555555", stage=UpdateStage.ROLLED_BACK, reason="It fell.")
    for wox in (None, WoxHealth(skipped=3, update=update)):
        for unwell in (STATE, replace(STATE, failure=Transient(reason="no route")), replace(STATE, read_at=None)):
            found = health(unwell, STATE.now, began=BEGAN, wox=wox, store_fault="The disk is full.")
            told, beat = found.as_json(), heartbeat_json(found.as_heartbeat())
            theirs = {
                "version": "version",
                "architecture": "architecture",
                "scheduleAgeSeconds": "dataAgeSeconds",
                "certificateEnds": "certificateEnds",
                "pendingBookings": "pending",
                "faults": "faults",
            }
            assert {mine: beat[name] for mine, name in theirs.items()} == {mine: told[mine] for mine in theirs}
            assert (told["link"] == "ok") == (beat["link"] == "well")
            update_told = cast("dict[str, object]", told["wox"] or {}).get("update")
            assert beat["update"] == update_told


def test_every_fault_is_a_sentence_for_whoever_mends_it() -> None:
    unwell = replace(
        STATE,
        entries=(entry(),),
        unsaved=frozenset({entry().id}),
        certificate_ends=at("9:00", 30),
        schedule=STATE.schedule and replace(STATE.schedule, skipped=2),
        sign_in=SignIn(lost=SIGNED_OUT),
    )
    late = Instant(wall=STATE.now.wall, mono=STATE.now.mono + TICK_LATE)
    found = health(unwell, late, began=BEGAN, wox=WoxHealth(failure=Transient(reason="down"), skipped=3))
    assert not found.is_well
    assert found.faults == (
        "The panel has no access to Office 365 (signIn, AADSTS50173). Its screen says what to mend.",
        "The panel has stood still for 60 s. Restart it.",
        "The panel's storage takes nothing more. Free some space, or replace the disk.",
        "2 events of the room's calendar are malformed and were left out.",
        "The panel's certificate ends on 2026-11-30. Renew it under the same name.",
        "The panel does not understand 3 things that WOX told it. Update the panel.",
    )
    assert found.pending == 1
    assert found.as_json()["wox"] == {"link": "transient", "skipped": 3}


def test_promises_that_wait_for_another_release_are_told() -> None:
    found = health(STATE, STATE.now, began=BEGAN, unread=2)
    assert found.faults == ("2 requests made at the panel wait, unsent, for a newer release. Install it again.",)
    assert found.is_well


def test_a_store_that_takes_nothing_is_told_in_its_own_words() -> None:
    found = health(STATE, STATE.now, began=BEGAN, store_fault="The disk is full. Free some space.")
    assert found.faults == ("The disk is full. Free some space.",)
    assert found.is_well  # the room is shown all the same
