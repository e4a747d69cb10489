"""Secrets by name: systemd credentials and their rights, keyrings and their moods, and what is said when all fails."""

import os
import stat
import struct
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.compat import properties
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from roomdisplay.adapters.secrets import GivenSecrets, NamedSecrets
from roomdisplay.adapters.secrets.credentials import LARGEST, is_exposed
from roomdisplay.adapters.secrets.keyrings import Keyring, store_secret
from roomdisplay.ports import SecretMissing, Secrets


class MemoryKeyring(KeyringBackend):
    """A keyring that may be locked, slow, or broken."""

    @properties.classproperty
    def priority(self) -> float:  # pyright: ignore[reportIncompatibleVariableOverride, reportIncompatibleMethodOverride]
        return 1

    def __init__(self, **kept: str) -> None:
        super().__init__()
        self.kept = {("roomdisplay", name): value for name, value in kept.items()}
        self.error: Exception | None = None
        self.go_on: threading.Event | None = None
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        if self.go_on is not None:
            self.go_on.wait(10)
        if self.error is not None:
            raise self.error
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    before = keyring.get_keyring()
    made = MemoryKeyring(graph="from the keyring")
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    return tmp_path


def put(directory: Path, name: str, content: bytes, mode: int = 0o400) -> None:
    (directory / name).write_bytes(content)
    (directory / name).chmod(mode)


def missing(secrets: Secrets, name: str = "graph") -> str:
    with pytest.raises(SecretMissing) as found:
        secrets.secret(name)
    return str(found.value)


# ── systemd ──


def test_a_credential_goes_before_the_keyring(ring: MemoryKeyring, directory: Path) -> None:
    put(directory, "graph", b"\x00from systemd\n")
    assert NamedSecrets().secret("graph") == b"\x00from systemd\n"
    assert ring.asked == 0
    put(directory, "other", b"another")
    assert NamedSecrets().secret("other") == b"another"


def test_without_a_credential_the_keyring_is_asked(ring: MemoryKeyring, directory: Path) -> None:
    assert NamedSecrets().secret("graph") == b"from the keyring"


@pytest.mark.parametrize("mode", [0o440, 0o404, 0o420, 0o402, 0o644, 0o666])
def test_a_credential_others_can_read_or_write_is_not_used(ring: MemoryKeyring, directory: Path, mode: int) -> None:
    put(directory, "graph", b"hush", mode)
    said = missing(NamedSecrets())
    assert "open to other users" in said
    assert "chmod 0400" in said
    assert "hush" not in said
    assert ring.asked == 0, "a credential that is there and bad is no reason to look on"


@pytest.mark.parametrize("mode", [0o400, 0o600, 0o500, 0o411])
def test_a_credential_only_its_owner_can_read_is_used(ring: MemoryKeyring, directory: Path, mode: int) -> None:
    put(directory, "graph", b"hush", mode)
    assert NamedSecrets().secret("graph") == b"hush"


