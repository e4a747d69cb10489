"""Scenarios: the rooms, people and meetings a tenant starts with, as YAML.

Every mistake in a file is reported with its line, its key, what was found and what is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path
from typing import Any, cast

import yaml
from msgspec import Struct

from roomdisplay.simulator import moments, recurrence
from roomdisplay.simulator.clock import TenantClock
from roomdisplay.simulator.entra import CLOUDS, PERMISSION_MODELS, Entra, EntraSettings
from roomdisplay.simulator.event import Person
from roomdisplay.simulator.exchange import Exchange, Place, RoomPolicy
from roomdisplay.simulator.outlook import MeetingOrder, place
from roomdisplay.simulator.tenant import Tenant
from roomdisplay.simulator.timezones import find_zone
from roomdisplay.simulator.wire import IMPORTANCE, SENSITIVITY, SHOW_AS

MAILBOX_STATES = ("ok", "missing", "unlicensed", "quota")


class ScenarioError(Exception):
    """The scenario cannot be used; the message is one sentence for its author."""


class RoomSpec(Struct, frozen=True, kw_only=True):
    """A room mailbox of a scenario."""

    address: str
    name: str
    zone_name: str
    place: Place
    policy: RoomPolicy


class MeetingSpec(Struct, frozen=True, kw_only=True):
    """A meeting of a scenario. Times are expressions, read in the first room's zone when the tenant starts."""

    where: str
    rooms: tuple[str, ...]
    subject: str
    start: str
    end: str | None
    duration: str | None
    organizer: Person
    attendees: tuple[Person, ...]
    created: str | None
    zone_name: str | None
    sensitivity: str
    show_as: str
    importance: str
    is_all_day: bool
    is_online: bool
    direct: bool
    cancelled: bool
    body: str
    categories: tuple[str, ...]
    recurrence: dict[str, Any] | None


class Scenario(Struct, frozen=True, kw_only=True):
    """A whole tenant at its start."""

    name: str
    description: str
    now: datetime | None
    zone_name: str
    domain: str
    entra: EntraSettings
    rooms: tuple[RoomSpec, ...]
    people: tuple[Person, ...]
    meetings: tuple[MeetingSpec, ...]


def available() -> list[str]:
    """The names of the scenarios that come with the simulator."""
    folder = resources.files("roomdisplay.simulator") / "scenarios"
    return sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))


def load(name: str | Path) -> Scenario:
    """The scenario of that name, or in that file. Raises ScenarioError."""
    if str(name) in available():
        source = resources.files("roomdisplay.simulator") / "scenarios" / f"{name}.yaml"
        return parse(source.read_text(encoding="utf-8"), f"{name}.yaml")
    path = Path(name)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or "it is no text"
        raise ScenarioError(
            f"The scenario '{name}' cannot be read ({reason}); name a file or one of: {', '.join(available())}."
        ) from None
    return parse(text, path.name)


