"""One request for a page: who asks, whether they may, what they typed; and the pages' way back."""

import hashlib
import hmac
import logging
import secrets
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from msgspec import Struct, field
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive

from roomdisplay.core.photo import LARGEST as LARGEST_PHOTO
from roomdisplay.wox_server import bookings, panels, people, problems, releases, rooms
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.handover import Handover
from roomdisplay.wox_server.limits import Allowance
from roomdisplay.wox_server.people import Account, Duty, Session
from roomdisplay.wox_server.portal import texts
from roomdisplay.wox_server.portal.entra import EntraSignIn
from roomdisplay.wox_server.portal.live import OpenPages
from roomdisplay.wox_server.portal.texts import Language, text
from roomdisplay.wox_server.serving import Serving, serving

log = logging.getLogger(__name__)

LARGEST_FORM = 64 * 1024
LARGEST_BUNDLE = releases.LARGEST_BUNDLE + LARGEST_FORM
LARGEST_UPLOAD = LARGEST_PHOTO + LARGEST_FORM
MOST_FIELDS = 200
LARGEST_ID = 2**31 - 1
"""Of PostgreSQL's integers."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")

templates = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


BY_ACCOUNT = Allowance(name="account", burst=8, every=75)
BY_ADDRESS = Allowance(name="address", burst=40, every=15)
"""Wrong passwords and links: a whole office may stand behind one address."""
BY_CODE = Allowance(name="code", burst=20, every=6)
"""Of each person: codes that no panel shows."""


class Portal(Struct, frozen=True, kw_only=True):
    """How people sign in, and the pages they have open."""

    entra: EntraSignIn | None = None
    handover: Handover | None = None
    """What panels are handed; None: none can be paired."""
    registers_keys: bool = False
    """The server registers panels' certificates with the application; else an administrator does."""
    pages: OpenPages = field(default_factory=OpenPages)


class Needs(StrEnum):
    """What a page asks of whoever opens it; a Duty besides."""

    NOTHING = "nothing"
    ACCOUNT = "account"


class Forbidden(Exception):
    """They may not, here."""


class NotFound(Exception):
    """There is no such page."""


class Stopped(Exception):
    """The request ends with this answer; the message is a sentence of `texts`."""

    def __init__(self, status: int, sentence: str, **headers: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.headers = headers


GONE = (
    rooms.NotThere,
    panels.NotThere,
    people.PersonGone,
    bookings.BookingGone,
    problems.NotThere,
    releases.NotThere,
    NotFound,
)


class Visit(Struct, kw_only=True):
    portal: Portal
    serving: Serving
    request: Request
    session: Session | None
    visitor: str
    """A cookie of whoever is not signed in; proves that a form came from here."""
    is_secure: bool
    language: Language
    now: datetime
    form: Mapping[str, str] = field(default_factory=dict[str, str])
    lists: Mapping[str, list[str]] = field(default_factory=dict[str, list[str]])
    """Fields that may be there several times."""
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    large: Mapping[str, IO[bytes]] = field(default_factory=dict[str, IO[bytes]])
    """Files too large to be held in memory, as long as the page is at work."""

    # ── who and where ──

    @property
    def database(self) -> Database:
        return self.serving.transactions.database

    @property
    def account(self) -> Account:
        if self.session is None:
            raise Forbidden
        return self.session.account

    @property
    def csrf(self) -> str:
        return self.session.csrf if self.session else _csrf_of(self.visitor)

    @property
    def path(self) -> str:
        query = self.request.url.query
        return self.request.url.path + (f"?{query}" if query else "")

    @property
    def origin(self) -> str:
        """Where people find the Portal."""
        asked = f"{self.request.url.scheme}://{self.request.url.netloc}"
        return self.serving.public_url if self.serving.public_url.startswith("https://") else asked

    @property
    def address(self) -> str:
        """The other side's, for counting tries."""
        return self.request.client.host if self.request.client else ""

    def wait(self, allowance: Allowance, key: str) -> float:
        """Seconds until the next try; 0: now."""
        with self.database.reading() as connection:
            return allowance.wait(connection, key, self.now)

    def spend(self, allowance: Allowance, key: str) -> float:
        """Counts a try; seconds to wait where there were too many, else 0."""
        with self.database.writing() as writing:
            return allowance.spend(writing, key, self.now)

    def restore(self, allowance: Allowance, key: str) -> None:
        with self.database.writing() as writing:
            allowance.restore(writing, key)

    def id(self, name: str) -> int:
        """A number in the path."""
        return self.request.path_params[name]

    def may(self, duty: Duty, location_id: int | None = None) -> bool:
        return self.session is not None and self.session.account.may(duty, location_id)

    def require(self, duty: Duty, location_id: int | None = None) -> None:
        """Raises Forbidden."""
        if not self.may(duty, location_id):
            raise Forbidden

    # ── what they typed ──

    def typed(self, name: str, most: int = 200) -> str:
        return self.form.get(name, "").strip()[:most]

    def asked(self, name: str, most: int = 200) -> str:
        """Of the address's query."""
        return self.request.query_params.get(name, "").strip()[:most]

    # ── the answer ──

    def say(self, sentence: str, /, **values: object) -> str:
        return self.language.say(sentence, **values)

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        content = templates.get_template(template).render(
            visit=self,
            here=self._here,
            _=self.language.say,
            language=self.language,
            account=self.session.account if self.session else None,
            now=self.now,
            Duty=Duty,
            timedelta=timedelta,
            **values,
        )
        return HTMLResponse(content, status)

    def _here(self, prefix: str) -> Markup:
        """Marks the link of the page one is on."""
        path = self.request.url.path
        is_here = path == prefix if prefix == "/" else path.startswith(prefix)
        return Markup(' aria-current="page"') if is_here else Markup()

    def go(self, path: str, **words: str) -> RedirectResponse:
        """To another page of the Portal, after a form."""
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in words.items())
        return RedirectResponse(path + ("?" + query if query else ""), 303)

    def cookie_name(self, name: str) -> str:
        """The prefix makes browsers refuse it from anywhere but this host over https."""
        return f"__Host-{name}" if self.is_secure else name

    def cookie(self, response: Response, name: str, value: str, lasts: timedelta | None = None) -> None:
        """`value` empty: takes it away."""
        seconds = 0 if not value else None if lasts is None else int(lasts.total_seconds())
        response.set_cookie(
            self.cookie_name(name),
            value,
            max_age=seconds,
            path="/",
            secure=self.is_secure,
            httponly=True,
            samesite="lax",
        )


