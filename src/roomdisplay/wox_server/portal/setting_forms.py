"""Settings on pages: what is in force and where from, and how a value is typed."""

import secrets
from collections.abc import Callable, Mapping
from typing import cast

from msgspec import Struct
from sqlalchemy import Connection
from starlette.responses import Response

from roomdisplay.config import catalogue, kinds, pin
from roomdisplay.config.catalogue import Setting
from roomdisplay.config.kinds import WEEKDAYS
from roomdisplay.wox_server import settings
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.visit import Visit, templates
from roomdisplay.wox_server.rooms import Location, MeetingRoom
from roomdisplay.wox_server.settings import Effective, Level, Scope, SettingRefused

SECTIONS = {
    "booking": text("Booking"),
    "check_in": text("Check-in"),
    "hours": text("Open hours"),
    "notice": text("Notices"),
    "room": text("Service"),
    "admin": text("Administration"),
    "sync": text("Office 365"),
    "display": text("Display"),
    "brand": text("Brand"),
    "portal": text("Portal"),
}
templates.globals["sections"] = SECTIONS  # pyright: ignore[reportArgumentType]
LEVELS = {
    Level.DEFAULT: text("default"),
    Level.LOCATION: text("from the location"),
    Level.ROOM: text("from the room"),
    Level.PANEL: text("from the panel"),
}


class Row(Struct, frozen=True, kw_only=True):
    setting: Setting
    value: object
    """In force here."""
    told: str
    origin: str
    is_own: bool

    @property
    def field(self) -> str:
        """The sort of field it is typed into."""
        default = self.setting.default
        if self.setting.kind.is_secret:
            return "secret"
        if self.setting.kind is kinds.WEEK:
            return "week"
        if isinstance(default, bool):
            return "flag"
        if isinstance(default, int):
            return "number"
        if self.setting.kind is kinds.LOGO:
            return "picture"
        return "prose" if self.setting.kind is kinds.PROSE else "text"

    @property
    def typed(self) -> str:
        """The value as it stands in the field."""
        if isinstance(self.value, list):
            return ", ".join(str(part) for part in cast("list[object]", self.value))
        return "" if self.value is None else str(self.value)

    def opening(self, day: str) -> tuple[str, str]:
        week = cast("Mapping[str, list[str]]", self.value or {})
        opens, closes = week.get(day) or ("", "")
        return (opens, "00:00" if closes == "24:00" else closes)


def rows(
    connection: Connection, visit: Visit, scope: Scope, room: MeetingRoom | Location, panel_id: int | None = None
) -> list[Row]:
    """Every setting as it is in force at a place."""
    own = settings.own(connection, scope)
    if isinstance(room, Location):
        mine = {name: Effective(value=value, level=Level.LOCATION) for name, value in own.items()}
        values = {**settings.DEFAULTS, **mine}
    else:
        values = settings.effective(connection, room.id, panel_id)
    order = list(SECTIONS)
    listed = sorted(catalogue.SETTINGS, key=lambda setting: order.index(setting.section))
    return [
        Row(
            setting=setting,
            value=None if setting.kind.is_secret else values[setting.name].value,
            told=_kept(values[setting.name].value, visit)
            if setting.kind.is_secret
            else told(values[setting.name].value, visit),
            origin=visit.say(LEVELS[values[setting.name].level]),
            is_own=setting.name in own,
        )
        for setting in listed
    ]


def _kept(value: object, visit: Visit) -> str:
    """Of a secret: that there is one."""
    return told(None, visit) if value is None else visit.say(text("set"))


def told(value: object, visit: Visit) -> str:
    """A plain value in words."""
    match value:
        case None | "":
            return "–"
        case bool():
            return visit.say(text("yes")) if value else visit.say(text("no"))
        case list():
            return ", ".join(str(part) for part in cast("list[object]", value))
        case dict():
            week = cast("dict[str, list[str]]", value)
            if not week:
                return visit.say(text("closed"))
            names = visit.language.days
            hours = {day: "–".join(week[day]) for day in WEEKDAYS if day in week}
            return "; ".join(f"{names[WEEKDAYS.index(day)][:2]} {span}" for day, span in hours.items())
        case str() if value.startswith("data:"):
            return visit.say(text("a picture"))
        case _:
            return str(value)


def _typed(setting: Setting, visit: Visit) -> object:
    """The plain value somebody typed; what cannot be read stays a text, which is then refused with a sentence."""
    default = setting.default
    if setting.kind is kinds.WEEK:
        if visit.typed("always"):
            return None
        spans = {day: (visit.typed(f"{day}.opens"), visit.typed(f"{day}.closes")) for day in WEEKDAYS}
        return {
            day: [opens, "24:00" if closes == "00:00" else closes]
            for day, (opens, closes) in spans.items()
            if opens or closes
        }
    value = visit.typed("value", kinds.LONGEST_LOGO * 2 if setting.kind is kinds.LOGO else 600)
    if setting.name == catalogue.ADMIN_PIN:
        return pin.hashed(value, secrets.token_bytes(pin.SALT_LENGTH)) if pin.is_pin(value) else (value or None)
    if isinstance(default, bool):
        return {"true": True, "false": False}.get(value, value)
    if isinstance(default, int):
        return _number(value)
    if isinstance(default, list):
        return [_number(part.strip()) for part in value.split(",")]
    return None if default is None and not value else value


def _number(typed: str) -> object:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else typed


def change(visit: Visit, scope: Scope, back: str, page: Callable[[Visit, int, str | None], Response]) -> Response:
    """One setting, from its form: set here, or inherited again."""
    name = visit.typed("name")
    setting = catalogue.BY_NAME.get(name)
    try:
        if setting is None:
            raise SettingRefused(visit.say(text("There is no such setting.")))
        with visit.database.writing() as writing:
            if visit.typed("inherit"):
                settings.change(writing, scope, {}, [name])
            else:
                settings.change(writing, scope, {name: _typed(setting, visit)})
    except SettingRefused as refused:
        return page(visit, 422, str(refused))
    return visit.go(back + "#" + name)
