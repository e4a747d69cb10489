"""What the light beside the door says: a colour, and how it burns, because not everybody tells colours apart.

Green is bluish, as at a crossing, so that it differs from red for the colour-blind. What is certain burns steadily;
what is to be looked at closer does not.
"""

from typing import assert_never

from msgspec import Struct

from roomdisplay.core.freshness import Freshness, Offline
from roomdisplay.core.room_state import (
    Busy,
    CheckInPending,
    Closed,
    EndingSoon,
    Free,
    FreeSoon,
    Held,
    OutOfService,
    RoomState,
    Unknown,
    current_span,
)


class Colour(Struct, frozen=True, kw_only=True):
    """Shares of the light's red, green and blue, as the eye sees them."""

    red: float
    green: float
    blue: float

    def dimmed(self, to: float) -> "Colour":
        return Colour(red=self.red * to, green=self.green * to, blue=self.blue * to)


DARK = Colour(red=0, green=0, blue=0)
GREEN = Colour(red=0, green=1, blue=0.35)
AMBER = Colour(red=1, green=0.55, blue=0)
RED = Colour(red=1, green=0, blue=0)
BLUE = Colour(red=0, green=0.25, blue=1)
WHITE = Colour(red=1, green=1, blue=1)


class Burning(Struct, frozen=True, kw_only=True):
    """For `seconds`, at `level` of the colour."""

    seconds: float
    level: float


Pattern = tuple[Burning, ...]
"""Over and over; a single one burns steadily."""

STEADY: Pattern = (Burning(seconds=30, level=1),)
PULSE: Pattern = (Burning(seconds=1, level=1), Burning(seconds=1, level=0.2))
BECKON: Pattern = (
    Burning(seconds=0.3, level=1),
    Burning(seconds=0.3, level=0),
    Burning(seconds=0.3, level=1),
    Burning(seconds=1.1, level=0),
)
WINK: Pattern = (Burning(seconds=4.5, level=1), Burning(seconds=0.5, level=0))
BLIP: Pattern = (Burning(seconds=0.3, level=1), Burning(seconds=4.7, level=0))
FLASH: Pattern = (Burning(seconds=0.2, level=1), Burning(seconds=0.2, level=0))


class Signal(Struct, frozen=True, kw_only=True):
    colour: Colour
    pattern: Pattern = STEADY


def signal(state: RoomState, fresh: Freshness, *, emergency: bool) -> Signal:
    """What the light says of the room. Without a connection it winks, as long as it may still say anything."""
    if emergency:
        return Signal(colour=RED, pattern=FLASH)
    said = _said(state)
    if isinstance(fresh, Offline) and said.pattern is STEADY and said.colour != DARK:
        return Signal(colour=said.colour, pattern=WINK)
    return said


def _said(state: RoomState) -> Signal:
    match state:
        case Free():
            return Signal(colour=GREEN)
        case FreeSoon():
            return Signal(colour=AMBER, pattern=PULSE)
        case Busy() | EndingSoon() | Held():
            return Signal(colour=RED)
        case CheckInPending() if current_span(state) is not None:
            # the meeting has begun, and nobody has claimed it
            return Signal(colour=AMBER, pattern=BECKON)
        case CheckInPending():
            return Signal(colour=BLUE, pattern=BECKON)
        case Closed():
            return Signal(colour=DARK)
        case OutOfService():
            return Signal(colour=RED, pattern=BLIP)
        case Unknown():
            return Signal(colour=WHITE, pattern=BLIP)
        case _:
            assert_never(state)
