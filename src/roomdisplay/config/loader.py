"""Reads config.yaml with PyYAML's safe loader. An error names the file, line, key, what was found and is accepted."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

import yaml
from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.config import catalogue, kinds
from roomdisplay.config.catalogue import Inherited
from roomdisplay.config.kinds import Kind
from roomdisplay.config.settings import (
    MOST_NEARBY,
    CertificatePem,
    CertificatePfx,
    ClientSecret,
    Credential,
    Display,
    Hardware,
    Office365,
    ServiceAccount,
    Settings,
    Unpaired,
    Wox,
)
from roomdisplay.core import photo
from roomdisplay.core.appearance import Appearance
from roomdisplay.core.room import Room

T = TypeVar("T")


class _Unreadable(Struct, frozen=True):
    """A value of a type YAML knows and this file does not."""

    tag: str

    def __repr__(self) -> str:
        return f"a value of type {self.tag}"


class ConfigError(Exception):
    """The message is one sentence for whoever wrote the file."""

    def __init__(self, sentence: str, *, shown: str = "") -> None:
        """`shown` is what may stand on a screen: without what was found, which may be a secret in the wrong place."""
        super().__init__(sentence)
        self.shown = shown or sentence


def load(path: Path) -> Settings:
    """The settings in `path`. Raises ConfigError."""
    return parse(_text(path), str(path))


def load_panel(path: Path | None) -> Settings | Unpaired:
    """The same; a file that says nothing of a room, or none, is that of a panel to be paired. Raises ConfigError."""
    if path is None:
        return Unpaired()
    text, name = _text(path), str(path)
    root = _root(text, name)
    wox = root.section("wox") if "wox" in root else None
    if "room" in root or "office365" in root or (wox is not None and "token" in wox):
        return parse(text, name)
    sections = {section: root.section(section) for section in ("display", "room", *catalogue.SECTIONS)}
    inherited = _inherited(sections, ZoneInfo("UTC"))
    unpaired = Unpaired(
        server=None if wox is None else wox.optional("server", kinds.HTTPS),
        ca_file=None if wox is None else wox.optional("ca_file", kinds.PATH),
        policy=inherited.policy,
        display=_display(sections["display"], inherited.appearance),
        hardware=_hardware(root),
        state_directory=root.optional("state_directory", kinds.PATH),
    )
    for section in (*sections.values(), *([] if wox is None else [wox]), root):
        section.done()
    return unpaired


def paired(text: str, name: str, unpaired: Unpaired) -> Settings:
    """The settings of a panel that was paired: `text` holds the sections room, office365 and wox; the rest is as
    before. Raises ConfigError."""
    settings = parse(text, name)
    return replace(
        settings,
        policy=unpaired.policy,
        display=unpaired.display,
        hardware=unpaired.hardware,
        state_directory=unpaired.state_directory,
    )


def load_office365(path: Path) -> Office365:
    """The link to Office 365 in a file that holds nothing else than that section. Raises ConfigError."""
    root = _root(_text(path), str(path))
    section = root.section("office365")
    office365 = _office365(section)
    section.done()
    root.done()
    return office365


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigError(f"{path} cannot be read: {reason}. Name a config.yaml that this user may read.") from error


def parse(text: str, name: str) -> Settings:
    """The settings in `text`; `name` stands for the file in errors. Raises ConfigError."""
    root = _root(text, name)
    sections = {section: root.section(section) for section in ("display", "room", "office365", *catalogue.SECTIONS)}
    room = _described(sections["room"], _room(sections["room"], None))
    inherited = _inherited(sections, room.zone)
    settings = Settings(
        room=room,
        photo=sections["room"].optional("photo", _PHOTO),
        office365=_office365(sections["office365"]),
        policy=inherited.policy,
        display=_display(sections["display"], inherited.appearance),
        hardware=_hardware(root),
        wox=_wox(root),
        state_directory=root.optional("state_directory", kinds.PATH),
        nearby=_nearby(root, room),
    )
    for section in (*sections.values(), root):
        section.done()
    return settings


def _root(text: str, name: str) -> "_Section":
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        place = f"{name}:{mark.line + 1}" if mark else name
        raise ConfigError(f"{place}: this is not YAML ({problem}). Check the indentation and the quotes.") from error
    return _section(name, "", node, 1)


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

    def required(self, key: str, kind: Kind[T]) -> T:
        value = self.optional(key, kind)
        if value is None:
            raise self.error(key, self._line, "nothing", kind.accepted)
        return value

    def optional(self, key: str, kind: Kind[T]) -> T | None:
        self._known.append(key)
        if key not in self._nodes:
            return None
        node, line = self._nodes.pop(key)
        found = _plain(node)
        value = kind.read(found)
        if value is None:
            raise self.error(key, line, "something else" if kind.is_secret else _shown(found), kind.accepted)
        return value

    def either(self, key: str, kind: Kind[T], default: T) -> T:
        value = self.optional(key, kind)
        return default if value is None else value

    def done(self) -> None:
        """Unknown keys are errors."""
        for key, (_, line) in self._nodes.items():
            accepted = f"accepted here: {', '.join(self._known)}."
            raise ConfigError(
                f"{self._file}:{line}: unknown key {self._dotted(key)!r}; {accepted}",
                shown=f"{self._file}:{line}: an unknown key; {accepted}",
            )

    def error(self, key: str, line: int, found: str, accepted: str) -> ConfigError:
        place = f"{self._file}:{line}: {self._dotted(key)}"
        return ConfigError(f"{place}: found {found}; accepted: {accepted}.", shown=f"{place}: accepted: {accepted}.")

    def error_here(self, found: str, accepted: str) -> ConfigError:
        place = f"{self._file}:{self._line}: {self._path}"
        return ConfigError(f"{place}: found {found}; accepted: {accepted}.", shown=f"{place}: accepted: {accepted}.")

    def _dotted(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def _section(file: str, path: str, node: yaml.Node | None, line: int) -> _Section:
    nodes: dict[str, tuple[yaml.Node, int]] = {}
    if node is None or (isinstance(node, yaml.ScalarNode) and _plain(node) is None):
        return _Section(file, path, line, nodes)
    if not isinstance(node, yaml.MappingNode):
        place = f"{file}:{line}: {path or 'the file'}"
        raise ConfigError(
            f"{place}: found {_shown(_plain(node))}; accepted: keys and values.",
            shown=f"{place}: accepted: keys and values.",
        )
    for key_node, value_node in node.value:
        key, at = _plain(key_node), key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise ConfigError(
                f"{file}:{at}: found the key {_shown(key)}; accepted: names.", shown=f"{file}:{at}: accepted: names."
            )
        if key in nodes:
            raise ConfigError(
                f"{file}:{at}: {key!r} stands here twice; accepted: once.",
                shown=f"{file}:{at}: a key is here twice.",
            )
        nodes[key] = value_node, at
    return _Section(file, path, line, nodes)


def _room(section: _Section, zone: ZoneInfo | None) -> Room:
    """`zone` is what stands for an absent time_zone; None: it is needed."""
    return Room(
        address=section.required("address", kinds.MAILBOX),
        name=section.required("name", kinds.TEXT),
        zone=section.required("time_zone", kinds.ZONE)
        if zone is None
        else section.either("time_zone", kinds.ZONE, zone),
        detail=section.either("detail", kinds.TEXT, ""),
    )


def _described(section: _Section, room: Room) -> Room:
    """With what the panel's own room has."""
    return replace(
        room,
        capacity=section.optional("capacity", kinds.PEOPLE),
        equipment=section.either("equipment", kinds.WORDS, ()),
        place=section.either("place", kinds.TEXT, ""),
    )


