"""Core values as JSON and back. What cannot be read raises ValueError, KeyError or TypeError.

An entry of the outbox is acted upon, so it is understood wholly or not at all: a field of a newer release's may change
what was promised. A field added here is written only where it says something, so that an older release, after a
roll-back, still carries out the entries it would have made itself.
"""

import json
from datetime import UTC, datetime
from typing import Any, assert_never

from roomdisplay.adapters.store.values import names_unknown
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.core.outbox import (
    Book,
    Cancel,
    Cause,
    CheckIn,
    End,
    Entry,
    Extend,
    Move,
    Operation,
    Reason,
    Release,
    Source,
    Stage,
)
from roomdisplay.core.schedule import Schedule

Json = dict[str, Any]


def instant_text(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat()


def instant_of(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _optional_text(instant: datetime | None) -> str | None:
    return None if instant is None else instant_text(instant)


def _optional_instant(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)


def _interval(json: list[str]) -> Interval:
    start, end = json
    return Interval(instant_of(start), instant_of(end))


def _interval_json(interval: Interval) -> list[str]:
    return [instant_text(interval.start), instant_text(interval.end)]


def schedule_text(schedule: Schedule) -> str:
    return json.dumps(
        {
            "window": _interval_json(schedule.window),
            "skipped": schedule.skipped,
            "meetings": [_meeting_json(m) for m in schedule.meetings],
        },
        ensure_ascii=False,
    )


def schedule_of(text: str) -> Schedule:
    body: Json = json.loads(text)
    meetings = [_meeting(m) for m in body["meetings"]]
    return Schedule.of(_interval(body["window"]), meetings, int(body["skipped"]))


def _meeting_json(meeting: Meeting) -> Json:
    return {
        "id": meeting.id,
        "interval": _interval_json(meeting.interval),
        "subject": meeting.subject,
        "organizer": meeting.organizer,
        "etag": meeting.etag,
        "ical_uid": meeting.ical_uid,
        "original_start": _optional_text(meeting.original_start),
        "series_master_id": meeting.series_master_id,
        "booking_id": meeting.booking_id,
        "created_at": _optional_text(meeting.created_at),
        "show_as": meeting.show_as.value,
        "is_all_day": meeting.is_all_day,
        "is_private": meeting.is_private,
        "is_cancelled": meeting.is_cancelled,
        "is_declined": meeting.is_declined,
        "is_organizer": meeting.is_organizer,
        "has_attendees": meeting.has_attendees,
    }


def _meeting(body: Json) -> Meeting:
    fields: Json = {
        **body,
        "interval": _interval(body["interval"]),
        "original_start": _optional_instant(body.get("original_start")),
        "created_at": _optional_instant(body["created_at"]),
        "show_as": ShowAs(body["show_as"]),
    }
    return Meeting(**fields)


def entry_text(entry: Entry) -> str:
    return json.dumps(_entry_json(entry), ensure_ascii=False)


def entry_of(id: str, text: str) -> Entry:
    """`room`, `written` and `source` are younger than the first entries. A field that is not known is a ValueError."""
    body: Json = json.loads(text)
    entry = _entry(id, body)
    if unknown := names_unknown(body, _entry_json(entry)):
        raise ValueError(f"not known: {', '.join(unknown)}")
    return entry


def _entry_json(entry: Entry) -> Json:
    return {
        "booking_id": entry.booking_id,
        "source": entry.source.value,
        "room": entry.room,
        "operation": _operation_json(entry.operation),
        "made_at": instant_text(entry.made_at),
        "stage": entry.stage.value,
        "attempts": entry.attempts,
        "retry_at": _optional_text(entry.retry_at),
        "event_id": entry.event_id,
        "etag": entry.etag,
        "written": entry.written,
        "re_decided": entry.re_decided,
        "reason": entry.reason and entry.reason.value,
    }


def _entry(id: str, body: Json) -> Entry:
    return Entry(
        id=id,
        booking_id=body["booking_id"],
        operation=_operation(body["operation"]),
        made_at=instant_of(body["made_at"]),
        source=Source(body.get("source", Source.GLASS)),
        room=body.get("room"),
        stage=Stage(body["stage"]),
        attempts=int(body["attempts"]),
        retry_at=_optional_instant(body["retry_at"]),
        event_id=body["event_id"],
        etag=body["etag"],
        written=bool(body.get("written", True)),
        re_decided=bool(body["re_decided"]),
        reason=Reason(body["reason"]) if body["reason"] else None,
    )


def _operation_json(operation: Operation) -> Json:
    interval = _interval_json(operation.interval)
    match operation:
        case Book(subject=subject, is_private=is_private, host=host, host_id=host_id):
            whose: Json = {"host": host} if host_id is None else {"host": host, "host_id": host_id}
            return {"kind": "book", "interval": interval, "subject": subject, "is_private": is_private, **whose}
        case Move(before=origin, subject=subject, old_subject=old_subject):
            changed: Json = {"before": _interval_json(origin), "subject": subject, "old_subject": old_subject}
            return {"kind": "move", "interval": interval, **changed}
        case Extend(before=before):
            return {"kind": "extend", "interval": interval, "before": instant_text(before)}
        case End(before=before):
            return {"kind": "end", "interval": interval, "before": _optional_text(before)}
        case Cancel(subject=subject):
            return {"kind": "cancel", "interval": interval, "subject": subject}
        case Release(event_id=event_id, comment=comment, cause=cause, subject=subject):
            about: Json = {"event_id": event_id, "comment": comment, "cause": cause.value, "subject": subject}
            return {"kind": "release", "interval": interval, **about}
        case CheckIn(event_id=event_id):
            return {"kind": "checkIn", "interval": interval, "event_id": event_id}
        case _:
            assert_never(operation)


def _operation(body: Json) -> Operation:
    interval = _interval(body["interval"])
    match body["kind"]:
        case "book":
            return Book(
                interval=interval,
                subject=body["subject"],
                is_private=bool(body.get("is_private")),
                host=body.get("host"),
                host_id=body.get("host_id"),
            )
        case "move":
            return Move(
                interval=interval,
                before=_interval(body["before"]),
                subject=body["subject"],
                old_subject=body["old_subject"],
            )
        case "extend":
            return Extend(interval=interval, before=instant_of(body["before"]))
        case "end":
            return End(interval=interval, before=_optional_instant(body.get("before")))
        case "cancel":
            return Cancel(interval=interval, subject=body.get("subject"))
        case "release":
            return Release(
                interval=interval,
                event_id=body["event_id"],
                comment=body["comment"],
                cause=Cause(body["cause"]),
                subject=body["subject"],
            )
        case "checkIn":
            return CheckIn(interval=interval, event_id=body["event_id"])
        case kind:
            raise ValueError(f"no such operation: {kind}")
