"""Starting and stopping a simulated tenant inside a program.

    with running_simulator(scenario="busy") as simulator:
        httpx.get(simulator.graph + "/…")

runs it in a thread of its own; `serve` runs it in the current event loop.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import tempfile
import threading
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TypeVar

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from roomdisplay.simulator import certificates, scenario
from roomdisplay.simulator.errors import JsonObject
from roomdisplay.simulator.gateway import Connections, Gateway
from roomdisplay.simulator.scenario import Scenario
from roomdisplay.simulator.tenant import Addresses, Tenant

HOST = "127.0.0.1"
GRACE_SECONDS = 0.3
T = TypeVar("T")


class Simulator:
    """A tenant that accepts connections. `info` is what the command prints first."""

    def __init__(self, gateway: Gateway, loop: asyncio.AbstractEventLoop) -> None:
        self._gateway = gateway
        self._loop = loop

    @property
    def tenant(self) -> Tenant:
        """The tenant served at present; touch it from other threads only within `call`."""
        return self._gateway.tenant

    @property
    def info(self) -> JsonObject:
        """The facts a client needs, as the command's first line gives them."""
        return self.tenant.describe()

    def __getattr__(self, name: str) -> str:
        """Every text of `info` by its name: `graph`, `authority`, `control`, `ca_file` and so on."""
        value = None if name.startswith("_") else self.info.get(name)
        if not isinstance(value, str):
            raise AttributeError(name)
        return value

    @property
    def room(self) -> str:
        """The first room's address."""
        return self.info["rooms"][0]["address"]

    def reset(self, chosen: Scenario | str | Path = "demo", *, seed: int = 1) -> None:
        """Begins again with another scenario at the same addresses; from any other thread."""
        fresh = scenario.build(chosen if isinstance(chosen, Scenario) else scenario.load(chosen), seed=seed)
        fresh.addresses = self.tenant.addresses
        self.call(lambda _: self._gateway.move_in(fresh))

    def call(self, function: Callable[[Tenant], T]) -> T:
        """Runs `function` on the tenant in the server's thread, between two requests, from any other thread."""

        async def run() -> T:
            return function(self.tenant)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result()


class _Server(uvicorn.Server):
    """Uvicorn without its own signal handling: whoever starts the simulator decides when it ends."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


@asynccontextmanager
async def serve(
    chosen: Scenario | str | Path = "demo", *, port: int = 0, seed: int = 1, latency_ms: int = 0
) -> AsyncGenerator[Simulator]:
    """A tenant on loopback, accepting connections until the block is left. Port 0 picks a free one.

    Raises ScenarioError for a scenario that cannot be used and OSError for a port that is taken.
    """
    described = chosen if isinstance(chosen, Scenario) else scenario.load(chosen)
    with tempfile.TemporaryDirectory(prefix="roomdisplay-office365-") as folder, _listening(port) as sockets:
        plain, secure = sockets
        files = certificates.issue(Path(folder))
        tenant = scenario.build(described, seed=seed)
        tenant.latency_ms = latency_ms
        tenant.addresses = Addresses(
            plain=f"http://{HOST}:{plain.getsockname()[1]}",
            secure=f"https://localhost:{secure.getsockname()[1]}",
            ca_file=str(files.ca_file),
        )
        connections = Connections()
        gateway = Gateway(tenant, connections)
        servers = [_Server(_config(gateway, connections)), _Server(_config(gateway, connections, files))]
        runs = [asyncio.ensure_future(server.serve([one])) for server, one in zip(servers, sockets, strict=True)]
        try:
            while not all(server.started for server in servers):
                for run in runs:
                    if run.done():
                        run.result()
                await asyncio.sleep(0.005)
            yield Simulator(gateway, asyncio.get_running_loop())
        finally:
            gateway.close()
            for server in servers:
                server.should_exit = True
            _, late = await asyncio.wait(runs, timeout=GRACE_SECONDS)
            for server in servers:
                server.force_exit = True
            connections.cut_all()
            if late:
                await asyncio.wait(late)


@contextmanager
def running_simulator(
    scenario: Scenario | str | Path = "demo", *, port: int = 0, seed: int = 1, latency_ms: int = 0
) -> Generator[Simulator]:
    """`serve` in a thread of its own, for programs and tests that are not asynchronous."""
    started: threading.Event = threading.Event()
    found: list[Simulator] = []
    failed: list[BaseException] = []
    stop: list[Callable[[], None]] = []

    async def main() -> None:
        ending = asyncio.Event()
        loop = asyncio.get_running_loop()
        async with serve(scenario, port=port, seed=seed, latency_ms=latency_ms) as simulator:
            found.append(simulator)
            stop.append(lambda: loop.call_soon_threadsafe(ending.set) and None)
            started.set()
            await ending.wait()

    def run() -> None:
        try:
            asyncio.run(main())
        except BaseException as problem:
            failed.append(problem)
        finally:
            started.set()

    thread = threading.Thread(target=run, name="office365-simulator", daemon=True)
    thread.start()
    started.wait()
    if not found:
        thread.join()
        raise failed[0]
    try:
        yield found[0]
    finally:
        stop[0]()
        thread.join()
        if failed:
            raise failed[0]


@contextmanager
def _listening(port: int) -> Generator[tuple[socket.socket, socket.socket]]:
    # Naming the protocol lets asyncio switch off Nagle's algorithm, which would cost 40 ms an answer.
    tcp = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with socket.socket(*tcp) as plain, socket.socket(*tcp) as secure:
        for one, wanted in ((plain, port), (secure, 0)):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((HOST, wanted))
        yield plain, secure


def _config(
    gateway: Gateway, connections: Connections, files: certificates.LoopbackCertificates | None = None
) -> uvicorn.Config:
    class Protocol(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            connections.opened(self.client, transport)

        def connection_lost(self, exc: Exception | None) -> None:
            connections.closed(self.client)
            super().connection_lost(exc)

    return uvicorn.Config(
        gateway,
        http=Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        log_level=logging.ERROR,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=60,
        ssl_certfile=None if files is None else files.certificate_file,
        ssl_keyfile=None if files is None else files.key_file,
    )
