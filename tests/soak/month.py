"""A whole panel, in this process, on a clock that jumps from one thing to do to the next: a month in minutes.

All of it is real: composition, engine, store, view models, window (offscreen), Graph's client, MSAL, and the simulated
tenant in a process of its own. Replaced are the `Clock` port and when the engine's timers fire; only the tenant's own
real clock, on which tokens live, goes on as it does.

    python -m tests.soak.month [--days N] [--bookings N]

prints one JSON object a day, and one at the end: `growth_mb` is what the process holds (anonymous memory) at the end
more than after its first hour, `growth_blocks` Python's own objects, `grown` those of which there are most more, by
type, `descriptors` the open files then and at the end. Like is compared with like: nobody books on the last day (of two
or more), so that the rail is as empty as in the first hour; and what a wall does every minute of its own is done here
every minute of the panel's clock: it tidies up.
Exit status 0 only where memory grew by at most 2 MB, descriptors by none, and every booking was confirmed.
"""

import argparse
import asyncio
import gc
import heapq
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.config.loader import load_panel
from roomdisplay.config.settings import Settings
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.outbox import Stage
from roomdisplay.shell import app
from roomdisplay.shell import loop as shell_loop
from roomdisplay.shell.engine import Engine
from roomdisplay.shell.intents import GlassIntents
from roomdisplay.shell.memory import settle, tidy
from tests.processes import SECRET, Tenant

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickView, QQuickWindow

POLL_EVERY = 60
MINUTE = 60.0
HOUR = 3600.0
DAY = 24 * HOUR
WEEK = 7 * DAY
BOOKED = timedelta(minutes=5)
TURN = 20
"""Of so many bookings one is made by a finger on the glass, one is ended early, and one stays; the others are
cancelled. So the day is as full as anybody's: each meeting on the rail is 60 KB of window, which the night gives back.
"""
FINGER, ENDED, STAYS = 1, 10, 15
"""Which of a turn. What a finger books is longer than the pause before the next, so that one does not stay."""
WOKEN = 0.8
"""Real seconds until a screen that was woken takes a touch: a little more than its moment of grace."""
GROWN = 12
"""So many types are told."""
TENANT_EVERY = 900.0
"""Seconds of the panel's clock after which the tenant's is brought up to it."""
MOST_MB = 2.0


class JumpingClock:
    """Stands still until it is sent on. It begins tomorrow morning, when a door is awake."""

    def __init__(self) -> None:
        morning = datetime.now(UTC).replace(hour=7, minute=0, second=0, microsecond=0) + timedelta(days=1)
        self._now = Instant(wall=morning, mono=time.monotonic())

    def now(self) -> Instant:
        return self._now

    def watch(self, loop: asyncio.AbstractEventLoop, jumped: Callable[[], None]) -> Callable[[], None]:
        """It is never set."""
        return lambda: None

    def go_to(self, mono: float) -> None:
        passed = mono - self._now.mono
        self._now = Instant(wall=self._now.wall + timedelta(seconds=passed), mono=mono)


