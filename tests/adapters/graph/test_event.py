"""Graph's events and the panel's meetings: what is read, what is withheld, and that nothing whatever raises."""

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roomdisplay.adapters.graph.event import meeting, new_end, new_event, page
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting, ShowAs
from tests.adapters.graph.events import all_day, event, moment
from tests.chaos.payloads import PATHS, damaged

BERLIN = ZoneInfo("Europe/Berlin")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type]


def read(tree: object, zone: ZoneInfo = BERLIN) -> Meeting:
    found = meeting(tree, zone)
    assert found is not None
    return found


def test_a_meeting_the_room_was_invited_to() -> None:
    assert read(event()) == Meeting(
        id="AAMkAGIAAAoZDOFAAA=",
        interval=Interval(utc(2026, 11, 23, 9), utc(2026, 11, 23, 10)),
        subject="Planning",
        organizer="Ada Lovelace",
        etag='W/"DwAAABYAAAB8"',
        ical_uid="040000008200E00074C5B7101A82E008",
        created_at=datetime(2026, 11, 20, 8, 0, 0, 123456, tzinfo=UTC),
        has_attendees=True,
    )


def test_a_booking_made_on_a_panel_is_its_own() -> None:
    booking = read(
        event(isOrganizer=True, attendees=[], transactionId="0d4e", responseStatus={"response": "organizer"})
    )
    assert booking.is_own
    assert booking.booking_id == "0d4e"


DOUBTFUL: list[dict[str, Any]] = [
    {"transactionId": None},
    {"transactionId": ""},
    {"transactionId": 7},
    {"isOrganizer": None},
    {"isOrganizer": "true"},
    {"attendees": [{}]},
    {"attendees": "everyone"},
]


@pytest.mark.parametrize("change", DOUBTFUL)
def test_whatever_is_doubtful_makes_it_not_its_own(change: dict[str, Any]) -> None:
    assert not read(event(**{"isOrganizer": True, "attendees": [], "transactionId": "0d4e", **change})).is_own


@pytest.mark.parametrize(
    "sensitivity", ["private", "personal", "confidential", "secretive", "", None, 0, {}, ["normal"]]
)
def test_everything_but_normal_is_private(sensitivity: object) -> None:
    found = read(event(sensitivity=sensitivity))
    assert found.is_private
    assert (found.subject, found.organizer) == (None, None)
    assert "Planning" not in repr(found)
    assert "Ada" not in repr(found)


def test_a_meeting_without_sensitivity_is_private() -> None:
    bare = event()
    del bare["sensitivity"]
    assert read(bare).is_private


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("free", ShowAs.FREE),
        ("Tentative", ShowAs.TENTATIVE),
        ("oof", ShowAs.OOF),
        ("workingElsewhere", ShowAs.WORKING_ELSEWHERE),
        ("hybrid", ShowAs.UNKNOWN),
        (None, ShowAs.UNKNOWN),
        (3, ShowAs.UNKNOWN),
    ],
)
def test_show_as(sent: object, shown: ShowAs) -> None:
    found = read(event(showAs=sent))
    assert found.show_as is shown
    assert found.occupies is (shown not in (ShowAs.FREE, ShowAs.WORKING_ELSEWHERE))


def test_declined_and_cancelled_meetings_do_not_occupy() -> None:
    assert read(event(responseStatus={"response": "declined"})).is_declined
    assert read(event(isCancelled=True)).is_cancelled
    assert read(event(isCancelled="yes", responseStatus=None)).occupies


@pytest.mark.parametrize("kind", ["seriesMaster", "SeriesMaster"])
def test_a_series_master_is_no_meeting_and_not_malformed(kind: str) -> None:
    assert meeting(event(type=kind), BERLIN) is None
    found = page(json.dumps({"value": [event(type=kind), event()]}).encode(), BERLIN)
    assert found is not None
    assert (len(found.meetings), found.skipped) == (1, 0)


def test_an_occurrence_knows_its_series() -> None:
    assert read(event(type="occurrence", seriesMasterId="AAMk")).series_master_id == "AAMk"


