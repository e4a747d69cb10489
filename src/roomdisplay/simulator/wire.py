"""Events as JSON: what a request may say, and what an answer says.

Requests are held to the event type of the v1.0 metadata, writable properties only. Values keep the irregularities of
the live service: seven fractional digits, floating all-day dates, HTML bodies unless text is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.simulator import ids, recurrence
from roomdisplay.simulator.errors import (
    GraphError,
    JsonObject,
    bad_request,
    invalid_body,
    invalid_property,
    invalid_request,
    unknown_time_zone,
)
from roomdisplay.simulator.event import NEVER, Attendee, Body, Event, Person, instants
from roomdisplay.simulator.mailbox import Mailbox
from roomdisplay.simulator.odata import Expand, Preferences, read_instant, same_extended_property
from roomdisplay.simulator.timezones import find_zone, to_wall, windows_name

ATTENDEE_TYPES = ("required", "optional", "resource")
BODY_TYPES = ("text", "html")
IMPORTANCE = ("low", "normal", "high")
SENSITIVITY = ("normal", "personal", "private", "confidential")
SHOW_AS = ("unknown", "free", "tentative", "busy", "oof", "workingElsewhere")
MEETING_PROVIDERS = ("unknown", "skypeForBusiness", "skypeForConsumer", "teamsForBusiness")
LOCATION_TYPES = (
    "default", "conferenceRoom", "homeAddress", "businessAddress", "geoCoordinates", "streetAddress", "hotel",
    "restaurant", "localBusiness", "postalAddress",
)  # fmt: skip
EVENT_PROPERTIES = (
    "id", "createdDateTime", "lastModifiedDateTime", "changeKey", "categories", "transactionId",
    "originalStartTimeZone", "originalEndTimeZone", "iCalUId", "reminderMinutesBeforeStart", "isReminderOn",
    "hasAttachments", "subject", "bodyPreview", "importance", "sensitivity", "isAllDay", "isCancelled", "isOrganizer",
    "responseRequested", "seriesMasterId", "showAs", "type", "webLink", "onlineMeetingUrl", "isOnlineMeeting",
    "onlineMeetingProvider", "allowNewTimeProposals", "isDraft", "hideAttendees", "responseStatus", "body", "start",
    "end", "location", "locations", "recurrence", "attendees", "organizer", "onlineMeeting", "originalStart",
    "cancelledOccurrences", "exceptionOccurrences", "singleValueExtendedProperties", "extensions", "attachments",
    "calendar", "instances", "multiValueExtendedProperties",
)  # fmt: skip
_READ_ONLY = frozenset(EVENT_PROPERTIES) - {
    "categories", "transactionId", "reminderMinutesBeforeStart", "isReminderOn", "subject", "importance",
    "sensitivity", "isAllDay", "responseRequested", "showAs", "isOnlineMeeting", "onlineMeetingProvider",
    "allowNewTimeProposals", "hideAttendees", "body", "start", "end", "location", "locations", "recurrence",
    "attendees", "singleValueExtendedProperties", "extensions", "multiValueExtendedProperties",
}  # fmt: skip


class ZonedTime(Struct, frozen=True, kw_only=True):
    """A dateTimeTimeZone: the instant in UTC and the zone as named."""

    instant: datetime
    zone_name: str

    @property
    def wall(self) -> datetime:
        zone = find_zone(self.zone_name)
        assert zone is not None
        return to_wall(self.instant, zone)


# Requests


def read_json(raw: bytes, content_type: str) -> JsonObject:
    """A request body as an object; 400 BadRequest for anything else."""
    try:
        value: object = json.loads(raw)
    except (ValueError, UnicodeDecodeError):
        value = None
    if "json" not in content_type.casefold() or not isinstance(value, dict):
        raise bad_request(
            "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid "
            "JSON format."
        )
    return cast("JsonObject", value)


Reader = Callable[[Any, str], Any]


def read_object(value: object, path: str, readers: Mapping[str, Reader], *, type_name: str) -> JsonObject:
    """The known properties of an object, each read by its reader. Annotations are passed over, the unknown refused."""
    if not isinstance(value, Mapping):
        raise invalid_body(f"The value of '{path}' is not of the type '{type_name}'.")
    found: JsonObject = {}
    for name, inner in cast("Mapping[str, Any]", value).items():
        if "@odata." in name or "@microsoft.graph." in name:
            continue
        reader = readers.get(name)
        if reader is None:
            raise invalid_body(
                f"The property '{name}' does not exist on type '{type_name}'. Make sure to only use property names "
                "that are defined by the type."
            )
        found[name] = reader(inner, f"{path}.{name}" if path else name)
    return found


def _text(value: Any, path: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise invalid_body(f"Cannot convert the value of '{path}' to the expected type 'Edm.String'.")


def _flag(value: Any, path: str) -> bool | None:
    """A boolean; as text too, for the O365 library sends "false" and live tenants take it."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str) and value.casefold() in ("true", "false"):
        return value.casefold() == "true"
    raise invalid_body(f"Cannot convert the value of '{path}' to the expected type 'Edm.Boolean'.")


