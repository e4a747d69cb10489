"""The words: every kind has its sentence, whole and filled."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost
from roomdisplay.core.outbox import Reason, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.gallery.states import DAY, FORECAST, OFFLINE, STATES, ZONE, meeting, state
from roomdisplay.ui import texts
from roomdisplay.ui.day import derive_day
from roomdisplay.ui.props import EntryProps, ProblemProps, derive_props
from roomdisplay.ui.room_view import RoomView, derive_actions, derive_room_view
from roomdisplay.ui.viewmodels.locale import known_locale, wording
from roomdisplay.ui.wording import ENGLISH, filled, unwidowed

OPERATIONS = ("book", "extend", "end", "cancel", "release", "autoRelease", "checkIn")


def view(scene: str) -> RoomView:
    return derive_room_view(derive_props(STATES[scene]), ENGLISH)


@pytest.mark.parametrize(
    ("scene", "tone", "word", "when", "remaining", "line", "next"),
    [
        ("free", "free", "Free", "until 11:30", "1 h 28 min", "Next: Private meeting", ""),
        ("soon", "soon", "Free", "only until 11:30", "13 min", "Next: Private meeting", ""),
        (
            "busy",
            "busy",
            "In use",
            "until 11:00",
            "58 min left",
            "Quarterly forecast · Aiko Tanaka",
            "Next: Private meeting, 11:30",
        ),
        (
            "ending",
            "ending",
            "Ending soon",
            "free at 11:00",
            "in 3 min",
            "Quarterly forecast · Aiko Tanaka",
            "Next: Private meeting, 11:30",
        ),
        ("private", "busy", "In use", "until 12:30", "48 min left", "Private meeting", "Next: Sprint planning, 13:00"),
        (
            "check-in",
            "checkIn",
            "Check in",
            "10:00 – 11:00",
            "",
            "Quarterly forecast · Aiko Tanaka",
            "Released at 10:10 if nobody checks in.",
        ),
        (
            "check-in-early",
            "checkIn",
            "Check in",
            "10:00 – 11:00",
            "in 8 min",
            "Quarterly forecast · Aiko Tanaka",
            "Released at 10:10 if nobody checks in.",
        ),
        (
            "check-in-offline",
            "checkIn",
            "Check in",
            "10:00 – 11:00",
            "",
            "Quarterly forecast · Aiko Tanaka",
            "Please check in when you are here.",
        ),
        ("held", "held", "Held", "until 10:32", "30 min left", "Not yet confirmed by Office 365.", ""),
        (
            "stale",
            "unknown",
            "Free as of 09:41",
            "until 11:30, as last known",
            "",
            "There is no news since then, so the room may have been booked elsewhere.",
            "",
        ),
        (
            "stale-busy",
            "unknown",
            "In use as of 10:01",
            "until 11:00, as last known",
            "",
            "There is no news since then, so the room may have been booked elsewhere.",
            "",
        ),
        (
            "ageless",
            "unknown",
            "Perhaps free",
            "until 11:30, as last known",
            "",
            "The panel’s clock was wrong, so nobody knows how old this schedule is.",
            "",
        ),
        ("starting", "unknown", "No schedule yet", "", "", "The panel is reading the room’s calendar.", ""),
        ("never", "unknown", "No schedule yet", "", "", "No connection to Office 365. The panel keeps trying.", ""),
        ("no-access", "unknown", "No schedule yet", "", "", "", ""),
        ("evening", "free", "Free", "for the rest of the day", "", "Next: Standup, tomorrow 09:00", ""),
    ],
)
def test_the_room_in_words(scene: str, tone: str, word: str, when: str, remaining: str, line: str, next: str) -> None:
    shown = view(scene)
    assert (shown.tone, shown.word, shown.when, shown.remaining, shown.line, shown.next) == (
        tone,
        word,
        when,
        remaining,
        line,
        next,
    )


def test_never_a_plain_free_past_the_limit() -> None:
    shown = view("stale")
    assert shown.tone == "unknown"
    assert shown.word != texts.FREE
    assert not shown.live


@pytest.mark.parametrize(
    ("scene", "freshness", "live"),
    [
        ("free", "Live", True),
        ("offline", "Updated 10:00 · no connection", False),
        ("access-lost", "Updated 08:55 · no access", False),
        ("starting", "Connecting", False),
        ("never", "No connection", False),
        ("no-access", "No access", False),
    ],
)
def test_the_corner(scene: str, freshness: str, live: bool) -> None:
    assert (view(scene).freshness, view(scene).live) == (freshness, live)


@pytest.mark.parametrize(("days", "corner"), [(31, "Live"), (30, "Live · certificate ends Thursday 24 December")])
def test_a_certificate_is_announced_a_month_ahead(days: int, corner: str) -> None:
    shown = state()
    ends = shown.now.wall + timedelta(days=days)
    assert ENGLISH.freshness(derive_props(replace(shown, certificate_ends=ends))) == corner


def test_a_schedule_of_another_day_names_the_day() -> None:
    shown = derive_room_view(derive_props(state(age=86_400.0, failure=OFFLINE)), ENGLISH)
    assert shown.freshness == "Updated Monday 10:02 · no connection"


@pytest.mark.parametrize(
    ("meetings", "when", "line"),
    [
        ((), "for the rest of the day", "Nothing is booked today or tomorrow."),
        (
            (meeting("0:00", "0:00", "Offsite", day=25, end_day=26, is_all_day=True),),
            "for the rest of the day",
            "Next: Offsite, all day tomorrow",
        ),
    ],
)
def test_a_free_day(meetings: Any, when: str, line: str) -> None:
    shown = derive_room_view(derive_props(state(meetings=meetings)), ENGLISH)
    assert (shown.when, shown.line) == (when, line)


@pytest.mark.parametrize(
    ("start", "end", "end_day", "when", "remaining"),
    [
        ("0:00", "0:00", 25, "for the rest of the day", ""),
        ("9:00", "15:00", 25, "until tomorrow 15:00", ""),
        ("9:00", "2:00", 25, "until tomorrow 02:00", "15 h 58 min left"),
        ("9:00", "15:00", 27, "until Friday 15:00", ""),
    ],
)
def test_a_meeting_that_outlasts_the_day(start: str, end: str, end_day: int, when: str, remaining: str) -> None:
    long = meeting(start, end, "Long", end_day=end_day)
    shown = derive_room_view(derive_props(state(meetings=(long,))), ENGLISH)
    assert (shown.when, shown.remaining) == (when, remaining)


@pytest.mark.parametrize(("clock", "progress"), [("10:00", 0.0), ("10:30:40", 0.5), ("10:57", 0.95), ("11:10", -1.0)])
def test_progress_counts_full_minutes(clock: str, progress: float) -> None:
    shown = derive_room_view(derive_props(state(clock, (*DAY, FORECAST))), ENGLISH)
    assert shown.progress == pytest.approx(progress)


def test_titles_where_there_is_nothing_to_show() -> None:
    untitled = derive_props(state(meetings=(meeting("10:00", "11:00", "🎉"),)))
    hidden = derive_props(state(meetings=(meeting("10:00", "11:00", "Secret"),), policy=Policy(show_subject=False)))
    assert derive_room_view(untitled, ENGLISH).line == "Meeting without a title · Mara Lindt"
    assert derive_room_view(hidden, ENGLISH).line == "Reserved"


def test_what_comes_from_outside_cannot_turn_a_sentence_around() -> None:
    hebrew = meeting("11:00", "12:00", "פגישה")
    shown = derive_room_view(derive_props(state(meetings=(hebrew,))), ENGLISH)
    assert shown.line == "Next: \u2068פגישה\u2069"


def test_the_buttons_of_a_booking_under_way() -> None:
    rows = derive_actions(derive_props(STATES["own"]), ENGLISH)
    assert [(r.key, r.label, r.detail, r.filled) for r in rows] == [
        ("extend", "Extend", "up to 11:30", False),
        ("end", "End meeting", "frees the room now", True),
        ("cancel", "Cancel booking", "as if never booked", False),
    ]


@pytest.mark.parametrize(
    ("minutes", "said"), [(5, "5 min"), (59.5, "60 min"), (60, "1 h"), (88, "1 h 28 min"), (120, "2 h")]
)
def test_durations(minutes: float, said: str) -> None:
    expected = "1 h" if said == "60 min" else said
    assert ENGLISH.duration(timedelta(minutes=minutes)) == expected


def test_placeholders_are_filled_once() -> None:
    assert filled("%2 and %1, %3", "%2", "b") == "b and %2, %3"


# ── every kind has its words ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("access", Access)
@pytest.mark.parametrize("writing", [False, True])
def test_every_problem_has_two_sentences(access: Access, writing: bool) -> None:
    problem = ProblemProps(access=access, code="CODE", writing_only=writing)
    for sentence in (ENGLISH.problem(problem), ENGLISH.problem_mend(problem)):
        assert sentence.endswith(".")
        assert len(sentence) > 40
        assert "%" not in sentence
    assert "Outlook" in ENGLISH.problem(problem)
    assert not re.search(r"token|AADSTS|API|Graph|Entra|Exchange|tenant", ENGLISH.problem(problem))
    assert ENGLISH.problem_for_it(problem).endswith("[CODE]")


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize(
    ("stage", "reason"),
    [(Stage.CONFIRMED, None), (Stage.EXPIRED, None), (Stage.WITHDRAW, None), *((Stage.REFUSED, r) for r in Reason)],
)
def test_every_outcome_has_its_words(operation: str, stage: Stage, reason: Reason | None) -> None:
    props = derive_props(STATES["busy"])
    settled = EntryProps(
        id="x",
        booking_id="x",
        operation=operation,
        stage=stage,
        reason=reason,
        start=props.now,
        end=props.now + timedelta(minutes=30),
        made_at=props.now,
        failed=False,
    )
    title, sentence = ENGLISH.outcome(settled, props)
    for said in (sentence, ENGLISH.notice(settled, props)):
        assert said.endswith(".")
        assert "%" not in said
    assert title
    assert not title.endswith(".")


def test_a_lost_race_names_the_next_free_time() -> None:
    props = derive_props(STATES["busy"])
    lost = EntryProps(
        id="x",
        booking_id="x",
        operation="book",
        stage=Stage.REFUSED,
        reason=Reason.TAKEN,
        start=props.now,
        end=props.now,
        made_at=props.now,
        failed=False,
    )
    assert ENGLISH.outcome(lost, props)[1].endswith("It is free again from 11:00 to 11:30.")
    later = replace(props, next_free=(props.now + timedelta(hours=1), None))
    assert ENGLISH.outcome(lost, later)[1].endswith("It is free again from 11:02.")
    now = replace(props, next_free=(props.now, props.now + timedelta(minutes=20)))
    assert ENGLISH.outcome(lost, now)[1].endswith("It is free now until 10:22.")
    never = replace(props, next_free=None)
    assert ENGLISH.outcome(lost, never)[1].endswith("Nothing was changed.")


def _sentences() -> Iterator[str]:
    for name, value in vars(texts).items():
        if name.startswith("__"):
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from value.values()  # pyright: ignore[reportUnknownVariableType]


def test_sentences_are_typeset() -> None:
    for sentence in _sentences():
        assert "'" not in sentence
        assert "..." not in sentence
        assert "  " not in sentence


# ── locales ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "time", "day"),
    [
        ("en_GB", "14:05", "Tuesday 24 November"),
        ("en_US", "2:05\u00a0PM", "Tuesday, November 24"),
        ("de_DE", "14:05", "Dienstag, 24. November"),
        ("fr_FR", "14:05", "mardi 24 novembre"),
        ("es_ES", "14:05", "martes, 24 de noviembre"),
        ("it_IT", "14:05", "martedì 24 novembre"),
        ("nl_NL", "14:05", "dinsdag 24 november"),
        ("pl_PL", "14:05", "wtorek, 24 listopada"),
        ("ja_JP", "14:05", "11月24日火曜日"),
        ("zh_CN", "14:05", "11月24日星期二"),
        ("xx_YY", "14:05", "Tuesday 24 November"),
        ("", "14:05", "Tuesday 24 November"),
    ],
)
def test_times_and_dates_by_locale(name: str, time: str, day: str) -> None:
    words = wording(known_locale(name))
    noon = datetime(2026, 11, 24, 14, 5, tzinfo=ZONE)
    assert words.time(noon) == time
    assert words.full_date(date(2026, 11, 24)).replace("Tuesday, 24", "Tuesday 24") == day


def test_arabic_is_written_from_right_to_left() -> None:
    assert wording(known_locale("ar_EG")).mirrored
    assert not wording(known_locale("de_DE")).mirrored


def test_hours_of_the_day_the_clocks_go_back_are_all_there() -> None:
    before = state()
    props = derive_props(
        replace(before, now=replace(before.now, wall=datetime(2026, 10, 25, 9, tzinfo=UTC)), schedule=None)
    )
    shown = derive_day(props.today, props, ENGLISH)
    assert list(shown.hours[:5]) == ["00:00", "01:00", "02:00", "02:00", "03:00"]
    assert (shown.length, shown.now_at) == (25.0, 11.0)


def test_the_problem_of_a_real_failure_reaches_the_page() -> None:
    lost = AccessLost(access=Access.SECRET_EXPIRED, code="AADSTS7000222")
    shown = derive_room_view(derive_props(state(failure=lost)), ENGLISH)
    assert shown.problem.startswith("This panel’s sign-in has expired.")
    assert shown.problem_for_it.endswith("[AADSTS7000222]")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Open wox.example/pair and enter:", "Open wox.example/pair and\u00a0enter:"),
        ("Ouvrez wox.example et saisissez\u00a0:", "Ouvrez wox.example et\u00a0saisissez\u00a0:"),
        ("افتح \u2068wox.example/pair\u2069 وأدخل:", "افتح \u2068wox.example/pair\u2069 وأدخل:"),
        ("打开 wox.example 并输入：", "打开 wox.example 并输入："),
    ],
)
def test_no_word_is_left_alone_unless_an_address_comes_before_it(said: str, shown: str) -> None:
    assert unwidowed(said) == shown
