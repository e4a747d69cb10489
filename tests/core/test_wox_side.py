"""The panel's side towards WOX: when it asks what, and what it makes of the answers."""

from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import BookingPut, FeedFailed, Read, ReadCalendar
from roomdisplay.core.mirror import booking_id_of
from roomdisplay.core.outbox import Book, CheckIn, Reason, Source, Stage
from roomdisplay.core.policy import Policy
from roomdisplay.core.room_state import Held
from roomdisplay.core.wox import BookingState, Feed, Origin, Refused, RoomSettings
from roomdisplay.core.wox_side import FetchFeed, PutBooking, WoxSide
from tests.core.world import BEGIN, LOST, ROOM, Mailbox, Panel, World, Wox, settle

ID = str(UUID(int=7))


def slot(start: int, end: int) -> Interval:
    return Interval(BEGIN + timedelta(minutes=start), BEGIN + timedelta(minutes=end))


class Scene:
    """A panel between a mailbox and WOX."""

    def __init__(self, policy: Policy | None = None, horizon: int = 2) -> None:
        self.world = World()
        self.mailbox = Mailbox(self.world)
        self.wox = Wox()
        self.panel = Panel(self.world, wox=self.wox, policy=policy, horizon=horizon)

    def settle(self, seconds: float = 40.0) -> None:
        settle(self.world, self.mailbox, [self.panel], seconds)

    def go(self, seconds: float) -> None:
        self.world.elapsed += seconds
        self.panel.tick()

    def read(self) -> None:
        """The next poll, and all that comes of it in the calendar."""
        self.go(31)
        while self.panel.wire is not None:
            self.panel.deliver(self.mailbox)
            self.panel.save()

    @property
    def side(self) -> WoxSide:
        side = self.panel.state.wox
        assert side is not None
        return side

    @property
    def put(self) -> PutBooking:
        assert self.panel.put is not None
        return self.panel.put

    def answer_put(self, failure: Failure, jitter: float = 0.0) -> None:
        put, self.panel.put = self.put, None
        self.panel.post(BookingPut(now=self.panel.now, number=put.number, outcome=failure, jitter=jitter))


@pytest.fixture
def scene() -> Scene:
    made = Scene()
    made.settle()
    return made


CHANGED = Rejected(refusal=Refusal.CHANGED, reason="412")


# ── when it asks ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_before_wox_was_heard_nothing_is_told_to_it() -> None:
    scene = Scene()
    scene.mailbox.invite(slot(60, 90))
    scene.read()
    assert scene.panel.put is None
    scene.panel.hear_wox()
    assert scene.put.booking.interval == slot(60, 90)


