"""How a release gets to the panels: canaries first, then the rest, and no further after the first failure.

Nothing runs on a timetable: each heartbeat moves the rollout on, and its answer offers the panel what it is to have.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, Row, func, insert, select, update

from roomdisplay.core.wox import Heartbeat, Offer, UpdateStage
from roomdisplay.update.releases import precedes
from roomdisplay.wox_server import releases
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.panels import Panel
from roomdisplay.wox_server.schema import offer as offers
from roomdisplay.wox_server.schema import panel as panels
from roomdisplay.wox_server.schema import rollout as table

AT_ONCE = 10
"""Panels that fetch or install at the same time."""
SILENCE = timedelta(minutes=20)
"""A panel that began to install and then says nothing for so long has failed."""
_SILENT = "Nothing was heard of it since it began to install."


class Stage(StrEnum):
    """How far a panel is, as its heartbeats tell it."""

    OFFERED = "offered"
    DOWNLOADING = "downloading"
    INSTALLING = "installing"
    INSTALLED = "installed"
    """It runs the release, and has not got its link to Office 365 back yet."""
    WELL = "well"
    FAILED = "failed"
    ROLLED_BACK = "rolledBack"


UNDER_WAY = frozenset({Stage.OFFERED, Stage.DOWNLOADING, Stage.INSTALLING, Stage.INSTALLED})
AMISS = frozenset({Stage.FAILED, Stage.ROLLED_BACK})


class Rollout(Struct, frozen=True, kw_only=True):
    id: int
    version: str
    settling: timedelta
    """How long all canaries have to be well before the rest follows."""
    made_at: datetime
    widened_at: datetime | None
    """None: canaries only."""
    stopped_at: datetime | None
    reason: str
    """Why it stopped."""


class Standing(Struct, frozen=True, kw_only=True):
    """Of one panel in one rollout."""

    id: str
    """The offer's."""
    panel_id: int
    is_canary: bool
    stage: Stage
    reason: str
    """Why it went amiss."""
    was_well: bool
    """Had it its link when it was offered the release?"""
    changed_at: datetime
    well_since: datetime | None


# ── what people decide ────────────────────────────────────────────────────────────────────────────────────────────────


def begin(writing: Writing, version: str, canaries: Collection[int], settling: timedelta, now: datetime) -> int:
    """From now on this is the rollout that counts; its id. Raises NotThere where no bundle of that version is here."""
    if not any(one.version == version for one in releases.known(writing.connection)):
        raise releases.NotThere(version)
    values = {"version": version, "settling": int(settling.total_seconds()), "made_at": now}
    id = writing.connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one()
    for panel_id in sorted(set(canaries)):
        _offer(writing, id, panel_id, is_canary=True, was_well=True, now=now)
    return id


def widen(writing: Writing, now: datetime) -> None:
    """Every panel may have it now."""
    _change(writing, {"widened_at": now}, table.c.widened_at.is_(None))


def stop(writing: Writing, now: datetime, reason: str = "") -> None:
    """No panel is offered it any more; those that install it already go on."""
    _change(writing, {"stopped_at": now, "reason": reason}, table.c.stopped_at.is_(None))


def resume(writing: Writing, now: datetime) -> None:
    """Goes on after a stop; panels that failed are offered it anew."""
    _change(writing, {"stopped_at": None, "reason": ""}, table.c.stopped_at.is_not(None))
    rollout = latest(writing.connection)
    for standing in () if rollout is None else standings(writing.connection, rollout):
        if standing.stage in AMISS:
            again = {"id": str(uuid4()), "stage": Stage.OFFERED.value, "reason": "", "changed_at": now}
            writing.connection.execute(update(offers).where(offers.c.id == standing.id).values(again))


# ── what is known ─────────────────────────────────────────────────────────────────────────────────────────────────────


def latest(connection: Connection, *, held: bool = False) -> Rollout | None:
    """`held`: nobody else changes it until the end of the transaction."""
    wanted = select(table).order_by(table.c.id.desc()).limit(1)
    row = connection.execute(wanted.with_for_update() if held else wanted).one_or_none()
    return None if row is None else _rollout(row)


def standings(connection: Connection, rollout: Rollout) -> list[Standing]:
    """Canaries first."""
    wanted = select(offers).where(offers.c.rollout_id == rollout.id)
    found = connection.execute(wanted.order_by(offers.c.is_canary.desc(), offers.c.changed_at))
    return [_standing(row) for row in found]


# ── what heartbeats do ────────────────────────────────────────────────────────────────────────────────────────────────


def heard(writing: Writing, panel: Panel, heartbeat: Heartbeat, now: datetime) -> Offer | None:
    """Takes a heartbeat in; the release that its panel is to have now, None: none."""
    if latest(writing.connection) is None:
        return None
    rollout = latest(writing.connection, held=True)
    assert rollout is not None
    known = {one.panel_id: one for one in standings(writing.connection, rollout)}
    if (before := known.get(panel.id)) is not None:
        after = told(before, heartbeat, rollout.version, now)
        if after != before:
            known[panel.id] = after
            _keep(writing, after)
    rollout = _moved_on(writing, rollout, known, now)
    return _offered(writing, rollout, known, panel, heartbeat, now)


