"""The panel's own keyring: what stands on the disk, who may open it, and what is said when it cannot be opened."""

import base64
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backends import fail
from keyring.errors import KeyringError, PasswordDeleteError

from roomdisplay.adapters.secrets import NamedSecrets
from roomdisplay.adapters.secrets.sealed_keyring import HEADER, SealedKeyring
from roomdisplay.ports import SecretMissing

KEY = base64.b64encode(bytes(range(32))).decode()
SECRET = "hush-hush-größer"


@pytest.fixture
def credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A headless panel that was given a key; there is no Secret Service."""
    before = keyring.get_keyring()
    folder = tmp_path / "credentials"
    folder.mkdir(mode=0o700)
    give(folder, KEY)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    keyring.set_keyring(fail.Keyring())
    yield folder
    keyring.set_keyring(before)


def give(folder: Path, key: str | bytes, mode: int = 0o400) -> None:
    path = folder / "store-key"
    path.unlink(missing_ok=True)
    path.write_bytes(key if isinstance(key, bytes) else key.encode())
    path.chmod(mode)


@pytest.fixture
def ring(credentials: Path, tmp_path: Path) -> SealedKeyring:
    return SealedKeyring(tmp_path / "state")


def file_of(tmp_path: Path) -> Path:
    return tmp_path / "state" / "secrets" / "keyring"


def rows(path: Path) -> list[list[str]]:
    return json.loads(path.read_bytes()[len(HEADER) :])["entries"]


# ── what it keeps ──


def test_what_was_kept_is_read_again_by_the_next_run(ring: SealedKeyring, tmp_path: Path) -> None:
    assert ring.get_password("roomdisplay", "graph") is None
    ring.set_password("roomdisplay", "graph", "first")
    ring.set_password("roomdisplay", "wox", "another")
    ring.set_password("roomdisplay", "graph", SECRET)
    again = SealedKeyring(tmp_path / "state")
    assert again.get_password("roomdisplay", "graph") == SECRET
    assert again.get_password("roomdisplay", "wox") == "another"
    assert again.get_password("elsewhere", "graph") is None
    again.delete_password("roomdisplay", "graph")
    assert ring.get_password("roomdisplay", "graph") is None
    with pytest.raises(PasswordDeleteError):
        ring.delete_password("roomdisplay", "graph")


def test_the_file_is_for_its_owner_and_holds_nothing_to_read(ring: SealedKeyring, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        ring.set_password("roomdisplay", "graph", SECRET)
    finally:
        os.umask(before)
    path = file_of(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [p.name for p in path.parent.iterdir()] == ["keyring"], "nothing is left lying about"
    content = path.read_bytes()
    assert content.startswith(HEADER)
    for readable in (SECRET, base64.b64encode(SECRET.encode()).decode(), KEY):
        assert readable.encode() not in content
    ring.set_password("roomdisplay", "graph", SECRET)
    assert rows(path) != json.loads(content[len(HEADER) :])["entries"], "another nonce every time"


def test_two_processes_lose_nothing_of_each_other(ring: SealedKeyring, tmp_path: Path) -> None:
    def keep(n: int) -> None:
        SealedKeyring(tmp_path / "state").set_password("roomdisplay", f"name-{n}", f"value-{n}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(keep, range(24)))
    assert {n: ring.get_password("roomdisplay", f"name-{n}") for n in range(24)} == {n: f"value-{n}" for n in range(24)}


def test_what_a_killed_process_was_about_to_write_is_gone_with_the_next_look(
    ring: SealedKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it might outlive the pairing that it was of."""

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    path = file_of(tmp_path)
    ring.set_password("roomdisplay", "key", "kept")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Path, "replace", killed)
        with pytest.raises(Killed):
            ring.set_password("roomdisplay", "graph", SECRET)
    assert len(list(path.parent.iterdir())) == 2
    again = SealedKeyring(tmp_path / "state")
    with pytest.raises(PasswordDeleteError):
        again.delete_password("roomdisplay", "graph")
    assert [p.name for p in path.parent.iterdir()] == ["keyring"]
    assert again.get_password("roomdisplay", "key") == "kept"


# ── what it notices ──


def test_no_entry_can_be_passed_off_as_another(ring: SealedKeyring, tmp_path: Path) -> None:
    ring.set_password("roomdisplay", "pin", "1234")
    ring.set_password("roomdisplay", "graph", SECRET)
    path = file_of(tmp_path)
    (a, b, sealed_graph), (c, d, sealed_pin) = rows(path)
    path.write_bytes(HEADER + json.dumps({"entries": [[a, b, sealed_pin], [c, d, sealed_graph]]}).encode())
    for name in ("graph", "pin"):
        with pytest.raises(SecretMissing, match="cannot be opened"):
            ring.get_password("roomdisplay", name)
    path.write_bytes(HEADER + json.dumps({"entries": [["roomdispla", "ygraph", sealed_graph]]}).encode())
    with pytest.raises(SecretMissing):
        ring.get_password("roomdispla", "ygraph")


@given(at=st.integers(0, 400), bit=st.integers(0, 7))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_touched_file_never_gives_another_secret(ring: SealedKeyring, tmp_path: Path, at: int, bit: int) -> None:
    ring.set_password("roomdisplay", "graph", SECRET)
    path = file_of(tmp_path)
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 1 << bit
    path.write_bytes(bytes(content))
    with suppress(SecretMissing):
        assert ring.get_password("roomdisplay", "graph") in (SECRET, None)
    path.unlink()


