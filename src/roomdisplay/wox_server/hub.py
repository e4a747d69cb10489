"""Which rooms have news: told by this process's own commits, by PostgreSQL of other processes', and looked up slowly
in any case. Whoever waits is told of rooms, never of what changed: that is read from the database, for many rooms at
once."""

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager, suppress

import anyio
import psycopg
from sqlalchemy.exc import SQLAlchemyError

from roomdisplay.wox_server import rooms
from roomdisplay.wox_server.database import CHANNEL, Touched, heard
from roomdisplay.wox_server.transactions import Transactions

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds: another process may have written to the SQLite file, which says so cheaply (`Database.file_version`)."""
LOOK_AT_ALL_EVERY = 30.0
"""Seconds, with PostgreSQL, which tells by itself: in case a notification went astray."""
RECONNECT = (0.2, 2.0)
"""Seconds before the connection that listens is made anew."""
KEEPALIVE = {"keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3"}


class Watch:
    """Gathers the rooms with news until it is asked."""

    def __init__(self) -> None:
        self._rooms: set[int] = set()
        self._news = asyncio.Event()

    async def changed(self) -> set[int]:
        """Waits for news; the rooms since it was last asked."""
        await self._news.wait()
        self._news.clear()
        rooms, self._rooms = self._rooms, set()
        return rooms

    def tell(self, rooms: set[int]) -> None:
        self._rooms |= rooms
        self._news.set()


class Hub:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._watches: set[Watch] = set()
        self._known: dict[int, int] = {}
        self._look_now = asyncio.Event()
        self.is_listening = not transactions.database.is_shared
        """False: PostgreSQL's notifications do not arrive at present."""

    @contextmanager
    def watching(self) -> Generator[Watch]:
        """Told of every room's news as long as the block lasts."""
        watch = Watch()
        self._watches.add(watch)
        try:
            yield watch
        finally:
            self._watches.discard(watch)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Listens as long as the block lasts."""
        loop = asyncio.get_running_loop()
        database = self._transactions.database

        def told(touched: Touched) -> None:
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._tell, touched)

        database.listen(told)
        self._known = await self._transactions.read(rooms.revisions)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._look)
            if database.is_shared:
                tasks.start_soon(self._listen)
            try:
                yield
            finally:
                tasks.cancel_scope.cancel()

    def _tell(self, touched: Touched) -> None:
        if touched is None:
            self._look_now.set()
            return
        for watch in self._watches:
            watch.tell(set(touched))

    async def _look(self) -> None:
        """Compares every room's revision with what it was at the last look."""
        database = self._transactions.database
        version = None
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AT_ALL_EVERY if database.is_shared else LOOK_EVERY):
                    await self._look_now.wait()
            asked = self._look_now.is_set()
            self._look_now.clear()
            try:
                if not database.is_shared:
                    before, version = version, await anyio.to_thread.run_sync(database.file_version)
                    if version == before and not asked:
                        continue
                found = await self._transactions.read(rooms.revisions)
            except SQLAlchemyError as error:
                log.warning("the database cannot be read: %s", type(error).__name__)
                continue
            moved = {id for id, revision in found.items() if self._known.get(id) != revision}
            self._known = found
            if moved:
                self._tell(moved)

    async def _listen(self) -> None:
        url = self._transactions.database.url.set(drivername="postgresql").update_query_dict(KEEPALIVE)
        conninfo = url.render_as_string(hide_password=False)
        while True:
            try:
                connection = await psycopg.AsyncConnection.connect(conninfo, autocommit=True)
                try:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    if not self.is_listening:
                        log.info("listening to the database")
                    self.is_listening = True
                    self._tell(None)  # what was said while nobody listened
                    async for notification in connection.notifies():
                        self._tell(heard(notification.payload))
                finally:
                    # its own way out rolls back first, and a task that is cancelled gets no further than that
                    await connection.close()
            except (psycopg.Error, OSError) as error:
                if self.is_listening:
                    log.warning("the database's notifications stopped: %s", type(error).__name__)
                self.is_listening = False
            await asyncio.sleep(random.uniform(*RECONNECT))  # noqa: S311 - spreads load, hides nothing
