"""What facilities are told of bookings that a panel could not send: a report among the problems of its room."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from roomdisplay.core.interval import Instant
from roomdisplay.core.outbox import Entry, Reason, Stage
from roomdisplay.core.room import Room
from roomdisplay.core.unsent import verb
from roomdisplay.core.wox import ProblemKind, ProblemReport

LONGEST = 1800
_WHY = {
    Reason.TAKEN: "somebody else had the time",
    Reason.NOT_ALLOWED: "the panel may not use that calendar any more",
    Reason.GONE: "the booking was gone",
    Reason.CHANGED: "the booking had been changed",
    Reason.FULL: "the mailbox is full",
}


def left_behind(entries: Sequence[Entry], room: Room, now: Instant) -> ProblemReport:
    """Of a panel that is unpaired before Office 365 has answered."""
    lines = "; ".join(_line(entry, room) for entry in entries)
    text = (
        f"The panel was unpaired before Office 365 had taken what people asked for at it: {lines}. It keeps this, and "
        "tries again once it is paired with a room whose link reaches that calendar. Until then, make it in Outlook."
    )
    return _report("left " + " ".join(entry.id for entry in entries), text, now)


def lost(entry: Entry, room: Room, now: Instant) -> ProblemReport:
    """Of a panel that has come from another room: what was still to be sent for that one came to nothing."""
    reason = None if entry.reason is None else _WHY.get(entry.reason)
    why = "its time was over" if entry.stage is Stage.EXPIRED else reason or "Office 365 refused it"
    text = (
        f"This panel came from another room with something still to be sent: {_line(entry, room)}. It could not be "
        f"done: {why}. Look in Outlook, and tell whoever asked."
    )
    return _report(f"lost {entry.id}", text, now)


def _line(entry: Entry, room: Room) -> str:
    start, end = (at.astimezone(room.zone) for at in (entry.interval.start, entry.interval.end))
    return f"{verb(entry)} {start:%Y-%m-%d %H:%M} to {end:%H:%M} in {entry.room or room.address}"


def _report(name: str, text: str, now: Instant) -> ProblemReport:
    """The same report again has the same id."""
    id = str(uuid5(NAMESPACE_URL, f"roomdisplay:{name}"))
    return ProblemReport(id=id, kind=ProblemKind.OTHER, made_at=now.wall, text=text[:LONGEST])
