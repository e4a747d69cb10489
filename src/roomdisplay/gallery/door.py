"""A panel without a building: the real machine behind the real view model, its other side played by hand."""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickView

from roomdisplay.core import outbox
from roomdisplay.core.booker import Answer, FindPerson, Proof, named
from roomdisplay.core.failure import Failure
from roomdisplay.core.interval import Instant, Interval
from roomdisplay.core.machine import (
    Answered,
    Asked,
    EntrySaved,
    Event,
    InquiryDropped,
    NearbyWatched,
    Noticed,
    PersonLookedUp,
    ProblemReported,
    Read,
    ReportSaved,
    ReportSent,
    SaveEntry,
    Send,
    SignInUnwanted,
    SignInWanted,
    State,
    Ticked,
    step,
)
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Operation
from roomdisplay.core.release import released
from roomdisplay.core.reports import SaveReport, SendReport
from roomdisplay.core.wox import ProblemKind, ProblemReport
from roomdisplay.gallery.states import at
from roomdisplay.ui import screen
from roomdisplay.ui.viewmodels.panel import PanelViewModel, Patience


class Door:
    """`asked` is what went up, `sent` what the machine wants of Office 365. The disk answers at once while `disk`."""

    def __init__(self, state: State, patience: Patience | None = None) -> None:
        self.state = state
        self.asked: list[Operation] = []
        self.sent: list[Send] = []
        self.reported: list[ProblemReport] = []
        self.inquired: list[FindPerson] = []
        self.disk = True
        self.window: QQuickView | None = None
        self._number = 0
        self.view_model = PanelViewModel(self, patience=patience)
        self.view_model.show(state)

    # ── the intents, as a shell implements them ───────────────────────────────────────────────────────────────────────

    def book(self, interval: Interval, room: str | None = None, by: str | Proof | None = None) -> str:
        asked = outbox.Book(interval=interval, subject="Walk-up booking")
        if isinstance(by, str):
            return self._ask(named(asked, by), None, room)
        return self._ask(asked, None, room, by)

    def drop_inquiry(self) -> None:
        self._step(InquiryDropped(now=self.state.now))

    def extend(self, key: str, end: Any) -> str:
        meeting = self._meeting(key)
        operation = outbox.Extend(interval=Interval(meeting.interval.start, end), before=meeting.interval.end)
        return self._ask(operation, key)

    def end_now(self, key: str) -> str:
        return self._ask(outbox.ending(self._meeting(key), self.state.now.wall), key)

    def cancel(self, key: str) -> str:
        meeting = self._meeting(key)
        return self._ask(outbox.Cancel(interval=meeting.interval, subject=meeting.subject), key)

    def release(self, key: str) -> str:
        room = self.state.room
        return self._ask(released(self._meeting(key), self.state.now.wall, room.name, room.zone), None)

    def check_in(self, key: str) -> str:
        meeting = self._meeting(key)
        return self._ask(outbox.CheckIn(interval=meeting.interval, event_id=meeting.id), None)

    def take_back(self, entry_id: str) -> str:
        undoing = self.state.undoing(entry_id)
        assert undoing is not None
        return self._ask(*undoing)

    def report(self, kind: ProblemKind) -> str:
        waiting = self.state.reports.waiting(kind)
        if waiting is not None:
            return waiting.id
        self._number += 1
        report = ProblemReport(id=f"report-{self._number}", kind=kind, made_at=self.state.now.wall)
        self._step(ProblemReported(now=self.state.now, report=report))
        return report.id

    def watch_nearby(self, watched: bool) -> None:
        self._step(NearbyWatched(now=self.state.now, watched=watched))

    def refresh(self) -> None: ...

    def notice(self) -> None:
        self._step(Noticed(now=self.state.now))

    def sign_in(self) -> None:
        self._step(SignInWanted(now=self.state.now))

    def do_not_sign_in(self) -> None:
        self._step(SignInUnwanted(now=self.state.now))

    def _meeting(self, key: str) -> Meeting:
        promised = self.state.promised
        meeting = promised.keyed(key) if promised else None
        assert meeting is not None
        return meeting

    def _ask(
        self, operation: Operation, booking_id: str | None, room: str | None = None, proof: Proof | None = None
    ) -> str:
        self._number += 1
        id = f"00000000-0000-4000-8000-{self._number:012}"
        self.asked.append(operation)
        now = self.state.now
        self._step(Asked(now=now, id=id, booking_id=booking_id or id, operation=operation, room=room, proof=proof))
        return id

    # ── the world ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _step(self, event: Event) -> None:
        self.state, effects = step(self.state, event)
        self.view_model.show(self.state)
        for effect in effects:
            if isinstance(effect, Send):
                self.sent.append(effect)
            elif isinstance(effect, SaveReport) and self.disk:
                self._step(ReportSaved(now=self.state.now, id=effect.report.id))
            elif isinstance(effect, SendReport):
                self.reported.append(effect.report)
            elif isinstance(effect, FindPerson):
                self.inquired.append(effect)
            elif isinstance(effect, SaveEntry) and self.disk:
                self._step(EntrySaved(now=self.state.now, id=effect.entry.id))

    def show(self, state: State) -> None:
        """Another state, from nowhere."""
        self.state = state
        self.view_model.show(state)
        self.settle()

    def clock(self, clock: str) -> None:
        """Time passes; the schedule stays as fresh as it was."""
        wall = at(clock)
        by = (wall - self.state.now.wall).total_seconds()
        now = Instant(wall=wall, mono=self.state.now.mono + by)
        read_at = None if self.state.read_at is None else self.state.read_at + by
        self.show(replace(self.state, now=now, read_at=read_at))

    def tick(self, seconds: float) -> None:
        """Time passes, and the machine sees to what has become due."""
        now = self.state.now
        self._step(Ticked(now=Instant(wall=now.wall + timedelta(seconds=seconds), mono=now.mono + seconds)))

    def answer(self, outcome: Any) -> None:
        """Office 365 answers what is in flight."""
        flight = self.state.in_flight
        assert flight is not None
        self._step(Answered(now=self.state.now, number=flight.number, outcome=outcome))
        self.settle()

    def answer_report(self, failure: Failure | None = None) -> None:
        """WOX answers the report that is on its way."""
        self._step(ReportSent(now=self.state.now, id=self.reported[-1].id, failure=failure))
        self.settle()

    def answer_person(self, outcome: Answer) -> None:
        """WOX says whose the PIN or badge is."""
        self._step(PersonLookedUp(now=self.state.now, id=self.inquired[-1].id, outcome=outcome))
        self.settle()

    def found(self, *meetings: Meeting) -> None:
        self.answer(Read(meetings=meetings))

    # ── the glass ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def glass(self) -> QQuickView:
        assert self.window is not None
        return self.window

    @property
    def names(self) -> list[str]:
        return screen.names(self.glass)

    def tap(self, name: str) -> str:
        full = screen.tap(self.glass, name)
        self.settle()
        return full

    def settle(self) -> None:
        for _ in range(3):
            QGuiApplication.processEvents()

    def picture(self) -> QImage:
        self.settle()
        return screen.grab(self.glass)

    @property
    def json(self) -> dict[str, Any]:
        return self.view_model.as_json()

    @property
    def sheet(self) -> dict[str, Any] | None:
        return self.json["sheet"]
