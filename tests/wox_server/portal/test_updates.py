"""Releases and their way to the panels, as a Space Administrator meets them."""

import platform
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from roomdisplay.core.wox import Heartbeat, Update, UpdateStage
from roomdisplay.wox_server import panels, rollouts
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.portal.visit import LARGEST_FORM
from roomdisplay.wox_server.releases import Shelf
from tests.update.payloads import payload, signed, written
from tests.wox_server.portal.conftest import Browser, Clock, Open
from tests.wox_server.portal.office import Office

PAGE = "/updates"


@pytest.fixture
def key(tmp_path: Path) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.generate()
    written(tmp_path / "update-key.pem", key)
    return key


@pytest.fixture
def bundle(tmp_path: Path, key: Ed25519PrivateKey) -> bytes:
    folder = payload(tmp_path / "payload", "2.0.0")
    return signed(tmp_path / "2.0.0.bundle", folder, "2.0.0", key, architecture=platform.machine()).read_bytes()


@pytest.fixture
def shelf(tmp_path: Path, key: Ed25519PrivateKey) -> Shelf:
    return Shelf(folder=tmp_path / "releases", key=tmp_path / "update-key.pem")


@pytest.fixture
def administrator(browser: Open, office: Office, shelf: Shelf) -> Browser:
    return browser(office.people["administrator"], shelf=shelf)


def upload(browser: Browser, content: bytes) -> str:
    answer = browser.post(
        f"{PAGE}/releases", data={"csrf": browser.csrf(PAGE)}, files={"bundle": ("x.bundle", content)}
    )
    return answer.text if answer.status_code != 303 else browser.get(PAGE).text


def test_a_rightly_signed_bundle_is_taken_and_can_be_removed(
    administrator: Browser, shelf: Shelf, bundle: bytes
) -> None:
    assert "There is no release yet" in administrator.get(PAGE).text
    text = upload(administrator, bundle)
    assert "2.0.0" in text
    assert platform.machine() in text
    [file] = shelf.folder.iterdir()
    assert file.read_bytes() == bundle
    assert administrator.form(PAGE, f"{PAGE}/releases/1/remove").status_code == 303
    assert list(shelf.folder.iterdir()) == []


SPOILED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "half": (lambda whole: whole[: len(whole) // 2], "half there"),
    "changed": (lambda whole: whole.replace(b'"2.0.0"', b'"2.0.1"'), "not signed with the key"),
    "a picture": (lambda whole: b"\x89PNG" * 500, "damaged or only half there"),
    "nothing": (lambda whole: b"", "damaged or only half there"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_any_other_is_refused_with_a_sentence_and_leaves_nothing(
    administrator: Browser, shelf: Shelf, bundle: bytes, case: str
) -> None:
    spoil, said = SPOILED[case]
    assert said in upload(administrator, spoil(bundle))
    assert list(shelf.folder.iterdir()) == []
    assert "There is no release yet" in administrator.get(PAGE).text


def test_without_a_key_nothing_is_trusted(administrator: Browser, shelf: Shelf, bundle: bytes) -> None:
    csrf = administrator.csrf(PAGE)
    shelf.key.unlink()
    answer = administrator.post(f"{PAGE}/releases", data={"csrf": csrf}, files={"bundle": ("x.bundle", bundle)})
    assert answer.status_code == 422
    assert "nobody&#39;s signature can be trusted" in answer.text


@pytest.mark.parametrize("role", ["manager", "employee"])
def test_whoever_may_not_is_not_even_listened_to(browser: Open, office: Office, shelf: Shelf, role: str) -> None:
    other = browser(office.people[role], shelf=shelf)
    csrf = other.csrf("/account")
    answer = other.post(f"{PAGE}/releases", data={"csrf": csrf}, files={"bundle": ("x", b"x" * 2 * LARGEST_FORM)})
    assert answer.status_code == 413


def test_a_release_goes_its_way_and_the_fleet_shows_it(
    administrator: Browser, database: Database, office: Office, clock: Clock, bundle: bytes
) -> None:
    upload(administrator, bundle)
    assert "Choose at least one panel" in administrator.form(PAGE, f"{PAGE}/begin", version="2.0.0").text
    begun = administrator.form(PAGE, f"{PAGE}/begin", version="2.0.0", settling="10", canary=str(office.panel))
    assert begun.status_code == 303
    text = administrator.get(PAGE).text
    assert "The others follow once all of these have been healthy for 10 min." in text
    assert "Not offered yet: 1 panels." in text

    def beat(version: str, stage: UpdateStage | None = None, reason: str = "") -> None:
        with database.writing() as writing:
            rollout = rollouts.latest(writing.connection)
            assert rollout is not None
            [offer] = [s.id for s in rollouts.standings(writing.connection, rollout) if s.panel_id == office.panel]
            heartbeat = Heartbeat(
                at=clock.now,
                version=version,
                started_at=clock.now,
                link="well",
                data_age=1.0,
                architecture=platform.machine(),
                update=None if stage is None else Update(offer=offer, stage=stage, reason=reason),
            )
            told = {"version": version, "link": "well"}
            panels.beat(writing, office.panel, at=clock.now, heartbeat=told, now=clock.now)
            rollouts.heard(writing, panels.find(writing.connection, office.panel), heartbeat, clock.now)

    beat("1.0.0", UpdateStage.DOWNLOADING)
    assert "2.0.0: downloading" in administrator.get("/fleet").text
    beat("1.0.0", UpdateStage.ROLLED_BACK, "roomdisplay was not <healthy>.")
    for page in (PAGE, "/fleet"):
        assert "roomdisplay was not &lt;healthy&gt;." in administrator.get(page).text
    assert "Stopped 0 s ago." in administrator.get(PAGE).text
    assert administrator.form(PAGE, f"{PAGE}/resume").status_code == 303
    beat("2.0.0", UpdateStage.INSTALLED, "Release 2.0.0 runs.")
    assert "Release 2.0.0 runs." not in administrator.get(PAGE).text  # only what went amiss needs a reason
    clock.pass_by(timedelta(minutes=10))
    beat("2.0.0", UpdateStage.INSTALLED)
    assert "All panels get it, some at a time." in administrator.get(PAGE).text
    assert administrator.form(PAGE, f"{PAGE}/stop").status_code == 303
    assert "Go on" in administrator.get(PAGE).text


def test_somebody_may_give_it_to_all_at_once(
    administrator: Browser, database: Database, office: Office, bundle: bytes
) -> None:
    upload(administrator, bundle)
    administrator.form(PAGE, f"{PAGE}/begin", version="2.0.0", settling="60", canary=str(office.panel))
    assert administrator.form(PAGE, f"{PAGE}/widen").status_code == 303
    with database.reading() as connection:
        rollout = rollouts.latest(connection)
    assert rollout is not None
    assert rollout.widened_at is not None
