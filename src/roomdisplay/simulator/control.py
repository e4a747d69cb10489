"""The control API under `/control`: Outlook users, administrators, faults and records, for tests and demonstrations.

JSON in and out, no authentication; errors are `{"error": "a sentence"}` with 400 or 404.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from msgspec.structs import fields, replace
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, Router

from roomdisplay.simulator import ids, moments, outlook, recurrence, scenario, wire
from roomdisplay.simulator.behaviour import Behaviour
from roomdisplay.simulator.entra import CLOUDS, DIRECTORY_PERMISSIONS, PERMISSION_MODELS
from roomdisplay.simulator.entra_errors import MEANINGS
from roomdisplay.simulator.errors import JsonObject
from roomdisplay.simulator.event import Event, Person
from roomdisplay.simulator.exchange import Mail, NotOnCalendar, Room, RoomPolicy
from roomdisplay.simulator.faults import DROPS, Fault
from roomdisplay.simulator.mailbox import Mailbox
from roomdisplay.simulator.odata import Preferences
from roomdisplay.simulator.outlook import MeetingOrder
from roomdisplay.simulator.tenant import Tenant
from roomdisplay.simulator.throttle import Limits
from roomdisplay.simulator.timezones import find_zone

REVOCABLE = ("token", "refreshToken", "permission", "secret", "certificate", "app", "consent", "room")


class ControlError(Exception):
    """The order cannot be carried out; the message is a sentence."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class Order:
    """A JSON body whose keys are read one by one; `done` refuses those nobody asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = dict(values)
        self._read: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def _take(self, name: str, kinds: tuple[type, ...], what: str, default: Any) -> Any:
        self._read.add(name)
        value = self._values.get(name)
        if value is None:
            if default is ...:
                raise ControlError(f"'{name}' is missing; it is {what}.")
            return default
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise ControlError(f"'{name}' is {what}, not {json.dumps(value)}.")
        return value

    def text(self, name: str, default: Any = ...) -> Any:
        return self._take(name, (str,), "text", default)

    def flag(self, name: str, default: Any = ...) -> Any:
        return self._take(name, (bool,), "true or false", default)

    def whole(self, name: str, default: Any = ..., *, least: int = 0) -> Any:
        value = self._take(name, (int,), "a whole number", default)
        if isinstance(value, int) and value < least:
            raise ControlError(f"'{name}' is at least {least}, not {value}.")
        return value

    def number(self, name: str, default: Any = ...) -> Any:
        return self._take(name, (int, float), "a number", default)

    def items(self, name: str) -> list[Any]:
        return self._take(name, (list,), "a list", [])

    def mapping(self, name: str) -> Any:
        return self._take(name, (dict,), "an object", None)

    def choice(self, name: str, accepted: Sequence[str], default: Any = ...) -> Any:
        value = self.text(name, default)
        if value is not None and value not in accepted:
            raise ControlError(f"'{name}' is {value!r}; accepted: {', '.join(accepted)}.")
        return value

    def done(self) -> None:
        extra = sorted(self._values.keys() - self._read)
        if extra:
            raise ControlError(
                f"{', '.join(map(repr, extra))} is not known here; known: {', '.join(sorted(self._read))}."
            )


Handler = Callable[["Control", Request, Order], Any]


class Control:
    """The routes. Every handler runs to its end at once, so an order is never half carried out."""

    def __init__(self, tenant: Tenant, move_in: Callable[[Tenant], None]) -> None:
        self.tenant = tenant
        self._move_in = move_in
        self.router = Router(routes=[self._route(*entry) for entry in ROUTES])

    def _route(self, method: str, path: str, handler: Handler, meaning: str) -> Route:
        del meaning

        async def endpoint(request: Request) -> Response:
            try:
                order = await _order(request)
                self.tenant.exchange.release_unclaimed()
                answer: Any = handler(self, request, order)
            except ControlError as problem:
                return JSONResponse({"error": str(problem)}, problem.status)
            if isinstance(answer, Response):
                return answer
            return JSONResponse({} if answer is None else answer)

        typed: Callable[[Request], Awaitable[Response]] = endpoint
        return Route(f"/control{path}", typed, methods=[method])

    # Looking

    def index(self, request: Request, order: Order) -> JsonObject:
        order.done()
        return {"routes": [{"method": m, "path": f"/control{p}", "does": does} for m, p, _, does in ROUTES]}

    def show_tenant(self, request: Request, order: Order) -> JsonObject:
        return self.tenant.describe()

    def show_room(self, request: Request, order: Order) -> JsonObject:
        return _room_json(self._room(request.path_params["address"]))

    def show_rooms(self, request: Request, order: Order) -> JsonObject:
        return {"rooms": [_room_json(room) for room in self.tenant.exchange.rooms.values()]}

    def room_events(self, request: Request, order: Order) -> JsonObject:
        mailbox = self._room(request.path_params["address"]).mailbox
        shown = self._events(mailbox)
        if "occurrences" in request.query_params:
            shown += self._occurrences(mailbox, request.query_params["occurrences"])
        return {"events": shown}

    def person_events(self, request: Request, order: Order) -> JsonObject:
        address = request.path_params["address"]
        mailbox = self.tenant.exchange.people.get(address.casefold())
        if mailbox is None:
            raise ControlError(f"There is no person with the address {address}.", 404)
        return {"events": self._events(mailbox)}

    def show_mail(self, request: Request, order: Order) -> JsonObject:
        wanted = request.query_params.get("to", "").casefold()
        sent = [mail for mail in self.tenant.exchange.mail if wanted in ("", mail.recipient.casefold())]
        return {"mail": [_mail_json(mail) for mail in sent]}

    def show_requests(self, request: Request, order: Order) -> JsonObject:
        since = request.query_params.get("since", "0")
        if not since.isdigit():
            raise ControlError(f"'since' is the number of a request, not {since!r}.")
        return {"requests": [entry.to_json() for entry in self.tenant.ledger.since(int(since))]}

    def clear_requests(self, request: Request, order: Order) -> None:
        self.tenant.ledger.clear()

    def _events(self, mailbox: Mailbox) -> list[JsonObject]:
        wishes = Preferences()
        live = sorted([*mailbox.items(), *mailbox.exceptions()], key=lambda event: (event.start, event.number))
        shown = [{**wire.render(mailbox, event, wishes), "deleted": False} for event in live]
        gone = [{**wire.render(mailbox, one.event, wishes), "deleted": True} for one in mailbox.gone.values()]
        return shown + gone

    def _occurrences(self, mailbox: Mailbox, window: str) -> list[JsonObject]:
        """Those that series have in START/END and that are no exceptions."""
        try:
            start, end = (datetime.fromisoformat(instant).astimezone(UTC) for instant in window.split("/"))
        except ValueError:
            raise ControlError(f"'occurrences' is START/END, two instants of ISO 8601, not {window!r}.") from None
        listed = {id(event) for event in mailbox.exceptions()}
        found = [e for e in mailbox.window(start, end) if e.occurrence is not None and id(e) not in listed]
        return [{**wire.render(mailbox, event, Preferences()), "deleted": False} for event in found]

    def reset(self, request: Request, order: Order) -> JsonObject:
        chosen, seed = order.text("scenario", "demo"), order.whole("seed", self.tenant.seed)
        order.done()
        try:
            fresh = scenario.build(scenario.load(chosen), seed=seed)
        except scenario.ScenarioError as problem:
            raise ControlError(str(problem)) from None
        fresh.addresses = self.tenant.addresses
        self._move_in(fresh)
        return fresh.describe()

    # Outlook

    def book(self, request: Request, order: Order) -> Response:
        addresses = [order.text("room")] if "room" in order else order.items("rooms")
        if not addresses:
            raise ControlError("'room' is missing; it is a room's address, or 'rooms' a list of them.")
        rooms = [self._room(str(address)) for address in addresses]
        zone_name = order.text("timeZone", rooms[0].mailbox.zone_name)
        self._zone(zone_name)
        start, end = self._moment(order, "start", zone_name), self._moment(order, "end", zone_name)
        if end <= start:
            raise ControlError("'end' comes after 'start'.")
        rule = order.mapping("recurrence")
        if rule is not None:
            try:
                recurrence.parse(rule, default_start=start.date())
            except recurrence.InvalidRecurrence as problem:
                raise ControlError(f"'recurrence' is Graph's patternedRecurrence: {problem}") from None
        stored, answers = outlook.place(
            self.tenant.exchange,
            MeetingOrder(
                subject=order.text("subject", "Meeting"),
                start=start,
                end=end,
                zone_name=zone_name,
                organizer=self._organizer(order),
                attendees=tuple(_person(one, "attendees") for one in order.items("attendees")),
                rooms=tuple(room.mailbox.address for room in rooms),
                created=self.tenant.clock.now(),
                is_all_day=order.flag("isAllDay", False),
                sensitivity=order.choice("sensitivity", wire.SENSITIVITY, "normal"),
                show_as=order.choice("showAs", wire.SHOW_AS, "busy"),
                importance=order.choice("importance", wire.IMPORTANCE, "normal"),
                body=order.text("body", ""),
                categories=tuple(order.items("categories")),
                online=order.flag("online", False),
                recurrence=rule,
            ),
        )
        order.done()
        return JSONResponse(self._outcome(stored, answers, rooms), 201)

    def move(self, request: Request, order: Order) -> JsonObject:
        uid, occurrence = self._meeting(order)
        zone_name = order.text("timeZone", self._uid_zone(uid, occurrence))
        start, end = self._moment(order, "start", zone_name), self._moment(order, "end", zone_name)
        order.done()
        if end <= start:
            raise ControlError("'end' comes after 'start'.")
        try:
            stored, answers = outlook.move(self.tenant.exchange, uid, start, end, original_start=occurrence)
        except NotOnCalendar:
            raise _no_meeting() from None
        rooms = [
            room for one in stored.attendees if (room := self.tenant.exchange.rooms.get(one.person.address.casefold()))
        ]
        return self._outcome(stored, answers, rooms)

    def cancel(self, request: Request, order: Order) -> None:
        uid, occurrence = self._meeting(order)
        comment = order.text("comment", "")
        order.done()
        try:
            outlook.cancel(self.tenant.exchange, uid, original_start=occurrence, comment=comment)
        except NotOnCalendar:
            raise _no_meeting() from None

    def _outcome(self, stored: Event, answers: Mapping[str, str], rooms: Sequence[Room]) -> JsonObject:
        wishes = Preferences()
        identities: dict[str, str | None] = {}
        responses: dict[str, str] = {}
        for room in rooms:
            address = room.mailbox.address
            copy = outlook.copy_in(self.tenant.exchange, address, stored)
            identities[address] = None if copy is None else wire.event_id(room.mailbox, copy, wishes)
            responses[address] = answers.get(address.casefold(), "none")
        return {
            "iCalUId": ids.global_object_id(stored.uid, stored.occurrence),
            "responses": responses,
            "ids": identities,
        }

    def _organizer(self, order: Order) -> Person:
        found = order.mapping("organizer")
        if found is not None:
            return _person(found, "organizer")
        for mailbox in self.tenant.exchange.people.values():
            return self.tenant.exchange.person(mailbox)
        return Person(name="Robin Hale", address=f"robin.hale@{self.tenant.exchange.domain}")

    def _meeting(self, order: Order) -> tuple[str, datetime | None]:
        found = ids.parse_global_object_id(order.text("iCalUId"))
        if found is None:
            raise _no_meeting()
        uid, day = found
        text = order.text("occurrence", None)
        zone_name = self._uid_zone(uid, None)
        if text is not None:
            return uid, self._parse(text, "occurrence", zone_name)
        if day is None:
            return uid, None
        _, master = self.tenant.exchange.meeting(uid)
        return uid, master.on(day).start

    def _uid_zone(self, uid: str, occurrence: datetime | None) -> str:
        try:
            return self.tenant.exchange.meeting(uid, occurrence)[1].zone_name
        except NotOnCalendar:
            raise _no_meeting() from None

    def _moment(self, order: Order, name: str, zone_name: str) -> datetime:
        return self._parse(order.text(name), name, zone_name)

    def _parse(self, text: str, name: str, zone_name: str) -> datetime:
        try:
            return moments.moment(text, now=self.tenant.clock.now(), zone=self._zone(zone_name))
        except moments.InvalidMoment as problem:
            raise ControlError(f"'{name}': {problem}.") from None

    def _zone(self, name: str) -> Any:
        zone = find_zone(name)
        if zone is None:
            raise ControlError(f"'timeZone' is a Windows or IANA zone, not {name!r}.")
        return zone

    def _room(self, address: str) -> Room:
        room = self.tenant.exchange.rooms.get(address.casefold())
        if room is None:
            raise ControlError(f"There is no room with the address {address}.", 404)
        return room

    # Administrators

    def change_room(self, request: Request, order: Order) -> JsonObject:
        room = self._room(request.path_params["address"])
        changes: dict[str, Any] = {}
        for field in fields(RoomPolicy):
            name = scenario.camel(field.name)
            if name not in order:
                continue
            if field.name == "mailbox":
                changes["mailbox"] = order.choice(name, scenario.MAILBOX_STATES)
            elif field.name == "auto_release_minutes":
                changes[field.name] = order.whole(name, least=1)
            else:
                changes[field.name] = order.flag(name)
        zone_name, own_zone = order.text("timeZone", None), order.flag("customTimeZone", None)
        order.done()
        if zone_name is not None:
            self._zone(zone_name)
            room.mailbox.zone_name = zone_name
        if own_zone is not None:
            room.mailbox.has_own_zone = own_zone
        room.policy = replace(room.policy, **changes)
        return _room_json(room)

    def calendar_processing(self, request: Request, order: Order) -> JsonObject:
        """The part of it that the simulator has, in PowerShell's names."""
        policy = self._room(request.path_params["address"]).policy
        return {
            "AutomateProcessing": "AutoAccept" if policy.auto_accept else "AutoUpdate",
            "DeleteSubject": policy.delete_subject,
            "AddOrganizerToSubject": policy.add_organizer_to_subject,
            "RemovePrivateProperty": policy.remove_private_property,
            "EnableAutoRelease": policy.enable_auto_release,
        }

    def revoke(self, request: Request, order: Order) -> None:
        self._grant(order, given=False)

    def restore(self, request: Request, order: Order) -> None:
        self._grant(order, given=True)

    def _grant(self, order: Order, *, given: bool) -> None:
        entra, app = self.tenant.entra, self.tenant.entra.app
        what = order.choice("what", REVOCABLE)
        address = order.text("room", None)
        order.done()
        match what:
            case "token":
                entra.revoke_tokens() if not given else entra.restore_tokens()
            case "refreshToken":
                entra.revoke_refresh_tokens() if not given else entra.restore_refresh_tokens()
            case "permission":
                app.permitted = given
            case "secret":
                app.secret_expired = not given
            case "certificate":
                app.certificates_revoked = not given
            case "app":
                app.disabled = not given
            case "consent":
                app.consented = given
            case _:
                if address is None:
                    raise ControlError("'room' is missing; it is the address of the room to take or give back.")
                room = self._room(address).mailbox.address.casefold()
                (self.tenant.closed_rooms.discard if given else self.tenant.closed_rooms.add)(room)

    def show_entra(self, request: Request, order: Order) -> JsonObject:
        settings, app = self.tenant.entra.settings, self.tenant.entra.app
        return {
            "permissionModel": settings.permissions,
            "placesPermission": settings.places,
            "cloud": settings.cloud,
            "publicClientFlows": settings.public_client_flows,
            "canViewPrivateItems": settings.can_view_private_items,
            "readOnly": settings.read_only,
            "tokenLifetimeSeconds": settings.token_seconds,
            "refreshTokenLifetimeSeconds": settings.refresh_token_seconds,
            "deviceCodeLifetimeSeconds": settings.device_code_seconds,
            "deviceCodeIntervalSeconds": settings.device_code_interval,
            "directoryPermission": settings.directory,
            "keyPropagationSeconds": settings.key_propagation_seconds,
            "keyLimit": settings.key_limit,
            "certificates": sorted(key.thumbprint for key in self.tenant.entra.keys_in_force),
            "secretExpired": app.secret_expired,
            "pendingUserCodes": [code.user_code for code in self.tenant.entra.undecided()],
            "forcedErrors": list(self.tenant.entra.forced),
        }

    def change_entra(self, request: Request, order: Order) -> JsonObject | None:
        entra = self.tenant.entra
        changes: dict[str, Any] = {}
        for name, field, least in (
            ("tokenLifetimeSeconds", "token_seconds", 0),
            ("refreshTokenLifetimeSeconds", "refresh_token_seconds", 0),
            ("deviceCodeLifetimeSeconds", "device_code_seconds", 0),
            ("deviceCodeIntervalSeconds", "device_code_interval", 0),
            ("keyPropagationSeconds", "key_propagation_seconds", 0),
            ("keyLimit", "key_limit", 0),
        ):
            if name in order:
                changes[field] = order.whole(name, least=least)
        for name, field in (
            ("publicClientFlows", "public_client_flows"),
            ("canViewPrivateItems", "can_view_private_items"),
            ("readOnly", "read_only"),
            ("placesPermission", "places"),
        ):
            if name in order:
                changes[field] = order.flag(name)
        if "permissionModel" in order:
            changes["permissions"] = order.choice("permissionModel", PERMISSION_MODELS)
        if "directoryPermission" in order:
            changes["directory"] = order.choice("directoryPermission", DIRECTORY_PERMISSIONS)
        if "cloud" in order:
            changes["cloud"] = order.choice("cloud", tuple(CLOUDS))
        error, count = order.whole("error", None), order.whole("count", 1)
        secret, certificate = order.text("secret", None), order.text("certificate", None)
        approve, deny = order.text("approve", None), order.text("deny", None)
        account, redirect_uri = order.text("account", None), order.text("redirectUri", None)
        order.done()
        if error is not None and error not in MEANINGS:
            raise ControlError(f"'error' is one of {', '.join(map(str, sorted(MEANINGS)))}, not {error}.")
        answer: JsonObject = {}
        if certificate is not None:
            try:
                answer["thumbprint"] = entra.register(certificate)
            except ValueError:
                raise ControlError("'certificate' is a certificate in PEM form.") from None
        if approve is not None or deny is not None:
            self._decide(approve or deny or "", account, approved=approve is not None)
        if redirect_uri is not None:
            entra.authorizations.redirect_uris.add(redirect_uri)
        if secret is not None:
            entra.app.secret, entra.app.secret_expired = secret, False
        if error is not None:
            entra.forced = [error] * count
        entra.restrict(**changes)
        return answer

    def _decide(self, user_code: str, account: str | None, *, approved: bool) -> None:
        code = self.tenant.entra.pending(user_code)
        if code is None:
            raise ControlError(f"No sign-in waits for the code {user_code}.", 404)
        account = account or next(iter(self.tenant.entra.users), None)
        if approved and (account is None or account.casefold() not in self.tenant.entra.users):
            raise ControlError(f"There is no user {account}.", 404)
        self.tenant.entra.decide(code, account if approved else None)

    def show_behaviour(self, request: Request, order: Order) -> JsonObject:
        return {scenario.camel(name): getattr(self.tenant.behaviour, name) for name in Behaviour.__struct_fields__}

    def change_behaviour(self, request: Request, order: Order) -> JsonObject:
        changes: dict[str, Any] = {}
        for field in fields(Behaviour):
            name = scenario.camel(field.name)
            if name in order:
                whole = isinstance(field.default, int) and not isinstance(field.default, bool)
                changes[field.name] = order.whole(name) if whole else order.flag(name)
        order.done()
        self.tenant.behaviour = replace(self.tenant.behaviour, **changes)
        return self.show_behaviour(request, order)

    # Trouble

    def list_faults(self, request: Request, order: Order) -> JsonObject:
        return {"faults": [_fault_json(fault) for fault in self.tenant.faults]}

    def add_fault(self, request: Request, order: Order) -> JsonObject:
        pattern = order.text("path", None)
        try:
            path = None if pattern is None else re.compile(pattern)
        except re.error as problem:
            raise ControlError(f"'path' is a regular expression: {problem}.") from None
        status = order.whole("status", None, least=200)
        if status is not None and status > 599:
            raise ControlError(f"'status' is an HTTP status, not {status}.")
        fault = Fault(
            id=self.tenant.faults.next_id(),
            method=order.text("method", None),
            path=path,
            count=order.whole("count", None, least=1),
            after=order.whole("after", 0),
            status=status,
            code=order.text("code", None),
            message=order.text("message", None),
            retry_after=order.whole("retryAfter", None),
            delay_ms=order.whole("delayMs", 0),
            drop=order.choice("drop", DROPS, None),
            truncate_body=order.whole("truncateBody", None),
            body=order.text("body", None),
        )
        order.done()
        self.tenant.faults.add(fault)
        return {"id": fault.id}

    def clear_faults(self, request: Request, order: Order) -> None:
        self.tenant.faults.clear()

    def remove_fault(self, request: Request, order: Order) -> None:
        number = request.path_params["id"]
        if not self.tenant.faults.remove(number):
            raise ControlError(f"There is no fault {number}.", 404)

    def set_latency(self, request: Request, order: Order) -> JsonObject:
        self.tenant.latency_ms = order.whole("ms")
        order.done()
        return {"ms": self.tenant.latency_ms}

    def set_throttle(self, request: Request, order: Order) -> JsonObject:
        limits = self.tenant.throttle.limits
        self.tenant.throttle.limits = limits = Limits(
            requests=order.whole("requests", limits.requests),
            window_seconds=float(order.number("windowSeconds", limits.window_seconds)),
            concurrent=order.whole("concurrent", limits.concurrent),
        )
        order.done()
        return {
            "requests": limits.requests,
            "windowSeconds": limits.window_seconds,
            "concurrent": limits.concurrent,
        }

    def expire_delta(self, request: Request, order: Order) -> None:
        self.tenant.tracking.forget()

    def show_clock(self, request: Request, order: Order) -> JsonObject:
        return {"now": self.tenant.clock.now().isoformat(), "offsetSeconds": self.tenant.clock.offset.total_seconds()}

    def set_clock(self, request: Request, order: Order) -> JsonObject:
        self.tenant.clock.jump_to(self._parse(order.text("now"), "now", "UTC"))
        order.done()
        return self.show_clock(request, order)


