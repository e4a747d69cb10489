"""The mirror on the server: the machine that runs in a panel, once for each room, without a screen.

Where the server holds the link to Office 365, every room is mirrored whether it has a panel or not. Of several
processes on one PostgreSQL database one mirrors; another takes over when it ends. Panels that mirror their own rooms as
well do no harm: bookings have one id everywhere.
"""

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from anyio.to_thread import run_sync
from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from roomdisplay.adapters.secrets import NamedSecrets
from roomdisplay.adapters.store.sqlite import SqliteStore
from roomdisplay.config.loader import ConfigError, load_office365
from roomdisplay.config.settings import ServiceAccount
from roomdisplay.core.failure import Refusal, Rejected
from roomdisplay.core.machine import FeedTold, State
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from roomdisplay.core.wox import PNG, Booking, Feed, Heartbeat, Offer, Person, ProblemReport, RoomSettings
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.ports import Calendars, Clock, Failed, Store
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.link import ApplicationLink, application_link
from roomdisplay.wox_server import bookings, rooms
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.hub import Hub
from roomdisplay.wox_server.lease import lease
from roomdisplay.wox_server.rooms import Marks, MeetingRoom
from roomdisplay.wox_server.transactions import Transactions

log = logging.getLogger(__name__)

POLICY = Policy()
DAYS = 14
"""Read ahead: as far as people may book by default."""
LEASE = 0x4D495252
"""PostgreSQL's advisory lock of whoever mirrors; any number."""
NOTE_EVERY = 15.0
"""Seconds between two notes of when the rooms were read."""
AGAIN_AFTER = 2.0
"""Seconds after which the database is asked again that could not be read."""


_ANY_ROOM = Room(address="any@example.com", name="", zone=ZoneInfo("UTC"))


class MirrorRefused(Exception):
    """The message is a sentence that says what to do."""


class _Told(Struct, frozen=True, kw_only=True):
    """What the database holds for a room's mirror."""

    room: MeetingRoom
    marks: Marks
    bookings: Sequence[Booking]
    is_whole: bool


class DatabaseWox:
    """The `WoxServer` port of one room, straight on the database."""

    def __init__(
        self, room_id: int, transactions: Transactions, hub: Hub, now: Callable[[], datetime], policy: Policy = POLICY
    ) -> None:
        self._room_id = room_id
        self._policy = policy
        self._transactions = transactions
        self._hub = hub
        self._now = now

    async def feed(self, cursor: str | None) -> Feed:
        since = int(cursor) if cursor is not None and cursor.isdecimal() else None
        told = await self._transactions.read(_told, self._room_id, since, self._now())
        settings = None
        if since is None or told.is_whole or told.marks.settings_revision > since:
            # what a room allows is for those who book to keep, and check-in takes a screen: a mirror only mirrors
            settings = RoomSettings(room=told.room.room, policy=self._policy)
        return Feed(
            cursor=str(told.marks.revision), bookings=tuple(told.bookings), settings=settings, is_whole=told.is_whole
        )

    async def changes(self, cursor: str | None) -> AsyncGenerator[Feed]:
        with self._hub.watching() as watch:
            feed = await self.feed(cursor)
            yield feed
            while True:
                if self._room_id in await watch.changed():
                    feed = await self.feed(feed.cursor)
                    yield feed

    async def put(self, booking: Booking) -> Booking:
        try:
            stored, _ = await self._transactions.write(bookings.put, self._room_id, booking, self._now())
        except bookings.Changed as changed:
            raise Failed(Rejected(refusal=Refusal.CHANGED, reason=str(changed))) from changed
        except bookings.OtherRoom as other:
            raise Failed(Rejected(refusal=Refusal.INVALID, reason="the booking is another room's")) from other
        return stored

    async def beat(self, heartbeat: Heartbeat) -> Offer | None:
        """The server is no panel."""
        return None

    async def bundle(self, offer: Offer, start: int) -> AsyncGenerator[bytes]:
        """Nor is it offered anything."""
        raise Failed(Rejected(refusal=Refusal.GONE, reason="only panels are offered releases"))
        yield

    async def photo(self) -> bytes:
        """Nobody looks at it here."""
        raise Failed(Rejected(refusal=Refusal.GONE, reason="only panels show a photo"))

    async def report(self, report: ProblemReport) -> None:
        """Nobody reports problems here."""

    async def person(self, *, badge: str | None = None, pin: str | None = None) -> Person | None:
        return None

    async def done(self, command_id: str, result: bytes = b"", error: str | None = None, *, kind: str = PNG) -> None:
        """Commands are for panels."""

    async def show(self, picture: bytes) -> None:
        """A server has no screen."""

    async def leave(self) -> None:
        """A server is in no room."""

    async def close(self) -> None:
        """The database is the server's."""


def linked(file: Path) -> ApplicationLink:
    """The link that `file` (config.yaml's section office365, and nothing else) describes. Raises MirrorRefused."""
    try:
        office365 = load_office365(file)
    except ConfigError as error:
        raise MirrorRefused(str(error)) from error
    match office365.credential:
        case ServiceAccount():
            raise MirrorRefused(
                f"{file}: a server has no screen to sign a service account in at. Link it as an enterprise "
                "application, or leave the mirror to the panels."
            )
        case credential:
            return application_link(office365, credential, NamedSecrets())


