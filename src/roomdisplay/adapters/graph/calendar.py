"""The room mailbox's calendar in Microsoft Graph, behind the Calendar port. One request at a time.

Both ways of linking read plain calendarView: its delta is refused to delegates on a room's calendar and sends stubs for
recurring meetings (observed). Immutable ids are asked for throughout: an id kept in the outbox stays good when the item
is moved, and everybody who breaks a tie by id compares ids of the same kind.
"""

import logging
import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode, urlsplit
from zoneinfo import ZoneInfo

from roomdisplay.adapters.graph import availability, errors, event
from roomdisplay.adapters.graph.challenge import claims_of
from roomdisplay.adapters.graph.errors import Call
from roomdisplay.adapters.http import AsyncHttp, Reply
from roomdisplay.core.failure import Bug, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import AvailabilityRead, Read
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.room import Room
from roomdisplay.ports import AccessTokens, Failed

PREFER = 'outlook.timezone="UTC", outlook.body-content-type="text", IdType="ImmutableId"'
PAGE = 999
"""Events per page, the most Graph gives: a page is a request, and requests are what is counted."""
MOST_PAGES = 20
_MARGIN = timedelta(days=1)
_TOKEN = re.compile(r"[\x21-\x7e]+")

_log = logging.getLogger(__name__)