@pytest.mark.parametrize(
    ("zone", "first", "after", "hours"),
    [
        ("Europe/Berlin", "2026-03-29", "2026-03-30", 23),
        ("Europe/Berlin", "2026-10-25", "2026-10-26", 25),
        ("America/New_York", "2026-03-08", "2026-03-09", 23),
        ("America/New_York", "2026-11-01", "2026-11-02", 25),
        ("Australia/Lord_Howe", "2026-04-05", "2026-04-06", 24.5),
        ("Australia/Lord_Howe", "2026-10-04", "2026-10-05", 23.5),
        ("Asia/Kolkata", "2026-11-23", "2026-11-25", 48),
        ("Pacific/Apia", "2026-11-23", "2026-11-24", 24),
    ],
)
def test_an_all_day_meeting_is_days_where_the_room_is(zone: str, first: str, after: str, hours: float) -> None:
    found = read(all_day(first, after), ZoneInfo(zone))
    start = datetime.fromisoformat(first).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert found.is_all_day
    assert found.interval == Interval(start, start + timedelta(hours=hours))


def test_an_all_day_meeting_of_no_days_is_one_day() -> None:
    assert read(all_day("2026-11-23", "2026-11-23")).interval.duration == timedelta(days=1)


def test_an_all_day_meeting_that_does_not_float_is_taken_by_its_instants() -> None:
    found = read(event(isAllDay=True, start=moment("2026-11-22T23:00:00"), end=moment("2026-11-23T23:00:00")))
    assert found.interval == Interval(utc(2026, 11, 22, 23), utc(2026, 11, 23, 23))


@pytest.mark.parametrize(
    ("start", "instant"),
    [
        (moment("2026-11-23T09:00:00.0000000"), utc(2026, 11, 23, 9)),
        (moment("2026-11-23T09:00:00.1234567"), utc(2026, 11, 23, 9, 0, 0, 123456)),
        (moment("2026-11-23T09:00:00"), utc(2026, 11, 23, 9)),
        (moment("2026-11-23T09:00"), utc(2026, 11, 23, 9)),
        (moment("2026-11-23T09:00:00", None), utc(2026, 11, 23, 9)),
        (moment("2026-11-23T10:00:00", "Europe/Berlin"), utc(2026, 11, 23, 9)),
        (moment("2026-11-23T10:00:00+01:00"), utc(2026, 11, 23, 9)),
        (moment("2026-11-23T09:00:00Z"), utc(2026, 11, 23, 9)),
    ],
)
def test_moments(start: object, instant: datetime) -> None:
    assert read(event(start=start)).interval.start == instant


@pytest.mark.parametrize(
    "change",
    [
        {"id": None},
        {"id": ""},
        {"id": 1},
        {"id": "Ä"},
        {"id": "AA\n"},
        {"id": "\ud800"},
        {"start": None},
        {"start": "2026-11-23T09:00:00"},
        {"start": {"timeZone": "UTC"}},
        {"start": moment("tomorrow")},
        {"start": moment("2026-02-30T09:00:00")},
        {"start": moment("٢٠٢٦-11-23T09:00:00")},
        {"start": moment("2026-11-23T09:00:00", "tzone://Microsoft/Custom")},
        {"start": moment("2026-11-23T09:00:00", "W. Europe Standard Time")},
        {"start": moment("2026-11-23T09:00:00", "../../etc/passwd")},
        {"start": moment("2026-11-23T09:00:00", "Europe")},
        {"start": moment("0001-01-01T00:00:00")},
        {"end": moment("9999-12-31T23:59:59")},
        {"end": moment("2026-11-23T08:00:00")},
        {"isAllDay": True, "start": moment("2026-11-24T00:00:00"), "end": moment("2026-11-23T00:00:00")},
    ],
)
def test_an_event_whose_time_or_id_cannot_be_read_is_malformed(change: dict[str, Any]) -> None:
    assert meeting(event(**change), BERLIN) is None


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("  Weekly\r\n\tsync\u2028now ", "Weekly sync now"),
        ("👩‍👩‍👧 party", "👩‍👩‍👧 party"),
        ("half \ud83d a pair", "half a pair"),
        ("x" * 500, "x" * 255),
        ("", None),
        (None, None),
        (5, None),
    ],
)
def test_a_subject_is_one_line_that_can_be_stored(sent: object, shown: str | None) -> None:
    assert read(event(subject=sent)).subject == shown


def test_an_organizer_without_a_name_is_an_address() -> None:
    assert read(event(organizer={"emailAddress": {"address": "a@b.example"}})).organizer == "a@b.example"
    assert read(event(organizer=None)).organizer is None