@pytest.mark.parametrize("content", [b"", b"{}", HEADER, HEADER + b"[]", HEADER + b'{"entries": [["a", "b"]]}'])
def test_a_foreign_file_is_named_and_left_alone(ring: SealedKeyring, tmp_path: Path, content: bytes) -> None:
    path = file_of(tmp_path)
    path.parent.mkdir(parents=True, mode=0o700)
    path.write_bytes(content)
    path.chmod(0o600)
    uses: list[Callable[[], object]] = [
        partial(ring.get_password, "roomdisplay", "graph"),
        partial(ring.set_password, "roomdisplay", "graph", "x"),
    ]
    for use in uses:
        with pytest.raises(SecretMissing, match=str(path)):
            use()
    assert path.read_bytes() == content


def test_another_key_neither_opens_it_nor_writes_into_it(
    ring: SealedKeyring, credentials: Path, tmp_path: Path
) -> None:
    ring.set_password("roomdisplay", "graph", SECRET)
    before = file_of(tmp_path).read_bytes()
    give(credentials, "j" * 44)
    with pytest.raises(SecretMissing, match="Bring back the key"):
        ring.get_password("roomdisplay", "graph")
    with pytest.raises(SecretMissing, match="Bring back the key"):
        ring.set_password("roomdisplay", "wox", "x")
    assert file_of(tmp_path).read_bytes() == before
    give(credentials, KEY + "\n")
    assert ring.get_password("roomdisplay", "graph") == SECRET, "a line's end is no key"


@pytest.mark.parametrize("key", [b" \n" + bytes(28) + b"\t ", bytes(32)])
def test_a_key_of_32_bytes_may_be_any_bytes(ring: SealedKeyring, credentials: Path, key: bytes) -> None:
    give(credentials, key)
    ring.set_password("roomdisplay", "graph", SECRET)
    assert ring.get_password("roomdisplay", "graph") == SECRET


# ── what it refuses ──


def test_a_short_key_is_none(ring: SealedKeyring, credentials: Path) -> None:
    give(credentials, "x" * 31)
    with pytest.raises(SecretMissing, match=r"store-key.*openssl rand -base64 32"):
        ring.set_password("roomdisplay", "graph", SECRET)


def test_a_key_others_can_read_is_none(ring: SealedKeyring, credentials: Path) -> None:
    give(credentials, KEY, 0o444)
    with pytest.raises(SecretMissing, match="open to other users"):
        ring.set_password("roomdisplay", "graph", SECRET)


@pytest.mark.parametrize(
    ("what", "mode", "mend"), [("", 0o755, "0700"), ("keyring", 0o640, "0600"), ("keyring", 0o602, "0600")]
)
def test_a_folder_or_file_open_to_others_is_not_used(
    ring: SealedKeyring, tmp_path: Path, what: str, mode: int, mend: str
) -> None:
    ring.set_password("roomdisplay", "graph", SECRET)
    path = file_of(tmp_path).parent / what
    path.chmod(mode)
    uses: list[Callable[[], object]] = [
        partial(ring.get_password, "roomdisplay", "graph"),
        partial(ring.set_password, "roomdisplay", "graph", "x"),
    ]
    for use in uses:
        with pytest.raises(KeyringError, match=f"chmod {mend} {path}"):
            use()


def test_a_link_in_its_place_is_not_followed(ring: SealedKeyring, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "secrets").symlink_to(elsewhere)
    with pytest.raises(SecretMissing):
        ring.set_password("roomdisplay", "graph", SECRET)
    assert list(elsewhere.iterdir()) == []


def test_a_disk_that_takes_nothing_leaves_what_was_there(
    ring: SealedKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring.set_password("roomdisplay", "graph", SECRET)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(SecretMissing, match="No space left on device"):
            ring.set_password("roomdisplay", "graph", "new")
    assert ring.get_password("roomdisplay", "graph") == SECRET


# ── as the panel uses it ──


def test_it_stands_in_where_there_is_no_secret_service(credentials: Path, tmp_path: Path) -> None:
    secrets = NamedSecrets(state=tmp_path / "state")
    assert secrets.kept("token-cache-key", "made") == b"made"
    assert NamedSecrets(state=tmp_path / "state").kept("token-cache-key", "other") == b"made"
    assert b"made" not in file_of(tmp_path).read_bytes()


def test_without_key_and_without_keyring_the_panel_says_what_to_do(credentials: Path, tmp_path: Path) -> None:
    (credentials / "store-key").unlink()
    with pytest.raises(SecretMissing, match=r"LoadCredentialEncrypted=store-key.*gnome-keyring"):
        NamedSecrets(state=tmp_path / "state").kept("token-cache-key", "made")
    assert not (tmp_path / "state").exists()


def test_what_is_wrong_with_it_is_what_the_panel_says(credentials: Path, tmp_path: Path) -> None:
    NamedSecrets(state=tmp_path / "state").kept("token-cache-key", "made")
    file_of(tmp_path).parent.chmod(0o755)
    with pytest.raises(SecretMissing, match="chmod 0700"):
        NamedSecrets(state=tmp_path / "state").secret("token-cache-key")


def test_keyrings_own_command_finds_it(credentials: Path, tmp_path: Path) -> None:
    """`keyring set roomdisplay NAME` on a headless panel, as the message for a missing secret says."""
    environment = {
        "PATH": os.environ["PATH"],
        "CREDENTIALS_DIRECTORY": str(credentials),
        "STATE_DIRECTORY": str(tmp_path / "state"),
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-m", "keyring"]
    subprocess.run([*command, "set", "roomdisplay", "graph"], input=SECRET, env=environment, text=True, check=True)
    assert SealedKeyring(tmp_path / "state").get_password("roomdisplay", "graph") == SECRET
    (credentials / "store-key").unlink()
    ended = subprocess.run(
        [*command, "get", "roomdisplay", "graph"], env=environment, text=True, capture_output=True, check=False
    )
    assert ended.returncode != 0
    assert SECRET not in ended.stdout + ended.stderr
