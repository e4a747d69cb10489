"""Microsoft Graph v1.0 as far as room panels and their server meet it, request by request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.simulator import access, applications, ids, odata, places, wire
from roomdisplay.simulator.calls import Answer, Call
from roomdisplay.simulator.entra import GRAPH_APP_ID, Principal, TokenRefused
from roomdisplay.simulator.errors import (
    GraphError,
    JsonObject,
    bad_request,
    invalid_parameter,
    invalid_property,
    invalid_request,
    item_not_found,
    write_conflict,
)
from roomdisplay.simulator.event import NEVER, Event
from roomdisplay.simulator.mailbox import Mailbox, Transaction
from roomdisplay.simulator.odata import Preferences, Query
from roomdisplay.simulator.schedule import get_schedule
from roomdisplay.simulator.tenant import Tenant

DEFAULT_PAGE = 10
LONGEST_VIEW = timedelta(days=1825)
TRACKING = frozenset({"delta", "delta()", "microsoft.graph.delta", "microsoft.graph.delta()"})
ANSWERS = {"accept": "accepted", "decline": "declined", "tentativelyaccept": "tentativelyAccepted"}


class _Visit(Struct, frozen=True, kw_only=True):
    """An authenticated request to one mailbox's calendar."""

    call: Call
    principal: Principal
    mailbox: Mailbox
    query: Query
    preferences: Preferences


