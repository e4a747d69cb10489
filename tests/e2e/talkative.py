"""The real program with everything said aloud, for a test that looks for secrets in what it says.

Logs at DEBUG. SIGUSR1: the repr of every value of the program's own goes to the file $TALKATIVE_REPRS. SIGUSR2: what a
crash report would hold goes to stderr, every thread's stack with all local variables. $TALKATIVE_MSAL: MSAL raises
errors that quote what it knows.
"""

import gc
import logging
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from roomdisplay.cli import main


def confess(*_: object) -> None:
    own = [thing for thing in gc.get_objects() if str(type(thing).__module__).startswith("roomdisplay.")]
    told: list[str] = []
    for thing in own:
        told.append(repr(thing))
        told += [repr(value) for value in getattr(thing, "__dict__", {}).values() if type(value) in PLAIN]
    path = Path(os.environ["TALKATIVE_REPRS"])
    path.with_suffix(".new").write_text("\n".join(told))
    path.with_suffix(".new").replace(path)


PLAIN = (tuple, frozenset, dict, list)


def report_a_crash(*_: object) -> None:
    for frame in sys._current_frames().values():  # pyright: ignore[reportPrivateUsage]
        told = traceback.StackSummary.extract(traceback.walk_stack(frame), capture_locals=True)
        sys.stderr.write("".join(told.format()))
    sys.stderr.write("end of the crash\n")


def quote_everything() -> None:
    import msal

    def refuse(self: Any, *words: Any, **named: Any) -> None:
        raise RuntimeError(f"{vars(self)} {self.client_credential} {words} {named}")

    msal.ConfidentialClientApplication.acquire_token_for_client = refuse


def log_everything() -> None:
    configure = logging.basicConfig

    def configured(**named: Any) -> None:
        configure(**named)
        logging.root.setLevel(logging.DEBUG)

    logging.basicConfig = configured


if __name__ == "__main__":
    log_everything()
    signal.signal(signal.SIGUSR1, confess)
    signal.signal(signal.SIGUSR2, report_a_crash)
    if "TALKATIVE_MSAL" in os.environ:
        quote_everything()
    sys.exit(main())
