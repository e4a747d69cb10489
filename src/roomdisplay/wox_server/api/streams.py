"""The panels' streams: each is told what changed in its room, in batches, so that the cost grows with the changes.

A stream holds one message at most. One that is still sending is told the rest when it is done, from where it then is:
nothing queues up behind a slow panel, and nothing is skipped.
"""

import asyncio
import logging
import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from starlette.types import Receive, Send

from roomdisplay.wox_server.api.feed import Asked, Told, feeds
from roomdisplay.wox_server.hub import Hub
from roomdisplay.wox_server.metrics import Metrics
from roomdisplay.wox_server.transactions import Transactions

log = logging.getLogger(__name__)

BATCH = 200
"""Rooms read at once."""
KEEP_ALIVE = 15.0
"""Seconds of silence after which a comment is sent."""
PATIENCE = 20.0
"""Seconds in which a panel has to take what it is sent; one that does not is cut off, and resumes by its cursor."""
RETRY = (5.0, 15.0)
"""Seconds after which a panel comes again; drawn for each, so that they do not come all at once."""
MOST_OF_A_PANEL = 3
"""Streams; the oldest ends when there are more (its panel has forgotten it)."""
AFTER_FAILURE = 1.0
CHECK_EVERY = 60.0
"""Seconds between two looks whether those that are connected are still paired."""

HEADERS = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
)


class Stream:
    """One panel's. `since` is what has been sent to it."""

    __slots__ = ("changed_at", "is_behind", "is_over", "message", "news", "panel_id", "room_id", "since", "told")

    def __init__(self, panel_id: int, room_id: int, since: int | None) -> None:
        self.panel_id = panel_id
        self.room_id = room_id
        self.since = since
        self.told = False
        """Whether it had its first message."""
        self.is_behind = True
        """Its room has news that it was not given."""
        self.is_over = False
        self.message: bytes | None = None
        self.changed_at = 0.0
        """When the news it is to be given came up."""
        self.news = asyncio.Event()

    def end(self) -> None:
        self.is_over = True
        self.news.set()


class Streams:
    def __init__(
        self, transactions: Transactions, *, metrics: Metrics, now: Callable[[], datetime], public_url: str
    ) -> None:
        self._transactions = transactions
        self._metrics = metrics
        self._now = now
        self._public_url = public_url
        self._by_room: dict[int, list[Stream]] = {}
        self._by_panel: dict[int, list[Stream]] = {}
        self._due: dict[Stream, None] = {}
        self._wake = asyncio.Event()
        self._is_over = False

    def __len__(self) -> int:
        return sum(len(streams) for streams in self._by_panel.values())

    def end(self) -> None:
        """Ends all: the server stops."""
        self._is_over = True
        for streams in self._by_panel.values():
            for stream in streams:
                stream.end()

    async def follow(self, hub: Hub) -> None:
        """Runs as long as the server does."""
        with hub.watching() as watch:
            while True:
                for room_id in await watch.changed():
                    self._behind(self._by_room.get(room_id, ()))

    async def check(self) -> None:
        """Runs as long as the server does: ends the streams of panels whose token has expired meanwhile."""
        while True:
            await asyncio.sleep(CHECK_EVERY)
            self._behind([stream for streams in self._by_panel.values() for stream in streams])

    async def feed(self) -> None:
        """Runs as long as the server does."""
        while True:
            await self._wake.wait()
            taken = list(self._due)[:BATCH]
            for stream in taken:
                del self._due[stream]
            # one that has a message to send comes back by itself when it has
            batch = [stream for stream in taken if stream.message is None]
            for stream in batch:
                stream.is_behind = False
            if not self._due:
                self._wake.clear()
            if batch:
                await self._load(batch)

    async def _load(self, batch: Sequence[Stream]) -> None:
        asked = [Asked(panel_id=stream.panel_id, room_id=stream.room_id, since=stream.since) for stream in batch]
        began = time.perf_counter()
        try:
            told = await self._transactions.read(feeds, asked, now=self._now(), public_url=self._public_url)
        except SQLAlchemyError as error:
            log.warning("panels cannot be told what changed: %s", type(error).__name__)
            await asyncio.sleep(AFTER_FAILURE)
            self._behind(batch)
            return
        self._metrics.batch.observe(time.perf_counter() - began)
        for stream, one in zip(batch, told, strict=True):
            self._give(stream, one)

    def _give(self, stream: Stream, told: Told | None) -> None:
        if told is None:
            stream.end()
        elif not stream.told or told.revision != stream.since:
            stream.message = _message(told, with_retry=not stream.told)
            stream.since = told.revision
            stream.told = True
            stream.news.set()

    def _behind(self, streams: Sequence[Stream]) -> None:
        for stream in streams:
            if not stream.is_behind:
                stream.is_behind = True
                stream.changed_at = time.perf_counter()
            if stream.message is None and not stream.is_over:
                self._due[stream] = None
        if self._due:
            self._wake.set()

    def _open(self, stream: Stream) -> None:
        of_panel = self._by_panel.setdefault(stream.panel_id, [])
        of_panel.append(stream)
        for old in of_panel[:-MOST_OF_A_PANEL]:
            old.end()
        self._by_room.setdefault(stream.room_id, []).append(stream)
        stream.changed_at = time.perf_counter()
        self._behind([stream])
        if self._is_over:
            stream.end()

    def _close(self, stream: Stream) -> None:
        stream.end()
        self._due.pop(stream, None)
        for table, key in ((self._by_room, stream.room_id), (self._by_panel, stream.panel_id)):
            table[key].remove(stream)
            if not table[key]:
                del table[key]

    async def serve(self, stream: Stream, receive: Receive, send: Send) -> None:
        """Answers a request with the stream, until either side ends it."""
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        leaving = asyncio.create_task(_left(stream, receive))
        self._open(stream)
        self._metrics.streams.inc()
        try:
            await self._send_all(stream, send)
        finally:
            self._metrics.streams.dec()
            self._close(stream)
            leaving.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await send({"type": "http.response.body", "body": b""})

    async def _send_all(self, stream: Stream, send: Send) -> None:
        while True:
            try:
                async with asyncio.timeout(KEEP_ALIVE):
                    await stream.news.wait()
            except TimeoutError:
                pass
            if stream.is_over:
                return
            stream.news.clear()
            body = stream.message or b": keep-alive\n\n"
            is_news = stream.message is not None
            try:
                async with asyncio.timeout(PATIENCE):
                    await send({"type": "http.response.body", "body": body, "more_body": True})
            except TimeoutError:
                log.warning("a panel takes nothing any more; its stream is ended", extra={"panel": stream.panel_id})
                self._metrics.cut_off.inc()
                return
            if is_news:
                stream.message = None
                self._metrics.sent.inc()
                self._metrics.delay.observe(time.perf_counter() - stream.changed_at)
                if stream.is_behind:
                    self._behind([stream])


async def _left(stream: Stream, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    stream.end()


def _message(told: Told, *, with_retry: bool) -> bytes:
    retry = b"retry: %d\n" % int(random.uniform(*RETRY) * 1000) if with_retry else b""  # noqa: S311 - spreads load
    return b"%sid: %d\nevent: feed\ndata: %s\n\n" % (retry, told.revision, told.feed)
