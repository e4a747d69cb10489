"""What people asked for at this panel while it stood at another room, or that it leaves behind when it is unpaired."""

from msgspec.structs import replace

from roomdisplay.core.outbox import Book, Cancel, CheckIn, End, Entry, Extend, Move, Release, Source, Stage


def is_owed(entry: Entry) -> bool:
    """A person at the panel was promised that it is sent. What WOX asked for, WOX goes on asking for elsewhere."""
    return not entry.is_final and entry.source is not Source.WOX and not entry.is_unasked


def moved(entry: Entry, old_room: str, new_room: str) -> Entry | None:
    """The entry in the outbox of a panel that stands at another room now; None: it is of no use there."""
    if not is_owed(entry) or isinstance(entry.operation, CheckIn):
        return None
    about = entry.room or old_room
    return replace(entry, source=Source.EARLIER, room=None if about == new_room else about)


def is_lost(entry: Entry) -> bool:
    """Nobody at this door has asked for it, so facilities are told that it came to nothing."""
    return entry.source is Source.EARLIER and entry.stage in (Stage.REFUSED, Stage.EXPIRED)


def verb(entry: Entry) -> str:
    """What was to be done with the time, in English: what facilities are told is not translated."""
    match entry.operation:
        case Book():
            return "book"
        case Extend():
            return "extend the booking"
        case Move():
            return "move the booking to"
        case End():
            return "end the booking early:"
        case Cancel():
            return "cancel the booking"
        case Release():
            return "release the room from the meeting"
        case CheckIn():
            return "check in to"