def _whole(value: Any, path: str) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and -(2**31) <= value < 2**31):
        return value
    raise invalid_body(f"Cannot convert the value of '{path}' to the expected type 'Edm.Int32'.")


def _one_of(accepted: Sequence[str]) -> Reader:
    canonical = {name.casefold(): name for name in accepted}

    def read(value: Any, path: str) -> str | None:
        if value is None:
            return None
        if isinstance(value, str) and value.casefold() in canonical:
            return canonical[value.casefold()]
        raise invalid_body(f"Requested value '{value}' of '{path}' was not found.")

    return read


def _list_of(reader: Reader) -> Reader:
    def read(value: Any, path: str) -> list[Any]:
        if not isinstance(value, list):
            raise invalid_body(f"The value of '{path}' is not a collection.")
        return [reader(inner, f"{path}[{index}]") for index, inner in enumerate(cast("list[Any]", value))]

    return read


def _object(type_name: str, readers: Mapping[str, Reader], *, nullable: bool = True) -> Reader:
    def read(value: Any, path: str) -> JsonObject | None:
        if value is None and nullable:
            return None
        return read_object(value, path, readers, type_name=type_name)

    return read


def _anything(value: Any, path: str) -> Any:
    return value


def read_time(value: Any, path: str) -> ZonedTime | None:
    """A dateTimeTimeZone; None stays None. An offset in dateTime wins over the zone's own."""
    if value is None:
        return None
    found = read_object(
        value, path, {"dateTime": _text, "timeZone": _text}, type_name="microsoft.graph.dateTimeTimeZone"
    )
    if found.get("dateTime") is None or "timeZone" not in found:
        raise invalid_property(f"'{path}' needs both dateTime and timeZone.")
    text, zone_name = str(found["dateTime"]), found["timeZone"] or "UTC"
    zone = find_zone(zone_name)
    if zone is None:
        raise unknown_time_zone(zone_name)
    instant = read_instant(text)
    if instant is None or "T" not in text:
        raise invalid_body(f"Cannot convert the literal '{text}' of '{path}' to a date and time.")
    if text[-1] not in "Zz" and text[-6:-5] not in ("+", "-"):
        instant = instant.replace(tzinfo=zone).astimezone(UTC)
    return ZonedTime(instant=instant, zone_name=zone_name)


def _slot(value: Any, path: str) -> tuple[ZonedTime, ZonedTime] | None:
    if value is None:
        return None
    found = read_object(value, path, {"start": read_time, "end": read_time}, type_name="microsoft.graph.timeSlot")
    if found.get("start") is None or found.get("end") is None:
        raise invalid_property(f"'{path}' needs both start and end.")
    return found["start"], found["end"]


def _property(value: Any, path: str) -> tuple[str, str | None]:
    found = read_object(
        value, path, {"id": _text, "value": _text}, type_name="microsoft.graph.singleValueLegacyExtendedProperty"
    )
    if not found.get("id"):
        raise invalid_property(f"'{path}' needs an id.")
    return found["id"], found.get("value")


