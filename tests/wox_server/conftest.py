"""Every test that asks for `database` runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.releases import Shelf
from tests.wox_server.postgres import Postgres
from tests.wox_server.running import Running, running

TEMPLATE = "migrated"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server; its database TEMPLATE is migrated and empty."""
    with Postgres() as server:
        database = Database(server.create(TEMPLATE))
        database.migrate()
        database.close()
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Of a migrated, empty database."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'wox.sqlite'}")
        database.migrate()
        database.close()
        yield f"sqlite:///{tmp_path / 'wox.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = f"t{uuid4().hex}"
    url = server.create(name, TEMPLATE)
    yield url
    server.drop(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def server(database: Database, tmp_path: Path) -> Iterator[Running]:
    with running(database, shelf=Shelf(folder=tmp_path / "releases", key=tmp_path / "update-key.pem")) as server:
        yield server