Handler = Callable[[Visit], Response]


class Page(Struct, frozen=True, kw_only=True):
    """A route: `needs` is asked of whoever comes, a Duty at the location the path's number belongs to."""

    path: str
    handler: Handler
    needs: Needs | Duty
    method: str = "GET"
    uploads: bool = False
    is_large: bool = False
    """What is uploaded does not fit into memory."""

    def route(self, portal: Portal) -> Route:
        return Route(self.path, partial(_answer, portal, self), methods=[self.method], name=self.handler.__name__)


def target(path: str) -> str:
    """`path` if it leads to a page of the Portal, else the first page."""
    if not path.startswith("/") or path.startswith("//") or any(c in path for c in "\\\r\n\t\0"):
        return "/"
    parts = urlsplit(path)
    return "/" if parts.scheme or parts.netloc else path


# ── the door ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def _answer(portal: Portal, page: Page, request: Request) -> Response:
    is_secure = request.url.scheme == "https"
    serve = serving(request)
    visit = Visit(
        portal=portal,
        serving=serve,
        request=request,
        session=None,
        visitor="",
        is_secure=is_secure,
        language=texts.chosen(request.headers.get("accept-language", "")),
        now=serve.now(),
    )
    visit.visitor = request.cookies.get(visit.cookie_name("visitor"), "")[:100]
    is_new_visitor = not visit.visitor
    if is_new_visitor:
        visit.visitor = secrets.token_urlsafe(24)
    try:
        if not is_secure and not _is_loopback(request):
            raise Stopped(421, text("The Portal works over https only. Ask whoever runs it for the right address."))
        async with _form(visit, page):
            response = await run_in_threadpool(_enter, visit, page)
    except Stopped as stopped:
        response = _sorry(visit, stopped.status, stopped.sentence)
        response.headers.update(stopped.headers)
    except GONE:
        response = _sorry(visit, 404, text("There is no such page. It may have been removed since."))
    except Forbidden:
        response = _sorry(visit, 403, text("Your role does not allow this here. Ask your Space Administrator for it."))
    if is_new_visitor and visit.session is None:
        visit.cookie(response, "visitor", visit.visitor)
    return harden(response, visit)


