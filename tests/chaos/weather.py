"""What can go wrong between a panel and Office 365, drawn from the run's randomness as orders to the simulator."""

import json
import random
from typing import Any

Json = dict[str, Any]

GRAPH = r"^/v1\.0/"
SIGN_IN = r"oauth2|openid"
METHODS = (None, None, None, "GET", "POST", "POST", "PATCH", "DELETE")
STATUSES = (401, 403, 404, 409, 410, 412, 429, 429, 500, 502, 503, 503, 504, 507)
MALFORMED_EVENTS = (
    json.dumps({"value": [None, {"id": 7}, [], "x", {"id": "x", "start": "yesterday"}]}),
    json.dumps({"value": [{"id": "AAA", "start": {"dateTime": "2026-03-28T09:00"}, "end": None}]}),
)
"""Lists, but of nothing that is an event."""
BODIES = (
    "",
    "null",
    "[]",
    "{}",
    "{",
    "<html><body>Bad gateway</body></html>",
    "\x00\x01\x02",
    "1e999",
    '"' + "x" * 5000 + '"',
    "[" * 5000,
    *3 * MALFORMED_EVENTS,
    json.dumps({"value": None}),
    json.dumps({"value": {}}),
    json.dumps({"value": [], "@odata.nextLink": "http://127.0.0.1:9/elsewhere"}),
    json.dumps({"value": [], "@odata.nextLink": 7}),
    json.dumps({"error": None}),
)


def some_fault(draw: random.Random) -> Json:
    """One fault, as POST /control/faults takes it."""
    make = draw.choices(
        (_storm, _drop, _truncation, _malformed, _delay, _sign_in, _portal), (30, 20, 10, 25, 10, 10, 4)
    )[0]
    return {name: value for name, value in make(draw).items() if value is not None}


def _storm(draw: random.Random) -> Json:
    status = draw.choice(STATUSES)
    retry_after = draw.choice((None, None, 0, 1, 2, 5)) if status in (429, 503) else None
    return _graph(draw, most=6) | {"status": status, "retryAfter": retry_after, "delayMs": _short(draw)}


def _drop(draw: random.Random) -> Json:
    return _graph(draw, most=3) | {"drop": draw.choice(("request", "reply", "reply")), "delayMs": _short(draw)}


def _truncation(draw: random.Random) -> Json:
    return _graph(draw, most=3) | {"truncateBody": draw.choice((0, 1, 17, 200))}


def _malformed(draw: random.Random) -> Json:
    return _graph(draw, most=3) | {"body": draw.choice(BODIES)}


def _portal(draw: random.Random) -> Json:
    """Something on the way answers in Graph's place, and calls it a success."""
    return _graph(draw, most=2) | {
        "status": 200,
        "body": "<html><body>Please sign in to the guest network</body></html>",
    }


def _delay(draw: random.Random) -> Json:
    longest = draw.choice((300, 300, 300, 1500, 1500, 30_000))
    return _graph(draw, most=4) | {"delayMs": draw.randint(10, longest)}


def _sign_in(draw: random.Random) -> Json:
    kind: Json = draw.choice(
        ({"status": 503}, {"status": 429, "retryAfter": 1}, {"status": 500}, {"drop": "request"}, {"body": "<html>"})
    )
    return kind | {"path": SIGN_IN, "count": draw.randint(1, 2)}


def _graph(draw: random.Random, *, most: int) -> Json:
    return {
        "path": GRAPH,
        "method": draw.choice(METHODS),
        "count": draw.randint(1, most),
        "after": draw.choice((0, 0, 0, 1, 2)),
    }


def _short(draw: random.Random) -> int:
    return draw.choice((0, 0, 0, draw.randint(1, 400)))
