"""What a person can ask for at the glass. The shell implements it; the view model is given it."""

from datetime import datetime
from typing import Protocol

from roomdisplay.core.booker import Proof
from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import ProblemKind


class Intents(Protocol):
    """Each call returns at once with the id of the outbox entry it made, and may call `show` before it returns."""

    def book(self, interval: Interval, room: str | None = None, by: str | Proof | None = None) -> str:
        """A walk-up over `interval` (UTC), in the room near by of that address, or (None) in this one; `by` is the name
        of whoever books, or what shows who that is. Then there is no entry before WOX has said so."""
        ...

    def drop_inquiry(self) -> None:
        """Whoever was being asked for has turned away: nothing is booked."""
        ...

    def extend(self, key: str, end: datetime) -> str:
        """Move the end of the booking `key` (its `Meeting.key`) to `end` (UTC), which is later than it was."""
        ...

    def end_now(self, key: str) -> str: ...

    def cancel(self, key: str) -> str: ...

    def release(self, key: str) -> str:
        """Decline a meeting the room attends, in the name of whoever stands at the door."""
        ...

    def check_in(self, key: str) -> str:
        """Somebody has come to the meeting `key`."""
        ...

    def take_back(self, entry_id: str) -> str:
        """Undo what the entry has done a moment ago: at somebody's wish, or released because nobody had checked in.
        Empty where that cannot be done any more."""
        ...

    def report(self, kind: ProblemKind) -> str:
        """Something is wrong in the room. Returns the report's id: that of one of its kind that waits already, if one
        does."""
        ...

    def watch_nearby(self, watched: bool) -> None:
        """Somebody has opened the page of the rooms near by, or left it."""
        ...

    def refresh(self) -> None:
        """Read the calendar soon; budgets still hold."""
        ...

    def notice(self) -> None:
        """Somebody is before the glass: the screen is lit for them."""
        ...

    def sign_in(self) -> None:
        """Show a code to sign the service account in with."""
        ...

    def do_not_sign_in(self) -> None:
        """Take the code away again."""
        ...
