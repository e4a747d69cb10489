"""A simulated tenant in its abuse: what is wrong with it at present, and what is known about it."""

import random
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.chaos import weather
from tests.chaos.bookkeeper import Bookkeeper, Verdict
from tests.chaos.office import Office

Json = dict[str, Any]

LONGEST_DELAY = 35.0
"""Seconds by which even the slowest answer is out."""
CLOCK = 0.5
"""Seconds by which the office's clock may be off, as far as is known here: it is set from afar."""
PERSISTENT = ("permission", "token")
"""What is revoked until it is restored."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was done, of all kinds."""

    kills: int = 0
    lives: int = 0
    faults: int = 0
    corruptions: int = 0
    full_disks: int = 0
    clock_jumps: int = 0
    rivals: int = 0


class Building:
    """One tenant, what is known about it, and the clocks of its panels."""

    def __init__(self, seed: str, folder: Path, books: Bookkeeper, tally: Tally, hurry: threading.Event) -> None:
        self.office = Office(folder, seed=random.Random(seed).randrange(1, 10_000))
        self.books = books
        self.tally = tally
        self.hurry = hurry
        """Somebody pressed Ctrl-C: nothing is waited for."""
        self._revoked: list[tuple[float, float]] = []
        """When the application's access was taken away and given back, on the machine's clock."""
        self._seed = seed
        self._journal = folder / "journal"
        self._errors: dict[str, float] = {}
        self._faults: dict[int, Json] = {}

    def clock(self, room: str) -> float:
        """How far the clock of the room's panel is ahead of the machine's, in seconds."""
        return self.office.shift + self._errors.get(room, 0.0)

    def misset(self, room: str, error: float) -> None:
        """The panel's clock is wrong by so many seconds."""
        self._errors[room] = error

    def order(self, fault: Json) -> None:
        """From here on this goes wrong."""
        self._faults[self.office.control("faults", fault)["id"]] = fault
        self.tally.faults += 1

    def has_failed(self, request: Json) -> bool:
        """Was the answer to this request of the ledger no good? A list with malformed events is one nevertheless."""
        fault = self._faults.get(request["fault"], {})
        body = fault.get("body", weather.MALFORMED_EVENTS[0])
        is_spoiled = "truncateBody" in fault or body not in weather.MALFORMED_EVENTS
        return request["status"] == 0 or request["status"] >= 400 or (is_spoiled and request["method"] != "DELETE")

    def may_reject(self, request: Json) -> bool:
        """May Office 365 have rejected this request of the ledger although nothing was injected? An event that Outlook
        users took or changed meanwhile, a token that had run out, or access that was taken away as it was served."""
        began = self.office.real_time(request)
        ended = began + request["ms"] / 1000
        denied = any(since - CLOCK <= ended and began <= until + CLOCK for since, until in self._revoked)
        return request["status"] in (401, 404, 412) or (request["status"] == 403 and denied)

    def revoke(self, what: str) -> None:
        """The panels' access is gone until it is calm again."""
        self._revoked.append((time.time(), float("inf")))
        self.office.control("revoke", {"what": what})
        self.tally.faults += 1

    def calm(self) -> None:
        """Nothing is wrong with Office 365 from here on, but for what is under way."""
        self.office.control("faults", method="DELETE")
        for what in PERSISTENT:
            self.office.control("restore", {"what": what})
        self._revoked = [(since, min(until, time.time())) for since, until in self._revoked]

    def come_to_rest(self) -> None:
        """All clocks are right, and the last request that a dead kiosk left behind has been served."""
        self.calm()
        self._errors.clear()
        deadline = time.monotonic() + LONGEST_DELAY
        while not (self.office.is_idle() or self.hurry.is_set() or time.monotonic() > deadline):
            time.sleep(0.1)

    def note(self, what: str) -> None:
        """For whoever has to find out later what happened."""
        with self._journal.open("a") as journal:
            journal.write(f"{time.time():.3f} {what}\n")

    def close(self) -> None:
        """The simulator, too, is to have done without an error."""
        if self.office.has_died():
            self.books.blame(Verdict.UNEXPLAINED, f"{self._seed} office", "the simulator ended by itself")
        if self.office.log():
            self.books.blame(Verdict.UNEXPLAINED, f"{self._seed} office log", self.office.log()[-2000:])
        self.office.close()
