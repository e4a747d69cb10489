"""A machine whose screen has no graphics driver: the panel on the kernel's framebuffer, by the real start script."""

import os
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.processes import ROOMDISPLAY, ROOT, Kiosk, Tenant
from tests.ui.likeness import unlike

WIDTH, HEIGHT = 800, 480
START = """#!/bin/sh
# a /dev with a framebuffer, and without /dev/dri and /dev/input
set -e
mount -t tmpfs -o mode=755 tmpfs /dev
for node in null:1:3 zero:1:5 random:1:8 urandom:1:9; do
  IFS=: read -r name major minor <<N
$node
N
  mknod -m 666 "/dev/$name" c "$major" "$minor"
done
mkdir /dev/shm
touch /dev/fb0
mount --bind "{fb0}" /dev/fb0
shift
LD_PRELOAD={library} exec {kiosk} "$@"
"""

pytestmark = [
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a process a /dev of its own"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler: install Debian's package gcc"),
]


@pytest.fixture
def tenant() -> Generator[Tenant]:
    tenant = Tenant()
    yield tenant
    tenant.close()


class Panel(Kiosk):
    """On a framebuffer, which is the file `fb0`."""

    def __init__(self, tenant: Tenant, folder: Path) -> None:
        library, self.fb0, kiosk = folder / "framebuffer.so", folder / "fb0", folder / "libexec" / "roomdisplay-kiosk"
        source = ROOT / "tests" / "deploy" / "framebuffer.c"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
        self.fb0.write_bytes(bytes(4 * WIDTH * HEIGHT))
        kiosk.parent.mkdir()
        shutil.copy(ROOT / "deploy" / "libexec" / "roomdisplay-kiosk", kiosk)
        (folder / "bin").mkdir()
        (folder / "bin" / "roomdisplay").symlink_to(ROOMDISPLAY)
        self._script = folder / "start"
        self._script.write_text(START.format(fb0=self.fb0, library=library, kiosk=kiosk))
        self._script.chmod(0o755)
        super().__init__(tenant.told, folder)

    @property
    def program(self) -> list[str]:
        return ["unshare", "--mount", str(self._script)]

    def glass(self) -> QImage:
        return QImage(self.fb0.read_bytes(), WIDTH, HEIGHT, 4 * WIDTH, QImage.Format.Format_RGB32).copy()


def test_the_day_is_on_the_glass(tenant: Tenant, tmp_path: Path) -> None:
    panel = Panel(tenant, tmp_path)
    try:
        panel.until(lambda state: state["freshness"]["kind"] == "live", 40)
        deadline = time.monotonic() + 10
        while unlike(panel.glass(), shown := QImage.fromData(b64decode(panel.ctl("screenshot")))) != 0:
            assert time.monotonic() < deadline, "the glass never showed what the panel says that it shows"
        assert (shown.width(), shown.height()) == (WIDTH, HEIGHT)
        assert len({shown.pixel(x, y) for x in range(0, WIDTH, 8) for y in range(0, HEIGHT, 8)}) > 16
    finally:
        panel.close()
