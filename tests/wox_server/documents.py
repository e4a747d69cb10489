"""JSON as panels send it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from tests.wox_server.running import Json


def booking(**changed: object) -> Json:
    start = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)
    return {
        "id": str(uuid4()),
        "start": rfc3339(start),
        "end": rfc3339(start + timedelta(hours=1)),
        "subject": "Planning",
        "host": "Ada Lovelace",
        "hostId": None,
        "isPrivate": False,
        "origin": "display",
        "state": "requested",
        "agreed": None,
        "refusal": None,
        "checkedInAt": None,
        "releasedAt": None,
        **changed,
    }


def heartbeat(**changed: object) -> Json:
    now = datetime.now(UTC)
    return {
        "at": rfc3339(now),
        "version": "1.2.3",
        "startedAt": rfc3339(now - timedelta(days=1)),
        "link": "well",
        "dataAgeSeconds": 12.5,
        "certificateEnds": None,
        "pending": 0,
        "faults": [],
        **changed,
    }


def report(**changed: object) -> Json:
    made_at = rfc3339(datetime.now(UTC))
    return {"id": str(uuid4()), "kind": "screen", "madeAt": made_at, "text": "It flickers", **changed}


def rfc3339(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")
