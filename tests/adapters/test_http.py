"""The HTTP clients against real sockets that misbehave, and what each misbehaviour is called."""

import gzip
import hashlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from roomdisplay import __version__
from roomdisplay.adapters.http import AsyncHttp, BlockingHttp, Network, Reply, failure_of, retry_after
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Transient
from roomdisplay.ports import Failed

pytestmark = pytest.mark.anyio

Handler = Callable[[socket.socket, bytes], None]
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@contextmanager
def serving(handler: Handler, tls: ssl.SSLContext | None = None) -> Generator[str]:
    """A server that hands each request's head to `handler`; yields its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    stopped = threading.Event()

    def talk(connection: socket.socket) -> None:
        try:
            with connection if tls is None else tls.wrap_socket(connection, server_side=True) as peer:
                head = b""
                while not stopped.is_set():
                    part = peer.recv(65536)
                    if not part:
                        return
                    head += part
                    if b"\r\n\r\n" in head:
                        handler(peer, head)
                        head = b""
        except OSError:
            return

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        scheme = "http" if tls is None else "https"
        yield f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/x"
    finally:
        stopped.set()
        listener.close()


def answer(data: bytes) -> Handler:
    return lambda peer, _: peer.sendall(data)


def hang_up(data: bytes) -> Handler:
    def handle(peer: socket.socket, _: bytes) -> None:
        peer.sendall(data)
        peer.shutdown(socket.SHUT_RDWR)

    return handle


def drip(peer: socket.socket, _: bytes) -> None:
    peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while True:
        peer.sendall(b" ")
        time.sleep(0.02)


QUICK = Network(connect=0.5, read=0.3, whole=0.6, largest=10_000)


async def asked(url: str, network: Network = QUICK) -> Reply:
    http = AsyncHttp(network)
    try:
        return await http.send("GET", url, headers={})
    finally:
        await http.close()


def asked_blocking(url: str, network: Network = QUICK) -> Reply:
    http = BlockingHttp(network)
    try:
        return http.send("GET", url)
    finally:
        http.close()


async def both_fail(url: str, network: Network = QUICK) -> Failure:
    """The one failure both clients tell."""
    with pytest.raises(Failed) as first:
        await asked(url, network)
    with pytest.raises(Failed) as second:
        asked_blocking(url, network)
    assert type(first.value.failure) is type(second.value.failure)
    return first.value.failure


async def test_an_answer_comes_whole() -> None:
    seen: list[bytes] = []

    def handle(peer: socket.socket, head: bytes) -> None:
        seen.append(head)
        body = gzip.compress(b"[1]")
        peer.sendall(b"HTTP/1.1 418 T\r\nContent-Encoding: gzip\r\nX-Y: z\r\nRetry-After: 7\r\n")
        peer.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    with serving(handle) as url:
        for reply in (await asked(url), asked_blocking(url)):
            assert (reply.status, reply.body, reply.headers["x-y"], reply.retry_after) == (418, b"[1]", "z", 7.0)
    assert all(f"user-agent: roomdisplay/{__version__}".encode() in head.lower() for head in seen)


async def test_one_connection_is_kept() -> None:
    peers: list[socket.socket] = []

    def handle(peer: socket.socket, _: bytes) -> None:
        peers.append(peer)
        peer.sendall(OK)

    with serving(handle) as url:
        http = AsyncHttp(QUICK)
        for _ in range(3):
            await http.send("GET", url, headers={})
        await http.close()
    assert len(peers) == 3
    assert len({id(p) for p in peers}) == 1


async def test_a_connection_from_before_a_sleep_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    peers: list[socket.socket] = []
    offset = 0.0
    real = time.clock_gettime

    def handle(peer: socket.socket, _: bytes) -> None:
        peers.append(peer)
        peer.sendall(OK)

    def shifted(which: int) -> float:
        return real(which) + offset

    monkeypatch.setattr(time, "clock_gettime", shifted)
    with serving(handle) as url:
        http = AsyncHttp(QUICK)
        await http.send("GET", url, headers={})
        offset = 3600.0
        await http.send("GET", url, headers={})
        await http.close()
    assert len({id(p) for p in peers}) == 2


@pytest.mark.parametrize(
    "handler",
    [
        hang_up(b""),
        hang_up(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"),
        hang_up(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"),
        hang_up(b"\x15\x03\x01\x00\x02\x02"),
        answer(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"),
        answer(b"HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n" + b" " * 20_000),
        answer(b""),
        drip,
    ],
    ids=["no answer", "cut short", "cut in a chunk", "not HTTP", "not gzip", "too large", "silence", "endless"],
)
async def test_broken_answers_are_transient(handler: Handler) -> None:
    with serving(handler) as url:
        began = time.monotonic()
        assert isinstance(await both_fail(url), Transient)
        assert time.monotonic() - began < 4


async def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert isinstance(await both_fail(f"http://127.0.0.1:{port}/"), Transient)


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "http://[::1", "/x", "http://127.0.0.1/\x00"])
async def test_a_request_that_cannot_be_sent_is_a_bug(url: str) -> None:
    assert isinstance(await both_fail(url), Bug)


async def test_nothing_of_a_header_gets_into_the_failure() -> None:
    http = AsyncHttp(QUICK)
    with serving(answer(OK)) as url, pytest.raises(Failed) as failed:
        await http.send("GET", url, headers={"Authorization": "Bearer hush\nhush"})
    await http.close()
    assert isinstance(failed.value.failure, Bug)
    assert "hush" not in str(failed.value.failure)
    assert failed.value.__cause__ is None


def certificate(common_name: str, *, days: int = 10) -> tuple[bytes, bytes]:
    """A self-signed certificate for 127.0.0.1 and its key, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False,
                key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    return (
        made.public_bytes(Encoding.PEM),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )


@contextmanager
def serving_tls(folder: Path, *, days: int = 10) -> Generator[tuple[str, Path]]:
    public, private = certificate("panel test", days=days)
    ca_file = folder / "ca.pem"
    ca_file.write_bytes(public)
    (folder / "all.pem").write_bytes(public + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "all.pem")
    with serving(answer(OK), context) as url:
        yield url, ca_file


async def test_a_certificate_of_the_file_is_trusted_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving_tls(tmp_path) as (url, ca_file):
        trusting = Network(ca_file=ca_file)
        assert (await asked(url, trusting)).body == b"{}"
        assert asked_blocking(url, trusting).body == b"{}"
        for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            monkeypatch.setenv(name, str(ca_file))
        found = await both_fail(url, Network())
        assert isinstance(found, AccessLost)
        assert found.access is Access.TRUST
        monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
        assert (await asked(url, Network())).body == b"{}"


async def test_of_a_store_by_hash_an_authority_is_read_when_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "certs"
    store.mkdir()
    monkeypatch.setenv("SSL_CERT_FILE", str(store / "all.crt"))
    monkeypatch.setenv("SSL_CERT_DIR", str(store))
    with serving_tls(tmp_path) as (url, ca_file):
        (store / "all.crt").write_bytes(ca_file.read_bytes())
        assert Network().trust().cert_store_stats()["x509_ca"] == 1
        (store / f"{hashed(ca_file)}.0").symlink_to("all.crt")
        context = Network().trust()
        assert context.cert_store_stats()["x509_ca"] == 0
        assert (await asked(url, Network())).body == b"{}"
        assert context.cert_store_stats()["x509_ca"] == 1


def hashed(file: Path) -> str:
    """What OpenSSL calls a certificate whose subject is one word in small letters: see X509_NAME_hash_ex(3)."""
    subject = x509.load_pem_x509_certificate(file.read_bytes()).subject.public_bytes()
    return hashlib.sha1(subject[2:], usedforsecurity=False).digest()[3::-1].hex()


async def test_an_expired_certificate_is_not_trusted(tmp_path: Path) -> None:
    with serving_tls(tmp_path, days=-1) as (url, ca_file):
        found = await both_fail(url, Network(ca_file=ca_file))
    assert found == AccessLost(access=Access.TRUST, code="certificate has expired")


@pytest.mark.parametrize("content", [None, b"", b"nothing here"])
async def test_a_file_without_certificates(tmp_path: Path, content: bytes | None) -> None:
    ca_file = tmp_path / "ca.pem"
    if content is not None:
        ca_file.write_bytes(content)
    found = await both_fail("https://127.0.0.1:1/", Network(ca_file=ca_file))
    assert isinstance(found, AccessLost)
    assert found.access is Access.TRUST
    assert "ca.pem" in found.code


async def test_a_proxy_is_used_from_settings_or_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def handle(peer: socket.socket, head: bytes) -> None:
        seen.append(head.split(b"\r\n")[0])
        peer.sendall(OK)

    with serving(handle) as url:
        proxy = url.removesuffix("/x")
        await asked("http://graph.invalid/a", Network(proxy=proxy))
        asked_blocking("http://graph.invalid/b", Network(proxy=proxy))
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", proxy)
        await asked("http://graph.invalid/c", Network())
    assert seen == [b"GET http://graph.invalid/%b HTTP/1.1" % p for p in (b"a", b"b", b"c")]


async def test_a_proxy_that_refuses_is_transient() -> None:
    with serving(hang_up(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")) as url:
        found = await both_fail("https://graph.invalid/", Network(proxy=url.removesuffix("/x")))
    assert isinstance(found, Transient)


def test_a_proxys_password_is_not_shown() -> None:
    assert "hush" not in repr(Network(proxy="http://me:hush@proxy.example:3128"))


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("10", 10.0),
        (" 10 ", 10.0),
        ("99999999", 900.0),
        ("Sun, 22 Nov 2026 10:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 0.0),
        ("Sun, 22 Nov 2027 09:00:00 GMT", 900.0),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("1e9", None),
        ("9" * 30, None),
        ("٣", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, "Sun, 22 Nov 2026 10:00:00 GMT") == seconds


def test_retry_after_without_a_date_is_measured_here() -> None:
    moment = (datetime.now(UTC) + timedelta(seconds=60)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    found = retry_after(moment, "")
    assert found is not None
    assert 55 < found <= 60


def test_what_else_may_come_up() -> None:
    assert isinstance(failure_of(RuntimeError("hush")), Bug)
    assert "hush" not in str(failure_of(RuntimeError("hush")))
    assert isinstance(failure_of(httpx.ReadTimeout("")), Transient)
    assert isinstance(failure_of(ssl.SSLError("handshake")), Transient)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Sun, 22 Nov 2026 10:00:00 GMT", datetime(2026, 11, 22, 10, tzinfo=UTC)),
        ("Sun, 22 Nov 2026 11:00:00 +0100", datetime(2026, 11, 22, 10, tzinfo=UTC)),
        ("Sun, 32 Nov 2026 10:00:00 GMT", None),
        ("soon", None),
        ("", None),
    ],
)
def test_what_the_other_sides_clock_says(value: str, told: datetime | None) -> None:
    assert Reply(status=200, headers={"date": value}, body=b"").date == told