def test_one_booking_is_put_after_the_other(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.mailbox.invite(slot(120, 150))
    scene.read()
    first = scene.put
    scene.panel.deliver_put()
    assert scene.put.booking.id != first.booking.id
    scene.panel.deliver_put()
    assert scene.panel.put is None


@pytest.mark.parametrize(
    ("failure", "waits"),
    [
        (LOST, [1.0, 2.0, 4.0]),
        (Bug(reason="?"), [1.0, 2.0, 4.0]),
        (Transient(reason="503", retry_after=17.0), [17.0, 17.0, 17.0]),
        (AccessLost(access=Access.SIGN_IN), [30.0, 30.0, 30.0]),
    ],
    ids=["lost", "bug", "told to wait", "not paired"],
)
def test_what_fails_is_tried_again_ever_more_slowly(scene: Scene, failure: Failure, waits: list[float]) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.read()
    for wait in waits:
        began = scene.world.elapsed
        scene.answer_put(failure)
        scene.go(wait - 0.01)
        assert scene.panel.put is None
        assert scene.panel.wakes_at <= began + wait
        scene.go(0.02)
        assert scene.panel.put is not None
    scene.panel.deliver_put()
    assert scene.side.failures == 0


def test_the_trouble_with_wox_is_none_of_office_365s(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.read()
    for _ in range(9):
        scene.answer_put(LOST)
        scene.panel.lose_wox()
        scene.go(61)
        while scene.panel.wire is not None:
            scene.panel.deliver(scene.mailbox)
    assert scene.panel.state.failure is None
    polls = [sent.at for sent in scene.panel.log]
    assert all(later - sooner <= 61 for sooner, later in pairwise(polls))


def test_a_booking_that_wox_has_changed_waits_for_its_feed(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.read()
    cursor = scene.side.cursor
    scene.answer_put(CHANGED)
    assert scene.panel.fetch == FetchFeed(cursor=cursor)
    scene.go(5)
    assert scene.panel.put is None
    scene.panel.hear_wox()
    scene.answer_put(CHANGED)
    assert scene.panel.fetch is None, "once more, and it takes its time"
    scene.go(2)
    assert scene.panel.fetch == FetchFeed(cursor=None)
    scene.panel.hear_wox()
    scene.panel.deliver_put()
    assert scene.side.outdated is None


def test_a_feed_that_cannot_be_fetched_is_tried_again(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.read()
    scene.answer_put(CHANGED)
    for wait in (1.0, 2.0):
        scene.panel.fetch = None
        scene.panel.post(FeedFailed(now=scene.panel.now, failure=LOST, jitter=0.0))
        assert scene.panel.fetch is None
        scene.go(wait)
        assert scene.panel.fetch is not None
    assert scene.panel.put is None


def test_what_wox_will_not_take_holds_nothing_up(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.mailbox.invite(slot(120, 150))
    scene.read()
    refused = scene.put.booking
    scene.answer_put(Rejected(refusal=Refusal.INVALID, reason="422"))
    assert scene.put.booking.id != refused.id
    scene.panel.deliver_put()
    assert scene.panel.put is None


def test_the_answer_to_a_put_is_not_newer_than_a_later_feed(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.read()
    put = scene.put
    stored = scene.wox.put(put.booking)
    assert not isinstance(stored, Rejected)
    newer = scene.wox.cancel(stored.id)
    scene.panel.hear_wox()
    scene.panel.put = None
    scene.panel.post(BookingPut(now=scene.panel.now, number=put.number, outcome=stored))
    assert scene.side.bookings[stored.id] == newer


# ── a side that is suddenly empty ─────────────────────────────────────────────────────────────────────────────────────


def test_a_wox_that_knows_nothing_any_more_is_asked_again(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.wox.book(ID, slot(120, 150))
    scene.settle()
    known = dict(scene.side.bookings)
    nothing = Feed(cursor="0", is_whole=True)
    scene.panel.hear(nothing)
    assert scene.side.bookings == known
    assert scene.panel.fetch == FetchFeed(cursor=None)
    before = dict(scene.mailbox.events)
    scene.wox.bookings.clear()
    scene.panel.hear(replace(nothing, cursor=str(scene.wox.revision)))
    assert scene.side.bookings == {}
    scene.settle()
    assert set(scene.wox.bookings) == set(known), "it is told again what Office 365 has"
    assert scene.mailbox.events == before


def test_a_calendar_in_which_nothing_is_left_is_read_again(scene: Scene) -> None:
    scene.mailbox.invite(slot(60, 90))
    scene.settle()
    (booking,) = scene.wox.bookings.values()
    fresh = Panel(scene.world, "b", wox=scene.wox)
    fresh.hear_wox()
    nothing = Read(meetings=(), told_at=scene.world.now + timedelta(seconds=1))
    fresh.answer(nothing)
    assert fresh.state.doubted, "it has no schedule of its own, but WOX knows better"
    assert fresh.put is None
    fresh.answer(nothing)
    assert fresh.put is not None
    assert (fresh.put.booking.id, fresh.put.booking.state) == (booking.id, BookingState.CANCELLED)


def test_a_booking_found_refused_that_stands_in_the_calendar_is_looked_at_again(scene: Scene) -> None:
    scene.wox.book(ID, slot(60, 90))
    scene.settle()
    (event,) = scene.mailbox.of(ID)
    refused = replace(scene.wox.bookings[ID], state=BookingState.REFUSED, refusal=Refused.TAKEN, agreed=None)
    scene.wox.put(refused)
    scene.mailbox.delete(event.id)
    scene.panel.hear_wox()
    assert scene.side.reading is None
    scene.settle()
    assert scene.wox.bookings[ID].state is BookingState.REFUSED


# ── between the sides ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_booking_of_the_portal_is_held_on_screen_and_nothing_is_said_of_it(scene: Scene) -> None:
    scene.wox.book(ID, slot(0, 30), "Interview")
    scene.panel.hear_wox()
    (entry,) = scene.panel.state.entries
    assert (entry.source, entry.booking_id) == (Source.WOX, ID)
    assert isinstance(scene.panel.state.room_state, Held)
    assert scene.panel.state.outcomes == ()
    scene.settle()
    assert [m.subject for m in scene.mailbox.of(ID)] == ["Interview"]
    assert scene.panel.state.outcomes == ()


def test_after_a_write_of_ours_nothing_is_concluded_before_the_next_read(scene: Scene) -> None:
    scene.wox.book(ID, slot(60, 90))
    scene.panel.hear_wox()
    scene.panel.save()
    assert scene.side.reading is not None
    scene.panel.deliver(scene.mailbox)  # the check; the write is on its way
    assert scene.side.reading is None
    scene.panel.deliver(scene.mailbox)
    scene.panel.deliver(scene.mailbox)  # the verification
    scene.panel.save()
    assert scene.panel.request == ReadCalendar(window=scene.panel.state.window)
    assert scene.panel.put is None
    scene.panel.deliver(scene.mailbox)
    assert scene.put.booking.state is BookingState.CONFIRMED


def test_an_outcome_is_kept_until_wox_has_heard_of_it(scene: Scene) -> None:
    id = scene.panel.ask(Book(interval=slot(30, 60), subject="Walk-up"))
    scene.panel.save()
    scene.panel.deliver_put()
    assert scene.wox.bookings[id].state is BookingState.REQUESTED
    assert scene.mailbox.invite(slot(30, 60))
    scene.panel.deliver(scene.mailbox)
    scene.panel.save()
    assert scene.panel.verdicts[id].reason is Reason.TAKEN
    scene.panel.lose_wox()
    for _ in range(30):
        scene.go(30)
        scene.panel.lose_wox()
        assert scene.panel.wire is not None or scene.panel.wakes_at > scene.world.elapsed, "it does not spin"
        if scene.panel.wire is not None:
            scene.panel.deliver(scene.mailbox)
    scene.panel.save()
    scene.panel.restart()
    scene.settle()
    assert (scene.wox.bookings[id].state, scene.wox.bookings[id].refusal) == (BookingState.REFUSED, Refused.TAKEN)
    scene.settle(400)
    assert scene.panel.state.entries == ()
    assert scene.mailbox.of(id) == []


CHECK_IN = Policy(check_in=True)


def test_a_check_in_at_the_door_is_on_wox() -> None:
    scene = Scene(CHECK_IN)
    scene.mailbox.invite(slot(5, 60), made=timedelta(days=1))
    scene.settle()
    (meeting,) = scene.mailbox.events.values()
    scene.panel.ask(CheckIn(interval=meeting.interval, event_id=meeting.id))
    came = scene.world.now
    scene.settle()
    assert scene.wox.bookings[booking_id_of(meeting, ROOM.address)].checked_in_at == came


def test_a_release_of_the_panels_own_accord_is_on_wox() -> None:
    scene = Scene(CHECK_IN)
    scene.mailbox.invite(slot(5, 60), made=timedelta(days=1))
    scene.settle()
    (id,) = scene.wox.bookings
    for _ in range(40):
        scene.settle(30)
    booking = scene.wox.bookings[id]
    assert scene.mailbox.events == {}
    assert booking.state is BookingState.CANCELLED
    assert booking.released_at is not None
    assert slot(15, 60).start <= booking.released_at <= slot(17, 60).start


def test_a_walk_up_is_wox_of_the_display(scene: Scene) -> None:
    id = scene.panel.ask(Book(interval=slot(0, 30), subject="Walk-up"))
    scene.panel.save()
    assert (scene.put.booking.state, scene.put.booking.origin) == (BookingState.REQUESTED, Origin.DISPLAY)
    scene.settle()
    assert scene.wox.bookings[id].state is BookingState.CONFIRMED
    assert scene.panel.verdict(id) is Stage.CONFIRMED


# ── settings and reach ────────────────────────────────────────────────────────────────────────────────────────────────

SETTINGS = RoomSettings(
    room=replace(ROOM, name="Renamed", detail="8 seats"),
    policy=Policy(show_subject=False),
    nearby=(replace(ROOM, address="other@example.com"),),
)


def test_settings_of_wox_count_from_then_on_and_after_a_start_without_it(scene: Scene) -> None:
    scene.go(31)
    assert scene.panel.wire is not None
    scene.panel.hear(Feed(cursor="9", settings=SETTINGS))
    state = scene.panel.state
    assert (state.room, state.policy, state.nearby) == (SETTINGS.room, SETTINGS.policy, SETTINGS.nearby)
    read_at = state.read_at
    scene.panel.deliver(scene.mailbox)
    assert scene.panel.state.read_at != read_at, "what was under way is still about this room"
    scene.panel.restart()
    assert (scene.panel.state.room, scene.panel.state.policy) == (SETTINGS.room, SETTINGS.policy)


def test_which_room_it_is_is_no_setting(scene: Scene) -> None:
    scene.panel.hear(Feed(cursor="9", settings=replace(SETTINGS, room=SETTINGS.nearby[0])))
    assert scene.panel.state.room.address == ROOM.address


def test_a_mirror_reads_far_and_the_screen_shows_two_days() -> None:
    scene = Scene(horizon=14)
    next_week = slot(7 * 24 * 60, 7 * 24 * 60 + 30)
    scene.mailbox.invite(next_week)
    scene.wox.book(ID, slot(8 * 24 * 60, 8 * 24 * 60 + 30))
    scene.settle()
    assert {b.interval for b in scene.wox.bookings.values()} == {next_week, scene.wox.bookings[ID].interval}
    assert scene.wox.bookings[ID].state is BookingState.CONFIRMED
    promised = scene.panel.state.promised
    assert promised is not None
    assert promised.window.duration == timedelta(days=2)
    assert promised.meetings == ()
    assert len(scene.panel.state.schedule.meetings if scene.panel.state.schedule else ()) == 2
