"""For facilities: every panel and how it is, one panel, and what is wrong in the rooms."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from msgspec import Struct, field
from sqlalchemy import Connection
from starlette.responses import Response

from roomdisplay.core.wox import ARCHIVE, PNG, CommandKind, ProblemKind
from roomdisplay.wox_server import keys, panels, problems, rollouts, rooms
from roomdisplay.wox_server.keys import PanelKey
from roomdisplay.wox_server.panels import Ordered, Panel
from roomdisplay.wox_server.people import Duty
from roomdisplay.wox_server.portal import setting_forms
from roomdisplay.wox_server.portal.examinations import examination
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.updates import STAGES
from roomdisplay.wox_server.portal.visit import NotFound, Page, Visit
from roomdisplay.wox_server.rollouts import Standing
from roomdisplay.wox_server.rooms import MeetingRoom
from roomdisplay.wox_server.schema import Complaint
from roomdisplay.wox_server.settings import Level, Scope

SILENT_AFTER = timedelta(minutes=10)
OLD_AFTER = timedelta(minutes=5)
ENDS_SOON = timedelta(days=30)


class Health(Struct, frozen=True, kw_only=True):
    """What a panel's last heartbeat says, read carefully: it comes from outside."""

    is_silent: bool
    version: str
    link: str
    """Of Office 365; empty: it did not say."""
    data_age: timedelta | None
    """By now; None: it has none."""
    certificate_ends: datetime | None
    pending: int
    faults: tuple[str, ...]
    warnings: tuple[str, ...] = field(default_factory=tuple)
    """Sentences of `texts`, worst first."""

    @property
    def is_well(self) -> bool:
        return not self.warnings and not self.faults


def health(panel: Panel, now: datetime) -> Health:
    told: Mapping[str, Any] = panel.heartbeat or {}
    is_silent = panel.seen_at is None or now - panel.seen_at > SILENT_AFTER
    age = _seconds(told.get("dataAgeSeconds"))
    data_age = None if age is None or panel.seen_at is None else age + (now - panel.seen_at)
    ends = _instant(told.get("certificateEnds"))
    link = "" if is_silent else str(told.get("link") or "")[:60]  # nobody knows how it is by now
    faults = told.get("faults")
    listed = [str(one)[:300] for one in cast("list[object]", faults)[:10]] if isinstance(faults, list) else []
    warnings: list[str] = []
    if is_silent:
        warnings.append(text("Not responding"))
    if link not in ("", "well"):
        warnings.append(text("No link to Office 365"))
    if not is_silent and data_age is not None and data_age > OLD_AFTER:
        warnings.append(text("Old data"))
    if ends is not None and ends - now < ENDS_SOON:
        warnings.append(text("Certificate ends soon"))
    pending = told.get("pending")
    return Health(
        is_silent=is_silent,
        version=str(told.get("version") or "")[:40],
        link=link,
        data_age=data_age,
        certificate_ends=ends,
        pending=pending if isinstance(pending, int) else 0,
        faults=tuple(listed),
        warnings=tuple(warnings),
    )


def _seconds(told: object) -> timedelta | None:
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 <= told < 1e8:
        return None
    return timedelta(seconds=told)


