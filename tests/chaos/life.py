"""One kiosk process from its start to its end, and everything that befalls it meanwhile."""

import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from typing import Any
from urllib.error import HTTPError

from roomdisplay.shell.control import ControlError
from tests.chaos import disk, weather
from tests.chaos.bookkeeper import Verdict
from tests.chaos.building import PERSISTENT, Building
from tests.chaos.door import Door
from tests.chaos.person import Person
from tests.chaos.plan import Plan

Json = dict[str, Any]

LONGEST_LIFE = 12.0
QUIET = 150.0
"""Seconds within which a panel that nothing disturbs any more has to drain its outbox."""


@dataclass(slots=True)
class Life:
    """One kiosk process from its start to its end."""

    building: Building
    door: Door
    name: str
    plan: Plan
    draw: random.Random
    _disk_was_full: bool = False
    _was_killed: bool = False

    def live(self) -> None:
        plan, door, books = self.plan, self.door, self.building.books
        self._note(f"{door.room} {plan}")
        self._before()
        self.building.tally.lives += 1
        began = time.time()
        door.set_clock(self.building.clock(door.room))
        door.start()
        executioner = threading.Timer(plan.after, self._kill)
        if plan.end == "instant":
            executioner.start()
        try:
            books.saw_screen(door.room, self.name, door.first_state())
            person = Person(door, self.draw, lambda state: books.saw_screen(door.room, self.name, state))
            for deed in plan.deeds:
                if self.building.hurry.is_set() or (time.time() - began > LONGEST_LIFE and deed != "drain"):
                    break
                self._note(deed)
                self._do(deed, person)
            self._note(plan.end)
            self._end(person)
        except ControlError as error:
            if not (self._was_killed or door.has_ended):
                self._blame("silent", f"the kiosk did not answer: {error}")
        finally:
            executioner.cancel()
            self._after(began)

    # ── before and after ──────────────────────────────────────────────────────────────────────────────────────────────

    def _before(self) -> None:
        plan, office, door = self.plan, self.building.office, self.door
        if not plan.keeps_faults:
            self.building.calm()
        if plan.passes and office.is_idle():
            office.pass_time(plan.passes)
        if self.draw.random() < 0.5:
            self.building.misset(door.room, 0.0)
        if plan.frees_room:
            self._free_room()
        if plan.corruption is not None and door.database.exists():
            before = door.rows()
            disk.corrupt(door.database, plan.corruption, self.draw)
            self.building.books.saw_destruction(before, door.rows(), self.name)
            self.building.tally.corruptions += 1
        if plan.starts_full and door.disk.fill(None):
            self._disk_was_full = True
            self.building.tally.full_disks += 1

    def _after(self, began: float) -> None:
        door, books = self.door, self.building.books
        if self.plan.end == "stop":
            door.stop()
        else:
            self._kill()
        status = door.ended()
        expected = -9 if self._was_killed else 0
        if status != expected:
            said = door.log.read_text(errors="replace")[-2000:]
            self._blame("status", f"the kiosk ended by itself with status {status}: {said}")
        else:
            self._read_log()
        door.disk.free(None)
        books.saw_disk(door.room, self.name, door.rows())
        entries = self.building.office.new_requests()
        books.saw_requests(entries, self.building.may_reject)
        for entry in entries:
            self._note(f"{self.building.office.real_time(entry):.3f} {_short(entry)}")
        books.saw_traffic(self._traffic(entries, began))
        if self.building.office.is_idle():
            books.saw_calendar(door.room, self.building.office.events(door.room))

    def _traffic(self, entries: Sequence[Json], began: float) -> list[tuple[float, float, bool]]:
        """When each Graph request of this life began and ended, and whether it failed for the panel."""
        asked = [e for e in entries if e["path"].startswith("/v1.0/") and self.building.office.real_time(e) > began]
        timed: list[tuple[float, float, bool]] = []
        for entry, following in zip_longest(asked, asked[1:]):
            # a token that has run out is renewed and the request repeated: that is no failure, unless it fails again
            is_renewal = entry["status"] == 401 and following is not None and following["status"] != 401
            is_bad = self.building.has_failed(entry) and not is_renewal
            at = self.building.office.real_time(entry)
            timed.append((at, at + min(entry["ms"] / 1000, 10.0), is_bad))
        return timed

    def _read_log(self) -> None:
        lines = self.door.log.read_text(errors="replace").splitlines()
        for number, line in enumerate(lines):
            if line.startswith(("INFO ", "WARNING roomdisplay")):
                continue
            if self._disk_was_full and line.startswith("ERROR roomdisplay") and "panel.sqlite" in line:
                continue
            self._blame("log", "\n".join(lines[max(0, number - 2) : number + 40]))
            return

    def _blame(self, about: str, sentence: str) -> None:
        told = f"{self.name} ({self.door.room}): {sentence} [{self.plan}]"
        self.building.books.blame(Verdict.UNEXPLAINED, f"{self.name} {about}", told)

    def _kill(self) -> None:
        if not self._was_killed and not self.door.has_ended:
            self._was_killed = True
            self.building.tally.kills += 1
            self.door.kill()

    def _end(self, person: Person) -> None:
        match self.plan.end:
            case "instant":
                if not self._was_killed:
                    time.sleep(self.draw.uniform(0, 0.5))
            case "flight":
                pause = self.draw.randint(100, self.draw.choice((1000, 2500, 8000)))
                method = self.draw.choice(("POST", "POST", "PATCH", "DELETE", "GET"))
                self._order({"method": method, "path": weather.GRAPH, "count": 1, "delayMs": pause})
                for _ in range(2):
                    person.visit(stays=False)
                time.sleep(self.draw.uniform(0, min(pause, 2000) / 1000 + 0.1))
            case "late":
                time.sleep(self.draw.uniform(0, 0.3))
            case _:
                pass

    # ── deeds ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _do(self, deed: str, person: Person) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "visit": lambda: self._visit(person),
            "wait": lambda: time.sleep(self.draw.uniform(0, 1)),
            "fault": lambda: self._order(weather.some_fault(self.draw)),
            "calm": self.building.calm,
            "rival": self._rival,
            "race": lambda: self._race(person),
            "outlook": self._outlook,
            "time": self._pass_time,
            "clock": self._jump,
            "full": self._fill,
            "revoke": self._revoke,
            "refresh": lambda: self.door.ask("refresh"),
            "drain": lambda: self._drain(person),
        }
        deeds[deed]()

    def _note(self, what: str) -> None:
        """For whoever has to find out later what happened."""
        self.building.note(f"{self.name} {what}")

    def _order(self, fault: Json) -> None:
        self._note(f"fault {fault}")
        self.building.order(fault)

    def _visit(self, person: Person) -> None:
        if not person.visit(stays=self.draw.random() < 0.5):
            # the room is somebody else's for now
            self.draw.choice((self._pass_time, self._free_room))()

    def _revoke(self) -> None:
        self.building.revoke(self.draw.choice(PERSISTENT))

    def _rival(self) -> None:
        """An Outlook user books the room; the attendant declines where it is taken."""
        start = self.draw.choice((0, 0, 5, 20))
        end = start + self.draw.choice((10, 15, 25))
        order = {"room": self.door.room, "subject": "Rival", "start": f"now+{start}m", "end": f"now+{end}m"}
        self.building.office.control("outlook/book", order)
        self.building.tally.rivals += 1

    def _race(self, person: Person) -> None:
        """Outlook is served between a write of the panel and its answer."""
        where = {"method": self.draw.choice(("POST", "PATCH", "GET")), "path": weather.GRAPH, "count": 1}
        self._order(where | {"delayMs": self.draw.randint(200, 1200)})
        person.visit(stays=False)
        time.sleep(self.draw.uniform(0, 0.6))
        self._rival()

    def _outlook(self) -> None:
        """An Outlook user cancels one of the room's meetings or bookings."""
        there = [e for e in self.building.office.events(self.door.room) if _is_removable(e)]
        if there:
            self._cancel(self.draw.choice(there))

    def _free_room(self) -> None:
        """What stands around the present goes, as far as Outlook users put it there."""
        now = datetime.now(UTC) + timedelta(seconds=self.building.office.shift)
        for event in self.building.office.events(self.door.room):
            start = datetime.fromisoformat(event["start"]["dateTime"]).replace(tzinfo=UTC)
            if event["subject"] == "Rival" and _is_removable(event) and abs(now - start) < timedelta(hours=2):
                self._cancel(event)

    def _cancel(self, event: Json) -> None:
        self.building.books.saw_outlook_touch(event["iCalUId"])
        try:
            self.building.office.control("outlook/cancel", {"iCalUId": event["iCalUId"]})
        except HTTPError as error:
            error.close()

    def _pass_time(self) -> None:
        """Time flies, for Office 365 and for the panel alike."""
        if self.building.office.is_idle():
            self.building.office.pass_time(self.draw.choice((60, 60, 300, 900)))
            self.door.set_clock(self.building.clock(self.door.room))

    def _jump(self) -> None:
        """The panel's wall clock alone jumps, or comes right again."""
        error = self.draw.choice((0, 0, -86400, 86400, -3600, 3600, 600, -90, 45))
        self.building.misset(self.door.room, error)
        self.door.set_clock(self.building.clock(self.door.room))
        self.building.tally.clock_jumps += 1

    def _fill(self) -> None:
        """The disk is full, or has room again."""
        if self._disk_was_full:
            self.door.disk.free(self.door.pid)
        elif self.door.disk.fill(self.door.pid):
            self._disk_was_full = True
            self.building.tally.full_disks += 1

    def _drain(self, person: Person) -> None:
        deadline = time.monotonic() + QUIET
        while time.monotonic() < deadline and not self.building.hurry.is_set():
            state = person.look()
            if state["freshness"]["kind"] == "live" and all(e["settled"] for e in state["outbox"]):
                return
            time.sleep(0.1)
        if not self.building.hurry.is_set():
            self._blame("drain", f"not settled after {QUIET:.0f} quiet seconds: {person.look()}")


def _short(entry: Json) -> str:
    shown = {name: entry[name] for name in ("n", "method", "path", "query", "body", "status", "fault", "ms")}
    return f"{shown} {entry['headers'].get('if-match', '')}"


def _is_removable(event: Json) -> bool:
    return not event["deleted"] and not event["isCancelled"] and event["type"] == "singleInstance"
