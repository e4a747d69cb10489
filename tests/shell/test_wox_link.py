"""The link to WOX: nothing is missed, nobody is stormed, each command is done once and answered."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from roomdisplay.adapters.clock import SystemClock
from roomdisplay.adapters.installer import InboxInstaller
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.wox import (
    ARCHIVE,
    Booking,
    Command,
    CommandKind,
    Feed,
    Heartbeat,
    Offer,
    Person,
    ProblemKind,
    ProblemReport,
)
from roomdisplay.ports import Failed
from roomdisplay.shell.stream import LONGEST_PAUSE, Pauses
from roomdisplay.shell.wox_link import Duties, WoxLink
from tests.shell.test_engine import NOON

BEAT = Heartbeat(at=NOON, version="1", started_at=NOON, link="well", data_age=1.0)
DOWN = Transient(reason="no route")
UNPAIRED = AccessLost(access=Access.SIGN_IN, code="notPaired")
PNG = b"\x89PNG picture"
ZIP = b"PK archive"
REPORT = b'{"format": 1}'


def feed(cursor: str, *commands: Command, skipped: int = 0) -> Feed:
    return Feed(cursor=cursor, commands=commands, skipped=skipped)


class ScriptedWox:
    """Each connection gives the next list of feeds and failures; after the last one the stream stays open. `answers`
    fail as `refusals` say, in order."""

    def __init__(self, *connections: Sequence[Feed | Failure | Exception]) -> None:
        self.connections = list(connections)
        self.cursors: list[str | None] = []
        self.beats: list[Heartbeat] = []
        self.answers: list[tuple[str, bytes, str | None]] = []
        self.kinds: list[str] = []
        """Of the results, as media types."""
        self.refusals: list[Failure] = []
        self.beat_failures: list[Failure] = []
        self.report_failures: list[Failure] = []
        self.reports: list[ProblemReport] = []
        self.open = 0
        self.has_left = False

    async def changes(self, cursor: str | None) -> AsyncGenerator[Feed]:
        self.cursors.append(cursor)
        self.open += 1
        try:
            script: Sequence[Feed | Failure | Exception] = self.connections.pop(0) if self.connections else ()
            for told in script:
                await asyncio.sleep(0)
                if isinstance(told, Feed):
                    yield told
                elif isinstance(told, Exception):
                    raise told
                else:
                    raise Failed(told)
            await asyncio.Event().wait()
        finally:
            self.open -= 1

    async def beat(self, heartbeat: Heartbeat) -> Offer | None:
        if self.beat_failures:
            raise Failed(self.beat_failures.pop(0))
        self.beats.append(heartbeat)
        return None

    async def photo(self) -> bytes:
        raise NotImplementedError

    async def bundle(self, offer: Offer, start: int) -> AsyncGenerator[bytes]:
        raise NotImplementedError
        yield

    async def done(self, command_id: str, result: bytes = b"", error: str | None = None, *, kind: str = "") -> None:
        if self.refusals:
            raise Failed(self.refusals.pop(0))
        self.kinds.append(kind)
        self.answers.append((command_id, result, error))

    async def feed(self, cursor: str | None) -> Feed:
        raise NotImplementedError

    async def put(self, booking: Booking) -> Booking:
        raise NotImplementedError

    async def report(self, report: ProblemReport) -> None:
        if self.report_failures:
            raise Failed(self.report_failures.pop(0))
        self.reports.append(report)

    async def person(self, *, badge: str | None = None, pin: str | None = None) -> Person | None:
        raise NotImplementedError

    async def show(self, picture: bytes) -> None:
        raise NotImplementedError

    async def leave(self) -> None:
        assert not self.report_failures, "what is left behind is told first"
        self.has_left = True

    async def close(self) -> None: ...


class Door:
    """The panel's side, which notes what it was told to do."""

    def __init__(self, wox: ScriptedWox, **facts: Any) -> None:
        self.wox = wox
        self.told: list[str] = []
        self.lost: list[Failure] = []
        self.done: list[str] = []
        self.doctor: Callable[[], bytes] = lambda: REPORT
        self.camera: Callable[[], bytes] = lambda: PNG
        self.on_told: Callable[[Feed], None] = lambda _: None
        self.cursor: str | None = None
        self.left_behind: ProblemReport | None = None
        duties = Duties(
            cursor=lambda: self.cursor,
            told=self._told,
            lost=self.lost.append,
            heartbeat=lambda: BEAT,
            screenshot=self._screenshot,
            diagnostics=self._diagnostics,
            leave=self._leave,
            examine=self._examine,
            restart=lambda: self.done.append("restart"),
            unpaired=lambda: self.done.append("unpaired"),
        )
        pauses = Pauses(SystemClock(), shortest=0.01, jitter=lambda: 0.0)
        installer = InboxInstaller(Path("/nonexistent"), None)
        self.link = WoxLink(wox, SystemClock(), duties, installer, pauses=pauses, **facts)

    def _told(self, feed: Feed) -> None:
        self.on_told(feed)
        self.cursor = feed.cursor
        self.told.append(feed.cursor)

    async def _diagnostics(self) -> bytes:
        return ZIP

    async def _screenshot(self) -> bytes:
        return self.camera()

    async def _leave(self) -> ProblemReport | None:
        self.done.append("leave")
        assert self.wox.answers == [], "the token is good until it is answered"
        return self.left_behind

    async def _examine(self) -> bytes:
        return self.doctor()

    def run(self, wanted: Callable[[], bool]) -> None:
        """Until `wanted` holds, and a little longer."""

        async def main() -> None:
            task = asyncio.create_task(self.link.run())
            try:
                async with asyncio.timeout(5):
                    while not wanted():  # noqa: ASYNC110
                        await asyncio.sleep(0.005)
                    await asyncio.sleep(0.05)
            finally:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

        asyncio.run(main())
        assert self.wox.open == 0, "no stream is left open"


