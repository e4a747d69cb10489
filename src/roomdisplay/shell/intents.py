"""What a person may ask for at the glass, as entries of the outbox."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from roomdisplay.core import outbox
from roomdisplay.core.booker import Proof, named
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import (
    InquiryDropped,
    NearbyWatched,
    Noticed,
    ProblemReported,
    Refreshed,
    SignInUnwanted,
    SignInWanted,
)
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.offers import may_end
from roomdisplay.core.outbox import Operation
from roomdisplay.core.release import released
from roomdisplay.core.screen import Screen
from roomdisplay.core.wox import ProblemKind, ProblemReport
from roomdisplay.ports import Clock
from roomdisplay.shell.engine import Engine


class GlassIntents:
    """Each call returns the id of the outbox entry it made, or an empty string where the meeting it names is gone."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def book(self, interval: Interval, room: str | None = None, by: "str | Proof | None" = None) -> str:
        asked = outbox.Book(interval=interval, subject=self._engine.state.policy.walk_up_subject)
        if isinstance(by, str):
            return self._engine.ask(named(asked, by), room=room)
        return self._engine.ask(asked, room=room, proof=by)

    def drop_inquiry(self) -> None:
        self._engine.post(InquiryDropped(now=self._clock.now()))

    def extend(self, key: str, end: datetime) -> str:
        def longer(meeting: Meeting) -> Operation:
            until = meeting.interval.end
            return outbox.Extend(interval=Interval(meeting.interval.start, end), before=until)

        return self._about(key, longer)

    def end_now(self, key: str) -> str:
        now = self._clock.now().wall
        return self._about(key, lambda m: outbox.ending(m, now) if may_end(now, m) else None)

    def cancel(self, key: str) -> str:
        return self._about(key, lambda m: outbox.Cancel(interval=m.interval, subject=m.subject))

    def release(self, key: str) -> str:
        room = self._engine.state.room
        return self._about(key, lambda m: released(m, self._clock.now().wall, room.name, room.zone))

    def check_in(self, key: str) -> str:
        return self._about(key, lambda m: outbox.CheckIn(interval=m.interval, event_id=m.id))

    def take_back(self, entry_id: str) -> str:
        undoing = self._engine.state.undoing(entry_id)
        return "" if undoing is None else self._engine.ask(*undoing)

    def report(self, kind: ProblemKind) -> str:
        waiting = self._engine.state.reports.waiting(kind)
        if waiting is not None:
            return waiting.id
        now, id = self._clock.now(), str(uuid4())
        self._engine.post(ProblemReported(now=now, report=ProblemReport(id=id, kind=kind, made_at=now.wall)))
        return id

    def watch_nearby(self, watched: bool) -> None:
        self._engine.post(NearbyWatched(now=self._clock.now(), watched=watched))

    def refresh(self) -> None:
        self._engine.post(Refreshed(now=self._clock.now()))

    def notice(self) -> None:
        """Who stays is not worth a step each time."""
        now, state = self._clock.now(), self._engine.state
        often = state.policy.wake_for.total_seconds() / 8
        if state.screen is not Screen.LIT or state.noticed_at is None or now.mono - state.noticed_at >= often:
            self._engine.post(Noticed(now=now))

    def sign_in(self) -> None:
        self._engine.post(SignInWanted(now=self._clock.now()))

    def do_not_sign_in(self) -> None:
        self._engine.post(SignInUnwanted(now=self._clock.now()))

    def _about(self, key: str, asked: Callable[[Meeting], Operation | None]) -> str:
        schedule = self._engine.state.promised
        meeting = schedule.keyed(key) if schedule is not None else None
        operation = None if meeting is None else asked(meeting)
        return "" if meeting is None or operation is None else self._engine.ask(operation, meeting.booking_id)