class GraphCalendar:
    """`base_url` ends in the version (`https://graph.microsoft.com/v1.0`); `room_address` is the mailbox's SMTP address
    and `zone` the room's, where its all-day events are days; `category` marks walk-ups in Outlook.
    """

    def __init__(
        self,
        *,
        base_url: str,
        room_address: str,
        zone: ZoneInfo,
        tokens: AccessTokens,
        http: AsyncHttp | None = None,
        category: str = "Walk-up",
    ) -> None:
        self._address = room_address
        self._mailbox = f"{base_url.rstrip('/')}/users/{quote(room_address, safe='@')}"
        self._zone = zone
        self._tokens = tokens
        self._http = http or AsyncHttp()
        self._category = category
        self._is_refused = False
        """The last answer was 401."""

    async def read(self, window: Interval, *, detailed: bool) -> Read:
        """Raises Failed. All pages, or none: a part of a calendar would look like free time."""
        url: str | None = self._view(window, detailed=detailed)
        meetings: list[Meeting] = []
        skipped = 0
        seen: set[str] = set()
        told_at: datetime | None = None
        while url is not None:
            if url in seen or len(seen) == MOST_PAGES:
                raise Failed(Bug(reason=f"calendarView does not end after {len(seen)} pages"))
            if not _same_origin(url, self._mailbox):
                raise Failed(Bug(reason="a nextLink leads away from Graph"))
            seen.add(url)
            reply = await self._ask(Call.READ, "GET", url)
            told_at = told_at or reply.date
            page = event.page(reply.body, self._zone)
            if page is None:
                raise Failed(Transient(reason="the answer to calendarView is not a list of events"))
            meetings += page.meetings
            skipped += page.skipped
            url = page.next_link
        if skipped:
            _log.warning("%d malformed events left out", skipped)
        found = tuple(m for m in meetings if _touches(m, window))
        return Read(meetings=found, skipped=skipped, told_at=told_at)

    async def availability(self, rooms: Sequence[Room], window: Interval) -> AvailabilityRead:
        """Raises Failed, where this room's mailbox is what cannot be asked through."""
        body = availability.question(rooms, window)
        reply = await self._ask(Call.READ, "POST", f"{self._mailbox}/calendar/getSchedule", body)
        answers = availability.answers(reply.body, rooms, window)
        if answers is None:
            raise Failed(Transient(reason="the answer to getSchedule is not a list of schedules"))
        return AvailabilityRead(answers=answers)

    async def time_zone(self) -> str | None:
        """The name of the mailbox's working hours' zone, Windows' or IANA's; None for one of its own making.

        Raises Failed. (The mailbox's settings would say it too, but for a right of their own.)
        """
        start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
        here = Room(address=self._address, name="", zone=self._zone)
        body = availability.question([here], Interval(start, start + timedelta(hours=1)))
        reply = await self._ask(Call.READ, "POST", f"{self._mailbox}/calendar/getSchedule", body)
        name = availability.time_zone(reply.body, here)
        if name == "":
            raise Failed(Transient(reason="getSchedule does not tell the mailbox's working hours"))
        return name

    async def create(self, booking_id: str, interval: Interval, subject: str, *, is_private: bool = False) -> Meeting:
        """Raises Failed; a transactionId used with another body is Rejected(DUPLICATE), whoever then reads finds it."""
        body = event.new_event(booking_id, interval, subject, self._category, is_private=is_private)
        return self._written(await self._ask(Call.CREATE, "POST", f"{self._mailbox}/calendar/events", body))

    async def move_end(self, event_id: str, etag: str, end: datetime) -> Meeting:
        """Raises Failed."""
        reply = await self._ask(Call.CHANGE, "PATCH", self._event(event_id), event.new_end(end), etag)
        return self._written(reply)

    async def move(self, event_id: str, etag: str, interval: Interval, subject: str | None) -> Meeting:
        """Raises Failed."""
        body = event.new_times(interval, subject)
        return self._written(await self._ask(Call.CHANGE, "PATCH", self._event(event_id), body, etag))

    async def delete(self, event_id: str, etag: str) -> None:
        """Raises Failed. Only Graph says 204; any other success is a page of whatever stands in between."""
        reply = await self._ask(Call.CHANGE, "DELETE", self._event(event_id), etag=etag)
        if reply.status != 204:
            raise Failed(Transient(reason=f"an answer to DELETE that is not Graph's ({reply.status})"))

    async def decline(self, event_id: str, comment: str) -> None:
        """Raises Failed. The item goes to Deleted Items (Microsoft, "event: decline"); no If-Match is known for it.

        Graph says 202; any other success is a page of whatever stands in between.
        """
        reply = await self._ask(Call.CHANGE, "POST", f"{self._event(event_id)}/decline", event.new_decline(comment))
        if reply.status != 202:
            raise Failed(Transient(reason=f"an answer to a decline that is not Graph's ({reply.status})"))

    async def close(self) -> None:
        await self._http.close()

    def _view(self, window: Interval, *, detailed: bool) -> str:
        """A day wider on each side: all-day events are matched as UTC midnights of their dates (observed)."""
        query = {
            "startDateTime": _iso(window.start - _MARGIN),
            "endDateTime": _iso(window.end + _MARGIN),
            "$top": str(PAGE),
            "$orderby": "start/dateTime",
        }
        if not detailed:
            query["$select"] = ",".join(event.FIELDS)
        return f"{self._mailbox}/calendarView?{urlencode(query, safe='$,/:', quote_via=quote)}"

    def _event(self, id: str) -> str:
        return f"{self._mailbox}/events/{quote(id, safe='')}"

    def _written(self, reply: Reply) -> Meeting:
        meeting = event.meeting(event.as_object(reply.body), self._zone)
        if meeting is None:
            raise Failed(Transient(reason="the write was accepted, but the answer is not an event"))
        return meeting

    async def _ask(self, call: Call, method: str, url: str, content: bytes | None = None, etag: str = "") -> Reply:
        """A successful answer, or Failed. A first 401 is answered with a fresh token, once."""
        while True:
            token = await self._tokens.token()
            reply = await self._send(token, method, url, content, etag)
            if reply.status != 401:
                self._is_refused = False
                if 200 <= reply.status < 300:
                    return reply
                code = errors.code_of(reply.body)
                raise Failed(errors.failure(reply.status, code, reply.retry_after, call))
            await self._tokens.rejected(token, claims_of(reply.headers.get("www-authenticate", "")))
            if self._is_refused:
                # a fresh token was refused too: from now on one request at a time, until one is accepted
                raise Failed(errors.failure(401, errors.code_of(reply.body), None, call))
            self._is_refused = True

    async def _send(self, token: str, method: str, url: str, content: bytes | None, etag: str) -> Reply:
        if not _TOKEN.fullmatch(token):
            raise Failed(Bug(reason="the access token is not one"))
        headers = {
            "Authorization": f"Bearer {token}",
            "Accept": "application/json",
            "Prefer": PREFER,
            "client-request-id": str(uuid.uuid4()),
        }
        if content is not None:
            headers["Content-Type"] = "application/json"
        if etag:
            headers["If-Match"] = etag
        reply = await self._http.send(method, url, headers=headers, content=content)
        if reply.status >= 400:
            about = [f"{name}={reply.headers.get(name, '')}" for name in ("date", "request-id", "client-request-id")]
            _log.debug("%s answered %d (%s)", method, reply.status, ", ".join(about))
        return reply


def _iso(instant: datetime) -> str:
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _touches(meeting: Meeting, window: Interval) -> bool:
    interval = meeting.interval
    return interval.overlaps(window) or (interval.start == interval.end and window.contains(interval.start))


def _same_origin(url: str, base: str) -> bool:
    """By spelling, not by parsing: two parsers may read one odd address differently."""
    parts = urlsplit(base)
    origin = f"{parts.scheme}://{parts.netloc}/"
    return url[: len(origin)].casefold() == origin.casefold()
