"""Malformed answers of Graph by the hundred thousand, through adapter, core, view model and window.

    script/chaos payloads [--pages N] [--seed N]

Prints one JSON object: `pages` damaged pages were read, `readable` of their meetings could be shown, `frames` pictures
were taken and `blank` of them showed nothing, `complaints` were made by Qt or Python. Exit status 0 only where the last
two are 0; anything raised ends the run.
"""

import argparse
import copy
import json
import random
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from roomdisplay.adapters.graph.event import FIELDS, page
from roomdisplay.core.appearance import Appearance
from roomdisplay.core.failure import Bug
from roomdisplay.core.interval import Instant
from roomdisplay.core.machine import Answered, Effect, Read, Refreshed, Send, Started, State, step
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room
from tests.adapters.graph.events import event

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)
"""In the middle of the undamaged meeting."""
REST_EVERY, PICTURE_EVERY = 20, 500
"""Answers."""
PATHS: list[tuple[str, ...]] = [
    *((name,) for name in (*FIELDS, "@odata.etag", "createdDateTime")),
    *((end, part) for end in ("start", "end") for part in ("dateTime", "timeZone")),
    ("organizer", "emailAddress"),
    ("organizer", "emailAddress", "name"),
    ("organizer", "emailAddress", "address"),
    ("responseStatus", "response"),
]
ODD: list[object] = [
    *(None, True, False, 0, -1, 1e308, 10**30, [], {}, [{}], {"a": [None]}),
    *("", " ", "\0", "\ud800", "\u202eabc", "x" * 3000, "normal", "UTC", "seriesMaster", "Europe/Berlin", 'W/"1"'),
    *("2026-11-23T09:00:00.0000000", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999", "2026-11-23"),
    *("<b>bold</b><img src=x>", "&amp;", "😀" * 40, "٣:٠٠", "a\u0301" * 50, "\u200f", "2026-11-23T09:05:00.0000000"),
]


def damaged(chance: random.Random) -> bytes:
    """A page of events, damaged: members replaced, removed, swapped, or the bytes themselves."""
    events = [event(id=str(n)) for n in range(chance.randrange(1, 4))]
    for _ in range(chance.randrange(1, 5)):
        path = chance.choice(PATHS)
        inner: Any = chance.choice(events)
        for name in path[:-1]:
            inner = cast("dict[str, Any]", inner).get(name) if isinstance(inner, dict) else None
        if not isinstance(inner, dict):
            continue
        if chance.random() < 0.2:
            cast("dict[str, Any]", inner).pop(path[-1], None)
        else:
            inner[path[-1]] = copy.deepcopy(chance.choice(ODD))
    whole: dict[str, Any] = {"value": events}
    if chance.random() < 0.1:
        whole[chance.choice(["value", "@odata.nextLink"])] = chance.choice(ODD)
    body = json.dumps(whole).encode()
    if chance.random() < 0.3:
        cut = chance.randrange(len(body))
        body = body[:cut] + chance.choice([b"", b"\xff", b'"', b"}", b"[", b"\\u", b"9" * 400]) + body[cut + 1 :]
    return body


class Panel:
    """A whole panel of one process: what Graph answers is read, believed as far as it goes, and drawn."""

    def __init__(self) -> None:
        from roomdisplay.ui.platform import prepare

        prepare((1280, 800), display=False)
        from PySide6.QtGui import QGuiApplication

        from roomdisplay.gallery.door import Door
        from roomdisplay.ui.window import create_window

        self.application = QGuiApplication.instance() or QGuiApplication(["payloads"])
        room = Room(address="aurora@contoso.example", name="Aurora", zone=BERLIN)
        state = State(room=room, policy=Policy(show_organizer=True), now=Instant(wall=NOW, mono=0.0))
        self._state, effects = step(state, Started(now=state.now, schedule=None, read_at=None))
        self._asked = _sent(effects)
        self.door = Door(self._state)
        self.window = create_window(
            self.door.view_model,
            width=1280,
            height=800,
            fullscreen=False,
            appearance=Appearance(locale="en_GB", reduced_motion=True),
        )

    def answer(self, body: bytes) -> int:
        """Graph's answer to the panel's present request; how many meetings are shown of it."""
        found = page(body, BERLIN)
        read = Bug(reason="not a collection") if found is None else Read(meetings=found.meetings, skipped=found.skipped)
        assert self._asked is not None
        now = Instant(wall=NOW, mono=self._state.now.mono)
        answered = Answered(now=now, number=self._asked.number, outcome=read, jitter=0.0)
        self._state, effects = step(self._state, answered)
        self.door.view_model.show(self._state)
        self._asked = _sent(effects)
        while self._asked is None:  # whoever looks again has to wait for the next turn
            now = replace(now, mono=now.mono + 30.0)
            self._state, effects = step(self._state, Refreshed(now=now))
            self._asked = _sent(effects)
        return len(found.meetings) if found else 0

    def rest(self) -> None:
        """What an event loop does between two answers."""
        from PySide6.QtCore import QCoreApplication, QEvent

        self.application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def is_blank(self) -> bool:
        """Nothing but one colour on screen."""
        picture = self.window.grabWindow()
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8)}
        return len(colours) < 3

    def close(self) -> None:
        from roomdisplay.ui.window import close_window

        close_window(self.window)
        self.application.processEvents()


def run(pages: int, seed: int) -> dict[str, object]:
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    complaints: list[str] = []

    def complain(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        complaints.append(message)

    chance = random.Random(seed)
    before = qInstallMessageHandler(complain)
    began = time.monotonic()
    panel = Panel()
    readable = frames = blank = 0
    try:
        for number in range(pages):
            readable += panel.answer(damaged(chance))
            if number % REST_EVERY == 0:
                panel.rest()
            if number % PICTURE_EVERY == 0:
                frames += 1
                blank += panel.is_blank()
    finally:
        panel.close()
        qInstallMessageHandler(before)
    for complaint in complaints[:20]:
        print(complaint, file=sys.stderr)
    told: dict[str, object] = {"seed": seed, "pages": pages, "readable": readable, "frames": frames, "blank": blank}
    return told | {"complaints": len(complaints), "seconds": round(time.monotonic() - began, 1)}


def _sent(effects: Sequence[Effect]) -> Send | None:
    return next((effect for effect in effects if isinstance(effect, Send)), None)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=100_000, help="default: 100000")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    told = run(arguments.pages, arguments.seed)
    print(json.dumps(told), flush=True)
    return 1 if told["blank"] or told["complaints"] or not told["readable"] else 0


if __name__ == "__main__":
    sys.exit(main())
