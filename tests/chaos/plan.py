"""What is to happen in one life of a kiosk, drawn before it begins, so that timing never changes what a seed means."""

import random
from dataclasses import dataclass

from tests.chaos import disk

MEANWHILE: dict[str, int] = {
    "visit": 55,
    "wait": 4,
    "fault": 15,
    "calm": 5,
    "rival": 4,
    "race": 7,
    "outlook": 5,
    "time": 6,
    "clock": 2,
    "full": 1,
    "revoke": 1,
    "refresh": 1,
}
"""What may happen while a kiosk runs, and how often next to the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One life, drawn before it begins, so that timing never changes what a seed stands for."""

    door: int | None
    """None: the same as before."""
    passes: float
    """Calendar time that goes by before, in seconds."""
    corruption: str | None
    starts_full: bool
    keeps_faults: bool
    frees_room: bool
    deeds: tuple[str, ...]
    end: str
    """instant: killed at `after` seconds whatever happens; flight: killed while a write is under way; late: killed
    when everything is done; stop: ended in order."""
    after: float

    @classmethod
    def quiet(cls) -> "Plan":
        """Nothing is wrong, and the kiosk runs until its outbox is empty."""
        return cls(
            door=None,
            passes=0,
            corruption=None,
            starts_full=False,
            keeps_faults=False,
            frees_room=False,
            deeds=("drain",),
            end="stop",
            after=0,
        )

    @classmethod
    def drawn(cls, draw: random.Random, doors: int) -> "Plan":
        calm = draw.random() < 0.3
        kinds = {"visit": 1} if calm else MEANWHILE
        return cls(
            door=draw.randrange(doors) if draw.random() < 0.5 else None,
            passes=draw.choice((0, 0, 0, 60, 300, 1200, 2400, 86400 / 3)),
            corruption=draw.choice(disk.CORRUPTIONS) if draw.random() < 0.06 else None,
            starts_full=draw.random() < 0.015,
            keeps_faults=draw.random() < 0.4,
            frees_room=draw.random() < 0.7,
            deeds=tuple(draw.choices(list(kinds), list(kinds.values()), k=draw.randint(4, 20))),
            end=draw.choices(("instant", "flight", "late", "stop"), (30, 35, 30, 5))[0],
            after=draw.uniform(0.05, 5.0),
        )
