"""OData system query options and Prefer headers, as far as Outlook's part of Graph honours them.

Sources: "Use query parameters to customize Microsoft Graph query responses" and, for filters Exchange does not take,
its own ErrorInvalidUrlQueryFilter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, cast
from urllib.parse import parse_qsl, quote

from msgspec import Struct, field

from roomdisplay.simulator.errors import GraphError, JsonObject, bad_request, unknown_time_zone
from roomdisplay.simulator.timezones import find_zone

MAX_PAGE = 1000
KNOWN_OPTIONS = (
    "$top", "$skip", "$select", "$filter", "$orderby", "$expand", "$count", "$search", "$format",
    "$skiptoken", "$deltatoken",
)  # fmt: skip


class Expand(Struct, frozen=True, kw_only=True):
    """One `$expand` term: the navigation property and the id its inner filter asks for, if it has one."""

    name: str
    only_id: str | None


class Query(Struct, frozen=True, kw_only=True):
    """A request's query. Names are case-insensitive, and `$` may be left out or come encoded."""

    values: Mapping[str, str] = field(default_factory=dict[str, str])
    spelling: Mapping[str, str] = field(default_factory=dict[str, str])

    @staticmethod
    def parse(raw: str) -> Query:
        values: dict[str, str] = {}
        spelling: dict[str, str] = {}
        for name, value in parse_qsl(raw, keep_blank_values=True):
            key = name.casefold()
            if f"${key}" in KNOWN_OPTIONS:
                key = f"${key}"
            if key.startswith("$") and key not in KNOWN_OPTIONS:
                raise bad_request(f"The query option '{name}' is not recognized.")
            if key in values:
                raise bad_request(f"The query option '{name}' is given more than once.")
            values[key] = value
            spelling[key] = name
        return Query(values=values, spelling=spelling)

    def get(self, name: str) -> str | None:
        return self.values.get(name.casefold())

    def whole(self, name: str, default: int, *, least: int, most: int | None = None) -> int:
        text = self.get(name)
        if text is None:
            return default
        if not re.fullmatch(r"-?\d{1,9}", text) or int(text) < least:
            raise bad_request(f"Invalid value '{text}' for the {name} query option: a whole number from {least} on.")
        if most is not None and int(text) > most:
            raise bad_request(f"The limit of '{most}' for the {name} query option was exceeded by '{text}'.")
        return int(text)

    def flag(self, name: str) -> bool:
        text = self.get(name)
        if text is None:
            return False
        if text.casefold() not in ("true", "false"):
            raise bad_request(f"Invalid value '{text}' for the {name} query option: true or false.")
        return text.casefold() == "true"

    def refuse(self, *names: str) -> None:
        for name in names:
            if name in self.values:
                raise GraphError(
                    400, "ErrorInvalidUrlQuery", f"The query parameter '{name}' is not supported for this request."
                )

    def with_(self, **changes: str | None) -> str:
        """The query string with options replaced (`top="5"` means `$top`) or, for None, left out."""
        values = dict(self.values)
        for name, value in changes.items():
            values.pop(f"${name}", None)
            if value is not None:
                values[f"${name}"] = value
        return "&".join(
            f"{quote(self.spelling.get(name, name), safe='$')}={quote(value, safe='')}"
            for name, value in values.items()
        )


class Preferences(Struct, frozen=True, kw_only=True):
    """The Prefer header's wishes; `applied` are those to confirm in Preference-Applied, spelled as asked."""

    time_zone: str = "UTC"
    text_body: bool = False
    immutable_ids: bool = False
    page_size: int | None = None
    applied: tuple[str, ...] = ()

    @staticmethod
    def parse(headers: Iterable[str]) -> Preferences:
        found: dict[str, Any] = {}
        applied: list[str] = []
        for part in re.findall(r'(?:[^,;"]|"[^"]*")+', ",".join(headers)):
            name, _, value = part.strip().partition("=")
            name, value = name.strip().casefold(), value.strip().strip('"')
            match name:
                case "outlook.timezone":
                    if find_zone(value) is None:
                        raise unknown_time_zone(value)
                    found["time_zone"] = value
                    applied.append(f'outlook.timezone="{value}"')
                case "outlook.body-content-type" if value.casefold() in ("text", "html"):
                    found["text_body"] = value.casefold() == "text"
                    applied.append(f'outlook.body-content-type="{value}"')
                case "idtype" if value == "ImmutableId":
                    found["immutable_ids"] = True
                    applied.append('IdType="ImmutableId"')
                case "odata.maxpagesize" if value.isdigit() and int(value) > 0:
                    found["page_size"] = min(int(value), MAX_PAGE)
                    applied.append(f"odata.maxpagesize={value}")
                case _:
                    pass
        return Preferences(**found, applied=tuple(applied))


