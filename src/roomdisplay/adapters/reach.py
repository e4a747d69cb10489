"""The way to a server, one step at a time, so that it shows where it ends: proxy, name, connection, trust, answer.

The last step goes through the very client the panel uses, so that what is said of it holds for the panel.
"""

import asyncio
import socket
import ssl
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from msgspec.structs import replace

from roomdisplay.adapters.http import BlockingHttp, Network, Reply
from roomdisplay.core.failure import AccessLost
from roomdisplay.doctor.evidence import Reached, Step
from roomdisplay.ports import Failed

_PORTS = {"http": 80, "https": 443}


class Way:
    """The ServerProbe over sockets and the panel's own HTTP client."""

    def __init__(self, network: Network) -> None:
        self._network = network

    async def reach(self, url: str) -> Reached:
        """Never raises."""
        return await asyncio.to_thread(self._reach, url)

    def _reach(self, url: str) -> Reached:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        seen = Reached(host=host, port=port, encrypted=parts.scheme == "https")
        proxy = self._network.proxy or _from_environment(parts.scheme, host)
        first = host, port
        if proxy:
            through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
            try:
                first = through.hostname or "", through.port or _PORTS[through.scheme]
            except (ValueError, KeyError):
                return replace(seen, stopped_at=Step.PROXY)
            seen = replace(seen, proxy=f"{first[0]}:{first[1]}")
        try:
            found = socket.getaddrinfo(*first, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            return replace(seen, stopped_at=Step.NAME, reason=getattr(error, "strerror", None) or "it is no name")
        seen = replace(seen, addresses=tuple(dict.fromkeys(str(address[4][0]) for address in found)))
        try:
            with socket.create_connection(first, timeout=self._network.connect) as connection:
                if seen.encrypted and not proxy:
                    seen = self._trusted(connection, seen)
        except OSError as error:
            return replace(seen, stopped_at=Step.CONNECTION, reason=error.strerror or "no answer in time")
        return seen if seen.stopped_at is not None else self._answered(url, seen)

    def _trusted(self, connection: socket.socket, seen: Reached) -> Reached:
        try:
            trust = self._network.trust()
            with trust.wrap_socket(connection, server_hostname=seen.host) as wrapped:
                return replace(seen, signed_by=_signer(wrapped))
        except Failed as failed:
            code = failed.failure.code if isinstance(failed.failure, AccessLost) else str(failed.failure)
            return replace(seen, stopped_at=Step.TRUST, reason=code)
        except ssl.SSLCertVerificationError as error:
            return replace(seen, stopped_at=Step.TRUST, reason=error.verify_message)
        except OSError as error:
            return replace(
                seen, stopped_at=Step.TRUST, reason=getattr(error, "reason", None) or "no TLS is spoken there"
            )

    def _answered(self, url: str, seen: Reached) -> Reached:
        http = BlockingHttp(self._network)
        began, mono = datetime.now(UTC), time.monotonic()
        try:
            reply = http.send("GET", url)
        except Failed as failed:
            match failed.failure:
                case AccessLost(code=code):
                    return replace(seen, stopped_at=Step.TRUST, reason=code)
                case other:
                    return replace(seen, stopped_at=Step.ANSWER, reason=getattr(other, "reason", ""))
        finally:
            http.close()
        if reply.status == 407:
            return replace(seen, stopped_at=Step.ANSWER, reason="the proxy asks for a password, which no panel has")
        return replace(seen, ahead=_ahead(reply, began, timedelta(seconds=time.monotonic() - mono)))


def _ahead(reply: Reply, began: datetime, took: timedelta) -> timedelta | None:
    """A Date is cut to the second, and was written somewhere between question and answer."""
    told = reply.date
    if told is None:
        return None
    first, last = began - timedelta(seconds=1), began + took
    if first <= told <= last:
        return timedelta()
    return told - last if told > last else told - first


def _from_environment(scheme: str, host: str) -> str:
    """As httpx finds it."""
    if urllib.request.proxy_bypass(host):
        return ""
    proxies = urllib.request.getproxies()
    return proxies.get(scheme) or proxies.get("all") or ""


def _signer(connection: ssl.SSLSocket) -> str:
    certificate = connection.getpeercert() or {}
    names = {name: value for part in certificate.get("issuer", ()) for name, value in part}  # pyright: ignore
    return str(names.get("organizationName") or names.get("commonName") or "")