def test_a_change_key_makes_the_etag() -> None:
    bare = event(changeKey="CQAA")
    del bare["@odata.etag"]
    assert read(bare).etag == 'W/"CQAA"'
    assert read(event(**{"@odata.etag": "W/\r\nX: y", "changeKey": None})).etag == ""


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'"value"', b"{}", b'{"value":null}', b'{"value":{}}', b"<html>", b'{"value":[]', b"\xff\xfe",
     b'{"value":[],"@odata.nextLink":5}', b"[" * 100_000],
)  # fmt: skip
def test_what_is_not_a_collection_is_no_page(body: bytes) -> None:
    assert page(body, BERLIN) is None


def test_malformed_events_are_counted() -> None:
    items: list[object] = [event(), None, 5, "x", [], {}, event(start=None), event(id="B")]
    found = page(json.dumps({"value": items, "@odata.nextLink": "https://next"}).encode(), BERLIN)
    assert found is not None
    assert [m.id for m in found.meetings] == ["AAMkAGIAAAoZDOFAAA=", "B"]
    assert (found.skipped, found.next_link) == (6, "https://next")


def test_new_events_are_the_same_bytes_every_time() -> None:
    interval = Interval(utc(2026, 11, 23, 9), utc(2026, 11, 23, 9, 30))
    body = new_event("0d4e", interval, "Ad-hoc: Größe", "Walk-up")
    assert body == (
        b'{"categories":["Walk-up"],"end":{"dateTime":"2026-11-23T09:30:00","timeZone":"UTC"},"showAs":"busy",'
        b'"start":{"dateTime":"2026-11-23T09:00:00","timeZone":"UTC"},"subject":"Ad-hoc: Gr\\u00f6\\u00dfe",'
        b'"transactionId":"0d4e"}'
    )
    assert new_end(utc(2026, 11, 23, 9, 30)) == b'{"end":{"dateTime":"2026-11-23T09:30:00","timeZone":"UTC"}}'


# ── whatever arrives ──────────────────────────────────────────────────────────────────────────────────────────────────

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def bent(path: tuple[str, ...], value: object) -> dict[str, Any]:
    tree = event()
    inner: dict[str, Any] = tree
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return tree


def check(found: Meeting | None) -> None:
    """What the rest of the program may rely on."""
    if found is None:
        return
    assert found.id
    for text in (found.id, found.etag, found.series_master_id):
        assert text is None or text.isascii()
    for text in (found.id, found.etag, found.ical_uid, found.series_master_id, found.booking_id):
        assert text is None or (text.isprintable() and text.encode().decode() == text)
    for text in (found.subject, found.organizer):
        assert text is None or (len(text.encode()) > 0 and "\n" not in text and "\0" not in text)
    assert not (found.is_private and (found.subject or found.organizer))
    assert found.interval.start - timedelta(days=400) < found.interval.end + timedelta(days=400)
    found.interval.start.astimezone(ZoneInfo("Pacific/Pago_Pago"))


@given(path=st.sampled_from(PATHS), value=JSON)
@settings(max_examples=1500, deadline=None)
def test_any_json_in_place_of_any_member(path: tuple[str, ...], value: object) -> None:
    check(meeting(bent(path, value), BERLIN))


@given(tree=JSON)
@settings(max_examples=300, deadline=None)
def test_any_json_in_place_of_an_event(tree: object) -> None:
    check(meeting(tree, BERLIN))


@given(date_time=st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,8})?)?Z?"))
@settings(max_examples=500, deadline=None)
def test_anything_that_looks_like_a_moment(date_time: str) -> None:
    for zone in ("UTC", "Pacific/Apia", None):
        check(meeting(event(start=moment(date_time, zone)), BERLIN))
        check(meeting(event(end=moment(date_time, zone)), BERLIN))
        check(meeting(event(isAllDay=True, start=moment(date_time, zone), end=moment(date_time, zone)), BERLIN))


def test_many_damaged_pages() -> None:
    chance = random.Random(20261122)
    readable = 0
    for _ in range(10_000):
        found = page(damaged(chance), BERLIN)
        for one in found.meetings if found is not None else ():
            check(one)
            readable += 1
    assert readable > 5_000, "most damage is to be survived, or this tests nothing"
