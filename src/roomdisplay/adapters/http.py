"""The one module that imports httpx: an asynchronous and a blocking client with bounds on time and size.

Both raise `Failed` and nothing else: no answer, a broken answer or an endless one is Transient, a certificate nobody
vouches for is AccessLost(TRUST), a request that could not even be written is a Bug. Statuses are the callers' business.

Trust: the system's store, found by OpenSSL (which reads SSL_CERT_FILE and SSL_CERT_DIR), plus `Network.ca_file`.
REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE are other programs' and change nothing here. A proxy comes from `Network.proxy`,
else from the usual environment variables.
"""

import asyncio
import re
import ssl
import sys
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from weakref import WeakValueDictionary

from roomdisplay.core.discreet import Discreet

# httpx's command line would bring rich and pygments along wherever they happen to be installed: 5 MB and 60 ms
sys.modules.setdefault("httpx._main", None)  # pyright: ignore[reportArgumentType]
# httpcore asks at each request whether it runs under trio, of a module that is not there, so Python looks everywhere
sys.modules.setdefault("sniffio", None)  # pyright: ignore[reportArgumentType]

import httpx  # noqa: E402

from roomdisplay import __version__  # noqa: E402
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Transient  # noqa: E402
from roomdisplay.ports import Failed  # noqa: E402

USER_AGENT = f"roomdisplay/{__version__}"
IDLE_SECONDS = 60.0
"""How long an unused connection is kept; a poll every 30 s finds it open."""
LONGEST_WAIT = 900.0
"""Of a Retry-After no more than this many seconds are believed."""
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Network(Discreet, frozen=True, kw_only=True):
    """How this machine reaches the world. Times in seconds, sizes in bytes."""

    unsaid = ("proxy",)

    ca_file: Path | None = None
    """A PEM file of further certificate authorities."""
    proxy: str | None = None
    """Its URL may carry a password, so it is never shown."""
    connect: float = 5.0
    read: float = 10.0
    """The longest silence."""
    whole: float = 20.0
    """A whole request, from connecting to the last byte."""
    largest: int = 10 * 2**20
    """A body larger than this is not an answer."""

    @property
    def timeout(self) -> httpx.Timeout:
        return httpx.Timeout(self.read, connect=self.connect)

    @property
    def limits(self) -> httpx.Limits:
        return httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=IDLE_SECONDS)

    def trust(self) -> ssl.SSLContext:
        """Reads certificate stores from disk: where the system's is one file some ten milliseconds, more on a small
        board. Whoever trusts the same shares it, because that is 2 MB."""
        with _trusting:
            read_from = self.ca_file, ssl.get_default_verify_paths()
            known = _trusted.get(read_from)
            if known is None:
                known = _trusted[read_from] = self._read_trust()
            return known

    def _read_trust(self) -> ssl.SSLContext:
        try:
            context = ssl.create_default_context(capath=_by_hash())
            if self.ca_file is not None:
                context.load_verify_locations(cafile=self.ca_file)
        except OSError as error:
            code = f"{self.ca_file or 'system store'}: {error.strerror or error}"
            raise Failed(AccessLost(access=Access.TRUST, code=code)) from error
        return context


def _by_hash() -> str | None:
    """The folder in which OpenSSL finds an authority when it needs one, instead of reading all of them: where the
    system's file lies in it and it holds as many, as Debian's ca-certificates lays it. Else None. Raises OSError."""
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile and paths.capath):
        return None
    file, folder = Path(paths.cafile).resolve(), Path(paths.capath).resolve()
    if file.parent != folder:
        return None
    hashed = sum(_HASHED.fullmatch(entry.name) is not None for entry in folder.iterdir())
    return str(folder) if hashed >= file.read_bytes().count(b"BEGIN CERT") else None


_HASHED = re.compile(r"[0-9a-f]{8}\.\d+")
_trusted: WeakValueDictionary[tuple[Path | None, ssl.DefaultVerifyPaths], ssl.SSLContext] = WeakValueDictionary()
"""As long as somebody uses them; read anew after that, so that a mended file is taken up."""
_trusting = threading.Lock()


