"""The panel API, asked as a panel asks it: one room, errors as problems, and nothing that a replay could break."""

import hashlib
import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from jsonschema.validators import Draft202012Validator
from openapi_spec_validator import validate
from prometheus_client.parser import text_string_to_metric_families

from roomdisplay.core.wox import CommandKind
from roomdisplay.wox_server import badges, bookings, panels, problems, rooms, settings
from roomdisplay.wox_server.api.openapi import document
from roomdisplay.wox_server.settings import Level, Scope
from tests.pictures import png
from tests.wox_server import documents
from tests.wox_server.running import Json, PanelClient, Running, running

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"
MALICE = "token-that-nobody-has"


def problem(answer: httpx.Response, status: int, code: str) -> Json:
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    told = answer.json()
    assert (told["status"], told["code"]) == (status, code)
    assert told["detail"].endswith("."), "a sentence"
    conforms(told, "Problem")
    return told


def conforms(told: Any, shape: str) -> None:
    """To the published description, which a panel's maker would go by."""
    schema = {"$ref": f"#/components/schemas/{shape}", "components": document()["components"]}
    Draft202012Validator(schema).validate(told)


# ── the description ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_served_description_is_valid_openapi(server: Running) -> None:
    served = server.aurora.http.get("/openapi.json").json()
    assert served == json.loads(json.dumps(document()))
    validate(served)


# ── the feed ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_first_feed_is_whole_and_the_next_tells_what_changed(server: Running) -> None:
    first = server.aurora.feed()
    conforms(first, "Feed")
    assert (first["isWhole"], first["bookings"], first["commands"]) == (True, [], [])
    told = documents.booking()
    assert server.aurora.put(told).status_code == 201
    second = server.aurora.feed(first["cursor"])
    conforms(second, "Feed")
    assert (second["isWhole"], second["settings"]) == (False, None)
    assert [booking["id"] for booking in second["bookings"]] == [told["id"]]
    third = server.aurora.feed(second["cursor"])
    assert (third["bookings"], third["cursor"]) == ([], second["cursor"])


def test_settings_come_with_their_origins_and_again_when_they_change(server: Running) -> None:
    room = server.building.aurora
    first = server.aurora.feed()
    told = first["settings"]
    assert told["room"] == {
        "address": "aurora@contoso.example",
        "name": "Aurora",
        "detail": "8 · 2nd floor",
        "timeZone": "Europe/Berlin",
        "capacity": 8,
        "equipment": [],
        "place": "2nd floor · Berlin",
        "photo": "",
    }
    assert (told["values"]["booking.longest"], told["origins"]["booking.longest"]) == (240, "default")
    assert told["values"]["portal.room_url"] == f"{server.url}/room/{room}"
    assert [near["name"] for near in told["nearby"]] == ["Borealis"]
    with server.database.writing() as writing:
        settings.change(writing, Scope(level=Level.LOCATION, id=server.building.berlin), {"booking.longest": 60})
        rooms.warn(writing, server.building.berlin, "Leave the building.")
    changed = server.aurora.feed(first["cursor"])["settings"]
    assert (changed["values"]["booking.longest"], changed["origins"]["booking.longest"]) == (60, "location")
    assert changed["emergency"] == "Leave the building."


