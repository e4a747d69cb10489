"""What the doctor is shown, and by whom. Remote probes raise only `Failed`."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from msgspec import Struct, field

from roomdisplay.core.room import Room
from roomdisplay.ports import AccessTokens, Calendar


class Step(StrEnum):
    """On the way to a server."""

    PROXY = "proxy"
    NAME = "name"
    CONNECTION = "connection"
    TRUST = "trust"
    ANSWER = "answer"


class Reached(Struct, frozen=True, kw_only=True):
    """How far somebody got on the way to a server."""

    host: str
    port: int
    proxy: str = ""
    """host:port of the proxy in between; "": none."""
    addresses: tuple[str, ...] = ()
    """Of the host, or of the proxy where there is one."""
    encrypted: bool = True
    signed_by: str = ""
    """Who signed the server's certificate; "" where that was not seen."""
    stopped_at: Step | None = None
    """None: the server answered."""
    reason: str = ""
    ahead: timedelta | None = None
    """By how much the server's clock is ahead of the panel's; None where it did not say."""


class ServerProbe(Protocol):
    async def reach(self, url: str) -> Reached:
        """Goes to the server behind `url`, step by step. Never raises."""
        ...


class RoomCalendar(Calendar, Protocol):
    async def time_zone(self) -> str | None:
        """The name of the mailbox's working hours' zone, a Windows or an IANA one; None where it is one of the
        mailbox's own making. Raises Failed."""
        ...


class LinkKind(StrEnum):
    ENTERPRISE_APPLICATION = "enterprise-application"
    SERVICE_ACCOUNT = "service-account"


class Office365(Struct, frozen=True, kw_only=True):
    """The link that is looked at."""

    room: Room
    nearby: tuple[Room, ...]
    kind: LinkKind
    client_id: str
    sign_in_url: str
    """An address at the sign-in server that answers without a token."""
    graph_url: str
    servers: ServerProbe
    tokens: AccessTokens
    calendars: Callable[[Room], RoomCalendar]
    certificate_ends: Callable[[], Awaitable[datetime | None]] | None
    """Raises Failed. None: the panel proves itself without a certificate."""
    zone_names: Callable[[str], tuple[str, ...]]
    """The IANA zones behind a Windows zone's name; none where it is none."""
    windows_zone: Callable[[str], str]
    """The Windows name of an IANA zone; "" where it has none."""
    releases: bool
    """The panel releases meetings nobody checks in to."""
    shows_subjects: bool


class Screen(Struct, frozen=True, kw_only=True):
    """A connected screen; its size in pixels, both 0 where it does not tell."""

    name: str
    width: int
    height: int


class Control(Struct, frozen=True, kw_only=True):
    """A backlight or a light of the machine."""

    name: str
    is_writable: bool


class Storage(Struct, frozen=True, kw_only=True):
    """The state directory's disk; sizes in bytes."""

    path: str
    free: int
    whole: int
    refusal: str = ""
    """Why nothing could be written there; "": something was, and is gone again."""


class Panel(Struct, frozen=True, kw_only=True):
    """The machine. None: this machine does not tell of such things at all."""

    screens: tuple[Screen, ...] | None
    touch: tuple[str, ...] | None
    """Names of the touch screens."""
    backlights: tuple[Control, ...]
    lights: tuple[Control, ...]
    storage: Storage
    scripts: Mapping[str, bool]
    """The scripts the panel's languages are written in, and whether a font of this machine has them."""
    languages: tuple[str, ...]
    secrets: Mapping[str, str] = field(default_factory=dict[str, str])
    """The secrets the configuration names, and why each cannot be had; "": it can."""
    open_files: tuple[str, ...] = ()
    """Sentences: files and folders with secrets, or that decide about them, which others can get at."""
