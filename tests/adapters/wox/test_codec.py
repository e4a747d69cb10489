"""What is read of WOX's JSON, strictly; what is ignored; and what is left out and counted."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.adapters.wox import codec
from roomdisplay.adapters.wox.codec import Malformed
from roomdisplay.adapters.wox.events import EventStream, Message
from roomdisplay.core.interval import Interval
from roomdisplay.core.policy import Policy
from roomdisplay.core.wox import Agreed, Booking, BookingState, Origin, Refused

BOOKING: dict[str, Any] = {
    "id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    "start": "2026-12-01T09:00:00Z",
    "end": "2026-12-01T10:00:00Z",
    "subject": "Stand-up",
    "host": "Mara Lindqvist",
    "isPrivate": False,
    "origin": "portal",
    "state": "requested",
    "version": 4,
}
SETTINGS: dict[str, Any] = {
    "room": {"address": "aurora@contoso.example", "name": "Aurora", "timeZone": "Europe/Berlin"},
    "values": {},
    "nearby": [],
    "emergency": None,
}
instants = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
texts = st.one_of(st.none(), st.text(max_size=60))


@st.composite
def bookings(draw: st.DrawFn) -> Booking:
    def interval() -> Interval:
        start = draw(instants)
        return Interval(start, start + draw(st.timedeltas(timedelta(), timedelta(days=2))))

    agreed = Agreed(interval=interval(), subject=draw(texts), as_of=draw(instants)) if draw(st.booleans()) else None
    return Booking(
        id=str(draw(st.uuids())),
        interval=interval(),
        subject=draw(texts),
        host=draw(texts),
        host_id=draw(st.none() | texts),
        is_private=draw(st.booleans()),
        origin=draw(st.sampled_from(Origin)),
        state=draw(st.sampled_from(BookingState)),
        agreed=agreed,
        refusal=draw(st.one_of(st.none(), st.sampled_from(Refused))),
        checked_in_at=draw(st.one_of(st.none(), instants)),
        released_at=draw(st.one_of(st.none(), instants)),
        version=draw(st.integers(0, 2**62)),
    )


@given(bookings())
def test_a_booking_comes_back_as_it_went_but_for_what_is_private(booking: Booking) -> None:
    back = codec.booking(json.loads(codec.dumped(codec.booking_json(booking))))
    if booking.is_private:
        agreed = booking.agreed and replace(booking.agreed, subject=None)
        booking = replace(booking, subject=None, host=None, host_id=None, agreed=agreed)
    assert back == booking


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"id": "7"}, "no UUID"),
        ({"id": None}, "no id"),
        ({"start": "2026-12-01T09:00:00"}, "no zone"),
        ({"start": "2026-12-01"}, "a day"),
        ({"start": 1764579600}, "a number"),
        ({"start": "2026-13-01T09:00:00Z"}, "no such month"),
        ({"end": "2026-12-01T08:59:59Z"}, "ends before it starts"),
        ({"end": None}, "no end"),
        ({"state": "maybe"}, "no such state"),
        ({"state": ["requested"]}, "a list"),
        ({"origin": "kiosk"}, "no such origin"),
        ({"version": None}, "no version"),
        ({"version": -1}, "a negative version"),
        ({"version": True}, "a flag"),
        ({"subject": 7}, "a number"),
        ({"agreed": {"start": "2026-12-01T09:00:00Z"}}, "half agreed"),
        ({"refusal": "because"}, "no such refusal"),
    ],
)
def test_a_malformed_booking_is_left_out_and_counted(change: dict[str, Any], what: str) -> None:
    bad = {**BOOKING, **change}
    with pytest.raises(Malformed):
        codec.booking(bad)
    feed = codec.feed({"cursor": "7", "bookings": [bad, BOOKING, None, "x"]})
    assert [b.id for b in feed.bookings] == [BOOKING["id"]]
    assert feed.skipped == 3, what


def test_an_offset_is_as_good_as_a_z_and_ids_are_compared_in_one_spelling() -> None:
    read = codec.booking({**BOOKING, "start": "2026-12-01T10:00:00.5+01:00", "id": BOOKING["id"].upper()})
    assert read.interval.start == datetime(2026, 12, 1, 9, 0, 0, 500_000, tzinfo=UTC)
    assert read.id == str(UUID(BOOKING["id"]))


@pytest.mark.parametrize("said", [{"isPrivate": True}, {"isPrivate": None}, {"isPrivate": "false"}])
def test_what_is_private_or_might_be_says_nothing_of_itself(said: dict[str, Any]) -> None:
    agreed = {"start": BOOKING["start"], "end": BOOKING["end"], "subject": "Salary", "asOf": BOOKING["start"]}
    read = codec.booking({**BOOKING, "agreed": agreed, **said})
    assert read.is_private
    assert (read.subject, read.host) == (None, None)
    assert read.agreed is not None
    assert read.agreed.subject is None


def test_settings_that_are_not_understood_are_left_out_and_counted() -> None:
    values: dict[str, Any] = {
        "booking.longest": 60,
        "booking.soon": "later",
        "hours.open": {"someday": []},
        "future.key": 1,
    }
    nearby = [
        {"address": "borealis@contoso.example", "name": "Borealis", "detail": "3rd floor"},
        {"address": "Aurora@contoso.example", "name": "itself"},
        {"address": "no address", "name": "Cirrus"},
    ]
    feed = codec.feed({"cursor": "7", "settings": {**SETTINGS, "values": values, "nearby": nearby}})
    assert feed.skipped == 4
    assert feed.settings is not None
    assert feed.settings.policy == Policy(longest=timedelta(hours=1))
    (borealis,) = feed.settings.nearby
    assert (borealis.name, borealis.detail, borealis.zone.key) == ("Borealis", "3rd floor", "Europe/Berlin")


@pytest.mark.parametrize(
    "change",
    [
        {"room": None},
        {"room": {"address": "x", "name": "Aurora", "timeZone": "Europe/Berlin"}},
        {"room": {**SETTINGS["room"], "timeZone": "Europe/Nowhere"}},
        {"room": {**SETTINGS["room"], "timeZone": "../../etc/passwd"}},
        {"room": {**SETTINGS["room"], "timeZone": None}},
        {"room": {**SETTINGS["room"], "name": " "}},
        {"emergency": 7},
        {"values": []},
    ],
)
def test_settings_of_no_room_are_none(change: dict[str, Any]) -> None:
    feed = codec.feed({"cursor": "7", "settings": {**SETTINGS, **change}})
    # an empty list of values is as good as none
    assert (feed.settings is None) == (feed.skipped == 1) == (change != {"values": []})


def test_an_emergency_of_nothing_is_none() -> None:
    feed = codec.feed({"cursor": "7", "settings": {**SETTINGS, "emergency": "  "}})
    assert feed.settings is not None
    assert feed.settings.emergency is None


def test_a_command_nobody_knows_is_counted() -> None:
    commands = [{"id": "c1", "kind": "dance"}, {"id": "../feed", "kind": "restart"}, {"id": "c2", "kind": "restart"}]
    feed = codec.feed({"cursor": "7", "commands": commands})
    assert ([c.id for c in feed.commands], feed.skipped) == (["c2"], 2)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["cursor", "isWhole", "bookings", "settings", "commands"]), json_values))
def test_whatever_comes_is_read_or_malformed(value: dict[str, Any]) -> None:
    with suppress(Malformed):
        codec.feed(value)


@given(st.sampled_from([*BOOKING]), json_values)
def test_whatever_stands_in_a_booking_is_read_or_malformed(key: str, value: object) -> None:
    with suppress(Malformed):
        codec.booking({**BOOKING, key: value})


# ── server-sent events ────────────────────────────────────────────────────────────────────────────────────────────────


def received(data: bytes, cuts: list[int] | None = None) -> list[Message]:
    stream = EventStream(largest=10_000)
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts or []), len(data)]
    return [m for start, end in pairwise(places) for m in stream.receive(data[start:end])]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"data: a\n\n", [Message(event="message", data="a", id="")]),
        (b"event:feed\r\nid: 7\r\ndata:a\r\ndata: b\r\n\r\n", [Message(event="feed", data="a\nb", id="7")]),
        (b"\xef\xbb\xbfdata: a\r\rdata: b\r\r", [Message(event="message", data=x, id="") for x in "ab"]),
        (b": comment\n\nevent: feed\n\n", []),
        (b"id: 7\n\ndata: a\n\n", [Message(event="message", data="a", id="7")]),
        (b"id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n", [Message(event="message", data=x, id="7") for x in "ab"]),
        (b"unknown: x\ndata:  a\n\n", [Message(event="message", data=" a", id="")]),
        (b"data: cut", []),
    ],
)
def test_messages(data: bytes, expected: list[Message]) -> None:
    assert received(data) == expected


@given(
    st.lists(st.sampled_from([b"data: ab", b"event: feed", b"id: 9", b":", b"", b"x"]), max_size=12),
    st.sampled_from([b"\n", b"\r", b"\r\n"]),
    st.lists(st.integers(0, 500), max_size=8),
)
def test_it_does_not_matter_how_the_bytes_come(lines: list[bytes], end: bytes, cuts: list[int]) -> None:
    data = end.join(lines) + end
    assert received(data, cuts) == received(data)


def test_the_wait_the_other_side_asks_for() -> None:
    stream = EventStream(largest=100)
    stream.receive(b"retry: soon\n\nretry: 5000\n\n")
    assert stream.retry == 5.0


@given(st.dictionaries(st.sampled_from(("capacity", "equipment", "place", "photo")), json_values))
def test_whatever_is_told_of_the_room_besides_who_it_is_does_no_harm(told: dict[str, Any]) -> None:
    read, _ = codec.settings({**SETTINGS, "room": SETTINGS["room"] | told})
    assert read.room.capacity is None or 0 < read.room.capacity <= 10_000
    assert all(isinstance(word, str) for word in (*read.room.equipment, read.room.place))
    assert read.room.photo == "" or len(read.room.photo) == 64