def test_the_rooms_photo_is_sent_once(server: Running) -> None:
    assert server.aurora.http.get("/room/photo").json()["code"] == "noPhoto"
    before = server.aurora.feed()["cursor"]
    with server.database.writing() as writing:
        rooms.change_photo(writing, server.building.aurora, png())
    digest = hashlib.sha256(png()).hexdigest()
    assert server.aurora.feed(before)["settings"]["room"]["photo"] == digest
    first = server.aurora.http.get("/room/photo")
    assert (first.content, first.headers["content-type"], first.headers["etag"]) == (png(), "image/png", f'"{digest}"')
    again = server.aurora.http.get("/room/photo", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_cursor_that_is_none_or_too_old_or_of_another_room_begins_anew(server: Running) -> None:
    for cursor in ("", "nonsense", "-1", "999999", "9" * 30, "١٢"):
        assert server.aurora.feed(cursor)["isWhole"], cursor
    old = documents.booking(start="2020-01-01T10:00:00Z", end="2020-01-01T11:00:00Z")
    cursor = server.aurora.feed()["cursor"]
    assert server.aurora.put(old).status_code == 201
    with server.database.writing() as writing:
        bookings.prune(writing, datetime.now(UTC))
    assert server.aurora.feed(cursor)["isWhole"], "what it missed cannot be told any more"


# ── bookings ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_booking_is_stored_as_it_was_sent(server: Running) -> None:
    agreed = {"start": "2026-05-04T08:00:00.250000Z", "end": "2026-05-04T09:00:00Z", "subject": "Old"}
    sent = documents.booking(
        state="confirmed",
        origin="office365",
        agreed={**agreed, "asOf": "2026-05-04T07:59:59Z"},
        checkedInAt="2026-05-04T08:00:01Z",
        start="2026-05-04T10:00:00+02:00",
        end="2026-05-04T11:00:00+02:00",
        unknown={"member": "ignored"},
    )
    answer = server.aurora.put(sent)
    stored = answer.json()
    conforms(stored, "Booking")
    assert (answer.status_code, answer.headers["etag"]) == (201, f'"{stored["version"]}"')
    expected = {name: value for name, value in sent.items() if name != "unknown"} | {
        "start": "2026-05-04T08:00:00Z",
        "end": "2026-05-04T09:00:00Z",
        "version": stored["version"],
    }
    assert stored == expected


def test_repeating_a_booking_changes_nothing_and_an_old_version_is_refused(server: Running) -> None:
    sent = documents.booking()
    first = server.aurora.put(sent)
    for _ in range(3):
        again = server.aurora.put(sent)
        assert (again.status_code, again.json()) == (200, first.json())
    version = first.json()["version"]
    moved = server.aurora.put({**sent, "subject": "Retro"}, version)
    assert moved.status_code == 200
    assert moved.json()["version"] > version
    problem(server.aurora.put({**sent, "subject": "Third"}, version), 412, "changed")
    assert server.aurora.put({**sent, "subject": "Retro"}, version).json() == moved.json(), "a replay"


def test_overlaps_are_for_office_365_to_decide(server: Running) -> None:
    first = documents.booking()
    assert server.aurora.put(first).status_code == 201
    assert server.aurora.put({**first, "id": str(uuid4())}).status_code == 201


def test_a_panel_reads_and_writes_its_own_room_only(server: Running, caplog: pytest.LogCaptureFixture) -> None:
    sent = documents.booking()
    assert server.aurora.put(sent).status_code == 201
    reported = documents.report()
    assert server.aurora.http.post("/problems", json=reported).status_code == 201
    with caplog.at_level(logging.WARNING, "roomdisplay"):
        problem(server.borealis.put(sent, 1), 403, "otherRoom")
        problem(server.borealis.http.post("/problems", json=reported), 403, "otherRoom")
    refused = [record for record in caplog.records if record.getMessage() == "refused"]
    assert [vars(record)["code"] for record in refused] == ["otherRoom", "otherRoom"]
    assert server.borealis.feed()["bookings"] == []
    panel, _ = server.add_panel(server.building.aurora)
    with server.database.writing() as writing:
        command = panels.order(writing, panel, CommandKind.RESTART, datetime.now(UTC))
    problem(server.borealis.http.post(f"/commands/{command}/result"), 404, "unknownCommand")


def test_a_booking_that_cannot_be_is_refused(server: Running) -> None:
    sent = documents.booking()
    wrong: list[Json] = [
        {"end": "2020-01-01T00:00:00Z"},
        {"start": "2026-05-04T10:00:00"},
        {"start": "0001-01-01T00:00:00+14:00"},
        {"end": "9999-12-31T23:59:59Z"},
        {"start": "yesterday"},
        {"start": None},
        {"subject": "a\x00b"},
        {"subject": "x" * 2001},
        {"host": "x" * 201},
        {"state": "imagined"},
        {"state": "refused", "refusal": None},
        {"isPrivate": "yes"},
        {"id": str(uuid4())},
        {"agreed": {"start": "2026-01-01T00:00:00Z"}},
    ]
    for changed in wrong:
        answer = server.aurora.http.put(f"/bookings/{sent['id']}", json=sent | changed, headers={"If-None-Match": "*"})
        problem(answer, 422, "invalid")
    assert server.aurora.feed()["bookings"] == []


def test_what_is_no_booking_at_all_is_refused(server: Running) -> None:
    sent, http = documents.booking(), server.aurora.http
    path, seen = f"/bookings/{sent['id']}", {"If-None-Match": "*"}
    problem(http.put("/bookings/abc", json=sent, headers=seen), 400, "notAnId")
    problem(http.put(path, json=sent), 428, "versionMissing")
    problem(http.put(path, json=sent, headers={"If-Match": "17"}), 428, "versionMissing")
    for body in (b"", b"{", b"\xff", b'{"subject": "\\ud800"}', b'{"a":' * 10_000):
        problem(http.put(path, content=body, headers=seen), 400, "notJson")
    problem(http.put(path, content=b"[" * 60_000, headers=seen), 422, "invalid")
    problem(http.put(path, content=b"x" * 65537, headers=seen), 413, "tooLarge")
    problem(http.put(path, content=iter([b"x" * 40_000] * 2), headers=seen), 413, "tooLarge")


# ── who may ask ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_a_paired_panel_is_answered(server: Running, caplog: pytest.LogCaptureFixture) -> None:
    panel, token = server.add_panel(server.building.aurora)
    client = PanelClient(server.url, token)
    assert client.feed()["isWhole"]
    with server.database.writing() as writing:
        panels.revoke(writing, panel, datetime.now(UTC))
    paths = [("GET", "/feed"), ("GET", "/stream"), ("POST", "/heartbeat"), ("PUT", f"/bookings/{uuid4()}")]
    with caplog.at_level(logging.WARNING, "roomdisplay"):
        for method, path in paths:
            answer = client.http.request(method, path)
            problem(answer, 401, "notPaired")
            assert answer.headers["www-authenticate"].startswith("Bearer")
        for header in ({}, {"Authorization": f"Basic {MALICE}"}, {"Authorization": f"Bearer {MALICE}"}):
            problem(httpx.get(f"{server.url}/api/panel/v1/feed", headers=header), 401, "notPaired")
    client.close()
    log = " ".join(str(vars(record)) for record in caplog.records)
    assert log.count("notPaired") == len(paths) + 3
    assert token not in log
    assert MALICE not in log


def test_an_expired_token_is_good_for_nothing(database: Any) -> None:
    time = [datetime(2026, 3, 2, tzinfo=UTC)]
    with running(database, now=lambda: time[0]) as server:
        with server.database.writing() as writing:
            ends = time[0] + timedelta(days=1)
            _, token = panels.add(writing, server.building.aurora, serial="x", now=time[0], expires_at=ends)
        client = PanelClient(server.url, token)
        assert client.feed()["isWhole"]
        time[0] = ends
        problem(client.http.get("/feed"), 401, "notPaired")
        client.close()


# ── what else a panel says ────────────────────────────────────────────────────────────────────────────────────────────


def test_heartbeats_in_any_order_leave_the_latest(server: Running) -> None:
    now = datetime.now(UTC)
    for seconds, link in ((0, "a"), (30, "c"), (10, "b"), (30, "again")):
        at = documents.rfc3339(now - timedelta(minutes=1) + timedelta(seconds=seconds))
        assert server.aurora.http.post("/heartbeat", json=documents.heartbeat(at=at, link=link)).status_code == 200
    with server.database.reading() as connection:
        (panel,) = panels.paired(connection, now, [server.building.aurora])
    assert panel.heartbeat is not None
    assert panel.heartbeat["link"] == "c"
    conforms(panel.heartbeat, "Heartbeat")
    assert panel.seen_at is not None
    assert abs(panel.seen_at - now) < timedelta(minutes=1), "by the server's clock"


@pytest.mark.parametrize("years", [-30, 70])
def test_a_panel_whose_clock_is_wrong_is_heard_all_the_same(server: Running, years: int) -> None:
    at = documents.rfc3339(datetime.now(UTC).replace(month=1, day=1) + timedelta(days=365 * years))
    assert server.aurora.http.post("/heartbeat", json=documents.heartbeat(at=at)).status_code == 200
    assert server.aurora.http.post("/heartbeat", json=documents.heartbeat(link="mended")).status_code == 200
    with server.database.reading() as connection:
        (panel,) = panels.paired(connection, datetime.now(UTC), [server.building.aurora])
    assert (panel.heartbeat or {})["link"] == "mended"


@pytest.mark.parametrize("changed", [{"at": "never"}, {"pending": -1}, {"faults": "none"}, {"dataAgeSeconds": -1}])
def test_a_heartbeat_that_cannot_be_is_refused(server: Running, changed: Json) -> None:
    problem(server.aurora.http.post("/heartbeat", json=documents.heartbeat(**changed)), 422, "invalid")


def test_a_problem_is_told_once(server: Running) -> None:
    sent = documents.report()
    answers = [server.aurora.http.post("/problems", json=sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    with server.database.reading() as connection:
        assert [found.report.id for found in problems.of_rooms(connection, [server.building.aurora])] == [sent["id"]]
    problem(server.aurora.http.post("/problems", json=documents.report(kind="ghosts")), 422, "invalid")


def test_people_are_known_by_badge_or_pin(server: Running) -> None:
    ada = server.building.ada
    ask = server.aurora.http
    problem(ask.post("/people/lookup", json={"pin": "271828"}), 404, "unknownPerson")
    with server.database.writing() as writing:
        badges.set_pin(writing, ada, "271828")
        badges.set_badge(writing, ada, "04:A3:22:1B")
    for said in ({"pin": "271828"}, {"badge": "04:A3:22:1B"}):
        answer = ask.post("/people/lookup", json=said)
        assert answer.json() == {"id": str(ada), "name": "Ada Lovelace"}
        conforms(answer.json(), "Person")
    problem(ask.post("/people/lookup", json={"badge": "271828"}), 404, "unknownPerson")
    for wrong in ({}, {"pin": "1", "badge": "2"}, {"pin": 271828}, {"pin": ""}, {"pin": None}):
        problem(ask.post("/people/lookup", json=wrong), 422, "invalid")


def test_pins_cannot_be_guessed_at_a_door(server: Running) -> None:
    with server.database.writing() as writing:
        badges.set_pin(writing, server.building.ada, "271828")
    answers = [server.aurora.http.post("/people/lookup", json={"pin": f"{n:06}"}) for n in range(12)]
    assert [answer.status_code for answer in answers] == [404] * 8 + [429] * 4
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 15
    problem(server.aurora.http.post("/people/lookup", json={"pin": "271828"}), 429, "tooMany")
    assert server.borealis.http.post("/people/lookup", json={"pin": "271828"}).status_code == 200, "another door"


def test_rooms_nearby_are_those_of_the_location(server: Running) -> None:
    told = server.aurora.http.get("/rooms/nearby").json()
    conforms(told, "Nearby")
    assert [room["name"] for room in told["rooms"]] == ["Borealis"]


def test_a_command_comes_with_the_feed_until_it_is_answered(server: Running) -> None:
    panel, token = server.add_panel(server.building.caravel)
    client = PanelClient(server.url, token)
    cursor = client.feed()["cursor"]
    with server.database.writing() as writing:
        shot = panels.order(writing, panel, CommandKind.SCREENSHOT, datetime.now(UTC))
        restart = panels.order(writing, panel, CommandKind.RESTART, datetime.now(UTC))
    told = client.feed(cursor)["commands"]
    assert sorted(told, key=str) == sorted(
        [{"id": shot, "kind": "screenshot"}, {"id": restart, "kind": "restart"}], key=str
    )
    assert {command["id"] for command in client.feed()["commands"]} == {shot, restart}
    answer = f"/commands/{shot}/result"
    problem(client.http.post(answer, content=b"GIF89a", headers={"Content-Type": "image/png"}), 422, "invalid")
    for content in (PNG, PNG + b"again"):
        sent = client.http.post(answer, content=content, headers={"Content-Type": "image/png"})
        assert sent.status_code == 204
    assert client.http.post(f"/commands/{restart}/result", json={"error": "It is busy."}).status_code == 204
    assert client.feed()["commands"] == []
    with server.database.reading() as connection:
        assert panels.ordered(connection, shot).result == PNG
        assert panels.ordered(connection, restart).error == "It is busy."
    large = client.http.post(answer, content=PNG * 300_000, headers={"Content-Type": "image/png"})
    problem(large, 413, "tooLarge")
    for id in ("unknown", "%00", "%0A", str(uuid4())):
        problem(client.http.post(f"/commands/{id}/result"), 404, "unknownCommand")
    client.close()


# ── addresses ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_addresses_that_are_none_are_refused_politely(server: Running) -> None:
    for method, path, status, code in (
        ("GET", "/api/panel/v1/nothing", 404, "notFound"),
        ("GET", "/api/panel/v1/feed/", 404, "notFound"),
        ("GET", "/api/elsewhere", 404, "notFound"),
        ("GET", "/api/panel/v1/%00", 404, "notFound"),
        ("GET", "/api/panel/v1/%0Afeed", 404, "notFound"),
        ("GET", "/api/%0A", 404, "notFound"),
        ("DELETE", "/api/panel/v1/feed", 405, "methodNotAllowed"),
        ("HEAD", "/api/panel/v1/stream", 405, ""),
        ("GET", "/api/panel/v1/heartbeat", 405, "methodNotAllowed"),
        ("GET", "/api/panel/v2/feed", 404, "unknownVersion"),
        ("POST", "/api/panel/v17", 404, "unknownVersion"),
    ):
        answer = httpx.request(method, server.url + path)
        if method == "HEAD":
            assert answer.status_code == status
            continue
        told = problem(answer, status, code)
        assert ("supported" in told) == (code == "unknownVersion")


# ── the server itself ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_it_says_whether_it_is_well_and_what_it_did(server: Running) -> None:
    server.aurora.feed()
    well = httpx.get(f"{server.url}/healthz")
    assert (well.status_code, well.json()["ok"]) == (200, True)
    with server.aurora.stream() as stream:
        next(stream)
        text = httpx.get(f"{server.url}/metrics").text
    found = {sample.name: sample for family in text_string_to_metric_families(text) for sample in family.samples}
    assert found["wox_streams"].value == 1
    assert 'wox_requests_total{endpoint="getFeed",status="200"} 1.0' in text
    assert "contoso" not in text


def test_a_database_that_is_gone_is_said_and_nothing_breaks(
    server: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from sqlalchemy.exc import OperationalError

    def gone(*_arguments: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    with monkeypatch.context() as patch:
        patch.setattr(server.database, "reading", gone)
        answer = server.aurora.http.get("/feed")
        problem(answer, 503, "unavailable")
        assert answer.headers["retry-after"] == "5"
        assert httpx.get(f"{server.url}/healthz").status_code == 503
    assert server.aurora.feed()["isWhole"]
    assert "the database does not answer" in caplog.text
