"""The command `roomdisplay wox-server`."""

import argparse
import asyncio
import json
import logging
import os
import re
import signal
import socket
import sys
from pathlib import Path

import uvloop

from roomdisplay.adapters.secrets.named import NamedSecrets
from roomdisplay.config import kinds
from roomdisplay.ports import SecretMissing
from roomdisplay.wox_server import logs, people, rooms
from roomdisplay.wox_server.database import Database, DatabaseBroken
from roomdisplay.wox_server.portal.entra import Directory, EntraSignIn
from roomdisplay.wox_server.portal.visit import Portal
from roomdisplay.wox_server.server import Tls, listen, serve
from roomdisplay.wox_server.serving import utc_now

SIGN_IN_SECRET = "wox-sign-in-secret"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options to `parser`."""
    parser.description = (
        "Runs the central WOX server: the panels' API, the Portal and the fleet page. The first line on standard "
        "output is a JSON object with its address. Several may run on one PostgreSQL database."
    )
    parser.add_argument(
        "--database",
        metavar="URL",
        help="sqlite:///FILE or postgresql://USER@HOST/NAME (default: $ROOMDISPLAY_WOX_DATABASE, which keeps a "
        "password out of the list of processes; else a SQLite file in this user's state folder)",
    )
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
    parser.add_argument("--until-stdin-closes", action="store_true", help="ends when standard input does")
    parser.add_argument("--verbose", action="store_true", help="logs more to standard error")
    actions = parser.add_subparsers(title="instead of serving", dest="action", metavar="")
    adding = actions.add_parser(
        "add-administrator",
        help="makes somebody Space Administrator and prints a one-time link to sign in with",
        description="Makes the person of that address Space Administrator and prints a link that works once, for "
        "a day: with it they choose a password.",
    )
    adding.add_argument("email", metavar="EMAIL")
    adding.add_argument("--name", default="", help="what to call them (default: the address)")
    for option in ("--database", "--public-url"):
        adding.add_argument(option, default=argparse.SUPPRESS, metavar="URL", help="as for the server")


def run(args: argparse.Namespace) -> int:
    """Serves until a signal, or until standard input ends. Returns the exit status."""
    logs.to_stderr(logging.INFO if args.verbose else logging.WARNING)
    if (args.tls_certificate is None) != (args.tls_key is None):
        return _complain("--tls-certificate and --tls-key belong together: give both or neither.", 2)
    for file in (args.tls_certificate, args.tls_key):
        if file is not None and not os.access(file, os.R_OK):
            return _complain(f"{file} cannot be read. Name a PEM file that this user may read.", 2)
    try:
        database = Database(args.database or os.environ.get("ROOMDISPLAY_WOX_DATABASE") or _own_file())
        database.migrate()
    except DatabaseBroken as problem:
        return _complain(str(problem), 1)
    if args.action == "add-administrator":
        try:
            return _add_administrator(database, args)
        finally:
            database.close()
    try:
        portal = _portal(args)
    except SecretMissing as problem:
        database.close()
        return _complain(str(problem), 2)
    try:
        listener = listen(args.host, args.port)
    except OSError as problem:
        database.close()
        what = problem.strerror or str(problem)
        return _complain(f"{args.host} port {args.port} cannot be used: {what}. Choose another, or --port 0.", 1)
    try:
        with listener:
            uvloop.run(_serve(args, database, portal, listener))
    finally:
        database.close()
    return 0


async def _serve(args: argparse.Namespace, database: Database, portal: Portal, listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ending.set)
    tls = None if args.tls_certificate is None else Tls(certificate=args.tls_certificate, key=args.tls_key)
    host = f"[{args.host}]" if ":" in args.host else args.host
    url = f"{'http' if tls is None else 'https'}://{host}:{port}"
    async with serve(database, listener, public_url=args.public_url or url, tls=tls, portal=portal):
        told = {
            "url": url,
            "public_url": args.public_url or url,
            "panel_api": f"{url}/api/panel/v1",
            "pid": os.getpid(),
        }
        if (link := set_up_link(database)) is not None:
            told["set_up"] = f"{args.public_url or url}/welcome/{link}"
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        if args.until_stdin_closes:
            _until_stdin_closes(ending)
        await ending.wait()


def set_up_link(database: Database) -> str | None:
    """What a link carries with which somebody becomes the first Space Administrator; None: there is one."""
    with database.writing() as writing:
        return people.make_link(writing, None, utc_now()) if people.is_new(writing.connection) else None


def _add_administrator(database: Database, args: argparse.Namespace) -> int:
    email = args.email.strip().lower()
    if not re.fullmatch(r"[^\s@]{1,64}@[^\s@]{1,255}", email):
        return _complain(f"{args.email!r} is no e-mail address.", 2)
    with database.writing() as writing:
        account = people.make_administrator(writing, email=email, name=args.name.strip() or email)
        if not rooms.spaces(writing.connection):
            rooms.add_space(writing, "WOX")
        link = people.make_link(writing, account.id, utc_now())
    url = args.public_url or f"http://{args.host}:{args.port}"
    sys.stdout.write(f"{url}/welcome/{link}\n")
    return 0


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


def _own_file() -> str:
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]  # of systemd
    folder = Path(given) if given else Path(home) / "roomdisplay"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseBroken(f"{folder} cannot be made: {error.strerror}. Name a database with --database.") from error
    return f"sqlite:///{folder / 'wox.sqlite'}"


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