def test_it_goes_on_where_it_was_interrupted() -> None:
    door = Door(ScriptedWox([feed("1"), feed("2"), DOWN], [DOWN], [feed("3")]))
    door.run(lambda: door.told == ["1", "2", "3"])
    assert door.wox.cursors == [None, "2", "2"]
    assert door.lost == [DOWN, DOWN]
    assert door.link.health.failure is None


def test_what_could_not_be_taken_in_is_asked_for_again(caplog: pytest.LogCaptureFixture) -> None:
    door = Door(ScriptedWox([feed("1"), feed("2")], [feed("2")]))

    def stumble(told: Feed) -> None:
        if told.cursor == "2" and not door.lost:
            raise ValueError("a bug")

    door.on_told = stumble
    door.run(lambda: door.told == ["1", "2"])
    assert door.wox.cursors == [None, "1"]
    assert isinstance(door.lost[0], Bug)
    assert "not foreseen" in caplog.text


def test_a_cursor_that_nobody_knows_any_more_means_from_the_beginning() -> None:
    gone = Rejected(refusal=Refusal.GONE, reason="HTTP 410")
    door = Door(ScriptedWox([feed("7"), DOWN], [gone], [feed("9")]))
    door.run(lambda: door.told == ["7", "9"])
    assert door.wox.cursors == [None, "7", None]


