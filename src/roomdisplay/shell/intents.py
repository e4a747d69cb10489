"""What a person may ask for at the glass, as entries of the outbox."""

from datetime import datetime

from roomdisplay.core import outbox
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import NearbyWatched, Refreshed, SignInUnwanted, SignInWanted
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.offers import may_end
from roomdisplay.ports import Clock
from roomdisplay.shell.engine import Engine


class GlassIntents:
    """Each call returns the id of the outbox entry it made, or an empty string where the booking it names is gone."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def book(self, interval: Interval, room: str | None = None) -> str:
        subject = self._engine.state.policy.walk_up_subject
        return self._engine.ask(outbox.Book(interval=interval, subject=subject), room=room)

    def extend(self, booking_id: str, end: datetime) -> str:
        if (meeting := self._meeting(booking_id)) is None:
            return ""
        until, start = meeting.interval.end, meeting.interval.start
        return self._engine.ask(outbox.Extend(interval=Interval(start, end), before=until), booking_id)

    def end_now(self, booking_id: str) -> str:
        now = self._clock.now().wall
        if (meeting := self._meeting(booking_id)) is None or not may_end(now, meeting):
            return ""
        remaining = outbox.remaining(meeting, now)
        return self._engine.ask(outbox.End(interval=remaining), booking_id)

    def cancel(self, booking_id: str) -> str:
        if (meeting := self._meeting(booking_id)) is None:
            return ""
        return self._engine.ask(outbox.Cancel(interval=meeting.interval), booking_id)

    def watch_nearby(self, watched: bool) -> None:
        self._engine.post(NearbyWatched(now=self._clock.now(), watched=watched))

    def refresh(self) -> None:
        self._engine.post(Refreshed(now=self._clock.now()))

    def sign_in(self) -> None:
        self._engine.post(SignInWanted(now=self._clock.now()))

    def do_not_sign_in(self) -> None:
        self._engine.post(SignInUnwanted(now=self._clock.now()))

    def _meeting(self, booking_id: str) -> Meeting | None:
        schedule = self._engine.state.promised
        return schedule.find(booking_id) if schedule is not None else None
