"""How often somebody may try, whichever process they come to."""

import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from roomdisplay.wox_server import limits, schema, server
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.limits import Allowance
from tests.wox_server.postgres import Postgres
from tests.wox_server.running import ServerProcess
from tests.wox_server.test_pairings import Door

BEGAN = datetime(2026, 11, 22, 9, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return BEGAN + timedelta(seconds=seconds)


def wait(database: Database, allowance: Allowance, key: str, seconds: float) -> float:
    with database.reading() as connection:
        return allowance.wait(connection, key, after(seconds))


def spend(database: Database, allowance: Allowance, key: str, seconds: float) -> float:
    with database.writing() as writing:
        return allowance.spend(writing, key, after(seconds))


def test_a_burst_then_one_at_a_time(database: Database) -> None:
    allowance = Allowance(name="knocks", burst=2, every=10)
    assert [spend(database, allowance, "door", 100) for _ in range(3)] == [0, 0, 10]
    assert wait(database, allowance, "door", 100) == 10
    assert wait(database, allowance, "door", 104) == 6
    assert wait(database, allowance, "door", 110) == 0
    assert wait(database, allowance, "another door", 100) == 0
    assert wait(database, Allowance(name="rings", burst=2, every=10), "door", 100) == 0


def test_a_try_that_was_refused_costs_nothing(database: Database) -> None:
    allowance = Allowance(name="knocks", burst=1, every=10)
    spend(database, allowance, "door", 0)
    for second in range(1, 10):
        assert spend(database, allowance, "door", second) == 10 - second
    assert spend(database, allowance, "door", 10) == 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.floats(min_value=0, max_value=30), max_size=25), key=st.uuids())
def test_nobody_gets_more_than_the_burst_and_what_time_brings(
    database: Database, gaps: list[float], key: object
) -> None:
    allowance, now, made = Allowance(name="knocks", burst=3, every=5), 0.0, 0
    for gap in gaps:
        now += gap
        told = wait(database, allowance, str(key), now)
        free = spend(database, allowance, str(key), now) == 0
        assert free == (told == 0)
        made += free
    assert made <= 3 + now / 5 + 1e-3


def test_many_at_once_get_no_more(database: Database) -> None:
    allowance, free = Allowance(name="knocks", burst=10, every=60), list[bool]()

    def knock() -> None:
        for _ in range(5):
            free.append(spend(database, allowance, "door", 0) == 0)

    threads = [threading.Thread(target=knock) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(free), sum(free)) == (20, 10)


def test_what_is_whole_again_is_forgotten_and_nobody_is_named(database: Database) -> None:
    allowance = Allowance(name="knocks", burst=2, every=10)
    spend(database, allowance, "mara@contoso.example", 0)
    spend(database, allowance, "door", 5)
    with database.reading() as connection:
        assert all("mara" not in key for key in connection.execute(select(schema.allowance.c.key)).scalars())
    with database.writing() as writing:
        assert limits.forget(writing, after(11)) == 1
    with database.reading() as connection:
        assert len(connection.execute(select(schema.allowance)).all()) == 1


@pytest.fixture
def two(postgres: Postgres) -> str:
    return postgres.create(f"limits{time.monotonic_ns()}", "migrated")


def test_two_processes_share_the_allowance_of_introductions(two: str) -> None:
    with ServerProcess(two) as one, ServerProcess(two) as other:
        began = time.monotonic()
        answers = [
            Door([one, other][nonce % 2].url, nonce=nonce, serial=f"RD-{nonce}").introduce().status_code
            for nonce in range(1, server.INTRODUCTIONS + 30)
        ]
        allowed = server.INTRODUCTIONS + (time.monotonic() - began) / server.INTRODUCTION_EVERY + 1
        assert set(answers) == {201, 429}
        assert server.INTRODUCTIONS <= answers.count(201) <= allowed


def test_two_processes_share_the_tries_of_a_password(two: str) -> None:
    with ServerProcess(two) as one, ServerProcess(two) as other:
        statuses: list[int] = []
        for attempt in range(12):
            with closing(httpx.Client(base_url=[one, other][attempt % 2].url, timeout=20)) as browser:
                form = browser.get("/sign-in").text
                csrf = form.partition('name="csrf" value="')[2].partition('"')[0]
                told = {"csrf": csrf, "email": "mara@contoso.example", "password": "a guess"}
                statuses.append(browser.post("/sign-in", data=told).status_code)
        assert statuses == [401] * 8 + [429] * 4