def parse(text: str, file: str = "scenario") -> Scenario:
    """A scenario from YAML text; `file` names it in errors."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise ScenarioError(f"{file}, line {line}: this is no YAML: {problem.problem}.") from None
    if not isinstance(root, yaml.MappingNode):
        raise ScenarioError(f"{file}, line 1: a scenario is a mapping with the key 'rooms'.")
    return _Reader(file).scenario(root)


class _Reader:
    """Reads nodes rather than values, because nodes know their lines."""

    def __init__(self, file: str) -> None:
        self._file = file

    # Shapes

    def fail(self, node: yaml.Node, path: str, found: str, accepted: str) -> ScenarioError:
        line = node.start_mark.line + 1
        return ScenarioError(f"{self._file}, line {line}: {path} is {found}; accepted: {accepted}.")

    def mapping(self, node: yaml.Node, path: str, accepted: Sequence[str]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, path, self.show(node), f"a mapping with {', '.join(accepted)}")
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name not in accepted:
                raise self.fail(key, f"{path}.{name}".lstrip("."), "not known", ", ".join(accepted))
            if name in found:
                raise self.fail(key, f"{path}.{name}".lstrip("."), "given twice", "each key once")
            found[name] = value
        return found

    def items(self, node: yaml.Node | None, path: str) -> list[yaml.Node]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(node, path, self.show(node), "a list")
        return list(node.value)

    def show(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode):
            return f"'{node.value}'"
        return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"

    def plain(self, node: yaml.Node) -> Any:
        return cast("Any", yaml.SafeLoader("")).construct_object(node, deep=True)

    def text(self, node: yaml.Node | None, path: str, default: str = "") -> str:
        if node is None:
            return default
        if not isinstance(node, yaml.ScalarNode):
            raise self.fail(node, path, self.show(node), "text")
        return str(node.value)

    def flag(self, node: yaml.Node | None, path: str, default: bool = False) -> bool:
        if node is None:
            return default
        if not isinstance(node, yaml.ScalarNode) or node.value not in ("true", "false"):
            raise self.fail(node, path, self.show(node), "true or false")
        return node.value == "true"

    def whole(self, node: yaml.Node | None, path: str, default: int | None, least: int = -100) -> int | None:
        if node is None:
            return default
        text = self.text(node, path)
        if not re.fullmatch(r"-?\d{1,9}", text) or int(text) < least:
            raise self.fail(node, path, self.show(node), f"a whole number from {least}")
        return int(text)

    def choice(self, node: yaml.Node | None, path: str, accepted: Sequence[str], default: str) -> str:
        text = self.text(node, path, default)
        if text not in accepted and node is not None:
            raise self.fail(node, path, self.show(node), ", ".join(accepted))
        return text

    def zone(self, node: yaml.Node | None, path: str, default: str) -> str:
        name = self.text(node, path, default)
        if find_zone(name) is None and node is not None:
            raise self.fail(node, path, self.show(node), "a Windows or IANA time zone, such as Europe/Berlin")
        return name

    def address(self, node: yaml.Node | None, parent: yaml.Node, path: str) -> str:
        text = self.text(node, path)
        if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
            raise self.fail(node or parent, path, self.show(node) if node else "missing", "an SMTP address")
        return text

    def required(self, found: dict[str, yaml.Node], name: str, parent: yaml.Node, path: str) -> yaml.Node:
        if name not in found:
            raise self.fail(parent, f"{path}.{name}".lstrip("."), "missing", "a value for it")
        return found[name]

    # Contents

    def scenario(self, root: yaml.Node) -> Scenario:
        found = self.mapping(
            root, "", ("description", "now", "timeZone", "domain", "entra", "rooms", "people", "meetings")
        )
        zone_name = self.zone(found.get("timeZone"), "timeZone", "Europe/Berlin")
        rooms_node = self.required(found, "rooms", root, "")
        rooms = [self.room(node, f"rooms[{i}]", zone_name) for i, node in enumerate(self.items(rooms_node, "rooms"))]
        if not rooms:
            raise self.fail(rooms_node, "rooms", "empty", "at least one room")
        people = self.people(found.get("people"))
        meetings = [
            self.meeting(node, f"meetings[{i}]", rooms, people)
            for i, node in enumerate(self.items(found.get("meetings"), "meetings"))
        ]
        return Scenario(
            name=self._file.removesuffix(".yaml"),
            description=self.text(found.get("description"), "description"),
            now=self.now(found.get("now")),
            zone_name=zone_name,
            domain=self.text(found.get("domain"), "domain", "contoso.example"),
            entra=self.entra(found.get("entra")),
            rooms=tuple(rooms),
            people=tuple(people.values()),
            meetings=tuple(meetings),
        )

    def now(self, node: yaml.Node | None) -> datetime | None:
        if node is None:
            return None
        try:
            moment = datetime.fromisoformat(self.text(node, "now"))
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise self.fail(
                node, "now", self.show(node), "an ISO time with its offset, such as 2026-10-25T00:30:00+02:00"
            )
        return moment.astimezone(UTC)

    def entra(self, node: yaml.Node | None) -> EntraSettings:
        if node is None:
            return EntraSettings()
        found = self.mapping(node, "entra", ("permissions", "places", "cloud", "tokenLifetimeSeconds"))
        seconds = self.whole(found.get("tokenLifetimeSeconds"), "entra.tokenLifetimeSeconds", 3599, 1)
        return EntraSettings(
            permissions=self.choice(found.get("permissions"), "entra.permissions", PERMISSION_MODELS, "rbac"),
            places=self.flag(found.get("places"), "entra.places", True),
            cloud=self.choice(found.get("cloud"), "entra.cloud", tuple(CLOUDS), "public"),
            token_seconds=seconds or 3599,
        )

    def room(self, node: yaml.Node, path: str, zone_name: str) -> RoomSpec:
        found = self.mapping(
            node,
            path,
            ("address", "name", "timeZone", "capacity", "building", "floor", "floorLabel", "phone", "wheelchair",
             "tags",
             "audio", "video", "display", "policy"),
        )  # fmt: skip
        return RoomSpec(
            address=self.address(found.get("address"), node, f"{path}.address"),
            name=self.text(self.required(found, "name", node, path), f"{path}.name"),
            zone_name=self.zone(found.get("timeZone"), f"{path}.timeZone", zone_name),
            place=Place(
                capacity=self.whole(found.get("capacity"), f"{path}.capacity", None, 0),
                building=self.optional(found.get("building"), f"{path}.building"),
                floor=self.whole(found.get("floor"), f"{path}.floor", None),
                floor_label=self.optional(found.get("floorLabel"), f"{path}.floorLabel"),
                phone=self.optional(found.get("phone"), f"{path}.phone"),
                wheelchair=self.flag(found.get("wheelchair"), f"{path}.wheelchair"),
                tags=tuple(self.text(one, f"{path}.tags") for one in self.items(found.get("tags"), f"{path}.tags")),
                audio=self.optional(found.get("audio"), f"{path}.audio"),
                video=self.optional(found.get("video"), f"{path}.video"),
                display=self.optional(found.get("display"), f"{path}.display"),
            ),
            policy=self.policy(found.get("policy"), f"{path}.policy"),
        )

    def optional(self, node: yaml.Node | None, path: str) -> str | None:
        return None if node is None else self.text(node, path)

    def policy(self, node: yaml.Node | None, path: str) -> RoomPolicy:
        if node is None:
            return RoomPolicy()
        names = {camel(name): name for name in RoomPolicy.__struct_fields__}
        values: dict[str, Any] = {}
        for name, value in self.mapping(node, path, tuple(names)).items():
            inner = f"{path}.{name}"
            match names[name]:
                case "mailbox":
                    values["mailbox"] = self.choice(value, inner, MAILBOX_STATES, "ok")
                case "auto_release_minutes":
                    values["auto_release_minutes"] = self.whole(value, inner, 10, 1)
                case field:
                    values[field] = self.flag(value, inner)
        return RoomPolicy(**values)

    def people(self, node: yaml.Node | None) -> dict[str, Person]:
        people: dict[str, Person] = {}
        for index, one in enumerate(self.items(node, "people")):
            path = f"people[{index}]"
            found = self.mapping(one, path, ("name", "address"))
            name = self.text(self.required(found, "name", one, path), f"{path}.name")
            people[name] = Person(name=name, address=self.address(found.get("address"), one, f"{path}.address"))
        return people

    def meeting(self, node: yaml.Node, path: str, rooms: Sequence[RoomSpec], people: dict[str, Person]) -> MeetingSpec:
        found = self.mapping(
            node,
            path,
            ("room", "rooms", "subject", "start", "end", "duration", "organizer", "attendees", "created", "timeZone",
             "sensitivity", "showAs", "importance", "isAllDay", "online", "direct", "cancelled", "body", "categories",
             "recurrence"),
        )  # fmt: skip
        zone_name = self.zone(found.get("timeZone"), f"{path}.timeZone", "") or None
        for name in ("start", "end", "created"):
            if name in found:
                self.check(found[name], f"{path}.{name}", self.a_moment)
        if "duration" in found:
            self.check(found["duration"], f"{path}.duration", moments.span)
        if ("end" in found) == ("duration" in found):
            raise self.fail(node, path, "without an end, or with two", "either 'end' or 'duration'")
        listed = [found["room"]] if "room" in found else self.items(found.get("rooms"), f"{path}.rooms")
        if not listed:
            raise self.fail(node, f"{path}.room", "missing", ", ".join(room.name for room in rooms))
        organizer = self.who(found.get("organizer"), f"{path}.organizer", people)
        if organizer is None and not people:
            raise self.fail(node, f"{path}.organizer", "missing", "a person; the scenario has no people")
        return MeetingSpec(
            where=f"{self._file}, line {node.start_mark.line + 1}",
            rooms=tuple(self.which(one, f"{path}.room", rooms) for one in listed),
            subject=self.text(found.get("subject"), f"{path}.subject"),
            start=self.text(self.required(found, "start", node, path), f"{path}.start"),
            end=self.optional(found.get("end"), f"{path}.end"),
            duration=self.optional(found.get("duration"), f"{path}.duration"),
            organizer=organizer or next(iter(people.values())),
            attendees=tuple(
                person
                for one in self.items(found.get("attendees"), f"{path}.attendees")
                if (person := self.who(one, f"{path}.attendees", people)) is not None
            ),
            created=self.optional(found.get("created"), f"{path}.created"),
            zone_name=zone_name,
            sensitivity=self.choice(found.get("sensitivity"), f"{path}.sensitivity", SENSITIVITY, "normal"),
            show_as=self.choice(found.get("showAs"), f"{path}.showAs", SHOW_AS, "busy"),
            importance=self.choice(found.get("importance"), f"{path}.importance", IMPORTANCE, "normal"),
            is_all_day=self.flag(found.get("isAllDay"), f"{path}.isAllDay"),
            is_online=self.flag(found.get("online"), f"{path}.online"),
            direct=self.flag(found.get("direct"), f"{path}.direct"),
            cancelled=self.flag(found.get("cancelled"), f"{path}.cancelled"),
            body=self.text(found.get("body"), f"{path}.body"),
            categories=tuple(
                self.text(one, f"{path}.categories")
                for one in self.items(found.get("categories"), f"{path}.categories")
            ),
            recurrence=self.rule(found.get("recurrence"), f"{path}.recurrence"),
        )

    def a_moment(self, text: str) -> datetime:
        zone = find_zone("UTC")
        assert zone is not None
        return moments.moment(text, now=datetime(2026, 1, 1, tzinfo=UTC), zone=zone)

    def check(self, node: yaml.Node, path: str, read: Callable[[str], object]) -> None:
        try:
            read(self.text(node, path))
        except moments.InvalidMoment as problem:
            accepted = str(problem).partition("accepted: ")[2]
            raise self.fail(node, path, self.show(node), accepted) from None

    def rule(self, node: yaml.Node | None, path: str) -> dict[str, Any] | None:
        if node is None:
            return None
        value = self.plain(node)
        try:
            recurrence.parse(
                cast("dict[str, Any]", value) if isinstance(value, dict) else {}, default_start=date(2026, 1, 1)
            )
        except recurrence.InvalidRecurrence as problem:
            raise self.fail(node, path, "no recurrence", f"Graph's patternedRecurrence ({problem})") from None
        return cast("dict[str, Any]", value)

    def which(self, node: yaml.Node, path: str, rooms: Sequence[RoomSpec]) -> str:
        text = self.text(node, path)
        for room in rooms:
            if text.casefold() in (room.name.casefold(), room.address.casefold()):
                return room.address
        raise self.fail(node, path, self.show(node), ", ".join(room.name for room in rooms))

    def who(self, node: yaml.Node | None, path: str, people: dict[str, Person]) -> Person | None:
        if node is None:
            return None
        text = self.text(node, path)
        for person in people.values():
            if text.casefold() in (person.name.casefold(), person.address.casefold()):
                return person
        raise self.fail(node, path, self.show(node), ", ".join(people) or "nobody, for the scenario has no people")


def camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def build(scenario: Scenario, *, seed: int = 1) -> Tenant:
    """A tenant as the scenario describes it, starting now."""
    clock = TenantClock(scenario.now)
    exchange = Exchange(seed=seed, clock=clock, domain=scenario.domain)
    entra = Entra(seed=seed, domain=scenario.domain, clock=clock.real, settings=scenario.entra)
    for room in scenario.rooms:
        exchange.add_room(
            address=room.address, name=room.name, zone_name=room.zone_name, policy=room.policy, place=room.place
        )
    for person in scenario.people:
        exchange.add_person(person, scenario.zone_name)
        entra.users[person.address.casefold()] = person.name
    now = clock.now()
    for index, meeting in enumerate(scenario.meetings):
        _arrange(exchange, meeting, now, index, scenario.rooms)
    exchange.mail.clear()
    return Tenant(seed=seed, clock=clock, exchange=exchange, entra=entra)


def _arrange(exchange: Exchange, meeting: MeetingSpec, now: datetime, index: int, rooms: Sequence[RoomSpec]) -> None:
    room = next(one for one in rooms if one.address == meeting.rooms[0])
    zone_name = meeting.zone_name or room.zone_name
    zone = find_zone(zone_name)
    assert zone is not None
    start = moments.moment(meeting.start, now=now, zone=zone)
    end = (
        moments.moment(meeting.end, now=now, zone=zone)
        if meeting.end is not None
        else start + moments.span(meeting.duration or "1h")
    )
    created = moments.moment(meeting.created or f"now-{2 * 1440 - index}m", now=now, zone=zone)
    if end <= start:
        raise ScenarioError(f"{meeting.where}: the meeting '{meeting.subject}' ends before it begins.")
    order_form = MeetingOrder(
        subject=meeting.subject,
        start=start,
        end=end,
        zone_name=zone_name,
        organizer=meeting.organizer,
        attendees=meeting.attendees,
        rooms=meeting.rooms,
        created=created,
        is_all_day=meeting.is_all_day,
        sensitivity=meeting.sensitivity,
        show_as=meeting.show_as,
        importance=meeting.importance,
        body=meeting.body,
        categories=meeting.categories,
        online=meeting.is_online,
        recurrence=meeting.recurrence,
        direct=meeting.direct,
    )
    stored, _ = place(exchange, order_form)
    if meeting.cancelled:
        mailbox = exchange.mailbox(stored.organizer.address)
        assert mailbox is not None
        exchange.cancel(mailbox, stored.key)
