"""What a room allows and when the panel speaks up. Each default is a setting of config.yaml."""

from dataclasses import dataclass
from datetime import timedelta


def _minutes(n: int) -> timedelta:
    return timedelta(minutes=n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    durations: tuple[timedelta, ...] = (_minutes(15), _minutes(30), _minutes(45), _minutes(60))
    """Lengths offered for a walk-up; the second is the one most people take and is filled on screen."""
    extensions: tuple[timedelta, ...] = (_minutes(15), _minutes(30), _minutes(60))
    until_next: bool = True
    """Also offer the whole gap, up to `longest`."""
    shortest: timedelta = _minutes(5)
    longest: timedelta = _minutes(240)
    soon: timedelta = _minutes(15)
    """A free room whose next meeting is nearer than this says so."""
    ending: timedelta = _minutes(5)
    """A busy room that will be free sooner than this says so."""
    fresh_for: timedelta = _minutes(5)
    """Past this age of the schedule the panel never claims a room is free without saying as of when."""
    check_in: bool = False
    """Meetings the room attends have to be claimed at the door, or they are released."""
    check_in_opens: timedelta = _minutes(10)
    """Before the start."""
    release_after: timedelta = _minutes(10)
    """After the start."""
    hold_for: timedelta = timedelta(hours=8)
    """Offline, walk-ups are still taken while the schedule is younger than this."""
    poll_every: timedelta = timedelta(seconds=30)
    show_subject: bool = True
    show_organizer: bool = False
    walk_up_subject: str = "Walk-up booking"
