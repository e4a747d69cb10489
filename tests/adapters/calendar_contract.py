"""What every implementation of the Calendar port does, told through the port alone.

A test module derives from `CalendarContract` and provides the fixture `far`: the calendar under test, and hooks to
arrange what lies behind it.
"""

from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

import pytest

from roomdisplay.core.failure import Access, AccessLost, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval, days, union
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.ports import Calendar, Failed

ZONE = ZoneInfo("Europe/Berlin")
NINE = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
"""Nine o'clock in the room."""
DAY = days(NINE.date(), 1, ZONE)
HOUR = timedelta(hours=1)


def slot(start: float, end: float) -> Interval:
    """Hours after nine."""
    return Interval(NINE + start * HOUR, NINE + end * HOUR)


class FarSide(Protocol):
    """A calendar of a room in Europe/Berlin, empty at first, and what is behind it."""

    @property
    def calendar(self) -> Calendar: ...

    @property
    def room(self) -> Room:
        """Whose calendar it is."""
        ...

    def invite(
        self,
        subject: str,
        interval: Interval,
        *,
        is_private: bool = False,
        show_as: str = "busy",
        all_day: bool = False,
    ) -> str:
        """Mara Lindqvist invites the room; returns something `cancel` knows the meeting by."""
        ...

    def told(self) -> list[str]:
        """What organizers were told with a decline, oldest first."""
        ...

    def cancel(self, invited: str) -> None:
        """The organizer cancels; the room keeps the meeting, marked."""
        ...

    def change(self, event_id: str) -> None:
        """Somebody else changes an event of the room's own."""
        ...

    def lose_requests(self, times: int) -> None: ...

    def lose_replies(self, times: int) -> None: ...

    def throttle(self, seconds: int) -> None:
        """The next request is told to come back in that many seconds."""
        ...

    def fill(self) -> None:
        """The mailbox is full from now on."""
        ...

    def revoke(self) -> None:
        """The permission is taken away."""
        ...

    def restore(self) -> None:
        """The permission is given back."""
        ...


async def failure(asking: Awaitable[object]) -> Failure:
    with pytest.raises(Failed) as failed:
        await asking
    return failed.value.failure


async def refused(asking: Awaitable[object]) -> Refusal:
    found = await failure(asking)
    assert isinstance(found, Rejected)
    return found.refusal


async def read(far: FarSide, window: Interval = DAY, *, detailed: bool = False) -> list[Meeting]:
    found = await far.calendar.read(window, detailed=detailed)
    assert found.skipped == 0
    return sorted(found.meetings, key=lambda m: m.order)


