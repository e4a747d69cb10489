"""The `roomdisplay` command. Each subcommand imports only what it needs."""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from roomdisplay import __version__

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # pyright: ignore[reportPrivateUsage]

MODES = ("usual", "large-text", "low-reach", "large-text-low-reach")
SIMULATOR = "office365-simulator"
WOX_SERVER = "wox-server"
DESCRIPTION = (
    "A meeting-room door panel: one room's Office 365 day on screen, walk-ups booked straight into its calendar."
)


def main(argv: list[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    arguments = _parser(words).parse_args(words)
    try:
        return arguments.run(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 141


def _parser(words: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="roomdisplay", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"roomdisplay {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_run(commands)
    _add_demo(commands)
    _add_ctl(commands)
    _add_wox_server(commands, chosen=WOX_SERVER in words[:1])
    _add_doctor(commands)
    _add_hash_pin(commands)
    _add_gallery(commands)
    _add_simulator(commands, chosen=SIMULATOR in words[:1])
    return parser


def _add_run(commands: "Commands") -> None:
    parser = commands.add_parser(
        "run",
        help="the kiosk",
        description="Shows one room on this screen until stopped. Secrets are read by name from "
        "$CREDENTIALS_DIRECTORY (systemd credentials), then from the keyring.",
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="config.yaml of this panel; without it, it waits to be paired"
    )
    parser.add_argument("--always-lit", action="store_true", help="the screen never rests, whatever its hours")
    parser.add_argument(
        "--stay",
        action="store_true",
        help="where the panel cannot run, show why and try again instead of ending (under systemd it does anyway)",
    )
    parser.add_argument(
        "--boot-file",
        type=Path,
        action="append",
        metavar="FILE",
        help="where a panel that is to be paired looks for its server's address, wox.server and wox.ca_file, unless "
        "config.yaml says it; may be given several times (default: /boot/firmware/roomdisplay.yaml, then "
        "/boot/roomdisplay.yaml)",
    )
    _add_panel_options(parser)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    import gc

    gc.disable()  # nothing of a start is garbage; from the first frame on the panel collects by itself (shell.loop)
    from roomdisplay.ui.lean import load_pyside

    load_pyside()
    from roomdisplay.shell.app import RunOptions, run_from_config

    options = RunOptions(
        socket=arguments.socket,
        test_controls=arguments.test_controls,
        stays=arguments.stay,
        always_lit=arguments.always_lit,
    )
    if arguments.boot_file:
        options = replace(options, boot_files=tuple(arguments.boot_file))
    return run_from_config(arguments.config, options)


def _add_demo(commands: "Commands") -> None:
    parser = commands.add_parser(
        "demo",
        help="simulator, WOX server and panel in one",
        description="Starts a simulated Office 365 tenant, a WOX server with its rooms, and a panel on one of them. "
        "Without a display the panel is rendered offscreen: a screenshot is written, its path printed, and the panel "
        "keeps serving.",
    )
    parser.add_argument("--scenario", default="demo", metavar="NAME or FILE", help="the tenant's day (default: demo)")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH", help="default: 1280x800")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="write a PNG once the schedule is on screen")
    parser.add_argument("--seconds", type=float, metavar="N", help="stop by itself after N seconds")
    parser.add_argument("--fullscreen", action="store_true", help="full screen instead of a window")
    parser.add_argument("--locale", metavar="xx_YY", help="language and formats (default: the machine's)")
    parser.add_argument("--latency-ms", type=int, default=0, metavar="N", help="delay every answer of the tenant")
    parser.add_argument(
        "--link",
        choices=("enterprise-application", "service-account"),
        default="enterprise-application",
        help="how the panel is linked with Office 365 (default: enterprise-application)",
    )
    parser.add_argument("--unpaired", action="store_true", help="a panel out of its box, to be paired with a phone")
    _add_panel_options(parser)
    parser.set_defaults(run=_demo)


def _demo(arguments: argparse.Namespace) -> int:
    from roomdisplay.ui.lean import load_pyside

    load_pyside()
    from roomdisplay.shell.demo import DemoOptions, run_demo

    return run_demo(
        DemoOptions(
            scenario=arguments.scenario,
            size=arguments.size,
            screenshot=arguments.screenshot,
            seconds=arguments.seconds,
            fullscreen=arguments.fullscreen,
            locale=arguments.locale,
            latency_ms=arguments.latency_ms,
            socket=arguments.socket,
            test_controls=arguments.test_controls,
            link=arguments.link,
            unpaired=arguments.unpaired,
        )
    )


def _add_panel_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--socket", type=Path, metavar="PATH", help="where `roomdisplay ctl` reaches this panel")
    parser.add_argument(
        "--test-controls", action="store_true", help="allow `roomdisplay ctl tap`, which acts as a finger would"
    )


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if match is None or not all(320 <= int(side) <= 7680 for side in match.groups()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; give width and height in pixels, such as 1280x800")
    return int(match[1]), int(match[2])


def _add_ctl(commands: "Commands") -> None:
    parser = commands.add_parser("ctl", help="ask a running panel", description="Asks a panel running on this machine.")
    parser.add_argument("--socket", type=Path, metavar="PATH", help="the panel's socket, where it is not the usual one")
    questions = parser.add_subparsers(title="questions", required=True, metavar="QUESTION", dest="question")
    questions.add_parser("state", help="what the screen shows, as JSON")
    questions.add_parser("health", help="whether the panel and its link are well, as JSON; exit 1 if not")
    screenshot = questions.add_parser("screenshot", help="a picture of the screen")
    screenshot.add_argument("file", type=Path, metavar="FILE", help="the PNG to write")
    bundle = questions.add_parser("bundle", help="what whoever looks for a fault needs, without secrets and names")
    bundle.add_argument("file", type=Path, metavar="FILE", help="the ZIP archive to write")
    questions.add_parser("refresh", help="read the calendar now, and sign in anew where that had failed")
    doctor = questions.add_parser(
        "doctor", help="what is wrong, and what mends it, by the panel's own links; exit 1 if something is broken"
    )
    doctor.add_argument("--write", action="store_true", help="make an appointment far ahead and take it away")
    doctor.add_argument("--json", action="store_true", help="the findings as JSON")
    tap = questions.add_parser("tap", help="press the item of this accessible name (needs --test-controls)")
    tap.add_argument("--hold", default="", metavar="SECONDS", help="lift the finger only then")
    tap.add_argument("name", metavar="NAME", help="its accessible name, or the beginning of it")
    parser.set_defaults(run=_ctl)


def _ctl(arguments: argparse.Namespace) -> int:
    from base64 import b64decode

    from roomdisplay.shell.control import ControlError, ask, default_socket

    socket: Path = arguments.socket or default_socket()
    try:
        match arguments.question:
            case "tap":
                print(json.dumps(ask(socket, "tap", name=arguments.name, hold=arguments.hold), ensure_ascii=False))
            case "screenshot" | "bundle":
                file: Path = arguments.file
                file.write_bytes(b64decode(ask(socket, arguments.question)))
                print(file)
            case "health":
                health = ask(socket, "health")
                print(json.dumps(health, ensure_ascii=False, indent=2))
                return 0 if health["ok"] else 1
            case "doctor":
                told = ask(socket, "doctor", write="yes" if arguments.write else "no")
                print(json.dumps(told["report"], ensure_ascii=False, indent=2) if arguments.json else told["text"])
                return 1 if told["report"]["verdict"] == "broken" else 0
            case "refresh":
                print(ask(socket, "refresh"))
            case question:
                print(json.dumps(ask(socket, question), ensure_ascii=False, indent=2))
    except ControlError as error:
        print(f"roomdisplay ctl: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"roomdisplay ctl: {error.filename} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _add_doctor(commands: "Commands") -> None:
    parser = commands.add_parser(
        "doctor",
        help="what is wrong, and what mends it",
        description="Looks at the link to Office 365 and at this machine, and says what is wrong and what mends it. "
        "Exit status: 0 well, 1 something is broken, 2 it cannot look.",
    )
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="config.yaml of this panel; without it only the machine is looked at",
    )
    parser.add_argument("--json", action="store_true", help="the findings as JSON")
    parser.add_argument(
        "--write", action="store_true", help="prove that it may book: make an appointment far ahead and take it away"
    )
    parser.add_argument(
        "--outsider",
        type=_mailbox,
        metavar="ADDRESS",
        help="a person's mailbox, which should be out of the panel's reach",
    )
    parser.add_argument(
        "--exchange", type=Path, metavar="FILE", help="what Get-CalendarProcessing said of the room, as JSON"
    )
    parser.add_argument(
        "--root", type=Path, default=Path("/"), metavar="DIR", help="where /sys and /proc are looked up (default: /)"
    )
    parser.set_defaults(run=_doctor)


def _doctor(arguments: argparse.Namespace) -> int:
    from roomdisplay.shell.doctor import DoctorOptions, run_doctor

    return run_doctor(
        DoctorOptions(
            config=arguments.config,
            json=arguments.json,
            write=arguments.write,
            outsider=arguments.outsider or "",
            exchange=arguments.exchange,
            root=arguments.root,
        )
    )


def _add_hash_pin(commands: "Commands") -> None:
    parser = commands.add_parser(
        "hash-pin",
        help="what admin.pin in config.yaml takes",
        description="Asks for the PIN of the administrator's page (on a pipe: reads it) and prints its salted hash.",
    )
    parser.set_defaults(run=_hash_pin)


def _hash_pin(arguments: argparse.Namespace) -> int:
    import secrets
    from getpass import getpass

    from roomdisplay.config import pin

    del arguments
    typed = getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    if not pin.is_pin(typed):
        print(f"roomdisplay: a PIN has {pin.SHORTEST} to {pin.LONGEST} digits and nothing else.", file=sys.stderr)
        return 2
    print(pin.hashed(typed, secrets.token_bytes(pin.SALT_LENGTH)))
    return 0


def _mailbox(text: str) -> str:
    if not re.fullmatch(r"[^\s@/?#%]{1,64}@[A-Za-z0-9.-]{1,255}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a mailbox's address, such as mara@example.com")
    return text


def _add_wox_server(commands: "Commands", *, chosen: bool) -> None:
    parser = commands.add_parser(WOX_SERVER, help="the central WOX server")
    if not chosen:
        return
    try:
        from roomdisplay.wox_server import command
    except ModuleNotFoundError as error:
        parser.exit(2, f"roomdisplay: the WOX server needs the package {error.name}. Install the [server] extra.\n")
    command.add_arguments(parser)
    parser.set_defaults(run=command.run)


def _add_gallery(commands: "Commands") -> None:
    from roomdisplay.core.appearance import Theme

    parser = commands.add_parser(
        "gallery",
        help="a picture of every screen",
        description="Draws every screen in every size, theme, language and mode, and writes a page to look through "
        "them. What is cut off, overlaps or is too small for a finger is printed. Exit status: 0 nothing is, 1 "
        "something is, 2 the pictures cannot be made.",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    parser.add_argument("--screens", nargs="+", default=[], metavar="NAME", help="only these (default: all)")
    parser.add_argument("--sizes", nargs="+", type=_size, metavar="WxH", help="default: the five sizes of panels")
    parser.add_argument("--themes", nargs="+", type=Theme, default=[*Theme], metavar="NAME", help=", ".join(Theme))
    parser.add_argument("--locales", nargs="+", metavar="xx_YY", help="default: en_GB, de_DE and ar_EG")
    parser.add_argument("--modes", nargs="+", choices=MODES, metavar="NAME", help=f"{', '.join(MODES)} (default: all)")
    parser.set_defaults(run=_gallery)


def _gallery(arguments: argparse.Namespace) -> int:
    from roomdisplay.gallery.command import LOCALES, SIZES, GalleryOptions, run_gallery

    return run_gallery(
        GalleryOptions(
            out=arguments.out,
            screens=tuple(arguments.screens),
            sizes=tuple(arguments.sizes or SIZES),
            themes=tuple(arguments.themes),
            locales=tuple(arguments.locales or LOCALES),
            modes=tuple(arguments.modes or MODES),
        )
    )


def _add_simulator(commands: "Commands", *, chosen: bool) -> None:
    parser = commands.add_parser(SIMULATOR, help="a simulated Office 365 tenant alone")
    if not chosen:
        return
    try:
        from roomdisplay.simulator import command
    except ModuleNotFoundError as error:
        parser.exit(2, f"roomdisplay: the simulator needs the package {error.name}. Install the [demo] extra.\n")
    command.add_arguments(parser)
    parser.set_defaults(run=command.run)
