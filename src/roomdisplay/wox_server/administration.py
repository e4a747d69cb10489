"""The command `roomdisplay wox-admin`: what an administrator does to the WOX server's database from a shell."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from roomdisplay.wox_server import panels, rooms, rooms_csv
from roomdisplay.wox_server.command import add_database, database_url
from roomdisplay.wox_server.database import Database, DatabaseBroken


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "Changes the WOX server's database; the server may be running meanwhile."
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")

    action = actions.add_parser(
        "import-rooms",
        help="add or change rooms from a list",
        description=f"FILE is CSV with the columns {', '.join(rooms_csv.REQUIRED)} and, if wanted, "
        f"{', '.join(rooms_csv.OPTIONAL)} (equipment: words with semicolons between). A room whose mailbox is known is "
        "changed. All of the list is taken, or none of it.",
    )
    action.add_argument("file", type=Path, metavar="FILE")
    add_database(action)
    action.set_defaults(act=_import_rooms)

    action = actions.add_parser(
        "add-panel",
        help="a token for a panel that is set up by hand",
        description="Prints one JSON object: the panel's id, and the token it shows the server. The token is told "
        "this once.",
    )
    action.add_argument("mailbox", metavar="MAILBOX", help="of the panel's room")
    action.add_argument("--serial", default="by hand", help="what the fleet page calls the panel")
    add_database(action)
    action.set_defaults(act=_add_panel)


def run(args: argparse.Namespace) -> int:
    """Returns the exit status: 1 after a sentence on standard error."""
    database = None
    try:
        database = Database(database_url(args.database))
        database.migrate()
        args.act(database, args)
    except (DatabaseBroken, rooms.NotThere) as problem:
        return _complain(str(problem))
    except rooms_csv.ListRefused as problem:
        return _complain(f"{args.file}: {problem} Nothing was changed.")
    finally:
        if database is not None:
            database.close()
    return 0


def _import_rooms(database: Database, args: argparse.Namespace) -> None:
    try:
        lines = args.file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text."
        raise rooms_csv.ListRefused(f"it cannot be read: {reason}") from error
    with database.writing() as writing:
        done = rooms_csv.take(writing, rooms_csv.read(lines))
    sys.stdout.write(f"{done.added} rooms added, {done.changed} known before.\n")


def _add_panel(database: Database, args: argparse.Namespace) -> None:
    with database.writing() as writing:
        room = rooms.room_of_mailbox(writing.connection, args.mailbox)
        id, token = panels.add(writing, room.id, serial=args.serial, now=datetime.now(UTC))
    sys.stdout.write(json.dumps({"panel": id, "room": room.facts.mailbox, "token": token}) + "\n")


def _complain(sentence: str) -> int:
    sys.stderr.write(f"roomdisplay wox-admin: {sentence}\n")
    return 1
