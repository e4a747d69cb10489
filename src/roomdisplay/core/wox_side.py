"""The panel's side towards WOX: what it last told, and what has to be told to it.

One request at a time, apart from those to Office 365 and under a patience of its own. A booking that WOX has changed
meanwhile waits for WOX's next feed; whatever else goes wrong is tried again, ever more slowly.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from roomdisplay.core import mirror
from roomdisplay.core.failure import AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.mirror import Reading
from roomdisplay.core.outbox import Book, Entry, Reason, Source
from roomdisplay.core.wox import Booking, BookingState, Feed, RoomSettings

RETRY_FIRST = 2.0
RETRY_LONGEST = 60.0
RETRY_AFTER_LONGEST = 3600.0
"""A longer wish is a mistake somewhere."""
MOST_BEGUN = 20
"""Entries of the outbox that may be pending on WOX's behalf: those who wait at the glass come in between."""
KEEP_BOOKINGS = timedelta(days=7)
"""How long a booking is remembered after its end. WOX remembers it for longer."""
KEEP_UNTOLD = timedelta(days=1)


class PutBooking(Struct, frozen=True, kw_only=True):
    """Make WOX's booking like this, and bring what came of it: BookingPut."""

    number: int
    booking: Booking


class FetchFeed(Struct, frozen=True, kw_only=True):
    """Ask WOX for its feed since `cursor` (None: everything), without waiting for the stream: FeedTold, FeedFailed."""

    cursor: str | None


class SaveWox(Struct, frozen=True, kw_only=True):
    """Keep this for the next start."""

    kept: "KeptWox"


WoxEffect = PutBooking | FetchFeed | SaveWox


class KeptWox(Struct, frozen=True, kw_only=True):
    """What WOX had told up to `cursor`."""

    cursor: str | None = None
    settings: RoomSettings | None = None
    bookings: tuple[Booking, ...] = ()


class WoxSide(Struct, frozen=True, kw_only=True):
    cursor: str | None = None
    """None: WOX was never heard."""
    settings: RoomSettings | None = None
    bookings: Mapping[str, Booking] = field(default_factory=dict[str, Booking])
    """By id, as WOX last told them."""
    failure: Failure | None = None
    """Why WOX cannot be heard at present."""
    reading: Reading | None = None
    """The last whole one, unless this panel has written to the calendar since."""
    put: PutBooking | None = None
    """On its way."""
    number: int = 0
    failures: int = 0
    """In a row."""
    retry_at: float | None = None
    """Monotonic seconds; nothing is asked of WOX before."""
    wants_feed: bool = False
    """Something does not fit what WOX told: nothing is put before it is heard again."""
    wants_all: bool = False
    """And everything of it."""
    fetching: bool = False
    outdated: str | None = None
    """The booking whose last put WOX refused, because it has a newer version."""
    set_aside: Mapping[str, Booking] = field(default_factory=dict[str, Booking])
    """By id: what WOX will not take, however often it is put."""
    doubted: bool = False
    """WOX told that it knows nothing at all, which has to be confirmed before it is believed."""

    @property
    def kept(self) -> KeptWox:
        bookings = tuple(self.bookings[id] for id in sorted(self.bookings))
        return KeptWox(cursor=self.cursor, settings=self.settings, bookings=bookings)

    @property
    def is_heard(self) -> bool:
        """Is what is known of WOX what WOX knows, as far as can be told?"""
        return self.cursor is not None and self.failure is None

    def expects(self, window: Interval, now: datetime) -> bool:
        """Does WOX know of meetings in `window` that are not over?"""
        return any(
            b.state is BookingState.CONFIRMED and b.agreed is not None and b.agreed.interval.overlaps(window)
            for b in self.bookings.values()
            if now < b.interval.end
        )

    def is_untold(self, entry: Entry, now: datetime) -> bool:
        """Has WOX still to hear what came of it? Forgotten before, it would be tried all over again."""
        if entry.room is not None or entry.reason is Reason.NOT_SAVED or not entry.is_final:
            return False
        booking = self.bookings.get(entry.booking_id)
        if booking is not None:
            open_wish = booking.state in (BookingState.REQUESTED, BookingState.CANCELLING)
            return open_wish and mirror.outcome(booking, (entry,)) is not None
        is_walk_up = isinstance(entry.operation, Book) and entry.source is Source.GLASS
        # WOX may know of it: whether a put has arrived is not known while WOX is not heard
        return is_walk_up and not self.is_heard and now < entry.interval.end + KEEP_UNTOLD

    def wake_at(self, mono: float) -> float | None:
        """When something is to be asked of WOX that has to wait; None: nothing has."""
        # what was due has been asked already, by the step that found it so
        return self.retry_at if self.retry_at is not None and self.retry_at > mono else None


def restored(kept: KeptWox) -> WoxSide:
    return WoxSide(cursor=kept.cursor, settings=kept.settings, bookings={b.id: b for b in kept.bookings})


# ── what happens ──────────────────────────────────────────────────────────────────────────────────────────────────────


