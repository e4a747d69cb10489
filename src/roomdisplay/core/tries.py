"""How often somebody may guess a PIN. Pure; times are monotonic seconds of this process.

Only the count of wrong tries outlives the process: after a restart the pause begins anew, whole, so that pulling the
plug gains nothing and no clock on the wall has to be believed.
"""

from msgspec import Struct
from msgspec.structs import replace

FREE = 5
"""Wrong tries without a pause."""
FIRST, LONGEST = 60.0, 3600.0
"""Seconds after the last of them; twice as many after each further one, up to the longest."""


class Tries(Struct, frozen=True, kw_only=True):
    wrong: int = 0
    """In a row."""
    since: float = 0.0
    """When the last of them was made, or the process began."""
    held_off: float = 0.0
    """No try counts before: whoever checks them has had too many."""

    def wait(self, mono: float) -> float:
        """Seconds until the next try counts; 0: it does now."""
        pause = min(LONGEST, FIRST * 2.0 ** min(self.wrong - FREE, 10)) if self.wrong >= FREE else 0.0
        return max(0.0, self.since + pause - mono if pause else 0.0, self.held_off - mono)

    def refused(self, mono: float, seconds: float | None) -> "Tries":
        """Whoever checks them wants to be asked again after so long; None: it has not said."""
        return replace(self, held_off=mono + min(LONGEST, FIRST if seconds is None else seconds))

    def begun(self, mono: float) -> "Tries":
        """A try, which is wrong until it has turned out to be right: a power cut in between forgives nothing."""
        return Tries(wrong=self.wrong + 1, since=mono)


NONE = Tries()
"""After a right one."""
