"""For Space Administrators: the releases, and how one gets to the panels in rings."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from starlette.responses import Response

from roomdisplay.wox_server import panels, releases, rollouts, rooms
from roomdisplay.wox_server.people import Duty
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.visit import Page, Visit
from roomdisplay.wox_server.releases import Unusable
from roomdisplay.wox_server.rollouts import Stage

STAGES: Mapping[Stage, str] = {
    Stage.OFFERED: text("offered"),
    Stage.DOWNLOADING: text("downloading"),
    Stage.INSTALLING: text("installing"),
    Stage.INSTALLED: text("installed, no link to Office 365 yet"),
    Stage.WELL: text("healthy"),
    Stage.FAILED: text("not installed"),
    Stage.ROLLED_BACK: text("rolled back"),
}
SETTLING = (1, 10, 60, 240, 1440)
"""Minutes to choose from."""
SETTLED = 60
"""What is chosen where nobody chooses."""


def updates(visit: Visit) -> Response:
    return _page(visit)


def _page(visit: Visit, status: int = 200, error: str | None = None) -> Response:
    with visit.database.reading() as connection:
        known = releases.known(connection)
        rollout = rollouts.latest(connection)
        standings = [] if rollout is None else rollouts.standings(connection, rollout)
        paired = {panel.id: panel for panel in panels.paired(connection, visit.now)}
        places = rooms.rooms_of(connection, {panel.room_id for panel in paired.values()})
    versions = list(dict.fromkeys(release.version for release in known))
    return visit.page(
        "updates.html",
        status,
        error=error,
        releases=known,
        versions=versions,
        rollout=rollout,
        standings=standings,
        # offered to nobody yet, because those before are not through
        waiting=len(paired.keys() - {one.panel_id for one in standings}),
        panels=paired,
        places=places,
        stages=STAGES,
        settling=SETTLING,
        settled=SETTLED,
    )


def add_release(visit: Visit) -> Response:
    source = visit.large.get("bundle")
    if source is None:
        return _page(visit, 422, visit.say(text("Choose the bundle that script/package made.")))
    try:
        checked = visit.serving.shelf.take(source)
    except Unusable as unusable:
        return _page(visit, 422, str(unusable))
    with visit.database.writing() as writing:
        releases.add(writing, checked, visit.now)
    return visit.go("/updates")


def remove(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        gone = releases.remove(writing, visit.id("release_id"))
    file: Path = visit.serving.shelf.file(gone.digest)
    file.unlink(missing_ok=True)
    return visit.go("/updates")


def begin(visit: Visit) -> Response:
    canaries = [int(id) for id in visit.lists.get("canary", []) if id.isdigit()]
    minutes = visit.typed("settling")
    if not canaries:
        return _page(visit, 422, visit.say(text("Choose at least one panel that gets the release first.")))
    if not minutes.isdigit() or int(minutes) not in SETTLING:
        minutes = str(SETTLED)
    with visit.database.writing() as writing:
        paired = {panel.id for panel in panels.paired(writing.connection, visit.now)}
        first = [id for id in canaries if id in paired]
        rollouts.begin(writing, visit.typed("version"), first, timedelta(minutes=int(minutes)), visit.now)
    return visit.go("/updates")


def widen(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        rollouts.widen(writing, visit.now)
    return visit.go("/updates")


def stop(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        rollouts.stop(writing, visit.now)
    return visit.go("/updates")


def resume(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        rollouts.resume(writing, visit.now)
    return visit.go("/updates")


PAGES = (
    Page(path="/updates", handler=updates, needs=Duty.ADMINISTER),
    Page(path="/updates/releases", handler=add_release, needs=Duty.ADMINISTER, method="POST", is_large=True),
    Page(path="/updates/releases/{release_id:int}/remove", handler=remove, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/updates/begin", handler=begin, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/updates/widen", handler=widen, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/updates/stop", handler=stop, needs=Duty.ADMINISTER, method="POST"),
    Page(path="/updates/resume", handler=resume, needs=Duty.ADMINISTER, method="POST"),
)