def _instant(told: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
    return at if at is None or at.tzinfo else at.replace(tzinfo=UTC)


COMPLAINTS = {
    Complaint.PERMISSION: text(
        "The server may not read the application’s keys. Grant it Application.Read.All in Entra, with admin consent; "
        "to add and remove keys it needs no permission."
    ),
    Complaint.PROOF: text(
        "Entra did not take the server’s own certificate as proof. Check that it is registered with the application "
        "and has not ended, and that the server’s clock is right."
    ),
    Complaint.APPLICATION: text("Entra does not let the server in. Check tenant, application and its certificate."),
    Complaint.FULL: text("The application holds as many certificates as Entra allows. Take old ones out of it."),
    Complaint.REFUSED: text("Entra refused this certificate. Unpair the panel, and pair it again."),
    Complaint.UNREACHABLE: text("Entra does not answer. The server goes on trying."),
}
BY_HAND = text(
    "The server proves itself by a client secret, so it cannot do this. With a certificate of its own and "
    "Application.Read.All it registers and removes panels’ certificates by itself."
)


def why(visit: Visit, key: PanelKey) -> str:
    """Why a key is not, or still, registered; empty: that is under way."""
    sentence = COMPLAINTS[key.complaint] if key.complaint else "" if visit.portal.registers_keys else BY_HAND
    return visit.say(sentence) if sentence else ""


class Seen(Struct, frozen=True, kw_only=True):
    """A room and its panel; None: none is paired."""

    room: MeetingRoom
    panel: Panel | None
    health: Health | None
    update: Standing | None = None
    """In the rollout that is under way; None: it has nothing to do with it."""

    @property
    def is_well(self) -> bool:
        return self.health is not None and self.health.is_well


def seen(connection: Connection, visit: Visit) -> list[Seen]:
    """Of the locations whose day this person looks after."""
    here = [room for room in rooms.rooms(connection) if visit.may(Duty.OPERATE, room.location.id)]
    paired: dict[int, list[Panel]] = {room.id: [] for room in here}
    for panel in panels.paired(connection, visit.now, list(paired)):
        paired[panel.room_id].append(panel)
    found: list[Seen] = []
    rollout = rollouts.latest(connection)
    standings = {one.panel_id: one for one in (rollouts.standings(connection, rollout) if rollout else ())}
    for room in here:
        found += [
            Seen(room=room, panel=one, health=health(one, visit.now), update=standings.get(one.id))
            for one in paired[room.id]
        ]
        if not paired[room.id]:
            found.append(Seen(room=room, panel=None, health=None))
    return found


def fleet(visit: Visit) -> Response:
    search, show, place = visit.asked("search"), visit.asked("show"), visit.asked("location")
    with visit.database.reading() as connection:
        found = seen(connection, visit)
        rollout = rollouts.latest(connection)
        left = [
            (key, why(visit, key))
            for key in keys.left_over(connection, visit.now)
            if visit.may(
                Duty.OPERATE, rooms.room(connection, panels.find(connection, key.panel_id).room_id).location.id
            )
        ]
    everything = [one for one in found if one.panel]
    counts = {
        "well": sum(one.is_well for one in everything),
        "trouble": sum(not one.is_well for one in everything),
        "silent": sum(one.health is not None and one.health.is_silent for one in everything),
    }
    locations = {one.room.location.id: one.room.location for one in found}
    if search:
        part = search.casefold()
        found = [one for one in found if part in _searched(one)]
    if place.isdigit():
        found = [one for one in found if one.room.location.id == int(place)]
    if show == "trouble":
        found = [one for one in found if one.panel and not one.is_well]
    elif show == "silent":
        found = [one for one in found if one.health and one.health.is_silent]
    found.sort(key=_calm)
    return visit.page(
        "fleet.html",
        found=found,
        left=[(key, reason) for key, reason in left if reason],
        counts=counts,
        locations=list(locations.values()),
        search=search,
        show=show,
        place=place,
        is_filtered=bool(search or show or place),
        stages=STAGES,
        version=rollout.version if rollout else "",
    )


def _calm(one: Seen) -> int:
    """The worst first."""
    if one.health is None:
        return 3
    return 0 if one.health.is_silent else 2 if one.is_well else 1


def _searched(one: Seen) -> str:
    words = [one.room.facts.name, one.room.location.name, one.room.floor.name]
    if one.panel is not None and one.health is not None:
        words += [one.panel.serial, one.health.version, one.health.link, *one.health.faults]
    return " ".join(words).casefold()


# ── one panel ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def panel(visit: Visit) -> Response:
    return _panel_page(visit)


def _panel_page(visit: Visit, status: int = 200, error: str | None = None) -> Response:
    with visit.database.reading() as connection:
        found = panels.find(connection, visit.id("panel_id"))
        room = rooms.room(connection, found.room_id)
        orders = panels.last_orders(connection, found.id)
        rows = setting_forms.rows(connection, visit, Scope(level=Level.PANEL, id=found.id), room, found.id)
        held = [(key, why(visit, key)) for key in keys.of(connection, found.id, visit.now)]
    picture = orders.get(CommandKind.SCREENSHOT)
    return visit.page(
        "panel.html",
        status,
        error=error,
        panel=found,
        health=health(found, visit.now),
        is_paired=found.is_paired(visit.now),
        room=room,
        zone=room.location.zone,
        picture=picture,
        restart=orders.get(CommandKind.RESTART),
        unpair=orders.get(CommandKind.UNPAIR),
        diagnostics=orders.get(CommandKind.DIAGNOSTICS),
        examination=examination(orders),
        rows=rows,
        held=held,
        action=f"/panel/{found.id}/settings",
        may_manage=visit.may(Duty.MANAGE, room.location.id),
    )


def _order(visit: Visit, kind: CommandKind) -> Response:
    with visit.database.writing() as writing:
        panels.order(writing, visit.id("panel_id"), kind, visit.now)
    return visit.go(f"/panel/{visit.id('panel_id')}")


def ask_for_screenshot(visit: Visit) -> Response:
    return _order(visit, CommandKind.SCREENSHOT)


def ask_for_diagnostics(visit: Visit) -> Response:
    return _order(visit, CommandKind.DIAGNOSTICS)


def restart(visit: Visit) -> Response:
    return _order(visit, CommandKind.RESTART)


def unpair(visit: Visit) -> Response:
    return _order(visit, CommandKind.UNPAIR)


def ask_the_doctor(visit: Visit) -> Response:
    return _order(visit, CommandKind.DOCTOR)


def revoke(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        panels.revoke(writing, visit.id("panel_id"), visit.now)
    return visit.go(f"/panel/{visit.id('panel_id')}")


def screenshot(visit: Visit) -> Response:
    return Response(_result(visit, CommandKind.SCREENSHOT), media_type=PNG)


def diagnostics(visit: Visit) -> Response:
    with visit.database.reading() as connection:
        serial = panels.find(connection, visit.id("panel_id")).serial
    name = re.sub(r"[^A-Za-z0-9-]", "-", serial)
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"'}
    return Response(_result(visit, CommandKind.DIAGNOSTICS), media_type=ARCHIVE, headers=headers)


def _result(visit: Visit, kind: CommandKind) -> bytes:
    """What the panel gave last. Raises NotFound."""
    with visit.database.reading() as connection:
        orders = panels.last_orders(connection, visit.id("panel_id"))
    given: Ordered | None = orders.get(kind)
    if given is None or not given.result:
        raise NotFound
    return given.result


def change_panel_settings(visit: Visit) -> Response:
    return setting_forms.change(
        visit, Scope(level=Level.PANEL, id=visit.id("panel_id")), f"/panel/{visit.id('panel_id')}", _panel_page
    )


# ── problems ──────────────────────────────────────────────────────────────────────────────────────────────────────────

KINDS = {
    ProblemKind.SCREEN: text("Screen"),
    ProblemKind.AUDIO: text("Sound"),
    ProblemKind.CLEANING: text("Cleaning"),
    ProblemKind.TEMPERATURE: text("Temperature"),
    ProblemKind.FURNITURE: text("Furniture"),
    ProblemKind.OTHER: text("Something else"),
}


def all_problems(visit: Visit) -> Response:
    with visit.database.reading() as connection:
        here = {room.id: room for room in rooms.rooms(connection) if visit.may(Duty.OPERATE, room.location.id)}
        found = problems.of_rooms(connection, list(here))
    return visit.page("problems.html", problems=found, rooms=here, kinds=KINDS)


def close_problem(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        problems.close(writing, visit.request.path_params["problem_id"], visit.now)
    return visit.go("/problems")


def reopen_problem(visit: Visit) -> Response:
    with visit.database.writing() as writing:
        problems.reopen(writing, visit.request.path_params["problem_id"])
    return visit.go("/problems")


PAGES = (
    Page(path="/fleet", handler=fleet, needs=Duty.OPERATE),
    Page(path="/panel/{panel_id:int}", handler=panel, needs=Duty.OPERATE),
    Page(path="/panel/{panel_id:int}/screenshot", handler=screenshot, needs=Duty.OPERATE),
    Page(path="/panel/{panel_id:int}/screenshot", handler=ask_for_screenshot, needs=Duty.OPERATE, method="POST"),
    Page(path="/panel/{panel_id:int}/diagnostics", handler=diagnostics, needs=Duty.MANAGE),
    Page(path="/panel/{panel_id:int}/diagnostics", handler=ask_for_diagnostics, needs=Duty.MANAGE, method="POST"),
    Page(path="/panel/{panel_id:int}/doctor", handler=ask_the_doctor, needs=Duty.OPERATE, method="POST"),
    Page(path="/panel/{panel_id:int}/restart", handler=restart, needs=Duty.OPERATE, method="POST"),
    Page(path="/panel/{panel_id:int}/unpair", handler=unpair, needs=Duty.MANAGE, method="POST"),
    Page(path="/panel/{panel_id:int}/revoke", handler=revoke, needs=Duty.MANAGE, method="POST"),
    Page(path="/panel/{panel_id:int}/settings", handler=change_panel_settings, needs=Duty.MANAGE, method="POST"),
    Page(path="/problems", handler=all_problems, needs=Duty.OPERATE),
    Page(path="/problem/{problem_id:str}/close", handler=close_problem, needs=Duty.OPERATE, method="POST"),
    Page(path="/problem/{problem_id:str}/reopen", handler=reopen_problem, needs=Duty.OPERATE, method="POST"),
)
