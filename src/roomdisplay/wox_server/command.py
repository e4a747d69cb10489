"""The command `roomdisplay wox-server`."""

import argparse
import asyncio
import json
import logging
import os
import signal
import socket
import sys
from pathlib import Path

import uvloop

from roomdisplay.config import kinds
from roomdisplay.wox_server import logs
from roomdisplay.wox_server.database import Database, DatabaseBroken
from roomdisplay.wox_server.server import Tls, listen, serve


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
    parser.add_argument("--until-stdin-closes", action="store_true", help="ends when standard input does")
    parser.add_argument("--verbose", action="store_true", help="logs more to standard error")


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
    try:
        listener = listen(args.host, args.port)
    except OSError as problem:
        database.close()
        what = problem.strerror or str(problem)
        return _complain(f"{args.host} port {args.port} cannot be used: {what}. Choose another, or --port 0.", 1)
    try:
        with listener:
            uvloop.run(_serve(args, database, listener.getsockname()[1], listener))
    finally:
        database.close()
    return 0


async def _serve(args: argparse.Namespace, database: Database, port: int, listener: socket.socket) -> None:
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ending.set)
    tls = None if args.tls_certificate is None else Tls(certificate=args.tls_certificate, key=args.tls_key)
    host = f"[{args.host}]" if ":" in args.host else args.host
    url = f"{'http' if tls is None else 'https'}://{host}:{port}"
    async with serve(database, listener, public_url=args.public_url or url, tls=tls):
        told = {
            "url": url,
            "public_url": args.public_url or url,
            "panel_api": f"{url}/api/panel/v1",
            "pid": os.getpid(),
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        if args.until_stdin_closes:
            _until_stdin_closes(ending)
        await ending.wait()


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


def _url(text: str) -> str:
    url = kinds.HTTPS.read(text)
    if url is None:
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted: {kinds.HTTPS.accepted}")
    return url
