"""What is shown, derived from the state alone: no Qt in here."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Bug, Refusal, Rejected
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.machine import State
from roomdisplay.core.outbox import Reason, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule
from roomdisplay.gallery.states import (
    BOOKING,
    DAY,
    EXPIRED,
    FORECAST,
    OFFLINE,
    ROOM,
    STATES,
    entry,
    meeting,
    own,
    state,
)
from roomdisplay.ui.day import derive_day
from roomdisplay.ui.props import FreshnessKind, Kind, PanelProps, Trouble, as_json, derive_props, look_alike, one_line
from roomdisplay.ui.room_view import derive_actions, derive_room_view
from roomdisplay.ui.screen_view import derive_screen
from roomdisplay.ui.sheet import derive_sheet
from roomdisplay.ui.sign_in import derive_sign_in
from roomdisplay.ui.wording import ENGLISH


@pytest.mark.parametrize(
    ("scene", "kind", "last_known", "until"),
    [
        ("free", Kind.FREE, None, "2026-11-24T11:30:00+01:00"),
        ("soon", Kind.FREE_SOON, None, "2026-11-24T11:30:00+01:00"),
        ("busy", Kind.BUSY, None, "2026-11-24T11:00:00+01:00"),
        ("ending", Kind.ENDING_SOON, None, "2026-11-24T11:00:00+01:00"),
        ("check-in", Kind.CHECK_IN, None, "2026-11-24T11:00:00+01:00"),
        ("check-in-early", Kind.CHECK_IN, None, "2026-11-24T10:00:00+01:00"),
        ("held", Kind.HELD, None, "2026-11-24T10:32:00+01:00"),
        ("stale", Kind.UNKNOWN, Kind.FREE, "2026-11-24T11:30:00+01:00"),
        ("stale-busy", Kind.UNKNOWN, Kind.BUSY, "2026-11-24T11:00:00+01:00"),
        ("starting", Kind.UNKNOWN, None, None),
        ("evening", Kind.FREE, None, "2026-11-25T09:00:00+01:00"),
        ("overlap", Kind.BUSY, None, "2026-11-25T00:00:00+01:00"),
    ],
)
def test_state_in_one_word(scene: str, kind: Kind, last_known: Kind | None, until: str | None) -> None:
    shown = as_json(derive_props(STATES[scene]))
    assert (shown["state"], shown["lastKnown"], shown["until"]) == (kind, last_known, until)


@pytest.mark.parametrize(
    ("scene", "kind", "trusted", "trouble"),
    [
        ("free", FreshnessKind.LIVE, True, None),
        ("offline", FreshnessKind.OFFLINE, True, Trouble.NETWORK),
        ("stale", FreshnessKind.OFFLINE, False, Trouble.NETWORK),
        ("never", FreshnessKind.NEVER, False, Trouble.NETWORK),
        ("starting", FreshnessKind.NEVER, False, None),
        ("access-lost", FreshnessKind.OFFLINE, False, None),
    ],
)
def test_freshness(scene: str, kind: FreshnessKind, trusted: bool, trouble: Trouble | None) -> None:
    props = derive_props(STATES[scene])
    assert (props.freshness.kind, props.freshness.trusted, props.trouble) == (kind, trusted, trouble)


def test_a_schedule_that_nothing_has_failed_for_is_merely_old() -> None:
    props = derive_props(state(age=600.0))
    assert props.freshness.kind is FreshnessKind.STALE
    assert props.kind is Kind.UNKNOWN


def test_the_age_is_told_with_the_moment_of_the_last_read() -> None:
    shown = as_json(derive_props(state("10:02:30", age=95.25, failure=OFFLINE)))["freshness"]
    assert shown == {"kind": "offline", "asOf": "2026-11-24T10:00:55+01:00", "ageSeconds": 95.2, "trusted": True}


@pytest.mark.parametrize("failure", [Bug(reason="?"), Rejected(refusal=Refusal.INVALID, reason="?")])
def test_what_nobody_has_to_mend_is_a_fault(failure: Bug | Rejected) -> None:
    assert derive_props(state(failure=failure)).trouble is Trouble.FAULT


# ── what may be seen of a meeting ─────────────────────────────────────────────────────────────────────────────────────


def test_a_private_meeting_is_masked_even_where_the_adapter_forgot() -> None:
    secret = meeting("10:00", "11:00", "Redundancies", organizer="The Board", is_private=True)
    for policy in (Policy(), Policy(show_subject=True, show_organizer=True)):
        shown = as_json(derive_props(state(meetings=(secret,), policy=policy)))
        assert "Redundancies" not in str(shown)
        assert "The Board" not in str(shown)
        assert shown["current"]["private"] is True


@pytest.mark.parametrize(
    ("policy", "subject", "organizer"),
    [
        (Policy(), "Quarterly forecast", None),
        (Policy(show_organizer=True), "Quarterly forecast", "Aiko Tanaka"),
        (Policy(show_subject=False), None, None),
    ],
)
def test_the_policy_decides_what_else_is_seen(policy: Policy, subject: str | None, organizer: str | None) -> None:
    shown = as_json(derive_props(state(meetings=(FORECAST,), policy=policy)))
    for seen in (shown["current"], shown["meetings"][0]):
        assert (seen["subject"], seen["organizer"]) == (subject, organizer)


def test_the_room_is_not_named_as_the_organizer_of_a_walk_up() -> None:
    assert as_json(derive_props(STATES["own"]))["current"]["organizer"] is None


def test_meetings_of_both_days_once_each_and_none_that_is_cancelled() -> None:
    night = meeting("23:00", "1:00", "Night shift", end_day=25, id="night")
    gone = meeting("16:00", "17:00", "Gone", is_cancelled=True)
    shown = as_json(derive_props(state(meetings=(*DAY, night, gone))))["meetings"]
    assert [m["subject"] for m in shown] == [
        "Design review",
        None,
        "Sprint planning",
        "1:1",
        "Night shift",
        "Standup",
        "Workshop",
    ]
    assert shown[4]["end"] == "2026-11-25T01:00:00+01:00"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Design\n\treview  ", "Design review"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u202dabc\u202c \u2068d", "abc d"),
        ("a\u2066b\u2069\u200fc\u0000d\ufeff", "abcd"),
        ("<b>Bold</b> &amp;", "<b>Bold</b> &amp;"),
        ("🎉 Party 👩‍👩‍👧", "Party"),
        ("🎉", ""),
        ("Z\u0300\u0301\u0302\u0303\u0304\u0305algo", "Z\u0300\u0301\u0302algo"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Größe ½ – 会議", "Größe ½ – 会議"),
        ("\ud800broken", "broken"),
        ("", ""),
    ],
)
def test_text_from_outside_becomes_one_plain_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_text_from_outside_is_bounded() -> None:
    line = one_line("x" * 5000)
    assert len(line) == 120
    assert line.endswith("…")
    assert one_line("\u0300" * 1_000_000 + "x" * 5_000_000) == "\u0300" * 3


# ── what can be done ──────────────────────────────────────────────────────────────────────────────────────────────────


def _names(of: State, kind: str = "book") -> list[str]:
    return [o["name"] for o in as_json(derive_props(of))["offers"][kind]]


@pytest.mark.parametrize(
    ("scene", "names"),
    [
        ("free", ["15 min", "30 min", "45 min", "1 hour", "To 11:30"]),
        ("soon", ["To 11:30"]),
        ("evening", ["15 min", "30 min", "45 min", "1 hour"]),
        ("busy", []),
        ("own", []),
        ("stale", ["15 min", "30 min", "45 min", "1 hour", "To 11:30"]),
        ("starting", []),
        ("no-access", []),
        ("access-lost", []),
    ],
)
def test_walk_ups_on_offer(scene: str, names: list[str]) -> None:
    assert _names(STATES[scene]) == names


def test_an_offer_for_scripts() -> None:
    assert as_json(derive_props(STATES["free"]))["offers"]["book"][4] == {
        "start": "2026-11-24T10:02:00+01:00",
        "end": "2026-11-24T11:30:00+01:00",
        "minutes": 88,
        "untilNext": True,
        "name": "To 11:30",
    }


def test_nothing_is_offered_on_a_schedule_older_than_promises_are_held_for() -> None:
    assert _names(state(age=8 * 3600.0 + 1, failure=OFFLINE)) == []


def test_nothing_is_offered_before_the_store_was_read() -> None:
    assert _names(state(started=False)) == []


def test_after_a_refusal_for_want_of_rights_nothing_more_is_offered_and_the_reason_is_shown() -> None:
    refused = entry(stage=Stage.REFUSED, reason=Reason.NOT_ALLOWED)
    shown = as_json(derive_props(state(entries=(refused,))))
    assert shown["offers"]["book"] == []
    assert shown["problem"]["access"] == Access.PERMISSION
    assert "Test-ServicePrincipalAuthorization" in shown["problem"]["administrator"]


@pytest.mark.parametrize(
    ("durations", "until_next", "preferred"),
    [
        ((15, 30, 45, 60), True, 30),
        ((60, 90), True, 88),
        ((20,), False, 20),
        ((), True, 88),
        ((), False, None),
    ],
)
def test_one_offer_is_the_likeliest(durations: tuple[int, ...], until_next: bool, preferred: int | None) -> None:
    policy = Policy(durations=tuple(timedelta(minutes=m) for m in durations), until_next=until_next)
    made = derive_props(state(policy=policy)).offers
    assert [round(o.length.total_seconds() / 60) for o in made if o.preferred] == ([preferred] if preferred else [])


def test_a_booking_of_ours_under_way_can_be_changed() -> None:
    shown = as_json(derive_props(STATES["own"]))["offers"]
    assert [o["name"] for o in shown["extend"]] == ["+15 min", "+30 min", "To 11:30"]
    assert [o["end"][11:16] for o in shown["extend"]] == ["10:47", "11:02", "11:30"]
    assert (shown["endNow"], shown["cancel"]) == (True, True)


def test_somebody_elses_meeting_cannot() -> None:
    shown = as_json(derive_props(STATES["busy"]))["offers"]
    assert [(o["start"][11:16], o["end"][11:16]) for o in shown.pop("later")[:3]] == [
        ("11:00", "11:30"),
        ("12:30", "13:00"),
        ("14:00", "15:00"),
    ]
    refused = dict.fromkeys(("endNow", "cancel", "release", "checkIn", "undo"), False)
    assert shown == {"book": [], "extend": [], **refused}


def test_a_request_that_waits_is_pending_and_its_booking_held() -> None:
    shown = as_json(derive_props(STATES["held"]))
    assert shown["outbox"] == [
        {
            "id": BOOKING,
            "bookingId": BOOKING,
            "room": ROOM.address,
            "operation": "book",
            "stage": "check",
            "settled": False,
            "reason": None,
            "start": "2026-11-24T10:02:00+01:00",
            "end": "2026-11-24T10:32:00+01:00",
        }
    ]
    assert shown["current"]["held"] is True


def test_a_problem_is_told_twice() -> None:
    shown = as_json(derive_props(state(failure=AccessLost(access=Access.ROOM, code="ErrorInvalidUser"))))["problem"]
    assert shown["access"] == "room"
    assert shown["code"] == "ErrorInvalidUser"
    assert "Outlook" in shown["employee"]
    assert "Get-Mailbox" in shown["administrator"]


# ── days ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("month", "day", "hours"),
    [(3, 29, 23), (10, 25, 25), (11, 24, 24)],
)
def test_a_day_of_changing_clocks_has_as_many_hours_as_it_has(month: int, day: int, hours: int) -> None:
    noon = datetime(2026, month, day, 12, tzinfo=ZoneInfo("Europe/Zurich")).astimezone(UTC)
    before = state()
    props = derive_props(replace(before, now=replace(before.now, wall=noon), schedule=None))
    lasts = props.today.end.astimezone(UTC) - props.today.start.astimezone(UTC)
    assert lasts == timedelta(hours=hours)


def test_all_is_in_the_rooms_zone_whatever_the_machines_is() -> None:
    room = replace(ROOM, zone=ZoneInfo("Asia/Kathmandu"))
    props = derive_props(state("10:02", (), room=room))
    assert props.now.isoformat() == "2026-11-24T10:02:00+05:45"
    assert props.today.start.isoformat() == "2026-11-24T00:00:00+05:45"


def test_free_time_is_what_is_left_of_the_day() -> None:
    free = derive_props(STATES["free"]).today.free
    assert [(a.strftime("%H:%M"), b.strftime("%H:%M")) for a, b in free] == [
        ("10:02", "11:30"),
        ("12:30", "13:00"),
        ("14:00", "15:00"),
        ("15:30", "00:00"),
    ]


def test_of_an_unknown_day_nothing_is_called_free() -> None:
    assert derive_props(STATES["never"]).today.free == ()


@pytest.mark.parametrize("failure", [None, OFFLINE, EXPIRED])
def test_every_scene_serialises(failure: object) -> None:
    import json

    for scene in STATES.values():
        json.dumps(as_json(derive_props(replace(scene, failure=failure))))


def test_an_own_booking_hides_behind_a_later_meeting() -> None:
    intruder = meeting("10:05", "11:00", "Intruder")
    assert derive_props(state("10:12", (own("10:02", "10:32"), intruder))).manage is None


def test_no_qt_is_needed() -> None:
    code = (
        "import sys; from roomdisplay.ui import props, room_view, day, sheet, wording, theme, platform; "
        "sys.exit(any(m.startswith(('PySide6', 'shiboken')) for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def views(props: PanelProps) -> tuple[object, ...]:
    """All that is on screen."""
    days = [derive_day(day, props, ENGLISH) for day in (props.today, props.tomorrow)]
    told = derive_sheet(props, None, ENGLISH), derive_sign_in(props, ENGLISH), derive_screen(props, has_backlight=False)
    return (derive_room_view(props, ENGLISH), derive_actions(props, ENGLISH), *days, *told)


def later(state: State, seconds: float) -> State:
    wall, mono = state.now.wall + timedelta(seconds=seconds), state.now.mono + seconds
    return replace(state, now=Instant(wall=wall, mono=mono))


@given(
    scene=st.sampled_from(sorted(STATES)),
    seconds=st.floats(-70, 70),
    odd=st.integers(-60, 60),
    read_again=st.booleans(),
)
def test_what_looks_alike_need_not_be_drawn_again(scene: str, seconds: float, odd: int, read_again: bool) -> None:
    """`odd` is the second at which a further meeting ends."""
    before = STATES[scene]
    if before.schedule is not None:
        end = before.now.wall + timedelta(seconds=odd)
        extra = meeting("9:00", "9:30", "Odd")
        extra = replace(extra, interval=Interval(end - timedelta(hours=1), end))
        schedule = Schedule.of(before.schedule.window, (*before.schedule.meetings, extra))
        before = replace(before, schedule=schedule)
    after = later(before, seconds)
    if read_again and after.read_at is not None:
        after = replace(after, read_at=after.now.mono)
    some, other = derive_props(before), derive_props(after)
    if look_alike(some, other):
        assert views(some) == views(other)


@pytest.mark.parametrize("scene", ["free", "busy", "offline", "stale", "out-of-service"])
def test_a_second_later_all_looks_alike_and_a_minute_later_it_does_not(scene: str) -> None:
    now = STATES[scene]
    props = derive_props(now)
    assert look_alike(props, derive_props(later(now, 1)))
    assert not look_alike(props, derive_props(later(now, 60)))


def test_a_poll_that_finds_nothing_new_looks_alike() -> None:
    now = STATES["free"]
    after = later(now, 20)
    assert look_alike(derive_props(now), derive_props(replace(after, read_at=after.now.mono, number=after.number + 1)))
