"""The fleet's figures, in small: the machinery of `script/bench fleet` runs, and nothing is lost."""

import asyncio

from tests.bench import fleet


def test_a_small_fleet_learns_of_everything_and_survives_a_restart() -> None:
    with fleet.databases("sqlite") as database:
        told = asyncio.run(fleet.steady(database(), 50, 3, 1, changes=5))
        assert told.changes_timed >= 5
        assert told.p99_ms <= 500
        assert told.kb_per_panel <= 200
        again = asyncio.run(fleet.restart(database(), 20, patience=0.1))
        assert (again.changes_meanwhile, again.lost) == (20, 0)
