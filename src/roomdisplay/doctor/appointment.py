"""The proof that the panel may book: an appointment is made, looked at and taken away again, far ahead.

A run that is cut off leaves its appointment behind. It is known by the beginning of its transaction id, stands at one
of two known times, and is taken away by the next run.
"""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from roomdisplay.core.failure import Refusal, Rejected
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting
from roomdisplay.ports import Calendar, Failed

MARK = "room-doctor-"
SUBJECT = "Room doctor (may be deleted)"
CATEGORY = "Room doctor"
LENGTH = timedelta(minutes=5)


class Proof(Struct, frozen=True, kw_only=True):
    """What came of it. The three are looked at in this order; the first that is False ends it."""

    found: bool
    """It stood in the calendar as it was written."""
    kept_subject: bool
    removed: bool
    leftovers: int
    """Appointments of earlier runs that were taken away."""


def slot(year: int) -> Interval:
    """Three o'clock on New Year's morning, UTC: when nobody meets."""
    start = datetime(year, 1, 1, 3, tzinfo=UTC)
    return Interval(start, start + LENGTH)


async def prove(calendar: Calendar, *, id: str, now: datetime) -> Proof:
    """`id` makes the appointment's transaction id. Raises Failed, and takes away what it made if it can."""
    leftovers = await clear(calendar, now)
    ours, wanted = MARK + id, slot(now.year + 2)
    try:
        made = await calendar.create(ours, wanted, SUBJECT)
    except Failed:
        # the answer may have been lost, and not the appointment
        with suppress(Failed):
            await clear(calendar, now)
        raise
    try:
        seen = [m for m in await _marked(calendar, wanted) if m.booking_id == ours]
    finally:
        await _take_away(calendar, made)
    still = [m for m in await _marked(calendar, wanted) if m.booking_id == ours]
    return Proof(
        found=len(seen) == 1 and seen[0].interval == wanted,
        kept_subject=len(seen) == 1 and seen[0].subject == SUBJECT,
        removed=not still,
        leftovers=leftovers,
    )


async def clear(calendar: Calendar, now: datetime) -> int:
    """Takes away what earlier runs left behind; how many that were. Raises Failed."""
    found = [m for year in (now.year + 1, now.year + 2) for m in await _marked(calendar, slot(year))]
    for meeting in found:
        await _take_away(calendar, meeting)
    return len(found)


async def left_behind(calendar: Calendar, now: datetime) -> int:
    """How many appointments of earlier runs are still there. Raises Failed."""
    return sum([len(await _marked(calendar, slot(year))) for year in (now.year + 1, now.year + 2)])


async def _take_away(calendar: Calendar, meeting: Meeting) -> None:
    try:
        await calendar.delete(meeting.id, meeting.etag)
    except Failed as failed:
        # another doctor was quicker
        if not (isinstance(failed.failure, Rejected) and failed.failure.refusal is Refusal.GONE):
            raise


async def _marked(calendar: Calendar, wanted: Interval) -> list[Meeting]:
    read = await calendar.read(wanted, detailed=False)
    return [m for m in read.meetings if m.is_own and (m.booking_id or "").startswith(MARK)]
