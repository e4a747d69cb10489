"""Reads config.yaml with PyYAML's safe loader. An error names the file, line, key, what was found and is accepted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Generic, TypeVar, cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import yaml

from roomdisplay.config.settings import (
    MOST_NEARBY,
    CertificatePem,
    CertificatePfx,
    ClientSecret,
    Credential,
    Display,
    Office365,
    ServiceAccount,
    Settings,
)
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """A value of a type YAML knows and this file does not."""

    tag: str

    def __repr__(self) -> str:
        return f"a value of type {self.tag}"


LINKS = ("enterprise-application", "service-account")
CLOUDS = ("global", "us-government-high", "us-government-dod", "china")


class ConfigError(Exception):
    """The message is one sentence for whoever wrote the file."""


def load(path: Path) -> Settings:
    """The settings in `path`. Raises ConfigError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigError(f"{path} cannot be read: {reason}. Name a config.yaml that this user may read.") from error
    return parse(text, str(path))


def parse(text: str, name: str) -> Settings:
    """The settings in `text`; `name` stands for the file in errors. Raises ConfigError."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        place = f"{name}:{mark.line + 1}" if mark else name
        raise ConfigError(f"{place}: this is not YAML ({problem}). Check the indentation and the quotes.") from error
    root = _section(name, "", node, 1)
    display = root.section("display")
    room = _room(root.section("room"), None)
    settings = Settings(
        room=room,
        office365=_office365(root.section("office365")),
        policy=_policy(root.section("booking"), root.section("check_in"), display, root.section("sync")),
        display=_display(display),
        state_directory=root.optional("state_directory", _PATH),
        nearby=_nearby(root, room),
    )
    root.done()
    return settings


# ── what a value may be ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Kind(Generic[T]):
    """How a value is read; `read` gives None for what is not accepted."""

    read: Callable[[object], T | None]
    accepted: str
    is_secret_name: bool = False
    """What was found may be a pasted secret, so an error does not repeat it."""


def _pattern(pattern: str) -> Callable[[object], str | None]:
    return lambda v: v if isinstance(v, str) and re.fullmatch(pattern, v) else None


def _number(low: int, high: int) -> Callable[[object], int | None]:
    return lambda v: v if isinstance(v, int) and not isinstance(v, bool) and low <= v <= high else None


def _minutes(low: int, high: int) -> _Kind[timedelta]:
    read = _number(low, high)
    return _Kind(
        lambda v: None if (n := read(v)) is None else timedelta(minutes=n), f"whole minutes from {low} to {high}"
    )


def _lengths(value: object) -> tuple[timedelta, ...] | None:
    if not isinstance(value, list):
        return None
    read = _number(5, 1440)
    lengths = [n for v in cast("list[object]", value) if (n := read(v)) is not None]
    if (
        len(lengths) != len(cast("list[object]", value))
        or not 1 <= len(lengths) <= 6
        or len(set(lengths)) != len(lengths)
    ):
        return None
    return tuple(timedelta(minutes=n) for n in lengths)


def _zone(value: object) -> ZoneInfo | None:
    try:
        return ZoneInfo(value) if isinstance(value, str) else None
    except (ValueError, OSError, KeyError):
        return None


def _url(*, plain: frozenset[str] | None) -> Callable[[object], str | None]:
    """An address without credentials and trailing slash: https, or http to the hosts in `plain` (None: to any)."""

    def read(value: object) -> str | None:
        if not isinstance(value, str):
            return None
        try:
            parts = urlsplit(value)
            host, credentials = parts.hostname, parts.username is not None or parts.password is not None
        except ValueError:
            return None
        known = parts.scheme == "https" or (parts.scheme == "http" and (plain is None or host in plain))
        return value.rstrip("/") if known and host and not parts.query and not credentials else None

    return read


_TEXT: _Kind[str] = _Kind(lambda v: v if isinstance(v, str) and v.strip() and len(v) <= 200 else None, "a text")
_FLAG: _Kind[bool] = _Kind(lambda v: v if isinstance(v, bool) else None, "true or false")
_PATH: _Kind[Path] = _Kind(
    lambda v: Path(v) if isinstance(v, str) and v.startswith("/") else None, "a path that starts with /"
)
_ZONE: _Kind[ZoneInfo] = _Kind(_zone, "an IANA zone such as Europe/Berlin")
_MAILBOX: _Kind[str] = _Kind(
    _pattern(r"[^\s@/?#%]{1,64}@[A-Za-z0-9.-]{1,255}"), "the room mailbox's address, such as room@example.com"
)
_TENANT: _Kind[str] = _Kind(_pattern(r"[A-Za-z0-9.-]{3,255}"), "the tenant's id or one of its domains")
_GUID: _Kind[str] = _Kind(
    _pattern(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"), "the application's client id (a GUID)"
)
_SECRET_NAME: _Kind[str] = _Kind(
    _pattern(r"[a-z][a-z0-9-]{0,63}"),
    "the name under which the secret is kept (small letters, digits, dashes), never the secret itself",
    is_secret_name=True,
)
_LINK: _Kind[str] = _Kind(lambda v: v if v in LINKS else None, ", ".join(LINKS))
_CLOUD: _Kind[str] = _Kind(lambda v: v if v in CLOUDS else None, ", ".join(CLOUDS))
_HTTPS: _Kind[str] = _Kind(
    _url(plain=frozenset({"127.0.0.1", "localhost"})), "an https:// address (http:// on this machine only)"
)
_PROXY: _Kind[str] = _Kind(_url(plain=None), "an http:// or https:// address without user name and password")
_LOCALE: _Kind[str] = _Kind(_pattern(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*"), "a locale such as de_DE")
_PIXELS: _Kind[int] = _Kind(_number(320, 7680), "pixels from 320 to 7680")
_LENGTHS: _Kind[tuple[timedelta, ...]] = _Kind(_lengths, "a list of one to six different whole minutes from 5 to 1440")
_POLL: _Kind[timedelta] = _Kind(
    lambda v: None if (n := _number(30, 600)(v)) is None else timedelta(seconds=n), "whole seconds from 30 to 600"
)
_HOURS: _Kind[timedelta] = _Kind(
    lambda v: None if (n := _number(0, 24)(v)) is None else timedelta(hours=n), "whole hours from 0 to 24"
)


# ── the sections ──────────────────────────────────────────────────────────────────────────────────────────────────────


class _Section:
    """A mapping of the file; every key must be taken once."""

    def __init__(self, file: str, path: str, line: int, nodes: dict[str, tuple[yaml.Node, int]]) -> None:
        self._file, self._path, self._line, self._nodes = file, path, line, nodes
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def section(self, key: str) -> "_Section":
        """A mapping below; an absent one is empty."""
        self._known.append(key)
        node, line = self._nodes.pop(key, (None, self._line))
        return _section(self._file, self._dotted(key), node, line)

    def sections(self, key: str, most: int) -> list["_Section"]:
        """A list of mappings below; an absent one is empty."""
        self._known.append(key)
        node, line = self._nodes.pop(key, (None, self._line))
        if node is None:
            return []
        accepted = f"a list of at most {most}"
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(key, line, _shown(_plain(node)), accepted)
        if len(node.value) > most:
            raise self.error(key, line, str(len(node.value)), accepted)
        return [
            _section(self._file, f"{self._dotted(key)}[{n}]", item, item.start_mark.line + 1)
            for n, item in enumerate(node.value)
        ]

    def required(self, key: str, kind: _Kind[T]) -> T:
        value = self.optional(key, kind)
        if value is None:
            raise self.error(key, self._line, "nothing", kind.accepted)
        return value

    def optional(self, key: str, kind: _Kind[T]) -> T | None:
        self._known.append(key)
        if key not in self._nodes:
            return None
        node, line = self._nodes.pop(key)
        found = _plain(node)
        value = kind.read(found)
        if value is None:
            raise self.error(key, line, "something else" if kind.is_secret_name else _shown(found), kind.accepted)
        return value

    def either(self, key: str, kind: _Kind[T], default: T) -> T:
        value = self.optional(key, kind)
        return default if value is None else value

    def done(self) -> None:
        """Unknown keys are errors."""
        for key, (_, line) in self._nodes.items():
            raise ConfigError(
                f"{self._file}:{line}: unknown key {self._dotted(key)!r}; accepted here: {', '.join(self._known)}."
            )

    def error(self, key: str, line: int, found: str, accepted: str) -> ConfigError:
        return ConfigError(f"{self._file}:{line}: {self._dotted(key)}: found {found}; accepted: {accepted}.")

    def error_here(self, found: str, accepted: str) -> ConfigError:
        return ConfigError(f"{self._file}:{self._line}: {self._path}: found {found}; accepted: {accepted}.")

    def _dotted(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def _section(file: str, path: str, node: yaml.Node | None, line: int) -> _Section:
    nodes: dict[str, tuple[yaml.Node, int]] = {}
    if node is None or (isinstance(node, yaml.ScalarNode) and _plain(node) is None):
        return _Section(file, path, line, nodes)
    if not isinstance(node, yaml.MappingNode):
        raise ConfigError(
            f"{file}:{line}: {path or 'the file'}: found {_shown(_plain(node))}; accepted: keys and values."
        )
    for key_node, value_node in node.value:
        key, at = _plain(key_node), key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise ConfigError(f"{file}:{at}: found the key {_shown(key)}; accepted: names.")
        if key in nodes:
            raise ConfigError(f"{file}:{at}: {key!r} stands here twice; accepted: once.")
        nodes[key] = value_node, at
    return _Section(file, path, line, nodes)


def _room(section: _Section, zone: ZoneInfo | None) -> Room:
    """`zone` is what stands for an absent time_zone; None: it is needed."""
    room = Room(
        address=section.required("address", _MAILBOX),
        name=section.required("name", _TEXT),
        zone=section.required("time_zone", _ZONE) if zone is None else section.either("time_zone", _ZONE, zone),
        detail=section.either("detail", _TEXT, ""),
    )
    section.done()
    return room


def _nearby(root: _Section, here: Room) -> tuple[Room, ...]:
    rooms: list[Room] = []
    for section in root.sections("nearby", MOST_NEARBY):
        room = _room(section, here.zone)
        if room.address.casefold() in {known.address.casefold() for known in (here, *rooms)}:
            raise section.error_here(room.address, "each room once, and not the panel's own")
        rooms.append(room)
    return tuple(rooms)


def _office365(section: _Section) -> Office365:
    is_application = section.either("link", _LINK, LINKS[0]) == LINKS[0]
    settings = Office365(
        tenant=section.required("tenant", _TENANT),
        client_id=section.required("client_id", _GUID),
        # with a service account the keys of a credential are unknown ones
        credential=_credential(section) if is_application else ServiceAccount(),
        cloud=section.either("cloud", _CLOUD, "global"),
        authority=section.optional("authority", _HTTPS),
        graph=section.optional("graph", _HTTPS),
        ca_file=section.optional("ca_file", _PATH),
        proxy=section.optional("proxy", _PROXY),
    )
    section.done()
    return settings


def _credential(section: _Section) -> Credential:
    secret = section.optional("client_secret", _SECRET_NAME)
    pem = section.optional("certificate_pem", _SECRET_NAME)
    pfx = section.optional("certificate_pfx", _SECRET_NAME)
    passphrase = section.optional("certificate_passphrase", _SECRET_NAME)
    match secret, pem, pfx:
        case str(), None, None if passphrase is None:
            return ClientSecret(secret=secret)
        case None, str(), None:
            return CertificatePem(pem=pem, passphrase=passphrase)
        case None, None, str():
            return CertificatePfx(pfx=pfx, passphrase=passphrase)
        case _:
            names = {"client_secret": secret, "certificate_pem": pem, "certificate_pfx": pfx}
            given = [name for name, value in names.items() if value] + ["certificate_passphrase"] * bool(passphrase)
    accepted = "one of client_secret, certificate_pem, certificate_pfx; a certificate may have a certificate_passphrase"
    raise section.error_here(" and ".join(given) or "no credential", accepted)


def _policy(booking: _Section, check_in: _Section, display: _Section, sync: _Section) -> Policy:
    default = Policy()
    policy = Policy(
        durations=booking.either("durations", _LENGTHS, default.durations),
        extensions=booking.either("extensions", _LENGTHS, default.extensions),
        until_next=booking.either("until_next", _FLAG, default.until_next),
        shortest=booking.either("shortest", _minutes(1, 60), default.shortest),
        longest=booking.either("longest", _minutes(5, 1440), default.longest),
        soon=booking.either("soon", _minutes(1, 120), default.soon),
        ending=booking.either("ending", _minutes(1, 60), default.ending),
        walk_up_subject=booking.either("subject", _TEXT, default.walk_up_subject),
        check_in=check_in.either("enabled", _FLAG, default.check_in),
        check_in_opens=check_in.either("opens_minutes", _minutes(1, 60), default.check_in_opens),
        release_after=check_in.either("release_after_minutes", _minutes(1, 60), default.release_after),
        fresh_for=sync.either("fresh_for", _minutes(1, 60), default.fresh_for),
        hold_for=sync.either("hold_for_hours", _HOURS, default.hold_for),
        poll_every=sync.either("poll_every_seconds", _POLL, default.poll_every),
        show_subject=display.either("show_subject", _FLAG, default.show_subject),
        show_organizer=display.either("show_organizer", _FLAG, default.show_organizer),
    )
    booking.done()
    check_in.done()
    sync.done()
    return policy


def _display(section: _Section) -> Display:
    default = Display()
    display = Display(
        locale=section.optional("locale", _LOCALE),
        fullscreen=section.either("fullscreen", _FLAG, default.fullscreen),
        width=section.either("width", _PIXELS, default.width),
        height=section.either("height", _PIXELS, default.height),
    )
    section.done()
    return display


def _plain(node: yaml.Node) -> object:
    try:
        return cast("object", yaml.SafeLoader("").construct_object(node, deep=True))
    except (yaml.YAMLError, ValueError):
        return _Unreadable(node.tag)


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
