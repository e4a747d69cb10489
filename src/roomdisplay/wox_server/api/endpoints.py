"""What a panel can ask: each endpoint with its declaration, from which the OpenAPI document is made."""

import hashlib
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

from roomdisplay.adapters.pairing import is_signed
from roomdisplay.core import pairing
from roomdisplay.core.pairing import Reply
from roomdisplay.core.photo import media_type
from roomdisplay.core.wox import ARCHIVE, PNG, REPORT, CommandKind, Offer
from roomdisplay.wox_server import badges, bookings, keys, pairings, panels, problems, releases, rollouts, rooms
from roomdisplay.wox_server.api import wire
from roomdisplay.wox_server.api.feed import Asked, feeds, revision
from roomdisplay.wox_server.api.refusals import Refusal, invalid, not_paired, other_room
from roomdisplay.wox_server.api.streams import Stream
from roomdisplay.wox_server.api.wire import Shape
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.keys import PanelKey
from roomdisplay.wox_server.panels import Panel
from roomdisplay.wox_server.serving import serving

log = logging.getLogger(__name__)

LARGEST_BODY = 64 * 1024
LARGEST_RESULT = 4 * 1024 * 1024
LARGEST_REPORT = 256 * 1024
JSON, EVENTS, BUNDLE = "application/json", "text/event-stream", "application/octet-stream"
PHOTO = "image/*"
UUID = re.compile(wire.UUID)
DIGEST = re.compile(r"[0-9a-f]{64}")
VERSION_TAG = re.compile(r'"([0-9]{1,15})"')
CURSOR: Mapping[str, Any] = {"type": "string", "description": "Of the last feed; without it, everything is told."}

S = TypeVar("S", bound=Shape)
Answer = Callable[[Request], Awaitable[Response]]


class Parameter(Struct, frozen=True, kw_only=True):
    name: str
    place: str
    schema: Mapping[str, Any]
    is_required: bool = False


class Endpoint(Struct, frozen=True, kw_only=True):
    method: str
    path: str
    """Below the base path."""
    name: str
    summary: str
    answer: Answer
    answers: Mapping[int, type[Shape] | str | None]
    """What comes with which status: a shape as JSON, a media type, or nothing. Every other one is a problem."""
    problems: tuple[int, ...] = ()
    """Beyond those that all have."""
    body: type[Shape] | None = None
    also: Mapping[str, type[Shape] | None] = field(default_factory=dict[str, type[Shape] | None])
    """Other media types the body may have; a shape where it is JSON too."""
    parameters: tuple[Parameter, ...] = field(default_factory=tuple)
    is_open: bool = False
    """Also to whoever has no token."""


