"""What every implementation of the WoxServer port does, told through the port alone.

A test module derives from `WoxContract` and provides the fixture `far`: the server under test as the panel of one room
meets it, and hooks to what other people do on WOX.
"""

import asyncio
import hashlib
import json
from collections.abc import AsyncGenerator, Awaitable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from uuid import uuid4

import pytest
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Refusal, Rejected
from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import (
    REPORT,
    Agreed,
    Booking,
    BookingState,
    CommandKind,
    Feed,
    Heartbeat,
    Offer,
    Origin,
    Person,
    ProblemKind,
    ProblemReport,
    Update,
    UpdateStage,
)
from roomdisplay.ports import Failed, WoxServer
from tests.pictures import png

NINE = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BEFORE = datetime(2024, 1, 9, 8, 0, tzinfo=UTC)
"""A moment that is over by anybody's clock."""
PATIENCE = 5.0


def slot(start: float, end: float) -> Interval:
    """Hours after nine."""
    return Interval(NINE + start * HOUR, NINE + end * HOUR)


class FarSide(Protocol):
    """The room "Aurora" (aurora@contoso.example, Europe/Berlin) without bookings, and the panel that is paired with it.

    Each hook returns once a panel may learn of what it did.
    """

    @property
    def wox(self) -> WoxServer: ...

    async def request(self, subject: str, interval: Interval) -> str:
        """An employee books the room on the Portal; returns the booking's id."""
        ...

    async def withdraw(self, booking_id: str) -> None:
        """That employee cancels it again."""
        ...

    async def put_elsewhere(self, booking: Booking) -> None:
        """A booking of another room."""
        ...

    async def set(self, name: str, value: object) -> None:
        """Facilities change a setting of the room."""
        ...

    async def announce(self, text: str | None) -> None:
        """An emergency message to the location; None: it is lifted."""
        ...

    async def want(self, kind: CommandKind) -> str:
        """Facilities want something of the panel; returns the command's id."""
        ...

    async def answer_to(self, command_id: str) -> bytes | str | None:
        """What the panel answered: a picture, a sentence why not, empty bytes for "done"; None: nothing yet."""
        ...

    async def last_picture(self) -> bytes | None:
        """The newest of the panel's screen."""
        ...

    async def last_heartbeat(self) -> Heartbeat | None: ...

    async def offer(self, version: str, bundle: bytes) -> str:
        """The panel is to have that release from now on (x86_64); returns the offer's id."""
        ...

    async def photograph(self, photo: bytes | None) -> None:
        """Facilities give the room another photo; None: they take it away."""
        ...

    async def reported(self) -> list[str]:
        """The ids of the problems of this room, oldest first."""
        ...

    async def admit(self, name: str, *, badge: str, pin: str) -> str:
        """A person; returns their id."""
        ...

    async def unpair(self) -> None:
        """The panel's token is good for nothing from now on."""
        ...


TEN = slot(1, 2)


def booking(subject: str = "Stand-up", interval: Interval = TEN) -> Booking:
    """A meeting that a mirror found in Office 365."""
    agreed = Agreed(interval=interval, subject=subject, as_of=NINE)
    return Booking(
        id=str(uuid4()),
        interval=interval,
        subject=subject,
        host="Mara Lindqvist",
        state=BookingState.CONFIRMED,
        agreed=agreed,
    )


async def refused(awaitable: Awaitable[object]) -> Rejected | AccessLost:
    with pytest.raises(Failed) as caught:
        await awaitable
    failure = caught.value.failure
    assert isinstance(failure, Rejected | AccessLost), failure
    return failure


async def following(changes: AsyncGenerator[Feed]) -> Feed:
    async with asyncio.timeout(PATIENCE):
        return await anext(changes)