class Reply(Discreet, frozen=True, kw_only=True):
    """A complete answer. Header names are in lower case."""

    unsaid = ("headers", "body")

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def retry_after(self) -> float | None:
        """Seconds the other side asks for, at most LONGEST_WAIT; None where it does not say so readably."""
        return retry_after(self.headers.get("retry-after", ""), self.headers.get("date", ""))

    @property
    def date(self) -> datetime | None:
        """The other side's clock, to the second; None where it does not say it readably."""
        try:
            return _aware(parsedate_to_datetime(self.headers.get("date", ""))).astimezone(UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            return None


def retry_after(value: str, date: str) -> float | None:
    """Retry-After (RFC 9110 10.2.3): whole seconds, or a moment, which is measured from the answer's own Date."""
    if re.fullmatch(r"[0-9]{1,9}", value.strip()):
        return min(LONGEST_WAIT, float(value))
    try:
        moment = _aware(parsedate_to_datetime(value))
        wait = (moment - (_aware(parsedate_to_datetime(date)) if date else datetime.now(UTC))).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return min(LONGEST_WAIT, max(0.0, wait))


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


class Streaming:
    """An answer whose head has come and whose body is read as it comes."""

    def __init__(self, response: httpx.Response, network: Network) -> None:
        self._response = response
        self._network = network
        self.status = response.status_code
        self.headers: Mapping[str, str] = dict(response.headers.items())

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body, piece by piece, until the other side ends it; its whole size has no bound. Raises Failed."""
        try:
            async for chunk in self._response.aiter_bytes():
                yield chunk
        except Exception as error:
            raise Failed(failure_of(error)) from None

    async def reply(self) -> Reply:
        """The whole of it, where it turned out to be an ordinary answer. Raises Failed."""
        body = bytearray()
        try:
            async with asyncio.timeout(self._network.whole):
                async for chunk in self._response.aiter_bytes():
                    body += chunk
                    _check_size(body, self._network)
        except Failed:
            raise
        except Exception as error:
            raise Failed(failure_of(error)) from None
        return _reply(self._response, body)


class AsyncHttp:
    """One connection, kept alive; requests leave one at a time. Opened at the first request, again after a long sleep.

    `transport` replaces the network in tests.
    """

    def __init__(self, network: Network | None = None, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._network = network or Network()
        self._transport = transport
        self._trust: ssl.SSLContext | None = None
        self._client: httpx.AsyncClient | None = None
        self._used_at = 0.0
        self._turn = asyncio.Lock()

    async def send(self, method: str, url: str, *, headers: Mapping[str, str], content: bytes | None = None) -> Reply:
        """Raises Failed. Redirects are not followed: Graph sends none, only what stands between does."""
        async with self._turn:
            try:
                async with asyncio.timeout(self._network.whole):
                    return await self._exchange(method, url, headers, content)
            except Failed:
                raise
            except Exception as error:
                raise Failed(failure_of(error)) from None

    @asynccontextmanager
    async def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], silence: float
    ) -> AsyncGenerator[Streaming]:
        """Asks and leaves the connection open; nothing else leaves this client meanwhile. Longer than `silence` seconds
        without a byte is no answer. Raises Failed."""
        async with self._turn:
            try:
                async with asyncio.timeout(self._network.whole):
                    client = await self._open()
                    timeout = httpx.Timeout(silence, connect=self._network.connect)
                    request = client.build_request(method, url, headers=dict(headers), timeout=timeout)
                    response = await client.send(request, stream=True)
            except Failed:
                raise
            except Exception as error:
                raise Failed(failure_of(error)) from None
            try:
                yield Streaming(response, self._network)
            finally:
                self._used_at = time.clock_gettime(_CLOCK)
                await response.aclose()

    async def _exchange(self, method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> Reply:
        client = await self._open()
        async with client.stream(method, url, headers=dict(headers), content=content) as response:
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                _check_size(body, self._network)
        self._used_at = time.clock_gettime(_CLOCK)
        return _reply(response, body)

    async def _open(self) -> httpx.AsyncClient:
        if self._client is not None and time.clock_gettime(_CLOCK) - self._used_at > IDLE_SECONDS:
            # httpx's own clock stands still while the machine sleeps, and a connection does not survive that
            await self.close()
        if self._client is None:
            if self._trust is None:
                self._trust = await asyncio.to_thread(self._network.trust)
            self._client = httpx.AsyncClient(
                verify=self._trust,
                proxy=self._network.proxy,
                timeout=self._network.timeout,
                limits=self._network.limits,
                headers={"User-Agent": USER_AGENT},
                transport=self._transport,
            )
            self._used_at = time.clock_gettime(_CLOCK)
        return self._client

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()


class BlockingHttp:
    """The same for a worker thread. `exchanges` counts the requests sent."""

    def __init__(self, network: Network | None = None, *, transport: httpx.BaseTransport | None = None) -> None:
        self._network = network or Network()
        self._transport = transport
        self._client: httpx.Client | None = None
        self.exchanges = 0

    def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Reply:
        """Raises Failed."""
        until = time.monotonic() + self._network.whole
        try:
            request = self._open().build_request(method, url, headers=headers, params=params, data=form)
            self.exchanges += 1
            response = self._open().send(request, stream=True)
            try:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    _check_size(body, self._network)
                    if time.monotonic() > until:
                        raise TimeoutError
            finally:
                response.close()
        except Failed:
            raise
        except Exception as error:
            raise Failed(failure_of(error)) from None
        return _reply(response, body)

    def _open(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(
                verify=self._network.trust(),
                proxy=self._network.proxy,
                timeout=self._network.timeout,
                limits=self._network.limits,
                headers={"User-Agent": USER_AGENT},
                transport=self._transport,
            )
        return self._client

    def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()


def _check_size(body: bytearray, network: Network) -> None:
    if len(body) > network.largest:
        raise Failed(Transient(reason=f"the answer is larger than {network.largest} bytes"))


def _reply(response: httpx.Response, body: bytearray) -> Reply:
    return Reply(status=response.status_code, headers=dict(response.headers.items()), body=bytes(body))


def failure_of(error: BaseException) -> Failure:
    """What an exception on the way means. Nothing of the request (it holds secrets) gets into the reason."""
    untrusted = _untrusted(error)
    if untrusted is not None:
        return AccessLost(access=Access.TRUST, code=untrusted.verify_message)
    name = type(error).__name__
    match error:
        case TimeoutError() | httpx.TimeoutException():
            return Transient(reason=f"no answer in time ({name})")
        case httpx.UnsupportedProtocol() | httpx.LocalProtocolError() | httpx.InvalidURL():
            return Bug(reason=f"a request that cannot be sent ({name})")
        case httpx.HTTPError() | OSError():
            return Transient(reason=f"{name}: {error}"[:200])
        case _:
            return Bug(reason=f"{name} while asking")


def _untrusted(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error
        error = error.__cause__ or error.__context__
    return None