_ADDRESS: dict[str, Reader] = {"address": _text, "name": _text}
_PHYSICAL: dict[str, Reader] = dict.fromkeys(("city", "countryOrRegion", "postalCode", "state", "street"), _text)
_COORDINATES: dict[str, Reader] = dict.fromkeys(
    ("accuracy", "altitude", "altitudeAccuracy", "latitude", "longitude"), _anything
)
_LOCATION: dict[str, Reader] = {
    "address": _object("microsoft.graph.physicalAddress", _PHYSICAL),
    "coordinates": _object("microsoft.graph.outlookGeoCoordinates", _COORDINATES),
    "displayName": _text,
    "locationEmailAddress": _text,
    "locationType": _one_of(LOCATION_TYPES),
    "locationUri": _text,
    "uniqueId": _text,
    "uniqueIdType": _one_of(("unknown", "locationStore", "directory", "private", "bing")),
}
_RESPONSES = ("none", "organizer", "tentativelyAccepted", "accepted", "declined", "notResponded")
_ATTENDEE: dict[str, Reader] = {
    "emailAddress": _object("microsoft.graph.emailAddress", _ADDRESS),
    "type": _one_of(ATTENDEE_TYPES),
    "proposedNewTime": _slot,
    "status": _object("microsoft.graph.responseStatus", {"response": _one_of(_RESPONSES), "time": _text}),
}
_PATTERN: dict[str, Reader] = {
    "type": _one_of(recurrence.PATTERNS),
    "interval": _whole,
    "month": _whole,
    "dayOfMonth": _whole,
    "daysOfWeek": _list_of(_one_of(recurrence.DAYS)),
    "firstDayOfWeek": _one_of(recurrence.DAYS),
    "index": _one_of(tuple(recurrence.INDEXES)),
}
_RANGE: dict[str, Reader] = {
    "type": _one_of(recurrence.RANGES),
    "startDate": _text,
    "endDate": _text,
    "recurrenceTimeZone": _text,
    "numberOfOccurrences": _whole,
}
_EVENT: dict[str, Reader] = {
    "subject": _text,
    "body": _object("microsoft.graph.itemBody", {"content": _text, "contentType": _one_of(BODY_TYPES)}),
    "start": read_time,
    "end": read_time,
    "isAllDay": _flag,
    "importance": _one_of(IMPORTANCE),
    "sensitivity": _one_of(SENSITIVITY),
    "showAs": _one_of(SHOW_AS),
    "categories": _list_of(_text),
    "location": _object("microsoft.graph.location", _LOCATION),
    "locations": _list_of(_object("microsoft.graph.location", _LOCATION, nullable=False)),
    "attendees": _list_of(_object("microsoft.graph.attendee", _ATTENDEE, nullable=False)),
    "recurrence": _object(
        "microsoft.graph.patternedRecurrence",
        {
            "pattern": _object("microsoft.graph.recurrencePattern", _PATTERN),
            "range": _object("microsoft.graph.recurrenceRange", _RANGE),
        },
    ),
    "isReminderOn": _flag,
    "reminderMinutesBeforeStart": _whole,
    "responseRequested": _flag,
    "allowNewTimeProposals": _flag,
    "hideAttendees": _flag,
    "isOnlineMeeting": _flag,
    "onlineMeetingProvider": _one_of(MEETING_PROVIDERS),
    "transactionId": _text,
    "singleValueExtendedProperties": _list_of(_property),
    "multiValueExtendedProperties": _list_of(_anything),
    "extensions": _list_of(_anything),
}
_PLAIN = {
    "importance": ("importance", "normal"),
    "sensitivity": ("sensitivity", "normal"),
    "showAs": ("show_as", "busy"),
    "subject": ("subject", ""),
    "isReminderOn": ("is_reminder_on", True),
    "reminderMinutesBeforeStart": ("reminder_minutes", 15),
    "responseRequested": ("response_requested", True),
    "allowNewTimeProposals": ("allow_new_time_proposals", True),
    "hideAttendees": ("hide_attendees", False),
}


