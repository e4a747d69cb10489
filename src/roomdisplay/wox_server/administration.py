"""What `roomdisplay wox-server ACTION` does to the database instead of serving; a server may be running meanwhile."""

import argparse
import json
import os
import re
import sys
from datetime import datetime
from pathlib import Path

from roomdisplay.wox_server import panels, people, releases, rooms, rooms_csv
from roomdisplay.wox_server.database import Database, DatabaseBroken
from roomdisplay.wox_server.releases import Shelf

DATABASE = (
    "sqlite:///FILE or postgresql://USER@HOST/NAME (default: $ROOMDISPLAY_WOX_DATABASE, which keeps a password out of "
    "the list of processes; else a SQLite file in this user's state folder)"
)


def add_actions(parser: argparse.ArgumentParser) -> None:
    """`action` is None where there is none."""
    actions = parser.add_subparsers(title="instead of serving", dest="action", metavar="")

    adding = actions.add_parser(
        "add-administrator",
        help="makes somebody Space Administrator and prints a one-time link to sign in with",
        description="Makes the person of that address Space Administrator and prints a link that works once, for a "
        "day: with it they choose a password.",
    )
    adding.add_argument("email", metavar="EMAIL")
    adding.add_argument("--name", default="", help="what to call them (default: the address)")
    adding.add_argument("--public-url", default=argparse.SUPPRESS, metavar="URL", help="as for the server")
    adding.set_defaults(act=_add_administrator)

    importing = actions.add_parser(
        "import-rooms",
        help="adds or changes the rooms of a list",
        description=f"FILE is CSV with the columns {', '.join(rooms_csv.REQUIRED)} and, if wanted, "
        f"{', '.join(rooms_csv.OPTIONAL)} (equipment: words with semicolons between). A room whose mailbox is known is "
        "changed. All of the list is taken, or none of it.",
    )
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.set_defaults(act=_import_rooms)

    adding = actions.add_parser(
        "add-release",
        help="takes a release that panels can be offered from now on",
        description="BUNDLE is a file that script/package made. It is rolled out on the Portal's page Updates.",
    )
    adding.add_argument("bundle", type=Path, metavar="BUNDLE")
    adding.set_defaults(act=_add_release)

    adding = actions.add_parser(
        "add-panel",
        help="prints a token for a panel that is set up by hand",
        description="Prints one JSON object: the panel's id, its room, and the token it shows the server, which is "
        "told this once.",
    )
    adding.add_argument("mailbox", metavar="MAILBOX", help="of the panel's room")
    adding.add_argument("--serial", default="by hand", help="what the fleet page calls the panel")
    adding.set_defaults(act=_add_panel)

    for action in actions.choices.values():
        action.add_argument("--database", default=argparse.SUPPRESS, metavar="URL", help="as for the server")


def act(database: Database, args: argparse.Namespace, now: datetime) -> int:
    """Returns the exit status: 1 after a sentence on standard error."""
    try:
        args.act(database, args, now)
    except (rooms.NotThere, _Refused) as problem:
        return _complain(str(problem))
    except rooms_csv.ListRefused as problem:
        return _complain(f"{args.file}: {problem} Nothing was changed.")
    return 0


def opened(url: str | None) -> Database:
    """The database of that URL, else the environment's, else a SQLite file of this user's; brought up to date. Raises
    DatabaseBroken."""
    database = Database(url or os.environ.get("ROOMDISPLAY_WOX_DATABASE") or f"sqlite:///{_own_file()}")
    try:
        database.migrate()
    except BaseException:
        database.close()
        raise
    return database


def state_folder() -> Path:
    """systemd's, else the user's state folder; made where it is missing. Raises DatabaseBroken."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]  # of systemd
    folder = Path(given) if given else Path(home) / "roomdisplay"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseBroken(f"{folder} cannot be made: {error.strerror}. Name a database with --database.") from error
    return folder


def shelf(args: argparse.Namespace) -> Shelf:
    """Raises DatabaseBroken."""
    return Shelf(folder=args.releases or state_folder() / "releases", key=args.update_key)


def set_up_link(database: Database, now: datetime) -> str | None:
    """What a link carries with which somebody becomes the first Space Administrator; None: there is one."""
    with database.writing() as writing:
        return people.make_link(writing, None, now) if people.is_new(writing.connection) else None


class _Refused(Exception):
    """The message is a sentence."""


def _add_administrator(database: Database, args: argparse.Namespace, now: datetime) -> None:
    email = args.email.strip().lower()
    if not re.fullmatch(r"[^\s@]{1,64}@[^\s@]{1,255}", email):
        raise _Refused(f"{args.email!r} is no e-mail address.")
    with database.writing() as writing:
        account = people.make_administrator(writing, email=email, name=args.name.strip() or email)
        if not rooms.spaces(writing.connection):
            rooms.add_space(writing, rooms_csv.SPACE)
        link = people.make_link(writing, account.id, now)
    url = args.public_url or f"http://{args.host}:{args.port}"
    sys.stdout.write(f"{url}/welcome/{link}\n")


def _import_rooms(database: Database, args: argparse.Namespace, now: datetime) -> None:
    try:
        lines = args.file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise rooms_csv.ListRefused(f"it cannot be read: {reason}.") from error
    rows = rooms_csv.read(lines)
    with database.writing() as writing:
        done = rooms_csv.take(writing, rows)
    sys.stdout.write(f"{done.added} rooms added, {done.changed} known before.\n")


def _add_panel(database: Database, args: argparse.Namespace, now: datetime) -> None:
    with database.writing() as writing:
        room = rooms.room_of_mailbox(writing.connection, args.mailbox)
        id, token = panels.add(writing, room.id, serial=args.serial, now=now)
    sys.stdout.write(json.dumps({"panel": id, "room": room.facts.mailbox, "token": token}) + "\n")


def _add_release(database: Database, args: argparse.Namespace, now: datetime) -> None:
    try:
        with args.bundle.open("rb") as source:
            checked = shelf(args).take(source)
    except OSError as error:
        raise _Refused(f"{args.bundle} cannot be read: {error.strerror}.") from error
    except releases.Unusable as unusable:
        raise _Refused(str(unusable)) from unusable
    with database.writing() as writing:
        releases.add(writing, checked, now)
    sys.stdout.write(f"Release {checked.version} for {checked.architecture} can be rolled out.\n")


def _own_file() -> Path:
    file = state_folder() / "wox.sqlite"
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise DatabaseBroken(f"{file} cannot be made: {error.strerror}. Name a database with --database.") from error
    return file


def _complain(sentence: str) -> int:
    sys.stderr.write(f"roomdisplay wox-server: {sentence}\n")
    return 1
