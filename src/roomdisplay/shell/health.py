"""How the panel is: one finding, told to `roomdisplay ctl health` and, as a heartbeat, to WOX."""

import platform
from datetime import datetime, timedelta
from typing import assert_never

from msgspec import Struct

from roomdisplay import __version__
from roomdisplay.core.failure import AccessLost, Bug, Failure, Rejected, Transient
from roomdisplay.core.interval import Instant
from roomdisplay.core.machine import State
from roomdisplay.core.wox import Heartbeat, Update

TICK_LATE = 60.0
"""Seconds without a tick of the engine after which the panel calls itself unwell."""


class WoxHealth(Struct, frozen=True, kw_only=True):
    """Of the link to the WOX server. `skipped`: what of its last settings, bookings and commands was not understood."""

    failure: Failure | None = None
    skipped: int = 0
    update: Update | None = None
    """The last release that the panel was offered, and how far it is with it."""


class Health(Struct, frozen=True, kw_only=True):
    at: datetime
    started_at: datetime
    room: str
    uptime: float
    late: float
    """Seconds since the engine's last tick."""
    age: float | None
    """Of the schedule, in seconds; None: never read."""
    skipped: int
    failure: Failure | None
    certificate_ends: datetime | None
    pending: int
    wox: WoxHealth | None
    """None: the panel has no WOX server."""
    faults: tuple[str, ...]
    """Sentences for whoever mends it."""

    @property
    def is_well(self) -> bool:
        return self.failure is None and self.late < TICK_LATE

    def as_json(self) -> dict[str, object]:
        """What `ctl health` prints, but for the process's id."""
        return {
            "ok": self.is_well,
            "version": __version__,
            "architecture": platform.machine(),
            "uptimeSeconds": round(self.uptime, 1),
            "room": self.room,
            "lastTickSeconds": round(self.late, 1),
            "scheduleAgeSeconds": None if self.age is None else round(self.age, 1),
            "skippedEvents": self.skipped,
            "link": _LINK[type(self.failure)],
            "certificateEnds": None if self.certificate_ends is None else self.certificate_ends.isoformat(),
            "pendingBookings": self.pending,
            "wox": None if self.wox is None else _wox_json(self.wox),
            "faults": list(self.faults),
        }

    def as_heartbeat(self) -> Heartbeat:
        return Heartbeat(
            at=self.at,
            version=__version__,
            started_at=self.started_at,
            link=word_of(self.failure),
            data_age=None if self.age is None else round(self.age, 1),
            certificate_ends=self.certificate_ends,
            pending=self.pending,
            faults=self.faults,
            architecture=platform.machine(),
            update=None if self.wox is None else self.wox.update,
        )


def _wox_json(wox: WoxHealth) -> dict[str, object]:
    told: dict[str, object] = {"link": _LINK[type(wox.failure)], "skipped": wox.skipped}
    if (update := wox.update) is not None:
        told["update"] = {"offer": update.offer, "stage": str(update.stage), "reason": update.reason}
    return told


_LINK = {
    type(None): "ok",
    Transient: "transient",
    Rejected: "rejected",
    AccessLost: "accessLost",
    Bug: "bug",
}


def word_of(failure: Failure | None) -> str:
    """ "well", or why not: which access where that is lost, else the kind of failure."""
    match failure:
        case None:
            return "well"
        case AccessLost(access=access):
            return str(access)
        case _:
            return _LINK[type(failure)]


def health(
    state: State,
    now: Instant,
    *,
    began: Instant,
    wox: WoxHealth | None = None,
    store_fault: str | None = None,
    unread: int = 0,
) -> Health:
    """How the panel that began then is at `now`. `store_fault`: a sentence, where the store takes nothing; `unread`:
    how many promises in it are of a release that understands more than this one."""
    uptime, late = now.mono - began.mono, now.mono - state.now.mono
    age = state.age
    failure = state.access_lost or state.failure
    skipped = state.schedule.skipped if state.schedule else 0
    faults = [
        *_link_faults(failure),
        *_panel_faults(state, late, skipped, _store_faults(state, store_fault, unread)),
        *_wox_faults(wox),
    ]
    return Health(
        at=now.wall,
        # counted back, because the clock may have been set since
        started_at=(now.wall - timedelta(seconds=uptime)).replace(microsecond=0),
        room=state.room.address,
        uptime=uptime,
        late=late,
        age=None if age is None else age.total_seconds(),
        skipped=skipped,
        failure=failure,
        certificate_ends=state.certificate_ends,
        pending=sum(not e.is_final for e in state.entries),
        wox=wox,
        faults=tuple(faults),
    )


def _link_faults(failure: Failure | None) -> list[str]:
    match failure:
        case None:
            return []
        case Transient(reason=reason):
            return [f"Office 365 does not answer ({reason}). The panel keeps trying."]
        case AccessLost(access=access, code=code):
            told = f"{access}, {code}" if code else str(access)
            return [f"The panel has no access to Office 365 ({told}). Its screen says what to mend."]
        case Rejected(reason=reason) | Bug(reason=reason):
            return [f"The room's calendar cannot be read ({reason}). The panel keeps trying."]
        case _:
            assert_never(failure)


def _store_faults(state: State, store_fault: str | None, unread: int) -> list[str]:
    faults: list[str] = []
    if store_fault is not None:
        faults.append(store_fault)
    elif state.unsaved:
        faults.append("The panel's storage takes nothing more. Free some space, or replace the disk.")
    if unread:
        faults.append(f"{unread} requests made at the panel wait, unsent, for a newer release. Install it again.")
    return faults


def _panel_faults(state: State, late: float, skipped: int, of_store: list[str]) -> list[str]:
    faults: list[str] = []
    if late >= TICK_LATE:
        faults.append(f"The panel has stood still for {late:.0f} s. Restart it.")
    faults += of_store
    if state.schedule is not None and state.age is None:
        faults.append("The kept schedule's time of reading lies ahead, so its age is not known. Check the clock.")
    if skipped:
        faults.append(f"{skipped} events of the room's calendar are malformed and were left out.")
    if (ends := state.certificate_ending) is not None:
        faults.append(f"The panel's certificate ends on {ends.date()}. Renew it under the same name.")
    return faults


def _wox_faults(wox: WoxHealth | None) -> list[str]:
    if wox is None or not wox.skipped:
        return []
    return [f"The panel does not understand {wox.skipped} things that WOX told it. Update the panel."]
