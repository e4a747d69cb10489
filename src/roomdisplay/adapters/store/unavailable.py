"""The store where none can be opened: the panel shows its room all the same, and promises nothing."""

from datetime import datetime

from roomdisplay.core.outbox import Entry
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.wox import ProblemReport
from roomdisplay.core.wox_side import KeptWox
from roomdisplay.ports import StoreBroken, Stored


class UnavailableStore:
    """`reason` is the sentence that says what to do; every write raises StoreBroken with it."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def load(self, room_address: str) -> Stored:
        del room_address
        return Stored(notes=(self._reason,))

    def save_schedule(self, room_address: str, schedule: Schedule, read_at: datetime) -> None:
        raise StoreBroken(self._reason)

    def save_entry(self, room_address: str, entry: Entry) -> None:
        raise StoreBroken(self._reason)

    def forget_entry(self, room_address: str, id: str) -> None:
        """There is nothing to forget."""

    def save_report(self, room_address: str, report: ProblemReport) -> None:
        raise StoreBroken(self._reason)

    def forget_report(self, room_address: str, id: str) -> None:
        """There is nothing to forget."""

    def save_wox(self, room_address: str, kept: KeptWox) -> None:
        raise StoreBroken(self._reason)

    def close(self) -> None:
        """There is nothing to close."""
