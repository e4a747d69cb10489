"""What a panel keeps of its pairing: settings in a file, secrets in the keyring.

The file is the pairing: it is written last and taken away first, each at once or not at all, so a panel that lost its
power in between is either paired or is not. What an interrupted pairing left behind is swept up before the next one.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from roomdisplay.config.loader import ConfigError, paired
from roomdisplay.config.settings import Settings, Unpaired
from roomdisplay.ports import SecretMissing, Secrets, StoreBroken

FILE = "paired.yaml"
AUTHORITIES = "office365-authorities.pem"
CERTIFICATE = "panel-certificate.pem"
RECEIPT, EXAMINATION = "receipt-due", "examination-due"
TOKEN, SECRET, OWN_CERTIFICATE = "wox-token", "office365-secret", "office365-certificate"
NEXT_CERTIFICATE = "office365-certificate-next"
"""Names of secrets."""
Json = dict[str, Any]


class NotKept(Exception):
    """The message is a sentence that says what to do."""


class KeptPairing:
    """Of one panel. All methods block."""

    def __init__(self, state: Path, secrets: Secrets) -> None:
        self._state = state
        self._secrets = secrets

    def settings(self, unpaired: Unpaired) -> Settings | None:
        """None: the panel is not paired. Raises ConfigError where what was kept cannot be read."""
        file = self._state / FILE
        try:
            return paired(file.read_text(encoding="utf-8"), str(file), unpaired)
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            raise ConfigError(f"{file} cannot be read. Take the file away, and pair the panel anew.") from None

    def keep(self, grant: bytes, *, server: str, ca_file: Path | None, serial: str, now: datetime) -> Settings:
        """Writes down what was granted. Raises NotKept."""
        from roomdisplay.adapters.sealed import write_private  # a paired panel starts without cryptography

        try:
            told = cast("Json", json.loads(grant))
            link, room = told["office365"], told["room"]
            office365: Json = {"tenant": link["tenant"], "client_id": link["clientId"], "cloud": link["cloud"]}
            office365 |= {key: link[key] for key in ("authority", "graph", "proxy") if link.get(key)}
            if link.get("authorities"):
                office365["ca_file"] = str(self._state / AUTHORITIES)
                write_private(self._state / AUTHORITIES, link["authorities"].encode())
            office365 |= self._proof(link, serial, now)
            wox: Json = {"server": server, "token": TOKEN} | ({"ca_file": str(ca_file)} if ca_file else {})
            names = {"address": room["address"], "name": room["name"], "time_zone": room["timeZone"]}
            names |= {"detail": room["detail"]} if room.get("detail") else {}
            text = json.dumps({"room": names, "office365": office365, "wox": wox}, ensure_ascii=False, indent=1)
            settings = paired(text, "the server's answer", Unpaired())
            self._secrets.keep(TOKEN, _text(told["token"]))
            for due in (RECEIPT, EXAMINATION):
                write_private(self._state / due, b"")
            write_private(self._state / FILE, text.encode())
        except SecretMissing as missing:
            raise NotKept(str(missing)) from missing
        except OSError as error:
            raise NotKept(f"{self._state} cannot be written ({error.strerror}). Free some space.") from error
        except (ConfigError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotKept(f"The server granted what this panel does not understand ({error}). Update it.") from error
        return settings

    def _proof(self, link: Json, serial: str, now: datetime) -> Json:
        from roomdisplay.adapters.certificates import self_signed
        from roomdisplay.adapters.sealed import write_private

        match link["proof"]:
            case "secret":
                self._secrets.keep(SECRET, _text(link["secret"]))
                return {"client_secret": SECRET}
            case "certificate":
                private, public = self_signed(serial, now)
                self._secrets.keep(OWN_CERTIFICATE, private)
                write_private(self._state / CERTIFICATE, public.encode())
                return {"certificate_pem": OWN_CERTIFICATE}
            case "serviceAccount":
                return {"link": "service-account"}
            case other:
                raise ValueError(f"proof {other!r}")

    @property
    def is_receipt_due(self) -> bool:
        """The server has not heard yet that the grant was kept."""
        return (self._state / RECEIPT).exists()

    def received(self) -> None:
        (self._state / RECEIPT).unlink(missing_ok=True)

    @property
    def is_examination_due(self) -> bool:
        """Nobody has looked yet whether all is well with what was granted."""
        return (self._state / EXAMINATION).exists()

    def examined(self) -> None:
        (self._state / EXAMINATION).unlink(missing_ok=True)

    @property
    def certificate(self) -> str | None:
        """The panel's own, public part, PEM; None: it has none."""
        with suppress(OSError):
            return (self._state / CERTIFICATE).read_text(encoding="ascii")
        return None

    def next_certificate(self, *, fresh: bool, serial: str, now: datetime) -> str | None:
        """Of the panel's own, the one to come, public part, PEM: made now where there is none and `fresh` says so.
        Raises SecretMissing."""
        from roomdisplay.adapters.certificates import public_part, self_signed

        try:
            held = self._secrets.secret(NEXT_CERTIFICATE)
        except SecretMissing:
            if not fresh:
                return None
            held = self._secrets.kept(NEXT_CERTIFICATE, self_signed(serial, now)[0])
        return public_part(held.decode("ascii", "replace"))

    def switch_certificate(self) -> None:
        """The next one is the one in use. Raises SecretMissing, OSError."""
        from roomdisplay.adapters.certificates import public_part
        from roomdisplay.adapters.sealed import write_private

        held = self._secrets.secret(NEXT_CERTIFICATE).decode("ascii", "replace")
        self._secrets.keep(OWN_CERTIFICATE, held)
        write_private(self._state / CERTIFICATE, public_part(held).encode())
        self._secrets.forget(NEXT_CERTIFICATE)

    def end(self) -> None:
        """The panel is paired no longer; `sweep` takes away the rest. Raises NotKept."""
        try:
            (self._state / FILE).unlink(missing_ok=True)
            if self._state.is_dir():
                folder = os.open(self._state, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
                try:
                    os.fsync(folder)
                finally:
                    os.close(folder)
        except OSError as error:
            raise NotKept(f"{self._state / FILE} cannot be taken away ({error.strerror}). Delete it.") from error

    def sweep(self, forget_rooms: Callable[[], None]) -> None:
        """Wipes what a pairing that is over, or was interrupted, has left: secrets, files, what was read of the room.
        Nothing of a panel that is paired. Raises SecretMissing, StoreBroken."""
        from roomdisplay.adapters.sealed import unfinished

        if (self._state / FILE).exists():
            return
        files = [self._state / name for name in (RECEIPT, EXAMINATION, AUTHORITIES, CERTIFICATE, "token-cache")]
        for file in (*files, *map(unfinished, files), unfinished(self._state / FILE)):
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise StoreBroken(f"{file} cannot be taken away ({error.strerror}). Delete it.") from error
        forget_rooms()
        for secret in (TOKEN, SECRET, OWN_CERTIFICATE, NEXT_CERTIFICATE):
            self._secrets.forget(secret)


def _text(value: object) -> str:
    """Raises ValueError."""
    if not isinstance(value, str) or not value:
        raise ValueError("a secret that is none")
    return value