def _photo(value: object) -> Path | None:
    if not isinstance(value, str) or not value.startswith("/"):
        return None
    try:
        with Path(value).open("rb") as file:
            found = photo.kind(file.read(photo.LARGEST + 1))
    except OSError:
        return None
    return None if isinstance(found, photo.Unfit) else Path(value)


_PHOTO: Kind[Path] = Kind(
    _photo,
    f"the path of a JPEG or PNG of up to {photo.LARGEST >> 20} MB and {photo.MOST_PIXELS // 1_000_000} million pixels, "
    "which this user may read",
)


def _nearby(root: _Section, here: Room) -> tuple[Room, ...]:
    rooms: list[Room] = []
    for section in root.sections("nearby", MOST_NEARBY):
        room = _room(section, here.zone)
        section.done()
        if room.address.casefold() in {known.address.casefold() for known in (here, *rooms)}:
            raise section.error_here(room.address, "each room once, and not the panel's own")
        rooms.append(room)
    return tuple(rooms)


def _office365(section: _Section) -> Office365:
    is_application = section.either("link", kinds.LINK, kinds.LINKS[0]) == kinds.LINKS[0]
    return Office365(
        tenant=section.required("tenant", kinds.TENANT),
        client_id=section.required("client_id", kinds.GUID),
        # with a service account the keys of a credential are unknown ones
        credential=_credential(section) if is_application else ServiceAccount(),
        cloud=section.either("cloud", kinds.CLOUD, "global"),
        authority=section.optional("authority", kinds.HTTPS),
        graph=section.optional("graph", kinds.HTTPS),
        ca_file=section.optional("ca_file", kinds.PATH),
        proxy=section.optional("proxy", kinds.PROXY),
    )