def _enter(visit: Visit, page: Page) -> Response:
    """On a thread: the database blocks."""
    if any(isinstance(id, int) and id > LARGEST_ID for id in visit.request.path_params.values()):
        raise NotFound
    with visit.database.reading() as connection:
        _recognise(connection, visit)
        if page.method == "POST":
            _check_csrf(visit)
        if page.needs is not Needs.NOTHING and visit.session is None:
            on = visit.path if page.method == "GET" else ""
            return visit.go("/sign-in", **({"on": on} if on not in ("", "/") else {}))
        if isinstance(page.needs, Duty):
            visit.require(page.needs, _place(connection, visit.request.path_params))
    return page.handler(visit)


def _is_trusted(visit: Visit, page: Page) -> bool:
    """May they send what fills a disk? Asked before anything of it is read."""
    with visit.database.reading() as connection:
        _recognise(connection, visit)
    return isinstance(page.needs, Duty) and visit.may(page.needs)


def _recognise(connection: Connection, visit: Visit) -> None:
    if token := visit.request.cookies.get(visit.cookie_name("session"), ""):
        visit.session = people.session(connection, token[:100], visit.now)


def _place(connection: Connection, params: Mapping[str, Any]) -> int | None:
    """The location that the path is about; None: none in particular."""
    match params:
        case {"location_id": id}:
            return rooms.location(connection, id).id
        case {"room_id": id}:
            return rooms.room(connection, id).location.id
        case {"panel_id": id}:
            return rooms.room(connection, panels.find(connection, id).room_id).location.id
        case {"problem_id": id}:
            return rooms.room(connection, problems.find(connection, id).room_id).location.id
        case _:
            return None


def _check_csrf(visit: Visit) -> None:
    typed = visit.form.get("csrf", "").encode()
    foreign = visit.request.headers.get("sec-fetch-site") == "cross-site"
    if foreign or not hmac.compare_digest(typed, visit.csrf.encode()):
        raise Stopped(403, text("This form is no longer good. Go back, load the page again, and send it once more."))


def _csrf_of(visitor: str) -> str:
    return hashlib.sha256(f"form:{visitor}".encode()).hexdigest()


@asynccontextmanager
async def _form(visit: Visit, page: Page) -> AsyncGenerator[None]:
    """What was typed and uploaded, as long as the page is at work."""
    if page.method != "POST":
        yield
        return
    most = LARGEST_UPLOAD if page.uploads else LARGEST_FORM
    if page.is_large and await run_in_threadpool(_is_trusted, visit, page):
        most = LARGEST_BUNDLE
    bounded = Request(visit.request.scope, _bounded(visit.request.receive, most))
    if int(visit.request.headers.get("content-length") or 0) > most:
        raise Stopped(413, text("That is too large. Send less, or a smaller picture."))
    async with AsyncExitStack() as stack:
        try:
            parsed = bounded.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=LARGEST_FORM)
            form = await stack.enter_async_context(parsed)
            visit.lists = {name: [value for value in form.getlist(name) if isinstance(value, str)] for name in form}
            visit.form = {name: values[-1] for name, values in visit.lists.items() if values}
            files = {name: file for name, file in form.items() if isinstance(file, UploadFile)}
            if page.is_large:
                visit.large = {name: file.file for name, file in files.items()}
            else:
                visit.files = {name: await file.read() for name, file in files.items()}
        except (MultiPartException, HTTPException, ValueError) as error:
            raise Stopped(400, text("This form cannot be read. Load the page again, and send it once more.")) from error
        yield


def _bounded(receive: Receive, most: int) -> Receive:
    seen = 0

    async def read() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise Stopped(413, text("That is too large. Send less, or a smaller picture."))
        return message

    return read


def _is_loopback(request: Request) -> bool:
    """Without https only on this machine itself, by a name of it."""
    return (request.url.hostname or "") in LOOPBACK and (request.client is None or request.client.host in LOOPBACK)


def _sorry(visit: Visit, status: int, sentence: str) -> Response:
    return visit.page("sorry.html", status, sentence=visit.say(sentence))


def harden(response: Response, visit: Visit) -> Response:
    entra = visit.portal.entra
    # a browser holds form-action against the redirects that follow a form, too
    elsewhere = f" {entra.directory.origin}" if entra else ""
    response.headers["Content-Security-Policy"] = (
        f"default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'{elsewhere}"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers.setdefault("Cache-Control", "no-store")
    if visit.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
