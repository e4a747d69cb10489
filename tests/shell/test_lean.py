"""What a panel loads, and when: the first frame without the network's code, and never what only the server needs."""

import json
import sys
import time

import pytest

from tests.processes import Kiosk, Tenant

AFTER_THE_FIRST_FRAME = {
    *("asyncio", "qasync", "ssl", "httpx", "httpcore", "anyio", "h11", "msal", "keyring", "cryptography", "segno"),
    *("roomdisplay.adapters.http", "roomdisplay.shell.serving", "roomdisplay.shell.link"),
}
NEVER = {
    *(
        "PySide6.QtWidgets",
        "PySide6.QtOpenGL",
        "PySide6.QtNetwork",
        "starlette",
        "uvicorn",
        "sqlalchemy",
        "alembic",
        "pydantic",
        "psycopg",
        "jinja2",
        "argon2",
    ),
    *(
        "prometheus_client",
        "python_multipart",
        "httptools",
        "uvloop",
        "requests",
        "urllib3",
        "rich",
    ),
    *(
        "dateutil",
        "tzlocal",
        "jwt",
        "html.entities",
        "http.server",
        "xml",
        "roomdisplay.wox_server",
        "roomdisplay.simulator",
    ),
    *("roomdisplay.doctor.examination", "roomdisplay.gallery", "tests", "pytest"),
}
TELLS = """
import json, sys, threading, time
from pathlib import Path
from roomdisplay import cli
from roomdisplay.ui.lean import load_pyside

load_pyside()
from roomdisplay.shell import app

told = Path(sys.argv.pop(1))
loaded = lambda: sorted(sys.modules)
paint = app.paint

def painted(*values):
    paint(*values)
    first = loaded()
    def tell():
        while not told.with_suffix(".now").exists():
            time.sleep(0.02)
        told.with_suffix(".part").write_text(json.dumps({"first": first, "live": loaded()}))
        told.with_suffix(".part").rename(told)
    threading.Thread(target=tell, daemon=True).start()

app.paint = painted
sys.exit(cli.main())
"""


class Telling(Kiosk):
    """Tells what it has loaded."""

    @property
    def program(self) -> list[str]:
        return [sys.executable, "-c", TELLS, str(self.folder / "loaded.json")]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """`first`: when the first frame was out; `live`: with Office 365's schedule on screen."""
    folder = tmp_path_factory.mktemp("lean")
    tenant = Tenant()
    try:
        kiosk = Telling(tenant.told, folder)
        try:
            kiosk.until(lambda state: state["freshness"]["kind"] == "live")
            (folder / "loaded.now").touch()
            deadline = time.monotonic() + 20
            while not (folder / "loaded.json").exists():
                assert time.monotonic() < deadline
                time.sleep(0.05)
        finally:
            kiosk.close()
    finally:
        tenant.close()
    return json.loads((folder / "loaded.json").read_text())


def within(modules: list[str], names: set[str]) -> list[str]:
    return [module for module in modules if any(module == name or module.startswith(name + ".") for name in names)]


def test_the_first_frame_needs_no_network(loaded: dict[str, list[str]]) -> None:
    assert within(loaded["first"], AFTER_THE_FIRST_FRAME | NEVER) == []


def test_a_panel_never_loads_what_only_the_server_needs(loaded: dict[str, list[str]]) -> None:
    assert within(loaded["live"], NEVER) == []


def test_a_panel_that_seals_and_proves_nothing_does_without_cryptography(loaded: dict[str, list[str]]) -> None:
    assert within(loaded["live"], {"cryptography", "keyring"}) == []


def test_the_rule_bites(loaded: dict[str, list[str]]) -> None:
    assert {"httpx", "msal", "asyncio", "qasync", "roomdisplay.shell.link"} <= set(loaded["live"])
    assert {"PySide6.QtQuick", "roomdisplay.core.machine"} <= set(loaded["first"])
    assert within(["jinja2.ext"], NEVER) == ["jinja2.ext"]
