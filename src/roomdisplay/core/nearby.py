"""The rooms near by: when to ask about them, what was told, and what that means for somebody who needs one now.

They are asked about only while somebody has their page open, and then at most once in `REFRESH_EVERY`: nobody else's
traffic grows by it. Times named `at` are monotonic seconds.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.bookable import bookable
from roomdisplay.core.interval import Interval, floor_minute
from roomdisplay.core.policy import Policy
from roomdisplay.core.schedule import Schedule

MOST_AT_ONCE = 20
"""Rooms in one question (Microsoft, "calendar: getSchedule")."""
REFRESH_EVERY = 60.0


class Availability(Struct, frozen=True, kw_only=True):
    """What Office 365 told of one room. Nothing in it says who meets or why: not even what it was told of that."""

    address: str
    schedule: Schedule | None
    """When it is taken; None where that cannot be read."""
    code: str = ""
    """What Office 365 called the reason, where it cannot."""


class Told(Struct, frozen=True, kw_only=True):
    availability: Availability
    at: float
    """When the question left: the answer is no younger."""


class Survey(Struct, frozen=True, kw_only=True):
    """What is known of the rooms near by, and whether anybody wants to know."""

    watched: bool = False
    """Somebody has the page open."""
    begun_at: float | None = None
    """When the last round of questions began."""
    left: tuple[str, ...] = ()
    """The addresses this round has still to ask about, nearest first."""
    told: tuple[Told, ...] = ()
    failing: bool = False
    """The last question was not answered."""

    def opened(self, now: float) -> "Survey":
        """What was told to somebody else a while ago is no answer to whoever comes now."""
        if self.begun_at is None or now - self.begun_at >= REFRESH_EVERY:
            return Survey(watched=True)
        return replace(self, watched=True)

    def closed(self) -> "Survey":
        return replace(self, watched=False)

    def due_at(self, now: float) -> float | None:
        """When the next question wants to leave; None while nobody wants to know."""
        if not self.watched:
            return None
        return now if self.left or self.begun_at is None else max(now, self.begun_at + REFRESH_EVERY)

    def asking(self, now: float, addresses: Sequence[str]) -> "Survey":
        """With a round under way: `left` begins with what to ask now. `addresses` are all the rooms there are."""
        return self if self.left else replace(self, begun_at=now, left=tuple(addresses))

    def answered(self, at: float, asked: Sequence[str], answers: Iterable[Availability]) -> "Survey":
        """`answers` to the question about the addresses `asked` that left at `at`."""
        told = {t.availability.address: t for t in self.told}
        told |= {a.address: Told(availability=a, at=at) for a in answers}
        left = tuple(address for address in self.left if address not in asked)
        return replace(self, told=tuple(told.values()), left=left, failing=False)

    def unanswered(self) -> "Survey":
        """The question failed: the rest of the round fails with it, and the next one tries again."""
        return replace(self, left=(), failing=True)

    def changed(self, address: str, change: Callable[[Schedule], Schedule]) -> "Survey":
        """With what a booking of this panel's did to the room's calendar."""

        def after(told: Told) -> Told:
            known = told.availability
            if known.address != address or known.schedule is None:
                return told
            return replace(told, availability=replace(known, schedule=change(known.schedule)))

        return replace(self, told=tuple(after(t) for t in self.told))

    def known(self, address: str, now: float, fresh_for: timedelta) -> Schedule | None:
        """The room's schedule, unless it is older than what anybody may be told without a date."""
        return next(
            (
                t.availability.schedule
                for t in self.told
                if t.availability.address == address and now - t.at <= fresh_for.total_seconds()
            ),
            None,
        )

    @property
    def at(self) -> float | None:
        """When the oldest of the answers was asked for."""
        return min((t.at for t in self.told), default=None)


# ── what a schedule means to somebody who needs a room now ────────────────────────────────────────────────────────────


class FreeNow(Struct, frozen=True, kw_only=True):
    until: datetime | None
    """The start of the next meeting, or closing time; None where neither is known today or tomorrow."""


class FreeLater(Struct, frozen=True, kw_only=True):
    start: datetime
    until: datetime | None


class Taken(Struct, frozen=True, kw_only=True):
    """Not free again, as far as is known."""


class NotKnown(Struct, frozen=True, kw_only=True):
    pass


Outlook = FreeNow | FreeLater | Taken | NotKnown


def outlook(now: datetime, schedule: Schedule | None, policy: Policy) -> Outlook:
    """The first time from the minute that has begun on that is long enough for the shortest booking, by `policy`."""
    if schedule is None or not schedule.window.contains(now):
        return NotKnown()
    window = schedule.window
    rest = Interval(max(floor_minute(now), window.start), window.end)
    gaps = bookable(rest, (m.interval for m in schedule.occupying), policy)
    gap = next((g for g in gaps if g.duration >= policy.shortest), None)
    if gap is None:
        return Taken()
    until = None if gap.end == window.end else gap.end
    return FreeNow(until=until) if gap.start <= now else FreeLater(start=gap.start, until=until)


def best_first(outlooks: Mapping[str, Outlook]) -> tuple[str, ...]:
    """Free now, then the soonest free, then taken, then not known; among equals as they came: the nearest first."""
    return tuple(sorted(outlooks, key=lambda address: _rank(outlooks[address])))


_EARLIEST = datetime.min.replace(tzinfo=UTC)


def _rank(outlook: Outlook) -> tuple[int, datetime]:
    match outlook:
        case FreeNow():
            return 0, _EARLIEST
        case FreeLater(start=start):
            return 1, start
        case Taken():
            return 2, _EARLIEST
        case NotKnown():
            return 3, _EARLIEST
        case _:
            assert_never(outlook)
