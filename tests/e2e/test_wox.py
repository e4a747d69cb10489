"""The kiosk and the WOX server, both as they run: settings and emergencies within seconds, commands, heartbeats."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from roomdisplay.core.wox import CommandKind, ProblemKind
from roomdisplay.shell.serving import RESTART
from roomdisplay.wox_server import panels, problems, rooms, settings
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.settings import Level, Scope
from tests.processes import Kiosk
from tests.wox_server.running import Running, running


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    kiosk: Kiosk
    server: Running
    panel: int

    def set(self, **values: object) -> None:
        named = {name.replace("__", "."): value for name, value in values.items()}
        with self.server.database.writing() as writing:
            settings.change(writing, Scope(level=Level.ROOM, id=self.server.building.aurora), named)

    def warn(self, text: str | None) -> None:
        with self.server.database.writing() as writing:
            rooms.warn(writing, self.server.building.berlin, text)

    def order(self, kind: CommandKind) -> Callable[[], panels.Ordered]:
        """Asks it of the panel; gives a look at what came of it."""
        with self.server.database.writing() as writing:
            id = panels.order(writing, self.panel, kind, self.server.serving.now())

        def look() -> panels.Ordered:
            with self.server.database.reading() as connection:
                return panels.ordered(connection, id)

        return look

    def heartbeat(self) -> Any:
        with self.server.database.reading() as connection:
            return panels.find(connection, self.panel).heartbeat


def within(seconds: float, wanted: Callable[[], bool]) -> float:
    """Waits for it; how long that took."""
    began = time.monotonic()
    while not wanted():
        assert time.monotonic() - began < seconds, "it never came"
        time.sleep(0.02)
    return time.monotonic() - began


@pytest.fixture
def paired(start: Callable[..., Kiosk], tmp_path: Path) -> Iterator[Paired]:
    database = Database(f"sqlite:///{tmp_path / 'wox.sqlite'}")
    database.migrate()
    with running(database) as server:
        panel, token = server.add_panel(server.building.aurora)
        credentials = tmp_path / "credentials"
        credentials.mkdir(exist_ok=True)
        (credentials / "wox-token").write_text(token)
        (credentials / "wox-token").chmod(0o600)
        kiosk = start(extra=f"wox: {{server: '{server.url}', token: wox-token}}\n")
        kiosk.until(lambda state: state["freshness"]["kind"] == "live" and state["roomPage"] is not None)
        yield Paired(kiosk=kiosk, server=server, panel=panel)
        kiosk.close()
    database.close()


def test_an_emergency_is_on_the_glass_within_two_seconds_and_gone_when_lifted(paired: Paired) -> None:
    paired.kiosk.until(lambda state: state["emergency"] is None)
    paired.warn("Fire. Leave by the stairs.")
    within(2, lambda: paired.kiosk.ctl("state")["emergency"] == "Fire. Leave by the stairs.")
    state = paired.kiosk.ctl("state")
    assert (state["offers"]["book"], state["taps"]) == ([], [])
    paired.warn(None)
    within(2, lambda: paired.kiosk.ctl("state")["emergency"] is None)
    assert paired.kiosk.ctl("state")["taps"] != []


def test_settings_reach_the_glass_and_change_its_language(paired: Paired) -> None:
    paired.set(room__out_of_service="The projector is being mended.", display__locale="de_DE")
    within(2, lambda: paired.kiosk.ctl("state")["state"] == "outOfService")
    within(2, lambda: "Morgen" in paired.kiosk.ctl("state")["taps"])
    paired.set(room__out_of_service="")
    within(2, lambda: paired.kiosk.ctl("state")["state"] != "outOfService")


def test_facilities_see_the_screen_and_how_the_panel_is(paired: Paired) -> None:
    look = paired.order(CommandKind.SCREENSHOT)
    within(5, lambda: look().answered_at is not None)
    picture = look().result
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    within(5, lambda: paired.heartbeat() is not None)
    health, beat = paired.kiosk.ctl("health"), paired.heartbeat()
    assert health["wox"] == {"link": "ok", "skipped": 0}
    assert (beat["version"], beat["pending"]) == (health["version"], health["pendingBookings"])


def test_a_problem_reported_at_the_glass_reaches_facilities(paired: Paired) -> None:
    paired.kiosk.ctl("tap", "Report a problem")
    paired.kiosk.until(lambda state: state["sheet"] is not None)
    paired.kiosk.ctl("tap", "Sound")
    paired.kiosk.ctl("tap", "Report it")
    paired.kiosk.until(lambda state: state["sheet"] is not None and state["sheet"]["title"] == "Reported")
    with paired.server.database.reading() as connection:
        [problem] = problems.of_rooms(connection, [paired.server.building.aurora])
    assert (problem.report.kind, problem.closed_at) == (ProblemKind.AUDIO, None)


def test_a_restart_is_answered_and_then_done_once(paired: Paired, start: Callable[..., Kiosk]) -> None:
    look = paired.order(CommandKind.RESTART)
    within(5, lambda: look().answered_at is not None)
    assert paired.kiosk.wait(10) == RESTART
    again = start(extra=f"wox: {{server: '{paired.server.url}', token: wox-token}}\n")
    again.until(lambda state: state["freshness"]["kind"] == "live")
    time.sleep(1)
    assert again.ctl("health")["wox"]["link"] == "ok"


def test_an_unpaired_panel_goes_on_with_office_365(paired: Paired) -> None:
    look = paired.order(CommandKind.UNPAIR)
    within(5, lambda: look().answered_at is not None)
    paired.kiosk.until_logged("The panel was unpaired on WOX")
    paired.kiosk.ctl("tap", "15 min")
    paired.kiosk.ctl("tap", "Book ")
    paired.kiosk.until(lambda state: any(entry["stage"] == "confirmed" for entry in state["outbox"]))
