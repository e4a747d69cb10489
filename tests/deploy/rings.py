"""A release on its way through two booted machines, as a Space Administrator sees it from outside: on the server's
Portal over HTTP, and on the machines' disks."""

import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import httpx
from msgspec import Struct

from tests.deploy.booted import Amiss
from tests.deploy.disk import Disk
from tests.deploy.releases import BAD, GOOD
from tests.e2e.visiting import PASSWORD, Browser

SERVER = "http://127.0.0.1:8080"
PAGE = "/updates"
SETTLING = 1
"""Minutes that the first panel has to be healthy before the second is offered a release."""
BEAT = 60.0
"""Seconds between two signs of life of a panel."""


class Standing(Struct, frozen=True, kw_only=True):
    """A panel's line on the page Updates."""

    is_among_the_first: bool
    version: str
    state: str
    reason: str


class Administrator(Browser):
    """Somebody on the Portal, who has chosen a password by now."""

    def __init__(self, welcome: str) -> None:
        super().__init__(SERVER, patience=60)
        self.send(welcome, welcome, password=PASSWORD, again=PASSWORD)

    def add(self, bundle: Path) -> None:
        self.upload(PAGE, f"{PAGE}/releases", bundle=bundle.read_bytes())

    def begin(self, version: str, first: str) -> None:
        """Rolls the release out, the panel of that serial first."""
        [(id, _)] = re.findall(rf'name="canary" value="(\d+)"><label [^>]*>({first}) ·', self.page(PAGE))
        self.send(PAGE, f"{PAGE}/begin", version=version, settling=str(SETTLING), canary=id)

    def standings(self) -> Mapping[str, Standing]:
        """By serial. A panel that was offered nothing has none."""
        found: dict[str, Standing] = {}
        for row in re.findall(r'<tr>\s*<th scope="row">.*?</tr>', self.page(PAGE), re.DOTALL):
            [serial] = re.findall(r'href="/panel/\d+">([^<]*)</a>', row)
            [version] = re.findall(r'data-label="Version">([^<]*)<', row)
            [state] = re.findall(r'data-label="State">([^<]*)<', row)
            reason = "".join(re.findall(r'class="warning">([^<]*)<', row))
            found[serial] = Standing(
                is_among_the_first="among the first" in row, version=version, state=state, reason=reason
            )
        return found


class Fleet:
    """The machine `first`, which is the server as well, and `second`."""

    def __init__(self, first: Disk, second: Disk, administrator: Administrator) -> None:
        self._first, self._second, self._administrator = first, second, administrator

    def takes_a_good_release(self, bundle: Path) -> str:
        """The first, and once that has been healthy for long enough the second."""
        admin, before = self._administrator, self._second.release
        admin.add(bundle)
        admin.begin(GOOD, "first")
        began = time.monotonic()
        until("the first is healthy", lambda: self._state("first") == "healthy", 300, self._untouched(before))
        well = time.monotonic()
        until("the second is offered it", lambda: "second" in admin.standings(), 60 * SETTLING + 3 * BEAT)
        offered = time.monotonic()
        if offered - well < 60 * SETTLING - 5:
            raise Amiss(f"the second was offered it {offered - well:.0f} s after the first was healthy")
        until("the second is healthy", lambda: self._state("second") == "healthy", 300)
        expected = {
            "first": Standing(is_among_the_first=True, version=GOOD, state="healthy", reason=""),
            "second": Standing(is_among_the_first=False, version=GOOD, state="healthy", reason=""),
        }
        if admin.standings() != expected or "Every panel has it." not in admin.page(PAGE):
            raise Amiss(f"{admin.standings()}")
        if {self._first.release, self._second.release} != {GOOD}:
            raise Amiss(f"the disks have {self._first.release} and {self._second.release}")
        return (
            f"the first was healthy after {well - began:.0f} s, the second offered it {offered - well:.0f} s later "
            f"and healthy after {time.monotonic() - began:.0f} s"
        )

    def gives_a_bad_release_up(self, bundle: Path) -> str:
        """The first rolls itself back, and the second never hears of it."""
        admin = self._administrator
        admin.add(bundle)
        admin.begin(BAD, "first")
        began = time.monotonic()
        tried: list[str] = []

        def look() -> None:
            self._untouched(GOOD)()
            tried.append(self._first.release)

        until("it is rolled back", lambda: self._state("first") == "rolled back", 400, look)
        took, end = time.monotonic() - began, time.monotonic() + 2 * BEAT
        while time.monotonic() < end:
            look()
            time.sleep(1)
        [(serial, standing)] = admin.standings().items()
        if (serial, self._first.release) != ("first", GOOD) or BAD not in tried:
            raise Amiss(f"{serial} has {self._first.release}, and had {sorted(set(tried))}")
        if f"so {GOOD} runs again instead of {BAD}" not in standing.reason or "Stopped" not in admin.page(PAGE):
            raise Amiss(f"{standing}")
        if admin.page("/fleet").count(GOOD) < 2:
            raise Amiss("the fleet page does not show both panels with the release before")
        return f"stopped after {took:.0f} s: {standing.reason}"

    def _state(self, serial: str) -> str | None:
        standing = self._administrator.standings().get(serial)
        return None if standing is None else standing.state

    def _untouched(self, release: str) -> Callable[[], None]:
        """Raises where the second machine has, or gets, anything else."""

        def look() -> None:
            update = self._second.root / "var" / "lib" / "roomdisplay" / "update"
            fetched = [*update.glob("*.part"), *update.glob("inbox/*")]
            if self._second.release != release or fetched or "second" in self._administrator.standings():
                raise Amiss(f"the second machine has {self._second.release} and {fetched}")

        return look


def until(what: str, wanted: Callable[[], bool], patience: float, meanwhile: Callable[[], None] = lambda: None) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            meanwhile()
            if wanted():
                return
        except httpx.TransportError:
            pass  # the server is started anew with its machine's release
        time.sleep(1)
    raise Amiss(f"not within {patience:.0f} s: {what}")