def read_event(body: JsonObject) -> JsonObject:
    """A create or update body, checked property by property; values are typed, names still Graph's."""
    for name in body:
        if name in _READ_ONLY:
            raise invalid_property(f"The property '{name}' is read-only and cannot be set.")
    return read_object(body, "", _EVENT, type_name="microsoft.graph.event")


def apply(found: JsonObject, event: Event, *, online_url: Callable[[Event], str | None]) -> Event:
    """`event` with what a request body says. Raises the validation errors a live tenant raises."""
    changes: dict[str, Any] = {
        field: default if found[name] is None else found[name]
        for name, (field, default) in _PLAIN.items()
        if name in found
    }
    if "body" in found:
        body: JsonObject = found["body"] or {}
        changes["body"] = Body(content=body.get("content") or "", content_type=body.get("contentType") or "text")
    if "categories" in found:
        changes["categories"] = tuple(found["categories"])
    if "location" in found or "locations" in found:
        listed = found.get("locations") or ([found["location"]] if found.get("location") else [])
        changes["locations"] = tuple(listed)
    if "attendees" in found:
        changes["attendees"] = tuple(_attendee(one, event.attendees) for one in found["attendees"])
    if "transactionId" in found:
        changes["transaction_id"] = found["transactionId"]
    if "singleValueExtendedProperties" in found:
        given = cast("list[tuple[str, str | None]]", found["singleValueExtendedProperties"])
        kept = [one for one in event.extended if not any(same_extended_property(one[0], new[0]) for new in given)]
        changes["extended"] = (*kept, *given)
    if "extensions" in found:
        changes["extensions"] = tuple(found["extensions"])
    changed = _retime(found, replace(event, **changes))
    if found.get("isOnlineMeeting"):
        changed = replace(changed, online_url=online_url(changed))
    return changed


def _retime(found: JsonObject, event: Event) -> Event:
    all_day = event.is_all_day if found.get("isAllDay") is None else bool(found["isAllDay"])
    start, end = cast("ZonedTime | None", found.get("start")), cast("ZonedTime | None", found.get("end"))
    zone_name = start.zone_name if start else end.zone_name if end and event.is_all_day else event.zone_name
    begins, ends = start.instant if start else event.start, end.instant if end else event.end
    if all_day and (start or end or not event.is_all_day):
        walls = [one.wall for one in (start, end) if one]
        if any(wall.hour or wall.minute or wall.second for wall in walls) or (
            start and end and start.zone_name != end.zone_name
        ):
            raise invalid_property("An all-day event starts and ends at midnight, both in the same time zone.")
        current = event.wall()
        begins, ends = instants(
            start.wall if start else current[0], end.wall if end else current[1], zone_name, all_day=True
        )
    elif event.is_all_day and not all_day and not (start and end):
        begins, ends = instants(*event.wall(), zone_name, all_day=False)
    if ends <= begins:
        raise too_short()
    placed = replace(event, is_all_day=all_day, zone_name=zone_name)
    changed = replace(placed, start=begins, end=ends)
    if "recurrence" not in found:
        return placed.moved(begins, ends)
    if found["recurrence"] is None:
        return replace(changed, recurrence=None)
    try:
        rule = recurrence.parse(found["recurrence"], default_start=changed.wall()[0].date())
    except recurrence.InvalidRecurrence as problem:
        raise invalid_property(str(problem)) from None
    if rule.zone_name is not None and find_zone(rule.zone_name) is None:
        raise unknown_time_zone(rule.zone_name)
    zone_name = rule.zone_name or zone_name
    first = replace(changed, zone_name=zone_name).on(rule.first_day())
    return replace(changed, zone_name=zone_name, recurrence=rule, start=first.start, end=first.end)


def too_short() -> GraphError:
    """What a meeting of no or negative length is answered with; no source states the code."""
    return invalid_property("The end of an event must come after its start.")


def _attendee(found: JsonObject, known: tuple[Attendee, ...]) -> Attendee:
    contact: JsonObject = found.get("emailAddress") or {}
    address = contact.get("address")
    if not address or "@" not in address:
        raise invalid_property("Every attendee needs an e-mail address.")
    old = next((one for one in known if one.person.is_at(address)), None)
    name = contact.get("name") or (old.person.name if old else address)
    person = Person(name=name, address=address)
    kind = found.get("type") or "required"
    return replace(old, person=person, type=kind) if old else Attendee(person=person, type=kind)


