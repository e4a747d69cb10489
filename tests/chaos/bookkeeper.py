"""Whether every promise was kept, from four kinds of evidence and nothing of the product's own reckoning.

The screen (`ctl state`), the outbox rows on the disk after each death, the true calendar, and the simulator's ledger.
Its verdicts are defined in DEFINITIONS.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from tests.chaos.door import Row

Json = dict[str, Any]

DEFINITIONS = """\
A booking is promised once the screen shows it as accepted, or it lies in the outbox on the disk.

lost           promised, and in the end neither in the room's calendar nor told to be refused or expired; or confirmed
               once and then gone (or shorter, or never ended, never cancelled as confirmed) without anybody's doing
duplicated     two events of one booking in the calendar at the same time
double_booked  a settled booking that overlaps a busy meeting which was there first
unexplained    anything else that does not add up: a traceback, an error in a log that no injected fault of its kind
               explains, a process that ended by itself, a refused or expired booking that stands in the calendar, a
               refusal without its cause, an event nobody asked for, a retry with another body, a request Office 365
               rejects by itself, an outcome that changes afterwards or is forgotten before anybody could read it
destroyed      promises whose only record was made unreadable by an injected corruption of the disk (in none of the
               other figures unless they came to an outcome nevertheless)"""

KEPT_AFTER_END = timedelta(minutes=5)
"""A panel that starts later than this after the end of a booking need not tell its outcome any more: nobody waits."""
CAUSES = {
    "notAllowed": {403, 404},
    "full": {507},
    "invalid": {400, 401, 404, 405, 409, 410, 412, 501},
    "changed": {409, 412},
}
"""Which answers to a write explain a refusal of this reason."""
SHOWN_TO = timedelta(seconds=1)
"""How exactly a screen tells times."""
FINAL = {"confirmed", "refused", "expired"}


class Verdict(StrEnum):
    LOST = "lost"
    DUPLICATED = "duplicated"
    DOUBLE_BOOKED = "double_booked"
    UNEXPLAINED = "unexplained"


@dataclass(slots=True, kw_only=True)
class Promise:
    """One entry of an outbox, as far as anybody could see."""

    id: str
    booking_id: str
    room: str
    operation: str
    start: datetime
    end: datetime
    stage: str = "accepted"
    reason: str | None = None
    is_promised: bool = False
    told: str = ""
    """The final stage last seen on a screen."""
    is_excused: bool = False
    """Nobody needed to be told any more."""
    is_destroyed: bool = False
    history: list[str] = field(default_factory=list[str])

    @property
    def is_final(self) -> bool:
        return self.stage in FINAL

    @property
    def counts(self) -> bool:
        return self.is_promised and not (self.is_destroyed and not self.is_final)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of the room's calendar."""

    id: str
    uid: str
    booking_id: str | None
    start: datetime
    end: datetime
    created: datetime
    is_busy: bool
    is_deleted: bool
    is_cancelled: bool

    @property
    def stands(self) -> bool:
        return not (self.is_deleted or self.is_cancelled)

    @property
    def occupies(self) -> bool:
        return self.stands and self.is_busy

    def overlaps(self, start: datetime, end: datetime) -> bool:
        return self.start < end and start < self.end