def select(query: Query, properties: Iterable[str]) -> frozenset[str] | None:
    """The selected properties in their canonical spelling, or None for all of them."""
    text = query.get("$select")
    if not text or text.strip() == "*":
        return None
    canonical = {name.casefold(): name for name in properties}
    chosen: set[str] = set()
    for term in text.split(","):
        name = term.strip().split("/")[0]
        if name.casefold() not in canonical:
            raise bad_request(
                f"Parsing OData Select and Expand failed: Could not find a property named '{name}' on type "
                "'microsoft.graph.event'."
            )
        chosen.add(canonical[name.casefold()])
    return frozenset(chosen)


def order(query: Query, properties: Iterable[str]) -> Callable[[list[JsonObject]], list[JsonObject]]:
    """A function that sorts rendered items as `$orderby` says, or leaves them as they are."""
    text = query.get("$orderby")
    if not text:
        return lambda items: items
    canonical = {name.casefold(): name for name in properties}
    terms: list[tuple[list[str], bool]] = []
    for term in text.split(","):
        matched = re.fullmatch(r"\s*([\w/]+)(?:\s+(asc|desc))?\s*", term, re.IGNORECASE)
        path = matched[1].split("/") if matched else [""]
        if not matched or path[0].casefold() not in canonical:
            raise bad_request(f"Could not find a property named '{path[0]}' on type 'microsoft.graph.event'.")
        path[0] = canonical[path[0].casefold()]
        terms.append((path, (matched[2] or "asc").casefold() == "desc"))

    def sort(items: list[JsonObject]) -> list[JsonObject]:
        for path, descending in reversed(terms):
            items = sorted(items, key=lambda item: _sortable(_value(item, path)), reverse=descending)
        return items

    return sort


def expansions(query: Query) -> tuple[Expand, ...]:
    """The `$expand` terms that hold extended properties or open extensions; anything else is refused."""
    text = query.get("$expand")
    if not text:
        return ()
    found: list[Expand] = []
    for term in re.findall(r"(?:[^,(]|\([^)]*\))+", text):
        matched = re.fullmatch(r"\s*(\w+)\s*(?:\(\s*\$filter\s*=\s*id\s+eq\s+'([^']*)'\s*\))?\s*", term, re.IGNORECASE)
        names = {
            name.casefold(): name for name in ("singleValueExtendedProperties", "extensions", "attachments", "calendar")
        }
        if not matched or matched[1].casefold() not in names:
            raise bad_request(f"Parsing OData Select and Expand failed: '{term.strip()}' cannot be expanded.")
        found.append(Expand(name=names[matched[1].casefold()], only_id=matched[2]))
    return tuple(found)


def same_extended_property(one: str, other: str) -> bool:
    """Whether two extended property ids name the same property: everything but the Name part ignores case."""

    def normal(text: str) -> str:
        head, separator, name = text.partition(" Name ")
        return head.casefold() + separator + name

    return normal(one) == normal(other)


def _value(item: JsonObject, path: list[str]) -> Any:
    value: Any = item
    for name in path:
        if not isinstance(value, Mapping):
            return None
        holder = cast("Mapping[str, Any]", value)
        value = next((inner for key, inner in holder.items() if key.casefold() == name.casefold()), None)
    return value


def _sortable(value: Any) -> tuple[int, Any]:
    if value is None:
        return (0, "")
    if isinstance(value, bool | int | float):
        return (1, value)
    return (2, str(value).casefold())


# $filter

Predicate = Callable[[JsonObject], bool]
_TOKEN = re.compile(
    r"\s*(?:(?P<string>'(?:[^']|'')*')|(?P<date>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)"
    r"|(?P<number>-?\d+(?:\.\d+)?)|(?P<word>[A-Za-z_@][\w.@/]*)|(?P<mark>[(),:]))"
)
_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "gt": lambda a, b: a is not None and b is not None and a > b,
    "ge": lambda a, b: a is not None and b is not None and a >= b,
    "lt": lambda a, b: a is not None and b is not None and a < b,
    "le": lambda a, b: a is not None and b is not None and a <= b,
}


def invalid_filter() -> GraphError:
    return GraphError(
        400, "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid or unsupported nodes."
    )


def mentions_extensions(query: Query) -> bool:
    """Whether the filter reaches for extended properties or extensions, which calendarView answers with a 500."""
    text = (query.get("$filter") or "").casefold()
    return "singlevalueextendedproperties" in text or "extensions/" in text or "extensions/any" in text


def where(query: Query, properties: Iterable[str]) -> Predicate:
    """A predicate on items rendered in full, in UTC. Raises what Exchange says to a filter it does not take."""
    text = query.get("$filter")
    if not text:
        return lambda item: True
    return _Filter(text, properties).parse()


