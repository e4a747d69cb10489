"""What a panel keeps of its pairing: all of it or nothing, and nothing secret outside the keyring."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from roomdisplay.adapters.device.serial import serial
from roomdisplay.adapters.discovery import from_boot, from_network
from roomdisplay.adapters.paired import OWN_CERTIFICATE, SECRET, TOKEN, KeptPairing, NotKept
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.config.loader import ConfigError, load_panel
from roomdisplay.config.settings import CertificatePem, ClientSecret, Display, ServiceAccount, Settings, Unpaired
from roomdisplay.ports import SecretMissing

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
GRANT: dict[str, Any] = {
    "room": {"address": "aurora@contoso.example", "name": "Aurora", "detail": "8", "timeZone": "Europe/Berlin"},
    "token": "planted-token",
    "office365": {
        "tenant": "contoso.example",
        "clientId": "11111111-2222-3333-4444-555555555555",
        "cloud": "global",
        "authority": None,
        "graph": None,
        "authorities": "PEM",
        "proof": "secret",
        "secret": "planted-secret",
    },
}
UNPAIRED = Unpaired(server="https://wox.example", display=Display(width=800, height=480))


def keep(kept: KeptPairing, **link: object) -> Settings:
    grant = GRANT | {"office365": GRANT["office365"] | link}
    told = json.dumps(grant).encode()
    return kept.keep(told, server="https://wox.example", ca_file=None, serial="RD-1", now=NOW)


def test_what_was_granted_is_there_after_a_restart(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    assert KeptPairing(tmp_path, secrets).settings(UNPAIRED) is None
    keep(KeptPairing(tmp_path, secrets))
    kept = KeptPairing(tmp_path, secrets)
    settings = kept.settings(UNPAIRED)
    assert settings is not None
    assert (settings.room.name, settings.room.zone.key) == ("Aurora", "Europe/Berlin")
    assert settings.office365.credential == ClientSecret(secret=SECRET)
    assert settings.wox is not None
    assert (settings.wox.server, settings.wox.token) == ("https://wox.example", TOKEN)
    assert settings.display.width == 800, "the machine's own settings stay"
    assert secrets.secret(TOKEN) == b"planted-token"
    assert kept.is_receipt_due
    kept.received()
    assert not kept.is_receipt_due
    assert not any(b"planted" in file.read_bytes() for file in tmp_path.iterdir())


def test_the_panels_own_certificate(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    kept = KeptPairing(tmp_path, secrets)
    assert keep(kept, proof="certificate").office365.credential == CertificatePem(pem=OWN_CERTIFICATE)
    assert b"PRIVATE KEY" in secrets.secret(OWN_CERTIFICATE)
    assert kept.certificate is not None
    assert "PRIVATE" not in kept.certificate
    assert keep(KeptPairing(tmp_path, secrets), proof="serviceAccount").office365.credential == ServiceAccount()


@pytest.mark.parametrize(
    "grant", [b"", b"[]", b"{}", json.dumps(GRANT | {"room": {}}).encode(), json.dumps(GRANT | {"token": 7}).encode()]
)
def test_what_is_no_grant_is_not_kept(tmp_path: Path, grant: bytes) -> None:
    kept = KeptPairing(tmp_path, GivenSecrets({}))
    with pytest.raises(NotKept, match="does not understand"):
        kept.keep(grant, server="https://wox.example", ca_file=None, serial="RD-1", now=NOW)
    assert kept.settings(UNPAIRED) is None


def test_without_a_keyring_nothing_is_kept(tmp_path: Path) -> None:
    class NoKeyring(GivenSecrets):
        def keep(self, name: str, value: str) -> None:
            raise SecretMissing("There is no keyring.")

    with pytest.raises(NotKept, match="no keyring"):
        keep(KeptPairing(tmp_path, NoKeyring({})))
    assert not (tmp_path / "paired.yaml").exists()


def test_it_ends_at_once_and_what_is_left_is_swept_up(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    kept = KeptPairing(tmp_path, secrets)
    keep(kept)
    wiped: list[bool] = []
    kept.sweep(lambda: wiped.append(True))
    assert not wiped, "nothing of a panel that is paired"
    kept.end()
    assert kept.settings(UNPAIRED) is None
    # and what a process that was killed was about to write
    for file in ("paired.yaml", "receipt-due", "office365-authorities.pem", "token-cache"):
        (tmp_path / f"{file}.new").write_text("half")
    for _ in range(2):
        kept.sweep(lambda: wiped.append(True))
        assert list(tmp_path.iterdir()) == []
    with pytest.raises(SecretMissing):
        secrets.secret(TOKEN)
    KeptPairing(tmp_path / "nowhere", secrets).end()


def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "paired.yaml").write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="pair the panel anew"):
        KeptPairing(tmp_path, GivenSecrets({})).settings(UNPAIRED)


# ── which server, and which panel ─────────────────────────────────────────────────────────────────────────────────────


def config(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "roomdisplay.yaml"
    file.write_text(text)
    return file


def test_a_configuration_without_a_room_is_that_of_an_unpaired_panel(tmp_path: Path) -> None:
    assert load_panel(config(tmp_path, "")) == Unpaired()
    told = load_panel(config(tmp_path, "wox: {server: 'https://a.example/'}\ndisplay: {width: 800, height: 480}"))
    assert told == Unpaired(server="https://a.example", display=Display(width=800, height=480))


@pytest.mark.parametrize("text", ["wox: {server: nowhere}", "wox: {tokens: x}", "what: 1", "office365: {}", "room: {}"])
def test_a_mistake_is_a_mistake(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"roomdisplay\.yaml:1"):
        load_panel(config(tmp_path, text))


def test_the_boot_partition(tmp_path: Path) -> None:
    assert from_boot((tmp_path / "none.yaml",)) is None
    file = config(tmp_path, "wox: {server: 'https://a.example'}")
    found = from_boot((tmp_path / "none.yaml", file))
    assert found is not None
    assert found.server == "https://a.example"


def test_a_boot_partition_that_is_closed_to_the_panel_is_told(tmp_path: Path) -> None:
    partition = tmp_path / "firmware"
    partition.mkdir(mode=0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        with pytest.raises(ConfigError, match=r"firmware/roomdisplay\.yaml cannot be read: Permission denied"):
            from_boot((partition / "roomdisplay.yaml",))
    finally:
        os.seteuid(user)


def announcing(tmp_path: Path, line: str) -> tuple[str, ...]:
    script = tmp_path / "browse"
    script.write_text(f"#!/bin/sh\necho '+;eth0;IPv4;wox;_roomdisplay._tcp;local'\necho '{line}'\n")
    script.chmod(0o755)
    return (str(script),)


@pytest.mark.parametrize(
    ("line", "server"),
    [
        ('=;eth0;IPv4;wox;_roomdisplay._tcp;local;wox.local;10.0.0.5;8443;""', "https://wox.local:8443"),
        ('=;eth0;IPv4;wox;_roomdisplay._tcp;local;wox.example.com.;10.0.0.5;443;""', "https://wox.example.com"),
        ('=;eth0;IPv4;wox;_roomdisplay._tcp;local;a b;10.0.0.5;443;""', None),
        ("=;eth0", None),
    ],
)
def test_a_server_that_announces_itself(tmp_path: Path, line: str, server: str | None) -> None:
    assert from_network(announcing(tmp_path, line)) == server


def test_a_machine_that_cannot_look_around(tmp_path: Path) -> None:
    assert from_network((str(tmp_path / "none"),)) is None


def test_the_serial_number(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "machine-id").write_text("0123456789abcdef0123456789abcdef\n")
    own = serial(tmp_path)
    assert own.startswith("RD-")
    assert serial(tmp_path) == own
    (tmp_path / "sys/class/dmi/id").mkdir(parents=True)
    (tmp_path / "sys/class/dmi/id/product_serial").write_text("To be filled by O.E.M.\n")
    assert serial(tmp_path) == own
    (tmp_path / "proc/device-tree").mkdir(parents=True)
    (tmp_path / "proc/device-tree/serial-number").write_bytes(b"10000000abcdef12\x00")
    assert serial(tmp_path) == "10000000abcdef12"


def test_the_next_certificate_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    kept = KeptPairing(tmp_path, secrets)
    keep(kept, proof="certificate")
    before = kept.certificate
    now = datetime.now(UTC)
    assert kept.next_certificate(fresh=False, serial="RD-1", now=now) is None
    following = kept.next_certificate(fresh=True, serial="RD-1", now=now)
    assert following not in (None, before)
    assert kept.next_certificate(fresh=True, serial="RD-1", now=now) == following, "the same after a restart"
    assert kept.certificate == before
    kept.switch_certificate()
    assert kept.certificate == following
    held = secrets.secret(OWN_CERTIFICATE).decode()
    assert held.endswith(str(following))
    assert "PRIVATE KEY" in held
    assert kept.next_certificate(fresh=False, serial="RD-1", now=now) is None


def test_the_next_certificate_goes_with_the_pairing(tmp_path: Path) -> None:
    secrets = GivenSecrets({})
    kept = KeptPairing(tmp_path, secrets)
    keep(kept, proof="certificate")
    kept.next_certificate(fresh=True, serial="RD-1", now=datetime.now(UTC))
    kept.end()
    kept.sweep(lambda: None)
    assert kept.next_certificate(fresh=False, serial="RD-1", now=datetime.now(UTC)) is None
