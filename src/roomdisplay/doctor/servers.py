"""Are the servers there, are they who they say they are, and is it the same time there?"""

from datetime import timedelta

from msgspec import Struct

from roomdisplay.core.check_in import WRONG
from roomdisplay.doctor.evidence import Reached, Step
from roomdisplay.doctor.finding import Finding, Shell, broken, unknown, warning, well

REFUSED = timedelta(minutes=5)
"""Entra refuses what was signed by a clock that is further off than this (Microsoft, "Certificate credentials")."""


class Ways(Struct, frozen=True, kw_only=True):
    """Where the way to a server is set."""

    proxy: str
    ca_file: str


OFFICE365 = Ways(proxy="office365.proxy in config.yaml", ca_file="office365.ca_file")


def reachable(id: str, title: str, seen: Reached, ways: Ways = OFFICE365) -> Finding:
    """The evidence of every step that was made; the mend of the one where it ended."""
    if seen.stopped_at is None:
        return well(id, title, *_way(seen))
    mend, shell = _mend(seen, seen.stopped_at, ways)
    return broken(id, title, *_way(seen), mend=mend, commands=(shell,) if shell is not None else ())


def clock(id: str, title: str, seen: Reached) -> Finding:
    if seen.ahead is None:
        return unknown(id, title, "The server did not say what time it is.")
    seconds = round(abs(seen.ahead).total_seconds())
    if abs(seen.ahead) <= WRONG:
        return well(id, title, f"Within {max(1, seconds)} s of each other.")
    direction = "behind" if seen.ahead > timedelta() else "ahead of"
    told = f"The panel's clock is {_span(seconds)} {direction} the server's: by such a clock nothing is released."
    mend = "Let the panel's clock follow a time server it can reach."
    commands = (Shell(line="timedatectl timesync-status"), Shell(line="timedatectl set-ntp true"))
    if abs(seen.ahead) <= REFUSED:
        return warning(id, title, told, mend=mend, commands=commands)
    return broken(id, title, told, "Entra refuses certificates shown by it.", mend=mend, commands=commands)


def _span(seconds: int) -> str:
    if seconds < 120:
        return f"{seconds} s"
    if seconds < 7200:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h"


def _way(seen: Reached) -> list[str]:
    host = f"{seen.host}:{seen.port}"
    steps = list(Step)
    made = len(steps) if seen.stopped_at is None else steps.index(seen.stopped_at)

    def came(step: Step) -> bool:
        return steps.index(step) < made

    told = [f"Proxy: {seen.proxy or 'none'}."]
    if came(Step.NAME) and seen.addresses:
        told.append(f"Name: {seen.proxy.rpartition(':')[0] or seen.host} is {', '.join(seen.addresses[:4])}.")
    if came(Step.CONNECTION):
        told.append(f"Connection: {seen.proxy or host} answers.")
    if came(Step.TRUST):
        signed = f", signed by {seen.signed_by}" if seen.signed_by else ""
        told.append(
            f"Trust: the certificate of {seen.host} is good{signed}."
            if seen.encrypted
            else "Trust: not asked for on this machine itself (http)."
        )
    if came(Step.ANSWER):
        told.append(f"Answer: {seen.host} speaks HTTP.")
    if seen.stopped_at is not None:
        told.append(f"{_FAILED[seen.stopped_at].format(host=host)}{f' ({seen.reason})' if seen.reason else ''}.")
    return told


_FAILED = {
    Step.PROXY: "The proxy's address cannot be read",
    Step.NAME: "The name cannot be found in DNS",
    Step.CONNECTION: "No connection comes about",
    Step.TRUST: "Nobody the panel trusts vouches for {host}",
    Step.ANSWER: "{host} does not answer",
}


def _mend(seen: Reached, step: Step, ways: Ways) -> tuple[str, Shell | None]:
    host = seen.proxy.rpartition(":")[0] or seen.host
    match step:
        case Step.PROXY:
            return f"Write {ways.proxy} as http://HOST:PORT.", None
        case Step.NAME:
            return (
                "Check the cable or the Wi-Fi, and the DNS server this network names.",
                Shell(line=f"resolvectl query {host}"),
            )
        case Step.CONNECTION if seen.proxy:
            return f"Compare {ways.proxy}, or HTTPS_PROXY, with the network's proxy.", None
        case Step.CONNECTION:
            return (
                f"Let the firewall pass TCP port {seen.port} to {seen.host}, or name the network's proxy as "
                f"{ways.proxy}.",
                None,
            )
        case Step.TRUST:
            return (
                f"Check the panel's clock. Where a proxy inspects TLS, name its root certificate as {ways.ca_file} "
                "in config.yaml, or exempt this host from inspection.",
                Shell(line=f"openssl s_client -connect {seen.host}:{seen.port} -servername {seen.host} -showcerts"),
            )
        case Step.ANSWER:
            return "Ask whoever runs the firewall or the proxy whether it lets HTTPS to this host pass.", None