async def _order(request: Request) -> Order:
    raw = await request.body()
    if not raw.strip():
        return Order({})
    try:
        value: object = json.loads(raw)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ControlError("The body is a JSON object.")
    return Order(cast("JsonObject", value))


def _person(value: Any, name: str) -> Person:
    if not isinstance(value, dict):
        raise ControlError(f"'{name}' is given as name and address.")
    found = Order(cast("JsonObject", value))
    address = found.text("address")
    person = Person(name=found.text("name", address), address=address)
    found.done()
    return person


def _no_meeting() -> ControlError:
    return ControlError("No organizer has a meeting with this iCalUId, or not that one of its series.", 404)


def _room_json(room: Room) -> JsonObject:
    switches = {scenario.camel(name): getattr(room.policy, name) for name in RoomPolicy.__struct_fields__}
    return {
        "address": room.mailbox.address,
        "name": room.mailbox.name,
        "timeZone": room.mailbox.zone_name,
        "customTimeZone": room.mailbox.has_own_zone,
        **switches,
    }


def _mail_json(mail: Mail) -> JsonObject:
    proposed = mail.proposed and {"start": _iso(mail.proposed[0]), "end": _iso(mail.proposed[1])}
    return {
        "at": _iso(mail.at),
        "kind": mail.kind,
        "from": mail.sender,
        "to": mail.recipient,
        "subject": mail.subject,
        "iCalUId": ids.global_object_id(mail.uid, None),
        "occurrence": _iso(mail.occurrence),
        "comment": mail.comment,
        "proposedNewTime": proposed,
    }


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.astimezone(UTC).isoformat()


