"""Streams: everything since the cursor at once, then each change as it happens; none lost, whoever dies in between."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from roomdisplay.core.interval import Interval
from roomdisplay.core.wox import Booking, CommandKind
from roomdisplay.wox_server import bookings, panels, rooms, settings
from roomdisplay.wox_server import hub as hubs
from roomdisplay.wox_server.api import streams
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.settings import Level, Scope
from tests.wox_server import documents
from tests.wox_server.building import NOW, build
from tests.wox_server.running import Json, Message, PanelClient, Running, ServerProcess

SOON = 2.0
"""Seconds."""


def until(messages: Iterator[Message], wanted: Callable[[Message], bool], within: float = SOON) -> Message:
    began = time.monotonic()
    for message in messages:
        if wanted(message):
            assert time.monotonic() - began < within
            return message
    raise AssertionError("the stream ended")


def tells(booking: Json) -> Callable[[Message], bool]:
    return lambda message: any(
        (told["id"], told["subject"]) == (booking["id"], booking["subject"]) for told in message.feed["bookings"]
    )


def test_a_stream_begins_with_everything_and_goes_on_with_each_change(server: Running) -> None:
    with server.aurora.stream() as stream:
        first = next(stream)
        assert (first.event, first.id, first.feed["isWhole"]) == ("feed", first.feed["cursor"], True)
        sent = documents.booking()
        server.aurora.put(sent)
        assert not until(stream, tells(sent)).feed["isWhole"]
        with server.database.writing() as writing:
            rooms.warn(writing, server.building.berlin, "Leave the building.")
        told = until(stream, lambda message: message.feed["settings"] is not None)
        assert told.feed["settings"]["emergency"] == "Leave the building."


def test_a_stream_goes_on_from_its_cursor(server: Running) -> None:
    cursor = server.aurora.feed()["cursor"]
    sent = documents.booking()
    server.aurora.put(sent)
    with server.aurora.stream(cursor) as stream:
        first = next(stream)
        assert tells(sent)(first)
        assert (first.feed["isWhole"], first.feed["settings"]) == (False, None)
    with server.aurora.stream(first.id) as stream:
        assert next(stream).feed == {**first.feed, "bookings": []}, "at once, also when nothing changed"


def test_a_room_s_news_go_to_all_its_panels_and_to_no_other_room(server: Running) -> None:
    second = server.panel(server.building.aurora)
    with server.aurora.stream() as one, second.stream() as other, server.borealis.stream() as elsewhere:
        for stream in (one, other, elsewhere):
            next(stream)
        sent = documents.booking()
        server.aurora.put(sent)
        assert until(one, tells(sent)).feed == until(other, tells(sent)).feed
        own = documents.booking()
        server.borealis.put(own)
        assert [booking["id"] for booking in next(elsewhere).feed["bookings"]] == [own["id"]]


def test_a_command_reaches_its_panel_on_the_stream(server: Running) -> None:
    panel, token = server.add_panel(server.building.aurora)
    client = PanelClient(server.url, token)
    with client.stream() as stream:
        next(stream)
        with server.database.writing() as writing:
            command = panels.order(writing, panel, CommandKind.RESTART, datetime.now(UTC))
        until(stream, lambda message: message.feed["commands"] == [{"id": command, "kind": "restart"}])
    client.close()


def test_a_setting_of_the_location_reaches_every_room_of_it(server: Running) -> None:
    with server.aurora.stream() as one, server.borealis.stream() as other:
        for stream in (one, other):
            next(stream)
        with server.database.writing() as writing:
            settings.change(writing, Scope(level=Level.LOCATION, id=server.building.berlin), {"booking.longest": 90})
        for stream in (one, other):
            told = until(stream, lambda message: message.feed["settings"] is not None).feed["settings"]
            assert (told["values"]["booking.longest"], told["origins"]["booking.longest"]) == (90, "location")


def test_the_stream_of_a_panel_that_was_unpaired_ends(server: Running) -> None:
    panel, token = server.add_panel(server.building.aurora)
    client = PanelClient(server.url, token)
    with client.stream() as stream:
        next(stream)
        with server.database.writing() as writing:
            panels.revoke(writing, panel, datetime.now(UTC))
        began = time.monotonic()
        assert list(stream) == []
        assert time.monotonic() - began < SOON
    assert client.http.get("/stream").status_code == 401
    client.close()


def test_the_oldest_of_too_many_streams_of_a_panel_ends(server: Running) -> None:
    def opened(count: int) -> int:
        if count == 0:
            return server.call(lambda serving: len(serving.streams))
        with server.aurora.stream() as stream:
            next(stream)
            return opened(count - 1)

    assert opened(streams.MOST_OF_A_PANEL + 2) == streams.MOST_OF_A_PANEL


def test_silence_is_kept_alive(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "KEEP_ALIVE", 0.1)
    with server.aurora.http.stream("GET", "/stream") as answer:
        lines = (line for line in answer.iter_lines() if line)
        retry = next(line for line in lines if not line.startswith(":"))
        assert 5000 <= int(retry.removeprefix("retry: ")) <= 15000
        assert [line.partition(":")[0] for line, _ in zip(lines, range(3), strict=False)] == ["id", "event", "data"]
        assert [line for line, _ in zip(lines, range(3), strict=False)] == [": keep-alive"] * 3


def test_panels_are_told_to_come_back_at_different_times(server: Running) -> None:
    def retry() -> str:
        with server.aurora.http.stream("GET", "/stream") as answer:
            return next(answer.iter_lines())

    assert len({retry() for _ in range(6)}) > 1


def test_a_panel_that_takes_nothing_is_cut_off_and_resumes_without_loss(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "PATIENCE", 0.5)
    ids = [str(uuid4()) for _ in range(150)]

    def long(id: str, count: int) -> Booking:
        interval = Interval(NOW, NOW + timedelta(hours=1))
        return Booking(id=id, interval=interval, subject=f"{count} " + "x" * 1900, version=max(0, count - 1))

    host, _, port = server.url.removeprefix("http://").partition(":")
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.connect((host, int(port)))
        token = server.aurora.http.headers["authorization"]
        slow.sendall(f"GET /api/panel/v1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\n\r\n".encode())
        assert slow.recv(12) == b"HTTP/1.1 200"
        deadline = time.monotonic() + 30
        count = 0
        while server.call(lambda serving: len(serving.streams)) and time.monotonic() < deadline:
            count += 1
            with server.database.writing() as writing:
                for id in ids:
                    bookings.put(writing, server.building.aurora, long(id, count), datetime.now(UTC))
            assert server.borealis.feed(), "others are not held up"
        assert server.call(lambda serving: len(serving.streams)) == 0, "cut off"
    told = server.aurora.feed("1")["bookings"]
    assert {booking["subject"].partition(" ")[0] for booking in told} == {str(count)}
    assert len(told) == len(ids)


def test_a_panel_that_goes_is_forgotten(server: Running) -> None:
    with server.aurora.stream() as stream:
        next(stream)
        assert server.call(lambda serving: len(serving.streams)) == 1
    deadline = time.monotonic() + SOON
    while server.call(lambda serving: len(serving.streams)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.call(lambda serving: len(serving.streams)) == 0


# ── what others write ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_another_process_writes_is_told_as_well(server: Running, database_url: str) -> None:
    other = Database(database_url)
    with server.aurora.stream() as stream:
        next(stream)
        with other.writing() as writing:
            rooms.warn(writing, server.building.berlin, "From elsewhere.")
        until(stream, lambda message: message.feed["settings"] is not None)
    other.close()


def test_a_lost_connection_to_postgresql_s_notifications_loses_none(server: Running, database_url: str) -> None:
    if not server.database.is_shared:
        pytest.skip("of PostgreSQL")
    other = Database(database_url)
    with server.aurora.stream() as stream:
        next(stream)
        with other.engine.connect() as connection:
            cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE starts_with(query, 'LISTEN')"
            assert len(connection.exec_driver_sql(cut).all()) == 1
        with other.writing() as writing:
            rooms.warn(writing, server.building.berlin, "While nobody listened.")
        until(stream, lambda message: message.feed["settings"] is not None, hubs.RECONNECT[1] + SOON)
    other.close()


def test_two_processes_on_one_postgresql_tell_each_other_s_news(postgres: Any) -> None:
    url = postgres.create("two_processes", "migrated")
    database = Database(url)
    building = build(database)
    with database.writing() as writing:
        _, token = panels.add(writing, building.aurora, serial="A", now=datetime.now(UTC))
    with ServerProcess(url) as first, ServerProcess(url) as second:
        here, there = PanelClient(first.url, token), PanelClient(second.url, token)
        with here.stream() as one, there.stream() as other:
            for stream in (one, other):
                next(stream)
            for client, stream in ((here, other), (there, one)):
                sent = documents.booking()
                assert client.put(sent).status_code == 201
                until(stream, tells(sent))
        here.close()
        there.close()
    database.close()
    postgres.drop("two_processes")


def test_nothing_is_lost_while_servers_die_and_come_back(database: Database, database_url: str) -> None:
    """A panel that only ever resumes by its cursor ends up knowing what the database holds."""
    building = build(database)
    with database.writing() as writing:
        _, token = panels.add(writing, building.aurora, serial="A", now=datetime.now(UTC))
    known: dict[str, Json] = {}
    cursor: list[str | None] = [None]
    wholes: list[int] = []
    went_back: list[Json] = []
    done = threading.Event()
    port = [0]

    def follow() -> None:
        while not done.is_set():
            client = PanelClient(f"http://127.0.0.1:{port[0]}", token)
            try:
                with client.stream(cursor[0]) as stream:
                    for message in stream:
                        if message.feed["isWhole"]:
                            wholes.append(1)
                            known.clear()
                        for booking in message.feed["bookings"]:
                            before = known.get(booking["id"])
                            if before is not None and before["version"] > booking["version"]:
                                went_back.append(booking)
                            known[booking["id"]] = booking
                        cursor[0] = message.id
            except httpx.HTTPError:
                time.sleep(0.05)
            finally:
                client.close()

    server = ServerProcess(database_url)
    port[0] = server.port
    follower = threading.Thread(target=follow, daemon=True)
    follower.start()
    sent: list[Json] = []
    versions: dict[str, int] = {}
    for life in range(2):
        client = PanelClient(server.url, token)
        for n in range(10):
            booking = documents.booking(subject=f"{life}.{n}")
            stored = client.put(booking)
            assert stored.status_code == 201
            versions[booking["id"]] = stored.json()["version"]
            sent.append(booking)
        changed = sent[life] | {"subject": f"changed in {life}"}
        assert client.put(changed, versions[changed["id"]]).status_code == 200
        client.close()
        if life == 1:
            server.close()
        else:
            server.kill()
        with database.writing() as writing:  # while no server runs
            rooms.warn(writing, building.berlin, f"life {life}")
        server = ServerProcess(database_url, port=port[0])
    client = PanelClient(server.url, token)
    whole = client.feed()
    deadline = time.monotonic() + 15
    while cursor[0] != whole["cursor"] and time.monotonic() < deadline:
        time.sleep(0.02)
    done.set()
    client.close()
    server.close()
    follower.join(10)
    assert cursor[0] == whole["cursor"]
    assert known == {booking["id"]: booking for booking in whole["bookings"]}
    assert len(known) == len(sent)
    assert went_back == []
    assert len(wholes) == 1, "only the first time; then by cursor"


def test_many_writers_at_once_reach_every_stream_completely(server: Running) -> None:
    with server.aurora.stream() as stream:
        next(stream)
        sent = [documents.booking(subject=str(n)) for n in range(60)]

        def write(part: list[Json]) -> None:
            client = server.panel(server.building.aurora)
            for booking in part:
                assert client.put(booking).status_code == 201

        threads = [threading.Thread(target=write, args=(sent[n::4],)) for n in range(4)]
        for thread in threads:
            thread.start()
        told: dict[str, int] = {}
        for message in stream:
            told |= {booking["id"]: booking["version"] for booking in message.feed["bookings"]}
            if len(told) == len(sent):
                break
        for thread in threads:
            thread.join(20)
    assert told.keys() == {booking["id"] for booking in sent}
    assert len(set(told.values())) == len(sent), "each at a revision of its own"


def test_one_booking_written_by_many_at_once_is_one(server: Running) -> None:
    sent = documents.booking()
    clients = [server.panel(server.building.aurora) for _ in range(6)]
    statuses: list[int] = []

    def write(client: PanelClient) -> None:
        statuses.append(client.put(sent).status_code)

    threads = [threading.Thread(target=write, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(statuses) == [200] * 5 + [201]


def test_a_token_that_expires_ends_the_stream_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.wox_server.running import running

    monkeypatch.setattr(streams, "CHECK_EVERY", 0.1)
    time_now = [datetime(2026, 3, 2, tzinfo=UTC)]
    with running(database, now=lambda: time_now[0]) as server:
        with server.database.writing() as writing:
            ends = time_now[0] + timedelta(days=1)
            _, token = panels.add(writing, server.building.aurora, serial="x", now=time_now[0], expires_at=ends)
        client = PanelClient(server.url, token)
        with client.stream() as stream:
            next(stream)
            time_now[0] = ends
            assert list(stream) == []
        client.close()