@asynccontextmanager
async def mirroring(
    link: ApplicationLink, folder: Path, *, transactions: Transactions, hub: Hub, clock: Clock
) -> AsyncGenerator[None]:
    """Mirrors every room as long as the block lasts; what is pending is kept in `folder`. Raises StoreBroken."""
    store = await run_sync(SqliteStore, folder / "mirror.sqlite")
    mirror = Mirror(calendars=link.calendars, store=store, transactions=transactions, hub=hub, clock=clock)
    task = asyncio.create_task(mirror.run())
    task.add_done_callback(_report)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await link.close(_ANY_ROOM)
        store.close()


def _report(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("the mirror ended in a way that was not foreseen", exc_info=error)


class Mirror:
    """`run` mirrors until it is cancelled."""

    def __init__(
        self,
        *,
        calendars: Calendars,
        store: Store,
        transactions: Transactions,
        hub: Hub,
        clock: Clock,
        policy: Policy = POLICY,
    ) -> None:
        self._calendars = calendars
        self._policy = policy
        self._store = store
        self._transactions = transactions
        self._hub = hub
        self._clock = clock
        self._engines: dict[int, Engine] = {}
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mirror")
        self._read_at: dict[int, datetime] = {}

    async def run(self) -> None:
        try:
            while True:
                async with lease(self._transactions.database, LEASE) as lost:
                    await self._mirror_until(lost)
                log.warning("the mirror's lease was lost with the connection to the database")
        finally:
            self._writer.shutdown(wait=False)

    async def _mirror_until(self, lost: asyncio.Event) -> None:
        tasks = [asyncio.create_task(work()) for work in (lost.wait, self._follow, self._note)]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            engines, self._engines = self._engines, {}
            await asyncio.gather(*(engine.close() for engine in engines.values()))

    # ── WOX ───────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def _follow(self) -> None:
        """Tells every room's machine what is new of it on WOX."""
        with self._hub.watching() as watch:
            touched: set[int] | None = None
            while True:
                try:
                    await self._tell(touched)
                except SQLAlchemyError as error:
                    log.warning("the mirror cannot read the database: %s", type(error).__name__)
                    touched = None
                    await asyncio.sleep(AGAIN_AFTER)
                    continue
                touched = await watch.changed()

    async def _tell(self, touched: set[int] | None) -> None:
        """The news of the `touched` rooms; of all where that is None."""
        found = await self._transactions.read(rooms.rooms_of, touched) if touched else None
        if found is None:
            found = {room.id: room for room in await self._transactions.read(rooms.rooms)}
        started = [self._start(room) for room in found.values() if room.id not in self._engines]
        if started:
            log.info("mirroring %d rooms", len(self._engines))
        for room_id in found:
            engine = self._engines[room_id]
            side = engine.state.wox
            assert side is not None
            feed = await self._wox(room_id).feed(side.cursor)
            engine.post(FeedTold(now=self._clock.now(), feed=feed))
        for room_id in (touched or set()) - found.keys():
            if (gone := self._engines.pop(room_id, None)) is not None:
                await gone.close()

    def _start(self, room: MeetingRoom) -> None:
        state = State(room=room.room, policy=self._policy, now=self._clock.now(), horizon=DAYS, wox=WoxSide())
        engine = Engine(
            state=state, store=self._store, clock=self._clock, show=self._shown(room.id), writer=self._writer
        )
        self._engines[room.id] = engine
        engine.start(self._store.load(room.facts.mailbox))
        # rooms are not all asked about at the same instant
        spread = random.uniform(0, state.policy.poll_every.total_seconds())  # noqa: S311 - spreads load
        delay = 0.0 if len(self._engines) < 20 else spread
        loop = asyncio.get_running_loop()
        loop.call_later(delay, self._attach, room.id, engine)

    def _attach(self, room_id: int, engine: Engine) -> None:
        if self._engines.get(room_id) is engine:
            engine.attach(asyncio.get_running_loop(), self._calendars, wox=self._wox(room_id))

    def _wox(self, room_id: int) -> DatabaseWox:
        return DatabaseWox(room_id, self._transactions, self._hub, lambda: self._clock.now().wall, self._policy)

    # ── Office 365 ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _shown(self, room_id: int) -> Callable[[State], None]:
        def shown(state: State) -> None:
            if state.age is not None and state.failure is None:
                self._read_at[room_id] = state.now.wall - state.age

        return shown

    async def _note(self) -> None:
        """Lets people see how old what they see is."""
        while True:
            await asyncio.sleep(NOTE_EVERY)
            read_at, self._read_at = self._read_at, {}
            with suppress(SQLAlchemyError):
                await self._transactions.write(_noted, read_at)


def _told(connection: Connection, room_id: int, since: int | None, now: datetime) -> _Told:
    # how far the feed is comes first: what is committed meanwhile is then told twice, never left out
    marks = rooms.marks(connection, [room_id])[room_id]
    room = rooms.room(connection, room_id)
    is_whole = since is None or since < marks.pruned_revision or since > marks.revision
    found = bookings.whole(connection, room_id, now) if is_whole else bookings.since(connection, room_id, since or 0)
    return _Told(room=room, marks=marks, bookings=found, is_whole=is_whole)


def _noted(writing: Writing, read_at: dict[int, datetime]) -> None:
    for room_id, at in read_at.items():
        rooms.mirrored(writing, room_id, at)