def read_action(body: JsonObject, readers: Mapping[str, Reader]) -> JsonObject:
    """An action's parameters, whose names ignore case, under their camelCase names."""
    canonical = {name.casefold(): name for name in readers}
    found: JsonObject = {}
    for name, value in body.items():
        if "@odata." in name:
            continue
        known = canonical.get(name.casefold())
        if known is None:
            raise bad_request(
                f"The parameter '{name}' in the request payload is not a valid parameter of the operation."
            )
        found[known] = readers[known](value, known)
    return found


ANSWER_PARAMETERS: dict[str, Reader] = {"comment": _text, "sendResponse": _flag}
PROPOSAL_PARAMETERS: dict[str, Reader] = {**ANSWER_PARAMETERS, "proposedNewTime": _slot}
CANCEL_PARAMETERS: dict[str, Reader] = {"comment": _text}
SCHEDULE_PARAMETERS: dict[str, Reader] = {
    "schedules": _list_of(_text),
    "startTime": read_time,
    "endTime": read_time,
    "availabilityViewInterval": _whole,
}


def recurrence_on_occurrence() -> GraphError:
    return invalid_request("The recurrence of a single occurrence cannot be set; update the series master.")


# Answers


def stamp(moment: datetime) -> str:
    """A dateTimeOffset with the seven digits of Exchange."""
    if moment == NEVER:
        return "0001-01-01T00:00:00Z"
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond:06d}0Z"


def zoned(moment: datetime, zone_name: str, *, floating: bool = False) -> JsonObject:
    """A dateTimeTimeZone on the wall of the zone asked for; floating times keep their own wall."""
    zone = find_zone(zone_name)
    assert zone is not None
    wall = moment.replace(tzinfo=None) if floating else to_wall(moment, zone)
    return {"dateTime": f"{wall:%Y-%m-%dT%H:%M:%S}.{wall.microsecond:06d}0", "timeZone": zone_name}


def _recipient(person: Person) -> JsonObject:
    return {"emailAddress": {"name": person.name, "address": person.address}}


def _location(place: JsonObject) -> JsonObject:
    name = place.get("displayName") or ""
    return {
        "displayName": name,
        "locationType": place.get("locationType") or "default",
        "uniqueId": place.get("uniqueId") or name,
        "uniqueIdType": place.get("uniqueIdType") or "private",
        **{key: value for key, value in place.items() if value is not None},
    }


def event_id(mailbox: Mailbox, event: Event, preferences: Preferences) -> str:
    return ids.encode(mailbox.digest, event.key, folder=event.folder, immutable=preferences.immutable_ids)


