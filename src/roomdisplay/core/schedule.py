"""What is known of the room's calendar over a window of time."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.interval import Interval, gaps, union
from roomdisplay.core.meeting import Meeting


class Schedule(Struct, frozen=True, kw_only=True):
    """The meetings that touch `window`: unique by id, in `Meeting.order`. `skipped` malformed events were left out."""

    window: Interval
    meetings: tuple[Meeting, ...] = ()
    skipped: int = 0

    @classmethod
    def of(cls, window: Interval, meetings: Iterable[Meeting], skipped: int = 0) -> "Schedule":
        """The same schedule for any page order and any repetition (of two versions of one id the later etag stays)."""
        unique: dict[str, Meeting] = {}
        for meeting in meetings:
            known = unique.get(meeting.id)
            if known is None or (known != meeting and _version(known) < _version(meeting)):
                unique[meeting.id] = meeting
        ordered = sorted((m for m in unique.values() if _touches(m, window)), key=lambda m: m.order)
        return cls(window=window, meetings=tuple(ordered), skipped=skipped)

    def updated(self, window: Interval, meetings: Iterable[Meeting]) -> "Schedule":
        """With what a read of the narrower `window` found in place of what was known there."""
        found = tuple(meetings)
        newer = {m.id for m in found}
        kept = [m for m in self.meetings if not _touches(m, window) and m.id not in newer]
        return Schedule.of(self.window, [*kept, *found], self.skipped)

    def clipped(self, window: Interval) -> "Schedule":
        """As far as it reaches into `window`; all of it, where it does not."""
        inside = self.window.clipped(window)
        return self if inside is None else Schedule.of(inside, self.meetings, self.skipped)

    def without(self, id: str) -> "Schedule":
        return replace(self, meetings=tuple(m for m in self.meetings if m.id != id))

    def with_meeting(self, meeting: Meeting) -> "Schedule":
        return Schedule.of(self.window, [*self.without(meeting.id).meetings, meeting], self.skipped)

    @property
    def shown(self) -> tuple[Meeting, ...]:
        return tuple(m for m in self.meetings if m.is_shown)

    @property
    def occupying(self) -> tuple[Meeting, ...]:
        return tuple(m for m in self.meetings if m.occupies)

    def busy(self, window: Interval) -> tuple[Interval, ...]:
        return union(c for m in self.occupying if (c := m.interval.clipped(window)))

    def free(self, window: Interval) -> tuple[Interval, ...]:
        return gaps((m.interval for m in self.occupying), window)

    def conflicts(self, interval: Interval, booking_id: str | None = None) -> tuple[Meeting, ...]:
        """The occupying meetings that overlap `interval`, the booking's own event left aside."""
        return tuple(
            m
            for m in self.occupying
            if m.interval.overlaps(interval) and (booking_id is None or m.booking_id != booking_id)
        )

    def find(self, booking_id: str) -> Meeting | None:
        """The event that is this booking; a cancelled one no longer is."""
        return next((m for m in self.meetings if m.booking_id == booking_id and not m.is_cancelled), None)

    def event(self, id: str) -> Meeting | None:
        """The event of that id, as long as it takes up the room."""
        return next((m for m in self.occupying if m.id == id), None)

    def keyed(self, key: str) -> Meeting | None:
        return next((m for m in self.occupying if m.key == key), None)

    def current(self, now: datetime) -> Meeting | None:
        """The meeting in the room at `now`; of several the one that started last: whom a visitor finds there."""
        return max((m for m in self.occupying if m.interval.contains(now)), key=lambda m: m.order, default=None)

    def following(self, now: datetime) -> Meeting | None:
        """The next meeting to start after `now`."""
        return next((m for m in self.occupying if m.interval.start > now), None)

    def busy_until(self, now: datetime) -> datetime:
        """The end of the unbroken run of meetings that contains `now`; `now` itself in a free room."""
        return next((i.end for i in union(m.interval for m in self.occupying) if i.contains(now)), now)

    def free_until(self, now: datetime) -> datetime | None:
        """The start of the next meeting, or None where none is known in the window."""
        following = self.following(now)
        return following.interval.start if following else None


def _version(meeting: Meeting) -> tuple[str, Interval, str]:
    """Any total order does, as long as it never depends on who came first."""
    return meeting.etag, meeting.interval, repr(meeting)


def _touches(meeting: Meeting, window: Interval) -> bool:
    interval = meeting.interval
    return interval.overlaps(window) or (interval.start == interval.end and window.contains(interval.start))
