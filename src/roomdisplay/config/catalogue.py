"""The settings a room inherits: location → room → panel. In config.yaml and from WOX a name means and accepts the same.

`SETTINGS` lists them for pages that edit them; `understood` reads what WOX sends.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from roomdisplay.config import kinds
from roomdisplay.config.kinds import Kind
from roomdisplay.core.appearance import LANGUAGES, Appearance
from roomdisplay.core.hours import OpenHours, Week
from roomdisplay.core.policy import Policy


class Setting(Struct, frozen=True, kw_only=True):
    name: str
    """As in config.yaml: section.key."""
    default: object
    """A plain value, as YAML and JSON give it; None: nothing is set."""
    kind: Kind[Any]
    meaning: str
    """One line for whoever edits it."""
    field: str = ""
    """Of `Policy` or `Appearance`; empty: it goes elsewhere."""

    @property
    def section(self) -> str:
        return self.name.partition(".")[0]

    @property
    def key(self) -> str:
        return self.name.partition(".")[2]

    @property
    def accepted(self) -> str:
        """What a value may be, in words."""
        return self.kind.accepted

    def accepts(self, value: object) -> bool:
        """Is the plain `value` one that this setting can have?"""
        return (value is None and self.default is None) or self.kind.read(value) is not None


def _setting(name: str, field: str, default: object, kind: Kind[Any], meaning: str) -> Setting:
    return Setting(name=name, field=field, default=default, kind=kind, meaning=meaning)


HOURS, ADMIN_PIN = "hours.open", "admin.pin"

SETTINGS: tuple[Setting, ...] = (
    _setting(
        "booking.durations", "durations", [15, 30, 45, 60], kinds.LENGTHS,
        "Minutes offered for a walk-up; the second is preselected.",
    ),
    _setting("booking.extensions", "extensions", [15, 30, 60], kinds.LENGTHS, "Minutes offered to stay longer."),
    _setting(
        "booking.until_next", "until_next", True, kinds.FLAG,
        "Also offer the whole gap until the next meeting or closing time.",
    ),
    _setting("booking.shortest", "shortest", 5, kinds.minutes(1, 60), "Minutes a booking lasts at least."),
    _setting("booking.longest", "longest", 240, kinds.minutes(5, 1440), "Minutes a booking lasts at most."),
    _setting(
        "booking.soon", "soon", 15, kinds.minutes(1, 120),
        "Minutes before the next meeting from which a free room says so.",
    ),
    _setting(
        "booking.ending", "ending", 5, kinds.minutes(1, 60),
        "Minutes before its end from which a busy room says that it is free soon.",
    ),
    _setting("booking.subject", "walk_up_subject", "Walk-up booking", kinds.TEXT, "What a walk-up is called."),
    _setting(
        "booking.identity", "identity", "none", kinds.IDENTITY,
        "What whoever books at the door has to say: nothing, a name, or a PIN or badge that WOX knows.",
    ),
    _setting(
        "booking.identity_offline", "identity_offline", "refuse", kinds.UNCHECKED,
        "While nobody can say whose PIN or badge it is: refuse the booking, or allow it without a name.",
    ),
    _setting(
        "booking.lead_days", "lead_days", 14, kinds.DAYS,
        "Days from today on which a booking may start; 0: today only.",
    ),
    _setting(
        "booking.buffer_before", "buffer_before", 0, kinds.minutes(0, 240),
        "Minutes kept clear before a booking, to prepare the room.",
    ),
    _setting(
        "booking.buffer_after", "buffer_after", 0, kinds.minutes(0, 240),
        "Minutes kept clear after a booking, to tidy up.",
    ),
    _setting(
        "check_in.enabled", "check_in", False, kinds.FLAG,
        "Meetings have to be claimed at the door, or the room is released.",
    ),
    _setting(
        "check_in.opens_minutes", "check_in_opens", 10, kinds.minutes(1, 60),
        "Minutes before the start from which check-in is possible.",
    ),
    _setting(
        "check_in.release_after_minutes", "release_after", 10, kinds.minutes(1, 60),
        "Minutes after the start at which an unclaimed meeting is released.",
    ),
    _setting(
        "sync.fresh_for", "fresh_for", 5, kinds.minutes(1, 60),
        "Minutes after which an old schedule is called old.",
    ),
    _setting(
        "sync.hold_for_hours", "hold_for", 8, kinds.HOURS,
        "Hours without a connection during which walk-ups are still taken.",
    ),
    _setting("sync.poll_every_seconds", "poll_every", 30, kinds.POLL, "Seconds between two looks at Office 365."),
    _setting("display.show_subject", "show_subject", True, kinds.FLAG, "Show what meetings are about."),
    _setting("display.show_organizer", "show_organizer", False, kinds.FLAG, "Show who organizes meetings."),
    _setting(
        "display.on_hours", "on_hours", {day: ["06:00", "22:00"] for day in kinds.WEEKDAYS}, kinds.WEEK,
        "When the screen is lit, in the location's time zone; a day without times stays dimmed.",
    ),
    _setting(
        "display.off_outside_hours", "off_outside_hours", False, kinds.FLAG,
        "Outside its hours the screen is off rather than dimmed; a touch wakes it.",
    ),
    _setting(
        "display.brightness", "brightness", 100, kinds.percent(10, 100), "Brightness of the lit screen, per cent.",
    ),
    _setting(
        "display.dimmed_brightness", "dimmed_brightness", 10, kinds.percent(1, 100),
        "Brightness of the dimmed screen, per cent.",
    ),
    _setting(
        "display.wake_minutes", "wake_for", 2, kinds.minutes(1, 60),
        "Minutes for which a touch, or somebody coming near, lights the screen.",
    ),
    _setting(
        "display.locale", "locale", None, kinds.LOCALE, "Language and formats of the screen; unset: the machine's.",
    ),
    _setting(
        "display.languages", "languages", list(LANGUAGES), kinds.LANGUAGE_LIST,
        "What somebody at the glass may have the screen speak; empty: nothing else.",
    ),
    _setting("display.read_aloud", "read_aloud", False, kinds.FLAG, "Says the room's state aloud when asked to."),
    _setting("display.theme", "theme", "dark", kinds.THEME, "Colours of the screen."),
    _setting("display.large_text", "large_text", False, kinds.FLAG, "Larger letters, and less at once."),
    _setting("display.low_reach", "low_reach", False, kinds.FLAG, "All buttons in the lower third of the screen."),
    _setting("display.reduced_motion", "reduced_motion", False, kinds.FLAG, "Nothing slides or fades."),
    _setting("display.patient", "patient", False, kinds.FLAG, "What somebody has opened stays until they close it."),
    _setting("brand.logo", "logo", "", kinds.LOGO, "The house’s logo, beside the room’s name."),
    _setting("brand.primary", "primary", "", kinds.COLOUR, "Colour of the likeliest button."),
    _setting("brand.accent", "accent", "", kinds.COLOUR, "Colour of what is chosen."),
    _setting("brand.background", "background", "", kinds.COLOUR, "Colour of the day beside the room’s state."),
    _setting(HOURS, "", None, kinds.WEEK, "When the room is open, in the location's time zone; unset: always."),
    _setting("notice.reservation", "notice", "", kinds.PROSE, "Shown to whoever books, before it is confirmed."),
    _setting(
        "room.out_of_service", "out_of_service", "", kinds.PROSE,
        "Why the room takes no bookings, for people at the door; empty: it is in service.",
    ),
    _setting(
        ADMIN_PIN, "admin_pin", None, kinds.PIN_HASH,
        "The PIN of the administrator’s page on the panel, 6 to 12 digits; unset: there is no such page.",
    ),
    _setting("portal.room_url", "page", "", kinds.PAGE, "The room's page on the Portal, shown as a QR code."),
)  # fmt: skip
BY_NAME: Mapping[str, Setting] = MappingProxyType({setting.name: setting for setting in SETTINGS})
_OF_APPEARANCE = frozenset(Appearance.__struct_fields__)
SECTIONS = tuple(dict.fromkeys(setting.section for setting in SETTINGS if setting.section not in ("display", "room")))


class Inherited(Struct, frozen=True, kw_only=True):
    policy: Policy
    appearance: Appearance = field(default_factory=Appearance)
    refused: tuple[str, ...] = ()
    """Names whose value is not understood, and names nobody knows: left out, the default stays."""


def inherited(given: Mapping[str, object], zone: ZoneInfo) -> Inherited:
    """Settings that have been read (`Kind.read`) by name; `zone` is the location's, in which open hours are meant."""
    facts: dict[str, Any] = {BY_NAME[name].field: value for name, value in given.items() if BY_NAME[name].field}
    looks = {name: facts.pop(name) for name in _OF_APPEARANCE & facts.keys()}
    week = cast("Week | None", given.get(HOURS))
    hours = None if week is None else OpenHours(week=week, zone=zone)
    return Inherited(
        policy=replace(Policy(), hours=hours, **facts),
        appearance=replace(Appearance(), **looks),
    )


def understood(values: Mapping[str, object], zone: ZoneInfo) -> Inherited:
    """Plain values by name, as WOX sends them. What cannot be understood is left out and named."""
    given: dict[str, object] = {}
    refused: list[str] = []
    for name, value in values.items():
        setting = BY_NAME.get(name)
        if setting is None or not setting.accepts(value):
            refused.append(name)
        elif value is not None:
            given[name] = setting.kind.read(value)
    return replace(inherited(given, zone), refused=tuple(refused))
