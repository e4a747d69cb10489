"""The WOX server under a fleet of panels: how soon they learn, what they cost, what a restart does. Prints JSON lines.

Each panel is what a panel is: a stream, and a second connection for a heartbeat a minute, a feed every five minutes,
and the changes of its room (its mirror's PUTs): one in two minutes, far more than any building books. A change is timed
from the first byte of the PUT to the last byte of the message that carries it, so that committing it counts. The
server's processes share one core; these clients, and PostgreSQL, have the others.
"""

import argparse
import asyncio
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from msgspec.structs import replace
from sqlalchemy import insert, select

from roomdisplay.wox_server import bookings, panels, rooms, schema
from roomdisplay.wox_server.database import Database
from tests.processes import ROOMDISPLAY, cpu_seconds
from tests.wox_server import documents
from tests.wox_server.building import add
from tests.wox_server.postgres import Postgres

CHANGE_EVERY, BEAT_EVERY, FEED_EVERY = 120.0, 60.0, 300.0
SERVER_CORE = 0
ROOMS_OF_A_LOCATION, ROOMS_OF_A_FLOOR = 100, 20
MEETINGS = 8
OPENING = 200
"""Streams opened a second before the measurement."""


# ── the fleet's side ──────────────────────────────────────────────────────────────────────────────────────────────────


