"""Taking back what was done at the glass a moment ago: another request, as honest as the first."""

from datetime import datetime, timedelta

from roomdisplay.core.interval import Interval, floor_minute
from roomdisplay.core.offers import may_cancel
from roomdisplay.core.outbox import Book, Cancel, End, Entry, Extend, Operation, Source, Stage
from roomdisplay.core.schedule import Schedule

SHOWN = timedelta(seconds=10)
"""How long it is offered."""


def undoing(entry: Entry, now: datetime, schedule: Schedule, subject: str) -> Operation | None:
    """What takes `entry` back, as far as the `schedule` (with what is pending laid over it) lets it. A booking is
    cancelled; one that was cancelled is booked again, as far as it is not over, as `subject` where it had none; one
    that was ended early gets its end back. None: there is nothing to take back, or somebody else has the time."""
    if entry.source is not Source.GLASS or entry.room is not None:
        return None
    if entry.stage in (Stage.ACCEPTED, Stage.WITHDRAW, Stage.REFUSED, Stage.EXPIRED):
        return None
    own = schedule.keyed(entry.booking_id)
    match entry.operation:
        case Book():
            return Cancel(interval=own.interval, subject=own.subject) if own and may_cancel(now, own) else None
        case Cancel(interval=interval, subject=called):
            start = max(interval.start, floor_minute(now))
            if own is not None or start >= interval.end:
                return None
            again = Interval(start, interval.end)
            return None if schedule.conflicts(again) else Book(interval=again, subject=called or subject)
        case End(interval=interval, before=before):
            if before is None or before <= max(now, interval.end):
                return None
            whole = Interval(interval.start, before)
            taken = schedule.conflicts(whole, entry.booking_id)
            return None if taken else Extend(interval=whole, before=interval.end)
        case _:
            return None
