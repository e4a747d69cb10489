"""The server as panels meet it: real sockets, in a thread of the tests' process or in a process of its own."""

import asyncio
import json
import subprocess
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any
from uuid import uuid4

import httpx

from roomdisplay.wox_server import panels
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.releases import Shelf
from roomdisplay.wox_server.server import NO_SHELF, listen, serve
from roomdisplay.wox_server.serving import Serving, utc_now
from tests.processes import ROOMDISPLAY
from tests.wox_server.building import Building, build

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Of a stream."""

    event: str
    id: str
    feed: Json


class PanelClient:
    """Speaks to the panel API with a token."""

    def __init__(self, url: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self.http = httpx.Client(base_url=f"{url}/api/panel/v1", headers=headers, timeout=20)

    def feed(self, cursor: str | None = None) -> Json:
        answer = self.http.get("/feed", params={} if cursor is None else {"cursor": cursor})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def put(self, booking: Json, version: int = 0) -> httpx.Response:
        seen = {"If-Match": f'"{version}"'} if version else {"If-None-Match": "*"}
        return self.http.put(f"/bookings/{booking['id']}", json=booking, headers=seen)

    @contextmanager
    def stream(self, cursor: str | None = None) -> Generator[Iterator[Message]]:
        headers = {} if cursor is None else {"Last-Event-ID": cursor}
        with self.http.stream("GET", "/stream", headers=headers) as answer:
            assert answer.status_code == 200, answer.read()
            assert answer.headers["content-type"].startswith("text/event-stream")
            yield messages(answer.iter_lines())

    def close(self) -> None:
        self.http.close()


def messages(lines: Iterator[str]) -> Iterator[Message]:
    fields: dict[str, str] = {}
    for line in lines:
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        elif "data" in fields:
            yield Message(event=fields["event"], id=fields["id"], feed=json.loads(fields["data"]))
            fields = {}


class Running:
    """The server in a thread of its own, and a building of three rooms with a panel each."""

    def __init__(self, url: str, serving: Serving, loop: asyncio.AbstractEventLoop) -> None:
        self.url = url
        self.serving = serving
        self.database = serving.transactions.database
        self.building: Building = build(self.database)
        self._loop = loop
        self._clients: list[PanelClient] = []
        self.aurora = self.panel(self.building.aurora)
        self.borealis = self.panel(self.building.borealis)

    def panel(self, room_id: int) -> PanelClient:
        client = PanelClient(self.url, self.add_panel(room_id)[1])
        self._clients.append(client)
        return client

    def add_panel(self, room_id: int) -> tuple[int, str]:
        with self.database.writing() as writing:
            return panels.add(writing, room_id, serial=uuid4().hex, now=self.serving.now())

    def call(self, function: Callable[[Serving], Any]) -> Any:
        """In the server's own thread."""

        async def run() -> Any:
            return function(self.serving)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def close(self) -> None:
        for client in self._clients:
            client.close()


@contextmanager
def running(
    database: Database, *, now: Callable[[], datetime] = utc_now, shelf: Shelf | None = None
) -> Generator[Running]:
    started = threading.Event()
    found: list[Running] = []
    failed: list[BaseException] = []
    stop: list[Callable[[], object]] = []

    async def main() -> None:
        ending = asyncio.Event()
        loop = asyncio.get_running_loop()
        with listen("127.0.0.1", 0) as listener:
            url = f"http://127.0.0.1:{listener.getsockname()[1]}"
            async with serve(database, listener, public_url=url, now=now, shelf=shelf or NO_SHELF) as app:
                found.append(Running(url, app.state.serving, loop))
                stop.append(lambda: loop.call_soon_threadsafe(ending.set))
                started.set()
                await ending.wait()

    def run() -> None:
        try:
            asyncio.run(main())
        except BaseException as problem:
            failed.append(problem)
        finally:
            started.set()

    thread = threading.Thread(target=run, name="wox-server", daemon=True)
    thread.start()
    started.wait(30)
    if not found:
        raise failed[0]
    try:
        yield found[0]
    finally:
        found[0].close()
        stop[0]()
        thread.join(20)
        assert not thread.is_alive(), "the server did not stop"
        if failed:
            raise failed[0]


class ServerProcess:
    """`roomdisplay wox-server`, as people start it."""

    def __init__(self, database_url: str, *arguments: str, port: int = 0) -> None:
        command = [ROOMDISPLAY, "wox-server", "--database", database_url, "--port", str(port), *arguments]
        self.process = subprocess.Popen(
            [*command, "--until-stdin-closes"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self._ended()[1]
        self.told: Json = json.loads(line)
        self.url: str = self.told["url"]
        self.port = int(self.url.rpartition(":")[2])

    def __enter__(self) -> "ServerProcess":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process.returncode is None:
            self.close()

    def close(self) -> str:
        """Ends it politely; what it wrote to stderr."""
        status, log = self._ended()
        assert status == 0, log
        return log

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self._ended()

    def _ended(self) -> tuple[int, str]:
        _, stderr = self.process.communicate(timeout=20)
        return self.process.returncode, stderr.decode()