class Line(asyncio.Protocol):
    """One connection, without anything that costs: the clients must not be what is measured."""

    def __init__(self, receive: Callable[[bytes], None], lost: Callable[[], None]) -> None:
        self._receive, self._lost = receive, lost
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self._receive(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None
        self._lost()

    def send(self, data: bytes) -> None:
        if self.transport is not None:
            self.transport.write(data)


class Panel:
    """A panel: its stream, which comes back by itself, and its requests."""

    def __init__(self, fleet: "Fleet", port: int, token: str) -> None:
        self._fleet, self._port = fleet, port
        self._authorization = f"Host: x\r\nAuthorization: Bearer {token}\r\n".encode()
        self._stream: Line | None = None
        self._requests: Line | None = None
        self._buffer = b""
        self._answer = b""
        self._answered: asyncio.Future[int] | None = None
        self.cursor = b""
        self.retry = 5.0
        self.tried = 0
        self.changed_at: dict[bytes, float] = {}
        """Booking → when its change was sent."""
        self.known: dict[str, int] = {}
        """Booking → version, as the stream told."""
        self.warned_at: float | None = None
        """When it was told of an emergency."""
        self._task: asyncio.Task[None] | None = None

    def is_connected(self) -> bool:
        return bool(self.cursor) and self._stream is not None and self._stream.transport is not None

    async def connect(self) -> None:
        loop = asyncio.get_running_loop()
        self.tried += 1
        self._buffer = b""
        self._fleet.connected_at.append(time.monotonic())
        try:
            _, self._stream = await loop.create_connection(
                lambda: Line(self._told, self._stream_lost), "127.0.0.1", self._port
            )
        except OSError:
            self._stream_lost()
            return
        resume = b"Last-Event-ID: " + self.cursor + b"\r\n" if self.cursor else b""
        self._stream.send(b"GET /api/panel/v1/stream HTTP/1.1\r\n" + self._authorization + resume + b"\r\n")

    def _stream_lost(self) -> None:
        if self._fleet.is_over:
            return
        loop = asyncio.get_running_loop()
        loop.call_later(self.retry * self._fleet.patience, lambda: self._fleet.start(self.connect()))

    def _told(self, data: bytes) -> None:
        now = time.perf_counter()
        self._buffer += data
        while (end := self._buffer.find(b"\n\n")) >= 0:
            message, self._buffer = self._buffer[:end], self._buffer[end + 2 :]
            start = message.find(b"data: ")
            if start < 0:
                continue
            for line in message[:start].split(b"\n"):
                if line.startswith(b"retry: "):
                    self.retry = int(line[7:]) / 1000
                elif line.startswith(b"id: "):
                    self.cursor = line[4:]
            # what follows belongs to the chunk's end
            feed = json.loads(message[start + 6 :].partition(b"\n")[0])
            if feed["settings"] and feed["settings"]["emergency"]:
                self.warned_at = now
            for booking in feed["bookings"]:
                self.known[booking["id"]] = booking["version"]
                sent = self.changed_at.pop(booking["id"].encode(), None)
                if sent is not None:
                    self._fleet.delays.append(now - sent)

    async def ask(self, method: str, path: str, body: bytes = b"", headers: str = "") -> int:
        """Sends a request on the second connection; the status."""
        loop = asyncio.get_running_loop()
        self._answered = loop.create_future()
        if self._requests is None or self._requests.transport is None:
            _, self._requests = await loop.create_connection(
                lambda: Line(self._answering, self._requests_lost), "127.0.0.1", self._port
            )
        self._answer = b""
        head = f"{method} /api/panel/v1{path} HTTP/1.1\r\nContent-Length: {len(body)}\r\n{headers}".encode()
        self._requests.send(head + self._authorization + b"\r\n" + body)
        async with asyncio.timeout(30):
            return await self._answered

    @property
    def is_idle(self) -> bool:
        return not self.changed_at and (self._answered is None or self._answered.done())

    def _requests_lost(self) -> None:
        if self._answered is not None and not self._answered.done():
            self._answered.set_result(599)

    def _answering(self, data: bytes) -> None:
        self._answer += data
        head, found, body = self._answer.partition(b"\r\n\r\n")
        if not found or self._answered is None or self._answered.done():
            return
        at = head.lower().find(b"content-length: ")
        length = 0 if at < 0 else int(head[at + 16 :].partition(b"\r\n")[0])
        if len(body) >= length:
            self._answered.set_result(int(head[9:12]))

    async def change(self) -> None:
        """As its mirror would: a new booking."""
        booking = documents.booking()
        self.changed_at[booking["id"].encode()] = time.perf_counter()
        headers = "If-None-Match: *\r\n"
        status = await self.ask("PUT", f"/bookings/{booking['id']}", json.dumps(booking).encode(), headers)
        self._fleet.count("changes", status)

    async def beat(self) -> None:
        body = json.dumps(documents.heartbeat()).encode()
        self._fleet.count("heartbeats", await self.ask("POST", "/heartbeat", body))

    async def feed(self) -> None:
        self._fleet.count("feeds", await self.ask("GET", f"/feed?cursor={self.cursor.decode()}"))

    def leave(self) -> None:
        for line in (self._stream, self._requests):
            if line is not None and line.transport is not None:
                line.transport.abort()


class Fleet:
    def __init__(self, ports: Sequence[int], tokens: Sequence[str], patience: float = 1.0) -> None:
        """`patience` shortens how long panels wait before they come again."""
        self.patience = patience
        self.panels = [Panel(self, ports[n % len(ports)], token) for n, token in enumerate(tokens)]
        self.delays: list[float] = []
        self.connected_at: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.is_over = False
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def count(self, what: str, status: int) -> None:
        self.statuses[what if status < 300 else f"{what} refused ({status})"] += 1

    async def connect(self) -> None:
        for n in range(0, len(self.panels), OPENING // 10):
            for panel in self.panels[n : n + OPENING // 10]:
                self.start(panel.connect())
            await asyncio.sleep(0.1)
        await self.until(lambda: all(panel.is_connected() for panel in self.panels), 60)

    async def until(self, wanted: Callable[[], bool], patience: float) -> None:
        async with asyncio.timeout(patience):
            while not wanted():  # noqa: ASYNC110 - looks at many panels
                await asyncio.sleep(0.05)

    async def work(self, seconds: float, *, changes: float | None = None, beats: bool = True) -> None:
        """Lives for `seconds`. `changes` a second in all; None: as many as so many panels make."""
        rate = len(self.panels) / CHANGE_EVERY if changes is None else changes
        jobs = [(rate, Panel.change)]
        if beats:
            jobs += [(len(self.panels) / BEAT_EVERY, Panel.beat), (len(self.panels) / FEED_EVERY, Panel.feed)]
        ends = time.monotonic() + seconds
        await asyncio.gather(*(self._repeat(job, rate, ends) for rate, job in jobs))
        await self.until(lambda: all(panel.is_idle for panel in self.panels), 30)

    async def _repeat(self, job: Callable[[Panel], Coroutine[object, object, None]], rate: float, ends: float) -> None:
        while (now := time.monotonic()) < ends:
            panel = random.choice(self.panels)
            if panel.is_idle:
                self.start(job(panel))
            await asyncio.sleep(min(random.expovariate(rate), ends - now + 0.01))

    def leave(self) -> None:
        self.is_over = True
        for panel in self.panels:
            panel.leave()


# ── the server's side ─────────────────────────────────────────────────────────────────────────────────────────────────


class Server:
    """`roomdisplay wox-server` on one core."""

    def __init__(self, database_url: str, port: int = 0) -> None:
        self.process = subprocess.Popen(
            [
                *("taskset", "-c", str(SERVER_CORE), ROOMDISPLAY, "wox-server", "--until-stdin-closes"),
                *("--port", str(port), "--database", database_url),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout is not None
        self.port = int(json.loads(self.process.stdout.readline())["url"].rpartition(":")[2])

    def cpu_seconds(self) -> float:
        return cpu_seconds(self.process.pid)

    def rss_kb(self) -> int:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise OSError("the kernel does not tell the RSS")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self._ended()

    def close(self) -> None:
        if self.process.poll() is None:
            assert self.process.stdin is not None
            self.process.stdin.close()
        self._ended()

    def _ended(self) -> None:
        self.process.wait(timeout=30)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def settle(database: Database, count: int) -> list[str]:
    """So many rooms with a day of meetings and a panel each; the panels' tokens."""
    now = datetime.now(UTC).replace(microsecond=0)
    tokens: list[str] = []
    with database.writing() as writing:
        space = add(writing, schema.space, name="Contoso")
        floor = location = 0
        for n in range(count):
            if n % ROOMS_OF_A_LOCATION == 0:
                location = add(
                    writing, schema.location, space_id=space, name=f"Building {n}", time_zone="Europe/Berlin"
                )
            if n % ROOMS_OF_A_FLOOR == 0:
                floor = add(writing, schema.floor, location_id=location, name=f"Floor {n}", level=n % 7)
            mailbox = f"room{n}@contoso.example"
            room = add(
                writing, schema.room, floor_id=floor, name=f"Room {n}", mailbox=mailbox, equipment=[], revision=1
            )
            tokens.append(panels.add(writing, room, serial=str(n), now=now)[1])
            meetings = [
                {
                    "id": str(uuid4()),
                    "room_id": room,
                    "start": now + timedelta(hours=hour),
                    "end": now + timedelta(hours=hour + 1),
                    "subject": f"Meeting {hour} of room {n}",
                    "host": "Ada Lovelace",
                    "origin": "office365",
                    "state": "confirmed",
                    "revision": 1,
                    "made_at": now,
                    "changed_at": now,
                }
                for hour in range(MEETINGS)
            ]
            writing.connection.execute(insert(schema.booking), meetings)
    return tokens


@contextmanager
def databases(kind: str) -> Generator[Callable[[], str]]:
    """Makes fresh, migrated ones."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="fleet") as folder:
            yield lambda: f"sqlite:///{folder}/{uuid4().hex}.sqlite"
        return
    with Postgres() as postgres:
        yield lambda: postgres.create(f"fleet{uuid4().hex}")


# ── figures ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Cost:
    """What the servers used in a while."""

    servers: Sequence[Server]
    began: float = field(default_factory=time.monotonic)
    before: float = 0.0

    def __post_init__(self) -> None:
        self.before = sum(server.cpu_seconds() for server in self.servers)

    def percent(self) -> float:
        """Of one core."""
        used = sum(server.cpu_seconds() for server in self.servers) - self.before
        return round(100 * used / (time.monotonic() - self.began), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steady:
    panels: int
    processes: int
    database: str
    seconds: float
    changes_a_second: float
    changes_timed: int
    p50_ms: float
    p99_ms: float
    worst_ms: float
    cpu_percent_of_a_core: float
    cpu_percent_while_connecting: float
    cpu_percent_with_8_changes_a_second_and_nothing_else: float
    kb_per_panel: float
    counts: Mapping[str, int]
    machine_load: float
    """Of the last minute, everything on the machine: figures of a machine that others use say less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart:
    panels: int
    database: str
    all_back_and_told_after_seconds: float
    connections_in_the_busiest_second: int
    attempts_a_panel: float
    cpu_percent_of_a_core: float
    changes_meanwhile: int
    lost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    panels: int
    database: str
    half_told_after_ms: float
    all_told_after_ms: float


async def emergency(url: str, count: int) -> Emergency:
    """A message to every location at once, told from the moment before it is committed."""
    tokens = _prepared(url, count)
    server = Server(url)
    fleet = Fleet([server.port], tokens)
    try:
        await fleet.connect()
        await fleet.work(3)
        began = time.perf_counter()
        await asyncio.to_thread(_warn_everybody, url)
        await fleet.until(lambda: all(panel.warned_at is not None for panel in fleet.panels), 30)
        delays = sorted(panel.warned_at - began for panel in fleet.panels if panel.warned_at is not None)
        return Emergency(
            panels=count,
            database=url.partition(":")[0],
            half_told_after_ms=_ms(delays, 0.5),
            all_told_after_ms=_ms(delays, 1.0),
        )
    finally:
        fleet.leave()
        server.close()
        await asyncio.sleep(0.1)


def _warn_everybody(url: str) -> None:
    """By another process than the server's, as far as it can tell."""
    database = Database(url)
    with database.writing() as writing:
        for location in rooms.locations(writing.connection):
            rooms.warn(writing, location.id, "Leave the building by the stairs.")
    database.close()


async def steady(url: str, count: int, seconds: float, processes: int, *, changes: float | None = None) -> Steady:
    """A fleet at work; `changes` a second, None: the usual."""
    tokens = _prepared(url, count)
    servers = [Server(url) for _ in range(processes)]
    fleet = Fleet([server.port for server in servers], tokens)
    try:
        # the first panels bring what is loaded once
        warm = Fleet([server.port for server in servers], tokens[: 4 * processes])
        await warm.connect()
        await warm.work(2, changes=4)
        warm.leave()
        await asyncio.sleep(0.5)
        empty = sum(server.rss_kb() for server in servers)
        opening = Cost(servers)
        await fleet.connect()
        opened = opening.percent()
        cost = Cost(servers)
        await fleet.work(seconds, changes=changes)
        working = cost.percent()
        delays = sorted(fleet.delays)
        full = sum(server.rss_kb() for server in servers)
        cost = Cost(servers)
        await fleet.work(seconds / 2, changes=8, beats=False)
        only_changes = cost.percent()
        return Steady(
            panels=count,
            processes=processes,
            database=url.partition(":")[0],
            seconds=seconds,
            changes_a_second=round(changes or count / CHANGE_EVERY, 1),
            changes_timed=len(delays),
            p50_ms=_ms(delays, 0.5),
            p99_ms=_ms(delays, 0.99),
            worst_ms=_ms(delays, 1.0),
            cpu_percent_of_a_core=working,
            cpu_percent_while_connecting=opened,
            cpu_percent_with_8_changes_a_second_and_nothing_else=only_changes,
            kb_per_panel=round((full - empty) / count, 1),
            counts=dict(fleet.statuses),
            machine_load=round(os.getloadavg()[0], 1),
        )
    finally:
        fleet.leave()
        for server in servers:
            server.close()
        await asyncio.sleep(0.1)


async def restart(url: str, count: int, *, patience: float = 1.0) -> Restart:
    """The server dies under the fleet, things change meanwhile, and it comes back."""
    tokens = _prepared(url, count)
    server = Server(url)
    fleet = Fleet([server.port], tokens, patience)
    database = Database(url)
    try:
        await fleet.connect()
        await fleet.work(3)
        server.kill()
        changed = _change_everything(database)
        server = await asyncio.to_thread(Server, url, server.port)
        fleet.connected_at.clear()
        began = time.monotonic()
        cost = Cost([server])
        await fleet.until(
            lambda: all(changed <= panel.known.keys() or _knows(panel, changed) for panel in fleet.panels), 90
        )
        took = time.monotonic() - began
        percent = cost.percent()
        attempts = Counter(int(at - began) for at in fleet.connected_at)
        with database.reading() as connection:
            truth = {row.id: row.revision for row in connection.execute(select(schema.booking)) if row.id in changed}
        told = {id: version for panel in fleet.panels for id, version in panel.known.items() if id in changed}
        return Restart(
            panels=count,
            database=url.partition(":")[0],
            all_back_and_told_after_seconds=round(took, 1),
            connections_in_the_busiest_second=max(attempts.values()),
            attempts_a_panel=round(sum(attempts.values()) / count, 2),
            cpu_percent_of_a_core=percent,
            changes_meanwhile=len(changed),
            lost=len([id for id, version in truth.items() if told.get(id) != version]),
        )
    finally:
        fleet.leave()
        server.close()
        database.close()
        await asyncio.sleep(0.1)


def _prepared(url: str, count: int) -> list[str]:
    database = Database(url)
    database.migrate()
    tokens = settle(database, count)
    database.close()
    return tokens


def _change_everything(database: Database) -> set[str]:
    """A booking of every room; which."""
    with database.writing() as writing:
        first = select(schema.booking).order_by(schema.booking.c.room_id, schema.booking.c.start)
        by_room = {row.room_id: row.id for row in writing.connection.execute(first)}
        now = datetime.now(UTC)
        for room_id, id in by_room.items():
            booking = bookings.find(writing.connection, id).booking
            bookings.put(writing, room_id, replace(booking, subject="Changed meanwhile"), now)
    return set(by_room.values())


def _knows(panel: Panel, changed: set[str]) -> bool:
    return any(panel.known.get(id, 0) > 1 for id in changed & panel.known.keys())


def _ms(delays: Sequence[float], share: float) -> float:
    return round(1000 * delays[min(len(delays) - 1, int(len(delays) * share))], 1)


def _keep_off_the_server_s_core() -> None:
    others = set(os.sched_getaffinity(0)) - {SERVER_CORE}
    if others:
        os.sched_setaffinity(0, others)


def _print(figure: str, told: Steady | Emergency | Restart) -> None:
    print(json.dumps({"figure": figure, **asdict(told)}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench fleet", description="Prints one JSON object for each figure.")
    parser.add_argument("--panels", type=int, nargs="*", default=[100, 1000, 5000], metavar="N")
    parser.add_argument("--seconds", type=float, default=30, help="of each measurement (default: 30)")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], help="default: PostgreSQL from 5000 panels")
    parser.add_argument("--processes", type=int, help="default: 2 from 5000 panels")
    parser.add_argument("--no-restart", action="store_true", help="leave the restart out")
    arguments = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if most < 2 * max(arguments.panels) + 100:
        sys.exit(f"script/bench fleet: only {most} files can be open at once; raise that limit (ulimit -Hn).")
    with databases("sqlite") as sqlite, databases("postgresql") as postgresql:
        _keep_off_the_server_s_core()
        for count in arguments.panels:
            is_large = count >= 5000
            kind = arguments.database or ("postgresql" if is_large else "sqlite")
            url = (postgresql if kind == "postgresql" else sqlite)()
            processes = arguments.processes or (2 if is_large else 1)
            _print("fleet", asyncio.run(steady(url, count, arguments.seconds, processes)))
        count = min(1000, max(arguments.panels))
        for make in (sqlite, postgresql):
            _print("fleet emergency", asyncio.run(emergency(make(), count)))
        if not arguments.no_restart:
            _print("fleet restart", asyncio.run(restart(sqlite(), count)))


if __name__ == "__main__":
    main()