def told(side: WoxSide, feed: Feed) -> tuple[WoxSide, tuple[WoxEffect, ...]]:
    """WOX was heard."""
    side = replace(side, failure=None, fetching=False, wants_feed=False, wants_all=False, retry_at=None)
    if _is_surprising(side, feed) and not side.doubted:
        return replace(side, doubted=True, wants_feed=True, wants_all=True), ()
    known: dict[str, Booking] = {} if feed.is_whole else dict(side.bookings)
    for booking in feed.bookings:
        before = known.get(booking.id)
        if before is None or before.version <= booking.version:
            known[booking.id] = booking
    if any(_contradicts(side, known[b.id]) for b in feed.bookings):
        side = replace(side, reading=None)
    settings = feed.settings or side.settings
    side = replace(side, cursor=feed.cursor, settings=settings, bookings=_recent(known, side.reading), doubted=False)
    return side, (SaveWox(kept=side.kept),)


def _is_surprising(side: WoxSide, feed: Feed) -> bool:
    """Nothing at all, where bookings were known? WOX forgets them one by one, not all at once."""
    return feed.is_whole and not feed.bookings and any(b.is_open for b in side.bookings.values())


def _contradicts(side: WoxSide, booking: Booking) -> bool:
    """Does the reading show a booking that another mirror has just found to be refused? It may be the older of the two;
    another look decides."""
    return (
        booking.state is BookingState.REFUSED
        and side.reading is not None
        and side.reading.schedule.find(booking.id) is not None
        and booking != side.bookings.get(booking.id)
    )


def _recent(bookings: Mapping[str, Booking], reading: Reading | None) -> Mapping[str, Booking]:
    if reading is None:
        return bookings
    oldest = min(reading.schedule.window.start, reading.as_of) - KEEP_BOOKINGS
    return {id: b for id, b in bookings.items() if max(b.interval.end, _agreed_end(b)) > oldest}


def _agreed_end(booking: Booking) -> datetime:
    return booking.interval.end if booking.agreed is None else booking.agreed.interval.end


def unheard(side: WoxSide, failure: Failure) -> WoxSide:
    """The stream has ended."""
    return replace(side, failure=failure)


def fetch_failed(side: WoxSide, failure: Failure, mono: float, jitter: float) -> WoxSide:
    return _later(replace(side, fetching=False, failure=failure), failure, mono, jitter)


def put_ended(
    side: WoxSide, number: int, result: Booking | Failure, mono: float, jitter: float
) -> tuple[WoxSide, tuple[WoxEffect, ...]]:
    """What came of a PutBooking; the answer to another one changes nothing."""
    if side.put is None or side.put.number != number:
        return side, ()
    put, side = side.put.booking, replace(side, put=None)
    match result:
        case Booking():
            known = side.bookings.get(result.id)
            if known is None or known.version <= result.version:
                side = replace(side, bookings={**side.bookings, result.id: result})
            side = replace(side, failures=0, retry_at=None, outdated=None)
            return side, (SaveWox(kept=side.kept),)
        case Rejected(refusal=Refusal.CHANGED):
            # the second time the feed since the cursor has not helped, so it must be older than that
            again = side.outdated == put.id
            side = replace(side, outdated=put.id, wants_feed=True, wants_all=again)
            return (_later(side, result, mono, jitter) if again else side), ()
        case Rejected():
            return replace(side, set_aside={**side.set_aside, put.id: put}), ()
        case Transient() | AccessLost() | Bug():
            return _later(side, result, mono, jitter), ()
        case _:
            assert_never(result)


def _later(side: WoxSide, failure: Failure, mono: float, jitter: float) -> WoxSide:
    ceiling = min(RETRY_LONGEST, RETRY_FIRST * 2 ** min(side.failures, 10))
    wait = RETRY_LONGEST if isinstance(failure, AccessLost) else ceiling
    wait *= (1 + jitter) / 2
    if isinstance(failure, Transient) and failure.retry_after is not None:
        wait = max(wait, min(failure.retry_after, RETRY_AFTER_LONGEST))
    return replace(side, failures=side.failures + 1, retry_at=mono + wait)


# ── what is to be done ────────────────────────────────────────────────────────────────────────────────────────────────


def mirrored(
    side: WoxSide, *, room: str, now: Instant, window: Interval, entries: Sequence[Entry]
) -> tuple[WoxSide, tuple[Entry, ...], tuple[WoxEffect, ...]]:
    """The next requests to WOX, and what the outbox of the room (`entries` so far) is to take up on its behalf."""
    may_ask = side.retry_at is None or side.retry_at <= now.mono
    if side.wants_feed and not side.fetching and may_ask:
        fetch = FetchFeed(cursor=None if side.wants_all else side.cursor)
        return replace(side, fetching=True, retry_at=None), (), (fetch,)
    if side.cursor is None or side.wants_feed:
        return side, (), ()
    plan = mirror.reconcile(
        room=room, now=now.wall, window=window, reading=side.reading, bookings=side.bookings, entries=entries
    )
    taken = {e.id for e in entries}
    on_behalf = sum(e.source is Source.WOX and not e.is_final for e in entries)
    begun = tuple(e for e in plan.begun if e.id not in taken)[: max(0, MOST_BEGUN - on_behalf)]
    puts = [b for b in plan.puts if side.set_aside.get(b.id) != b]
    if not puts:
        return replace(side, retry_at=None), begun, ()
    if side.put is not None or not may_ask:
        return side, begun, ()
    put = PutBooking(number=side.number + 1, booking=puts[0])
    return replace(side, put=put, number=put.number, retry_at=None), begun, (put,)


def reads(side: WoxSide, reading: Reading) -> WoxSide:
    return replace(side, reading=reading)


def writes(side: WoxSide) -> WoxSide:
    """A change is on its way to the calendar: what was read of it is no longer what it holds."""
    return replace(side, reading=None)
