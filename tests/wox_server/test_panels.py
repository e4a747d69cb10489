"""Panels: a token shown once, heartbeats in any order, commands that are done once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from roomdisplay.core.wox import CommandKind
from roomdisplay.wox_server import panels, schema
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.panels import NotPaired, NotThere
from tests.wox_server.building import NOW, build

MINUTE = timedelta(minutes=1)


def test_a_token_speaks_for_one_room_until_it_is_revoked_or_expires(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        first, token = panels.add(writing, building.aurora, serial="A-1", now=NOW, expires_at=NOW + MINUTE)
        second, other = panels.add(writing, building.borealis, serial="B-1", now=NOW)
    with database.reading() as connection:
        assert panels.authenticate(connection, token, NOW).room_id == building.aurora
        assert panels.authenticate(connection, other, NOW).id == second
        assert [panel.id for panel in panels.paired(connection, NOW)] == [first, second]
        for wrong in ("", token + "x", token[:-1]):
            with pytest.raises(NotPaired):
                panels.authenticate(connection, wrong, NOW)
        with pytest.raises(NotPaired):
            panels.authenticate(connection, token, NOW + MINUTE)
        assert token not in str(connection.execute(select(schema.panel)).all()), "only its hash is kept"
    with database.writing() as writing:
        panels.revoke(writing, second, NOW)
        assert set(writing.touched) == {building.borealis}
    with database.reading() as connection:
        with pytest.raises(NotPaired):
            panels.authenticate(connection, other, NOW)
        assert panels.no_longer_paired(connection, [first, second], NOW) == {second}
        assert panels.paired(connection, NOW, [building.borealis]) == []


def test_the_latest_heartbeat_stays_whatever_the_order(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        panel, _ = panels.add(writing, building.aurora, serial="A-1", now=NOW)
    for at, said in ((0, "old"), (2, "new"), (1, "late"), (2, "again")):
        with database.writing() as writing:
            panels.beat(writing, panel, at=NOW + at * MINUTE, heartbeat={"link": said}, now=NOW + 3 * MINUTE)
            assert not writing.touched, "nobody but pages wants to know"
    with database.reading() as connection:
        found = panels.find(connection, panel)
    assert (found.heartbeat, found.heartbeat_at) == ({"link": "new"}, NOW + 2 * MINUTE)
    assert found.seen_at == NOW + 3 * MINUTE


def test_a_panel_whose_clock_was_ahead_is_heard_again_once_it_is_right(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        panel, _ = panels.add(writing, building.aurora, serial="A-1", now=NOW)
        panels.beat(writing, panel, at=NOW + timedelta(days=400), heartbeat={"link": "ahead"}, now=NOW)
        panels.beat(writing, panel, at=NOW + MINUTE, heartbeat={"link": "right"}, now=NOW + MINUTE)
        assert panels.find(writing.connection, panel).heartbeat == {"link": "right"}


def test_a_command_waits_until_it_is_answered_once(database: Database) -> None:
    building = build(database)
    with database.writing() as writing:
        panel, _ = panels.add(writing, building.aurora, serial="A-1", now=NOW)
        neighbour, _ = panels.add(writing, building.aurora, serial="A-2", now=NOW)
        command = panels.order(writing, panel, CommandKind.SCREENSHOT, NOW)
        assert panels.order(writing, panel, CommandKind.SCREENSHOT, NOW) == command
        restart = panels.order(writing, panel, CommandKind.RESTART, NOW)
    with database.reading() as connection:
        waiting = panels.open_orders(connection, {panel, neighbour})
        assert {order.id for order in waiting[panel]} == {command, restart}
        assert neighbour not in waiting
    with database.writing() as writing:
        with pytest.raises(NotThere):
            panels.answer(writing, neighbour, command, result=b"x", error=None, now=NOW)
        panels.answer(writing, panel, command, result=b"PNG", error=None, now=NOW)
        panels.answer(writing, panel, command, result=b"other", error=None, now=NOW + MINUTE)
        done = panels.ordered(writing.connection, command)
        assert (done.result, done.answered_at, done.error) == (b"PNG", NOW, None)
        assert [order.id for order in panels.open_orders(writing.connection, {panel})[panel]] == [restart]


def test_what_does_not_exist_is_said(database: Database) -> None:
    with database.writing() as writing:
        for attempt in (
            lambda: panels.find(writing.connection, 9),
            lambda: panels.revoke(writing, 9, NOW),
            lambda: panels.order(writing, 9, CommandKind.RESTART, NOW),
            lambda: panels.ordered(writing.connection, "none"),
        ):
            with pytest.raises(NotThere):
                attempt()