def test_the_first_failure_and_the_recovery_are_logged_once_each(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    door = Door(ScriptedWox([DOWN], [DOWN], [DOWN], [UNPAIRED], [UNPAIRED], [feed("1"), feed("2")]))
    door.run(lambda: door.told == ["1", "2"])
    told = [r.getMessage().split(":")[0] for r in caplog.records if r.name.endswith("shell.stream")]
    assert told == ["WOX cannot be heard", "WOX cannot be heard", "WOX answers again"]


@pytest.mark.parametrize(
    ("failure", "attempt", "least", "most"),
    [
        (DOWN, 0, 1, 2),
        (DOWN, 3, 1, 16),
        (DOWN, 40, 1, LONGEST_PAUSE),
        (Transient(reason="HTTP 429", retry_after=30.0), 0, 31, 32),
        (Transient(reason="the stream ended", retry_after=7.5), 0, 8.5, 9.5),
        (UNPAIRED, 0, 1, LONGEST_PAUSE),
        (Bug(reason="x"), 1, 1, 4),
    ],
)
def test_nobody_is_stormed(failure: Failure, attempt: int, least: float, most: float) -> None:
    draws = iter([0.0, 1.0])
    pauses = Pauses(SystemClock(), jitter=lambda: next(draws))
    assert [pauses.after(failure, attempt) for _ in range(2)] == [least, most]


# ── heartbeats ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_heart_beats_whether_or_not_wox_can_be_heard() -> None:
    door = Door(ScriptedWox(*[[DOWN]] * 50), beat_every=0.02)
    door.run(lambda: len(door.wox.beats) >= 3)
    assert set(door.wox.beats) == {BEAT}


def test_a_heartbeat_that_does_not_get_through_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    wox = ScriptedWox([feed("1")])
    wox.beat_failures = [DOWN] * 4
    door = Door(wox, beat_every=0.02)
    door.run(lambda: bool(wox.beats))
    assert caplog.text.count("WOX was not told how the panel is") == 1


# ── commands ──────────────────────────────────────────────────────────────────────────────────────────────────────────

SCREENSHOT = Command(id="c1", kind=CommandKind.SCREENSHOT)
DIAGNOSTICS = Command(id="c4", kind=CommandKind.DIAGNOSTICS)
RESTART = Command(id="c2", kind=CommandKind.RESTART)
UNPAIR = Command(id="c3", kind=CommandKind.UNPAIR)


def test_a_picture_is_taken_once_however_often_it_is_asked_for() -> None:
    door = Door(ScriptedWox([feed("1", SCREENSHOT), feed("2", SCREENSHOT), DOWN], [feed("3", SCREENSHOT)]))
    door.run(lambda: door.told == ["1", "2", "3"])
    assert door.wox.answers == [("c1", PNG, None)]


def test_a_picture_that_cannot_be_taken_is_answered_with_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    door = Door(ScriptedWox([feed("1", SCREENSHOT)]))

    def broken() -> bytes:
        raise RuntimeError("no scene graph")

    door.camera = broken
    door.run(lambda: bool(door.wox.answers))
    assert door.wox.answers == [("c1", b"", "It could not be done; the panel's log says why.")]


def test_diagnostics_are_sent_as_they_are() -> None:
    door = Door(ScriptedWox([feed("1", DIAGNOSTICS)]))
    door.run(lambda: bool(door.wox.answers))
    assert door.wox.answers == [("c4", ZIP, None)]
    assert door.wox.kinds == [ARCHIVE]


def test_the_doctor_is_asked_and_the_report_sent_as_one() -> None:
    wox = ScriptedWox([feed("1", Command(id="c4", kind=CommandKind.DOCTOR), SCREENSHOT)])
    door = Door(wox)
    door.run(lambda: len(wox.answers) == 2)
    assert dict(zip(wox.kinds, wox.answers, strict=True)) == {
        "application/vnd.roomdisplay.report+json": ("c4", REPORT, None),
        "image/png": ("c1", PNG, None),
    }


def test_it_knows_when_wox_was_last_heard_of() -> None:
    door = Door(ScriptedWox([feed("1")]))
    assert door.link.heard_at is None
    door.run(lambda: door.told == ["1"])
    assert door.link.heard_at is not None


def test_an_answer_is_sent_until_it_gets_through() -> None:
    wox = ScriptedWox([feed("1", SCREENSHOT)])
    wox.refusals = [DOWN, DOWN]
    door = Door(wox)
    door.run(lambda: bool(wox.answers))
    assert wox.answers == [("c1", PNG, None)]


@pytest.mark.parametrize(("command", "deeds"), [(RESTART, ["restart"]), (UNPAIR, ["leave", "unpaired"])])
def test_it_is_answered_before_the_panel_goes(command: Command, deeds: list[str]) -> None:
    wox = ScriptedWox([feed("1", command)])
    door = Door(wox)
    door.run(lambda: len(door.done) == len(deeds))
    assert door.done == deeds
    assert wox.answers == [(command.id, b"", None)]


def test_a_restart_that_could_not_be_answered_is_not_done() -> None:
    """It would be asked for again after every start, for ever."""
    wox = ScriptedWox([feed("1", RESTART), DOWN], [feed("2", RESTART)])
    wox.refusals = [Rejected(refusal=Refusal.GONE, reason="HTTP 404")]
    door = Door(wox)
    door.run(lambda: bool(door.done))
    assert wox.cursors == [None, "1"]
    assert door.done == ["restart"]  # when it was asked for anew and the answer was taken


def test_what_is_not_understood_is_counted_until_it_is() -> None:
    door = Door(ScriptedWox([feed("1", skipped=2), feed("2")]))
    door.run(lambda: door.told == ["1", "2"])
    assert door.link.health.skipped == 2
    door = Door(ScriptedWox([feed("1", skipped=2), replace(feed("2"), is_whole=True)]))
    door.run(lambda: door.told == ["1", "2"])
    assert door.link.health.skipped == 0


# ── leaving ───────────────────────────────────────────────────────────────────────────────────────────────────────────

LEFT = ProblemReport(id="l", kind=ProblemKind.OTHER, made_at=NOON, text="One booking.")


def test_it_sends_what_it_owes_before_it_says_that_it_is_gone() -> None:
    door = Door(ScriptedWox([feed("1", UNPAIR)]))
    door.run(lambda: "unpaired" in door.done)
    assert door.done == ["leave", "unpaired"]
    assert (door.wox.reports, [answer[0] for answer in door.wox.answers]) == ([], [UNPAIR.id])


def test_what_is_left_behind_is_told_first() -> None:
    door = Door(ScriptedWox([feed("1", UNPAIR)]))
    door.left_behind, door.wox.report_failures = LEFT, [DOWN, DOWN]
    door.run(lambda: "unpaired" in door.done)
    assert door.wox.reports == [LEFT]


def test_at_the_glass_wox_is_told_what_is_left_behind_and_then_that_the_panel_is_gone() -> None:
    door = Door(ScriptedWox())
    door.wox.report_failures = [DOWN]
    asyncio.run(door.link.leave(LEFT))
    assert (door.wox.reports, door.wox.has_left) == ([LEFT], True)


def test_where_it_cannot_be_told_the_panel_stays() -> None:
    """It is asked again with the next feed, as after a power cut in between."""
    door = Door(ScriptedWox([feed("1", UNPAIR), DOWN], [feed("2", UNPAIR)]))
    door.left_behind, door.wox.report_failures = LEFT, [Bug(reason="no")]
    door.run(lambda: "unpaired" in door.done)
    assert door.done == ["leave", "leave", "unpaired"]
    assert door.wox.reports == [LEFT]