def told(before: Standing, heartbeat: Heartbeat, version: str, now: datetime) -> Standing:
    """The standing of a panel that says this of itself."""
    update = heartbeat.update
    own = update if update is not None and update.offer == before.id else None
    stage = before.stage
    if own is not None and own.stage is UpdateStage.FAILED:
        stage = Stage.FAILED
    elif own is not None and own.stage is UpdateStage.ROLLED_BACK:
        stage = Stage.ROLLED_BACK
    elif heartbeat.version == version and (own is None or own.stage is UpdateStage.INSTALLED):
        stage = Stage.WELL if heartbeat.link == "well" or not before.was_well else Stage.INSTALLED
    elif own is not None and own.stage in (UpdateStage.DOWNLOADING, UpdateStage.INSTALLING):
        stage = Stage(own.stage.value)
    if stage is before.stage:
        return before
    well_since = now if stage is Stage.WELL else None
    reason = own.reason if own is not None and stage in AMISS else ""
    return replace(before, stage=stage, reason=reason, changed_at=now, well_since=well_since)


def _moved_on(writing: Writing, rollout: Rollout, known: Mapping[int, Standing], now: datetime) -> Rollout:
    """Stops it at the first failure, and widens it once the canaries have been well for long enough."""
    if rollout.stopped_at is not None:
        return rollout
    seen = _seen(writing.connection, known)
    for standing in known.values():
        is_lost = standing.stage is Stage.INSTALLING and now - (seen.get(standing.panel_id) or now) > SILENCE
        if is_lost:
            lost = replace(standing, stage=Stage.FAILED, reason=_SILENT, changed_at=now, well_since=None)
            _keep(writing, lost)
        if is_lost or standing.stage in AMISS:
            reason = f"{serials(writing.connection, [standing.panel_id])[standing.panel_id]}: "
            reason += _SILENT if is_lost else standing.reason
            stop(writing, now, reason)
            return replace(rollout, stopped_at=now, reason=reason)
    canaries = [one for one in known.values() if one.is_canary]
    if rollout.widened_at is None and canaries and all(_is_proven(one, seen, rollout) for one in canaries):
        widen(writing, now)
        return replace(rollout, widened_at=now)
    return rollout


def _is_proven(canary: Standing, seen: Mapping[int, datetime | None], rollout: Rollout) -> bool:
    """It has said for long enough that it is well, and not just fallen silent."""
    last = seen.get(canary.panel_id)
    return canary.well_since is not None and last is not None and last - canary.well_since >= rollout.settling


def _offered(
    writing: Writing,
    rollout: Rollout,
    known: Mapping[int, Standing],
    panel: Panel,
    heartbeat: Heartbeat,
    now: datetime,
) -> Offer | None:
    if rollout.stopped_at is not None or heartbeat.version == rollout.version:
        return None
    standing = known.get(panel.id)
    release = releases.of(writing.connection, rollout.version, heartbeat.architecture)
    if release is None or precedes(rollout.version, heartbeat.version):
        return None
    if standing is None:
        busy = sum(one.stage in UNDER_WAY for one in known.values())
        if rollout.widened_at is None or busy >= AT_ONCE:
            return None
        id = _offer(writing, rollout.id, panel.id, is_canary=False, was_well=heartbeat.link == "well", now=now)
    elif standing.stage in (*AMISS, Stage.WELL):
        return None
    else:
        id = standing.id
        if standing.stage is Stage.OFFERED:
            was_well = update(offers).where(offers.c.id == id).values(was_well=heartbeat.link == "well")
            writing.connection.execute(was_well)
    return Offer(id=id, version=release.version, size=release.size, digest=release.digest)


def serials(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    wanted = select(panels.c.id, panels.c.serial).where(panels.c.id.in_(sorted(ids)))
    return {row.id: row.serial for row in connection.execute(wanted)}


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _seen(connection: Connection, ids: Collection[int]) -> dict[int, datetime | None]:
    wanted = select(panels.c.id, panels.c.seen_at).where(panels.c.id.in_(sorted(ids)))
    return {row.id: row.seen_at for row in connection.execute(wanted)}


def _offer(writing: Writing, rollout: int, panel: int, *, is_canary: bool, was_well: bool, now: datetime) -> str:
    id = str(uuid4())
    row: dict[str, Any] = {"id": id, "rollout_id": rollout, "panel_id": panel, "is_canary": is_canary}
    row |= {"stage": Stage.OFFERED.value, "was_well": was_well, "changed_at": now}
    writing.connection.execute(insert(offers).values(row))
    return id


def _keep(writing: Writing, standing: Standing) -> None:
    values = {
        "stage": standing.stage.value,
        "reason": standing.reason,
        "changed_at": standing.changed_at,
        "well_since": standing.well_since,
    }
    writing.connection.execute(update(offers).where(offers.c.id == standing.id).values(values))


def _change(writing: Writing, values: Mapping[str, Any], *where: Any) -> None:
    newest = select(func.max(table.c.id)).scalar_subquery()
    writing.connection.execute(update(table).where(table.c.id == newest, *where).values(values))


def _rollout(row: Row[Any]) -> Rollout:
    return Rollout(
        id=row.id,
        version=row.version,
        settling=timedelta(seconds=row.settling),
        made_at=row.made_at,
        widened_at=row.widened_at,
        stopped_at=row.stopped_at,
        reason=row.reason,
    )


def _standing(row: Row[Any]) -> Standing:
    return Standing(
        id=row.id,
        panel_id=row.panel_id,
        is_canary=row.is_canary,
        stage=Stage(row.stage),
        reason=row.reason,
        was_well=row.was_well,
        changed_at=row.changed_at,
        well_since=row.well_since,
    )