class JumpingLoop:
    """The event loop, except that its timers follow the clock: `go_on` sends it to the next, which fires."""

    def __init__(self, loop: asyncio.AbstractEventLoop, clock: JumpingClock) -> None:
        self._loop = loop
        self._clock = clock
        self._due: list[tuple[float, int, asyncio.TimerHandle]] = []
        self._number = 0

    def call_later(self, delay: float, callback: Callable[..., object], *values: Any) -> asyncio.TimerHandle:
        self._number += 1
        when = self._clock.now().mono + delay
        handle = asyncio.TimerHandle(when, callback, values, self._loop)
        heapq.heappush(self._due, (when, self._number, handle))
        return handle

    def go_on(self) -> None:
        while self._due:
            when, _, handle = heapq.heappop(self._due)
            if not handle.cancelled():
                self._clock.go_to(max(when, self._clock.now().mono))
                handle._run()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
                return

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loop, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the process holds."""

    hours: float
    mb: float
    blocks: int
    descriptors: int
    types: Counter[type]
    """How many objects there are of each type, of those that came after the start and that the collector knows of."""

    @classmethod
    def taken(cls, hours: float) -> "Sample":
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))
        return cls(
            hours=round(hours, 1),
            mb=round(kilobytes / 1024, 2),
            blocks=sys.getallocatedblocks(),
            descriptors=len(os.listdir("/proc/self/fd")),
            types=Counter(map(type, gc.get_objects())),
        )


@dataclass(slots=True, kw_only=True)
class Tally:
    bookings: int = 0
    by_finger: int = 0
    confirmed: int = 0
    unsettled: int = 0
    given_up: int = 0
    otherwise: list[str] = field(default_factory=list[str])
    """Of each that was not confirmed: its number, who made it, and what became of it."""


class Life:
    """What happens at this door until `days` are over."""

    def __init__(self, engine: Engine, loop: JumpingLoop, clock: JumpingClock, tenant: Tenant) -> None:
        self._engine = engine
        self._loop = loop
        self._clock = clock
        self._tenant = tenant
        self._intents = GlassIntents(engine, clock)
        self._tenant_at = 0.0
        self._began = clock.now().mono
        self.samples: list[Sample] = []
        self.tally = Tally()

    async def lead(self, days: float, bookings: int) -> None:
        from PySide6.QtGui import QGuiApplication

        (window,) = cast("list[QQuickView]", QGuiApplication.topLevelWindows())
        booked = (days - 1 if days >= 2 else days) * DAY
        every = booked / bookings
        next_booking, next_minute, next_sample = every / 2, MINUTE, HOUR
        await self._engine.until(lambda state: state.read_at is not None)
        settle()
        while (passed := self._clock.now().mono - self._began) < days * DAY:
            await self._step()
            if passed >= next_booking and self.tally.bookings < bookings:
                next_booking += every
                await self._book(window)
            if passed >= next_minute:
                next_minute = passed + MINUTE
                self._tidy(window)
            if passed >= next_sample:
                self._sample()
                next_sample += DAY
        self._tidy(window)
        self._sample()

    def _tidy(self, window: "QQuickView") -> None:
        tidy(window.engine())

    def _sample(self) -> None:
        self.samples.append(Sample.taken((self._clock.now().mono - self._began) / HOUR))
        print(json.dumps(_json(self.samples[-1])), flush=True)

    @property
    def requests(self) -> int:
        """Requests about calendars so far; all but three a booking are polls."""
        return self._engine.state.number

    async def _step(self) -> None:
        """To the next thing to do, once the last is done."""
        now = self._clock.now()
        if now.mono - self._tenant_at >= TENANT_EVERY:
            self._tell_tenant()
        await self._engine.until(lambda state: state.in_flight is None)
        self._loop.go_on()
        await asyncio.sleep(0)

    def _tell_tenant(self) -> None:
        self._tenant_at = self._clock.now().mono
        self._tenant.control("clock", {"now": self._clock.now().wall.isoformat()})

    async def _book(self, window: "QQuickWindow") -> None:
        self._tell_tenant()
        self.tally.bookings += 1
        turn = self.tally.bookings % TURN
        by_finger = turn == FINGER
        made = await self._by_finger(window) if by_finger else None
        id = made
        if id is None:
            now = self._clock.now().wall
            id = self._intents.book(Interval(now, now + BOOKED))
        else:
            self.tally.by_finger += 1
        stage = await self._settled(id)
        if by_finger:
            await self._put_away(window)
        self.tally.confirmed += stage is Stage.CONFIRMED
        self.tally.unsettled += stage is None
        if stage is not Stage.CONFIRMED:
            entry = self._engine.state.entry(id)
            maker = "finger" if made else "intent"
            self.tally.otherwise.append(f"{self.tally.bookings} by {maker}: {entry and (entry.stage, entry.reason)}")
        if stage is not Stage.CONFIRMED or turn == STAYS:
            return
        for _ in range(3):
            await self._step()
        ending = self._intents.end_now if turn == ENDED else self._intents.cancel
        if ended := ending(id):
            self.tally.given_up += await self._settled(ended) is Stage.CONFIRMED

    async def _by_finger(self, window: "QQuickWindow") -> str | None:
        """None: the screen offers nothing now. A touch wakes one that rests; what it still tells is put away first."""
        from roomdisplay.ui import screen

        if not screen.names(window):
            screen.press(window, screen.centre(window.contentItem()))
            await asyncio.sleep(WOKEN)
        await self._put_away(window)
        before = {entry.id for entry in self._engine.state.entries}
        for name in ("15 min", "Book "):
            try:
                screen.tap(window, name)
            except screen.NotOnScreen:
                return None
            await asyncio.sleep(0.3)
        made = [entry.id for entry in self._engine.state.entries if entry.id not in before]
        return made[0] if made else None

    async def _put_away(self, window: "QQuickWindow") -> None:
        from roomdisplay.ui import screen

        with suppress(screen.NotOnScreen):
            screen.tap(window, "OK")
        await asyncio.sleep(0.3)

    async def _settled(self, id: str) -> Stage | None:
        """What became of it; None: nothing within an hour."""
        deadline = self._clock.now().mono + HOUR
        while self._clock.now().mono < deadline:
            entry = self._engine.state.entry(id)
            if entry is None or entry.is_final:
                return None if entry is None else entry.stage
            await asyncio.sleep(0.002)
            # the disk takes real time, however far the clock could jump meanwhile
            if self._engine.state.in_flight is None and entry.stage is not Stage.ACCEPTED:
                await self._step()
        return None


def live(days: float, bookings: int) -> dict[str, object]:
    """Of a panel that is gone again when this returns."""
    clock, lives = JumpingClock(), list[Life]()
    tenant = Tenant(scenario="quiet")
    began = time.monotonic()

    class JumpingEngine(Engine):
        def attach(self, loop: asyncio.AbstractEventLoop, *values: Any, **named: Any) -> None:
            jumping = JumpingLoop(loop, clock)
            super().attach(cast("asyncio.AbstractEventLoop", jumping), *values, **named)
            lives.append(Life(self, jumping, clock, tenant))
            leading = loop.create_task(lives[0].lead(days, bookings))
            leading.add_done_callback(lambda _: os.kill(os.getpid(), signal.SIGTERM))
            failures.append(leading)

    failures: list[asyncio.Task[None]] = []
    setattr(app, "Engine", JumpingEngine)  # noqa: B010 - a name of the composition root
    setattr(shell_loop, "TIDY_EVERY", WEEK)  # noqa: B010 - of real seconds; `Life` tidies up by the panel's
    try:
        with tempfile.TemporaryDirectory(prefix="roomdisplay-soak-") as folder:
            settings = _settings(tenant.told, Path(folder))
            secrets = GivenSecrets({SECRET: tenant.told["client_secret"]})
            tenant.control("requests", method="DELETE")
            # the tenant's limit is of real minutes, into which days go here
            tenant.control("throttle", {"requests": 10_000_000})
            options = app.RunOptions(socket=Path(folder) / "ctl.sock")
            app.run(settings, secrets=secrets, clock=clock, options=options)
        failures[0].result()
    finally:
        setattr(app, "Engine", Engine)  # noqa: B010
        tenant.close()
    first, last = lives[0].samples[0], lives[0].samples[-1]
    tally, grown = lives[0].tally, last.types - first.types
    return {
        "days": days,
        "requests": lives[0].requests,
        **asdict(tally),
        "after_first_hour": _json(first),
        "at_the_end": _json(last),
        "growth_mb": round(last.mb - first.mb, 2),
        "growth_blocks": last.blocks - first.blocks,
        "grown": {f"{kind.__module__}.{kind.__qualname__}": more for kind, more in grown.most_common(GROWN)},
        "descriptors": [first.descriptors, last.descriptors],
        "seconds": round(time.monotonic() - began),
    }


def _settings(told: dict[str, Any], folder: Path) -> Settings:
    config = folder / "config.yaml"
    config.write_text(
        f"room: {{address: {told['rooms'][0]['address']}, name: Aurora, time_zone: Europe/Berlin}}\n"
        f"office365:\n  tenant: {told['tenant_id']}\n  client_id: {told['client_id']}\n  client_secret: {SECRET}\n"
        f"  authority: {told['authority_https']}\n  graph: {told['graph']}\n  ca_file: {told['ca_file']}\n"
        f"state_directory: {folder / 'state'}\nsync: {{poll_every_seconds: {POLL_EVERY}}}\n"
        "display: {locale: en_GB, fullscreen: false}\n"
    )
    settings = load_panel(config)
    assert isinstance(settings, Settings)
    return settings


def _json(sample: Sample) -> dict[str, float]:
    return {"hours": sample.hours, "mb": sample.mb, "blocks": sample.blocks, "descriptors": sample.descriptors}


def is_flat(found: dict[str, Any]) -> bool:
    before, after = found["descriptors"]
    return found["growth_mb"] <= MOST_MB and after <= before and found["confirmed"] == found["bookings"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/soak", description="A month of one panel in minutes, as JSON.")
    parser.add_argument("--days", type=float, default=30, help="of the panel's clock (default: 30)")
    parser.add_argument("--bookings", type=int, default=5000, help="in that time (default: 5000)")
    arguments = parser.parse_args()
    found = live(arguments.days, arguments.bookings)
    print(json.dumps(found))
    return 0 if is_flat(found) else 1


if __name__ == "__main__":
    sys.exit(main())
