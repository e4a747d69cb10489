"""What an earlier start has read of its files is read ahead by the next, in a process beside it."""

import mmap
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roomdisplay.shell import readahead
from tests.processes import Kiosk, Tenant

PAGE = os.sysconf("SC_PAGE_SIZE")
Kept = Callable[..., None]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    return tmp_path


@pytest.fixture
def kept(state: Path) -> Kept:
    def keep(*lines: str, release: str = sys.prefix) -> None:
        (state / "start").write_text("\n".join((release, *lines)))

    return keep


@pytest.fixture
def file() -> Iterator[Path]:
    """A file that lies on a disk, and none of it in memory; its second megabyte is what a start has touched."""
    path = Path(__file__).with_suffix(".tmp")
    path.write_bytes(os.urandom(1 << 22))
    with path.open("rb") as opened:
        os.fsync(opened.fileno())
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    yield path
    path.unlink()


def is_read(path: Path, at: int) -> bool:
    """Without reading it."""
    with path.open("rb") as opened:
        try:
            return os.preadv(opened.fileno(), [bytearray(PAGE)], at, os.RWF_NOWAIT) == PAGE
        except BlockingIOError:
            return False


def begin() -> None:
    """As the command does."""
    reading = readahead.read_ahead()
    if reading is not None:
        assert os.waitpid(reading, 0) == (reading, 0)


def test_what_was_touched_is_read_ahead_and_nobody_waits_for_it(kept: Kept, file: Path) -> None:
    if is_read(file, 1 << 20):
        pytest.skip("this disk is memory")
    kept("/nowhere/at/all\t0-0", "nonsense", f"{file}\t{1 << 20}-{2 << 20}")
    begin()
    deadline = time.monotonic() + 5
    while not is_read(file, (1 << 20) + 8 * PAGE):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert not is_read(file, 3 << 20)


@pytest.mark.parametrize("lines", [[], ["x"], ["x\t1-y"], ["\t\t"], ["/proc/self/mem\t0-0"], ["\0\t0-0"]])
def test_a_list_that_is_no_list_is_no_trouble(kept: Kept, lines: list[str]) -> None:
    kept(*lines)
    begin()


def test_the_list_of_another_release_is_not_followed_but_replaced(kept: Kept, state: Path) -> None:
    kept(f"{__file__}\t0-0", release="/opt/roomdisplay/releases/0.0.1")
    assert readahead.read_ahead() is None
    readahead.keep()
    release, *files = (state / "start").read_text().split("\n")
    assert release == sys.prefix
    assert f"{readahead.__cached__}\t0-0" in files
    assert [path.name for path in state.iterdir()] == ["start"]


def test_of_a_mapped_file_the_parts_that_were_touched_are_kept_and_no_others(state: Path, file: Path) -> None:
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ) as mapped:
        assert len(mapped[1 << 20 : (1 << 20) + 2]) == 2
        readahead.keep()
    kept = dict(line.split("\t", 1) for line in (state / "start").read_text().split("\n")[1:])
    (part,) = kept[str(file)].split("\t")
    first, last = map(int, part.split("-"))
    assert first <= 1 << 20 < last
    assert last - first < 1 << 20


def test_without_a_state_directory_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    monkeypatch.chdir(tmp_path)
    readahead.keep()
    assert readahead.read_ahead() is None
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_nothing_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", "/proc/nowhere")
    readahead.keep()
    assert readahead.read_ahead() is None


def test_a_full_disk_keeps_no_half_of_a_list(state: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (PAGE, limit[1]))
    try:
        readahead.keep()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert list(state.iterdir()) == []


def test_a_panel_keeps_what_its_start_has_read_and_leaves_no_process_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    state.mkdir()
    monkeypatch.setenv("STATE_DIRECTORY", str(state))
    tenant = Tenant()
    try:
        for _ in range(2):
            kiosk = Kiosk(tenant.told, tmp_path)
            try:
                kiosk.until(lambda state: state["freshness"]["kind"] == "live")
                children = Path(f"/proc/{kiosk.pid}/task/{kiosk.pid}/children").read_text()
                assert children == ""
            finally:
                kiosk.close()
    finally:
        tenant.close()
    kept = (state / "start").read_text()
    assert "libQt6Quick.so" in kept
    assert ".qmlc\t" in kept
    assert "QtOpenGL." not in kept
    assert "/etc/fonts/fonts.conf\t0-0" in kept
    assert "/core/__pycache__/machine." in kept
