"""A meeting in the room's calendar, as the panel needs it."""

from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct

from roomdisplay.core.interval import Interval


class ShowAs(StrEnum):
    """Graph's freeBusyStatus."""

    FREE = "free"
    TENTATIVE = "tentative"
    BUSY = "busy"
    OOF = "oof"
    WORKING_ELSEWHERE = "workingElsewhere"
    UNKNOWN = "unknown"


_UNKNOWN = datetime.min.replace(tzinfo=UTC)
NOT_OCCUPYING = frozenset({ShowAs.FREE, ShowAs.WORKING_ELSEWHERE})


class Meeting(Struct, frozen=True, kw_only=True):
    """One event of the room's calendar, occurrences already expanded.

    `subject` and `organizer` are None where the meeting is private: what must not be shown never gets here.
    `booking_id` is the event's transactionId: the identity of a booking made on WOX or on a panel.
    `created_at` is known only from a detailed read (Graph does not select it on calendarView).
    """

    id: str
    interval: Interval
    subject: str | None
    organizer: str | None
    etag: str = ""
    ical_uid: str = ""
    original_start: datetime | None = None
    """Of a meeting of a series: when the series has it. It stays as it is where the meeting is moved."""
    series_master_id: str | None = None
    booking_id: str | None = None
    created_at: datetime | None = None
    show_as: ShowAs = ShowAs.BUSY
    is_all_day: bool = False
    is_private: bool = False
    is_cancelled: bool = False
    is_declined: bool = False
    is_organizer: bool = False
    has_attendees: bool = False
    is_held: bool = False
    """Not yet confirmed by Office 365: a booking of this panel's outbox laid over the schedule."""

    @property
    def is_shown(self) -> bool:
        return not (self.is_cancelled or self.is_declined or self.show_as in NOT_OCCUPYING)

    @property
    def occupies(self) -> bool:
        return self.is_shown and self.interval.start < self.interval.end

    @property
    def is_own(self) -> bool:
        """A booking (made on a panel or on WOX) that the room itself holds, so that changing it will stick."""
        return self.is_organizer and self.booking_id is not None and not self.has_attendees

    @property
    def is_attended(self) -> bool:
        """Somebody else's meeting that the room was invited to: declining it is what releases the room."""
        return not self.is_organizer and self.has_attendees and self.occupies

    @property
    def key(self) -> str:
        """What the glass knows it by: a booking's id, which is there before its event is, else the event's."""
        return self.id if self.booking_id is None else self.booking_id

    @property
    def order(self) -> tuple[datetime, datetime, str]:
        return self.interval.start, self.interval.end, self.id

    def precedes(self, other: "Meeting") -> bool:
        """Who was first: the earlier createdDateTime, then the smaller id. An unknown creation counts as earlier."""
        return (self.created_at or _UNKNOWN, self.id) < (other.created_at or _UNKNOWN, other.id)
