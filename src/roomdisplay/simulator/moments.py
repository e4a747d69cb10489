"""Time expressions of scenarios and the control API: `09:30`, `tomorrow 09:30`, `now+90m /15m`, ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from roomdisplay.simulator.timezones import to_utc

FORMS = (
    "'09:30', 'tomorrow 09:30', 'day+3 09:30', 'now+90m', 'now-45m /15m', '2026-11-22T09:30:00+01:00' or '2026-11-22'"
)
_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1}


class InvalidMoment(ValueError):
    """Not a time expression; the message names the accepted forms."""


def span(text: str) -> timedelta:
    """A length of time: `45m`, `1h30m`, `2d`."""
    matched = re.fullmatch(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?", text.strip())
    if not matched or not text.strip():
        raise InvalidMoment(f"'{text}' is no length of time; accepted: '45m', '1h30m', '2d'")
    days, hours, minutes = (int(part or 0) for part in matched.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def moment(text: str, *, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, a time expression means for somebody in `zone` at `now`."""
    text = text.strip()
    grid = re.search(r"\s*/\s*(\d+)m$", text)
    if grid:
        found = moment(text[: grid.start()], now=now, zone=zone)
        return _floor(found, int(grid[1]), zone)
    if (relative := re.fullmatch(r"now(?:\s*([+-])\s*(\w+))?", text)) is not None:
        shift = span(relative[2]) if relative[2] else timedelta()
        return (now - shift if relative[1] == "-" else now + shift).astimezone(UTC)
    if (daily := re.fullmatch(r"(?:(today|tomorrow|yesterday|day[+-]\d+)\s*)?(\d\d?):(\d\d)", text)) is not None:
        hour, minute = int(daily[2]), int(daily[3])
        if hour <= 24 and minute < 60 and hour * 60 + minute <= 1440:
            day = _day(daily[1] or "today", now, zone)
            return to_utc(datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute), zone)
    if text in _DAYS or re.fullmatch(r"day[+-]\d+", text):
        return to_utc(datetime.combine(_day(text, now, zone), time()), zone)
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else to_utc(found, zone)
    except (ValueError, OverflowError):
        raise InvalidMoment(f"'{text}' is no time; accepted: {FORMS}") from None


def _day(word: str, now: datetime, zone: ZoneInfo) -> date:
    shift = _DAYS[word] if word in _DAYS else int(word.removeprefix("day"))
    return now.astimezone(zone).date() + timedelta(days=shift)


def _floor(instant: datetime, minutes: int, zone: ZoneInfo) -> datetime:
    wall = instant.astimezone(zone)
    beyond = timedelta(
        minutes=(wall.hour * 60 + wall.minute) % minutes, seconds=wall.second, microseconds=wall.microsecond
    )
    return instant - beyond