def render(
    mailbox: Mailbox, event: Event, preferences: Preferences, *, conceal: bool = False, expand: Sequence[Expand] = ()
) -> JsonObject:
    """An event with every property a plain GET returns. `conceal` hides what a delegate without the right to private
    items may not see."""
    identity = event_id(mailbox, event, preferences)
    master = None if event.occurrence is None else replace(event, occurrence=None)
    original_zone = _original_zone(event)
    body = Body() if conceal else event.body
    locations = () if conceal else event.locations
    shown: JsonObject = {
        "@odata.etag": ids.etag(event.change),
        "id": identity,
        "createdDateTime": stamp(event.created),
        "lastModifiedDateTime": stamp(event.modified),
        "changeKey": ids.change_key(event.change),
        "categories": list(event.categories),
        "transactionId": event.transaction_id,
        "originalStartTimeZone": original_zone,
        "originalEndTimeZone": original_zone,
        "iCalUId": ids.global_object_id(event.uid, event.occurrence),
        "reminderMinutesBeforeStart": event.reminder_minutes,
        "isReminderOn": event.is_reminder_on,
        "hasAttachments": False,
        "subject": "Private Appointment" if conceal else event.subject,
        "bodyPreview": body.as_text()[:255],
        "importance": event.importance,
        "sensitivity": event.sensitivity,
        "isAllDay": event.is_all_day,
        "isCancelled": event.is_cancelled,
        "isOrganizer": event.is_organizer,
        "responseRequested": event.response_requested,
        "seriesMasterId": None if master is None else event_id(mailbox, master, preferences),
        "showAs": event.show_as,
        "type": event.type,
        "webLink": f"https://outlook.office365.com/owa/?itemid={identity.replace('=', '%3D')}&exvsurl=1",
        "onlineMeetingUrl": None,
        "isOnlineMeeting": event.online_url is not None,
        "onlineMeetingProvider": "unknown" if event.online_url is None else "teamsForBusiness",
        "allowNewTimeProposals": event.allow_new_time_proposals,
        "isDraft": False,
        "hideAttendees": event.hide_attendees,
        "responseStatus": {"response": event.response, "time": stamp(event.responded)},
        "body": {"contentType": "text", "content": body.as_text()}
        if preferences.text_body
        else {"contentType": "html", "content": body.as_html()},
        "start": zoned(event.start, preferences.time_zone, floating=event.is_all_day),
        "end": zoned(event.end, preferences.time_zone, floating=event.is_all_day),
        "location": _location(locations[0]) if locations else _location({}),
        "locations": [_location(place) for place in locations],
        "recurrence": None if event.recurrence is None else _recurrence(event),
        "attendees": []
        if conceal
        else [
            {
                "type": one.type,
                "status": {"response": one.response, "time": stamp(one.time)},
                **_recipient(one.person),
            }
            for one in event.attendees
        ],
        "organizer": _recipient(event.organizer),
        "onlineMeeting": None if event.online_url is None or conceal else {"joinUrl": event.online_url},
    }
    if event.original_start is not None:
        shown["originalStart"] = stamp(event.original_start)
    for term in expand:
        match term.name:
            case "singleValueExtendedProperties" if term.only_id is not None:
                found = [
                    {"id": name, "value": value}
                    for name, value in event.extended
                    if same_extended_property(name, term.only_id)
                ]
                if found:
                    shown["singleValueExtendedProperties"] = found
            case "extensions" if term.only_id is not None:
                shown["extensions"] = [
                    one
                    for one in event.extensions
                    if term.only_id.casefold().endswith(str(one.get("extensionName")).casefold())
                ]
            case "attachments":
                shown["attachments"] = []
            case _:
                pass
    return shown


def project(shown: JsonObject, chosen: frozenset[str] | None) -> JsonObject:
    """What `$select` leaves: the chosen properties, and always the etag and the id. A meeting's join address comes
    only together with isOnlineMeeting (observed)."""
    if chosen is None:
        return shown
    kept = {
        name: value
        for name, value in shown.items()
        if name in chosen or name in ("@odata.etag", "id", "singleValueExtendedProperties", "extensions")
    }
    if "onlineMeeting" in kept and "isOnlineMeeting" not in chosen:
        kept["onlineMeeting"] = None
    return kept


def stub(mailbox: Mailbox, event: Event, preferences: Preferences) -> JsonObject:
    """One meeting of a series as delta shows it (observed: microsoft-graph-docs issue 7632)."""
    return {
        "@odata.type": "#microsoft.graph.event",
        "@odata.etag": ids.etag(event.change),
        "id": event_id(mailbox, event, preferences),
        "seriesMasterId": event_id(mailbox, replace(event, occurrence=None), preferences),
        "type": event.type,
        "start": zoned(event.start, preferences.time_zone, floating=event.is_all_day),
        "end": zoned(event.end, preferences.time_zone, floating=event.is_all_day),
    }


def _recurrence(event: Event) -> JsonObject:
    assert event.recurrence is not None
    shown = event.recurrence.to_json()
    shown["range"]["recurrenceTimeZone"] = event.recurrence.zone_name or event.zone_name
    return shown


def _original_zone(event: Event) -> str:
    """Outlook names Windows zones; some of its meetings carry a zone of their own making (observed)."""
    if not event.is_organizer and int(event.uid[-2:], 16) % 8 == 0:
        return "tzone://Microsoft/Custom"
    return windows_name(event.zone_name)