class Bookkeeper:
    """Of one tenant and its doors."""

    def __init__(self) -> None:
        self.promises: dict[str, Promise] = {}
        self.troubles: dict[tuple[Verdict, str], str] = {}
        self.worst_minute = 0
        self._calendars: dict[str, list[Item]] = {}
        self._statuses: dict[str, set[int]] = {}
        self._bodies: dict[str, Any] = {}
        self._latest_clock: dict[str, datetime] = {}
        self._outlook_touched: set[str] = set()

    def blame(self, verdict: Verdict, about: str, sentence: str) -> None:
        """Each thing is counted once."""
        self.troubles.setdefault((verdict, about), sentence)

    def bookings(self) -> list[Promise]:
        return [p for p in self.promises.values() if p.operation == "book" and p.is_promised]

    # ── evidence ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def saw_screen(self, room: str, life: str, state: Json) -> None:
        """What `ctl state` said."""
        now = _instant(state["now"])
        self.saw_clock(room, now)
        shown: set[str] = set()
        for entry in state["outbox"]:
            shown.add(entry["id"])
            promise = self._promise(
                room, entry["id"], entry["bookingId"], entry["operation"], entry["start"], entry["end"]
            )
            stage, reason = entry["stage"], entry["reason"]
            if stage != "accepted" and reason != "notSaved":
                promise.is_promised = True
            self._moved(promise, stage, reason, f"{life} screen")
            if stage in FINAL:
                promise.told = stage
        for promise in self.promises.values():
            if promise.room != room or promise.id in shown or promise.told or promise.is_excused:
                continue
            if promise.stage in ("refused", "expired") and promise.is_promised:
                if now >= promise.end + KEPT_AFTER_END:
                    promise.is_excused = True
                elif not promise.is_destroyed and promise.reason != "cancelled":
                    self.blame(Verdict.UNEXPLAINED, f"untold {promise.id}", f"nobody was told: {promise}")

    def saw_clock(self, room: str, now: datetime) -> None:
        self._latest_clock[room] = max(now, self._latest_clock.get(room, now))

    def saw_disk(self, room: str, life: str, rows: Sequence[Row]) -> None:
        """What lay in the outbox while no kiosk ran."""
        for row in rows:
            body = json.loads(row.body)
            start, end = body["operation"]["interval"]
            promise = self._promise(room, row.id, body["booking_id"], body["operation"]["kind"], start, end)
            if body["reason"] != "notSaved":
                promise.is_promised = True
            self._moved(promise, body["stage"], body["reason"], f"{life} disk")

    def saw_destruction(self, before: Sequence[Row], after: Sequence[Row], life: str) -> None:
        """What a corruption left of the rows."""
        left = {row.id: row.body for row in after}
        for row in before:
            if left.get(row.id) != row.body:
                self.promises[row.id].is_destroyed = True
                self.promises[row.id].history.append(f"{life} destroyed")

    def saw_calendar(self, room: str, events: Iterable[Json]) -> None:
        """The truth, while no kiosk runs and no request is under way."""
        items = self._calendars[room] = [_item(event) for event in events]
        mine = [item for item in items if item.stands and item.booking_id is not None]
        for booking_id, number in Counter(item.booking_id for item in mine).items():
            if number > 1:
                self.blame(Verdict.DUPLICATED, f"{booking_id}", f"{number} events stand in {room}")
        for item in mine:
            entries = [p for p in self.promises.values() if p.booking_id == item.booking_id]
            if entries and all(p.is_final or not p.is_promised for p in entries) and not _destroyed(entries):
                self._check_overlaps(item, entries, items)

    def saw_outlook_touch(self, uid: str) -> None:
        """A person cancelled or moved this in Outlook."""
        self._outlook_touched.add(uid)

    def saw_requests(self, entries: Sequence[Json], may_reject: Callable[[Json], bool]) -> None:
        """A stretch of the ledger; `may_reject` those that Office 365 may have refused without an injected fault."""
        for entry in entries:
            if not entry["path"].startswith("/v1.0/"):
                continue
            method, status = entry["method"], entry["status"]
            if method != "GET":
                self._statuses.setdefault(entry["room"], set()).add(status)
            if entry["fault"] is None and status >= 400 and not may_reject(entry):
                about = f"{method} {status} {entry['path'][:60]}"
                self.blame(Verdict.UNEXPLAINED, about, f"Office 365 rejects a request by itself: {entry}")
            if method == "POST":
                self._saw_create(entry["body"])

    def _saw_create(self, body: Json) -> None:
        first = self._bodies.setdefault(body["transactionId"], body)
        if first != body:
            about = f"body {body['transactionId']}"
            self.blame(Verdict.UNEXPLAINED, about, f"a retry differs: {first} and {body}")

    def saw_traffic(self, sent: Sequence[tuple[float, float, bool]]) -> None:
        """One life's Graph requests: when each began and ended, and whether it failed."""
        for _, failed_at, failed in sent:
            if failed:
                within = sum(failed_at < began <= failed_at + 60 for began, _, _ in sent)
                self.worst_minute = max(self.worst_minute, within)

    def _promise(self, room: str, id: str, booking_id: str, operation: str, start: str, end: str) -> Promise:
        known = self.promises.get(id)
        if known is None:
            known = self.promises[id] = Promise(
                id=id, booking_id=booking_id, room=room, operation=operation, start=_instant(start), end=_instant(end)
            )
        return known

    def _moved(self, promise: Promise, stage: str, reason: str | None, where: str) -> None:
        if (stage, reason) == (promise.stage, promise.reason):
            return
        if promise.told and stage in FINAL and stage != promise.told and reason != "cancelled":
            about = f"flip {promise.id}"
            self.blame(Verdict.UNEXPLAINED, about, f"told {promise.told}, then {stage} ({where}): {promise}")
        promise.stage, promise.reason = stage, reason
        promise.history.append(f"{where}: {stage}{f' ({reason})' if reason else ''}")

    # ── judgement ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def judge(self) -> None:
        """After quiet: every calendar was seen, every outbox is drained."""
        for room, items in self._calendars.items():
            known = {p.booking_id for p in self.promises.values()}
            for item in items:
                if item.booking_id is not None and item.booking_id not in known:
                    self.blame(Verdict.UNEXPLAINED, f"stranger {item.booking_id}", f"nobody asked for this: {item}")
            by_booking: dict[str, list[Promise]] = {}
            for promise in self.promises.values():
                if promise.room == room and promise.is_promised:
                    by_booking.setdefault(promise.booking_id, []).append(promise)
            for booking_id, entries in by_booking.items():
                mine = [item for item in items if item.booking_id == booking_id]
                self._judge_booking(entries, mine, items)

    def _judge_booking(self, entries: Sequence[Promise], mine: Sequence[Item], items: Sequence[Item]) -> None:
        for promise in entries:
            if not promise.is_final and not promise.is_destroyed:
                self.blame(Verdict.LOST, promise.id, f"never came to an outcome: {promise}")
            if promise.stage in ("refused", "expired"):
                self._check_cause(promise, entries, mine, items)
        if _destroyed(entries) or not all(p.is_final for p in entries):
            return
        book = next((p for p in entries if p.operation == "book"), None)
        standing = next((item for item in mine if item.stands), None)
        is_touched = any(item.uid in self._outlook_touched for item in mine)
        cancelled = any(p.operation == "cancel" and p.stage == "confirmed" for p in entries)
        if book is not None and book.stage != "confirmed":
            if standing is not None:
                self.blame(Verdict.UNEXPLAINED, f"ghost {book.id}", f"stands in the calendar: {book} {standing}")
            return
        if standing is None:
            if not mine:
                self.blame(Verdict.LOST, entries[0].id, f"confirmed, but never in the calendar: {entries}")
            elif not (cancelled or is_touched):
                self.blame(Verdict.LOST, entries[0].id, f"confirmed, then gone: {entries} {mine}")
        elif cancelled:
            self.blame(Verdict.UNEXPLAINED, f"risen {entries[0].id}", f"cancelled, but stands: {entries} {mine}")
        elif book is not None and not is_touched:
            self._check_end(book, entries, standing)

    def _check_end(self, book: Promise, entries: Sequence[Promise], standing: Item) -> None:
        end = book.end
        for promise in entries:
            if promise.stage == "confirmed":
                if promise.operation == "extend":
                    end = max(end, promise.end)
                elif promise.operation == "end":
                    end = min(end, promise.end)
        if abs(standing.end - end) >= SHOWN_TO:
            verdict = Verdict.LOST if standing.end < end else Verdict.UNEXPLAINED
            self.blame(verdict, f"end {book.id}", f"ends at {standing.end}, not at {end}: {entries}")

    def _check_cause(
        self, promise: Promise, entries: Sequence[Promise], mine: Sequence[Item], items: Sequence[Item]
    ) -> None:
        match promise.stage, promise.reason:
            case "expired", _:
                explained = self._latest_clock[promise.room] >= promise.end
            case _, "taken":
                others = [i for i in items if i.is_busy or i.is_cancelled]
                explained = any(
                    i.booking_id != promise.booking_id and i.overlaps(promise.start, promise.end) for i in others
                )
            case _, "gone":
                explained = all(not i.stands for i in mine) or 404 in self._statuses.get(promise.room, set())
            case _, "cancelled":
                # whoever made it knows, for they have cancelled it: nobody else is told of it
                explained = promise.operation == "book" and any(p.operation == "cancel" for p in entries)
            case _, "notSaved":
                explained = True
            case _, reason:
                explained = bool(CAUSES.get(reason or "", set()) & self._statuses.get(promise.room, set()))
        if not explained:
            self.blame(Verdict.UNEXPLAINED, f"cause {promise.id}", f"nothing explains this: {promise}")

    def _check_overlaps(self, item: Item, entries: Sequence[Promise], items: Sequence[Item]) -> None:
        if not any(p.operation == "book" and p.stage == "confirmed" for p in entries):
            return
        for other in items:
            if item.booking_id == other.booking_id or not other.occupies or not other.overlaps(item.start, item.end):
                continue
            was_there_first = (other.created, other.id) < (item.created, item.id)
            is_extended = any(p.operation == "extend" for p in entries)
            about = " ".join(sorted((item.id, other.id)))
            if was_there_first or (is_extended and other.booking_id is None):
                self.blame(Verdict.DOUBLE_BOOKED, about, f"{item} overlaps {other}: {entries}")
            elif other.booking_id is None and other.created.replace(microsecond=0) != item.created.replace(
                microsecond=0
            ):
                self.blame(Verdict.UNEXPLAINED, about, f"{other} was let in over {item}")


def _destroyed(entries: Iterable[Promise]) -> bool:
    return any(p.is_destroyed for p in entries)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _item(event: Json) -> Item:
    return Item(
        id=event["id"],
        uid=event["iCalUId"],
        booking_id=event["transactionId"],
        start=_wall(event["start"]),
        end=_wall(event["end"]),
        created=_instant(event["createdDateTime"]),
        is_busy=event["showAs"] not in ("free", "workingElsewhere"),
        is_deleted=event["deleted"],
        is_cancelled=event["isCancelled"],
    )


def _wall(moment: Json) -> datetime:
    assert moment["timeZone"] == "UTC", moment
    return datetime.fromisoformat(moment["dateTime"]).replace(tzinfo=UTC)
