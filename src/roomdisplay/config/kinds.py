"""What a value in config.yaml, or of a setting on WOX, may be: plain values, as of YAML and JSON → typed ones."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import Generic, TypeVar, cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct

from roomdisplay.config.pin import LONGEST, SHORTEST, is_hashed
from roomdisplay.core.appearance import LANGUAGES, Theme
from roomdisplay.core.hours import Opening, Week
from roomdisplay.core.policy import Identity, Unchecked

T = TypeVar("T")

LINKS = ("enterprise-application", "service-account")
CLOUDS = ("global", "us-government-high", "us-government-dod", "china")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Kind(Struct, Generic[T], frozen=True):
    """How a value is read; `read` gives None for what is not accepted."""

    read: Callable[[object], T | None]
    accepted: str
    is_secret: bool = False
    """What was found may be a secret, so nothing repeats it."""


def _pattern(pattern: str) -> Callable[[object], str | None]:
    return lambda v: v if isinstance(v, str) and re.fullmatch(pattern, v) else None


def _number(low: int, high: int) -> Callable[[object], int | None]:
    return lambda v: v if isinstance(v, int) and not isinstance(v, bool) and low <= v <= high else None


def minutes(low: int, high: int) -> Kind[timedelta]:
    read = _number(low, high)
    return Kind(
        lambda v: None if (n := read(v)) is None else timedelta(minutes=n), f"whole minutes from {low} to {high}"
    )


def _clock(value: object) -> int | None:
    """Minutes since midnight, up to 24:00. An unquoted 18:00 is the number 1080 to YAML: minutes as well."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 <= value <= 1440 else None
    match = re.fullmatch(r"([01][0-9]|2[0-4]):([0-5][0-9])", value) if isinstance(value, str) else None
    if match is None:
        return None
    minute = int(match[1]) * 60 + int(match[2])
    return minute if minute <= 1440 else None


def _opening(value: object) -> Opening | None:
    if not isinstance(value, list) or len(cast("list[object]", value)) != 2:
        return None
    opens, closes = (_clock(part) for part in cast("list[object]", value))
    if opens is None or closes is None or opens >= closes:
        return None
    return Opening(opens=time(*divmod(opens, 60)), closes=time(*divmod(closes % 1440, 60)))


def _week(value: object) -> Week | None:
    if not isinstance(value, Mapping):
        return None
    days = cast("Mapping[object, object]", value)
    if not days.keys() <= frozenset(WEEKDAYS):
        return None
    week = {day: _opening(opening) for day, opening in days.items()}
    return None if None in week.values() else tuple(week.get(day) for day in WEEKDAYS)


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


