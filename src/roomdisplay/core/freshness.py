"""How far the schedule on screen can be trusted."""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace


class Live(Struct, frozen=True, kw_only=True):
    """The last read succeeded, and recently."""

    age: timedelta


class Stale(Struct, frozen=True, kw_only=True):
    """No read has failed, yet the schedule is older than the policy's `fresh_for` (after a sleep, or at start)."""

    age: timedelta


class Offline(Struct, frozen=True, kw_only=True):
    """The last read failed; the schedule is this old. It is still trusted while younger than `fresh_for`."""

    age: timedelta


class Never(Struct, frozen=True, kw_only=True):
    """There is no schedule at all yet."""


Freshness = Live | Stale | Offline | Never


def freshness(age: timedelta | None, failing: bool, fresh_for: timedelta) -> Freshness:
    """`age` of the last good read (None: there was none), and whether the last try failed."""
    if age is None:
        return Never()
    if failing:
        return Offline(age=age)
    return Live(age=age) if age <= fresh_for else Stale(age=age)


def aged(fresh: Freshness, by: timedelta) -> Freshness:
    """The same schedule, that much later; whether it may be trusted then is for `is_trusted` to say."""
    return fresh if isinstance(fresh, Never) else replace(fresh, age=fresh.age + by)


def is_trusted(fresh: Freshness, fresh_for: timedelta) -> bool:
    """May the panel state occupancy without saying as of when?"""
    match fresh:
        case Never():
            return False
        case Live(age=age) | Stale(age=age) | Offline(age=age):
            return age <= fresh_for
