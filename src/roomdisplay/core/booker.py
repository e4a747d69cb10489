"""Who books at the door, where the room's policy wants to know: by name, PIN or badge.

A PIN or a badge is only ever on its way: WOX says whose it is, and neither is kept, shown or written down.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.discreet import Discreet
from roomdisplay.core.failure import Failure
from roomdisplay.core.outbox import Book
from roomdisplay.core.wox import Person

SHORTEST_PIN, LONGEST_PIN = 6, 12
LONGEST_NAME = 60
LONGEST_SUBJECT = 200


class Pin(Discreet, frozen=True, kw_only=True):
    unsaid = ("digits",)

    digits: str


class Badge(Discreet, frozen=True, kw_only=True):
    unsaid = ("said",)

    said: str
    """What the reader gives for it."""


Proof = Pin | Badge


class Stage(StrEnum):
    ASKED = "asked"
    """WOX is looking."""
    NOBODY = "nobody"
    """Nobody has that PIN or badge."""
    UNCHECKED = "unchecked"
    """WOX did not say, so nothing is known."""


class Inquiry(Struct, frozen=True, kw_only=True):
    """Whose booking is it? Once that is known, the booking is an entry of the outbox, and this is over."""

    id: str
    """Of the entry to be."""
    operation: Book
    room: str | None
    stage: Stage = Stage.ASKED


class FindPerson(Struct, frozen=True, kw_only=True):
    """Ask WOX who that is, and bring the answer: PersonLookedUp."""

    id: str
    proof: Proof


Answer = Person | Failure | None
"""None: it is nobody's."""


def plain(name: str) -> str:
    """A name in one bounded line, or nothing."""
    printable = "".join(c if c.isprintable() else " " for c in name)
    return " ".join(printable.split())[:LONGEST_NAME].rstrip()


def named(operation: Book, by: str | Person) -> Book:
    """The booking as that person's; what it is called says so, as far as it is that long."""
    name, id = (by, None) if isinstance(by, str) else (by.name, by.id)
    host = plain(name)
    if not host:
        return operation
    tail = f" – {host}"
    subject = operation.subject[: LONGEST_SUBJECT - len(tail)].rstrip()
    return replace(operation, subject=subject + tail, host=host, host_id=id)