@pytest.mark.anyio
class CalendarContract:
    # ── reading ──

    async def test_an_empty_calendar(self, far: FarSide) -> None:
        assert await read(far) == []

    async def test_a_meeting_the_room_was_invited_to(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        [meeting] = await read(far)
        assert meeting.interval == slot(0, 1)
        assert (meeting.subject, meeting.organizer) == ("Budget round", "Mara Lindqvist")
        assert meeting.id
        assert meeting.etag
        assert meeting.has_attendees
        assert meeting.occupies
        assert not meeting.is_organizer
        assert not meeting.is_own
        assert meeting.booking_id is None

    async def test_a_private_meeting_says_nothing(self, far: FarSide) -> None:
        far.invite("Salary talk", slot(0, 1), is_private=True)
        [meeting] = await read(far)
        assert meeting.is_private
        assert meeting.occupies
        assert (meeting.subject, meeting.organizer) == (None, None)
        assert "Salary" not in repr(meeting)

    @pytest.mark.parametrize("show_as", list(ShowAs))
    async def test_how_a_meeting_shows(self, far: FarSide, show_as: ShowAs) -> None:
        far.invite("Open house", slot(0, 1), show_as=show_as.value)
        [meeting] = await read(far)
        assert meeting.show_as is show_as
        assert meeting.occupies is (show_as not in (ShowAs.FREE, ShowAs.WORKING_ELSEWHERE))

    async def test_a_cancelled_meeting_stays_and_does_not_occupy(self, far: FarSide) -> None:
        far.cancel(far.invite("Called off", slot(0, 1)))
        found = await read(far)
        assert [m.occupies for m in found] in ([], [False])

    async def test_the_window_is_half_open(self, far: FarSide) -> None:
        for name, interval in {
            "before": slot(-1, 0),
            "into": slot(-2, 0.5),
            "out of": slot(1, 3),
            "after": slot(2, 3),
        }.items():
            await far.calendar.create(name, interval, name)
        assert [m.subject for m in await read(far, slot(0, 2))] == ["into", "out of"]

    async def test_an_all_day_meeting_is_a_day_of_the_rooms(self, far: FarSide) -> None:
        far.invite("Inventory", DAY, all_day=True)
        [meeting] = await read(far)
        assert meeting.is_all_day
        assert meeting.interval == DAY
        assert len(await read(far, Interval(DAY.start, DAY.start + timedelta(minutes=1)))) == 1
        assert len(await read(far, Interval(DAY.end - timedelta(minutes=1), DAY.end))) == 1
        assert await read(far, Interval(DAY.start - HOUR, DAY.start)) == []
        assert await read(far, Interval(DAY.end, DAY.end + HOUR)) == []

    async def test_a_full_day_is_read_to_the_end(self, far: FarSide) -> None:
        for n in range(120):
            far.invite(str(n), slot(n / 12, (n + 1) / 12))
        found = await read(far)
        assert [m.subject for m in found] == [str(n) for n in range(120)]
        assert len({m.id for m in found}) == 120

    async def test_reading_twice_tells_the_same(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        await far.calendar.create("b-1", slot(1, 2), "Walk-up")
        assert Schedule.of(DAY, await read(far)) == Schedule.of(DAY, await read(far))

    async def test_only_a_detailed_read_knows_when_events_were_made(self, far: FarSide) -> None:
        await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        far.invite("Too late", slot(3, 4))
        assert [m.created_at for m in await read(far)] == [None, None]
        first, second = await read(far, detailed=True)
        assert first.created_at is not None
        assert second.created_at is not None
        assert first.precedes(second)

    async def test_a_read_tells_the_other_sides_time(self, far: FarSide) -> None:
        found = await far.calendar.read(DAY, detailed=False)
        assert found.told_at is not None
        assert abs(found.told_at - datetime.now(UTC)) < timedelta(minutes=1)

    # ── whether a room is taken ──

    async def test_a_room_is_taken_by_what_occupies_it(self, far: FarSide) -> None:
        for n, show_as in enumerate(ShowAs):
            far.invite("Open house", slot(2 * n, 2 * n + 1), show_as=show_as.value)
        [told] = (await far.calendar.availability([far.room], DAY)).answers
        assert told.address == far.room.address
        assert told.schedule is not None
        occupying = [n for n, s in enumerate(ShowAs) if s not in (ShowAs.FREE, ShowAs.WORKING_ELSEWHERE)]
        assert told.schedule.busy(DAY) == union(slot(2 * n, 2 * n + 1) for n in occupying)

    async def test_nothing_is_told_of_who_takes_it(self, far: FarSide) -> None:
        far.invite("Salary talk", slot(0, 1))
        found = await far.calendar.availability([far.room], DAY)
        assert "Salary" not in repr(found)
        assert "Mara" not in repr(found)

    async def test_an_all_day_meeting_takes_the_rooms_day(self, far: FarSide) -> None:
        far.invite("Inventory", DAY, all_day=True)
        wide = Interval(DAY.start - DAY.duration, DAY.end + DAY.duration)
        [told] = (await far.calendar.availability([far.room], wide)).answers
        assert told.schedule is not None
        assert told.schedule.busy(wide) == (DAY,)

    async def test_a_room_that_cannot_be_read_spoils_nothing(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        nowhere = Room(address="nowhere@contoso.example", name="Nowhere", zone=ZONE)
        unknown, known = (await far.calendar.availability([nowhere, far.room], DAY)).answers
        assert (unknown.address, unknown.schedule) == (nowhere.address, None)
        assert unknown.code
        assert known.schedule is not None
        assert known.schedule.busy(DAY) == (slot(0, 1),)

    # ── booking ──

    async def test_a_booking_is_the_rooms_own(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        assert made.is_own
        assert (made.booking_id, made.subject, made.interval) == ("b-1", "Walk-up", slot(0, 1))
        assert (made.show_as, made.is_private, made.is_all_day) == (ShowAs.BUSY, False, False)
        [found] = await read(far)
        assert (found.id, found.etag, found.booking_id) == (made.id, made.etag, "b-1")
        assert found.is_own
        assert found.interval == made.interval

    async def test_a_repeated_booking_makes_nothing_new(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        again = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        assert again.id == made.id
        assert len(await read(far)) == 1

    async def test_a_booking_id_serves_one_booking(self, far: FarSide) -> None:
        await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        assert await refused(far.calendar.create("b-1", slot(1, 2), "Walk-up")) is Refusal.DUPLICATE
        assert len(await read(far)) == 1

    async def test_nothing_keeps_two_bookings_apart(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        await far.calendar.create("b-2", slot(0, 1), "Walk-up")
        assert len(await read(far)) == 3

    async def test_a_lost_request_did_nothing(self, far: FarSide) -> None:
        far.lose_requests(1)
        assert isinstance(await failure(far.calendar.create("b-1", slot(0, 1), "Walk-up")), Transient)
        assert await read(far) == []
        await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        assert len(await read(far)) == 1

    async def test_a_lost_reply_is_made_good_by_asking_again(self, far: FarSide) -> None:
        far.lose_replies(1)
        assert isinstance(await failure(far.calendar.create("b-1", slot(0, 1), "Walk-up")), Transient)
        [found] = await read(far)
        assert found.booking_id == "b-1"
        again = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        assert again.id == found.id
        assert len(await read(far)) == 1

    # ── changing ──

    async def test_an_end_is_moved(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        moved = await far.calendar.move_end(made.id, made.etag, slot(0, 2).end)
        assert (moved.id, moved.interval, moved.booking_id, moved.subject) == (made.id, slot(0, 2), "b-1", "Walk-up")
        assert moved.is_own
        assert moved.etag != made.etag
        [found] = await read(far)
        assert (found.interval, found.etag) == (slot(0, 2), moved.etag)
        shorter = await far.calendar.move_end(made.id, moved.etag, slot(0, 0.25).end)
        assert shorter.interval == slot(0, 0.25)

    async def test_an_event_is_moved(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        moved = await far.calendar.move(made.id, made.etag, slot(2, 4), None)
        assert (moved.id, moved.interval, moved.booking_id, moved.subject) == (made.id, slot(2, 4), "b-1", "Walk-up")
        renamed = await far.calendar.move(made.id, moved.etag, slot(2, 4), "Review")
        assert (renamed.interval, renamed.subject) == (slot(2, 4), "Review")
        assert renamed.is_own
        [found] = await read(far)
        assert (found.interval, found.subject, found.etag) == (slot(2, 4), "Review", renamed.etag)

    async def test_a_private_event_tells_nothing_of_itself(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Private", is_private=True)
        again = await far.calendar.create("b-1", slot(0, 1), "Private", is_private=True)
        assert again.id == made.id
        [found] = await read(far)
        assert (found.is_private, found.subject, found.organizer, found.is_own) == (True, None, None, True)
        moved = await far.calendar.move(found.id, found.etag, slot(1, 2), None)
        assert (moved.interval, moved.is_private) == (slot(1, 2), True)

    async def test_an_event_is_deleted(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        await far.calendar.delete(made.id, made.etag)
        assert await read(far) == []

    async def test_what_somebody_else_changed_is_left_alone(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        far.change(made.id)
        assert await refused(far.calendar.move_end(made.id, made.etag, slot(0, 2).end)) is Refusal.CHANGED
        assert await refused(far.calendar.move(made.id, made.etag, slot(0, 2), None)) is Refusal.CHANGED
        assert await refused(far.calendar.delete(made.id, made.etag)) is Refusal.CHANGED
        [found] = await read(far)
        await far.calendar.delete(found.id, found.etag)
        assert await read(far) == []

    async def test_what_is_gone_cannot_be_changed(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        await far.calendar.delete(made.id, made.etag)
        assert await refused(far.calendar.delete(made.id, made.etag)) is Refusal.GONE
        assert await refused(far.calendar.move_end(made.id, made.etag, slot(0, 2).end)) is Refusal.GONE

    async def test_an_end_before_the_start_is_refused(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        assert await refused(far.calendar.move_end(made.id, made.etag, slot(-1, 0).start)) is Refusal.INVALID
        assert [m.interval for m in await read(far)] == [slot(0, 1)]

    async def test_a_lost_reply_to_a_change_leaves_it_done(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        far.lose_replies(1)
        assert isinstance(await failure(far.calendar.move_end(made.id, made.etag, slot(0, 2).end)), Transient)
        assert await refused(far.calendar.move_end(made.id, made.etag, slot(0, 2).end)) is Refusal.CHANGED
        [found] = await read(far)
        assert found.interval == slot(0, 2)

    # ── declining ──

    async def test_a_meeting_is_declined_and_its_organizer_told(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        far.invite("Retrospective", slot(1, 2))
        first, second = await read(far)
        await far.calendar.decline(first.id, "Nobody came.")
        assert [m.id for m in await read(far) if m.occupies] == [second.id]
        assert far.told() == ["Nobody came."]

    async def test_declining_twice_changes_and_tells_nothing_more(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        [meeting] = await read(far)
        await far.calendar.decline(meeting.id, "Nobody came.")
        assert await refused(far.calendar.decline(meeting.id, "Nobody came.")) is Refusal.GONE
        assert far.told() == ["Nobody came."]

    async def test_a_lost_reply_to_a_decline_leaves_it_done(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        [meeting] = await read(far)
        far.lose_replies(1)
        assert isinstance(await failure(far.calendar.decline(meeting.id, "Nobody came.")), Transient)
        assert [m for m in await read(far) if m.occupies] == []

    async def test_what_the_room_itself_organizes_cannot_be_declined(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        assert await refused(far.calendar.decline(made.id, "No.")) is Refusal.INVALID
        assert len(await read(far)) == 1

    # ── failing ──

    async def test_being_told_to_wait(self, far: FarSide) -> None:
        far.throttle(17)
        found = await failure(far.calendar.read(DAY, detailed=False))
        assert isinstance(found, Transient)
        assert found.retry_after == 17.0
        assert await read(far) == []

    async def test_a_full_mailbox_takes_no_booking_and_can_be_read(self, far: FarSide) -> None:
        far.invite("Budget round", slot(0, 1))
        far.fill()
        assert await refused(far.calendar.create("b-1", slot(1, 2), "Walk-up")) is Refusal.FULL
        assert len(await read(far)) == 1

    async def test_a_permission_comes_and_goes(self, far: FarSide) -> None:
        made = await far.calendar.create("b-1", slot(0, 1), "Walk-up")
        far.revoke()
        for asking in (
            far.calendar.read(DAY, detailed=False),
            far.calendar.availability([far.room], DAY),
            far.calendar.create("b-2", slot(1, 2), "Walk-up"),
            far.calendar.move_end(made.id, made.etag, slot(0, 2).end),
            far.calendar.move(made.id, made.etag, slot(0, 2), None),
            far.calendar.delete(made.id, made.etag),
            far.calendar.decline(made.id, "No."),
        ):
            found = await failure(asking)
            assert isinstance(found, AccessLost)
            assert found.access is Access.PERMISSION
        far.restore()
        assert [m.booking_id for m in await read(far)] == ["b-1"]

    async def test_closing_twice_is_harmless(self, far: FarSide) -> None:
        await far.calendar.close()
        await far.calendar.close()
