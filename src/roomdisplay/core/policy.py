"""What a room allows and when the panel speaks up. Each default is a setting of config.yaml."""

from datetime import time, timedelta
from enum import StrEnum

from msgspec.structs import replace

from roomdisplay.core.discreet import Discreet
from roomdisplay.core.hours import OpenHours, Opening, Week


def _minutes(n: int) -> timedelta:
    return timedelta(minutes=n)


class Identity(StrEnum):
    """What whoever books at the door has to say."""

    NONE = "none"
    NAME = "name"
    PIN = "pin"
    BADGE = "badge"


class Unchecked(StrEnum):
    """What is done where nobody can say whose PIN or badge it is."""

    REFUSE = "refuse"
    ALLOW = "allow"
    """Booked without a name."""


class Policy(Discreet, frozen=True, kw_only=True):
    unsaid = ("admin_pin",)

    durations: tuple[timedelta, ...] = (_minutes(15), _minutes(30), _minutes(45), _minutes(60))
    """Lengths offered for a walk-up; the second is the one most people take and is filled on screen."""
    extensions: tuple[timedelta, ...] = (_minutes(15), _minutes(30), _minutes(60))
    until_next: bool = True
    """Also offer the whole gap, up to `longest`."""
    shortest: timedelta = _minutes(5)
    longest: timedelta = _minutes(240)
    hours: OpenHours | None = None
    """Nothing is booked outside them; None: always open."""
    lead_days: int = 14
    """A booking starts at most so many calendar days from today; 0: today."""
    buffer_before: timedelta = timedelta()
    """Kept clear before a booking, to prepare the room."""
    buffer_after: timedelta = timedelta()
    """Kept clear after it, to tidy up. Between two bookings the longer of both counts: they may share it."""
    out_of_service: str = ""
    """Why the room takes no bookings, for people at its door; empty: it does."""
    notice: str = ""
    """What somebody who books has to know; shown before the booking is confirmed."""
    page: str = ""
    """Where the room's page on the Portal is; the panel shows it as a QR code. Empty: nowhere."""
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
    identity: Identity = Identity.NONE
    identity_offline: Unchecked = Unchecked.REFUSE
    admin_pin: str = ""
    """The hash of the PIN of the administrator's page; empty: there is no such page."""
    on_hours: Week = (Opening(opens=time(6), closes=time(22)),) * 7
    """When the screen is lit, by the clock on the room's wall."""
    off_outside_hours: bool = False
    """Then it is off rather than dimmed."""
    brightness: int = 100
    """Of the lit screen: per cent of its light, as the eye sees it."""
    dimmed_brightness: int = 10
    wake_for: timedelta = _minutes(2)
    """How long a touch, or somebody coming near, lights the screen."""

    @property
    def distance(self) -> timedelta:
        """How far apart two bookings stay."""
        return max(self.buffer_before, self.buffer_after)

    @property
    def elsewhere(self) -> "Policy":
        """As far as it holds for another room of the location as well."""
        return replace(self, out_of_service="", notice="", page="")