def test_what_is_no_file_is_not_followed(
    ring: MemoryKeyring, directory: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    put(tmp_path_factory.mktemp("x"), "elsewhere", b"hush")
    (directory / "link").symlink_to(tmp_path_factory.getbasetemp() / "elsewhere")
    (directory / "folder").mkdir(mode=0o700)
    os.mkfifo(directory / "pipe", 0o600)
    for name in ("link", "folder", "pipe"):
        assert str(directory / name) in missing(NamedSecrets(), name)


def test_a_credential_beyond_all_measure(ring: MemoryKeyring, directory: Path) -> None:
    put(directory, "graph", b"x" * (LARGEST + 1))
    assert "larger" in missing(NamedSecrets())
    put(directory, "empty", b"")
    assert "No secret named “empty”" in missing(NamedSecrets(), "empty")


@pytest.mark.parametrize("name", ["", ".", "..", "../graph", "/etc/passwd", "a/b", "a\0", "-x", "ä", "x" * 200])
def test_a_name_is_only_a_name(ring: MemoryKeyring, directory: Path, name: str) -> None:
    assert "cannot name a secret" in missing(NamedSecrets(), name)


def acl(*entries: tuple[int, int, int]) -> bytes:
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


USER_OBJ, USER, GROUP_OBJ, GROUP, MASK, OTHER = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
ANY = 0xFFFFFFFF
ME, SOMEBODY = os.geteuid(), os.geteuid() + 4711
SYSTEMD = ((USER_OBJ, 4, ANY), (USER, 4, ME), (GROUP_OBJ, 0, ANY), (MASK, 4, ANY), (OTHER, 0, ANY))
"""As systemd 257 leaves a credential of a unit with User=; the mode then reads 0440."""


@pytest.mark.parametrize(
    ("entries", "exposed"),
    [
        (SYSTEMD, False),
        ((*SYSTEMD, (USER, 4, SOMEBODY)), True),
        ((*SYSTEMD, (GROUP, 4, SOMEBODY)), True),
        (((GROUP_OBJ, 4, ANY), (MASK, 4, ANY), (OTHER, 0, ANY)), True),
        (((GROUP_OBJ, 4, ANY), (MASK, 1, ANY), (OTHER, 0, ANY)), False),
        (((GROUP_OBJ, 0, ANY), (MASK, 0, ANY), (OTHER, 4, ANY)), True),
        (((GROUP_OBJ, 2, ANY), (OTHER, 0, ANY)), True),
    ],
)
def test_rights_given_by_an_acl(tmp_path: Path, entries: tuple[tuple[int, int, int], ...], exposed: bool) -> None:
    put(tmp_path, "graph", b"", 0o440)
    assert is_exposed((tmp_path / "graph").stat(), acl(*entries)) is exposed


@pytest.mark.parametrize("odd", [None, b"", b"\x01\0\0\0", acl(*SYSTEMD)[:-1]])
def test_without_a_readable_acl_the_mode_decides(tmp_path: Path, odd: bytes | None) -> None:
    put(tmp_path, "graph", b"", 0o440)
    status = (tmp_path / "graph").stat()
    assert stat.S_IMODE(status.st_mode) == 0o440
    assert is_exposed(status, odd)


# ── keyrings ──


def test_a_mended_secret_is_read_anew(ring: MemoryKeyring) -> None:
    secrets = NamedSecrets()
    assert secrets.secret("graph") == b"from the keyring"
    store_secret("graph", "größer")
    assert secrets.secret("graph") == "größer".encode()


def test_a_name_nobody_knows(ring: MemoryKeyring) -> None:
    said = missing(NamedSecrets(), "other")
    assert "“other”" in said
    assert "LoadCredential=other:" in said
    assert "keyring set roomdisplay other" in said


@pytest.mark.parametrize("none", [fail.Keyring(), null.Keyring()])
def test_a_machine_without_a_keyring(ring: MemoryKeyring, none: KeyringBackend) -> None:
    keyring.set_keyring(none)
    assert "no keyring on this machine" in missing(NamedSecrets())
    with pytest.raises(SecretMissing):
        store_secret("graph", "x")


def test_a_keyring_that_keeps_plain_text_is_none(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    class PlaintextKeyring(MemoryKeyring):
        pass

    PlaintextKeyring.__module__ = "keyrings.alt.file"
    plain = PlaintextKeyring(graph="in the clear")
    keyring.set_keyring(plain)
    assert "no keyring" in missing(NamedSecrets())
    with pytest.raises(SecretMissing):
        store_secret("graph", "x")
    monkeypatch.setattr(ChainerBackend, "backends", [plain, ring])
    keyring.set_keyring(ChainerBackend())
    assert NamedSecrets().secret("graph") == b"from the keyring"
    assert plain.asked == 0


@pytest.mark.parametrize(
    "error", [KeyringLocked("hush"), NoKeyringError("hush"), RuntimeError("hush"), OSError("hush")]
)
def test_a_keyring_that_cannot_be_read(ring: MemoryKeyring, error: Exception) -> None:
    ring.error = error
    said = missing(NamedSecrets())
    assert "unlock it" in said
    assert "hush" not in said


def test_a_keyring_that_is_never_unlocked_is_given_up_and_asked_again_later(ring: MemoryKeyring) -> None:
    ring.go_on = threading.Event()
    secrets = NamedSecrets(keyring=Keyring(patience=0.05))
    began = time.monotonic()
    assert "did not answer within 0.05 s" in missing(secrets)
    for _ in range(3):
        assert "still does not answer" in missing(secrets)
    assert time.monotonic() - began < 2
    assert ring.asked == 1, "one open question, however often it is wanted"
    ring.go_on.set()
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            assert secrets.secret("graph") == b"from the keyring"
        except SecretMissing:
            time.sleep(0.01)
        else:
            break
    else:
        pytest.fail("never asked again")


# ── what the panel makes itself ──


def test_a_secret_is_made_once_and_kept_in_the_keyring(ring: MemoryKeyring) -> None:
    assert NamedSecrets().kept("token-cache-key", "first") == b"first"
    assert ring.kept["roomdisplay", "token-cache-key"] == "first"
    assert NamedSecrets().kept("token-cache-key", "second") == b"first"


def test_a_given_credential_goes_before_one_that_is_made(ring: MemoryKeyring, directory: Path) -> None:
    put(directory, "token-cache-key", b"given")
    assert NamedSecrets().kept("token-cache-key", "made") == b"given"
    assert ("roomdisplay", "token-cache-key") not in ring.kept


def test_without_a_keyring_nothing_is_made(ring: MemoryKeyring) -> None:
    keyring.set_keyring(fail.Keyring())
    with pytest.raises(SecretMissing, match="LoadCredential="):
        NamedSecrets().kept("token-cache-key", "made")


@pytest.mark.parametrize("error", [KeyringLocked("hush"), RuntimeError("hush")])
def test_a_keyring_that_takes_nothing(ring: MemoryKeyring, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: str) -> None:
        raise error

    monkeypatch.setattr(ring, "set_password", refuse)
    with pytest.raises(SecretMissing, match="unlock it") as told:
        NamedSecrets().kept("token-cache-key", "made")
    assert "hush" not in str(told.value)


def test_a_keyring_that_forgets_at_once_is_none(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ring, "set_password", lambda *_: None)  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
    with pytest.raises(SecretMissing, match="does not keep"):
        NamedSecrets().kept("token-cache-key", "made")


# ── given ──


def test_given_secrets_are_kept_to_themselves() -> None:
    secrets = GivenSecrets({"a": "hush", "b": b"hush"})
    assert secrets.secret("a") == secrets.secret("b") == b"hush"
    secrets.give("a", "new")
    assert secrets.secret("a") == b"new"
    assert "“c”" in missing(secrets, "c")
    assert "hush" not in repr(secrets)
    assert "new" not in repr(secrets)


def test_several_questions_at_once_take_turns(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    ring.kept |= {("roomdisplay", name): name for name in "abcd"}
    asking: list[str] = []

    def slow(service: str, username: str) -> str | None:
        asking.append(username)
        assert asking == [username]
        time.sleep(0.02)
        asking.remove(username)
        return ring.kept.get((service, username))

    monkeypatch.setattr(ring, "get_password", slow)
    one = Keyring(patience=5)
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(one.secret, "abcd")) == [b"a", b"b", b"c", b"d"]


def test_a_kept_secret_is_replaced_and_forgotten(ring: MemoryKeyring) -> None:
    secrets = NamedSecrets()
    secrets.keep("graph", "one")
    secrets.keep("graph", "two")
    assert secrets.secret("graph") == b"two"
    secrets.forget("graph")
    secrets.forget("graph")
    assert "graph" in missing(secrets)
