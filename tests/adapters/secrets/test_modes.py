"""Files others can get at are named, each with the line that mends it."""

import logging
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.adapters.secrets.modes import changeable, wrong_modes
from roomdisplay.config.settings import ClientSecret, Office365, Settings
from roomdisplay.core.room import Room
from roomdisplay.shell.link import linked


@pytest.mark.parametrize(
    ("mode", "wrong"), [(0o600, ""), (0o400, ""), (0o640, "0640"), (0o604, "0604"), (0o620, "0620")]
)
def test_a_file_is_its_owners_alone(tmp_path: Path, mode: int, wrong: str) -> None:
    path = tmp_path / "token-cache"
    path.touch()
    path.chmod(mode)
    said = [f"{path} is open to other users (mode {wrong}): chmod 0600 {path}"]
    assert wrong_modes([path]) == (said if wrong else [])


def test_what_is_not_there_is_not_wrong_and_a_link_is(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    assert wrong_modes([tmp_path / "nothing"]) == []
    assert wrong_modes([tmp_path / "link"]) == [f"{tmp_path / 'link'} is neither a file nor a folder: remove it."]


@pytest.mark.parametrize(
    ("folder", "file", "named"),
    [(0o755, 0o644, ""), (0o755, 0o666, "file"), (0o777, 0o644, "folder"), (0o1777, 0o644, "")],
)
def test_a_configuration_others_can_change(tmp_path: Path, folder: int, file: int, named: str) -> None:
    place = tmp_path / "folder"
    place.mkdir()
    (place / "config.yaml").touch()
    (place / "config.yaml").chmod(file)
    place.chmod(folder)
    expected = {"file": [place / "config.yaml"], "folder": [place], "": []}[named]
    assert changeable(place / "config.yaml") == [
        f"{path} can be changed by other users: chmod go-w {path}" for path in expected
    ]


def test_the_panel_says_so_at_its_start(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "token-cache").touch(mode=0o644)
    (tmp_path / "secrets").mkdir(mode=0o755)
    settings = Settings(
        room=Room(address="aurora@contoso.example", name="Aurora", zone=ZoneInfo("Europe/Berlin")),
        office365=Office365(tenant="contoso.example", client_id="client", credential=ClientSecret(secret="graph")),
        state_directory=tmp_path,
    )
    with caplog.at_level(logging.ERROR):
        linked(settings, GivenSecrets({}))
    assert "chmod 0600" in caplog.text
    assert "chmod 0700" in caplog.text
