"""Somebody at the door: looks at the screen and taps what can be tapped, through `ctl` as a finger would."""

import random
import time
from collections.abc import Callable
from typing import Any

from roomdisplay.shell.control import ControlError
from tests.chaos.door import Door

Json = dict[str, Any]

PATIENCE = 1.0
"""Seconds somebody waits for the screen to change."""
CLOSING = ("Done", "OK", "Cancel", "Back", "Close")


class Person:
    """`saw` is told every screen. Every method raises ControlError once the kiosk is gone."""

    def __init__(self, door: Door, draw: random.Random, saw: Callable[[Json], None]) -> None:
        self._door = door
        self._draw = draw
        self._saw = saw

    def look(self) -> Json:
        state = self._door.ask("state")
        self._saw(state)
        return state

    def visit(self, *, stays: bool) -> bool:
        """Books a free room, or does something about a booking; `stays` until the outcome is on screen.

        False where there was nothing to be done.
        """
        state = self._until(lambda seen: bool(_choices(seen)))
        choices = _choices(state)
        if not choices:
            return False
        opener, confirm = self._draw.choice(choices)
        if not (self._tap(state, opener) and self._tap(self.look(), confirm)):
            return True
        known = {entry["id"] for entry in state["outbox"]}
        self._until(lambda seen: any(e["id"] not in known and e["stage"] != "accepted" for e in seen["outbox"]))
        if stays:
            self._until(lambda seen: all(e["settled"] for e in seen["outbox"]))
        return True

    def _tap(self, state: Json, *beginnings: str) -> bool:
        """The first thing on `state`'s screen that begins like one of these; False where there is none any more."""
        name = next((name for name in state["taps"] if name.startswith(beginnings)), None)
        if name is None:
            return False
        try:
            self._door.ask("tap", name=name)
        except ControlError as error:
            if "nothing on screen" not in str(error):
                raise
            return False
        return True

    def _until(self, wanted: Callable[[Json], bool]) -> Json:
        """The first screen that is as wanted, or the last one somebody waited for; sheets left open are closed."""
        deadline = time.monotonic() + PATIENCE
        while True:
            state = self.look()
            if wanted(state) or time.monotonic() > deadline:
                return state
            if state["sheet"] is None or not self._tap(state, *CLOSING):
                time.sleep(0.02)


def _choices(state: Json) -> list[tuple[str, str]]:
    """What opens a sheet, and the beginning of what confirms it there."""
    if state["sheet"] is not None:
        return []
    offers = state["offers"]
    if offers["book"]:
        return [(offer["name"], "Book ") for offer in offers["book"]]
    return (
        [("Cancel booking", "Cancel booking")] * 5 * offers["cancel"]
        + [("End meeting", "End now")] * offers["endNow"]
        + [("Extend", "Extend to ")] * 2 * bool(offers["extend"])
    )