class _Filter:
    """Recursive descent over or, and, not, comparisons, and `any` on extended properties and categories."""

    def __init__(self, text: str, properties: Iterable[str]) -> None:
        self._tokens: list[tuple[str, str]] = []
        self._known = {name.casefold() for name in properties}
        position = 0
        while position < len(text.rstrip()):
            matched = _TOKEN.match(text, position)
            if not matched or matched.lastgroup is None:
                raise invalid_filter()
            self._tokens.append((matched.lastgroup, matched[matched.lastgroup]))
            position = matched.end()
        self._at = 0

    def parse(self) -> Predicate:
        predicate = self._or()
        if self._at != len(self._tokens):
            raise invalid_filter()
        return predicate

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, *expected: str) -> tuple[str, str]:
        if self._at >= len(self._tokens) or (expected and self._peek() not in expected):
            raise invalid_filter()
        self._at += 1
        return self._tokens[self._at - 1]

    def _or(self) -> Predicate:
        terms = [self._and()]
        while self._peek().casefold() == "or":
            self._take()
            terms.append(self._and())
        return terms[0] if len(terms) == 1 else lambda item: any(term(item) for term in terms)

    def _and(self) -> Predicate:
        terms = [self._not()]
        while self._peek().casefold() == "and":
            self._take()
            terms.append(self._not())
        return terms[0] if len(terms) == 1 else lambda item: all(term(item) for term in terms)

    def _not(self) -> Predicate:
        if self._peek().casefold() == "not":
            self._take()
            inner = self._not()
            return lambda item: not inner(item)
        if self._peek() == "(":
            self._take()
            inner = self._or()
            self._take(")")
            return inner
        return self._term()

    def _term(self) -> Predicate:
        kind, path = self._take()
        if kind != "word" or self._at >= len(self._tokens):
            raise invalid_filter()
        if self._peek() == "(":
            return self._any(path)
        return self._comparison(path)

    def _comparison(self, path: str) -> Predicate:
        names = path.split("/")
        if names[0].casefold() not in self._known:
            raise bad_request(f"Could not find a property named '{names[0]}' on type 'microsoft.graph.event'.")
        operator = _OPERATORS.get(self._take()[1].casefold())
        if operator is None:
            raise invalid_filter()
        literal = self._literal()
        instant = names[-1].casefold() in ("datetime", "createddatetime", "lastmodifieddatetime", "originalstart")
        if instant and isinstance(literal, str):
            literal = _instant(literal)

        def test(item: JsonObject) -> bool:
            value = _value(item, names)
            if instant and isinstance(value, str):
                value = _instant(value)
            elif isinstance(value, str):
                value = value.casefold()
            elif isinstance(value, list | dict):
                raise invalid_filter()
            wanted = literal.casefold() if isinstance(literal, str) else literal
            if value is not None and wanted is not None and type(value) is not type(wanted):
                raise invalid_filter()
            return operator(value, wanted)

        return test

    def _any(self, path: str) -> Predicate:
        name, _, function = path.rpartition("/")
        collection = name.casefold()
        if function.casefold() != "any" or collection not in ("singlevalueextendedproperties", "categories"):
            raise invalid_filter()
        self._take("(")
        variable = self._take()[1]
        self._take(":")
        wanted: dict[str, str] = {}
        while True:
            kind, member = self._take()
            if kind != "word" or member.partition("/")[0] != variable:
                raise invalid_filter()
            self._take("eq")
            wanted[member.partition("/")[2].casefold()] = str(self._literal())
            if self._take("and", ")")[1] == ")":
                break
        if function != "any":
            return lambda item: False
        if collection == "categories":
            return lambda item: wanted.get("", "").casefold() in [one.casefold() for one in item.get("categories", ())]

        def test(item: JsonObject) -> bool:
            return any(
                same_extended_property(wanted.get("id", ""), one["id"])
                and ("value" not in wanted or wanted["value"].casefold() == (one["value"] or "").casefold())
                for one in item.get("singleValueExtendedProperties", ())
            )

        return test

    def _literal(self) -> str | bool | int | float | None:
        kind, text = self._take()
        match kind, text.casefold():
            case "string", _:
                return text[1:-1].replace("''", "'")
            case "date", _:
                return text
            case "number", _:
                return float(text) if "." in text else int(text)
            case "word", ("true" | "false"):
                return text.casefold() == "true"
            case "word", "null":
                return None
            case _:
                raise invalid_filter()


def _instant(text: str) -> datetime:
    moment = read_instant(text)
    if moment is None:
        raise invalid_filter()
    return moment


def read_instant(text: str) -> datetime | None:
    """An ISO 8601 time as an instant; without an offset it is UTC. None when it is no time."""
    matched = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,12}))?(Z|[+-]\d\d:\d\d)?)?",
        text.strip(),
        re.IGNORECASE,
    )
    if not matched:
        return None
    fraction = (matched[3] or "")[:6].ljust(6, "0")
    clock = matched[2] or "00:00"
    clock = clock if len(clock) == 8 else f"{clock}:00"
    offset = "+00:00" if not matched[4] or matched[4] in "Zz" else matched[4]
    try:
        return datetime.fromisoformat(f"{matched[1]}T{clock}.{fraction}{offset}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
