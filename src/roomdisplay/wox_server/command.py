"""The command `roomdisplay wox-server`."""

import argparse
import asyncio
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import uvloop
from msgspec.structs import replace

from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.secrets.named import NamedSecrets
from roomdisplay.config import kinds
from roomdisplay.ports import SecretMissing, StoreBroken
from roomdisplay.shell.notify import supervisor
from roomdisplay.wox_server import administration, logs
from roomdisplay.wox_server.database import Database, DatabaseBroken
from roomdisplay.wox_server.handover import Handover, HandoverRefused, handover
from roomdisplay.wox_server.mirror import MirrorRefused, linked, mirroring
from roomdisplay.wox_server.portal.entra import Directory, EntraSignIn
from roomdisplay.wox_server.portal.visit import Portal
from roomdisplay.wox_server.registrar import registering
from roomdisplay.wox_server.server import Alongside, Tls, listen, serve
from roomdisplay.wox_server.serving import Now, Serving

SIGN_IN_SECRET = "wox-sign-in-secret"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options to `parser`."""
    parser.description = (
        "Runs the central WOX server: the panels' API, the Portal and the fleet page. The first line on standard "
        "output is a JSON object with its address. Several may run on one PostgreSQL database."
    )
    parser.add_argument("--database", metavar="URL", help=administration.DATABASE)
    parser.add_argument("--host", default="127.0.0.1", metavar="H", help="where to listen (default: 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8080, metavar="N", help="default: 8080; 0 picks a free one")
    parser.add_argument(
        "--public-url", type=_url, metavar="URL", help="where people reach the Portal, if not at host and port"
    )
    parser.add_argument("--tls-certificate", type=Path, metavar="FILE", help="PEM, the chain; serves https")
    parser.add_argument("--tls-key", type=Path, metavar="FILE", help="PEM, its key")
    parser.add_argument("--entra-tenant", type=_guid, metavar="GUID", help="whose people sign in with Microsoft")
    parser.add_argument("--entra-client-id", type=_guid, metavar="GUID", help="the application they sign in to")
    parser.add_argument(
        "--entra-secret",
        default=SIGN_IN_SECRET,
        metavar="NAME",
        help=f"the name of its secret, looked up as the panel's are (default: {SIGN_IN_SECRET})",
    )
    parser.add_argument(
        "--entra-authority", type=_url, metavar="URL", help="where they sign in, if not Microsoft's own"
    )
    parser.add_argument("--ca-file", type=Path, metavar="FILE", help="PEM, further authorities to trust")
    parser.add_argument(
        "--office365",
        type=Path,
        metavar="FILE",
        help="mirror every room's calendar; FILE holds the section office365 of config.yaml. Without it the panels do",
    )
    parser.add_argument(
        "--panel-certificates",
        action="store_true",
        help="panels that are paired make a certificate of their own for Office 365 instead of being handed the "
        "client secret of --office365. Where the server proves itself by a certificate it registers theirs in Entra, "
        "and they make their own without this option; else an administrator adds each to the application",
    )
    parser.add_argument(
        "--releases",
        type=Path,
        metavar="DIR",
        help="where the bundles of releases lie that panels are offered; the same for every process on the database "
        "(default: beside the database, or in the state folder)",
    )
    parser.add_argument(
        "--update-key",
        type=Path,
        default=Path("/etc/roomdisplay/update-key.pem"),
        metavar="FILE",
        help="PEM, the public key of whoever makes the releases (default: /etc/roomdisplay/update-key.pem)",
    )
    parser.add_argument(
        "--ahead", type=float, default=0.0, metavar="SECONDS", help="the clock runs ahead, to show another day"
    )
    parser.add_argument("--until-stdin-closes", action="store_true", help="ends when standard input does")
    parser.add_argument("--verbose", action="store_true", help="logs more to standard error")
    administration.add_actions(parser)


def run(args: argparse.Namespace) -> int:
    """Serves until a signal, or until standard input ends. Returns the exit status."""
    logs.to_stderr(logging.INFO if args.verbose else logging.WARNING)
    if (args.tls_certificate is None) != (args.tls_key is None):
        return _complain("--tls-certificate and --tls-key belong together: give both or neither.", 2)
    for file in (args.tls_certificate, args.tls_key):
        if file is not None and not os.access(file, os.R_OK):
            return _complain(f"{file} cannot be read. Name a PEM file that this user may read.", 2)
    try:
        link = None if args.office365 is None else linked(args.office365)
        database = administration.opened(args.database)
    except MirrorRefused as problem:
        return _complain(str(problem), 2)
    except DatabaseBroken as problem:
        return _complain(str(problem), 1)
    clock = SystemClock(timedelta(seconds=args.ahead))
    if args.action is not None:
        with closing(database):
            return administration.act(database, args, clock.now().wall)
    try:
        registers = link is not None and link.keys is not None
        portal = replace(_portal(args), handover=_handover(args), registers_keys=registers)
    except (SecretMissing, HandoverRefused) as problem:
        database.close()
        return _complain(str(problem), 2)

    @asynccontextmanager
    async def alongside(serve: Serving) -> AsyncGenerator[None]:
        if link is None:
            yield
            return
        folder, transactions = administration.state_folder(), serve.transactions
        registering_keys = registering(
            link.keys, link.own_thumbprint, transactions=transactions, now=lambda: clock.now().wall
        )
        async with mirroring(link, folder, transactions=transactions, hub=serve.hub, clock=clock), registering_keys:
            yield

    try:
        listener = listen(args.host, args.port)
    except OSError as problem:
        database.close()
        what = problem.strerror or str(problem)
        return _complain(f"{args.host} port {args.port} cannot be used: {what}. Choose another, or --port 0.", 1)
    try:
        with listener:
            uvloop.run(_serve(args, database, portal, listener, lambda: clock.now().wall, alongside))
    except StoreBroken as problem:
        return _complain(str(problem), 1)
    finally:
        database.close()
    return 0


async def _serve(
    args: argparse.Namespace,
    database: Database,
    portal: Portal,
    listener: socket.socket,
    now: Now,
    alongside: Alongside,
) -> None:
    port = listener.getsockname()[1]
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ending.set)
    tls = None if args.tls_certificate is None else Tls(certificate=args.tls_certificate, key=args.tls_key)
    host = f"[{args.host}]" if ":" in args.host else args.host
    url = f"{'http' if tls is None else 'https'}://{host}:{port}"
    public_url = args.public_url or url
    shelf = administration.shelf(args)
    async with serve(
        database, listener, public_url=public_url, now=now, tls=tls, portal=portal, shelf=shelf, alongside=alongside
    ):
        told = {
            "url": url,
            "public_url": public_url,
            "panel_api": f"{url}/api/panel/v1",
            "pid": os.getpid(),
        }
        if (link := administration.set_up_link(database, now())) is not None:
            told["set_up"] = f"{public_url}/welcome/{link}"
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        living = asyncio.create_task(_live(url))
        if args.until_stdin_closes:
            _until_stdin_closes(ending)
        await ending.wait()
        living.cancel()


async def _live(url: str) -> None:
    """Tells systemd that connections are accepted and then, as long as the loop turns, that it does. A database that
    does not answer is no reason for a restart, which would mend nothing: `/healthz` tells of it."""
    supervised = supervisor()
    supervised.ready(f"Serving {url}.")
    try:
        while supervised.every is not None:
            supervised.alive()
            await asyncio.sleep(supervised.every)
    finally:
        supervised.stopping()


def _portal(args: argparse.Namespace) -> Portal:
    """Raises SecretMissing."""
    if args.entra_tenant is None or args.entra_client_id is None:
        return Portal()
    directory = Directory(
        tenant_id=args.entra_tenant,
        client_id=args.entra_client_id,
        secret=NamedSecrets().secret(args.entra_secret).decode().strip(),
        authority=args.entra_authority or "",
        ca_file=args.ca_file,
    )
    return Portal(entra=EntraSignIn(directory))


def _handover(args: argparse.Namespace) -> Handover | None:
    """Raises HandoverRefused."""
    if args.office365 is None:
        return None
    return handover(args.office365, NamedSecrets(), own_certificates=args.panel_certificates)


def _until_stdin_closes(ending: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def read() -> None:
        if not os.read(sys.stdin.fileno(), 4096):
            loop.remove_reader(sys.stdin)
            ending.set()

    try:
        loop.add_reader(sys.stdin, read)
    except (OSError, ValueError):  # a file, or nothing: it has ended
        ending.set()


def _complain(sentence: str, status: int) -> int:
    sys.stderr.write(f"roomdisplay wox-server: {sentence}\n")
    return status


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 0 to 65535")
    return int(text)


def _guid(text: str) -> str:
    if kinds.GUID.read(text) is None:
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: a GUID")
    return text.lower()


def _url(text: str) -> str:
    url = kinds.HTTPS.read(text)
    if url is None:
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: {kinds.HTTPS.accepted}")
    return url