class Graph:
    """Answers calls. Raises GraphError for every refusal."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant

    async def answer(self, call: Call, pause: Callable[[], Awaitable[None]]) -> Answer:
        """`pause` is the artificial latency, spent inside the caller's share of concurrency."""
        principal = self._authenticate(call)
        segments = call.segments
        if segments and segments[0].casefold().partition("(")[0] == "applications":
            await pause()
            return applications.answer(self.tenant, principal, call)
        if not segments or segments[0].casefold() not in ("users", "me", "places"):
            await pause()
            raise bad_request(f"Resource not found for the segment '{segments[0] if segments else ''}'.")
        if segments[0].casefold() == "places":
            await pause()
            return self._places(call, principal, segments[1:])
        own = segments[0].casefold() == "me"
        name, rest = (None, segments[1:]) if own else ("".join(segments[1:2]), segments[2:])
        with self.tenant.throttle.admit(principal.app_id, name or principal.user or ""):
            await pause()
            self.tenant.exchange.release_unclaimed()
            query = Query.parse(call.query)
            preferences = Preferences.parse([call.headers.get("prefer", "")])
            mailbox = access.find_mailbox(self.tenant, principal, name)
            visit = _Visit(call=call, principal=principal, mailbox=mailbox, query=query, preferences=preferences)
            answer = self._mailbox(visit, rest)
        applied = ", ".join(preferences.applied)
        return replace(answer, headers={**answer.headers, "Preference-Applied": applied}) if applied else answer

    def _authenticate(self, call: Call) -> Principal:
        try:
            return self.tenant.entra.verify(call.headers.get("authorization"), self.tenant.origins)
        except TokenRefused as refused:
            authority = f"{call.origin}/{self.tenant.entra.tenant_id}/oauth2/authorize"
            challenge = f'Bearer realm="", authorization_uri="{authority}", client_id="{GRAPH_APP_ID}"'
            if refused.challenge is not None:
                challenge += f', error="insufficient_claims", claims="{refused.challenge}"'
            raise GraphError(
                401, "InvalidAuthenticationToken", str(refused), headers={"WWW-Authenticate": challenge}
            ) from None

    def _mailbox(self, visit: _Visit, segments: list[str]) -> Answer:
        rest, calendar = self._in_calendar(visit.mailbox, segments)
        match [visit.call.method, *(segment.casefold() for segment in rest)]:
            case ["GET"] if calendar == "list":
                return self._calendars(visit)
            case ["GET"] if calendar == "one":
                return self._calendar(visit)
            case ["GET", "calendarview"]:
                return self._calendar_view(visit)
            case ["GET", "calendarview", step] if step in TRACKING:
                return self._delta(visit)
            case ["GET", "events"]:
                return self._events(visit)
            case ["POST", "events"]:
                return self._create(visit)
            case ["GET", "events", _]:
                return self._read(visit, rest[1])
            case ["PATCH", "events", _]:
                return self._update(visit, rest[1])
            case ["DELETE", "events", _]:
                return self._delete(visit, rest[1])
            case ["GET", "events", _, "instances"]:
                return self._instances(visit, rest[1])
            case ["POST", "events", _, "cancel" | "microsoft.graph.cancel"]:
                return self._cancel(visit, rest[1])
            case ["POST", "events", _, action] if action.removeprefix("microsoft.graph.") in ANSWERS:
                return self._respond(visit, rest[1], ANSWERS[action.removeprefix("microsoft.graph.")])
            case ["POST", "getschedule" | "microsoft.graph.getschedule"] if calendar == "one":
                return self._schedule(visit)
            case [_, "calendarview" | "events" | "getschedule", *_]:
                raise GraphError(
                    405, "ErrorInvalidRequest", "Specified HTTP method is not allowed for the request target."
                )
            case _:
                raise bad_request(f"Resource not found for the segment '{rest[0] if rest else ''}'.")

    def _in_calendar(self, mailbox: Mailbox, segments: list[str]) -> tuple[list[str], str]:
        match [segment.casefold() for segment in segments[:2]]:
            case ["calendar", *_]:
                return segments[1:], "one"
            case ["calendars"]:
                return [], "list"
            case ["calendars", _]:
                if segments[1] != self._calendar_id(mailbox):
                    raise item_not_found() if ids.decode(segments[1]) else _malformed()
                return segments[2:], "one"
            case _:
                return segments, ""

    # Reading

    def _calendar_view(self, visit: _Visit) -> Answer:
        self._allow(visit, write=False)
        visit.query.refuse("$search")
        if odata.mentions_extensions(visit.query):
            raise GraphError(
                500, "ErrorInternalServerError", "An internal server error occurred. The operation failed."
            )
        start, end = self._window(visit.query)
        return self._page(visit, visit.mailbox.window(start, end), view=True)

    def _events(self, visit: _Visit) -> Answer:
        self._allow(visit, write=False)
        visit.query.refuse("$search")
        return self._page(visit, visit.mailbox.items(), view=False)

    def _instances(self, visit: _Visit, identity: str) -> Answer:
        self._allow(visit, write=False)
        start, end = self._window(visit.query)
        return self._page(visit, visit.mailbox.instances(self._find(visit, identity), start, end), view=True)

    def _read(self, visit: _Visit, identity: str) -> Answer:
        self._allow(visit, write=False)
        event = self._find(visit, identity)
        chosen = odata.select(visit.query, wire.EVENT_PROPERTIES)
        shown = wire.project(self._render(visit, event, visit.preferences), chosen)
        return Answer(body={"@odata.context": self._context(visit, "events/$entity"), **shown})

    def _page(self, visit: _Visit, events: list[Event], *, view: bool) -> Answer:
        query, preferences = visit.query, visit.preferences
        top = query.whole("$top", preferences.page_size or DEFAULT_PAGE, least=1, most=odata.MAX_PAGE)
        skip = query.whole("$skip", 0, least=0)
        chosen = self._selectable(odata.select(query, wire.EVENT_PROPERTIES), view=view)
        matches = odata.where(query, wire.EVENT_PROPERTIES)
        sort = odata.order(query, wire.EVENT_PROPERTIES)
        neutral = Preferences(immutable_ids=preferences.immutable_ids)
        by_id = {wire.event_id(visit.mailbox, event, neutral): event for event in events}
        plain = [{**self._render(visit, event, neutral), **_extended(event)} for event in events]
        found = sort([item for item in plain if matches(item)])
        page = [self._render(visit, by_id[item["id"]], preferences) for item in found[skip : skip + top]]
        body: JsonObject = {"@odata.context": self._context(visit, "calendarView" if view else "events")}
        if query.flag("$count"):
            body["@odata.count"] = len(found)
        body["value"] = [wire.project(item, chosen) for item in page]
        if skip + top < len(found):
            following = query.with_(top=str(top), skip=str(skip + top))
            body["@odata.nextLink"] = f"{visit.call.origin}{visit.call.path}?{following}"
        return Answer(body=body)

    def _selectable(self, chosen: frozenset[str] | None, *, view: bool) -> frozenset[str] | None:
        unselectable = {"createdDateTime", "lastModifiedDateTime"}
        if chosen is None or not view or not chosen & unselectable:
            return chosen
        if self.tenant.behaviour.select_drops_timestamps:
            return chosen - unselectable
        raise bad_request("createdDateTime and lastModifiedDateTime do not support $select on calendarView.")

    def _delta(self, visit: _Visit) -> Answer:
        self._allow(visit, write=False)
        query, mailbox = visit.query, visit.mailbox
        unsupported = ("$select", "$expand", "$filter", "$orderby", "$search", "$top")
        if any(query.get(name) is not None for name in unsupported):
            raise GraphError(
                400,
                "ErrorInvalidUrlQuery",
                "These parameters are not supported with change tracking over the 'CalendarView' resource: "
                f"'{', '.join(unsupported)}'.",
            )
        address = f"{visit.call.origin}{visit.call.path}"
        token = query.get("$skiptoken") or query.get("$deltatoken")
        if token is None:
            page = self.tenant.tracking.begin(mailbox, *self._window(query), visit.preferences)
        else:
            delegated = access.is_delegated_elsewhere(visit.principal, mailbox)
            app_refused = visit.principal.user is None and not self.tenant.behaviour.delta_second_page_for_apps
            if delegated or app_refused:
                raise GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
            location = f"{address}?$deltatoken=" if self.tenant.behaviour.gone_carries_location else None
            page = self.tenant.tracking.resume(mailbox, token, visit.preferences, location=location)
        link = "@odata.deltaLink" if page.option == "$deltatoken" else "@odata.nextLink"
        return Answer(
            body={
                "@odata.context": self._context(visit, "calendarView/delta"),
                link: f"{address}?{page.option}={page.token}",
                "value": page.value,
            }
        )

    # Writing

    def _create(self, visit: _Visit) -> Answer:
        self._allow(visit, write=True)
        access.check_quota(self.tenant, visit.mailbox)
        mailbox, exchange = visit.mailbox, self.tenant.exchange
        body = wire.read_json(visit.call.body, visit.call.headers.get("content-type", ""))
        found = wire.read_event(body)
        transaction = found.get("transactionId")
        if transaction is not None and (earlier := mailbox.transactions.get(transaction)) is not None:
            return self._replay(visit, earlier, body)
        start, end = found.get("start"), found.get("end")
        if start is None or end is None:
            raise invalid_property("An event needs both a start and an end.")
        if end.instant <= start.instant:
            raise wire.too_short()
        now = self.tenant.clock.now()
        blank = Event(
            number=0,
            uid=exchange.new_uid(),
            change=0,
            created=now,
            modified=now,
            start=start.instant,
            end=end.instant,
            zone_name=start.zone_name,
            organizer=exchange.person(mailbox),
        )
        event = wire.apply(found, blank, online_url=self._online_url(mailbox))
        event = replace(event, response="organizer" if event.attendees else "none", responded=NEVER)
        room = exchange.rooms.get(mailbox.address.casefold())
        if room and room.policy.delete_subject and not self.tenant.behaviour.direct_post_keeps_subject:
            event = replace(event, subject=event.organizer.name)
        stored, _ = exchange.organize(mailbox, event)
        if transaction is not None:
            mailbox.transactions[transaction] = Transaction(body=body, key=stored.key)
        return self._created(visit, stored)

    def _replay(self, visit: _Visit, earlier: Transaction, body: JsonObject) -> Answer:
        event = visit.mailbox.find(earlier.key)
        assert event is not None
        if body == earlier.body:
            return self._created(visit, event)
        raise GraphError(
            self.tenant.behaviour.duplicate_transaction_status,
            "ErrorDuplicateTransactionId",
            "Your request can't be completed. The TransactionId specified in the request has already been used to "
            "create a different event.",
            extra={"@event.existingEventId": wire.event_id(visit.mailbox, event, visit.preferences)},
        )

    def _created(self, visit: _Visit, event: Event) -> Answer:
        shown = self._render(visit, event, visit.preferences)
        return Answer(status=201, body={"@odata.context": self._context(visit, "events/$entity"), **shown})

    def _update(self, visit: _Visit, identity: str) -> Answer:
        self._allow(visit, write=True)
        access.check_quota(self.tenant, visit.mailbox)
        event = self._find(visit, identity)
        if self.tenant.behaviour.if_match_on_patch:
            self._match(visit, event)
        found = wire.read_event(wire.read_json(visit.call.body, visit.call.headers.get("content-type", "")))
        if found.pop("transactionId", None) is not None:
            raise invalid_request("The transactionId of an event can be set only when it is created.")
        if event.occurrence is not None and found.get("recurrence") is not None:
            raise wire.recurrence_on_occurrence()
        changed = wire.apply(found, event, online_url=self._online_url(visit.mailbox))
        if event.occurrence is not None and (changed.start, changed.end) != (event.start, event.end):
            self._stay_between(visit.mailbox, changed)
        stored, _ = self.tenant.exchange.update(visit.mailbox, event.key, changed)
        shown = self._render(visit, stored, visit.preferences)
        return Answer(body={"@odata.context": self._context(visit, "events/$entity"), **shown})

    def _stay_between(self, mailbox: Mailbox, moved: Event) -> None:
        """A meeting of a series stays after the day of the one before and before the day of the next ("Update
        event")."""
        before, after = mailbox.adjacent(moved)
        first, last = (moment.date() for moment in moved.wall())
        if (before is not None and first <= before) or (after is not None and max(first, last) >= after):
            raise GraphError(
                400,
                "ErrorOccurrenceCrossingBoundary",
                "Modified occurrence is crossing or overlapping adjacent occurrence.",
            )

    def _delete(self, visit: _Visit, identity: str) -> Answer:
        self._allow(visit, write=True)
        event = self._find(visit, identity)
        self._match(visit, event)
        if event.is_organizer:
            self.tenant.exchange.cancel(visit.mailbox, event.key)
        else:
            tell = self.tenant.behaviour.delete_of_attended_tells_organizer
            self.tenant.exchange.drop(visit.mailbox, event, tell_organizer=tell)
        return Answer(status=204)

    def _cancel(self, visit: _Visit, identity: str) -> Answer:
        self._allow(visit, write=True)
        event = self._find(visit, identity)
        found = wire.read_action(self._parameters(visit), wire.CANCEL_PARAMETERS)
        if not event.is_organizer:
            raise invalid_request("You need to be an organizer to cancel a meeting.")
        self.tenant.exchange.cancel(visit.mailbox, event.key, found.get("comment") or "", reason="changed")
        return Answer(status=202)

    def _respond(self, visit: _Visit, identity: str, answer: str) -> Answer:
        self._allow(visit, write=True)
        event = self._find(visit, identity)
        readers = wire.ANSWER_PARAMETERS if answer == "accepted" else wire.PROPOSAL_PARAMETERS
        found = wire.read_action(self._parameters(visit), readers)
        if event.is_organizer:
            raise invalid_request(
                "Your request can't be completed. You can't respond to this meeting because you're the organizer."
            )
        if event.occurrence is not None and not self.tenant.behaviour.decline_of_one_meeting:
            raise invalid_request("A single meeting of a series cannot be responded to.")
        send = found.get("sendResponse") is not False
        proposed = found.get("proposedNewTime")
        if proposed is not None and not (send and event.allow_new_time_proposals):
            raise invalid_parameter(
                "A new time can be proposed only with a response, and where the organizer allows it."
            )
        self.tenant.exchange.respond(
            visit.mailbox,
            event,
            answer,
            comment=found.get("comment") or "",
            send=send,
            proposed=None if proposed is None else (proposed[0].instant, proposed[1].instant),
        )
        return Answer(status=202)

    # Calendars, availability, places

    def _calendar_id(self, mailbox: Mailbox) -> str:
        return ids.encode(mailbox.digest, ids.ItemKey(number=0))

    def _calendar_json(self, mailbox: Mailbox) -> JsonObject:
        room = self.tenant.exchange.rooms.get(mailbox.address.casefold())
        teams = room is None or room.policy.teams
        return {
            "id": self._calendar_id(mailbox),
            "name": "Calendar",
            "color": "auto",
            "hexColor": "",
            "isDefaultCalendar": True,
            "changeKey": ids.change_key(1),
            "canShare": True,
            "canViewPrivateItems": True,
            "canEdit": True,
            "allowedOnlineMeetingProviders": ["teamsForBusiness"] if teams else [],
            "defaultOnlineMeetingProvider": "teamsForBusiness" if teams else "unknown",
            "isTallyingResponses": False,
            "isRemovable": False,
            "owner": {"name": mailbox.name, "address": mailbox.address},
        }

    def _calendar(self, visit: _Visit) -> Answer:
        self._allow(visit, write=False)
        shown = self._calendar_json(visit.mailbox)
        text = visit.query.get("$select")
        if text:
            chosen = {name.strip().casefold() for name in text.split(",")} | {"id"}
            shown = {name: value for name, value in shown.items() if name.casefold() in chosen}
        return Answer(body={"@odata.context": self._context(visit, "calendar/$entity"), **shown})

    def _calendars(self, visit: _Visit) -> Answer:
        self._allow(visit, write=False)
        context = self._context(visit, "calendars")
        return Answer(body={"@odata.context": context, "value": [self._calendar_json(visit.mailbox)]})

    def _schedule(self, visit: _Visit) -> Answer:
        self._allow(visit, write=False)
        tenant = self.tenant

        def find(name: str) -> tuple[Mailbox, bool] | None:
            try:
                mailbox = access.find_mailbox(tenant, visit.principal, name)
            except GraphError:
                return None
            if access.in_scope(tenant, visit.principal, mailbox):
                return mailbox, True
            return (mailbox, False) if tenant.behaviour.schedule_outside_scope else None

        found = wire.read_action(self._parameters(visit), wire.SCHEDULE_PARAMETERS)
        value = get_schedule(found, find=find, time_zone=visit.preferences.time_zone)
        context = f"{visit.call.origin}/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)"
        return Answer(body={"@odata.context": context, "value": value})

    def _places(self, call: Call, principal: Principal, segments: list[str]) -> Answer:
        access.check_places(self.tenant, principal)
        query = Query.parse(call.query)
        exchange = self.tenant.exchange
        listed: list[JsonObject]
        match [call.method, *(segment.casefold() for segment in segments)]:
            case ["GET", "microsoft.graph.room"]:
                listed = [places.room_place(exchange, room) for room in exchange.rooms.values()]
            case ["GET", "microsoft.graph.roomlist"]:
                listed = places.room_lists(exchange)
            case ["GET", _, "microsoft.graph.roomlist", "rooms"]:
                listed = places.rooms_of_list(exchange, segments[0])
            case ["GET", _] | ["GET", _, "microsoft.graph.room" | "microsoft.graph.roomlist"]:
                context = f"{call.origin}/v1.0/$metadata#places/$entity"
                return Answer(body={"@odata.context": context, **places.find_place(exchange, segments[0])})
            case ["GET", *_]:
                raise bad_request("Resource not found for the segment 'places'.")
            case _:
                raise GraphError(
                    405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target."
                )
        top = query.whole("$top", places.PAGE, least=1, most=odata.MAX_PAGE)
        skip = query.whole("$skip", 0, least=0)
        body: JsonObject = {
            "@odata.context": f"{call.origin}/v1.0/$metadata#places/{segments[-1]}",
            "value": listed[skip : skip + top],
        }
        if query.flag("$count"):
            body["@odata.count"] = len(listed)
        if skip + top < len(listed):
            body["@odata.nextLink"] = f"{call.origin}{call.path}?{query.with_(top=str(top), skip=str(skip + top))}"
        return Answer(body=body)

    # Steps

    def _allow(self, visit: _Visit, *, write: bool) -> None:
        access.check(self.tenant, visit.principal, visit.mailbox, write=write)

    def _window(self, query: Query) -> tuple[datetime, datetime]:
        moments: list[datetime] = []
        for name in ("startDateTime", "endDateTime"):
            text = query.get(name)
            if not text:
                raise invalid_parameter(
                    "This request requires a time window: the query parameters startDateTime and endDateTime."
                )
            # A plus sign sent unencoded arrives as a space; the live parser takes neither for a time.
            moment = odata.read_instant(text)
            if moment is None:
                raise invalid_parameter(f"The value '{text}' of parameter '{name}' is invalid.")
            moments.append(moment)
        start, end = moments
        if end <= start:
            raise invalid_parameter("The endDateTime must come after the startDateTime.")
        if end - start > LONGEST_VIEW:
            raise invalid_request("The requested time range is longer than 1825 days.")
        return start, end

    def _find(self, visit: _Visit, identity: str) -> Event:
        decoded = ids.decode(identity)
        if decoded is None:
            raise _malformed()
        event = visit.mailbox.find_id(decoded)
        if event is None:
            raise item_not_found()
        return event

    def _match(self, visit: _Visit, event: Event) -> None:
        wanted = visit.call.headers.get("if-match")
        if wanted is not None and wanted.strip() not in ("*", ids.etag(event.change)):
            raise write_conflict()

    def _parameters(self, visit: _Visit) -> JsonObject:
        if not visit.call.body.strip():
            return {}
        return wire.read_json(visit.call.body, visit.call.headers.get("content-type", ""))

    def _render(self, visit: _Visit, event: Event, preferences: Preferences) -> JsonObject:
        return wire.render(
            visit.mailbox,
            event,
            preferences,
            conceal=access.conceals(self.tenant, visit.principal, event, visit.mailbox),
            expand=odata.expansions(visit.query),
        )

    def _online_url(self, mailbox: Mailbox) -> Callable[[Event], str | None]:
        room = self.tenant.exchange.rooms.get(mailbox.address.casefold())
        teams = room is None or room.policy.teams
        return lambda event: f"https://teams.example/l/meetup-join/{event.uid[-12:]}" if teams else None

    def _context(self, visit: _Visit, what: str) -> str:
        return f"{visit.call.origin}/v1.0/$metadata#users('{visit.mailbox.address}')/{what}"


def _malformed() -> GraphError:
    return GraphError(400, "ErrorInvalidIdMalformed", "Id is malformed.")


def _extended(event: Event) -> dict[str, Any]:
    if not event.extended:
        return {}
    return {"singleValueExtendedProperties": [{"id": name, "value": value} for name, value in event.extended]}
