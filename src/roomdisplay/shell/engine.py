"""The one writer of State: events in, effects out, the new state shown.

asyncio is imported where it is used, because the first frame comes before the event loop.
"""

import logging
import random
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar, assert_never
from uuid import uuid4

from roomdisplay.core.booker import Badge, FindPerson, Pin, Proof
from roomdisplay.core.failure import AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import floor_minute
from roomdisplay.core.machine import (
    Answered,
    Asked,
    AvailabilityRead,
    BookingPut,
    DropCode,
    Effect,
    EntryNotSaved,
    EntrySaved,
    Event,
    FeedFailed,
    FeedTold,
    FetchCode,
    ForgetEntry,
    Outcome,
    PersonLookedUp,
    Read,
    ReadAvailability,
    ReadCalendar,
    ReportNotSaved,
    ReportSaved,
    ReportSent,
    Request,
    SaveEntry,
    SaveSchedule,
    Send,
    SignInAsked,
    SignInEnded,
    Started,
    State,
    Ticked,
    step,
    wake_at,
)
from roomdisplay.core.outbox import (
    CreateEvent,
    DeclineEvent,
    Deleted,
    DeleteEvent,
    MoveEnd,
    MoveEvent,
    Operation,
    Written,
)
from roomdisplay.core.reports import ForgetReport, SaveReport, SendReport
from roomdisplay.core.room import Room
from roomdisplay.core.room_state import next_change_at
from roomdisplay.core.sign_in import Ending
from roomdisplay.core.wox import Feed, ProblemReport
from roomdisplay.core.wox_side import FetchFeed, PutBooking, SaveWox
from roomdisplay.ports import Calendars, Clock, CodeSignIn, Failed, Store, Stored, WoxServer

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)

_T = TypeVar("_T")

PATIENCE = 90.0
"""Seconds: adapters bound each of their requests; this bounds them all together, so that nothing waits for ever."""
PERSON_PATIENCE = 8.0
"""Seconds for which somebody at the door waits until WOX says who they are."""
JUMP = 0.5
"""Seconds by which the wall clock may be set without a word in the log: a time service does that."""
VANISHED = (
    "A meeting vanished from the room's calendar after its start, while nobody had checked in, and this panel did not "
    "release it. If Exchange's own auto-release is on for the room (Get-CalendarProcessing: EnableAutoRelease), "
    "turn it off, or check_in.enabled in config.yaml."
)
LONGEST_SLEEP = 30.0
"""Seconds: timers are not to be trusted with more."""


