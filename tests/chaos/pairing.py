"""`script/chaos pairing`: a panel that is killed (kill -9) while it is paired or unpaired is one or the other.

Each round: a panel shows its code, the code is confirmed, the panel is killed a random moment later and started again;
then it is paired (its settings can be read, its token is good) or it is not (it shows a code, and nothing of the grant
is left). A paired one is revoked, killed a random moment later, and started again: it shows its code, and nothing is
left.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from roomdisplay.adapters.pairing import seal
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.config.loader import load_panel, paired
from roomdisplay.config.settings import Unpaired
from roomdisplay.core.pairing import TOKEN_UNCONFIRMED, typed
from roomdisplay.wox_server import pairings, panels, rooms
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.handover import handover
from tests.processes import SECRET, NeverCame, Tenant, UnpairedKiosk, WoxServer

PATIENCE = 40.0
SPREAD = 3.5
"""Seconds after the confirmation, or the revocation, within which the panel is killed: longer than both take."""


class Half(Exception):
    """Neither paired nor unpaired; the message says how."""


class Rounds:
    def __init__(self, folder: Path, tenant: Tenant, draw: random.Random) -> None:
        self._folder = folder
        self._draw = draw
        self._wox = WoxServer(tenant.told, folder, mirrors=False)
        self._database = Database(f"sqlite:///{folder / 'wox' / 'wox.sqlite'}")
        secrets = GivenSecrets({SECRET: tenant.told["client_secret"]})
        self._link = handover(folder / "wox" / "office365.yaml", secrets, own_certificates=False)
        self.outcomes: Counter[str] = Counter()
        self._panel = UnpairedKiosk(folder, server=self._wox.url)

    def round(self) -> None:
        panel_id = self._confirm()
        self._killed_after(self._draw.uniform(0, SPREAD))
        if self._is_paired():
            self.outcomes["paired"] += 1
            with self._database.writing() as writing:
                panels.revoke(writing, panel_id, datetime.now(UTC))
            self._killed_after(self._draw.uniform(0, SPREAD))
            self._until_it_shows_its_code()
            self.outcomes["unpaired"] += 1
        else:
            self.outcomes["not paired"] += 1
            with self._database.writing() as writing:
                panels.revoke(writing, panel_id, datetime.now(UTC))

    def close(self) -> None:
        self._panel.close()
        self._database.close()
        self._wox.close()

    def _confirm(self) -> int:
        code = typed(self._until_it_shows_its_code())
        assert code is not None
        with self._database.writing() as writing:
            request = pairings.find(writing.connection, code)
            room = rooms.rooms(writing.connection)[0]
            now = datetime.now(UTC)
            made = request.introduction
            panel_id, token = panels.add(
                writing, room.id, serial=made.serial, now=now, expires_at=now + TOKEN_UNCONFIRMED
            )
            sealed = seal(self._link.grant(room.room, token), made.sealing_key, request.transcript)
            pairings.grant(writing, request, panel_id=panel_id, sealed=sealed, replaces=True, now=now)
        return panel_id

    def _killed_after(self, seconds: float) -> None:
        time.sleep(seconds)
        self._panel.kill()
        self._panel.start()

    def _is_paired(self) -> bool:
        """By the file that is the pairing; and whether everything else agrees with it. Raises Half."""
        if not self._panel.is_paired:
            self._until_it_shows_its_code()
            return False
        unpaired = load_panel(self._folder / "config.yaml")
        assert isinstance(unpaired, Unpaired)
        file = self._panel.state / "paired.yaml"
        settings = paired(file.read_text(), str(file), unpaired)
        # what it says of itself, and whether WOX hears it: its token is where it should be, and good
        self._panel.until(lambda state: "room" in state or "tone" in state or "freshness" in state, PATIENCE)
        deadline = time.monotonic() + PATIENCE
        while (self._panel.state / "receipt-due").exists():
            if time.monotonic() > deadline:
                raise Half(f"a panel of {settings.room.name} whose token does nothing")
            time.sleep(0.05)
        return True

    def _until_it_shows_its_code(self) -> str:
        """Raises Half where more than the code is there."""
        try:
            code = self._panel.waiting(PATIENCE)["code"]
        except NeverCame as never:
            raise Half(str(never)) from never
        left = [name for name in ("paired.yaml", "receipt-due", "office365-authorities.pem") if self._has(name)]
        for file in (file for file in self._panel.state.rglob("*") if file.is_file()):
            content = file.read_bytes()
            left += [f"{name} in {file.name}" for name in ("wox-token", "office365-secret") if name.encode() in content]
        if left:
            raise Half(f"unpaired, but it has {', '.join(left)}")
        return code

    def _has(self, name: str) -> bool:
        return (self._panel.state / name).exists()


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/chaos pairing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=100, metavar="N", help="default: 100")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="default: 1")
    arguments = parser.parse_args()
    began = time.monotonic()
    draw = random.Random(arguments.seed)
    half: list[str] = []
    with tempfile.TemporaryDirectory(prefix="roomdisplay-pairing-") as name:
        tenant = Tenant()
        rounds = Rounds(Path(name), tenant, draw)
        try:
            for n in range(arguments.rounds):
                rounds.round()
                if (n + 1) % 10 == 0:
                    print(f"{time.monotonic() - began:5.0f} s  {n + 1} rounds", file=sys.stderr, flush=True)
        except Half as found:
            half.append(str(found))
            print(found, file=sys.stderr)
        finally:
            rounds.close()
            tenant.close()
    told = {"seed": arguments.seed, **rounds.outcomes, "half": len(half), "seconds": round(time.monotonic() - began, 1)}
    print(json.dumps(told))
    return 1 if half else 0


if __name__ == "__main__":
    sys.exit(main())
