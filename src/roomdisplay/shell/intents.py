"""What a person may ask for at the glass, as entries of the outbox."""

from collections.abc import Callable
from datetime import datetime

from roomdisplay.core import outbox
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import Refreshed
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Operation
from roomdisplay.core.release import released
from roomdisplay.ports import Clock
from roomdisplay.shell.engine import Engine


class GlassIntents:
    """Each call returns the id of the outbox entry it made, or an empty string where the meeting it names is gone."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def book(self, interval: Interval) -> str:
        return self._engine.ask(outbox.Book(interval=interval, subject=self._engine.state.policy.walk_up_subject))

    def extend(self, key: str, end: datetime) -> str:
        def longer(meeting: Meeting) -> Operation:
            until = meeting.interval.end
            return outbox.Extend(interval=Interval(meeting.interval.start, end), before=until)

        return self._about(key, longer)

    def end_now(self, key: str) -> str:
        return self._about(key, lambda m: outbox.End(interval=outbox.remaining(m, self._clock.now().wall)))

    def cancel(self, key: str) -> str:
        return self._about(key, lambda m: outbox.Cancel(interval=m.interval))

    def release(self, key: str) -> str:
        room = self._engine.state.room
        return self._about(key, lambda m: released(m, self._clock.now().wall, room.name, room.zone))

    def check_in(self, key: str) -> str:
        return self._about(key, lambda m: outbox.CheckIn(interval=m.interval, event_id=m.id))

    def take_back(self, entry_id: str) -> str:
        undoable = self._engine.state.undoable
        return self._engine.ask(undoable[1]) if undoable is not None and undoable[0].id == entry_id else ""

    def refresh(self) -> None:
        self._engine.post(Refreshed(now=self._clock.now()))

    def _about(self, key: str, operation: Callable[[Meeting], Operation]) -> str:
        schedule = self._engine.state.promised
        meeting = schedule.keyed(key) if schedule is not None else None
        return "" if meeting is None else self._engine.ask(operation(meeting), meeting.booking_id)