def _languages(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    named = tuple(v for v in cast("list[object]", value) if isinstance(v, str) and v in LANGUAGES)
    return named if len(named) == len(cast("list[object]", value)) == len(set(named)) else None


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


TEXT: Kind[str] = Kind(lambda v: v if isinstance(v, str) and v.strip() and len(v) <= 200 else None, "a text")
FLAG: Kind[bool] = Kind(lambda v: v if isinstance(v, bool) else None, "true or false")
PATH: Kind[Path] = Kind(
    lambda v: Path(v) if isinstance(v, str) and v.startswith("/") else None, "a path that starts with /"
)
ZONE: Kind[ZoneInfo] = Kind(_zone, "an IANA zone such as Europe/Berlin")
MAILBOX: Kind[str] = Kind(
    _pattern(r"[^\s@/?#%]{1,64}@[A-Za-z0-9.-]{1,255}"), "the room mailbox's address, such as room@example.com"
)
TENANT: Kind[str] = Kind(_pattern(r"[A-Za-z0-9.-]{3,255}"), "the tenant's id or one of its domains")
GUID: Kind[str] = Kind(
    _pattern(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"), "the application's client id (a GUID)"
)
SECRET_NAME: Kind[str] = Kind(
    _pattern(r"[a-z][a-z0-9-]{0,63}"),
    "the name under which the secret is kept (small letters, digits, dashes), never the secret itself",
    is_secret=True,
)
LINK: Kind[str] = Kind(lambda v: v if v in LINKS else None, ", ".join(LINKS))
CLOUD: Kind[str] = Kind(lambda v: v if v in CLOUDS else None, ", ".join(CLOUDS))
HTTPS: Kind[str] = Kind(_url(plain=LOOPBACK), "an https:// address (http:// on this machine only)")
PROXY: Kind[str] = Kind(_url(plain=None), "an http:// or https:// address without user name and password")
LOCALE: Kind[str] = Kind(_pattern(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*"), "a locale such as de_DE")
THEME: Kind[Theme] = Kind(lambda v: Theme(v) if isinstance(v, str) and v in {*Theme} else None, ", ".join(Theme))
IDENTITY: Kind[Identity] = Kind(
    lambda v: Identity(v) if isinstance(v, str) and v in {*Identity} else None, ", ".join(Identity)
)
UNCHECKED: Kind[Unchecked] = Kind(
    lambda v: Unchecked(v) if isinstance(v, str) and v in {*Unchecked} else None, ", ".join(Unchecked)
)
LANGUAGE_LIST: Kind[tuple[str, ...]] = Kind(_languages, f"a list of different languages of {', '.join(LANGUAGES)}")
PIXELS: Kind[int] = Kind(_number(320, 7680), "pixels from 320 to 7680")
LENGTHS: Kind[tuple[timedelta, ...]] = Kind(_lengths, "a list of one to six different whole minutes from 5 to 1440")
POLL: Kind[timedelta] = Kind(
    lambda v: None if (n := _number(30, 600)(v)) is None else timedelta(seconds=n), "whole seconds from 30 to 600"
)
HOURS: Kind[timedelta] = Kind(
    lambda v: None if (n := _number(0, 24)(v)) is None else timedelta(hours=n), "whole hours from 0 to 24"
)
WEEK: Kind[Week] = Kind(
    _week, 'opening and closing time of each open day, such as {mon: ["08:00", "18:00"]}; a missing day is closed'
)


def percent(low: int, high: int) -> Kind[int]:
    return Kind(_number(low, high), f"whole per cent from {low} to {high}")


DEVICE: Kind[str] = Kind(
    _pattern(r"[A-Za-z0-9][A-Za-z0-9:_.-]{0,63}"), "auto, none, or the name that the kernel gives it, such as 10-0045"
)
DAYS: Kind[int] = Kind(_number(0, 730), "whole days from 0 to 730")
PROSE: Kind[str] = Kind(lambda v: v if isinstance(v, str) and len(v) <= 500 else None, "a text of up to 500 characters")


COLOUR: Kind[str] = Kind(_pattern(r"(#[0-9A-Fa-f]{6})?"), "a colour such as #0A6142, or nothing")
LONGEST_LOGO = 32 * 1024
"""Bytes of a logo."""
WIDEST_LOGO, HIGHEST_LOGO = 1200, 600
"""Its pixels: what is larger takes memory a panel has better use for."""
_PNG = "data:image/png;base64,"


def png_address(picture: bytes) -> str | None:
    """A PNG as a `data:` address; None: it is none, or too large."""
    if picture[:8] != b"\x89PNG\r\n\x1a\n" or picture[12:16] != b"IHDR" or not 24 < len(picture) <= LONGEST_LOGO:
        return None
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    fits = 0 < width <= WIDEST_LOGO and 0 < height <= HIGHEST_LOGO
    return _PNG + b64encode(picture).decode() if fits else None


def _logo(value: object) -> str | None:
    if value == "":
        return ""
    if not isinstance(value, str) or not value.startswith(_PNG) or len(value) > LONGEST_LOGO * 2:
        return None
    try:
        return png_address(b64decode(value.removeprefix(_PNG), validate=True))
    except ValueError:
        return None


LOGO: Kind[str] = Kind(
    _logo,
    f"a PNG of up to {LONGEST_LOGO // 1024} KB and {WIDEST_LOGO}×{HIGHEST_LOGO} pixels, as data:image/png;base64,…; in "
    "config.yaml also its path",
)


PEOPLE: Kind[int] = Kind(_number(1, 10_000), "a whole number from 1 to 10000")


def _words(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    words = cast("list[object]", value)
    texts = [word.strip() for word in words if isinstance(word, str) and 0 < len(word.strip()) <= 200]
    return tuple(texts) if len(texts) == len(words) <= MOST_WORDS else None


MOST_WORDS = 20
WORDS: Kind[tuple[str, ...]] = Kind(_words, f"a list of up to {MOST_WORDS} names")


def _page(value: object) -> str | None:
    return "" if value == "" else HTTPS.read(value)


PAGE: Kind[str] = Kind(_page, f"{HTTPS.accepted}, or nothing")
PIN_HASH: Kind[str] = Kind(
    lambda v: v if isinstance(v, str) and is_hashed(v) else None,
    f"{SHORTEST} to {LONGEST} digits (in config.yaml: what `roomdisplay hash-pin` makes of them)",
    is_secret=True,
)