class Engine:
    """Runs the machine of `roomdisplay.core.machine`.

    `start` needs no event loop, so that the first frame can show the kept schedule; `attach` brings one, the rooms'
    calendars and, where there are such, who asks a person to sign in, and WOX; from then on effects run. `show` is
    called with every new state, on the loop's thread.
    """

    def __init__(
        self,
        *,
        state: State,
        store: Store,
        clock: Clock,
        show: Callable[[State], None],
        writer: Executor | None = None,
    ) -> None:
        """`writer` runs what the store has to write, one thing at a time; None: a thread of the engine's own. Engines
        that share one share the rooms' connection as well, which is then not theirs to close."""
        self.state = state
        self._store = store
        self._clock = clock
        self._show = show
        self._calendars: Calendars | None = None
        self._code_sign_in: CodeSignIn | None = None
        self._wox: WoxServer | None = None
        self._code: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._stop_watching: Callable[[], None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._owns_writer = writer is None
        self._writer = writer or ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._unwritten: deque[float] = deque()
        self.store_fault: str | None = None
        """A sentence, where the store refused what it was last handed."""
        self.unread = 0
        """Promises on disk that this release cannot read."""
        self._waiting: list[Effect] = []
        self._watchers: list[tuple[Callable[[State], bool], asyncio.Future[None]]] = []

    # ── lifetime ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def start(self, stored: Stored) -> None:
        """The machine's first step, from what the store kept."""
        self.unread = stored.unread
        for note in stored.notes:
            log.warning(note)
        self.post(
            Started(
                now=self._clock.now(),
                schedule=stored.schedule,
                read_at=stored.read_at,
                entries=stored.entries,
                wox=stored.wox,
                reports=stored.reports,
            )
        )

    def attach(
        self,
        loop: "asyncio.AbstractEventLoop",
        calendars: Calendars,
        code_sign_in: CodeSignIn | None = None,
        wox: WoxServer | None = None,
    ) -> None:
        """From here on effects run, those that waited first. `wox` there has to be where the state has a side to it;
        following its stream is not the engine's (`shell.stream`)."""
        self._loop, self._calendars, self._code_sign_in, self._wox = loop, calendars, code_sign_in, wox
        waiting, self._waiting = self._waiting, []
        for effect in waiting:
            self._run(effect)
        self._wake_later()
        self._stop_watching = self._clock.watch(loop, self._jumped)

    async def close(self) -> None:
        """Ends what is under way and waits until everything promised is on disk."""
        import asyncio

        if self._timer is not None:
            self._timer.cancel()
        if self._stop_watching is not None:
            self._stop_watching()
            self._stop_watching = None
        self._loop = None
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._wox is not None:
            await self._wox.close()
        if self._owns_writer:
            if self._calendars is not None:
                await self._calendars(self.state.room).close()
            self._writer.shutdown(wait=True)

    # ── events ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def post(self, event: Event) -> None:
        before = self.state
        self.state, effects = step(before, event)
        self._report(before.failure, self.state.failure)
        if self.state.vanished_at != before.vanished_at:
            log.warning(VANISHED)
        for effect in effects:
            self._run(effect)
        self._show(self.state)
        for wanted, future in self._watchers:
            if not future.done() and wanted(self.state):
                future.set_result(None)
        self._wake_later()

    @property
    def late(self) -> float:
        """Seconds since the last tick, or whatever else happened."""
        return self._clock.now().mono - self.state.now.mono

    @property
    def unwritten(self) -> float:
        """Seconds for which the store has had something to write without an answer; 0: it has nothing to write."""
        return self._clock.now().mono - self._unwritten[0] if self._unwritten else 0.0

    async def until(self, wanted: Callable[[State], bool]) -> None:
        """Returns once `wanted` holds of the state."""
        import asyncio

        if wanted(self.state):
            return
        watcher = wanted, asyncio.get_running_loop().create_future()
        self._watchers.append(watcher)
        try:
            await watcher[1]
        finally:
            self._watchers.remove(watcher)

    def ask(
        self,
        operation: Operation,
        booking_id: str | None = None,
        room: str | None = None,
        proof: Proof | None = None,
    ) -> str:
        """A person confirmed `operation`; for a Book a new booking begins, whose it is by `proof`. `room` is the
        address of another room than this. Returns the entry's id."""
        id, now = str(uuid4()), self._clock.now()
        self.post(Asked(now=now, id=id, booking_id=booking_id or id, operation=operation, room=room, proof=proof))
        return id

    def tick(self) -> None:
        self.post(Ticked(now=self._clock.now()))

    def _jumped(self) -> None:
        before, now = self.state.now, self._clock.now()
        jump = (now.wall - before.wall).total_seconds() - (now.mono - before.mono)
        if abs(jump) > JUMP:
            log.info("The wall clock was set by %.1f s", jump)
        self.tick()

    def _wake_later(self) -> None:
        if self._loop is None:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(self._sleep(), self.tick)

    def _sleep(self) -> float:
        """Seconds until the machine, the room's state or the clock on the wall wants attention."""
        state, now = self.state, self._clock.now()
        # from what is shown on: the clock has gone on since, perhaps into the next minute
        shown = state.now.wall
        minute = floor_minute(shown) + timedelta(minutes=1)
        change = next_change_at(shown, state.promised, state.freshness, state.policy, state.decided) or minute
        until_seen = (min(minute, change) - now.wall).total_seconds()
        return max(0.01, min(LONGEST_SLEEP, wake_at(state) - now.mono, until_seen + 0.01))

    # ── effects ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _run(self, effect: Effect) -> None:
        if self._loop is None:
            self._waiting.append(effect)
            return
        room = self.state.room.address
        match effect:
            case Send():
                self._begun(self._loop.create_task(self._send(effect)))
            case SaveEntry(entry=entry):
                self._write(self._store.save_entry, room, entry, then=lambda kept: self._saved(entry.id, kept))
            case ForgetEntry(id=id):
                self._write(self._store.forget_entry, room, id)
            case SaveSchedule(schedule=schedule, read_at=read_at):
                self._write(self._store.save_schedule, room, schedule, read_at)
            case SaveWox(kept=kept):
                self._write(self._store.save_wox, room, kept)
            case SaveReport(report=report):
                self._write(
                    self._store.save_report, room, report, then=lambda kept: self._report_saved(report.id, kept)
                )
            case ForgetReport(id=id):
                self._write(self._store.forget_report, room, id)
            case SendReport(report=report):
                self._begun(self._loop.create_task(self._send_report(report)))
            case PutBooking():
                self._begun(self._loop.create_task(self._put(effect)))
            case FetchFeed(cursor=cursor):
                self._begun(self._loop.create_task(self._fetch_feed(cursor)))
            case FindPerson():
                self._begun(self._loop.create_task(self._find_person(effect)))
            case FetchCode():
                self._code = self._begun(self._loop.create_task(self._sign_in()))
            case DropCode():
                if self._code is not None:
                    self._code.cancel()
            case _:
                assert_never(effect)

    def _begun(self, task: "asyncio.Task[None]") -> "asyncio.Task[None]":
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _saved(self, id: str, kept: bool) -> None:
        self.post((EntrySaved if kept else EntryNotSaved)(now=self._clock.now(), id=id))

    def _write(self, write: Callable[..., None], *values: object, then: Callable[[bool], None] | None = None) -> None:
        """Queues a write behind those before it; what is queued is written even if the panel is to end."""

        def written(future: "Future[None]") -> None:
            self._unwritten.popleft()  # one thing is written at a time
            error = future.exception()
            fault = None if error is None else str(error)
            if fault is not None and fault != self.store_fault:
                log.error("%s", fault)
            self.store_fault = fault
            if then is not None:
                then(error is None)

        def tell(future: "Future[None]") -> None:
            if (loop := self._loop) is not None:
                loop.call_soon_threadsafe(written, future)

        self._unwritten.append(self._clock.now().mono)
        self._writer.submit(write, *values).add_done_callback(tell)

    async def _sign_in(self) -> None:
        outcome = await self._signed_in()
        if outcome is Ending.APPROVED:
            log.info("The service account is signed in")
        self.post(SignInEnded(now=self._clock.now(), outcome=outcome))

    async def _signed_in(self) -> Ending | Failure:
        assert self._code_sign_in is not None
        try:
            code = await self._code_sign_in.fetch()
            log.info("Waiting for somebody to sign the service account in")
            self.post(SignInAsked(now=self._clock.now(), code=code))
            return await self._code_sign_in.outcome()
        except Failed as failed:
            log.warning("Signing the service account in came to nothing: %s", failed.failure)
            return failed.failure
        except Exception as error:
            log.exception("Signing in failed in a way that was not foreseen")
            return Bug(reason=repr(error))

    async def _put(self, asked: PutBooking) -> None:
        assert self._wox is not None
        outcome = await self._told(self._wox.put(asked.booking))
        if isinstance(outcome, Rejected) and outcome.refusal is not Refusal.CHANGED:
            log.warning("WOX does not take the booking %s: %s", asked.booking.id, outcome)
        now, jitter = self._clock.now(), random.random()  # noqa: S311
        self.post(BookingPut(now=now, number=asked.number, outcome=outcome, jitter=jitter))

    def _report_saved(self, id: str, kept: bool) -> None:
        self.post((ReportSaved if kept else ReportNotSaved)(now=self._clock.now(), id=id))

    async def _send_report(self, report: ProblemReport) -> None:
        assert self._wox is not None
        failure = await self._told(self._wox.report(report))
        if isinstance(failure, Rejected):
            log.warning("WOX does not take the report of a problem (%s): %s", report.kind, failure)
        now, jitter = self._clock.now(), random.random()  # noqa: S311
        self.post(ReportSent(now=now, id=report.id, failure=failure, jitter=jitter))

    async def _find_person(self, asked: FindPerson) -> None:
        """Neither is ever in the log."""
        assert self._wox is not None
        match asked.proof:
            case Pin(digits=digits):
                asking = self._wox.person(pin=digits)
            case Badge(said=said):
                asking = self._wox.person(badge=said)
            case _:
                assert_never(asked.proof)
        outcome = await self._told(asking, PERSON_PATIENCE)
        if isinstance(outcome, Failure):
            log.warning("WOX did not say who is at the door: %s", outcome)
        self.post(PersonLookedUp(now=self._clock.now(), id=asked.id, outcome=outcome))

    async def _fetch_feed(self, cursor: str | None) -> None:
        assert self._wox is not None
        outcome = await self._told(self._wox.feed(cursor))
        now, jitter = self._clock.now(), random.random()  # noqa: S311
        if isinstance(outcome, Feed):
            self.post(FeedTold(now=now, feed=outcome))
        else:
            self.post(FeedFailed(now=now, failure=outcome, jitter=jitter))

    async def _told(self, asking: Awaitable[_T], patience: float = PATIENCE) -> "_T | Failure":
        """What WOX answers."""
        import asyncio

        try:
            async with asyncio.timeout(patience):
                return await asking
        except Failed as failed:
            return failed.failure
        except TimeoutError:
            return Transient(reason=f"no answer within {patience:.0f} s")
        except Exception as error:
            log.exception("A request to WOX failed in a way that was not foreseen")
            return Bug(reason=repr(error))

    async def _send(self, asked: Send) -> None:
        outcome = await self._sent(asked.room, asked.request)
        if asked.room != self.state.room and isinstance(outcome, Failure):
            log.info("%s cannot be read or written: %s", asked.room.address, outcome)
        now, jitter = self._clock.now(), random.random()  # noqa: S311  spreads retries, guards nothing
        self.post(Answered(now=now, number=asked.number, outcome=outcome, jitter=jitter))

    async def _sent(self, room: Room, request: Request) -> Outcome:
        import asyncio

        try:
            async with asyncio.timeout(PATIENCE):
                return await self._asked(room, request)
        except Failed as failed:
            return failed.failure
        except TimeoutError:
            return Transient(reason=f"no answer within {PATIENCE:.0f} s")
        except Exception as error:
            log.exception("A request to Office 365 failed in a way that was not foreseen")
            return Bug(reason=repr(error))

    async def _asked(self, room: Room, request: Request) -> Read | AvailabilityRead | Written | Deleted:
        assert self._calendars is not None
        calendar = self._calendars(room)
        match request:
            case ReadCalendar(window=window, detailed=detailed):
                return await calendar.read(window, detailed=detailed)
            case ReadAvailability(rooms=rooms, window=window):
                return await calendar.availability(rooms, window)
            case CreateEvent(booking_id=booking_id, interval=interval, subject=subject, is_private=is_private):
                made = await calendar.create(booking_id, interval, subject, is_private=is_private)
                return Written(meeting=made)
            case MoveEvent(event_id=event_id, etag=etag, interval=interval, subject=subject):
                return Written(meeting=await calendar.move(event_id, etag, interval, subject))
            case MoveEnd(event_id=event_id, etag=etag, end=end):
                return Written(meeting=await calendar.move_end(event_id, etag, end))
            case DeleteEvent(event_id=event_id, etag=etag):
                await calendar.delete(event_id, etag)
                return Deleted()
            case DeclineEvent(event_id=event_id, comment=comment):
                await calendar.decline(event_id, comment)
                return Deleted()
            case _:
                assert_never(request)

    def _report(self, before: Failure | None, after: Failure | None) -> None:
        """The first failure and the recovery, once each."""
        if (before is None) == (after is None) and not (isinstance(after, AccessLost) and before != after):
            return
        if after is None:
            log.info("Office 365 answers again")
        else:
            log.warning("Office 365 cannot be read or written: %s", after)
