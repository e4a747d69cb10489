"""Settings inherited location → room → panel over the catalogue's defaults; each effective value knows whence."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct
from sqlalchemy import Column, Connection, delete, insert, or_, select, update

from roomdisplay.config import catalogue
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.schema import floor as floors
from roomdisplay.wox_server.schema import panel as panels
from roomdisplay.wox_server.schema import room as rooms
from roomdisplay.wox_server.schema import setting as table


class Level(StrEnum):
    """Where a value stands; the later ones win."""

    DEFAULT = "default"
    LOCATION = "location"
    ROOM = "room"
    PANEL = "panel"


class Scope(Struct, frozen=True, kw_only=True):
    """Where a value can be set."""

    level: Level
    id: int
    """Of the location, room or panel."""

    def __post_init__(self) -> None:
        if self.level is Level.DEFAULT:
            raise ValueError("defaults are the catalogue's")


class Effective(Struct, frozen=True, kw_only=True):
    value: object
    """Plain, as JSON gives it."""
    level: Level


class Heir(Struct, frozen=True, kw_only=True):
    """Who inherits: a room, or a panel of it."""

    location_id: int
    room_id: int
    panel_id: int | None = None


class SettingRefused(Exception):
    """The message is a sentence: what was found, and what is accepted."""


DEFAULTS: Mapping[str, Effective] = MappingProxyType(
    {setting.name: Effective(value=setting.default, level=Level.DEFAULT) for setting in catalogue.SETTINGS}
)
_COLUMNS: Mapping[Level, Column[int]] = MappingProxyType(
    {Level.LOCATION: table.c.location_id, Level.ROOM: table.c.room_id, Level.PANEL: table.c.panel_id}
)


def effective(connection: Connection, room_id: int, panel_id: int | None = None) -> dict[str, Effective]:
    """Every name of the catalogue, with the value in force for the room, or for that panel of it."""
    wanted = select(floors.c.location_id).join(rooms).where(rooms.c.id == room_id)
    location_id = connection.execute(wanted).scalar_one()
    return effective_of(connection, [Heir(location_id=location_id, room_id=room_id, panel_id=panel_id)])[0]


def effective_of(connection: Connection, heirs: Sequence[Heir]) -> list[dict[str, Effective]]:
    """The same for many at once, by one query."""
    locations = {heir.location_id for heir in heirs}
    panel_ids = {heir.panel_id for heir in heirs if heir.panel_id is not None}
    wanted = select(table).where(
        or_(
            table.c.location_id.in_(sorted(locations)),
            table.c.room_id.in_(sorted({heir.room_id for heir in heirs})),
            table.c.panel_id.in_(sorted(panel_ids)),
        )
    )
    own: dict[tuple[Level, int], dict[str, Effective]] = {}
    for row in connection.execute(wanted):
        if row.name not in DEFAULTS:
            continue  # of a version that knew more names
        for level, id in ((Level.LOCATION, row.location_id), (Level.ROOM, row.room_id), (Level.PANEL, row.panel_id)):
            if id is not None:
                own.setdefault((level, id), {})[row.name] = Effective(value=row.value, level=level)
    nothing: dict[str, Effective] = {}
    of_location = {id: {**DEFAULTS, **own.get((Level.LOCATION, id), nothing)} for id in locations}
    return [
        {
            **of_location[heir.location_id],
            **own.get((Level.ROOM, heir.room_id), nothing),
            **(nothing if heir.panel_id is None else own.get((Level.PANEL, heir.panel_id), nothing)),
        }
        for heir in heirs
    ]


def own(connection: Connection, scope: Scope) -> dict[str, object]:
    """What is set at that very place."""
    rows = connection.execute(select(table.c.name, table.c.value).where(_COLUMNS[scope.level] == scope.id))
    return {row.name: row.value for row in rows}


def change(writing: Writing, scope: Scope, changed: Mapping[str, object], cleared: Iterable[str] = ()) -> None:
    """Sets values at a place, and takes others away there, so that they are inherited again; its rooms are touched.

    A value that is set already touches nobody. Raises SettingRefused, and then nothing was changed.
    """
    for name, value in changed.items():
        _check(name, value)
    rooms_concerned = room_ids(writing.connection, scope)
    writing.touch_all(rooms_concerned)  # writers of one place wait for each other
    at = _COLUMNS[scope.level]
    before = own(writing.connection, scope)
    gone = [name for name in cleared if name in before and name not in changed]
    news = {name: value for name, value in changed.items() if name not in before or before[name] != value}
    if gone:
        writing.connection.execute(delete(table).where(at == scope.id, table.c.name.in_(gone)))
    for name, value in news.items():
        if name in before:
            writing.connection.execute(update(table).where(at == scope.id, table.c.name == name).values(value=value))
        else:
            writing.connection.execute(insert(table).values({at.name: scope.id, "name": name, "value": value}))
    if news or gone:
        writing.touch_settings(rooms_concerned)


def room_ids(connection: Connection, scope: Scope) -> list[int]:
    """The rooms that inherit from there."""
    match scope.level:
        case Level.ROOM:
            wanted = select(rooms.c.id).where(rooms.c.id == scope.id)
        case Level.PANEL:
            wanted = select(panels.c.room_id).where(panels.c.id == scope.id)
        case _:
            wanted = select(rooms.c.id).join(floors).where(floors.c.location_id == scope.id)
    return list(connection.execute(wanted).scalars())


def _check(name: str, value: object) -> None:
    setting = catalogue.BY_NAME.get(name)
    if setting is None:
        raise SettingRefused(f"There is no setting called {name!r}.")
    if not setting.accepts(value):
        found = "something else" if setting.kind.is_secret else f"{value!r:.60}"
        raise SettingRefused(f"{name}: found {found}; accepted: {setting.accepted}.")