def _credential(section: _Section) -> Credential:
    secret = section.optional("client_secret", kinds.SECRET_NAME)
    pem = section.optional("certificate_pem", kinds.SECRET_NAME)
    pfx = section.optional("certificate_pfx", kinds.SECRET_NAME)
    passphrase = section.optional("certificate_passphrase", kinds.SECRET_NAME)
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


def _inherited(sections: Mapping[str, _Section], zone: ZoneInfo) -> Inherited:
    """The settings of the catalogue, each in the section its name says."""
    given: dict[str, object] = {}
    for setting in catalogue.SETTINGS:
        kind = _LOGO if setting.kind is kinds.LOGO else setting.kind
        value = sections[setting.section].optional(setting.key, kind)
        if value is not None:
            given[setting.name] = value
    return catalogue.inherited(given, zone)


def _logo(value: object) -> str | None:
    """A logo, or the path of one."""
    if not isinstance(value, str) or not value.startswith("/"):
        return kinds.LOGO.read(value)
    try:
        with Path(value).open("rb") as file:
            return kinds.png_address(file.read(kinds.LONGEST_LOGO + 1))
    except OSError:
        return None


_LOGO: Kind[str] = Kind(_logo, kinds.LOGO.accepted)


def _wox(root: _Section) -> Wox | None:
    if "wox" not in root:
        return None
    section = root.section("wox")
    settings = Wox(
        server=section.required("server", kinds.HTTPS),
        token=section.required("token", kinds.SECRET_NAME),
        ca_file=section.optional("ca_file", kinds.PATH),
    )
    section.done()
    return settings


def _hardware(root: _Section) -> Hardware:
    section, default = root.section("hardware"), Hardware()
    hardware = Hardware(
        backlight=section.either("backlight", kinds.DEVICE, default.backlight),
        status_light=section.either("status_light", kinds.DEVICE, default.status_light),
        presence=section.optional("presence", kinds.PATH),
    )
    section.done()
    return hardware


def _display(section: _Section, appearance: Appearance) -> Display:
    default = Display()
    return Display(
        appearance=appearance,
        fullscreen=section.either("fullscreen", kinds.FLAG, default.fullscreen),
        width=section.either("width", kinds.PIXELS, default.width),
        height=section.either("height", kinds.PIXELS, default.height),
    )


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
