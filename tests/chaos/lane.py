"""Lives of one kiosk after another at one tenant's doors, each with its own trouble, and quiet in the end."""

import random
import threading
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos.bookkeeper import Bookkeeper
from tests.chaos.building import Building, Tally
from tests.chaos.door import Door
from tests.chaos.life import Life
from tests.chaos.plan import Plan


@dataclass(slots=True)
class Lane:
    """`seed` decides everything but timing. Run by one thread, from first to last."""

    seed: str
    folder: Path
    own_disk: bool
    stopping: threading.Event
    """No new life begins."""
    hurry: threading.Event
    """No quiet either: somebody pressed Ctrl-C."""
    books: Bookkeeper = field(default_factory=Bookkeeper)
    tally: Tally = field(default_factory=Tally)

    def run(self) -> None:
        self.folder.mkdir()
        building = Building(self.seed, self.folder, self.books, self.tally, self.hurry)
        doors: list[Door] = []
        try:
            for number, room in enumerate(building.office.rooms):
                doors.append(Door(self.folder / str(number), building.office.told, room, own_disk=self.own_disk))
            self._abuse(building, doors)
            if not self.hurry.is_set():
                self._quiet(building, doors)
                self.books.judge()
        finally:
            building.close()
            for door in doors:
                door.disk.close()

    def _abuse(self, building: Building, doors: list[Door]) -> None:
        life, door = 0, doors[0]
        while not self.stopping.is_set():
            life += 1
            draw = random.Random(f"{self.seed}:{life}")
            plan = Plan.drawn(draw, len(doors))
            door = door if plan.door is None else doors[plan.door]
            Life(building, door, f"{self.seed}:{life}", plan, draw).live()

    def _quiet(self, building: Building, doors: list[Door]) -> None:
        """Nothing is wrong any more: every outbox has to drain."""
        building.come_to_rest()
        for door in doors:
            name = f"{self.seed}:quiet:{door.room}"
            Life(building, door, name, Plan.quiet(), random.Random(name)).live()
        for door in doors:
            self.books.saw_calendar(door.room, building.office.events(door.room))
