"""The reconciliation, case by case: what Office 365 holds, what WOX wants, what both had agreed on."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.mirror import PRIVATE, Plan, Reading, booking_id_of, entry_id, reconcile, uuid_of
from roomdisplay.core.outbox import Book, Cancel, CheckIn, Entry, Move, Operation, Reason, Release, Source, Stage
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.wox import Agreed, Booking, BookingState, Origin, Refused
from tests.core.strategies import WINDOW, at, meetings

ROOM = "room@example.com"
ID = str(UUID(int=7))
OTHER = str(UUID(int=8))
NOW = at(10, 5)
SLOT = Interval(at(11), at(11, 30))
LATER = Interval(at(14), at(14, 30))
OVER = Interval(at(8), at(8, 30))
TOMORROW = Interval(WINDOW.end, WINDOW.end + SLOT.duration)
AGREED = Agreed(interval=SLOT, subject="Plan", as_of=at(10))

OWN = Meeting(id="own", interval=SLOT, subject="Plan", organizer=None, booking_id=ID, is_organizer=True)
INVITED = Meeting(id="i", interval=SLOT, subject="Plan", organizer="Ada", ical_uid="uid", has_attendees=True)
INVITED_ID = booking_id_of(INVITED, ROOM)

WANTED = Booking(id=ID, interval=SLOT, subject="Plan", host="Ada", origin=Origin.PORTAL, version=3)
CONFIRMED = replace(WANTED, state=BookingState.CONFIRMED, agreed=AGREED)
MOVED = replace(CONFIRMED, state=BookingState.REQUESTED, interval=LATER)
LEAVING = replace(CONFIRMED, state=BookingState.CANCELLING)
THEIRS = replace(CONFIRMED, id=INVITED_ID, origin=Origin.OFFICE365)


def plan(
    *there: Meeting,
    wox: Booking | None = None,
    entries: tuple[Entry, ...] = (),
    as_of: datetime = NOW,
    skipped: int = 0,
    window: Interval = WINDOW,
) -> Plan:
    reading = Reading(schedule=Schedule.of(window, there, skipped), as_of=as_of)
    bookings = {} if wox is None else {wox.id: wox}
    return reconcile(room=ROOM, now=NOW, window=window, reading=reading, bookings=bookings, entries=entries)


def put(found: Plan) -> Booking:
    assert not found.begun
    (booking,) = found.puts
    return booking


def begun(found: Plan) -> Operation:
    assert not found.puts
    (entry,) = found.begun
    assert entry.source is Source.WOX
    return entry.operation


def entry(operation: Operation, stage: Stage, reason: Reason | None = None, **facts: object) -> Entry:
    made = Entry(id=entry_id(WANTED), booking_id=ID, operation=operation, made_at=NOW, source=Source.WOX)
    return replace(made, stage=stage, reason=reason, **facts)


def like_there(booking: Booking, meeting: Meeting, refusal: Refused | None = None) -> Booking:
    agreed = Agreed(interval=meeting.interval, subject=meeting.subject, as_of=NOW)
    return replace(
        booking,
        interval=meeting.interval,
        subject=meeting.subject,
        state=BookingState.CONFIRMED,
        agreed=agreed,
        refusal=refusal,
    )


# ── who is who ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_booking_of_ours_is_known_by_its_own_id() -> None:
    assert booking_id_of(OWN, ROOM) == ID
    assert booking_id_of(replace(OWN, has_attendees=True), ROOM) == ID, "whoever is invited to it later"


def test_a_transaction_id_of_somebody_elses_making_is_no_booking() -> None:
    made = replace(INVITED, booking_id="localevent:7")
    assert booking_id_of(made, ROOM) == INVITED_ID
    assert booking_id_of(replace(made, is_organizer=True), ROOM) == INVITED_ID
    assert booking_id_of(replace(INVITED, booking_id=ID), ROOM) == INVITED_ID, "the room does not hold it"


def test_an_occurrence_stays_itself_where_it_is_moved_and_is_not_the_next() -> None:
    monday = replace(INVITED, series_master_id="m", original_start=SLOT.start)
    moved = replace(monday, interval=LATER, subject="Renamed", id="another", etag="2")
    tuesday = replace(monday, original_start=LATER.start)
    assert booking_id_of(monday, ROOM) == booking_id_of(moved, ROOM) != booking_id_of(tuesday, ROOM)


def test_a_meeting_in_two_rooms_is_two_bookings() -> None:
    assert booking_id_of(INVITED, ROOM) == booking_id_of(INVITED, ROOM.upper())
    assert booking_id_of(INVITED, ROOM) != booking_id_of(INVITED, "other@example.com")


@given(meetings(), st.text(max_size=40))
def test_an_id_is_always_a_uuid(meeting: Meeting, transaction: str) -> None:
    id = booking_id_of(replace(meeting, booking_id=transaction), ROOM)
    assert uuid_of(id) == id


@pytest.mark.parametrize("text", ["", "x", "{" + ID + "}", "urn:uuid:" + ID, UUID(int=7).hex])
def test_only_the_usual_spelling_is_a_uuid(text: str) -> None:
    assert uuid_of(text) is None


# ── Outlook → WOX ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_made_in_outlook_is_on_wox() -> None:
    assert put(plan(INVITED)) == Booking(
        id=INVITED_ID,
        interval=SLOT,
        subject="Plan",
        host="Ada",
        origin=Origin.OFFICE365,
        state=BookingState.CONFIRMED,
        agreed=Agreed(interval=SLOT, subject="Plan", as_of=NOW),
    )


def test_nothing_of_a_private_meeting_leaves() -> None:
    private = replace(INVITED, is_private=True, subject=None, organizer=None)
    for known in (None, THEIRS):
        found = put(plan(private, wox=known))
        assert (found.is_private, found.subject, found.host) == (True, None, None)
        assert found.agreed is not None
        assert found.agreed.subject is None


def test_what_was_booked_at_a_panel_while_wox_was_away_is_on_wox() -> None:
    found = put(plan(OWN))
    assert (found.id, found.origin, found.state) == (ID, Origin.DISPLAY, BookingState.CONFIRMED)


@pytest.mark.parametrize(
    "change",
    [
        {"interval": LATER},
        {"interval": Interval(SLOT.start, at(11, 10))},
        {"subject": "Renamed"},
        {"subject": None, "organizer": None, "is_private": True},
        {"organizer": "Grace"},
    ],
    ids=["moved", "shortened", "renamed", "made private", "handed over"],
)
def test_a_meeting_changed_in_outlook_is_changed_on_wox(change: dict[str, object]) -> None:
    there = replace(INVITED, **change)
    expected = replace(like_there(THEIRS, there), host=there.organizer, is_private=there.is_private)
    assert put(plan(there, wox=THEIRS)) == expected


@pytest.mark.parametrize(
    "there",
    [(), (replace(INVITED, is_cancelled=True),), (replace(INVITED, is_declined=True),)]
    + [(replace(INVITED, show_as=show_as),) for show_as in (ShowAs.FREE, ShowAs.WORKING_ELSEWHERE)],
    ids=["gone", "cancelled", "declined", "free", "elsewhere"],
)
def test_a_meeting_that_takes_up_the_room_no_more_is_cancelled_on_wox(there: tuple[Meeting, ...]) -> None:
    found = put(plan(*there, wox=THEIRS))
    assert found == replace(THEIRS, state=BookingState.CANCELLED, agreed=replace(AGREED, as_of=NOW))
    assert plan(*there, wox=replace(found, version=4)) == Plan()


def test_a_cancelled_meeting_that_is_there_again_is_on_wox_again() -> None:
    gone = replace(THEIRS, state=BookingState.CANCELLED)
    assert put(plan(INVITED, wox=gone)) == like_there(gone, INVITED)


def test_what_is_alike_is_left_alone() -> None:
    assert plan(INVITED, wox=THEIRS) == Plan()
    assert plan(OWN, wox=CONFIRMED) == Plan()


# ── WOX → Office 365 ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_booking_made_on_wox_is_written_to_the_calendar() -> None:
    found = plan(wox=WANTED)
    assert begun(found) == Book(interval=SLOT, subject="Plan")
    assert (found.begun[0].id, found.begun[0].booking_id) == (f"wox:{ID}:3", ID)
    assert begun(plan(wox=replace(WANTED, subject=None))) == Book(interval=SLOT, subject="")


def test_a_private_one_is_written_as_such() -> None:
    wanted = replace(WANTED, subject=None, is_private=True)
    assert begun(plan(wox=wanted)) == Book(interval=SLOT, subject=PRIVATE, is_private=True)
    there = replace(OWN, subject=None, is_private=True)
    assert put(plan(there, wox=wanted)) == replace(like_there(wanted, there), host=None)


def test_a_new_name_on_wox_may_be_kept_otherwise() -> None:
    spaced = replace(CONFIRMED, state=BookingState.REQUESTED, subject=" Plan  ")
    assert put(plan(OWN, wox=spaced)) == like_there(spaced, OWN)


def test_a_change_on_wox_is_written_to_the_calendar() -> None:
    assert begun(plan(OWN, wox=MOVED)) == Move(interval=LATER, before=SLOT)
    renamed = replace(CONFIRMED, state=BookingState.REQUESTED, subject="Review")
    assert begun(plan(OWN, wox=renamed)) == Move(interval=SLOT, before=SLOT, subject="Review", old_subject="Plan")


def test_a_cancellation_on_wox_is_written_to_the_calendar() -> None:
    assert begun(plan(OWN, wox=LEAVING)) == Cancel(interval=SLOT)
    assert put(plan(wox=LEAVING)).state is BookingState.CANCELLED


def test_what_was_cancelled_before_it_was_written_never_is() -> None:
    leaving = replace(WANTED, state=BookingState.CANCELLING)
    cancelled = put(plan(wox=leaving))
    assert cancelled == replace(leaving, state=BookingState.CANCELLED)
    assert begun(plan(OWN, wox=cancelled)) == Cancel(interval=SLOT), "it had been on its way"


@pytest.mark.parametrize("wanted", [MOVED, LEAVING], ids=["change", "cancellation"])
def test_where_both_changed_office_365_counts(wanted: Booking) -> None:
    there = replace(OWN, interval=Interval(at(12), at(13)))
    assert put(plan(there, wox=wanted)) == like_there(wanted, there, Refused.CHANGED)


def test_what_is_gone_cannot_be_changed() -> None:
    found = put(plan(wox=MOVED))
    assert (found.state, found.refusal, found.interval) == (BookingState.CANCELLED, Refused.GONE, SLOT)


@pytest.mark.parametrize("wanted", [MOVED, LEAVING], ids=["change", "cancellation"])
def test_somebody_elses_meeting_is_not_wox_to_change(wanted: Booking) -> None:
    wanted = replace(wanted, id=INVITED_ID)
    found = put(plan(INVITED, wox=wanted))
    assert (found.state, found.interval, found.refusal) == (BookingState.CONFIRMED, SLOT, Refused.NOT_ALLOWED)


def test_where_both_want_the_same_it_is_agreed() -> None:
    there = replace(OWN, interval=LATER)
    assert put(plan(there, wox=MOVED)) == like_there(MOVED, there)


def test_a_wish_whose_time_has_passed_is_refused() -> None:
    found = put(plan(wox=replace(WANTED, interval=OVER)))
    assert (found.state, found.refusal) == (BookingState.REFUSED, Refused.EXPIRED)
    before = Interval(WINDOW.start - SLOT.duration, WINDOW.start)
    found = put(plan(wox=replace(WANTED, interval=before)))
    assert (found.state, found.refusal) == (BookingState.REFUSED, Refused.EXPIRED)
    over = replace(OWN, interval=OVER)
    late = replace(MOVED, agreed=replace(AGREED, interval=OVER))
    assert put(plan(over, wox=late)) == like_there(late, over, Refused.EXPIRED)


# ── what came of it ───────────────────────────────────────────────────────────────────────────────────────────────────

BOOK = Book(interval=SLOT, subject="Plan")
MOVE = Move(interval=LATER, before=SLOT)


@pytest.mark.parametrize(
    ("stage", "reason", "refusal"),
    [
        (Stage.REFUSED, Reason.TAKEN, Refused.TAKEN),
        (Stage.REFUSED, Reason.GONE, Refused.GONE),
        (Stage.REFUSED, Reason.NOT_ALLOWED, Refused.NOT_ALLOWED),
        (Stage.REFUSED, Reason.FULL, Refused.FAILED),
        (Stage.REFUSED, Reason.INVALID, Refused.FAILED),
        (Stage.EXPIRED, None, Refused.EXPIRED),
    ],
)
def test_a_refusal_is_told(stage: Stage, reason: Reason | None, refusal: Refused) -> None:
    found = put(plan(wox=WANTED, entries=(entry(BOOK, stage, reason),)))
    assert found == replace(WANTED, state=BookingState.REFUSED, refusal=refusal)
    back = put(plan(OWN, wox=MOVED, entries=(entry(MOVE, stage, reason),)))
    assert back == like_there(MOVED, OWN, refusal), "a change that is refused is taken back"
    stays = put(plan(OWN, wox=LEAVING, entries=(entry(Cancel(interval=SLOT), stage, reason),)))
    assert stays == like_there(LEAVING, OWN, refusal)


def test_a_full_disk_here_is_no_refusal() -> None:
    full = entry(BOOK, Stage.REFUSED, Reason.NOT_SAVED)
    assert begun(plan(wox=WANTED, entries=(full,))) == BOOK


def test_what_was_confirmed_is_as_it_is_read() -> None:
    done = entry(BOOK, Stage.CONFIRMED)
    assert put(plan(OWN, wox=WANTED, entries=(done,))) == like_there(WANTED, OWN)
    deleted = put(plan(wox=WANTED, entries=(done,)))
    assert (deleted.state, deleted.refusal) == (BookingState.CANCELLED, None), "in Outlook, since"


def test_the_outcome_of_an_older_wish_says_nothing_of_the_newer() -> None:
    newer = replace(WANTED, version=4, interval=LATER)
    assert begun(plan(wox=newer, entries=(entry(BOOK, Stage.REFUSED, Reason.TAKEN),))) == replace(BOOK, interval=LATER)
    assert begun(plan(OWN, wox=newer, entries=(entry(BOOK, Stage.CONFIRMED),))) == MOVE


@pytest.mark.parametrize("stage", [s for s in Stage if s not in (Stage.CONFIRMED, Stage.REFUSED, Stage.EXPIRED)])
def test_what_is_under_way_is_left_alone(stage: Stage) -> None:
    for booking in (WANTED, CONFIRMED, MOVED, LEAVING):
        for there in ((), (OWN,), (replace(OWN, interval=LATER),)):
            assert plan(*there, wox=booking, entries=(entry(BOOK, stage),)) == Plan()


# ── at the door ───────────────────────────────────────────────────────────────────────────────────────────────────────

WALK_UP = Entry(id=ID, booking_id=ID, operation=BOOK, made_at=NOW, stage=Stage.CHECK)


def test_a_walk_up_that_is_held_is_requested_on_wox() -> None:
    held = put(plan(entries=(WALK_UP,)))
    assert held == Booking(id=ID, interval=SLOT, subject="Plan", origin=Origin.DISPLAY, state=BookingState.REQUESTED)
    assert plan(wox=replace(held, version=1), entries=(WALK_UP,)) == Plan()
    assert plan(entries=(replace(WALK_UP, stage=Stage.ACCEPTED),)) == Plan(), "it is no promise yet"


def test_what_becomes_of_it_is_told() -> None:
    held = replace(put(plan(entries=(WALK_UP,))), version=1)
    done = replace(WALK_UP, stage=Stage.CONFIRMED)
    assert put(plan(OWN, wox=held, entries=(done,))) == like_there(held, OWN)
    lost = replace(WALK_UP, stage=Stage.REFUSED, reason=Reason.TAKEN)
    assert put(plan(wox=held, entries=(lost,))) == replace(held, state=BookingState.REFUSED, refusal=Refused.TAKEN)
    assert plan(entries=(lost,)) == Plan(), "WOX never knew of it"


def test_a_check_in_is_noted_once() -> None:
    check_in = CheckIn(interval=SLOT, event_id="i")
    came = Entry(id="c", booking_id=INVITED_ID, operation=check_in, made_at=NOW, stage=Stage.CONFIRMED)
    noted = put(plan(INVITED, wox=THEIRS, entries=(came,)))
    assert noted == replace(THEIRS, checked_in_at=NOW)
    assert plan(INVITED, wox=noted, entries=(came,)) == Plan()


def test_a_release_is_noted_with_the_cancellation_it_is() -> None:
    release = Release(interval=SLOT, event_id="i", comment="Nobody came.")
    released = Entry(id="r", booking_id=INVITED_ID, operation=release, made_at=NOW, stage=Stage.CONFIRMED)
    found = put(plan(wox=THEIRS, entries=(released,)))
    assert (found.state, found.released_at) == (BookingState.CANCELLED, NOW)
    told_by_another = replace(found, released_at=None, version=4)
    assert put(plan(wox=told_by_another, entries=(released,))) == replace(told_by_another, released_at=NOW)


# ── what a reading does not say ───────────────────────────────────────────────────────────────────────────────────────

EVERY = [WANTED, CONFIRMED, MOVED, LEAVING, replace(CONFIRMED, state=BookingState.CANCELLED)]


def test_nothing_is_said_of_what_lies_outside_the_window() -> None:
    for booking in EVERY:
        outside = replace(booking, interval=TOMORROW)
        if booking.agreed is not None:
            outside = replace(outside, agreed=replace(AGREED, interval=TOMORROW))
        assert plan(wox=outside) == Plan()
    assert plan(OWN, wox=replace(MOVED, interval=TOMORROW)) == Plan(), "there it could not be seen to arrive"


@pytest.mark.parametrize("age", [0, 60], ids=["of the same second", "older"])
def test_a_reading_older_than_what_was_agreed_says_nothing(age: int) -> None:
    as_of = AGREED.as_of - timedelta(seconds=age)
    there = replace(OWN, interval=Interval(at(12), at(13)))
    for booking in EVERY[1:]:
        assert plan(there, wox=booking, as_of=as_of) == Plan()
        assert plan(wox=booking, as_of=as_of) == Plan()


def test_a_malformed_event_may_be_the_one_that_is_missing() -> None:
    for booking in EVERY[1:]:
        assert plan(wox=booking, skipped=1) == Plan()
    assert begun(plan(wox=WANTED, skipped=1)) == BOOK, "the outbox looks for itself"


def test_what_is_over_took_place() -> None:
    over = replace(THEIRS, interval=OVER, agreed=replace(AGREED, interval=OVER))
    assert plan(wox=over) == Plan()
    before = Interval(WINDOW.start - SLOT.duration, WINDOW.start)
    assert plan(wox=replace(over, interval=before, agreed=replace(AGREED, interval=before))) == Plan()


def test_without_a_reading_only_a_new_booking_is_taken_up() -> None:
    def unread(booking: Booking, *entries: Entry) -> Plan:
        return reconcile(
            room=ROOM, now=NOW, window=WINDOW, reading=None, bookings={booking.id: booking}, entries=entries
        )

    assert begun(unread(WANTED)) == BOOK
    for booking in (*EVERY[1:], replace(WANTED, interval=OVER), replace(WANTED, interval=TOMORROW)):
        assert unread(booking) == Plan()
    assert unread(WANTED, entry(BOOK, Stage.CONFIRMED)) == Plan()


# ── in general ────────────────────────────────────────────────────────────────────────────────────────────────────────

instants = st.sampled_from([at(9, 30), at(10), NOW])
slots = st.sampled_from([SLOT, LATER, OVER, TOMORROW])
bookings = st.builds(
    Booking,
    id=st.sampled_from([ID, OTHER, INVITED_ID]),
    interval=slots,
    subject=st.sampled_from([None, "Plan"]),
    is_private=st.booleans(),
    state=st.sampled_from(BookingState),
    agreed=st.none() | st.builds(Agreed, interval=slots, subject=st.sampled_from([None, "Plan"]), as_of=instants),
    refusal=st.none() | st.sampled_from(Refused),
    version=st.just(3),
)
events = st.lists(st.sampled_from([OWN, INVITED, replace(OWN, interval=LATER), replace(INVITED, interval=OVER)]))


@given(events, st.lists(bookings, unique_by=lambda b: b.id), instants, st.integers(0, 1))
def test_once_what_was_planned_is_done_there_is_nothing_left(
    there: list[Meeting], known: list[Booking], as_of: datetime, skipped: int
) -> None:
    reading = Reading(schedule=Schedule.of(WINDOW, there, skipped), as_of=as_of)
    before = {b.id: b for b in known}

    def planned(bookings: dict[str, Booking]) -> Plan:
        return reconcile(room=ROOM, now=NOW, window=WINDOW, reading=reading, bookings=bookings, entries=())

    first = planned(before)
    after = before | {b.id: replace(b, version=4) for b in first.puts}
    again = planned(after)
    assert again.puts == ()
    assert {e.booking_id for e in again.begun} <= {e.booking_id for e in first.begun}
    assert all(b.subject is None for b in first.puts if b.is_private and b.state is BookingState.CONFIRMED)
    assert len({b.id for b in first.puts} | {e.booking_id for e in first.begun}) == len(first.puts) + len(first.begun)


# ── whose a walk-up is ────────────────────────────────────────────────────────────────────────────────────────────────

NAMED = entry(Book(interval=SLOT, subject="Plan", host="Ada"), Stage.CONFIRMED, source=Source.GLASS)


def test_only_the_panel_knows_whose_a_walk_up_is_and_tells_it_whoever_tells_of_the_booking_first() -> None:
    assert put(plan(OWN, entries=(NAMED,))).host == "Ada"
    nameless = replace(like_there(CONFIRMED, OWN), host=None, origin=Origin.DISPLAY)
    assert put(plan(OWN, wox=nameless, entries=(NAMED,))) == replace(nameless, host="Ada")
    assert plan(OWN, wox=replace(nameless, host="Ada"), entries=(NAMED,)) == Plan()


def test_of_a_private_one_nobody_is_named() -> None:
    private = replace(like_there(CONFIRMED, OWN), host=None, subject=None, is_private=True, origin=Origin.DISPLAY)
    private = replace(private, agreed=private.agreed and replace(private.agreed, subject=None))
    assert plan(OWN, wox=private, entries=(NAMED,)) == Plan()
