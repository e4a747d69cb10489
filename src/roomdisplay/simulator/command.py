"""The command `roomdisplay office365-simulator`."""

from __future__ import annotations

import argparse
import asyncio
import errno
import json
import logging
import signal
import sys

from roomdisplay.simulator import scenario
from roomdisplay.simulator.scenario import ScenarioError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options to `parser`."""
    parser.description = (
        "Runs a simulated Office 365 tenant on this machine's loopback. The first line on standard output is a JSON "
        "object with everything a client needs; GET /control lists what else can be done."
    )
    parser.add_argument("--port", type=_port, required=True, help="the port for HTTP; 0 picks a free one")
    parser.add_argument(
        "--scenario",
        default="demo",
        metavar="NAME or FILE",
        help=f"rooms, people and meetings to start with: {', '.join(scenario.available())}, or a YAML file "
        "(default: demo)",
    )
    parser.add_argument("--latency-ms", type=_count, default=0, metavar="N", help="delays every answer")
    parser.add_argument("--seed", type=_count, default=1, metavar="N", help="decides all identifiers (default: 1)")
    parser.add_argument("--until-stdin-closes", action="store_true", help="ends when standard input does")
    parser.add_argument("--verbose", action="store_true", help="logs to standard error what goes on")


def run(args: argparse.Namespace) -> int:
    """Serves until a signal, or until standard input ends. Returns the exit status."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO if args.verbose else logging.ERROR)
    try:
        asyncio.run(_serve(args))
    except OSError as problem:
        if problem.errno != errno.EADDRINUSE:
            raise
        sys.stderr.write(f"roomdisplay: port {args.port} is in use; choose another, or --port 0 for a free one.\n")
        return 1
    except ScenarioError as problem:
        sys.stderr.write(f"roomdisplay: {problem}\n")
        return 2
    return 0


async def _serve(args: argparse.Namespace) -> None:
    from roomdisplay.simulator.server import serve

    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ending.set)
    async with serve(args.scenario, port=args.port, seed=args.seed, latency_ms=args.latency_ms) as simulator:
        sys.stdout.write(json.dumps(simulator.info) + "\n")
        sys.stdout.flush()
        if args.until_stdin_closes:
            await _until_stdin_closes(ending)
        await ending.wait()


async def _until_stdin_closes(ending: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def read() -> None:
        if not sys.stdin.buffer.raw.read(4096):  # type: ignore[attr-defined]
            loop.remove_reader(sys.stdin)
            ending.set()

    try:
        loop.add_reader(sys.stdin, read)
    except (OSError, ValueError):
        ending.set()


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0")
    return int(text)
