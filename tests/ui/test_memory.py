"""What a panel lets go of is given back, and what it keeps is not looked through again and again."""

import asyncio
import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSEngine, QQmlEngine

from roomdisplay.shell import loop
from roomdisplay.shell.memory import settle, tidy


class Link:
    """One of a ring of two."""

    other: "Link"


@pytest.fixture(autouse=True)
def nothing_collected_by_itself() -> Iterator[None]:
    gc.disable()
    yield
    gc.unfreeze()


def ring() -> "weakref.ref[Link]":
    one, two = Link(), Link()
    one.other, two.other = two, one
    return weakref.ref(one)


def held_mb() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024


def test_rings_of_objects_are_let_go_of() -> None:
    lost = ring()
    assert lost() is not None
    tidy(None)
    assert lost() is None


def test_what_qml_has_let_go_of_is_destroyed(qapp: QGuiApplication) -> None:
    engine, gone = QQmlEngine(), list[bool]()
    thing = QObject()
    thing.destroyed.connect(lambda: gone.append(True))
    QJSEngine.setObjectOwnership(thing, QJSEngine.ObjectOwnership.JavaScriptOwnership)
    engine.newQObject(thing)
    tidy(engine)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]


def test_free_memory_between_what_stays_goes_back_to_the_system() -> None:
    before = held_mb()
    blocks = [bytearray(b"x" * 2000) for _ in range(40_000)]
    stays = blocks[::50]
    full = held_mb()
    assert full - before > 40
    del blocks
    tidy(None)
    assert held_mb() - before < (full - before) / 5
    assert len(stays) == 800


def test_what_was_there_when_it_settled_is_looked_through_no_more() -> None:
    old = Link()
    settle()
    assert gc.get_freeze_count() > 1000
    new = Link()
    seen = {id(thing) for thing in gc.get_objects()}
    assert id(new) in seen
    assert id(old) not in seen


def test_a_loop_settles_once_and_then_tidies_up_again_and_again(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "TIDY_EVERY", 0.02)

    async def main() -> int:
        for _ in range(3):
            let_go = asyncio.Event()
            weakref.finalize(ring()(), let_go.set)
            async with asyncio.timeout(5):
                await let_go.wait()
        return 3

    assert loop.run_until_complete(qapp, main, QQmlEngine()) == 3
    assert gc.get_freeze_count() > 0