class Listener:
    """Somebody who keeps up with the stream, and knows what it said."""

    def __init__(self, changes: AsyncGenerator[Feed]) -> None:
        self._changes = changes
        self.feeds: list[Feed] = []
        self.known: dict[str, Booking] = {}

    async def until(self, wanted: str, version: int | None = None) -> None:
        """A version (None: any) of that booking has come."""
        async with asyncio.timeout(PATIENCE):
            while wanted not in self.known or (version is not None and self.known[wanted].version < version):
                feed = await anext(self._changes)
                self.feeds.append(feed)
                self.known.update({b.id: b for b in feed.bookings})


class WoxContract:
    # ── the feed ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def test_the_first_feed_is_the_whole_and_names_the_room(self, far: FarSide) -> None:
        feed = await far.wox.feed(None)
        assert feed.is_whole
        assert (feed.bookings, feed.commands, feed.skipped) == ((), (), 0)
        assert feed.settings is not None
        room = feed.settings.room
        assert (room.address, room.name, room.zone.key) == ("aurora@contoso.example", "Aurora", "Europe/Berlin")

    async def test_nothing_has_changed_since_the_last_cursor(self, far: FarSide) -> None:
        await far.request("Stand-up", slot(1, 2))
        first = await far.wox.feed(None)
        again = await far.wox.feed(first.cursor)
        assert (again.cursor, again.bookings, again.settings, again.commands) == (first.cursor, (), None, ())
        assert not again.is_whole

    async def test_what_somebody_books_on_wox_is_requested(self, far: FarSide) -> None:
        before = await far.wox.feed(None)
        id = await far.request("Stand-up", slot(1, 2))
        (made,) = (await far.wox.feed(before.cursor)).bookings
        assert (made.id, made.interval, made.subject) == (id, slot(1, 2), "Stand-up")
        assert (made.state, made.origin, made.agreed) == (BookingState.REQUESTED, Origin.PORTAL, None)
        assert made.version > 0

    async def test_each_booking_comes_once_in_its_latest_version(self, far: FarSide) -> None:
        before = await far.wox.feed(None)
        id = await far.request("Stand-up", slot(1, 2))
        await far.withdraw(id)
        (told,) = (await far.wox.feed(before.cursor)).bookings
        assert told.id == id
        assert told.state in (BookingState.CANCELLING, BookingState.CANCELLED)

    # ── bookings ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def test_a_booking_is_kept_as_it_was_put(self, far: FarSide) -> None:
        wanted = booking()
        stored = await far.wox.put(wanted)
        assert stored == replace(wanted, version=stored.version)
        assert stored.version > 0
        assert (await far.wox.feed(None)).bookings == (stored,)

    async def test_a_repetition_changes_nothing(self, far: FarSide) -> None:
        wanted = booking()
        stored = await far.wox.put(wanted)
        cursor = (await far.wox.feed(None)).cursor
        assert await far.wox.put(wanted) == stored
        assert await far.wox.put(stored) == stored
        assert (await far.wox.feed(cursor)).bookings == ()

    async def test_a_change_has_a_higher_version(self, far: FarSide) -> None:
        stored = await far.wox.put(booking())
        moved = await far.wox.put(replace(stored, interval=slot(3, 4)))
        assert moved.interval == slot(3, 4)
        assert moved.version > stored.version
        assert await far.wox.put(replace(moved, state=BookingState.CANCELLED)) != moved

    async def test_whoever_has_not_seen_the_last_version_changes_nothing(self, far: FarSide) -> None:
        stored = await far.wox.put(booking())
        moved = await far.wox.put(replace(stored, interval=slot(3, 4)))
        failure = await refused(far.wox.put(replace(stored, interval=slot(5, 6))))
        assert isinstance(failure, Rejected)
        assert failure.refusal is Refusal.CHANGED
        late = await refused(far.wox.put(replace(stored, version=0, interval=slot(5, 6))))
        assert isinstance(late, Rejected)
        assert late.refusal is Refusal.CHANGED
        assert (await far.wox.feed(None)).bookings == (moved,)

    async def test_microseconds_and_every_field_survive(self, far: FarSide) -> None:
        precise = slot(1, 2.000123)
        full = replace(
            booking("Ærø — “quotes” 日本", precise),
            origin=Origin.DISPLAY,
            checked_in_at=NINE + timedelta(microseconds=7),
            released_at=NINE + HOUR,
        )
        stored = await far.wox.put(full)
        assert replace(stored, version=0) == full

    async def test_a_walk_up_is_its_hosts_and_stays_so(self, far: FarSide) -> None:
        mara = await far.admit("Mara Lindqvist", badge="04A3B2C1", pin="482915")
        walk_up = replace(booking(), origin=Origin.DISPLAY, agreed=None, state=BookingState.REQUESTED)
        stored = await far.wox.put(replace(walk_up, host="Mara Lindqvist", host_id=mara))
        assert (stored.host, stored.host_id) == ("Mara Lindqvist", mara)
        moved = await far.wox.put(replace(stored, interval=slot(3, 4)))
        (told,) = (await far.wox.feed(None)).bookings
        assert (moved.host_id, told.host_id) == (mara, mara)

    async def test_overlapping_bookings_are_for_office_365_to_judge(self, far: FarSide) -> None:
        await far.wox.put(booking("one", slot(1, 2)))
        await far.wox.put(booking("two", slot(1, 2)))
        assert len((await far.wox.feed(None)).bookings) == 2

    async def test_a_private_booking_says_nothing_of_itself(self, far: FarSide) -> None:
        secret = replace(booking("Salary"), is_private=True, subject=None, host=None)
        stored = await far.wox.put(secret)
        assert stored.is_private
        assert (stored.subject, stored.host) == (None, None)
        assert stored.agreed is None or stored.agreed.subject is None

    async def test_a_booking_of_another_room_is_none_of_the_panels_business(self, far: FarSide) -> None:
        theirs = booking("Theirs")
        await far.put_elsewhere(theirs)
        assert (await far.wox.feed(None)).bookings == ()
        failure = await refused(far.wox.put(replace(theirs, version=1, interval=slot(7, 8))))
        assert isinstance(failure, Rejected)

    async def test_an_id_that_is_none_is_refused(self, far: FarSide) -> None:
        failure = await refused(far.wox.put(replace(booking(), id="not-a-uuid")))
        assert isinstance(failure, Rejected)
        assert failure.refusal is Refusal.INVALID

    # ── the stream ────────────────────────────────────────────────────────────────────────────────────────────────────

    async def test_the_stream_begins_with_everything_and_goes_on_with_each_change(self, far: FarSide) -> None:
        first = await far.wox.put(booking("first"))
        changes = far.wox.changes(None)
        whole = await following(changes)
        assert whole.is_whole
        assert whole.bookings == (first,)
        second = await far.request("second", slot(4, 5))
        listener = Listener(changes)
        await listener.until(second)
        assert not listener.feeds[-1].is_whole
        assert first.id not in listener.known
        await changes.aclose()

    async def test_the_stream_resumes_without_loss(self, far: FarSide) -> None:
        changes = far.wox.changes(None)
        cursor = (await following(changes)).cursor
        await changes.aclose()
        missed = await far.request("missed", slot(1, 2))
        changes = far.wox.changes(cursor)
        resumed = await following(changes)
        assert not resumed.is_whole
        assert [b.id for b in resumed.bookings] == [missed]
        await changes.aclose()

    async def test_the_stream_begins_at_once_where_nothing_has_changed(self, far: FarSide) -> None:
        cursor = (await far.wox.feed(None)).cursor
        changes = far.wox.changes(cursor)
        feed = await following(changes)
        assert (feed.cursor, feed.bookings, feed.settings) == (cursor, (), None)
        await changes.aclose()

    async def test_many_changes_all_arrive_in_their_last_version(self, far: FarSide) -> None:
        changes = far.wox.changes(None)
        await following(changes)
        made = [await far.wox.put(booking(str(n), slot(n, n + 1))) for n in range(10)]
        moved = await far.wox.put(replace(made[3], interval=slot(20, 21)))
        listener = Listener(changes)
        await listener.until(moved.id, moved.version)
        await listener.until(made[9].id)
        assert listener.known == {b.id: b for b in [*made[:3], moved, *made[4:]]}
        await changes.aclose()

    # ── settings, emergencies, commands ───────────────────────────────────────────────────────────────────────────────

    async def test_a_setting_reaches_the_panel(self, far: FarSide) -> None:
        before = await far.wox.feed(None)
        await far.set("booking.durations", [20, 40])
        feed = await far.wox.feed(before.cursor)
        assert feed.settings is not None
        assert feed.settings.policy.durations == (timedelta(minutes=20), timedelta(minutes=40))
        assert feed.skipped == 0

    async def test_an_emergency_message_comes_and_goes(self, far: FarSide) -> None:
        changes = far.wox.changes(None)
        whole = await following(changes)
        assert whole.settings is not None
        assert whole.settings.emergency is None
        await far.announce("Fire. Leave the building by the stairs.")
        told = await following(changes)
        assert told.settings is not None
        assert told.settings.emergency == "Fire. Leave the building by the stairs."
        await far.announce(None)
        lifted = await following(changes)
        assert lifted.settings is not None
        assert lifted.settings.emergency is None
        await changes.aclose()

    async def test_a_command_comes_until_it_is_answered(self, far: FarSide) -> None:
        before = await far.wox.feed(None)
        id = await far.want(CommandKind.SCREENSHOT)
        (command,) = (await far.wox.feed(before.cursor)).commands
        assert (command.id, command.kind) == (id, CommandKind.SCREENSHOT)
        assert await far.answer_to(id) is None
        picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
        await far.wox.done(id, picture)
        assert await far.answer_to(id) == picture
        assert (await far.wox.feed(None)).commands == ()

    async def test_the_doctors_report_is_an_answer(self, far: FarSide) -> None:
        id = await far.want(CommandKind.DOCTOR)
        report = {
            "format": 1,
            "version": "1.2.3",
            "room": "aurora@contoso.example",
            "at": "2026-12-01T08:00:00Z",
            "verdict": "broken",
            "findings": [
                {
                    "id": "write",
                    "title": "Right to book",
                    "verdict": "broken",
                    "evidence": ["Reading works, writing is denied."],
                    "mend": "Give the application the role.",
                    "commands": [{"in": "powershell", "line": "New-ManagementRoleAssignment"}],
                }
            ],
        }
        await far.wox.done(id, json.dumps(report).encode(), kind=REPORT)
        answer = await far.answer_to(id)
        assert isinstance(answer, bytes)
        assert json.loads(answer) == report

    async def test_a_picture_that_nobody_asked_for_is_taken(self, far: FarSide) -> None:
        picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
        await far.wox.show(picture)
        assert await far.last_picture() == picture
        assert (await far.wox.feed(None)).commands == ()

    async def test_a_command_that_cannot_be_done_says_why(self, far: FarSide) -> None:
        id = await far.want(CommandKind.SCREENSHOT)
        await far.wox.done(id, error="There is no screen.")
        assert await far.answer_to(id) == "There is no screen."

    async def test_a_command_without_a_result_is_done(self, far: FarSide) -> None:
        id = await far.want(CommandKind.RESTART)
        await far.wox.done(id)
        assert await far.answer_to(id) == b""
        await far.wox.done(id)
        assert (await far.wox.feed(None)).commands == ()

    # ── what the panel tells ──────────────────────────────────────────────────────────────────────────────────────────

    async def test_a_heartbeat_is_known_and_an_older_one_changes_nothing(self, far: FarSide) -> None:
        beat = Heartbeat(
            at=BEFORE + timedelta(microseconds=5),
            version="1.2.3",
            started_at=BEFORE - HOUR,
            link="secretExpired",
            data_age=12.5,
            certificate_ends=NINE + 24 * HOUR,
            pending=2,
            faults=("The disk is full.",),
        )
        await far.wox.beat(beat)
        await far.wox.beat(beat)
        assert await far.last_heartbeat() == beat
        await far.wox.beat(replace(beat, at=BEFORE - HOUR, pending=9))
        assert await far.last_heartbeat() == beat
        young = Heartbeat(at=BEFORE + HOUR, version="1.2.4", started_at=BEFORE, link="well", data_age=None)
        await far.wox.beat(young)
        assert await far.last_heartbeat() == young

    async def test_the_answer_to_a_heartbeat_offers_a_release_and_its_bundle_comes_from_any_byte_on(
        self, far: FarSide
    ) -> None:
        beat = Heartbeat(
            at=BEFORE, version="1.2.3", started_at=BEFORE, link="well", data_age=1.0, architecture="x86_64"
        )
        assert await far.wox.beat(beat) is None
        bundle = bytes(range(256)) * 2000
        id = await far.offer("1.3.0", bundle)
        offer = await far.wox.beat(replace(beat, at=BEFORE + HOUR))
        digest = hashlib.sha256(bundle).hexdigest()
        assert offer is not None
        assert offer == Offer(id=id, version="1.3.0", size=len(bundle), digest=digest)
        for start in (0, 7, len(bundle) - 1):
            assert b"".join([chunk async for chunk in far.wox.bundle(offer, start)]) == bundle[start:]
        with pytest.raises(Failed) as caught:
            async for _ in far.wox.bundle(replace(offer, digest="0" * 64), 0):
                pass
        assert isinstance(caught.value.failure, Rejected)
        assert caught.value.failure.refusal is Refusal.GONE
        installing = Update(offer=id, stage=UpdateStage.INSTALLING)
        last = replace(beat, at=BEFORE + 2 * HOUR, update=installing)
        await far.wox.beat(last)
        assert await far.last_heartbeat() == last

    async def test_the_rooms_photo_is_told_by_its_digest_and_comes_whole(self, far: FarSide) -> None:
        async def told() -> str:
            settings = (await far.wox.feed(None)).settings
            assert settings is not None
            return settings.room.photo

        for photo in (png(), png(300, 200)):
            await far.photograph(photo)
            assert await told() == hashlib.sha256(photo).hexdigest()
            assert await far.wox.photo() == photo
        await far.photograph(None)
        assert await told() == ""
        with pytest.raises(Failed) as caught:
            await far.wox.photo()
        assert isinstance(caught.value.failure, Rejected)
        assert caught.value.failure.refusal is Refusal.GONE

    async def test_a_problem_is_told_once(self, far: FarSide) -> None:
        report = ProblemReport(id=str(uuid4()), kind=ProblemKind.AUDIO, made_at=NINE, text="No sound")
        await far.wox.report(report)
        await far.wox.report(report)
        assert await far.reported() == [report.id]

    async def test_people_are_known_by_badge_or_pin(self, far: FarSide) -> None:
        id = await far.admit("Mara Lindqvist", badge="04A3B2C1", pin="482915")
        mara = Person(id=id, name="Mara Lindqvist")
        assert await far.wox.person(badge="04A3B2C1") == mara
        assert await far.wox.person(pin="482915") == mara
        assert await far.wox.person(badge="FFFFFFFF") is None
        assert await far.wox.person(pin="000000") is None

    # ── not paired ────────────────────────────────────────────────────────────────────────────────────────────────────

    async def test_a_panel_that_leaves_is_paired_no_longer(self, far: FarSide) -> None:
        await far.wox.leave()
        for refusal in (await refused(far.wox.feed(None)), await refused(far.wox.leave())):
            assert refusal == AccessLost(access=Access.SIGN_IN, code="notPaired")

    async def test_an_unpaired_panel_is_told_so_everywhere(self, far: FarSide) -> None:
        stored = await far.wox.put(booking())
        await far.unpair()
        for refusal in (
            await refused(far.wox.feed(None)),
            await refused(far.wox.put(replace(stored, interval=slot(3, 4)))),
            await refused(far.wox.person(pin="482915")),
            await refused(anext(far.wox.changes(None))),
        ):
            assert isinstance(refusal, AccessLost)
            assert refusal.access is Access.SIGN_IN
