"""A small and strict WOX server: one room, everything in memory. It refuses what the API does not allow."""

import asyncio
import hashlib
import json
import re
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

Json = dict[str, Any]
TOKEN = "panel-token-of-aurora"
BASE = "/api/panel/v1"
BOOKING = {
    *("id", "start", "end", "subject", "host", "isPrivate", "origin", "state", "agreed", "refusal"),
    *("checkedInAt", "releasedAt", "version"),
}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")


class Refusal(Exception):
    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


def problem(status: int, code: str, **headers: str) -> Response:
    body = {"type": "about:blank", "title": code, "status": status, "detail": f"{code} it is", "code": code}
    return JSONResponse(body, status_code=status, media_type="application/problem+json", headers=headers)


class Building:
    """`keep_alive` is the pause (seconds) between two signs of life of a stream, `retry` what it asks for (ms)."""

    def __init__(self, *, keep_alive: float = 15.0, retry: int = 50) -> None:
        self.keep_alive, self.retry = keep_alive, retry
        self.token: str | None = TOKEN
        self.revision = 0
        self.settings_revision = 0
        self.bookings: dict[str, Json] = {}
        self.elsewhere: dict[str, Json] = {}
        self.values: Json = {}
        self.emergency: str | None = None
        self.commands: dict[str, Json] = {}
        self.answers: dict[str, bytes | str] = {}
        self.pictures: list[bytes] = []
        self.heartbeat: Json | None = None
        self.offered: Json | None = None
        self.bundles: dict[str, bytes] = {}
        self.photo: bytes | None = None
        self.problems: dict[str, Json] = {}
        self.people: list[Json] = []
        self.requests: list[str] = []
        self._changed = asyncio.Condition()

    # ── what other people do ──────────────────────────────────────────────────────────────────────────────────────────

    def offer(self, version: str, bundle: bytes) -> str:
        digest = hashlib.sha256(bundle).hexdigest()
        self.bundles[digest] = bundle
        id = str(uuid4())
        self.offered = {"id": id, "version": version, "size": len(bundle), "digest": digest}
        return id

    async def change(self) -> int:
        self.revision += 1
        async with self._changed:
            self._changed.notify_all()
        return self.revision

    async def request(self, subject: str, start: datetime, end: datetime) -> str:
        id = str(uuid4())
        self.bookings[id] = {
            "id": id,
            "start": start.isoformat().replace("+00:00", "Z"),
            "end": end.isoformat().replace("+00:00", "Z"),
            "subject": subject,
            "host": "Jonas Weber",
            "isPrivate": False,
            "origin": "portal",
            "state": "requested",
            "agreed": None,
            "refusal": None,
            "checkedInAt": None,
            "releasedAt": None,
            "version": self.revision + 1,
        }
        await self.change()
        return id

    async def withdraw(self, id: str) -> None:
        self.bookings[id] |= {"state": "cancelling", "version": self.revision + 1}
        await self.change()

    async def set(self, name: str, value: object) -> None:
        self.values[name] = value
        self.settings_revision = self.revision + 1
        await self.change()

    async def announce(self, text: str | None) -> None:
        self.emergency = text
        self.settings_revision = self.revision + 1
        await self.change()

    async def photograph(self, photo: bytes | None) -> None:
        self.photo = photo
        self.settings_revision = self.revision + 1
        await self.change()

    async def want(self, kind: str) -> str:
        id = str(uuid4())
        self.commands[id] = {"id": id, "kind": kind, "revision": self.revision + 1}
        await self.change()
        return id

    # ── the panel API ─────────────────────────────────────────────────────────────────────────────────────────────────

    def application(self) -> Starlette:
        def route(path: str, handler: Any, method: str) -> Route:
            async def guarded(request: Request) -> Response:
                self.requests.append(f"{method} {path}")
                try:
                    self._admit(request)
                    return await handler(request)
                except Refusal as refusal:
                    return problem(refusal.status, refusal.code)

            return Route(BASE + path, guarded, methods=[method])

        return Starlette(
            routes=[
                route("/feed", self._feed, "GET"),
                route("/stream", self._stream, "GET"),
                route("/bookings/{id}", self._put, "PUT"),
                route("/heartbeat", self._beat, "POST"),
                route("/releases/{digest}", self._bundle, "GET"),
                route("/room/photo", self._photograph, "GET"),
                route("/problems", self._report, "POST"),
                route("/people/lookup", self._lookup, "POST"),
                route("/commands/{id}/result", self._result, "POST"),
                route("/screenshots", self._screenshot, "POST"),
                route("/leave", self._leave, "POST"),
            ]
        )

    def _admit(self, request: Request) -> None:
        if self.token is None or request.headers.get("authorization") != f"Bearer {self.token}":
            raise Refusal(401, "notPaired")

    def _since(self, cursor: str | None) -> Json:
        if cursor is not None and not re.fullmatch(r"[0-9]{1,18}", cursor):
            raise Refusal(400, "cursor")
        since = -1 if cursor is None else int(cursor)
        settings = {
            "room": {
                "address": "aurora@contoso.example",
                "name": "Aurora",
                "detail": "8 people · 2nd floor",
                "timeZone": "Europe/Berlin",
                "capacity": 8,
                "equipment": ["Screen"],
                "place": "2nd floor · Berlin",
                "photo": "" if self.photo is None else hashlib.sha256(self.photo).hexdigest(),
            },
            "values": self.values,
            "origins": dict.fromkeys(self.values, "room"),
            "nearby": [{"address": "borealis@contoso.example", "name": "Borealis", "detail": "", "timeZone": None}],
            "emergency": self.emergency,
            "ofAnotherDay": True,
        }
        return {
            "cursor": str(self.revision),
            "isWhole": cursor is None,
            "bookings": [b for b in self.bookings.values() if b["version"] > since],
            "settings": settings if self.settings_revision > since else None,
            "commands": [
                {"id": c["id"], "kind": c["kind"]}
                for c in self.commands.values()
                if c["revision"] > since and c["id"] not in self.answers
            ],
            "ofAnotherDay": [],
        }

    async def _feed(self, request: Request) -> Response:
        return JSONResponse(self._since(request.query_params.get("cursor")))

    async def _stream(self, request: Request) -> Response:
        if request.headers.get("accept") != "text/event-stream":
            raise Refusal(406, "notAcceptable")
        cursor = request.headers.get("last-event-id") or request.query_params.get("cursor")
        first = self._since(cursor)

        async def events() -> AsyncGenerator[str]:
            feed, seen = first, self.revision
            yield f"retry: {self.retry}\n\n"
            while True:
                yield f"event: feed\nid: {feed['cursor']}\ndata: {json.dumps(feed)}\n\n"
                while self.revision == seen:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(self.keep_alive), self._changed:
                            await self._changed.wait()
                    yield ":\n\n"
                feed, seen = self._since(str(seen)), self.revision

        return StreamingResponse(events(), media_type="text/event-stream")

    async def _body(self, request: Request) -> Json:
        if request.headers.get("content-type") != "application/json":
            raise Refusal(415, "mediaType")
        body = await request.body()
        if len(body) > 64 * 1024:
            raise Refusal(413, "tooLarge")
        return json.loads(body)

    async def _put(self, request: Request) -> Response:
        id, wanted = request.path_params["id"], await self._body(request)
        match, none = request.headers.get("if-match"), request.headers.get("if-none-match")
        try:
            UUID(id)
        except ValueError:
            raise Refusal(400, "id") from None
        if (match is None) == (none is None) or none not in (None, "*"):
            raise Refusal(428, "condition")
        if wanted.keys() - {"hostId"} != BOOKING or wanted["id"] != id:
            raise Refusal(422, "booking")
        for name in ("start", "end", "checkedInAt", "releasedAt"):
            if wanted[name] is not None and not INSTANT.fullmatch(wanted[name]):
                raise Refusal(422, name)
        if wanted["isPrivate"] and (
            wanted["subject"] or wanted["host"] or wanted.get("hostId") or (wanted["agreed"] or {}).get("subject")
        ):
            raise Refusal(422, "private")
        if id in self.elsewhere:
            raise Refusal(403, "otherRoom")
        known = self.bookings.get(id)
        if known is not None and {**known, "version": 0} == {**wanted, "version": 0}:
            return JSONResponse(known, headers={"ETag": f'"{known["version"]}"'})
        if match is not None and (known is None or match != f'"{known["version"]}"'):
            raise Refusal(412, "changed")
        if none is not None and known is not None:
            raise Refusal(412, "changed")
        self.bookings[id] = stored = {**wanted, "version": self.revision + 1}
        await self.change()
        return JSONResponse(stored, status_code=200 if known else 201, headers={"ETag": f'"{stored["version"]}"'})

    async def _beat(self, request: Request) -> Response:
        beat = await self._body(request)
        if self.heartbeat is None or beat["at"] > self.heartbeat["at"]:
            self.heartbeat = beat
        return Response(status_code=204) if self.offered is None else JSONResponse({"offer": self.offered})

    async def _bundle(self, request: Request) -> Response:
        self._admit(request)
        bundle = self.bundles.get(request.path_params["digest"])
        if bundle is None:
            raise Refusal(404, "unknownRelease")
        first = re.fullmatch(r"bytes=(\d+)-", request.headers.get("range", ""))
        return Response(bundle[int(first[1]) :], 206) if first else Response(bundle)

    async def _photograph(self, request: Request) -> Response:
        self._admit(request)
        if self.photo is None:
            raise Refusal(404, "noPhoto")
        return Response(self.photo, media_type="image/png")

    async def _report(self, request: Request) -> Response:
        report = await self._body(request)
        known = report["id"] in self.problems
        self.problems[report["id"]] = report
        return Response(status_code=200 if known else 201)

    async def _lookup(self, request: Request) -> Response:
        asked = await self._body(request)
        if len(asked) != 1 or not asked.keys() <= {"badge", "pin"}:
            raise Refusal(422, "lookup")
        ((key, value),) = asked.items()
        for known in self.people:
            if known[key] == value:
                return JSONResponse({"id": known["id"], "name": known["name"]})
        raise Refusal(404, "unknownPerson")

    async def _result(self, request: Request) -> Response:
        id, kind = request.path_params["id"], request.headers.get("content-type")
        if id not in self.commands:
            raise Refusal(404, "unknownCommand")
        if kind in ("image/png", "application/vnd.roomdisplay.report+json"):
            self.answers[id] = await request.body()
        else:
            self.answers[id] = (await self._body(request))["error"] or b""
        return Response(status_code=204)

    async def _leave(self, request: Request) -> Response:
        self.token = None
        return Response(status_code=204)

    async def _screenshot(self, request: Request) -> Response:
        self.pictures.append(await request.body())
        return Response(status_code=204)


@asynccontextmanager
async def serving(building: Building) -> AsyncGenerator[str]:
    """The building's server on this event loop; yields its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        building.application(), log_level="critical", lifespan="off", timeout_graceful_shutdown=1, ws="none"
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started:  # noqa: ASYNC110  uvicorn tells nobody
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        await task
        listener.close()
