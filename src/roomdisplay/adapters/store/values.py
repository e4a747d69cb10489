"""The core's frozen values as JSON and back, by the types of their fields.

A field that is missing has its default, one that is not known is ignored: an older or newer panel's file can be read.
What cannot be read raises ValueError, KeyError or TypeError.
"""

import json
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

_T = TypeVar("_T")


def text(value: object) -> str:
    return json.dumps(_json(value), ensure_ascii=False)


def value_of(kind: type[_T], body: str) -> _T:
    return _value(kind, json.loads(body))


def whole_value_of(kind: type[_T], body: str) -> _T:
    """As `value_of`, except that nothing may be ignored: for what is acted upon, and then forgotten."""
    value = value_of(kind, body)
    if unknown := names_unknown(json.loads(body), _json(value)):
        raise ValueError(f"not known: {', '.join(unknown)}")
    return value


def names_unknown(body: Any, known: Any) -> list[str]:
    """The names in a JSON value, at any depth, that are not in what it was understood as."""
    match body, known:
        case dict(), dict():
            mine, theirs = cast("dict[str, Any]", body), cast("dict[str, Any]", known)
            deeper = [n for name in mine.keys() & theirs.keys() for n in names_unknown(mine[name], theirs[name])]
            return sorted(mine.keys() - theirs.keys()) + deeper
        case list(), list():
            pairs = zip(cast("list[Any]", body), cast("list[Any]", known), strict=False)
            return [name for pair in pairs for name in names_unknown(*pair)]
        case _:
            return []


def _json(value: object) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case datetime():
            return value.astimezone(UTC).isoformat()
        case time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case ZoneInfo():
            return value.key
        case tuple():
            return [_json(item) for item in cast("tuple[object, ...]", value)]
        case Struct():
            return {name: _json(getattr(value, name)) for name in value.__struct_fields__}
        case _:
            raise TypeError(f"a {type(value).__name__} cannot be kept")


def _value(kind: Any, body: Any) -> Any:
    if isinstance(kind, UnionType):
        (kind,) = (option for option in get_args(kind) if option is not NoneType)
        return None if body is None else _value(kind, body)
    if get_origin(kind) is tuple:
        return tuple(_value(get_args(kind)[0], item) for item in body)
    if isinstance(kind, type) and issubclass(kind, Struct):
        given = {f.name: _value(f.type, body[f.name]) for f in _fields(kind) if f.required or f.name in body}
        return kind(**given)
    if kind is datetime:
        return datetime.fromisoformat(body).astimezone(UTC)
    if kind is timedelta:
        return timedelta(seconds=body)
    if kind is time:
        return time.fromisoformat(body)
    if kind is ZoneInfo or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return kind(body)
    if kind in (str, int, bool) and type(body) is kind:
        return body
    raise TypeError(f"{body!r} is no {kind}")


@cache
def _fields(kind: type[Struct]) -> tuple[FieldInfo, ...]:
    return fields(kind)
