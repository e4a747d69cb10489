"""Events as Graph sends them, for tests to bend."""

import copy
from typing import Any

Json = dict[str, Any]

_TIMED: Json = {
    "@odata.etag": 'W/"DwAAABYAAAB8"',
    "id": "AAMkAGIAAAoZDOFAAA=",
    "iCalUId": "040000008200E00074C5B7101A82E008",
    "subject": "Planning",
    "start": {"dateTime": "2026-11-23T09:00:00.0000000", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-23T10:00:00.0000000", "timeZone": "UTC"},
    "isAllDay": False,
    "isCancelled": False,
    "isOrganizer": False,
    "organizer": {"emailAddress": {"name": "Ada Lovelace", "address": "ada@contoso.example"}},
    "showAs": "busy",
    "sensitivity": "normal",
    "type": "singleInstance",
    "seriesMasterId": None,
    "responseStatus": {"response": "accepted", "time": "0001-01-01T00:00:00Z"},
    "changeKey": "DwAAABYAAAB8",
    "transactionId": None,
    "attendees": [
        {
            "type": "resource",
            "status": {"response": "accepted", "time": "0001-01-01T00:00:00Z"},
            "emailAddress": {"name": "Room 1", "address": "room1@contoso.example"},
        }
    ],
    "createdDateTime": "2026-11-20T08:00:00.1234567Z",
}


def event(**changes: Any) -> Json:
    """A meeting of an hour the room was invited to, with some members replaced."""
    return {**copy.deepcopy(_TIMED), **changes}


def moment(date_time: str, zone: str | None = "UTC") -> Json:
    return {"dateTime": date_time, "timeZone": zone}


def all_day(first: str, after: str, **changes: Any) -> Json:
    """Dates are yyyy-mm-dd, the second one exclusive."""
    return event(
        isAllDay=True,
        start=moment(f"{first}T00:00:00.0000000"),
        end=moment(f"{after}T00:00:00.0000000"),
        **changes,
    )