def _fault_json(fault: Fault) -> JsonObject:
    return {
        "id": fault.id,
        "method": fault.method,
        "path": fault.path and fault.path.pattern,
        "count": fault.count,
        "after": fault.after,
        "status": fault.status,
        "code": fault.code,
        "message": fault.message,
        "retryAfter": fault.retry_after,
        "delayMs": fault.delay_ms,
        "drop": fault.drop,
        "truncateBody": fault.truncate_body,
        "body": fault.body,
        "hits": fault.hits,
    }


ROUTES: tuple[tuple[str, str, Handler, str], ...] = (
    ("GET", "", Control.index, "Lists these routes."),
    ("GET", "/tenant", Control.show_tenant, "Tells addresses, identifiers and rooms, as the command's first line."),
    ("POST", "/reset", Control.reset, "Begins again with a scenario, forgetting everything: scenario, seed."),
    ("POST", "/outlook/book", Control.book, "A person invites rooms: subject, start, end, room or rooms and more."),
    ("POST", "/outlook/move", Control.move, "The organizer moves a meeting: iCalUId, start, end, occurrence."),
    ("POST", "/outlook/cancel", Control.cancel, "The organizer cancels a meeting: iCalUId, occurrence, comment."),
    ("GET", "/mail", Control.show_mail, "Lists the messages Exchange sent; ?to= narrows to a recipient."),
    ("GET", "/rooms", Control.show_rooms, "Lists the rooms with their switches."),
    ("GET", "/rooms/{address}", Control.show_room, "Shows a room's switches."),
    ("PATCH", "/rooms/{address}", Control.change_room, "Changes a room's switches."),
    (
        "GET",
        "/rooms/{address}/calendar-processing",
        Control.calendar_processing,
        "Says what Get-CalendarProcessing would.",
    ),
    (
        "GET",
        "/rooms/{address}/events",
        Control.room_events,
        "Lists all a room's items, deleted ones too; with occurrences=START/END also those of series.",
    ),
    ("GET", "/people/{address}/events", Control.person_events, "Lists all a person's items, deleted ones too."),
    ("GET", "/faults", Control.list_faults, "Lists the faults in force and how often they struck."),
    ("POST", "/faults", Control.add_fault, "Orders a fault for requests to Graph or Entra."),
    ("DELETE", "/faults", Control.clear_faults, "Withdraws all faults."),
    ("DELETE", "/faults/{id:int}", Control.remove_fault, "Withdraws one fault."),
    ("GET", "/requests", Control.show_requests, "Lists the requests to Graph and Entra; ?since= gives later ones."),
    ("DELETE", "/requests", Control.clear_requests, "Forgets the requests so far."),
    ("POST", "/revoke", Control.revoke, f"Takes away one of {', '.join(REVOCABLE)}."),
    ("POST", "/restore", Control.restore, "Gives back what was taken away."),
    ("GET", "/entra", Control.show_entra, "Shows the token service's switches."),
    ("POST", "/entra", Control.change_entra, "Changes the token service's switches, credentials and sign-ins."),
    ("POST", "/latency", Control.set_latency, "Delays every answer by ms milliseconds."),
    ("POST", "/throttle", Control.set_throttle, "Sets the limits: requests, windowSeconds, concurrent."),
    ("POST", "/delta/expire", Control.expire_delta, "Loses all sync states, so that delta tokens get a 410."),
    ("GET", "/behaviour", Control.show_behaviour, "Shows the switches for unsettled facts."),
    ("POST", "/behaviour", Control.change_behaviour, "Changes switches for unsettled facts."),
    ("GET", "/clock", Control.show_clock, "Tells the calendar's time."),
    ("POST", "/clock", Control.set_clock, "Sets the calendar's time: now."),
)