# ── what all do ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def caller(request: Request) -> Panel:
    """Which panel asks. Raises Refusal."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    serve = serving(request)
    try:
        if scheme.lower() != "bearer":
            raise panels.NotPaired
        return await serve.transactions.read(panels.authenticate, token.strip(), serve.now())
    except panels.NotPaired:
        refuse(request, None, "notPaired")
        raise not_paired() from None


def paired(answer: Callable[[Request, Panel], Awaitable[Response]]) -> Answer:
    """For panels with a token only."""

    async def asked(request: Request) -> Response:
        return await answer(request, await caller(request))

    return asked


def refuse(request: Request, panel: Panel | None, code: str) -> None:
    """Counts and logs who was turned away; never the token."""
    serving(request).metrics.refused.labels(code).inc()
    told = {
        "code": code,
        "method": request.method,
        "path": request.url.path[:200],
        "client": None if request.client is None else request.client.host,
        "panel": None if panel is None else panel.id,
    }
    log.warning("refused", extra=told)


async def bounded(request: Request, most: int) -> bytes:
    """The body. Raises Refusal."""
    too_large = Refusal(413, "tooLarge", f"The body is too large; accepted: up to {most // 1024} KiB.")
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length) > most:
        raise too_large
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                raise too_large
    except ClientDisconnect:
        raise Refusal(400, "cutOff", "The body did not arrive whole.") from None
    return bytes(body)


def read(body: bytes, shape: type[S]) -> S:
    """Raises Refusal."""
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.ValidationError as error:
        raise invalid(f"{error}.") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refusal(400, "notJson", "The body is not JSON in UTF-8.") from None


def json_answer(shape: Shape, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(shape), status, headers, JSON)


# ── what each does ────────────────────────────────────────────────────────────────────────────────────────────────────


async def get_feed(request: Request, panel: Panel) -> Response:
    serve = serving(request)
    asked = Asked(panel_id=panel.id, room_id=panel.room_id, since=revision(request.query_params.get("cursor")))
    told = await serve.transactions.read(feeds, [asked], now=serve.now(), public_url=serve.public_url)
    if told[0] is None:
        raise not_paired()
    return Response(told[0].feed, media_type=JSON, headers={"Cache-Control": "no-store"})


async def get_stream(request: Request, panel: Panel) -> Response:
    cursor = request.headers.get("last-event-id") or request.query_params.get("cursor")
    return _Streaming(request, Stream(panel.id, panel.room_id, revision(cursor)))


class _Streaming(Response):
    """Leaves the socket to the stream."""

    def __init__(self, request: Request, stream: Stream) -> None:
        self._streams = serving(request).streams
        self._stream = stream
        self.status_code = 200
        self.background = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._streams.serve(self._stream, receive, send)


async def put_booking(request: Request, panel: Panel) -> Response:
    id = request.path_params["id"]
    if UUID.fullmatch(id) is None:
        raise Refusal(400, "notAnId", "The booking's id is not a UUID.")
    version = _version_seen(request)
    told = read(await bounded(request, LARGEST_BODY), wire.Booking)
    if told.id.lower() != id.lower():
        raise invalid("The id in the body is another one than in the address.")
    serve = serving(request)
    wanted = wire.to_booking(told, version)
    try:
        stored, is_new = await serve.transactions.write(bookings.put, panel.room_id, wanted, serve.now())
    except bookings.OtherRoom:
        refuse(request, panel, "otherRoom")
        raise other_room() from None
    except bookings.Changed as changed:
        detail = f"WOX has version {changed.current.version} of this booking, and it differs: read it, then try again."
        raise Refusal(412, "changed", detail) from None
    return json_answer(wire.booking(stored), 201 if is_new else 200, {"ETag": f'"{stored.version}"'})


def _version_seen(request: Request) -> int:
    """Raises Refusal."""
    if request.headers.get("if-none-match", "").strip() == "*":
        return 0
    tag = VERSION_TAG.fullmatch(request.headers.get("if-match", "").strip())
    if tag is None:
        detail = 'Say which version was last seen: If-Match: "17", or If-None-Match: * for a new booking.'
        raise Refusal(428, "versionMissing", detail)
    return int(tag[1])


async def post_heartbeat(request: Request, panel: Panel) -> Response:
    told = read(await bounded(request, LARGEST_BODY), wire.Heartbeat)
    offer = await serving(request).transactions.write(_beat, panel, told, serving(request).now())
    return json_answer(wire.beaten(offer))


def _beat(writing: Writing, panel: Panel, told: wire.Heartbeat, now: datetime) -> Offer | None:
    panels.beat(writing, panel.id, at=wire.utc(told.at), heartbeat=wire.kept(told), now=now)
    return rollouts.heard(writing, panel, wire.to_heartbeat(told), now)


async def get_bundle(request: Request, panel: Panel) -> Response:
    serve = serving(request)
    try:
        digest = request.path_params["digest"]
        if DIGEST.fullmatch(digest) is None:
            raise releases.NotThere
        release = await serve.transactions.read(releases.with_digest, digest)
    except releases.NotThere:
        raise Refusal(404, "unknownRelease", "There is no such release (any more).") from None
    file = serve.shelf.file(release.digest)
    if not file.is_file():
        raise Refusal(
            503, "bundleMissing", "The bundle is not on this server. Try again.", headers={"Retry-After": "60"}
        )
    return FileResponse(file, media_type=BUNDLE)


async def post_problem(request: Request, panel: Panel) -> Response:
    told = read(await bounded(request, LARGEST_BODY), wire.ProblemReport)
    try:
        is_new = await serving(request).transactions.write(problems.report, panel.room_id, wire.to_report(told))
    except problems.OtherRoom:
        refuse(request, panel, "otherRoom")
        raise other_room() from None
    return json_answer(told, 201 if is_new else 200)


async def look_up_person(request: Request, panel: Panel) -> Response:
    told = read(await bounded(request, LARGEST_BODY), wire.Badge)
    badge = told.badge if isinstance(told.badge, str) else None
    pin = told.pin if isinstance(told.pin, str) else None
    if (badge is None) == (pin is None):
        raise invalid("Say either `badge` or `pin`.")
    serve = serving(request)
    if wait := await serve.transactions.read(serve.lookups.wait, str(panel.id), serve.now()):
        after = str(int(wait) + 1)
        detail = "Too many unknown badges or PINs at this door. Wait a moment."
        raise Refusal(429, "tooMany", detail, headers={"Retry-After": after})
    person = await serve.transactions.read(badges.holder, badge=badge, pin=pin)
    if person is None:
        await serve.transactions.write(serve.lookups.spend, str(panel.id), serve.now())
        raise Refusal(404, "unknownPerson", "Nobody has this badge or PIN.")
    return json_answer(wire.Person(id=person.id, name=person.name))


async def get_nearby(request: Request, panel: Panel) -> Response:
    near = await serving(request).transactions.read(rooms.nearby, panel.room_id)
    return json_answer(wire.Nearby(rooms=[wire.room(other.neighbour) for other in near]))


async def get_photo(request: Request, panel: Panel) -> Response:
    here = await serving(request).transactions.read(rooms.room, panel.room_id)
    headers = {"ETag": f'"{here.photo_digest}"', "Cache-Control": "private, no-cache"}
    if here.has_photo and headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    photo = await serving(request).transactions.read(rooms.photo, panel.room_id)
    if photo is None:
        raise Refusal(404, "noPhoto", "The room has no photo.")
    headers["ETag"] = f'"{hashlib.sha256(photo).hexdigest()}"'  # it may have been changed in between
    return Response(photo, media_type=media_type(photo), headers=headers)


async def post_result(request: Request, panel: Panel) -> Response:
    id = request.path_params["id"]
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    result = error = None
    if media_type == PNG:
        result = await _picture(request)
    elif media_type == REPORT:
        result = msgspec.json.encode(read(await bounded(request, LARGEST_REPORT), wire.Report))
    elif media_type == ARCHIVE:
        result = await bounded(request, LARGEST_RESULT)
        if not result.startswith(b"PK\x03\x04"):
            raise invalid("The body is not a ZIP archive.")
    else:
        body = await bounded(request, LARGEST_BODY)
        error = None if not body else read(body, wire.CommandResult).error
    serve = serving(request)
    try:
        if UUID.fullmatch(id) is None:
            raise panels.NotThere(id)
        await serve.transactions.write(panels.answer, panel.id, id, result=result, error=error, now=serve.now())
    except panels.NotThere:
        raise Refusal(404, "unknownCommand", "This panel was given no such command.") from None
    return Response(status_code=204)


async def post_screenshot(request: Request, panel: Panel) -> Response:
    picture = await _picture(request)
    serve = serving(request)
    await serve.transactions.write(panels.picture, panel.id, picture, serve.now())
    return Response(status_code=204)


async def post_leave(request: Request, panel: Panel) -> Response:
    await serving(request).transactions.write(panels.revoke, panel.id, serving(request).now())
    return Response(status_code=204)


async def _picture(request: Request) -> bytes:
    """Raises Refusal."""
    picture = await bounded(request, LARGEST_RESULT)
    if not picture.startswith(b"\x89PNG\r\n\x1a\n"):
        raise invalid("The body is not a PNG.")
    return picture


# ── pairing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def introduce(request: Request) -> Response:
    serve = serving(request)
    address = "" if request.client is None else request.client.host
    if wait := await serve.transactions.write(serve.introductions.spend, address, serve.now()):
        detail = "Too many panels introduce themselves from there at once. Wait a moment."
        raise Refusal(429, "tooMany", detail, headers={"Retry-After": str(int(wait) + 1)})
    told = read(await bounded(request, LARGEST_BODY), wire.Introduction)
    introduction = wire.to_introduction(told)
    if not is_signed(pairing.introduced(introduction), told.signature, told.identity_key):
        refuse(request, None, "notSigned")
        raise Refusal(403, "notSigned", "The signature is not that of the identity key.")
    try:
        ticket, is_new = await serve.transactions.write(pairings.introduce, introduction, serve.now())
    except pairings.CodeTaken:
        raise Refusal(409, "codeTaken", "This code is taken, or was used before. Make another.") from None
    shape = wire.Ticket(id=ticket.id, expires_in=ticket.seconds, interval=ticket.interval)
    return json_answer(shape, 201 if is_new else 200)


async def poll_pairing(request: Request) -> Response:
    told = read(await bounded(request, LARGEST_BODY), wire.Poll)
    serve = serving(request)

    def signed(message: bytes, identity_key: bytes) -> bool:
        return is_signed(message, told.signature, identity_key)

    try:
        id = request.path_params["id"]
        if UUID.fullmatch(id) is None:
            raise pairings.NotThere
        polled = await serve.transactions.write(pairings.poll, id.lower(), told.number, signed, serve.now())
    except pairings.NotThere:
        raise Refusal(404, "unknownPairing", "There is no such pairing. Introduce yourself again.") from None
    except pairings.NotSigned:
        refuse(request, None, "notSigned")
        raise Refusal(403, "notSigned", "The signature is not that of the panel that shows this code.") from None
    match polled.reply:
        case Reply.PENDING:
            return json_answer(wire.PairingState(state="pending"))
        case Reply.GRANTED:
            shape = wire.PairingState(state="granted", sealed=polled.sealed)
            return json_answer(shape, headers={"Cache-Control": "no-store"})
        case Reply.SLOW_DOWN:
            after = {"Retry-After": str(int(polled.interval))}
            raise Refusal(429, "slowDown", "Poll less often.", headers=after)
        case Reply.DENIED:
            raise Refusal(403, "denied", "Somebody has denied this pairing.")
        case Reply.EXPIRED:
            raise Refusal(410, "expired", "This code is no longer good. Make another.")
        case Reply.REPLAYED:
            refuse(request, None, "replayed")
            raise Refusal(409, "replayed", "A poll of this number was answered before.")


async def post_receipt(request: Request, panel: Panel) -> Response:
    told = read(await bounded(request, LARGEST_BODY), wire.Receipt)
    if told.certificate is not None:
        _check_certificate(request, panel, told.certificate)
    try:
        await serving(request).transactions.write(_receive, panel.id, told.certificate, serving(request).now())
    except keys.Unusable as unusable:
        raise invalid(str(unusable)) from None
    return Response(status_code=204)


def _receive(writing: Writing, panel_id: int, told: wire.Certificate | None, now: datetime) -> None:
    replaces = pairings.received(writing, panel_id, now)
    panels.confirm(writing, panel_id, replaces=replaces, now=now)
    if told is not None:
        keys.offer(writing, panel_id, told.certificate, now)
    panels.order(writing, panel_id, CommandKind.DOCTOR, now)  # whoever paired it learns at once what is wrong


async def post_certificate(request: Request, panel: Panel) -> Response:
    told = read(await bounded(request, LARGEST_BODY), wire.Certificate)
    _check_certificate(request, panel, told)
    try:
        key = await serving(request).transactions.write(_offer, panel.id, told, serving(request).now())
    except keys.Unusable as unusable:
        raise invalid(str(unusable)) from None
    return json_answer(wire.CertificateState(registered=key.registered_at is not None))


def _offer(writing: Writing, panel_id: int, told: wire.Certificate, now: datetime) -> PanelKey:
    key = keys.offer(writing, panel_id, told.certificate, now)
    if told.in_use:
        keys.retire_others(writing, panel_id, key.thumbprint, now)
    return key


def _check_certificate(request: Request, panel: Panel, told: wire.Certificate) -> None:
    """Raises Refusal."""
    if panel.identity_key is None or not is_signed(
        pairing.certified(told.certificate), told.signature, panel.identity_key
    ):
        refuse(request, panel, "notSigned")
        raise Refusal(403, "notSigned", "The certificate is not signed with the key that this panel was paired with.")


# ── the list ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_BOOKING_ID = Parameter(name="id", place="path", schema={"type": "string", "format": "uuid"}, is_required=True)
_COMMAND_ID = Parameter(name="id", place="path", schema={"type": "string"}, is_required=True)
_PAIRING_ID = Parameter(name="id", place="path", schema={"type": "string", "format": "uuid"}, is_required=True)

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(
        method="GET",
        path="/feed",
        name="getFeed",
        summary="What changed in the room since a cursor.",
        answer=paired(get_feed),
        answers={200: wire.Feed},
        parameters=(Parameter(name="cursor", place="query", schema=CURSOR),),
    ),
    Endpoint(
        method="GET",
        path="/stream",
        name="getStream",
        summary="The same as server-sent events: what changed since the cursor at once, then each change as it "
        "happens. Each message has the event `feed`, the cursor as its id, and a Feed as its data.",
        answer=paired(get_stream),
        answers={200: EVENTS},
        parameters=(
            Parameter(name="cursor", place="query", schema=CURSOR),
            Parameter(name="Last-Event-ID", place="header", schema=CURSOR),
        ),
    ),
    Endpoint(
        method="PUT",
        path="/bookings/{id}",
        name="putBooking",
        summary="Makes WOX's booking be like this one. Repeating it changes nothing. Overlaps are not refused: Office "
        "365 decides.",
        answer=paired(put_booking),
        answers={200: wire.Booking, 201: wire.Booking},
        problems=(400, 403, 412, 413, 422, 428),
        body=wire.Booking,
        parameters=(
            _BOOKING_ID,
            Parameter(
                name="If-Match",
                place="header",
                schema={"type": "string", "pattern": '^"[0-9]{1,15}"$', "description": "The version last seen."},
            ),
            Parameter(
                name="If-None-Match",
                place="header",
                schema={"type": "string", "const": "*", "description": "Of a booking that WOX does not have yet."},
            ),
        ),
    ),
    Endpoint(
        method="POST",
        path="/heartbeat",
        name="postHeartbeat",
        summary="How the panel is, once a minute. The latest by the panel's own clock counts, in whatever order. The "
        "answer says which release the panel is to have.",
        answer=paired(post_heartbeat),
        answers={200: wire.Beaten},
        problems=(400, 413, 422),
        body=wire.Heartbeat,
    ),
    Endpoint(
        method="GET",
        path="/releases/{digest}",
        name="getBundle",
        summary="The signed bundle of a release that was offered, or the rest of it from a byte on.",
        answer=paired(get_bundle),
        answers={200: BUNDLE, 206: BUNDLE},
        problems=(400, 404, 416),
        parameters=(
            Parameter(name="digest", place="path", schema={"type": "string"}, is_required=True),
            Parameter(name="Range", place="header", schema={"type": "string", "pattern": "^bytes=[0-9]{1,15}-$"}),
        ),
    ),
    Endpoint(
        method="POST",
        path="/problems",
        name="postProblem",
        summary="Tells facilities what is wrong in the room. The same id again tells nothing new.",
        answer=paired(post_problem),
        answers={200: wire.ProblemReport, 201: wire.ProblemReport},
        problems=(400, 403, 413, 422),
        body=wire.ProblemReport,
    ),
    Endpoint(
        method="POST",
        path="/people/lookup",
        name="lookUpPerson",
        summary="Who holds a badge, or knows a PIN.",
        answer=paired(look_up_person),
        answers={200: wire.Person},
        problems=(400, 404, 413, 422, 429),
        body=wire.Badge,
    ),
    Endpoint(
        method="GET",
        path="/rooms/nearby",
        name="getNearbyRooms",
        summary="The other rooms of the location, those of the same floor first.",
        answer=paired(get_nearby),
        answers={200: wire.Nearby},
    ),
    Endpoint(
        method="GET",
        path="/room/photo",
        name="getPhoto",
        summary="The photo of the panel's room, a JPEG or PNG. Its ETag is the `photo` of the room in the settings.",
        answer=paired(get_photo),
        answers={200: PHOTO, 304: None},
        problems=(404,),
        parameters=(Parameter(name="If-None-Match", place="header", schema={"type": "string"}),),
    ),
    Endpoint(
        method="POST",
        path="/commands/{id}/result",
        name="postCommandResult",
        summary=f"Answers a command: a PNG for a {CommandKind.SCREENSHOT.value}, a report for the "
        f"{CommandKind.DOCTOR.value}, a ZIP archive for {CommandKind.DIAGNOSTICS.value}, an error, or nothing more to "
        "say.",
        answer=paired(post_result),
        answers={204: None},
        problems=(400, 404, 413, 422),
        body=wire.CommandResult,
        also={PNG: None, ARCHIVE: None, REPORT: wire.Report},
        parameters=(_COMMAND_ID,),
    ),
    Endpoint(
        method="POST",
        path="/screenshots",
        name="postScreenshot",
        summary="A picture of the screen that somebody at the panel sends.",
        answer=paired(post_screenshot),
        answers={204: None},
        problems=(413, 422),
        also={PNG: None},
    ),
    Endpoint(
        method="POST",
        path="/leave",
        name="leaveRoom",
        summary="The panel gives up its room: from now on its token is good for nothing.",
        answer=paired(post_leave),
        answers={204: None},
    ),
    Endpoint(
        method="POST",
        path="/pairings",
        name="introduce",
        summary="A panel that is not paired tells who it is, and thereby its code. The same again changes nothing.",
        answer=introduce,
        answers={200: wire.Ticket, 201: wire.Ticket},
        problems=(400, 403, 409, 413, 422, 429),
        body=wire.Introduction,
        is_open=True,
    ),
    Endpoint(
        method="POST",
        path="/pairings/{id}/poll",
        name="pollPairing",
        summary="What became of a code, in the manner of RFC 8628: 403 `denied`, 410 `expired`, 429 `slowDown` (five "
        "seconds more between polls from then on), 409 `replayed`, 404 `unknownPairing`.",
        answer=poll_pairing,
        answers={200: wire.PairingState},
        problems=(400, 403, 404, 409, 410, 413, 422, 429),
        body=wire.Poll,
        parameters=(_PAIRING_ID,),
        is_open=True,
    ),
    Endpoint(
        method="POST",
        path="/pairings/receipt",
        name="confirmReceipt",
        summary="The panel has kept what it was granted. Without it, its token ends after a day.",
        answer=paired(post_receipt),
        answers={204: None},
        problems=(400, 403, 413, 422),
        body=wire.Receipt,
    ),
    Endpoint(
        method="POST",
        path="/certificates",
        name="offerCertificate",
        summary="The panel has a certificate of its own: a new one, to be registered before it is used, or the one it "
        "uses. The same again changes nothing and tells whether it is registered.",
        answer=paired(post_certificate),
        answers={200: wire.CertificateState},
        problems=(400, 403, 413, 422),
        body=wire.Certificate,
    ),
)
COMMON = (401, 503)
"""Problems any endpoint may answer with."""
COMMON_WHERE_OPEN = (503,)
