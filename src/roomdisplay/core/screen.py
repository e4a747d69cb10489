"""The screen through the day: lit in its hours, dimmed or off outside them, and lit wherever somebody needs it."""

from enum import StrEnum
from typing import assert_never
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.hours import OpenHours
from roomdisplay.core.interval import Instant
from roomdisplay.core.pairing import CODE_LIFE
from roomdisplay.core.policy import Policy


class Screen(StrEnum):
    LIT = "lit"
    DIMMED = "dimmed"
    """The clock, the room and its state, small and faint."""
    OFF = "off"


class Needs(Struct, frozen=True, kw_only=True):
    """Who needs the screen now."""

    noticed_at: float | None = None
    """When somebody was last noticed before the glass, on the monotonic clock."""
    emergency: bool = False
    check_in: bool = False
    """Somebody has to check in: nothing is released on a screen that nobody can read."""


def screen(now: Instant, zone: ZoneInfo, policy: Policy, needs: Needs) -> Screen:
    """What the screen is at `now`. Its hours are those of the clock on the wall in `zone`."""
    is_needed = needs.emergency or needs.check_in or _is_awake(now.mono, policy, needs)
    if is_needed or OpenHours(week=policy.on_hours, zone=zone).is_open(now.wall):
        return Screen.LIT
    return Screen.OFF if policy.off_outside_hours else Screen.DIMMED


def unpaired_screen(now: Instant, zone: ZoneInfo, policy: Policy, noticed_at: float) -> Screen:
    """Of a panel without a room. Whoever was noticed before it may have scanned its code and be comparing numbers, for
    as long as a code lives: until then it is lit."""
    patient = replace(policy, wake_for=max(policy.wake_for, CODE_LIFE))
    return screen(now, zone, patient, Needs(noticed_at=noticed_at))


def _is_awake(mono: float, policy: Policy, needs: Needs) -> bool:
    sleeps_at = falls_asleep_at(policy, needs.noticed_at)
    return sleeps_at is not None and mono < sleeps_at


def falls_asleep_at(policy: Policy, noticed_at: float | None) -> float | None:
    """When (monotonic) the screen is lit no longer for whoever was last noticed."""
    return None if noticed_at is None else noticed_at + policy.wake_for.total_seconds()


def brightness(screen: Screen, policy: Policy) -> float:
    """The share of its light, as the eye sees it; 0: off."""
    match screen:
        case Screen.LIT:
            return policy.brightness / 100
        case Screen.DIMMED:
            return min(policy.brightness, policy.dimmed_brightness) / 100
        case Screen.OFF:
            return 0.0
        case _:
            assert_never(screen)
