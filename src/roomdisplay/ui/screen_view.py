"""How the screen is drawn through the day: dark or faint at rest, and never quite in the same place. No Qt.

Places are functions of the clock on the room's wall, so a picture of one minute is always the same.
"""

from datetime import datetime, timedelta
from typing import Protocol

from msgspec import Struct

from roomdisplay.core.screen import Screen

DARKEST = 0.54
"""Black over what is drawn, where no backlight can be dimmed: white on black keeps a contrast of 4.5 to 1."""
SHIFT_EVERY = timedelta(minutes=30)
SHIFTS = (
    *((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1), (2, -1)),
    *((2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (-1, 2), (-2, 2), (-2, 1), (-2, 0), (-1, 0)),
)
"""Pixels right and down, each one from the last, from midnight on: a page that is there all day does not burn in."""
ACROSS, DOWN = timedelta(minutes=47), timedelta(minutes=29)
"""How long what is shown at rest takes from one edge to the other; together they come back after two days."""


class Resting(Protocol):
    """What the screen is drawn by; `PanelProps` are."""

    @property
    def now(self) -> datetime:
        """On the wall."""
        ...

    @property
    def screen(self) -> Screen: ...
    @property
    def dimmed_brightness(self) -> float:
        """0 to 1."""
        ...


class Hour(Struct, frozen=True, kw_only=True):
    """The same, of a panel without a room."""

    now: datetime
    screen: Screen
    dimmed_brightness: float


class ScreenView(Struct, frozen=True, kw_only=True):
    is_lit: bool
    is_off: bool
    shade: float
    """0 to 1: black over all that is drawn, where there is no backlight."""
    shift_x: int
    shift_y: int
    """Of the page, in pixels."""
    wander_x: float
    wander_y: float
    """0 to 1: where in the free space what is shown at rest stands."""


def derive_screen(props: Resting, *, has_backlight: bool) -> ScreenView:
    since = _minutes_on_the_wall(props.now)
    today = timedelta(seconds=since.seconds)
    shift_x, shift_y = SHIFTS[int(today / SHIFT_EVERY) % len(SHIFTS)]
    is_dimmed = props.screen is Screen.DIMMED
    return ScreenView(
        is_lit=props.screen is Screen.LIT,
        is_off=props.screen is Screen.OFF,
        shade=min(DARKEST, 1 - props.dimmed_brightness) if is_dimmed and not has_backlight else 0.0,
        shift_x=shift_x,
        shift_y=shift_y,
        wander_x=_to_and_fro(since, ACROSS),
        wander_y=_to_and_fro(since, DOWN),
    )


def _minutes_on_the_wall(now: datetime) -> timedelta:
    """Since a midnight long ago; where the clocks change an hour comes twice, or not at all."""
    return now.replace(tzinfo=None, second=0, microsecond=0) - datetime(2000, 1, 1)  # noqa: DTZ001  the wall has no zone


def _to_and_fro(since: timedelta, way: timedelta) -> float:
    """From 0 to 1 in that time, and back again."""
    gone = since / way % 2
    return round(gone if gone <= 1 else 2 - gone, 4)
